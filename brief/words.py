"""The words that carry a topic: stems, stop words, senses, and names that stand for the same thing."""

from __future__ import annotations

import math
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain, combinations_with_replacement, pairwise, product

from brief.calendar_words import MONTHS
from brief.searching import Words

WORD = re.compile(r"[A-Za-z0-9$%]++(?:[.,'’-][A-Za-z0-9]++)*+")
_SUFFIXES = (
    *("ically", "ization", "isation", "iveness", "fulness", "ations", "ation", "ments", "ment", "ition", "ingly"),
    *("ances", "ences", "ities", "ions", "ance", "ence", "able", "ible", "ity", "ive", "ing", "ion", "ical"),
    *("ies", "ers", "ors", "ial", "ic", "ed", "es", "er", "or", "ly", "al", "s", "y", "e"),
)
_SUFFIXES_BY_END = {end: tuple(s for s in _SUFFIXES if s[-1] == end) for end in {s[-1] for s in _SUFFIXES}}


class _Vocabulary:
    """`vocabulary.toml`, read once."""

    def __init__(self) -> None:
        read = tomllib.loads((files("brief") / "vocabulary.toml").read_text(encoding="utf-8"))
        self.silent = frozenset(read["stop"].split()) | frozenset(read["speech"].split())
        self.verbs = frozenset(read["verbs"].split())
        self.openers, self.units, self.hollow, self.common = (
            frozenset(read[name].split()) for name in ("openers", "units", "hollow", "common")
        )
        self.token_of = {name: token for token, names in read["names"].items() for name in names}
        longest_first = sorted(self.token_of, key=len, reverse=True)
        self.names = re.compile(rf"(?<![a-z0-9])(?:{'|'.join(map(re.escape, longest_first))})(?![a-z0-9])")
        self.may_name = Words(rf"{re.escape(name)}(?![a-z0-9])" for name in longest_first)
        self.sense_of = {stem(w): f"~{sense}" for sense, words in read["senses"].items() for w in words.split()}


@cache
def _vocabulary() -> _Vocabulary:
    return _Vocabulary()


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """Cut the endings off a lower-case word, so that enforce, enforced and enforcement fall together.

    Deliberately blunt (no dictionary): it only has to treat both letters alike.
    """
    for _ in range(2):  # publicly -> public -> publ
        for suffix in _SUFFIXES_BY_END.get(word[-1:], ()):
            if word.endswith(suffix) and len(word) - len(suffix) >= 4:
                word = word[: -len(suffix)]
                break
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


@lru_cache(maxsize=4096)
def senses(text: str) -> tuple[str, ...]:
    """Return the senses that `text` touches ("~talk", "~pressure"), each once, sorted."""
    known = _vocabulary().sense_of
    return tuple(sorted({known[t] for t in map(stem, plain_words(text)) if t in known}))


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[str, ...]:
    """Return the stems of the words that carry the topic of `text`, names made one token ("North Korea" = "DPRK")."""
    known = _vocabulary()
    plain = text.replace("’", "'").casefold()
    pieces, done = [], 0
    for start in known.may_name.starts(plain):
        found = known.names.match(plain, start) if start >= done else None
        if found:
            pieces += [plain[done:start], known.token_of[found.group()]]
            done = found.end()
    named = " ".join([*pieces, plain[done:]])
    return tuple(chain.from_iterable(map(_tokens_of, WORD.findall(named))))


@lru_cache(maxsize=16384)  # the words of many letters
def _tokens_of(word: str) -> tuple[str, ...]:
    """Return the stems of one word, in small letters or a name's token; of a word with hyphens, those of its parts."""
    silent = _vocabulary().silent
    bare = word.removesuffix("'s").replace(",", "")
    if bare.isupper():
        return (bare,)
    if bare in silent or (len(bare) < 2 and not bare.isdigit()):
        return ()
    return tuple(stem(part) for part in bare.split("-") if part and part not in silent)


def is_silent(word: str) -> bool:
    """Tell whether a word carries no topic: a stop word, or one by which letters speak of themselves."""
    return word.casefold() in _vocabulary().silent


