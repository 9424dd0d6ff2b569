"""The paragraphs of a document, found from its line breaks, and cut where a page has lost them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from brief.calendar_words import MONTH
from brief.document import BlockKind, Document, Span

_LINE = re.compile(r"[^\n]+")
_INLINE = re.compile(
    r"(?=(?:[A-Z][a-z]{2,8} \d{1,2}, \d{4}\s{1,9})?The Honorable [A-Z][^\n]{10,350}?\bDear )|"
    r"(?:(?<=[.:!?”\"’)\]a-z\d])|^(?=Dear))[ \t\xa0]*(?:"
    r"(?P<dear>Dear[ \xa0](?=(?:Mr|Ms|Mrs|Dr|Madam|[A-Z][a-z]+)\b)[^\n:“”\"]{2,110}:)"
    r"|(?P<mark>(?:#[ ]?){3,})"
    r"|(?P<close>(?:Sincerely|Respectfully(?: submitted)?|Very truly yours),)(?=\s|$|[A-Z]))",
    re.MULTILINE,
)
_GREETED = re.compile(r"(?:My )?Dear [A-Z][^\n]{2,200}[,:]$")
_CUTS = ("Dear", "##", "# #", "Sincerely,", "Respectfully", "Very truly")
_CUTTING = re.compile("Dear|#|Sincerely,|Respectfully|Very truly|The Honorable")
_DAY_BEFORE = re.compile(r"[A-Z][a-z]{2,8} \d{1,2}, \d{4}\s{1,9}$")
_SPACE = re.compile(r"[ \t\xa0]{2,}")
_BREAK = re.compile(r"[ \t\xa0](?:(?<=[a-z\d][.!?].)|(?<=[.!?,][\"”].)|(?<=[a-z]\).))[ \t\xa0]{0,8}(?=[A-Z“\"\[(•])")
_DATED = re.compile(rf"[ \t\xa0]{{2,9}}(?=(?:{MONTH} \d{{1,2}}, \d{{4}}|Washington, D\.?C|WASHINGTON)\b)")
_SHORT = 130  # characters: no line of an address or of a signature block is longer
_WIDTH = 60  # a line at least so long that ends without a stop was broken by the margin, not by its writer
_COLUMN = re.compile(r"\S(?: {4,}|\t)\S")
_CUT = re.compile(r"\b(?:the|of|to|and|or|a|an|in|for|with|by|on|from|at|our|their|its|his|her|that|which)$")
_STOP = re.compile(r"[.!?:;][\"”’')\]]*(?:\[?\d{1,3}\]?)?$")
_ITEM = re.compile(r"[ \t]*(?:[•●▪◦‣·*–—-]|\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,5})[.)])[ \t\xa0]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, heading or short line standing by itself.

    Args:
        start, end: Characters of `Document.text`, without the white space around it.
        gap: A blank line stands before it.
        block: What the source's format says it is, if it says more than "paragraph".
    """

    start: int
    end: int
    gap: bool = True
    block: BlockKind | None = None

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the characters it covers."""
        return text[self.start : self.end]


def paragraphs(document: Document) -> list[Paragraph]:
    """Return the paragraphs of a document, in order; they leave out nothing but white space."""
    text = document.text
    lines = [line for raw in _LINE.finditer(text) for line in _stripped(text, raw.start(), raw.end())]
    words = tuple(w for w in _CUTS if w in text)  # those it has are looked for in each line
    pieces = [
        piece for line in lines for piece in (_cut(text, line, words) if _may_cut(text, line, words) else (line,))
    ]
    return _marked(document, _joined(text, pieces))


def _may_cut(text: str, line: Span, words: tuple[str, ...]) -> bool:
    """Tell whether a line may hold more than one: a wide gap, or words with which a letter opens or ends."""
    return text.find("  ", line.start, line.end) >= 0 or _holds(text, line, words)


def _holds(text: str, line: Span, words: tuple[str, ...]) -> bool:
    return any(text.find(word, line.start, line.end) >= 0 for word in words)


def _stripped(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Return a stretch without the white space around it, or nothing if it has nothing else."""
    piece = text[start:end]
    if not piece or piece.isspace():
        return ()
    if piece[0].isspace() or piece[-1].isspace():
        return (Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())),)
    return (Span(start, end),)


def _cut(text: str, line: Span, words: tuple[str, ...]) -> Iterator[Span]:
    """Cut a line before and after a salutation, before a closing, and around "###" that stand within it."""
    at, closed = line.start, False
    for found in _cuts(text, line) if _holds(text, line, words) else ():
        yield from _apart(text, at, found.start(), block=closed or bool(found["dear"]))
        yield from _stripped(text, found.start(), found.end())
        at, closed = found.end(), bool(found["close"])
    yield from _apart(text, at, line.end, block=closed)


