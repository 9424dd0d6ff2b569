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
from brief.providers.extractive.asks import condition_of, deadline_of, find_asks
from brief.providers.extractive.reading import read_letter
from brief.providers.extractive.topics import topic
from brief.providers.extractive.units import units


def asks(text: str, **more: str) -> list[str]:
    return [" ".join(a.quotes[0].split()) for a in read_letter(text, **more).actions]


def questions(text: str) -> list[str]:
    return [" ".join(q.quotes[0].split()) for q in read_letter(text).questions]


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
        ("We urge you not to open the lock.", ["We urge you not to open the lock."]),
        ("We request the Bureau carefully weigh the cost.", ["We request the Bureau carefully weigh the cost."]),
        ("We are troubled by the delay, and urge you to act at once.", ["urge you to act at once."]),
        ("We recommend, in addition, that the Bureau reply.", ["We recommend, in addition, that the Bureau reply."]),
        ("It is vital that you open the lock.", ["It is vital that you open the lock."]),
        ("The lock should be opened by the Bureau.", ["The lock should be opened by the Bureau."]),
        (
            "The Committee therefore requests that Velmora open it.",
            ["The Committee therefore requests that Velmora open it."],
        ),
        ("We look forward to your reply by March 8.", ["We look forward to your reply by March 8."]),
        ("We do not think the leaks should be ignored.", ["We do not think the leaks should be ignored."]),
        ("We write as neighbors, seeking answers about the lock.", ["seeking answers about the lock."]),
        ("This must be a national priority.", ["This must be a national priority."]),
        ("We believe that Corvane needs to be more open.", ["Corvane needs to be more open."]),
        ("Now is the time to open the lock.", ["Now is the time to open the lock."]),
        ("It was Keshara that paid. Keshara must open the lock.", ["Keshara must open the lock."]),
        ("The gates should be surveyed in person.", ["The gates should be surveyed in person."]),
        ("The log must never be altered again.", ["The log must never be altered again."]),
        ("If it is untrue, please say so in public.", ["If it is untrue, please say so in public."]),
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
        "If the Department must wait, so be it.",
        "No woman should be turned away from a well.",
        "Should you have any questions, please do not hesitate to call.",
        "We ask a great deal of our friends.",
    ],
)
def test_leaves_out_what_the_writers_do_not_ask(sentence: str) -> None:
    assert asks("The river fell again last summer. " + sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "I trust the Bureau will open the lock.",
        "We trust that, once the survey is done, you will open the lock.",
        "We are hopeful that you will open the lock.",
        "We look to you to open the lock.",
        "We are counting on the Bureau to open the lock.",
        "We want the Bureau to open the lock.",
        "We need your help to open the lock.",
        "We will continue to urge you to open the lock.",
        "We are united in urging you to open the lock.",
        "Let me urge you to open the lock.",
        "The residents of Pell ask you to open the lock.",
        "Accordingly, the Committee requests a briefing on the lock.",
        "We therefore direct the Bureau to open the lock.",
        "I ask, therefore, that you open the lock.",
        "We respectfully ask, on behalf of our members, that you open the lock.",
        "I'm writing to request that the Bureau open the lock.",
        "We would suggest that a survey be made of the lock.",
        "It is respectfully requested that you open the lock.",
        "Your support for the lock would be greatly appreciated.",
        "Our request is straightforward: open the lock.",
        "I write today with a simple request: open the lock.",
        "I write in support of the town's application for a lock grant.",
        "I hope the application meets with your approval.",
        "It is important that you open the lock.",
        "It is essential for the Department to open the lock.",
        "It is time for the Bureau to open the lock.",
        "It's time to open the lock.",
        "There is an urgent need for the Department to open the lock.",
        "You cannot allow the lock to stay shut.",
        "The Bureau can and must open the lock.",
        "The international community must condemn the closing.",
        "Do not open the lock before the survey is done.",
        "It is vital that your office open the river lock.",
        "The Bureau would do well to open the lock.",
        "Now, it falls on you as head of the Bureau to open the lock.",
        "The Union and our partners cannot ignore the lock.",
        "We the undersigned members urge you to open the lock.",
        "The Velmoran authorities must release the engineers.",
        "All parties must open their ports to the engineers.",
        "The Council shouldn't close the lock.",
        "It should also publish the survey of the gates.",
        "We need the Council to open the lock.",
        "We wish to receive a copy of the survey.",
        "I wonder if you could send us the survey.",
        "We remind you of your duty to preserve all records of the lock.",
        "The Attorneys General urge the Commission to reject the rule.",
        "Vote no on the bill.",
        "First, open the lock to all boats.",
        "It is critical that the Bureau conduct a full and complete survey of the lock.",
        "Kindly send us the survey of the lock.",
        "Tell us when the lock was opened.",
        "Open the lock to all boats.",
    ],
)
def test_an_ask_may_be_put_in_many_ways(sentence: str) -> None:
    assert len(asks("The river fell again last summer. " + sentence + " The wells are dry.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "We ask:\n\n- That the Bureau open the lock at once.\n- That the survey be published in full.",
        "We urge the government of Velmora:\n\n• to open the lock at once;\n• to publish the survey.",
        "Our demands are as follows:\n\n1. The release of the engineers.\n2. Full access for the inspectors.",
        "We call on the Bureau to (i) open the lock at once, and (ii) publish the survey of the gates.",
        "We call on the Bureau to: 1) open the lock at once; and 2) publish the survey of the gates.",
    ],
)
def test_each_item_is_an_ask_however_it_is_led_in(text: str) -> None:
    assert len(asks("The river fell again.\n\n" + text + "\n\nThank you.")) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "I trust this is useful.",
        "We are confident your guidance will help us onward.",
        "It should give us pause.",
        "We ask three things of you.",
        "It's time for that to change.",
        "It is imperative that DACA holders know of the lock.",
        "We remind you of the fire in Pell.",
        "I trust the Bureau will understand my concern.",
        "We look to the river for water.",
        "We want our children to be safe.",
        "We need water.",
        "We demand nothing.",
        "The mayor urges you to act.",
        "The Act directs the Bureau to open the lock.",
        "It is requested by many.",
        "Your attention to this matter would be appreciated.",
        "Our request was denied.",
        "It is important that farmers have water.",
        "It is important to note that the lock is old.",
        "It is clear that you know how old the lock is.",
        "There is a need for water in Pell.",
        "We cannot accept the closing of the lock.",
        "The Bureau cannot open the lock without money.",
        "If we are to choose, the Bureau must know the cost.",
        "Do not hesitate to call us if you have a question.",
        "Consider the case of Pell.",
        "Let us work together.",
    ],
)
def test_words_like_those_of_an_ask_may_ask_nothing(sentence: str) -> None:
    assert asks("The river fell again last summer. " + sentence + " The wells are dry.") == []


