"""Items with parts: which are requests of their own, which are one with their stem, and how a page nests them."""

from __future__ import annotations

import pytest

import brief
from brief.report import entries, reports
from brief.summary import Summary

LETTER = """Dear Director Moss:

We write about the sale of barges. Please provide us with the following no later than June 4, 2025:

1. A list of barges sold since May 1, 2024, including:

a. The barge's home port;

b. The barge's former owner; and

c. All prices that were paid for it.

2. All papers between the Office and:

a. Betwell;

b. Stone and Haver.

3. For each sale above $5,000:

a. the bill; and

b. the name of the clerk.

4. Weekly updates on all sales until January 2026.

Thank you for your attention.

Sincerely,

Ann Roe
"""


@pytest.fixture(scope="module")
def summary() -> Summary:
    return brief.summarize(LETTER.encode(), model="extractive")


def test_the_parts_of_a_thing_that_is_named_are_each_a_request_and_what_needs_its_parts_is_one(
    summary: Summary,
) -> None:
    assert [(a.number, a.text) for a in summary.actions] == [
        (None, "provide us with the following no later than June 4, 2025"),
        ("1", "A list of barges sold since May 1, 2024"),
        ("a", "The barge's home port"),
        ("b", "The barge's former owner"),
        ("c", "All prices that were paid for it"),
        ("2", "All papers between the Office and: a. Betwell; b. Stone and Haver"),
        ("3", "For each sale above $5,000: a. the bill; and b. the name of the clerk"),
        ("4", "Weekly updates on all sales until January 2026"),
    ]


def test_a_passage_of_an_item_with_its_parts_has_the_item_s_number(summary: Summary) -> None:
    assert {a.status for a in summary.actions} == {"supported"}
    assert summary.checks.coverage.numbered_items.found == summary.checks.coverage.numbered_items.total


def test_a_page_sets_parts_below_their_item_and_leaves_a_bare_lead_in_to_its_items(summary: Summary) -> None:
    (page,) = reports(summary, {}, "brief")
    asks = next(s for s in page.sections if s.key == "asks").items

    assert [(p.tag, p.level, p.lead) for p in asks] == [
        ("1.", 0, "Request"), ("(a)", 1, ""), ("(b)", 1, ""), ("(c)", 1, ""), ("2.", 0, "Request"),
        ("3.", 0, "Request"), ("4.", 0, "Request"),
    ]  # fmt: skip
    assert asks[0].text.lower() == "a list of barges sold since may 1, 2024"
    assert page.strip[3].text == "June 4, 2025"
    assert len(list(entries((summary,), {}))) == len(summary.actions)  # a tracker keeps them all


def test_items_bear_the_day_of_their_lead_in_where_it_is_no_reply() -> None:
    text = """Dear Mayor Lund:

We urge you to take the following steps by May 2, 2025:

1. Open the weir.

2. Mend the lock by June 1, 2025.

Sincerely,

Ann Roe
"""
    (page,) = reports(brief.summarize(text.encode(), model="extractive"), {}, "brief")
    asks = next(s for s in page.sections if s.key == "asks").items

    assert [(p.text.lower(), p.due) for p in asks] == [
        ("open the weir", "by May 2, 2025"), ("mend the lock by june 1, 2025", ""),
    ]  # fmt: skip


def test_a_lead_in_that_names_its_matter_stays() -> None:
    text = "Dear Mayor Lund:\n\nPlease send us the following papers on the weir:\n\n1. The log.\n\n2. The plan.\n"
    (page,) = reports(brief.summarize(text.encode(), model="extractive"), {}, "brief")
    asks = next(s for s in page.sections if s.key == "asks").items

    assert [p.text.lower() for p in asks] == ["send us the following papers on the weir", "the log", "the plan"]


def test_an_item_under_a_lead_in_that_ends_with_a_full_stop_needs_no_word_of_asking_of_its_own() -> None:
    text = """Dear Chairwoman Lund:

We request that you provide the following information by May 2, 2025.

A list of the ferries;

Whether the Board still sells passes, as required by the plan;

Data that the Board holds on fares; and

Enumeration of all sailings.

Sincerely,

Ann Roe
"""
    actions = brief.summarize(text.encode(), model="extractive").actions

    assert len(actions) == 5
    assert {a.status for a in actions} == {"supported"}


def test_the_same_part_of_two_items_stands_under_each() -> None:
    text = """Dear Director Moss:

Please answer the following questions:

1. For the fire at Hale, please provide a list of all permits.

a. How long did each take?

2. For fires other than the one at Hale, please provide a list of all permits.

a. How long did each take?

Sincerely,

Ann Roe
"""
    summary = brief.summarize(text.encode(), model="extractive")
    (page,) = reports(summary, {}, "brief")
    questions = next(s for s in page.sections if s.key == "questions").items

    assert [q.status for q in summary.questions] == ["supported", "supported"]
    assert [text[q.evidence[0].start :].count("How long") for q in summary.questions] == [2, 1]
    assert [q.tag for q in questions] == ["1a", "2a"]


def test_a_colon_within_an_item_leads_in_nothing_below_it_and_thanks_are_no_item() -> None:
    text = """Dear Secretary Lund:

By September 5, 2023, we expect you to provide:

1. A full account of each sale. For each sale, the Office should include: the price and the buyer.

2. A full account of the payments for storage.

Lastly, I wish to thank you for your outstanding work in building a fleet.

Sincerely,

Ann Roe
"""
    actions = brief.summarize(text.encode(), model="extractive").actions

    assert [(a.number, a.strength, a.status) for a in actions[-2:]] == [
        ("1", "demand", "supported"), ("2", "demand", "supported"),
    ]  # fmt: skip
    assert all("thank" not in a.text for a in actions)


def test_pushing_a_body_named_with_its_initials_is_urging() -> None:
    text = """WASHINGTON - Today, Congresswoman Ann Roe wrote to the Harbor Administration.

Roe pushed the Harbor Administration (HARAD) to do more to encourage the use of pilots.

In her letter to Harbor Administrator Bo Lund, Roe wrote: "We share the goal of safe ports."
"""
    assert all(a.status == "supported" for a in brief.summarize(text.encode(), model="extractive").actions)


def test_what_leads_up_to_a_question_or_only_names_whom_an_item_speaks_of_is_no_item() -> None:
    text = """Dear Chair Lund:

We ask that you provide the following information:

In 2022, the Board fined three ferry lines. How have these fines changed the fares?

Please provide the number of boats for the following piers:

West Pier

Old Mill Pier

What steps has the Board taken?

Specifically, the League should agree to:

Encourage public spending on lamps;

Review and, as appropriate, modify the rules on lamps; and

Share the charts of its pilots.

More must be done.

Sincerely,

Ann Roe
"""
    summary = brief.summarize(text.encode(), model="extractive")
    asks = [a.text.casefold() for a in summary.actions]

    assert len(summary.questions) == 2
    assert not any(a.startswith(("in 2022", "west pier", "old mill", "more must")) for a in asks)
    assert [a.strength for a in summary.actions if a.actor == "the League"] == ["recommend"] * 3
