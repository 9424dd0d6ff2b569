"""The field of an office and the rank of its holder are the letter's."""

from __future__ import annotations

import pytest
from sample import make

from brief.audit import offices
from brief.audit.passage import Passage
from brief.ground import ground

TEXT = """The Ministry of Foreign Relations of Kestria sent the list to the House Committee on Agriculture. President \
Ada Brook and her Vice President, Teodor Lund, signed it. Acting Assistant Secretary Pell was told. The Department of \
Energy holds the map."""


def objections(text: str) -> list[str]:
    letter = make(TEXT)
    return [f.words for f in offices.check(text, Passage.of(ground([TEXT.split(". ")[0] + "."], letter), letter))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kestria's justice ministry sent the list.", "justice ministry"),
        ("The list went to the Ministry of Finance.", "Ministry of Finance"),
        ("The House Judiciary Committee got the list.", "Judiciary Committee"),
        ("Vice President Brook signed.", "Vice President Brook"),
        ("It was signed by President Lund.", "President Lund"),
        ("Deputy Secretary Pell was told.", "Deputy Secretary Pell"),
    ],
)
def test_another_field_or_rank_is_told(text: str, words: str) -> None:
    assert objections(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Kestria's foreign ministry sent the list.",
        "The Agriculture Committee got the list, as did its panel on agriculture.",
        "President Brook and Vice President Lund signed.",
        "Assistant Secretary Pell was told.",
        "The energy department holds the map.",
        "The committee and the ministry know.",
    ],
)
def test_the_same_office_in_other_words_passes(text: str) -> None:
    assert objections(text) == []