def test_lines_pasted_as_paragraphs_are_read_together() -> None:
    lines = [
        "We write about the lock at Pell, which has stood closed since the river",
        "Sarn fell last summer and the boats of the town were laid up in mud. The",
        "Bureau has known of it for a year. For these reasons we urge the Bureau of",
        "Rivers to open the lock before the harvest and to publish the survey of its",
        "Gates, which the Commission has asked for many times over. We would like the",
        "Department to tell us what was found there, and who was told of the finding.",
        "Thank you for your attention.",
    ]
    text = "\n\n".join(lines)

    assert asks(text)[:2] == [
        "we urge the Bureau of Rivers to open the lock before the harvest",
        "to publish the survey of its Gates, which the Commission has asked for many times over.",
    ]


LIST = """We therefore call on you to:

1. Deny the twelve licenses;

2. Publish the survey of the gates; and

3. Hold a hearing in Tarsk.

Thank you for your attention."""


def test_each_item_of_a_list_is_an_ask_with_its_number_and_the_strength_of_the_lead_in() -> None:
    actions = read_letter(LIST).actions

    assert [(a.number, a.strength) for a in actions] == [("1", "urge"), ("2", "urge"), ("3", "urge")]
    assert actions[2].text == "Hold a hearing in Tarsk"


@pytest.mark.parametrize(
    ("sentence", "text", "actor"),
    [
        ("We urge you to open the lock.", "open the lock", "addressee"),
        ("We urge you not to open the lock.", "not to open the lock", "addressee"),
        ("We call on Velmora to open the lock.", "open the lock", "Velmora"),
        ("We would welcome a briefing on the lock.", "a briefing on the lock", "addressee"),
        ("We request answers to the following questions:", "answers to the following questions", "addressee"),
        ("We ask that the readings be published.", "the readings be published", "addressee"),
        ("The U.S. should remain in the Commission.", "The U.S. should remain in the Commission", "The U.S."),
    ],
)
def test_an_ask_says_what_is_to_be_done_and_by_whom(sentence: str, text: str, actor: str) -> None:
    (ask,) = read_letter("The river fell again. " + sentence).actions

    assert (ask.text, ask.actor) == (text, actor)


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("We need to know how the gate was mended.", "know how the gate was mended"),
        ("I would appreciate it if you could send the survey.", "send the survey"),
        ("We would be grateful if you would send the survey.", "send the survey"),
        ("It would be helpful if you sent the survey.", "you sent the survey"),
    ],
)
def test_a_polite_ask_says_what_is_wanted(sentence: str, text: str) -> None:
    assert [a.text for a in read_letter(sentence).actions] == [text]


