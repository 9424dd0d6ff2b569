"""What sets two claims against each other, as far as words show it: refusal, contraries, figures, dates."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from brief.audit import lexicon
from brief.audit.contraries import contrary
from brief.audit.dates import DateMention, compatible, dates
from brief.audit.negation import foci
from brief.audit.quantities import Quantity, quantities, same_value
from brief.audit.support import stems_of
from brief.audit.words import Kin, tokens
from brief.direction import direction
from brief.evidence import Claim
from brief.letter.verbs import ACTIONS, OPPOSING

SHARED = 2  # content words that two claims must share for a word of one to be set against a word of the other
ALIKE = 0.8  # of the shorter claim's words in the other, and
NEARLY = 0.5  # of the longer's: then they say the same, unless something in them is opposed


def said(claim: Claim) -> str:
    """Return a claim's own words and those it quotes."""
    return f"{claim.text} {claim.quoted}" if claim.evidence else claim.text


def overlap(a: str, b: str) -> tuple[float, float]:
    """Return the shares of each text's content words that the other has, or a word that may stand for it."""
    mine, theirs = stems_of(a), stems_of(b)
    return Kin(theirs).share(mine), Kin(mine).share(theirs)


def shared(a: str, b: str) -> int:
    """Count the content words of `a` that `b` has, or a word that may stand for it."""
    kin = Kin(stems_of(b))
    return sum(w in kin for w in stems_of(a))


def same_matter(a: Claim, b: Claim, least: float = ALIKE) -> bool:
    """Tell whether two claims say the same in nearly the same words.

    Args:
        least: The share of the shorter one's words that the other must have.
    """
    for x, y in ((a.text, b.text), (a.quoted, b.quoted)):
        low, high = sorted(overlap(x, y)) if x and y else (0.0, 0.0)
        if high >= least and low >= NEARLY and one_way(x, y) and not _figures_apart(x, y):
            return True
    return False


def one_way(a: str, b: str) -> bool:
    """Whether both want a thing done or both don't.

    "Withdraw it" and "want it withdrawn" do, by one word; of "prevent the harm" and "reduce the number" nobody can
    tell, since what they are against is not one thing.
    """
    if refuses(a) == refuses(b):
        return True
    if bool(_HEAD.search(_EMPTY.sub(" ", a))) != bool(_HEAD.search(_EMPTY.sub(" ", b))):
        return False
    against = [(t.stem, y) for x, y in ((a, b), (b, a)) for t in tokens(x) if t.folded in OPPOSING]
    return any(w in Kin(stems_of(y)) for w, y in against) or not (_object(a) & _object(b))


_FIRST = 6  # content words after its verb in which the object of an ask stands


def _object(text: str) -> frozenset[str]:
    """The stems of the first content words after the first verb that names an action."""
    every = tokens(text)
    verb = next((i for i, t in enumerate(every) if t.folded in _DOING), -1)
    return frozenset([t.stem for t in every[verb + 1 :] if t.is_content][:_FIRST])


_HEAD = re.compile(r"^\W*(?:[\w’'“”-]+\W+){0,9}?(?:not|never|against|no|none)\b", re.IGNORECASE)
_EMPTY = re.compile(
    r"\b(?:not only|no later than|not later than|no less than|no fewer than|not more than|no more than|no\. ?\d"
    r"|(?:if|why|whether or) not)",
    re.IGNORECASE,
)
_REFUSING = re.compile(
    r"^\W*(?:(?:we|they|I|the (?:letter|senators|members|writers|signers|groups|governor))\s)?(?:(?:also|"
    r"\w+ly)\s)?(?:opposes?|objects? to|rejects?|refus(?:es?|al)|den(?:y|ies|ial)|disputes?|forbids?|condemns?)\b",
    re.IGNORECASE,
)


