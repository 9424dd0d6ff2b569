"""Dates: read from a text, compared as far as each is given, and reckoned from the letter's own date."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from brief.calendar_words import MONTHS, WEEKDAYS
from brief.letter import due
from brief.letter.anatomy import Letter
from brief.letter.due import DEADLINE
from brief.searching import Words, lowered

_MONTHS = {form: n for n, m in enumerate(MONTHS, 1) for form in (m, m[:3])} | {"sept": 9}
_DAYS = {day: n for n, day in enumerate(WEEKDAYS)}
# Of a text in small letters, where the engine passes at a glance over what begins with another letter.
_MONTH = r"(?P<{0}>january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?)"  # noqa: E501
_WEEKDAY = r"(?:(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday),?\s+)?"
_DATE = re.compile(
    rf"{_WEEKDAY}(?:"
    r"(?P<iso>\b(?:19|20)\d\d-\d\d?-\d\d?\b)"
    r"|\b(?P<m3>\d{1,2})[/.](?P<d3>\d{1,2})[/.](?P<y3>(?:19|20)?\d\d)\b"
    r"|\b" + _MONTH.format("m1") + r"\s+(?P<d1>\d{1,2})(?:st|nd|rd|th)?\b(?!,\d|\s*(?:percent|"
    r"%))(?:,?\s+(?P<y1>(?:19|20)\d\d)\b)?"
    + r"|(?<![-\w])(?:the\s+)?(?P<d2>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?"
    + _MONTH.format("m2")
    + r"(?:,?\s+(?P<y2>(?:19|20)\d\d)\b)?"
    + r"|\b"
    + _MONTH.format("m4")
    + r",?\s+(?:of\s+)?(?P<y4>(?:19|20)\d\d)\b"
    + r"|(?<=[ (])(?P<m5>january|february|april|june|july|august|september|october|november|december|(?:(?<=in )|(?<=by )|(?<=of )|(?<=since )|(?<=last )|(?<=next )|(?<=until )|(?<=early )|(?<=late )|(?<=mid-))(?:march|may))\b"  # noqa: E501
    + r"|(?<![\d,.$€£#])(?<![a-z]-)(?<!\b\d-)(?<!\b\d\d-)(?<!\b\d\d\d-)(?<!no\. )\b(?P<y6>(?:17|18|19|20)\d\d)(?:s\b)?(?![\d,]*\d)(?!\.\d)(?!\s*(?:percent|%|[a-z]*\s?(?:dollars|people|jobs)))"  # noqa: E501
    + r")",
)
_NAMES_MORE = re.compile(r"\s[A-Z][a-z]")  # behind a lone month: "April Vane"
_BEGINS = Words([*"0123456789", *(name[:3] for name in (*MONTHS, *WEEKDAYS))])  # of a text in small letters
_LONE_WEEKDAY = re.compile(rf"({'|'.join(day.capitalize() for day in WEEKDAYS)})\b")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as far as a text gives it; `decade` for "1990s"; `start`, `end` and `words` say where it stands."""

    year: int | None
    month: int | None
    day: int | None
    weekday: int | None
    start: int
    end: int
    words: str
    decade: bool = False


@lru_cache(maxsize=64)
def dates(text: str) -> tuple[DateMention, ...]:
    """Return the dates of a text, in order, whole or in part; a weekday alone counts as one."""
    low = lowered(text)
    starts = _BEGINS.starts(low)
    found, done = [], 0
    for start in starts:
        m = _DATE.match(low, start) if start >= done else None
        if m is not None and m["m5"] and _NAMES_MORE.match(text, m.end()):
            continue
        if m is not None and (d := _mention(m, text)) is not None:
            done = m.end()
            found.append(d)
            found += _more_days(text, m, d)
    taken = [(d.start, d.end) for d in found]
    found += [
        DateMention(None, None, None, _DAYS[m[1].lower()], m.start(), m.end(), m[1])
        for m in filter(None, (_LONE_WEEKDAY.match(text, start) for start in starts))
        if not any(s <= m.start() < e for s, e in taken)
    ]
    return tuple(sorted(found, key=lambda d: d.start))


_MORE = re.compile(
    r"\s*(?:,|(?:,\s*)?\b(?:and|or)\b|&|–|-)\s*(?P<day>\d{1,2})(?:(?:st|nd|rd|th)\b|(?=[.,;:)”’\"]|$|\s+(?:and|or)\b))"
)


