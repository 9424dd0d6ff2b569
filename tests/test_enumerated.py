"""What a sentence numbers within itself, and the asks that are parted at its numbers."""

from __future__ import annotations

import pytest

import brief
from brief.providers.extractive.asks import find_asks
from brief.providers.extractive.units import units
from brief.providers.extractive.wording import clause


def found(text: str) -> list[tuple[str | None, str]]:
    return [(ask.number, text[ask.start : ask.end]) for ask in find_asks(units(text))]


def test_each_thing_that_a_sentence_numbers_is_asked_for_by_itself_and_so_are_the_words_before() -> None:
    text = "We request these papers on it: (1) the log of May; (2) site survey(s); and (3) any notes of the meeting."
    assert found(text) == [
        (None, "We request these papers on it:"),
        ("1", "the log of May"),
        ("2", "site survey(s)"),
        ("3", "any notes of the meeting."),
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("We ask that you provide (a) the gauge's log, (b) all maps of the ford, and (c) the crew's names.", "a b c"),
        ("We urge you (i) to engage the towns; and (ii) to take steps to close the lock.", "i ii"),
        ("We call on you to 1) open the gates, 2) publish the log, and 3) pay the crews.", "1 2 3"),
    ],
)
def test_the_first_thing_numbered_keeps_the_words_of_asking(text: str, numbers: str) -> None:
    first, *others = found(text)
    assert [first[0], *(n for n, _ in others)] == numbers.split()
    assert first[1].startswith("We ")
    assert not any(t.startswith(("We ", "(")) for _, t in others)


@pytest.mark.parametrize(
    "text",
    [
        "We ask the Board either 1) to block the sale of the lock, or 2) to direct a new study of it.",
        "We ask how many claims were (i) processed, (ii) granted, or (iii) denied.",
        "We ask you to weigh the rules that bind the mills: (1) the rule on weirs; and (2) that on fords.",
        "We ask you to publish the survey that (b) of the annex names.",
    ],
)
def test_a_choice_and_single_words_are_not_parted(text: str) -> None:
    assert len(found(text)) == 1


def test_a_verb_whose_objects_stand_below_asks_nothing_by_itself() -> None:
    text = "In your survey, please specifically provide:\n\n1. Any log of the lock.\n\n2. Any map of the ford."
    assert found(text) == [("1", "Any log of the lock."), ("2", "Any map of the ford.")]


def test_items_may_begin_with_an_adverb_and_say_what_is_to_be_found() -> None:
    text = "We urge you to:\n\nMend the lock.\n\nPromptly publish the log."
    assert [t for _, t in found(text)] == ["Mend the lock.", "Promptly publish the log."]
    text = "We request your inquiry to determine:\n\nWhether the gate was closed.\n\nWho approved it."
    assert [t for _, t in found(text)] == ["Whether the gate was closed.", "Who approved it."]


def test_a_thing_asked_for_stands_apart_from_the_question_in_its_item() -> None:
    text = "Please provide:\n\n1. Any log of the lock. Has it been lost?\n\n2. Any map of the ford."
    assert found(text) == [("1", "Any log of the lock."), ("2", "Any map of the ford.")]


def test_what_a_bill_would_do_is_not_asked_for_item_by_item() -> None:
    assert found("It would also:\n\n• require two pilots in fog;\n\n• repeal the waiver.") == []
    assert len(found("We would be glad if it would:\n\n• require two pilots in fog;\n\n• repeal the waiver.")) == 2


def test_items_below_what_somebody_cannot_do_are_not_asked() -> None:
    asked = (
        "We have requests that must be heard:\n\n1. First, we urge you to open the lock.\n\n2. We ask you to mend it."
    )
    assert len(found(asked)) == 2
    assert found("By this rule, boatmen cannot:\n\na) Buy a gauge at cost.\n\nb) Receive a map of the ford.") == []


@pytest.mark.parametrize(
    "lead",
    [
        "We would be grateful if the Council would",
        "I would be grateful if you could please",
        "We still need the following",
        "Our client requires the following papers",
        "Could you please",
        "Can you tell us",
    ],
)
def test_what_leads_in_a_list_politely_or_by_need_asks_for_its_items_alone(lead: str) -> None:
    items = "- open the lock\n- the log of the ford\n- whether the gate was shut"
    assert [t for _, t in found(f"{lead}:\n\n{items}")] == [i.removeprefix("- ") for i in items.split("\n")]


