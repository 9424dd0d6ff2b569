"""What a comparison says of two claims set side by side: how they relate, in what they differ, and why."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from brief.audit.attribution import Said, clauses
from brief.audit.dates import compatible, dates
from brief.audit.finding import Check, Finding, Level
from brief.audit.modality import cues
from brief.audit.opposition import at_odds, days_apart, figures_apart, opposed, overlap, refuses, said, same_matter
from brief.audit.polarity import foci, governed
from brief.audit.support import stems_of
from brief.audit.words import Kin, tokens
from brief.drafts import Aspect, Relation
from brief.evidence import Claim


@dataclass(frozen=True)
class Row:
    """A row of a comparison: the claims that it sets side by side, and what it says of them.

    Args:
        letters: The stems of all that each letter says, where it is at hand: for reasons in words of their own.
    """

    topic: str
    relation: Relation
    aspect: Aspect
    a: Claim | None
    b: Claim | None
    why: str = ""
    letters: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())

    @cached_property
    def words(self) -> str:
        """All that the row's claims say and quote, and its topic."""
        return " ".join([self.topic, *(said(c) for c in (self.a, self.b) if c)])

    @cached_property
    def lean(self) -> str:
        """What its reason speaks of: `alike`, `apart`, or "" if it does not tell."""
        return lean_of(self.why)


def check(row: Row) -> tuple[Finding, ...]:
    """Check what a row says of its two claims, each of which is checked against its own letter elsewhere.

    Returns:
        The findings; their `part` is the row's field (`relation`, `aspect`, `why`) that they object to.
    """
    return (*check_relation(row), *check_kind(row), *check_reason(row))


def _object(part: str, what: str, words: str = "", level: Level = "likely", check: Check = "polarity") -> Finding:
    return Finding(check=check, part=part, what=what, words=words, level=level, do=_DO[part])


_DO = {
    "relation": "Read both passages again; “unclear” is an answer too.",
    "aspect": "Name what the two passages differ in.",
    "why": "Say only what the two passages say, each under its own letter.",
}

# --- the relation -----------------------------------------------------------------------------------------------

_TOGETHER = re.compile(
    r"\b(?:both|neither|each|the same|alike|likewise|equally|in common|together|too|as well|also|agrees?|shares?)\b", re.IGNORECASE
)
_LEADS = re.compile(r"^\W*(?:both|neither|each|they|the two|A and B)\b", re.IGNORECASE)
_APART = re.compile(
    r"\b(?:differ(?:s|ent|ence|ently)?|disput\w*|contradict\w*|contrary|oppos\w*|opposite|reject\w*|den(?:y|ies)|against|prevents?|"
    r"whereas|while|unlike|instead|rather|but|only|none|part(?:s)?\b(?! of)|earlier|later|sooner|stricter|softer|milder|"
    r"stronger|weaker|harder|firmer|narrower|wider|broader|further|higher|lower|more|less|fewer|not)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:differ(?:s|ent|ence)?|disput\w*|contradict\w*|contrary|oppos\w*|reject\w*|den(?:y|ies)|against|prevents?|whereas|while|"
    r"unlike|instead|rather|but|none|not|never)\b",
    re.IGNORECASE,
)
_LITTLE = 0.2  # of the shorter claim's words in the other: less is no one matter


def lean_of(why: str) -> str:
    """Tell whether a reason speaks of what the letters share (`alike`), of what parts them (`apart`), or of neither.

    "Both want it" leans one way, "A wants it, B does not" the other; "both" with a contrast ("Both want it; A sooner")
    leans neither way, but where it says itself that they differ (`different`).
    """
    if not why.strip():
        return ""
    sides = {s.who[-1] for s in clauses(why) if s.who in ("a", "b", "only_a", "only_b")}
    plain = re.sub(r"“[^”]*”", "“”", why)
    if _LEADS.search(plain):
        if re.search(r"\bdiffer", plain, re.IGNORECASE):
            return "different"
        return "" if _AGAINST.search(plain) or len(sides) == 2 else "alike"
    if _TOGETHER.search(plain):
        return "apart" if re.search(r"\bcontradict|\bcontrary|\boppos", plain, re.IGNORECASE) else ""
    return "apart" if len(sides) == 2 or _APART.search(plain) else ""


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
        yield _object("relation", what)