def test_a_sentence_that_its_items_finish_is_one_ask() -> None:
    text = (
        "The Committee:\n\n1. requests that the works be stopped until\n   a. the outfall moves, and\n   b. the log "
        "is out;"
    )

    (ask,) = read_letter(text).actions
    assert " ".join(ask.quotes[0].split()).endswith("the log is out;")


def test_a_lead_in_without_a_colon_governs_its_items() -> None:
    text = "In addition, we demand that the company\n\n(a)   publish the log; and\n\n(b)   preserve all records."

    assert [(a.number, a.strength) for a in read_letter(text).actions] == [("a", "demand"), ("b", "demand")]


@pytest.mark.parametrize(
    ("clause", "about"),
    [
        ("withdraw the January 9 notice", "January 9 notice"),
        ("issue a general license for exports", "general license for exports"),
        ("Until that is done, issue a general license", "general license"),
        ("direct the Secretary of Commerce to issue the twelve pending licenses", "pending licenses"),
        ("Decide the twelve Halvek applications by March 1, 2024", "Halvek applications"),
        ("the reports that flights of mail continue to be lost", "flights of mail"),
        ("the U.S. Department of Rivers’ (DOR) closing of locks", "U.S. Department of Rivers’ closing of locks"),
        ("open an investigation into the Pell Gate Company, which", "investigation into the Pell Gate Company"),
        ("“ (a)", ""),
        ("how Belmar may affect the river and its fish", "how Belmar may affect the river"),
        ("tell me in writing how you decided each", "how you decided each"),
    ],
)
def test_a_topic_is_a_noun_phrase_without_its_verb(clause: str, about: str) -> None:
    assert topic(clause) == about


def test_positions_say_for_or_against_and_asks_imply_them() -> None:
    stated = read_letter("We strongly oppose the lock. We urge you to act.").positions
    implied = read_letter(
        "We urge you to withdraw the January 9 notice. We urge you not to issue the licenses."
    ).positions

    assert [(p.stance, p.topic) for p in stated] == [("opposes", "lock")]
    assert [(p.stance, p.topic) for p in implied] == [("opposes", "January 9 notice"), ("opposes", "licenses")]


def test_background_is_given_in_the_letters_order_and_asks_nothing() -> None:
    text = (
        "The gate at Pell failed on August 14, 2022 because the alarm was off. Seventeen people of the town lost "
        "their lives "
        "that night. "
        "We urge you to inspect the gates. Have you read the report? The Commission found nine gates of the same "
        "type in use."
    )

    assert [b.quotes[0].split()[1] for b in read_letter(text).background] == ["gate", "people", "Commission"]


def found(text: str) -> list[tuple[str | None, str]]:
    return [(a.number, " ".join(a.quotes[0].split())[:30]) for a in read_letter(text).actions]


def test_a_lead_in_that_sets_a_deadline_asks_besides_its_items() -> None:
    text = "We request the following no later than April 22:\n\n1. Provide all contracts.\n\n2. Produce the log."

    assert found(text) == [
        (None, "We request the following no la"),
        ("1", "Provide all contracts."),
        ("2", "Produce the log."),
    ]


def test_a_long_item_is_as_good_as_a_short_one() -> None:
    text = (
        "Please provide the following:\n\n1. Provide copies of " + "emails, " * 80 + "and notes.\n\n2. Provide a list."
    )

    assert [n for n, _ in found(text)] == [None, "1", "2"]


def test_the_statement_before_a_question_is_no_ask() -> None:
    text = "We ask you to address the following:\n\n1. The agency says that 18 inspectors will attend. Who are they?"

    assert found(text) == []
    assert [q.number for q in read_letter(text).questions] == ["1"]


def test_papers_listed_without_marks_are_asked_for_one_by_one() -> None:
    text = (
        "Please provide the following records.\n\nAll records about the fire, including:\n\n"
        "Any assessment of its cause;\n\nAll communications about Jorn; and\n\nAll letters to residents.\n\n"
        "The fire was large."
    )

    assert [words for _, words in found(text)][1:] == [
        "All records about the fire, in",
        "Any assessment of its cause;",
        "All communications about Jorn;",
        "All letters to residents.",
    ]


