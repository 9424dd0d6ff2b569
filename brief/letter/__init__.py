"""A document is taken apart into its letters: parts, people, dates, lists, authorities.

How a document becomes letters (`through`, then `assembly`):

1. `capitals`, `damage` and `threads` let the rules read what hides a letter; offsets stay those of the document.
2. `lines` finds the paragraphs, `scan` where letters begin and end, `split` how many there are and of what kind, and
   `parts` what part each paragraph plays; `quotations` tells the letter's words from words to the press.
3. `signatures` and `people` find who signs, `signed_as` and `office_held` as what, `members` what the register adds;
   `addressees` and `told` find to whom it goes, `sending` when it was written.
4. `deadlines` (with `due`) and `authorities` (with `law_names` and `cites`) are read in each letter's own text.
5. A `Letter` (`anatomy`) holds it all; of what is not there, `sought` tells which line came nearest.

Beside them stands the grammar of asking, which reads a sentence and not a document: `requests`, and under it `appeals`,
`pleas`, `duties`, `norms` and `vital`, with `actions` and `complements` for what is asked of whom; `lists` reads
numbered items. The rules (`brief/providers/extractive`) and the audit both rest on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brief.document import Document
    from brief.letter.anatomy import Letter


def letters(document: Document) -> tuple[Letter, ...]:
    """Return the letters that a document holds or reports, in order; a letter merely mentioned in passing is none."""
    from brief.letter.through import read

    return read(document)
