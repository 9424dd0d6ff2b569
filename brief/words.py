"""The words that carry a topic: stems, stop words, senses, and names that stand for the same thing."""

from __future__ import annotations

import math
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

WORD = re.compile(r"[A-Za-z0-9$%]+(?:[.,'’-][A-Za-z0-9]+)*")
_SUFFIXES = (
    *("ically", "ization", "isation", "iveness", "fulness", "ations", "ation", "ments", "ment", "ition", "ingly"),
    *("ances", "ences", "ities", "ions", "ance", "ence", "able", "ible", "ity", "ive", "ing", "ion", "ical"),
    *("ies", "ers", "ors", "ial", "ic", "ed", "es", "er", "or", "ly", "al", "s", "y", "e"),
)


class _Vocabulary:
    """`vocabulary.toml`, read once."""

    def __init__(self) -> None:
        read = tomllib.loads((files("brief") / "vocabulary.toml").read_text(encoding="utf-8"))
        self.silent = frozenset(read["stop"].split()) | frozenset(read["speech"].split())
        self.token_of = {name: token for token, names in read["names"].items() for name in names}
        longest_first = sorted(self.token_of, key=len, reverse=True)
        self.names = re.compile(rf"(?<![a-z0-9])(?:{'|'.join(map(re.escape, longest_first))})(?![a-z0-9])")
        self.sense_of = {stem(w): f"~{sense}" for sense, words in read["senses"].items() for w in words.split()}


@cache
def _vocabulary() -> _Vocabulary:
    return _Vocabulary()


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Cut the endings off a lower-case word, so that enforce, enforced and enforcement fall together.

    Deliberately blunt (no dictionary): it only has to treat both letters alike.
    """
    for _ in range(2):  # publicly -> public -> publ
        word = word.removesuffix(next((s for s in _SUFFIXES if word.endswith(s) and len(word) - len(s) >= 4), ""))
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


@lru_cache(maxsize=16384)
def senses(text: str) -> tuple[str, ...]:
    """Return the senses that `text` touches ("~talk", "~pressure"), each once, sorted."""
    known = _vocabulary().sense_of
    return tuple(sorted({known[t] for t in map(stem, plain_words(text)) if t in known}))


@lru_cache(maxsize=16384)
def tokens(text: str) -> tuple[str, ...]:
    """Return the stems of the words that carry the topic of `text`, names made one token ("North Korea" = "DPRK")."""
    known = _vocabulary()
    named = known.names.sub(lambda m: f" {known.token_of[m.group()]} ", text.replace("’", "'").casefold())
    out: list[str] = []
    for word in WORD.findall(named):
        bare = word.removesuffix("'s").replace(",", "")
        if bare.isupper():
            out.append(bare)
        elif bare not in known.silent and (len(bare) > 1 or bare.isdigit()):
            out.extend(stem(part) for part in bare.split("-") if part and part not in known.silent)
    return tuple(out)


def plain_words(text: str) -> list[str]:
    """Return every word of `text` in lower case, quotes folded: what word-for-word comparison runs on."""
    return [w.casefold().replace("’", "'") for w in WORD.findall(text)]


def rarity(texts: Iterable[Sequence[str]]) -> dict[str, float]:
    """Weigh each token by how few of the texts hold it (smoothed inverse document frequency), from 0 upward."""
    held = [set(t) for t in texts]
    count = Counter(token for t in held for token in t)
    return {token: math.log((1 + len(held)) / (0.5 + n)) for token, n in count.items()}


def nearness(a: Iterable[str], b: Iterable[str], weight: Mapping[str, float]) -> float:
    """Say how much of their topic two token lists share: Dice overlap by weight, 0 to 1, the same both ways."""
    left, right = set(a), set(b)
    both = math.fsum(weight.get(t, 1.0) for t in left & right)
    size = math.fsum(weight.get(t, 1.0) for t in left) + math.fsum(weight.get(t, 1.0) for t in right)
    return 2 * both / size if size else 0.0


def topic_of(text: str, weight: Mapping[str, float], longest: int = 4) -> str:
    """Return the words of `text` that name its topic best, as they stand there: a run without stop words.

    Args:
        weight: How much each token tells; a run weighs what its tokens weigh together.
        longest: How many words a run may have.
    """
    best, most = "", 0.0
    for run in _runs(text):
        for i in range(len(run)):
            for j in range(i + 1, min(len(run), i + longest) + 1):
                weighs = math.fsum(sum(weight.get(t, 0.0) for t in tokens(w)) for w in run[i:j])
                if weighs > most + 1e-9:
                    best, most = " ".join(run[i:j]), weighs
    return best


_NO_NOUN = re.compile(r"^[a-z]+(?:ed|ing|ly)$")  # what mostly is a verb or an adverb, and names no topic


def _runs(text: str) -> list[list[str]]:
    """Split a text into runs of words that carry a topic, broken at stop words and punctuation."""
    runs: list[list[str]] = [[]]
    for piece in re.findall(r"[A-Za-z0-9$%]+(?:[.,'’-][A-Za-z0-9]+)*|[^\sA-Za-z0-9$%]", text):
        if tokens(piece) and not _NO_NOUN.search(piece):
            runs[-1].append(piece)
        else:
            runs.append([])
    return [run for run in runs if run]
