"""A letter's text as sentences in their place: in which paragraph, in which list item, under which lead-in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from brief.document import Span
from brief.letter.actions import flattened
from brief.letter.lists import Item, find_items, paragraphs
from brief.providers.extractive.wording import EMPHASIS
from brief.text import sentences

_LEADS_IN = re.compile(
    r"\bfollowing (?:\w+\s){0,3}?(?:questions?|requests?|inquiries|information|steps|actions|items|"
    r"recommendations|demands|records|materials|communications|data|documents)\b[^.]{0,160}[.:]$|"
    r"\bthe following[.:]$|"
    r"\b(?:the|these) below(?: \w+){0,2}[.:]$|"
    r"\b(?:questions?|requests?|inquiries|items|topics|matters|points|information)(?: \w+){0,2} below\b[^.]{0,80}[.:]$"
)
_ASKS = re.compile(r"\?[\"')\]]*(?:\[\d+\])*$")


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence.

    Args:
        start, end: Its characters in the letter's text.
        words: The sentence, flattened by `FLATTEN`, offsets kept.
        paragraph: Number of its paragraph, from 0.
        item: The list item it stands in, if any; `opens` if it is that item's first sentence, or a table's that asks.
        quoted: True if it stands inside a quotation that began in an earlier sentence.
    """

    start: int
    end: int
    words: str
    paragraph: int
    item: Item | None = None
    opens: bool = False
    quoted: bool = False

    @property
    def leads_in(self) -> bool:
        """Whether it announces what follows it."""
        if self.words.endswith((":", ":'", ':"')):
            return True
        return ("following" in self.words or "below" in self.words) and bool(_LEADS_IN.search(self.words))

    @property
    def asks_a_question(self) -> bool:
        """Whether it ends as a question does."""
        return "?" in self.words and bool(_ASKS.search(self.words))


def squeezed(words: str) -> tuple[str, list[int]]:
    """Return a sentence with single spaces, and where each of its characters stands in the one given."""
    places = [k for k, c in enumerate(words) if c != " " or not k or words[k - 1] != " "]
    return "".join(words[k] for k in places), [*places, len(words)]


# An excerpt quoted at length: a mark opens each paragraph, the last one closes.
_QUOTED_AT_LENGTH = re.compile(
    r'\s*(?:[^"\n]{0,120}\b(?:writes?|wrote|letter|reads?|stated?|continued?)\b[^"\n]{0,60}[:,] ?)?"'
)


def units(text: str) -> list[Unit]:
    """Take a letter's text apart into its sentences, in order."""
    flat = flattened(text)
    items = find_items(text)
    starts = [i.start for i in items]
    out: list[Unit] = []
    tabs = "\t" in text
    begun = _QUOTED_AT_LENGTH.match(flat)
    mark = begun.end() - 1 if begun else -1
    for number, block in enumerate(paragraphs(text)):
        quoted = False
        mark = block.start if begun and flat[block.start] == '"' else mark
        cells = _cells(text, block) if tabs else ()
        pieces = ((c, None, asks) for c, asks in cells) if cells else _pieces(flat, block, items, starts)
        for piece, item, asks in pieces:
            for at, sentence in enumerate(sentences(flat, piece.start, piece.end)):
                words = flat[sentence.start : sentence.end]
                words = _OWN_LETTER.sub(r"\1\2  ", words) if "[" in words else words
                words = words.replace(EMPHASIS, "  ")
                out.append(Unit(sentence.start, sentence.end, words, number, item, at == 0 and asks, quoted))
                opens = sentence.start <= mark < sentence.end
                quoted = _still_quoted(words.replace('"', "", 1) if opens else words, quoted)
    return out


_OWN_LETTER = re.compile(r"\[([A-Za-z])\]([a-z]+)")  # "[W]e ask": who quotes changed one letter


def _still_quoted(words: str, quoted: bool) -> bool:
    return quoted != (words.count('"') % 2 == 1)


_ASKING = re.compile(r"\b(?:requests?|requested|recommend\w*|asks?|demands?|actions?)\b", re.IGNORECASE)
_FEWEST_ROWS = 2


def _cells(text: str, block: Span) -> list[tuple[Span, bool]]:
    """Return the cells of a table, and whether each stands in a column headed as what is asked.

    Documents give a table as lines with tabs between the cells; a block that is none has no cells.
    """
    rows: list[list[Span]] = []
    at = block.start
    for line in block.of(text).split("\n"):
        rows.append([])
        for cell in line.split("\t"):
            rows[-1].append(Span(at, at + len(cell)))
            at += len(cell) + 1
    if len(rows) < _FEWEST_ROWS or any(len(row) == 1 for row in rows):
        return []
    asking = {n for n, head in enumerate(rows[0]) if _ASKING.search(head.of(text))}
    cells = [(cell, n in asking and row is not rows[0]) for row in rows for n, cell in enumerate(row)]
    return [(cell, asks) for cell, asks in cells if cell.of(text).strip()]


def _pieces(
    text: str, block: Span, items: tuple[Item, ...], starts: list[int]
) -> Iterator[tuple[Span, Item | None, bool]]:
    """Part a paragraph at the items that begin in it, which may open with what they ask.

    An item enumerated inside a sentence does not part it.
    """
    inside = [i for i in items[bisect_right(starts, block.start - 1) : bisect_right(starts, block.end)] if not i.within]
    first = inside[0].at if inside else block.end
    if text[block.start : first].strip():
        yield Span(block.start, first), None, False
    for item in inside:
        yield item.span, item, True
