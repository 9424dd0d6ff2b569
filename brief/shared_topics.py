"""The topics that several letters have in common: phrases that claims of more than one of them hold."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from brief.deed_words import GENERIC
from brief.words import is_common, noun_phrases, tokens

Key = frozenset[str]

_LONGER = 0.5  # by so much more a phrase says for each word more: "Iranian oil" more than "oil"
_MOST = 400  # phrases that are tried, those of most letters first: rows beyond are the letters' own
_WORDS = 3  # of a phrase
_LONE = 0.25  # of the letters that must have a lone word: of many letters, "funds" are not of one matter
_EACH = 2  # topics of one claim: "sanctions on ships" stands under both
_SUBJECT = 0.55  # of all claims: what more of them hold is what the letters are about, and no topic among others
_FEW = 4  # claims that say nothing of how often a word is


@dataclass(frozen=True)
class Told:
    """One claim: the number of its letter, its words, and tokens in it that only call who is asked."""

    letter: int
    text: str
    asked: Key

    @cached_property
    def words(self) -> Key:
        """The tokens that carry what it is about."""
        return frozenset(tokens(self.text)) - self.asked

    def phrases(self) -> Iterator[tuple[Key, str]]:
        """Yield its noun phrases and the words that end them, each with its tokens."""
        for phrase in noun_phrases(self.text, _WORDS, heads=True):
            key = frozenset(tokens(phrase))
            if key and key <= self.words and key - GENERIC and not all(map(is_common, phrase.split())):
                yield key, phrase


def common_topics(claims: Sequence[Told | None]) -> list[tuple[str, ...]]:
    """Return for each claim the topics that claims of other letters have too, at most `_EACH`; None has none.

    The phrase of most letters is taken first, a longer one before a shorter; the outcome does not depend on the
    order of the letters.
    """
    letters: defaultdict[Key, set[int]] = defaultdict(set)
    forms: defaultdict[Key, Counter[str]] = defaultdict(Counter)
    for claim in filter(None, claims):
        for key, form in claim.phrases():
            letters[key].add(claim.letter)
            forms[key][form] += 1
    known = [(n, c) for n, c in enumerate(claims) if c]
    topics: list[tuple[str, ...]] = [()] * len(claims)
    count = len({c.letter for _, c in known})
    for key in _ranked(letters, [c.words for _, c in known], count):
        held = [(n, c) for n, c in known if key <= c.words]
        if len({c.letter for n, c in held if not topics[n]}) > 1:  # a row that only repeats others is none
            for n, _ in held:
                topics[n] = (*topics[n], commonest(forms[key]))[:_EACH]
    return topics


def _ranked(letters: Mapping[Key, set[int]], told: Sequence[Key], count: int) -> list[Key]:
    """The phrases that several letters hold, those that say most of most letters first."""
    often = {w for w, n in Counter(w for words in told for w in words).items() if n > max(_FEW, _SUBJECT * len(told))}
    worth = {
        key: len(held) * (1 + _LONGER * (len(key - often) - 1))
        for key, held in letters.items()
        if len(held) > 1 and key - often and (len(key) > 1 or len(held) >= _LONE * count)
    }
    return sorted(worth, key=lambda k: (-worth[k], -len(k), sorted(k)))[:_MOST]


def commonest(forms: Mapping[str, int]) -> str:
    """Return the most frequent wording, the shorter and then the alphabetically first of equals."""
    return min(forms, key=lambda f: (-forms[f], len(f), f))
