"""What letters ask by saying what must, should or need be: of things, of anybody, and of bodies in other words."""

from __future__ import annotations

import pytest

from brief.letter.duties import named_bodies
from brief.letter.requests import find_requests


def found(sentence: str, to: str = "Bureau of Rivers") -> list[str]:
    return [sentence[r.start : r.end] for r in find_requests(sentence, named_bodies(to))]


@pytest.mark.parametrize(
    "sentence",
    [
        "This designation must be withdrawn.",
        "This rule should be withdrawn.",
        "The order should always allow input from the towns.",
        "The town's right to comment should not depend on one clerk.",
        "It should be written into the order.",
        "The briefing should cover the gates and the weir.",
        "Any final plan released by your office must include two locks.",
        "This promise must also be kept in the budget.",
        "That level is right, and it should not be reduced.",
        "If the Bureau moves ahead, it must take steps to lower the risk.",
        "He should be tried for the theft of the gauge.",
        "The safety of boats should be the top priority for the Bureau.",
        "Surveying the gates that failed must be a high priority.",
        "Anything that harms the river must be stopped.",
        "Those who opened the gate must be held to account.",
        "The working conditions at the lock must be a priority.",
        "Mills on the river, including the old ones, should be surveyed.",
        "Now that the flood is over, the airline must examine its causes.",
        "Federal agencies must review their contracts.",
        "The tuition plan must be allowed to go on.",
        "The rule is at odds with the law and should be rescinded at once.",
        "We do not think that large mills, including the old one, should draw water.",
    ],
)
def test_what_must_or_should_be_is_asked_for_whatever_the_subject(sentence: str) -> None:
    assert len(found(sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Families must travel a long way for water.",
        "Farmers should not live in fear of a flood.",
        "No mill should pay more than a farm.",
        "No householder should be refused a well.",
        "Under the act, the mill must file a report each year.",
        "Ads must not promote the sale of gauges.",
        "It should give us pause.",
        "Safety should always come first.",
        "The flood should serve as a wake-up call.",
        "It should be noted that the gate is old.",
        "They must pay for water by the pail.",
        "A report that says that the gates must be mended was lost.",
        "We asked whether the lock should be opened.",
        "The nation can no longer stand by as towns go dry.",
        "Every day must be treated with urgency.",
        "Human judgment must remain central.",
        "It is tempting to welcome the pause, since we think that the leases should be denied.",
        "The council did not tell them what it ought to do.",
        "If the Bureau must wait, so be it.",
        "The lock should have been opened in May.",
        "We should have a river worth the name.",
    ],
)
def test_a_burden_a_maxim_and_a_state_are_not_asked_for(sentence: str) -> None:
    assert found(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "We believe it is vital that the Council is given a chance to vote.",
        "We see it as essential that the gates are not managed as a side matter.",
        "We believe it is important that the millers also be subject to the rule.",
        "It becomes vital that the Bureau take steps to lower the risk.",
        "It is now more urgent than ever that the Guild mend the weir.",
        "This shows the need for the Bureau to use every gauge it has.",
        "We cannot stress enough the need to award the contract.",
        "I write to bring to your attention our need for an overhaul of the gates.",
        "It is your responsibility to deliver for the towns.",
        "The Bureau owes the towns a full accounting of the flood.",
        "You owe it to the towns to mend the weir.",
        "There is no excuse for not mending the weir.",
        "There can be no further delay.",
        "At a minimum, there should be a rule that each spill be told.",
    ],
)
def test_need_and_duty_ask_too(sentence: str) -> None:
    assert len(found(sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "It is essential that the Bureau fully understand the cost.",
        "It is essential that Velmora remains a friend of Corvane.",
        "We owe it to the towns that the lock is the best.",
        "There is no need for the Bureau to wait.",
        "The Bureau owes two crowns to the mill.",
    ],
)
def test_what_is_so_or_is_not_needed_is_not_asked_for(sentence: str) -> None:
    assert found(sentence) == []