def is_common(word: str) -> bool:
    """Tell whether a word of a name stands in letters to officials whatever they are about."""
    return word.casefold() in _vocabulary().common


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
    if left.isdisjoint(right):
        return 0.0
    both = math.fsum(weight.get(t, 1.0) for t in left & right)
    size = math.fsum(weight.get(t, 1.0) for t in left) + math.fsum(weight.get(t, 1.0) for t in right)
    return 2 * both / size if size else 0.0


_PIECE = re.compile(r"[A-Za-z0-9$%]+(?:[.,'’-][A-Za-z0-9]+)*|[^\sA-Za-z0-9$%]")
_LETTER = re.compile(r"[A-Za-z]")
_NO_NOUN = re.compile(r"^[a-z]+(?:ed|ing|ly)$")  # what mostly is a verb or an adverb, and names no topic
_MONTHS = frozenset(month.capitalize() for month in MONTHS)  # "5 April", "in May": a day is no topic
_LINKS = frozenset({"of", "on", "for", "with", "against", "between"})


def topic_of(text: str, weight: Mapping[str, float], longest: int = 4) -> str:
    """Return the words of `text` that name its topic best, as they stand there: a noun phrase as far as can be told.

    Args:
        weight: How much each token tells; a phrase weighs what its tokens weigh together.
        longest: How many topic words a phrase may have.
    """
    phrases = _phrases(_PIECE.findall(text), longest)
    weighed = [(_weigh(p, weight) * (1.0 if opened else 0.6), p) for p, opened in phrases]
    best = max(weighed, key=lambda p: (round(p[0], 9), -len(p[1])), default=(0.0, ()))
    return " ".join(best[1]) if best[0] > 0 else ""


def noun_phrases(text: str, longest: int = 4, *, heads: bool = False) -> Iterator[str]:
    """Yield the noun phrases of `text` and every stretch of them, as far as can be told.

    Args:
        longest: How many topic words a phrase may have.
        heads: Whether the last word of each is wanted by itself too, and not only phrases of more than one.
    """
    for phrase, _ in _phrases(_PIECE.findall(text), longest):
        kept = (s for s in _stretches(phrase) if len(s) > 1 or (heads and s[0] == phrase[-1]))
        yield from (_GENITIVE.sub("", " ".join(s)) for s in kept)


def shared_phrases(text: str, other: str, weight: Mapping[str, float]) -> tuple[str, ...]:
    """Return the phrases of `text` whose topic words stand in `other` in the same order, the most telling first.

    A phrase of several words comes before lone words, and no word stands in two.

    Args:
        weight: How much each token tells.
    """
    theirs = tokens(other)
    pieces = [p for p, _ in _phrases(_PIECE.findall(text), 6)]
    found = {s for p in pieces for s in _stretches(p) if _follows(tokens(" ".join(s)), theirs)}
    ranked = sorted(found, key=lambda p: (len(p) == 1, -round(_weigh(p, weight), 9), len(p), p))
    kept: list[str] = []
    taken: set[str] = set()
    for phrase in ranked:
        stems = set(tokens(" ".join(phrase)))
        if not stems & taken:
            taken |= stems
            kept.append(_GENITIVE.sub("", " ".join(phrase)))
    return tuple(kept)


def shared_run(text: str, other: str) -> str:
    """Return the longest stretch of `text` whose topic words stand in `other` one after the other, or "" below two."""
    theirs = tokens(other)
    words = [(m, tokens(m.group())) for m in WORD.finditer(text)]
    telling = [(m, t) for m, t in words if t and m.group() not in _MONTHS and not m.group().isdigit()]
    best, longest = "", 1
    for i, j in combinations_with_replacement(range(len(telling)), 2):
        run = tuple(chain.from_iterable(t for _, t in telling[i : j + 1]))
        if longest < len(run) <= _RUN and _follows(run, theirs):
            best, longest = text[telling[i][0].start() : telling[j][0].end()], len(run)
    return (
        _GENITIVE.sub("", " ".join(best.split()))
        if len(best.split()) <= _RUN + _SILENT and not _STOP.search(best)
        else ""
    )


