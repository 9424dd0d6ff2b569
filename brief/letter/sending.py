"""When a letter was written: its own date, else what the release says of its sending, else the page's date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from brief.calendar_words import MONTH, WEEKDAY
from brief.document import Span
from brief.letter import marks
from brief.letter.card import DateBasis
from brief.letter.dates import day_of, find_dates, month_number, weekday_number, weekday_on_or_before
from brief.letter.split import Found

_SENT_ON = re.compile(
    rf"(?:\b(?:on|this|late|last)\s+|(?<=[,)]\s)|(?<=[a-z]\s)(?={WEEKDAY}\s(?:sent|led|wrote|joined|urged|called|asked|pressed|"
    rf"demanded|requested|announced)\b))(?P<day>{WEEKDAY})\b(?!\s+(?:mail|delivery))|\b(?P<today>today)\b|\b(?P<yesterday>yesterday)\b|"
    rf"\b(?P<vague>earlier this (?:week|month)|last (?:week|month)|this week)\b",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"\b(?:sent|led|wrote|joined|signed|penned|co-?authored|urged|called|letter|sending|demanded|asked|pressed|"
    r"announced|delivered)\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"^[A-Z][A-Za-z.,]+(?: [A-Z][A-Za-z.,]*){0,4} ?[\[(](?=\d{1,2}/\d{1,2}/\d{2,4}[\])])|"
    r"^[^a-z\n]{2,60}?\(?(?=[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})|"
    r"^(?!(?:On|In|By|Since|Until|As|From|Between|After|Before|The|Effective|Starting|Beginning|Through|"
    r"Following)\b)(?:[A-Z][\w.]+,? ){1,5}[(\-–—]?\s*"
    r"(?=[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})"
)


def letter_date(text: str, f: Found) -> tuple[date | None, DateBasis]:
    """Return the date of a letter and where it was found."""
    for line in (*f.letterhead, *_first_line(text, f)):
        short = line.end - line.start <= 90
        for found in find_dates(text, line.start, line.end if short else line.start + 40):
            if short or found.start == line.start:  # a page may have run its address together
                return found.day, "letter"
    told = _told(text, f)
    page = _page_date(text, f)
    if told and (f.kind == "reported" or page is None or not f.letterhead or told == _sent_on(text, f)):
        return told, "release"
    return _sent(text, f.release, *page) if page else (None, "none")


def _first_line(text: str, f: Found) -> Iterator[Span]:
    """Yield the line right below the salutation, where some letters have their date, or that has all of a letter."""
    if f.salutation and f.body:
        end = text.find("\n", f.body[0].start, f.body[0].end)
        line = Span(f.body[0].start, end) if end > 0 else None
        if line and marks.DATE_LINE.match(text, line.start, line.end):
            yield line
    elif f.kind == "full" and f.body and _GLUED.match(text, f.body[0].start, f.body[0].end):
        yield f.body[0]


_GLUED = re.compile(rf"{MONTH} \d{{1,2}}, \d{{4}}\s?(?=The Hon|Dear|Mr|Ms|Re:)")
"""A letter that a page gives on one line, date and address and all."""


def _told(text: str, f: Found) -> date | None:
    """Return the date on which the release says that the letter was sent, or which it says the letter bears."""
    sent = _sent_on(text, f)
    if sent:
        return sent
    for i, p in enumerate(f.release[: 6 if f.kind == "reported" else 2]):
        for found in find_dates(text, p.start, min(p.end, p.start + 260)):
            before = text[max(p.start, found.start - 70) : found.start]
            after = text[found.end : min(p.end, found.end + 160)]
            told = (
                _ON.search(before) and "letter" in before + after and (f.kind == "reported" or _leads(before, after, i))
            )
            if told or _DATED.search(before) or _TODAY.search(before):
                return found.day
    return None


_LETTER_WAS = re.compile(r"letter,?\s(?:was|were)\s")
_WAS_SENT = re.compile(
    rf"(?:\b(?:[Tt](?:he|his|heir)|[Hh]er|[Hh]is)|[A-Z][\w-]+[’']s?) (?:[\w-]+ )?letter,?\s(?:was|were)\s(?:\w+\s)?"
    rf"(?:sent|delivered|transmitted|mailed|dated)\b(?:[^.\n]|(?<=[A-Z])\.){{0,120}}?\s"
    rf"(?:on\s(?:{WEEKDAY},?\s)?|{WEEKDAY},?\s)"
    rf"(?P<month>{MONTH})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s(?P<year>\d{{4}}))?(?!\d)"
)


def _sent_on(text: str, f: Found) -> date | None:
    """Return the day on which a sentence of the release says that the letter was sent; without a year, the page's."""
    for p in f.page or f.release:
        found = _WAS_SENT.search(text, p.start, p.end) if _LETTER_WAS.search(text, p.start, p.end) else None
        if found:
            if found["year"]:
                return day_of(int(found["year"]), month_number(found["month"]), int(found["day"]))
            page = _page_date(text, f)
            return _day_before(found, page[0]) if page else None
    return _of_these_days(text, f)


