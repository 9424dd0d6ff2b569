"""Fair retellings that the checks once took for changes, and the change beside each that they must still tell."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sample import make

from brief import api
from brief.audit import Role, audit_claim, figures, status_of
from brief.audit.passage import Passage
from brief.audit.roles import roles
from brief.evidence import Claim
from brief.ground import ground
from brief.summary import Action, Position

HEAD = "March 3, 2024\n\nThe Honorable Orla Finch\nSecretary of the Interior\n\nDear Secretary Finch:\n\n"
FOOT = "\n\nSincerely,\n\nAnn Doe\nUnited States Senator\n"


def verdict(tmp_path: Path, said: str, claim: str, role: Role = "background", **fields: Any) -> str:
    """The status of a claim over a letter of one sentence."""
    page = tmp_path / "letter.txt"
    page.write_text(HEAD + said + FOOT, encoding="utf-8")
    (letter,) = api.read(page)
    kind = {"action": Action, "position": Position}.get(role, Claim)
    made = kind(text=claim, evidence=ground([said], letter), **fields)
    return status_of(audit_claim(made, letter, role=role))


@pytest.mark.parametrize(
    ("said", "fair", "changed"),
    [
        (
            "Catches of cod and herring fell by 12 percent and 7 percent in 2023.",
            "In 2023, cod and herring catches fell 12 and 7 percent.",
            "In 2023, cod and herring catches fell 19 and 7 percent.",
        ),
        (
            "The Bureau closed six harbors under Harbor Act Section 9(b)(2)(C)(ii) last year.",
            "Last year the Bureau closed six harbors under section 9(b)(2)(C)(ii) of the Harbor Act.",
            "Last year the Bureau closed six harbors under section 8(b)(2)(C)(ii) of the Harbor Act.",
        ),
        (
            "The union has opposed the plan since the vote in May 2022.",
            "The union is opposed to the plan since the May 2022 vote.",
            "The union was opposed to the plan until the May 2022 vote.",
        ),
        (
            "Recent reports state that the Port Authority failed to inform residents about the spill.",
            "News reports say the Port Authority did not tell residents about the spill.",
            "Recent reports state that the Port Authority informed residents about the spill.",
        ),
    ],
)
def test_a_fair_retelling_passes_and_a_change_of_it_does_not(
    tmp_path: Path, said: str, fair: str, changed: str
) -> None:
    assert verdict(tmp_path, said, fair) == "supported"
    assert verdict(tmp_path, said, changed) != "supported"


def test_an_imperative_is_nobodys_name(tmp_path: Path) -> None:
    said = "We urge you to review the mayor’s request speedily and declare an emergency."
    claim = "Review the mayor's request speedily and declare an emergency."
    assert verdict(tmp_path, said, claim, "action", strength="urge") == "supported"


def test_the_number_of_an_amendment_denies_nothing(tmp_path: Path) -> None:
    said = "We support Amendment No. 12 to the Harbor Act, offered by Senator Roe."
    claim = "The senator supports Amendment 12 to the Harbor Act by Senator Roe."
    assert verdict(tmp_path, said, claim, "position", stance="supports") == "supported"


def test_a_reason_given_with_since_is_no_order_of_time(tmp_path: Path) -> None:
    said = "The hearing misled the public, as no officer testified before it closed."
    claim = "The hearing misled the public since no officer testified at it."
    assert verdict(tmp_path, said, claim) == "supported"


@pytest.mark.parametrize(
    ("said", "fair", "changed"),
    [
        (
            "We write on the Interior Department's failure to act, and urge you to dredge the harbor by May.",
            "On the Interior Department’s failure to act, Ann Doe calls on Orla Finch to dredge the harbor by May.",
            "On the Interior Department’s failure to act, Orla Finch calls on Ann Doe to dredge the harbor by May.",
        ),
        (
            "Do not add to your long tale of delays.",
            "Ann Doe asks Secretary Finch not to “add to your long tale of delays”.",
            "Ann Doe asks Secretary Finch to “add to your long tale of delays”.",
        ),
        (
            "Please answer the questions below on the harbor.",
            "Ann Doe, of the U.S. Senate, asks Secretary Finch to answer questions.",
            "Ann Doe, of the U.S. Senate, asks Secretary Finch to deport all foreign fishermen from northern ports.",
        ),
    ],
)
def test_a_fair_bottom_line_passes_and_a_change_of_it_does_not(
    tmp_path: Path, said: str, fair: str, changed: str
) -> None:
    assert verdict(tmp_path, said, fair, "bottom_line") == "supported"
    assert verdict(tmp_path, said, changed, "bottom_line") != "supported"


@pytest.mark.parametrize(("others", "fair"), [("13 others", True), ("31 others", False)])
def test_how_many_others_sign_is_the_cards_to_say(others: str, fair: bool) -> None:
    said = "A group of 14 lawmakers urged you to dredge the harbor."
    letter = make(HEAD + said + FOOT, first="A group", last="harbor.", senders=("Ann Doe",))
    told = letter.card.model_copy(update={"senders_unnamed": "13 others"})
    claim = Claim(text=f"Ann Doe and {others} urge to dredge the harbor.", evidence=ground([said], letter))
    found = figures.check(claim.text, Passage.of(claim.evidence, replace(letter, card=told)))
    assert [f.words for f in found] == ([] if fair else [others.split()[0]])


def test_under_before_a_title_belongs_to_it() -> None:
    said = "Under Secretary Finch told pilots to wait, and they left."
    (finch, *_) = roles(f"They asked {said}", frozenset())
    assert finch.slots >= {("ask", "done"), ("tell", "does")}


def test_what_a_report_says_that_a_letter_asks_is_asked(tmp_path: Path) -> None:
    page = tmp_path / "report.txt"
    page.write_text(
        "Senators Write on the Harbor\n\nMarch 3, 2024\n\n"
        "On March 1, 2024 Senators Ann Doe (D-OR) and Bo Ray (R-CO) sent a letter to Secretary of the Interior "
        "Orla Finch. They reiterate the necessity to “dredge the harbor” before moving to close it. They offer 10 "
        "specific actions that the Department could take to “keep the harbor open.”\n",
        encoding="utf-8",
    )
    (summary,) = (api.summarize(letter, model="extractive") for letter in api.read(page))
    assert summary.letter.kind == "reported"
    assert len(summary.actions) == 2
    assert {a.status for a in summary.actions} == {"supported"}


def test_a_background_sentence_of_a_report_asks_for_nothing(tmp_path: Path) -> None:
    said = "The pushy owners of the harbor have grown rich since May."
    page = tmp_path / "report.txt"
    page.write_text(
        "Senators Write on the Harbor\n\n"
        f"On March 1, 2024 Senator Ann Doe (D-OR) sent a letter to Secretary Finch. {said}\n",
        encoding="utf-8",
    )
    (letter,) = api.read(page)
    claim = Action(text="Sell the harbor.", evidence=ground([said], letter), strength="urge")
    assert any("asks for nothing" in f.what for f in audit_claim(claim, letter, role="action"))
