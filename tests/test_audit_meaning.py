"""What a claim puts on, leaves out, or lays in another mouth is objected to; a fair retelling of the same is not."""

from __future__ import annotations

from typing import Any

import pytest
from sample import make

from brief.audit import audit_claim
from brief.audit.additions import parts
from brief.audit.conditions import clauses
from brief.audit.contraries import are_contrary
from brief.audit.denial import check_ask
from brief.audit.finding import Finding
from brief.audit.framing import own_words
from brief.audit.parity import governed
from brief.audit.passage import Passage
from brief.audit.speakers import is_writer
from brief.audit.thesaurus import Reach
from brief.audit.words import stem
from brief.evidence import Claim
from brief.ground import ground
from brief.letter.anatomy import Letter
from brief.letter.card import Person, Recipient
from brief.summary import Action, Position, Question

TEXT = """March 4, 2024

The Honorable Ilse Varga
Secretary of Energy

Dear Secretary Varga:

We urge you to lower the weir gates quickly and to be more open about how the river levy is collected. The Tidal Works \
Board found that the eel pass, if kept clear of reeds, would cut losses by a third. Without fresh surveys from the \
Board, Kestria cannot know where the silt lies. Fewer boats were inspected in 2023 because of the long flood. We will \
not back a higher levy without an audit. You did not, however, revoke the permit that lets Morland Quarries dredge. \
The mill owners told us that the gates have not been oiled since 2019.

We also ask that you answer the following questions:

1. Who closed the weir?
2. When will it open?

Sincerely,

Ada Brook
Member of Congress"""
LETTER = make(
    TEXT,
    first="We urge you",
    last="When will it open?",
    date="2024-03-04",
    senders=("Ada Brook",),
    recipients=(Recipient(name="Ilse Varga", office="Secretary of Energy", as_stated="Secretary Varga"),),
)
URGE = "We urge you to lower the weir gates quickly and to be more open about how the river levy is collected."
EELS = "The Tidal Works Board found that the eel pass, if kept clear of reeds, would cut losses by a third."
SILT = "Without fresh surveys from the Board, Kestria cannot know where the silt lies."
BOATS = "Fewer boats were inspected in 2023 because of the long flood."
LEVY = "We will not back a higher levy without an audit."
PERMIT = "You did not, however, revoke the permit that lets Morland Quarries dredge."
OILED = "The mill owners told us that the gates have not been oiled since 2019."


def findings(
    text: str, *quotes: str, letter: Letter = LETTER, role: Any = "background", **fields: Any
) -> list[Finding]:
    kind: type[Claim] = {"action": Action, "position": Position, "question": Question}.get(role, Claim)
    claim = kind(text=text, evidence=ground(quotes, letter), **fields)
    return [f for f in audit_claim(claim, letter, role=role) if f.level != "unsure"]


@pytest.mark.parametrize(
    ("text", "quote", "role"),
    [
        ("Lower the weir gates fast and show more openness about the levy.", URGE, "action"),
        ("The eel pass would reduce losses by a third if reeds are cleared, the Board found.", EELS, "background"),
        ("Lacking new surveys from the Board, Kestria has no means to know where silt is.", SILT, "background"),
        ("The number of boats inspected fell in 2023 on account of the long flood.", BOATS, "background"),
        ("Brook opposes raising the levy unless there is an audit.", LEVY, "position"),
        ("Mill owners say that the gates have gone without oil since 2019.", OILED, "background"),
        ("Brook urges Secretary Varga to lower the weir gates, and puts 2 questions.", URGE, "bottom_line"),
        ("The letter's author urges Varga to lower the weir gates quickly.", URGE, "bottom_line"),
    ],
)  # fmt: skip
def test_a_fair_retelling_passes(text: str, quote: str, role: Any) -> None:
    assert findings(text, quote, role=role) == []


@pytest.mark.parametrize(
    ("text", "quote", "role"),
    [
        ("Lower the weir gates quickly and to resign by Friday.", URGE, "action"),
        ("Lower the weir gates quickly by hiring foreign divers.", URGE, "action"),
        ("Lower the weir gates quickly in exchange for cheaper electricity.", URGE, "action"),
        ("Brook urges Varga to lower the weir gates quickly, and to pardon the smugglers.", URGE, "bottom_line"),
        ("Fewer boats were inspected in 2023 because of a mutiny.", BOATS, "background"),
        ("Fewer boats were inspected in 2023 because of staff shortages and theft.", BOATS, "background"),
        ("The gates have not been oiled since 2019, at the cost of eleven lives.", OILED, "background"),
    ],
)
def test_what_is_put_on_to_a_true_claim_is_told(text: str, quote: str, role: Any) -> None:
    assert any("No support found" in f.what or "has nothing of" in f.what for f in findings(text, quote, role=role))


