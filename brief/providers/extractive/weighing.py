"""Which of a letter's asks a busy person must know first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from brief.letter.actions import opens_with_action
from brief.letter.verbs import OPPOSING
from brief.providers.extractive.asks import Ask
from brief.providers.extractive.units import Unit
from brief.providers.extractive.wording import deed
from brief.searching import InAnyCase, Words, any_word
from brief.words import tokens

_PROCEDURAL = re.compile(
    any_word([
        "answers?", "respon(?:se|d|ses|ding)", "reply", "briefing", "questions", "information", "documents?",
        "hear(?:ing)? from you", "arrange for", "like to (?:know|understand)", "let (?:us|me) know",
        "inquir(?:y|ies)(?! (?:into|that|of))", "want to know", "follow-up", "meet(?:ing)? with",
    ]) + r"\b"
)  # fmt: skip
"""Of a text in small letters."""
_TELLS = re.compile(
    r"(?i)\W*(?:please )?(?:provide|include|tell|describe|explain|list|identify|detail|specify|clarify|confirm|"
    r"disaggregate|break down|produce|submit|send|share|outline)\b"
)
_PLEASE = re.compile(r"\W*(?:[Ii]f [^,]{2,40}, )?[Pp]lease\b")
_PURPOSE = re.compile(r"(?i)\b(?:writ(?:e|es|ing)|wrote|letter|sent|today)\b")
_DUTY = re.compile(r"(?!(?:I|[Ww]e|[Pp]lease)\b)(?:\S+\s+){1,9}?(?:must|should|needs? to|ought|can)(?:n['’]?t|not)?\b")
_LEANS = re.compile(
    r"\bthat(?=\W*$)|"
    r"\b(?:this|these|those|such|it|them|they|so|same)\b(?! (?:that|far|much|long|as|committee|letter|country|"
    r"nation|Congress|Administration|year|month|week|summer|fall|winter|spring)\b)"
)
_LEANING = Words(["this", "these", "those", "such", "it", "them", "they", "so", "same", "that"])
_EMPTY = re.compile(
    r"(?:[a-z]+ly )?(?:act|reconsider|move on|take action|step in|deliver for|"
    r"do (?:it|so|more|better|the right thing|your jobs?|the same))\b(?:.{0,30})$|"
    r"(?:seize (?:the|this) (?:\w+ )?(?:opportunity|moment)|stand firm)\b(?:.{0,40})$|"
    r"(?:[a-z]+ly )?(?:reverse|change) course\W*$|(?:\w+ )?(?:(?:me|us|the \w+) )?(?:with )?(?:the )?following\b|"
    r"(?:consider|heed|weigh|address|take) (?:seriously |carefully )?"
    r"(?:the (?:concerns|issues|points|requests) (?:we|I)|(?:this|it|them|these) (?:seriously|up))\b|"
    r"(?:[a-z]+ly )?give (?:our|this|these|the) (?:\w+ ){0,3}"
    r"(?:your |its |full |fair |due |serious |and |careful )*consideration\W*$|"
    r"(?:[Tt]here (?:must|should|needs? to) be)\b|"
    r"(?:please )?(?:step up|continue (?:to work|working) (?:with|on|towards?) (?:us|this|these|that|Congress)|"
    r"continue (?:your|the|this|these|our) (?:\w+ )?(?:efforts?|work|leadership|partnership))\b|"
    r"(?:[a-z]+ly )?(?:address|resolve|solve|consider|fix|prioritize|focus on|look into) "
    r"(?:this|these|the|such) (?:\w+ )?(?:issues?|concerns?|matters?|problems?|situation|requests?)\W*$|"
    r"(?:[a-z]+ly )?take (?:all |any |the |every )?(?:\w+ )?(?:steps?|actions?|measures?)"
    r"(?: necessary| needed| possible)?\W*$"
)
_NAMED = re.compile(r"[A-Z]\w+|\d|[a-z]{4,}")
_FORCE = {"demand": 1.0, "urge": 1.0, "request": 0.6, "recommend": 0.0}
_OPENING = 3  # Sentences in which a letter says why it is written.


def procedural(quote: str) -> bool:
    """Tell whether an ask is for an answer, papers or a meeting: what most letters ask beside their matter."""
    return bool(_PROCEDURAL.search(quote.lower()))


def informs(action: str) -> bool:
    """Tell whether an action is to tell something: beside questions it is one more of them."""
    return bool(_TELLS.match(action))


def is_duty(quote: str) -> bool:
    """Tell what a body must do from what the senders ask in their own person."""
    return bool(_DUTY.match(quote))


def leans(action: str) -> bool:
    """Tell whether an action can't be understood alone: "revise this approach" points to what was named before."""
    pointing = next(_LEANING.finditer(_LEANS, action), None)
    return empty(action) or (pointing is not None and len(_NAMED.findall(action[: pointing.start()])) < 5)


