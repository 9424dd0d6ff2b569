"""What asks would have done with what, and how two asks stand to each other by it."""

from __future__ import annotations

import pytest

from brief.deeds import Item, deeds, kinship, repeats


def ask(text: str) -> Item:
    return {"kind": "ask", "strength": "urge", "text": text, "quote": f"We urge you to {text}."}


def backed(text: str, stance: str = "supports") -> Item:
    return {"kind": "position", "stance": stance, "text": text, "quote": f"We write of {text}."}


@pytest.mark.parametrize(
    ("a", "b", "kin"),
    [
        ("withdraw its proposed mill rules that will flood the weirs", "rescind the unlawful “Mill Plan 2”", "same"),
        ("extend the harbour waiver for night ferries", "renew the waiver that night ferries have", "same"),
        ("block any sale found to be illegal under the ferry law", "block the sale if it breaks the ferry law", "same"),
        ("take swift action to keep the night ferry by extending the Sarn toll waiver",
         "direct the Board to prevent delays of the ferry by extending the Sarn toll waiver", "same"),
        ("implement an order to extend harbour leave to Norlandian sailors and rename the pier",
         "end a leave programme for Norlandian and Tullian sailors", "contrary"),
        ("exempt barges built before 2003", "not to exempt older barges", "contrary"),
        ("publish the inspection log of the ferry", "keep the ferry's inspection log closed until May", "contrary"),
        ("reverse its decision to close the night ferry", "close the night ferry", "contrary"),
        ("lift the ban on night ferries", "allow night ferries", "akin"),
        ("lift the ban on night ferries", "prohibit night ferries", "contrary"),
        ("withdraw the ferry tolls", "suspend the ferry tolls", "akin"),
        ("investigate the merger of Sarn Lines and Halvek Lines", "oppose the purchase of Halvek by Sarn", "touching"),
        ("rescind the overreaching proposal, which would have lines tell of the weather",
         "finalize, as proposed, rules on pilots in line boards", ""),
        ("strengthen the pilot guidance of the Board", "secure a treaty on nets", ""),
        ("explain the delay of the ferry log", "end the delay of the ferry log", "touching"),
        ("an inquiry into the choice of a site for the pier head", "pause work on the pier head", "touching"),
        ("finalize the rule that grants toll waivers only in a flood", "deny all toll waivers", "touching"),
        ("stop wrongly listing ferry pilots", "de-list the ferry pilots", "akin"),
        ("hold a full hearing on the night ferry", "convene a hearing about the night ferry", "same"),
        ("that ferry alerts be issued promptly", "re-examine whether to issue a ferry alert", "touching"),
        ("use the funds to prevent the spread of harbour fever", "finalize a harbour fever vaccine policy", "touching"),
        ("eliminate the backlog of ferry claims", "process the backlog of ferry claims", "touching"),
        ("stand by crews hit by its decision to end night leave", "finalize night leave for crews", "touching"),
        ("all records relating to the sale of the mill", "all records relating to water supply", ""),
        ("lift ferry restrictions", "strengthen the ferry", "touching"),
    ],
)  # fmt: skip
def test_asks_are_kin_by_deed_and_thing(a: str, b: str, kin: str) -> None:
    assert kinship(ask(a), ask(b))[0] == kin
    assert kinship(ask(b), ask(a))[0] == kin


def test_what_is_asked_and_what_is_backed_are_set_against_each_other() -> None:
    a = backed("the Governor’s request for a flood declaration for Sarn")
    b = {**ask("the Mayor’s request for a flood declaration for Holm"), "quote": "We support the Mayor’s request for a"}
    b["quote"] = f"Here we support {b['text']}."

    assert kinship(a, b)[0] == "same"
    assert kinship(backed("the flood declaration for Sarn", "opposes"), b)[0] == "contrary"


def test_the_names_of_those_asked_are_no_thing() -> None:
    a, b = ask("have the Ferry Office hire pilots"), ask("have the Ferry Office sell barges")

    assert kinship(a, b, frozenset({"ferr", "offic"}))[0] == ""


def test_a_sentence_that_asks_nothing_has_no_deeds() -> None:
    assert deeds({"kind": "ask", "quote": "The members spoke of the ferry."}) == ()


def test_an_ask_that_only_points_at_another_repeats_it() -> None:
    assert repeats("quickly withdraw this unlawful proposal", "withdraw the night ferry rule")
    assert not repeats("quickly withdraw this toll proposal", "withdraw the night ferry rule")
    assert not repeats("finalize this proposal", "withdraw the night ferry rule")
    assert not repeats("…", "withdraw the night ferry rule")
    assert not repeats("---", "***")
