"""Words as the checks compare them: tokens with offsets, stems, and small-scale synonymy."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from brief.audit import lexicon

_LETTERS = r"(?:[A-Za-z]++|[^\W\d_])++"  # plain ones first, for which the engine has a table
_TOKEN = re.compile(rf"{_LETTERS}(?:['’](?!s\b){_LETTERS})*+(?:['’]s)?|[$€£]?\d[\d,]*(?:\.\d+)?%?|[;:.,?!()\"“”—–]")
_SUFFIXES = tuple(
    "izations isations ization isation fulness iveness ations ation ments ment ances ance ences ence ities ings ness "  # noqa: SIM905
    "ible able ions ion ity ive ing ied ies ers ors als ous ful ize ise est ed er or al ly es en s y e".split()
)  # the longest first
_BY_END = {end: tuple(s for s in _SUFFIXES if s[-1] == end) for end in {s[-1] for s in _SUFFIXES}}
_VOWELS = frozenset("aeiouy")


class Token(NamedTuple):
    """A word, figure or mark of a text: as written, folded, its stem, and where it stands."""

    text: str
    folded: str
    stem: str
    is_word: bool  # no figure and no mark
    is_content: bool  # a word that carries matter, not one that only joins
    start: int
    end: int


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Cut a folded word to what its inflections and derivations share; British spellings fall on American ones."""
    word = word.replace("’", "'").removesuffix("'s").rstrip("'")
    irregular = lexicon.table("irregular").get(word)
    if irregular:
        return irregular
    if len(word) > 4:
        word = word.replace("our", "or", 1) if word[-3:] != "our" or len(word) > 5 else word
    for _ in range(3):
        room = len(word) - 3
        found = next((s for s in _BY_END.get(word[-1:], ()) if len(s) <= room and word.endswith(s)), "")
        if not found or _VOWELS.isdisjoint(word[: -len(found)]):
            break
        word = word[: -len(found)]
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word.removesuffix("i") if len(word) > 3 else word


@cache
def stems(words: str) -> frozenset[str]:
    """Return the stems of some words."""
    return frozenset(map(stem, words.split()))


@cache
def stems_of_frame() -> frozenset[str]:
    """Return the stems of words of attribution that a brief adds ("the letter says"), which no passage must have."""
    return frozenset(map(stem, lexicon.words("frame")))


@lru_cache(maxsize=64)
def one_line(text: str) -> str:
    """Return a text with single spaces, without the full stop at its end."""
    return " ".join(text.split()).rstrip(".")


@lru_cache(maxsize=64)
def tokens(text: str) -> tuple[Token, ...]:
    """Split a text into tokens, in order."""
    return tuple(scan(text, 0))


def scan(text: str, offset: int, end: int | None = None) -> list[Token]:
    """Split `text[offset:end]` into tokens whose places count from the start of `text`."""
    found = _TOKEN.finditer(text, offset, len(text) if end is None else end)
    return [Token._make((*_kind(m[0]), *m.span())) for m in found]


def content_stems(text: str) -> frozenset[str]:
    """Return the stems of a text's content words; quicker than its tokens, where no places are wanted."""
    kinds = map(_kind, set(_TOKEN.findall(text)))
    return frozenset(stemmed for _, _, stemmed, _, is_content in kinds if is_content)


@lru_cache(maxsize=8192)
def _kind(word: str) -> tuple[str, str, str, bool, bool]:
    """What a token has wherever it stands: its text, folded, its stem, whether it is a word, and one of content."""
    folded = word.lower().replace("’", "'")
    is_word = folded[0].isalpha()
    is_content = is_word and folded not in lexicon.words("stop")
    return word, folded, stem(folded) if is_word else folded, is_word, is_content


@lru_cache(maxsize=8192)
def concepts(stemmed: str) -> frozenset[int]:
    """Return the numbers of the synonym groups that a stem belongs to."""
    return _groups().get(stemmed, frozenset())


@lru_cache(maxsize=8192)
def alike(a: str, b: str) -> bool:
    """Tell whether two stems are one word, or near enough: a shared group, or one the beginning of the other."""
    if a == b or concepts(a) & concepts(b):
        return True
    short, long = sorted((a, b), key=len)
    return (len(short) >= 5 and long.startswith(short)) or (len(short) >= 6 and short[:6] == long[:6])


def ends_of(text: str, word: str) -> Iterator[int]:
    """Yield where `word` ends in `text`, wherever it stands there between words."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not _runs_on(text, at) and not _runs_on(text, end):
            yield end
        at = text.find(word, at + 1)


def has_token(low: str, folded: str) -> bool:
    """Tell at a glance whether a text in small letters has a word as a token; beside an apostrophe it is not seen."""
    return any(
        low[e : e + 1] not in _APOSTROPHES and low[e - len(folded) - 1 : e - len(folded)] not in _APOSTROPHES
        for e in ends_of(low, folded)
    )


_APOSTROPHES = ("'", "’")


def _runs_on(text: str, at: int) -> bool:
    """Whether a word goes on over `at`."""
    return 0 < at < len(text) and all(c.isalnum() or c == "_" for c in text[at - 1 : at + 1])


class Kin:
    """A set of stems that can be asked at once whether one of them is `alike` a given stem."""

    def __init__(self, stems: Iterable[str]) -> None:
        self.stems = frozenset(stems)

    @cached_property
    def _senses(self) -> frozenset[int]:
        return frozenset(n for s in self.stems for n in concepts(s))

    @cached_property
    def _fives(self) -> frozenset[str]:
        return frozenset(s for s in self.stems if len(s) == 5)

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(s[:n] for s in self.stems for n in (5, 6) if len(s) >= n)

    def __contains__(self, stemmed: str) -> bool:
        if stemmed in self.stems or not self._senses.isdisjoint(concepts(stemmed)):
            return True
        size = len(stemmed)
        return size >= 5 and (
            stemmed[:5] in self._fives
            or (size == 5 and stemmed in self._beginnings)
            or (size > 5 and stemmed[:6] in self._beginnings)
        )

    def share(self, stems: Collection[str]) -> float:
        """Return how many of some stems are alike one of these, from 0 to 1; of none, 0."""
        return sum(s in self for s in stems) / max(1, len(stems))


@lru_cache(maxsize=32)  # of the passages around a claim, which several checks look through
def kin(text: str) -> Kin:
    """Return the content words of a text as `Kin`."""
    return Kin(content_stems(text))


@cache
def _groups() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(lexicon.lines("synonyms")):
        for word in line.split():
            groups.setdefault(stem(word), set()).add(number)
    return {k: frozenset(v) for k, v in groups.items()}


@cache
def _bases(name: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in lexicon.words(name):
        found[stem(word)] = (*found.get(stem(word), ()), word)
    return found


def is_of(name: str, token: Token) -> bool:
    """Tell whether a token is a form of a word of the list `name`: of its stem, and spelt like it."""
    bases = _bases(name).get(token.stem, ()) if len(token.folded) > 2 else ()
    return any(token.folded.startswith(b.rstrip("ey")) for b in bases)
