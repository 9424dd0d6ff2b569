"""What a report says that a letter asks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import brief
from brief.providers.extractive.reading import read_letter
from brief.providers.extractive.reported import _ASKING, _ASKING_WORDS


def told(text: str) -> list[str]:
    return [" ".join(a.quotes[0].split()) for a in read_letter(text, kind="reported", to="Bureau of Rivers").actions]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Members of the Assembly sent a letter to the Bureau, demanding compliance with their call for the survey.",
            ["demanding compliance with their call for the survey."],
        ),
        (
            "After the flood, a letter went from the Assembly to the head of the Bureau, demanding he open the lock.",
            ["demanding he open the lock."],
        ),
        (
            "The Committee is specifically requesting all records of the weir.",
            ["The Committee is specifically requesting all records of the weir."],
        ),
        (
            "The group is now demanding that the Bureau give up the files and arrange a briefing.",
            ["The group is now demanding that the Bureau give up the files", "arrange a briefing."],
        ),
        ("Teal led a letter to the Bureau, seeking answers about the gates.", ["seeking answers about the gates."]),
        ("The Senators press the Secretary to name the group and to freeze its funds.", 2),
        ("She told the head of the Bureau that it must take care not to harm the towns.", 1),
        ("In May 2021, Teal led a letter to the Bureau urging it to open the lock.", 1),
        (
            "Teal (I-Pell) sent a letter to the Bureau, seeking answers about its plans.",
            ["seeking answers about its plans."],
        ),
        ("On Monday, Teal joined the members of the Assembly to request that a flag be flown at the lock.", 1),
        ("The members are pushing the Bureau of Rivers for what is needed to begin.", 1),
        ("The members pushed to ensure that the weir stays in the plan.", 1),
        ("The note went to the Bureau, calling for protection of the right to fish.", 1),
        (
            "Members of the Assembly joined others, of all sides, demanding answers on abuse of leave to close it.",
            ["demanding answers on abuse of leave to close it."],
        ),
    ],
)
def test_a_report_tells_what_is_asked(sentence: str, expected: int | list[str]) -> None:
    found = told(sentence)
    assert (len(found) if isinstance(expected, int) else found) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Teal has long urged the Bureau to open the lock.",
        "She has led a resolution calling on the Bureau to open the lock.",
        "In May 2021, Teal urged the Bureau to open the lock.",
        "Teal pressed the head of the Bureau on the lock during a hearing.",
        "The Bureau sent none of the requested papers of the lock.",
        "The Pell Foundation sought a copy of the plan from the Bureau.",
        "She has led the push for reform of the Bureau.",
        "It came after calling for an early look at the lock.",
        "On March 2, Governor Teal sent a letter requesting help with the flood.",
        "They signed an accord that calls for a truce on the river.",
        "Reports suggest that the Bureau may be late with its survey.",
        "Senator Teal has long fought for the river. She pressed the mills about the lock.",
        "Teal means to file a bill should the Bureau go on with it, say the members.",
        "The sum requested for Pell was raised.",
        "The plan lets the Bureau of Rivers and others to request searches of each mill.",
        "It suggests that the toll should already be lower than it is.",
        "It rests on a law for the care that the Bureau must provide, the members hold.",
        "The letter suggests that the Bureau is late.",
        "The White House requested more money for the weir.",
        "The Assembly is not asking a lot of them.",
        "I am asking them to open the lock.",
        "They spoke of a need for an early call for the next round.",
        "They will hold a press conference on the lock.",
        "It came after the Bureau failed to answer a May letter demanding the survey.",
        "The NRLA explicitly called for the founding of the Bureau.",
        "Teal previously requested hearings on the lock.",
        "He spoke of requests relating to the toll.",
        "Were they people seeking asylum?",
        "BOR requested a delay to go on with its study of the lock.",
        "Last May, Teal also submitted remarks urging changes to the toll.",
        "The Bureau gave neither the papers Teal and Roe asked for by May 2, nor a day for them.",
        "It is a step that Teal specifically pushed for in a letter to the Secretary.",
        "The judges sent a letter to the Governor, faulting him for demanding a survey from them.",
        "Among the questions Teal asked the Bureau are how many boats were lost.",
        "The Governor has refused to push for a new weir.",
        "It is a toll that they themselves called for in the spring.",
        "Others who requested the survey are named below.",
        "On June 2, 2021, she joined Member Roe in calling on the Bureau to open the lock.",
        '"What of the lock?" asked Member Teal at the meeting.',
    ],
)
def test_other_asks_of_the_same_people_are_left_out(sentence: str) -> None:
    first = "On Monday, members of the Assembly sent a letter to the Bureau, urging it to open the weir. "
    assert told(first + sentence) == ["urging it to open the weir."]


def test_options_that_members_propose_are_asked_and_the_words_before_them_are_not() -> None:
    text = "A letter went to the Bureau. Options proposed by members include:\n\nLowering the toll\n\nMending the lock"
    assert told(text) == ["Lowering the toll", "Mending the lock"]


def test_what_a_report_says_that_the_senders_call_vital_is_asked() -> None:
    said = "it is vital that the log of the lock be published."
    assert told(f"In a letter to the Bureau, Teal said that {said}") == [said]


@pytest.mark.parametrize(
    ("sentence", "ask"),
    [
        ("The letter requests the agency survey the mills.", "The letter requests the agency survey the mills."),
        (
            "The members urge the Committee to hold a hearing on the lock.",
            "The members urge the Committee to hold a hearing on the lock.",
        ),
        ("Teal said she had joined others to urge river guards to open it.", "urge river guards to open it."),
        ("He is seeking publication of the log.", "He is seeking publication of the log."),
        ("PELL – After a letter from Teal calling for a new toll, Bureau men came.", "calling for a new toll"),
        ("After a letter from Teal calling for a new lock, the Bureau began to build.", "calling for a new lock"),
    ],
)
def test_a_report_says_what_a_letter_asks_in_many_ways(sentence: str, ask: str) -> None:
    assert [t.lower() for t in told(sentence)] == [ask.lower()]


def test_what_follows_one_earlier_deed_behind_another_is_the_record_of_those_who_write() -> None:
    text = (
        "Members of the Assembly sent a letter urging the Bureau to open the weir. In May 2021, they asked it for a "
        "survey. They call on the Bureau to publish it. In June 2020, they led a bill on the weir. In May 2020, they "
        "sent a letter on the ford. They urged the Bureau to close the ford."
    )
    assert told(text) == ["urging the Bureau to open the weir.", "They call on the Bureau to publish it."]


def test_what_a_headline_says_again_is_one_ask() -> None:
    text = "Members of the Assembly sent a letter urging the Bureau to open the weir."
    assert told(f"{text} {text}") == ["urging the Bureau to open the weir."]


@pytest.mark.parametrize("verb", ["demand answers on the weir", "request that it open the weir"])
def test_what_several_ask_in_the_present_is_asked(verb: str) -> None:
    assert told(f"In the letter to the Bureau, Teal and other members, {verb}.") == [f"{verb}."]


def test_the_items_below_a_report_are_asks_with_the_strength_of_the_lead() -> None:
    text = (
        "They led a letter to the Bureau about the weir. Furthermore, the members have demanded answers on:\n\n"
        "the law behind the closing;\n\nall letters on the matter; and,\n\nthe reasons for each case.\n\n"
        "The Bureau has not replied."
    )
    found = read_letter(text, kind="reported").actions
    assert [a.quotes[0].rstrip(";, and") for a in found][1:] == [
        "the law behind the closing",
        "all letters on the matter",
        "the reasons for each case.",
    ]
    assert {a.strength for a in found} == {"demand"}


def test_senders_may_tell_of_their_own_letter() -> None:
    assert told("The letter we led demands the Bureau at once return to the law.") != []


def test_a_report_in_the_senders_own_person_asks_as_a_letter_does() -> None:
    text = (
        "Today, Teal sent a letter to the Bureau to voice doubt about the rule. It troubles us. As such, we urge the "
        "Bureau to join us in this and withdraw the rule at once."
    )
    assert told(text) == ["we urge the Bureau to join us in this", "withdraw the rule at once."]


_TOLD = """
urged urging to urge and call called calling on for requested request demanding demand pushing push is seeking seek
answers press pressed implores appealed exhort asks sought insists that recommends encouraging proposed advising
reiterated their the Bureau a full of no , . it
"""


@given(st.lists(st.sampled_from(_TOLD.split()), max_size=12).map(" ".join))
def test_words_of_asking_are_found_where_a_plain_search_finds_them(text: str) -> None:
    assert [m.span() for m in _ASKING_WORDS.finditer(_ASKING, text)] == [m.span() for m in _ASKING.finditer(text)]


LISTED = """Senator Ann Doe pressed each firm on its plans by requesting a response to two simple questions:

