"""PDF files: lines joined into paragraphs by where they stand on the page; running heads and page numbers marked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from brief.document import Page
from brief.errors import NoTextLayer, TooLarge, UnknownFormat
from brief.ingest.assembly import Assembled, Piece, assemble
from brief.ingest.limits import MAX_CHARACTERS, check_streams, shown
from brief.ingest.markers import Nesting
from brief.ingest.plain import LONGEST_HEADING
from brief.ingest.rows import Row, in_columns, rows_of
from brief.lines import ends_sentence, is_caps, keeps_hyphen, marker

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MAX_PAGES = 1_000
FEWEST_CHARACTERS = 10
"""A page with an image and fewer characters than this is a scan (some scanners stamp a number on it)."""
LONGEST_RUNNING = 80
"""A running head or foot is shorter than a full line of text (characters)."""
_NUMBER = re.compile(r"\W*(?:page|p\.|pg\.?)?\s*\W?\d{1,3}\W?(?:\s*(?:of|/)\s*\d{1,3})?\W*", re.IGNORECASE)
_PAGE_WORD = re.compile(r"\W*(?:page|p\.|pg\.?)\s*\d{1,3}.{0,10}", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


@dataclass
class _Group:
    """Rows that make one block, and their text so far."""

    rows: list[Row]
    text: str
    turns: list[tuple[int, int]] = field(default_factory=list)


def blocks(data: bytes, name: str) -> tuple[Assembled, tuple[Page, ...], tuple[str, ...]]:
    """Return a PDF's text with its blocks, its pages, and a warning where some pages have no text.

    Raises:
        NoTextLayer: No page has text: it is a scan.
        TooLarge: It has too many pages, too much text, or swells when unpacked.
        UnknownFormat: It is damaged, or locked with a password.
    """
    from pypdfium2 import PdfDocument, PdfiumError

    check_streams(data, name)
    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        locked = "password" in str(error).lower()
        damaged = f"is a damaged PDF ({error}); get it again, or print it to a new PDF"
        reason = "is locked with a password; save it without one" if locked else damaged
        raise UnknownFormat(f"{shown(name)}: {reason}") from error
    try:
        return _read(document, name)
    except PdfiumError as error:
        raise UnknownFormat(f"{shown(name)}: is a damaged PDF ({error}); print it to a new PDF") from error
    finally:
        document.close()


def _read(document: PdfDocument, name: str) -> tuple[Assembled, tuple[Page, ...], tuple[str, ...]]:
    count = len(document)
    if count > MAX_PAGES:
        raise TooLarge(f"{shown(name)}: {count:,} pages (limit {MAX_PAGES:,}); cut out the letter's pages")
    pages, scans = [], []
    for number in range(1, count + 1):
        rows, scan = _page(document, number)
        pages.append(rows)
        scans += [number] * scan
        if sum(len(r.text) for rows in pages for r in rows) > MAX_CHARACTERS:
            raise TooLarge(
                f"{shown(name)}: more than {MAX_CHARACTERS:,} characters of text; cut out the letter's pages"
            )
    remedy = "run `ocrmypdf in.pdf out.pdf` and read that"
    if scans and not any(pages):
        raise NoTextLayer(f"{shown(name)}: page {_listed(scans)} {_are(scans)} without text (a scan); {remedy}")
    made = assemble(_pieces(pages))
    warnings = (f"page {_listed(scans)} {_are(scans)} without text and was not read; {remedy}",) if scans else ()
    return made, _spans(made, count), warnings


def _are(pages: Sequence[int]) -> str:
    return "is a picture" if len(pages) == 1 else "are pictures"


def _listed(pages: Sequence[int]) -> str:
    """Return page numbers as people write them: "1-3, 7"."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]}-{r[-1]}" for r in runs)


def _page(document: PdfDocument, number: int) -> tuple[list[Row], bool]:
    """Return a page's rows, and whether it is a picture without text."""
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    page = document[number - 1]
    try:
        rows = rows_of(page.get_textpage(), number, page.get_height())
        if sum(len(r.text) for r in rows) >= FEWEST_CHARACTERS:
            return rows, False
        picture = next(iter(page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=3)), None) is not None
        return ([] if picture else rows), picture
    finally:
        page.close()


def _pieces(pages: Sequence[Sequence[Row]]) -> Iterator[Piece]:
    nesting = Nesting()
    known = Counter(t for rows in pages for t in {_DIGITS.sub("#", r.text) for r in rows if r.zone})
    edges = [r for rows in pages for r in rows if _is_edge(r, rows, known)]
    away = set(map(id, edges))
    body = [r for rows in pages for r in rows if id(r) not in away]
    sheet = _Sheet.of(body)
    body = in_columns(body, sheet.right)
    groups = sheet.groups(body, " ".join(r.text for r in body))
    yield from _in_order([_piece(g, sheet, nesting) for g in groups], edges)


def _in_order(pieces: Sequence[Piece], edges: Sequence[Row]) -> Iterator[Piece]:
    """Put each page's running lines before the block that goes on to the next page, or else after its last block."""
    waiting = list(edges)
    for piece in pieces:
        last = piece.turns[-1][1] if piece.turns else piece.page
        ready = piece.page + 1 if last > piece.page else piece.page
        while waiting and waiting[0].page < ready:
            yield Piece(waiting[0].text, "noise", page=waiting.pop(0).page)
        yield piece
    for row in waiting:
        yield Piece(row.text, "noise", page=row.page)


