"""Every check objects to what is false and lets what is true pass, one behaviour at a time."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample import make

from brief.audit import audit_claim, coverage, judge, missing, status_of
from brief.audit.capitals import Capitalised
from brief.audit.finding import Finding
from brief.audit.words import Kin, alike, content_stems, ends_of, stem, tokens
from brief.evidence import Claim, Evidence
from brief.ground import ground
from brief.letter.anatomy import Letter
from brief.letter.card import Deadline, Recipient
from brief.summary import Action, Covered, Position, Question

TEXT = """Mayor Ostrow posted this on Monday. “We will sue the Tidal Works Board,” said Mayor Ostrow.

March 4, 2024

The Honorable Ilse Varga
Secretary of Energy

Dear Secretary Varga:

We write about the Brennick weir, which the Tidal Works Board (TWB) closed on January 9, 2024. Of 41 gauges, 38 were \
read by hand and 3 were not read at all. The repair would cost $1.5 billion over two dozen months, and Kestria has \
offered half a million dollars. Catches in Kestria have fallen by 62 percent. Some on the Board may have misled us.

Section 6 of the Weirs Act and H.R. 6120 allow you to act. Kestria pays Morland for the water that Morland sends to \
Kestria. We support the repair. We oppose the sale of the weir.

We therefore urge you to direct the Board to open the weir before May 1. We ask you not to sell the land. You should \
consider lifting the levy. Please reply within 30 days. We ask Congress to pass the River Bill.

We also ask that you answer the following questions:

1. Who closed the weir?
2. When will it open, and who will pay?
3. Will the Department publish the survey if the Board agrees?

Sincerely,

