"""Tests what a comparison calls the point of one letter only: by search, and by a reading where that leaves a doubt."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from brief.ask import Asked, ask, make_request, total
from brief.audit.silence import MENTIONED, search
from brief.comparison import Silence
from brief.drafts import RowDraft, SilenceDraft, SilenceTopicDraft
from brief.errors import BudgetExceeded, FormError, NotRecorded, ProviderError
from brief.evidence import Claim, Evidence
from brief.exchange import Provider, Usage
from brief.ground import ground
from brief.material import kind_told
from brief.pairs import Pair, Side
from brief.points import Point

# Scores between which a model that says "only" is asked to read the other letter. On the labelled pairs of
# tests/fixtures/pairs (42 points of one letter only, 82 of both): from 0.7 up all stand in both, and no reading is
# needed; points of one letter end at 0.46, but half of those of both lie under that too. Under 0.2 hardly a word
# meets, and the model saw no item either: two looks of different kinds agree. Between, they may not.
DOUBT = (0.2, 0.7)


@dataclass(frozen=True)
class Tested:
    """What became of each row: its silence, or None where it claims none; and what the readings cost."""

    silences: tuple[Silence | None, ...]
    usage: Usage | None = None


def searched(rows: Sequence[RowDraft], pair: Pair) -> Tested:
    """Search the other letter, by the program alone, for what each row calls the point of one letter only."""
    return Tested(tuple(_silence(row, pair) for row in rows))


async def read_for(
    rows: Sequence[RowDraft], tested: Tested, pair: Pair, provider: Provider, prompts: Path | None = None
) -> Tested:
    """Ask a model to read a letter, alone, for the topics on which the search is in doubt: one request a letter.

    Its quotations are found by the program, or count for nothing. A reading that fails leaves the search's verdict.

    Args:
        rows: What the comparison's answer says. tested: What the search says of each, in `pair`'s own order.

    Raises:
        NotRecorded: A replay lacks the reading.
        PromptError: There is no such prompt.
    """
    sides = ((pair.first, pair.second, _in_doubt(tested, "a")), (pair.second, pair.first, _in_doubt(tested, "b")))
    doubts = [(side, own, at) for side, own, at in sides if at and side.letter is not None]
    readings = await asyncio.gather(
        *(_reading([rows[i] for i in at], side, own, pair, provider, prompts) for side, own, at in doubts)
    )
    silences = list(tested.silences)
    for (side, _, at), reading in zip(doubts, readings, strict=True):
        answers = {t.id: t for t in reading.draft.topics} if reading else {}
        for number, i in enumerate(at, start=1):
            silences[i] = _settled(silences[i], answers.get(f"T{number}"), side)
    return Tested(tuple(silences), total([r.usage for r in readings if r]) if any(readings) else None)


def _in_doubt(tested: Tested, silent: str) -> list[int]:
    least, most = DOUBT
    return [i for i, s in enumerate(tested.silences) if s and s.silent == silent and least <= s.score < most]


async def _reading(
    rows: Sequence[RowDraft], side: Side, own: Side, pair: Pair, provider: Provider, prompts: Path | None
) -> Asked[SilenceDraft] | None:
    assert side.letter is not None
    variables = {"kind": kind_told(side.letter.card), "letter": side.letter.text, "topics": _topics(rows, pair)}
    subject = f"{side.summary.letter.id}--{own.summary.letter.id}"
    request = make_request("silence", subject, SilenceDraft, variables, provider, prompts)
    try:
        return await ask(provider, request, SilenceDraft, prompts=prompts)
    except NotRecorded:  # a replay that lacks a part must not look like a whole one
        raise
    except (FormError, ProviderError, BudgetExceeded):
        return None


def _topics(rows: Iterable[RowDraft], pair: Pair) -> str:
    said = (
        {"id": f"T{n}", "topic": row.topic, "claim": pair.by_id[str(row.a or row.b)].claim.text}
        for n, row in enumerate(rows, start=1)
    )
    return "\n".join(json.dumps(topic, ensure_ascii=False) for topic in said)


def _settled(silence: Silence | None, answer: SilenceTopicDraft | None, side: Side) -> Silence | None:
    """Take over an answer, if what it says is found; "mentions" with words that the letter lacks is no answer."""
    if silence is None or answer is None or side.letter is None:
        return silence
    read = {"by": "reading", "note": f"{silence.note} Read for it, too."}
    if not answer.mentions:
        return silence.model_copy(update={**read, "verdict": "silent"})
    quotes = ground(answer.quotes, side.letter)
    found = next((e for e in quotes if e.match in ("exact", "normalised") and _within(e, side)), None)
    return silence.model_copy(update={**read, "verdict": "mentions", "searched": found}) if found else silence


def _within(evidence: Evidence, side: Side) -> bool:
    """Whether a quotation stands in the letter itself: what a release says around it is no mention by the letter."""
    return side.letter is not None and any(evidence.start in b for b in side.letter.body if evidence.start is not None)


def _silence(row: RowDraft, pair: Pair) -> Silence | None:
    if row.relation not in ("only_a", "only_b"):
        return None
    point = pair.by_id[str(row.a or row.b)]
    other = pair.second if row.a else pair.first
    evidence, score, mentioned = _searched(point, pair.side_of(point.id), other, pair)
    return Silence(
        topic=row.topic or pair.topic(point),
        silent="b" if row.a else "a",
        searched=evidence,
        score=round(score, 3),
        verdict="mentions" if mentioned else "silent",
        note=_note(other),
    )


def as_printed(silence: Silence | None, claim: Claim | None, pair: Pair) -> Silence | None:
    """Record of a silence the search for the row's words as they are printed, which a reader can make again.

    The verdict rests on the item's own words; where those that a model chose would turn it, they stay out.
    """
    if silence is None or claim is None or silence.verdict != "silent" or silence.by != "words":
        return silence
    a, b = pair.first.letter, pair.second.letter
    own, other = (a, b) if silence.silent == "b" else (b, a)
    if own is None or other is None:
        return silence
    found = search(claim, other, own)
    if found.verdict == "mentions":
        return silence
    return silence.model_copy(update={"searched": found.evidence or silence.searched, "score": found.score})


def _searched(point: Point, own: Side, other: Side, pair: Pair) -> tuple[Evidence | None, float, bool]:
    """Search the whole text where it is at hand, by the audit's word search; the points of the other letter anyway."""
    best, near = pair.nearest(point)
    nearest = next((e for e in best.claim.evidence if e.match != "missing"), None) if best else None
    if other.letter is None or near >= MENTIONED:
        return nearest, near, near >= MENTIONED
    found = search(point.claim, other.letter, own.letter)
    return found.evidence or nearest, found.score, found.verdict == "mentions"


def _note(other: Side) -> str:
    kind = _KINDS.get(other.summary.letter.kind)
    if kind:
        return f"Silent in the text given, which is {kind}; the letter itself may speak of it."
    if other.letter is None:
        return "Searched in the summary's claims; the letter's text was not at hand."
    return "Searched in the whole text given."


_KINDS: Mapping[str, str] = {"reported": "a report of the letter", "excerpt": "an excerpt"}