def test_what_a_body_must_do_is_parted_at_the_second_action() -> None:
    assert found("The airline must examine the causes of the flood and mend the gate.") == [
        "The airline must examine the causes of the flood",
        "mend the gate.",
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "We urge you to defeat the bill and support steps to grow the trade, attract money, and guard the weir.",
            [
                "We urge you to defeat the bill",
                "support steps to grow the trade, attract money, and guard the weir.",
            ],
        ),
        (
            "We urge you to look at deals, reject weak terms, and oppose any that would harm us, and reduce trade.",
            3,
        ),
        (
            "We urge you to weigh the plan and to permit the towns to set rules that promote health, and save money.",
            2,
        ),
        ("We urge you to change course, as these rules would harm the towns, and put an end to their trade.", 1),
        ("We ask that you weigh the harm in order to disrupt the gangs and reduce crime in Pell.", 1),
    ],
)
def test_a_series_within_one_action_is_not_parted(sentence: str, expected: int | list[str]) -> None:
    said = found(sentence)
    assert (len(said) if isinstance(expected, int) else said) == expected


def test_verbs_that_share_an_object_are_one_action() -> None:
    text = "We call on the Bureau to remove the dam at Pell, or, at minimum, promptly restore and tighten the rules."
    assert found(text) == [
        "We call on the Bureau to remove the dam at Pell",
        "promptly restore and tighten the rules.",
    ]


