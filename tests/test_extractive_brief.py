"""What the rules say first: who asks whom to do what, the thing to know of all that is asked, never its opposite."""

from __future__ import annotations

import pytest

from brief.providers.extractive.parties import addressee, subject
from brief.providers.extractive.reading import read_letter
from brief.providers.extractive.wording import clause, shortened, trimmed, without_hanging


def bottom_line(text: str, **known: str) -> str:
    return read_letter(text, **{"senders": "Ann Doe", "to": "Secretary Roe"} | known).bottom_line.text


@pytest.mark.parametrize(
    ("to", "called"),
    [
        ("Desmond Hale, Secretary of State, Department of State", "Desmond Hale, Secretary of State,"),
        ("Orla Finch, Director, Harbor Safety Bureau", "Orla Finch, Director of the Harbor Safety Bureau,"),
        ("Tam Reyes, President, The White House", "President Tam Reyes"),
        ("Harbor Safety Commission (HSC)", "the Harbor Safety Commission"),
        ("U.S. Office of Locks and Weirs", "the U.S. Office of Locks and Weirs"),
        ("White House", "the White House"),
        ("Harbor Safety Commission Chairman Pia Lund", "Harbor Safety Commission Chairman Pia Lund"),
        ("The Honorable Pia Lund", "the Honorable Pia Lund"),
        ("Harbor Secretary Pia Lund.", "Harbor Secretary Pia Lund"),
        ("Harbor Secretary Pia Lund Jr.", "Harbor Secretary Pia Lund Jr."),
        ("Secretary of Commerce", "the Secretary of Commerce"),
        ("Pia Lund, Governor; Tam Reyes, Mayor; Orla Finch, Mayor", "Governor Pia Lund and others"),
        ("", "the addressee"),
    ],
)
def test_an_addressee_is_named_as_a_sentence_names_them(to: str, called: str) -> None:
    assert addressee(to) == called


@pytest.mark.parametrize(
    ("senders", "said"),
    [
        ("Ann Doe (D-OH); Bo Ray (R-TX)", ("Ann Doe and Bo Ray", True)),
        ("Ann Doe; 27 others of “28 Members”", ("Ann Doe and 27 others", True)),
        ("Ann Doe; Bo Ray; Cy Orr; 12 others", ("Ann Doe, Bo Ray and 13 others", True)),
        ("Ann Doe", ("Ann Doe", False)),
        ("", ("The senders", True)),
    ],
)
def test_senders_are_named_or_counted(senders: str, said: tuple[str, bool]) -> None:
    assert subject(senders) == said


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Under no circumstances should your Office spend money on the search of homes.", "Under no circumstances"),
        ("At no time should the agency close the harbor office to the public.", "At no time"),
        ("We urge you neither to finalize the harbor rule nor to extend it.", "neither to finalize"),
        ("We urge you not to approve the harbor permit.", "not to approve"),
        ("The Harbor Department shouldn’t try the sailors in the papers.", "The Harbor Department shouldn’t"),
    ],
)
def test_a_denied_action_is_told_with_its_denial(text: str, asked: str) -> None:
    draft = read_letter(text, senders="Ann Doe", to="Secretary Roe")
    assert [a.text for a in draft.actions if a.text.startswith(asked)]
    assert asked in draft.bottom_line.text


def test_the_bottom_line_takes_the_ask_that_can_be_understood_alone() -> None:
    text = (
        "The rule closes six harbors. We urge you to revisit this approach. We urge you to reopen the harbors of Velm."
    )
    assert "reopen the harbors of Velm" in bottom_line(text)


def test_the_bottom_line_takes_what_the_letter_was_written_for() -> None:
    text = (
        "We write to request that you extend the Velm harbor waiver. The storm was long. "
        "We urge the Department to count the boats. Please let us know how we can help."
    )
    assert "extend the Velm harbor waiver" in bottom_line(text)


def test_an_item_of_a_question_is_not_what_the_letter_is_about() -> None:
    text = (
        "We urge you to reopen the harbor. Please answer these questions:\n\n"
        "1. How many boats are there? Please break down the totals by port.\n\n2. Who counted them?"
    )
    assert "reopen the harbor" in bottom_line(text)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Rep. Ann Doe sent a letter requesting a timeline for the harbor maps.", "requests a timeline for the harbor"),
        ("In a letter, Rep. Ann Doe demanded the release of the harbor money.", "demands the release of the harbor"),
        ("Rep. Ann Doe wrote a letter urging him to reopen the harbor.", "urges Secretary Roe to reopen the harbor"),
        ("The letter by Rep. Doe stresses the need for a new pier.", "points to the need for a new pier."),
        ("Rep. Ann Doe wrote a letter urging him to resign.", "urges Secretary Roe to resign"),
        ("Rep. Ann Doe wrote a letter asking that he reopen the harbor.", "asks Secretary Roe to reopen the harbor"),
    ],
)
def test_a_report_is_told_in_a_whole_sentence(sentence: str, said: str) -> None:
    assert said in bottom_line(sentence, kind="reported")


