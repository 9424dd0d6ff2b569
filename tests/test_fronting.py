"""What the release around a letter lets the page say on top, and what it may not say for the letter."""

from __future__ import annotations

import pytest

import brief
from brief.providers.extractive.reading import read_letter

LEAD = "Senator Ann Doe sent a letter to Secretary Roe urging the Secretary to reopen the Tarn ferry before winter."
STAND = "Senator Ann Doe sent a letter to Secretary Roe opposing the sale of the Tarn ferry to a private firm."


def line(letter: str, lead: str = LEAD) -> str:
    return read_letter(letter, senders="Ann Doe", to="Secretary Roe", lead=lead).bottom_line.text


@pytest.mark.parametrize(
    "letter",
    [
        "The Tarn ferry should reopen before winter. The needs of the islands must be addressed.",
        "The Tarn ferry should reopen before winter. I ask you to reconsider this decision.",
        "The Tarn ferry should reopen before winter. I urge you to conduct a review of the proposed expansion.",
        "The Tarn ferry should reopen before winter. I request your consideration of a step you can take.",
        "Winter nears and the Tarn ferry did not reopen. I urge you to hire more divers for the port at Varna.",
    ],
    ids=["a duty of no one", "pointing", "the proposed what", "in the letter's own person", "of another matter"],
)
def test_the_release_says_what_a_letter_is_for_where_its_own_line_does_not(letter: str) -> None:
    assert line(letter) == "As reported, Ann Doe urges Secretary Roe to reopen the Tarn ferry before winter."


def test_a_release_that_tells_of_another_letter_says_nothing() -> None:
    assert not line("Jobs were lost. I urge you to hire more divers for the port at Varna.").startswith("As reported")


def test_the_letter_s_own_line_stays_where_it_says_it() -> None:
    assert line("I urge you to reopen the Tarn ferry by October 1.").startswith("Ann Doe urges Secretary Roe to reopen")


def test_a_stand_leads_before_an_ask_that_points_back_and_no_other() -> None:
    against = (
        "As reported, Ann Doe, in a letter to Secretary Roe, opposes the sale of the Tarn ferry to a private firm."
    )

    assert line("I ask you to work through these concerns.", STAND) == against
    assert line("I ask you to halt the sale of the ferry.", STAND).startswith("Ann Doe asks Secretary Roe to halt")


def test_a_release_that_points_back_itself_says_nothing_better() -> None:
    lead = "Senator Ann Doe sent a letter to Secretary Roe urging the Secretary to reverse this decision."

    assert not line("I ask you to reconsider this decision.", lead).startswith("As reported")


def test_questions_and_their_date_stay_on_top() -> None:
    letter = (
        "What follows concerns Tarn. Please answer these questions by October 1, 2024.\n\n"
        "1. When was the ferry last inspected?\n\n2. Who signed the log?"
    )
    lead = "Senator Ann Doe sent a letter to Secretary Roe seeking answers on the sinking of the Tarn ferry in May."

    assert line(letter, lead).endswith(
        "seeks answers on the sinking of the Tarn ferry in May, and puts 2 questions to answer by October 1, 2024."
    )


def test_what_the_release_is_quoted_for_on_top_is_confirmed() -> None:
    letter = (
        "Dear Secretary Roe:\n\nThe Tarn ferry should reopen. Its needs must be addressed.\n\nSincerely,\n\nAnn Doe"
    )
    page = f"{LEAD}\n\nThe full text of the letter follows.\n\n{letter}"
    summary = brief.summarize(brief.read(page.encode(), name="page.txt")[0])

    assert (summary.bottom_line.text[:11], summary.bottom_line.status) == ("As reported", "supported")
    assert summary.bottom_line.evidence[0].voice == "release"


def test_an_excerpt_that_takes_no_side_is_shown_with_the_one_its_release_tells() -> None:
    read = read_letter(
        "The ferry carried 900 people a day.", kind="excerpt", senders="Ann Doe", to="Secretary Roe", told=STAND
    )

    assert [(p.stance, p.text) for p in read.positions] == [("opposes", "the sale of the Tarn ferry to a private firm")]


def test_what_a_release_says_in_the_letter_s_person_or_of_others_is_no_side() -> None:
    told = "Senator Ann Doe’s letter to Secretary Roe answers reports that the port removed posters supporting a ferry."
    read = read_letter(
        "The ferry carried 900 people a day.", kind="excerpt", senders="Ann Doe", to="Secretary Roe", told=told
    )

    assert read.positions == []


def test_where_the_parts_quoted_tell_no_reason_the_release_s_are_told_as_its_own() -> None:
    page = (
        "Senator Ann Doe sent a letter to Secretary Roe urging him to reopen the Tarn ferry before winter.\n\n"
        "In May the port closed the Tarn ferry after 400 complaints were filed by its riders.\n\n"
        "“We urge you to reopen the Tarn ferry,” wrote Senator Doe in the letter. “Please do so soon.”"
    )
    letter = brief.read(page.encode(), name="page.txt")[0]
    summary = brief.summarize(letter)
    told = brief.render(summary, "terminal", documents={letter.id: letter.document})

    assert [b.evidence[0].voice for b in summary.background] == ["release"]
    assert "The release says: In May the port closed the Tarn ferry" in " ".join(str(told).split())
