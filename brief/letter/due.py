"""A deadline's words: the forms they take, and the day they mean, with the rule that gave it."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from brief.calendar_words import MONTH, PERIODS, WEEKDAY, WEEKDAYS
from brief.letter.dates import add_months, day_of, month_number, weekday_after, weekday_number

_WEEKDAY = rf"(?:(?:this |next )?{WEEKDAY})"
_DAY = (
    rf"(?:(?P<month>{MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?P<year>\d{{4}}))?|"
    rf"(?:the\s+)?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month2>{MONTH})"
    rf"(?:,?\s+(?P<year2>\d{{4}}))?|(?P<m>\d{{1,2}})/(?P<d>\d{{1,2}})/(?P<y>\d{{4}}|\d\d)\b|(?P<iso>\d{{4}}-\d\d-\d\d))"
)
_NAMED = rf"(?:{MONTH}(?![a-z]))"
_COUNTS = PERIODS | {"the next": 1, "the coming": 1}
_HOW_MANY = rf"\d{{1,3}}|{'|'.join(sorted(_COUNTS, key=len, reverse=True))}"
_COUNT = rf"(?P<count>{_HOW_MANY})(?:\s+\(\d{{1,3}}\))?"
_KIND = "business|working|calendar|legislative"
_UNIT = (
    rf"(?P<kind>{_KIND})?"
    r"\s*-?(?P<unit>hours?|days?|weeks?|fortnights?|months?|years?)(?!\s+(?:ago|earlier|later than))"
)
_FROM = (
    r"(?:\s+(?:of|from|after|following)\s+(?P<anchor>(?:the\s+)?(?:(?:date|day)(?=\s+of\s+(?:(?:this|the|our|my)\s+"
    r"(?:letter|request|correspondence|inquiry)|(?:its\s+)?receipt))|receipt|receiving)(?:\s+of)?"
    r"(?:\s+(?:this|the|our|my)\s+(?:letter|date|request|correspondence|inquiry)|"
    r"\s+(?:its\s+)?receipt)?|(?:receiving\s+)?this letter|the letter's date|today|now|[^,.;]{3,50}))?"
)
_CLOCK = (
    r"(?:(?:the\s+)?(?:close of business|COB|end of (?:the\s+)?(?:business\s+)?day|(?:12(?::00)?\s+)?(?:noon|midnight)|"
    r"\d{1,2}(?::\d\d)?\s*[AaPp]\.?[Mm]\.?)(?:\s+(?:E[SD]?T|Eastern(?: Time)?|local time))?(?:,|\s+on|\s+by)?\s+)?"
)
_LIMIT = r"(?:(?:by\s+)?no\s+later\s+than|not\s+later\s+than|on\s+or\s+before|by:?|before|prior\s+to|in\s+advance\s+of)"
_PERIOD = (
    r"(?:the\s+)?(?P<edge>end|close|beginning|start)\s+of\s+(?:(?:the|this|(?P<next>next))\s+)?(?P<period>(?:first|second|"
    r"third|fourth)\s+quarter(?:\s+of\s+\d{4})?|"
    rf"(?:current\s+|calendar\s+|fiscal\s+)*(?:month|year|week|quarter)(?:\s+\d{{4}})?|"
    rf"(?:business|day)(?!,?\s+(?:on\s+)?{_WEEKDAY})|FY\s?\d{{2,4}}|{MONTH}(?![a-z])(?:,?\s+\d{{4}})?|\d{{4}})"
)
_AHEAD = r"(?:before|prior\s+to|ahead\s+of|in\s+advance\s+of)"
_OCCASION = (
    r"(?:(?:the\s+)?(?:start|beginning|end)\s+of\s+(?:the|this)\s+(?:(?:next|new|current|coming|upcoming|\d{4}(?:-\d\d)?)"
    r"\s+)?(?:(?:school|academic|plan|crop)\s+year|[\w-]+\s+season|decade|Congress|session|summer|winter|fall|spring)|"
    r"(?:the\s+|this\s+|next\s+)?(?:summer|winter|autumn|spring)(?:\s+(?:of\s+)?\d{4})?(?=[.,;:)?!]|\s*$|"
    r"\s+(?:and|so|or|to|when|if)\b)|"
    r"(?P<feast>Thanksgiving|Christmas|Easter|(?:Memorial|Labor|Independence|Veterans)\s+Day))"
)


def _on(n: int) -> str:
    """Return a pattern for a month's day, with or without its year, in the groups numbered `n`."""
    return rf"(?P<month{n}>{MONTH})\s+(?P<day{n}>\d{{1,2}})(?:,?\s+(?P<year{n}>\d{{4}}))?"


