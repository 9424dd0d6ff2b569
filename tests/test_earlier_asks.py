"""What was asked on another day, by others or only of a question before it is no ask of the letter."""

from __future__ import annotations

import pytest

from brief.providers.extractive.reading import read_letter


def asks(text: str, kind: str = "full") -> list[str]:
    return [a.text for a in read_letter(text, kind, senders="Ann Doe", to="Secretary Roe").actions]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("In May, we wrote to the Board to warn of the silt and to request that it be dredged.", []),
        ("We wrote to you in May, and today we ask you to open the lock.", ["open the lock"]),
        (
            "The mill’s bid is said to pay; rather, an entry must only name the mill. We ask you to open it.",
            ["open it"],
        ),
        ("We appeal to you not only as an official but as a parent. We ask you to open the lock.", ["open the lock"]),
        ("The sale would leave one mill. That cannot be allowed to happen. We ask you to stop it.", ["stop it"]),
        ("How is the fee set? Please describe. Please send us the log. Please be specific.", ["send us the log"]),
    ],
)
def test_a_letter_asks_what_its_writers_ask_now(text: str, asked: list[str]) -> None:
    assert asks(text) == asked


@pytest.mark.parametrize(
    "beside",
    [
        "Doe previously sent a letter urging the Board to oppose the plan.",
        "In May, Doe sent a letter to Roe asking the Bureau for talks. Specifically, they request that it hear us.",
        "Doe also joined a separate letter today, urging the Board to review the fares.",
        "Doe will ask the members to join her in sending a letter to the Assembly requesting funds for the mill.",
        "She has fought for the mill. Doe advocated for the interests of keepers.",
        "There is still time for the Office to act by seeking an immediate direct appeal to the High Court of Pell.",
    ],
)
def test_a_report_s_ask_is_not_what_was_asked_before_or_how_another_may_act(beside: str) -> None:
    text = f"Senator Ann Doe sent a letter urging Secretary Roe to open the lock. {beside}"

    assert asks(text, "reported") == ["open the lock"]


def test_a_sentence_that_leads_in_further_questions_leaves_the_list_one_of_questions() -> None:
    text = """Please answer the following questions by June 4:

Your notice spoke of a review. Please describe its aims, including:

When did it begin?

Your post mentioned wide consultation. Please name those whom you met.

All of this bears on the ferries."""

    assert set(asks(text)) == {
        "answer the following questions by June 4", "describe its aims", "name those whom you met",
    }  # fmt: skip


def test_words_of_support_stay_beside_a_mere_hope_but_not_beside_an_ask() -> None:
    support = "We write in support of Governor Gale's request for a disaster declaration."

    assert len(asks(f"{support} We hope that you will stand beside the islands.")) == 2
    assert asks(f"{support} We ask you to send two ferries.") == ["send two ferries"]


def test_a_lone_question_in_an_argument_that_is_only_ordered_is_rhetoric() -> None:
    text = "Fourth, a weak town loses trade. How much more say would Betwell have should Pell depend on its money?"

    assert read_letter(f"{text}\n\nThe Bureau must drop the plan.").questions == []
    asked = "Please answer the following questions:\n\nFirst, how much was paid? Second, who signed?"
    assert len(read_letter(asked).questions) == 2


def test_a_question_that_a_series_of_paragraphs_finishes_is_one() -> None:
    text = """Please answer the following questions:

What is the fee?

What measures will the Guild take to punish:

fraud at the gates;

harassment of crews; and

the sale of false tickets.

Who keeps the log?"""
    series = "What measures will the Guild take to punish: fraud at the gates; harassment of crews; and the sale of"

    assert [q.text for q in read_letter(text).questions] == [
        "What is the fee?", f"{series} false tickets", "Who keeps the log?",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("It is essential to our towns’ safety and the peace of the isles that you add the firms to the list.",
         ["add the firms to the list"]),
        ("We hold it is vital to act, and it is for these reasons that we ask that the Board move funds to the mill.",
         ["move funds to the mill"]),
        ("I request the Office of the Inspector of Mills (OIM) of Pell investigate the sale and publish its findings.",
         ["investigate the sale", "publish its findings"]),
        ("We are writing today for clarification of the day on which the lease ends.",
         ["clarification of the day on which the lease ends"]),
        ("I hope during your term as Secretary you will mend the lock.", ["mend the lock"]),
        ("We hope that both parties can return to the table.", ["both parties can return to the table"]),
        ("The program needs to hire more keepers.", ["The program needs to hire more keepers"]),
        ("Lighting the east pier should be next.", ["Lighting the east pier should be next"]),
        ("Don't charge the widows. Don't sell the last boat.", ["Don't charge the widows", "Don't sell the last boat"]),
        ("Our hope is that with this loan, as well as new leases, you can lift the ban.", ["lift the ban"]),
        ("Our request is very plain: the Board must pay for the piers.", ["the Board must pay for the piers"]),
        ("It is critical to ensure that lamps are lit, and we praise your work – but the nights are long.",
         ["ensure that lamps are lit"]),
        ("We ask you to send a list of the sales; a list of the fees; and a list of the towns.",
         ["send a list of the sales", "a list of the fees", "a list of the towns"]),
        ("We ask you to send an account of: a sale of boats; a sale of mills; and a sale of locks.",
         ["send an account of: a sale of boats; a sale of mills; and a sale of locks"]),
        ("Our client requires the Board, by 4 p.m. on 4 May 2023:\n\n(i) to lift the order;\n(ii) to hear the towns.",
         ["lift the order", "hear the towns"]),
        ("In addition, kindly provide, by May 3:\n\n- the number of notices sent;\n\n- copies of all complaints.",
         ["the number of notices sent", "copies of all complaints"]),
        ("We, the tenants of Pell Towers, hereby petition the Board of Trade.", []),
        ("And direct the Board to hold its hearing here.", ["direct the Board to hold its hearing here"]),
        ("We expect the Bureau and the wardens under it to answer well.", ["answer well"]),
        ("We believe that the flood also shows the need to look anew at the dam.", []),
        ("The flood has shocked our nation and we must take steps to see it never comes again.", []),
        ("We ask you to fund heat, light, and air vents for us.", ["fund heat, light, and air vents for us"]),
        ("Open the Program to All: We praise your plan to light homes.", ["Open the Program to All"]),
        ("We look forward to your answers, which we request by May 5, 2025.",
         ["your answers, which we request by May 5, 2025"]),
        ("Quick work is needed to stop the leaks.", ["Quick work is needed to stop the leaks"]),
        ("It is critical that we continue to fund the lock.", ["we continue to fund the lock"]),
        ("It is critical that we continue to see the lock for what it is.", []),
        ("Please reply as soon as you can, for the ice is near.", ["reply as soon as you can, for the ice is near"]),
    ],
)  # fmt: skip
def test_what_is_to_be_done_is_found_behind_what_stands_before_it(text: str, asked: list[str]) -> None:
    assert asks(text) == asked
