"""Which sentences of a source a sentence without quotations rests on: those that together hold most of what it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import NamedTuple

from brief.audit import lexicon
from brief.audit.heads import head_stems
from brief.audit.negation import is_negator
from brief.audit.passage import sentence_spans
from brief.audit.strength import cues, requests_in
from brief.audit.thesaurus import reach
from brief.audit.words import Kin, stem, stems_of_frame, tokens
from brief.document import Document, Span
from brief.evidence import Evidence
from brief.letter.anatomy import Letter

_CANDIDATES = 12  # sentences that hold most words as they are; only these are looked at for words of the same sense
_MOST = 3  # sentences that one sentence of a memo may rest on
_GAIN = 0.17  # of its weight that a further sentence must add
_MEANT = 0.75  # what a word of the same sense is worth beside the word itself
_ASKS = 1.4  # a sentence that asks, for one that says that something is asked
_GENERAL = 0.25  # what a general word ("issue", "people") is worth
_DENSE = 0.4  # what is added for a sentence all of whose words are the memo's
_ALIKE = 1.1  # both deny something, or neither does
_LETTERS_OWN = 1.1  # the letter's own sentence, before the release's on the same matter
_SHORTEST = 4  # words; shorter stretches are headings


class Rest(NamedTuple):
    """What a sentence rests on: the sentences of the source, and the share (0 to 1) of its words that they hold."""

    evidence: tuple[Evidence, ...]
    share: float


class _Like(NamedTuple):
    """What a sentence does that its passage should do too: ask, deny."""

    asks: bool
    denies: bool


@dataclass(frozen=True)
class _Source:
    """A document's sentences and the stems of each: of words of content and of figures."""

    spans: tuple[Span, ...]
    stems: tuple[frozenset[str], ...]
    holding: Counter[str]


@lru_cache(maxsize=8)
def _source(document: Document) -> _Source:
    spans, stems = [], []
    for span in sentence_spans(document.text):
        said = _stems(span.of(document.text))
        if len(span.of(document.text).split()) >= _SHORTEST:
            spans.append(span)
            stems.append(said)
    return _Source(tuple(spans), tuple(stems), Counter(s for each in stems for s in each))


@lru_cache(maxsize=64)
def _stems(text: str) -> frozenset[str]:
    return frozenset(t.stem for t in tokens(text) if t.is_content or t.text[0].isdigit())


def rest_of(said: str, letter: Letter) -> Rest:
    """Choose the sentences of a letter's document that hold most of what a sentence says.

    Words count by their rarity in the document; words of attribution and names of the letter's head don't, for any
    sentence about a letter may have them. Proves that the words stand near one another, not that they say the same.
    """
    source = _source(letter.document)
    weights = _weights(said, source, letter)
    total = sum(weights.values())
    if not total:
        return Rest((), 1.0)
    chosen: list[int] = []
    left = dict(weights)
    candidates = _candidates(weights, source)
    like = _Like(bool(cues(said)), _denies(said))
    while left and len(chosen) < _MOST:
        scored = [(_score(left, n, source, letter, like), n) for n in candidates if n not in chosen]
        gain, best = max(scored, default=(0.0, -1))
        if gain <= 0 or (chosen and gain < _GAIN * total):
            break
        chosen.append(best)
        near, meant = Kin(source.stems[best]), reach(source.spans[best].of(letter.document.text))
        left = {s: w for s, w in left.items() if s not in near and s not in meant}
    return Rest(tuple(letter.evidence_at(source.spans[n]) for n in chosen), 1 - sum(left.values()) / total)


def _weights(said: str, source: _Source, letter: Letter) -> dict[str, float]:
    """What each word counts: by its rarity in the document; general words a quarter, those of attribution nothing."""
    known = stems_of_frame() | head_stems(letter.card) | lexicon.words("calendar")
    own = [s for s in _stems(said) if s not in known] or list(_stems(said) - stems_of_frame())
    rarity = {s: log((2 + len(source.spans)) / (1 + source.holding[s])) for s in own}
    return {s: w * (_GENERAL if s in _light() else 1.0) for s, w in rarity.items()}


@lru_cache(maxsize=1)
def _light() -> frozenset[str]:
    return frozenset(stem(w) for w in lexicon.words("light"))


def _candidates(weights: dict[str, float], source: _Source) -> Sequence[int]:
    kin = Kin(weights)
    plain = [sum(weights.get(s, 0.5) for s in stems if s in kin) for stems in source.stems]
    ranked = sorted(range(len(plain)), key=lambda n: -plain[n])
    return [n for n in ranked[:_CANDIDATES] if plain[n] > 0]


def _score(left: dict[str, float], n: int, source: _Source, letter: Letter, like: _Like) -> float:
    span, stems = source.spans[n], source.stems[n]
    text = span.of(letter.document.text)
    near, meant = Kin(stems), reach(text)
    held = sum(w if s in near else _MEANT * min(w, 1.0) if s in meant else 0.0 for s, w in left.items())
    dense = 1 + _DENSE * Kin(left).share(stems)  # the sentence that says little else
    own = _LETTERS_OWN if letter.voice_at(span.start) == "letter" else 1.0
    asks = _ASKS if like.asks and requests_in(text) else 1.0
    return held * dense * own * asks * (_ALIKE if like.denies == _denies(text) else 1.0)


def _denies(text: str) -> bool:
    return any(is_negator(t) for t in tokens(text))