DEADLINE = re.compile(
    rf"\b(?:{_LIMIT})\s+{_CLOCK}(?:(?P<weekday>{_WEEKDAY})(?:,|"
    rf"\s+the)?\s+(?:on\s+)?)?{_DAY}(?:\s+at\s+the\s+latest)?"
    rf"|\b(?:{_LIMIT})\s+{_PERIOD}"
    rf"|\b(?:before|by\s+the\s+time|prior\s+to|ahead\s+of|in\s+advance\s+of)\s+(?:the\s+|a\s+|its\s+|this\s+)?"
    rf"(?!(?:[\w-]+\s+){{0,5}}?(?:Council|Committee|Subcommittee|Board|Court|Commission|Congress|Parliament|Assembly)"
    rf"(?:\s+(?:of|for)(?:\s+[\w-]+){{1,3}}?)?\s+on\b)(?:[\w-]+\s+){{1,6}}?(?:on|ends|"
    rf"by)\s+(?:{_on(6)}|"
    rf"(?P<day12>\d{{1,2}})\s+(?P<month12>{MONTH})(?:,?\s+(?P<year12>\d{{4}}))?)"
    rf"|\b(?P<limit10>{_AHEAD})\s+(?:the\s+|this\s+|its\s+)?(?P<month10>{MONTH})\s+(?P<day10>\d{{1,2}})"
    rf"(?:,?\s+(?P<year10>\d{{4}}),?)?\s+(?:[\w-]+\s+){{0,2}}?(?:expiration|deadline|start|effective|vote|hearing|"
    rf"meeting|election|cutoff|date)\b"
    rf"|\b{_AHEAD}\s+(?P<event>(?:(?:the\s+)?(?:start|beginning|opening)\s+of\s+)?"
    rf"(?:the|our|your|this|his|her|their|[A-Z][\w-]+'s)\s+(?:(?!for\b|to\b|of\b|and\b)[\w-]+\s+){{0,3}}?(?:elections?|hearing|"
    rf"recess|summit|vote|deadlines?|markup|thaw|holidays?|season|session|adjournment))\b"
    rf"|\b(?:{_AHEAD}|by)\s+(?P<event2>{_OCCASION})\b"
    rf"|\b(?:{_LIMIT})\s+(?P<yearend>(?:the\s+)?year(?:'s|\s|-)\s?end)\b"
    rf"|\b(?:{_LIMIT})\s+(?P<vague>(?:early|mid|late)[\s-](?:{MONTH})(?![a-z])(?:,?\s+\d{{4}})?)"
    rf"|\b(?:due(?:\s+by|\s+on)?)\s+"
    rf"{_on(9)}"
    rf"|\bdeadlines?\s+(?:of|is|for\s+(?:\w+|(?:your|the)\s+(?:[\w-]+\s+){{0,2}}?(?:answers?|responses?|reply|"
    rf"documents))\s+is)\s+{_on(7)}"
    rf"|\buntil\s+{_on(11)}"
    rf"(?=,?\s+to\s+(?:respond|answer|reply|provide|produce|comply|submit)\b)"
    rf"|\b(?:{_LIMIT})\s+{_CLOCK}(?P<weekday2>{_WEEKDAY}|tomorrow|close of business(?: today)?|COB)\b"
    rf"|\b(?P<limit5>{_LIMIT})\s+(?:the\s+first\s+week\s+of\s+)?(?P<month3>(?!May\b|March\b){_NAMED}|(?:May|"
    rf"March)(?=,?\s+\d{{4}}|[.;]))(?:,?\s+(?:of\s+)?(?P<year3>\d{{4}}))?(?!\s+\d)"
    rf"|\b(?:{_LIMIT})\s+(?P<same>(?:that|the\s+same)\s+(?:date|day|deadline))\b"
    rf"|\b(?:within|in|no\s+later\s+than|not\s+later\s+than|not\s+more\s+than|at\s+least|you\s+have(?:\s+(?:only|just))?)\s+(?:the\s+(?:next|following)\s+|"
    rf"a\s+period\s+of\s+)?{_COUNT}[\s-]+{_UNIT}{_FROM}",
    re.IGNORECASE,
)
"""Expressions that fix a time by which; whether somebody asks for it there, the sentence tells."""

