"""What a saved summary lists, leaves out and counts is held against its letter."""

from __future__ import annotations

from typing import Any

import pytest

import brief
from brief.audit import Finding, coverage
from brief.letter.anatomy import Letter
from brief.summary import Checks, Summary
from brief.verification.lists import check_lists
from brief.verification.results import parts_of

TEXT = """May 6, 2024

The Honorable Ilse Farr
Secretary of Rivers

Dear Secretary Farr:

We write about the Lock Safety Act. We ask you to:

1. send forty tents to Anse;

2. rebuild the bridge at Anse; and

3. pay for the road by July 1, 2024.

Please answer the following questions by June 3, 2024:

(a) Who closed the lock?

(b) When will it open?

Sincerely,

Ada Birch
"""
(LETTER,) = brief.read(TEXT.encode(), name="letter.txt")
MADE = brief.summarize(LETTER, model="extractive")


def found(summary: Summary, letter: Letter = LETTER) -> list[Finding]:
    return list(check_lists(summary, [claim for _, claim, _ in parts_of(summary)], letter))


def changed(**fields: Any) -> Summary:
    return MADE.model_copy(update=fields)


def counted_anew(summary: Summary) -> Summary:
    """The summary with the counts that it would have if it had never held more."""
    claims = [claim for _, claim, _ in parts_of(summary)]
    return summary.model_copy(update={"checks": Checks.of(claims, (), coverage(LETTER, claims, summary.deadlines))})


def line(words: str) -> Any:
    return MADE.bottom_line.model_copy(update={"text": words})


def test_what_was_made_stands() -> None:
    assert (len(MADE.actions), len(MADE.questions), len(MADE.deadlines), len(MADE.authorities)) == (4, 2, 2, 1)
    assert found(MADE) == []


@pytest.mark.parametrize(
    ("part", "level", "words"),
    [("deadlines", "certain", "by June 3, 2024"), ("authorities", "likely", "Lock Safety Act")],
)
def test_a_deadline_or_a_law_that_is_not_listed_is_told(part: str, level: str, words: str) -> None:
    one = [x for x in getattr(MADE, part) if getattr(x, "as_stated", None) != words and getattr(x, "text", "") != words]
    told = [f for f in found(changed(**{part: tuple(one)})) if f.part == part]

    assert [(f.check, f.level, f.words) for f in told] == [("coverage", level, words)]
    assert told[0].source
    assert told[0].source.quote == words


@pytest.mark.parametrize(
    ("gap", "there"),
    [
        ("No deadline is stated.", "by"),
        ("The letter cites no law or statute.", "Lock Safety Act"),
        ("The letter does not say who signed it.", "Ada Birch"),
        ("No reason is given.", None),
        ("Whether the deadline can be met is not said.", None),
        ("The bridge is named by no law.", None),
    ],
)
def test_what_is_said_not_to_be_stated_must_not_be(gap: str, there: str | None) -> None:
    told = [f for f in found(changed(gaps=(*MADE.gaps, gap))) if f.check == "silence"]

    assert [f.part for f in told] == ([f"gaps.{len(MADE.gaps)}"] if there else [])
    assert all(f"has “{there}" in f.what for f in told)


def test_nothing_is_said_against_a_gap_of_a_letter_that_has_none_of_it() -> None:
    (bare,) = brief.read(b"Dear Governor Lund:\n\nPlease send forty tents to Anse.\n\nSincerely,\n", name="bare.txt")
    made = brief.summarize(bare, model="extractive")
    gaps = ("No deadline is stated.", "The letter cites no law.", "The letter does not say who signed it.")

    assert found(made.model_copy(update={"gaps": (*made.gaps, *gaps)}), bare) == []
    told = found(made.model_copy(update={"gaps": ()}), bare)
    assert {(f.part, f.check, f.level) for f in told} == {("gaps", "record", "likely")}
    assert len(told) == len(made.gaps)


def levels(summary: Summary) -> set[tuple[str, str]]:
    """Where the letter's items are missed, and how surely."""
    return {(f.part, f.level) for f in found(summary) if "is not in the brief" in f.what}


def test_an_item_left_out_is_told_and_for_certain_if_it_was_counted_once() -> None:
    asks, questions = (
        changed(actions=[a for a in MADE.actions if a.number != "3"]),
        changed(questions=MADE.questions[:1]),
    )
    never = counted_anew(asks)

    assert levels(MADE) == set()
    assert levels(asks) == {("actions", "certain")}
    assert levels(never) == {("actions", "unsure")}
    assert levels(counted_anew(questions)) == {("questions", "certain")}  # who counts must find every question
    for lost in ("questions", "numbered_items"):
        covered = never.checks.coverage
        more = getattr(covered, lost).model_copy(update={"found": 9})
        checks = never.checks.model_copy(update={"coverage": covered.model_copy(update={lost: more})})
        assert levels(never.model_copy(update={"checks": checks})) == {("actions", "certain")}


def test_a_question_that_a_brief_admits_to_leave_out_is_only_noted() -> None:
    left = brief.summarize(LETTER, model="extractive").model_copy(update={"questions": ()})
    admitted = counted_anew(left).model_copy(
        update={"gaps": (*MADE.gaps, "Numbered in the letter and not listed above: a, b.")}
    )
    assert levels(counted_anew(left)) != levels(admitted)


def test_a_number_given_twice_and_a_coverage_that_is_not_so_are_told() -> None:
    first, second = MADE.questions
    twice = second.model_copy(update={"number": first.number})
    told = [f for f in found(changed(questions=(first, twice))) if "times" in f.what]

    assert [(f.part, f.level, f.what) for f in told] == [("questions", "likely", "Number a is given 2 times.")]
    under = [q.model_copy(update={"parent": n}) for q, n in ((first, "1"), (twice, "2"))]
    assert not any("times" in f.what for f in found(changed(questions=tuple(under))))
    checks = MADE.checks.model_copy(update={"coverage": coverage(LETTER, ())})
    assert "checks.coverage" in [f.part for f in found(changed(checks=checks))]
    assert "checks" in [f.part for f in found(changed(checks=MADE.checks.model_copy(update={"supported": 99})))]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Ada Birch asks for tents, and puts two questions.", False),
        ("Ada Birch asks for tents, and puts 2 questions.", False),
        ("Ada Birch asks for tents, and puts five questions.", True),
        ("Ada Birch asks for tents, and poses a question.", True),
        ("Ada Birch asks for tents.", False),
    ],
)
def test_as_many_questions_are_listed_as_the_first_line_tells(words: str, told: bool) -> None:
    assert any("The bottom line tells of" in f.what for f in found(changed(bottom_line=line(words)))) is told


def test_a_report_that_lists_no_question_may_tell_of_some() -> None:
    told = changed(bottom_line=line("Ada Birch puts five questions."), questions=())
    reported = told.model_copy(update={"letter": told.letter.model_copy(update={"kind": "reported"})})

    assert any("The bottom line tells of" in f.what for f in found(told))
    assert not any("The bottom line tells of" in f.what for f in found(reported))
