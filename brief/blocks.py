"""A letter beyond the model's window is read in overlapping blocks, and what was read is put together again."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from rapidfuzz import fuzz

from brief.ask import Asked, total
from brief.drafts import ActionDraft, ClaimDraft, QuestionDraft, SummaryDraft
from brief.errors import ContextExceeded, CutOff
from brief.text import normalise

D = TypeVar("D", bound=ClaimDraft)
OVERLAP = 1200  # characters that neighbouring blocks share: a long paragraph, so that no ask is cut at a border
SMALLEST = 4000  # characters below which a block is not split further: the window is too small for any letter
_BREAKS = tuple(re.compile(p) for p in (r"\n\s*\n", r"\n", r"(?<=[.!?])\s", r"\s"))

Ask = Callable[[str, str], Awaitable[Asked[SummaryDraft]]]


def split(text: str, size: int, overlap: int = OVERLAP) -> tuple[str, ...]:
    """Cut `text` into blocks of at most `size` characters, each beginning within the last `overlap` of the one before.

    Blocks begin and end between paragraphs where they can, else between lines, sentences or words.
    """
    overlap = min(overlap, size // 4)
    blocks, start = [], 0
    while len(text) - start > size:
        end = _break(text, start + size // 2, start + size)
        blocks.append(text[start:end])
        start = max(start + 1, _break(text, end - overlap, end - overlap // 2))
    return (*blocks, text[start:])


def _break(text: str, low: int, high: int) -> int:
    """Return the best place to cut between `low` and `high`: the last one of the best kind there is."""
    for kind in _BREAKS:
        ends = [m.end() for m in kind.finditer(text, low, high)]
        if ends:
            return ends[-1]
    return high


async def ask_whole(text: str, ask: Ask, size: int | None = None, part: str = "") -> Asked[SummaryDraft]:
    """Ask about `text`, in blocks of at most `size` characters, and in smaller ones if those turn out too large.

    Args:
        ask: Asks about one block; its second argument says which ("part 2 of 3"), or nothing for the whole.
        size: What fits, if it is known. An endpoint that says that a block does not fit, or whose answer is cut at its
            length limit, is asked about its halves.

    Raises:
        ContextExceeded, CutOff: A block as small as can be does not fit, either.
    """
    if size is not None and len(text) > size:
        return await _in_blocks(split(text, size), ask, size, part)
    try:
        return await ask(text, part)
    except (ContextExceeded, CutOff):
        if len(text) < 2 * SMALLEST:
            raise
    half = len(text) // 2 + OVERLAP
    return await _in_blocks(split(text, half), ask, half, part)


async def _in_blocks(blocks: Sequence[str], ask: Ask, size: int, part: str) -> Asked[SummaryDraft]:
    names = [f"{part}{', ' if part else ''}part {n} of {len(blocks)}" for n in range(1, len(blocks) + 1)]
    asked = [await ask_whole(block, ask, size, name) for block, name in zip(blocks, names, strict=True)]
    return replace(
        asked[-1],
        draft=merge([a.draft for a in asked]),
        request=asked[0].request,
        usage=total([a.usage for a in asked]),
        repaired=tuple(p for a in asked for p in a.repaired),
        withdrawn=tuple(w for a in asked for w in a.withdrawn),
    )


def merge(drafts: Sequence[SummaryDraft]) -> SummaryDraft:
    """Put the readings of a letter's blocks together: every item once, in the letter's order, with its number.

    The bottom line is that of the block with most asks and questions. That something is not stated holds only if it
    is stated in no block.
    """
    fullest = max(drafts, key=lambda d: len(d.actions) + len(d.questions))
    lacking = [{_folded(line) for line in d.not_stated} for d in drafts]
    return SummaryDraft(
        title=drafts[0].title,
        bottom_line=fullest.bottom_line,
        actions=_once([d.actions for d in drafts]),
        questions=_once([d.questions for d in drafts]),
        positions=_once([d.positions for d in drafts]),
        background=_once([d.background for d in drafts]),
        authorities=list(dict.fromkeys(a for d in drafts for a in d.authorities)),
        not_stated=[line for line in drafts[0].not_stated if all(_folded(line) in said for said in lacking)],
    )


def _once(lists: Sequence[list[D]]) -> list[D]:
    """Join the blocks' lists, leaving out what the block before has too: both read the overlap."""
    joined: list[D] = []
    before: list[D] = []
    for items in lists:
        joined += [i for i in items if not any(_same(i, b) for b in before)]
        before = items
    return joined


def _same(a: ClaimDraft, b: ClaimDraft) -> bool:
    """Tell whether two blocks give the same item: the same number if both have one, and the same words or passage."""
    numbers = [x.number for x in (a, b) if isinstance(x, ActionDraft | QuestionDraft) and x.number]
    if len(set(numbers)) > 1:
        return False
    alike = fuzz.token_set_ratio(_folded(a.text), _folded(b.text))
    quoted = {_folded(q) for q in a.quotes} & {_folded(q) for q in b.quotes}
    return alike >= (60 if quoted else 92)


def _folded(text: str) -> str:
    return normalise(text).text.strip()
