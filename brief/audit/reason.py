"""Why two claims are set side by side: each clause of a row's reason against the claim that it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brief.audit.attribution import Said, clauses
from brief.audit.dates import compatible, dates
from brief.audit.finding import Check, Finding
from brief.audit.negation import foci
from brief.audit.opposition import refuses, said
from brief.audit.parity import governed
from brief.audit.row import Row
from brief.audit.strength import cues
from brief.audit.support import stems_of
from brief.audit.words import Kin, tokens
from brief.evidence import Claim

_HELD = 0.34  # of what neither letter is said to do: then one of them does
_OTHERS = 0.9  # by so many more words must a reason's clauses be the other sides' for A and B to be exchanged,
_OTHERS_OF_ONE = 1.5  # and by so many where it speaks of one letter alone
_IN_QUOTE, _IN_LETTER = 0.8, 0.3  # weight of a word that only the quotation has, or only the letter around it
_STRENGTH, _DENIAL = 1.0, 1.5  # weights of a verb of asking, and of a denial
_STRANGE = re.compile(r"“([^”]{2,})”")
_NO = re.compile(
    r"\b(?:not|no|none|never|against|oppos\w*|refus\w*|reject\w*|den(?:y|ies)|forbid\w*|disput\w*|doubts?)\b",
    re.IGNORECASE,
)
_SOONER = re.compile(r"\b(?:earlier|sooner|first|shorter|tighter)\b", re.IGNORECASE)
_LATER = re.compile(r"\b(?:later|longer|last)\b", re.IGNORECASE)


def check_reason(row: Row) -> Iterator[Finding]:
    """Compare each clause of a reason with the claim of the letter that it speaks of.

    Objects where a letter is said not to do what its claim does, where words set in quotation marks or a day are the
    other side's, and where the clauses as a whole fit better with A and B exchanged. Proves nothing of other words.
    """
    every = clauses(row.why)
    for clause in every:
        what = _denied(clause, row) or _misquoted(clause, row)
        if what:
            yield _object(what, clause.text)
            return
    if _exchanged(every, row):
        yield _object(f"The reason fits the passages with A and B exchanged: “{row.why}”.", row.why)
    elif row.a and row.b and _wrong_order(every, row.a, row.b):
        yield _object(f"The days of the two passages stand in another order: “{row.why}”.", row.why, "dates")


def _object(what: str, words: str, check: Check = "support") -> Finding:
    do = "Say only what the two passages say, each under its own letter."
    return Finding(check=check, part="why", what=what, words=words, level="likely", do=do)


def _side(row: Row, who: str) -> tuple[Claim | None, Claim | None]:
    return (row.a, row.b) if who.endswith("a") else (row.b, row.a)


def _denied(clause: Said, row: Row) -> str:
    """Say that a letter does what it is said not to do; of "neither" that one of them does."""
    if not clause.denied or not clause.text:
        return ""
    if clause.who in ("neither", "both"):
        held = [c for c in (row.a, row.b) if c is not None and _held(_matter(clause.text), said(c)) >= _HELD]
        return f"The reason has neither letter do what a passage does: “{clause.text}”." if held else ""
    what = f"The reason has letter {clause.who[-1].upper()} not do what its passage does: “{clause.text}”."
    return what if _does(clause, row) else ""


def _does(clause: Said, row: Row) -> bool:
    """Whether a letter's own side holds as much as the other's of what the letter is said not to do."""
    (own, other), texts = _side(row, clause.who), row.letters if clause.who.endswith("a") else row.letters[::-1]
    words = _matter(clause.text)
    if own is None:
        return False
    if not words:  # "does not urge"; of one who does not where the other does, it may be so
        force = cues(clause.text)
        alone = other is not None and force & cues(said(other)) and not force & cues(said(own))
        return not alone and bool(force or _NO.search(clause.text))
    mine, theirs = _held(words, said(own)), _held(words, said(other)) if other else 0.0
    if mine == theirs and other is not None and refuses(own.text) != refuses(other.text):
        return mine > 0 and not refuses(own.text)
    around, far = (sum(w in Kin(t) for w in words) for t in texts)
    return mine > theirs or (mine == theirs and (around > far or (around == far and mine + around > 0)))


def _matter(text: str) -> frozenset[str]:
    """The stems of what a clause is about: not its verbs of asking, nor its negations."""
    return frozenset(
        t.stem for t in tokens(text) if t.stem in stems_of(text) and not cues(t.text) and not _NO.fullmatch(t.text)
    )


def _held(words: frozenset[str], text: str) -> float:
    return Kin(stems_of(text)).share(words)


def _misquoted(clause: Said, row: Row) -> str:
    if clause.who not in ("a", "b"):
        return ""
    own, other = _side(row, clause.who)
    if own is None or other is None:
        return ""
    name = clause.who.upper()
    for m in _STRANGE.finditer(clause.text):
        others = _stands(m[1], other)
        if not _stands(m[1], own) and (others or m[1] not in row.topic):
            whose = "the other's" if others else "of neither passage"
            return f"The reason gives “{m[1]}” to letter {name}; the words are {whose}."
    mine, theirs = (dates(said(c)) for c in (own, other))
    for d in dates(clause.text):
        if d.day and not any(compatible(d, x, None) for x in mine):
            whose = "the other's" if any(compatible(d, x, None) for x in theirs) else "of neither passage"
            return f"The reason gives {d.words} to letter {name}; the day is {whose}."
    return ""


def _stands(words: str, claim: Claim) -> bool:
    return " ".join(words.split()).casefold() in " ".join(said(claim).split()).casefold()


def _exchanged(every: Sequence[Said], row: Row) -> bool:
    """Tell whether the clauses on A and B fit the two claims clearly better the other way round."""
    of = [c for c in every if c.who in ("a", "b") and not c.denied]
    if row.a is None or row.b is None or not of:
        return False
    sides = {"a": (row.a, row.letters[0]), "b": (row.b, row.letters[1])}
    fit = sum(_fit(c.text, *sides[c.who]) for c in of)
    turned = sum(_fit(c.text, *sides["b" if c.who == "a" else "a"]) for c in of)
    return turned - fit >= (_OTHERS if len({c.who for c in of}) == 2 else _OTHERS_OF_ONE)


def _fit(text: str, claim: Claim, letter: frozenset[str]) -> float:
    """How much of a clause a claim holds: its content words, its verb of asking, and whether it denies.

    A word that the claim denies and the clause does not, or the other way round, is hardly held.
    """
    own, quoted, around = Kin(stems_of(claim.text)), Kin(stems_of(said(claim))), Kin(letter)
    denied = _denied_words(claim.text) ^ _denied_words(text)
    held = 0.0
    for w in _matter(text):
        near = 1.0 if w in own else _IN_QUOTE if w in quoted else _IN_LETTER if w in around else 0.0
        held += min(near, _IN_LETTER) if w in denied else near
    force = cues(_verb_of(text))
    held += _STRENGTH * bool(force & cues(said(claim))) / 2 + _STRENGTH * bool(force & cues(claim.text)) / 2
    denies = bool(_NO.search(text)) or refuses(text)
    return held + (_DENIAL if denies and (refuses(claim.text) or bool(foci(claim.text))) else 0.0)


def _denied_words(text: str) -> frozenset[str]:
    return frozenset(g.token.stem for g in governed(text) if g.denials % 2 and g.token.text[0].islower())


def _verb_of(text: str) -> str:
    """The first words of a clause, where its verb of asking stands."""
    first = tokens(text)[:2]
    return text[: first[-1].end] if first else ""


def _wrong_order(every: Sequence[Said], a: Claim, b: Claim) -> bool:
    """Tell whether a letter said to give the earlier (or later) day gives the later (or earlier) one."""
    days = [_first_day(c) for c in (a, b)]
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return False
    first = "a" if days[0] < days[1] else "b"
    of = [c for c in every if c.who in ("a", "b")]
    return any(
        (_SOONER.search(c.text) and (c.who != first) != c.denied)
        or (_LATER.search(c.text) and (c.who == first) != c.denied)
        for c in of
    )


def _first_day(claim: Claim) -> tuple[int, int, int] | None:
    found = [(d.year or 0, d.month, d.day) for d in dates(claim.text) if d.month and d.day]
    return found[0] if found else None
