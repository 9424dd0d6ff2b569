"""A report as Markdown for mail, wikis and chats: tables and lists only, all words of letters escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from math import ceil

from brief.report import MARKED, SIGNS, Point, Report, Section, capped, fitted, label

# Only what would be read as markup, so that the page is also good to read as plain text in a mail.
_ALWAYS = re.compile(r"([\\`*_\[\]<>|~])")
_SOMETIMES = re.compile(r"&(?=#|\w+;)|\$(?!\d)|:(?=//|\w+:)|(?<=\bwww)\.", re.IGNORECASE)
_LEADING = re.compile(r"^([-=#])|^(\+)(?=\s|$)|^(\d{1,9})([.)])(?=\s|$)")


_WIDTH, _ROWS = (
    105,
    58,
)  # characters in a row, rows on a page: 11 points on US Letter, with the air that Markdown leaves


def render_markdown(reports: Iterable[Report]) -> str:
    """Return the reports as Markdown, one below the other with a rule between; a page each, but annexes and lists."""
    return "\n---\n\n".join(_page(r if r.kind in ("annex", "actions") else fitted(capped(r), _fits)) for r in reports)


def _page(report: Report) -> str:
    return "\n".join(_lines(report)).rstrip() + "\n"


def _fits(report: Report) -> bool:
    """Tell whether a form prints on a page: rows of text, as a mail program or a wiki would set them."""
    return sum(max(1, ceil(len(line) / _WIDTH)) for line in _lines(report) if line) <= _ROWS


def escaped(text: str) -> str:
    """Return `text` so that Markdown shows it as it is: no links, images, HTML, emphasis, lists or rules."""
    inline = _SOMETIMES.sub(lambda m: "\\" + m[0], _ALWAYS.sub(r"\\\1", text))
    return _LEADING.sub(lambda m: f"{m[3]}\\{m[4]}" if m[3] else f"\\{m[0]}", inline)


def _lines(report: Report) -> Iterator[str]:
    yield f"# {escaped(report.title)}"
    yield ""
    yield from _strip(report)
    for section in report.sections:
        yield from _section(section)
    if report.omission:
        yield f"*{escaped(report.omission)}*"
        yield ""
    if report.checks:
        yield f"*{escaped(report.checks)}*"
        yield ""
    if report.footer:
        yield f"*{escaped(' · '.join(f for f in report.footer if f))}*"


def _strip(report: Report) -> Iterator[str]:
    if not report.strip:
        return
    heads = report.columns or ("", "")
    yield _row(escaped(h) for h in heads)
    yield _row("---" for _ in heads)
    for point in report.strip:
        cells = point.cells or (point,)
        yield _row([f"**{escaped(point.lead)}**", *(_strip_cell(c) for c in cells)])
    yield ""


def _strip_cell(point: Point) -> str:
    notes = "".join(f" · *{escaped(n)}*" for n in point.notes)
    return escaped(point.text) + notes


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _section(section: Section) -> Iterator[str]:
    if section.style == "prose":
        yield f"**{escaped(section.title)}.** " + " ".join(_said(p) for p in section.items)
    elif section.style == "inline":
        yield f"**{escaped(section.title)}.** " + " · ".join(_said(p) for p in section.items)
    else:
        yield f"**{escaped(section.title)}**"
        yield ""
        yield from _table(section) if section.columns else _list(section)
    yield ""


def _list(section: Section) -> Iterator[str]:
    tops = [p.number for p in section.items if not p.level]
    ordered = tops == [str(n) for n in range(1, len(tops) + 1)]
    for point in section.items:
        real = ordered and not point.level
        bullet = point.tag if real else "-"
        tag = "" if real or not point.tag else escaped(point.tag) + " "
        yield f"{'    ' * point.level}{bullet} {tag}{_said(point)}"


def _table(section: Section) -> Iterator[str]:
    yield _row(escaped(c) for c in section.columns)
    yield _row("---" for _ in section.columns)
    for row in section.items:
        yield _row([_row_head(row), *(_cell(c, section) for c in row.cells)])


def _row_head(row: Point) -> str:
    lead = f" · *{escaped(row.lead)}*" if row.lead else ""
    notes = "".join(f" · {escaped(n)}" for n in row.notes)
    return f"**{escaped(row.text)}**{lead}{notes}"


def _cell(cell: Point, section: Section) -> str:
    return SIGNS.get(cell.kind, "?") if section.style == "grid" else _said(cell, in_cell=True)


def _said(point: Point, in_cell: bool = False) -> str:
    """Return mark, number in a cell, lead, text, deadline, notes and place of a point on one line."""
    mark = f"**{MARKED[point.mark]}.** " if point.mark else ""
    tag = f"**{escaped(point.tag)}** " if in_cell and point.tag else ""
    lead = f"*{escaped(point.lead)}:* " if point.lead else ""
    due = f" — **{escaped(point.due)}**" if point.due else ""
    notes = "".join(f" ({escaped(n)})" for n in point.notes)
    where = label(point.refs)
    return f"{mark}{tag}{lead}{escaped(point.text)}{due}{notes}" + (f" {where}" if where else "")