Do you intend to mend the locks?

Will you do so in Pell? If not, why not?

Doe sits on the Board of Trade."""


def test_questions_that_a_report_lists_are_the_letter_s() -> None:
    listed = ["Do you intend to mend the locks?", "Will you do so in Pell?", "If not, why not?"]

    assert [q.text for q in read_letter(LISTED, "reported", "Ann Doe", "firms").questions] == listed
    excerpt = read_letter("We urge you to mend the locks.", "excerpt", "Ann Doe", "firms", told=LISTED)
    assert [q.text for q in excerpt.questions] == listed
    assert "mend the locks" in [a.text for a in excerpt.actions]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Doe led a group in urging Secretary of Trade Mark Roe to probe claims of fraud.", ["probe claims of fraud"]),
        ("Doe sent a second letter to the Town House repeating her request that the Mayor visit the mill.",
         ["visit the mill"]),
        ("Doe sent a letter urging Roe to mend it. Reports say that Senator Gale has called for the Office to burn it.",
         ["mend it"]),
        ("The senators note that the fees are wrong and request that the Bank send papers on them.",
         ["send papers on them"]),
        ("Doe sent a letter to Roe. The letter then suggested splitting the task.", ["splitting the task"]),
        ("They want the Board of Trade to open the lock. Doe told the Board of Trade to publish the log.",
         ["open the lock"]),
        ("Doe sent a letter. The letter invites the Board to speak in May.", ["speak in May"]),
        ("Doe sent a letter. The lawmakers also want to know why it was shut.", ["know why it was shut"]),
        ("Doe sent Roe a letter requesting only $2 for the lock.", ["only $2 for the lock"]),
        ("Doe asked Roe for word on what the Board is doing to mend the lock. Past requests failed to tell of it.",
         ["word on what the Board is doing to mend the lock"]),
        ("The letter raises concerns about the lock and requests an answer by May 3.", ["an answer by May 3"]),
        ("Rep. Doe pressed the Board on why the lock is shut.", ["why the lock is shut"]),
        ("She asked the Board for answers about the fares and for a plan to open the pier.",
         ["answers about the fares", "a plan to open the pier"]),
        ("The group laid out three demands: an end to the toll, a lock, and pay for keepers.",
         ["The group laid out three demands: an end to the toll, a lock, and pay for keepers"]),
        ("In a letter, they wrote that the Board “should open the lock.”", ["open the lock"]),
        ("Doe is asking Roe to open the lock. On May 3, Doe sent a letter to Secretary Roe asking for a log of boats.",
         ["a log of boats", "open the lock"]),
        ("Doe renewed her May 3rd request to Secretary Roe that she open an inquiry.", ["she open an inquiry"]),
        ("Doe sent Roe a letter calling on the firm to settle with its hands who left in May, calling for berths.",
         ["settle with its hands who left in May"]),
        ("Doe sent a letter demanding that Roe reject it. Bo Gale sent a letter to Ames on May 3 demanding papers.",
         ["reject it"]),
    ],
)  # fmt: skip
def test_a_report_s_asks_are_the_senders_in_whatever_words(text: str, asked: list[str]) -> None:
    assert [a.text for a in read_letter(text, "reported", "Ann Doe", "Secretary Roe").actions] == asked


def test_actions_that_a_report_says_are_suggested_stand_for_their_lead_in() -> None:
    text = """In a letter to the Mayor, the lawmakers suggest the following actions for his consideration:

