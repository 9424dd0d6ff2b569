"""Which office, chamber or party is meant: the field of a ministry, the rank before a title, House or Senate."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache

from brief.audit import lexicon
from brief.audit.aliases import known_groups
from brief.audit.finding import Finding
from brief.audit.heads import card_words
from brief.audit.passage import Passage
from brief.audit.words import ends_of, stem
from brief.searching import lowered

_HEADS = {
    "ministry": "ministry", "minister": "ministry", "department": "department", "secretary": "department",
    "committee": "committee", "subcommittee": "committee", "panel": "committee", "court": "court",
    "agency": "agency", "bureau": "bureau", "commission": "commission", "council": "council",
}  # fmt: skip
_TITLES = ("president", "minister", "secretary", "director", "administrator", "commissioner", "general", "chairman")
_WORD = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[.!?;]\s")
_NEAR = 5  # words between a field and its office that still name one thing ("Ministry of Foreign Relations")
_PASSING = frozenset({"acting", "interim"})  # ranks that may be left out
_ABOUT = 8  # words around a person's name in which his post stands


def check(text: str, passage: Passage) -> Iterator[Finding]:
    """Object to an office of a field that the letter gives another field, and to a rank that its holder does not have.

    Proves that the letter has the office with other fields only, or names the person with the title and without the
    rank (or never without it).
    """
    for words, what in (*_fields(text, passage), *_ranks(text, passage)):
        yield passage.finding(
            "names", words, f"“{words}”: the document {what}.", do="Name the office as the letter does."
        )


def _fields(text: str, passage: Passage) -> Iterator[tuple[str, str]]:
    """ "the justice ministry" where the letter has a foreign one."""
    for field, office, words in _posts(text):
        if known_groups(words) or _stands(words.lower(), lowered(passage.text)):
            continue
        held = _pairs(passage.text) | _pairs(card_words(passage.letter))
        others = sorted(f for f, o in held if o == office)
        if others and (field, office) not in held:
            yield words, f"has such a body only for others (“{others[0]}”)"


def _stands(words: str, low: str) -> bool:
    """Whether a text has a post just so: most are, and need no further look."""
    return any(ends_of(low, words)) or any(ends_of(low, words.replace(" of ", " of the ")))


def _posts(text: str) -> Iterator[tuple[str, str, str]]:
    """The offices of a text with the field that stands directly before or behind an "of"."""
    words = _WORD.findall(text)
    for i, word in enumerate(words):
        office = _office(word)
        if not office:
            continue
        if i and (field := _field(words[i - 1])):
            yield field, office, f"{words[i - 1]} {word}"
        elif words[i + 1 : i + 2] == ["of"] and i + 2 < len(words):
            at = i + 3 if words[i + 2] == "the" else i + 2
            if at < len(words) and (field := _field(words[at])):
                yield field, office, f"{word} of {words[at]}"


@lru_cache(maxsize=8)
def _pairs(text: str) -> frozenset[tuple[str, str]]:
    """Each office of a text with the fields near it."""
    words = _WORD.findall(text)
    fields = [(i, f) for i, w in enumerate(words) if (f := _field(w))]
    places, found = [i for i, _ in fields], set()
    for i, word in enumerate(words):
        if office := _office(word):
            near = fields[bisect_left(places, i - _NEAR) : bisect_right(places, i + _NEAR)]
            found |= {(field, office) for _, field in near}
    return frozenset(found)


@lru_cache(maxsize=4096)
def _office(word: str) -> str | None:
    folded = word.lower()
    singular = f"{folded[:-3]}y" if folded.endswith("ies") else folded.removesuffix("s")
    return _HEADS.get(folded) or _HEADS.get(singular)


@lru_cache(maxsize=4096)
def _field(word: str) -> str | None:
    return stem(word.lower()) if word.lower() in _listed("fields") else None


@cache
def _listed(kind: str) -> frozenset[str]:
    return frozenset(lexicon.rows("fields")[kind])


@cache
def _ranked() -> re.Pattern[str]:
    ranks, titles = "|".join(_listed("ranks")), "|".join(_TITLES)
    return re.compile(
        rf"\b(?:(?P<rank>(?i:{ranks}))[ -])?(?P<title>(?i:(?:attorney )?(?:{titles})))\s"
        r"(?P<name>(?:[A-Z][\w’'.-]+\s?){1,4})"
    )


def _ranks(text: str, passage: Passage) -> Iterator[tuple[str, str]]:
    """ "Vice President Glas" for a president, or "President Glas" for a vice president."""
    for m in _ranked().finditer(text):
        name = re.sub(r"[’']s?$", "", m["name"].split()[-1]).rstrip(".,")
        title, rank = m["title"].lower().split()[-1], (m["rank"] or "").lower()
        held = _held(name, title, passage.text)
        if held and rank not in held and not (not rank and held <= _PASSING):
            given = " or ".join(sorted(f"{r} {title}".strip() for r in held))
            yield m.group().strip(" .,"), f"gives the title as “{given}”"


@lru_cache(maxsize=64)
def _held(name: str, title: str, text: str) -> frozenset[str]:
    """The ranks, "" for none, that a text gives a person with a title: the nearest to each mention of him."""
    found: set[str] = set()
    for end in ends_of(text, name) if name else ():
        start = end - len(name)
        before = _STOP.split(text[max(0, start - 90) : start])[-1]
        after = _STOP.split(text[end : end + 60])[0]
        ahead = [w.lower() for w in _WORD.findall(before)][-_ABOUT:]
        behind = [w.lower() for w in _WORD.findall(after)][:_ABOUT]
        places = [(len(ahead) - i, ahead[max(0, i - 2) : i]) for i, w in enumerate(ahead) if w == title]
        places += [(i + 1, behind[max(0, i - 2) : i]) for i, w in enumerate(behind) if w == title]
        if places:
            ranks = {w for w in min(places)[1] if w in _listed("ranks")}
            found |= ranks or {""}
    return frozenset(found)


_PAIRS = (
    (re.compile(r"(?<!White )\bHouse\b(?! of (?!Representatives))"), re.compile(r"\bSenat(?:e|ors?)\b")),
    (re.compile(r"\bDemocrat(?:s|ic)?\b"), re.compile(r"\bRepublicans?\b|\bGOP\b")),
    (re.compile(r"\b[Nn]orth(?:ern)?\b"), re.compile(r"\b[Ss]outh(?:ern)?\b")),
    (re.compile(r"\b[Ee]ast(?:ern)?\b"), re.compile(r"\b[Ww]est(?:ern)?\b")),
)
_OF_A_CHAMBER = re.compile(
    r"\b(?P<chamber>House|Senate)\s(?P<what>floor|leaders?|leadership|bill|vote|version|committees?|majority|minority|rules)\b"
)


def check_sides(text: str, passage: Passage) -> Iterator[Finding]:
    """Object to a chamber or a party where the passage has only the other, signers' and addressees' own apart."""
    for said, given in _moved(text, passage.sentence):
        yield _other_side(said, given, passage)
    for mine, other in (*_PAIRS, *((b, a) for a, b in _PAIRS)):
        here, there = mine.search(text), other.search(passage.sentence)
        if not here or not there or other.search(text):
            continue
        if not any(mine.search(r) for r in (passage.paragraph, _sides_of_signers(passage), card_words(passage.letter))):
            yield _other_side(here.group(), there.group(), passage)


def _moved(text: str, sentence: str) -> Iterator[tuple[str, str]]:
    """What the claim has of one chamber and the passage of the other only: "the House floor"."""
    there = {(m["chamber"], m["what"].rstrip("s")) for m in _OF_A_CHAMBER.finditer(sentence)}
    for m in _OF_A_CHAMBER.finditer(text):
        what, other = m["what"].rstrip("s"), "Senate" if m["chamber"] == "House" else "House"
        if (other, what) in there and (m["chamber"], what) not in there:
            yield m.group(), f"{other} {m['what']}"


def _other_side(said: str, given: str, passage: Passage) -> Finding:
    what = f"The claim has “{said}” where the passage has “{given}”."
    return passage.finding("names", said, what, do="Name the chamber, the party or the side as the letter does.")


def _sides_of_signers(passage: Passage) -> str:
    """The chambers and parties of the signers, in words."""
    people = passage.letter.card.senders
    words = {"senate": "Senators", "house": "House", "D": "Democrats", "R": "Republicans"}
    return " ".join(words.get(x or "", "") for p in people for x in (p.chamber, p.party))


_FROM = re.compile(
    r"^(?:The |All |\w+ )?(?P<state>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:['’]s)? (?:\w+ ){0,2}?"
    r"(?:lawmakers|[Ss]enators|[Mm]embers|[Dd]elegation|Democrats|Republicans|Representatives|officials|congress\w+)\b"
)


def check_state(text: str, passage: Passage) -> Iterator[Finding]:
    """Object to signers who are said to be of a state that none of them is of, where the states of all are known.

    Args:
        text: A sentence that opens with who writes the letter ("Oregon's delegation asks …").
        passage: What it rests on.
    """
    m = _FROM.match(text)
    code = _codes().get(m["state"].lower()) if m else None
    states = {p.state for p in passage.letter.card.senders}
    if m and code and states and not states & {None, code}:
        yield _other_side(m["state"], " and ".join(sorted(filter(None, states))), passage)


@cache
def _codes() -> dict[str, str]:
    """The codes of the states by their names in small letters."""
    return {name.replace("_", " "): code for code, name in lexicon.table("states").items()}