def _no_agreement(row: Row, a: Claim, b: Claim) -> str:
    if row.lean in ("apart", "different"):
        return f"The two sides are said to agree; the reason given tells them apart: “{row.why}”."
    contradiction = opposed(a, b)
    if contradiction:
        return f"The two sides are said to agree, and push opposite ways: {contradiction}."
    apart = days_apart(a, b) if row.aspect == "deadline" or not row.why else ""
    if apart:
        return f"The two sides are said to agree, and give different days: {apart}."
    figures = figures_apart(a, b) if row.aspect == "facts" or not row.why else ""
    if figures:
        return f"The two sides are said to agree, and give different figures: {figures}."
    if not row.lean and max(overlap(a.text, b.text) + overlap(said(a), said(b))) < _LITTLE:
        return "The two sides are said to agree, and share no matter."
    return ""


def _no_difference(row: Row, a: Claim, b: Claim) -> str:
    called = {"differ": "differ", "conflict": "conflict"}[row.relation]
    if row.lean == "alike":
        return f"The two sides are said to {called}; the reason given tells what they share: “{row.why}”."
    if same_matter(a, b) and not days_apart(a, b) and row.lean != "apart" and not _other_force(a, b):
        return f"The two sides are said to {called}, and say the same."
    if row.relation == "conflict" and row.lean != "apart" and not at_odds(a, b):
        return "The two sides are said to conflict; nothing in them is opposed."
    return ""


def _other_force(a: Claim, b: Claim) -> bool:
    return cues(said(a)) != cues(said(b))


# --- the kind of difference -------------------------------------------------------------------------------------

