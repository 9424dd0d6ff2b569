"""The heads of a letter as words: who signs it, and who is written to."""

from __future__ import annotations

from functools import lru_cache

from brief.audit.words import content_stems
from brief.letter.anatomy import Letter
from brief.letter.card import LetterCard


def signers(card: LetterCard) -> str:
    """Return the names of those who sign, as resolved and as stated, with their offices, and "40 others"."""
    return " ; ".join([*(f"{p.name} {p.as_stated} {p.role or ''}" for p in card.senders), card.senders_unnamed or ""])


def addressees(card: LetterCard) -> str:
    """Return the names and the offices of those written to, as resolved and as stated."""
    return " ; ".join(f"{r.name or ''} {r.office or ''} {r.as_stated}" for r in card.recipients)


@lru_cache(maxsize=8)
def head_stems(card: LetterCard) -> frozenset[str]:
    """Return the stems of all that the heads say: any brief of the letter may have them, whatever its passage."""
    return content_stems(f"{signers(card)} {addressees(card)}")


def card_words(letter: Letter) -> str:
    """Return the names of a letter's card, each after a small word: so none opens a sentence."""
    return _each_apart(letter.card)


@lru_cache(maxsize=4)
def _each_apart(card: LetterCard) -> str:
    people = [name for p in card.senders for name in (p.name, p.as_stated, p.role or "")]
    to = [name for r in card.recipients for name in (r.name or "", r.office or "", r.as_stated)]
    return " ; ".join(f"x {name}" for name in (*people, *to, card.senders_unnamed or ""))
