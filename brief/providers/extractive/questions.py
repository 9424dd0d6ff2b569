"""The questions a letter puts to its addressee, with their numbers and the question each belongs to."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from brief.letter.rhetoric import RHETORICAL
from brief.providers.extractive.units import Unit
from brief.summary import own_questions


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `start` and `end` in characters of the letter's text."""

    start: int
    end: int
    number: str | None
    parent: str | None


_INTERROGATIVE = re.compile(
    r"^\W*(?:For each [^,]{2,80}, |If so, |If not, )?"
    r"(?i:(?:on|by|at|in|under|from|for|with|to) (?=wh)(?:what|which|whom|whose)|what|which|who|whom|whose|when|"
    r"where|why|how|is|are|was|were|do|does|did|has|have|had|will|would)\b"
)
_FOLLOWING = re.compile(r"(?i)\b(?:questions?|inquiries|answers?|the following|responses?|below)\b")


def find_questions(units: list[Unit], asked: Collection[int] = ()) -> list[Question]:
    """Find the questions that a letter puts, in order; a lone question in running text before any list is rhetoric.

    Args:
        units: The letter's sentences.
        asked: Places of the sentences that ask for something: where one opens an item, it has the item's number.
    """
    run = _runs(units)
    found = _found(units, asked, run)
    opening = _opening(units, {q.end for q in found})
    return _found(units, asked, run | opening) if opening else found


def listed_questions(units: list[Unit]) -> list[Question]:
    """Find the questions that a report lists: the paragraphs of questions below "the members asked, among others:"."""
    found: list[Question] = []
    reached = -1
    for place, unit in enumerate(units):
        if reached < 0 and not (unit.words.endswith(":") and _ASKED_BELOW.search(unit.words)):
            continue
        below = units[place + 1 : place + 2] if reached < 0 else [unit]
        if reached < 0:
            reached = place if below and below[0].asks_a_question and below[0].paragraph > unit.paragraph else -1
        elif unit.asks_a_question:
            number, parent = (unit.item.number, unit.item.parent) if unit.item else (None, None)
            number, parent = (number, parent) if unit.opens else (None, number or parent)
            found.append(Question(unit.start, unit.end, number, parent))
        elif unit.paragraph > units[place - 1].paragraph and unit.item is None:
            reached = -1
    return found


_ASKED_BELOW = re.compile(r"\b(?:questions?|ask(?:s|ed|ing)?|answers?|respon\w+|information|following|clarif\w+)\b")


def _opening(units: list[Unit], ends: Collection[int]) -> frozenset[int]:
    """The places of questions right before one that is put to the reader: "Could the State lend it? Who signs?"."""
    places: set[int] = set()
    for place in range(len(units) - 2, -1, -1):
        unit, after = units[place], units[place + 1]
        put = after.end in ends or place + 1 in places
        if put and unit.asks_a_question and unit.paragraph == after.paragraph and unit.end not in ends:
            places.add(place)
    return frozenset(places)


def _found(units: list[Unit], asked: Collection[int], run: Collection[int]) -> list[Question]:
    invited = False
    found: list[Question] = []
    open_item: int | None = None
    for place, unit in enumerate(units):
        if place in asked and unit.item:
            open_item = unit.item.start
        leads = unit.leads_in and (
            _FOLLOWING.search(unit.words) or any(u.asks_a_question for u in units[place + 1 :][:1])
        )
        invited = invited or bool(leads)
        follows = bool(found) and place > 0 and found[-1].end == units[place - 1].end
        led = place - 1 in asked or place in run or (place > 0 and _is_owed(units[place - 1].words))
        led = led and not RHETORICAL.match(unit.words)
        series = _series_end(units, place) if invited and unit.words.endswith(":") else None
        if series is not None:
            found.append(Question(unit.start, series, None, None))
            continue
        if not (_is_question(unit, invited, follows or led) or (invited and _stopped_question(units, place))):
            continue
        item, mark = unit.item, _MARK.match(unit.words)
        begin = unit.start + mark.end() if mark else unit.start
        if item is None:
            found.append(Question(begin, unit.end, None, None))
            continue
        first = open_item != item.start
        open_item = item.start
        found.append(
            Question(begin, unit.end, item.number, item.parent)
            if first
            else Question(begin, unit.end, None, item.number or item.parent)
        )
    return found


