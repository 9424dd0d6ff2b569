"""Searches a letter for a topic before anyone says that the letter is silent on it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import Literal, TypeVar

from brief.audit import lexicon
from brief.audit.aliases import introduced, known_groups, same_name
from brief.audit.passage import sentences_over
from brief.audit.words import Token, alike, concepts, scan, stems, tokens
from brief.document import Span
from brief.evidence import Claim, Evidence
from brief.letter.anatomy import Letter

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

# A topic counts as mentioned when one sentence, with its neighbour, holds this share of what the topic's words weigh.
# Found on our own pairs of letters (tests/test_audit_silence.py holds them): true topics score 0.5 and more, matters
# that a letter does not touch stay under 0.4, because only the common words of the dispute are shared.
MENTIONED = 0.5
_DULL = stems(" ".join(lexicon.words("dull")))


@dataclass(frozen=True, slots=True)
class Found:
    """The nearest sentence to a topic, how near it is, and whether that is a mention.

    Args:
        evidence: The sentence, or None if the text has none that shares a word with the topic.
        score: The share of the topic's weight that the sentence and its neighbours hold, from 0 to 1.
        verdict: `mentions` from `MENTIONED` on; `silent` means silent in the text given.
    """

    evidence: Evidence | None
    score: float
    verdict: Literal["silent", "mentions"]


def search(topic: str | Claim, other: Letter, own: Letter | None = None) -> Found:
    """Find the sentence of `other` that comes nearest to a topic.

    Words count by their rarity in `other`, names double; synonyms, a country's adjective and capital, acronyms and the
    short names that either letter introduces count as the word itself.

    Args:
        topic: A few words, or a claim (its own words are searched for, and the names in them).
        other: The letter that is said to be silent.
        own: The letter that the topic comes from, for the short names it introduces.

    Returns:
        What was found. Proves that the words occur together, not that the sentence takes the topic up as a matter.
    """
    words = topic.text if isinstance(topic, Claim) else topic
    aliases = [pair for letter in (own, other) if letter for pair in introduced(letter.document.text)]
    best, at = _nearest(_wanted(words, aliases, other), other)
    if at is None:
        return Found(None, 0.0, "silent")
    return Found(other.evidence_at(at), round(best, 3), "mentions" if best >= MENTIONED else "silent")


@dataclass(frozen=True, slots=True)
class _Term:
    """One word of a topic: the stems or names that stand for it, and its weight."""

    forms: tuple[str, ...]
    groups: frozenset[int]
    weight: float


def _wanted(words: str, aliases: Sequence[tuple[str, str]], other: Letter) -> list[_Term]:
    known = known_groups(words)
    named = {g: words[s:e].lower() for g, s, e in known}
    terms = [_Term((name,), frozenset({g}), 1.0) for g, name in named.items()]
    for t in tokens(words):
        if not t.is_content or t.stem in _DULL or any(s <= t.start < e for _, s, e in known):
            continue
        own = (long for long, short in aliases if t.folded in short.lower().split())
        forms = (t.stem, t.folded, *(w.lower() for long in own for w in long.split() if len(w) > 3))
        name = t.text[0].isupper() and t.start > 0
        terms.append(_Term(forms, frozenset(), _rarity(t, other) * (1.6 if name else 1.0)))
    return terms


def _rarity(token: Token, other: Letter) -> float:
    """The inverse share of sentences that hold the word, in logs; a word that is not there weighs most."""
    index = _index(other.document.text, other.body)
    holding = len(index.holding.get(token.stem, ()))
    return 1.0 + log((1 + len(index.sentences)) / (1 + holding)) / 2


@dataclass(frozen=True, slots=True)
class _Index:
    """A body's sentences, and where in it its words stand, so that a topic costs its own words and not the letter's.

    Args:
        sentences: In order.
        holding: For each content stem and folded name, the numbers of the sentences that hold it.
        beginning: Those stems and names by their first three letters: words that are alike share these, or a sense.
        meaning: Those stems and names by the numbers of their synonym groups.
        naming: For each group of well-known names, the numbers of the sentences that hold one.
    """

    sentences: tuple[Span, ...]
    holding: Mapping[str, Sequence[int]]
    beginning: Mapping[str, Sequence[str]]
    meaning: Mapping[int, Sequence[str]]
    naming: Mapping[int, Sequence[int]]


@lru_cache(maxsize=8)
def _index(text: str, body: tuple[Span, ...]) -> _Index:
    every = [Span(max(s.start, b.start), min(s.end, b.end)) for b in body for s in sentences_over(text, b)]
    sentences = tuple(dict.fromkeys(every))
    holding = _grouped((w, i) for i, s in enumerate(sentences) for w in set(_stems(scan(text, s.start, s.end))))
    naming = _grouped((g, i) for i, s in enumerate(sentences) for g in {g for g, _, _ in known_groups(s.of(text))})
    beginning = _grouped((word[:3], word) for word in holding)
    meaning = _grouped((n, word) for word in holding for n in concepts(word))
    return _Index(sentences, holding, beginning, meaning, naming)


def _grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, Sequence[V]]:
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def _stems(found: Iterable[Token]) -> Iterable[str]:
    for t in found:
        if t.is_content:
            yield t.stem
            if t.text[0].isupper():
                yield t.folded


def _nearest(wanted: Sequence[_Term], other: Letter) -> tuple[float, Span | None]:
    index = _index(other.document.text, other.body)
    total = sum(t.weight for t in wanted)
    best, at = 0.0, None
    held = [_holding(t, index) for t in wanted]
    for i in sorted({i for each in held for i in each}):
        score = 0.0
        for term, each in zip(wanted, held, strict=True):
            near = max(each.get(j, 0.0) for j in (i - 1, i, i + 1))
            score += term.weight * max(each.get(i, 0.0), 0.5 * near)
        if score / total > best:
            best, at = score / total, index.sentences[i]
    return best, at


def _holding(term: _Term, index: _Index) -> dict[int, float]:
    """How far sentences hold a term, by their numbers: 1 for the word, 0.6 for one that may stand for it."""
    if term.groups:
        return {i: 1.0 for g in term.groups for i in index.naming.get(g, ())}
    name, first = term.forms[-1], term.forms[0]
    akin = dict.fromkeys(w for n in concepts(first) for w in index.meaning.get(n, ()))
    akin |= dict.fromkeys(w for w in index.beginning.get(first[:3], ()) if alike(first, w))
    same = [w for w in index.beginning.get(name[:3], ()) if len(w) > 4 and same_name(name, w)]
    found = {i: 0.6 for w in akin for i in index.holding[w]}
    return found | {i: 1.0 for w in (*term.forms, *same) for i in index.holding.get(w, ())}
