"""How paragraphs and list items are told apart, numbered and nested."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.letter.lists import find_items, paragraphs


def items(text: str) -> list[tuple[str | None, str | None, int, str]]:
    return [(i.number, i.parent, i.level, " ".join(text[i.start : i.end].split())) for i in find_items(text)]


@pytest.mark.parametrize(
    ("marks", "numbers"),
    [
        (("1.", "2.", "3."), ["1", "2", "3"]),
        (("1)", "2)", "3)"), ["1", "2", "3"]),
        (("(1)", "(2)", "(3)"), ["1", "2", "3"]),
        (("(a)", "(b)", "(c)"), ["a", "b", "c"]),
        (("a.", "b.", "c."), ["a", "b", "c"]),
        (("i.", "ii.", "iii."), ["i", "ii", "iii"]),
        (("A.", "B.", "C."), ["A", "B", "C"]),
        (("Question 1:", "Question 2:", "Question 3:"), ["1", "2", "3"]),
        (("1).", "2).", "3)."), ["1", "2", "3"]),
        (("1.)", "2.)", "3.)"), ["1", "2", "3"]),
        (("1 .", "2 .", "3 ."), ["1", "2", "3"]),
        (("1-", "2-", "3-"), ["1", "2", "3"]),
        (("1:", "2:", "3:"), ["1", "2", "3"]),
        (("•", "•", "•"), [None, None, None]),
        (("-", "-", "-"), [None, None, None]),
        (("First,", "Second,", "Third,"), [None, None, None]),
    ],
)
def test_reads_each_kind_of_marker(marks: tuple[str, ...], numbers: list[str | None]) -> None:
    text = "We ask you to:\n\n" + "\n\n".join(f"{m} Open gate number {k}." for k, m in enumerate(marks))

    assert [i[0] for i in items(text)] == numbers
    assert [i[3] for i in items(text)] == [f"Open gate number {k}." for k in range(3)]


def test_letters_stand_under_the_number_above_them_without_any_indent() -> None:
    text = "1. With respect to the checks:\n(a) How many?\n(b) By whom?\n2. Who decided?\n"

    assert [i[:3] for i in items(text)] == [("1", None, 1), ("a", "1", 2), ("b", "1", 2), ("2", None, 1)]


def test_an_item_that_runs_into_its_own_items_holds_them() -> None:
    text = "1. open the gate until\n    a. the outfall has moved, and\n    b. the log is published;\n2. report."

    assert [i[:2] for i in items(text)] == [("1", None), ("a", "1"), ("b", "1"), ("2", None)]


def test_a_number_that_starts_again_further_in_stands_under_the_one_above() -> None:
    text = "  6. Who asked?\n  7. Who signed?\n    1. When?\n"

    assert [i[:3] for i in items(text)] == [("6", None, 1), ("7", None, 1), ("1", "7", 2)]


def test_numbers_with_points_stand_under_their_whole() -> None:
    assert [i[:2] for i in items("1. Who?\n1.1 When?\n1.2 Where?\n2. Why?\n")] == [
        ("1", None), ("1.1", "1"), ("1.2", "1"), ("2", None),
    ]  # fmt: skip


def test_items_run_together_in_one_paragraph_are_parted() -> None:
    text = "Please answer: 1. Who signed? 2. Who paid? 3. Who knew?"

    assert [(i[0], i[3]) for i in items(text)] == [("1", "Who signed?"), ("2", "Who paid?"), ("3", "Who knew?")]


def test_items_enumerated_inside_a_sentence_are_marked_so() -> None:
    found = find_items("We ask you to (1) open the gate; (2) publish the log; and (3) report.")

    assert [(i.number, i.within) for i in found] == [("1", True), ("2", True), ("3", True)]


def test_a_letter_with_no_space_after_its_point_is_an_item() -> None:
    assert [i[0] for i in items("a.Who signed?\n\nb.Who paid?\n\nc.Who knew?")] == ["a", "b", "c"]


@pytest.mark.parametrize(
    "text", ["J. Smith signed it.", "It cost $3.5 million in\n2019. The rest came later.", "U.S. law applies."]
)
def test_initials_years_and_abbreviations_are_no_items(text: str) -> None:
    assert items(text) == []


def test_a_lone_letter_right_below_a_number_is_an_item() -> None:
    text = "1. Has the gate been mended?\n\na. If so, when?\n\n2. Who mended it?"
    assert [i[:2] for i in items(text)] == [("1", None), ("a", "1"), ("2", None)]


def test_a_letter_in_brackets_needs_no_space_behind_it() -> None:
    text = "1. Gates:\n\n(A)Will you mend them?\n\n(B)Will you paint them?"
    assert [i[:2] for i in items(text)] == [("1", None), ("A", "1"), ("B", "1")]


def test_lines_wrapped_at_a_width_are_one_paragraph() -> None:
    text = (
        "The river fell for the third summer, and the city of Tarsk has rationed its\n"
        "water to forty liters a person a day. Hospitals have postponed surgery. Schools\n"
        "close at noon.\n\nWe ask for help.\n"
    )

    assert [text[p.start : p.end].split()[0] for p in paragraphs(text)] == ["The", "We"]


def test_dashes_in_a_row_are_items_though_none_ends_with_a_stop() -> None:
    text = (
        "We ask you to:\n\n- mend it\n- leave it open until\n  the flood is over\n- tell us\n\nIt is late\n- too late."
    )
    assert [i[3] for i in items(text)] == ["mend it", "leave it open until the flood is over", "tell us"]


def test_a_list_that_a_sentence_leads_in_anew_stands_under_no_item_of_the_one_before() -> None:
    text = (
        "We ask that:\n\n(a) it be shut;\n(b) it be mended.\n\nWe also have these questions:\n\n1. Who pays?\n2. Why?"
    )
    assert [i[:3] for i in items(text)] == [("a", None, 1), ("b", None, 1), ("1", None, 1), ("2", None, 1)]


def test_a_sentence_that_runs_on_across_a_blank_line_is_one_paragraph() -> None:
    text = "1. What does the Bureau use in its review and\n\nescalation of the cases?\n\n2. Who decides?"

    assert [i[3] for i in items(text)] == [
        "What does the Bureau use in its review and escalation of the cases?", "Who decides?",
    ]  # fmt: skip


@given(st.text(alphabet="12ab.() \n-•?;:AWhat", max_size=300))
def test_items_lie_in_the_text_in_order_and_never_cross(text: str) -> None:
    found = find_items(text)

    assert all(0 <= i.start <= i.end <= len(text) for i in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.text(alphabet="12ab.() \n-•?;:AWhat", max_size=300))
def test_paragraphs_hold_every_character_that_is_not_blank(text: str) -> None:
    inside = {k for p in paragraphs(text) for k in range(p.start, p.end)}

    assert {k for k, char in enumerate(text) if not char.isspace()} <= inside


def test_a_letter_goes_on_after_the_roman_numbers_under_the_one_before_it() -> None:
    text = "1. Papers on\n   (a) Bet;\n   (b) men, including\n      (i) Stone; and\n      (ii) Haver; and\n   (c) us."

    assert [(i.number, i.level, i.parent) for i in find_items(text)] == [
        ("1", 1, None), ("a", 2, "1"), ("b", 2, "1"), ("i", 3, "b"), ("ii", 3, "b"), ("c", 2, "1"),
    ]  # fmt: skip
