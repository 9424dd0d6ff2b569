"""The matrix: topics merged across letters, the same whatever the order, nothing said that no letter says."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from summaries import readings

from brief.drafts import Stance
from brief.evidence import Claim, Evidence
from brief.letter.card import Deadline, LetterCard, Person, Source
from brief.summary import Action, Position, Provenance, Summary
from brief.tabulating import tabulate


def card(name: str, date: str | None = None, *signers: str) -> LetterCard:
    return LetterCard(
        id=name, kind="full", title="", date=date, source=Source(name=name, sha256=name.ljust(64, "0")),
        senders=tuple(Person(name=s, as_stated=s) for s in signers),
    )  # fmt: skip


def letter(name: str, *asks: tuple[str, str], date: str | None = None, signers: tuple[str, ...] = ()) -> Summary:
    actions = tuple(
        Action(text=text, topic=topic, status="supported", evidence=(Evidence(quote=text, letter=name),))
        for topic, text in asks
    )
    made = Provenance(origin="recorded")  # so that the topics are taken as given
    return Summary(letter=card(name, date, *signers), bottom_line=Claim(text=""), actions=actions, provenance=made)


FERRY = letter("ferry", ("inspection log", "publish the inspection log"), ("night ferry", "stop the night ferry"))
HARBOUR = letter("harbour", ("ferry inspection log", "keep the inspection log closed"))
SCHOOL = letter("school", ("school roof", "repair the school roof"))


def test_topics_of_several_letters_are_merged_and_stand_first() -> None:
    matrix = tabulate([FERRY, HARBOUR, SCHOOL])

    assert [c.letter for c in matrix.rows[0].cells] == ["ferry", "harbour"]
    assert len(matrix.rows) == 3


def test_a_letter_that_is_silent_has_no_cell() -> None:
    rows = {r.topic: [c.letter for c in r.cells] for r in tabulate([FERRY, SCHOOL]).rows}

    assert rows["school roof"] == ["school"]


def test_rows_can_be_fixed_and_keep_their_order() -> None:
    matrix = tabulate([FERRY, HARBOUR, SCHOOL], topics=["roof", "inspection log", "fares"])

    assert [r.topic for r in matrix.rows] == ["roof", "inspection log", "fares"]
    assert [[c.letter for c in r.cells] for r in matrix.rows] == [["school"], ["ferry", "harbour"], []]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("stop the night ferry", "opposes"),
        ("approve the night ferry", "supports"),
        ("do not approve the night ferry", "opposes"),
        ("publish the plan for the night ferry", "unclear"),
        (
            "support the inquiry of the council, the harbour master and the islanders into who let the night ferry go",
            "unclear",
        ),
    ],
)
def test_an_ask_takes_a_side_only_where_its_verb_does(text: str, stance: Stance) -> None:
    [row] = tabulate([letter("one", ("night ferry", text))]).rows

    assert row.cells[0].stance == stance


def test_a_stated_position_goes_before_what_an_ask_suggests() -> None:
    asked = letter("one", ("night ferry", "publish the plan for the night ferry"))
    position = Position(text="opposes the night ferry", topic="night ferry", stance="opposes", status="supported")
    [row] = tabulate([asked.model_copy(update={"positions": (position,)})]).rows

    assert row.cells[0].stance == "opposes"


def test_a_letter_given_twice_counts_once() -> None:
    assert tabulate([FERRY, FERRY]) == tabulate([FERRY])


def test_letters_with_the_same_topics_are_near_and_cluster() -> None:
    twin = letter("twin", ("inspection log", "publish the log"), ("night ferry", "stop it at night"))
    matrix = tabulate([FERRY, twin, SCHOOL])

    assert [(s.a, s.b, s.score) for s in matrix.similarities] == [("ferry", "twin", 1.0)]
    assert matrix.clusters == (("ferry", "twin"),)


def test_letters_and_deadlines_stand_in_one_timeline() -> None:
    due = Deadline(as_stated="by May 3", date="2024-05-03", purpose="reply", evidence=Evidence(quote="by May 3"))
    one = letter("one", date="2024-04-01").model_copy(update={"deadlines": (due,)})
    events = tabulate([letter("two", date="2024-04-20"), one]).timeline

    assert [(e.date, e.what) for e in events] == [
        ("2024-04-01", "letter"),
        ("2024-04-20", "letter"),
        ("2024-05-03", "reply due"),
    ]


def test_common_signers_are_named() -> None:
    one, two = letter("one", signers=("Ada Holm", "Bo Lind")), letter("two", signers=("A. Holm",))

    [overlap] = tabulate([one, two]).signers
    assert (overlap.a, overlap.b, overlap.names) == ("one", "two", ("A. Holm",))


@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_letters_changes_nothing(order: random.Random) -> None:
    summaries = [s for _, s in readings()]
    shuffled = order.sample(summaries, len(summaries))

    assert tabulate(shuffled) == tabulate(summaries)
    assert tabulate(shuffled, topics=["licenses"]) == tabulate(summaries, topics=["licenses"])


def test_every_cell_rests_on_a_claim_of_its_letter() -> None:
    matrix = tabulate([s for _, s in readings()])

    assert matrix.rows
    for row in matrix.rows:
        assert len({c.letter for c in row.cells}) == len(row.cells)
        for cell in row.cells:
            assert cell.claim is not None
            assert {e.letter for e in cell.claim.evidence} <= {cell.letter}
