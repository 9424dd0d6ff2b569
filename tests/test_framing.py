"""A bottom line that carries the letter's words is told from one that changes or adds any."""

from __future__ import annotations

import pytest
from sample import make

from brief.audit import audit_claim, status_of
from brief.audit.framing import around_quotation, frame_of, plain_quotation
from brief.audit.passage import Passage
from brief.evidence import Claim
from brief.ground import ground
from brief.letter.card import Recipient

OPEN = "We urge you to direct the Board to open the weir at Brennick before 12 May."
SELL = "We ask you not to sell the land beside the weir to anybody."
LETTER = make(
    f"Dear Secretary Varga:\n\n{OPEN} {SELL}\n\nSincerely,\n\nAda Brook",
    first="We urge",
    last="anybody.",
    senders=("Ada Brook",),
    recipients=(Recipient(name="Ilse Varga", office="Secretary of Energy", as_stated="Secretary Varga"),),
)
CARRIED = "Ada Brook urges Secretary Varga to direct the Board to open the weir at Brennick before 12 May."


def around(text: str, quote: str = OPEN) -> str | None:
    return around_quotation(text, Passage.of(ground([quote], LETTER), LETTER))


def test_words_of_the_quotation_between_who_asks_and_whom_are_carried() -> None:
    assert around(CARRIED) == "Ada Brook urges Secretary Varga …."
    assert around("Ada Brook urges Secretary Varga to “open the weir at Brennick before 12 May”.")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brook, in a letter to Secretary Varga, asks the Board to open the weir at Brennick before 12 May.",
        "As reported, Ada Brook, in a letter to Secretary Varga, asks to open the weir at Brennick before 12 May.",
        "On the weir at Brennick before 12 May, Ada Brook urges Secretary Varga to direct the Board to open it.",
        "Ada Brook writes: “We urge you to direct the Board to open the weir at Brennick before 12 May”.",
    ],
)
def test_the_frame_of_a_letter_to_somebody_is_known(text: str) -> None:
    frame = frame_of(text)

    assert frame is not None
    assert frame["who"] == "Ada Brook"
    assert frame["to"].startswith(("Secretary Varga", ":")) or not frame["to"]
    assert around(text) or "open it" in text


@pytest.mark.parametrize(
    "text",
    [
        "Secretary Varga, in a letter to Ada Brook, asks the Board to open the weir at Brennick before 12 May.",
        "On the weir at Brennick, Secretary Varga, in a letter to Ada Brook, asks the Board to open the weir there.",
        "Ada Brook, in a letter to the Board, asks Secretary Varga to close the weir at Brennick before 12 May.",
        "Bo Lund and Ada Brook, in a letter to Secretary Lund, ask the Board to open the weir before 12 May.",
    ],
)
def test_the_wrong_side_of_a_letter_to_somebody_is_objected_to(text: str) -> None:
    claim = Claim(text=text, evidence=ground([OPEN], LETTER))

    assert status_of(audit_claim(claim, LETTER, role="bottom_line")) != "supported"


@pytest.mark.parametrize(
    "changed",
    [
        CARRIED.replace("12", "13"),
        CARRIED.replace("before", "after"),
        CARRIED.replace("May.", "May, and to pay for it."),
        CARRIED.replace("Brook", "Brook and the Mayor"),
        CARRIED.replace("urges", "and five ministers urge"),
        CARRIED.replace("open", "close"),
    ],
)
def test_a_line_with_any_other_word_is_checked_in_full(changed: str) -> None:
    assert around(changed) is None


@pytest.mark.parametrize(
    ("text", "quote", "check"),
    [
        ("Secretary Varga urges Ada Brook to direct the Board to open the weir at Brennick.", OPEN, "actors"),
        ("Ada Brook asks Secretary Varga to sell the land beside the weir to anybody.", SELL, "polarity"),
    ],
)
def test_carried_words_are_still_held_against_frame_and_denial(text: str, quote: str, check: str) -> None:
    found = audit_claim(Claim(text=text, evidence=ground([quote], LETTER)), LETTER, role="bottom_line")

    assert check in {f.check for f in found}


def test_two_pieces_of_a_quotation_are_carried_but_not_one_that_it_denies() -> None:
    both = "We urge you to open the weir before 12 May, and not to wait for the survey of the bed."
    letter = make(
        f"Dear Secretary Varga:\n\n{both}\n\nSincerely,\n\nAda Brook", first="We", last="bed.",
        senders=("Ada Brook",), recipients=(Recipient(name="Ilse Varga", as_stated="Secretary Varga"),),
    )  # fmt: skip
    passage = Passage.of(ground([both], letter), letter)
    asked = "Ada Brook urges Secretary Varga to open the weir before 12 May and"

    assert around_quotation(f"{asked} not to wait for the survey.", passage)
    assert around_quotation(f"{asked} to wait for the survey.", passage) is None


def test_marks_of_quoting_are_no_words_of_the_claim() -> None:
    assert plain_quotation("As reported: “They ask for the log”.") == "They ask for the log"
