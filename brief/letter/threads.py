"""Mails that quote older ones: where the older messages begin, and what the mail itself is about."""

from __future__ import annotations

import re

from brief.letter.dates import find_dates

_HEAD = 600  # characters in which a mail's head stands
_FIELD = re.compile(r"(?m)^(?:From|To|Sent|Date|Subject|Cc):[ \t]\S")
_SUBJECT = re.compile(r"(?m)^Subject:[ \t]*(?:(?:RE|FWD?|AW|Re|Fwd?|Aw):[ \t]*)*(?P<words>\S.*?)[ \t]*$")
_OLDER = re.compile(
    r"(?m)^(?:>+ ?On [^\n]{6,160}wrote:|On [^\n]{6,160}(?:\n[^\n]{0,80})?wrote:[ \t]*\n(?=\s*>)|>|"
    r"-{3,} ?(?:Original|Forwarded) [Mm]essage ?-{3,}|Begin forwarded message:|_{10,}[ \t]*\n+(?=From: ))"
)
_MESSAGE = re.compile(
    r"(?m)^[> ]*(?:On (?P<on>[^\n]{6,160}?)wrote:|-{3,} ?(?:Original|Forwarded) [Mm]essage|Begin forwarded message:|"
    r"_{10,}[ \t]*\n+From: )"
)
_ENCLOSED = re.compile(r"(?m)^\[Attachment: ")
_LEAST = 150  # characters of its own that a mail must have above what it quotes


def older_from(text: str) -> int | None:
    """Return where the older messages begin that a mail quotes below its own words; None if it quotes none.

    A mail that only hands another one on has nothing of its own: then nothing is cut.
    """
    first = _FIELD.search(text, 0, _HEAD) if is_mail(text) else None
    head = text.find("\n\n", first.end()) if first else -1
    found = _OLDER.search(text, head, enclosed_from(text)) if head > 0 else None
    return found.start() if found and len(text[head : found.start()].strip()) >= _LEAST else None


def enclosed_from(text: str) -> int:
    """Return where what a mail encloses begins, below a line that names it; the text's end if it encloses nothing."""
    found = _ENCLOSED.search(text)
    return found.start() if found else len(text)


def is_mail(text: str) -> bool:
    """Tell whether a text opens with the head of a mail: who, to whom, when, on what."""
    if "From:" not in text[:_HEAD] and "Subject:" not in text[:_HEAD]:
        return False
    return len(_FIELD.findall(text[:_HEAD])) >= 3


def is_field(line: str) -> bool:
    """Tell whether a line is one of a mail's head."""
    return bool(_FIELD.match(line))


def subject_of(text: str) -> str | None:
    """Return what a mail's head says that it is about, without the marks of replies."""
    found = _SUBJECT.search(text, 0, _HEAD)
    return " ".join(found["words"].split()) if found else None


def older_note(text: str, start: int) -> str:
    """Return what the reader should be told of the messages that stand from `start` on, which are not read."""
    found = list(_MESSAGE.finditer(text, start))
    days = [f"{d.day:%B} {d.day.day}, {d.day.year}" for m in found if m["on"] for d in find_dates(m["on"])]
    count = max(1, len(found))
    of = f" (of {' and '.join(days)})" if days and len(days) == count else ""
    said = "An earlier message quoted below was" if count == 1 else f"{count} earlier messages quoted below were"
    return f"{said} not read{of}: what they ask is not listed here."
