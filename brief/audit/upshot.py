"""The bottom line of a comparison, clause by clause: of both letters, of one, of one alone, and what it counts."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from brief.audit.aliases import known_groups
from brief.audit.attribution import Said, clauses
from brief.audit.contraries import contrary
from brief.audit.dates import compatible, dates
from brief.audit.finding import Check, Finding, Level
from brief.audit.heads import addressees
from brief.audit.negation import foci
from brief.audit.opposition import one_way, refuses, said, shared
from brief.audit.quantities import quantities
from brief.audit.row import Row
from brief.audit.strength import cues
from brief.audit.support import stems_of
from brief.audit.words import Kin, tokens
from brief.evidence import Claim
from brief.letter.card import LetterCard

# Set on the bottom lines of the sample letters, true and falsified (benchmarks/tamper_pairs.py).
_SHARED = 0.25  # of a clause on both letters that one passage of each must have, by weight
_COVERED = 0.6  # of its words that must stand somewhere in each letter
_SPOKEN = 0.5  # of a clause on one letter alone, or on what a letter does not do: then it is spoken of after all
_OTHERS = 0.2  # by so much more must a clause's words be the other letter's to stand under the wrong name
_MATTER = 2  # content words that a clause must have to be looked for; one will do if it is a name


@dataclass(frozen=True)
class Side:
    """What one letter says, as far as it is at hand.

    Args:
        passages: Its sentences, and the claims that rest on it with their quotations.
        claims: The claims' own words.
        people: Who writes to whom: names that a clause may have without being about them.
        text: All of it in one, with the letter's card: for names, days and figures.
    """

    passages: tuple[str, ...]
    claims: tuple[str, ...]
    people: frozenset[str]
    text: str

    @classmethod
    def of(cls, sentences: Iterable[str], claims: Iterable[tuple[str, str]], card: LetterCard) -> Side:
        """Take a letter's sentences, its claims as (text, quotation), and its card."""
        told = tuple(dict.fromkeys(claims))
        kept = dict.fromkeys(" ".join(p.split()) for p in [*sentences, *(f"{t} {q}" for t, q in told)])
        people = [*(p.as_stated for p in card.senders), card.senders_unnamed or "", addressees(card)]
        names = stems_of(" ".join(people))
        return cls(tuple(kept), tuple(t for t, _ in told), names, " ".join([*kept, card.model_dump_json()]))

    @cached_property
    def kin(self) -> tuple[Kin, ...]:
        """Each passage's content words."""
        return tuple(Kin(stems_of(p)) for p in self.passages)

    @cached_property
    def every(self) -> Kin:
        """The content words of the whole letter."""
        return Kin(w for k in self.kin for w in k.stems)

    @cached_property
    def counts(self) -> Counter[str]:
        """In how many passages each word stands."""
        return Counter(w for k in self.kin for w in k.stems)


@dataclass(frozen=True)
class Pair:
    """The two letters that a bottom line speaks of, and the rows that stand under it."""

    a: Side
    b: Side
    rows: Sequence[Row] = ()

    def side(self, who: str) -> tuple[Side, Side]:
        """Return the letter that a clause speaks of, and the other."""
        return (self.a, self.b) if who.endswith("a") else (self.b, self.a)

    def near(self, words: frozenset[str], side: Side) -> float:
        """Return how much of some words the nearest passage of a letter has; words that both use often weigh less.

        The names of who writes to whom count for nothing, unless there is nothing else.
        """
        weights = {w: self._weight(w) for w in words - self.a.people - self.b.people or words}
        total = sum(weights.values())
        return max((sum(n for w, n in weights.items() if w in kin) for kin in side.kin), default=0.0) / (total or 1.0)

    def covered(self, words: frozenset[str], side: Side) -> float:
        """Return how many of some words stand anywhere in a letter, of those that are not names of its people."""
        about = words - self.a.people - self.b.people or words
        return side.every.share(about)

    def _weight(self, word: str) -> float:
        return 1 / (1 + math.log(1 + min(self.a.counts[word], self.b.counts[word])))


def check(text: str, pair: Pair, counts: Mapping[str, frozenset[int]] | None = None) -> Iterator[Finding]:
    """Check a bottom line against the letters and the rows of its comparison.

    What both do must be borne by both, what one does by its own letter rather than the other, what only one does by no
    passage of the other, and what a letter does not do by none of its own. Proves only that the words are there.

    Args:
        text: The bottom line, in the caller's A and B.
        counts: What may be counted ("asks", "questions"), with the numbers that the result bears out.
    """
    for clause in clauses(text):
        for part in _parts(clause.text):
            what = _WHAT[clause.who](Said(clause.who, part, clause.denied), pair)
            if what:
                yield _object(what, part)
                break
    yield from _check_counts(text, pair, counts or {})


def _object(what: str, words: str, level: Level = "likely", check: Check = "support") -> Finding:
    return Finding(check=check, part="bottom_line", what=what, words=words, level=level, do=_DO)


_DO = "Say of each letter what its own rows say, and of both what both say."
_AND = re.compile(r"(?:,\s+|\s+)and\s+(?=(?:also\s+)?[a-z]+\s+(?:for|on|that|to|the|an?|its|their|how|up)\b)")


