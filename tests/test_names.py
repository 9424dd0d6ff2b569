"""Persons as a text names them: titles, names in capitals, brackets, one person named twice."""

from __future__ import annotations

import pytest

from brief.letter.names import bracketed, cased, chamber_of, merged, split_title, surname


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("ADA TILLOTSON", "Ada Tillotson"), ("Jane TILLOTSON", "Jane Tillotson"), ("ADA McDONALD", "Ada McDonald"),
        ("ADA MCDONALD", "Ada McDonald"), ("BO O’NEIL", "Bo O’Neil"), ("BO O'NEIL", "Bo O'Neil"), ("TJ ASH", "TJ Ash"),
        ("MARY SMITH-JONES", "Mary Smith-Jones"), ("CY DOLE, JR.", "Cy Dole, Jr."), ("CY DOLE III", "Cy Dole III"),
        ("J. D. ELM", "J. D. Elm"), ("AJ ASH", "AJ Ash"), ("Ada Birch", "Ada Birch"), ("Ada DeBirch", "Ada DeBirch"),
    ],
)  # fmt: skip
def test_a_name_in_capitals_is_written_as_a_name(printed: str, name: str) -> None:
    assert cased(printed) == name


@pytest.mark.parametrize(
    ("run", "title", "name"),
    [
        ("U.S. Sen. Ada Birch", "U.S. Sen.", "Ada Birch"),
        ("Ranking Member Cy Dole", "Ranking Member", "Cy Dole"),
        ("Ada Birch", "", "Ada Birch"),
        ("Oregon’s Ada Birch", "Oregon’s", "Ada Birch"),
        ("Attorney General", "Attorney General", ""),
    ],
)
def test_a_run_of_capitals_falls_into_title_and_name(run: str, title: str, name: str) -> None:
    assert split_title(run) == (title, name)


@pytest.mark.parametrize(
    ("title", "chamber"), [("U.S. Sen.", "senate"), ("Congresswoman", "house"), ("Governor", None)]
)
def test_a_title_tells_the_chamber(title: str, chamber: str | None) -> None:
    assert chamber_of(title) == chamber


def test_suffixes_are_no_surnames() -> None:
    assert [surname(n) for n in ("Cy Dole, Jr.", "Cy Dole III", "Élan Dóle", "Dole")] == ["dole"] * 4


def test_mentions_of_one_person_are_put_together_and_namesakes_kept_apart() -> None:
    text = "Ada Birch (D-MA), A. Birch (D), Bo Birch (R-TX), Ada Birch (MA-03)"
    people = merged(bracketed(text))
    assert [(p.name, p.party, p.state, p.district) for p in people] == [
        ("Ada Birch", "D", "MA", "3"),
        ("Bo Birch", "R", "TX", None),
    ]


def test_a_bracket_with_an_agency_or_a_list_number_is_no_person() -> None:
    assert not list(bracketed("Veterans Affairs (VA), the Ferry Act (I), Pacific Time (PT) and Maren Weir (LLC)"))


def test_words_that_a_page_has_run_together_are_parted() -> None:
    assert [p.name for p in bracketed("AdaBirch (D-MA) and Cy McDole (R-TX)")] == ["Ada Birch", "Cy McDole"]


def test_a_nickname_belongs_to_the_name_and_a_seat_does_not() -> None:
    assert [p.name for p in bracketed("Ada “Birdie” Birch (D-MA), Bo Ash (CA-02) Cy Dole (CA-03)")] == [
        "Ada “Birdie” Birch",
        "Bo Ash",
        "Cy Dole",
    ]