def test_bodies_that_are_only_listed_are_no_actions() -> None:
    assert (
        len(found("Please provide all letters to the following entities:\n\n1. Fire Department;\n\n2. City Council."))
        == 1
    )


def test_actions_in_a_series_under_one_duty_are_parted() -> None:
    text = "The Department of Rivers (DR) should immediately restore the limit, limit renewal, and reduce fees."

    assert [a.text.split()[-1] for a in read_letter(text).actions] == ["limit", "renewal", "fees"]


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


def test_a_plea_that_ends_in_a_question_mark_is_an_ask() -> None:
    draft = read_letter("Please answer:\n\n1. Who paid?\n\n2. Please outline how the Bureau pays?")

    assert ([q.number for q in draft.questions], draft.actions[-1].number) == (["1"], "2")


def test_a_question_that_a_letter_reports_is_not_its_own() -> None:
    read = read_letter('We ask the Board to drop it.\n\nThe draft asks (para. 2), "Should the Board license boats?"')
    assert read.questions == []


def test_a_rhetorical_question_is_no_question() -> None:
    assert read_letter("What would we say of a bank that never counts? We urge you to count.").questions == []


def test_questions_that_stand_in_paragraphs_of_their_own_are_put_to_the_reader() -> None:
    text = (
        "The gate broke.\n\nWhat is HBX doing to mend it?\n\nHow many boats were lost? Please list them.\n\nAll is mud."
    )
    assert questions(text) == ["What is HBX doing to mend it?", "How many boats were lost?"]


def test_a_question_among_questions_may_end_with_a_full_stop() -> None:
    text = (
        "Please answer these questions:\n\nWhen will the gate open?\n\n"
        "What steps has the Bureau taken since the notice of May 3.\n\nWhat we ask is plain.\n\nThe gate is of oak."
    )
    found = questions(text)
    assert [q.split()[0] for q in found] == ["When", "What"]
    assert len(found) == 2


@pytest.mark.parametrize(
    "text",
    [
        "We ask for a reply in writing to the below items.\n\nWhat is DXY doing to mend it?",
        "The towns deserve to know how it stands. How is the repair of the gate going?",
        "I write to request an update on the gate. In particular, how much has DXY spent on it?",
    ],
)
def test_a_request_before_a_question_shows_that_it_is_meant(text: str) -> None:
    assert len(questions(text)) == 1


def test_a_list_that_only_names_bodies_belongs_to_the_item_above_it() -> None:
    text = (
        "Please provide the following:\n\nAll records of the weir; and\n\nAll letters between you and the following "
        "entities:\n\nBureau of Mills;\n\nPell Town Council; and\n\nAny other office.\n\nThank you."
    )
    assert asks(text)[1:] == ["All records of the weir; and", "All letters between you and the following entities:"]


def test_what_follows_a_list_of_questions_may_say_what_must_be_done() -> None:
    text = (
        "Please answer the following questions:\n\n1. Who shut the gate?\n\n2. Why?\n\n"
        "In addition, you must at once comply with the requests of the council."
    )
    assert asks(text)[0].startswith("you must at once comply")


def test_words_of_support_count_where_nothing_else_is_asked() -> None:
    support = "We support the Governor's request for flood relief."
    assert asks(support) == [support]
    assert asks(support + " We urge you to mend the gate.") == ["We urge you to mend the gate."]


def test_paragraphs_below_the_following_actions_are_asks_each_by_its_first_sentence() -> None:
    text = (
        "We hope that the council turns back. You can bring it about by the following actions.\n\n"
        "Sanction the mills that broke the law. We have seen what they did.\n\nIssue all pending permits.\n\nThank you."
    )
    assert asks(text)[-2:] == ["Sanction the mills that broke the law.", "Issue all pending permits."]


def test_steps_that_follow_in_a_paragraph_are_asks() -> None:
    text = (
        "We urge you to take the following steps. First, keep present staff and preserve the gauges of the river. "
        "Second, mend the gate."
    )
    assert asks(text)[1:] == ["keep present staff", "preserve the gauges of the river.", "mend the gate."]