_SENDER = re.compile(r"\b(?:I|[Ww]e|[Tt]he undersigned)\b")
_BESIDES = InAnyCase(["also", "addition(?:ally)?", "furthermore?", "moreover", "finally", "lastly", "as well"])
_FURTHER = re.compile(r"(?:further|also) (?:ask|request|urge|call)\b")
_IF = re.compile(r"\W*(?:[Ii]f|[Ss]hould|[Uu]nless|[Ii]n the event)\b")


def empty(action: str) -> bool:
    """Tell whether an action says nothing of its matter: "act now", "address these issues"."""
    return bool(_EMPTY.match(" ".join(action.split()).rstrip(".")))


_SIDE = re.compile(r"\b(?P<against>opposition|objections?) to\b|\bsupport (?:of|for)\b")


_SAYING = frozenset(["stress", "raise", "convey", "tell", "remind", "press", "express"])
"""Deeds of speaking: what is to be said to others is less than what a letter is for."""


def side_leads(of: str, action: str) -> bool:
    """Tell whether the side for which a letter is written says more than its chief ask: "seize this opportunity".

    Args:
        of: What the letter says it is written for. action: What it asks first of all.
    """
    side, action = _SIDE.search(of), deed(action)
    if side is None or not side["against"]:
        return side is not None and (leans(action) or _first_word(action) in _SAYING)
    own = set(tokens(action))
    return _first_word(action) not in OPPOSING and (leans(action) or 2 * len(own & set(tokens(of))) < len(own))


def main_ask(
    asks: Sequence[Ask],
    units: Sequence[Unit],
    text: str,
    title: str = "",
    lead: str = "",
    resolved: Callable[[], bool] = bool,
) -> Ask | None:
    """Return the ask that a headline would name.

    It is what the letter says it was written for, asks for more than an answer, turns to the addressee, and can be
    understood alone; between two such, the page's headline and the release's first sentences decide, then the order.

    Args:
        asks: In any order. units: The letter's sentences. text: What offsets count in.
        title: The page's headline, or "". lead: The first sentences of the release around the letter, or "".
        resolved: Tells whether it is known what "this decision" points to.
    """
    if len(asks) < 2:
        return asks[0] if asks else None
    asked, items = _among_questions(units), [a.order for a in asks if units[a.order].item]
    deeds = frozenset(_TOLD_DEED.findall(lead))
    scale = _Scale(units, text, frozenset(tokens(title)), frozenset(tokens(lead)), deeds, items, resolved)
    return max([a for a in asks if a.order not in asked] or asks, key=scale.weight)


