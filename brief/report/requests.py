"""What a letter asks as the points of a page: each request once, the parts of an item below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from brief.calendar_words import MONTH
from brief.letter.actions import opens_with_action
from brief.letter.card import Deadline
from brief.report.page import Point
from brief.report.places import Places
from brief.report.wording import due, fragment, long_date, plain, resolved
from brief.summary import Action
from brief.words import tokens


def listed(actions: Sequence[Action], places: Places, letter: str) -> tuple[Point, ...]:
    """Return requests as numbered points, in their order.

    What merely leads in a list ("provide the following by May 4:") is left to its items, with its deadline; the parts
    of an item stand below it under their own numbers.
    """
    kept = once(actions)
    led = _led(kept)
    points: list[Point] = []
    count, above = 0, None
    for action in kept:
        if action in led.values():
            continue
        lead = led.get(action)
        given = lead.deadline if lead and lead.deadline and lead.deadline.purpose == "action" else None
        action = action.model_copy(update={"deadline": given}) if given and not action.deadline else action
        part = above is not None and _is_part(action, above)
        count, above = (count, above) if part else (count + 1, action)
        point = ask(action, places, letter, count)
        points.append(replace(point, number=plain(action.number or ""), lead="", level=1) if part else point)
    return tuple(points)


def _led(actions: Sequence[Action]) -> dict[Action, Action]:
    """Return, for each item that follows a bare lead-in in the letter, that lead-in."""
    led: dict[Action, Action] = {}
    lead = before = None
    for action in sorted(actions, key=lambda a: _place(a)[0]):
        adjoins = before is not None and 0 <= _place(action)[0] - _place(before)[1] <= _MARK
        if adjoins and lead is not None:
            led[action] = lead
        else:
            lead = action if action.number is None and _is_bare(action) else None
        before = action
    return led


_MARK = 24
"""Characters between an item and the next one: the marker and what parts them."""
_BARE = re.compile(
    r"(?i)\b(?:the following|(?:these|those|the) below|below)(?: (?:additional|further|specific))?"
    r"(?: (?:information|items|things|documents?|records|"
    r"materials?|data|communications|papers|steps|actions|measures|requests|details|recommendations|changes|reforms))?"
    r"(?: and (?:information|documents?|records|materials?|data|communications|items))?(?: below)?\W*$"
)


def _is_bare(action: Action) -> bool:
    """Tell whether a request says nothing without the list that it leads in."""
    said = action.text.replace(action.deadline.as_stated, "") if action.deadline else action.text
    return bool(_BARE.search(said))


def _place(action: Action) -> tuple[int, int]:
    """Where a request stands in its document; past everything if nowhere."""
    first = action.evidence[0].span if action.evidence else None
    return (first.start, first.end) if first else (10**9, 10**9)


def _is_part(action: Action, stem: Action) -> bool:
    """Tell whether a request is a lettered part of the item before it: "1. A list of boats, including: a. …"."""
    if not (action.number and stem.number and stem.evidence and not action.number.isdigit()):
        return False
    return stem.number.isdigit() and stem.evidence[0].quote.rstrip().endswith(":")


def once(actions: Sequence[Action]) -> list[Action]:
    """Say an ask once that a letter makes twice, in its fuller words, with both places; numbered items stay."""
    kept: list[Action] = []
    for action in actions:
        place = next((n for n, other in enumerate(kept) if _again(action, other)), None)
        if place is None:
            kept.append(action)
            continue
        other = kept[place]
        fuller = action if len(tokens(action.text)) > len(tokens(other.text)) else other
        kept[place] = other.model_copy(
            update={
                "text": fuller.text,
                "evidence": (*other.evidence, *(e for e in action.evidence if e not in other.evidence)),
                "deadline": other.deadline or action.deadline,
            }
        )
    return kept


def _again(one: Action, other: Action) -> bool:
    if one.number or other.number or one.evidence == other.evidence or (one.condition or "") != (other.condition or ""):
        return False
    if one.deadline and other.deadline and one.deadline.date != other.deadline.date:
        return False
    if not _same_actor(one.actor, other.actor):
        return False
    if _ANSWERS.match(one.text) and _ANSWERS.match(other.text):
        return True
    few, many = sorted((set(tokens(a.text)) for a in (one, other)), key=len)
    told = few - _HASTE if len(few - _HASTE) >= _TELLING else few
    denied = [bool(_DENIED.search(a.text)) for a in (one, other)]
    return bool(few) and denied[0] == denied[1] and len(told & many) >= _SAME * len(told)


_SAME = 0.85  # of the topic words of the shorter ask
_TELLING = 3  # words by which an ask is known, those of haste aside
_HASTE = frozenset(
    tokens(
        "swiftly immediately immediate quickly promptly prompt soon possible take step action continue urgently "
        "expeditiously delay further"
    )
)
_DENIED = re.compile(r"\b(?:not|never|refrain|no)\b|n['’]t\b")
_ANSWERS = re.compile(
    r"(?i)\W*(?:please )?(?:(?:provide|send|give)(?: us| me)? )?(?:an? |your )?(?:\w+ )?(?:answers?|reply|replies|"
    r"respond|responses?) (?:to )?(?:each of )?(?:the|these|our|my)(?: \w+)? (?:questions|inquiries)"
)
"""What asks for no more than that the questions be answered."""


def _same_actor(one: str, other: str) -> bool:
    """Tell whether two names are one body's: "the Board of Weirs (BOW)" and "BOW"."""
    few, many = sorted((plain(name).casefold().removeprefix("the ") for name in (one, other)), key=len)
    return few == many or f"({few})" in many


