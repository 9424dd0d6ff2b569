"""Text that a bad scan has damaged is said to be so, and what it asks is still found, in the letter's own letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import brief
from brief.letter.damage import _DIGIT_WITHIN, _MIXED, damage, damaged_note, mended

LETTER = """THE  CANAL  LEAGUE  0F  BRAML

3rd  Novernber 1998

The Rt. Hon. Ge0rge Whitl , M.P.
Secretary of  State for  Rivers

Dear  Secretary  of  State ,

W e  urge  you to open the l0ck by 3Oth  Novernber 1998, before any work begins .

W e  also  ask  that  you  pub1ish the study, which  your Departrnent has held since  June .

ls it true  that  your  office  advised against  it ?

             Yours  faithfully ,

               Ada Birch
"""


def test_the_page_says_that_the_text_is_damaged() -> None:
    gaps = brief.summarize(LETTER.encode()).gaps

    assert any("looks damaged" in gap and "“W e”" in gap and "may have been missed" in gap for gap in gaps)


def test_asks_questions_dates_and_names_are_read_through_the_damage() -> None:
    summary = brief.summarize(LETTER.encode())

    assert [a.evidence[0].quote.strip(" .").split()[-1] for a in summary.actions] == ["begins", "June"]
    assert len(summary.questions) == 1
    assert summary.letter.date == "1998-11-03"
    assert [(d.date, d.as_stated) for d in summary.deadlines] == [("1998-11-30", "by 3Oth Novernber 1998")]
    assert [r.name for r in summary.letter.recipients] == ["George Whitl"]


def test_what_is_told_stands_in_the_letter_as_it_is_printed() -> None:
    summary = brief.summarize(LETTER.encode())

    assert all(LETTER[e.start : e.end] == e.quote for a in summary.actions for e in a.evidence)
    assert summary.checks.unsupported == ()
    assert any("pub1ish" in a.text for a in summary.actions)


@pytest.mark.parametrize(
    "text",
    [
        "We ask the Department to publish its H1B and CO2 figures for 2019 and the A1c results of l0 trials.",
        "Please open the lock. " * 40,
        "The government, its adjournment and the Turnbull memo. " * 20,
    ],
)
def test_a_sound_text_stays_as_it_is(text: str) -> None:
    assert damage(text) == ()
    assert damaged_note(text) is None
    assert mended(text) is text


PIECES = ["W e ", "sch0ol ", "2,4OO ", "3Oth ", "l990 ", "ls it ", "Novernber ", "so , ", "a\n"]


@given(st.lists(st.sampled_from(PIECES)))
def test_no_character_moves(pieces: list[str]) -> None:
    text = "".join(pieces)

    assert len(mended(text)) == len(text)


@given(st.text(st.sampled_from("aBl01OoW er n,3"), max_size=24))
def test_digits_within_words_are_never_passed_over(text: str) -> None:
    assert _MIXED.search(text) or not _DIGIT_WITHIN.search(text)