def _day_before(found: re.Match[str], page: date) -> date | None:
    """Return the last day of that name before the page's date, or a few days after it: a stamp may be early."""
    number, latest = month_number(found["month"]), page + timedelta(days=_FRESH)
    days = (day_of(year, number, int(found["day"])) for year in (latest.year, latest.year - 1))
    return next((day for day in days if day and day <= latest), None)


_LETTER_OF = re.compile(
    rf"\b[Ii]n (?:a|an|their|his|her) (?P<month>{MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)? letter to\b"
)
_FRESH = 14  # days: a letter that a release tells of as its news is no older


def _of_these_days(text: str, f: Found) -> date | None:
    """Return the day of "in a March 1 letter to", if the page is at most two weeks younger."""
    for p in f.release[:2]:
        found = _LETTER_OF.search(text, p.start, p.end) if text.find(" letter to", p.start, p.end) >= 0 else None
        page = _page_date(text, f) if found else None
        day = _day_before(found, page[0]) if found and page else None
        if page and day and 0 <= (page[0] - day).days <= _FRESH:
            return day
    return None


def _leads(before: str, after: str, paragraph: int) -> bool:
    """Tell whether a release begins with the day of the letter: "On May 3, 2022, Senators A and B sent a letter"."""
    return (
        paragraph == 0
        and bool(_OPENS.fullmatch(before))
        and bool(_SENT.search(after))
        and not re.search(r"\bhad\b", after)
    )


_OPENS = re.compile(r"(?:[^a-z]{0,60}|.{0,40}[-–—]\s?)?(?:On\s)?(?:[A-Z][a-z]+day,?\s)?")
"""What may stand before the day with which a release begins: its place, and the day of the week."""
_TODAY = re.compile(r"\b[Tt]oday,?\s\(?(?:\w+day,\s)?$")
_DATED = re.compile(r"\bletter\b[^.]{0,40}\b(?:dated|sent on|written on)\s(?:\w+day,?\s)?$", re.IGNORECASE)
_ON = re.compile(r"\b(?:on|dated|sent)\s(?:\w+day,?\s)?$", re.IGNORECASE)


def _page_date(text: str, f: Found) -> tuple[date, DateBasis] | None:
    """Return the date that stands on a line of the release or in its dateline, or that the site has stamped on it."""
    for line in (*f.headings, *f.page):
        short = text[line.start : line.end] if line.end - line.start <= 130 else ""
        if short and marks.DATE_LINE.match(short):
            day = next((d.day for d in find_dates(text, line.start, line.end)), None)
            return (day, "page" if _STAMP.search(short) else "release") if day else None
    for line in f.headings:
        behind = _BEHIND.search(text, line.start, line.end)
        day = next((d.day for d in find_dates(text, behind.end(), line.end)), None) if behind else None
        if day:
            return day, "release"
    for line in [*f.release[:4], *f.page[:6]]:
        if _HEADED.match(text, line.start, line.end):
            day = next((d.day for d in find_dates(text, line.start, min(line.end, line.start + 160))), None)
            if day:
                return day, "release"
        dated = _DATELINE.match(text[line.start : line.start + 90])
        if dated:
            day = next((d.day for d in find_dates(text, line.start, line.start + 90)), None)
            return (day, "release") if day else None
    return None


_BEHIND = re.compile(rf"\s{{2,}}(?={MONTH} \d{{1,2}}, \d{{4}}\s*$)", re.IGNORECASE)
"""The gap between a headline and the date that stands behind it."""
_HEADED = re.compile(r"(?:For )?Immediate Release\b", re.IGNORECASE)
_STAMP = re.compile(r"\||\b(?:posted|published|updated)\b", re.IGNORECASE)


def _sent(text: str, release: tuple[Span, ...], page: date, basis: DateBasis) -> tuple[date, DateBasis]:
    """Reckon from the page's date the day on which the release says the letter was sent ("on Tuesday")."""
    for p in release[:4]:
        if p.end - p.start < 60 or not _SENT.search(text, p.start, p.end):
            continue
        found = _SENT_ON.search(text, p.start, min(p.end, p.start + 300))
        if found and found["day"]:
            return weekday_on_or_before(page, weekday_number(found["day"])), "release"
        if found and found["yesterday"]:
            return page - timedelta(days=1), "release"
        return page, "release" if found and found["today"] else basis
    return page, basis
