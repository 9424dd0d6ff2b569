"""What a clause is about: a label that a reader would put on the matter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.providers.extractive.phrases import phrases, words_of
from brief.providers.extractive.topics import topic


@pytest.mark.parametrize(
    ("clause", "about"),
    [
        ("the proposed rule exceeds the authority of the Harbor Board", "proposed rule"),
        ("the pending rulemaking to rechart the bounds of inner harbors", "pending rulemaking"),
        ("Norlandish expansion in the Velm Strait", "Norlandish expansion in the Velm Strait"),
        ("the Office of Harbor Trade’s (OHT) budget", "Office of Harbor Trade’s budget"),
        (
            "the Centers for Tide and Weather Services’ intent to issue staffing mandates for lock houses",
            "intent to issue staffing mandates for lock houses",
        ),
        (
            "OHT’s formerly granted funding level of $65 million",
            "OHT’s formerly granted funding level of $65 million",
        ),
        ("take swift steps to address the theft of boats in Velm", "theft of boats in Velm"),
        ("grow, support, and encourage investment in harbor cranes", "investment in harbor cranes"),
        ("the harbor board’s impacts on smaller, rural ports", "harbor board’s impacts on smaller rural ports"),
        ("the health and safety of the dockers", "health and safety of the dockers"),
        ("the message it sends to the world", "message"),
        (
            "call the Ann B. Doe Harbor Act for Fiscal Year 2023 to the floor",
            "Ann B. Doe Harbor Act for Fiscal Year 2023",
        ),
        ("new reports that Velmart has taken part in illegal child labor practices", "illegal child labor practices"),
        ("they may inappropriately receive direct or indirect funding", "direct or indirect funding"),
        ("more lending to small ports in a safe and sound way", "lending to small ports"),
        ("the board’s plan to block the merger of two ferries", "board’s plan to block the merger of two ferries"),
        ("support efforts to end the blockade of Velm", "efforts to end the blockade of Velm"),
        ("illegal fishing and protect our coast", "illegal fishing"),
        ("approve the ferry by September 1", "ferry"),
    ],
)
def test_a_topic_is_whole_and_has_its_names_whole(clause: str, about: str) -> None:
    assert topic(clause) == about


def test_the_capital_of_a_sentence_goes_and_that_of_a_name_stays() -> None:
    assert topic("Copies of the harbor log", opens=True) == "copies of the harbor log"
    assert topic("Norlandish expansion in Velm", opens=True) == "Norlandish expansion in Velm"


@given(st.text(alphabet="aA .,;()’'-to&$1", max_size=60))
def test_any_text_has_phrases_that_end_within_themselves(text: str) -> None:
    for phrase in phrases(words_of(text)):
        assert phrase.words
        assert all(0 < end <= len(phrase.words) for end in phrase.ends)
        assert phrase.within(4)