1. Raising access to boats. The Bureau could lend more of them.

2. Giving vouchers to seekers of work.

The letter was also signed by Bo Ray."""

    assert [(a.number, a.strength) for a in read_letter(text, "reported", "Ann Doe", "the Mayor").actions] == [
        ("1", "recommend"), ("2", "recommend"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "things"),
    [
        ("They are requesting new boats for the crews, a study of the tides, and full pay for the keepers.",
         ["They are requesting new boats for the crews", "a study of the tides", "full pay for the keepers."]),
        ("They demand an end to the toll and a return of the fees.",
         ["They demand an end to the toll", "a return of the fees."]),
        ("They demand an inquiry into the sale of the mill by Roe and a friend of his.",
         ["They demand an inquiry into the sale of the mill by Roe and a friend of his."]),
        ("They ask for a list of boats, cranes, and piers.", ["They ask for a list of boats, cranes, and piers."]),
        ("They demand a report on fees that have risen, a study of the tides, and full pay for the keepers.", 1),
        ("They sought an order that would close the lock by May and a ford in June.", 1),
    ],
)  # fmt: skip
def test_each_thing_that_a_report_says_is_asked_is_listed(sentence: str, things: int | list[str]) -> None:
    found = told(f"Teal wrote to the Bureau on the lock. {sentence}")
    assert (len(found) if isinstance(things, int) else found) == things


def test_a_release_s_list_of_things_stands_beside_a_quoted_ask_that_leaves_them_open() -> None:
    text = "Teal wrote to the Bureau. The group is requesting money to back the study of Ferries First, new aid for "
    asked = ["money to back the study of Ferries First", "new aid for Ferries First crews", "better care of the piers"]
    text += "Ferries First crews, and better care of the piers."
    draft = read_letter("“Further action must be taken for Ferries First.”", "excerpt", "Teal", "Bureau", told=text)
    assert [a.text for a in draft.actions][:-1] == asked


def test_short_items_of_a_report_are_its_asks_and_a_link_below_them_is_none() -> None:
    text = """Congressman Bo Teal sent a letter to the Bureau asking that it keep its word to the towns and at once:

