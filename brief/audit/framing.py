"""What a bottom line says around its quotation: who asks whom, and that the letter puts questions."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise

from brief.audit import lexicon
from brief.audit.actors import frame_of
from brief.audit.passage import Passage
from brief.audit.words import content_stems, has_token, stem, tokens
from brief.calendar_words import NUMBERS
from brief.letter.anatomy import Letter
from brief.letter.card import LetterCard
from brief.searching import lowered

_OF_QUESTIONS = re.compile(
    rf"(?:,? and )?(?:\b(?:to )?(?:puts?|poses?|asks?|answers?|wants? answers to|seeks? answers to|lists?)\b )"
    rf"(?:(?:a|an|the|some|several|many|\d+|{'|'.join(NUMBERS)})\b ?)(?:\w+ ){{0,2}}?questions?\b",
    re.IGNORECASE,
)
_TOLD = re.compile(r"^As reported, |\b(?:\d+ )?senders led by ")
_QUESTION = re.compile(r"\?(?:\W|$)|\b(?:following|these) (?:questions|inquiries)\b", re.IGNORECASE)


def own_words(text: str, letter: Letter) -> str:
    """Return a claim without what it says of the letter's questions, if the letter puts any.

    How many they are is for the check of figures; what is left ("They ask the Secretary to") is looked for as ever.
    """
    return without_questions(_TOLD.sub("", text), letter)


def without_questions(text: str, letter: Letter) -> str:
    """Return a claim without what it says of the letter's questions, if the letter puts any."""
    own = _OF_QUESTIONS.sub("", text)
    return own if own != text and _QUESTION.search(letter.text) else text


_WORD = re.compile(r"[\w$%]+(?:[.,’'/-][\w$%]+)*")
_LEAST, _PIECE = 4, 3  # words in a row, of the longest piece of a quotation and of each
_BEFORE = 4  # words before a piece within which it is denied
_JOINT = frozenset({"and", "to"})
_AFTER = re.compile(r"\W*(?:in a letter to\b[^“”;:]{2,160})?\W*")
_NEGATED = re.compile(r"\b(?:not|never|no|nor|without|against)\b|n[’']t\b", re.IGNORECASE)
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
    start, end = _carried(text, passage)
    before, after = text[:start], without_questions(text[end:], passage.letter)
    if start < frame.start("to") or not _AFTER.fullmatch(after):
        return None
    between = before[frame.end("who") :]
    if _NEGATED.search(between) or any(c.isdigit() for c in between) or _says_more(before + after, card):
        return None
    return f"{before}…{after}"


def _carried(text: str, passage: Passage) -> tuple[int, int]:
    """Where in a claim its quotations' words stand, in one piece or in several joined by "and"; (0, 0) if nowhere.

    Nowhere too if the words before a piece of the quotation deny it.
    """
    said = list(_WORD.finditer(text))
    given = [word for e in passage.evidence for word in (*_folded(e.quote), "¶")]
    matched = SequenceMatcher(None, given, _folded(text), autojunk=False).get_matching_blocks()
    pieces = [m for m in matched if m.size >= _PIECE]
    gaps = {said[i].group().lower() for m, n in pairwise(pieces) for i in range(m.b + m.size, n.b)}
    denied = any(_NEGATED.search(" ".join(given[max(0, m.a - _BEFORE) : m.a])) for m in pieces)
    if gaps - _JOINT or denied or max((m.size for m in pieces), default=0) < _LEAST:
        return 0, 0
    return said[pieces[0].b].start(), said[pieces[-1].b + pieces[-1].size - 1].end()


def _folded(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(text.lower())]


def _says_more(text: str, card: LetterCard) -> bool:
    """Whether a text has a word that is neither of a card's names and offices nor of those that tell of any letter."""
    known = _heads(card)
    strange = [t for t in tokens(text) if t.is_content and t.stem not in _framing() and not has_token(known, t.folded)]
    return bool(strange) and not content_stems(known).issuperset(t.stem for t in strange)


def _heads(card: LetterCard) -> str:
    people = [f"{p.name} {p.as_stated} {p.role or ''}" for p in card.senders]
    to = [f"{r.name or ''} {r.office or ''} {r.as_stated}" for r in card.recipients]
    return lowered(" ".join([*people, *to, card.senders_unnamed or ""]))


@cache
def _framing() -> frozenset[str]:
    return frozenset(stem(w) for w in (*lexicon.words("frame"), "reported", "led", "others", "encourage"))
