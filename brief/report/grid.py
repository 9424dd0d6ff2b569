"""A matrix as a report: who takes which stand, who stands near whom, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from brief.document import Document
from brief.letter.card import LetterCard
from brief.matrices import Cell, Event, Matrix, Row
from brief.report.checked import checks_line, footer
from brief.report.page import Point, Report, Section, Style, keyed
from brief.report.places import Places
from brief.report.wording import (
    addressee,
    dated,
    long_date,
    party_split,
    plain,
    plural,
    recipients,
    senders_name,
    short_name,
    without_stance,
)

LEGEND = "+ supports, − opposes, ± mixed, ? unclear, · silent in the text given"
_WIDE = 4  # more letters than this are shown by signs, with a list of the letters
_WIDEST = 24  # more letters than this have no column each on a page: each topic names who speaks of it
_STANDS = {"Supports": ("supports",), "Opposes": ("opposes",), "Mixed or unclear": ("mixed", "unclear")}


def matrix_report(result: Matrix, documents: Mapping[str, Document]) -> Report:
    """Return the report for many letters; `documents` by letter id give the ¶ numbers."""
    places = Places(documents, result.letters)
    positions, letters, clusters = _positions(result, places), _letters(result), _clusters(result)
    if len(result.letters) > _WIDEST:
        head = [_stands(result), clusters, letters, positions, _pairs(result, places)]
    elif len(result.letters) > _WIDE:
        head = [letters, positions, _pairs(result, places), clusters]
    else:
        head = [positions, letters, _pairs(result, places), clusters]
    sections = (
        *head,
        _timeline(result.timeline, result),
        _signers(result),
    )
    report = Report(
        kind="matrix",
        title=f"Where {plural(len(result.letters), 'letter')} stand" + ("s" if len(result.letters) == 1 else ""),
        strip=_strip(result),
        sections=tuple(s for s in sections if s.items),
        checks=checks_line(result.checks),
        footer=footer(result.letters, result.provenance),
        letters=tuple(c.id for c in result.letters),
        label=plural(len(result.letters), "letter"),
    )
    return keyed(report)


def in_parts(report: Report) -> Report:
    """Return a report whose tables of signs have room on paper: one with more columns is set in parts.

    A part has only the rows that one of its letters speaks of.
    """
    return replace(report, sections=tuple(part for section in report.sections for part in _parts(section)))


def _parts(section: Section) -> Iterator[Section]:
    heads = section.columns[1:]
    if section.style != "grid" or len(heads) <= _WIDEST:
        yield section
        return
    for at in range(0, len(heads), _WIDEST):
        part = slice(at, at + _WIDEST)
        rows = (replace(row, cells=row.cells[part]) for row in section.items)
        spoken = tuple(row for row in rows if any(cell.kind != "silent" for cell in row.cells))
        title = f"{section.title}: {heads[part][0]}–{heads[part][-1]}"
        yield replace(section, title=title, items=spoken, columns=(section.columns[0], *heads[part]))


def _strip(result: Matrix) -> tuple[Point, ...]:
    dates = sorted(c.date for c in result.letters if c.date)
    span = " to ".join(dict.fromkeys((long_date(dates[0]), long_date(dates[-1])))) if dates else "not stated"
    return (
        Point(plural(len(result.letters), "letter"), lead="Letters"),
        Point(span, lead="Dates"),
        Point(plural(len(result.rows), "topic"), lead="Topics"),
        Point(LEGEND, lead="Signs"),
    )


def _positions(result: Matrix, places: Places) -> Section:
    wide = len(result.letters) > _WIDE
    heads = tuple(str(n) if wide else short_name(c) for n, c in enumerate(result.letters, 1))
    items = tuple(_row(r, result.letters, places, 90.0 - i * 0.5) for i, r in enumerate(_by_weight(result.rows)))
    style: Style = "grid" if wide else "table"
    many = len(result.letters) > _WIDEST
    units, most = (("row by letter", "rows by letter"), 0) if many else (("topic", "topics"), 20)
    return Section("positions", "Positions by letter", items, style, ("Topic", *heads), units=units, most=most)


def _stands(result: Matrix) -> Section:
    """Return each topic with the numbers of the letters that take each stand on it."""
    number = {c.id: n for n, c in enumerate(result.letters, 1)}
    items = []
    for i, row in enumerate(_by_weight(result.rows)):
        told = [(number[c.letter], c.stance) for c in row.cells if c.claim and c.letter in number]
        by_stand = [sorted(n for n, stance in told if stance in stances) for stances in _STANDS.values()]
        cells = tuple(Point(_counted(numbers)) if numbers else Point("—", kind="none") for numbers in by_stand)
        items.append(Point(plain(row.topic), cells=cells, keep=95.0 - i * 0.3))
    columns = ("Topic", *_STANDS)
    return Section("stands", "Which letters say what", tuple(items), "table", columns, ("topic", "topics"), most=20)


def _counted(numbers: Sequence[int]) -> str:
    """Return letters by their numbers, those in a row together, and how many they are: "9 letters: 1–6, 8, 11, 12"."""
    runs: list[list[int]] = []
    for n in numbers:
        if runs and n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    said = ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in runs)
    return f"{len(numbers)} letters: {said}" if len(numbers) > _FEW else said


_FEW = 5  # numbers that are counted at a glance


def _by_weight(rows: Iterable[Row]) -> list[Row]:
    """Return the topics that most letters speak of first; those of equal weight stay in their order."""
    return sorted(rows, key=lambda row: -sum(1 for cell in row.cells if cell.claim))


def _row(row: Row, letters: tuple[LetterCard, ...], places: Places, keep: float) -> Point:
    by_letter = {c.letter: c for c in row.cells}
    cells = tuple(_cell(by_letter.get(card.id), card, places) for card in letters)
    return Point(plain(row.topic), cells=cells, keep=keep)


def _cell(cell: Cell | None, card: LetterCard, places: Places) -> Point:
    if cell is None or cell.claim is None:
        return Point("silent", kind="silent")
    point = places.claim(cell.claim, card.id)
    text = without_stance(point.text, cell.stance)
    return replace(point, text=text, lead=cell.stance.capitalize(), kind=cell.stance)


def _letters(result: Matrix) -> Section:
    wide = _WIDE < len(result.letters) <= _WIDEST
    items = tuple(
        Point(_identity(c), number=str(n), keep=(95.0 if wide else 60.0) - n * 0.1)
        for n, c in enumerate(result.letters, 1)
    )
    return Section("letters", "Letters", items, "numbered", units=("letter", "letters"))


def _identity(card: LetterCard) -> str:
    to = addressee(card) or recipients(card, 1)
    return " · ".join(p for p in (f"{senders_name(card)} to {to}", dated(card), party_split(card)) if p)


def _names(result: Matrix) -> dict[str, str]:
    return {c.id: f"{n} {short_name(c)}" for n, c in enumerate(result.letters, 1)}


def _pairs(result: Matrix, places: Places) -> Section:
    names = _names(result)
    sure = [p for p in result.pairs if p.bottom_line.status == "supported"]
    items = tuple(
        replace(
            places.claim(p.bottom_line),
            lead=f"{names.get(p.a, plain(p.a))} / {names.get(p.b, plain(p.b))}",
            keep=70.0 - n,
        )
        for n, p in enumerate(sure)
    )
    return Section("pairs", "Pair by pair", items, units=("pair", "pairs"), most=10)


_NAMED = 8  # letters of a group; of a larger one among many letters only the numbers are given


def _clusters(result: Matrix) -> Section:
    names, place = _names(result), {c.id: n for n, c in enumerate(result.letters, 1)}
    many = len(result.letters) > _WIDEST

    def listed(group: Sequence[str]) -> str:
        numbers = sorted(place[i] for i in group if i in place)
        return _counted(numbers) if many and len(numbers) > _NAMED else "; ".join(names.get(i, plain(i)) for i in group)

    items = tuple(
        Point(listed(group), lead=f"Group {n}", keep=(94.0 if many else 50.0) - n)
        for n, group in enumerate(result.clusters, 1)
    )
    return Section("clusters", "Who stands near whom", items, units=("group", "groups"))


def _timeline(events: tuple[Event, ...], result: Matrix) -> Section:
    names = _names(result)
    items = tuple(
        Point(f"{plain(e.what)} ({names.get(e.letter, plain(e.letter))})", lead=long_date(e.date), keep=30.0 - n * 0.1)
        for n, e in enumerate(sorted(events, key=lambda e: (e.date, e.letter, e.what)))
    )
    return Section("timeline", "Timeline", items, units=("date", "dates"))


def _signers(result: Matrix) -> Section:
    names = _names(result)
    items = tuple(
        Point(
            ", ".join(plain(n) for n in o.names), lead=f"{names.get(o.a, o.a)} and {names.get(o.b, o.b)}", keep=20.0 - n
        )
        for n, o in enumerate(result.signers)
    )
    return Section("signers", "Signed both", items, units=("overlap", "overlaps"))