def _parts(said: str) -> list[str]:
    """Take "concern Halvek and ask for an answer" apart where each part has a verb of its own."""
    return [p for p in _AND.split(said) if p.strip()]


@lru_cache(maxsize=256)
def _words(text: str) -> frozenset[str]:
    """The stems of what a clause is about; its first word is the brief's own verb ("concern", "take up")."""
    told = tokens(text)
    return frozenset(t.stem for t in told[1:] if t.stem in stems_of(text) and not cues(t.text))


def _enough(text: str) -> bool:
    return len(_words(text)) >= _MATTER or any(t.text[0].isupper() for t in tokens(text)[1:])


def _short(text: str) -> str:
    return f"“{' '.join(text.split())[:120]}”"


def _of_both(clause: Said, pair: Pair) -> str:
    if not _enough(clause.text):
        return ""
    words = _words(clause.text)
    for name, side in (("A", pair.a), ("B", pair.b)):
        strange = _strange(clause.text, side)
        if strange:
            return f"Both letters are said to {_short(clause.text)}; letter {name} has no {strange}."
        if pair.near(words, side) < _SHARED or pair.covered(words, side) < _COVERED:
            return f"Both letters are said to {_short(clause.text)}; no passage of letter {name} bears it."
    return _parted(clause.text, pair)


def _parted(text: str, pair: Pair) -> str:
    """Say that a row has one letter for what both are said to do, and the other against it."""
    if not (_TAKES_SIDES.match(text) or refuses(text)):
        return ""
    for name, side in (("A", pair.a), ("B", pair.b)) if refuses(text) else ():
        if not any(shared(text, p) >= _MATTER and (refuses(p) or foci(p, wide=True)) for p in side.passages):
            return f"Both letters are said to {_short(text)}; letter {name} refuses nothing of the kind."
    for row in pair.rows:
        if row.relation != "conflict" or row.a is None or row.b is None:
            continue
        for own, other, name in ((row.a.text, row.b.text, "B"), (row.b.text, row.a.text, "A")):
            on_it = min(shared(text, own), shared(text, other)) >= _MATTER
            if on_it and refuses(text) == refuses(own) != refuses(other):
                against = f"letter {name} is told to want the contrary: {_short(other)}"
                return f"Both letters are said to {_short(text)}; {against}."
    return ""


_TAKES_SIDES = re.compile(
    r"\W*(?:\w+ly\s)?(?:ask|urge|request|demand|insist|call|want|hope|recommend|encourage|press|seek|support|oppose|favou?r|back"
    r"|endorse|reject|welcome)\b(?! the \w+ on\b)",
    re.IGNORECASE,
)


def _strange(text: str, side: Side) -> str:
    """A name, figure or day of a clause that a letter and its card don't have."""
    days = dates(side.text)
    for d in dates(text):
        if (d.day or d.month) and not any(compatible(d, x, None) for x in days):
            return f"“{d.words}”"
    have, known = side.text.casefold(), {g for g, _, _ in known_groups(side.text)}
    for m in _NAME.finditer(text):
        held = any(w[:_FORM].casefold() in have for w in m.group().split())
        if not held and not any(g in known for g, _, _ in known_groups(m.group())):
            return f"“{m.group()}”"
    return ""


# Of a name in several words one will do: "the Halvek Barrage" is "Halvek" in another letter.
_NAME = re.compile(r"(?<=[^.?!]\s)[A-Z][\w’'-]{2,}(?:\s[A-Z][\w’'-]{2,})*|\d[\d,.]*\d|\d")
_FORM = 6  # letters of a name that tell it in all its forms: Halvek, Halvek's; Keshara, Kesharan


def _of_one(clause: Said, pair: Pair) -> str:
    own, other = pair.side(clause.who)
    name, words = clause.who[-1].upper(), _words(clause.text)
    if not _enough(clause.text):
        return ""
    mine, theirs = pair.near(words, own), pair.near(words, other)
    if clause.denied:
        does = mine >= theirs and (mine >= _SPOKEN or mine - theirs >= _OTHERS)
        return f"Letter {name} is said not to {_short(clause.text)}, and has it." if does else ""
    strange = _strange(clause.text, own)
    if strange:
        where = "; the other letter has it" if not _strange(clause.text, other) else ""
        return f"Letter {name} is said to do this: {_short(clause.text)}; it has no {strange}{where}."
    if theirs - mine >= _OTHERS and not _ends_as(clause.text, own.text):
        return f"{_short(clause.text)} is said of letter {name}; its words are the other's."
    turned = _turned(clause.text, own)
    told = f"Letter {name} is said to do this: {_short(clause.text)}"
    return f"{told}; its own ask is: {_short(turned)}." if turned else ""


def _turned(text: str, own: Side) -> str:
    """The claim of a letter that a clause nearly repeats with its refusal put in or left out, if no other bears it."""
    if any(text.casefold().strip(" .“”") in c.casefold() or _holds(text, c) for c in own.claims):
        return ""
    scored = [(shared(text, c) / max(1, len(stems_of(text))), c) for c in own.claims]
    near = [c for score, c in scored if score >= _REPEATED]
    kept = any(one_way(c, text) or _by_contrary(c, text) for c in near)
    return near[0] if near and not kept else ""


