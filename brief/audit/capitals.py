"""The capitalised words of a text, which may name somebody or something, and those it never has in small letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from brief.audit.words import ends_of
from brief.searching import lowered

_CAPITAL = re.compile(
    r"[A-ZÀ-Þ](?<![\w’'].)(?:(?<=[A-Z])\.\s?(?:[A-Z]\.\s?)+|(?:[A-Za-z]++|[\w’'-])*+(?:\.[A-Z]\.?)*+)"
)  # what must stand before it is looked at behind the capital: so the engine goes from capital to capital
_OPENING = " “\"‘'(["
_POSSESSIVE = re.compile(r"[’']s?$")
_WORDS = re.compile(r"\w+")


class Mention(NamedTuple):
    """A capitalised word of a text that may name somebody or something; `initial` if it opens a sentence."""

    word: str
    start: int
    end: int
    initial: bool


@lru_cache(maxsize=64)
def mentions(text: str) -> tuple[Mention, ...]:
    """Return the capitalised words of a text, possessives cut, in order."""
    found = []
    for m in _CAPITAL.finditer(text):
        start, end = m.span()
        found.append(Mention(_name(m[0]), start, end, _opens(text, start)))
    return tuple(found)


@lru_cache(maxsize=4096)
def _name(word: str) -> str:
    """A capitalised word without its possessive and what else is no part of a name."""
    return _POSSESSIVE.sub("", word.rstrip(". ") if "." not in word[:-1] else word.strip())


def has_name(text: str, word: str) -> bool:
    """Tell at a glance whether a text has a capitalised word as one of its mentions; where marks stand beside, not."""
    return word.isalpha() and any(
        text[end - len(word) - 1 : end - len(word)] not in _BESIDE and not _GOES_ON.match(text, end)
        for end in ends_of(text, word)
    )


_BESIDE = ("’", "'", ".", "-")
_GOES_ON = re.compile(r"[’'-]|\.[A-Z]")


def _opens(text: str, at: int) -> bool:
    """Whether a sentence, a line or an item begins at `at`."""
    while at > 0 and text[at - 1] in _OPENING:
        at -= 1
    return at == 0 or text[at - 1] in ".!?:;\n•-–—"


@lru_cache(maxsize=4)
def lower_words(text: str) -> frozenset[str]:
    """Return the words that a text has in small letters."""
    every = set(_WORDS.findall(text))
    return frozenset(w for w in every if len(w) > 1 and w.islower() and w.isalpha() and w.isascii())


def in_small_letters(text: str, word: str) -> bool:
    """Tell whether a text has a word of plain letters in small ones: far quicker than `lower_words` for a few words."""
    return len(word) > 1 and word.islower() and word.isalpha() and word.isascii() and any(ends_of(text, word))


@dataclass(frozen=True, slots=True)
class Capitalised:
    """The words, folded, that a text has capitalised inside a sentence and never in small letters.

    A claim has few words, a document many: each is looked for only when it is asked for.
    """

    text: str

    def __contains__(self, word: str) -> bool:
        return _always_capitalised(self.text, word)


@lru_cache(maxsize=512)
def _always_capitalised(text: str, word: str) -> bool:
    return not in_small_letters(text, word) and any(not _opens(text, at) for at in _capitals(text, word))


def _capitals(text: str, word: str) -> Iterator[int]:
    """Yield where a folded word stands as one that begins with a capital."""
    low = lowered(text)
    at = low.find(word) if word else -1
    while at >= 0:
        found = _CAPITAL.match(text, at) if text[at] != low[at] else None
        if found and _name(found[0]).lower() == word and not _within_another(text, at):
            yield at
        at = low.find(word, at + 1)


def _within_another(text: str, at: int) -> bool:
    """Whether a capital stands within a name that begins before it: the second of "Hyde-Smith"."""
    start = at
    while start and (text[start - 1].isalnum() or text[start - 1] in "_’'-."):
        start -= 1
    return start < at and next(m.start() for m in _CAPITAL.finditer(text, start)) < at
