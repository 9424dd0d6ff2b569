"""For or against: how a point of a letter stands to the matter that it names."""

from __future__ import annotations

import re
from collections.abc import Mapping

from brief.letter.verbs import ACTIONS, OPPOSING
from brief.words import WORD, tokens

Item = Mapping[str, str]

_NOT_TO = re.compile(r"^\W*(?:\w+\W+){0,5}?(?:not|never|against|no)\b", re.IGNORECASE)
_AGAINST = re.compile(
    r"\b(?:oppos(?:e|es|ed|ing)|opposition to|object(?:s|ed)? to|reject(?:s|ed)?|disagrees? with|against|"
    r"(?:not|cannot|never|no longer|unable to)(?: \w+){0,2}? (?:support|endorse|favou?r|back|agree|want|need)|"
    r"nor (?:should|must|can|do)|(?:should|must|ought|need) not|(?:should|must)n['’]t|rather than)\b",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\b(?:support(?:s|ed|ing)?|endors(?:e|es|ed)|favou?rs?|welcomes?|applauds?|agrees? with|no objections? to|"
    r"in favou?r of|should|must|need(?:s|ed)? to be|joins?(?: \w+){0,3} in (?:asking|seeking|requesting|urging))\b",
    re.IGNORECASE,
)


_ALIKE = """
ask request seek pursue obtain apply
preserve keep retain
tell provide give state list disclose share report inform explain describe detail identify submit supply send furnish
stop cease halt end suspend pause discontinue
publish release
investigate review examine probe audit study
withdraw rescind revoke repeal reverse cancel
approve grant authorize
convene hold call
raise press
"""
_SENSE = {word: line.split()[0] for line in _ALIKE.strip().splitlines() for word in line.split()}
"""Verbs of one deed, each under the first of its line."""
_ASKING = re.compile(
    r"^.{0,80}?\b(?:urg|ask|request|encourag|implor|press|call|direct|instruct)\w*(?: (?:up)?on)? "
    r"(?:that )?(?:[\w.’'-]+ ){0,12}?(?=(?:not )?to \w)",
    re.IGNORECASE,
)
"""Whom an ask would have act, or would have told to act: "direct the Secretary of Ports" to do it."""


def verb(item: Item) -> str:
    """What an ask wants done: the first verb of its text that names an action."""
    words = WORD.findall(_parted(item)[1].casefold())
    return next((v for before, w in zip(["", *words], words, strict=False) if (v := _active(before, w))), "")


def _active(before: str, word: str) -> str:
    """The verb of an action that a word is: as it stands, or a participle after "be" ("be granted")."""
    done = before in ("be", "been") or before.endswith("ly")
    forms = (word, word.removesuffix("ed"), word.removesuffix("d"), _IRREGULAR.get(word, "")) if done else (word,)
    return next((f for f in forms if f in ACTIONS or f in _SENSE), "")


_IRREGULAR = {
    "withdrawn": "withdraw", "held": "hold", "given": "give", "made": "make", "taken": "take", "frozen": "freeze",
    "shown": "show", "kept": "keep", "sent": "send", "told": "tell", "cut": "cut", "sought": "seek", "undone": "undo",
}  # fmt: skip


def deed(item: Item) -> str:
    """The sense of that verb: "halt" and "suspend" are one deed; a bare thing is asked to be told or given."""
    found = verb(item)
    return _SENSE.get(found, found) or "tell"


def refuses(item: Item) -> bool:
    """Whether an ask is that something not be done: by a negation at its head, or by its first verb (deny, halt)."""
    denials = sum(bool(_NOT_TO.search(words)) for words in _parted(item))
    return (verb(item) in OPPOSING) != (denials == 1)


def _parted(item: Item) -> tuple[str, str]:
    """An ask's words up to whom it would have act, and what is to be done."""
    said = _text(item)
    at = asking.end() if (asking := _ASKING.match(said)) else 0
    return said[:at], said[at:]


_NOUN_PHRASE_ENDS = re.compile(
    r"[,;:.?!”()]|\s(?:of|in|on|into|to|for|from|by|with|at|as|that|which|who|and|or|until|before|after|so|because|"
    r"under|against|about|over|through|upon)\s",
    re.IGNORECASE,
)


def thing(item: Item) -> frozenset[str]:
    """What an ask would have done something with: the topic words of the first noun phrase after its verb."""
    said, does = _parted(item)[1], verb(item)
    after = re.split(rf"\b{re.escape(does)}\b", said, maxsplit=1, flags=re.IGNORECASE)[-1] if does else said
    named = _HOW_MANY.sub("", after.strip())
    return frozenset(tokens(_NOUN_PHRASE_ENDS.split(f"{named} ", maxsplit=1)[0]))


_HOW_MANY = re.compile(r"^(?:any|all|each|every|some|both|one|most|many|part) of ", re.IGNORECASE)
"""What only says how much of the thing: "any of the licenses"."""


def contradict(a: Item, b: Item) -> bool:
    """Whether one ask is that something be done with a thing, and the other that it not be done with it."""
    return bool(verb(a) and verb(b)) and refuses(a) != refuses(b) and bool(thing(a) & thing(b))


def stand(item: Item) -> int:
    """Say whether a point is for its matter (1), against it (-1), or takes no side that its words tell (0)."""
    if item["kind"] == "ask" and item.get("text"):
        return -1 if refuses(item) else 1
    stated = {"supports": 1, "opposes": -1}.get(item.get("stance", ""))
    if stated:
        return stated
    against, backs = _AGAINST.search(item["quote"]), _FOR.search(_AGAINST.sub(" ", item["quote"]))
    return bool(backs) - bool(against)


def _text(item: Item) -> str:
    return item.get("text") or item["quote"]
