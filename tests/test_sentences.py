"""Sentences of letters: where they end, where they do not, and that none is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.text import sentences

WORDS = st.sampled_from(
    ["We", "urge", "the", "U.S.", "Sen.", "J.", "3.5", "No.", "25", "Act.", "why?", "now!”", "“Stop.”", "…", "...",
     "(a)", "1.", "• ", "\n", "\n\n", "\f", "\t", "HEADING", "e.g.", "a;", "today.The", "[3]", "5 p.m.", ". . .", "-",
     "http://a.b/C.D", "x" * 70]
)  # fmt: skip
TEXTS = st.lists(WORDS | st.characters(), max_size=40).map(" ".join)


def check_cover(text: str) -> None:
    kept = 0
    for span in sentences(text):
        assert span.start >= kept
        assert not text[kept : span.start].strip()
        assert span.of(text) == span.of(text).strip() != ""
        kept = span.end
    assert not text[kept:].strip()


@given(TEXTS)
def test_sentences_hold_every_character_in_order_without_overlap(text: str) -> None:
    check_cover(text)


@pytest.mark.deep
@given(TEXTS)
def test_sentences_hold_every_character_in_the_long_run(text: str) -> None:
    check_cover(text)


ONE = [
    "We write in support of the application (Application No. EMW 2012-FO-03506).",
    "The U.S. Senate and the U.S. Department of State met Sen. John F. Kennedy Jr. in Washington, D.C. on Jan. 5.",
    "Under 8 U.S.C. § 1187, S. 25 and H.R. 123 (Pub. L. No. 115-91, 131 Stat. 1283) apply.",
    "Reps. A. B. Cole (R-W. Va.) and James P. McGovern wrote to Gen. Mark A. Milley at 5 p.m. ET.",
    "See Smith v. Jones, e.g., No. 12-345, and cf. Art. II, Sec. 2 of the text.",
    "“We will act!” the senator said.",
    "“Why now?” asked Rep. Lee, who added … nothing else.",
    "We ask that you (1) pay $3.5 million; (2) report by Dec. 31; and (3) stop.",
    "Visit https://www.Agency.gov/Some.Page and write to A.Person@Example.org for more.",
    "Acme, Inc. President Ann Lee and Acme Corp. Chair Bo Day signed.",
    "The sum of . . . all parts is 2.5 percent vs. 3.1 before.",
]
SEVERAL = [
    ["We live in the U.S.", "The law is clear.", "It says so."],
    ["They left at 5 p.m.", "We stayed."],
    ["The plan was made by Acme, Inc.", "It failed."],
    ["He wrote “stop.”", "She did not."],
    ["“Is it lawful?”", "We think not."],
    ["(It is not.)", "We object."],
    ["The age is 21.[1]", "While this holds, act."],
    ["It holds.12", "In sum, act."],
    ["It was built in 1995.1", "By then it leaked."],
    ["Is it so?", "No.", "We will not yield."],
    ["Enough!", "What then?", "20 years have passed."],
    ["We ask, as in “the plan.”", "“Not so,” he said."],
    ["Costs rose in 2019.", "We object."],
    ["This goes on…", "The rest is known."],
]


@pytest.mark.parametrize("text", ONE)
def test_a_full_stop_inside_a_sentence_does_not_end_it(text: str) -> None:
    assert [s.of(text) for s in sentences(text)] == [text]


@pytest.mark.parametrize("parts", SEVERAL, ids=lambda p: p[0])
def test_sentences_end_where_a_reader_ends_them(parts: list[str]) -> None:
    text = " ".join(parts)

    assert [s.of(text) for s in sentences(text)] == parts


def test_a_lost_space_after_a_full_stop_still_ends_the_sentence() -> None:
    text = "We wrote today.The letter says so.”They agreed. See Inc.The end"

    assert [s.of(text) for s in sentences(text)][:3] == ["We wrote today.", "The letter says so.”", "They agreed."]


def test_a_letter_run_onto_the_release_begins_its_own_sentence() -> None:
    text = "Full text of the letter is below:Dear Mr. President: On May 9 you said so.We ask: why?"

    assert [s.of(text) for s in sentences(text)] == [
        "Full text of the letter is below:", "Dear Mr. President: On May 9 you said so.", "We ask: why?"
    ]  # fmt: skip


def test_wrapped_lines_are_one_sentence_and_items_their_own() -> None:
    text = (
        "We write to you about the plan that your Department made for the river in\n"
        "2019. The plan is bad. Please answer these questions about it without any\n"
        "further delay\n"
        "and in writing:\n"
        "1. Why was the plan made, and who in the office of the Secretary asked for\n"
        "   it at the time?\n"
        "2. When? And how?\n\n"
        "DEAR FRIENDS\n\n"
        "The Honorable Ann Lee\nSecretary of Rivers\n12 Main St.\nWashington, D.C.\n"
    )

    assert [" ".join(s.of(text).split()) for s in sentences(text)] == [
        "We write to you about the plan that your Department made for the river in 2019.",
        "The plan is bad.",
        "Please answer these questions about it without any further delay and in writing:",
        "1. Why was the plan made, and who in the office of the Secretary asked for it at the time?",
        "2. When?",
        "And how?",
        "DEAR FRIENDS",
        "The Honorable Ann Lee",
        "Secretary of Rivers",
        "12 Main St.",
        "Washington, D.C.",
    ]


def test_a_stretch_of_a_text_is_split_by_its_own_offsets() -> None:
    text = "Not this. We ask. We wait. Not that."

    assert [s.of(text) for s in sentences(text, 10, 26)] == ["We ask.", "We wait."]


def test_a_note_number_behind_a_closing_quotation_mark_ends_a_sentence() -> None:
    text = "The mayor said, “There is no place for it.”10 Pell must abide by this."
    assert [s.of(text) for s in sentences(text)] == [text[:45], text[46:]]
