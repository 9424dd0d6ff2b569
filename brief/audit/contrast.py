"""What a comparison says of two claims set side by side: how they relate, in what they differ, and why."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from brief.audit.dates import compatible, dates
from brief.audit.finding import Finding
from brief.audit.opposition import at_odds, days_apart, days_of, figures_apart, opposed, overlap, said, same_matter
from brief.audit.reason import check_reason
from brief.audit.row import Row
from brief.audit.strength import cues
from brief.drafts import Aspect
from brief.evidence import Claim


def check(row: Row) -> tuple[Finding, ...]:
    """Check what a row says of its two claims, each of which is checked against its own letter elsewhere.

    Returns:
        The findings; their `part` is the row's field (`relation`, `aspect`, `why`) that they object to.
    """
    return (*check_sides(row), *check_relation(row), *check_kind(row), *check_reason(row))


def _object(part: str, what: str, do: str) -> Finding:
    return Finding(check="polarity", part=part, what=what, level="likely", do=do)


# --- the sides ---------------------------------------------------------------------------------------------------

_CROSSED = 0.5  # by so much more of both claims' words must stand in the other's quotation


def check_sides(row: Row) -> Iterator[Finding]:
    """Object when each claim's words fit the other's quotation clearly better than its own."""
    if row.a is None or row.b is None:
        return
    x, y = row.a.quoted, row.b.quoted
    fit = overlap(row.a.text, x)[0] + overlap(row.b.text, y)[0]
    if overlap(row.a.text, y)[0] + overlap(row.b.text, x)[0] - fit >= _CROSSED:
        what = f"The words of the two sides fit the passages exchanged: “{row.a.text[:100]}” and “{row.b.text[:100]}”."
        yield Finding(check="actors", what=what, level="likely", do="Put each side's words under its own letter.")


# --- the relation -----------------------------------------------------------------------------------------------

_ALL_OF_IT = 0.95  # of the shorter claim's words in the other: then no reason sets the two apart
_LITTLE = 0.2  # of the shorter claim's words in the other: less is no one matter


def check_relation(row: Row) -> Iterator[Finding]:
    """Compare the relation with the claims and with the row's own reason.

    Objects to an agreement whose claims contradict each other, give unlike figures or days, or have nothing in common;
    to a difference or conflict between claims that say the same; to a conflict in which nothing is opposed; and to a
    reason that tells the contrary of the relation. Proves nothing of what is opposed in sense alone.
    """
    if row.a is None or row.b is None:
        return
    if row.relation == "agree":
        what = _no_agreement(row, row.a, row.b)
    elif row.relation in ("differ", "conflict"):
        what = _no_difference(row, row.a, row.b)
    else:
        return
    if what:
        yield _object("relation", what, "Read both passages again; “unclear” is an answer too.")


def _no_agreement(row: Row, a: Claim, b: Claim) -> str:
    if row.lean in ("apart", "different"):
        return f"The two sides are said to agree; the reason given tells them apart: “{row.why}”."
    contradiction = opposed(a, b)
    if contradiction:
        return f"The two sides are said to agree, and push opposite ways: {contradiction}."
    apart = days_apart(a, b) if row.aspect == "deadline" else ""
    if apart:
        return f"The two sides are said to agree, and give different days: {apart}."
    figures = figures_apart(a, b) if row.aspect == "facts" else ""
    if figures:
        return f"The two sides are said to agree, and give different figures: {figures}."
    alike = max(overlap(a.text, b.text) + overlap(said(a), said(b)))
    if not row.lean and _asks(a) and _asks(b) and alike < _LITTLE:
        return "The two sides are said to agree; they ask for different things."
    if row.aspect == "facts" and not row.why and not alike:
        return "The two sides are said to agree on a fact, and have no word in common."
    return ""


def _asks(claim: Claim) -> bool:
    return bool(_ASKED.search(claim.text)) or getattr(claim, "strength", None) is not None


def _no_difference(row: Row, a: Claim, b: Claim) -> str:
    called = {"differ": "differ", "conflict": "conflict"}[row.relation]
    if row.lean == "alike":
        return f"The two sides are said to {called}; the reason given tells what they share: “{row.why}”."
    alike = same_matter(a, b, _ALL_OF_IT) or (row.lean != "apart" and same_matter(a, b))
    dated = bool(days_apart(a, b)) or bool(days_of(a)) != bool(days_of(b))
    if alike and not dated and (row.relation == "conflict" or not _other_force(a, b)):
        return f"The two sides are said to {called}, and say the same."
    if row.relation == "conflict" and row.lean not in ("apart", "different") and not at_odds(a, b):
        return "The two sides are said to conflict; nothing in them is opposed."
    return ""


def _other_force(a: Claim, b: Claim) -> bool:
    return cues(said(a)) != cues(said(b))


# --- the kind of difference -------------------------------------------------------------------------------------

_TIME = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?|\d{4}|january|february|march|april|may|june|july|august|september|october|november|december|monday"
    r"|tuesday|wednesday|thursday|friday|saturday|sunday|hours?|days?|weeks?|months?|years?|quarters?|deadlines?|dates?|season"
    r"|spring|summer|autumn|fall|winter|time(?:ly|line|table|frame)?|soon(?:er|est)?|swift\w*|quick\w*|earl(?:y|ier|iest)"
    r"|prompt\w*|immediate\w*|urgen\w*|at once|now|delay\w*|wait\w*|expedit\w*|until|before|after|late[rs]?|latest|term"
    r"|schedule|pending|end of|today|tomorrow|forthwith|moment|thaw|annual\w*|daily|weekly|monthly)\b",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"\b(?:acts?|laws?|lawful\w*|legal\w*|illegal\w*|unlawful\w*|statut\w+|treat(?:y|ies)|accords?|agreements?|conventions?"
    r"|courts?|judicial|judges?|claus\w+|articles?|sections?|orders?|U\.S\.C|C\.F\.R|codes?|requir\w+|arbitrat\w+|bills?"
    r"|legislat\w+|authorit\w+|authoriz\w+|regulat\w+|rules?|rulemaking|resolutions?|constitution\w*|mandat\w+|amendments?"
    r"|rights?|provisions?|jurisdiction|H\.R|S\.|prohibit\w*|oblig\w+|compl(?:y|iance|ies)|violat\w+|precedent|dut(?:y|ies)"
    r"|sanctions?|charter|protocols?)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"^\W*(?:[\w’'-]+\s){0,4}?(?:asks?|urges?|requests?|demands?|insists?|calls? (?:up)?(?:on|for)|wants?|hopes? for"
    r"|recommends?|encourages?|presses|seeks?)\b",
    re.IGNORECASE,
)


def check_kind(row: Row) -> Iterator[Finding]:
    """Object to a kind of difference for which the claims have nothing: a deadline without a time, a law without one.

    Each kind has words without which it cannot be; that they are there proves nothing.
    """
    lacks = _LACKS.get(row.aspect)
    what = lacks(row) if lacks else ""
    if what:
        said_kind = row.aspect.replace("_", " ")
        yield _object("aspect", f"The kind is given as “{said_kind}”, and {what}.", "Name what the passages differ in.")


def _no_law(row: Row) -> str:
    return _no_facts(row) if _LAW.search(row.words) else "no passage has a law or a rule"


def _no_deadline(row: Row) -> str:
    if not _TIME.search(row.words):
        return "no passage has a date or a term"
    if row.relation in ("differ", "conflict") and row.a and row.b and _one_day(row.a, row.b):
        return "both passages give the same day"
    return ""


def _one_day(a: Claim, b: Claim) -> bool:
    x, y = ([d for d in dates(said(c)) if d.day] for c in (a, b))
    return bool(x) and bool(y) and all(any(compatible(d, e, None) for e in y) for d in x) and len(x) == len(y)


def _no_strength(row: Row) -> str:
    if row.relation == "differ" and row.a and row.b and not row.why:
        x, y = (cues(said(c)) for c in (row.a, row.b))
        if x and x == y and len(x) == 1:
            return f"both passages carry the same: {min(x)}"
    return ""


def _no_facts(row: Row) -> str:
    both = [c for c in (row.a, row.b) if c is not None]
    asked = [_asks(c) for c in both]
    dated = [any(d.day for d in dates(c.text)) for c in both]
    return "both passages ask for something by a day" if len(both) == 2 and all(asked) and any(dated) else ""


_LACKS: Mapping[Aspect, Callable[[Row], str]] = {
    "deadline": _no_deadline, "legal_basis": _no_law, "strength": _no_strength, "facts": _no_facts,
}  # fmt: skip
