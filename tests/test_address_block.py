"""Addressees and greetings beyond "The Honorable": foreign forms, bodies, "Attn:", first names, dotted dates."""

from __future__ import annotations

import pytest

import brief
from brief.letter.card import LetterCard


def card(head: str, greeting: str, date: str = "May 6, 2024", close: str = "Sincerely,") -> LetterCard:
    """The card of a letter with this inside address and greeting."""
    text = (
        f"{date}\n\n{head}\n\n{greeting}\n\nWe write about the lock at Anse, which has been shut since the flood of"
        f" last March. Please open the lock.\n\n{close}\n\nAda Birch\nDirector, Sable River Trust\n"
    )
    (letter,) = brief.read(text.encode(), name="letter.txt")
    return letter.card


@pytest.mark.parametrize(
    ("head", "greeting", "name", "office"),
    [
        ("To: H.E. Mr Matthias Lindqv\nMinister for Rivers\nKingdom of Sorvan", "Your Excellency,", "Matthias Lindqv",
         "Minister for Rivers, Kingdom of Sorvan"),
        ("Ms Ilze Kalvan\nCommissioner for Rivers\nEuropean Assembly\nRue Haute 2", "Dear Commissioner,", "Ilze Kalvan",
         "Commissioner for Rivers, European Assembly"),
        ("Rt Hon Fiona Laidl MP\nSecretary of State for Rivers\nGreat Lock House\n3 Dock Road", "Dear Fiona,",
         "Fiona Laidl", "Secretary of State for Rivers"),
        ("Deputy Minister Carl Ostran\nMinistry of Rivers", "Dear Deputy Minister:", "Carl Ostran",
         "Deputy Minister, Ministry of Rivers"),
        ("Board of Directors\nTolland River District\nAttn: Rosa Delac, Chair\n\nRe: The lock",
         "Chair Delac and Directors:", "Rosa Delac", "Chair, Board of Directors, Tolland River District"),
        ("Harbor Commission of Tolland\nc/o Eleanor Voss, General Counsel\n3 Quay Street", "Dear Ms. Voss:",
         "Eleanor Voss", "General Counsel, Harbor Commission of Tolland"),
        ("Gareth Boothr MP\nHouse of Commons", "Dear Gareth,", "Gareth Boothr", "House of Commons"),
        ("Docket Operations, M-30\nFederal River Administration\n1200 Jersey Avenue SE",
         "To Whom It May Concern:", None, "Docket Operations, Federal River Administration"),
        ("Records Access Officer\nArden Department of Rivers\nBy email", "To the Records Access Officer:", None,
         "Records Access Officer, Arden Department of Rivers"),
    ],
)  # fmt: skip
def test_the_block_tells_whom_the_letter_goes_to(head: str, greeting: str, name: str | None, office: str) -> None:
    assert [(r.name, r.office) for r in card(head, greeting).recipients] == [(name, office)]


@pytest.mark.parametrize("greeting", ["Governor:", "Minister,", "Honorable Supervisors:", "Prime Minister,"])
def test_an_office_alone_greets(greeting: str) -> None:
    assert card("", greeting).kind == "full"
    assert card("", greeting).recipients


@pytest.mark.parametrize("close", ["Yours ever,", "In unity,", "Yours in hope,", "Yours for clean rivers,"])
def test_a_closing_of_another_kind_leads_to_the_signer(close: str) -> None:
    assert [p.name for p in card("", "Dear Governor Lund:", close=close).senders] == ["Ada Birch"]


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("Brussels, 21.11.2023", "2023-11-21"),
        ("Lind, 5.3.2019", "2019-03-05"),
        ("05.03.2019", "2019-05-03"),
        ("25/3/2019", "2019-03-25"),
    ],
)
def test_a_date_in_figures_has_its_day_first_where_it_must(date: str, day: str) -> None:
    assert card("", "Dear Governor Lund:", date=date).date == day
