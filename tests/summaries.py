"""Summaries of the sample letters as the extractive model drafts them, so that comparisons are tested on real readings."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from brief.drafts import ClaimDraft
from brief.evidence import Claim, Evidence
from brief.ground import ground
from brief.ingest import read
from brief.letter import letters
from brief.letter.anatomy import Letter
from brief.providers.extractive.reading import read_letter
from brief.summary import Action, Position, Question, Summary

SAMPLES = sorted((Path(__file__).parent / "fixtures" / "letters").iterdir())


@cache
def readings() -> tuple[tuple[Letter, Summary], ...]:
    """Every sample letter with its summary."""
    return tuple((letter, summarize(letter)) for path in SAMPLES for letter in letters(read(path)))


def summarize(letter: Letter) -> Summary:
    """Draft a letter by rule and ground the draft."""
    draft = read_letter(letter.text, kind=letter.card.kind, to="; ".join(r.as_stated for r in letter.card.recipients))
    return Summary(
        letter=letter.card,
        bottom_line=Claim(text=draft.bottom_line.text, evidence=_found(draft.bottom_line, letter)),
        actions=tuple(
            Action(
                text=a.text, evidence=_found(a, letter), status="supported", number=a.number, actor=a.actor,
                strength=a.strength, topic=a.topic,
                deadline=next((d for d in letter.deadlines if a.deadline and d.as_stated in a.deadline), None),
            )
            for a in draft.actions
        ),
        questions=tuple(
            Question(text=q.text, evidence=_found(q, letter), status="supported", number=q.number, topic=q.topic)
            for q in draft.questions
        ),
        positions=tuple(
            Position(text=p.text, evidence=_found(p, letter), status="supported", topic=p.topic, stance=p.stance)
            for p in draft.positions
        ),
        background=tuple(Claim(text=b.text, evidence=_found(b, letter), status="supported") for b in draft.background),
        deadlines=letter.deadlines,
        authorities=letter.authorities,
    )  # fmt: skip


def _found(draft: ClaimDraft, letter: Letter) -> tuple[Evidence, ...]:
    return ground(draft.quotes, letter)
