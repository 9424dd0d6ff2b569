"""A letter becomes a checked summary: supported claims in their places, failed ones apart, gaps said."""

from __future__ import annotations

import asyncio
import datetime
import json
from pathlib import Path
from typing import Any

import pytest

import brief
from brief import api
from brief.evidence import Evidence
from brief.letter.anatomy import Letter
from brief.letter.deadlines import stated_deadline
from brief.material import variables
from brief.providers.extractive import Extractive
from brief.providers.scripted import Scripted
from brief.reading import read_letter
from brief.summary import Summary

LETTERS = Path(__file__).parent / "fixtures" / "letters"


@pytest.fixture(scope="module")
def letter() -> Letter:
    return api.read(LETTERS / "stroud-to-commerce.txt")[0]


def claim(text: str, *quotes: str, **fields: Any) -> dict[str, Any]:
    return {"text": text, "quotes": list(quotes), **fields}


def action(text: str, *quotes: str) -> dict[str, Any]:
    rest = {"number": None, "actor": "addressee", "deadline": None, "condition": None, "topic": "permits"}
    return claim(text, *quotes, strength="request", **rest)


def reply(letter: Letter, *actions: dict[str, Any]) -> str:
    first = letter.text.split(". ")[0] + "."
    return json.dumps({
        "title": "t", "bottom_line": claim(first, first), "actions": list(actions), "questions": [], "positions": [],
        "background": [], "authorities": [], "not_stated": ["No cost is given."],
    })  # fmt: skip


def summarized(letter: Letter, *answers: str) -> Summary:
    return asyncio.run(read_letter(letter, Scripted(answers)))


def withdrawal(part: str) -> str:
    fields = ("text", "quotes", "actor", "strength", "stance", "deadline")
    return json.dumps({"patches": [{"part": part, "withdraw": True, **dict.fromkeys(fields)}]})


def test_an_invented_quote_stands_apart_and_nowhere_else(letter: Letter) -> None:
    invented = action("abolish the ministry", "We demand that the ministry of tides be abolished by noon tomorrow.")
    made = summarized(letter, reply(letter, invented), '{"patches": []}')

    assert made.actions == ()
    assert [c.text for c in made.checks.unsupported] == ["abolish the ministry"]
    assert made.checks.quotes.missing == 1
    assert made.checks.claims == made.checks.supported + made.checks.partly + 1


def test_what_the_model_takes_back_stays_on_record(letter: Letter) -> None:
    invented = action("abolish the ministry", "We demand that the ministry of tides be abolished by noon tomorrow.")
    made = summarized(letter, reply(letter, invented), withdrawal("actions.0"))

    assert "withdrawn by the model" in made.checks.unsupported[0].problems[0]


def test_a_deadline_that_no_rule_had_found_is_due_all_the_same(letter: Letter) -> None:
    asked = action("weigh stability", 'weigh "regional stability" before a license is issued')
    made = summarized(letter, reply(letter, asked | {"deadline": "before a license is issued"}))
    starts = [d.evidence.start or 0 for d in made.deadlines]

    assert "before a license is issued" in {d.as_stated for d in made.deadlines}
    assert starts == sorted(starts)
    assert set(letter.deadlines) < set(made.deadlines)


@pytest.mark.parametrize(
    ("words", "around", "date", "purpose"),
    [
        ("by April 15, 2024 at the latest", "decide them", "2024-04-15", "action"),
        ("within 10 days", "answer us", "2024-03-11", "reply"),
        ("before the ice melts", "decide them", None, "action"),
    ],
)
def test_words_that_a_model_quotes_as_a_deadline_are_resolved_by_rule(
    words: str, around: str, date: str | None, purpose: str
) -> None:
    due = stated_deadline(Evidence(quote=words), around, datetime.date(2024, 3, 1))

    assert (due.date, due.purpose, due.as_stated) == (date, purpose, words)


@pytest.mark.parametrize(
    ("title", "taken"),
    [
        ("Four senators oppose the export of Class W membranes", True),
        ("Forty senators oppose the export of Class W membranes", False),
        ("Four senators oppose the export of Class W membranes to Ruritania", False),
        ("x", False),
    ],
)
def test_a_models_headline_stands_if_it_passes_the_checks(letter: Letter, title: str, taken: bool) -> None:
    made = summarized(letter, json.dumps(json.loads(reply(letter)) | {"title": title}))

    assert (made.letter.title == title) is taken
    assert made.letter.model_copy(update={"title": letter.card.title}) == letter.card


