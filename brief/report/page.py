"""The values that a report is made of: sections of points, each with the places it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import inf
from typing import Literal

from brief.evidence import Match, Voice

Kind = Literal["brief", "actions", "annex", "comparison", "matrix"]
Style = Literal["prose", "numbered", "list", "inline", "table", "grid"]
Mark = Literal["", "partly", "unsupported"]

MARKED: dict[Mark, str] = {"": "", "partly": "In doubt", "unsupported": "Not found"}
SIGNS = {"supports": "+", "opposes": "−", "mixed": "±", "unclear": "?", "silent": "·"}


@dataclass(frozen=True, slots=True)
class Ref:
    """A place in a letter that a point rests on.

    Args:
        letter: Id of the letter. quote: The words there.
        start, end: Characters of the document's text; None if the quote was not found.
        paragraph: Number of the block in its document, if the document is at hand. page: In paged documents.
        side: "A" or "B" in a comparison, else empty.
    """

    letter: str
    quote: str
    start: int | None = None
    end: int | None = None
    paragraph: int | None = None
    page: int | None = None
    match: Match = "missing"
    voice: Voice = "letter"
    side: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One thing said in a report.

    Args:
        text: The statement. lead: Words set before it in italics ("Urge"). number: As the source or the list counts.
        due: The deadline in words. notes: Conditions and bases, shown small or as footnotes.
        refs: What it rests on. level: Nesting, 0 outermost.
        mark: Set where a check has a doubt, or nothing was found.
        keep: How long it stays when the page is trimmed; what has the least goes first, `inf` never goes.
        cells: Of a table row: what stands in the columns after the first.
        key: A name unique in the report, for links to it. kind: Relation or stance, for filters and colour.
    """

    text: str
    lead: str = ""
    number: str = ""
    due: str = ""
    notes: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    refs: tuple[Ref, ...] = ()
    level: int = 0
    mark: Mark = ""
    keep: float = inf
    cells: tuple[Point, ...] = ()
    key: str = ""
    kind: str = ""

    @property
    def tag(self) -> str:
        """The number as set before the text: "1.", "(a)", "7.1", "A1"."""
        if self.number.isdigit():
            return f"{self.number}."
        return f"({self.number})" if re.fullmatch(r"[a-z]|[ivx]+", self.number) else self.number

    def everywhere(self) -> Iterator[Point]:
        """Yield the point and the points in its cells."""
        yield self
        for cell in self.cells:
            yield from cell.everywhere()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; `units` name one and several of its items when some are left out.

    The style is `prose` for one paragraph, `numbered` or `list` for points below each other, `inline` for short points
    in one paragraph, `table` for rows with cells, `grid` for a table whose cells are shown by a sign each (`kind`).
    On a page there are at most `most` items.
    """

    key: str
    title: str
    items: tuple[Point, ...] = ()
    style: Style = "list"
    columns: tuple[str, ...] = ()
    units: tuple[str, str] = ("point", "points")
    most: int = 10_000


@dataclass(frozen=True, slots=True)
class Report:
    """What to show of a result, in order; how it looks is a renderer's matter.

    Args:
        kind: What it reports. title: The headline. label: A short name of what it is about ("Birch, Dole to …").
        strip: The table above the text: who, to whom, when, due.
        columns: Heads of the strip's columns if it has more than one.
        sections: In order of reading.
        checks: The verification line. footer: Source, model, date, reviewer; one entry a piece.
        letters: Ids of the letters, in order.
        left_out: What trimming took away, counted by unit.
        clipped: Whether trimming shortened a text.
    """

    kind: Kind
    title: str
    strip: tuple[Point, ...] = ()
    columns: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    checks: str = ""
    footer: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    label: str = ""
    left_out: tuple[tuple[int, tuple[str, str]], ...] = ()
    clipped: bool = False

    def points(self) -> Iterator[Point]:
        """Yield every point of the sections, those in cells included."""
        for section in self.sections:
            for item in section.items:
                yield from item.everywhere()

    @property
    def omission(self) -> str:
        """Say what trimming took away, and where it stands ("+3 questions in the full list …"); empty if nothing."""
        pieces = [f"+{count} {units[count != 1]}" for count, units in self.left_out]
        said = f"{', '.join(pieces)} in the full list (annex, HTML or JSON)" if pieces else ""
        if self.clipped:
            said = f"{said}; texts ending in … are shortened" if said else "Texts ending in … are shortened"
        return said


def label(refs: tuple[Ref, ...]) -> str:
    """Say where `refs` stand: "¶8, 12–13", "A ¶3, B ¶7", "p. 2" in a paged document not at hand, "" if nowhere."""
    sides = sorted({r.side for r in refs})
    if len(sides) < 2:
        return _places(refs)
    said = [(side, _places(tuple(r for r in refs if r.side == side))) for side in sides]
    return ", ".join(f"{side} {where}".strip() for side, where in said if where)


def _places(refs: tuple[Ref, ...]) -> str:
    paragraphs = sorted({r.paragraph for r in refs if r.paragraph is not None})
    if paragraphs:
        return "¶" + _ranges(paragraphs)
    pages = sorted({r.page for r in refs if r.page is not None})
    return f"p. {_ranges(pages)}" if pages else ""


def _ranges(numbers: list[int]) -> str:
    runs: list[list[int]] = []
    for n in numbers:
        if runs and n == runs[-1][1] + 1:
            runs[-1][1] = n
        else:
            runs.append([n, n])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in runs)


def keyed(report: Report) -> Report:
    """Give every item and cell without a key one that says where it stands ("asks-2", "asks-2-1")."""
    return replace(report, sections=tuple(_keyed_section(s) for s in report.sections))


def _keyed_section(section: Section) -> Section:
    items = tuple(_keyed_point(item, f"{section.key}-{i}") for i, item in enumerate(section.items, 1))
    return replace(section, items=items)


def _keyed_point(point: Point, key: str) -> Point:
    cells = tuple(_keyed_point(cell, f"{key}-{i}") for i, cell in enumerate(point.cells, 1))
    return replace(point, key=point.key or key, cells=cells)