MAY_LIMIT = re.compile(
    rf"(?!in\s)|in\s+(?:advance\b|(?:the\s+(?:next|following)\s+|a\s+period\s+of\s+)?(?:{_HOW_MANY})(?:\s+\(\d{{1,3}}\))?"
    rf"[\s-]+(?:{_KIND})?\s*-?(?:hour|day|week|fortnight|month|year))",
    re.IGNORECASE,
)
"""What does not begin with an "in" that no `DEADLINE` begins with: the little word stands everywhere."""


@dataclass(frozen=True, slots=True)
class When:
    """A deadline's resolution: the date if there is one, and the rule that gave it or says why there is none."""

    date: date | None
    rule: str


def is_past_month(match: re.Match[str], letter_date: date | None) -> bool:
    """Tell whether a match of `DEADLINE` names a month that was over when the letter was written."""
    if letter_date is None or not (match["month3"] and match["year3"]):
        return False
    return (int(match["year3"]), month_number(match["month3"])) < (letter_date.year, letter_date.month)


def resolve(
    match: re.Match[str], letter_date: date | None, before: date | None = None, years: frozenset[int] = frozenset()
) -> When:
    """Resolve a match of `DEADLINE`.

    Args:
        match: The words.
        letter_date: What relative expressions are counted from, if it is known.
        before: The deadline stated last before it, which "that date" means.
        years: Those that the document names, among which a weekday may tell the year of a letter without a date.
    """
    if match["yearend"]:
        last = date(letter_date.year, 12, 31) if letter_date else None
        return When(last, "last day of the letter's year" if last else "depends on the letter's date, which is unknown")
    if match["vague"]:
        return When(None, f"“{match['vague']}” is no exact day")
    event = match["event"] or match["event2"]
    feast = _FEASTS.get(" ".join(match["feast"].title().split())) if match["feast"] else None
    if feast and letter_date:
        due = next(day for day in map(feast, (letter_date.year, letter_date.year + 1)) if day >= letter_date)
        return When(due, f"the next {match['feast']} after the letter's date, {letter_date.isoformat()}")
    if event:
        return When(None, f"before an event without a date: {event}")
    if match["same"]:
        return When(before, f"“{match['same']}”: the deadline stated before it" if before else _NOTHING_BEFORE)
    if match["count"]:
        return _counted(match, letter_date, before)
    if match["period"]:
        return _end_of(match, letter_date)
    if match["weekday2"]:
        return _next_weekday(match["weekday2"].lower(), letter_date)
    if match["month3"]:
        return _whole_month(match, letter_date)
    return _calendar_day(match, letter_date, years)


def _weekday_of(year: int, month: int, weekday: int, place: int) -> date:
    """Return the `place`th such weekday of a month, counted from 0; -1 is the last."""
    days = (week[weekday] for week in calendar.monthcalendar(year, month))
    return date(year, month, [day for day in days if day][place])


# The federal holidays: 5 U.S.C. 6103(a).
_FEASTS: dict[str, Callable[[int], date]] = {
    "Memorial Day": lambda year: _weekday_of(year, 5, calendar.MONDAY, -1),
    "Independence Day": lambda year: date(year, 7, 4),
    "Labor Day": lambda year: _weekday_of(year, 9, calendar.MONDAY, 0),
    "Veterans Day": lambda year: date(year, 11, 11),
    "Thanksgiving": lambda year: _weekday_of(year, 11, calendar.THURSDAY, 3),
    "Christmas": lambda year: date(year, 12, 25),
}