def _holds(text: str, claim: str) -> bool:
    """Whether a clause holds a claim whole, or ends in its beginning, and nothing before it turns the claim round."""
    said = claim.strip(" .“”")
    before, found, _ = text.partition(said)
    if not found:
        before, found, rest = text.partition(" ".join(said.split()[:_BEGINS]))
        if not said.startswith(f"{found}{rest}".strip(" .“”")):
            return False
    return bool(found) and len(said.split()) >= _WHOLE and not _TURNS.search(before)


def _ends_as(text: str, letter: str) -> bool:
    """Whether the last words of a clause stand in a letter in this order."""
    words = [t.text.casefold() for t in tokens(text)][-_LAST:]
    return len(words) == _LAST and f" {' '.join(words)} " in f" {' '.join(t.text.casefold() for t in tokens(letter))} "


_BEGINS = 4  # words by which a claim that a clause breaks off is known again
_WHOLE, _LAST = 3, 8  # words of a claim that is known again; of a clause's end that no other letter has by chance
_TURNS = re.compile(r"\b(?:not|never|no longer|without|against|oppos\w+|refus\w+)\s+(?:to\s+)?[“‘]?$", re.IGNORECASE)


def _by_contrary(a: str, b: str) -> bool:
    """Whether a contrary word may make up for a negation: "not to open", "to stay closed"."""
    return any(contrary(s, t) for s in stems_of(a) for t in stems_of(b))


_NEARLY, _ALL = 0.75, 0.8  # as near as in its own letter; or hardly a word of it that the other letter lacks
_REPEATED = 0.6  # of a clause's words: then it tells of that claim


def _alone(clause: Said, pair: Pair) -> str:
    own, other = pair.side(clause.who)
    words, name = _words(clause.text), clause.who[-1].upper()
    if any(r.relation == "agree" and r.a and r.b and _on(words, r.a, r.b) for r in pair.rows):
        return f"Only letter {name} is said to do this: {_short(clause.text)}; a row has both."
    if not _enough(clause.text):
        return ""
    mine, theirs = pair.near(words, own), pair.near(words, other)
    covered = pair.covered(words, other)
    if theirs >= _SPOKEN or (theirs >= _SHARED and (theirs >= _NEARLY * mine or covered >= _ALL)):
        return f"Only letter {name} is said to do this: {_short(clause.text)}; the other letter speaks of it too."
    return _of_one(Said("a" if clause.who == "only_a" else "b", clause.text, clause.denied), pair)


def _on(words: frozenset[str], *claims: Claim) -> bool:
    """Whether each of some claims has all of some words, or words that may stand for them."""
    return bool(words) and all(w in kin for kin in (Kin(stems_of(said(c))) for c in claims) for w in words)


def _of_none(clause: Said, pair: Pair) -> str:
    words = _words(clause.text)
    sides = (("A", pair.a), ("B", pair.b)) if _enough(clause.text) else ()
    held = [name for name, side in sides if pair.near(words, side) >= _SPOKEN]
    return f"Neither letter is said to {_short(clause.text)}; letter {held[0]} does." if held else ""


_WHAT = {"both": _of_both, "a": _of_one, "b": _of_one, "only_a": _alone, "only_b": _alone, "neither": _of_none}

# --- what it counts ---------------------------------------------------------------------------------------------

_COUNTED = {
    "asks": ("ask", "request", "demand", "action", "recommendation"),
    "questions": ("question",),
    "deadlines": ("deadline",),
    "rows": ("point", "row", "matter", "issue", "respect"),
}


def _check_counts(text: str, pair: Pair, counts: Mapping[str, frozenset[int]]) -> Iterator[Finding]:
    """Compare "four of five asks" with the tables; a count that a letter itself gives stands."""
    for m in _COUNT.finditer(text):
        noun = next(k for k, words in _COUNTED.items() if m["noun"].lower().startswith(words))
        if noun not in counts or m.group().casefold() in f"{pair.a.text} {pair.b.text}".casefold():
            continue
        values = [next(int(q.value) for q in quantities(f"{n} things")) for n in (m["n"], m["of"]) if n]
        of_both = bool(_SHARING.search(text[: m.start()])) and f"shared {noun}" in counts
        if set(values) - counts[noun] or (of_both and values[0] not in counts[f"shared {noun}"]):
            yield _object(f"“{m.group()}” is not what the tables give.", m.group(), "likely", "figures")


_SHARING = re.compile(r"\b(?:share|have in common|agree on|have)\s(?:\w+\s){0,2}$")
_N = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty)"
_COUNT = re.compile(
    rf"\b(?P<n>{_N})(?:\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+)?(?P<of>{_N}))?\s+(?:[a-z]+\s+)?"
    r"(?P<noun>(?:ask|request|demand|action|recommendation|question|deadline|point|row|matter|issue|respect)s)\b",
    re.IGNORECASE,
)
