"""The noun phrases of a clause, told by the form and the place of its words: a head with what it needs, names whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from brief.letter.verbs import ACTIONS, OPPOSING
from brief.providers.extractive.word_classes import (
    ADJECTIVE,
    ADJECTIVES_IN_ING,
    ADVERBIAL,
    ARTICLES,
    BEFORE_A_VERB,
    BODIES,
    BOTH,
    COORDINATED,
    COUNTS,
    DECIDING_OR_LIGHT,
    DETERMINING,
    EED,
    FINITE,
    FINITE_OR_HELPING,
    GOVERNS,
    HELPING_OR_PAST,
    IN_ING,
    IN_NAMES,
    LIGHT,
    LINKS,
    LY_NOUNS,
    MEASURES,
    NOUNS_IN_ING,
    PAST,
    POINTING,
    POSTPOSED,
    SMALL,
    SMALL_OR_COUNTS,
    STOP,
    TIME,
)


class Word(NamedTuple):
    """A word of a clause.

    Args:
        text: As it stands there. low: In lower case.
        pause: Whether a mark parts it from the next; comma: whether that is a lone comma.
        is_name: Whether it is written as a name. owns: Whether it is a genitive.
    """

    text: str
    low: str
    pause: bool
    comma: bool
    is_name: bool
    owns: bool


_GENITIVE = ("'s", "’s", "s'", "s’")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase.

    Args:
        words: All of it. ends: After how many of them it may end and still be whole.
        points: It points to what was said before ("this rule"). acts: It is the subject of the verb behind it.
    """

    words: tuple[str, ...]
    ends: tuple[int, ...]
    points: bool = False
    acts: bool = False

    def within(self, most: int) -> tuple[str, ...]:
        """Return as much of the phrase as `most` words hold and stays whole; the possessor goes before the head."""
        head = self.words[: self.ends[0]]
        owner = next((n for n, w in enumerate(head[:-1], 1) if w.endswith(_GENITIVE)), 0)
        start = owner if self.ends[0] > most else 0
        fitting = [end for end in self.ends if end - start <= most]
        return self.words[start : fitting[-1] if fitting else self.ends[0]]


_WORD = re.compile(r"([\w$%](?:[\w$%&'’/.-]++|,(?=\d{3}\b))*+)([^\w$%]*+)")
_TRAILING = ".'-/&"
_OWNING = "s'’"
_MARK = re.compile(r"[,;:.?!—–()\[\]]|--")
_ABBREVIATED = re.compile(r"(?:[A-Z]\.)+$|(?:Jr|Sr|St|No|Inc|Co|Corp|Ltd|Mr|Mrs|Ms|Dr|vs?|Res|Con|Gov|Sen|Rep|Gen)\.$")


def words_of(text: str) -> list[Word]:
    """Take a clause apart into its words; the marks between two tell whether they belong together."""
    out = []
    for word, between in _WORD.findall(text):
        bare = word
        if word[-1] in _TRAILING and not _ABBREVIATED.match(word):
            bare = word.rstrip(_TRAILING)
            bare = bare + word[len(bare)] if bare.endswith("s") and word[len(bare)] == "'" else bare
        if bare:
            pauses = between != " " and (not between or "." in word[len(bare) :] or bool(_MARK.search(between)))
            pauses = pauses or (bare is not word and "." in word[len(bare) :])
            low = bare.lower()
            name, owns = bare[0] != low[0], bare[-1] in _OWNING and bare.endswith(_GENITIVE)
            out.append(Word(bare, low, pauses, between == ", ", name, owns))
    return out


_LEADING = {(word, "of") for word in MEASURES} | {("part", "in")}
"""Nouns that only lead to the one behind their link: "the extent of the damage"."""


def phrases(words: list[Word]) -> Iterator[Phrase]:
    """Yield the noun phrases of a clause in order, each with the prepositional phrases that complete it."""
    place = 0
    while place < len(words):
        core, after = _core(words, place)
        if not core:
            place = max(after, place + 1)
            continue
        verb = _infinitive(words, after)
        if verb and core[-1].lower() in LIGHT and words[verb].low not in OPPOSING:
            place = verb + 1
            continue
        link = words[after].low if after < len(words) and not words[after - 1].pause else ""
        if len(core) == 1 and (core[0].lower(), link) in _LEADING:
            place = after + 1
            continue
        phrase, place = _completed(words, core, after, words[place].low in POINTING)
        yield phrase


_LONG = 14  # words of a phrase that "of" makes too long to be a label


