"""Each quotation is found where it stands, as editors quote: whole, cut, re-cased, with insertions, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample import make

from brief.evidence import Evidence
from brief.ground import ground
from brief.letter.anatomy import Letter

TEXT = """Today Rep. Ada Brook sent a letter on the mill. “We urge you to reopen the mill,” she said.

We write about the Alder mill, which has stood idle since 2019. We urge you to reopen the mill before the frost, \
which the Department (in its own words) “expects” in October. It should also tell the town what the delay has cost.

The Department promised $1.5 million. The Department has paid $15 thousand. We urge you to reopen the mill at once.

Sincerely, Ada Brook"""
LETTER = make(TEXT, first="We write about", last="mill at once.", senders=("Ada Brook",))


def only(quote: str, letter: Letter = LETTER, near: int | None = None) -> Evidence:
    (found,) = ground([quote], letter, near=near)
    return found


def test_words_that_stand_there_letter_for_letter_are_exact() -> None:
    found = only("has stood idle since 2019")
    assert (found.match, found.voice) == ("exact", "letter")
    assert TEXT[found.start : found.end] == found.quote == "has stood idle since 2019"


@pytest.mark.parametrize(
    "quote",
    [
        'WE URGE YOU to reopen the mill before the frost, which the department (in its own words) "expects" in October',
        "“It should also tell the town\nwhat the  delay has cost.”",
        "it should also tell the town what the de-lay has cost",
        "stood idle since 2019; we urge you",
    ],
)
def test_other_quotation_marks_case_spaces_and_line_breaks_are_normalised(quote: str) -> None:
    found = only(quote)
    assert found.match == "normalised"
    assert TEXT[found.start : found.end] == found.quote


def test_a_decimal_point_is_no_punctuation() -> None:
    assert only("promised $15 million").match == "missing"


@pytest.mark.parametrize(
    "quote",
    [
        "We write about the Alder mill, which stood idle since 2019",  # a word left out
        "It ought also tell the town what the delay has cost",  # a word exchanged
        "We urge you to reopen the mill before the frost, which the Department “expects” in October",
        "It shuold also tell the twon what the delay has cost",  # slips
    ],
)
def test_a_slip_in_a_long_quotation_is_fuzzy_and_gives_the_source_words(quote: str) -> None:
    found = only(quote)
    assert found.match == "fuzzy"
    assert found.quote == TEXT[found.start : found.end] != quote


@pytest.mark.parametrize(
    "quote",
    [
        "We urge you to close the quarry before Christmas",
        "The mill must be sold to the highest bidder",
        "promised nine million",
        "he delay has cos",  # cut inside words
        "",
        "…",
    ],
)
def test_words_that_are_not_there_are_missing_and_kept(quote: str) -> None:
    assert only(quote) == Evidence(quote=quote, letter="letter")


def test_a_cut_quotation_gives_its_pieces_in_order() -> None:
    pieces = ground(["We urge you to reopen the mill … in October"], LETTER)
    assert [p.match for p in pieces] == ["exact", "exact"]
    assert pieces[0].start == TEXT.index("We urge you to reopen the mill before")
    assert pieces[0].end < pieces[1].start


@pytest.mark.parametrize("cut", ["...", "[…]", " . . . ", "[ ... ]", "…"])
def test_every_way_to_mark_a_cut_is_understood(cut: str) -> None:
    assert len(ground([f"We write about the Alder mill{cut}has stood idle"], LETTER)) == 2


def test_an_ellipsis_of_the_source_is_no_cut() -> None:
    letter = make("They spoke of a “complex web of… third-country companies” and left.")
    assert only("complex web of… third-country companies", letter).match == "exact"


def test_a_missing_piece_of_a_cut_quotation_is_told() -> None:
    pieces = ground(["We urge you to reopen the mill … or sell it to the county council"], LETTER)
    assert [p.match for p in pieces] == ["exact", "missing"]


@pytest.mark.parametrize(
    "quote",
    [
        "[The Department] should also tell the town what the delay has cost",
        "[i]t should also tell the town",
        "tell the town what the delay [in reopening] has cost",
        "The Department [of Works] promised $1.5 million",
    ],
)
def test_bracketed_insertions_are_the_editors(quote: str) -> None:
    found = only(quote)
    assert found.match == "normalised"
    assert "[" not in found.quote


def test_a_repeated_passage_is_taken_in_the_letter_before_the_release() -> None:
    assert only("We urge you to reopen the mill").start == TEXT.index("We urge you to reopen the mill before")


def test_a_repeated_passage_is_taken_near_its_neighbour() -> None:
    last = TEXT.rindex("We urge you to reopen the mill")
    assert only("We urge you to reopen the mill", near=last - 30).start == last
    pair = ground(["paid $15 thousand", "We urge you to reopen the mill"], LETTER)
    assert pair[1].start == last


def test_words_of_the_release_are_found_with_their_voice() -> None:
    found = only("sent a letter on the mill")
    assert (found.match, found.voice) == ("exact", "release")


@given(st.integers(0, len(TEXT) - 1), st.integers(5, 120))
def test_whatever_is_cut_from_the_text_is_found_and_spans_hold(start: int, length: int) -> None:
    quote = TEXT[start : start + length]
    for found in ground([quote], LETTER):
        if found.start is not None:
            assert TEXT[found.start : found.end] == found.quote
    edges = (TEXT[:start][-1:] + quote[:1], quote[-1:] + TEXT[start + length :][:1])
    if quote.strip() and not any(e.isalnum() and len(e) == 2 for e in edges):
        assert ground([quote], LETTER)[0].match in ("exact", "normalised")


@given(st.text(max_size=200))
def test_no_text_breaks_the_search(quote: str) -> None:
    for found in ground([quote], LETTER):
        assert (found.start is None) == (found.match == "missing")
