"""By when something is to be done: which words say so, and which day they mean."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.document import Document, Span
from brief.ingest import read
from brief.letter import letters
from brief.letter.actions import flattened
from brief.letter.card import Deadline
from brief.letter.deadlines import find_deadlines

SENT = date(2024, 2, 23)  # a Friday


def found(text: str, sent: date | None = SENT) -> list[Deadline]:
    return list(find_deadlines(Document("x", text, ""), [Span(0, len(text))], sent, "x"))


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("by March 1, 2024", "2024-03-01"),
        ("by 1 March 2024", "2024-03-01"),
        ("by 3/1/2024", "2024-03-01"),
        ("by 2024-03-01", "2024-03-01"),
        ("by March 1", "2024-03-01"),
        ("by January 15", "2025-01-15"),
        ("no later than COB Friday, March 8", "2024-03-08"),
        ("no later than 5:00 p.m. on Friday, March 8, 2024", "2024-03-08"),
        ("on or before March 8, 2024", "2024-03-08"),
        ("within 30 days", "2024-03-24"),
        ("within thirty (30) days", "2024-03-24"),
        ("within 10 business days", "2024-03-08"),
        ("within two weeks", "2024-03-08"),
        ("within one month", "2024-03-23"),
        ("no later than 14 days from receipt", "2024-03-08"),
        ("within 21 days of receipt of this letter", "2024-03-15"),
        ("by the end of the month", "2024-02-29"),
        ("by the end of the fiscal year", "2024-09-30"),
        ("by the end of the year", "2024-12-31"),
        ("before the end of the first quarter of 2025", "2025-03-31"),
        ("by next Tuesday", "2024-02-27"),
        ("no later than the first week of March", "2024-03-07"),
        ("before the comment period closes on March 29, 2024", "2024-03-29"),
        ("prior to the hearing on March 29", "2024-03-29"),
        ("ahead of the March 29, 2024 deadline", "2024-03-29"),
        ("by the end of next week", "2024-03-01"),
        ("by the end of next month", "2024-03-31"),
        ("by the end of next quarter", "2024-06-30"),
        ("by the end of next year", "2025-12-31"),
        ("by the end of FY25", "2025-09-30"),
        ("by the end of FY 25", "2025-09-30"),
        ("before the March 29 deadline", "2024-03-29"),
        ("by year's end", "2024-12-31"),
        ("within the next week", "2024-03-01"),
        ("within a fortnight", "2024-03-08"),
        ("in 30 days", "2024-03-24"),
    ],
)
def test_resolves_a_deadline_and_says_how(words: str, due: str) -> None:
    (deadline,) = found(f"The gate failed. Please reply {words}.")

    assert (deadline.as_stated, deadline.date, deadline.purpose) == (words, due, "reply")
    assert deadline.rule


@pytest.mark.parametrize(
    ("words", "sent", "due"),
    [
        ("by February 29", date(2023, 12, 4), "2024-02-29"),  # the year of the letter has no such day
        ("by February 29", date(2024, 3, 4), None),  # nor has the next
        ("by the end of the first quarter", date(2023, 11, 20), "2024-03-31"),
        ("by the end of the third quarter", date(2023, 8, 1), "2023-09-30"),
        ("by the end of the week", date(2023, 8, 1), "2023-08-04"),
        ("by the end of next week", date(2023, 8, 1), "2023-08-11"),
        ("by the end of business", date(2023, 8, 1), "2023-08-01"),
        ("within 48 hours", date(2023, 8, 1), "2023-08-03"),
        ("within 12 hours", date(2023, 8, 1), "2023-08-01"),
    ],
)
def test_a_day_that_the_letters_own_year_cannot_have_is_the_next_ones(words: str, sent: date, due: str | None) -> None:
    assert [d.date for d in found(f"Please reply {words}.", sent)] == [due]


def test_the_year_of_a_leap_day_is_told_by_its_weekday() -> None:
    assert found("In 2023 and 2024 we wrote. Please reply by Thursday, February 29.", None)[0].date == "2024-02-29"


def test_the_rule_names_the_day_counted_from() -> None:
    (deadline,) = found("We ask you to open the gate within 30 days.")

    assert deadline.rule == "30 days after the letter's date, 2024-02-23"
    assert deadline.purpose == "action"


def test_a_weekday_that_is_not_that_days_is_told() -> None:
    (deadline,) = found("Please reply by Monday, March 8.")

    assert "is a Friday, not a Monday" in deadline.rule


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("If a permit is denied, we ask for the reasons in writing within five business days.", None),
        ("Should a gate fail, please inform us within 10 days.", None),
        ("If possible, please respond within 10 days.", "2024-03-04"),
        ("If a permit is denied, please say so within 10 days of this letter.", "2024-03-04"),
        ("If you agree, please respond by March 8, 2024.", "2024-03-08"),
    ],
)
def test_a_time_that_runs_from_a_condition_has_no_date(text: str, due: str | None) -> None:
    assert [d.date for d in found(text)] == [due]


def test_without_the_letters_date_a_relative_deadline_stays_open() -> None:
    (deadline,) = found("Please reply within 30 days.", sent=None)

    assert deadline.date is None
    assert "unknown" in deadline.rule


def test_days_from_an_event_without_a_date_stay_open() -> None:
    (deadline,) = found("Please brief our staff within 10 days of the first inspection.")

    assert (deadline.date, deadline.rule) == (None, "10 days from an event without a date: the first inspection")


def test_an_event_without_a_date_stays_open() -> None:
    (deadline,) = found("Please brief our staff before the fall elections.")

    assert (deadline.as_stated, deadline.date) == ("before the fall elections", None)


@pytest.mark.parametrize(
    ("words", "due"),
    [("by Tuesday, July 5", "2022-07-05"), ("by Wednesday, July 5", "2023-07-05"), ("by July 5", None)],
)
def test_a_weekday_tells_the_year_of_a_letter_without_a_date(words: str, due: str | None) -> None:
    (deadline,) = found(f"The gate failed in 2022. Please reply {words}.", sent=None)

    assert deadline.date == due


@pytest.mark.parametrize(
    "words",
    [
        "by mid-April",
        "ahead of the December deadline",
        "by early May 2024",
        "by Easter",
        "before the start of the school year",
        "by the end of this Congress",
        "by the end of the decade",
    ],
)
def test_a_time_that_is_no_exact_day_has_none(words: str) -> None:
    (deadline,) = found(f"We urge you to act {words}.")

    assert (deadline.as_stated, deadline.date) == (words, None)
    assert deadline.rule


def test_the_release_tells_by_when_an_excerpt_wants_its_answer() -> None:
    page = (
        "Washington - Rep. Ada Orr (R-Ohio) wrote to Harbor Commissioner Bo Main about the gate.\n\n"
        "“The gate has failed twice, and nobody has told the harbor towns why it failed,” Orr wrote.\n\n"
        "The Board lost its files by March 1, 2024. Orr requested that Main answer her questions by March 8, 2024.\n\n"
        "On May 3, 2023, Orr wrote to the Tide Board. The letter requested a plan by March 7, 2024."
    )
    (letter,) = letters(read(page.encode(), name="x.txt"))

    assert [(d.date, d.evidence.voice) for d in letter.deadlines] == [("2024-03-08", "release")]


def test_an_imperative_item_sets_its_own_deadline() -> None:
    (deadline,) = found("Direct the Board to finish a new plan by June 30, 2024.")

    assert deadline.date == "2024-06-30"


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("We request answers by close of business Monday.", "2024-02-26"),
        ("Please commit to releasing it in the following 60 days.", "2024-04-23"),
        ("Please do so by the 15th of March, 2024.", "2024-03-15"),
        ("You have until March 7, 2024, to respond; please do.", "2024-03-07"),
        ("She has asked that, prior to Roe's hearing, the towns be given the papers.", None),
    ],
)
def test_a_limit_may_be_put_in_many_words(text: str, due: str | None) -> None:
    assert [d.date for d in found(text)] == [due]


@pytest.mark.parametrize(
    "text",
    [
        "We ask why the Board, meant to answer each mooring permit within 90 days, does not.",
        "We urge you to keep the pledge to reach half of all homes by June.",
        "We urge you to hold the three sales in the next five-year plan.",
        "Please provide a list of permits issued by January 1, 2024.",
        "Please preserve the records until March 7, 2025.",
        "We ask you: did the Board know of the fault prior to December 2024?",
        "Please give the number of pilots both prior to December 2024 and after.",
    ],
)
def test_a_norm_a_pledge_or_a_period_sets_no_deadline(text: str) -> None:
    assert found(text) == []


def test_a_small_imperative_behind_a_marker_sets_its_deadline() -> None:
    assert [
        d.as_stated for d in found("If it has to shut:\n\n* tell the towns by March 4,\n* and open it by May 1")
    ] == [
        "by March 4",
        "by May 1",
    ]
    assert found("The order:\n\n* tell was known by March 4") == []


def test_an_update_by_a_day_is_a_reply() -> None:
    (deadline,) = found("We ask for an update on the gate by March 8, 2024.")
    assert deadline.purpose == "reply"


def test_a_day_that_no_calendar_has_is_told() -> None:
    (deadline,) = found("Please reply by February 30, 2024.")

    assert (deadline.date, deadline.rule) == (None, "no such day in the calendar")


@pytest.mark.parametrize(
    "text",
    [
        "Under the Gate Act, the Board must report by March 1, 2024.",
        "Boats are mandated to be moored by March 1, 2024, and we ask why.",
        "We ask how boats can see a pilot within 30 days of starting a new trip.",
        "The spokesman responded by declaring that we should hope.",
        "I write to you ahead of the fall elections.",
        "You must explain your testimony before the Harbor Committee on March 8, 2024.",
        "The rule requires pilots to be trained by March 8, 2024, and we ask why.",
        "The Board estimated that by the end of this month the gate must fail.",
        "The statute is plain. The Board must approve the boat within 60 days.",
        "We must oppose the decision to end the lease by March 30, 2024.",
        "The Bureau was required to report by June 2020.",
        "Please send the reports of January 9, 2024.",
        "We ask why the rule issued before March 1, 2020 was dropped.",
        "The Assembly has asked Velmora to restore the flow within 21 days.",
        "The gate failed within 30 days of its delivery.",
        "We look forward to your timely reply.",
        "We ask you to bring the bill before the House for a vote.",
        "We urge you to pass it; the ban begins not later than 2 years after the date of enactment.",
        "We ask how the funds, which are available until December 31, 2024, were used.",
        "We ask for the study that the law required the Bureau to make by May 16, 2025.",
    ],
)
def test_a_time_that_nobody_asks_for_is_no_deadline(text: str) -> None:
    assert found(text) == []


def test_a_deadline_before_its_letter_by_a_slip_of_the_year_is_kept_and_told() -> None:
    (deadline,) = found("Please respond no later than January 12, 2021.", sent=date(2022, 1, 4))

    assert (deadline.date, "before the letter's date" in deadline.rule) == ("2021-01-12", True)


def test_the_same_deadline_stated_twice_is_one() -> None:
    assert len(found("Please reply by March 8, 2024. Please send your answers by March 8, 2024.")) == 1


def test_items_of_a_list_have_their_own_deadlines() -> None:
    text = "We call on you to:\n\n- Open the gate by March 8, 2024;\n- Close the lock by April 1, 2024."

    assert [d.date for d in found(text)] == ["2024-03-08", "2024-04-01"]


@given(st.text(alphabet="Please by within 30 days March 8, 2024 .\n", max_size=200))
def test_what_is_found_stands_where_it_is_said_to_stand(text: str) -> None:
    for deadline in found(text):
        assert text[deadline.evidence.start : deadline.evidence.end] == deadline.as_stated


def test_that_date_is_the_deadline_stated_before_it() -> None:
    text = "Please answer by March 15, 2024. If you will not act, we ask for a briefing within one week of that date."
    first, second = found(text)

    assert (first.date, second.date) == ("2024-03-15", "2024-03-22")
    assert second.rule == "1 week after 2024-03-15, stated before it"


def test_the_same_date_is_resolved_and_without_one_stays_open() -> None:
    assert found("We ask you to publish the logs by that date.")[0].date is None
    assert [
        d.date for d in found("Please reply by March 15, 2024. We urge the Bureau to report by the same date.")
    ] == [
        "2024-03-15",
        "2024-03-15",
    ]


def test_the_date_of_something_else_is_not_the_letters() -> None:
    (only,) = found("We ask for the transcript within 14 days from the date of the hearing.")

    assert only.date is None
    assert "without a date" in only.rule


def test_a_document_is_flattened_once_for_all_its_letters() -> None:
    flattened.cache_clear()
    both = letters(
        read(b"\f".join(b"Dear Secretary:\n\nPlease answer by March 1, 2024.\n\nSincerely,\n" for _ in "ab"))
    )

    assert len(both) == 2
    assert flattened.cache_info().misses == 1


@pytest.mark.parametrize(
    ("sentence", "stated", "day"),
    [
        ("We ask that full shields be installed by Labor Day.", "by Labor Day", "2031-09-01"),
        ("We urge you to reopen the canal before Thanksgiving.", "before Thanksgiving", "2031-11-27"),
        ("Recommendation 1: That the Ministry repay the fares within 30 days.", "within 30 days", "2031-06-19"),
        (
            "The Nation hereby requests a hearing before the comment period closes on September 15.",
            "before the comment period closes on September 15",
            "2031-09-15",
        ),
        ("Please let us have your reply not later than 9 July.", "not later than 9 July", "2031-07-09"),
        ("Kindly send the log by 12:00 noon on Monday, June 9.", "by 12:00 noon on Monday, June 9", "2031-06-09"),
        ("Our client requires the Council, by 4 p.m. on 23 June, to stop.", "by 4 p.m. on 23 June", "2031-06-23"),
        ("Now therefore we petition the Board: to mend it within 14 days.", "within 14 days", "2031-06-03"),
        ("Could you let us know by June 6?", "by June 6", "2031-06-06"),
        ("If we do not hear from you by 6 June, we will go to court.", "by 6 June", "2031-06-06"),
        ("Please come to the gate before the meeting on 20 June.", "before the meeting on 20 June", "2031-06-20"),
        ("We ask that you conclude the review before the summer.", "before the summer", None),
        ("You have 14 days to restore the ferry.", "You have 14 days", "2031-06-03"),
        ("An answer before the end of June would be welcome.", "before the end of June", "2031-06-30"),
        ("The deadline for your answers is June 9, 2031.", "deadline for your answers is June 9, 2031", "2031-06-09"),
        ("A response is requested by: June 9, 2031.", "by: June 9, 2031", "2031-06-09"),
        ("The Act requires a response within five working days.", "within five working days", "2031-05-27"),
        ("We demand:\n\nLamps on every pier. By Labor Day.", "By Labor Day", "2031-09-01"),
        ("Your petitioners pray that the House may restore it by 1 June.", "by 1 June", "2031-06-01"),
        ("They have demanded answers by June 8, 2031.", "by June 8, 2031", "2031-06-08"),
        ("The congressmen have requested the papers by noon on June 8.", "by noon on June 8", "2031-06-08"),
    ],
)
def test_holidays_seasons_and_meetings_on_a_day_are_deadlines(sentence: str, stated: str, day: str | None) -> None:
    document = Document("x", sentence, "0" * 64)
    (found,) = find_deadlines(document, [Span(0, len(sentence))], date(2031, 5, 20), "x")
    assert (found.as_stated, found.date) == (stated, day)


def test_a_month_that_was_over_when_the_letter_was_written_is_no_deadline() -> None:
    told = "We ask why the Board, which knew of the leak no later than August 2030, said nothing."
    assert find_deadlines(Document("x", told, "0" * 64), [Span(0, len(told))], date(2031, 5, 20), "x") == ()


@pytest.mark.parametrize(
    "told",
    [
        "We ask you to bring the matter before the Council on 14 November.",
        "We ask you to bring the matter before the Council of Donors on 14 November.",
        "Orde requests leave to reply within 15 days.",
        "Orde further requests leave to reply to the comments of other users within 15 days.",
        "We ask how many clerks you have. You have 14 days of leave each year.",
        "We urge you to keep the commitment to reaching half of all homes by June.",
        "We ask about the goal of reaching half of all homes within 125 days.",
    ],
)
def test_a_place_and_the_senders_own_time_are_no_deadlines(told: str) -> None:
    assert find_deadlines(Document("x", told, "0" * 64), [Span(0, len(told))], date(2031, 5, 20), "x") == ()


def test_a_postscript_is_the_letters_own_text() -> None:
    letter = letters(
        read(
            b"May 20, 2031\n\nDear Mayor Ode:\n\nWe ask for a crossing at the school. It is long overdue.\n\n"
            b"Yours in hope,\nEdith Farr\n\nP.S. Please come to the gate by June 6.\n",
            name="x.txt",
        )
    )[0]

    assert [d.date for d in letter.deadlines] == ["2031-06-06"]
    assert [p.name for p in letter.card.senders] == ["Edith Farr"]


def test_a_speaker_asks_for_an_answer_in_the_same_breath() -> None:
    page = (
        "Roe Asks Ferry Line For Answers\n\nMay 20, 2031\n\nORLE – Senator Ada Roe (D-VT) wrote to the Orle Ferry Line "
        "today about its winter timetable and the piers.\n\n“The piers of your line are not safe for the people who "
        "use them each day,” wrote Roe in the letter.\n\n“You owe the towns an answer to all of this at last,” "
        "concluded Roe, posing a series of questions and requesting a response by June 6, 2031."
    )
    (letter,) = letters(read(page.encode(), name="x.txt"))

    assert [d.date for d in letter.deadlines] == ["2031-06-06"]
