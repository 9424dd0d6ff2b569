"""What a brief says of a letter as a whole, which no single passage has: that it puts questions, and how many."""

from __future__ import annotations

import re

from brief.calendar_words import NUMBERS
from brief.letter.anatomy import Letter

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