def test_an_excerpt_that_asks_nothing_takes_its_asks_from_the_release() -> None:
    draft = read_letter(
        "The harbor has been closed since May.",
        kind="excerpt",
        senders="Ann Doe",
        to="Secretary Roe",
        told="Rep. Ann Doe sent a letter calling on Secretary Roe to reopen the harbor of Velm.",
    )
    assert [a.text for a in draft.actions] == ["reopen the harbor of Velm"]
    assert draft.bottom_line.text == "As reported, Ann Doe urges Secretary Roe to reopen the harbor of Velm."


def test_an_excerpt_that_asks_is_told_by_its_own_words() -> None:
    draft = read_letter(
        "We urge you to dredge the harbor.",
        kind="excerpt",
        told="Rep. Ann Doe sent a letter calling on Secretary Roe to dredge a harbor at once.",
    )
    assert [a.text for a in draft.actions] == ["dredge the harbor"]


_LIST = (
    "Rep. Doe asks Secretary Roe to act at once, including:\n\nTemporarily lifting the toll on boats from Ostrand\n\n"
    "Dredging the harbor of Velm\n\nThe harbor has been closed since May."
)


@pytest.mark.parametrize(
    ("excerpt", "told", "more"),
    [
        (
            "The piers of the harbor should be mended.",
            "The letter calls on Secretary Roe to send boats to Ostrand.",
            ["send boats to Ostrand"],
        ),
        ("The piers of the harbor should be mended.", "Rep. Doe urged Secretary Roe to mend the harbor's piers.", []),
        ("The piers of the harbor should be mended.", "Rep. Doe urged Secretary Roe to do more for the towns.", []),
        ("When did your office close the pier?", "Rep. Doe asked Secretary Roe to open the ford.", ["open the ford"]),
        ("When did your office close the pier?", "Rep. Doe asked Secretary Roe questions on the pier.", []),
        (
            "The piers should be mended.",
            "In May 2021, Rep. Doe sent a letter urging Secretary Roe to open the ford.",
            [],
        ),
        ("We urge you to mend the pier.", "Rep. Doe urged Secretary Roe to open the ford.", []),
        (
            "We urge you to mend the pier.",
            "Rep. Doe wrote to Mr. Roe.\n\nThe letter also asks Secretary Roe to open the ford and publish a log.",
            ["open the ford", "publish a log"],
        ),
        (
            "We urge you to mend the pier.",
            "Rep. Doe wrote to Secretary Roe.\n\nThe letter also asks Secretary Roe to mend a pier at once.",
            [],
        ),
        (
            "We urge you to mend the pier.",
            _LIST,
            ["Temporarily lifting the toll on boats from Ostrand", "Dredging the harbor of Velm"],
        ),
    ],
)
def test_what_a_release_says_that_a_letter_asks_is_added_where_the_parts_quoted_leave_it_out(
    excerpt: str, told: str, more: list[str]
) -> None:
    own = [a.text for a in read_letter(excerpt, kind="excerpt").actions]
    both = read_letter(excerpt, kind="excerpt", to="Secretary Roe", told=told).actions
    assert [a.text for a in both if a.text not in own] == more


def test_a_long_action_is_cut_where_it_stays_whole() -> None:
    long = (
        "work with the harbor masters to outline a policy "
        + "for boats and crews " * 8
        + "in line with the law of the sea"
    )
    assert trimmed(long) == ("work with the harbor masters to outline a policy " + "for boats and crews " * 8).strip()


def test_where_nothing_is_asked_the_line_says_what_the_page_tells_of_the_letter() -> None:
    told = "VELM – Rep. Ann Doe was born here. VELM – Rep. Ann Doe sent a letter opposing the closing of the harbor."
    reported = bottom_line(told, kind="reported")
    excerpt = bottom_line("The harbor has been closed since May.", kind="excerpt", told=told)
    assert reported == "As reported, Ann Doe, in a letter to Secretary Roe, opposes the closing of the harbor."
    assert excerpt == reported


def test_a_page_without_a_letter_is_not_told_as_one() -> None:
    page = "VELM – Rep. Ann Doe announced today that the harbor of Velm will be dredged."
    assert bottom_line(page, senders="", to="").startswith("“Rep. Ann Doe announced")


def test_a_position_is_the_thing_itself() -> None:
    text = "We write in strong support of the Velm Harbor Act. We are pleased that the harbor is open."
    assert [(p.stance, p.text) for p in read_letter(text).positions] == [
        ("supports", "the Velm Harbor Act"),
        ("supports", "We are pleased that the harbor is open"),
    ]


@pytest.mark.parametrize(
    "ask",
    ["We urge you to prioritize this concern.", "We ask you to do all you can to end to it.", "We urge you to stop."],
)
def test_an_ask_without_a_thing_shows_no_position(ask: str) -> None:
    assert read_letter(ask).positions == []


