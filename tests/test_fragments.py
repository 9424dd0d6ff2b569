"""Pieces of names, people who are not asked, and miscounted signers are objected to; short names are not."""

from __future__ import annotations

import pytest
from sample import make

from brief.audit import audit_claim, fragments, status_of
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


MET = "The Tidal Works Board met at Pell Weir in Kestria."
TOWNS = make(
    f"{MET} The River Safety Fund pays for it, in full safety, and a board of trade looks on. The Lock Trust of Sarn "
    "took the Harbor Road, and so did the towns on the Ardle. The Fund was glad, and Works was not. Mr. Hale of the "
    "Marine Mission wrote. The Secretary of Rivers, the Rivers Committee and the NRB Fund came to O’Neil Road by the "
    "March Fair, a march of boats, to Congress Street, a congress of towns, past Ox Road, an ox, and to the Narrows, "
    "where it narrows.",
    senders=("Ada Prairie",),
    recipients=(Recipient(name="Ilse Varga", office="Secretary of Rivers", as_stated="Secretary Varga"),),
)


def told(text: str) -> list[str]:
    return [f.words for f in fragments.check(text, Passage.of(ground([MET], TOWNS), TOWNS))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It met at Safety.", "Safety"),  # a word of the letter, as a name only in a longer one
        ("They met at Harbor in May.", "Harbor"),  # a word of any dictionary, never the last of its name
        ("They met by Board.", "Board"),  # the head of an institution, without its article
        ("The Board members met at Trust.", "Trust"),
        ("The safety board met at Lock’s gate.", "Lock"),
        ("The Board met for the Kestria.", "the Kestria"),  # named without an article only
        ("They heard of the Works.", "the Works"),  # by itself, but never under "the"
        ("The Works is glad.", "the Works"),
        ("They met at Narrows.", "Narrows"),  # under an article only
        ("They met at Lock’s Gate.", "Lock"),  # no longer name goes on behind a possessive
        ("They met at Sarn’s Lock.", "Lock"),
        ("The towns wrote to Secretary.", "Secretary"),  # a title that the heads have, but not so
        ("The towns met by Committee.", "Committee"),
    ],
)
def test_what_the_document_never_has_so_is_told(text: str, words: str) -> None:
    assert told(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Safety pays for it.",  # any sentence opens with a capital
        "The board, Safety, met.",  # beside what it names
        "Trust members met, as did Safety officers.",  # before what it only describes
        "They met at Pell, and at Weir.",  # no words of any dictionary, or the last of their name
        "The Fund met at the Weir.",  # heads that stand under "the" elsewhere, or end a name
        "They heard of Works.",  # bare in the document too
        "They heard of the Lock in Sarn and the Lock Trust.",  # goes on to the name
        "They heard of Prairie and the Prairie.",  # a signer's
        "They met at Fund’s gate, on Ardle.",  # under an article there, and bare here
        "They met in March.",  # a month
        "They asked Congress.",  # as any brief may call it
        "They met at Ox, as did the NRB and the O’Neil.",  # too short, an acronym, more than a word
        "They heard of the Works members.",
        "Towns met by Committee.",  # no article anywhere, as in a note
        "Met by Board at Pell Weir",  # a headline has no articles
        "THEY MET BY BOARD.",
    ],
)
def test_what_may_stand_alone_passes(text: str) -> None:
    assert told(text) == []


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