def _completed(words: list[Word], core: list[str], after: int, points: bool) -> tuple[Phrase, int]:
    said, ends = list(core), [len(core)]
    while after < len(words) and not words[after - 1].pause and len(ends) < 4:
        verb = _infinitive(words, after)
        if verb and said[-1].lower() in DECIDING_OR_LIGHT:
            thing, end = _core(words, verb + 1, inner=True)
            if not thing:
                break
            said += [w.text for w in words[after : verb + 1]] + thing
            ends = [len(said)]
            after = end
            continue
        joins = words[after].low == "and" and len(ends) == 1 and words[after + 1 : after + 2] != []
        joins = joins and words[after + 1].low not in ARTICLES and not _opens_clause(words[after + 1].low)
        if not (words[after].low in LINKS or joins) or verb or words[after].pause:
            break
        thing, end = _core(words, after + 1, inner=True)
        if words[after].low == "to" and len(thing) == 1 and end < len(words) and words[end].low in ARTICLES:
            break  # "a plan to rechart the bounds": an infinitive
        if thing and words[end - 1].pause and thing[-1].endswith("ed") and not EED.search(thing[-1]):
            break  # "the weaponized, costly rule": an adjective
        if not thing or _is_adverbial(words[after].low, thing) or (joins and _is_clause(words, end)):
            break
        said += [words[after].text, *thing]
        if words[after].low == "of" and len(said) <= _LONG:  # "theft of boats": the head alone is half a name
            ends.pop()
        ends.append(len(said))
        after = end
    acts = after < len(words) and not words[after - 1].pause and _is_predicate(words, after)
    return Phrase(tuple(said), tuple(ends), points, acts), after


def _is_predicate(words: list[Word], at: int) -> bool:
    return words[at].low in FINITE_OR_HELPING or _is_verb(words, at)


def _opens_clause(low: str) -> bool:
    """Tell a word that is a verb behind an "and": "illegal fishing and protect our coast"."""
    return low in FINITE or (low.endswith("ing") and low not in IN_ING)


def _is_clause(words: list[Word], end: int) -> bool:
    """Tell whether a phrase behind an "and" is the subject of a clause of its own."""
    return end < len(words) and not words[end - 1].pause and words[end].low in FINITE_OR_HELPING


def _is_adverbial(link: str, thing: list[str]) -> bool:
    """Tell a phrase of manner or time from one that completes a noun: "in order", "in a way", "on Friday"."""
    said = [w for w in thing if w.lower() not in ARTICLES]
    lone = len(said) == 1 and link in ("in", "with", "to", "from", "on")
    return (lone and said[0].lower() in ADVERBIAL) or (link in ("in", "on", "for") and bool(TIME.match(said[0])))


def _infinitive(words: list[Word], at: int) -> int:
    """Return the place of the verb of an infinitive that begins at `at`, or 0."""
    if at + 1 >= len(words) or words[at].low != "to" or words[at - 1].pause:
        return 0
    verb = at + 1 + (words[at + 1].low.endswith("ly") and at + 2 < len(words))
    return verb if words[verb].text in ACTIONS or words[verb].text in FINITE else 0


def _core(words: list[Word], place: int, inner: bool = False) -> tuple[list[str], int]:
    """Return the words of the noun phrase that begins at `place`, and where it ends; `inner` keeps its article."""
    opening: list[str] = []
    at = place
    while at < len(words) and _opens_only(words, at):
        opening.append(words[at].text)
        at += 1
        if words[at - 1].pause:
            return [], at
    core: list[str] = []
    opened = inner or any(w.lower() in DETERMINING or w.isdigit() for w in opening)
    joint = False
    while at < len(words) and (not core or joint or not words[at - 1].pause):
        if not joint and not _belongs(words, at, core, opened):
            break
        core.append(words[at].text)
        joint = _coordinates(words, at)
        if joint and words[at + 1].low in ("and", "or"):
            core.append(words[at + 1].text)
            at += 1
        at += 1
    core, at = _headed(core, at)
    return (opening + core if inner and core else core), at


def _coordinates(words: list[Word], at: int) -> bool:
    """Tell whether a word and the comma or "and" behind it are an adjective's: "safe and sound loans"."""
    here = words[at]
    joint = at + 1 < len(words) and words[at + 1].low in ("and", "or") and not words[at + 1].pause
    after = at + 1 + joint
    if after + 1 >= len(words) or here.is_name or not COORDINATED.search(here.low) or not (joint or here.comma):
        return False
    noun = words[after + 1]
    stops = words[after].pause or words[after].low in SMALL_OR_COUNTS or words[after].is_name
    stops = stops or words[after].low.endswith("ly") or words[after].low in FINITE
    return not stops and noun.low not in SMALL


def _opens_only(words: list[Word], at: int) -> bool:
    low = words[at].low
    more = at + 1 < len(words)
    if low.isdigit() and more and not words[at].pause:
        return not (len(low) == 4 and words[at + 1].is_name)
    return low in DETERMINING or (low.endswith("ly") and low not in LY_NOUNS)