def _cuts(text: str, line: Span) -> Iterator[re.Match[str]]:
    """Yield what `_INLINE` finds in a line: tried only at its words, and where what may stand before them begins."""
    at = line.start
    for words in _CUTTING.finditer(text, at, line.end):
        begin = words.start()
        while begin > at and text[begin - 1] in " \t\xa0":
            begin -= 1
        if words[0] == "The Honorable" and (day := _DAY_BEFORE.search(text, max(at, begin - 32), words.start())):
            begin = day.start()
        for place in dict.fromkeys((begin, words.start())):
            found = _INLINE.match(text, place, line.end) if place >= at else None
            if found:
                yield found
                at = found.end()


def _apart(text: str, start: int, end: int, block: bool) -> Iterator[Span]:
    """Cut what a page has run together: lines of an address or signature block (`block`), else paragraphs."""
    gaps: Iterable[re.Match[str]] = ()
    if block and end - start < 6 * _SHORT:
        gaps = _SPACE.finditer(text, start, end)
    elif end - start > _SHORT and text.find("  ", start, end) >= 0:
        gaps = _paragraph_gaps(text, start, end)
    at = start
    for gap in gaps:
        yield from _stripped(text, at, gap.start())
        at = gap.end()
    yield from _stripped(text, at, end)


def _paragraph_gaps(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Return the wide gaps that part paragraphs; where every sentence ends with one, only those between quotations."""
    breaks = list(_BREAK.finditer(text, start, end))
    wide = [gap for gap in breaks if len(gap[0]) > 1]
    if 2 * len(wide) > len(breaks):
        wide = [gap for gap in wide if text[gap.start() - 1] in '"”' and text[gap.end()] in '"“']
    dated = [gap for gap in _DATED.finditer(text, start, end) if all(gap.start() != w.start() for w in wide)]
    return sorted([*wide, *dated], key=lambda gap: gap.start())


def _joined(text: str, lines: list[Span]) -> list[Paragraph]:
    """Put together again the lines that a margin or an inline link broke."""
    out: list[Paragraph] = []
    last = 0
    for line in lines:
        between = text[last : line.start]
        gap = between.count("\n") > 1 or not out
        above = last - line_length(text, last)
        if out and "\n" in between and (_broken(text, above, last, line) if gap else _goes_on(text, above, last, line)):
            out[-1] = Paragraph(out[-1].start, line.end, out[-1].gap)
        else:
            out.append(Paragraph(line.start, line.end, gap))
        last = line.end
    return out


def line_length(text: str, end: int) -> int:
    """Return how far back from `end` its line begins."""
    return end - (text.rfind("\n", 0, end) + 1)


def _goes_on(text: str, start: int, end: int, following: Span) -> bool:
    """Tell whether the line `text[start:end]` runs on into `following`, which stands right below it."""
    first = text[following.start]
    if _GREETED.match(text, start, end):
        return False
    if end - start > 130 and _CUT.search(text, end - 12, end) and not _ITEM.match(text, following.start, following.end):
        return True
    if _in_columns(text, start, end) or _in_columns(text, following.start, following.end):
        return False
    if _ITEM.match(text, following.start, following.end) and first != "(":
        return False
    if end - start >= _WIDTH and end - start <= 130 and not _STOP.search(text, max(start, end - 8), end):
        return True
    if first.islower() and text[end - 1] not in ".!?:;":
        return True
    # within a wrapped paragraph a full line may end with a stop: the next one fills the same measure
    return 70 <= end - start <= 130 and 70 <= len(text[following.start : following.end]) <= 130


def _in_columns(text: str, start: int, end: int) -> bool:
    wide = text.find("    ", start, end) >= 0 or text.find("\t", start, end) >= 0
    return wide and bool(_COLUMN.search(text, start, end))


def _broken(text: str, start: int, end: int, following: Span) -> bool:
    """Tell whether a sentence was broken by blank lines, as in text pasted line by line from a PDF."""
    if _in_columns(text, start, end) or text.startswith(("cc:", "cc "), following.start):
        return False
    return 50 <= end - start <= 130 and text[following.start].islower() and text[end - 1] not in '.!?:;”"'


def _marked(document: Document, found: list[Paragraph]) -> list[Paragraph]:
    """Note what the format says of each paragraph; only formats with blocks of their own say anything."""
    blocks = [b for b in document.blocks if b.kind != "paragraph"]
    if not blocks:
        return found
    out, at = [], 0
    for one in found:
        while at < len(blocks) and blocks[at].end <= one.start:
            at += 1
        holds = at < len(blocks) and blocks[at].start < one.end
        kind = blocks[at].kind if holds and blocks[at].start <= one.start + 3 else None
        out.append(Paragraph(one.start, one.end, one.gap, kind) if kind else one)
    return out
