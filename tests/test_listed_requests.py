"""The list of asks on a page: lead-ins left to their items, repeats told once, each in few words and by when."""

from __future__ import annotations

from typing import Any

import pytest

from brief.evidence import Evidence
from brief.letter.card import Deadline
from brief.report.places import Places
from brief.report.requests import ask, listed
from brief.summary import Action

MAY = "2024-05-04"


def action(
    text: str, at: int = 0, number: str | None = None, *, by: str = "", date: str | None = MAY, **more: Any
) -> Action:
    """An ask whose words stand at `at`, with a deadline in the words `by`."""
    quote = Evidence(quote=more.pop("quote", text), start=at, end=at + len(text), match="exact")
    purpose = more.pop("purpose", "action")
    due = Deadline(as_stated=by, date=date, rule="as the calendar has it", purpose=purpose, evidence=quote)
    return Action(text=text, evidence=(quote,), number=number, deadline=due if by else None, status="supported", **more)


def texts(*actions: Action) -> list[tuple[str, str, str]]:
    """Number, words and day of each point."""
    return [(p.number, p.text, p.due) for p in listed(actions, Places({}), "letter")]


LEAD = action("provide the following by May 4", by="by May 4")
BOATS, LOGS = action("a list of boats", 40, "1"), action("the logs", 70, "2", by="by June 1", date="2024-06-01")


def test_what_only_leads_in_a_list_gives_its_day_to_the_items_that_have_none() -> None:
    assert texts(LEAD, BOATS, LOGS) == [
        ("1", "a list of boats", "by May 4, 2024 (“by May 4”)"),
        ("2", "the logs", "by June 1, 2024 (“by June 1”)"),
    ]
    reply = action(LEAD.text, by="by May 4", purpose="reply")
    assert texts(reply, BOATS) == [("1", "a list of boats", "")]  # the day is the answer's


@pytest.mark.parametrize(
    ("lead", "item"),
    [
        (LEAD, action("a list of boats", 90, "1")),  # too far off
        (action("open the lock by May 4", by="by May 4"), BOATS),  # says something by itself
        (action(LEAD.text, number="7", by="by May 4"), BOATS),  # an item itself
        (action(LEAD.text, 60, by="by May 4"), action("a list of boats", 2, "1")),  # below what it leads in
    ],
)
def test_what_leads_in_nothing_stays_an_ask_of_its_own(lead: Action, item: Action) -> None:
    assert [t for _, t, _ in texts(lead, item)] == [lead.text, item.text]


def test_the_parts_of_an_item_stand_below_it_under_their_own_numbers() -> None:
    stem = action("a list of boats", 0, "1", quote="A list of boats, including:")
    parts = action("their names", 40, "a"), action("their crews", 80, "b")
    points = listed((stem, *parts, action("the logs", 120, "2")), Places({}), "letter")

    assert [(p.number, p.level, p.lead) for p in points] == [
        ("1", 0, "Request"), ("a", 1, ""), ("b", 1, ""), ("2", 0, "Request"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "stem",
    [
        action("a list of boats", 0, "1"),  # ends in no colon
        action("a list of boats", 0, quote="A list of boats, including:"),  # has no number
        action("a list of boats", 0, "A", quote="A list of boats, including:"),  # is a letter's itself
    ],
)
def test_what_follows_no_numbered_stem_is_no_part(stem: Action) -> None:
    assert [n for n, _, _ in texts(stem, action("their names", 40, "a"))] == ["1", "2"]
    assert [n for n, _, _ in texts(action("their names", 40, "a"))] == ["1"]


def test_an_ask_made_twice_is_told_once_in_its_fuller_words_with_both_places() -> None:
    twice = (action("open the lock"), action("promptly open the old lock at Pell", 90, by="by May 4"))
    (point,) = listed(twice, Places({}), "letter")

    assert point.text == "promptly open the old lock at Pell"
    assert point.due == "by May 4, 2024 (“by May 4”)"
    assert [r.start for r in point.refs] == [0, 90]
    (point,) = listed(twice[::-1], Places({}), "letter")
    assert point.text == "promptly open the old lock at Pell"


OPEN = "open the lock at Pell"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (action("open the lock", by="by May 4"), action(OPEN, 90, by="on 4 May"), True),
        (action("open the lock", by="by May 4"), action(OPEN, 90, by="by June 4", date="2024-06-04"), False),
        (action("open the lock", condition="if it floods"), action(OPEN, 90), False),
        (action("open the lock", number="1"), action(OPEN, 90), False),
        (action("open the lock"), action(OPEN, 90, "1"), False),
        (
            action("promptly mend gate, lock and mill"),
            action("mend gate, lock and mill at Pell for boats", 90),
            True,
        ),
        (action("answer these questions"), action("open the lock", 90), False),
        (action("open the lock"), action("answer these questions", 90), False),
        (action("open the lock"), action("not open the lock", 90), False),
        (action("open the lock"), action("open the lock, which a flood at Sarn shut for the boats", 90), True),
        (action("open the lock", actor="the Board of Weirs (BOW)"), action(OPEN, 90, actor="BOW"), True),
        (action("open the lock", actor="the Board of Weirs (BOW)"), action(OPEN, 90, actor="Guild"), False),
        (action("mend the gate and the lock"), action("mend the mill", 90), False),
        (action("answer these questions"), action("provide an answer to the questions below", 90), True),
    ],
)
def test_asks_are_one_if_their_words_actor_day_and_condition_are(one: Action, other: Action, same: bool) -> None:
    assert (len(texts(one, other)) == 1) is same