def _more_days(text: str, m: re.Match[str], d: DateMention) -> list[DateMention]:
    """The further days of one month: "October 10th and 13th"."""
    if not m["d1"] or m["y1"]:
        return []
    found, more = [], _MORE.match(text, m.end())
    while more is not None and 0 < int(more["day"]) < 32:
        found.append(DateMention(None, d.month, int(more["day"]), None, more.start("day"), more.end(), more.group()))
        more = _MORE.match(text, more.end())
    return found


def _mention(m: re.Match[str], text: str) -> DateMention | None:
    weekday, words = _DAYS.get(m["weekday"] or ""), text[m.start() : m.end()]
    if m["iso"]:
        y, mo, d = (int(p) for p in m["iso"].split("-"))
        return DateMention(y, mo, d, weekday, m.start(), m.end(), words)
    month = next((_MONTHS[v.rstrip(".")] for k in ("m1", "m2", "m4", "m5") if (v := m[k])), None)
    day = next((int(v) for k in ("d1", "d2", "d3") if (v := m[k])), None)
    year = next((int(v) for k in ("y1", "y2", "y3", "y4", "y6") if (v := m[k])), None)
    if m["m3"]:
        month, year = int(m["m3"]), year + 2000 if year is not None and year < 100 else year
    if (month or 1) > 12 or (day or 1) > 31:
        return None
    return DateMention(year, month, day, weekday, m.start(), m.end(), words, decade=words.endswith("0s"))


def compatible(claimed: DateMention, given: DateMention, letter_date: date | None) -> bool:
    """Tell whether two mentions may be one day: what both give is equal, and a year left out is the nearest.

    A claim may say less than the source ("in January 2024"), or add the year that the letter's date gives.
    """
    if claimed.year and given.year and (claimed.decade or given.decade):
        return claimed.year // 10 == given.year // 10
    for a, b in ((claimed.year, given.year), (claimed.month, given.month), (claimed.day, given.day)):
        if a is not None and b is not None and a != b:
            return False
    shared = any(
        a and b
        for a, b in (
            (claimed.year, given.year),
            (claimed.month, given.month),
            (claimed.weekday is not None, given.weekday is not None),
        )
    )
    if claimed.weekday is not None and given.weekday is not None and claimed.weekday != given.weekday:
        return False
    if not shared or (claimed.day and not given.day) or (claimed.month and not given.month):
        return False
    if claimed.year and not given.year:
        return letter_date is None or claimed.year in _years_near(given, letter_date)
    return True


def _years_near(given: DateMention, letter_date: date) -> set[int]:
    """The years that a date without a year may mean: the one nearest the letter's date, either way within a year."""
    month, day = given.month or 1, given.day or 15
    spread = 200 if given.day else 366
    return {
        y
        for y in (letter_date.year - 1, letter_date.year, letter_date.year + 1)
        if abs((_safe(y, month, day) - letter_date).days) <= spread
    }


def _safe(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))


def resolve(words: str, base: date | None) -> tuple[date, ...]:
    """Return the days that a deadline's words may mean, reckoned from the letter's date; none if they fix none.

    A term is reckoned as letters set it (`brief.letter.due`); a day without a year is the next one after `base`.
    """
    found: list[date] = []
    for d in dates(words):
        if d.month and d.day:
            found += [_safe(d.year, d.month, d.day)] if d.year else _next(d.month, d.day, base)
    found += (w.date for m in DEADLINE.finditer(words) if (w := due.resolve(m, base)).date is not None)
    return tuple(dict.fromkeys(found))


def letter_date(letter: Letter) -> date | None:
    """Return the letter's date, from which its deadlines are reckoned; None if the document gives none."""
    return date.fromisoformat(letter.card.date) if letter.card.date else None


def days_of(mentions: Iterable[DateMention], base: date | None) -> list[date]:
    """Return the days that mentions with a day and a month name, a missing year being the letter's."""
    year = base.year if base else 2000
    return [_safe(d.year or year, d.month, d.day) for d in mentions if d.month and d.day]


def _next(month: int, day: int, base: date | None) -> list[date]:
    if base is None:
        return []
    this = _safe(base.year, month, day)
    return [this] if this >= base else [_safe(base.year + 1, month, day), this]
