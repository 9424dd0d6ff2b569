"""What a request about a letter is filled with: the release around an excerpt, cut where it stays whole."""

from __future__ import annotations

import pytest

from brief.ingest import read
from brief.letter import letters
from brief.material import _LEAD, _RELEASE, aside, variables

LEDE = "Today, Senator Ada Birch sent a letter to the Harbor Commission, in which she asks it to open the ferry again."
QUOTED = "“We ask that the Commission open the ferry of Lower Maren before the summer,” Senator Birch wrote."
MORE = "The ferry has carried the people of both towns for sixty years, and without it the way is long. "


def filled(*paragraphs: str) -> tuple[dict[str, str], dict[str, str]]:
    (letter,) = letters(read("\n\n".join(paragraphs).encode(), name="page.txt"))
    assert letter.card.kind == "excerpt"
    return variables(letter), aside(letter)


def test_a_short_release_is_given_whole_and_its_lead_too() -> None:
    said, beside = filled(LEDE, QUOTED)

    assert LEDE in said["told"]
    assert beside["lead"] == said["told"]


@pytest.mark.parametrize("paragraphs", [[MORE * 4] * 30, [MORE * 120]])
def test_a_long_release_is_cut_behind_a_sentence(paragraphs: list[str]) -> None:
    said, beside = filled(LEDE, QUOTED, *paragraphs)

    assert _RELEASE - len(MORE) * 5 < len(said["told"]) <= _RELEASE
    assert said["told"].rstrip().endswith("long.")
    assert _LEAD - 20 < len(beside["lead"]) <= _LEAD
    assert beside["lead"].split()[-1] in MORE.split()
