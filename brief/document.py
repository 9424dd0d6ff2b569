"""A document as read: its text, and where its blocks and pages lie in that text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

BlockKind = Literal["heading", "paragraph", "item", "quote", "table", "noise"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of `Document.text`: characters `start` to `end`, the end not included."""

    start: int
    end: int

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def of(self, text: str) -> str:
        """Return the characters that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or list item as the source's format marks it.

    Args:
        kind: What the format says it is; `noise` only where the format itself says so (nav, aside, footer).
        start, end: Where it lies, in characters of `Document.text`, its marker included.
        level: Depth of a heading (1-6) or nesting of a list item (1 = outermost), else 0.
        marker: The item's number or bullet as shown ("7.", "(a)", "•"), if the format holds one.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    marker: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a paged document; `number` counts from 1."""

    number: int
    start: int
    end: int


@dataclass(frozen=True)
class Document:
    """A source that was read.

    Args:
        name: What the user calls it: the file's name, or `-` for standard input.
        text: The text as extracted, its own characters kept; line ends are `\\n`, and words broken at them are whole.
            All offsets count its characters.
        sha256: Hex digest of the bytes that were read.
        media_type: Such as `text/plain`, `text/html`, `application/pdf`.
        blocks: What the format says of the text's structure, in order, without overlaps; never empty if there is text.
        pages: The pages, for paged formats; else empty.
        path: Where it was read from, if from a file.
        warnings: What the reader should be told (undecodable bytes replaced, invisible characters found, …).
    """

    name: str
    text: str
    sha256: str
    media_type: str = "text/plain"
    blocks: tuple[Block, ...] = ()
    pages: tuple[Page, ...] = ()
    path: str | None = None
    warnings: tuple[str, ...] = field(default=())

    def page_at(self, offset: int) -> int | None:
        """Return the number of the page that holds the character at `offset`, or None in an unpaged document."""
        return next((p.number for p in self.pages if p.start <= offset < p.end), None)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [b.start for b in self.blocks]

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds the character at `offset`, or None between blocks."""
        block = self.blocks[self.paragraph_at(offset) - 1] if self.blocks else None
        return block if block is not None and block.start <= offset < block.end else None

    def paragraph_at(self, offset: int) -> int:
        """Return the number (from 1) of the block that holds `offset`, or the last before it: the ¶ of a reference."""
        return max(1, bisect_right(self._block_starts, offset))


def overlap(a: Span, spans: Iterable[Span]) -> bool:
    """Tell whether `a` shares a character with any of `spans`."""
    return any(a.start < s.end and s.start < a.end for s in spans)
