"""Lines of plain text: wraps told from breaks, markers from words that only look like them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.ingest.markers import Nesting, label
from brief.lines import lines, marker

FULL = "We write about the plan that the Department made for the river and the town"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1. Why?", "1."), ("12) Why?", "12)"), ("(3) Why?", "(3)"), ("2). Why?", "2)."), ("5.) Why?", "5.)"),
        ("11.Can you say?", "11."), ("7.1 Are you?", "7.1"), ("a. pay", "a."), ("(b) pay", "(b)"), ("(b)pay", "(b)"),
        ("iv. pay", "iv."), ("  • pay", "•"), ("•pay", "•"), ("- pay", "-"), ("[3] See p. 4", "[3]"), ("B) pay", "B)"),
        ("A. Pay the town what it is owed.", "A."), ("\uf0b7 pay", "\uf0b7"),
    ],
)  # fmt: skip
def test_a_marker_is_known(line: str, expected: str) -> None:
    found = marker(line)

    assert found is not None
    assert found[0] == expected
    assert line[found[1] :] == line.strip().removeprefix(expected).strip()


@pytest.mark.parametrize(
    "line",
    ["(202) 225-0000", "2019. It was", "K. Michael Lee", "-30-", "--", "###", "09.21.12", "1.5 million", "I write",
     "U.S. law", "a river", "No. 5", "— Ann Lee", "(see below)", "1.", ""],
)  # fmt: skip
def test_what_only_looks_like_a_marker_is_none(line: str) -> None:
    assert marker(line) is None


def test_a_number_at_the_start_of_a_wrapped_line_is_no_item() -> None:
    text = f"{FULL} in section\n5. The rest is {FULL[:50]}\n"

    assert [line.marker for line in lines(text)] == [None, None]
    assert [line.wrapped for line in lines(text)] == [False, True]


def test_short_lines_are_breaks_and_full_lines_wraps() -> None:
    text = f"{FULL}\nas it is. Please act.\n\nThe Honorable Ann Lee\nSecretary of Rivers\n\n{FULL * 3}\n{FULL * 3}"

    assert [(line.gap, line.wrapped) for line in lines(text)] == [
        (True, False), (False, True), (True, False), (False, False), (True, False), (False, False)
    ]  # fmt: skip


def test_lines_set_for_the_eye_are_breaks() -> None:
    rule = "_" * 31
    head = f"{' ' * 28}United States Senate\n{' ' * 24}WASHINGTON, DC 20510-1299\n"
    text = f"{head}\n{rule}    {rule}\nAnn Lee      Bo Day\n"

    assert not any(line.wrapped for line in lines(text))


def test_nesting_follows_indentation_then_the_kind_of_marker() -> None:
    nesting = Nesting()
    found = [
        nesting.level(m, i) for m, i in [("1.", 0), ("(a)", 0), ("(b)", 0), ("(i)", 0), ("2.", 0), ("•", 4), ("3.", 0)]
    ]

    assert found == [1, 2, 2, 3, 1, 2, 1]


def test_a_heading_ends_a_list_and_footnotes_stand_apart() -> None:
    nesting = Nesting()
    assert nesting.level("1.", 0) == 1
    nesting.close(0, "heading")
    assert nesting.level("(a)", 0) == 1
    nesting.close(0, "paragraph")
    assert nesting.level("[1]", 0) == 1


@pytest.mark.parametrize(
    ("number", "style", "expected"),
    [
        (3, "1", "3"),
        (3, "a", "c"),
        (28, "a", "ab"),
        (702, "A", "ZZ"),
        (14, "i", "xiv"),
        (1999, "I", "MCMXCIX"),
        (0, "a", "0"),
    ],
)
def test_numbers_are_printed_in_their_list_s_style(number: int, style: str, expected: str) -> None:
    assert label(number, style) == expected


@given(st.lists(st.sampled_from(["1. A mill.", "The lock", "  is shut", "A\tB", "", "\f"]), max_size=12))
def test_a_kept_document_has_the_lines_that_it_has_read_by_pieces(written: list[str]) -> None:
    long = "The river rose. " * 80 + "\n\n"
    text = long + "\n".join(written)

    assert list(lines(text)) == [*lines(text, 0, len(long)), *lines(text, len(long))]
    assert list(lines(text)) == list(lines(text + " ", 0, len(text)))  # not kept: an end of its own


def test_kept_documents_are_never_mixed() -> None:
    texts = [f"Letter {n}\n\n" + "The river rose.\n" * (80 + n) for n in range(5)]

    for _ in range(2):
        assert [sum(1 for _ in lines(text)) for text in texts] == [81 + n for n in range(5)]
