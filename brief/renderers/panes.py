"""A letter's document cut where evidence begins and ends, so that its sentences can be lit and linked."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from brief.document import Block, Document
from brief.report import Ref, Report

_SHORT = 60  # characters; a block of shorter lines is an address or a list, not a paragraph wrapped by its source


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a paragraph; `points` are the keys of what rests on it, `anchors` the evidence beginning there."""

    text: str
    points: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the document with its ¶ number; `lines` if its line breaks mean something, as in an address."""

    number: int
    kind: str
    level: int
    marker: str
    segments: tuple[Segment, ...]
    lines: bool = False


@dataclass(frozen=True, slots=True)
class Pane:
    """One document, shown beside what is said of it; `side` is A or B in a comparison."""

    slug: str
    side: str
    title: str
    name: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Lit:
    """A stretch that points rest on: characters `start` to `end`; `anchor` is its name in the page."""

    start: int
    end: int
    anchor: str
    points: tuple[str, ...]


def anchors(report: Report, slugs: dict[str, str]) -> dict[tuple[str, int, int], Lit]:
    """Name every place of evidence in `report` once: by letter, start and end."""
    found: dict[tuple[str, int, int], list[str]] = {}
    for key, refs in _keyed_refs(report):
        for ref in refs:
            if ref.start is not None and ref.end is not None and ref.letter in slugs:
                found.setdefault((ref.letter, ref.start, ref.end), []).append(key)
    return {
        place: Lit(place[1], place[2], f"{slugs[place[0]]}-e{n}", tuple(dict.fromkeys(keys)))
        for n, (place, keys) in enumerate(sorted(found.items()), 1)
    }


def _keyed_refs(report: Report) -> Iterator[tuple[str, tuple[Ref, ...]]]:
    """Yield each row's key with the references of its cells: a row is lit as a whole."""
    for section in report.sections:
        for item in section.items:
            for point in item.everywhere():
                yield (point.key if section.style == "grid" else item.key), point.refs


def paragraphs(document: Document, lit: Iterable[Lit]) -> tuple[Paragraph, ...]:
    """Cut the document's blocks at the borders of what is lit; the numbers are those of `Document.paragraph_at`."""
    spans = sorted(lit, key=lambda x: (x.start, x.end))
    blocks = document.blocks or (Block("paragraph", 0, len(document.text)),)
    return tuple(_paragraph(document.text, b, n, spans) for n, b in enumerate(blocks, 1))


def _paragraph(text: str, block: Block, number: int, lit: list[Lit]) -> Paragraph:
    inside = [x for x in lit if x.start < block.end and block.start < x.end]
    borders = {block.start, block.end}
    for x in inside:
        borders |= {max(block.start, x.start), min(block.end, x.end)}
    cuts = sorted(borders)
    segments = tuple(_segment(text, a, b, inside) for a, b in pairwise(cuts))
    whole = text[block.start : block.end].strip()
    lines = "\n" in whole and max(map(len, whole.splitlines())) < _SHORT
    return Paragraph(number, block.kind, block.level, shown(block.marker or ""), segments, lines)


def _segment(text: str, start: int, end: int, lit: list[Lit]) -> Segment:
    over = [x for x in lit if x.start <= start and end <= x.end]
    points = tuple(dict.fromkeys(p for x in over for p in x.points))
    return Segment(shown(text[start:end]), points, tuple(x.anchor for x in over if x.start == start))


def shown(text: str) -> str:
    """Return `text` with what cannot be seen, or turns the reading direction, made visible as U+FFFD."""
    return "".join("\ufffd" if unicodedata.category(c)[0] == "C" and c not in "\n\t\u00ad" else c for c in text)
