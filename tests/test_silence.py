"""Before a letter is called silent on something, it has been searched for it."""

from __future__ import annotations

import pytest
from sample import LETTERS, make

from brief import api
from brief.audit.silence import MENTIONED, search
from brief.evidence import Claim

OTHER = make(
    "We thank you. The Tidal Works Board (TWB) shut the weir at Brennick in spring. Farmers lost their harvest. "
    "The DPRK has tested a missile. Please restore the ferry line to Morland island.",
    name="other",
)


@pytest.mark.parametrize(
    "topic",
    [
        "closing of the Brennick weir",
        "the TWB",
        "North Korea's missile tests",
        "ferry service to Morland",
        "Reopen the ferry connection with the island of Morland",
    ],
)
def test_what_is_mentioned_is_found_under_its_other_names(topic: str) -> None:
    found = search(topic, OTHER)
    assert found.verdict == "mentions"
    assert found.evidence is not None
    assert OTHER.document.text[found.evidence.start : found.evidence.end] == found.evidence.quote


@pytest.mark.parametrize("topic", ["school lunches", "nuclear waste storage at Vardo", "Publish the hospital's budget"])
def test_what_is_not_mentioned_is_silence_with_its_nearest_sentence(topic: str) -> None:
    found = search(topic, OTHER)
    assert found.verdict == "silent"
    assert found.score < MENTIONED


def test_a_topic_without_words_finds_nothing() -> None:
    assert search("the of and", OTHER).evidence is None


def test_a_claim_is_searched_by_its_words() -> None:
    assert search(Claim(text="Restore the Morland ferry line."), OTHER).verdict == "mentions"


def test_topics_of_real_pairs() -> None:
    commerce = api.read(LETTERS / "ngo-coalition-to-commerce.md")[0]
    assert search("cholera deaths in Port Ondal", commerce).verdict == "mentions"
    assert search("reward of $5 million for information", commerce).verdict == "silent"
    assert search("bank accounts and sanctions", commerce).verdict == "silent"