_DOING = ACTIONS - frozenset("do urge ask request call press recommend encourage seek say demand want hope".split())  # noqa: SIM905
_HEADED = 9  # words within which an ask has come to its verb: "urges the Secretary of Commerce to deny"
_STATES = re.compile(
    r"^\W*(?:[\w’'-]+\s){0,3}?(?:says?|notes?|states?|writes?|holds?|argues?|warns?|reports?|tells?|points?|finds?|believes?"
    r"|observes?|counts?|puts?|gives?|claims?|thinks?|is|are|was|were|has|have|had|will|can|cannot|could)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=256)
def refuses(text: str) -> bool:
    """Tell whether what a text wants first is that a thing not be done: a negation at its head, or a verb against it.

    "Urges the Secretary not to issue", "deny all", "opposes"; not "asks by no later than May", nor a statement of what
    is not so.
    """
    if _STATES.search(text):
        return False
    plain = _EMPTY.sub(" ", text)
    verb = next((t.folded for t in tokens(plain)[:_HEADED] if t.folded in _DOING), "")
    return (verb in OPPOSING or bool(_REFUSING.search(plain))) != bool(_HEAD.search(plain))


def opposed(a: Claim, b: Claim) -> str:
    """Say by what two claims on one matter contradict each other, or return an empty string.

    Asks for one thing of which one is that it not be done, or contraries. Proves nothing of claims that are opposed in
    their sense alone.
    """
    if shared(a.text, b.text) < SHARED and shared(a.quoted, b.quoted) < SHARED:
        return ""
    if not one_way(a.text, b.text) and shared(a.text, b.text) >= SHARED:
        return "one wants done what the other wants not to be done"
    mine, theirs = stems_of(a.text), stems_of(b.text)
    pair = next(((s, t) for s in sorted(mine - theirs) for t in sorted(theirs - mine) if contrary(s, t)), None)
    if pair and bool(foci(a.text)) == bool(foci(b.text)) and len(mine & theirs) >= SHARED:
        return f"contrary words ({_whole(pair[0], a.text)}, {_whole(pair[1], b.text)})"
    return ""


def _whole(stemmed: str, text: str) -> str:
    return next((t.text for t in tokens(text) if t.stem == stemmed), stemmed)


def figures_apart(a: Claim, b: Claim) -> str:
    """Name two figures of one thing, one of each claim, of which the other claim has no equal."""
    return _figures_apart(a.text, b.text)


def _figures_apart(a: str, b: str) -> str:
    mine, theirs = quantities(a), quantities(b)
    left = [p for p in mine if not any(same_value(p, q) or same_value(q, p) for q in theirs)]
    right = [q for q in theirs if not any(same_value(p, q) or same_value(q, p) for p in mine)]
    pair = next(((p, q) for p, q in product(left, right) if _one_thing(p, q)), None)
    return f"{a[pair[0].start : pair[0].end].strip()}, {b[pair[1].start : pair[1].end].strip()}" if pair else ""


def _one_thing(a: Quantity, b: Quantity) -> bool:
    """Two amounts of money, two shares, or two counts of one noun."""
    return a.kind == b.kind and a.unit == b.unit and (a.kind in ("money", "percent") or bool(set(a.noun) & set(b.noun)))


def days_of(claim: Claim) -> tuple[DateMention, ...]:
    """Return the days that a claim names, of its own words or else of those it quotes."""
    own = tuple(d for d in dates(claim.text) if d.day or d.weekday is not None)
    return own or tuple(d for d in dates(claim.quoted) if d.day or d.weekday is not None)


def days_apart(a: Claim, b: Claim) -> str:
    """Name the days of two claims if both give some and none of A's may be one of B's."""
    mine, theirs = days_of(a), days_of(b)
    if not mine or not theirs:
        return ""
    if any(compatible(x, y, None) or compatible(y, x, None) for x, y in product(mine, theirs)):
        return ""
    return f"{mine[0].words}, {theirs[0].words}"


def at_odds(a: Claim, b: Claim) -> bool:
    """Tell whether anything at all in two claims could be opposed: generous, where `opposed` is strict."""
    x, y = said(a), said(b)
    if opposed(a, b) or days_apart(a, b) or _figures_apart(x, y) or _figures_apart(a.text, b.text):
        return True
    if pulls_apart(a, b) or direction(x) * direction(y) == -1:
        return True
    if bool(foci(x)) != bool(foci(y)) or _says_no(a.text) != _says_no(b.text):
        return True
    return any(contrary(s, t) for s in stems_of(x) for t in stems_of(y))


def pulls_apart(a: Claim, b: Claim) -> bool:
    """Tell whether two claims' own words pull opposite ways: by the balance of their verbs, or by contraries."""
    if direction(a.text) * direction(b.text) == -1 or _refused(a) != _refused(b):
        return True
    return any(contrary(s, t) for s in stems_of(a.text) for t in stems_of(b.text))


def _refused(claim: Claim) -> bool:
    return refuses(claim.text) or bool(foci(claim.text))


def _says_no(text: str) -> bool:
    return any(t.folded in lexicon.words("refusing") for t in tokens(text))