def _either(match: re.Match[str], name: str) -> str:
    """The group of that name in whichever form of a date matched."""
    return next((match[name + n] for n in ("", "2", "6", "7", "9", "10", "11", "12") if match[name + n]), "")


def _calendar_day(match: re.Match[str], letter_date: date | None, years: frozenset[int]) -> When:
    rule = "as stated"
    month, day, year = (_either(match, part) for part in ("month", "day", "year"))
    if match["iso"]:
        year, month, day = match["iso"].split("-")
    elif match["m"]:
        year, month, day = match["y"] if len(match["y"]) == 4 else f"20{match['y']}", match["m"], match["d"]
        rule = "as stated (month/day/year)"
    number = int(month) if month.isdigit() else month_number(month)
    if year:
        due = day_of(int(year), number, int(day))
    elif letter_date is None:
        return _by_weekday(match["weekday"], number, int(day), years)
    else:
        next_two = (day_of(y, number, int(day)) for y in (letter_date.year, letter_date.year + 1))
        due = next((d for d in next_two if d and d >= letter_date), None)
        rule = f"the next such day after the letter's date, {letter_date.isoformat()}"
        rule += _weekday_note(match, due) if due else ""
    return When(due, rule if due else "no such day in the calendar")


def _by_weekday(stated: str | None, month: int, day: int, years: frozenset[int]) -> When:
    """Tell the year from the weekday: the one year named, or else the next, in which the day falls on it."""
    name = stated.split()[-1].capitalize() if stated else ""
    days = {y: day_of(y, month, day) for year in years for y in (year, year + 1)}
    falls = {y for y, d in days.items() if d and calendar.day_name[d.weekday()] == name}
    fits = sorted(falls & years or falls)
    if len(fits) != 1:
        return When(None, "no year is stated, and the letter's date is unknown")
    return When(days[fits[0]], f"that day is a {name} in {fits[0]}, as the years named tell")


def _weekday_note(match: re.Match[str], due: date) -> str:
    stated = (match["weekday"] or "").split()[-1:] or [""]
    actual = calendar.day_name[due.weekday()]
    return f"; that day is a {actual}, not a {stated[0]}" if stated[0] and stated[0].lower() != actual.lower() else ""


_NOTHING_BEFORE = "it means a date that is not stated before it"
_THAT_DATE = re.compile(r"\b(?:that|the same) (?:date|day|deadline)\b")
# From the letter itself: its date, its receipt, today. "The date of the hearing" is another day.
_OWN_DATE = re.compile(
    r"\b(?:letter|request|correspondence|inquiry|receipt|receiving|today|now)\b|^(?:the )?(?:date|day)(?: of)?$"
)


def _counted(match: re.Match[str], letter_date: date | None, before: date | None) -> When:
    anchor = (match["anchor"] or "").lower()
    count = int(match["count"]) if match["count"].isdigit() else _COUNTS[match["count"].lower()]
    unit = match["unit"].lower().rstrip("s")
    amount = f"{count} {(match['kind'] or '') + ' ' if match['kind'] else ''}{unit}{'s' if count != 1 else ''}"
    if _THAT_DATE.search(anchor):
        due = _later(before, count, unit, match["kind"]) if before else None
        return When(due, f"{amount} after {before.isoformat()}, stated before it" if before else _NOTHING_BEFORE)
    if anchor and not _OWN_DATE.search(anchor):
        return When(None, f"{amount} from an event without a date: {match['anchor'].strip()}")
    if letter_date is None:
        return When(None, f"{amount} from the letter's date, which is unknown")
    due = _later(letter_date, count, unit, match["kind"])
    basis = "receipt, taken as the letter's date" if "recei" in anchor else "the letter's date"
    return When(due, f"{amount} after {basis}, {letter_date.isoformat()}")


def _later(start: date, count: int, unit: str, kind: str | None) -> date:
    if kind and kind.lower() in ("business", "working"):
        due = start
        while count:
            due += timedelta(days=1)
            count -= due.weekday() < 5
        return due
    if unit in ("month", "year"):
        return add_months(start, count * (12 if unit == "year" else 1))
    return start + (
        timedelta(hours=count)
        if unit == "hour" and count >= 24
        else timedelta(days=count * {"week": 7, "fortnight": 14, "hour": 0}.get(unit, 1))
    )