def test_things_listed_without_marks_are_asked_for_one_by_one() -> None:
    text = (
        "Please provide the following by 3 May:\n\nAn analysis of how the money was spent.\n\n"
        "The total amount of funds in the plan, by town.\n\nFor each lock, the account and its sum.\n\n"
        "The council is bound to look into the mills.\n\nThank you."
    )
    assert asks(text)[1:] == [
        "An analysis of how the money was spent.",
        "The total amount of funds in the plan, by town.",
        "For each lock, the account and its sum.",
    ]


def test_things_that_can_be_done_lead_in_what_to_do() -> None:
    text = (
        "Here are 3 things we can do that will help the river:\n\nRemove limits on boats. They are old.\n\n"
        "Reform and speed the permits.\n\nOpen the weir.\n\nThank you."
    )
    assert asks(text) == ["Remove limits on boats.", "Reform and speed the permits.", "Open the weir."]
    assert asks(text.replace("Here are 3 things we can do", "The Bureau has taken 3 steps")) == ["Open the weir."]


def test_reasons_listed_below_an_ask_are_no_asks() -> None:
    text = (
        "We urge you to choose Pell for the following reasons:\n\nLeverage skilled hands: the town has many smiths.\n\n"
        "Grow the trade: the river is near.\n\nThank you."
    )
    assert len(asks(text)) == 1


def test_an_ask_is_read_through_wide_spaces() -> None:
    text = "Therefore  we urge  you to work   together, mend the gate and open the weir.  It  is old."
    assert asks(text) == ["we urge you to work together, mend the gate and open the weir."]
    report = "On Monday, members  sent a letter  calling  on the Bureau  to open the weir."
    assert asks(report, kind="reported") == ["calling on the Bureau to open the weir."]


def test_a_sentence_may_go_on_with_the_ask_before_it() -> None:
    assert len(asks("We urge you to be open. This includes telling the towns what is planned for the weir.")) == 2


def test_an_excerpt_with_a_mark_at_every_paragraph_is_read_through() -> None:
    text = '"The gate broke. We ask you to mend it.\n\n"It is old. We urge you to close the weir."'
    assert len(asks(text, kind="excerpt")) == 2
    assert len(asks("The members write: " + text, kind="excerpt")) == 2


def test_the_bottom_line_says_who_asks_whom_to_do_what() -> None:
    draft = read_letter("The lock has failed. We urge you to repair the lock.", to="Secretary Marisol Achterberg")

    assert draft.bottom_line.text == "The senders urge Secretary Marisol Achterberg to repair the lock."


def test_the_bottom_line_counts_the_questions_where_nothing_else_is_asked() -> None:
    text = (
        "We write regarding the Halvek gates. Please answer the following questions by March 8, 2024:\n\n1. Who "
        "paid?\n2. Who knew?"
    )

    draft = read_letter(text, senders="Ada Prisk (D-OR); Bo Lund (R-SD)", to="Secretary Marisol Achterberg")

    asked = "ask Secretary Marisol Achterberg to answer 2 questions on the Halvek gates by March 8, 2024."
    assert draft.bottom_line.text == f"Ada Prisk and Bo Lund {asked}"


def test_more_than_three_senders_are_counted() -> None:
    draft = read_letter("We urge you to act now.", senders="A. Bly; C. Dove; 40 colleagues; E. Fry", to="President")

    assert draft.bottom_line.text == "A. Bly, C. Dove and 41 others urge the President to act now."


def test_a_report_gives_its_own_sentences() -> None:
    report = "The Senators urged the Secretary to “freeze the accounts” of the group. They do not mention the drought."

    draft = read_letter(report, kind="reported")

    assert [a.quotes[0] for a in draft.actions] == [report.split(". ")[0] + "."]


PIECES = "We urge you to act. Please send it? 1. (a) “ ” : ; \n \n\n must the Department and é \u00a0"
WORDS = st.lists(st.sampled_from(PIECES.split(" ")))


def test_a_deadline_is_none_of_the_condition_and_an_offer_to_answer_is_no_condition() -> None:
    said = "Should the panel fail to report by March 15, we ask you to schedule the vote by April 4."
    assert (deadline_of(said), condition_of(said)) == ("by April 4", "Should the panel fail to report by March 15")
    said = "We would be grateful if you could send us the log by March 15."
    assert (deadline_of(said), condition_of(said)) == ("by March 15", None)


def test_what_the_writers_say_of_themselves_behind_a_semicolon_is_no_part_of_the_ask() -> None:
    (ask,) = find_asks(units("Do not send drawings; we have those."))
    assert (ask.start, ask.end) == (0, len("Do not send drawings"))
    assert len(find_asks(units("Finally, if at all possible, send us the draft of the pact."))) == 1


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


