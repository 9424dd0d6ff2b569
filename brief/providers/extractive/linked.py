"""Two points of two letters set side by side: what they share, and whether they agree, contradict or only touch."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from brief.amounts import AMOUNT, beside, is_yearly, other_names
from brief.deeds import Kinship, deeds, kinship
from brief.direction import direction, pull
from brief.drafts import Aspect, Relation, RowDraft
from brief.providers.extractive.leading import text_of
from brief.providers.extractive.matters import Item
from brief.providers.extractive.stands import sided, stand
from brief.words import WORD, senses, shared_phrases, shared_run, tokens

AGREE = 0.34  # nearness from which two points of one kind say the same, if no word turns one of them round
ONE_TEXT = 0.6  # nearness from which two asks are one, whatever their verbs
HALF = 0.5  # share of what the shorter ask names in the other from which two asks touch one thing


@dataclass(frozen=True, slots=True)
class Link:
    """A point of each letter, as a compare request sets them side by side, and how they stand to each other."""

    a: Item
    b: Item
    near: float
    by: str
    topic: str
    shared: int
    telling: Mapping[str, float]
    readers: frozenset[str] = frozenset()

    @property
    def common(self) -> tuple[str, ...]:
        """The phrases of the first point that the second has too, the most telling first: at most two."""
        a, b = self.a["quote"], self.b["quote"]
        phrases = shared_phrases(a, b, self.telling)[:2]
        run = "" if any(map(tells, phrases[:1])) else shared_run(a, b)
        return (run, *(p for p in phrases if p not in run))[:2] if run else phrases

    @property
    def kinds(self) -> tuple[str, ...]:
        """The parts that the two points play, sorted."""
        return tuple(sorted((self.a["kind"], self.b["kind"])))

    @property
    def opposed(self) -> bool:
        """Whether one pushes what the other holds back, by the balance of their words and on a thing that both name."""
        a, b = self.a["quote"], self.b["quote"]
        return direction(a) * direction(b) < 0 and _of_one_thing(pull(a), pull(b))

    @property
    def wants(self) -> bool:
        """Whether both points are asks, or positions with a stance, and one of them is the letter's own."""
        sides = (self.a, self.b)
        return all(i["kind"] == "ask" or sided(i) for i in sides) and any("strength" in i or sided(i) for i in sides)

    @property
    def own(self) -> int:
        """How many of the points are a letter's own asks: no clause, no stand, nor what a release tells of one."""
        return ("strength" in self.a) + ("strength" in self.b)

    @property
    def kin(self) -> tuple[Kinship, frozenset[str]]:
        """How two asks stand to each other, and what both name."""
        kin, common = kinship(self.a, self.b, self.readers)
        if kin in ("", "touching") and self.near >= ONE_TEXT:
            return "same", common
        if kin == "touching" and len(common) == 1 and not common <= self.names:
            return "", common
        return (kin, common) if kin else ("touching" if self.akin else "", common)

    @property
    def names(self) -> frozenset[str]:
        """The topic words that stand in capitals in both points: one of these is a matter by itself."""
        a, b = ({t for w in WORD.findall(text_of(i)) if w[0].isupper() for t in tokens(w)} for i in (self.a, self.b))
        return frozenset(a & b)

    @property
    def akin(self) -> bool:
        """Whether two asks have much in common that does not stand in asks on anything."""
        x, y = (frozenset().union(*(d.thing for d in deeds(i))) - self.readers for i in (self.a, self.b))
        return len(x & y) >= 2 and len(x & y) >= HALF * min(len(x), len(y))

    @property
    def sided(self) -> bool:
        """Whether one letter is for what the other is against, both in so many words."""
        return self.shared >= 2 and stand(self.a) * stand(self.b) < 0

    @property
    def on_one(self) -> bool:
        """Whether the link's topic is one of both points, by its last word, and not of the first alone."""
        head = tokens(self.topic)[-1:]
        return self.by == "words" and all(set(head) & set(tokens(i["quote"])) for i in (self.a, self.b))

    @property
    def refused(self) -> bool:
        """Whether one letter says that it will not do what the other asks for, in the same words."""
        refusing = [bool(REFUSES.search(i["quote"])) for i in (self.a, self.b)]
        asked = next((i for i, no in zip((self.a, self.b), refusing, strict=True) if not no), self.a)
        run = shared_run(self.a["quote"], self.b["quote"])
        return refusing[0] != refusing[1] and asked["kind"] == "ask" and len(tokens(run)) >= _WORDS_REFUSED

    @property
    def stated(self) -> str:
        """What both say alike of one thing: that they will not do it, or that they fear for it; or ""."""
        quotes = self.a["quote"], self.b["quote"]
        run = shared_run(*quotes)
        if all(map(REFUSES.search, quotes)):
            return f"Both say that they will not do it, on “{self.common[0]}”."
        feared = self.kinds == ("concern", "concern") and len({bool(_DENIES.search(q)) for q in quotes}) == 1
        told = feared and len(tokens(run)) >= _WORDS_REFUSED
        named = run if len(run.split()) <= _NAMED else self.common[0]
        return f"Both voice concern for “{named}”." if told else ""

    @property
    def figures(self) -> tuple[str, str] | None:
        """The amounts said of one matter, if both letters give some and none is the same."""
        quotes = (self.a["quote"], self.b["quote"])
        a, b = ([m.group() for m in AMOUNT.finditer(q)] for q in quotes)
        if not a or not b or set(a) & set(b):
            return None
        (x, y), (yearly, each) = map(beside, quotes), map(is_yearly, quotes)
        return (a[0], b[0]) if x & y and yearly == each and not other_names(*quotes) else None

    def row(self, relation: Relation, aspect: Aspect, topic: str, why: str) -> RowDraft:
        """Return the row of this link."""
        return RowDraft(
            topic=topic, relation=relation, aspect=aspect, a=self.a["id"], b=self.b["id"],
            a_text=text_of(self.a), b_text=text_of(self.b), why=why,
        )  # fmt: skip


REFUSES = re.compile(
    r"\b(?:I|we)\b[^.;]{0,30}?\b(?:cannot|can not|will not|won['’]t|(?:am|are) unable to|do not intend to"
    r"|decline to)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?:not|no|never|without|cannot)\b", re.IGNORECASE)
_NAMED = 6  # words up to which what both say in a row names a thing
_WORDS_REFUSED = 3  # topic words in a row by which two sentences are of one thing


def tells(phrase: str) -> bool:
    """Tell whether a phrase names a matter: it has more than one topic word."""
    return len(tokens(phrase)) > 1


def _of_one_thing(a: str, b: str) -> bool:
    """Whether two clauses name one thing, or touch the same two senses, as "bank" and "business" touch money."""
    return bool(set(tokens(a)) & set(tokens(b))) or len(set(senses(a)) & set(senses(b))) >= 2
