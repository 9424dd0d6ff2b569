"""Does a saved summary list what its letter has, say what it leaves out, and count what it holds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from brief.audit import Finding, admits, coverage, missing, not_listed
from brief.audit.finding import COMPARE
from brief.calendar_words import NUMBERS
from brief.evidence import Claim, Evidence
from brief.letter.anatomy import Letter
from brief.reading import gaps
from brief.summary import Coverage, Summary, own_questions
from brief.verification.outcome import wrong
from brief.verification.record import check_counts


def check_lists(summary: Summary, claims: Sequence[Claim], letter: Letter) -> Iterator[Finding]:
    """Compare a summary's lists, gaps and counts with its letter and with one another.

    Args:
        summary: As saved.
        claims: All its claims, the bottom line first.
        letter: That it is about.
    """
    now = coverage(letter, claims, summary.deadlines)
    yield from _check_listed(summary, letter)
    yield from _check_gaps(summary, letter, not_listed(letter, claims[1:]))
    yield from _check_items(summary, claims, now, letter)
    yield from _check_told(summary, now)
    yield from check_counts(summary.checks, claims)


def _check_listed(summary: Summary, letter: Letter) -> Iterator[Finding]:
    """The deadlines and authorities that the letter has must all be listed."""
    listed = {d.as_stated for d in summary.deadlines}
    for d in letter.deadlines:
        if d.as_stated not in listed:
            what = f"The letter's deadline “{d.as_stated}” is not listed."
            yield wrong("deadlines", what, d.as_stated, source=d.evidence, check="coverage", do="Add it.")
    cited = {a.text for a in summary.authorities}
    for a in letter.authorities:
        if a.text not in cited:
            what = f"“{a.text}”, which the letter cites, is not listed."
            yield wrong("authorities", what, a.text, "likely", a.evidence, check="coverage", do="Add it.")


def _check_gaps(summary: Summary, letter: Letter, left: str | None) -> Iterator[Finding]:
    """What is said not to be stated must not be; what the program says of itself must be said."""
    own = (*gaps(letter), *filter(None, [left]))
    for i, gap in enumerate(summary.gaps):
        there = _contradicted(gap.lower(), letter)
        if there is not None:
            words, evidence = there
            what = f"“{gap}”, but the document has “{words}”."
            yield wrong(f"gaps.{i}", what, gap, "likely", evidence, check="silence", do="Strike it.")
    for gap in own:
        if gap not in summary.gaps:
            yield wrong("gaps", f"The brief no longer says: “{gap}”.", level="likely", do="Put it back.")


def _contradicted(gap: str, letter: Letter) -> tuple[str, Evidence | None] | None:
    """What the program found of a thing that a gap says is not there."""
    if gap.startswith("no ") and "deadline" in gap and letter.deadlines:
        return letter.deadlines[0].as_stated, letter.deadlines[0].evidence
    if _NO_LAW.search(gap) and letter.authorities:
        return letter.authorities[0].text, letter.authorities[0].evidence
    if _NO_SIGNER.search(gap) and letter.card.senders:
        return letter.card.senders[0].as_stated, None
    return None


_NO_LAW = re.compile(r"\b(?:cites?|names?|mentions?|invokes?) no\b.*\b(?:law|statute|authorit|treaty|bill)")
_NO_SIGNER = re.compile(r"\bno (?:signature|signer|name)|not (?:say|state) who (?:signed|wrote)")


def _check_items(summary: Summary, claims: Sequence[Claim], now: Coverage, letter: Letter) -> Iterator[Finding]:
    """Each item and question of the letter's lists is there once, and the coverage is what the brief says it is."""
    said = summary.checks.coverage
    lost = now.questions.found < said.questions.found or now.numbered_items.found < said.numbered_items.found
    lost = lost or len(claims) < summary.checks.claims - len(summary.checks.unsupported)
    for f in missing(letter, claims[1:]):
        level = "certain" if lost or (f.part == "questions" and not admits(summary.gaps, f)) else "unsure"
        yield f.model_copy(update={"level": level})
    if now != said:
        yield wrong("checks.coverage", f"The coverage is given as {_shares(said)}; it is {_shares(now)}.")
    numbers = Counter((q.number, q.parent) for q in summary.questions if q.number)
    for (number, parent), times in numbers.items():
        if times > 1:
            what = f"Number {number}{f' under {parent}' if parent else ''} is given {times} times."
            yield wrong("questions", what, level="likely", check="coverage", do=COMPARE)


_TOLD = re.compile(rf"\b(?:put|pose|ask|answer)s? (?P<many>an?|\d+|{'|'.join(NUMBERS)}) questions?\b", re.IGNORECASE)


def _check_told(summary: Summary, now: Coverage) -> Iterator[Finding]:
    """As many questions are listed, or asked in the letter, as the bottom line says that it puts."""
    m = _TOLD.search(summary.bottom_line.text)
    if m is None or (not summary.questions and summary.letter.kind != "full"):
        return
    many = int(m["many"]) if m["many"].isdigit() else int(NUMBERS.get(m["many"].lower(), 1))
    if many not in (len(summary.questions), own_questions(summary.questions), now.questions.total):
        what = f"The bottom line tells of “{m.group()}”; {own_questions(summary.questions)} are listed."
        yield wrong("questions", what, m.group(), "likely", check="coverage", do="Count them again.")


def _shares(of: Any) -> str:
    return ", ".join(f"{k.replace('_', ' ')} {v['found']} of {v['total']}" for k, v in of.model_dump().items())
