"""What the program tells of two letters by itself: figures that disagree, cards, tone."""

from __future__ import annotations

import pytest
from sample import make
from summaries import summarize

from brief.evidence import Claim, Evidence
from brief.letter.anatomy import Letter
from brief.letter.card import Authority, Person, Recipient
from brief.points import Point
from brief.sides import card_differences, facts, legal_basis, same_person, tone
from brief.summary import Summary


def point(name: str, text: str) -> Point:
    return Point(
        name, "fact", Claim(text=text, evidence=(Evidence(quote=text, start=0, end=len(text), match="exact"),))
    )


@pytest.mark.parametrize(
    ("a", "b", "values"),
    [
        (
            "The ferry inspections cost the harbour $4 million a year.",
            "Ferry inspections at the harbour cost $6 million.",
            [("$4 million", "$6 million")],
        ),
        (
            "Fares on the night ferry rose by 12 percent.",
            "On the night ferry, fares have risen 15%.",
            [("12 percent", "15%")],
        ),
        ("Nine of 40 ferries were inspected.", "Of 38 ferries, nine were inspected.", [("40 ferries", "38 ferries")]),
        ("Fares on the night ferry rose by 12 percent.", "Fares on the night ferry rose 12% in all.", []),
        ("The night ferry sailed on May 3 without lights.", "The night ferry sailed on May 4 without lights.", []),
        (
            "The night ferry sailed late with its crew, as on most days of the stormy winter; we lost $9 million.",
            "Late on most days of the stormy winter went the night ferry with its crew; the road is worth $5 billion.",
            [],
        ),
        ("Ferry sailors refused the SARN-19 vaccination.", "Ferry sailors took the SARN-21 vaccination.", []),
        ("The breakwater cost $4 million.", "The council's new school will cost $6 million.", []),
    ],
)
def test_figures_disagree_only_on_one_thing_in_one_unit(a: str, b: str, values: list[tuple[str, str]]) -> None:
    # sentences on other matters, so that the words of these two are as rare as in a letter
    rest = [
        point(f"A{n}", f"The {w} of the island was {w} again.") for n, w in enumerate(["school", "church", "mill"], 5)
    ]

    assert [f.values for f in facts([point("A1", a), *rest], [point("B1", b)])] == values


def test_one_signer_written_in_two_ways_is_one() -> None:
    def who(name: str, state: str | None = None) -> Person:
        return Person(name=name, as_stated=name, state=state)

    assert same_person(who("Ada Holm", "OH"), who("A. Holm"))
    assert not same_person(who("Ada Holm", "OH"), who("Ada Holm", "OR"))
    assert not same_person(who("Ada Holm"), who("Bo Holm"))


def card(letter: Letter) -> object:
    return letter.card


def test_cards_tell_days_signers_and_recipients() -> None:
    whom = Recipient(name="Iva Roth", office="Harbour Master", as_stated="Iva Roth")
    a = make("One.", name="a", date="2024-04-01", senders=("Ada Holm", "Bo Lind"), recipients=(whom,))
    b = make("Two.", name="b", date="2024-04-11", senders=("A. Holm",), recipients=(whom,), kind="reported")
    found = card_differences(a.card, b.card)

    assert found.days_apart == 10
    assert [p.name for p in found.common_senders] == ["Ada Holm"]
    assert [r.name for r in found.common_recipients] == ["Iva Roth"]
    assert any("not silence of the letter" in n for n in found.notes)


def test_without_a_date_no_days_are_counted() -> None:
    assert (
        card_differences(make("One.", name="a").card, make("Two.", name="b", date="2024-04-11").card).days_apart is None
    )


def test_verbs_of_demand_are_counted_in_asks_alone_and_quoted() -> None:
    a = make("The crew demanded lights. We urge you to publish the log. We urge you to hire a second pilot.", name="a")
    b = make("We demand that you publish the log at once.", name="b")
    found = tone(summarize(a), summarize(b), (a, b))

    assert (found.a, found.b) == ({"urge": 2}, {"demand": 1})
    assert [e.quote for e in found.a_quotes] == ["We urge you to publish the log."]


def test_laws_cited_by_both_and_by_one_are_told_apart() -> None:
    a = make("Under the Ferry Safety Act and the Harbour Treaty of 1988, we ask you to act.", name="a")
    b = make("The Ferry Safety Act of 1990 is clear: we ask you to wait.", name="b")

    def cites(letter: Letter, *names: str) -> Summary:
        found = tuple(Authority(text=n, evidence=Evidence(quote=n)) for n in names)
        return summarize(letter).model_copy(update={"authorities": found})

    notes = list(legal_basis(cites(a, "Ferry Safety Act", "Harbour Treaty"), cites(b, "Ferry Safety Act of 1990")))
    assert notes == ["Both cite: Ferry Safety Act.", "Only A cites: Harbour Treaty."]