@pytest.mark.parametrize(
    "padding",
    [
        "You can read the full text of the letter that Senator Vane sent the Board on March 3, 2022 here.",
        "Senator Vane, who serves on the Committee on Rivers, introduced the Safe Locks Act because of such delays.",
        "We are grateful for the report that the Board announced in 2021 on the risk of delays at the harbor.",
        "We write to you today because of the decision that the Board announced on the harbor in March 2022.",
        "Senators Vane and Ode were joined by Representatives Holm, Stroud and Marsh, as their offices announced.",
        "From the loss of 300 berths and the closing of two locks to a crisis in the supply of ice on the quays.",
        "Senator Vane announced today that the Board is awarding $2 million to the town because of the delay of 2022.",
        "Protecting the berths of 300 boats from the loss and the delay that the storm of 2022 threatened.",
    ],
)
def test_only_reasons_are_given_as_reasons(padding: str) -> None:
    reason = "The harbor has been closed since the storm of May 2, 2022."
    draft = read_letter(f"We urge you to reopen the harbor. {padding} {reason}")
    assert [b.quotes[0] for b in draft.background] == [reason]


@pytest.mark.parametrize("opening", ["As you are well aware, ", "Notably, ", "VELM, OR – Today, "])
def test_a_reason_begins_with_what_is_so(opening: str) -> None:
    draft = read_letter(f"We urge you to reopen the lock. {opening}Pell lost 40 boats because of the storm of 2022.")
    assert [b.text for b in draft.background] == ["Pell lost 40 boats because of the storm of 2022"]


def test_the_first_reason_is_what_the_letter_is_about_unless_it_is_told() -> None:
    text = (
        "We write concerning the Board’s decision of last Friday to sell forty boats. We urge you to mend the pier. "
        "The pier lost its planks because of the storm of May 2, 2022."
    )
    draft = read_letter(text, senders="Ann Doe", to="Secretary Roe")
    reasons = [b.text for b in draft.background]
    assert reasons[0] == "The Board’s decision of last Friday to sell forty boats"
    assert len(reasons) == 2
    told = read_letter(text.replace("mend the pier", "undo this decision"), senders="Ann Doe", to="Secretary Roe")
    assert "decision" not in told.background[0].text


def test_a_heading_is_no_reason() -> None:
    heading = "Vane and Colleagues Tell Board of Harbor Closed After Loss of Boats and Delay of Ships"
    reason = "The harbor has been closed since the storm of May 2, 2022."
    draft = read_letter(f"{heading}\n\nWe urge you to reopen the harbor. {reason}")
    assert [b.quotes[0] for b in draft.background] == [reason]


def test_news_goes_before_history() -> None:
    draft = read_letter(
        "We urge you to reopen the lock. The towns of the lock share a long history of trade and friendship. "
        "The lock at Pell was founded in 1871 by the guild of millers of the valley. "
        "The Board announced last week that the lock at Pell stays closed. "
        "The Board reportedly found ice in the lock at Pell this month. The lock lost both gates last month in frost."
    )
    assert not [b.text for b in draft.background if "share" in b.text or "founded" in b.text]
    assert len(draft.background) == 3


def reasons(text: str, **known: str) -> list[str]:
    return [r.text for r in read_letter(text, **{"senders": "Ann Doe", "to": "Secretary Roe"} | known).background]


ASKED = "We urge you to reopen the Tarn ferry."
CLOSED = "In May the port closed the Tarn ferry after 400 complaints were filed."


@pytest.mark.parametrize(
    "other",
    [
        "In this role, the port master was the one who planned the cut in staff at the Tarn docks.",
        "These findings show that the crews at the Tarn docks were not trained.",
        "The Tarn ferry is one of the essential links of the county and the pride of its towns.",
        "Under 12 U.S.C. 88, the port master has the authority to open and close the Tarn ferry.",
        "Ann Doe is a longtime advocate of the Tarn ferry and of all who sail on the sound.",
        "Ann Doe lives in Tarn with her wife Beth and their two children, who take the ferry.",
        "Investigate the firm that ran the Tarn ferry and its use of public money in the port.",
        "Called attention to the orders by which the port of Tarn deleted its files.",
        "In 1998, Congress established the Tarn ferry by an Act that the county had asked for.",
        "We strongly oppose such cuts to the Tarn ferry as the port has made in its last 3 budgets.",
        "We appeal to the port as the parents of the 40 children who take the Tarn ferry.",
    ],
    ids=[
        "this role",
        "these",
        "what it is",
        "a law",
        "a record",
        "a life",
        "an item",
        "an item told",
        "long before",
        "a side",
        "a plea",
    ],
)
def test_what_happened_is_a_reason_before_what_leans_or_only_is_so(other: str) -> None:
    since = "On March 3, 2024, the inspector found cracks in the hull of the ferry at Velm."

    told = reasons(f"{ASKED} {other} {CLOSED} {since} Since then 90 jobs were lost in the harbor towns.")

    assert len(told) == 3
    assert other[:-1] not in told


