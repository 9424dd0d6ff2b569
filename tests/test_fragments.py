"""Pieces of names, people who are not asked, and miscounted signers are objected to; short names are not."""

from __future__ import annotations

import pytest
from sample import make

from brief.audit import audit_claim, status_of
from brief.audit.passage import Passage
from brief.audit.strength import check_asking
from brief.evidence import Claim
from brief.ground import ground
from brief.letter.card import Recipient

OPEN = "We urge you to let the Tidal Works Board open the gates at Pell Weir before May, when Kestria needs the water."
STEPS = "I would ask that you take the following steps."
SECOND = "Second, bring the towns to one table."
LETTER = make(
    f"Dear Secretary Varga:\n\n{OPEN} The River Safety Fund pays for it, and a board of trade looks on. {STEPS} First, "
    f"keep the officer. {SECOND}\n\nSincerely,\n\nAda Brook",
    first="We urge",
    last="table.",
    senders=("Ada Brook", "Bo Lund"),
    recipients=(Recipient(name="Ilse Varga", office="Secretary of Energy", as_stated="Secretary Varga"),),
)


def status(text: str, role: str = "background") -> str:
    claim = Claim(text=text, evidence=ground([OPEN], LETTER))
    return status_of(audit_claim(claim, LETTER, role=role))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "The Tidal Works Board should open the gates at Safety before May.",
        "The Tidal Works Board should open the gates at Pell Weir before May, for the Kestria.",
        "The Tidal Works Board should open the gates at Board before May.",
    ],
)
def test_a_piece_of_a_name_is_no_name(text: str) -> None:
    assert status(text) != "supported"


@pytest.mark.parametrize(
    "text",
    [
        "The Board should open the gates at Pell Weir before May, when Kestria needs the water.",
        "Board members should open the gates at Pell Weir before May.",
        "Tidal Works Board Should Open Gates at Weir Before May",
    ],
)
def test_a_short_name_is_one(text: str) -> None:
    assert status(text) == "supported"


def test_a_name_that_the_letter_does_not_have_is_not_excused_by_the_office_behind_it() -> None:
    assert status("Let the Foskett Works Board open the gates at Pell Weir before May.") == "unsupported"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Ada Brook and Bo Lund urge Secretary Varga to let the gates at Pell Weir be opened.", True),
        ("Ada Brook and Bo Lund urge Energy to let the gates at Pell Weir be opened.", True),
        ("Ada Brook and Bo Lund urge Kestria to let the gates at Pell Weir be opened.", False),
        ("2 senders led by Ada Brook urge Secretary Varga to let the gates at Pell Weir be opened.", True),
        ("3 senders led by Ada Brook urge Secretary Varga to let the gates at Pell Weir be opened.", False),
        ("2 senders led by Kestria urge Secretary Varga to let the gates at Pell Weir be opened.", False),
        ("Ada Brook and 7 others urge Secretary Varga to let the gates at Pell Weir be opened.", False),
    ],
)
def test_a_bottom_line_tells_how_many_ask_whom(text: str, right: bool) -> None:
    assert (status(text, "bottom_line") == "supported") is right


def test_what_goes_on_from_a_sentence_is_led_by_it() -> None:
    passage = Passage.of(ground([SECOND], LETTER), LETTER)

    assert [s.of(LETTER.document.text) for s in passage.lead_spans] == [STEPS]
    assert list(check_asking(passage, "action")) == []
