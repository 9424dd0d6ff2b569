"""Plain text and Markdown: the file's own characters, with the blocks that its lines make."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brief.document import Block, BlockKind, Page
from brief.lines import Line, ends_sentence, is_caps, lines

_HASHES = re.compile(r"(#{1,6})[ \t]+\S")
_UNDERLINE = re.compile(r"(=+|-+)[ \t]*$")
_RULE = re.compile(r"(?:[*][ \t]*){3,}$|(?:-[ \t]*){3,}$|(?:_[ \t]*){3,}$|!\[[^\]]*\]\([^)]*\)$")
_TABLE = re.compile(r"\|.*\|[ \t]*$")
LONGEST_HEADING = 120
_STYLES = (
    ("number", re.compile(r"\(?\d+[.)]?$")),
    ("parts", re.compile(r"\d+(?:\.\d+)+\.?$")),
    ("note", re.compile(r"\[\d+\]$")),
    ("roman", re.compile(r"\(?[ivx]+[.)]$")),
    ("letter", re.compile(r"\(?[a-z][.)]$")),
    ("ROMAN", re.compile(r"\(?[IVX]+[.)]$")),
    ("LETTER", re.compile(r"\(?[A-Z][.)]$")),
)


def blocks(text: str, markdown: bool = False) -> tuple[Block, ...]:
    """Return the paragraphs, items, headings and quotations of a text, which together hold all that is not blank."""
    return tuple(_blocks(text, markdown))


def is_heading(text: str) -> bool:
    """Tell whether a line that stands alone reads as a heading: capitals, or short and without an end mark."""
    return _kind(text, alone=True)[0] == "heading"


def pages(text: str) -> tuple[Page, ...]:
    """Return the pages of a text that holds form feeds, as `pdftotext` writes them; without any, none."""
    if "\f" not in text.rstrip("\f\n "):
        return ()
    starts = [0, *(m.end() for m in re.finditer("\f", text))]
    ends = [*starts[1:], len(text)]
    return tuple(Page(n, a, b) for n, (a, b) in enumerate(zip(starts, ends, strict=True), 1) if a < b)


def _blocks(text: str, markdown: bool) -> Iterator[Block]:
    nesting = Nesting()
    for group in _groups(text, markdown):
        first, last = group[0], group[-1]
        if markdown and (block := _markdown(text, first, last)):
            yield block
        elif first.marker:
            level = nesting.level(first.marker, first.indent)
            yield Block("item", first.start, last.end, level, first.marker)
        else:
            alone = len(group) == 1
            kind, level = _kind(text[first.start : last.end], alone)
            nesting.close(first.indent, kind)
            yield Block(kind, first.start, last.end, level)


def _groups(text: str, markdown: bool) -> Iterator[list[Line]]:
    """Yield the lines of each block."""
    group: list[Line] = []
    for line in lines(text):
        if group and _begins(text, group, line, markdown):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _begins(text: str, group: list[Line], line: Line, markdown: bool) -> bool:
    """Tell whether a line begins a block of its own, rather than going on with the group before it."""
    before = group[-1]
    if line.gap or line.marker:
        return True
    own, above = text[line.start : line.end], text[before.start : before.end]
    if markdown and (_HASHES.match(own) or _HASHES.match(above) or _RULE.match(own) or _RULE.match(above)):
        return True
    if line.wrapped or own[0] in "|>":
        return (own[0] == ">") != (above[0] == ">")
    if is_caps(own) != is_caps(above) and max(len(own), len(above)) > LONGEST_HEADING // 2:
        return True
    return ends_sentence(above) or max(len(own), len(above)) > LONGEST_HEADING or 60 < len(own) > 2 * len(above)


def _kind(text: str, alone: bool) -> tuple[BlockKind, int]:
    """Say what a block without a marker is, and its level if it is a heading."""
    if text.startswith(">"):
        return "quote", 0
    if not alone or len(text) > LONGEST_HEADING or ends_sentence(text) or text.endswith(","):
        return "paragraph", 0
    if is_caps(text):
        return "heading", 1
    short = len(text) <= 80 and (text[0].isupper() or text[0].isdigit()) and any(map(str.isalpha, text))
    return ("heading", 2) if short else ("paragraph", 0)


def _markdown(text: str, first: Line, last: Line) -> Block | None:
    """Return the block that Markdown's own marks make of some lines, or None."""
    own = text[first.start : first.end]
    if _RULE.match(own):
        return Block("noise", first.start, last.end)
    if hashes := _HASHES.match(own):
        return Block("heading", first.start, last.end, len(hashes[1]))
    if own.startswith("|") and _TABLE.match(own):
        return Block("table", first.start, last.end)
    bottom = text[last.start : last.end]
    if first is not last and _UNDERLINE.match(bottom):
        return Block("heading", first.start, last.end, 1 if bottom[0] == "=" else 2)
    return None


class Nesting:
    """The lists that are open while items are read: says how deep each next item stands."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []
        self._last = ""
        self._interrupted = False

    def level(self, marker: str, indent: int) -> int:
        """Return the nesting (1 = outermost) of an item with this marker and indentation, in columns."""
        style = _style(marker, self._last)
        self._last = marker
        if style.startswith("note") or (
            self._interrupted and not style.lower().startswith(("roman", "letter", "parts"))
        ):
            self._open = [o for o in self._open if o[1] == style]
        self._interrupted = False
        while self._open and indent < self._open[-1][0] - 1:
            self._open.pop()
        styles = [s for _, s in self._open]
        if style in styles and abs(self._open[styles.index(style)][0] - indent) <= 1:
            del self._open[styles.index(style) + 1 :]
        else:
            self._open.append((indent, style))
        return len(self._open)

    def close(self, indent: int, kind: BlockKind) -> None:
        """Note a block that is no item: a heading ends all lists, a paragraph those indented deeper than itself."""
        if kind == "heading":
            self._open.clear()
        self._interrupted = True
        while len(self._open) > 1 and indent < self._open[-1][0]:
            self._open.pop()


def _style(marker: str, before: str) -> str:
    bare = marker.strip("().")
    if bare in ("i", "v", "x", "I", "V", "X") and before.strip("().") in (chr(ord(bare) - 1), bare):
        return "letter" if bare.islower() else "LETTER"
    form = marker[0] == "("
    return next((f"{name}{form}" for name, pattern in _STYLES if pattern.match(marker)), marker)
