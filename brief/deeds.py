"""What an ask would have done, and with what: the deeds that its words name, and how two asks stand to each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Literal

from brief.deed_words import (
    ACTORS,
    AIMS,
    BARRED,
    BARRIERS,
    EVIL,
    FIRM,
    GENERIC,
    LIGHT,
    LOOKED_FOR,
    NEITHER,
    NOUNS,
    OPENERS,
    PUSHING,
    SENSE,
    STOPPING,
)
from brief.letter.verbs import ACTIONS
from brief.words import WORD, tokens

Item = Mapping[str, str]
Kinship = Literal["contrary", "same", "akin", "touching", ""]


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that an ask would have done.

    Args:
        sense: The verb, or the first of those that mean the same; "" where a bare thing is asked for.
        way: 1 if it pushes its object on, -1 if it holds it back, 0 if neither.
        thing: The topic words of its object, without those that stand in asks on anything.
        head: The word among them that the others only tell more of ("vaccine" of "flu vaccine policy for farms").
        barrier: Where the object is what holds the thing back: "to" it ("a ban on ferries"), or it may be the thing's
            own ("ferry restrictions"); else "".
    """

    sense: str
    way: int
    thing: frozenset[str]
    head: str = ""
    barrier: Literal["to", "own", ""] = ""

    @property
    def side(self) -> int:
        """Say whether it is for its thing (1), against it (-1), or neither: who ends a ban is for what was banned."""
        return -self.way if self.barrier == "to" else 0 if self.barrier else self.way


_NOT = re.compile(
    r"\b(?:not|never|nor|no longer|refrain from|against|don['’]t|cannot|unable to|refuses? to|declines? to|avoid"
    r"|without)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r",? (?:which|who|because|so that|in order|due to|given that|since|while|as soon as)\b"
    r"|,? that (?:will|would|has|have|is|are|was|were|can|could|may)\b|[;:](?=\s)",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"^.{0,240}?\b(?:urg|ask|request|encourag|implor|press|call|direct|instruct)\w*(?: (?:up)?on)? "
    r"(?:that )?(?:[\w.’'()-]+ ){0,14}?(?=(?:not )?to \w)",
    re.IGNORECASE,
)
"""Whom an ask would have act, or would have told to act: "direct the Secretary of Ports" to do it."""
_LONGEST = 20  # words of an object
_ENDS = re.compile(
    r"[,;:?!”]\s|(?<!\.[A-Z])\.\s|\s(?:before|until|after|so|as|and (?:to|by))\s|\sby (?=\w+ing\b|\d|the end\b"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]* \d)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"^\s*,[^,]*,")


def deeds(item: Item) -> tuple[Deed, ...]:
    """Return what an ask would have done, the first named first; of a position, what its stance says of its matter.

    Of a sentence that only tells of an ask there may be none.
    """
    if item["kind"] == "position" and item.get("stance") in ("supports", "opposes"):
        way = 1 if item["stance"] == "supports" else -1
        said = item.get("text") or item["quote"]
        return (_deed("support" if way > 0 else "oppose", way, said),)
    said, quote = item.get("text") or item["quote"], item["quote"]
    if item["kind"] == "ask" and said == quote and "strength" not in item and not _ASKING.match(quote):
        return ()
    found = _deeds(said)
    backed = _BACKED.search(quote[: max(0, quote.find(said))]) if not found[0].sense else None
    if backed is None:
        return found
    side = "oppose" if backed[1].casefold().startswith(("oppos", "reject")) else "support"
    return (_deed(side, -1 if side == "oppose" else 1, said),)


_BACKED = re.compile(r"\b(support|endors|back|oppos|reject)\w*\W+(?:\w+\W+){0,2}$", re.IGNORECASE)
"""Before a bare thing that a letter asks for: it is for or against it in so many words."""


@lru_cache(maxsize=2048)
def _deeds(said: str) -> tuple[Deed, ...]:
    asked = _ASKING.match(said)
    before, rest = (said[: asked.end()], said[asked.end() :]) if asked else ("", said)
    cut = _CLAUSE.search(rest, min(len(rest), 12))
    rest = rest[: cut.start()] if cut else rest
    denied = bool(_NOT.search(before))
    found = list(_verbs(rest))
    if not found:
        known = LOOKED_FOR & set(tokens(_PREPOSITION.split(f" {rest} ")[0]))
        return (_deed("", 0 if known else -1 if denied else 1, rest),)
    return tuple(_of_verb(n, found, rest, denied) for n in range(len(found)))


@dataclass(frozen=True, slots=True)
class _Verb:
    name: str
    start: int
    end: int
    passive: bool


