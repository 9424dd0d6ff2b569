"""The rules that compare: agreement, conflict and difference by verbs, figures and dates, and no guesses."""

from __future__ import annotations

import json

import pytest

from brief.drafts import RowDraft
from brief.providers.extractive.compare import compare

CARDS = {
    "a": "full letter, no date; from Ada Holm; to Iva Roth",
    "b": "full letter, no date; from Bo Lind; to not named",
}


def item(name: str, kind: str, quote: str, **more: object) -> dict[str, object]:
    return {"id": name, "kind": kind, "topic": "night ferry", "quote": quote, "weight": 5, "nearest": 0.3, **more}


def rows(
    a: dict[str, object], b: dict[str, object], near: float = 0.4, by: str = "words", shared: int = 3
) -> list[RowDraft]:
    link = {"a": a["id"], "b": b["id"], "near": near, "by": by, "topic": "night ferry", "shared": shared}
    return compare({
        **CARDS, "items_a": json.dumps(a), "items_b": json.dumps(b), "links": json.dumps(link), "asks": "",
    }).rows  # fmt: skip


def ask(name: str, text: str, **more: object) -> dict[str, object]:
    return item(name, "ask", f"We ask you to {text}.", text=text, strength="request", **more)


@pytest.mark.parametrize(
    ("a", "b", "relation", "aspect"),
    [
        ("publish the ferry's log", "publish the log of the ferry", "agree", "goal"),
        ("issue the ferry's licence", "not to issue the ferry's licence", "conflict", "means"),
        ("approve the ferry's licence", "deny the ferry's licence", "conflict", "means"),
        ("publish the night ferry's log", "inspect the night ferry", "differ", "means"),
        ("seek a licence for the night ferry", "request a licence for the ferry at night", "agree", "goal"),
        ("suspend the talks on the night ferry", "not to suspend the talks on the ferry", "conflict", "means"),
        ("direct the Board not to sell the night ferry", "sell the night ferry", "conflict", "means"),
        ("direct the Board not to sell the night ferry", "not to sell the night ferry", "agree", "goal"),
        (
            "the ferry's night rule be immediately withdrawn",
            "the night rule be rescinded for the ferry",
            "agree",
            "goal",
        ),
    ],
)
def test_asks_are_told_apart_by_their_verbs(a: str, b: str, relation: str, aspect: str) -> None:
    [row] = rows(ask("A1", a), ask("B1", b))

    assert (row.relation, row.aspect, row.a, row.b) == (relation, aspect, "A1", "B1")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("halt its efforts to close the gate on ferries and barges", "recognize that ferries and barges need the gate"),
        ("start an inquiry into the choice of the ferry's berth", "pause work on the ferry's berth"),
    ],
)
def test_an_ask_that_stops_one_thing_does_not_contradict_one_for_another(a: str, b: str) -> None:
    assert [r.relation for r in rows(ask("A1", a), ask("B1", b))] == ["differ"]


def test_words_that_pull_apart_conflict_only_on_a_thing_that_both_name() -> None:
    a = item("A1", "aim", "We support the drawdown of the garrison at the ferry.")
    b = item("B1", "aim", "They would block the quay, where the ferry and the garrison meet.")

    assert "conflict" not in [r.relation for r in rows(a, b)]


def test_sums_of_unlike_things_do_not_conflict() -> None:
    a = item("A1", "fact", "Night fares on the ferry bring $4 million to the islands.")
    b = item("B1", "fact", "The islands earn $6 billion, and the ferry serves them.")

    assert "conflict" not in [r.relation for r in rows(a, b)]


def test_a_sum_for_each_year_does_not_conflict_with_a_sum_for_all() -> None:
    a = item("A1", "fact", "The ferry cost $4 million a year.")
    b = item("B1", "fact", "In ten years the ferry cost $40 million.")

    assert "conflict" not in [r.relation for r in rows(a, b)]


def test_what_both_speak_of_stands_in_both() -> None:
    a = item("A1", "fact", "The harbour pilots of Sarn left the night ferry in May.")
    b = item("B1", "fact", "No harbour pilots came to the ferry at night.")
    [row] = rows(a, b)

    assert (row.topic, row.aspect, row.why) == ("harbour pilots", "facts", "Both speak of “harbour pilots”.")


def test_questions_on_one_matter_are_both_asked() -> None:
    a = item("A1", "question", "What do pilots need for the ferry?")
    [row] = rows(a, item("B1", "question", "Will the ferry wait until its pilots are paid?"), near=0.3)

    assert (row.relation, row.why) in (
        ("agree", "Both ask about “pilots” and “ferry”."),
        ("agree", "Both ask about “ferry” and “pilots”."),
    )


def test_a_lone_word_in_common_is_no_agreement() -> None:
    a, b = (
        item("A1", "fact", "Pilots of Sarn left the quay."),
        item("B1", "fact", "The barge came home late without its pilots."),
    )

    assert {r.relation for r in rows(a, b, near=0.4)} == {"only_a", "only_b"}


