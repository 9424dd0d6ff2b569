"""The first three real pages: what a careful person finds in them is found (skipped where they are absent)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import brief
from brief.summary import Summary

SEEDS = Path(__file__).parent.parent.parent / "shared" / "seeds"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds stand beside the project, not in it"),
]


@cache
def summaries(name: str) -> tuple[Summary, ...]:
    return tuple(brief.summarize(x, model="extractive") for x in brief.read(SEEDS / name))


def quotes(summary: Summary) -> list[str]:
    claims = [summary.bottom_line, *summary.actions, *summary.questions, *summary.positions, *summary.background]
    return [e.quote for c in claims for e in c.evidence]


def test_a_release_with_the_letter_in_full() -> None:
    (made,) = summaries("seed-000.txt")
    card = made.letter

    assert (card.kind, card.date) == ("full", "2019-04-11")
    assert [(p.name, p.state, p.district, p.party, p.source) for p in card.senders] == [
        ("Ro Khanna", "CA", "17", "D", "gazetteer"),
        ("Andy Kim", "NJ", "3", "D", "gazetteer"),
    ]
    assert [r.office for r in card.recipients] == ["President"]
    asked = " ".join(a.evidence[0].quote for a in made.actions)
    assert "seriously consider revising this approach" in asked
    assert "do everything in your power" in asked
    assert all(e.match == "exact" and e.voice == "letter" for a in made.actions for e in a.evidence)
    assert {s.speaker.split()[-1] for s in made.statements} == {"Khanna", "Kim"}
    assert "cosponsor" not in asked
    assert made.deadlines == ()
    assert any("No deadline" in gap for gap in made.gaps)


def test_an_excerpt_with_numbered_questions_and_page_noise() -> None:
    (made,) = summaries("seed-003.txt")
    card = made.letter

    assert (card.kind, card.date) == ("excerpt", "2024-02-16")
    assert [(p.state, p.district) for p in card.senders] == [("CA", "40"), ("NJ", "7"), ("SC", "2"), ("TX", "1")]
    assert [(r.name, r.office) for r in card.recipients] == [("Antony Blinken", "Secretary of State")]
    assert [q.number for q in made.questions if not q.parent] == ["1", "2", "3", "4", "5", "6", "7"]
    assert [(q.parent, q.number) for q in made.questions if q.parent == "7"] == [("7", "1")]
    everything = " ".join(quotes(made))
    assert not [noise for noise in ("Signup", "Latest News", "Tustin Hangar") if noise in everything]


def test_a_post_that_reports_two_letters() -> None:
    first, second = summaries("seed-004.txt")

    assert [s.letter.kind for s in (first, second)] == ["reported", "reported"]
    assert [s.letter.date for s in (first, second)] == ["2017-03-02", "2017-02-14"]
    assert [(p.name, p.party, p.state) for p in first.letter.senders] == [
        ("Edward Markey", "D", "MA"),
        ("Al Franken", "D", "MN"),
    ]
    assert [(p.name, p.party, p.state) for p in second.letter.senders] == [
        ("Ted Cruz", "R", "TX"),
        ("Cory Gardner", "R", "CO"),
    ]
    assert second.letter.senders_unnamed
    assert "Treasury" in (second.letter.recipients[0].office or "")
    assert not set(quotes(first)) & set(quotes(second))
    assert any("10 specific actions" in gap for gap in second.gaps)


def test_economic_engagement_stands_against_sanctions() -> None:
    made = brief.compare(f"{SEEDS / 'seed-000.txt'}", f"{SEEDS / 'seed-004.txt'}#2", model="extractive")
    pairs = [(c.relation, c.a.evidence[0].quote, c.b.evidence[0].quote) for c in made.contrasts if c.a and c.b]

    assert any(r == "conflict" and "cross-border business" in a and "banking system" in b for r, a, b in pairs)
    assert any("revising this approach" in a and "financial sanctions" in b for _, a, b in pairs)
    assert "financial sanctions" in made.bottom_line.text
    assert made.b.kind == "reported"
    assert all(s.searched for s in made.silences if s.silent == "b")