@pytest.mark.parametrize(
    ("text", "quote", "role"),
    [
        ("They write that Kestria cannot know where the silt lies.", SILT, "background"),
        ("Brook will not back a higher levy.", LEVY, "position"),
        ("Lower the weir gates unless the millers object.", URGE, "action"),
        ("Brook will not back a higher levy under any circumstances.", LEVY, "position"),
    ],
)
def test_a_condition_dropped_or_put_on_is_told(text: str, quote: str, role: Any) -> None:
    assert any("condition" in f.what or "nothing of that kind" in f.what for f in findings(text, quote, role=role))


@pytest.mark.parametrize(
    ("text", "quote", "role"),
    [
        ("Shipping firms urge Varga to lower the weir gates quickly.", URGE, "bottom_line"),
        ("The Department of Energy concedes that fewer boats were inspected in 2023.", BOATS, "background"),
        ("Fewer boats were inspected in 2023, fishermen say.", BOATS, "background"),
        ("According to Morland Quarries, fewer boats were inspected in 2023.", BOATS, "background"),
    ],
)
def test_words_laid_in_another_mouth_are_told(text: str, quote: str, role: Any) -> None:
    assert any(f.check == "voice" for f in findings(text, quote, role=role))


def test_the_writers_are_known_by_name_office_kind_and_party() -> None:
    card = LETTER.card.model_copy(
        update={
            "senders": (
                Person(name="Ada Brook", as_stated="Ada Brook (R-OR)", party="R", state="OR", chamber="house"),
                Person(name="Lev Moss", as_stated="Lev Moss (R-ID)", party="R", state="ID", chamber="house"),
            )
        }
    )
    letter = make(TEXT, first="We urge you", last="When will it open?", senders=("Ada Brook",))
    letter = type(letter)(**{**vars(letter), "card": card})
    for who in ("They", "The letter", "Brook and a colleague", "Two House Republicans", "The Oregon lawmaker"):
        assert is_writer(who, letter), who
    for who in ("House Democrats", "The Senators", "Governor Brisk", "Retailers", "Fishing groups"):
        assert not is_writer(who, letter), who


def test_a_claim_is_cut_where_something_can_be_put_on() -> None:
    found = [(p.kind, p.said) for p in parts("Open the gate and pay the crew because it rained, unless they refuse.")]
    assert found == [
        ("added", "and pay the crew"),
        ("reason", "because it rained"),
        ("condition", "unless they refuse"),
    ]


def test_a_condition_and_what_it_governs_are_told_apart() -> None:
    (found,) = clauses("If the Board agrees, the gates may open; the levy stays.")
    assert found == ("If the Board agrees", ", the gates may open")
    assert clauses("If not, why not?") == ()


def test_what_a_brief_says_of_the_questions_is_looked_for_in_no_passage() -> None:
    assert (
        own_words("They urge her to lower the gates, and put 2 questions.", LETTER)
        == "They urge her to lower the gates."
    )
    assert own_words("They ask her to answer 2 questions.", LETTER) == "They ask her ."
    silent = make("Dear Ada, open the gate. Yours, Lev", first="open", last="gate.")
    assert "2 questions" in own_words("They put 2 questions.", silent)


def test_words_of_one_sense_reach_one_another() -> None:
    reach = Reach([stem("safeguard"), stem("purchase")])
    assert stem("protecting") in reach
    assert stem("buys") in reach
    assert stem("pardon") not in reach


@pytest.mark.parametrize(
    ("text", "quote", "role"),
    [
        ("Brook did revoke the permit that lets Morland Quarries dredge.", PERMIT, "background"),
        ("The gates have been oiled since 2019, mill owners say.", OILED, "background"),
        ("Do not lower the weir gates.", URGE, "action"),
        ("Refuse to lower the weir gates.", URGE, "action"),
        ("Kestria can know where the silt lies without fresh surveys from the Board.", SILT, "background"),
        ("Brook will back a higher levy without an audit.", LEVY, "background"),
        ("Delay lowering the weir gates.", URGE, "action"),
    ],
)
def test_what_is_turned_round_is_told(text: str, quote: str, role: Any) -> None:
    assert any(f.check in ("polarity", "support") for f in findings(text, quote, role=role))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The permit by which Morland Quarries dredges has not been revoked.", PERMIT),
        ("Mill owners say the gates have gone unoiled since 2019.", OILED),
        ("Kestria is unable to know where the silt lies unless the Board supplies fresh surveys.", SILT),
        ("Brook refuses to back a higher levy without an audit.", LEVY),
    ],
)
def test_a_denial_in_other_words_passes(text: str, quote: str) -> None:
    assert findings(text, quote) == []


def test_who_is_asked_to_refrain_is_asked_not_to() -> None:
    quote = "We urge Brook to open the lock and to refrain from dredging the pool."
    letter = make(f"Dear Brook,\n\n{quote}\n\nYours, Lev", first="We", last="pool.")
    passage = Passage.of(ground([quote], letter), letter)

    assert list(check_ask("refrain from dredging the pool", passage)) == []
    assert list(check_ask("do not open the gates", Passage.of(ground(["open the lock"], letter), letter)))


