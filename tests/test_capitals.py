"""Letters typed in capitals throughout are read as any other, and quoted as they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import brief
from brief.letter.capitals import evened

LETTER = """CANAL WORKERS BENEVOLENT UNION
LOCAL 12

JUNE 3, 2019

THE HONORABLE RUTH CALLOW
SECRETARY OF RIVERS
200 DELTA AVENUE NW
WASHINGTON, DC 20210

DEAR SECRETARY CALLOW:

OUR UNION SPEAKS FOR 6,200 MEN AND WOMEN. LAST SUMMER THREE OF THEM DROWNED AT LOCK NO. 7.

WE CALL ON YOU TO ISSUE A RULE UNDER SECTION 6(C) OF THE CANAL SAFETY AND REPAIR ACT BEFORE JULY 1. WE ALSO ASK THAT YOU
SEND INSPECTORS TO THE LOCKS.

HOW MANY INSPECTORS DOES THE DEPARTMENT HAVE? MAY WE MEET THEM?

IN SOLIDARITY,

ERNESTO VILLAL
PRESIDENT
"""


def test_it_is_read_as_a_letter_in_small_letters_is() -> None:
    (letter,) = brief.read(LETTER.encode(), name="large.txt")
    summary = brief.summarize(letter)

    assert [(p.name, p.role) for p in letter.card.senders] == [
        ("Ernesto Villal", "President, Canal Workers Benevolent Union")
    ]
    assert [(r.name, r.office) for r in letter.card.recipients] == [("Ruth Callow", "Secretary of Rivers")]
    assert [a.text for a in summary.actions] == [
        "issue a rule under section 6(c) of the Canal Safety and Repair Act before July 1",
        "send inspectors to the locks",
    ]  # fmt: skip
    assert [q.text for q in summary.questions] == [
        "How many inspectors does the Department have?", "May we meet them?",
    ]  # fmt: skip
    assert summary.deadlines[0].date == "2019-07-01"
    assert summary.authorities[0].text == "Canal Safety and Repair Act"


def test_its_quotes_stand_in_it_word_for_word_and_the_brief_verifies() -> None:
    summary = brief.summarize(LETTER.encode())
    evidence = [e for c in (*summary.actions, *summary.questions, *summary.background) for e in c.evidence]
    evidence += [d.evidence for d in summary.deadlines] + [a.evidence for a in summary.authorities]

    assert all(LETTER[e.start : e.end] == e.quote and e.match == "exact" for e in evidence)
    assert summary.checks.unsupported == ()


@pytest.mark.parametrize(
    "text",
    ["We ask you to act.", "JUST A HEADING",
     "CITY OF HARROW\n\nDear Mayor:\n\n" + "Please open the lock before May. " * 9],
)  # fmt: skip
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert evened(text) is text


@given(st.text(alphabet="AB CİẞÉ.,?\n1(", min_size=100, max_size=300))
def test_no_character_moves(text: str) -> None:
    even = evened(text)

    assert len(even) == len(text)
    assert all(a == b or a.lower() == b for a, b in zip(text, even, strict=True))
