"""A document is taken apart into its letters: parts, people, dates, lists, authorities."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brief.document import Document
    from brief.letter.anatomy import Letter


def letters(document: Document) -> tuple[Letter, ...]:
    """Return the letters that a document holds or reports, in order; a letter merely mentioned in passing is none."""
    from brief.letter.through import read

    return read(document)