def _of_verb(n: int, found: list[_Verb], said: str, denied: bool) -> Deed:
    verb = found[n]
    until = found[n + 1].start if n + 1 < len(found) and verb.name not in _LETTING else len(said)
    not_so = bool(_NOT.search(said[max(0, verb.start - _REACH) : verb.start]))
    between = said[found[n - 1].end : verb.start] if n and found[n - 1].name in STOPPING else ""
    foiled = bool(_INTENT.search(between)) or (between != "" and all(w.endswith("ly") for w in between.split()))
    turned = not_so != (denied if n == 0 else foiled)
    way = 0 if verb.name in NEITHER else -1 if verb.name in STOPPING else 1
    if way > 0 and _ONLY.search(said[verb.start : until]):
        way = 0
    if verb.name in _KEEPING and _SHUT.search(said[verb.end : until]):
        way = -1
    way = (-way or -1) if turned else way
    suffered = said[: verb.start] if verb.passive and n == 0 else _ASIDE.sub("", said[verb.end : until])
    return _deed(verb.name, way, suffered)


_ONLY = re.compile(r"\b(?:only|limited|narrow)\b")  # what is granted so far is held back too
_LETTING = ("allow", "permit", "enable", "let", "require", "authorize")  # somebody to do a thing: that thing
_KEEPING = ("keep", "leave", "hold", "maintain", "remain")
_SHUT = re.compile(r"\b(?:closed|shut|secret|confidential|sealed|private|hidden|classified)\b", re.IGNORECASE)
_INTENT = re.compile(
    r"\b(?:efforts?|plans?|attempts?|proposals?|decisions?|moves?|intentions?|push|threats?) to $", re.IGNORECASE
)
"""Behind a verb that stops it: what is intended is not to be done."""
_REACH = 24  # characters before a verb within which a negation turns it round


def _verbs(said: str) -> Iterator[_Verb]:
    """Yield the verbs of the deeds in an ask: the first action, and those that others lead to."""
    last = ""
    words = list(WORD.finditer(said))
    folded = ["", *(m.group().casefold() for m in words), ""]
    for n, m in enumerate(words):
        before, word, after = folded[n : n + 3]
        verb, passive = _active(before, word, after)
        aim = before == "to" and (folded[n - 1] in _WHETHER or (last and last not in LIGHT and verb in AIMS))
        noun = before in ("and", "or") and verb in NOUNS and after not in OPENERS
        others = last not in STOPPING | PUSHING and bool(_INTENT.search(said[: m.start()]))  # "its decision to end it"
        deed = verb and not (aim or noun or others)
        if deed and _led(said, m, before, after, first=not last, passive=passive):
            yield _Verb(verb, m.start(), m.end(), passive)
            last = verb


_OWNS = ("’s", "'s", "s’", "s'")
_WHETHER = ("whether", "when", "how", "where", "what", "decide", "used")  # to do it or not: nobody asks for the deed
_LEADING = ("to", "and", "or", "by", "not", "then", "instead", "please", "should", "must", "again", "also")


def _led(said: str, verb: re.Match[str], before: str, after: str, *, first: bool, passive: bool) -> bool:
    """Whether what stands before a verb shows that it is one: nothing, a word that leads to it, or who is to act."""
    if before in _LEADING or before.endswith("ly") or before in LIGHT or passive:
        return True
    lead = said[: verb.start()].rstrip()
    if first:
        name = verb.group().islower() and (lead[-1:] in ")”" or (lead.split()[-1:] or [""])[0][:1].isupper())
        return not lead or before in ACTORS or (name and before not in OPENERS and not lead.endswith(_OWNS))
    return lead.endswith(",") and (after in OPENERS or said[verb.end() :][1:2].isupper())


def _active(before: str, word: str, after: str) -> tuple[str, bool]:
    """The verb of an action that a word is, and whether its object stands before it ("that the rule be withdrawn")."""
    if word == "do" and after == "not":
        return "", False
    if before in ("be", "been", "being") or (before.endswith("ly") and word.endswith(("ed", "n", "t"))):
        stem = word.removesuffix("ed")
        found = _known(stem, word.removesuffix("d"), _IRREGULAR.get(word, ""), _single(stem))
        if found:
            return found, True
    plain = word.replace("-", "")
    if word in ACTIONS or word in SENSE or plain in ACTIONS:
        return (word if word in ACTIONS else SENSE.get(word, plain)), False
    if word.endswith("ing") and (before in ("by", "and", "of", "") or before in LIGHT or before.endswith("ly")):
        stem = word.removesuffix("ing")
        return _known(stem, f"{stem}e", _single(stem)), False
    return "", False


def _known(*forms: str) -> str:
    return next((f for f in forms if f in ACTIONS or f in SENSE), "")


def _single(stem: str) -> str:
    return stem[:-1] if stem[-2:-1] == stem[-1:] else stem


_IRREGULAR = {
    "withdrawn": "withdraw", "held": "hold", "given": "give", "made": "make", "taken": "take", "frozen": "freeze",
    "shown": "show", "kept": "keep", "sent": "send", "told": "tell", "cut": "cut", "sought": "seek", "undone": "undo",
}  # fmt: skip