def test_a_deed_that_follows_another_is_a_reason() -> None:
    followed = (
        "Following a meeting of the port board in May, the county agreed to sell the Tarn ferry to a private firm."
    )

    assert followed[:-1] in reasons(f"{followed} {ASKED}")


@pytest.mark.parametrize("opening", ["Unfortunately", "Despite this", "As a result"])
def test_a_reason_starts_with_what_is_so_and_not_with_a_tone(opening: str) -> None:
    assert reasons(f"{ASKED} {opening}, the port closed the Tarn ferry after 400 complaints were filed.") == [
        "The port closed the Tarn ferry after 400 complaints were filed"
    ]


def test_the_release_tells_what_the_letter_comes_after() -> None:
    after = "The letter comes after a storm tore the Tarn ferry from its moorings and sank two barges."
    lead = f"Ann Doe urged Secretary Roe to reopen the Tarn ferry. {after} Dr. Lind saw it."

    assert reasons(f"{ASKED} {CLOSED}", lead=lead) == [after[:-1], CLOSED[:-1]]
    assert reasons(f"{ASKED} {CLOSED}", kind="excerpt", told=lead)[0] == after[:-1]
    assert reasons(lead, kind="reported") == [after[:-1]]


def test_what_the_members_did_before_is_nothing_that_a_letter_comes_after() -> None:
    lead = f"{ASKED} The letter follows legislation that Ann Doe introduced in May to keep the ferry in county hands."

    assert reasons(f"{ASKED} {CLOSED}", lead=lead) == [CLOSED[:-1]]


def test_a_page_without_a_letter_gives_no_reasons() -> None:
    assert not read_letter("Ann Doe announced prizes. The fair opened in May with 400 guests.", found=False).background


def test_reasons_repeat_neither_the_ask_nor_each_other() -> None:
    draft = read_letter(
        "We urge you to reopen the harbor of Pell. The reopening of the harbor of Pell has been urged since 2020. "
        "Ice broke both gates of the lock on May 2, 2022. Both gates of the lock broke because of the ice in 2022."
    )
    assert len(draft.background) == 1
    assert "gates" in draft.background[0].text


def test_reasons_keep_to_the_matter_of_the_ask() -> None:
    draft = read_letter(
        "We urge you to inspect the lock at Pell. The county lost 40 farms because of the drought of 2019. "
        "The lock at Pell failed in the frost of 2022. The bank of the town lost $3 million on its bridge in 2020. "
        "The keepers of the lock have found 40 cracks in the wall at Pell.",
    )
    assert sum("lock" in b.text for b in draft.background) >= 2


def test_no_sentence_is_told_twice() -> None:
    draft = read_letter(
        "We are deeply concerned by the report that the harbor lost $4 million in 2023 because of the delay. "
        "The harbor has been closed since the storm of May 2, 2022. We urge you to reopen it."
    )
    assert [p.quotes[0][:11] for p in draft.positions] == ["We are deep"]
    assert [b.text for b in draft.background] == ["The harbor has been closed since the storm of May 2, 2022"]


def test_beside_questions_a_thing_to_be_told_is_one_more_of_them() -> None:
    text = (
        "We have concerns about the Velm harbor. Please answer the following questions by May 3, 2024:\n\n"
        "1. How many boats are there? Provide a list of the boats by port.\n\n2. Who counted them?\n\n3. When?"
    )
    assert bottom_line(text) == ("Ann Doe asks Secretary Roe to answer 3 questions on the Velm harbor by May 3, 2024.")


def test_an_ask_to_act_is_not_what_a_letter_is_about() -> None:
    text = "We urge the Department to dredge the harbor of Velm. We urge you to take action in good time."
    assert "dredge the harbor of Velm" in bottom_line(text)


def test_questions_are_counted_as_the_letter_numbers_them() -> None:
    text = (
        "We write about the Velm harbor. Please answer these questions:\n\n1. How many boats are there? Whose?\n\n"
        "2. Who counted them?\n\n3. When?"
    )
    draft = read_letter(text, senders="Ann Doe", to="Secretary Roe")
    assert len([q for q in draft.questions if q.parent]) == 1
    assert "answer 3 questions on the Velm harbor" in draft.bottom_line.text


def test_a_sentence_that_opens_with_a_reservation_is_not_cut_before_its_point() -> None:
    text = (
        "While we have concerns with removing Admiral Roe as the namesake of the harbor after so many years, we "
        "recognize that the fishermen of the county and of the islands beyond have long wished for another name, "
        "and that a public vote, which the harbor board held last May in every parish, showed it plainly to all of us."
    )
    assert "showed it plainly to all of us" in bottom_line(text)


def test_a_pronoun_of_the_letter_is_not_its_reader() -> None:
    (ask,) = read_letter("The army holds hostages. We urge them to release the hostages of Velm.").actions
    assert ask.actor == "them"


