"""Runs every check that applies to a claim, and says what they leave of it."""

from __future__ import annotations

from typing import TypeVar

from brief.audit import support, voice
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
    findings = [*support.check_quotes(claim), *voice.check(passage, role)]
    order = ("certain", "likely", "unsure")
    return tuple(sorted(findings, key=lambda f: order.index(f.level)))


def judge(claim: C, letter: Letter, *, role: Role | None = None) -> C:
    """Return the claim with the status and the problems that the checks give it."""
    findings = audit_claim(claim, letter, role=role)
    problems = tuple(dict.fromkeys(f.what for f in findings if f.level != "unsure"))
    return claim.model_copy(update={"status": status_of(findings), "problems": problems})
