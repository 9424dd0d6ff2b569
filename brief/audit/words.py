"""Words as the checks compare them: tokens with offsets, stems, and small-scale synonymy."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from brief.audit import lexicon

_TOKEN = re.compile(r"[$€£]?\d[\d,]*(?:\.\d+)?%?|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*(?:['’]s)?|[;:.,?!()\"“”—–]")
_SUFFIXES = (
    "izations",
    "isations",
    "ization",
    "isation",
    "fulness",
    "iveness",
    "ations",
    "ation",
    "ments",
    "ment",
    "ances",
    "ance",
    "ences",
    "ence",
    "ities",
    "ings",
    "ness",
    "ible",
    "able",
    "ions",
    "ion",
    "ity",
    "ive",
    "ing",
    "ied",
    "ies",
    "ers",
    "ors",
    "als",
    "ous",
    "ful",
    "ize",
    "ise",
    "est",
    "ed",
    "er",
    "or",
    "al",
    "ly",
    "es",
    "en",
    "s",
    "y",
    "e",
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, figure or mark of a text: as written, folded, its stem, and where it stands."""

    text: str
    folded: str
    stem: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Tell a word from a figure or a mark."""
        return self.text[0].isalpha()

    @property
    def is_content(self) -> bool:
        """Tell a word that carries matter from one that only joins."""
        return self.is_word and self.folded not in lexicon.words("stop")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Cut a folded word to what its inflections and derivations share; British spellings fall on American ones."""
    word = word.replace("’", "'").removesuffix("'s").rstrip("'")
    irregular = lexicon.table("irregular").get(word)
    if irregular:
        return irregular
    if len(word) > 4:
        word = word.replace("our", "or", 1) if word[-3:] != "our" or len(word) > 5 else word
    for _ in range(3):
        shorter = next((word[: -len(s)] for s in _SUFFIXES if word.endswith(s) and len(word) - len(s) >= 3), word)
        if shorter == word or not any(c in "aeiouy" for c in shorter):
            break
        word = shorter
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word.removesuffix("i") if len(word) > 3 else word


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """Split a text into tokens, in order."""
    return tuple(scan(text, 0))


def scan(text: str, offset: int, end: int | None = None) -> list[Token]:
    """Split `text[offset:end]` into tokens whose places count from the start of `text`."""
    found = []
    for m in _TOKEN.finditer(text, offset, len(text) if end is None else end):
        folded = m.group().lower().replace("’", "'")
        found.append(Token(m.group(), folded, stem(folded) if folded[0].isalpha() else folded, m.start(), m.end()))
    return found


@lru_cache(maxsize=65536)
def concepts(stemmed: str) -> frozenset[int]:
    """Return the numbers of the synonym groups that a stem belongs to."""
    return _groups().get(stemmed, frozenset())


@lru_cache(maxsize=65536)
def alike(a: str, b: str) -> bool:
    """Tell whether two stems are one word, or near enough: a shared group, or one the beginning of the other."""
    if a == b or concepts(a) & concepts(b):
        return True
    short, long = sorted((a, b), key=len)
    return (len(short) >= 5 and long.startswith(short)) or (len(short) >= 6 and short[:6] == long[:6])


@cache
def _groups() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(lexicon.lines("synonyms")):
        for word in line.split():
            groups.setdefault(stem(word), set()).add(number)
    return {k: frozenset(v) for k, v in groups.items()}