def test_an_ask_of_one_word_is_kept_and_one_that_hangs_on_its_list_is_not() -> None:
    assert [a.text for a in read_letter("We urge you to withdraw.").actions] == ["withdraw"]
    told = read_letter("The letter urged Velmart and Norbank to:\n\nShare the harbor data;", kind="reported")
    assert [a.text for a in told.actions] == ["Share the harbor data"]


def test_whom_a_duty_is_done_to_is_not_asked_to_do_it() -> None:
    draft = read_letter("Captain Moor must be released at once.", senders="Ann Doe", to="Secretary Roe")
    assert [a.actor for a in draft.actions] == ["addressee"]
    assert draft.bottom_line.text == "Ann Doe writes to Secretary Roe: “Captain Moor must be released at once”."


LEAD = (
    "VELM – Rep. Ann Doe wrote to Secretary Roe today, urging the Secretary to lower the night toll on the Velm ferry."
)


def test_offices_behind_names_keep_their_commas_and_notes_behind_years_go() -> None:
    assert addressee("Ines Okafor, Head Pilot; Cy Dole, Warden") == "Ines Okafor, Head Pilot, and Cy Dole, Warden,"
    assert clause("It was built in 1995.1") == "It was built in 1995"


@pytest.mark.parametrize(
    ("text", "to", "line"),
    [
        ("We demand:\n\n• two more boats\n• no tolls", "", "Ada Birch demands two more boats."),
        ("We ask for:\n\n• two more boats\n• no tolls", "Cy Dole", "Ada Birch asks Cy Dole for two more boats."),
        (
            "We recommend that:\n\n(a) Section 4 be deleted;\n\n(b) the toll be cut.",
            "Cy Dole, Mayor of Velm",
            "Ada Birch recommends to Cy Dole, Mayor of Velm, that Section 4 be deleted.",
        ),
    ],
)
def test_an_item_that_is_no_imperative_is_asked_for_in_its_own_words(text: str, to: str, line: str) -> None:
    assert read_letter(text, senders="Ada Birch", to=to).bottom_line.text == line


def test_the_release_says_which_ask_the_letter_is_for() -> None:
    text = (
        "The ferry carries ten thousand people. We urge you to repair the piers of Velm. "
        "We urge you to lower the night toll on the Velm ferry."
    )
    assert "to repair the piers" in read_letter(text, senders="Ann Doe", to="Secretary Roe").bottom_line.text
    told = read_letter(text, senders="Ann Doe", to="Secretary Roe", lead=LEAD)
    assert "to lower the night toll" in told.bottom_line.text
    assert told.actions[0].text.startswith("lower the night toll")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "We write with concern about the Board’s plan to close the Velm ferry. We urge you to reverse this plan.",
            "On the Board’s plan to close the Velm ferry, Ann Doe urges Secretary Roe to reverse this plan.",
        ),
        (
            "We write in opposition to your decision to bar boats (or nets), as we said. We urge you to reverse this.",
            "On the decision to bar boats (or nets), Ann Doe urges Secretary Roe to reverse this.",
        ),
        (
            "We urge you to use all boats on both banks, and we repeat our request to talk.",
            "Ann Doe urges Secretary Roe to use all boats on both banks.",
        ),
        (
            "We write about the failure of the Board to mend both locks in May. Answer these:\n\n1. Why?\n\n2. Who?",
            "Ann Doe asks Secretary Roe to answer 2 questions on the failure of the Board to mend both locks in May.",
        ),
        (
            "We urge you to reopen the ferry or to run a bus.",
            "Ann Doe urges Secretary Roe to reopen the ferry or to run a bus.",
        ),
        (
            "We request information about the ferry.",
            "Ann Doe, in a letter to Secretary Roe, requests information about the ferry.",
        ),
        (
            "We urge you to reopen the ferry. Please answer these by May 3, 2024:\n\n1. Who shut it?\n\n2. Why?",
            "Ann Doe urges Secretary Roe to reopen the ferry, and puts 2 questions to answer by May 3, 2024.",
        ),
        (
            "We urge you to reopen the ferry. Please provide a written response by May 3, 2024.",
            "Ann Doe urges Secretary Roe to reopen the ferry and to provide a written response by May 3, 2024.",
        ),
        (
            "We urge you to not only reopen the ferry but also lower its toll.",
            "Ann Doe urges Secretary Roe to not only reopen the ferry but also lower its toll.",
        ),
    ],
)
def test_a_bottom_line_is_whole(text: str, said: str) -> None:
    assert read_letter(text, senders="Ann Doe", to="Secretary Roe").bottom_line.text == said


def test_where_no_matter_is_named_the_first_question_stands_for_all() -> None:
    text = "The ferry sank on May 2. Please answer these by June 3, 2024:\n\n1. Who steered it?\n\n2. Why?"
    line = read_letter(text, senders="Ann Doe", to="Secretary Roe").bottom_line
    asked = "to answer 2 questions by June 3, 2024, the first being “Who steered it?”."
    assert line.text == f"Ann Doe asks Secretary Roe {asked}"


