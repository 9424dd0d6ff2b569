"""Searches a letter for a topic before anyone says that the letter is silent on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import Literal

from brief.audit import lexicon
from brief.audit.aliases import introduced, known_groups, same_name
from brief.audit.passage import sentences_over
from brief.audit.words import Token, alike, scan, stem, tokens
from brief.document import Span
from brief.evidence import Claim, Evidence
from brief.letter.anatomy import Letter

# A topic counts as mentioned when one sentence, with its neighbour, holds this share of what the topic's words weigh.
# Found on our own pairs of letters (tests/test_audit_silence.py holds them): true topics score 0.5 and more, matters
# that a letter does not touch stay under 0.4, because only the common words of the dispute are shared.
MENTIONED = 0.5


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
    wanted = _wanted(words, (own.document.text if own else "") + "\n\n" + other.document.text, other)
    if not wanted:
        return Found(None, 0.0, "silent")
    best, at = _nearest(wanted, other)
    if at is None:
        return Found(None, 0.0, "silent")
    text = other.document.text
    evidence = Evidence(
        quote=at.of(text),
        start=at.start,
        end=at.end,
        page=other.document.page_at(at.start),
        match="exact",
        voice=other.voice_at(at.start),
        letter=other.id,
    )
    return Found(evidence, round(best, 3), "mentions" if best >= MENTIONED else "silent")


@dataclass(frozen=True, slots=True)
class _Term:
    """One word of a topic: the stems or names that stand for it, and its weight."""

    forms: tuple[str, ...]
    groups: frozenset[int]
    weight: float


def _wanted(words: str, texts: str, other: Letter) -> list[_Term]:
    named = {g: words[s:e] for g, s, e in known_groups(words)}
    spans = [(s, e) for _, s, e in known_groups(words)]
    terms = [_Term((name.lower(),), frozenset({g}), 1.0) for g, name in named.items()]
    aliases = introduced(texts)
    for t in tokens(words):
        if not t.is_content or t.stem in _dull() or any(s <= t.start < e for s, e in spans):
            continue
        forms = [t.stem, t.folded]
        for long, short in aliases:
            if t.folded in short.lower().split():
                forms += [w.lower() for w in long.split() if len(w) > 3]
        name = t.text[0].isupper() and t.start > 0
        rarity = _rarity(t, other)
        terms.append(_Term(tuple(forms), frozenset(), rarity * (1.6 if name else 1.0)))
    return terms


@lru_cache(maxsize=1)
def _dull() -> frozenset[str]:
    return frozenset(stem(w) for w in lexicon.words("dull"))


def _rarity(token: Token, other: Letter) -> float:
    """The inverse share of sentences that hold the word, in logs; a word that is not there weighs most."""
    sentences = _sentences(other.document.text, other.body)
    holding = sum(1 for _, stems in sentences if token.stem in stems)
    return 1.0 + log((1 + len(sentences)) / (1 + holding)) / 2


@lru_cache(maxsize=8)
def _sentences(text: str, body: tuple[Span, ...]) -> tuple[tuple[Span, frozenset[str]], ...]:
    """The body's sentences with their content stems and folded names."""
    spans = [Span(max(s.start, b.start), min(s.end, b.end)) for b in body for s in sentences_over(text, b)]
    return tuple((s, frozenset(_stems(scan(text, s.start, s.end)))) for s in dict.fromkeys(spans))


def _stems(found: Iterable[Token]) -> Iterable[str]:
    for t in found:
        if t.is_content:
            yield t.stem
            if t.text[0].isupper():
                yield t.folded


def _nearest(wanted: Sequence[_Term], other: Letter) -> tuple[float, Span | None]:
    text = other.document.text
    sentences = _sentences(text, other.body)
    total = sum(t.weight for t in wanted)
    best, at = 0.0, None
    held = [[_holds(t, text, s, stems) for t in wanted] for s, stems in sentences]
    for i, (span, _) in enumerate(sentences):
        around = held[max(0, i - 1) : i + 2]
        score = 0.0
        for k, term in enumerate(wanted):
            own = held[i][k]
            near = max(row[k] for row in around)
            score += term.weight * max(own, 0.5 * near)
        if any(h >= 0.6 for h in held[i]) and score / total > best:
            best, at = score / total, span
    return best, at


def _holds(term: _Term, text: str, span: Span, stems: frozenset[str]) -> float:
    """How far a sentence holds a term: 1 for the word, 0.7 for one that may stand for it."""
    if term.groups:
        return float(any(g in term.groups for g, _, _ in known_groups(span.of(text))))
    if any(f in stems for f in term.forms):
        return 1.0
    if any(same_name(term.forms[-1], s) for s in stems if len(s) > 4):
        return 1.0
    return 0.6 if any(alike(term.forms[0], s) for s in stems) else 0.0


def claims_silence(note: str) -> bool:
    """Tell whether a sentence says that a letter is silent on something."""
    return bool(
        re.search(r"\b(?:silent|does not (?:mention|say|address)|no mention|nothing (?:on|about)|only [AB]\b)", note)
    )