def _series_end(units: list[Unit], place: int) -> int | None:
    """Return where a question ends that a series finishes: "What is done against:", "fraud; and", "theft."."""
    unit = units[place]
    if unit.item or unit.quoted or not _INVERTED.match(unit.words):
        return None
    end = None
    for below in units[place + 1 :]:
        goes_on = below.words.endswith((";", "; and", "; or", "; and,"))
        if below.item or below.asks_a_question or not (goes_on or end):
            break
        end = below.end
        if not goes_on:
            break
    return end


def _stopped_question(units: list[Unit], place: int) -> bool:
    """Tell whether a paragraph among questions is one that ends with a full stop by a slip of the pen."""
    unit = units[place]
    if unit.item or unit.quoted or not unit.words.endswith("."):
        return False
    beside = [u for u in units[max(0, place - 1) : place + 2] if u.paragraph != unit.paragraph]
    apart = all(u.paragraph != unit.paragraph for u in units[max(0, place - 1) : place])
    return apart and any(u.asks_a_question for u in beside) and bool(_INVERTED.match(unit.words))


_AUXILIARY = r"(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should)"
_INVERTED = re.compile(
    rf"(?:(?i:{_AUXILIARY}) (?:you|your|the|it|they|there|any|this|that|these|those|[A-Z])|"
    rf"(?:What|Which|How|Why|When|Where|Who)(?: [\w’'-]+){{0,5}}? {_AUXILIARY}\b"
    r"(?: (?:you|your|the|it|they|there|any|this|[A-Z]))|Who [a-z]+s )"
)
_OWED = re.compile(r"\bdeserves? (?:to know|answers|the truth)\b")


def _is_owed(words: str) -> bool:
    """Tell whether a sentence says that somebody deserves the answers that follow."""
    return "deserve" in words and bool(_OWED.search(words))


def _runs(units: list[Unit]) -> frozenset[int]:
    """The places of questions that follow one another as paragraphs of their own: those are put to somebody."""
    if sum(u.asks_a_question for u in units) < 2:
        return frozenset()
    blocks: dict[int, list[int]] = {}
    for place, unit in enumerate(units):
        blocks.setdefault(unit.paragraph, []).append(place)
    whole = {
        n for n, places in blocks.items()
        if units[places[0]].asks_a_question
        and all(units[p].asks_a_question or _PLEA.match(units[p].words) for p in places)
    }  # fmt: skip
    return frozenset(p for n in whole if {n - 1, n + 1} & whole for p in blocks[n])


_PLEA = re.compile(r"\W*(?:\(?\w{1,3}[.)]\s+)?[Pp]lease,? (?!could|can|would|will)\w+")
_MARK = re.compile(r"\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s+(?=[A-Z])")


def _is_question(unit: Unit, invited: bool, follows: bool) -> bool:
    if unit.quoted or _PLEA.match(unit.words) or _ANOTHERS.match(unit.words):
        return False
    if unit.asks_a_question:
        marked = unit.item is not None and not _ORDINAL.match(unit.item.marker)
        return invited or follows or marked or _put_to_reader(unit)
    return bool(invited and unit.opens and _INTERROGATIVE.match(unit.words) and not unit.words.endswith(":"))


_ANOTHERS = re.compile(
    r"(?:The|This|Its|Their) (?:[\w’-]+ ){1,4}(?:asks?|asked|wonders?)\b[^“\"?]{0,40}[“\"][^”\"]*\?[”\"]?$"
)
"""A question that the letter reports: "The draft asks, “Should the Board license boats?”"."""
_ORDINAL = re.compile(r"[A-Z][a-z]+")
"""A marker that only orders an argument: "Fourth, the town would lose trade. How much would that cost?"."""
_READER = re.compile(
    r"\b(?:[Dd]o|[Dd]oes|[Dd]id|[Hh]as|[Hh]ave|[Hh]ad|[Ww]ill|[Ww]ould|[Cc]ould|[Cc]an|[Ii]s|[Aa]re|[Ww]as) "
    r"(?:the [A-Z]|[A-Z]{2,6}\b)|"
    r"\b(?:[Yy]ou|[Yy]our)\b|\b(?:[Tt]he|[Tt]his) (?:[A-Z]\w+ )?(?:Administration|administration|Department|Agency|"
    r"agency|Secretary|Bureau|Commission|Board|Administrator|Director|Company|company)\b"
)


def _put_to_reader(unit: Unit) -> bool:
    """Tell a question from rhetoric where nothing invites it: it turns to the reader or their house."""
    return bool(_READER.search(unit.words)) and not RHETORICAL.match(unit.words)


def counted(questions: list[Question]) -> str:
    """Return how many questions are put, as words: those that stand under another are no more."""
    own = own_questions(questions)
    return "a question" if own == 1 else f"{own} questions"
