"""What the release around a letter says in its head: what the letter is for, and what it is for or against."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from brief.drafts import ActionDraft, ClaimDraft, SummaryDraft
from brief.providers.extractive.excerpts import is_inner
from brief.providers.extractive.headline import Headline
from brief.providers.extractive.positions import find_positions
from brief.providers.extractive.purpose import POINTS_BACK
from brief.providers.extractive.units import units
from brief.providers.extractive.weighing import leans, procedural
from brief.words import tokens

_OURS = re.compile(r"\b(?:[Yy]our?|[Oo]ur|[Ww]e|I)\b")


def _head(told: str) -> str:
    """Return the paragraphs in which a release says what its letter is for, without a sentence that is cut."""
    told = told[: told.find("\n\n", _HEAD) if "\n\n" in told[_HEAD:] else None].rstrip()
    return told if told.endswith(_ENDS) else told[: max(told.rfind(end) + 1 for end in _ENDS)]


_HEAD = 400  # characters of a release behind which its next paragraph tells more of the matter than of the letter
_SIDE = re.compile(r"oppos|support|concern|condemn|critici|object|alarm|appl?aud|slam|blast|calling out|endors")
_FIRST = 3  # sentences in which a release says what its letter is for


def standing(draft: SummaryDraft, told: str) -> SummaryDraft:
    """Add what a release says that a letter is for or against, where the parts quoted take no side.

    Args:
        draft: What the parts quoted say. told: The beginning of the release.
    """
    if any(p.stance in ("supports", "opposes") for p in draft.positions):
        return draft
    head = _head(told)
    found = find_positions(units(head)[:_FIRST], set(), [], head, reported=True) if _SIDE.search(head) else []
    sides = (p for p in found if not (draft.positions and p.stance == "unclear") and not _OURS.search(p.quotes[0]))
    return draft.model_copy(update={"positions": [*list(sides)[:1], *draft.positions]})


def fronted(
    draft: SummaryDraft, text: str, lead: str, parties: str, read: Callable[[str], tuple[list[ActionDraft], Headline]]
) -> SummaryDraft:
    """Let the release say what a letter is for, where the letter's own line leans on its text or is of less.

    Args:
        draft: What the letter says. text: Its words. lead: The beginning of the release. parties: Who writes to whom.
        read: Finds what a release says that a letter asks, and what its first line is made from.
    """
    line = draft.bottom_line.text
    if not _gives_way(draft, line, lead, parties):
        return draft
    asked, head = read(_head(lead))
    front = head.bottom_line(reported=True)
    asks = any(_tells(a, draft, text, lead, parties) for a in asked if a.quotes[0] in front.quotes)
    stands = not asked and _OF_ITS_TEXT.search(line)
    if not front.text.startswith("As reported, ") or _OF_THE_REST.search(front.text) or not (asks or stands):
        return draft
    return draft.model_copy(update={"bottom_line": _with_questions(front, draft.bottom_line)})


def _gives_way(draft: SummaryDraft, line: str, lead: str, parties: str) -> bool:
    """Tell a line that points to what it does not name, or of whose words the release has hardly any."""
    if _OF_ITS_TEXT.search(line) and not (line.startswith("On ") and " urge" in line):
        return True
    said = _TAIL.sub("", line)
    if " to answer " in said:
        return False
    if draft.actions and not line.startswith("On ") and leans(draft.actions[0].text):
        return True
    own = [t for t in tokens(said) if t not in parties.lower()]
    return _held(own, lead) < _SHARED * len(own)


def _held(words: Sequence[str], text: str) -> int:
    """How many of the words a text has, in whatever form."""
    low = text.lower()
    return sum(word in low for word in words)


def _tells(asked: ActionDraft, draft: SummaryDraft, text: str, lead: str, parties: str) -> bool:
    """Tell an ask that a release puts whole, in a clause of its own, and that the letter speaks of."""
    whole = len(tokens(asked.text)) > 2 and not leans(asked.text) and not is_inner(asked, lead)
    if not whole or procedural(asked.quotes[0]):
        return whole and bool(draft.questions)
    own = [t for t in tokens(asked.text) if t not in parties.lower()][:_OPENING]
    return 2 * _held(own, text) >= len(own)


def _with_questions(front: ClaimDraft, line: ClaimDraft) -> ClaimDraft:
    """Say behind what a letter is for how many questions it puts, and by when they are to be answered."""
    tail = _TAIL.search(line.text)
    if tail is None:
        return front
    many = not tail["s"] if tail["put"] else tail["one"] == "ask"
    put = f", and put{'' if many else 's'} {tail['put'] or tail['n'] + ' to answer' * bool(tail['by']) + tail['by']}."
    quotes = [*front.quotes, *line.quotes[bool(tail["put"]) :]]
    return ClaimDraft(text=front.text.removesuffix(".") + put, quotes=quotes)


_OPENING = 8  # words of an ask that say what is to be done
_SHARED = 0.3
_TAIL = re.compile(
    r", and put(?P<s>s?) (?P<put>(?:a|\d+) questions?(?: to answer [^.]*)?)\.$|"
    r"(?P<one>asks?) [^“]* to answer (?P<n>(?:a|\d+) questions?)(?P<by>[^“]*), the first being “.*$"
)
_ENDS = (".", "”", '"', ":", "!", "?")
_OF_ITS_TEXT = re.compile(
    rf": “|“[^”]*\b(?:you|your|our|us|we)\b|\bthe first being\b|\bencourages? |{POINTS_BACK.pattern}"
)
"""Of a bottom line: it is the letter's own sentence or its first question, or weak, or points to what is not there."""
_OF_THE_REST = re.compile(rf": “|{POINTS_BACK.pattern}")
