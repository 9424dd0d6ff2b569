"""Letters are found in a document with their own text, kind, date, senders and recipients."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.document import Block, Document
from brief.letter import addressee_phrases, letters, names


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
        ("Senator Odalys Brannigan", "The ferry is how people get to work")
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


def test_a_release_that_reports_a_letter_says_what_it_does_not_list() -> None:
    text = (
        "Lawmakers Write on Locks\n\nMarch 3, 2017\n\n"
        "On March 2, 2017, six Republican senators, led by Ada Birch (R-TX) and Cy Dole (R-CO), sent a letter to the "
        "Secretary of the Treasury, Eve Frost. They offer 10 specific actions that the Department could take.\n"
    )
    (letter,) = letters(document(text))
    assert (letter.card.kind, letter.card.date, letter.card.date_basis) == ("reported", "2017-03-02", "release")
    assert letter.unlisted == ("10 specific actions",)
    assert letter.card.senders_unnamed == "4 others of “six Republican senators”"
    assert [(r.name, r.office) for r in letter.card.recipients] == [("Eve Frost", "Secretary of the Treasury")]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Health and Human Services Secretary Ada Birch", [("Ada Birch", "Secretary of Health and Human Services")]),
        ("Ada Birch, CEO of Lumen, and Cy Dole", [("Ada Birch", "CEO of Lumen"), ("Cy Dole", None)]),
        ("the Secretary of Treasury, Ada Birch", [("Ada Birch", "Secretary of the Treasury")]),
        ("President Birch and the U.S. Department of State", [("Birch", "President"), (None, "Department of State")]),
        ("Bureau of Alcohol, Firearms and Weirs (BAFW)", [(None, "Bureau of Alcohol, Firearms and Weirs (BAFW)")]),
        ("National Weir and Lock Administration (NWLA)", [(None, "National Weir and Lock Administration (NWLA)")]),
        ("Meta and Twitter", [(None, "Meta"), (None, "Twitter")]),
    ],
)
def test_a_phrase_falls_into_its_addressees(phrase: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert [(r.name, r.office) for r in addressee_phrases.phrase(phrase)] == expected


@pytest.mark.parametrize(
    ("stated", "party", "state", "district"),
    [
        ("Ada Birch (D-MA)", "D", "MA", None),
        ("Ada Birch (R-Wis.)", "R", "WI", None),
        ("Ada Birch (CA-07)", None, "CA", "7"),
        ("Ada Birch (D, WA-06)", "D", "WA", "6"),
        ("Ada Birch, M.D. (D-CA-53)", "D", "CA", "53"),
        ("Ada Birch (Mont.)", None, "MT", None),
        ("Ada Birch, R-TX", "R", "TX", None),
        ("Ada Birch (AK-At Large)", None, "AK", "At-Large"),
    ],
)
def test_brackets_tell_party_state_and_district(
    stated: str, party: str | None, state: str, district: str | None
) -> None:
    (one,) = names.bracketed(stated)
    assert (one.name, one.party, one.state, one.district) == ("Ada Birch", party, state, district)


PIECES = st.sampled_from(
    [
        "Dear Secretary Vane:", "Sincerely,", "“We write to you,” said Sen. Birch (D-MA).", "###", "May 3, 2022",
        "The Honorable Ada Birch", "We urge you to act on the matter before the summer, as the law requires of you.",
        "Full text of the letter:", "1. Why?", "cc: Cy Dole", "Page 2", "Read more", "(R-", "“", '"', "Senators", "\t",
        "Reps. Ada Birch (NJ-3) and 12 other members sent a letter to President Dole today.", "[1] See above.", "—",
    ]
)  # fmt: skip


@given(st.lists(st.tuples(PIECES, st.sampled_from(["\n\n", "\n", " ", ""])), max_size=25))
@settings(max_examples=150, deadline=None)
def test_whatever_the_page_its_parts_cover_it_and_bodies_lie_within(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + gap for piece, gap in pieces)
    for letter in letters(document(text)):
        assert all(a.end <= b.start for a, b in zip(letter.parts, letter.parts[1:], strict=False))
        assert "".join("".join(text[p.start : p.end] for p in letter.parts).split()) == "".join(text.split())
        assert all(0 <= s.start < s.end <= len(text) for s in letter.body)
        assert all(text[s.evidence.start : s.evidence.end] == s.evidence.quote for s in letter.statements)


def test_initials_are_an_addressee_where_nobody_else_is_named() -> None:
    lede = (
        "WASHINGTON, D.C. – In a letter sent yesterday, Congresswoman Ada Birch (D-MA) called on the FWA for ferries."
    )
    (letter,) = letters(document(f"March 3, 2020\n\n{lede}\n"))
    assert [(r.name, r.office) for r in letter.card.recipients] == [(None, "FWA")]
    assert (letter.card.date, letter.card.date_basis) == ("2020-03-02", "release")
    (named,) = letters(
        document(f"{lede} She wrote to FWA Administrator Cy Dole about the ferries of the Lower Maren.\n")
    )
    assert [(r.name, r.office) for r in named.card.recipients] == [("Cy Dole", "FWA Administrator")]


def test_a_salutation_gives_the_title_that_an_address_leaves_out() -> None:
    head = "May 3, 2022\n\nThe Honorable Eve Frost\nU.S. Department of Justice\nWashington, DC 20530\n\n"
    (letter,) = letters(
        document(f"{head}Dear Attorney General Frost:\n\nPlease reopen the ferry.\n\nSincerely,\n\nBo Ash\n")
    )
    assert [r.office for r in letter.card.recipients] == ["Attorney General, U.S. Department of Justice"]


def test_a_contact_line_or_a_trail_of_links_is_no_title() -> None:
    for line in (
        "Contact: press_office@birch.example, (202) 555-0171 (Jo Elm)",
        "Rep. Birch » Media Center » Letters to Them",
    ):
        (letter,) = letters(document(RELEASE.replace("\n\nWASHINGTON", f"\n\n{line}\n\nWASHINGTON", 1)))
        assert letter.card.title == "Senators Urge Secretary to Reopen the Ferry"


def test_paragraphs_from_the_letter_are_an_excerpt() -> None:
    lede = "WASHINGTON – Congresswoman Ada Birch (D-MA) sent a letter to Interior Secretary Cy Dole on the dams."
    own = "The dams of the Lower Maren were built in 1931 and have never been repaired. We ask that you inspect each."
    (letter,) = letters(
        document(f"{lede}\n\nFrom the letter:\n\n{own}\n\nWe also ask that you pay for the town’s sirens.\n")
    )
    assert (letter.card.kind, letter.text.split(".")[0]) == ("excerpt", own.split(".")[0])


def test_a_list_of_signers_is_read_where_a_comma_is_forgotten() -> None:
    lede = "Congressman Bo Ash (CA-11) led three colleagues in a letter to Interior Secretary Cy Dole about the dams."
    listed = (
        "The letter was signed by Representatives Jo Elm (CA-02) Sara Fir (CA-53), Ty Yew (CA-14), and Bo Ash (CA-11)."
    )
    (letter,) = letters(document(f"WASHINGTON – {lede}\n\n{listed}\n"))
    assert [p.name for p in letter.card.senders] == ["Bo Ash", "Jo Elm", "Sara Fir", "Ty Yew"]
    assert letter.card.senders_unnamed is None
