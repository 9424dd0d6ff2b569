"""The deadlines of letters as calendar entries (RFC 5545), one all-day event for each that has a date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from hashlib import sha256

from brief.report import Result, summaries_of
from brief.report.wording import plain, short_name
from brief.summary import Summary

_STAMP = "19700101T000000Z"  # no time of making, so that equal input gives equal bytes


def render_ics(result: Result) -> str:
    """Return the dated deadlines of summaries as iCalendar text; a result without any gives an empty calendar."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//letterbrief//EN", "CALSCALE:GREGORIAN"]
    for event in _events(summaries_of(result)):
        lines += event
    return "".join(f"{folded}\r\n" for folded in (_folded(line) for line in [*lines, "END:VCALENDAR"]))


def _events(summaries: Iterable[Summary]) -> Iterator[list[str]]:
    for summary in summaries:
        dated: dict[tuple[str, str, str], str] = {}
        for deadline in summary.deadlines:
            if deadline.date:
                title = "Response due" if deadline.purpose == "reply" else "Action due"
                dated[deadline.date, deadline.as_stated, title] = f"{deadline.as_stated}. {deadline.rule}"
        known = {(when, stated) for when, stated, _ in dated}
        for action in summary.actions:
            due = action.deadline
            if due and due.date and (due.date, due.as_stated) not in known:
                dated[due.date, due.as_stated, f"Due: {action.text}"] = f"{due.as_stated}. {due.rule}"
        for (when, stated, title), more in dated.items():
            day = _day(when)
            if day:
                yield _event(summary, day, stated, title, more)


def _event(summary: Summary, day: date, stated: str, title: str, more: str) -> list[str]:
    uid = sha256(
        f"{summary.letter.source.sha256}|{summary.letter.id}|{day}|{stated}|{title}".encode("utf-8", "replace")
    ).hexdigest()[:32]
    return [
        "BEGIN:VEVENT",
        f"UID:{uid}@letterbrief",
        f"DTSTAMP:{_STAMP}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(f'{title} ({short_name(summary.letter)})')}",
        f"DESCRIPTION:{_text(f'As stated: {more}')}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


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
