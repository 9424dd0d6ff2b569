"""Figures stay with what they are of; the chamber and the party are the passage's."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sample import make

from brief.audit import citations, offices, pairing
from brief.audit.passage import Passage
from brief.ground import ground
from brief.letter.card import Person

SENTENCES = (
    "Steel conduit imports are up 577 percent, and semi-finished steel imports have risen by 120 percent.",
    "The office holds 63 unread paper returns and 23 unread amended returns.",
    "Apples, pears and plums fell 70, 50 and 30 percent, respectively, from 2020 to 2022.",
    "Nearly every Democrat and 150 Republicans voted for it in the Senate.",
    "The Senate took the bill up in May.",
)


def passage(sentence: int) -> Passage:
    letter = make("\n\n".join(SENTENCES))
    return Passage.of(ground([SENTENCES[sentence]], letter), letter)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Conduit imports rose 120 percent and those of semi-finished steel 577 percent.", 0),
        ("It holds 23 paper returns and 63 amended ones.", 1),
        ("Paper returns not yet read number 23, amended ones 63.", 1),
        ("150 Democrats voted for it, with nearly all Republicans.", 3),
    ],
)
def test_figures_of_each_other_s_things_are_told(text: str, sentence: int) -> None:
    assert [f.check for f in pairing.check(text, passage(sentence))] == ["figures"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Semi-finished steel imports rose 120 percent and those of conduit 577 percent.", 0),
        ("There are 23 amended returns unread, and 63 paper ones.", 1),
        ("Plums fell 30 percent and apples 70 percent.", 2),
        ("With 150 Republicans, nearly all Democrats voted for it.", 3),
    ],
)
def test_figures_in_another_order_pass(text: str, sentence: int) -> None:
    assert not [*pairing.check(text, passage(sentence))]


HOUSE = "We urge you to bring the Fair Weirs Act to the Senate floor for a vote on land in the North."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bring the Fair Weirs Act to the House floor.", "House floor"),
        ("Vote on land in the South.", "South"),
        ("Bring the Safe Rivers Act to the Senate floor.", "Safe Rivers Act"),
    ],
)
def test_another_chamber_side_or_law_is_told(text: str, words: str) -> None:
    letter = make(f"{HOUSE} The House passed the Safe Rivers Act.", senders=("Ada Brook",))
    own = Passage.of(ground([HOUSE], letter), letter)
    assert any(f.words.endswith(words) for f in (*offices.check_sides(text, own), *citations.check(text, own)))


def test_signers_are_of_their_own_states() -> None:
    letter = make(HOUSE, senders=("Ada Brook",))
    card = letter.card.model_copy(update={"senders": (Person(name="Ada Brook", as_stated="Ada Brook", state="OR"),)})
    own = Passage.of(ground([HOUSE], replace(letter, card=card)), replace(letter, card=card))
    assert [*offices.check_state("Texas Democrats urge the leader to act.", own)]
    assert not [*offices.check_state("Oregon's delegation urges the leader to act.", own)]
    assert not [*offices.check_state("The senators urge Texas to act.", own)]


@pytest.mark.parametrize(
    ("text", "sentence", "wrong"),
    [
        ("The House took the bill up in May.", 4, True),
        ("Senators took the bill up in May.", 4, False),
        ("The White House saw the bill in May.", 4, False),
        ("It passed the House and the Senate.", 4, False),
    ],
)
def test_the_other_chamber_is_told(text: str, sentence: int, wrong: bool) -> None:
    letter = make(SENTENCES[sentence])
    own = Passage.of(ground([SENTENCES[sentence]], letter), letter)
    assert bool([*offices.check_sides(text, own)]) is wrong