def test_the_release_around_an_excerpt_is_sent_apart_from_the_letters_words() -> None:
    excerpt = api.read(LETTERS / "stroud-release-excerpts.html")[0]
    told = variables(excerpt)

    assert "set Secretary Achterberg a deadline of March 8" in told["told"]
    assert "deadline of March 8" not in told["letter"]
    assert variables(api.read(LETTERS / "ostrander-to-state.html")[0])["told"] == "nothing"


def test_a_failed_bottom_line_is_replaced_by_a_claim_that_passed(letter: Letter) -> None:
    first = letter.text.split(". ")[0] + "."
    said = json.loads(reply(letter, action(first, first)))
    said["bottom_line"] = claim("The moon is asked to resign.", "The moon must resign at once, whatever the tide.")
    made = summarized(letter, json.dumps(said), '{"patches": []}')

    assert made.bottom_line.text == first
    assert made.bottom_line.status == "partly"
    assert "The moon is asked to resign." in [c.text for c in made.checks.unsupported]


def test_gaps_say_what_the_text_does_not_give(letter: Letter) -> None:
    reported = api.read(LETTERS / "two-letters-reported.txt")[1]

    assert "No cost is given." in summarized(letter, reply(letter)).gaps
    assert any("not silence of the letter" in gap for gap in summarized(reported, reply(reported)).gaps)


@pytest.mark.parametrize("path", sorted(p for p in LETTERS.iterdir() if p.suffix != ".py"), ids=lambda p: p.name)
def test_every_evidence_of_the_rules_is_exact_in_the_document(path: Path) -> None:
    for one in api.read(path):
        made = asyncio.run(read_letter(one, Extractive()))
        claims = [made.bottom_line, *made.actions, *made.questions, *made.positions, *made.background]
        spans = [e for c in claims for e in c.evidence] + [d.evidence for d in made.deadlines]
        spans += [a.evidence for a in made.authorities] + [s.evidence for s in made.statements]

        assert all(c.status != "unsupported" for c in claims)
        for evidence in spans:
            assert evidence.match != "missing", evidence.quote
            assert one.document.text[evidence.start : evidence.end] == evidence.quote


@pytest.mark.parametrize("path", sorted(LETTERS.iterdir()), ids=lambda p: p.name)
def test_a_summary_reads_back_from_its_json(path: Path) -> None:
    for one in api.read(path):
        made = asyncio.run(read_letter(one, Extractive()))

        assert Summary.model_validate_json(made.model_dump_json()) == made


def test_a_question_that_the_rules_number_otherwise_is_not_put_in_twice() -> None:
    letter = api.read(LETTERS / "ostrander-to-state.html")[0]
    said = json.loads(reply(letter))
    asked = "When did an American official last visit the Port Ondal cooperatives?"
    said["questions"] = [claim(asked, asked, number="c", parent="2", topic="visits")]

    assert sum(q.text == asked for q in summarized(letter, json.dumps(said), '{"patches": []}').questions) == 1


def test_numbered_questions_that_a_model_left_out_are_put_in_from_the_letter() -> None:
    letter = next(x for x in api.read(LETTERS / "ostrander-to-state.html"))
    by_rule = asyncio.run(read_letter(letter, Extractive())).questions
    made = summarized(letter, reply(letter))

    assert [q.number for q in by_rule if q.number]
    assert [(q.number, q.parent) for q in made.questions] == [(q.number, q.parent) for q in by_rule if q.number]
    assert made.checks.coverage.questions.found == made.checks.coverage.questions.total


def test_a_page_without_a_letter_is_read_whole_and_says_so() -> None:
    (found,) = api.read(
        b"The weir at Tarsk fell in last night. Nobody was hurt. The road is open again.", name="news.txt"
    )
    made = asyncio.run(read_letter(found, Extractive()))

    assert found.notes
    assert set(found.notes) <= set(made.gaps)


def test_questions_far_below_their_lead_in_are_counted_as_the_brief_lists_them() -> None:
    text = (
        "Dear Director Lock:\n\nWe ask that you respond to the following questions by June 1, 2024:\n\n"
        f"Please explain the closing of the quay{', and of each of the ferries' * 20}.\n\n"
        "Who closed the quay at night?\n\nDid the Board meet the crew?\n\nSincerely,\n\nAda Birch\n"
    )
    summary = brief.summarize(brief.read(text.encode(), name="a.txt")[0], model="extractive")

    asked = summary.checks.coverage.questions
    assert (len(summary.questions), asked.found, asked.total) == (2, 2, 2)
