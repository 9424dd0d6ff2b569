"""Vague numbers, periods, spans and hours: the claim's must be the passage's."""

from __future__ import annotations

import pytest
from sample import make

from brief.audit import rates
from brief.audit.passage import Passage
from brief.ground import ground

SENTENCES = (
    "The levy brought thousands of farmers to court and cost $3 million a year.",
    "For decades the Board has met at 6:00 p.m. on Mondays.",
    "In all, 2,340 households were cut off for several weeks.",
    "The fund pays $40 annually to each of 12 towns.",
)


def objections(text: str, sentence: str) -> list[str]:
    letter = make(" ".join(SENTENCES))
    return [f.words for f in rates.check(text, Passage.of(ground([sentence], letter), letter))]


@pytest.mark.parametrize(
    ("text", "sentence", "word"),
    [
        ("Millions of farmers went to court.", 0, "millions"),
        ("The levy cost $3 million a month.", 0, "month"),
        ("The levy cost $3 million each decade.", 0, "decade"),
        ("For months the Board has met in the evening.", 1, "months"),
        ("The Board meets at 6 a.m.", 1, "6:00 am"),
        ("The Board meets at 7 p.m.", 1, "7:00 pm"),
        ("Households were cut off for many months.", 2, "months"),
        ("Each town gets $40 monthly.", 3, "month"),
    ],
)
def test_another_period_hour_or_size_is_told(text: str, sentence: int, word: str) -> None:
    assert objections(text, SENTENCES[sentence]) == [word]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Farmers in their thousands went to court.", 0),
        ("The levy's yearly cost is $3 million.", 0),
        ("The levy cost $3 million per annum.", 0),
        ("The Board has long met at 6 p.m.", 1),
        ("Thousands of households were cut off for weeks.", 2),
        ("Each town gets $40 every year.", 3),
        ("The towns are paid by the fund.", 3),
    ],
)
def test_the_same_in_other_words_passes(text: str, sentence: int) -> None:
    assert objections(text, SENTENCES[sentence]) == []
