"""Pages that have lost their line breaks or quotation marks are read as if they had kept them."""

from __future__ import annotations

import hashlib

import pytest

from brief.document import Block, Document
from brief.letter import letters
from brief.letter.anatomy import Letter
from brief.letter.lines import paragraphs


def document(text: str) -> Document:
    return Document(
        "page.txt", text, hashlib.sha256(text.encode()).hexdigest(), blocks=(Block("paragraph", 0, len(text)),)
    )


def only(text: str) -> Letter:
    (letter,) = letters(document(text))
    return letter


def pieces(text: str) -> list[str]:
    return [p.of(text) for p in paragraphs(document(text))]


RELEASE = (
    "Birch Asks About Fort Maren  March 21, 2013 WASHINGTON – Congresswoman Ada Birch (D-MA) wrote to Secretary Hale "
    "today about the closing of bases. “We need answers before the summer,” said Birch. "
    "A copy of the letter is below.  "
)
LETTER = (
    "March 20, 2013 The Honorable Chuck Hale Secretary of Defense 1400 Defense Pentagon Washington, DC 20301-1400  "
    "Dear Secretary Hale: We write to ask about the closing of bases in our state. We urge you to keep Fort Maren open."
    "  Sincerely,  Ada Birch Member of Congress"
)


def test_a_letter_in_the_midst_of_one_line_is_found_with_all_its_parts() -> None:
    letter = only(RELEASE + LETTER)
    assert (letter.card.kind, letter.card.date, letter.card.date_basis) == ("full", "2013-03-20", "letter")
    assert letter.text.startswith("We write to ask")
    assert letter.text.endswith("keep Fort Maren open.")
    assert [(r.name, r.office) for r in letter.card.recipients] == [("Chuck Hale", "Secretary of Defense")]
    assert [(p.name, p.party) for p in letter.card.senders] == [("Ada Birch", "D")]
    assert [(s.speaker, s.text) for s in letter.statements] == [("Ada Birch", "We need answers before the summer,")]


def test_an_address_without_line_breaks_gives_office_and_department() -> None:
    block = (
        "The Honorable Chuck Hale Attorney General U.S. Department of Justice 950 Elm Avenue, NW Washington, DC 20530"
    )
    letter = only(
        f"May 2, 2011\n\n{block}\n\nDear Attorney General Hale:\n\nPlease reopen the ferry.\n\nSincerely,\nBo Ash"
    )
    assert [r.office for r in letter.card.recipients] == ["Attorney General, U.S. Department of Justice"]


def test_signers_run_together_under_their_rules_are_parted_by_wide_gaps() -> None:
    rule = "_________________     _________________"
    signed = (
        f"Sincerely, {rule}  Ellen Stone     Nancy Brook  Member of Congress     Minority Leader  {rule}  "
        "Barbara Hill      George Vale  Member of Congress  Member of Congress"
    )
    letter = only(f"Dear Secretary Hale:  We write to ask you to repair the weirs of the Lower Maren.  {signed}")
    assert [p.name for p in letter.card.senders] == ["Ellen Stone", "Nancy Brook", "Barbara Hill", "George Vale"]


def test_wide_gaps_part_paragraphs_unless_every_sentence_ends_with_one() -> None:
    filler = "The weirs of the Lower Maren are old and the water is high, as everybody who lives there knows"
    assert len(pieces(f"{filler}. {filler}.  {filler}. {filler}.")) == 2
    typed = f"{filler}.  {filler}.  {filler}."
    assert pieces(typed) == [typed]


def test_a_dateline_that_has_lost_its_dash_stays_with_its_sentence() -> None:
    line = "WASHINGTON, D.C.  Senator Ada Birch (D-MA) has sent a letter to Transportation Secretary Cy Dole, " * 2
    assert len(pieces(line)) == 1


def test_quotations_side_by_side_on_one_line_are_all_read() -> None:
    letter = only(
        "WASHINGTON – Senator Mia Lee (R-UT) sent a letter to Secretary of the Interior Cy Dole "
        "about the wolves that come to the farms of the high valleys.\n\n"
        '"This is not a small matter. Since 1973 we have waited," said Lee. "The bill would end the waiting at last."  '
        '"It is crucial that farmers are heard," said Lee. "Often they are not heard at all by those who decide."'
    )
    assert [s.speaker for s in letter.statements] == ["Mia Lee", "Mia Lee"]
    assert letter.statements[1].text.startswith("It is crucial")
    assert letter.statements[1].text.endswith("by those who decide.")


@pytest.mark.parametrize("when", ["", " today", " on Friday", " in a statement"])
def test_a_statement_without_quotation_marks_is_known_by_who_said_it(when: str) -> None:
    letter = only(
        "Congresswoman Ada Birch (D-MA) sent a letter to Interior Secretary Cy Dole asking for repairs of dams.\n\n"
        f"We must repair dams, Congresswoman Birch said{when}. We cannot wait for another flood to take our homes.\n"
    )
    (said,) = letter.statements
    assert said.speaker == "Congresswoman Ada Birch"
    assert said.text.startswith("We must repair dams")
    assert said.text.endswith("take our homes.")


def test_a_date_of_digits_alone_dates_a_letter_sent_today() -> None:
    letter = only(
        "05.06.01\n\nBirch Writes on the Weirs\n\nCongresswoman Ada Birch (D-MA) sent a letter today to Secretary "
        "of the Interior Cy Dole urging him to repair the weirs.\n"
    )
    assert (letter.card.kind, letter.card.date, letter.card.date_basis) == ("reported", "2001-05-06", "release")


def test_a_long_line_that_breaks_off_within_a_sentence_goes_on() -> None:
    first = f"The gate of the harbor {'has been closed again and ' * 6}under an amendment to the"
    text = f"{first}\nHarbors Act of 1961, which bars it.\nA second paragraph."

    assert [p.of(text).split("\n")[0] for p in paragraphs(Document("x", text, ""))] == [first, "A second paragraph."]
