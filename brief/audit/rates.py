"""What figures don't show of an amount: vague numbers, how often, for how long, at what hour of the day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from brief.audit.finding import Finding
from brief.audit.passage import Passage
from brief.audit.quantities import quantities
from brief.searching import any_word, lowered

_VAGUE = {
    "dozens": 24, "scores": 40, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12,
}  # fmt: skip
_OF_VAGUE = [rf"{of} of (?:{'|'.join(_VAGUE)})" for of in ("tens", "hundreds")]
_VAGUE_WORD = re.compile(any_word([*_OF_VAGUE, *_VAGUE]) + r"\b")
_PERIODS = ("hour", "day", "week", "month", "quarter", "year", "decade", "century")
_ONE = "|".join(_PERIODS)
_ADVERBS = {
    "hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter",
    **dict.fromkeys(("annual", "annually", "yearly", "annum"), "year"),
}  # fmt: skip
_OFTEN = re.compile(rf"\b(?:(?:an?|each|every|per)\s(?P<one>{_ONE})\b(?!['’]s)|(?P<adverb>{'|'.join(_ADVERBS)})\b)")
_WORTH = re.compile(
    r"\d[\d,.]*|%|percent|\b(?:million|billion|thousand|hundred|dozen|times|once|twice)\b", re.IGNORECASE
)
_LONG = re.compile(
    r"\b(?:for|over|in|after|these|many|several|recent|past|last)\s(?:(?:many|several|some|the|the past|the last)\s)?"
    r"(?P<span>weeks|months|years|decades|centuries)\b"
)
_WHEN = re.compile(r"\b(next|last|coming|past)\s(week|month|quarter|year|decade|session)\b", re.IGNORECASE)
_HOUR = re.compile(r"\b(?P<hour>1[0-2]|[1-9])(?::(?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?\s?m\b", re.IGNORECASE)


def check(text: str, passage: Passage) -> Iterator[Finding]:
    """Object when the passage gives another vague number, another period or another hour than the claim.

    Proves only that the passage has such a word, and not the claim's; an exact figure of the source bears out a vague
    one of its size.
    """
    for read in (vague_numbers, how_often, how_long, when, hours):
        said = read(text)
        given = read(passage.sentence) if said else said
        if read is vague_numbers:
            given |= {s.split()[-1] for s in given}
            said = frozenset(s for s in said if s.split()[-1] not in given)
        for wrong in sorted(said - given) if given else ():
            if not _borne_out(wrong, text, passage):
                what = f"The claim has “{wrong}” where the passage has “{min(given)}”."
                yield passage.finding("figures", wrong, what, do="Take it from the letter.")


def _borne_out(said: str, text: str, passage: Passage) -> bool:
    """Tell whether a figure of the passage is of a vague number's size ("thousands" for 4,300), or of a period's."""
    near = quantities(passage.sentence)
    size = next((v for word, v in _VAGUE.items() if said.endswith(word)), None)
    if size is None and " " in said and said[0].isalpha():
        return False
    if size is None:
        return any(said.rstrip("s") in q.unit or said in q.noun for q in near)
    kind = "money" if re.search(rf"{said} (?:of (?:dollars|euros|pounds)|in)\b", text, re.IGNORECASE) else "count"
    return any(q.kind == kind and size <= q.value < 1000 * size for q in near)


@lru_cache(maxsize=64)
def vague_numbers(text: str) -> frozenset[str]:
    """Return the vague numbers of a text: "thousands", "tens of millions"."""
    return frozenset(m.group() for m in _VAGUE_WORD.finditer(lowered(text)))


@lru_cache(maxsize=64)
def how_often(text: str) -> frozenset[str]:
    """Return the periods by which a text reckons its figures: "a year", "annually" and "each year" are one."""
    return frozenset(_periods(text))


def _periods(text: str) -> Iterator[str]:
    for m in _OFTEN.finditer(lowered(text)):
        period = m["one"] or _ADVERBS[m["adverb"]]
        near = text[max(0, m.start() - 40) : m.end() + 40]
        if _WORTH.search(near):
            yield period


@lru_cache(maxsize=64)
def how_long(text: str) -> frozenset[str]:
    """Return the spans of time that a text gives without a number: "for decades"."""
    return frozenset(m["span"] for m in _LONG.finditer(lowered(text)))


@lru_cache(maxsize=64)
def when(text: str) -> frozenset[str]:
    """Return the periods that a text reckons from its own day: "next month", "last year"."""
    sides = {"coming": "next", "past": "last"}
    return frozenset(f"{sides.get(m[1].lower(), m[1].lower())} {m[2].lower()}" for m in _WHEN.finditer(text))


@lru_cache(maxsize=64)
def hours(text: str) -> frozenset[str]:
    """Return the hours of the day that a text gives, as "6:00 pm"."""
    return frozenset(f"{m['hour']}:{m['minute'] or '00'} {m['half'].lower()}m" for m in _HOUR.finditer(text))
