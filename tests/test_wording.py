"""Names changed in words that are otherwise the letter's own."""

from __future__ import annotations

import pytest
from sample import make

from brief.audit import wording
from brief.audit.passage import Passage
from brief.ground import ground

TEXT = "Let the gauge at Ferrow be read by the Weir Commission (WC) rather than by the Harrow Group of Kestria."


def objections(text: str) -> list[str]:
    letter = make(TEXT)
    found = wording.check(text, Passage.of(ground([TEXT], letter), letter))
    return [f.words for f in found if f.check == "names" and f.level == "likely"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Let the gauge at Ferrow be read by the Harrow Group rather than by the Weir Commission.", None),
        ("Let the gauge at Ondale be read by the Weir Commission rather than by the Harrow Group.", "Ondale"),
        (
            "Let the gauge at Ferrow be read by the Weir Commission rather than by the Harrow Group of Morland.",
            "Morland",
        ),
    ],
)
def test_another_name_among_the_letter_s_words_is_told(text: str, words: str | None) -> None:
    found = objections(text)
    assert found
    assert words is None or found == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Let the gauge at Ferrow be read by the WC rather than by the Harrow Group of Kestria.",
        "Let the gauge at Ferrow be read by the Commission rather than by the Group.",
        "The Harrow Group should not read the gauge at Ferrow; the Weir Commission should.",
    ],
)
def test_another_form_or_order_passes(text: str) -> None:
    assert objections(text) == []
