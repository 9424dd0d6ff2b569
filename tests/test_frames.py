"""Letters without the usual greeting or closing: greeted otherwise, comments, petitions, memoranda, mails."""

from __future__ import annotations

import pytest

import brief

ASKS = "The ferry to Orle has not run since May. Please restore it by June 1, 2024."


def _card(text: str) -> brief.LetterCard:
    (letter,) = brief.read(text.encode(), name="letter.txt")
    return letter.card


def _who(card: brief.LetterCard) -> tuple[list[str], list[tuple[str | None, str | None]]]:
    return [p.name for p in card.senders], [(r.name, r.office) for r in card.recipients]


@pytest.mark.parametrize(
    ("greeting", "office"),
    [
        ("Hello Commissioner Dunn,", "Commissioner"),
        ("Good morning, Commissioner Dunn!", "Commissioner"),
        ("Commissioner Dunn", "Commissioner"),
        ("Esteemed Commissioner Dunn:", "Commissioner"),
    ],
)
@pytest.mark.parametrize("closing", ["Cheers,\n", "Hopefully yours,\n", ""])
def test_a_letter_may_greet_and_take_leave_in_its_own_way(greeting: str, office: str, closing: str) -> None:
    card = _card(f"{greeting}\n\n{ASKS}\n\n{closing}Ada Birch\n")

    assert card.kind == "full"
    assert _who(card) == (["Ada Birch"], [("Dunn", office)])


def test_comments_filed_in_a_docket_are_a_letter_to_the_body_addressed() -> None:
    card = _card(
        "May 3, 2024\n\nHarbor Board\n\nRe: Docket 24-11, Draft Ferry Rule\n\n"
        "The Orle Ferry Association submits these comments on the draft rule. We support the rule's aim.\n\n"
        "The Association asks the Board to strike section 4.\n\nRespectfully submitted,\n\n"
        "ORLE FERRY ASSOCIATION, INC.\n\nBy: /s/ Ada Birch\nAda Birch\nPresident\n"
    )

    assert (card.kind, card.date, card.date_basis) == ("full", "2024-05-03", "letter")
    assert _who(card) == (["Ada Birch"], [(None, "Harbor Board")])


def test_a_petition_is_a_letter_to_the_body_that_it_petitions() -> None:
    card = _card(
        "Petition for a crossing\n\nWe, the residents of Mill Lane, Orle, hereby petition the Orle Town Council.\n\n"
        "1. Build a crossing at the school.\n2. Lower the speed limit.\n\nSigned:\n\nAda Birch\nCy Dole\n"
        "and 64 other residents\n"
    )

    assert card.kind == "full"
    assert _who(card) == (["Ada Birch", "Cy Dole"], [(None, "Orle Town Council")])
    assert card.senders_unnamed == "64 other residents"


def test_a_memorandum_says_in_its_head_who_writes_to_whom() -> None:
    card = _card(
        f"To: Commissioner Dunn\nFrom: Birch, Ada (Ferries)\nDate: May 3, 2024\nSubject: Ferry\n\n{ASKS}\n\nAda\n"
    )

    assert (card.kind, card.date) == ("full", "2024-05-03")
    assert _who(card) == (["Ada Birch"], [("Dunn", "Commissioner")])


def test_a_mail_is_signed_by_whom_it_names_though_it_takes_no_leave() -> None:
    card = _card(
        'From: "Birch, Ada" <a@orle.example>\nSent: Wednesday, February 7, 2024 4:52 PM\n'
        f'To: "Dunn, Cy (HB)" <c@hb.example>\nSubject: Ferry\n\nDear Mr. Dunn:\n\n{ASKS} Three villages wait for it, '
        "and the school has closed its doors.\n\nPlease call me.\n\nAda Birch\nSuperintendent, Orle School District"
        "\n\n-----Original Message-----\nFrom: Ferry Desk <f@hb.example>\nSent: Monday, February 5, 2024\n\nNo ferry.\n"
    )

    assert [p.name for p in card.senders] == ["Ada Birch"]
    assert [r.name for r in card.recipients] == ["Cy Dunn"]
    assert card.senders[0].role == "Superintendent, Orle School District"


@pytest.mark.parametrize(
    "signed", ["The Mill Lane Residents", "Birch & Dole, Solicitors", "Wells for Orle e.V."], ids=str.split
)
def test_where_nobody_signs_by_name_the_group_or_house_does(signed: str) -> None:
    assert _who(_card(f"Dear Mayor Ode:\n\n{ASKS}\n\nYours faithfully,\n\n{signed}\n"))[0] == [signed]


@pytest.mark.parametrize(
    "text",
    [
        "Orle's ferries are old. The town has four of them. Last year they carried 40,000 passengers.",
        "FOR IMMEDIATE RELEASE\nMay 3, 2024\n\nThe Board opened a pier. You may visit it.\n\nAda Birch\n",
        "Hello Sailor\n\nThe song was written in 1951. It was a success in four towns of the coast.\n",
        "May 3, 2024\nFerries\n\nYou can read the timetable of the ferries at the pier.\n\nShare this\nNext Article\n",
    ],
    ids=["prose", "release", "title", "page"],
)
def test_what_has_no_frame_of_a_letter_is_none(text: str) -> None:
    assert _card(text).kind == "none"
