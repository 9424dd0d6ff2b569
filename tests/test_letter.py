"""Letters are found in a document with their own text, kind, date, senders and recipients."""

from __future__ import annotations

import hashlib

from brief.document import Block, Document
from brief.letter import letters


def document(text: str, name: str = "page.txt") -> Document:
    return Document(name, text, hashlib.sha256(text.encode()).hexdigest(), blocks=(Block("paragraph", 0, len(text)),))


RELEASE = """\
Senators Urge Secretary to Reopen the Ferry

WASHINGTON – Today, U.S. Sens. Odalys Brannigan (D-OR) and Marcus Thistlewood (R-Colo.) sent a letter to Transportation
Secretary Pernille Aguirre-Voss urging her to reopen the Lower Maren ferry.

“The ferry is how people get to work,” said Senator Brannigan. “It should run.”

Full text of the letter is below:

May 3, 2022

The Honorable Pernille Aguirre-Voss
Secretary of Transportation
1200 New Jersey Avenue SE
Washington, DC 20590

Dear Secretary Aguirre-Voss:

We write about the Lower Maren ferry, which has not run since January, and about the people who depend on it every day.

We urge you to reopen the ferry before the summer. Please tell us by June 1, 2022 when it will run again.

Sincerely,

###
"""


def test_a_release_that_holds_a_letter_gives_its_own_text_and_nothing_else() -> None:
    (letter,) = letters(document(RELEASE))
    assert letter.card.kind == "full"
    assert letter.text.startswith("We write about the Lower Maren ferry")
    assert letter.text.endswith("when it will run again.")
    assert [(p.name, p.party, p.state) for p in letter.card.senders] == [
        ("Odalys Brannigan", "D", "OR"),
        ("Marcus Thistlewood", "R", "CO"),
    ]
    assert [(r.name, r.office) for r in letter.card.recipients] == [
        ("Pernille Aguirre-Voss", "Secretary of Transportation")
    ]
    assert (letter.card.date, letter.card.date_basis) == ("2022-05-03", "letter")
    assert [(s.speaker, s.text.split(",")[0]) for s in letter.statements] == [
        ("Senator Brannigan", "The ferry is how people get to work")
    ]


def test_parts_do_not_overlap_and_cover_all_that_is_not_blank() -> None:
    (letter,) = letters(document(RELEASE))
    text = letter.document.text
    covered = "".join(text[p.start : p.end] for p in letter.parts)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in zip(letter.parts, letter.parts[1:], strict=False))


def test_a_document_without_a_letter_is_read_whole_and_says_so() -> None:
    (letter,) = letters(document("The ferry opened on Monday.\n\nIt was built in 1974 and repaired twice.\n"))
    assert letter.text == "The ferry opened on Monday.\n\nIt was built in 1974 and repaired twice."
    assert "whole text was read as one letter" in letter.notes[0]


def test_a_letter_of_one_line_is_a_letter() -> None:
    (letter,) = letters(document("Dear Secretary Vane:\n\nWe urge you to act now.\n\nSincerely,\nAda Birch\n"))
    assert (letter.card.kind, letter.text, letter.notes) == ("full", "We urge you to act now.", ())
    assert [p.name for p in letter.card.senders] == ["Ada Birch"]
    assert [(r.name, r.office) for r in letter.card.recipients] == [("Vane", "Secretary")]


def test_nothing_but_page_furniture_holds_no_letter() -> None:
    assert letters(document("Home\n\nShare on Twitter\n\nRead more\n")) == ()
    assert letters(document("")) == ()
