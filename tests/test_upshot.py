"""The bottom line of a comparison is held against both letters, clause by clause."""

from __future__ import annotations

import pytest

from brief.audit import upshot
from brief.audit.row import Row
from brief.evidence import Claim
from brief.letter.card import LetterCard, Recipient, Source

OF_A = (
    "We write about the Brennick weir and the night ferry to Morland.",
    "We urge you to open the Brennick weir by May 3.",
    "The repair of the gates costs $4 million.",
    "Please send us the inspection log of the ferry.",
)
OF_B = (
    "The night ferry to Morland and the Brennick weir concern every family here.",
    "We urge the Board not to open the Brennick weir before the spawning season is over.",
    "Ferry fares rose twice within a year.",
)


def side(name: str, sentences: tuple[str, ...]) -> upshot.Side:
    board = Recipient(name="Ida Marrow", office="Chair of the Tidal Board", as_stated="Chair Ida Marrow")
    card = LetterCard(
        id=name, kind="full", title="", date="2024-02-01", date_basis="letter", recipients=(board,),
        source=Source(name=f"{name}.txt", sha256="0" * 64, index=1),
    )  # fmt: skip
    return upshot.Side.of(sentences, [(s.rstrip("."), s) for s in sentences[1:2]], card)


PAIR = upshot.Pair(
    side("a", OF_A),
    side("b", OF_B),
    [
        Row(
            "opening the weir", "conflict", "goal",
            Claim(text="urges the Board to open the Brennick weir"),
            Claim(text="urges the Board not to open the Brennick weir"),
        )
    ],
)  # fmt: skip
COUNTS = {"asks": frozenset({1, 3, 4}), "shared asks": frozenset({1}), "questions": frozenset({0, 9})}


def objections(text: str) -> list[str]:
    return [f.what for f in upshot.check(text, PAIR, COUNTS)]


@pytest.mark.parametrize(
    "line",
    [
        "Both letters take up the night ferry to Morland. They part on the Brennick weir.",
        "Letter A urges the Board to open the Brennick weir by May 3; letter B urges that it stay closed.",
        "Only letter A asks for the inspection log of the ferry.",
        "Letter B does not ask for the inspection log; letter A puts the repair at $4 million.",
        "Neither letter speaks of the harbour bank's salaries.",
        "The letters share one ask; B puts nine questions.",
        "Letter A urges Chair Ida Marrow of the Tidal Board to open the Brennick weir.",
        "Letter A writes of Part B of the inspection log; letter B of fares on both ferries.",
        "Letter A asks Ida A. Marrow for the inspection log.",
        "",
    ],
)
def test_a_line_that_the_letters_bear_passes(line: str) -> None:
    assert objections(line) == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Both letters call for a boycott of the autumn fair.", "no passage of letter A"),
        ("Both letters speak of Commissioner Halloran.", "Halloran"),
        ("Both letters urge the Board to open the Brennick weir.", "letter B"),
        ("Both letters urge the Board not to open the Brennick weir.", "letter A"),
        ("Both letters put the repair of the gates at $4 million.", "letter B"),
        ("Only letter A takes up the night ferry to Morland.", "speaks of it too"),
        ("Letter A says that ferry fares rose twice within a year.", "the other's"),
        ("Letter B urges that the Brennick weir be opened by May 3.", "May 3"),
        ("Letter A does not urge the Board to open the Brennick weir.", "is said not to"),
        ("Letter A urges the Board not to open the Brennick weir.", "its own ask is"),
        ("Neither letter asks about the inspection log of the ferry.", "letter A does"),
        ("They share three of the four asks.", "three of the four asks"),
        ("A puts seven questions.", "seven questions"),
    ],
)
def test_a_line_that_a_letter_does_not_bear_is_objected_to(line: str, words: str) -> None:
    found = objections(line)
    assert found, line
    assert words in found[0]


def test_a_count_that_a_letter_gives_itself_stands() -> None:
    told = upshot.Pair(side("a", (*OF_A, "We ask five questions about the weir.")), side("b", OF_B))
    assert not list(upshot.check("A asks five questions about the Brennick weir.", told, COUNTS))


def test_what_a_row_has_of_both_is_not_only_one_letter_s() -> None:
    both = Row("fares", "agree", "goal", Claim(text="speaks of fares"), Claim(text="says that fares rose"))
    pair = upshot.Pair(PAIR.a, PAIR.b, [both])

    assert ["a row has both" in f.what for f in upshot.check("Only letter A concerns fares.", pair)] == [True]
    assert not [*upshot.check("Only letter A concerns fares.", PAIR)]