Convene a panel.

Name any man who may have asked the line to keep the fares of the ferry high until June.

Read the letter here."""
    asked = [a.quotes[0] for s in brief.read(text.encode()) for a in read_letter(s.text, "reported", "Bo Teal").actions]
    assert asked[1:] == ["Convene a panel.", text.split("\n\n")[2]]


def test_what_a_release_asks_also_stands_beside_what_is_quoted() -> None:
    text = "Teal wrote to them, urging it to see to the sale. Sen. Teal also demanded that it list the boats lost."
    draft = read_letter("“I urge you to see to the sale.”", "excerpt", "Teal", "the Bureau", told=text)
    assert [a.text for a in draft.actions] == ["see to the sale", "list the boats lost"]


def test_a_question_of_a_report_s_list_follows_its_ground_and_goes_with_its_number() -> None:
    text = (
        "Teal asked the Bureau these questions:\n\n1) Who paid? And when?\n\n2) It is lost. Who kept it?\n\nTeal sits."
    )
    found = read_letter(text, "reported", "Teal", "the Bureau").questions
    assert [(q.text, q.number, q.parent) for q in found] == [
        ("Who paid?", "1", None), ("And when?", None, "1"), ("Who kept it?", None, "2"),
    ]  # fmt: skip


def test_asks_of_a_letter_to_others_stay_out_where_the_page_tells_of_this_one() -> None:
    text = "In a letter to Secretary Roe, they ask for a log of the lock.\n\nIn a letter to the Board of Mills they ask"
    text += " for a list of mills. They urged it to act."
    assert [a.text for a in read_letter(text, "reported", "Ann Doe", "Secretary Roe").actions] == ["a log of the lock"]
    assert len(read_letter(text, "reported", "Ann Doe", "the Mayor").actions) == 3