@dataclass(frozen=True, slots=True)
class _Scale:
    """What the asks of a letter are weighed by.

    Args:
        said, told: The words of the page's headline, and of the release's first sentences; `deeds` are its verbs.
        items: The places of the asks that stand in lists.
    """

    units: Sequence[Unit]
    text: str
    said: frozenset[str]
    told: frozenset[str]
    deeds: frozenset[str]
    items: Sequence[int]
    resolved: Callable[[], bool]

    def weight(self, ask: Ask) -> tuple[float, int]:
        """Return what an ask weighs; of two that weigh the same, the earlier weighs more."""
        unit = self.units[ask.order]
        before = unit.words[: max(0, min(ask.act - unit.start, _AHEAD))]
        weight = 0.0
        for part in (*self._for(ask, before), *self._against(ask, before)):
            weight += part
        return weight, -ask.start

    def _for(self, ask: Ask, before: str) -> Iterator[float]:
        """What speaks for an ask: its force, that the letter is written for it, and that the page says it too."""
        action, item = self.text[ask.act : ask.end], self.units[ask.order].item
        own = frozenset(tokens(action))
        yield _FORCE[ask.strength]
        yield 1.5 * bool(ask.order <= _OPENING and _PURPOSE.search(before))
        yield 0.8 * bool(_SENDER.search(before) and not item)
        yield 1.5 * _share(own, self.said)
        yield 2.0 * _share(own, self.told)
        yield 1.5 * bool(self.deeds and len(own & self.told) > 2 and _first_word(action) in self.deeds)

    def _against(self, ask: Ask, before: str) -> Iterator[float]:
        """What speaks against it: it is for an answer or help, one of many, somebody else's, or not clear alone."""
        unit, quote, action = self.units[ask.order], self.text[ask.start : ask.end], self.text[ask.act : ask.end]
        yield -3.0 * procedural(quote[: ask.act - ask.start + _OBJECT])
        yield -1.0 * quote.startswith(("the need ", "the necessity "))
        yield -2.0 * bool(_THANKS.search(before))
        yield -1.0 * bool(_HELP.match(action) and not opens_with_action(action))
        yield -0.2 * (min(self.items.index(ask.order), 4) if unit.item else 0)
        yield -2.0 * bool(unit.item and (unit.item.parent or not unit.opens))
        yield -1.5 * (is_duty(quote) or (is_duty(unit.words) and not _SENDER.search(before)))
        yield -1.5 * bool(_IF.match(quote))
        yield -0.6 * bool(_BESIDES.search(before) or _FURTHER.match(action))
        yield -0.5 * (not opens_with_action(action))
        yield -_leaning(action, self.resolved)
        yield -0.8 * informs(action)
        yield -0.6 * (ask.actor != "addressee")


_AHEAD = 600  # characters of a sentence in which it says who asks, and what for
_OBJECT = 70  # characters of an action in which its object stands
_HELP = re.compile(
    r"(?:[\w.’'()-]+ ){0,9}?(?:assistance|help|support|attention|consideration)\b(?! (?:the|an?|to|of|in|with|for)\b)|"
    r"(?:[\w-]+ ){0,2}updates?\b"
)
"""Help without a word of what it is to be, or news."""
_THANKS = re.compile(
    r"\b(?:appreciate|grateful|thank|commend|applaud)\b(?!.*(?:[;:]|\b(?:urge|ask|request|call|encourage|implore)\b))"
)
_TOLD_DEED = re.compile(
    r"\b(?:urg|ask|request|call|demand|press|implor)(?:e|ed|ing|s|es)?\b[^.;]{0,120}?\bto (?:[a-z]+ly )?([a-z]+)\b"
)
"""What the release says that they ask to be done."""


def _first_word(action: str) -> str:
    words = _WORDS.findall(action[:40])
    return next((w for w in words if not w.endswith("ly")), "").lower()


_WORDS = re.compile(r"[A-Za-z]+")


def _leaning(action: str, resolved: Callable[[], bool]) -> float:
    if not leans(action):
        return 0.0
    return 1.0 if not empty(action) and resolved() else 2.2


def _share(own: frozenset[str], said: frozenset[str]) -> float:
    """How much of an ask another text says; an ask of one word or two says little by it."""
    return len(own & said) / max(3, len(own))


def _among_questions(units: Sequence[Unit]) -> frozenset[int]:
    """The sentences that only follow up a question: in its list item, or behind it in its paragraph."""
    items = {u.item.start for u in units if u.item and u.asks_a_question}
    behind = set[int]()
    for n, (one, two) in enumerate(pairwise(units), 1):
        follows = one.asks_a_question or (n - 1 in behind and _PLEASE.match(two.words))
        behind |= {n} if follows and one.paragraph == two.paragraph else set()
    return frozenset(n for n, u in enumerate(units) if n in behind or (u.item and u.item.start in items))


def by_weight(asks: list[Ask], main: Ask | None, text: str) -> list[Ask]:
    """Put the ask first that the bottom line names, and last what is merely recommended, or only somebody's duty.

    The rest keeps the letter's order, and so does a list: its items stay together below what leads them in.
    """
    lone = main is not None and main.number is None and main.act > main.start
    duties = main is not None and not is_duty(text[main.start : main.end])

    def place(ask: Ask) -> tuple[int, int, int]:
        beside = main is not None and ask.order == main.order
        duty = duties and is_duty(text[ask.start : ask.end])
        last = not beside and ask.number is None and (duty or ask.strength == "recommend")
        return (2 if last else 0 if lone and beside else 1), ask.order, ask.start

    return sorted(asks, key=place)
