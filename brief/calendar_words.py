"""The words for months, weekdays and small numbers, as every room that reads dates spells them; and ISO days."""

from __future__ import annotations

from datetime import date

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
FULL_MONTH = f"(?:{'|'.join(month.capitalize() for month in MONTHS)})"
"""A pattern for a month in full, with its capital."""
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
"""A pattern for a month, in full or cut short."""
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
"""A pattern for a weekday."""
ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERS = {word: n for n, word in enumerate(ONES)} | {word: 10 * (n + 2) for n, word in enumerate(TENS)}
"""What the number words of one part stand for."""
PERIODS = NUMBERS | {"twenty-one": 21, "forty-five": 45, "a": 1, "an": 1}
"""What stands before days, weeks and months in a deadline."""


def day_of(iso: str | None) -> date | None:
    """Return the day that an ISO date names; None for what is no date."""
    try:
        return date.fromisoformat(iso or "")
    except ValueError:
        return None