@pytest.mark.parametrize(
    ("text", "denials"),
    [
        ("We do not sell the land.", {"sell": 1, "land": 1}),
        ("They refuse not to sell the land.", {"refuse": 0, "sell": 2, "land": 2}),
        ("The sale of the land was refused by them.", {"sale": 1, "land": 1, "refused": 0}),
        ("Not only the land was sold.", {"land": 0, "sold": 0}),
        ("The delay has harmed the land.", {"delay": 0, "harmed": 0, "land": 0}),
        ("Keep them from selling.", {"Keep": 0, "selling": 1}),
    ],
)
def test_denials_are_counted_over_each_word(text: str, denials: dict[str, int]) -> None:
    assert {g.token.text: g.denials for g in governed(text)} == denials


FORBIDDEN = "Under no circumstances should your Department sell the mill race. Nothing in the deed may bind the Board."
DEED = make(FORBIDDEN, first="Under", last="Board.", recipients=LETTER.card.recipients)


@pytest.mark.parametrize(
    ("text", "quote", "torn"),
    [
        ("your Department sell the mill race", "your Department sell the mill race", True),
        ("sell the mill race", "sell the mill race", True),
        ("bind the Board", "bind the Board", True),
        ("Under no circumstances should your Department sell the mill race", FORBIDDEN[:66], False),
    ],
)
def test_words_torn_from_what_denies_them_do_not_pass(text: str, quote: str, torn: bool) -> None:
    found = findings(text, quote, letter=DEED, role="action")
    assert any("denies this" in f.what for f in found) == torn


@pytest.mark.parametrize(
    ("quote", "strength", "wrong"),
    [
        ("We urge you to sign, and the Board should not wait.", "demand", True),
        ("It is long past time that the Board open the gates.", "urge", False),
        ("We demand that the Board open the gates.", "recommend", True),
        ("We recommend that the Board open the gates.", "demand", True),
        ("We recommend that the Board open the gates.", "recommend", False),
    ],
)
def test_the_grammar_of_asking_gives_the_strength(quote: str, strength: str, wrong: bool) -> None:
    letter = make(quote, first=quote[:6], last=quote[-6:])
    found = findings("Have it done.", quote, letter=letter, role="action", strength=strength)
    assert any(f.part == "strength" for f in found) == wrong


@pytest.mark.parametrize(
    ("text", "quote", "role"),
    [
        ("Raise the weir gates quickly and show openness about how the levy is collected.", URGE, "action"),
        ("Lower the weir gates slowly and be open about how the levy is collected.", URGE, "action"),
        ("Lower the weir gates quickly and be secretive about how the levy is collected.", URGE, "action"),
        (
            "The Board found that the eel pass, if kept clear of reeds, would raise losses by a third.",
            EELS,
            "background",
        ),
        ("More boats were inspected in 2023 because of the long flood.", BOATS, "background"),
    ],
)
def test_a_contrary_in_a_words_place_is_told(text: str, quote: str, role: Any) -> None:
    assert any(f.check in ("polarity", "support") for f in findings(text, quote, role=role))


def test_contraries_hold_both_ways_and_across_parts_of_speech() -> None:
    for a, b in (("halted", "resumed"), ("exonerate", "convicted"), ("deficits", "surplus"), ("helpful", "harmful")):
        assert are_contrary(stem(a), stem(b)), (a, b)
        assert are_contrary(stem(b), stem(a)), (b, a)
    assert not are_contrary(stem("river"), stem("bank"))


COUNTS = (
    "Some members of the Board asked that all five mills be surveyed after the flood. At least 30 boats sank. "
    "The mills are idle in part because of the levy. The Board must publish each survey."
)
MILLS = make(COUNTS, first="Some", last="survey.")


@pytest.mark.parametrize(
    "text",
    [
        "All members of the Board asked that the mills be surveyed.",
        "Some members of the Board asked that no mills be surveyed after the flood.",
        "Some members of the Board asked that all mills be surveyed before the flood.",
        "At most 30 boats sank.",
        "The mills are idle solely because of the levy.",
        "The Board might publish each survey.",
    ],
)
def test_how_many_how_much_and_when_are_as_in_the_passage(text: str) -> None:
    quotes = [s.strip() + "." for s in COUNTS.rstrip(".").split(". ")]
    assert findings(text, *quotes, letter=MILLS), text


@pytest.mark.parametrize(
    "text",
    [
        "A few Board members wanted every one of the five mills surveyed once the flood was over.",
        "No fewer than 30 boats sank.",
        "The levy is partly why the mills are idle.",
        "Each survey must be made public by the Board.",
    ],
)
def test_the_same_counts_in_other_words_pass(text: str) -> None:
    quotes = [s.strip() + "." for s in COUNTS.rstrip(".").split(". ")]
    assert findings(text, *quotes, letter=MILLS) == []


def test_a_reason_of_nothing_but_words_of_attribution_adds_nothing() -> None:
    assert not any("No support" in f.what for f in findings("Lower the gates quickly, because they ask.", URGE))


def test_a_plain_condition_may_be_left_out() -> None:
    assert findings("The Tidal Works Board found that the eel pass would cut losses by a third.", EELS) == []
