"""The rows of a printed page: where each stands, and the columns of text that they make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from brief.ingest.decoding import repair

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

_HYPHEN = "\x02"  # pdfium's mark for a hyphen at a line's end, which swallows the line break, or stands behind it
_LINE = re.compile(rf"[^\r\n{_HYPHEN}]+(?:[\r\n]*{_HYPHEN})?")
_YEAR_AND_MARK = re.compile(r"\b(?:19|20)\d\d(?P<mark>\d{1,2})(?![\d-])")


@dataclass(frozen=True, slots=True)
class Row:
    """One line on a page, in points from its lower left corner.

    `zone` says if it stands in a margin's reach, `column` where the column of print begins and ends that it stands in.
    """

    text: str
    page: int
    left: float
    right: float
    top: float
    bottom: float
    hyphen: bool = False
    zone: Literal["top", "foot", ""] = ""
    column: tuple[float, float] | None = None

    @property
    def height(self) -> float:
        """The height of its letters."""
        return self.top - self.bottom


def _found(page: PdfTextPage, number: int, height: float) -> Iterator[Row]:
    from pypdfium2.raw import FPDFText_GetUnicode

    codes = [FPDFText_GetUnicode(page.raw, i) for i in range(page.count_chars())]
    text = "".join(map(chr, codes))
    for found in _LINE.finditer(text):
        line = found.group()
        first = found.start() + len(line) - len(line.lstrip())
        last = found.start() + len(line.rstrip(_HYPHEN + " \xa0\t\r\n")) - 1
        if last < first:
            continue
        box, end = _box(page, first), _box(page, last)
        words = repair(_unglued(page, line, found.start()).rstrip(_HYPHEN).strip())[0]
        top, bottom = max(box[3], end[3]), min(box[1], end[1])
        zone: Literal["top", "foot", ""] = "top" if bottom > 0.88 * height else "foot" if top < 0.11 * height else ""
        yield Row(words, number, box[0], end[2], top, bottom, line[-1] == _HYPHEN, zone)


def _unglued(page: PdfTextPage, line: str, at: int) -> str:
    """Part a year from the small raised figure of a footnote behind it: "in 2024¹²" is no "202412"."""
    for found in reversed(list(_YEAR_AND_MARK.finditer(line))):
        places = (at + found.start(), at + found.start("mark"))
        year, mark = (page.get_charbox(place) for place in places)  # of the ink, not of the font
        if mark[1] > year[1] and mark[3] - mark[1] < year[3] - year[1]:
            line = f"{line[: found.start('mark')]} {line[found.start('mark') :]}"
    return line


def rows_of(page: PdfTextPage, number: int, height: float) -> list[Row]:
    """Return a page's rows in the order of the file; the small figure of a footnote stays with the word before it."""
    out: list[Row] = []
    for row in _found(page, number, height):
        before = out[-1] if out else None
        if before and row.text.isdigit() and len(row.text) <= 3 and _is_raised(row, before):
            apart = " " if before.text[-1].isdigit() else ""
            out[-1] = replace(before, text=before.text + apart + row.text, right=row.right)
        else:
            out.append(row)
    return out


def _is_raised(row: Row, before: Row) -> bool:
    smaller = row.height < before.height and before.bottom < row.bottom < before.top
    return smaller and abs(row.left - before.right) < 2


def _box(page: PdfTextPage, index: int) -> tuple[float, float, float, float]:
    left, bottom, right, top = page.get_charbox(index, loose=True)
    return left, bottom, right, top


_FEWEST_ROWS = 6
_NARROWER = 36  # points: half an inch


def in_columns(rows: Sequence[Row], right: float) -> list[Row]:
    """Tell each row of a page in columns where its column begins and ends; other rows stay as they are."""
    runs: list[list[Row]] = []
    for row in rows:
        if runs and _is_below(row, runs[-1]):
            runs[-1].append(row)
        else:
            runs.append([row])
    own = [_column(run, right) for run in runs]
    columns = [c for c in own if c]
    if not columns:
        return list(rows)
    found = [c or _known(run, columns) for c, run in zip(own, runs, strict=True)]
    return [replace(r, column=c) for c, run in zip(found, runs, strict=True) for r in run]


def _is_below(row: Row, run: Sequence[Row]) -> bool:
    before = run[-1]
    beside = row.left >= max(r.right for r in run) or row.right <= min(r.left for r in run)
    return row.page == before.page and row.bottom < before.bottom + before.height and not beside


def _column(run: Sequence[Row], right: float) -> tuple[float, float] | None:
    """Return where rows begin and end that are running text, by their small first letters, narrower than the page's."""
    running = 3 * sum(r.text[0].islower() for r in run) >= len(run) >= _FEWEST_ROWS
    ends = sorted(r.right for r in run) if running else [right]
    end = ends[int(len(ends) * 0.95)]
    return None if end > right - _NARROWER else (min(r.left for r in run), end)


def _known(run: Sequence[Row], columns: Sequence[tuple[float, float]]) -> tuple[float, float] | None:
    """Return the column in which a few rows stand, as at the end of a letter, if there is one elsewhere."""
    left, end = min(r.left for r in run), max(r.right for r in run)
    return next((c for c in columns if abs(c[0] - left) < 3 and end < c[1] + 3), None)