def _end_of(match: re.Match[str], letter_date: date | None) -> When:
    edge, period = match["edge"].lower(), " ".join(match["period"].split())
    name = period if period[0].isdigit() or _OF_ITS_OWN.match(period) else f"the {match['next'] or ''} {period}".lower()
    name = " ".join(name.split())
    stated = _YEAR_OF.search(period)
    if not stated and letter_date is None:
        return When(None, f"{edge} of {name}: it depends on the letter's date, which is unknown")
    if edge in ("beginning", "start"):
        return When(None, f"the {edge} of {name} is no exact day")
    if stated:
        return When(_last_day(period.lower(), int(stated[1] or f"20{stated[2]}"), None), f"last day of {name}")
    today = letter_date or date.min
    later = _one_later(today, period.lower().split()[-1]) if match["next"] else today
    due = _last_day(period.lower(), later.year, later)
    return When(due, f"last day of {name}, counted from the letter's date, {today.isoformat()}")


_OF_ITS_OWN = re.compile(rf"{MONTH}(?![a-z])|FY", re.IGNORECASE)
"""Periods that need no article: "the end of March", "of FY 2031"."""
_YEAR_OF = re.compile(r"(\d{4})|FY\s?(\d\d)$", re.IGNORECASE)
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}


def _one_later(today: date, unit: str) -> date:
    """Return the same day in the next week, month, quarter or year."""
    return today + timedelta(days=7) if unit == "week" else add_months(today, _MONTHS_IN.get(unit, 0))


def _last_day(period: str, year: int, today: date | None) -> date:
    """Return the last day of a period; `today`: what it is counted from, where no year is stated.

    Without a year, a month or a quarter that is over is that of the next year.
    """
    named = re.match(MONTH, period, re.IGNORECASE)
    if named:
        month = month_number(named.group())
        return _month_end(year + bool(today and month < today.month), month)
    if "quarter" in period:
        ordinals = {"first": 1, "second": 2, "third": 3, "fourth": 4}
        quarter = ordinals.get(period.split()[0], ((today.month if today else 12) - 1) // 3 + 1)
        return _month_end(year + bool(today and quarter * 3 < today.month), quarter * 3)
    if "fiscal" in period or period.startswith("fy"):
        # The federal fiscal year ends on September 30 (31 U.S.C. 1102).
        return date(year + bool(today and today > date(year, 9, 30)), 9, 30)
    if today is None or "year" in period:
        return date(year, 12, 31)
    if "month" in period:
        return _month_end(year, today.month)
    return today + timedelta(days=(4 - today.weekday()) % 7) if "week" in period else today


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _next_weekday(words: str, letter_date: date | None) -> When:
    if letter_date is None:
        return When(None, "depends on the letter's date, which is unknown")
    if words == "tomorrow":
        return When(letter_date + timedelta(days=1), f"the day after the letter's date, {letter_date.isoformat()}")
    name = words.split()[-1]
    if name not in WEEKDAYS:
        return When(letter_date, f"the letter's date, {letter_date.isoformat()}")
    due = weekday_after(letter_date, weekday_number(name))
    this_week = (due - letter_date).days < 7 - letter_date.weekday()
    due += timedelta(days=7 if words.startswith("next") and this_week else 0)
    return When(due, f"the first {name.capitalize()} after the letter's date, {letter_date.isoformat()}")


def _whole_month(match: re.Match[str], letter_date: date | None) -> When:
    month = month_number(match["month3"])
    if not match["year3"] and letter_date is None:
        return When(None, "no year is stated, and the letter's date is unknown")
    year = int(match["year3"]) if match["year3"] else (letter_date or date.min).year
    if not match["year3"] and letter_date and month < letter_date.month:
        year += 1
    if "first week" in match.group().lower():
        return When(date(year, month, 7), "seventh day of the month: the first week")
    if match["limit5"].lower() in ("before", "prior to"):
        return When(
            date(year, month, 1) - timedelta(days=1), f"the day before {calendar.month_name[month]} {year} begins"
        )
    return When(None, f"{calendar.month_name[month]} {year}: no day is stated")