_TIME = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?|\d{4}|january|february|march|april|may|june|july|august|september|october|november|december|monday"
    r"|tuesday|wednesday|thursday|friday|saturday|sunday|hours?|days?|weeks?|months?|years?|quarters?|deadlines?|dates?|season"
    r"|spring|summer|autumn|fall|winter|time(?:ly|line|table|frame)?|soon(?:er|est)?|swift\w*|quick\w*|earl(?:y|ier|iest)"
    r"|prompt\w*|immediate\w*|urgen\w*|at once|now|delay\w*|wait\w*|expedit\w*|until|before|after|late[rs]?|latest|term|schedule"
    r"|pending|end of|today|tomorrow|forthwith|moment|thaw|annual\w*|daily|weekly|monthly)\b",
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
_ASKS = re.compile(
    r"\b(?:ask|urg|request|demand|insist|call(?:s|ed|ing)? (?:up)?(?:on|for)|want|hope|recommend|encourag|press|plead|seek|please|should"
    r"|must|need|propos|suggest|wish|would|appeal|implor|expect|requir|look forward|support|oppos|welcom|strong|firm|grateful|thank)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"^\W*(?:[\w’'-]+\s){0,4}?(?:asks?|urges?|requests?|demands?|insists?|calls? (?:up)?(?:on|for)|wants?|hopes? for|recommends?|"
    r"encourages?|presses|seeks?)\b",
    re.IGNORECASE,
)


def check_kind(row: Row) -> Iterator[Finding]:
    """Object to a kind of difference for which the claims have nothing: a deadline without a time, a law without one.

    Each kind has words without which it cannot be; that they are there proves nothing.
    """
    lacks = _LACKS.get(row.aspect)
    what = lacks(row) if lacks else ""
    if what:
        yield _object("aspect", f"The kind is given as “{row.aspect.replace('_', ' ')}”, and {what}.")


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
    if not _ASKS.search(row.words):
        return "no passage asks for anything"
    if row.relation == "differ" and row.a and row.b and not row.why:
        x, y = (cues(said(c)) for c in (row.a, row.b))
        if x and x == y and len(x) == 1:
            return f"both passages carry the same: {min(x)}"
    return ""


def _no_facts(row: Row) -> str:
    both = [c for c in (row.a, row.b) if c is not None]
    asked = [bool(_ASKED.search(c.text)) or getattr(c, "strength", None) is not None for c in both]
    dated = [any(d.day for d in dates(c.text)) for c in both]
    return "both passages ask for something by a day" if len(both) == 2 and all(asked) and any(dated) else ""


_LACKS: Mapping[Aspect, Callable[[Row], str]] = {
    "deadline": _no_deadline, "legal_basis": _no_law, "strength": _no_strength, "facts": _no_facts,
}  # fmt: skip

# --- the reason -------------------------------------------------------------------------------------------------

_HELD = 0.34  # of what neither letter is said to do: then one of them does
_OTHERS = 0.9  # by so many more words must a reason's clauses be the other sides' for A and B to be exchanged,
_OTHERS_OF_ONE = 1.5  # and by so many where it speaks of one letter alone
_IN_QUOTE, _IN_LETTER = 0.8, 0.3  # weight of a word that only the quotation has, or only the letter around it
_STRENGTH, _DENIAL = 1.0, 1.5  # weights of a verb of asking, and of a denial
_STRANGE = re.compile(r"“([^”]{2,})”")
_NO = re.compile(
    r"\b(?:not|no|none|never|against|oppos\w*|refus\w*|reject\w*|den(?:y|ies)|forbid\w*|disput\w*|doubts?)\b", re.IGNORECASE
)
_SOONER = re.compile(r"\b(?:earlier|sooner|first|shorter|tighter)\b", re.IGNORECASE)
_LATER = re.compile(r"\b(?:later|longer|last)\b", re.IGNORECASE)


def check_reason(row: Row) -> Iterator[Finding]:
    """Compare each clause of a reason with the claim of the letter that it speaks of.

    Objects where a letter is said not to do what its claim does, where words set in quotation marks or a day are the other
    side's, and where the clauses as a whole fit better with A and B exchanged. Proves nothing of a reason in other words.
    """
    every = clauses(row.why)
    for clause in every:
        what = _denied(clause, row) or _misquoted(clause, row)
        if what:
            yield _object("why", what, clause.text, check="support")
            return
    if _exchanged(every, row):
        yield _object("why", f"The reason fits the passages with A and B exchanged: “{row.why}”.", row.why, check="support")
    elif row.a and row.b and _wrong_order(every, row.a, row.b):
        yield _object("why", f"The days of the two passages stand in another order: “{row.why}”.", row.why, check="dates")


def _side(row: Row, who: str) -> tuple[Claim | None, Claim | None]:
    return (row.a, row.b) if who.endswith("a") else (row.b, row.a)


def _denied(clause: Said, row: Row) -> str:
    """Say that a letter does what it is said not to do; of "neither" that one of them does."""
    if not clause.denied or not clause.text:
        return ""
    if clause.who in ("neither", "both"):
        held = [c for c in (row.a, row.b) if c is not None and _held(_matter(clause.text), said(c)) >= _HELD]
        return f"The reason has neither letter do what a passage does: “{clause.text}”." if held else ""
    return (
        f"The reason has letter {clause.who[-1].upper()} not do what its passage does: “{clause.text}”."
        if _does(clause, row)
        else ""
    )


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
    if mine == theirs:
        mine, theirs = (sum(w in Kin(t) for w in words) for t in texts)
    return mine > theirs or mine == theirs > 0


def _matter(text: str) -> frozenset[str]:
    """The stems of what a clause is about: not its verbs of asking, nor its negations."""
    return frozenset(
        t.stem for t in tokens(text) if t.stem in stems_of(text) and not cues(t.text) and not _NO.fullmatch(t.text)
    )


def _held(words: frozenset[str], text: str) -> float:
    kin = Kin(stems_of(text))
    return sum(w in kin for w in words) / max(1, len(words))


def _misquoted(clause: Said, row: Row) -> str:
    if clause.who not in ("a", "b"):
        return ""
    own, other = _side(row, clause.who)
    if own is None or other is None:
        return ""
    name = clause.who.upper()
    for m in _STRANGE.finditer(clause.text):
        if not _stands(m[1], own) and m[1] not in row.topic:
            whose = "the other's" if _stands(m[1], other) else "of neither passage"
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
    return frozenset(g.token.stem for g in governed(text) if g.negated and g.token.text[0].islower())


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
        (_SOONER.search(c.text) and (c.who != first) != c.denied) or (_LATER.search(c.text) and (c.who == first) != c.denied)
        for c in of
    )


def _first_day(claim: Claim) -> tuple[int, int, int] | None:
    found = [(d.year or 0, d.month, d.day) for d in dates(claim.text) if d.month and d.day]
    return found[0] if found else None
