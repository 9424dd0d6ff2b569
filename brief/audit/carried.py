"""Bottom lines that carry words of their quotation: who asks whom, and then the passage word for word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache, lru_cache

from brief.audit import lexicon
from brief.audit.actors import frame_of
from brief.audit.passage import Passage
from brief.audit.words import content_stems, stem
from brief.letter.card import LetterCard

_WORD = re.compile(r"[\w$%]+(?:[.,’'/-][\w$%]+)*")
_LEAST = 4  # words in a row
_LINK = re.compile(r"\W*(?:to|that)?\W*")
_SENT = re.compile(r"\W*(?:in a letter to\b[^“”;:]{2,160})?\W*")
_ASIDE = re.compile(r"^As reported: ")
_MARKS = "“”\"‘’'. "


def plain_quotation(text: str) -> str:
    """Return a claim without the marks that say that it quotes ("As reported: “…”.")."""
    return _ASIDE.sub("", text).strip(_MARKS)


def around_quotation(text: str, passage: Passage) -> str | None:
    """Return what a bottom line says around its quotation's words, if that only tells who asks whom.

    The words between are a run of the passage. They need no check but that they are not torn from a denial or a
    condition; what can be wrong is what is returned. None if the claim is built otherwise, or says anything more.
    """
    card = passage.letter.card
    frame = frame_of(text) if card.senders and card.recipients else None
    if frame is None:
        return None
    start, end = max((_run(text, e.quote) for e in passage.evidence), key=lambda r: r[1] - r[0])
    before, after = text[:start], text[end:]
    if start < frame.end() or not _LINK.fullmatch(before, frame.end()) or not _SENT.fullmatch(after):
        return None
    if any(c.isdigit() for c in before[frame.end("who") :] + after) or content_stems(before + after) - _known(card):
        return None
    return f"{before}…{after}"


def _run(text: str, quote: str) -> tuple[int, int]:
    """Where in a claim its longest run of a quotation's words stands; (0, 0) if they are too few."""
    said = list(_WORD.finditer(text))
    run = SequenceMatcher(None, _folded(quote), _folded(text), autojunk=False).find_longest_match()
    return (said[run.b].start(), said[run.b + run.size - 1].end()) if run.size >= _LEAST else (0, 0)


def _folded(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(text.lower())]


@lru_cache(maxsize=4)
def _known(card: LetterCard) -> frozenset[str]:
    """The stems of a card's names and offices, and those that tell of any letter."""
    people = [f"{p.name} {p.as_stated} {p.role or ''}" for p in card.senders]
    to = [f"{r.name or ''} {r.office or ''} {r.as_stated}" for r in card.recipients]
    return _framing() | content_stems(" ".join([*people, *to, card.senders_unnamed or ""]))


@cache
def _framing() -> frozenset[str]:
    return frozenset(stem(w) for w in (*lexicon.words("frame"), "reported", "led", "others", "encourage"))