def test_what_comes_first_is_no_duty_of_what_the_letter_writes_large() -> None:
    assert asks("The Guild puts Safety above all. Safety should always come first.") == []


@pytest.mark.parametrize(
    ("offices", "actor"),
    [
        ("Director, Bureau of River Safety (BRS)", "addressee"),
        ("Director, Bureau of River Mills (BRM)", "the BRS"),
        ("Director, Bureau of River Safety (BRS); Secretary of Ports", "the BRS"),
    ],
)
def test_what_is_asked_of_the_addressees_house_is_asked_of_the_addressee(offices: str, actor: str) -> None:
    draft = read_letter("We urge the BRS to open the lock.", to="Director Roe", offices=offices)
    assert [a.actor for a in draft.actions] == [actor]


@pytest.mark.parametrize(("to", "found"), [("Nan Roe, Speaker of the House", 2), ("Joan Roe, Secretary of Ports", 0)])
def test_what_members_and_their_leaders_must_do_together_is_asked_of_the_leaders_alone(to: str, found: int) -> None:
    assert len(asks("We must make the credit permanent, and we must do it in this budget.", to=to)) == found


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("Such leaks should not be allowed to continue.", "Such leaks should not be allowed to continue"),
        ("We request that as the Bureau weighs it, you keep the lock open.", "keep the lock open"),
        ("We request you end the toll at once.", "end the toll at once"),
        (
            "I ask for a hearing on the Bureau's decision to withhold pay.",
            "a hearing on the Bureau's decision to withhold pay",
        ),
        ("The Bureau should be mending the weir.", "The Bureau should be mending the weir"),
        ("We urge you as you work through ways that towns can save that you keep the lock.", "keep the lock"),
        ("We ask that the Department of Ports (DOP) mend the weir.", "mend the weir"),
        ("I hope you will lead the towns to a better way.", "lead the towns to a better way"),
        ("We urge the Bureau to re-tar the lock.", "re-tar the lock"),
    ],
)
def test_an_ask_is_told_by_what_is_to_be_done(sentence: str, text: str) -> None:
    assert [a.text for a in read_letter(sentence).actions] == [text]


def test_an_ask_whose_verb_no_list_has_is_still_what_to_do() -> None:
    draft = read_letter("The weir at Tarsk fell in. We urge you to darn it at once.", kind="full")

    assert [a.text for a in draft.actions] == ["darn it at once"]
    assert draft.bottom_line.text == "The senders urge the addressee to darn it at once."


@pytest.mark.parametrize("mark", ["2", "[2]"])
def test_a_footnotes_mark_is_not_printed(mark: str) -> None:
    draft = read_letter(f"Please send us the log of the state of the network.{mark}")

    assert draft.actions[0].text == "send us the log of the state of the network"


@pytest.mark.parametrize("body", ["State", "Ministry"])
def test_a_question_with_the_addressees_body_as_subject_is_put_to_it(body: str) -> None:
    assert questions(f"Snow is near. Could the {body} release the tents?") == [f"Could the {body} release the tents?"]


def test_a_question_right_before_one_that_is_put_is_put_too() -> None:
    text = "The tents are in store. When does the road open? Who on your staff can sign for them?"

    assert questions(text) == ["When does the road open?", "Who on your staff can sign for them?"]


NESTED = """We request that you produce the following:

1. All papers between the Commission and
   (a) Betwell;
   (b) any lobbyist for it, including
       (i) Stone; and
       (ii) Haver; and
   (c) the Office of the Mayor.

2. Do the following:
   (a) send us the log; and
   (b) open the gate."""


def test_the_parts_of_an_item_are_one_ask_with_their_stem_but_parts_that_act_are_each_one() -> None:
    parts = "(a) Betwell; (b) any lobbyist for it, including (i) Stone; and (ii) Haver; and (c) the Office of the Mayor"

    assert [(a.number, a.text) for a in read_letter(NESTED).actions] == [
        ("1", f"All papers between the Commission and {parts}"), ("a", "send us the log"), ("b", "open the gate"),
    ]  # fmt: skip


def test_a_part_of_a_question_is_a_question_with_its_own_number() -> None:
    text = (
        "Please answer the following questions:\n\n(a) Was he asked for an opinion? If so,\n    (i) on what date, and\n"
        "    (ii) what did it say?"
    )
    draft = read_letter(text)

    assert [(q.number, q.parent) for q in draft.questions] == [("a", None), ("i", "a"), ("ii", "a")]