@pytest.mark.parametrize(
    ("text", "lead", "said"),
    [
        (
            "We ask for your assistance as the fog rises. We ask that you lend Velm two boats.",
            "",
            "to lend Velm two boats.",
        ),
        (
            "We urge you to test the horns of the Velm ferry with all of its crews for fog response. We ask for paint.",
            "",
            "to test the horns of the Velm ferry",
        ),
        (
            "Fog is thick. We urge you to lower the fog lamps at Velm. We urge you to raise fog lamps.",
            "Ann Doe called on Secretary Roe to quickly raise the fog lamps at Velm.",
            "to raise fog lamps.",
        ),
        (
            "We urge you to abandon this plan and lend Velm two boats for the winter.",
            "",
            "to abandon this plan and to lend Velm two boats for the winter.",
        ),
        (
            "We appreciate your efforts to urge the need for lamps. We ask you to paint the pier of Velm green.",
            "",
            "to paint the pier of Velm green.",
        ),
        (
            "Fog is no excuse, but logs kept by pilots, keepers, and those at the lamps must be kept for the Board.",
            "",
            "“logs kept by pilots, keepers, and those at the lamps must be kept for the Board”.",
        ),
        (
            "We urge you to lend Velm two boats for the winter to accomplish this.",
            "",
            "to lend Velm two boats for the winter.",
        ),
        (
            "I am pleased to write in strong support of the loan for the ferry of Velm.",
            "",
            "Ann Doe writes to Secretary Roe in strong support of the loan for the ferry of Velm.",
        ),
    ],
)
def test_the_ask_on_top_is_the_one_with_an_object(text: str, lead: str, said: str) -> None:
    assert said in read_letter(text, senders="Ann Doe", to="Secretary Roe", lead=lead).bottom_line.text


def test_a_duty_of_it_gives_way_to_what_the_letter_is_written_for() -> None:
    text = "We write regarding the closing of 89 weirs in the valley. This is a blow to the towns; it must be reversed."
    line = read_letter(text, senders="Ann Doe", to="Bo Roe, Secretary of Weirs, Department of Weirs").bottom_line.text
    assert line == "Ann Doe writes to Bo Roe, Secretary of Weirs, regarding the closing of 89 weirs in the valley."


def test_what_only_follows_a_question_up_is_not_on_top() -> None:
    text = (
        "We write about the fog at Velm. Please answer the following questions.\n\n1. Is the lamp lit?\n\n"
        "Did you tell the Board? If yes, please send its reply. Please strike out what the law requires to be."
    )
    assert "to answer 2 questions on" in read_letter(text, senders="Ann Doe", to="Secretary Roe").bottom_line.text


def test_a_page_of_news_asks_nobody_for_anything() -> None:
    page = "Rep. Ann Doe today opened the harbor of Velm. “It is vital that the harbor must stay open,” she said."
    draft = read_letter(page, found=False)
    assert draft.actions == []
    assert draft.bottom_line.text.startswith("“Rep. Ann Doe today opened")
    assert read_letter("We urge you to open the harbor.", found=False).actions


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "Rep. Ann Doe sent a letter to Secretary Roe expressing strong support for the Velm ferry.",
            "As reported, Ann Doe, in a letter to Secretary Roe, expresses strong support for the Velm ferry.",
        ),
        (
            "Rep. Ann Doe wrote to Secretary Roe, demanding that he mend the pier and warned of fog.",
            "As reported, Ann Doe calls on Secretary Roe to mend the pier.",
        ),
        (
            "Rep. Ann Doe (D-OR) sent a letter to Secretary Roe raising concerns about the fog at Velm and was heard.",
            "As reported, Ann Doe, in a letter to Secretary Roe, raises concerns about the fog at Velm.",
        ),
        (
            "VELM, OR – Today, Rep. Ann Doe led a letter to Secretary Roe to mend the pier at Velm.",
            "As reported, Ann Doe writes to Secretary Roe to mend the pier at Velm.",
        ),
        (
            "In the letter to Secretary Roe, Doe underscored the need for a new pier at Velm.",
            "As reported, Ann Doe, in a letter to Secretary Roe, points to the need for a new pier at Velm.",
        ),
        (
            "In a letter to Secretary Roe calling on him to mend the pier, Senator Doe and others detail its rot.",
            "As reported, Ann Doe urges Secretary Roe to mend the pier.",
        ),
        (
            "In a letter sent to members who opposed the levy on May 4th, Doe compared it with a toll.",
            "As reported: “In a letter sent to members who opposed the levy on May 4th, Doe compared it with a toll”.",
        ),
        (
            "Doe joined ten others in a letter to Secretary Roe in support of a new pier.",
            "As reported, Ann Doe writes to Secretary Roe in support of a new pier.",
        ),
        (
            "VELM – Yesterday, 53 keepers of inns signed a letter to Congress in support of the Pier Act.",
            "As reported: “53 keepers of inns signed a letter to Congress in support of the Pier Act”.",
        ),
    ],
)
def test_a_report_of_a_stance_or_of_more_than_an_ask_is_told_in_one_clause(sentence: str, said: str) -> None:
    assert bottom_line(sentence, kind="reported") == said