def _belongs(words: list[Word], at: int, core: list[str], opened: bool) -> bool:
    """Tell whether the word at `at` goes on with the noun phrase read so far, or begins one."""
    word, low = words[at], words[at].low
    if low in IN_NAMES and core and _inside_name(words, at):
        return True
    if low in STOP or low == "and" or low in ARTICLES:
        return False
    if low in COUNTS and core:
        return words[at - 1].owns
    if low.endswith("ly") and low not in LY_NOUNS:
        return bool(core) and words[at - 1].owns
    if word.is_name:
        return True
    if not core:
        return _begins(words, at, opened)
    return not _is_verb(words, at)


def _inside_name(words: list[Word], at: int) -> bool:
    """Tell whether a small word joins two parts of one name: "Centers for Medicare and Medicaid Services"."""
    after = at + 1
    if words[at].pause or words[at].low == "the":
        return words[at].low == "the" and words[at - 1].low in ("of", "for") and _name_at(words, after)
    after += words[at].low == "of" and after < len(words) and words[after].low == "the"
    return _name_at(words, at - 1) and _name_at(words, after)


def _name_at(words: list[Word], at: int) -> bool:
    return at < len(words) and words[at].is_name and not words[at].owns


def _begins(words: list[Word], at: int, opened: bool) -> bool:
    low, before = words[at].low, words[at - 1].low if at and not words[at - 1].pause else ""
    base = _base(low)
    if low in HELPING_OR_PAST or (low[0].isdigit() and not opened):
        return False
    if not opened and (base in ACTIONS or base in BOTH or low.endswith("ed")) and before in BEFORE_A_VERB:
        return False
    if not opened and low.endswith("ed") and at + 1 < len(words) and words[at + 1].low in STOP:
        return False
    if low.endswith("ing"):
        return opened or low in NOUNS_IN_ING or low in ADJECTIVES_IN_ING or "-" in low
    return opened or base not in FINITE


def _is_verb(words: list[Word], at: int) -> bool:
    """Tell a verb from a noun behind a noun, by its form and by what follows it."""
    before, low = words[at - 1], words[at].low
    after = words[at + 1].low if at + 1 < len(words) and not words[at].pause else ""
    governs = after in GOVERNS or (after.endswith("ly") and after not in LY_NOUNS) or after == "that"
    if before.owns or "-" in low or (before.low.endswith("ly") and before.low not in LY_NOUNS):
        return False
    if low in PAST:
        return True
    if low.endswith("ed") and not EED.search(low):
        return not (ADJECTIVE.search(before.low) and after and not governs and after not in STOP)
    if low.endswith("ing"):
        ends = after in ("", "of", "and", "or", "that", "which", "is", "are", "has", "have", "will", "for")
        return (low not in NOUNS_IN_ING or after in ARTICLES) and not ends and low not in ADJECTIVES_IN_ING
    base = _base(low)
    if base in FINITE:
        return base != low or governs or before.low.endswith("s") or after in STOP or not after
    agrees = (base != low) != (before.low.endswith("s") and not before.low.endswith(("ss", "us")))
    to_do = after == "to" and at + 2 < len(words) and words[at + 2].low in ACTIONS
    return (base in BOTH and agrees and (after in ARTICLES or after in ("that", "us", "them") or to_do)) or (
        base in BOTH and low == base and before.low.endswith("s") and bool(after) and governs and after in ARTICLES
    )


@lru_cache(maxsize=4096)
def _base(low: str) -> str:
    """The base form that a verb in -s may have."""
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("s", "")):
        if low.endswith(ending) and not low.endswith(("ss", "us")):
            return low.removesuffix(ending) + instead
    return low


def _headed(core: list[str], at: int) -> tuple[list[str], int]:
    """Cut a phrase back to where it has a head: not at an adjective behind its noun, nor at a genitive."""
    while core and (core[-1].lower() in POSTPOSED | COUNTS or core[-1].lower() in IN_NAMES):
        core, at = core[:-1], at - 1
    if core and core[-1].endswith(("'s", "’s")):
        core = [*core[:-1], core[-1][:-2]]
    elif core and core[-1].endswith(("s'", "s’")):
        core = [*core[:-1], core[-1][:-1]]
    return core, at


def is_date(phrase: tuple[str, ...]) -> bool:
    """Tell a date: "September 1"."""
    return all(TIME.match(w) or w.isdigit() or w == "and" for w in phrase)


def is_name(phrase: tuple[str, ...]) -> bool:
    """Tell a phrase that is a name and nothing else."""
    return all(w[:1].isupper() or w.lower() in IN_NAMES for w in phrase)


def is_body(phrase: tuple[str, ...]) -> bool:
    """Tell a body or a people, whom a letter may speak of whatever its matter is."""
    own = [w for w in phrase if w[:1].isupper()]
    return (
        bool(own)
        and len(own) >= len([w for w in phrase if w.lower() not in SMALL])
        and (own[-1] in BODIES or own[0] in BODIES)
    )
