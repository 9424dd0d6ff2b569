"""Lists of what is not wanted: their items are never told as asked for, by rule or by a model."""

from __future__ import annotations

import pytest

import brief
from brief.audit.claims import judge
from brief.audit.finding import Role
from brief.evidence import Claim, Evidence
from brief.letter.denied_lists import denies_below, opposes_below
from brief.summary import Action

LETTER = """March 3, 2024

The Honorable Ada Birch
Secretary of Ports

Dear Secretary Birch:

The night ferry has run since 1911. {lead}

1. {0} the night ferry to riders without cars.
2. {1} the fare for the island's nurses.

Thank you.

Sincerely,

Nora Quist
Member of Congress
"""


def asks(lead: str, *verbs: str) -> list[tuple[str, str]]:
    text = LETTER.format(*(verbs or ("Close", "Raise")), lead=lead)
    [letter] = brief.read(text.encode(), name="letter.txt")
    made = brief.summarize(letter, model="extractive")
    return [(a.text, a.status) for a in made.actions]


@pytest.mark.parametrize(
    "lead",
    [
        "At no point should your administration take any of the following actions:",
        "Under no circumstances should the Department do any of the following:",
        "We urge you not to:",
        "The Department must not:",
        "Please do not do the following:",
        "Don’t:",
    ],
)
def test_items_below_a_denial_are_asked_not_to_be_done(lead: str) -> None:
    assert asks(lead) == [
        ("do not close the night ferry to riders without cars", "supported"),
        ("do not raise the fare for the island's nurses", "supported"),
    ]


def test_items_that_are_gerunds_are_to_be_refrained_from() -> None:
    found = asks("We ask that you refrain from the following:", "Closing", "Raising")

    assert found[0] == ("refrain from closing the night ferry to riders without cars", "supported")


@pytest.mark.parametrize(
    "lead",
    [
        "We urge you to reject any provision that would:",
        "You should withdraw the rule, which would:",
        "We ask you to prevent the Harbor Board from doing the following:",
    ],
)
def test_what_an_opposed_thing_would_do_is_told_with_its_opposition(lead: str) -> None:
    [(text, status)] = asks(lead)

    assert text.startswith(("reject", "withdraw", "prevent"))
    assert "Raise the fare" in text
    assert status == "supported"


def test_what_an_opposed_plan_would_do_is_not_asked() -> None:
    assert asks("We oppose any plan to:") == []


@pytest.mark.parametrize(
    "lead",
    [
        "We cannot support the rule until you:",
        "Please tell us why you have not done the following:",
        "We will not rest until you do the following:",
        "Please do not hesitate to provide the following:",
        "We urge you to withdraw the rule and to:",
        "To prevent harm, we ask you to:",
        "It is not only right to:",
    ],
)
def test_a_denial_that_ends_before_the_list_denies_none_of_it(lead: str) -> None:
    assert not denies_below(lead)
    assert not opposes_below(lead)


def told(lead: str, text: str, role: Role) -> Claim:
    """What a model says of the second item, checked."""
    [letter] = brief.read(LETTER.format("Close", "Raise", lead=lead).encode(), name="letter.txt")
    words = "Raise the fare for the island's nurses"
    at = letter.document.text.index(words)
    evidence = (Evidence(quote=words, start=at, end=at + len(words), match="exact", letter=letter.id),)
    claim = Claim(text=text, evidence=evidence)
    if role == "action":
        claim = Action(text=text, evidence=evidence, strength="request", actor="addressee")
    return judge(claim, letter, role=role)


@pytest.mark.parametrize("lead", ["We urge you not to:", "We oppose any plan to:"])
@pytest.mark.parametrize("text", ["raise the nurses' fare", "raise the nurses' fare without delay"])
def test_a_model_that_tells_such_an_item_as_asked_is_found_out(lead: str, text: str) -> None:
    assert f"under “{lead}”" in " ".join(told(lead, text, "action").problems)


@pytest.mark.parametrize(
    ("lead", "text", "role"),
    [
        ("We urge you not to:", "do not raise the fare for the island's nurses", "action"),
        ("We oppose any plan to:", "oppose plans to raise the fare for the island's nurses", "action"),
        ("We urge you to reject the rule, which would:", "The rule would raise the fare for nurses.", "background"),
    ],
)
def test_a_model_that_tells_such_an_item_rightly_is_borne_out(lead: str, text: str, role: Role) -> None:
    assert told(lead, text, role).status == "supported"
