"""Which post is meant, whatever its case: the field of a ministry or a committee, the rank before a title."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache

from brief.audit import lexicon
from brief.audit.aliases import known_groups
from brief.audit.finding import Finding
from brief.audit.names import card_words
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


def check(text: str, passage: Passage) -> list[Finding]:
    """Object to an office of a field that the letter gives another field, and to a rank that its holder does not have.

    Proves that the letter has the office with other fields only, or names the person with the title and without the
    rank (or never without it).
    """
    return [*_fields(text, passage), *_ranks(text, passage)]


def _finding(words: str, what: str, passage: Passage) -> Finding:
    return passage.finding("names", words, what, do="Name the office as the letter does.")  # fmt: skip


def _fields(text: str, passage: Passage) -> Iterator[Finding]:
    """ "the justice ministry" where the letter has a foreign one."""
    for field, office, words in _posts(text):
        if known_groups(words) or _stands(words.lower(), lowered(passage.text)):
            continue
        held = _pairs(passage.text) | _pairs(card_words(passage.letter))
        if (field, office) in held:
            continue
        others = sorted(f for f, o in held if o == office)
        if others:
            yield _finding(words, f"“{words}”: the document has such a body only for others (“{others[0]}”).", passage)


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


def _ranks(text: str, passage: Passage) -> Iterator[Finding]:
    """ "Vice President Glas" for a president, or "President Glas" for a vice president."""
    for m in _ranked().finditer(text):
        name = re.sub(r"[’']s?$", "", m["name"].split()[-1]).rstrip(".,")
        title, rank = m["title"].lower().split()[-1], (m["rank"] or "").lower()
        held = _held(name, title, passage.text)
        if held and rank not in held and not (not rank and held <= _PASSING):
            given = " or ".join(sorted(f"{r} {title}".strip() for r in held))
            words = m.group().strip(" .,")
            yield _finding(words, f"“{words}”: the document gives the title as “{given}”.", passage)


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