def test_words_in_bold_are_read_as_any_and_said_without_its_marks() -> None:
    text = "We **urge** you to mend the weir.\n\nPlease:\n\n1. **Open** the lock\n2. Close **the ford**"
    assert [clause(t) for _, t in found(text)] == ["We urge you to mend the weir", "Open the lock", "Close the ford"]


def test_the_last_of_a_series_of_items_is_asked_for_behind_its_and() -> None:
    text = "If it has to shut, then at least:\n\n* tell the towns of it,\n* and keep the garden open."
    assert len(found(text)) == 2


def test_short_items_without_a_stop_are_each_asked_for() -> None:
    text = "Please provide:\n\n1. All logs\n2. All maps of the ford\n3. The survey of the gates"
    assert found(text) == [("1", "All logs"), ("2", "All maps of the ford"), ("3", "The survey of the gates")]


def test_a_heading_among_the_items_is_no_ask_and_what_goes_on_says_what() -> None:
    text = "Please answer these requests:\n\n1. The gauge at Hale:\n\n2. Send us the log of the lock."
    assert [t for _, t in found(text)][1:] == ["Send us the log of the lock."]
    said = "We urge the Bureau to be open. This includes telling the towns what is planned."
    assert [said[a.act : a.end] for a in find_asks(units(said))][1:] == ["telling the towns what is planned."]


def test_demands_in_capitals_and_numbered_recommendations_are_asked() -> None:
    assert [t for _, t in found("WE DEMAND:\n\n1) Two guards at Ninth Lock.\n\n2) Paid leave for any pilot.")] == [
        "Two guards at Ninth Lock.",
        "Paid leave for any pilot.",
    ]
    text = "I make the following recommendations under the Act:\n\nRecommendation 1: That the Bureau pay Ms. R.\n\n"
    assert found(text + "Recommendation 2: That the Bureau mend it.") == [
        ("1", "That the Bureau pay Ms. R."),
        ("2", "That the Bureau mend it."),
    ]


def test_a_letter_changed_by_who_quotes_it_hides_nothing_and_who_said_it_is_no_part_of_it() -> None:
    text = '"[W]e ask for a plan to mend the locks," they wrote.'
    assert [t for _, t in found(text)] == ["[W]e ask for a plan to mend the locks"]


def test_what_somebody_else_is_quoted_to_say_is_not_asked() -> None:
    assert found('As the Guild stated, "Taxes should not change what a mill does.') == []


def test_an_item_that_names_parts_of_itself_below_is_asked_for_whole_with_its_parts() -> None:
    text = (
        "Please provide the following records.\n\nAll records on the lock, including but not limited to:\n\n"
        "Any survey of the gates;\n\nAll letters to residents.\n\nAll records on the ford, including but not limited "
        "to:\n\nLetters on its closing; or\n\nAny survey of it."
    )
    assert [t for _, t in found(text)] == [
        "Please provide the following records.",
        "All records on the lock, including but not limited to:",
        "Any survey of the gates;",
        "All letters to residents.",
        "All records on the ford, including but not limited to:",
        "Letters on its closing; or",
        "Any survey of it.",
    ]


TABLE = """Dear Director Lock:

We write about the limits that the Bureau proposed for the river.

<table><tr><th>Substance<th>Limit proposed<th>Our request</tr>
<tr><td>Nitrogen<td>20 mg in each litre, as in the rule of 1987<td>Lower the monthly limit to 8 mg</tr>
<tr><td>Lead<td>none<td>Set a limit of 2 mg</tr></table>

Sincerely,

Ada Birch
"""


def test_a_tables_column_of_requests_is_asked_and_its_other_cells_are_no_reasons() -> None:
    page = "<html>" + TABLE.replace("\n\n", "<p>") + "</html>"
    summary = brief.summarize(brief.read(page.encode(), name="letter.html")[0], model="extractive")

    assert [a.text for a in summary.actions] == ["Lower the monthly limit to 8 mg", "Set a limit of 2 mg"]
    assert not any("Nitrogen" in claim.text for claim in summary.background)


def test_a_table_that_asks_nothing_gives_no_asks() -> None:
    page = "<html>" + TABLE.replace("\n\n", "<p>").replace("Our request", "Effect of the rule") + "</html>"
    summary = brief.summarize(brief.read(page.encode(), name="letter.html")[0], model="extractive")

    assert summary.actions == ()
