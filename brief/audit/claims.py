"""Runs every check that applies to a claim, and says what they leave of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from brief.audit import (
    actors,
    additions,
    bindings,
    citations,
    conditions,
    contraries,
    coverage,
    deadlines,
    denial,
    exchanged,
    figures,
    fragments,
    framing,
    modality,
    names,
    offices,
    pairing,
    parity,
    rates,
    scope,
    speakers,
    stance,
    strength,
    support,
    voice,
    wording,
)
from brief.audit.finding import Finding, Role, status_of
from brief.audit.passage import Passage
from brief.audit.words import one_line
from brief.evidence import Claim
from brief.letter.anatomy import Letter
from brief.summary import Action, Position, Question

C = TypeVar("C", bound=Claim)

# What is looked at in any claim in words of its own; each yields its findings.
_CHECKS: tuple[Callable[[str, Passage], Iterable[Finding]], ...] = (
    figures.check,
    rates.check,
    pairing.check,
    deadlines.check,
    citations.check,
    names.check,
    fragments.check,
    bindings.check,
    offices.check_sides,
    offices.check,
    contraries.check_trend,
    strength.check,
    modality.check,
    exchanged.check,
    support.check_quotations,
    speakers.check,
    wording.check,
)
# The same, without what a claim may say of the letter's questions.
_CHECKS_OF_OWN_WORDS: tuple[Callable[[str, Passage], Iterable[Finding]], ...] = (
    parity.check,
    contraries.check,
    scope.check,
    support.check_words,
)
# What a bottom line may be wrong in that carries words of its quotation between who asks whom.
_CHECKS_AROUND_QUOTATION: tuple[Callable[[str, Passage], Iterable[Finding]], ...] = (
    names.check,
    fragments.check,
    bindings.check,
    offices.check,
    deadlines.check,
)


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
    found = [*support.check_quotes(claim), *voice.check(passage, role, reported=_is_report(claim, role))]
    if passage.evidence:
        found += [*_text(claim, passage, role), *_frame(claim, passage, role), *_fields(claim, passage, role)]
    return tuple(sorted(found, key=lambda f: _ORDER.index(f.level)))


def _is_report(claim: Claim, role: Role) -> bool:
    return role == "bottom_line" and claim.text.startswith("As reported")


_ORDER = ("certain", "likely", "unsure")


def judge(claim: C, letter: Letter, *, role: Role | None = None) -> C:
    """Return the claim with the status and the problems that the checks give it."""
    findings = audit_claim(claim, letter, role=role)
    problems = tuple(dict.fromkeys(f.what for f in findings if f.level != "unsure"))
    return claim.model_copy(update={"status": status_of(findings), "problems": problems})


def _text(claim: Claim, passage: Passage, role: Role) -> Iterable[Finding]:
    """Check a claim's words; those that stand in its quotation need only be seen not to be torn from a "not"."""
    opposed = isinstance(claim, Position) and claim.stance != "supports"  # it names the thing, its stance the denial
    torn = [] if opposed or role == "question" else [*_torn(claim.text, passage, role)]
    if torn or _word_for_word(claim, passage):
        return torn
    if denial.denied_above(passage):  # the denial that the claim repeats stands above the list
        claim = claim.model_copy(update={"text": denial.undenied(claim.text)})
    if _stands_quoted(framing.plain_quotation(claim.text), passage):
        return denial.check(claim.text, passage)
    around = framing.around_quotation(claim.text, passage) if role == "bottom_line" else None
    return _words(claim.text, passage, role) if around is None else _words_around(claim.text, around, passage, role)


def _torn(text: str, passage: Passage, role: Role) -> Iterator[Finding]:
    """Check that words of the letter are not torn from what denies them, in their clause or above their list."""
    yield from denial.check_torn(text, passage)
    yield from denial.check_item(text, passage, role)


def _stands_quoted(words: str, passage: Passage) -> bool:
    """Tell whether some words stand in the quotation, whatever the marks and the case."""
    if any(_at_a_side(one_line(words), one_line(e.quote)) for e in passage.evidence):
        return True
    plain = _plain(words)
    return any(plain in _plain(e.quote) for e in passage.evidence)


def _at_a_side(words: str, quote: str) -> bool:
    """Tell at a glance what most claims are: their quotation's end behind a space, or all of it."""
    return words[-1:].isalnum() and quote.endswith(words) and quote[-len(words) - 1 : -len(words)] in ("", " ")


def _plain(words: str) -> str:
    """Some words in small letters, without the marks between them."""
    return f" {' '.join(_WORD.findall(words.lower()))} "


_BETWEEN, _LETTERS = r"[$%€£’'&.,/-]", r"(?:[a-z0-9_]++|\w)++"  # plain ones first: for them the engine has a table
_WORD = re.compile(rf"(?<!{_BETWEEN}){_BETWEEN}*+{_LETTERS}(?:{_BETWEEN}++{_LETTERS})*+|[$%€£&]")


def _word_for_word(claim: Claim, passage: Passage) -> bool:
    """Tell whether the claim is its own quotation: then its words need no further check."""
    words = one_line(claim.text)
    return any(words == one_line(e.quote) for e in passage.evidence)


def _words(text: str, passage: Passage, role: Role) -> Iterator[Finding]:
    own = framing.own_words(text, passage.letter)
    for check in _CHECKS:
        yield from check(text, passage)
    for check in _CHECKS_OF_OWN_WORDS:
        yield from check(own, passage)
    yield from (f for f in denial.check(text, passage) if not parity.agree(f.words, text, passage))
    yield from contraries.check_pulling(own, passage, role)
    yield from additions.check(own, passage, role)
    yield from conditions.check(text, passage, role)


def _words_around(text: str, around: str, passage: Passage, role: Role) -> Iterator[Finding]:
    """Check what a bottom line puts around words of its quotation, and that these are not torn from their own."""
    yield from figures.check(text, passage)
    for check in _CHECKS_AROUND_QUOTATION:
        yield from check(around, passage)
    yield from denial.check(text, passage)
    yield from strength.check(text, passage)
    yield from modality.check(text, passage)
    yield from conditions.check(text, passage, role)


def _frame(claim: Claim, passage: Passage, role: Role) -> Iterator[Finding]:
    """Check whom a bottom line has asking whom."""
    if role == "bottom_line":
        yield from framing.check(claim.text, passage)
        yield from offices.check_state(claim.text, passage)


def _fields(claim: Claim, passage: Passage, role: Role) -> Iterator[Finding]:
    """Check what a claim has beside its words: strength, actor, deadline, condition, stance, number."""
    if role in ("action", "question"):
        yield from strength.check_asking(passage, role)
    if isinstance(claim, Action):
        yield from [] if _word_for_word(claim, passage) else denial.check_ask(claim.text, passage)
        yield from strength.check_strength(claim.strength, passage)
        yield from actors.check_actor(claim.actor, passage)
        yield from deadlines.check_deadline(claim.deadline, passage) if claim.deadline else []
        yield from conditions.check_condition(claim.condition, passage) if claim.condition else []
    if isinstance(claim, Position):
        yield from stance.check(claim.stance, claim.text, passage)
    if isinstance(claim, Action | Question):
        yield from coverage.check_number(claim.number, passage)
    if isinstance(claim, Question):
        yield from coverage.check_parent(claim.number, claim.parent, passage)