_SILENT = 3  # silent words between them
_RUN = 6  # topic words of a stretch that names a matter; a longer one is a sentence in common
_STOP = re.compile(r"[.;:?!“”()]")
_GENITIVE = re.compile(r"['’]s?$")


def _stretches(phrase: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield every stretch of a phrase that begins and ends with a topic word, and its words that tell by themselves."""
    ends = [i for i, piece in enumerate(phrase) if tokens(piece)]
    yield from (tuple(phrase[i : j + 1]) for i, j in product(ends, ends) if i < j)
    alone = (p for p in (phrase[i] for i in ends) if len(p) > 3 and "-" not in p and not is_common(p))
    yield from ((p,) for p in alone if p.casefold() not in _vocabulary().openers)


def _follows(short: Sequence[str], long: Sequence[str]) -> bool:
    """Tell whether the tokens of `short` stand one after the other in `long`."""
    size = len(short)
    return any(tuple(long[i : i + size]) == tuple(short) for i in range(len(long) - size + 1))


def _weigh(phrase: Sequence[str], weight: Mapping[str, float]) -> float:
    """A phrase weighs what its words weigh; a lone word less, since it seldom says what the matter is."""
    total = math.fsum(weight.get(t, 0.0) for t in dict.fromkeys(tokens(" ".join(phrase))))
    return total if len(phrase) > 1 else 0.5 * total


def _bears(piece: str) -> bool:
    """Tell whether a word can stand in a noun phrase, as far as its form and the list of verbs tell."""
    if not tokens(piece) or _NO_NOUN.match(piece) or piece in _MONTHS:
        return False
    return piece.casefold() not in _vocabulary().verbs


def _after(pieces: Sequence[str], at: int) -> str:
    return pieces[at + 1] if at + 1 < len(pieces) else ""


def _phrases(pieces: Sequence[str], longest: int) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Yield runs of topic words, and whether an article or preposition opens them, as one opens a noun phrase.

    Two runs joined by "of", "on", "for" … are yielded as one phrase too.
    """
    known = _vocabulary()
    runs: list[tuple[int, int]] = []
    for at, piece in enumerate(pieces):
        bears = _bears(piece) or (
            piece.endswith("ing") and at > 0 and _bears(pieces[at - 1]) and _bears(_after(pieces, at))
        )
        if bears and runs and runs[-1][1] == at and at - runs[-1][0] < longest:
            runs[-1] = (runs[-1][0], at + 1)
        elif bears:
            runs.append((at, at + 1))
    runs = [run for run in (_trimmed(pieces, *r) for r in runs) if any(_LETTER.search(p) for p in pieces[slice(*run)])]
    for start, end in runs:
        opened = start > 0 and pieces[start - 1].casefold() in known.openers
        yield tuple(pieces[start:end]), opened
    for (start, end), (after, last) in pairwise(runs):
        between = [p.casefold() for p in pieces[end:after]]
        joined = between[:1] and between[0] in _LINKS and set(between[1:]) <= {"the", "a", "an", "its", "their"}
        if joined and end - start + last - after <= longest:
            yield tuple(pieces[start:last]), start > 0 and pieces[start - 1].casefold() in known.openers


def _trimmed(pieces: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """Cut a run down to what a noun phrase can be; to nothing where it only measures, or only leads to another noun."""
    if start > 0 and pieces[end - 1].casefold() in _vocabulary().hollow:  # "the full extent of", "in exchange for"
        return end, end
    if (
        _after(pieces, end - 1).casefold() in _vocabulary().units
    ):  # "five business days": the number is no topic, nor what counts it
        numbers = [i for i in range(start, end) if pieces[i][0].isdigit()]
        return (start, numbers[0]) if numbers else (end, end)
    if pieces[start].isdigit() and len(pieces[start]) == 4:  # a year
        start += 1
    opened = start > 0 and pieces[start - 1].casefold() in _vocabulary().openers
    lone_verb = not opened and end - start > 1 and pieces[start].islower() and pieces[start + 1][0].isupper()
    return (start + 1 if lone_verb else start, end)  # "fund Norland's regime"
