"""The bottom line by rule: what both letters concern by name, and the ask to know first, as a whole."""

from __future__ import annotations

import pytest

from brief.drafts import BottomLineDraft, RowDraft
from brief.providers.extractive.leading import bottom_line, main_ask

CARDS = ("full letter, no date; from Ada Holm; to Iva Roth", "full letter, no date; from Bo Lind; to not named")


def item(name: str, quote: str, kind: str = "ask", **more: str) -> dict[str, str]:
    plain = {"id": name, "kind": kind, "topic": "", "quote": quote, "weight": "5"}
    return plain | ({"strength": "request", "text": quote} if kind == "ask" else {}) | more


def line(*items: dict[str, str], rows: tuple[RowDraft, ...] = ()) -> BottomLineDraft:
    return bottom_line(rows, {i["id"]: i for i in items}, CARDS)


@pytest.mark.parametrize(
    ("a", "b", "both"),
    [
        ("Let Holm decide.", "Let Holm wait.", None),
        ("Keep Norland in the pact.", "Let Norland leave.", "concern Norland"),
        ("Mend the Varna Lock now.", "We saw the Varna Lock.", "concern the Varna Lock"),
        ("Talk to North Korea.", "We fear the DPRK.", "concern North Korea"),
        ("Congress and the United States must act.", "Congress and the United States must wait.", None),
        ("Mend the tide gate.", "Close the tide gate.", "concern the tide gate"),
        ("Dredge the basin.", "Raise the fares.", None),
        ("Ask New Varna to wait.", "Let New Varna go on.", "concern New Varna"),
        ("Send infant formula to Norland.", "Norland has no infant formula.", "concern infant formula"),
        ("Consult the Tribal councils.", "Fund Tribal clinics and Tribal courts.", None),
    ],
    ids=[
        "a sender's name",
        "a name",
        "its article",
        "another name for it",
        "what all name",
        "no name",
        "nothing",
        "a name with New",
        "a phrase before a lone name",
        "an adjective",
    ],
)
def test_both_letters_concern_what_both_name(a: str, b: str, both: str | None) -> None:
    assert line(item("A1", a), item("B1", b)).both == both


def test_a_name_in_what_is_wanted_counts_more_than_one_among_the_facts() -> None:
    facts = [item(f"{s}{n}", f"In {n} years Sarn fell.", "fact") for s in "AB" for n in (2, 3)]

    assert line(item("A1", "Help Tarsk."), item("B1", "Leave Tarsk alone."), *facts).both == "concern Tarsk"


def test_what_is_urged_first_leads_before_what_weighs_more() -> None:
    asks = [
        item("A1", "send a list of 40 ferries", weight="9"),
        item("A2", "stop the night ferry", strength="urge"),
        item("A3", "fire the master", strength="demand", weight="9"),
    ]

    assert main_ask(asks) == asks[1]


def test_a_sentence_that_tells_of_an_ask_leads_only_where_there_is_no_other() -> None:
    told = item("A1", "They also ask several questions.", "told") | {"kind": "ask", "weight": "9"}
    reply = item("A2", "an answer", "reply", text="an answer", strength="request")

    assert main_ask([told, reply]) == reply
    assert main_ask([told]) == told
    assert main_ask([]) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("publish the log", "asks Iva Roth to publish the log"),
        ("not to publish the log", "asks Iva Roth not to publish the log"),
        ("a meeting in May", "asks Iva Roth for a meeting in May"),
        ("the log be published", "asks Iva Roth that the log be published"),
    ],
)
def test_an_ask_continues_the_sentence(text: str, said: str) -> None:
    assert line(item("A1", text), item("B1", "dredge the basin")).a == said


def test_long_asks_end_at_a_clause_so_that_both_fit() -> None:
    long = (
        "publish the log of every ferry that crossed at night, with the names of all pilots on duty and their hours, "
    )
    said = line(item("A1", long + "so that the islands know"), item("B1", long + "because the islands asked"))

    assert said.a == "asks Iva Roth to publish the log of every ferry that crossed at night"
    assert said.b.startswith("asks the addressee to publish the log of every ferry")
    assert len(f"{said.a} {said.b}".split()) <= 44


def test_without_an_ask_it_says_so() -> None:
    assert line(item("A1", "dredge the basin")).b == "asks nothing in the text given"


@pytest.mark.parametrize("state", ["Florida", "New Jersey", "The State of Florida"])
def test_the_state_that_letters_come_from_is_not_what_they_concern_beside_a_matter(state: str) -> None:
    facts = [item(f"{s}{n}", f"{state} rose in {n}.", "fact") for s in "AB" for n in (2, 3)]

    assert line(item("A1", "Help Tarsk."), item("B1", "Leave Tarsk alone."), *facts).both == "concern Tarsk"


def test_what_little_of_a_letter_says_is_not_what_it_concerns() -> None:
    facts = [
        item(f"{s}{n}", f"In {n} years the {place} rose.", "fact")
        for s, place in (("A", "fares"), ("B", "tolls"))
        for n in range(2, 30)
    ]
    once = [item("A99", "They met at Sarn Quay.", "fact"), item("B99", "We saw Sarn Quay.", "fact")]

    assert line(item("A1", "Mend the gate."), item("B1", "Fund the school."), *facts, *once).both is None


_WHO = "urges Iva Roth, Harbour Master, Quay Office, Sarn, Isle of Tarsk,"
_URGES = f"{_WHO} to mend the gate that the storm broke in the first week of May"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("urges Iva Roth to mend the gate", "urges Iva Roth to mend the gate"),
        ("", "asks Iva Roth to publish the log"),
        (
            f"{_URGES} and that the ferries need at night, because the islands ask",
            f"{_URGES} and that the ferries need at night",
        ),
    ],
    ids=["as its brief says", "no brief", "cut after the addressee"],
)
def test_each_side_says_what_its_own_brief_says(told: str, said: str) -> None:
    items = {i["id"]: i for i in (item("A1", "publish the log"), item("B1", "dredge the basin"))}

    assert bottom_line((), items, CARDS, (told, "")).a == said


def test_whom_both_go_to_is_not_what_they_concern() -> None:
    items = {i["id"]: i for i in (item("A1", "The Quay Board must act."), item("B1", "We ask the Quay Board to wait."))}

    assert bottom_line((), items, CARDS).both == "concern the Quay Board"
    assert bottom_line((), items, CARDS, readers=frozenset(("quay", "board"))).both is None
