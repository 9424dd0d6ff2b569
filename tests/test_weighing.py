"""Which of a letter's asks a headline would name, and in which order a page has them."""

from __future__ import annotations

from typing import Any

import pytest

from brief.providers.extractive.asks import find_asks
from brief.providers.extractive.units import units
from brief.providers.extractive.weighing import by_weight, main_ask

MILL, LOCK = "We ask you to sell the mill.", "We ask you to mend the lock."


def named(text: str, **around: Any) -> str | None:
    """The main ask of a letter, its action as it stands there."""
    parts = units(text)
    found = main_ask(find_asks(parts, "Secretary Farr"), parts, text, **around)
    return text[found.act : found.end].rstrip(".") if found else None


def test_of_asks_that_weigh_the_same_the_first_is_named() -> None:
    assert named(f"{MILL} {LOCK}") == "sell the mill"
    assert named("Please mend the lock.") == "mend the lock"
    assert named("The mill is old.") is None


@pytest.mark.parametrize(
    "lesser",
    [
        "We recommend that you sell the mill.",
        "It is requested that you sell the mill.",
        "We request a response to this letter.",
        "We ask for your assistance.",
        "We ask for an update.",
        "We thank you and hope that you will sell the mill.",
        "The Board must sell the mill.",
        "If it floods, we ask you to sell the mill.",
        "We also ask you to sell the mill.",
        "We ask for the sale of the mill.",
        "We ask you to revise this approach.",
        "We ask you to act now.",
        "We ask you to explain the sale of the mill.",
        "We ask Congress to sell the mill.",
        "Who paid for the mill? Please list the payments.",
        "We ask you to:\n\n1. sell the mill:\n(a) to the Guild;\n(b) by lot.\n\n",
    ],
)
def test_a_lesser_ask_gives_way_to_one_that_follows(lesser: str) -> None:
    assert named(f"{lesser} {LOCK}") == "mend the lock"


@pytest.mark.parametrize(
    ("lesser", "better"),
    [
        ("We request a response on the mill.", "We request a survey of the lock."),
        ("We would be grateful for the sale of the mill.", "We request the sale of the lock."),
        ("We urge updates.", "We urge a new lock."),
    ],
)
def test_of_two_things_asked_for_the_one_of_substance_is_named(lesser: str, better: str) -> None:
    thing = better.partition(" ")[2].partition(" ")[2].rstrip(".")

    assert named(f"{lesser} {better}") == named(f"{better} {lesser}") == thing


PAID, LIST = "Who paid for the mill?", "Please open its old books."


@pytest.mark.parametrize(
    ("text", "main"),
    [
        (f"{PAID} {LIST}\n\nPlease mend the lock.", "mend the lock"),
        (f"{PAID} {LIST} Please open the gate.\n\nPlease mend the lock.", "mend the lock"),
        (f"1. {PAID} {LIST}\n\n2. Who sold it?\n\nPlease mend the lock.", "mend the lock"),
        (f"{PAID}\n\n{LIST}\n\nPlease mend the lock.", "open its old books"),  # in a paragraph of its own
        (f"The mill is old. {LIST}\n\nPlease mend the lock.", "open its old books"),  # behind no question
        (f"{PAID} {LIST}", "open its old books"),  # nothing else is asked
    ],
)
def test_what_only_follows_up_a_question_is_not_named(text: str, main: str) -> None:
    assert named(text) == main


def test_what_the_letter_is_written_for_is_named_if_it_says_so_at_its_beginning() -> None:
    purpose = "We write to ask you to mend the lock."

    assert named(f"{MILL} {purpose}") == "mend the lock"
    assert named(f"{MILL} The dam broke. The river rose. The mill fell. {purpose}") == "sell the mill"


def test_what_the_page_says_of_the_letter_decides_between_two() -> None:
    assert named(f"{MILL} {LOCK}", title="Birch wants the lock mended") == "mend the lock"
    assert named(f"{MILL} {LOCK}", lead="Birch wrote on the broken lock and how to mend it.") == "mend the lock"
    both = "We ask you to close the old lock at Pell. We ask you to mend the old lock at Pell."
    mend, close = "mend the old lock at Pell", "close the old lock at Pell"
    assert named(both, lead=f"Birch, who would {close}, urged Farr to quickly mend it.") == mend
    assert named(both, lead=f"Birch, who would {mend}, urged Farr to quickly close it.") == close


def test_what_points_to_something_named_before_may_be_named_where_that_is_known() -> None:
    text = "We write to ask you to revise this decision. We ask you to mend the lock."

    assert named(text) == "mend the lock"
    assert named(text, resolved=lambda: True) == "revise this decision"


def ordered(text: str) -> list[str]:
    """The actions in the order of a page."""
    parts = units(text)
    asks = find_asks(parts, "Secretary Farr")
    return [text[a.act : a.end].rstrip(".;") for a in by_weight(asks, main_ask(asks, parts, text), text)]


GATE = "open the gate"


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        (f"{MILL} We urge you to mend the lock.", ["mend the lock", "sell the mill"]),
        (f"We recommend that you {GATE}. {MILL} {LOCK}", ["sell the mill", "mend the lock", GATE]),
        (f"The Board must {GATE}. {MILL} {LOCK}", ["sell the mill", "mend the lock", GATE]),
        (f"We urge you to:\n\n1. {GATE};\n\n2. sell the mill.", [GATE, "sell the mill"]),
        (
            f"We recommend that you:\n\n1. {GATE};\n\n2. sell the mill.\n\nWe urge you to mend the lock.",
            ["mend the lock", GATE, "sell the mill"],
        ),
        (
            f"{MILL} We urge you to mend the lock and recommend that you {GATE}.",
            ["mend the lock", GATE, "sell the mill"],
        ),
    ],
)
def test_the_named_ask_comes_first_and_what_is_only_recommended_last(text: str, actions: list[str]) -> None:
    assert ordered(text) == actions
