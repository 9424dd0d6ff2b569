"""Pieces of a formatted source become one text with its blocks: the printed markers in it, offsets exact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from brief.document import Block, BlockKind
from brief.ingest.markers import Nesting
from brief.ingest.plain import blocks


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph, heading, item or table of a source.

    Args:
        text: Its text, without the marker; lines that the source breaks on purpose are broken with `\\n`.
        kind: What the format says it is.
        level: Depth of a heading, nesting of an item.
        marker: The number or bullet that the format prints before it.
        page: The page it begins on, in paged sources.
        turns: Where in the text as shown (marker and all) a new page begins: (offset, page).
    """

    text: str
    kind: BlockKind = "paragraph"
    level: int = 0
    marker: str | None = None
    page: int = 0
    turns: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Assembled:
    """A text, its blocks, and where each page begins in it (page number, offset)."""

    text: str
    blocks: tuple[Block, ...]
    page_starts: tuple[tuple[int, int], ...] = ()


def assemble(pieces: Iterable[Piece]) -> Assembled:
    """Join pieces: blank lines between paragraphs, none between items, items indented by their nesting.

    Paragraphs that hold typed lists ("1. …", "(a) …" on lines of their own) are taken apart into items.
    """
    parts: list[str] = []
    made: list[Block] = []
    pages: list[tuple[int, int]] = []
    nesting = Nesting()
    at = 0
    for piece in (split for whole in pieces if whole.text.strip() for split in _taken_apart(whole, nesting)):
        lead = _lead(made[-1] if made else None, piece)
        shown = f"{piece.marker} {piece.text}" if piece.marker else piece.text
        at += len(lead)
        if not pages or pages[-1][0] != piece.page:
            pages.append((piece.page, at))
        pages += [(page, at + offset) for offset, page in piece.turns]
        made.append(Block(piece.kind, at, at + len(shown), piece.level, piece.marker))
        parts += (lead, shown)
        at += len(shown)
    return Assembled("".join(parts), tuple(made), tuple(pages))


def _lead(before: Block | None, piece: Piece) -> str:
    """Return what stands between two blocks; an item's indentation belongs to neither."""
    indent = "  " * piece.level if piece.kind == "item" else ""
    if before is None:
        return indent
    return ("\n" if before.kind == piece.kind == "item" else "\n\n") + indent


def _taken_apart(piece: Piece, nesting: Nesting) -> Iterable[Piece]:
    """Yield the items typed by hand inside a paragraph, and the paragraphs around them; else the piece itself."""
    if piece.kind == "heading" or piece.marker:
        nesting.close(0, piece.kind)
        return (piece,)
    if piece.kind != "paragraph":
        return (piece,)
    found = blocks(piece.text)
    if piece.turns or not any(b.marker for b in found):
        nesting.close(0, piece.kind)
        return (piece,)
    return [_typed(piece, b, nesting) for b in found]


def _typed(piece: Piece, block: Block, nesting: Nesting) -> Piece:
    shown = piece.text[block.start : block.end]
    if not block.marker:
        nesting.close(0, "paragraph")
        return replace(piece, text=shown)
    text = shown[len(block.marker) :].lstrip()
    return replace(piece, text=text, kind="item", level=nesting.level(block.marker, 0), marker=block.marker)