def test_a_series_is_not_cut_before_its_last_item() -> None:
    words = "let makers of cloth, millers, and importers of the islands ask for relief from the tolls that Velm levies"
    assert shortened(words, 8) == words


def test_what_a_release_asks_outright_leads_before_what_the_parts_quoted_hold_right() -> None:
    told = "The letter calls on Secretary Roe to send boats to Ostrand."
    draft = read_letter(
        "The piers of the harbor should be mended.", kind="excerpt", senders="Ann Doe", to="Secretary Roe", told=told
    )
    assert draft.bottom_line.text == "As reported, Ann Doe urges Secretary Roe to send boats to Ostrand."
    assert draft.actions[0].text == "send boats to Ostrand"


@pytest.mark.parametrize(
    ("told", "on_top"),
    [
        ("Ann Doe wrote to Secretary Roe, requesting an 80-day extension of the time for comments.", True),
        ("Ann Doe wrote to Secretary Roe, urging him to send boats to Ostrand before the ice.", False),
        ("Ann Doe wrote to Secretary Roe of a rule that would ask the towns to lend the Board all barges.", False),
    ],
)
def test_what_a_release_says_first_leads_where_the_parts_quoted_do_not_touch_it(told: str, on_top: bool) -> None:
    quoted = "“We urge you to send boats to Ostrand before the ice closes the harbor,” she wrote."
    draft = read_letter(quoted, kind="excerpt", senders="Ann Doe", to="Secretary Roe", told=told)
    assert ("80-day" in draft.bottom_line.text) is on_top
    assert ("boats" in draft.bottom_line.text) is not on_top
    assert [a.text for a in draft.actions][-1].startswith("send boats to Ostrand")


_RELEASED = ["lift the toll on boats", "send a log of boats"]


@pytest.mark.parametrize(
    ("quoted", "more"),
    [
        ("We urge you to act swiftly and to spare Velm a second bad year.", _RELEASED),
        ("We request an update on the work at the toll house.", _RELEASED),
        ("We ask you to say no to this toll and to say why.", _RELEASED),
        ("We urge you to send boats to Ostrand before the ice.", []),
        ("We urge you to spare Velm a bad year and to send boats to Ostrand before the ice.", []),
    ],
)
def test_what_a_release_asks_outright_is_listed_where_the_parts_quoted_ask_nothing_definite(
    quoted: str, more: list[str]
) -> None:
    told = (
        "Ann Doe wrote to Secretary Roe, asking him to lift the toll on boats. They demand that he send a log of boats."
    )
    draft = read_letter(f"“{quoted}”", kind="excerpt", senders="Ann Doe", to="Secretary Roe", told=told)
    assert [a.text for a in draft.actions if a.quotes[0] in told] == more
    assert "lift the toll on boats" in draft.bottom_line.text


def test_the_release_names_on_top_what_the_parts_quoted_only_point_to() -> None:
    told = "Ann Doe wrote to Secretary Roe, demanding he rescind a proposal to close the mines of Ostrand."
    draft = read_letter(
        "“We urge you to abandon this proposal and close no mines,” she wrote.",
        kind="excerpt",
        senders="Ann Doe",
        to="Secretary Roe",
        told=told,
    )
    assert "a proposal to close the mines of Ostrand" in draft.bottom_line.text
    assert draft.actions[0].text.startswith("abandon this proposal")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "We urge you to mend the weir at Tarsk and to dredge the harbor of Velm.",
            "Ann Doe urges Secretary Roe to mend the weir at Tarsk and to dredge the harbor of Velm.",
        ),
        (
            "We write in opposition to the night toll. Our towns must be spared it.",
            "Ann Doe writes to Secretary Roe in opposition to the night toll.",
        ),
    ],
)
def test_two_verbs_keep_their_order_and_a_duty_gives_way_to_the_purpose(text: str, said: str) -> None:
    lead = "Ann Doe urged Secretary Roe to dredge the harbor of Velm."
    assert read_letter(text, senders="Ann Doe", to="Secretary Roe", lead=lead).bottom_line.text == said


def test_a_clause_that_ends_in_a_stranded_word_is_whole() -> None:
    assert without_hanging("work with millers, so that all know where the flour comes from").endswith("from")
    assert without_hanging("keep the logs, and maps of") == "keep the logs"


