"""Where a letter's writers stand: stance, thing and topic, whole and without courtesy."""

from __future__ import annotations

import pytest

from brief.api import read, render, summarize
from brief.providers.extractive.reading import read_letter

ASK = " We urge you to dredge the harbor of Velm."


@pytest.mark.parametrize(
    ("sentence", "stance", "text"),
    [
        (
            "We write to express our deep concern regarding the Board’s plan to close the Velm ferry.",
            "opposes",
            "the Board’s plan to close the Velm ferry",
        ),
        (
            "We are troubled that dredging – if left undone – will close the harbor.",
            "unclear",
            "troubled that dredging – if left undone – will close the harbor",
        ),
        ("We support the Harbor Act, we remain ready to help.", "supports", "the Harbor Act"),
        ("We commend the Board’s plan and look forward to its adoption.", "supports", "the Board’s plan"),
        ("“We applaud the new ferry,” said Senator Doe.", "supports", "the new ferry"),
        ("We oppose, however, the toll on lorries.", "opposes", "the toll on lorries"),
        ("We do not support a night ferry.", "opposes", "a night ferry"),
        ("We support the pact in principle but object to its Article 7.", "supports", "the pact in principle"),
        ("Our association opposes the merger of the two ports.", "opposes", "the merger of the two ports"),
        ("We cannot support the closing of the ferry.", "opposes", "the closing of the ferry"),
        (
            "While we support more lights, we are concerned about the fog on the strait.",
            "unclear",
            "concerned about the fog on the strait",
        ),
        ("We write regarding our strong opposition to the night toll.", "opposes", "the night toll"),
        ("We write to express our strong objection to the night toll.", "opposes", "the night toll"),
        (
            "We write to express concern about the fog at Velm and inquire about the steps taken against it.",
            "unclear",
            "concern about the fog at Velm",
        ),
    ],
)
def test_a_position_is_told_whole_and_by_its_thing(sentence: str, stance: str, text: str) -> None:
    (found,) = read_letter(sentence + ASK).positions
    assert (found.stance, found.text) == (stance, text)


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("We applaud and commend the crews of the night ferry.", "the crews of the night ferry"),
        ("We support the pilots of Tarn and put the port at their service.", "the pilots of Tarn"),
    ],
)
def test_two_verbs_of_one_side_are_not_its_thing(sentence: str, text: str) -> None:
    assert [p.text for p in read_letter(sentence).positions] == [text]


@pytest.mark.parametrize(
    "sentence",
    ["We support the following provisions of the rule.", "We look forward to federal support being made available."],
)
def test_what_only_leads_in_a_list_or_is_looked_forward_to_is_no_position(sentence: str) -> None:
    assert not read_letter(sentence).positions


def test_a_side_is_told_once_and_ends_where_the_writers_do_more() -> None:
    text = (
        "We, the undersigned pilots, write to express our firm opposition to the night toll. "
        "We strongly oppose such tolls, which harm the towns. We have concerns with the lock and expect a reply."
    )

    assert [(p.stance, p.text) for p in read_letter(text).positions if p.stance == "opposes"] == [
        ("opposes", "the night toll")
    ]
    assert not any("expect" in p.text for p in read_letter(text).positions)


def test_what_an_announcement_says_keeps_its_verb() -> None:
    thing = (
        "the Board’s recent announcement that the new ferry hall – built with four million dollars of county funds and "
        "opened by the Mayor of Velm in May – will have no roof"
    )
    (found,) = read_letter(f"I am concerned by {thing}.{ASK}").positions
    assert found.text == f"concerned by {thing}"


@pytest.mark.parametrize(
    "sentence",
    [
        "We appreciate your immediate attention to this matter.",
        "We have heard concerns that the ferry is late.",
        "While we support more lights, the fog is the greater danger.",
        "I was not in favor of that harbor deal to begin with.",
        "We stand with them.",
        "We are concerned for many reasons.",
        "We commend the Board for its work.",
        "We support neither.",
        "We will need support for the dockers this winter.",
    ],
)
def test_courtesy_and_concessions_are_no_position(sentence: str) -> None:
    assert read_letter(sentence + " We ask that you meet us.").positions == []


def test_what_an_ask_implies_ends_before_a_further_action() -> None:
    (found,) = read_letter("We urge you to reverse the cut to harbor patrols and ensure safe sailing.").positions
    assert (found.stance, found.text) == ("opposes", "the cut to harbor patrols")


