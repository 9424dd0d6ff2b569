"""Letters read through what hides them: capitals throughout, the damage of a scan, older mails quoted below."""

from __future__ import annotations

import re
from dataclasses import replace

from brief.document import Document
from brief.letter.anatomy import Letter, Part
from brief.letter.assembly import letters, restored
from brief.letter.capitals import evened
from brief.letter.damage import damaged_note, mended
from brief.letter.threads import is_mail, older_from, older_note, subject_of

_SEEN = re.compile(r"[^\n]")


def read(document: Document) -> tuple[Letter, ...]:
    """Return the letters that a document holds or reports, in order, with notes on what hid them.

    What is read is a text of the same length; every quote and offset of the letters is of the document's own.
    """
    text = document.text
    older = older_from(text)
    seen = evened(mended(text))
    if older is not None:
        seen = seen[:older] + _SEEN.sub(" ", seen[older:])
    if seen is text:
        found = letters(document)
    else:
        notes = [damaged_note(text), older_note(text, older) if older is not None else None]
        found = tuple(
            _noted(restored(one, document), [n for n in notes if n], older)
            for one in letters(replace(document, text=seen))
        )
    subject = subject_of(text) if is_mail(text) else None
    return tuple(_titled(one, subject) for one in found) if subject else found


def _noted(letter: Letter, notes: list[str], older: int | None) -> Letter:
    """Add notes to a letter, and to its parts the older messages below it, which are none of its own."""
    text = letter.document.text
    parts = letter.parts
    if older is not None:
        begin = older + len(text[older:]) - len(text[older:].lstrip())
        parts = (*parts, Part("noise", begin, len(text.rstrip())))
    return replace(letter, parts=parts, notes=(*letter.notes, *notes))


def _titled(letter: Letter, subject: str) -> Letter:
    """Put a mail under its own subject, if the page gives it no headline."""
    title = letter.card.title or ""
    made = title.startswith("Letter") or title == subject or letter.card.kind == "none"
    return replace(letter, card=letter.card.model_copy(update={"title": subject})) if made else letter