def test_sentences_that_are_one_are_said_to_say_the_same() -> None:
    a, b = (item(n, "fact", "The harbour pilots of Sarn left the night ferry in May.") for n in ("A1", "B1"))
    [row] = rows(a, b, near=1.0)

    assert row.why == "Both say it of “harbour pilots of Sarn”, nearly word for word."


def test_what_both_refuse_and_what_both_fear_is_more_than_one_matter() -> None:
    no = (
        item("A1", "fact", "We do not intend to vote for a harbour-toll rise."),
        item("B1", "fact", "We will not vote for any bill that raises the harbour toll."),
    )
    fears = (
        item("A1", "concern", "The rule would threaten the boating and fishing trade of Sarn."),
        item("B1", "concern", "This rule is a danger to the boating and fishing trade of Sarn."),
    )

    assert [r.why for r in rows(*no)] == ["Both say that they will not do it, on “harbour-toll”."]
    assert [r.why for r in rows(*fears)] == ["Both voice concern for “boating and fishing trade of Sarn”."]


def test_what_a_letter_says_it_will_not_do_contradicts_who_asks_for_it() -> None:
    a = ask("A1", "instruct the Board to pause the ferry")
    b = item("B1", "fact", "I am afraid that we cannot instruct the Board to pause the ferry.")
    [row] = rows(a, b)

    assert (row.relation, row.why) == ("conflict", "{A} asks for what {B} says will not be done.")


def test_what_one_would_have_directed_and_the_other_would_not_is_a_conflict() -> None:
    a, b = (
        ask("A1", "not to issue any of the twelve licenses"),
        ask("B1", "direct the Board to issue the twelve licenses"),
    )
    [row] = rows(a, b)

    assert (row.relation, row.why) == ("conflict", "{B} asks for what {A} asks not to be done.")


def test_an_ask_that_has_its_like_is_not_said_to_want_other_steps() -> None:
    a = [ask("A1", "publish the ferry's log"), ask("A2", "inspect the ferry")]
    b = ask("B1", "publish the log of the ferry")
    links = [{"a": i["id"], "b": "B1", "near": 0.4, "by": "words", "topic": "log", "shared": 2} for i in a]
    made = compare({
        **CARDS, "items_a": "\n".join(map(json.dumps, a)), "items_b": json.dumps(b),
        "links": "\n".join(map(json.dumps, links)), "asks": "",
    })  # fmt: skip

    assert [(r.relation, r.a) for r in made.rows if r.b] == [("agree", "A1")]
    assert [(r.a, r.b) for r in made.asks] == [("A1", "B1")]


def test_the_same_ask_by_another_date_differs_in_its_deadline() -> None:
    [row] = rows(ask("A1", "publish the log", deadline="by May 3"), ask("B1", "publish the log", deadline="by June 1"))

    assert (row.relation, row.aspect) == ("differ", "deadline")
    assert row.why == "Both ask for it; {A} sets “by May 3”; {B} sets “by June 1”."


def test_one_day_written_in_two_ways_is_one_date() -> None:
    a, b = ask("A1", "publish the log", deadline="by Sept. 1, 2024"), ask("B1", "publish the log")
    [row] = rows(a, {**b, "deadline": "no later than September 1, 2024"})

    assert (row.relation, row.why) == ("agree", "Both ask for it.")


def test_who_lifts_a_ban_is_for_what_was_banned() -> None:
    [row] = rows(ask("A1", "lift the ban on night ferries"), ask("B1", "prohibit night ferries"))
    [both] = rows(ask("A1", "extend the moratorium on night ferries"), ask("B1", "prohibit night ferries"))

    assert (row.relation, row.why) == ("conflict", "{A} asks for what {B} asks not to be done.")
    assert both.why == "Both are against it, by different steps."


def test_a_lone_common_word_is_a_matter_only_if_it_is_a_name() -> None:
    farms = rows(
        ask("A1", "pay the farmers of the plain"), ask("B1", "hear the farmers on the toll"), near=0.2, shared=1
    )
    sarn = rows(ask("A1", "divest from Sarn"), ask("B1", "rethink all trade with Sarn"), near=0.2, shared=1)

    assert [r.relation for r in farms] == ["only_a", "only_b"]
    assert [(r.relation, r.topic) for r in sarn] == [("differ", "Sarn")]


def test_main_asks_are_set_side_by_side_where_the_letters_contradict_each_other() -> None:
    a, b = ask("A1", "publish the log of Sarn"), ask("B1", "hire pilots at Halvek")
    stands = [
        item("A2", "position", "We oppose the toll.", text="the night toll", stance="opposes"),
        item("B2", "position", "We support the toll.", text="the night toll", stance="supports"),
    ]
    pairs = [("A1", "B1", "part", 0.0), ("A2", "B2", "words", 0.5)]
    made = compare({
        **CARDS, "items_a": "\n".join(map(json.dumps, (a, stands[0]))),
        "items_b": "\n".join(map(json.dumps, (b, stands[1]))), "asks": "",
        "links": "\n".join(
            json.dumps({"a": x, "b": y, "near": n, "by": by, "topic": "toll", "shared": 0}) for x, y, by, n in pairs
        ),
    })  # fmt: skip

    assert [(r.relation, r.a, r.b) for r in made.rows if r.a and r.b] == [
        ("conflict", "A2", "B2"),
        ("differ", "A1", "B1"),
    ]


