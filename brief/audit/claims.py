"""Runs every check that applies to a claim, and says what they leave of it."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeVar

from brief.audit import (
    actors,
    additions,
    bindings,
    carried,
    chambers,
    citations,
    conditions,
    contraries,
    coverage,
    deadlines,
    exchanged,
    figures,
    frames,
    modality,
    names,
    naming,
    pairing,
    parity,
    polarity,
    posts,
    pulling,
    rates,
    scope,
    speakers,
    support,
    torn,
    verbatim,
    voice,
    wording,
)
from brief.audit.finding import Finding, Role, status_of
from brief.audit.passage import Passage
from brief.evidence import Claim
from brief.letter.anatomy import Letter
from brief.summary import Action, Position, Question

C = TypeVar("C", bound=Claim)


def role_of(claim: Claim) -> Role:
    """Return the role that a claim's own type gives it; a plain claim is background."""
    if isinstance(claim, Action):
        return "action"
    if isinstance(claim, Question):
        return "question"
    return "position" if isinstance(claim, Position) else "background"


def audit_claim(claim: Claim, letter: Letter, *, role: Role | None = None) -> tuple[Finding, ...]:
    """Check one claim against the letter that it rests on.

    Args:
        claim: With its evidence grounded; an Action, a Question or a Position has its fields checked too.
        letter: The letter that the claim is about.
        role: What the claim is in the brief; by default what its type says.

    Returns:
        The findings, gravest first; empty if nothing is wrong as far as the checks can see.
    """
    role = role or role_of(claim)
    passage = Passage.of(claim.evidence, letter)
    found = [*support.check_quotes(claim), *voice.check(passage, role)]
    if passage.evidence:
        found += _audit_text(claim, passage, role)
        found += actors.check_frame(claim.text, passage) if role == "bottom_line" else []
        found += chambers.check_state(claim.text, passage) if role == "bottom_line" else []
        found += _audit_fields(claim, passage, role)
    return tuple(sorted(found, key=lambda f: _ORDER.index(f.level)))


_ORDER = ("certain", "likely", "unsure")


def _word_for_word(claim: Claim, passage: Passage) -> bool:
    """Tell whether the claim is its own quotation: then its words need no further check."""
    words = " ".join(claim.text.split()).rstrip(".")
    return any(words == " ".join(e.quote.split()).rstrip(".") for e in passage.evidence)


def _audit_text(claim: Claim, passage: Passage, role: Role) -> list[Finding]:
    """Check a claim's words; those that stand in its quotation need only be seen not to be torn from a "not"."""
    torn_off = [] if _opposed(claim) or role == "question" else torn.check(claim.text, passage)
    if torn_off or _word_for_word(claim, passage):
        return torn_off
    words = _flat(carried.plain_quotation(claim.text))
    if any(words in _flat(e.quote) for e in passage.evidence):
        return polarity.check_denial(claim.text, passage)
    around = carried.around_quotation(claim.text, passage) if role == "bottom_line" else None
    if around is not None:
        return _audit_frame(claim.text, around, passage, role)
    return _audit_words(claim.text, passage, role)


def _audit_frame(text: str, around: str, passage: Passage, role: Role) -> list[Finding]:
    """Check what a bottom line puts around words of its quotation, and that these are not torn from their own."""
    return [
        *figures.check(text, passage),
        *names.check(around, passage),
        *naming.check(around, passage),
        *bindings.check(around, passage),
        *posts.check(around, passage),
        *polarity.check_denial(text, passage),
        *modality.check(text, passage),
        *conditions.check(text, passage, role),
    ]


def _opposed(claim: Claim) -> bool:
    """A position against a thing names the thing, and its stance the denial."""
    return isinstance(claim, Position) and claim.stance != "supports"


@lru_cache(maxsize=64)
def _flat(text: str) -> str:
    return " ".join(text.split()).rstrip(".").lower()


def _audit_words(text: str, passage: Passage, role: Role) -> list[Finding]:
    own = frames.own_words(text, passage.letter)
    return [
        *figures.check(text, passage),
        *rates.check(text, passage),
        *pairing.check(text, passage),
        *deadlines.check(text, passage),
        *citations.check(text, passage),
        *names.check(text, passage),
        *naming.check(text, passage),
        *verbatim.check(text, passage),
        *bindings.check(text, passage),
        *chambers.check(text, passage),
        *posts.check(text, passage),
        *(f for f in polarity.check(text, passage) if not parity.agree(f.words, text, passage)),
        *polarity.check_trend(text, passage),
        *parity.check(own, passage),
        *pulling.check(own, passage, role),
        *contraries.check(own, passage),
        *modality.check(text, passage),
        *scope.check(own, passage),
        *exchanged.check(text, passage),
        *support.check_quotations(text, passage),
        *support.check_words(own, passage),
        *speakers.check(text, passage),
        *support.check_clauses(own, passage),
        *additions.check(own, passage, role),
        *conditions.check(text, passage, role),
        *wording.check(text, passage),
    ]


def _audit_fields(claim: Claim, passage: Passage, role: Role) -> list[Finding]:
    found: list[Finding] = []
    if role in ("action", "question"):
        found += modality.check_asking(passage, role)
    if isinstance(claim, Action):
        found += [] if _word_for_word(claim, passage) else polarity.check_ask(claim.text, passage)
        found += modality.check_strength(claim.strength, passage)
        found += actors.check_actor(claim.actor, passage)
        found += deadlines.check_deadline(claim.deadline, passage) if claim.deadline else []
        found += support.check_condition(claim.condition, passage) if claim.condition else []
        found += support.check_dropped_condition(claim.text, claim.condition, passage)
    if isinstance(claim, Position):
        found += actors.check_stance(claim.stance, claim.text, passage)
    if isinstance(claim, Action | Question):
        found += coverage.check_number(claim.number, passage)
    if isinstance(claim, Question):
        found += coverage.check_parent(claim.number, claim.parent, passage)
    return found


def judge(claim: C, letter: Letter, *, role: Role | None = None) -> C:
    """Return the claim with the status and the problems that the checks give it."""
    findings = audit_claim(claim, letter, role=role)
    problems = tuple(dict.fromkeys(f.what for f in findings if f.level != "unsure"))
    return claim.model_copy(update={"status": status_of(findings), "problems": problems})
