"""How strongly the letter itself asks what a passage asks, read by the same grammar as the asks of a letter."""

from __future__ import annotations

import re
from functools import lru_cache

from brief.audit.passage import Passage
from brief.document import Span
from brief.drafts import Strength
from brief.letter.actions import Request, flat
from brief.letter.duties import named_bodies
from brief.letter.requests import find_requests

_LEVELS = 3  # lists within lists that are climbed to the sentence that asks
_NAMES = re.compile(r"\b[A-Z][a-z]{3,}\b")


def forces(passage: Passage) -> frozenset[Strength]:
    """Return the strengths of the asks on which the evidence touches; of a list item, of what leads into the list.

    Empty where the grammar of asking finds none; that a passage asks for nothing is for `modality` to say.
    """
    own = frozenset(r.force for s in passage.sentence_spans for r in _touched(s, passage))
    return own or _led(passage)


def _touched(sentence: Span, passage: Passage) -> list[Request]:
    every = _requests(sentence.of(passage.text), _bodies(passage))
    spans = [(s.start - sentence.start, s.end - sentence.start) for s in passage.spans]
    return [r for r in every if any(r.act < end and start < r.end for start, end in spans)]


def _led(passage: Passage) -> frozenset[Strength]:
    for lead in passage.lead_spans:
        for span in passage.chain(lead, _LEVELS):
            found = _requests(span.of(passage.text), _bodies(passage))
            if found:
                return frozenset({found[-1].force})
    return frozenset()


@lru_cache(maxsize=64)
def _requests(sentence: str, bodies: frozenset[str]) -> tuple[Request, ...]:
    names = bodies | frozenset(_NAMES.findall(sentence))
    return tuple(find_requests(flat(sentence), names))


def requests_in(sentence: str) -> tuple[Request, ...]:
    """Return what the writers of a letter ask in a sentence of it, whoever is to act."""
    return _requests(sentence, frozenset())


def _bodies(passage: Passage) -> frozenset[str]:
    return _named(" ".join([r.as_stated for r in passage.letter.card.recipients]))


@lru_cache(maxsize=8)
def _named(to: str) -> frozenset[str]:
    return named_bodies(to)
