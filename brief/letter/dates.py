"""Dates as letters and releases write them, and the arithmetic of weekdays and months."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from brief.calendar_words import MONTH, MONTHS, WEEKDAYS
from brief.searching import Words, lowered

_DATE = re.compile(
    rf"\b(?:(?P<month>{MONTH})[ \xa0]{{1,3}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?[ \xa0]{{1,3}}(?P<year>(?:19|20)\d\d)"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?[ \xa0]{{1,3}}(?:of )?(?P<month2>{MONTH}),?[ \xa0]{{1,3}}"
    r"(?P<year2>(?:19|20)\d\d)"
    r"|(?P<year3>(?:19|20)\d\d)-(?P<month3>\d\d)-(?P<day3>\d\d)"
    r"|(?P<month4>\d{1,2})[/.](?P<day4>\d{1,2})[/.](?P<year4>(?:19|20)?\d\d))(?:\b|(?=(?-i:The) Honorable))",
    re.IGNORECASE,
)

_DIGIT = re.compile(r"\d")
_BEGINS = Words([*"0123456789", *(month[:3] for month in MONTHS)])  # of a text in small letters


@dataclass(frozen=True, slots=True)
class DateMention:
    """A full date, and the characters where it is written."""

    day: date
    start: int
    end: int


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[DateMention]:
    """Yield the full dates in `text[start:end]`, in order; impossible ones ("June 31, 2020") are passed over."""
    stop = len(text) if end is None else end
    for found in _found(text, start, stop) if _DIGIT.search(text, start, stop) else ():
        year, month, number = (next(v for v in found.group(*names) if v) for names in _PARTS)
        if found["month4"] and (int(month) > 12 or _is_abroad(text, found)):  # "Brussels, 5.3.2019": the day first
            month, number = number, month
        day = _day(year, month, number)
        if day:
            yield DateMention(day, found.start(), found.end())


def _found(text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    """Yield what `_DATE` finds: tried only where a month's name or a figure begins."""
    at = start
    for place in _BEGINS.starts(lowered(text), start, stop):
        found = _DATE.match(text, place, stop) if place >= at else None
        if found:
            yield found
            at = found.end()


def _is_abroad(text: str, found: re.Match[str]) -> bool:
    """Tell whether a date in figures is parted by points and follows a town, as letters in Europe are dated."""
    at = found.start()
    return "." in found[0] and text[max(0, at - 2) : at] == ", " and text[at - 3 : at - 2].isalpha()


_PARTS = tuple(tuple(f"{part}{n}" for n in ("", "2", "3", "4")) for part in ("year", "month", "day"))


def _day(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else month_number(month)
    century = "" if len(year) == 4 else "20"
    return day_of(int(century + year), number, int(day))


def day_of(year: int, month: int, day: int) -> date | None:
    """Return that day, or None if the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_number(name: str) -> int:
    """Return 1-12 for a month's name or its abbreviation."""
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(name[:3].casefold()))


def weekday_number(name: str) -> int:
    """Return 0 (Monday) to 6 for a weekday's name."""
    return next(n for n, day in enumerate(WEEKDAYS) if day.startswith(name[:3].casefold()))


def weekday_on_or_before(day: date, weekday: int) -> date:
    """Return the latest `weekday` (0 = Monday) that is not after `day`."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def weekday_after(day: date, weekday: int) -> date:
    """Return the first `weekday` (0 = Monday) after `day`."""
    return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)


def add_months(day: date, months: int) -> date:
    """Return the same day `months` later, or the last day of that month if it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
