"""The deadlines of letters as calendar entries (RFC 5545), one all-day event for each that has a date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from brief.calendar_words import day_of
from brief.comparison import Comparison
from brief.letter.card import Deadline, LetterCard
from brief.matrices import Matrix
from brief.report import Result, summaries_of
from brief.report.wording import plain, short_name
from brief.summary import Action

_STAMP = "19700101T000000Z"  # no time of making, so that equal input gives equal bytes


@dataclass(frozen=True, slots=True)
class Entry:
    """One dated deadline of a letter: what is due, and the words that say so."""

    letter: LetterCard
    title: str
    deadline: Deadline


def render_ics(result: Result) -> str:
    """Return the dated deadlines of a result as iCalendar text; a result without any gives an empty calendar."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//letterbrief//EN", "CALSCALE:GREGORIAN"]
    for event in _events(_entries(result)):
        lines += event
    return "".join(f"{folded}\r\n" for folded in (_folded(line) for line in [*lines, "END:VCALENDAR"]))


def _entries(result: Result) -> Iterator[Entry]:
    """Yield the deadlines: of a letter as a whole first, then those of single asks."""
    if isinstance(result, Comparison):
        yield from (_due(result.a, p.a) for p in result.actions if p.a and p.a.deadline)
        yield from (_due(result.b, p.b) for p in result.actions if p.b and p.b.deadline)
    elif isinstance(result, Matrix):
        cards = {c.id: c for c in result.letters}
        dated = (e for e in result.timeline if e.deadline and e.letter in cards)
        yield from (Entry(cards[e.letter], _title(e.deadline), e.deadline) for e in dated if e.deadline)
    for summary in summaries_of(result):
        yield from (Entry(summary.letter, _title(d), d) for d in summary.deadlines)
        yield from (_due(summary.letter, a) for a in summary.actions if a.deadline)


def _title(deadline: Deadline) -> str:
    return "Response due" if deadline.purpose == "reply" else "Action due"


def _due(card: LetterCard, action: Action) -> Entry:
    assert action.deadline
    return Entry(card, f"Due: {action.text}", action.deadline)


def _events(entries: Iterable[Entry]) -> Iterator[list[str]]:
    """Yield an event for each date that a letter sets; the same words are not entered twice."""
    seen = set()
    for entry in entries:
        day = day_of(entry.deadline.date or "")
        place = (entry.letter.id, day, entry.deadline.as_stated)
        if day and place not in seen:
            seen.add(place)
            yield _event(entry, day)


def _event(entry: Entry, day: date) -> list[str]:
    card, deadline = entry.letter, entry.deadline
    named = f"{card.source.sha256}|{card.id}|{day}|{deadline.as_stated}|{entry.title}"
    uid = sha256(named.encode("utf-8", "replace")).hexdigest()[:32]
    return [
        "BEGIN:VEVENT",
        f"UID:{uid}@letterbrief",
        f"DTSTAMP:{_STAMP}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(f'{entry.title} ({short_name(card)})')}",
        f"DESCRIPTION:{_text(f'As stated: {deadline.as_stated}. {deadline.rule}')}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _text(value: str) -> str:
    """Escape a value of type TEXT (RFC 5545 §3.3.11); it has no line breaks left."""
    return plain(value).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """Fold a line to 75 octets, between characters (RFC 5545 §3.1)."""
    pieces: list[str] = []
    piece = ""
    for char in line:
        if len((piece + char).encode()) > (75 if not pieces else 74):
            pieces.append(piece)
            piece = ""
        piece += char
    return "\r\n ".join([*pieces, piece])