def test_a_lead_in_that_asks_for_a_thing_is_itself_an_ask() -> None:
    assert found("We request a study that describes:") == ["We request a study that describes"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The plan includes a fee, which we urge you to drop.",
            ["The plan includes a fee, which we urge you to drop."],
        ),
        ("We expect, and insist, that the Bureau will keep to the law.", 1),
        ("We expect the survey to be in your next request.", 1),
        ("We would expect that the mills would object.", 0),
        ("For each gate, please note any repairs you need.", ["For each gate, please note any repairs you need."]),
        ("Please note that the gate is shut.", 0),
        ("We have long called for the Bureau to develop a plan for the river.", 1),
        ("We urge swift action to protect the weir and restore the river.", 1),
        ("We demand answers to hold you to account and ensure that all are helped.", 1),
        ("We urge you to take steps to protect wetlands, restore rivers, and enhance habitat.", 1),
        ("We also support his request for flood relief.", ["We also support his request for flood relief."]),
        (
            "Any time you could give to the survey would be appreciated, as the town depends on it.",
            ["Any time you could give to the survey would be appreciated"],
        ),
        (
            "They should be permitted to tell the towns, to publish it, and, unless a court forbids it, to name it.",
            3,
        ),
        ("We would ask the Department to provide me with:", 0),
        ("Please describe the process of the survey, including:", ["Please describe the process of the survey"]),
        ("We write to support the Governor's request for flood relief.", 1),
        ("It is our firm belief that the Bureau must pursue the mills that broke the law.", 1),
        ("We are pushing the Bureau to add boats at Pell, to meet the need of the towns, and to improve the trade.", 1),
        ("The Bureau must end the trade of firms that break the law, empty the river, and destroy jobs.", 1),
        ("We demand answers, and clarity to hold the Bureau to account and ensure that all are helped.", 1),
        (
            "We urge an early agreement with Velmora to secure the trade.",
            ["We urge an early agreement with Velmora to secure the trade."],
        ),
        (
            "We want a pact, which should include the fishers of both towns.",
            ["a pact, which should include the fishers of both towns."],
        ),
        ("It is crucial that the DoR explore how the gates can be mended.", 1),
        ("It is of the utmost importance that our towns be given more time.", 1),
        ("It is imperative that the towns' concerns are heard.", 1),
        ("It is essential the Bureau again act to mend the gate.", 1),
        ("Companies who have been found to foul the river must be watched.", 1),
        ("Funding for the weir should be a prerequisite for any cut.", 1),
        ("The safety of bathers should not be sacrificed to haste.", 1),
        ("Families of miners should not be forced to pay.", 0),
        ("It is your obligation as the head of the Bureau to look into each claim.", 1),
        ("It is incumbent on lawmakers to guard the purse.", 0),
        ("These failures cannot be repeated.", 1),
        ("The gauges cannot continue to fall for long.", 0),
        ("[The Pell Bureau] must stop its cover-up.", 1),
        ("The Navy can't keep ships out of dry dock.", 0),
        ("You should want your users to be safe.", 0),
        ("If we can be of help in this, please let us know how.", 0),
        ("Please always feel free to call.", 0),
        ("I recommend taking the following actions with the Bureau:", 0),
        ("We are writing to urge you to", 0),
        ("Yet as Head of the Office you must explain your part in it.", 1),
        ("Now is not the time to revive a plan that failed.", 0),
        ("I would invite you to the valley to meet its people and learn how it lives.", 1),
        ("I am writing with one urgent request that you put off or annul the vote.", 1),
        ("It is essential and right under the charter of the towns that the State of Pell delay its vote.", 1),
        ("The bottom line is that the Bureau should not be selling the use of the map.", 1),
        ("It would greatly benefit our towns for you to use that power to review the rates.", 1),
        ("We believe it is important to keep the towns at the forefront of your plans.", 1),
        ("It is important to note that your office is old.", 0),
        ("We would like to better understand your plan.", ["We would like to better understand your plan."]),
        ("This letter should not be construed as a choice of one mill.", 0),
        ("Guard members must now be bussed to the river to wash.", 0),
        (
            "We urge you to mend the gate and thank you for your care.",
            ["We urge you to mend the gate"],
        ),
        ("I can expect the Bureau to keep to the law.", 0),
        ("We encourage you to apply pressure on mills that go on to misuse the gauge or use it to tax us.", 1),
        ("We urge you to use all means – including the lock guard and fire guard rules – to clear the weir.", 1),
        ("We urge you to look into firms such as brokers, banks, and lead agents.", 1),
        ("We ask that you draw up a plan to quickly and fairly clear the queue.", 1),
        ("We ask you to lower the fee or to drop it.", 1),
        ("We ask you to keep using the gauge and to work with the guild.", 2),
        (
            "I ask the Bureau to check the count and look forward to reading what it finds.",
            ["I ask the Bureau to check the count"],
        ),
        (
            "There are questions that we urge your office to answer.",
            ["There are questions that we urge your office to answer."],
        ),
        ("For years we called for a lock, and we renew that call today.", 0),
        ("We reiterate our demand for the Bureau to publish the log.", 1),
        ("I do not write to ask for anything new.", 0),
        ("As you know, most people here believe the marsh should be protected.", 0),
        ("The people have made it clear that the toll must end.", 0),
        ("If the tables prove wrong, they must be withdrawn.", ["If the tables prove wrong, they must be withdrawn."]),
        ("Please be specific.", 0),
        ("I should only like you to know that she is remembered here.", 0),
        ("The guards in Pell must immediately and unconditionally release all those held.", 1),
        ("The boats at Camp Dun should go to both towns.", 1),
        ("The fine for a lying mill, however, must be raised.", 1),
        ("Both of you should brief our staff by the end of May.", 1),
        ("Nothing in this letter should be read as a waiver of any claim.", 0),
        ("We look forward to receiving your answer in writing within four weeks.", 1),
        ("If any paper is withheld, state the rule relied upon.", 1),
        ("Employees must be fully trained by May 3, 2031, and guards by June 2.", 0),
        ("Please do so without delay.", ["Please do so without delay."]),
        ("Please explain what the Bureau and the Council of Rivers intend to do about it.", 1),
        ("We ask that the Council either 1) bar the sale, or at the very least, 2) ask for a new study.", 1),
        ("Counterfeit stamps are harmful and must be stopped.", 0),
        ("It is the guild's duty under the Milk for Schools (MFS) Agreement.", 0),
        (
            "I urge you to build the lock as part of the plan.I appreciate your care.",
            ["I urge you to build the lock as part of the plan"],
        ),
        (
            "I request a detailed list of ways your office weighed to meet the cuts.",
            ["I request a detailed list of ways your office weighed to meet the cuts."],
        ),
        ("We ask you to form a league to curb misuse of the gauge to tax mills and undermine the vote.", 1),
        ("The mill must stop allowing crews to gather and row by night.", 1),
        ("We ask for talks with the guild and we stand ready to help.", ["We ask for talks with the guild"]),
        ("We are not recommending against the use of gauges.", 0),
        ("You should expect the Council to look into it.", 0),
        ("We request that you share it with our offices and local and state guards.", 1),
        ("We ask the Bureau to pay for work to slow the flood and to ease its harm.", 1),
        ("Provide a briefing to the members and staff of the Council on the lock.", 1),
        ("We write against your office's efforts to encourage and require dams on the river.", 0),
        ("According to the Bureau, householders and their families should spend ten pence on water.", 0),
        ("We write about the charter, which must be renewed by May 3.", 0),
        ("It is imperative that the guard detail assigned to the lock be given boats.", 1),
        ("It is imperative to prioritize the mending of the lock.", 1),
        ("While it is vital to keep the crews safe, the fee troubles us.", 0),
        ("That's why the Bureau's timeline must be kept.", ["the Bureau's timeline must be kept."]),
        ("Mending the gates, raising the weir, and closing the ford should be central to this.", 1),
        ("This denies the mill the help it needs to go on.", 0),
        ("We need to send the towns a strong message: invest in your boats.", 0),
        ("As the river swells, impacts on the mills of this valley must be addressed.", 1),
        ("We ask that you pay all crews, guards, and direct helpers of the lock.", 1),
        (
            "We ask you to see that towns use it, as ever, to pay crews and no feasts, and reject new tolls.",
            2,
        ),
        ("We ask that the Guild's review of the lock include a list of crews.", 1),
        ("Any such cut should not endanger the crews of our boats.", 1),
        ("We need these closings to be mended as quickly as possible.", 1),
        ("Studies show that boatmen think that the lock should be opened.", 0),
        ("We believe your bill gives the guards the tools we need to keep the weir.", 0),
        ("We ask that the Bureau and the Guild:", 0),
        ("We request the Bureau of Rivers (BOR) consider founding a school to serve the isles.", 1),
        ("Sowing late should be encouraged to raise the yield and raise trust.", 1),
        ("Please continue to view us as partners.", 0),
        ("I hope you will enjoy all that our town has to offer.", 0),
        ("It is important that this Board continues to back the pilots.", 1),
        ("The silting of the canal must be dealt with.", 1),
        ("Each new gate, in our view, should be tested on its own.", 1),
        ("We hope that in your talk tonight, you make a change of course.", 1),
        ("We hope you keep your promises to lower the tolls, guard the weir, and give help to the mills.", 0),
        (
            "We are interested in the Bureau's analysis of the plan.",
            ["We are interested in the Bureau's analysis of the plan."],
        ),
        ("As U.S. Secretary of Rivers you must explain your role.", 1),
        ("You, in partnership with others, must take the lead in ending this levy.", 1),
        ("It is therefore our hope that the Bureau will consider a new rule.", 1),
        ("That is why I am echoing Governor Teal's request that the Bureau send nurses to Pell.", 1),
        ("Any mill that fouls, or helps to foul, the river must be held to account.", 1),
        ("There must be progress in the service to them.", 1),
        ("Those measures should be further strengthened.", 1),
        ("I hope during your time as Secretary you will turn to these matters.", 1),
        ("That is why any plan must also build on the first steps.", 1),
        ("For Velmora, this must include an end to the tolls.", 1),
        ("It is vital, however, that the weight of the plan is not placed on the towns.", 1),
        ("It is equally important that anyone who helps is well trained.", 1),
        ("We write to tell you of the trouble that our towns had when requesting help from the Bureau.", 0),
        ("We believe it is in the national interest, however, that you work with us on the river.", 1),
        ("As such, reading the gauges must be a priority.", 1),
        ("The Bureau owes the towns an explanation, and it is your responsibility to give one.", 2),
        ("There is no excuse for waiting.", 1),
        ("It would be wise to reconsider this shift and ignore the calls of the few.", 2),
        ("As talks go on, at no point should your Bureau lift the tolls.", 1),
        ("It can and should block the sale of the mill.", 1),
        ("Finally, the E3, with help from others, should initiate the ban.", 1),
        ("However, these steps should represent the floor of any answer.", 1),
        ("It is imperative any final bill include the weir.", 1),
        ("It is clear the Bureau has lost the trust of the towns and must set out how to win it back.", 1),
        ("We agree that a full review must be conducted.", 1),
        ("Pell's leaders should be looking for ways to add boats.", 1),
        ("It would be better for all.", 0),
        ("We expect that your request will meet the cost of the gates.", 1),
        ("We urge local residents to take part in the survey.", 1),
        ("To get the grant, the Bureau must first find that the gate is unsafe.", 0),
    ],
)
def test_asks_in_other_words(sentence: str, expected: int | list[str]) -> None:
    requests = [r for r in find_requests(sentence, named_bodies("Bureau of Rivers")) if not r.lead]
    said = [sentence[r.start : r.end] for r in requests]
    assert (len(said) if isinstance(expected, int) else said) == expected


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("If fraud has occurred, lessees should be made to pay.", "If fraud has"),
        ("While much was done, more should be done to keep boats off.", "more should be done"),
        ("It would be helpful if the Bureau could send the plan.", "It would be helpful"),
        ("What we need from the State is the other half, by May 3.", "What we need from the State"),
        ("We expect dredging to be included in the budget.", "We expect dredging"),
        ("I urge the Bureau to read the log and take it seriously.", "I urge the Bureau to read the log and take it"),
        ("Clear signals should bolster the trade of the yards.", None),
        ("The report should serve as a rallying cry for the Board.", None),
        ("There is broad agreement in the House that it is time to speed the change.", None),
        ("We write of the letter from Governor Gale requesting a disaster declaration.", None),
    ],
)  # fmt: skip
def test_other_forms_of_asking_and_what_only_looks_like_one(sentence: str, asked: str | None) -> None:
    asks = found(sentence)

    assert len(asks) == (asked is not None)
    assert all(a.startswith(asked or "") and sentence.endswith(a) for a in asks)


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("The lock, the weir, and the dam must be mended by May.", "The lock, the weir, and the dam must be"),
        ("Lastly, the Fund, the Grant Program, and the Loan Program all must be filled.", "the Fund, the Grant"),
        ("The Board closed the lock, the weir fell, and the dam must be mended.", "the dam must be"),
        ("We believe ferries should be a source of growth, not of strife.", None),
        ("We write to back the Board's plan to help makers and encourage towns to buy at home.", None),
        ("While we still believe that the Guild should end it, fair news will help the towns.", None),
    ],
)  # fmt: skip
def test_a_series_is_one_subject_and_a_maxim_or_another_s_plan_no_ask(sentence: str, asked: str | None) -> None:
    asks = found(sentence)

    assert len(asks) == (asked is not None)
    assert all(a.startswith(asked or "") for a in asks)


