"""Names that stand for one another: known everywhere, introduced by the letter, acronyms, a place and its adjective."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from brief.audit import lexicon
from brief.searching import Words, behind_small_words

_DEMONYM = {"", *"n an ian ean ese ish i s ans ians a e y ia o ns is land er ers".split()}  # noqa: SIM905
_INTRODUCED = re.compile(
    r"(?P<long>(?:[A-Z][\w’'&.-]*[\s-]+(?:(?:of|the|for|and|on|to|de)\s+){0,2}){1,9}[A-Z][\w’'&-]*)\s+"
    r"\((?:the\s+|or\s+|hereinafter\s+)*[“\"']?(?P<short>[A-Z][\w.&’'-]*(?:\s[A-Z][\w.&’'-]*){0,3})[”\"']?\)"
)

_BRACKETED = re.compile(r"\((?<=\s\()(?:the\s+|or\s+|hereinafter\s+)*[“\"']?[A-Z]")
_CAPITAL = re.compile(r"[A-Z]")
_WITHIN = frozenset(["of", "the", "for", "and", "on", "to", "de"])
"""The bracket that `_INTRODUCED` ends with; it is tried only at the capitals before one, since a text has few."""
_SHORT_NAMES = frozenset({"iran", "iraq", "cuba", "peru", "thai", "kiev", "kyiv", "oslo"})  # four letters, no acronyms


@cache
def alias_groups() -> tuple[tuple[str, ...], ...]:
    """Return the groups of names that stand for one another everywhere; a department stands for its head too."""
    groups = (tuple(p.strip() for p in line.split("|")) for line in lexicon.lines("aliases"))
    return tuple(g + _heads(g[0]) for g in groups)


@cache
def known_names() -> frozenset[str]:
    """Return all names of all groups."""
    return frozenset(name for group in alias_groups() for name in group)


def _heads(name: str) -> tuple[str, ...]:
    field = re.fullmatch(r"department of ((?:the )?(.+))", name)
    return (f"secretary of {field[1]}", f"{field[2]} secretary") if field else ()


@cache
def _alias_pattern() -> tuple[Words, re.Pattern[str], dict[str, int]]:
    where = {phrase: i for i, group in enumerate(alias_groups()) for phrase in group}
    by_letter: dict[str, list[str]] = {}  # under its first letter a name is found ten times sooner
    for phrase in sorted(where, key=len, reverse=True):
        by_letter.setdefault(phrase[0], []).append(re.escape(phrase[1:]))
    branches = "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in by_letter.items())
    return Words(map(re.escape, where)), re.compile(rf"(?<![\w.])(?:{branches})(?!\w)"), where


@lru_cache(maxsize=64)
def known_groups(text: str) -> tuple[tuple[int, int, int], ...]:
    """Return (group, start, end) of each name in a text that has well-known other names."""
    words, pattern, where = _alias_pattern()
    folded = text.replace("’", "'")
    return tuple(
        (where[m.group()], m.start(), m.end())
        for m in words.finditer(pattern, folded.lower())
        if folded[m.start()].isupper()
        and (len(m.group()) > 4 or m.group() in _SHORT_NAMES or folded[m.start() : m.end()].isupper())
    )


@lru_cache(maxsize=4)
def introduced(text: str) -> tuple[tuple[str, str], ...]:
    """Return the short names that a text introduces itself: (long, short), as in "the Tidal Works Board (TWB)"."""
    found, at = [], 0
    for bracket in _BRACKETED.finditer(text):
        first = behind_small_words(text, at, bracket.start(), _WITHIN)
        tried = (_INTRODUCED.match(text, m.start()) for m in _CAPITAL.finditer(text, first, bracket.start()))
        if m := next(filter(None, tried), None):
            found.append((m["long"], m["short"]))
            at = m.end()
    return tuple(found)


def introduced_with(word: str, text: str) -> Sequence[tuple[str, str]]:
    """Return the pairs that a text introduces of which a word is the short name or one of the long one's, folded."""
    known = _by_word(text)
    return (*known.get(word, ()), *known.get(word.lower(), ()))


@lru_cache(maxsize=4)
def _by_word(text: str) -> dict[str, list[tuple[str, str]]]:
    """The introduced pairs, folded, under the words of the long name as written and under the short name, folded."""
    found: dict[str, list[tuple[str, str]]] = {}
    for long, short in introduced(text):
        for word in dict.fromkeys((*long.split(), short.lower())):
            found.setdefault(word, []).append((long.lower(), short.lower()))
    return found


@lru_cache(maxsize=64)
def expansions(acronym: str, document: str) -> tuple[str, ...]:
    """Return the runs of capitalised words in a document whose first letters are the acronym's."""
    pattern = r"[\s-]+(?:(?:of|the|for|and|on|to)\s+){0,2}".join(rf"{c}[a-zà-þ]+" for c in acronym)
    return tuple({m.group().lower() for m in re.finditer(pattern, document)})


@lru_cache(maxsize=8192)
def same_name(a: str, b: str) -> bool:
    """Tell whether two folded words are one name: equal, or a place and its adjective ("keshara", "kesharan")."""
    a, b = a.replace("’", "'").removesuffix("'s").rstrip("."), b.replace("’", "'").removesuffix("'s").rstrip(".")
    if a == b or a.replace(".", "") == b.replace(".", ""):
        return True
    shared = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return shared >= 4 and a[shared:] in _DEMONYM and b[shared:] in _DEMONYM and bool(a[shared:] or b[shared:])


def is_place(words: str) -> bool:
    """Tell whether words name a country or a state of the Union."""
    return words.lower() in _states() or any(g in _countries() for g, _, _ in known_groups(words))


@cache
def _countries() -> frozenset[int]:
    """The groups of other names that are a country's: those that name no body."""
    bodies = (lexicon.words("heads") | lexicon.words("generic") | {"security"}) - {"states", "united"}
    names = enumerate(g[0].split() for g in alias_groups())
    return frozenset(i for i, words in names if len(words) <= 2 and bodies.isdisjoint(words))


@cache
def _states() -> frozenset[str]:
    return frozenset(part for name in lexicon.table("states").values() for part in name.split("_"))


def is_at_home(name: str) -> bool:
    """Tell whether any brief may use a folded name, whatever its letter calls the one that it means."""
    return name in _AT_HOME


_AT_HOME = frozenset({
    "american", "americans", "u.s.", "us", "washington", "congress", "white house", "president", "administration",
    "united states",
})  # fmt: skip