def _deed(verb: str, way: int, said: str) -> Deed:
    plain = _LONG_ASIDE.sub(" ", _SUCH_AS.sub(" ", said)).replace("(", " ").replace(")", " ")
    words = " ".join(_ENDS.split(f"{plain.strip()} ", maxsplit=1)[0].split()[:_LONGEST])
    thing = frozenset(tokens(words))
    barred = thing & BARRIERS if way else frozenset[str]()
    kept = thing - barred - GENERIC
    sense, head = SENSE.get(verb, verb), _head(words, kept)
    if not barred or not kept:
        return Deed(sense, way, thing - GENERIC, head)
    return Deed(sense, way, kept, head, "to" if _BARRED.search(words) else "own")


_SUCH_AS = re.compile(r",? (?:including|such as)[^,]*,")
_LONG_ASIDE = re.compile(r"\((?:[^\s()]+\s){2,}[^()]*\)")  # of a short one the letters may stand for the thing: "(TPS)"
_PREPOSITION = re.compile(
    r"\s(?:of|to|for|in|on|with|by|at|from|under|that|between|against|regarding|into)\s", re.IGNORECASE
)
_OWNER = re.compile(r"(?:[A-Z][\w.]*\s)*\S+(?:['’]s|s['’])\s")


def _head(words: str, kept: frozenset[str]) -> str:
    """The last telling word of the first noun phrase that has one."""
    for phrase in _PREPOSITION.split(f" {words} "):
        telling = [t for t in tokens(_OWNER.sub(" ", phrase)) if t in kept]
        if telling:
            return telling[-1]
    return ""


_BARRED = re.compile(rf"\b(?:{'|'.join(BARRED)})\b[^,]{{0,24}}?\b(?:on|of|to|against|for|in)\b", re.IGNORECASE)


def kinship(a: Item, b: Item, readers: frozenset[str] = frozenset()) -> tuple[Kinship, frozenset[str]]:
    """Say how two asks stand to each other, and the words of the thing that both name.

    Args:
        readers: Tokens by which the letters call those they go to; they tell no thing.

    Returns:
        `contrary`: one pushes what the other holds back; `same`: one deed with one thing; `akin`: both are for, or both
        against, one thing; `touching`: both name one thing and do something else with it; "": no thing in common.
    """
    best: tuple[int, Kinship, frozenset[str]] = (0, "", frozenset())
    for x, y in product(deeds(a), deeds(b)):
        common, mine, theirs = (x.thing & y.thing) - readers, x.thing - readers, y.thing - readers
        if common:
            kin = _kin(x, y, 2 * len(common) / (len(mine) + len(theirs)))
            if not _one_thing(x, y, kin, common, min(len(mine), len(theirs))):
                kin = "touching" if len(common) > 1 else ""
            best = max(best, (_FIRST[kin], kin, common), key=lambda f: (f[0], len(f[2]), sorted(f[2])))
    return best[1], best[2]


def _one_thing(x: Deed, y: Deed, kin: Kinship, common: frozenset[str], shorter: int) -> bool:
    """Whether two objects are one thing: they have their heads in common, or nearly all that the shorter one names."""
    heads = {x.head, y.head} <= common
    if x.sense == y.sense and x.way and y.way and 2 * len(common) >= shorter:
        return True
    if kin == "contrary" and x.sense != y.sense:
        return heads and (len(common) > 1 or len(common) == shorter)
    return heads or len(common) == shorter or (len(common) > 1 and bool({x.head, y.head} & common))


_FIRST: Mapping[Kinship, int] = {"same": 4, "contrary": 3, "akin": 2, "touching": 1, "": 0}
_MUCH = 0.4  # overlap of two objects (Dice) from which telling, or looking into, them is one deed


def _kin(x: Deed, y: Deed, much: float) -> Kinship:
    ways = x.way, y.way
    if bool(x.barrier) != bool(y.barrier):
        if "own" in (x.barrier, y.barrier):
            return "touching"
        ways = (-x.way, y.way) if x.barrier else (x.way, -y.way)
    if ways[0] * ways[1] < 0:
        firm = x.sense == y.sense or all(d.way < 0 or d.sense in FIRM for d in (x, y))
        return "contrary" if firm and not EVIL & {x.head, y.head} else "touching"
    if x.sense == y.sense and ways[0] == ways[1] and (ways[0] or much >= _MUCH) and not (x.barrier or y.barrier):
        return "same"
    if x.sense == y.sense and x.barrier and y.barrier and ways[0] == ways[1]:
        return "same"
    firm = all(d.sense in PUSHING or d.way < 0 for d in (x, y))
    return "akin" if ways[0] and ways[0] == ways[1] and firm else "touching"


def repeats(a: str, b: str) -> bool:
    """Tell whether an ask only points at what another says: the same deed, and nothing named ("withdraw this rule")."""
    first, other = _deeds(a)[0], _deeds(b)
    named = not first.sense or any(d.thing for d in _deeds(a))
    return not named and any(d.sense == first.sense and d.way == first.way for d in other)