def _is_edge(row: Row, rows: Sequence[Row], known: Counter[str]) -> bool:
    """Tell whether a row is a page number, or runs along the top or foot of several pages.

    At the top of a letter's later pages the addressee and the date stand over "Page 2", and go with it.
    """
    if not row.zone or marker(row.text) is not None or len(row.text) > LONGEST_RUNNING:
        return False
    if _NUMBER.fullmatch(row.text) or known[_DIGITS.sub("#", row.text)] > 1:
        return True
    if row.zone == "foot" or row.page == 1 or ends_sentence(row.text):
        return False
    return any(r.zone == "top" and r.bottom < row.bottom and _PAGE_WORD.fullmatch(r.text) for r in rows)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What is usual in a document: its margins, the distance of its lines, the height of its letters (points)."""

    left: float
    right: float
    pitch: float
    height: float

    @classmethod
    def of(cls, rows: Sequence[Row]) -> _Sheet:
        """Measure what is usual among the rows."""
        pitches = [a.bottom - b.bottom for a, b in pairwise(rows) if a.bottom > b.bottom]
        rights = sorted(r.right for r in rows)
        return cls(
            left=Counter(round(r.left) for r in rows).most_common(1)[0][0] if rows else 0,
            right=rights[int(len(rights) * 0.95)] if rights else 0,
            pitch=median(pitches) if pitches else 0,
            height=median([r.height for r in rows]) if rows else 0,
        )

    def groups(self, rows: Sequence[Row], whole: str) -> Iterator[_Group]:
        """Yield the rows of each block, joined."""
        group: _Group | None = None
        for row in rows:
            if group and self._goes_on(group, row):
                self._join(group, row, whole)
            else:
                if group:
                    yield group
                group = _Group([row], row.text)
        if group:
            yield group

    def _goes_on(self, group: _Group, row: Row) -> bool:
        before = group.rows[-1]
        if before.hyphen:
            return True
        next_column = row.column and before.column and row.column[0] >= before.column[1]
        if row.page != before.page or next_column:
            open_end = not ends_sentence(before.text) and self._is_full(before, row)
            return open_end and marker(row.text) is None and not is_caps(row.text)
        if is_caps(group.text) and not is_caps(row.text):
            return False
        drop = before.bottom - row.bottom
        if drop < 0.3 * row.height:  # beside the row before, or above it: another column
            return abs(drop) <= 0.3 * row.height and row.left >= before.right and marker(row.text) is None
        if drop > 1.4 * max(self.pitch, row.height) or abs(row.height - before.height) > 0.25 * before.height:
            return False
        mark = marker(row.text)
        inner = row.left > self.begin(row) + 9
        if mark and not (self._is_full(before, row) and not ends_sentence(before.text) and inner):
            return False
        indented = row.left > group.rows[0].left + 9 and row.left > before.left + 9 and marker(group.text) is None
        if indented and ends_sentence(before.text):
            return False
        return self._is_full(before, row) or not ends_sentence(before.text)

    def begin(self, row: Row) -> float:
        """Where the lines begin on the page or in the column in which a row stands."""
        return row.column[0] if row.column else self.left

    def _is_full(self, before: Row, row: Row) -> bool:
        """Tell whether the next row's first word would not have fitted on the row before."""
        end = before.column[1] if before.column else self.right
        width = (row.right - row.left) / max(len(row.text), 1)
        return before.right + width * (len(row.text.split(" ", 1)[0]) + 1) > end - 2

    def _join(self, group: _Group, row: Row, whole: str) -> None:
        before = group.rows[-1]
        kept = group.text
        if before.hyphen or (kept[-1:] in "-\u00ad\u2010" and kept[-2:-1].isalpha()):
            stem = kept.rstrip("-\u00ad\u2010")
            group.text = stem + ("-" if _keeps(stem, row.text, whole) else "")
        elif self._is_full(before, row) or row.text[:1].islower() or abs(before.bottom - row.bottom) < 2:
            group.text += " "
        else:
            group.text += "\n"
        if row.page != before.page:
            group.turns.append((len(group.text), row.page))
        group.text += row.text
        group.rows.append(row)


def _keeps(stem: str, after: str, whole: str) -> bool:
    """Decide whether a word broken at a line's end keeps its hyphen: as elsewhere in the text, else by its parts."""
    first, second = re.split(r"\W", stem)[-1], re.split(r"\W", after)[0]
    with_hyphen, without = f"{first}-{second}", first + second
    if (with_hyphen in whole) != (without in whole):
        return with_hyphen in whole
    return keeps_hyphen(stem, after)


def _piece(group: _Group, sheet: _Sheet, nesting: Nesting) -> Piece:
    text, first = group.text, group.rows[0]
    mark = marker(text)
    if mark:
        level = nesting.level(mark[0], int((first.left - sheet.begin(first)) / 5))
        turns = tuple((at - mark[1] + len(mark[0]) + 1, page) for at, page in group.turns)
        return Piece(text[mark[1] :], "item", level, mark[0], first.page, turns)
    single = "\n" not in text and len(text) <= LONGEST_HEADING and not ends_sentence(text)
    large = first.height > 1.15 * sheet.height
    if single and (is_caps(text) or (large and text[:1].isupper())):
        nesting.close(0, "heading")
        return Piece(text, "heading", 1 if large else 2, page=first.page)
    nesting.close(int((first.left - sheet.begin(first)) / 5), "paragraph")
    return Piece(text, page=first.page, turns=tuple(group.turns))


def _spans(made: Assembled, count: int) -> tuple[Page, ...]:
    """Return where each page lies in the text; a page without text is a stretch of no length."""
    starts: dict[int, int] = {}
    for number, at in made.page_starts:
        starts.setdefault(number, at)
    begins, at = [], len(made.text)
    for number in range(count, 0, -1):
        at = min(at, starts.get(number, at))
        begins.append(at)
    begins = [*reversed(begins), len(made.text)]
    begins[0] = 0
    return tuple(Page(n, begins[n - 1], begins[n]) for n in range(1, count + 1))