def test_two_stops_end_a_clause_no_more_than_one() -> None:
    assert clause("life after duty..") == "life after duty"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "We write in opposition to the sale of the Tarn ferry. We urge you to ensure that the towns may speak.",
            "writes to Secretary Roe in opposition to the sale of the Tarn ferry.",
        ),
        (
            "We, the undersigned, write in strong support of the Tarn lock. We urge you to seize this opportunity.",
            "writes to Secretary Roe in strong support of the Tarn lock.",
        ),
        (
            "We write in support of the Tarn accord. We urge you to stress to the county that its towns wait.",
            "writes to Secretary Roe in support of the Tarn accord.",
        ),
        (
            "We write in opposition to the night toll. We urge you to reject the plan for it.",
            "urges Secretary Roe to reject the plan for it.",
        ),
        (
            "I ask that you open an inquiry into the wages. With this, I ask that your office urge ports to pay.",
            "asks Secretary Roe to open an inquiry into the wages.",
        ),
        (
            "You must repair the lock at Tarn, cancel the night toll of Velm, and dismiss the masters of the pier.",
            "to repair the lock at Tarn and to cancel the night toll of Velm, and more.",
        ),
        (
            "We urge you to use every means, including the loans that the county has set aside, to open the Tarn lock.",
            "to use every means … to open the Tarn lock.",
        ),
    ],
    ids=[
        "against",
        "a vague ask",
        "a word to others",
        "its own undoing",
        "an inquiry",
        "a third thing",
        "an aside before the aim",
    ],
)
def test_the_line_says_what_the_letter_is_for_and_leaves_nothing_out_unsaid(text: str, said: str) -> None:
    assert bottom_line(text).endswith(said)


def test_a_report_that_only_points_to_its_list_is_told_by_its_concern() -> None:
    text = (
        "Ann Doe sent a letter to Secretary Roe expressing concern over the loss of crews at the Tarn lock. "
        "She requested answers to the following questions."
    )

    assert bottom_line(text, kind="reported") == (
        "As reported, Ann Doe, in a letter to Secretary Roe, expresses concern over the loss of crews at the Tarn lock."
    )


def test_a_date_behind_today_is_no_part_of_what_a_page_says() -> None:
    text = "TARN—Today, May 27th, 2022, the port council met in Velm to hear the pilots on the night toll."

    assert bottom_line(text, kind="reported", senders="", to="") == (
        "As reported: “the port council met in Velm to hear the pilots on the night toll”."
    )


def test_an_order_is_not_cut_before_what_it_makes_somebody_do() -> None:
    order = (
        "promptly withdraw the port master's order forcing the Tarn Crew Office to allow barges to pass the gate unlit"
    )
    why = (
        "despite grave accounts that trials held during a yearly audit found many near misses that could harm the crews"
    )

    assert trimmed(f"{order} {why} and also the pilots who have to bring them in by night") == order


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("We urge you to reverse the cruel rule on ferries.", "to reverse the “cruel” rule on ferries."),
        ("We urge you to roll back harmful cuts to ferries.", "to roll back “harmful” cuts to ferries."),
        ("We urge you to remove harmful algae from the lock.", "to remove harmful algae from the lock."),
        ("We urge you to undo your cruel rule on ferries.", "to “undo your cruel rule on ferries”."),
    ],
)
def test_a_loaded_word_stands_in_quotation_marks_in_the_tool_s_own_line(asked: str, said: str) -> None:
    assert bottom_line(asked).endswith(said)


def test_a_body_that_is_to_act_takes_a_clause() -> None:
    text = "I respectfully ask that:\n\n- The Department of Ports urgently work toward the release of the Tarn crew.\n"

    assert bottom_line(text) == (
        "Ann Doe asks Secretary Roe that the Department of Ports urgently work toward the release of the Tarn crew."
    )


SENT = "Ann Doe sent a letter to Secretary Roe"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            f"{SENT} in response to the loss of the Tarn ferry in May.",
            "writes to Secretary Roe in response to the loss",
        ),
        (f"{SENT} to sound the alarm on unpaid crews at Tarn.", "writes to Secretary Roe to sound the alarm on unpaid"),
        (
            f"{SENT} today. The letter responds to reports of theft at Tarn.",
            "in a letter to Secretary Roe, responds to",
        ),
        (f"{SENT}. The lawmakers expressed concern over the sale of the lock.", "expresses concern over the sale of"),
        (
            f"{SENT} condemning the theft of mail. Ann Doe also demanded all papers about this issue.",
            "condemns the theft of mail",
        ),
    ],
)
def test_a_report_says_what_its_letter_does_where_it_asks_nothing_whole(text: str, said: str) -> None:
    assert said in bottom_line(text, kind="reported")


@pytest.mark.parametrize(
    "other",
    [
        f"{SENT} over a decision to deny the port’s application requesting nine million dollars for the lock.",
        f"{SENT} condemning the debate over whether children should receive free rides.",
    ],
)
def test_what_an_application_or_a_debate_asks_the_letter_does_not(other: str) -> None:
    assert not read_letter(other, kind="reported", senders="Ann Doe", to="Secretary Roe").actions


def test_what_is_called_vital_takes_its_clause() -> None:
    text = "It is of the utmost importance that transition programs match pilots with the jobs of the port."

    assert bottom_line(text) == (
        "Ann Doe, in a letter to Secretary Roe, urges that transition programs match pilots with the jobs of the port."
    )
