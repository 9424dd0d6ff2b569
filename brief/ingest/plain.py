"""Plain text and Markdown: the file's own characters, with the blocks that its lines make."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brief.document import Block, BlockKind, Page
from brief.ingest.markdown import MENU
from brief.ingest.markers import Nesting
from brief.lines import Line, ends_sentence, is_caps, lines

_HASHES = re.compile(r"(#{1,6})[ \t]+\S")
_UNDERLINE = re.compile(r"(=+|-+)[ \t]*$")
_RULE = re.compile(r"(?:[*][ \t]*){3,}$|(?:-[ \t]*){3,}$|(?:_[ \t]*){3,}$")
_TABLE = re.compile(r"\|.*\|[ \t]*$")
LONGEST_HEADING = 120


def blocks(text: str, markdown: bool = False) -> tuple[Block, ...]:
    """Return the paragraphs, items, headings and quotations of a text, which together hold all that is not blank."""
    return tuple(_blocks(text, markdown))


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
    if _RULE.match(own) or MENU.match(own):
        return Block("noise", first.start, last.end)
    if hashes := _HASHES.match(own):
        return Block("heading", first.start, last.end, len(hashes[1]))
    if own.startswith("|") and _TABLE.match(own):
        return Block("table", first.start, last.end)
    bottom = text[last.start : last.end]
    if first is not last and _UNDERLINE.match(bottom):
        return Block("heading", first.start, last.end, 1 if bottom[0] == "=" else 2)
    return None
