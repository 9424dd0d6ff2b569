"""Writers who speak of themselves by name or in older forms are heard as those who say "we"."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.letter.voicing import voiced
from brief.providers.extractive.reading import read_letter

NATION = "Winona Redced, Chairwoman, The Chowan Nation"


def asks(text: str, senders: str = "") -> list[str]:
    return [a.text for a in read_letter(text, senders=senders).actions]


@pytest.mark.parametrize(
    ("sentence", "senders", "expected"),
    [
        ("The Nation hereby requests a hearing, and further requests that the period be extended by 60 days.", NATION,
         ["a hearing", "the period be extended by 60 days"]),
        ("Corvell recommends that the Bureau set the limit at 68 mph.", "H. Minch, Vice President, Corvell Lines LLC",
         ["set the limit at 68 mph"]),
        ("Accordingly, our client demands that the Commission withdraw the Notice.", "Ada Birch",
         ["withdraw the Notice"]),
        ("You are further requested to preserve all documents.", "", ["preserve all documents"]),
        ("We should be glad of a reply not later than 9 June.", "", ["a reply not later than 9 June"]),
        ("I should be grateful if you would open the lock.", "", ["open the lock"]),
    ],
)  # fmt: skip
def test_what_they_ask_is_found(sentence: str, senders: str, expected: list[str]) -> None:
    assert asks(sentence, senders) == expected


@pytest.mark.parametrize(
    ("sentence", "senders"),
    [
        ("The Nation hereby requests a hearing.", "Ada Birch"),
        ("The offices of the Nation ask for more every year.", NATION),
        ("I am not asking you to close the lane.", ""),
        ("Do not misunderstand me.", ""),
    ],
)
def test_what_others_ask_or_nobody_does_is_not_theirs(sentence: str, senders: str) -> None:
    assert asks(sentence, senders) == []


def test_a_prayer_leads_in_its_items() -> None:
    text = "YOUR PETITIONERS THEREFORE PRAY that your Honourable House may:\n\n(i) open the lock;\n\n(ii) mend it."

    assert asks(text) == ["open the lock", "mend it"]


PIECES = [
    "The Nation ", "requests ", "that ", "we should ", "be glad ", ". ", "our client does not support ",
    "your petitioners pray that the House may: ",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES)))
def test_no_character_moves(pieces: list[str]) -> None:
    text = "".join(pieces)

    assert len(voiced(text, NATION)) == len(text)
