"""What a release says that its letter asks, beside the parts of the letter that it quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from brief.drafts import ActionDraft, SummaryDraft
from brief.providers.extractive.weighing import leans, procedural
from brief.words import tokens

_SAME = 0.4
"""The share of the words of an ask from which on another one says it too."""
_NAMED = 20  # characters by which an action is found in its clause
_INNER = re.compile(
    r"\b(?:that|which|who) (?:\w+ )?(?:would|will|could|allow|had|has|have|is|are|was|were|led|left)|"
    r"\b(?:that|which|who) [^.;]{0,60}, (?:or|and) (?:\w+ )?$|"
    r"\b(?:as|while|because|after) (?:s?he|they|it|the|your|[A-Z]\w+)\b[^,;]*$"
)


def is_inner(action: ActionDraft, told: str) -> bool:
    """Tell whether an ask stands within a clause of a report that asks nothing: "a rule that allowed towns to …"."""
    quote = action.quotes[0]
    before = told[: told.find(quote)].rpartition(". ")[2] + quote[: max(0, quote.find(action.text[:_NAMED]))]
    return bool(_INNER.search(before))


def touches(action: ActionDraft, text: str, to: str, share: float = 0.5) -> bool:
    """Tell whether a text speaks of what an ask is about: so large a share of the words with which it begins."""
    reader, said = set(tokens(to)), set(tokens(text))
    words = [t for t in tokens(action.text) if t not in reader][:_OPENING]
    return sum(t in said for t in words) >= share * len(words)


def adds(action: ActionDraft, told: str, text: str, to: str) -> bool:
    """Tell whether a release says an ask further down that the parts quoted do not touch: "it also requests …"."""
    head = told.partition("\n\n")[0]
    quote = action.quotes[0]
    at = told.find(quote)
    begin = max(told.rfind(mark, 0, at) + len(mark) for mark in (". ", ".” ", "\n")) if at > 0 else at
    theirs = SENDERS.match(quote) or (at - begin < _NEAR and SENDERS.match(told, begin))
    apart = quote not in head or " also " in told[begin : at + _NAMED]
    told_of = theirs and apart and not _AGAIN.search(quote)
    return bool(told_of) and not touches(action, text, to)


def vague(action: ActionDraft) -> bool:
    """Tell whether an ask leaves open what is to be done: "act swiftly", "spare Vale worse", "an update"."""
    words, quote = action.text, action.quotes[0]
    asked = quote[: max(0, quote.find(words[:_NAMED])) + _OBJECT]
    return words.count(" ") < _DEFINITE - 1 or leans(words) or procedural(asked) or bool(_AIM.match(words))


def says(action: ActionDraft) -> bool:
    """Tell whether an ask has words by which another is known for the same: it is definite, or points to its matter."""
    return leans(action.text) or not vague(action)


_DEFINITE = 3
"""Words of an ask that is understood alone."""
_OBJECT = 70  # characters of an action in which its object stands
_AIM = re.compile(
    r"(?i)(?:[a-z]+ly )?(?:act (?:[a-z]+ly )?and (?:to )?)?(?:save|spare|protect|help|support|defend|stand)\b|"
    r"(?:an? (?:\w+ )?update|your (?:\w+ )?(?:assistance|help)|"
    r"(?:take )?(?:[a-z]+ly )?(?:immediate|swift|urgent|prompt|quick|decisive|further|more|all|every) (?:\w+ )?"
    r"(?:actions?|steps|measures)|(?:further|more|immediate) (?:action )?must be (?:taken|done))\b"
)


_NEAR = 90
"""Characters from the senders, who begin a sentence, to what they ask in it."""
_OPENING = 8
"""Words of an ask that say what is to be done; those behind them say what it concerns."""
SENDERS = re.compile(
    r"(?:[Tt]he (?:\w+ )?(?:letter|lawmakers|senators|members|representatives|delegation|group|coalition|caucus|"
    r"signers|signatories|governors|attorneys general|Senators?|Members|Representatives|Congress(?:man|woman))|"
    r"[Tt]hey|[Hh]e|[Ss]he|(?:Senators?|Reps?\.|Sens?\.|Representatives?|Congress(?:man|woman)) [A-Z][\w'’-]*)\b"
)
_AGAIN = re.compile(r"\b(?:reiterat|repeat|renew|importance|successfully)")


def goes_on(action: ActionDraft, following: ActionDraft, told: str) -> bool:
    """Tell whether an ask is the next thing that the same words ask for: "they ask it to A and B"."""
    end = told.find(action.quotes[0]) + len(action.quotes[0])
    return 0 <= told.find(following.quotes[0]) - end <= _JOINT and ". " not in told[end : end + _JOINT]


_JOINT = 12
"""Characters between two asks of one sentence: ", and to "."""


def is_item(action: ActionDraft, told: str) -> bool:
    """Tell whether a release says an ask as an item of a list: such lists give the whole of what a letter asks."""
    quote = action.quotes[0]
    return not _REPORTS.search(quote) and bool(re.search(r"(?m)^\W*" + re.escape(quote), told))


_REPORTS = re.compile(r"\b(?:urg|ask|request|call|demand|press|push|implor|seek|said)(?:e|s|ed|es|ing)?\b")


def unsaid(told: Sequence[ActionDraft], draft: SummaryDraft, to: str, release: str) -> Iterator[ActionDraft]:
    """Yield what a release says that a letter asks, and the parts quoted do not; of what it says twice, the last."""
    reader = set(tokens(to))
    words = [set(tokens(a.text)) - reader for a in told]
    said = [set(tokens(q)) for a in draft.actions if says(a) for q in a.quotes]
    series = [0, *accumulate(not goes_on(one, two, release) for one, two in pairwise(told))]
    for place, (action, own) in enumerate(zip(told, words, strict=True)):
        later = [w for w, n in zip(words[place + 1 :], series[place + 1 :], strict=False) if w and n != series[place]]
        again = said if is_item(action, release) else [*said, *later]
        empty = len(own) < 2 or leans(action.text) or (draft.questions and procedural(action.quotes[0]))
        if not empty and all(len(own & w) < _SAME * min(len(own), len(w)) for w in again):
            yield action