def ask(action: Action, places: Places, letter: str, number: int, rule: bool = True) -> Point:
    """Return an ask as a point: strength before it, deadline, condition and (with `rule`) how the date came about."""
    actor = plain(action.actor)
    point = places.claim(action, letter)
    point = replace(point, text=_begun(point.text))
    named = actor and actor.lower() != "addressee" and not point.text.casefold().startswith(actor.casefold())
    actor = "the" + actor[3:] if actor.startswith("The ") else actor
    lead = action.strength.capitalize() + (f" ({actor})" if named else "")
    condition = _condition(action, point.text)
    dated = action.deadline if action.deadline and action.deadline.date else None
    how = resolved(dated) if rule and dated else ()
    return replace(
        point,
        lead=lead,
        number=str(number),
        due=_due(action.deadline, point.text) if action.deadline else "",
        notes=condition + how + point.notes,
        kind=action.strength,
    )


def _begun(text: str) -> str:
    """Begin an ask that is no sentence as what goes on one: without "please", small if its first word is no name."""
    if text.endswith("."):
        return text
    said = _PLEASE.sub("", text)
    first = said.partition(" ")[0]
    plainly = first[1:].islower() and (first in _SMALL or _PAPERS.match(first) or opens_with_action(said))
    return said[:1].lower() + said[1:] if plainly or first == "A" else said


_SMALL_WORDS = """
The An All Any Each Every This These That Those Such It He She They Our Your Their Its His Her No More Most If For In On
To With By As Both What Which Who How When Where Why There Nearly And Additional Further Other New
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_PLEASE = re.compile(r"^(?:(?:[Aa]lso,? )?[Pp]lease,? (?:also )?)(?=\w)")
_PAPERS = re.compile(
    r"(?:Documents?|Cop(?:y|ies)|Records?|Information|Details?|Communications?|Data|Descriptions?|Lists?|Materials?|"
    r"Explanations?|Recommendations?|Potential|Specific|Relevant|Contributing|Detailed|Complete|Unredacted|"
    r"Clarification|Confirmation|Assurances?|Answers|Updates?|Anything|Anyone|More|Whether)$"
)


def _due(deadline: Deadline, text: str) -> str:
    """Return by when, unless the ask says it; the day that its words come to, where they do not name it outright."""
    day, stated = long_date(deadline.date), plain(deadline.as_stated)
    if stated and stated in text:
        return "" if not day or _names_day(stated, day) else day
    return "" if day and day in text else ("by " if day else "deadline: ") + due(deadline)


def _names_day(stated: str, day: str) -> bool:
    """Tell whether words name a day with its year, however they write it: "by Nov. 8, 2023", "8 November 2023"."""
    numbers = set(re.findall(r"\d+", stated))
    return set(re.findall(r"\d+", day)) <= numbers and bool(_A_MONTH.search(stated))


_A_MONTH = re.compile(rf"\b{MONTH}|\d/\d")


def _condition(action: Action, text: str) -> tuple[str, ...]:
    """Return the condition as a note, unless the ask says it already, in the letter's words or in its own."""
    said = fragment(action.condition or "")
    known = " ".join(re.findall(r"\w+", text.casefold()))
    words = " ".join(re.findall(r"\w+", said.casefold()))
    if not words or words in known or _CONDITIONAL.search(text):
        return ()
    return (said if _CONDITIONAL.match(said) else f"if: {said}",)


_CONDITIONAL = re.compile(
    r"\b(?:if|unless|until|provided|only when|in case|should (?:they|you|it|the))\b", re.IGNORECASE
)