def test_a_report_tells_the_stance_of_its_letter() -> None:
    told = "Rep. Doe sent a letter to the Board opposing the return of night tolls. She raised concerns about fog."
    found = read_letter(told, kind="reported").positions
    assert [(p.stance, p.topic) for p in found] == [("opposes", "return of night tolls"), ("unclear", "fog")]


def test_the_page_leads_with_the_concern_and_does_not_repeat_an_ask() -> None:
    page = "Dear Secretary Roe:\n\n{}\n\nWe urge you to stop the night toll.\n\nSincerely,\nAnn Doe"

    def told(sentence: str) -> str:
        (letter,) = read(page.format(sentence).encode(), name="x.txt")
        return str(render(summarize(letter, model="extractive")))

    assert "Concern: fog on the strait" in told("We are deeply concerned about fog on the strait.")
    assert "POSITIONS" not in told("The toll was raised in May.")


def told(body: str) -> str:
    (letter,) = read(f"Dear Secretary Roe:\n\n{body}\n\nSincerely,\nAnn Doe".encode(), name="x.txt")
    return " ".join(str(render(summarize(letter, model="extractive"))).split())


def test_the_page_says_an_ask_once_in_its_fuller_words() -> None:
    page = told(
        "We urge you to approve it soon.\n\nThe ferry is full.\n\nWe urge you to approve the Velm ferry loan soon."
    )
    asks = page[page.index("WHAT IT ASKS") : page.index("NOT STATED")]
    assert asks.count("approve") == 1
    assert "approve the Velm ferry loan soon" in asks


def test_the_page_keeps_an_ask_and_its_denial_apart() -> None:
    page = told("We urge you to open the Velm ferry.\n\nWe urge you not to open the Velm ferry on Sundays.")
    assert "2. Urge" in page


def test_a_deadline_that_the_ask_says_is_not_said_again() -> None:
    page = told("We ask that you provide a list of the boats by May 3, 2024.")
    asks = page[page.index("WHAT IT ASKS") : page.index("NOT STATED")]
    assert asks.count("May 3, 2024") == 1


def test_a_page_without_a_letter_says_so_first() -> None:
    (letter,) = read(b"Rep. Ann Doe announced today that the harbor of Velm will be dredged in May.", name="x.txt")
    page = " ".join(str(render(summarize(letter, model="extractive"))).split())
    assert "No letter was found on this page; it begins with: “Rep. Ann Doe announced" in page


def test_who_is_to_act_is_named_once() -> None:
    page = told("The Velm Harbor Board should open the pier at once. We urge you to mend the weir.")
    assert page.count("Velm Harbor Board") == 1


@pytest.mark.parametrize(
    ("body", "asks"),
    [
        (
            "We ask that you do the following:\n\n1. Mend the Velm pier.\n\n2. Please list boats.\n\n3. Velm pays.",
            ["mend the Velm pier", "list boats", "Velm pays"],
        ),
        ("We urge you to open the ferry by the end of 2025.", ["by the end of 2025 — December 31, 2025 (last day"]),
        ("We ask that you provide the list of boats by Nov. 8, 2023.", ["provide the list of boats by Nov. 8, 2023 "]),
        ("We ask that you provide the list of boats within 45 days.", ["provide the list of boats within 45 days "]),
    ],
)
def test_an_ask_goes_on_from_its_strength_and_says_its_day_once(body: str, asks: list[str]) -> None:
    page = told(body)
    asked = page[page.index("WHAT IT ASKS") : page.index("NOT STATED") if "NOT STATED" in page else None]
    assert [a for a in asks if a not in asked] == []


def test_what_is_asked_in_haste_and_again_in_full_is_said_once() -> None:
    page = told(
        "We urge you to designate the Velm pier as swiftly as possible.\n\nThe sea is high.\n\n"
        "We urge you to take immediate steps to designate the Velm pier as a landmark (LM)."
    )
    assert "2. " not in page[page.index("WHAT IT ASKS") : page.index("WHY NOW") if "WHY NOW" in page else None]


def test_a_line_of_the_page_is_no_headline_and_an_entity_is_a_sign() -> None:
    body = "Dear Secretary Roe:\n\nWe urge you to mend the pier of Velm &amp; Ostrand.\n\nSincerely,\nAnn Doe"
    page = f"Click here to read the letter\n\n{body}"
    (letter,) = read(page.encode(), name="x.txt")
    shown = str(render(summarize(letter, model="extractive")))
    assert "&amp;" not in shown
    assert not shown.startswith("Click here")