def test_facts_with_other_figures_conflict() -> None:
    a, b = item("A1", "fact", "The ferry cost $4 million."), item("B1", "fact", "The ferry cost $6 million.")
    [row] = rows(a, b)

    assert (row.relation, row.aspect, row.why) == ("conflict", "facts", "{A} gives $4 million, {B} $6 million.")


def test_words_in_common_are_no_agreement_between_far_points() -> None:
    a, b = item("A1", "fact", "The night ferry sailed late."), item("B1", "aim", "The goal is a safe harbour mouth.")

    assert {r.relation for r in rows(a, b, near=0.25)} == {"only_a", "only_b"}


def test_a_sense_in_common_is_no_agreement() -> None:
    a, b = item("A1", "concern", "We fear the night crossing."), item("B1", "concern", "The breakwater is a risk.")

    assert "agree" not in {r.relation for r in rows(a, b, near=0.5, shared=0)}


def test_what_the_other_letter_nearly_says_is_not_called_only() -> None:
    a = item("A1", "fact", "The night ferry sailed without lights.", nearest=0.7)
    b = item("B1", "fact", "The night ferry sailed without a pilot.", nearest=0.7)

    assert rows(a, b, near=0.1, shared=1) == []


def test_a_reply_with_a_date_against_one_without() -> None:
    a = item("A1", "reply", "We ask for an answer by May 3.", deadline="by May 3")
    [row] = rows(a, item("B1", "reply", "We look forward to your answer."), by="part")

    assert (row.relation, row.aspect, row.why) == ("differ", "deadline", "{A} sets “by May 3”; {B} sets no date.")


def test_who_writes_together_is_not_what_letters_concern() -> None:
    a = item("A1", "position", "We of the Harbour Conference oppose any rise of the night toll.")
    b = item("B1", "position", "The Harbour Conference is against each rise of the night toll.")
    made = compare({**CARDS, "items_a": json.dumps(a), "items_b": json.dumps(b), "links": "", "asks": ""})

    assert str(made.bottom_line.both).endswith("the night toll")


def test_the_bottom_line_leads_with_asks_that_contradict() -> None:
    variables = {
        **CARDS,
        "items_a": "\n".join(
            json.dumps(a) for a in (ask("A1", "hire a pilot", weight=9), ask("A2", "issue the ferry's licence"))
        ),
        "items_b": json.dumps(ask("B1", "not to issue the ferry's licence")),
        "links": json.dumps({"a": "A2", "b": "B1", "near": 0.6, "by": "words", "topic": "licence", "shared": 3}),
        "asks": "",
    }  # fmt: skip
    line = compare(variables).bottom_line

    assert line.a == "asks Iva Roth to issue the ferry's licence"
    assert line.b == "asks the addressee not to issue the ferry's licence"
    assert line.parting == "the ferry's licence"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("We oppose, however, the proposal to close the night ferry.", "We strongly support closing the night ferry."),
        ("We do not support a night ferry.", "The county welcomes a night ferry."),
        ("Nor should the county fund the night ferry.", "The county should fund the night ferry."),
        ("We have no objection to the night ferry.", "We cannot support the night ferry."),
    ],
)
def test_for_and_against_is_a_conflict_whichever_way_it_is_put(a: str, b: str) -> None:
    for first, second in ((a, b), (b, a)):
        [row] = rows(item("A1", "position", first), item("B1", "position", second))
        assert (row.relation, row.aspect) == ("conflict", "goal")


def test_a_position_is_shown_with_the_side_that_it_takes() -> None:
    a = item("A1", "position", "We support the night ferry.", text="the night ferry", stance="supports")
    b = item("B1", "position", "We oppose the night ferry.", text="the night ferry", stance="opposes")
    [row] = rows(a, b)

    assert (row.a_text, row.b_text) == ("supports the night ferry", "opposes the night ferry")
    assert row.why == "{A} is for it, {B} is against it."


def test_asks_that_share_no_word_are_not_set_against_each_other() -> None:
    a, b = ask("A1", "waive the bridge toll", nearest=0.0), ask("B1", "print the tide tables", nearest=0.0)

    assert [r.relation for r in rows(a, b, near=0.0, by="part", shared=0)] == ["only_a", "only_b"]


def test_what_the_other_letter_speaks_of_too_is_not_only_in_one() -> None:
    a, b = ask("A1", "waive the bridge toll", nearest=0.45), ask("B1", "print the tide tables", nearest=0.45)

    assert rows(a, b, near=0.0, by="part", shared=0) == []


def test_a_bottom_line_says_what_a_third_body_should_do() -> None:
    a = ask("A1", "the county should run the night ferry", actor="the county")
    b = ask("B1", "not run the night ferry")
    line = compare({
        **CARDS, "items_a": json.dumps(a), "items_b": json.dumps(b), "links": "", "asks": "",
    }).bottom_line  # fmt: skip

    assert line.a == "says that the county should run the night ferry"
    assert line.b == "asks the addressee not to run the night ferry"