Ada Brook
Member of Congress"""
LETTER = make(
    TEXT,
    first="We write about",
    last="if the Board agrees?",
    date="2024-03-04",
    senders=("Ada Brook",),
    recipients=(Recipient(name="Ilse Varga", office="Secretary of Energy", as_stated="Secretary Varga"),),
    parts=(("statement", "We will sue the Tidal Works Board", "Mayor Ostrow"),),
)


def findings(
    text: str, *quotes: str, letter: Letter = LETTER, role: Any = "background", **fields: Any
) -> list[Finding]:
    kind: type[Claim] = {"action": Action, "position": Position, "question": Question}.get(role, Claim)
    claim = kind(text=text, evidence=ground(quotes, letter), **fields)
    return [f for f in audit_claim(claim, letter, role=role) if f.level != "unsure"]


def objects(check: str, text: str, *quotes: str, **more: Any) -> bool:
    return any(f.check == check for f in findings(text, *quotes, **more))


GAUGES = "Of 41 gauges, 38 were read by hand and 3 were not read at all."
COST = "The repair would cost $1.5 billion over two dozen months, and Kestria has offered half a million dollars."
OPEN = "We therefore urge you to direct the Board to open the weir before May 1."
SELL = "We ask you not to sell the land."


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Staff read 38 of the 41 gauges by hand.", GAUGES),
        ("Thirty-eight of forty-one gauges were read manually.", GAUGES),
        ("The repair is put at $1,500 million over 24 months.", COST),
        ("The repair would cost about $1.5 bn over two years.", COST),
        ("Kestria has offered $500,000 toward the repair.", COST),
        ("Catches in Kestria are down 62%.", "Catches in Kestria have fallen by 62 percent."),
        ("The Board shut the weir on 9 January 2024.", "which the Tidal Works Board (TWB) closed on January 9, 2024"),
        (
            "The TWB closed the Brennick weir in January 2024.",
            "which the Tidal Works Board (TWB) closed on January 9, 2024",
        ),
        ("Have the Board open the weir by May 1, 2024.", OPEN),
        ("Do not sell the land.", SELL),
        ("Refrain from selling the land.", SELL),
        ("The letter asks for a reply within a month or so.", "Please reply within 30 days."),
        ("A reply is due by April 3, 2024.", "Please reply within 30 days."),
        (
            "Sec. 6 of the Weirs Act lets the Secretary act.",
            "Section 6 of the Weirs Act and H.R. 6120 allow you to act.",
        ),
        ("Brook backs the repair.", "We support the repair."),
    ],
)
def test_a_true_retelling_passes(text: str, quote: str) -> None:
    assert findings(text, quote) == []


@pytest.mark.parametrize(
    ("check", "text", "quote"),
    [
        ("figures", "Staff read 37 of the 41 gauges by hand.", GAUGES),
        ("figures", "Of 38 gauges, 41 were read by hand.", GAUGES),
        ("figures", "The repair would cost $1.5 million over 24 months.", COST),
        ("figures", "The repair would cost €1.5 billion over 24 months.", COST),
        ("figures", "The repair would cost $1.5 billion over 24 years.", COST),
        ("figures", "Please reply within 30 weeks.", "Please reply within 30 days."),
        ("figures", "Catches in Kestria have fallen by 26 percent.", "Catches in Kestria have fallen by 62 percent."),
        (
            "dates",
            "The Board closed the weir on January 19, 2024.",
            "the Tidal Works Board (TWB) closed on January 9, 2024",
        ),
        (
            "dates",
            "The Board closed the weir on January 9, 2023.",
            "the Tidal Works Board (TWB) closed on January 9, 2024",
        ),
        ("dates", "Direct the Board to open the weir before May 11.", OPEN),
        ("dates", "A reply is due by April 13, 2024.", "Please reply within 30 days."),
        (
            "names",
            "The Harbour Trust closed the Brennick weir.",
            "which the Tidal Works Board (TWB) closed on January 9",
        ),
        ("names", "Catches in Norvania have fallen by 62 percent.", "Catches in Kestria have fallen by 62 percent."),
        ("names", "The Secretary of Labor should direct the Board to open the weir.", OPEN),
        (
            "citations",
            "Section 7 of the Weirs Act allows action.",
            "Section 6 of the Weirs Act and H.R. 6120 allow you to act.",
        ),
        ("citations", "H.R. 6210 allows action.", "Section 6 of the Weirs Act and H.R. 6120 allow you to act."),
        ("polarity", "The letter asks the Secretary to sell the land.", SELL),
        ("polarity", "Do not direct the Board to open the weir before May 1.", OPEN),
        ("polarity", "Direct the Board to close the weir before May 1.", OPEN),
        ("polarity", "Brook opposes the repair.", "We support the repair."),
        ("polarity", "Catches in Kestria have risen by 62 percent.", "Catches in Kestria have fallen by 62 percent."),
        ("modality", "Brook demands that the Board open the weir before May 1.", OPEN),
        ("modality", "The Secretary is asked to lift the levy by lifting it.", "You should consider lifting the levy."),
        (
            "modality",
            "Some on the Board will certainly have misled us.",
            "Some on the Board may have misled us.",
        ),
        (
            "actors",
            "Morland pays Kestria for the water.",
            "Kestria pays Morland for the water that Morland sends to Kestria.",
        ),
        ("quotes", "Brook calls the sale “a theft from our children”.", "We oppose the sale of the weir."),
        ("support", "Pardon the ambassador and dissolve the parliament.", OPEN),
    ],
)
def test_a_false_retelling_is_objected_to(check: str, text: str, quote: str) -> None:
    assert objects(check, text, quote), findings(text, quote)


def test_a_claim_without_a_quotation_or_with_an_invented_one_is_unsupported() -> None:
    assert judge(Claim(text="Anything"), LETTER).status == "unsupported"
    invented = judge(Claim(text="Anything", evidence=ground(["We will never yield to the Board."], LETTER)), LETTER)
    assert invented.status == "unsupported"
    assert "no such words" in invented.problems[0]


def test_one_missing_quotation_of_two_is_a_doubt() -> None:
    claim = Claim(
        text="Brook supports the repair.", evidence=ground(["We support the repair.", "We adore it."], LETTER)
    )
    assert judge(claim, LETTER).status == "partly"


@pytest.mark.parametrize("role", ["action", "position", "bottom_line"])
def test_press_words_are_not_the_letters(role: str) -> None:
    found = findings("Sue the Tidal Works Board.", "We will sue the Tidal Works Board", role=role)
    assert any(f.check == "voice" and f.level == "certain" for f in found)


@pytest.mark.parametrize(
    ("strength", "quote", "wrong"),
    [
        ("urge", OPEN, False),
        ("demand", OPEN, True),
        ("request", SELL, False),
        ("demand", SELL, True),
        ("recommend", "We ask Congress to pass the River Bill.", False),
        ("demand", "Please reply within 30 days.", True),
    ],
)
def test_strength_is_that_of_the_letters_verb(strength: str, quote: str, wrong: bool) -> None:
    found = findings(quote, quote, role="action", strength=strength)
    assert any(f.part == "strength" for f in found) == wrong


@pytest.mark.parametrize(
    ("actor", "quote", "wrong"),
    [
        ("addressee", OPEN, False),
        ("Secretary Varga", OPEN, False),
        ("the Board", OPEN, False),
        ("the Supreme Court", OPEN, True),
        ("Congress", "We ask Congress to pass the River Bill.", False),
        ("Kestria", "We ask Congress to pass the River Bill.", True),
    ],
)
def test_the_actor_is_whom_the_passage_asks(actor: str, quote: str, wrong: bool) -> None:
    found = findings(quote, quote, role="action", strength="request", actor=actor)
    assert any(f.part == "actor" for f in found) == wrong


def test_an_ask_needs_a_passage_that_asks() -> None:
    assert any(f.check == "modality" for f in findings(COST, COST, role="action"))
    assert not any("asks for nothing" in f.what for f in findings(OPEN, OPEN, role="action", strength="urge"))


@pytest.mark.parametrize(
    ("as_stated", "date", "wrong"),
    [
        ("within 30 days", "2024-04-03", False),
        ("within 30 days", "2024-04-04", True),
        ("before May 1", "2024-05-01", False),
        ("before May 1", "2025-05-01", True),
        ("within 90 days", "2024-06-02", True),
    ],
)
def test_a_deadline_is_the_letters_and_its_day_is_reckoned_again(as_stated: str, date: str, wrong: bool) -> None:
    quote = OPEN if "May" in as_stated else "Please reply within 30 days."
    evidence = ground([as_stated], LETTER)[0]
    deadline = Deadline(as_stated=as_stated, date=date, evidence=evidence)
    found = findings(quote, quote, role="action", strength="urge" if quote == OPEN else "request", deadline=deadline)
    assert any(f.check == "dates" for f in found) == wrong


@pytest.mark.parametrize(
    ("stance", "quote", "wrong"),
    [
        ("supports", "We support the repair.", False),
        ("opposes", "We support the repair.", True),
        ("opposes", "We oppose the sale of the weir.", False),
        ("supports", "We oppose the sale of the weir.", True),
        ("unclear", "We oppose the sale of the weir.", False),
    ],
)
def test_a_stance_is_the_passages(stance: str, quote: str, wrong: bool) -> None:
    found = findings(quote, quote, role="position", stance=stance)
    assert any(f.part == "stance" for f in found) == wrong


def test_a_condition_is_in_the_passage() -> None:
    quote = "Will the Department publish the survey if the Board agrees?"
    good, bad = (findings(quote, quote, role="action", condition=c) for c in ("if the Board agrees", "if Kestria pays"))
    assert not any(f.part == "condition" for f in good)
    assert any(f.part == "condition" for f in bad)


def test_a_number_is_the_one_printed() -> None:
    quote = "When will it open, and who will pay?"
    assert not any(f.part == "number" for f in findings(quote, quote, role="question", number="2"))
    assert any(f.part == "number" for f in findings(quote, quote, role="question", number="3"))


def test_coverage_counts_what_the_brief_has() -> None:
    claims = [
        Question(text="q", evidence=ground([q], LETTER))
        for q in ("Who closed the weir?", "When will it open, and who will pay?")
    ]
    found = coverage(LETTER, claims)
    assert found.questions == Covered(found=2, total=3)
    assert found.numbered_items == Covered(found=2, total=3)
    lacking = missing(LETTER, claims)
    assert [f.words for f in lacking] == ["Will the Department publish the survey if the Board agrees?"]


def test_status_follows_the_gravest_finding() -> None:
    def found(*levels: str) -> list[Finding]:
        return [Finding(check="figures", what="x", level=level) for level in levels]  # type: ignore[arg-type]

    assert status_of(found()) == status_of(found("unsure")) == "supported"
    assert status_of(found("unsure", "likely")) == "partly"
    assert status_of(found("likely", "certain")) == "unsupported"


def test_findings_point_into_the_source() -> None:
    (finding,) = [f for f in findings("Staff read 37 of the 41 gauges by hand.", GAUGES) if f.check == "figures"]
    assert isinstance(finding.source, Evidence)
    assert TEXT[finding.source.start : finding.source.end] == finding.source.quote == GAUGES
    assert finding.at("actions.2").part == "actions.2"


def test_word_for_word_claims_pass_whatever_they_say() -> None:
    assert findings(GAUGES, GAUGES) == []


def test_a_claim_torn_from_its_negation_does_not_pass() -> None:
    assert objects("polarity", "sell the land", "We ask you not to sell the land.", role="action")


def test_kin_answers_as_each_pair_would() -> None:
    words = "deny denial export exports licence license report reporter repair part parts"
    stems = sorted({stem(w) for w in words.split()})
    for one in stems:
        others = [s for s in stems if s != one]
        assert (one in Kin(others)) == any(alike(one, o) for o in others)


def test_a_word_ends_where_it_stands_alone() -> None:
    text = "the director, codirector and directors"
    assert list(ends_of(text, "director")) == [text.index(",")]


@given(st.lists(st.sampled_from(["the", "Board's", "boards", "delays", "$4.5", "delaying", "—", "not"])).map(" ".join))
def test_stems_without_places_are_those_of_the_tokens(text: str) -> None:
    assert content_stems(text) == {t.stem for t in tokens(text) if t.is_content}


NAMED = "Neither Hyde-Smith nor Keshara’s envoy spoke. Ferries wait; the envoy and ferries wait for Brant."


@pytest.mark.parametrize(
    ("word", "always"),
    [
        ("brant", True),
        ("keshara", True),
        ("hyde-smith", True),
        ("smith", False),
        ("ferries", False),
        ("neither", False),
    ],
)
def test_a_word_is_a_name_if_capitalised_inside_a_sentence_and_nowhere_small(word: str, always: bool) -> None:
    assert (word in Capitalised(NAMED)) is always
