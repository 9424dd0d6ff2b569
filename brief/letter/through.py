"""Letters read through what hides them: capitals throughout, the damage of a scan, older mails quoted below."""

from __future__ import annotations

import re
from dataclasses import replace

from brief.document import Document, Span
from brief.letter.anatomy import Letter, Part
from brief.letter.assembly import letters, restored
from brief.letter.capitals import evened
from brief.letter.damage import damaged_note, mended
from brief.letter.threads import enclosed_from, is_field, is_mail, older_from, older_note, subject_of

_SEEN = re.compile(r"[^\n]")


def read(document: Document) -> tuple[Letter, ...]:
    """Return the letters that a document holds or reports, in order, with notes on what hid them.

    What is read is a text of the same length; every quote and offset of the letters is of the document's own.
    """
    text = document.text
    older = _older(text)
    seen = evened(mended(text))
    if older is not None:
        seen = seen[: older.start] + _SEEN.sub(" ", older.of(seen)) + seen[older.end :]
    if seen is text:
        found = letters(document)
    else:
        notes = [damaged_note(text), older_note(text, older.start) if older is not None else None]
        found = tuple(
            _noted(restored(one, document), [n for n in notes if n], older)
            for one in letters(replace(document, text=seen))
        )
    subject = subject_of(text) if is_mail(text) else None
    return tuple(_titled(one, subject) for one in found) if subject else found


def _older(text: str) -> Span | None:
    """Where the older messages quoted in a mail stand: up to what it encloses, or the end."""
    start = older_from(text)
    if start is None:
        return None
    return Span(start, enclosed_from(text))


def _noted(letter: Letter, notes: list[str], older: Span | None) -> Letter:
    """Add notes to a letter, and to its parts the older messages below it, which are none of its own."""
    text = letter.document.text
    parts = letter.parts
    if older is not None:
        quoted = older.of(text)
        begin, end = older.start + len(quoted) - len(quoted.lstrip()), older.start + len(quoted.rstrip())
        parts = tuple(sorted((*parts, Part("noise", begin, end)), key=lambda part: part.start))
    return replace(letter, parts=parts, notes=(*letter.notes, *notes))


def _titled(letter: Letter, subject: str) -> Letter:
    """Put a mail under its own subject, if the page gives it no headline."""
    title = letter.card.title or ""
    made = title.startswith("Letter") or title == subject or letter.card.kind == "none" or is_field(title)
    return replace(letter, card=letter.card.model_copy(update={"title": subject})) if made else letter
