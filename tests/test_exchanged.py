"""Names in each other's place are objected to; a sentence turned round that says the same is not."""

from __future__ import annotations

import pytest
from sample import make

from brief.audit import audit_claim, bindings, exchanged
from brief.audit.passage import Passage
from brief.audit.roles import roles
from brief.evidence import Claim
from brief.ground import ground
from brief.letter.card import Recipient

TEXT = """Dear Secretary Varga:

Kestria pays Morland for the water that reaches the port of Ondale. The Harrow Group told the Weir Commission in May \
that Kestria and Morland would share the cost. Tolland Pump Works and Essery Trade House sold the pumps. The levy was \
lifted by the Commission, and the Secretary of the Treasury signed the order. Governor Lund wrote to Senator Ashby. \
We urge you to resume talks with Kestria and to keep the Morland licenses. The barrage at Ferrow holds enough water \
for Ondale. Essery lost the papers.

Sincerely,

Ada Brook
Governor of Westmark"""
LETTER = make(
    TEXT,
    first="Kestria pays",
    last="the papers.",
    senders=("Ada Brook",),
    recipients=(Recipient(name="Ilse Varga", office="Secretary of Energy", as_stated="Secretary Varga"),),
)
SENTENCES = [s + "." for s in TEXT.split("\n\n")[1].rstrip(".").split(". ")]


def passage(text: str) -> Passage:
    """The sentence of the letter that shares most words with a claim."""
    words = set(text.lower().replace(".", "").split())
    best = max(SENTENCES, key=lambda s: len(words & set(s.lower().replace(".", "").split())))
    return Passage.of(ground([best], LETTER), LETTER)


@pytest.mark.parametrize(
    "text",
    [
        "Morland pays Kestria for water.",
        "Water reaches the port of Morland, and Kestria pays Ondale for it.",
        "In May the Weir Commission told the Harrow Group of the cost.",
        "The Secretary of Energy urges the Governor to resume talks with Kestria.",
        "The letter asks to keep the Kestrian licenses and resume talks with Morland.",
        "The barrage at Ondale holds enough water for Ferrow.",
    ],
)
def test_names_in_each_other_s_place_are_told(text: str) -> None:
    assert [f.check for f in exchanged.check(text, passage(text))] == ["actors"]


@pytest.mark.parametrize(
    "text",
    [
        "Morland is paid by Kestria for water.",
        "For the water, Morland gets money that Kestria pays.",
        "The Weir Commission was told in May by the Harrow Group that Morland and Kestria would share the cost.",
        "Governor Brook urges the Secretary to resume talks with Kestria.",
        "Ondale has enough water in the barrage at Ferrow.",
        "The Commission lifted the levy.",
        "Kestria's talks should be resumed and Morland's licenses kept.",
        "Morland and Kestria would share the cost, the Harrow Group told the Commission.",
    ],
)
def test_the_same_said_in_another_order_passes(text: str) -> None:
    assert not [*exchanged.check(text, passage(text))]


KINDS = """The ministry passed to the embassy a list of the growers. Firms must notify the government of each sale. \
Security forces attacked students at Ondale and sent four of them to the island. The Weir Commission, said Director \
Pell, would move money from the Harrow Fund to the growers. She worked in Ondale from May 2020 to June 2021, and was \
praised in August. Essery is in the care of the Tolland Pump Board."""
KIND_LETTER = make(KINDS, recipients=(Recipient(name="Ilse Varga", office="Secretary", as_stated="Secretary Varga"),))


def objections(text: str, sentence: int) -> list[str]:
    spans = [s if s.endswith(".") else f"{s}." for s in KINDS.split(". ")]
    claim = Passage.of(ground([spans[sentence]], KIND_LETTER), KIND_LETTER)
    return [f.what for f in exchanged.check(text, claim)]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("The embassy passed to the ministry a list.", 0),
        ("The government must notify firms of sales.", 1),
        ("Four students were sent away after they attacked the security forces.", 2),
        ("The Commission would move money from the growers to the Harrow Fund.", 3),
        ("The Commission, said Director Varga, would move money.", 3),
        ("She worked in Ondale from June 2021 to May 2020.", 4),
        ("The Commission would move money from Essery.", 3),
    ],
)
def test_kinds_of_people_in_each_other_s_place_are_told(text: str, sentence: int) -> None:
    assert objections(text, sentence)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("A list of growers was passed to the embassy by the ministry.", 0),
        ("The government must be notified by firms of each sale.", 1),
        ("Students in Ondale were attacked by the security forces.", 2),
        ("The growers would get money that the Commission moved from the Harrow Fund.", 3),
        ("In August she was praised; to June 2021, from May 2020, she had worked in Ondale.", 4),
        ("TPB has Essery in its care.", 5),
        ("The Secretary is asked to see to Essery.", 5),
    ],
)
def test_kinds_of_people_in_the_passive_pass(text: str, sentence: int) -> None:
    assert objections(text, sentence) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Secretary of Harrow signed the order.",
        "The Treasury Group told the Weir Commission so.",
        "Essery Pump Works sold the pumps with Tolland Trade House.",
        "Senator Lund wrote to Governor Ashby.",
        "Secretary Lund wrote to Ashby.",
        "The levy was lifted by the Harrow Commission.",
    ],
)
def test_words_of_names_that_the_letter_has_apart_are_told(text: str) -> None:
    found = [*bindings.check(text, passage(text))]
    assert found
    assert {f.check for f in found} == {"names"}


@pytest.mark.parametrize(
    "text",
    [
        "The Treasury Secretary signed the order.",
        "The Department of the Treasury signed the order.",
        "Ashby, a Senator, had a letter from Governor Lund.",
        "Kestrian officials told Harrow that Morland would share the cost.",
        "Westmark Governor Brook asks Energy Secretary Varga for talks.",
    ],
)
def test_an_office_under_another_form_passes(text: str) -> None:
    assert not [*bindings.check(text, passage(text))]


def test_a_claim_with_exchanged_names_is_not_supported() -> None:
    claim = Claim(text="Morland pays Kestria for the water.", evidence=ground([SENTENCES[0]], LETTER))
    assert [f.level for f in audit_claim(claim, LETTER) if f.check == "actors"] == ["likely"]


def test_a_name_hangs_on_its_verb_its_own_things_and_its_prepositions() -> None:
    sentence = "The pumps were shipped to Morland by Kestria; the port of Ondale was closed."
    found = {min(m.keys): m.slots for m in roles(sentence, frozenset())}
    assert ("ship", "to") in found["morland"]
    assert ("clo", "done") not in found["morland"]
    assert ("ship", "does") in found["kestr"]
    assert ("port", "of") in found["ondale"]
