"""Words broken at line ends in a text file: made whole, compounds kept, and nothing else touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief import read, summarize
from brief.ingest import read as read_document
from brief.ingest.hyphens import rejoined


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("We there-\nfore urge you", "We therefore\nurge you"),
        ("   1. Please in-\n      clude a map?", "   1. Please include\n      a map?"),
        ("was re-\nfused, please", "was refused,\nplease"),
        ("a state-\nment of", "a statement\nof"),
        ("insur-\nance.\nNext line", "insurance.\nNext line"),
        ("a long-\nterm plan", "a long-term\nplan"),
        ("cross-\nborder trade", "cross-border\ntrade"),
        ("an in-\nhouse lawyer", "an in-house\nlawyer"),
        ("an e-\nmail to us", "an e-mail\nto us"),
    ],
)
def test_a_word_broken_at_a_line_end_is_made_whole_on_the_upper_line(broken: str, whole: str) -> None:
    assert rejoined(broken) == whole


def test_a_text_that_writes_the_word_itself_decides_about_its_hyphen() -> None:
    assert rejoined("the sea-level gauge and its sea-\nlevel data") == "the sea-level gauge and its sea-level\ndata"
    assert rejoined("a waterway, and the water-\nway below") == "a waterway, and the waterway\nbelow"


@pytest.mark.parametrize(
    "text",
    [
        "short-\nand long-term plans",
        "see https://a.example/the-\nreport for more",
        "Asia-\nPacific",
        "pages 12-\n14",
        "a plan -\nof sorts",
        "no break at all",
        "write to the.lock-\nkeeper@harbor.example today",
        "see www.lock-\nkeeper.example for more",
        "the co-\nvid19 rules",
    ],
)
def test_other_hyphens_at_line_ends_stay(text: str) -> None:
    assert rejoined(text) == text


@given(st.text(alphabet="ab- \n.,é’", max_size=80))
def test_no_character_but_breaks_and_hyphens_is_lost(text: str) -> None:
    def bare(s: str) -> str:
        return "".join(c for c in s if c not in "- \n")

    assert bare(rejoined(text)) == bare(text)


LETTER = """March 2, 2021

The Honorable Ottoline Farr
Administrator
Coastal Survey Admin-
istration

Dear Administrator Farr:

   The act obliges you to report each year. No report has been sent since 2019. We there-
fore urge you to submit the overdue reports without further de-
lay, and to in-
clude a map of the long-
term stations.

Sincerely,

Bram Tolley
"""


def test_a_broken_word_hides_no_ask_and_every_span_is_of_the_text_as_read() -> None:
    document = read_document(LETTER.encode(), name="survey.txt")
    (letter,) = read(LETTER.encode(), name="survey.txt")

    summary = summarize(letter)

    assert [a.text for a in summary.actions] == [
        "submit the overdue reports without further delay", "include a map of the long-term stations",
    ]  # fmt: skip
    assert summary.letter.recipients[0].office == "Administrator, Coastal Survey Administration"
    assert all(document.text[e.start : e.end] == e.quote for a in summary.actions for e in a.evidence)