def test_to_further_is_an_action_where_it_has_an_object() -> None:
    first, second = find_requests("We urge you to further this plan with skill, and offer advice to advance trade.")

    assert (first.act, first.end) == (15, 43)
    assert second.act == 49
    assert find_requests("We urge you to further reduce the fee.")[0].end == len(
        "We urge you to further reduce the fee."
    )


def test_who_asks_may_be_shortened() -> None:
    assert found("I'm urging you to mend the weir.") == ["I'm urging you to mend the weir."]
    assert found("We're not asking you to mend the weir.") == []


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("We urge you to raise his case at once and advocate for his fair treatment.", "urge"),
        ("This law specifies that if a firm fails twice, the Bureau must close it.", None),
        ("We want you to know that we stand with you.", None),
        ("If you want to change the rule, you should run for office.", None),
        ("We urge you once again to open an inquiry.", "urge"),
        ("We write to request your partnership in mending the lock to ease the flood.", "request"),
    ],
)  # fmt: skip
def test_what_the_law_says_or_another_is_dared_or_pushed_to_do_is_not_asked(sentence: str, asked: str | None) -> None:
    forces = {r.force for r in find_requests(sentence, named_bodies("Bureau of Rivers"))}

    assert forces == ({asked} if asked else set())
    assert not any(sentence[r.act :].startswith("ease") for r in find_requests(sentence))