@pytest.mark.parametrize(
    ("stated", "shown"),
    [
        ("Please send tents", "send tents"),
        ("Please send tents to Pell.", "Please send tents to Pell."),  # a sentence stays one
        ("A list of boats", "a list of boats"),
        ("The logs of May", "the logs of May"),
        ("Documents on the lock", "documents on the lock"),
        ("Send the logs", "send the logs"),
        ("Kestria to pay", "Kestria to pay"),
        ("NOAA to tell", "NOAA to tell"),
    ],
)
def test_an_ask_begins_as_what_goes_on_a_sentence(stated: str, shown: str) -> None:
    assert [t for _, t, _ in texts(action(stated))] == [shown]


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        (action("open it by May 4, 2024", by="by May 4, 2024"), ""),  # said in full
        (action("open it by May 4", by="by May 4"), "May 4, 2024"),  # said without the year
        (action("open it by 5/4/2024", by="by 5/4/2024"), ""),
        (action("open it in 4 of the 2024 days", by="in 4 of the 2024 days"), "May 4, 2024"),  # no month
        (action("open it on May 4, 2024", by="then"), ""),
        (action("open it", by="by May 4"), "by May 4, 2024 (“by May 4”)"),
        (action("open it", by="promptly", date=None), "deadline: “promptly”"),
        (action("open it promptly", by="promptly", date=None), ""),
        (action("open it"), ""),
    ],
)
def test_a_day_is_told_unless_the_ask_tells_it(asked: Action, due: str) -> None:
    assert ask(asked, Places({}), "letter", 1).due == due


def test_how_a_day_came_about_is_told_only_where_it_is_wanted() -> None:
    asked = action("open it", by="by May 4")

    assert ask(asked, Places({}), "letter", 1).notes == ("as the calendar has it",)
    assert ask(asked, Places({}), "letter", 1, rule=False).notes == ()
    assert ask(action("open it", by="soon", date=None), Places({}), "letter", 1).notes == ()


@pytest.mark.parametrize(
    ("text", "condition", "notes"),
    [
        ("open the lock, if it floods", "if it floods", ()),
        ("open the lock when the river falls", "the river falls", ()),
        ("stay unless told", "the mill burns", ()),  # has a condition of its own
        ("mend the gate", "unless it is sold", ("unless it is sold",)),
        ("mend the gate", "the Guild agrees", ("if: the Guild agrees",)),
        ("mend the gate", None, ()),
    ],
)
def test_a_condition_is_a_note_unless_the_ask_has_it(text: str, condition: str | None, notes: tuple[str, ...]) -> None:
    assert ask(action(text, condition=condition), Places({}), "letter", 1).notes == notes


@pytest.mark.parametrize(
    ("text", "actor", "lead"),
    [
        ("mend the gate", "addressee", "Urge"),
        ("mend the gate", "The Guild", "Urge (the Guild)"),
        ("mend the gate", "Guild", "Urge (Guild)"),
        ("the Guild to mend the gate", "The Guild", "Urge"),  # named in the ask itself
    ],
)
def test_who_is_to_act_is_named_if_it_is_not_the_addressee(text: str, actor: str, lead: str) -> None:
    assert ask(action(text, actor=actor, strength="urge"), Places({}), "letter", 1).lead == lead
