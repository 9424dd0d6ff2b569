"""What the program's own model reads from a letter, sentence by sentence."""

from __future__ import annotations

import asyncio
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.drafts import RepairDraft, SummaryDraft
from brief.errors import ProviderError
from brief.exchange import Request
from brief.providers.extractive import Extractive
from brief.providers.extractive.reading import read_letter


def asks(text: str, **more: str) -> list[str]:
    return [" ".join(a.quotes[0].split()) for a in read_letter(text, **more).actions]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("We therefore urge you to open the lock.", ["We therefore urge you to open the lock."]),
        (
            "We urge you to finish the survey of the river and approve the lock.",
            ["We urge you to finish the survey of the river", "approve the lock."],
        ),
        ("I ask that the Bureau withdraw its notice.", ["I ask that the Bureau withdraw its notice."]),
        ("Accordingly, please send us the gauge readings.", ["please send us the gauge readings."]),
        ("We would welcome a briefing on the survey.", ["We would welcome a briefing on the survey."]),
        ("The Department must publish the survey.", ["The Department must publish the survey."]),
        ("We write to request the survey of the gates.", ["We write to request the survey of the gates."]),
    ],
)
def test_finds_what_the_writers_ask(sentence: str, expected: list[str]) -> None:
    assert asks("The river fell again last summer. " + sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Last year we asked the Bureau to publish the survey.",
        "The Commission urges all parties to talk.",
        "We do not ask you to close the lock.",
        "We look forward to working with you.",
        "Thank you for your attention to this matter.",
        "If you have any questions, please contact our office.",
        'The mayor said, "We urge you to act," and left.',
        "The Bureau was required to report by June 2020.",
    ],
)
def test_leaves_out_what_the_writers_do_not_ask(sentence: str) -> None:
    assert asks("The river fell again last summer. " + sentence) == []


LIST = """We therefore call on you to:

1. Deny the twelve licenses;

2. Publish the survey of the gates; and

3. Hold a hearing in Tarsk.

Thank you for your attention."""


def test_each_item_of_a_list_is_an_ask_with_its_number_and_the_strength_of_the_lead_in() -> None:
    actions = read_letter(LIST).actions

    assert [(a.number, a.strength) for a in actions] == [("1", "urge"), ("2", "urge"), ("3", "urge")]
    assert actions[2].text == "Hold a hearing in Tarsk"


QUESTIONS = """Please answer the following questions by March 8, 2024:

1. Who attended each meeting? When did they meet?

2. With respect to the checks:
   (a) How many were carried out in person?
   (b) What steps were taken afterwards

3. Describe the survey."""


def test_questions_keep_their_numbers_and_the_question_they_stand_under() -> None:
    draft = read_letter(QUESTIONS)

    assert [(q.number, q.parent) for q in draft.questions] == [("1", None), (None, "1"), ("a", "2"), ("b", "2")]
    assert [(a.number, a.text) for a in draft.actions if a.number] == [("3", "Describe the survey")]


def test_a_rhetorical_question_is_no_question() -> None:
    assert read_letter("What would we say of a bank that never counts? We urge you to count.").questions == []


def test_the_bottom_line_says_who_asks_whom_to_do_what() -> None:
    draft = read_letter("The lock has failed. We urge you to repair the lock.", to="Secretary Marisol Achterberg")

    assert draft.bottom_line.text == "The senders urge Secretary Marisol Achterberg to repair the lock."


def test_a_report_gives_its_own_sentences() -> None:
    report = "The Senators urged the Secretary to “freeze the accounts” of the group. They do not mention the drought."

    draft = read_letter(report, kind="reported")

    assert [a.quotes[0] for a in draft.actions] == [report.split(". ")[0] + "."]


PIECES = "We urge you to act. Please send it? 1. (a) “ ” : ; \n \n\n must the Department and é \u00a0"
WORDS = st.lists(st.sampled_from(PIECES.split(" ")))


@given(WORDS.map(" ".join), st.sampled_from(["full", "excerpt", "reported"]))
def test_every_quote_stands_in_the_letter_whatever_the_text(text: str, kind: str) -> None:
    draft = read_letter(text, kind=kind)

    claims = [draft.bottom_line, *draft.actions, *draft.questions, *draft.positions, *draft.background]
    assert all(quote in text for claim in claims for quote in claim.quotes)


def request(task: str, **variables: str) -> Request:
    return Request(task, "x", "extractive", "local", (), "SummaryDraft", {}, variables=variables)


def test_answers_a_request_in_the_form_of_any_model() -> None:
    reply = asyncio.run(Extractive().complete(request("summarize", letter="We urge you to act.", kind="full")))

    draft = SummaryDraft.model_validate_json(reply.text)
    assert (reply.model, reply.origin, reply.finish) == ("extractive", "rules", "stop")
    assert draft.actions[0].quotes == ["We urge you to act."]


def test_rules_do_not_change_their_mind_in_a_repair() -> None:
    reply = asyncio.run(Extractive().complete(request("repair")))

    assert RepairDraft.model_validate(json.loads(reply.text)).patches == []


def test_a_task_without_rules_is_an_error_that_names_it() -> None:
    with pytest.raises(ProviderError, match="translate"):
        asyncio.run(Extractive().complete(request("translate")))
