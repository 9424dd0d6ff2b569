"""A letter beyond the model's window is read in overlapping blocks, and what was read is put together again."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TypeVar

from rapidfuzz import fuzz

from brief.ask import Asked, total
from brief.drafts import ActionDraft, ClaimDraft, QuestionDraft, SummaryDraft
from brief.errors import ContextExceeded, CutOff, FormError
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


async def ask_whole(text: str, ask: Ask, size: int | None = None) -> Asked[SummaryDraft]:
    """Ask about `text`, in blocks of at most `size` characters, and in smaller ones if those turn out too large.

    Of a letter that was read in blocks, the sentences quoted from it are read once more, all together, for its title
    and bottom line, which no block could give.

    Args:
        ask: Asks about one block; its second argument says which ("part 2 of 3"), or nothing for the whole.
        size: What fits, if it is known. An endpoint that says that a block does not fit, or whose answer is cut at its
            length limit, is asked about its halves.

    Raises:
        ContextExceeded, CutOff: A block as small as can be does not fit, either.
    """
    asked = await _ask_blocks(text, ask, size, "")
    if len(asked) == 1:
        return asked[0]
    merged = merge([a.draft for a in asked])
    least = min(len(text) // len(asked), size or len(text))
    with suppress(ContextExceeded, CutOff, FormError):
        last = await ask(condensed(merged, text, least), "in its own sentences")
        merged = merged.model_copy(update={"title": last.draft.title, "bottom_line": last.draft.bottom_line})
        asked.append(last)
    return replace(
        asked[-1],
        draft=merged,
        request=asked[0].request,
        usage=total([a.usage for a in asked]),
        repaired=tuple(p for a in asked for p in a.repaired),
        withdrawn=tuple(w for a in asked for w in a.withdrawn),
    )


async def _ask_blocks(text: str, ask: Ask, size: int | None, part: str) -> list[Asked[SummaryDraft]]:
    if size is None or len(text) <= size:
        try:
            return [await ask(text, part)]
        except (ContextExceeded, CutOff):
            if len(text) < 2 * SMALLEST:
                raise
        size = len(text) // 2 + OVERLAP
    blocks = split(text, size)
    names = [f"{part}{', ' if part else ''}part {n} of {len(blocks)}" for n in range(1, len(blocks) + 1)]
    return [a for block, name in zip(blocks, names, strict=True) for a in await _ask_blocks(block, ask, size, name)]


def condensed(draft: SummaryDraft, text: str, most: int) -> str:
    """Return the sentences that `draft` quotes from `text`, in the letter's order and with their numbers.

    If they have more than `most` characters, asks and questions go before positions and background.
    """
    kept: dict[str, tuple[int, str]] = {}
    left = most
    for claim in (*draft.actions, *draft.questions, *draft.positions, *draft.background):
        for quote in claim.quotes:
            line = f"{number}. {quote}" if (number := getattr(claim, "number", None)) else quote
            if quote not in kept and len(line) + 2 <= left:
                kept[quote] = text.find(quote), line
                left -= len(line) + 2
    return "\n\n".join(line for _, line in sorted(kept.values()))


def merge(drafts: Sequence[SummaryDraft]) -> SummaryDraft:
    """Put the readings of a letter's blocks together: every item once, in the letter's order, with its number.

    Title and bottom line are those of the block with most asks and questions. That something is not stated holds only
    if it is stated in no block.
    """
    fullest = max(drafts, key=lambda d: len(d.actions) + len(d.questions))
    lacking = [{_folded(line) for line in d.not_stated} for d in drafts]
    return SummaryDraft(
        title=fullest.title,
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
