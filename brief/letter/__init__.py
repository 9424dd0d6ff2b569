"""A document is taken apart into its letters: parts, people, dates, lists, authorities."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brief.document import Document
    from brief.letter.anatomy import Letter


def letters(document: Document) -> tuple[Letter, ...]:
    """Return the letters that a document holds or reports, in order; a letter merely mentioned in passing is none."""
    from dataclasses import replace

    from brief.letter.assembly import letters as assembled
    from brief.letter.assembly import restored
    from brief.letter.capitals import evened
    from brief.letter.damage import damaged_note, mended

    text = evened(mended(document.text))
    if text is document.text:
        return assembled(document)
    found = (restored(one, document) for one in assembled(replace(document, text=text)))
    note = damaged_note(document.text)
    return tuple(replace(one, notes=(*one.notes, note)) if note else one for one in found)
