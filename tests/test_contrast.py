"""What a row says of its two claims is held against them: relation, kind of difference, reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from brief.audit import contrast
from brief.audit.opposition import opposed, refuses, same_matter
from brief.audit.row import Row, lean_of
from brief.drafts import Aspect, Relation
from brief.evidence import Claim, Evidence

LABELLED = [Path(__file__).parent / "fixtures" / "pairs", Path(__file__).parents[2] / "shared" / "corpus" / "pairs"]


def claim(text: str, quote: str = "") -> Claim:
    words = quote or text
    evidence = Evidence(quote=words, start=0, end=len(words), match="exact")
    return Claim(text=text, evidence=(evidence,), status="supported")


OPEN = claim("urges the Board to open the Brennick weir by May 3", "We urge you to open the Brennick weir by May 3.")
SHUT = claim("urges the Board not to open the Brennick weir", "We urge the Board not to open the Brennick weir.")
LATER = claim("asks that the Brennick weir be opened by June 9", "Please open the Brennick weir by June 9.")
UNDATED = claim("urges the Board to open the Brennick weir", "We urge you to open the Brennick weir.")
COST = claim("puts the repair at $4 million", "The repair of the weir costs $4 million.")
DEARER = claim("puts the repair at $9 million", "Repairing the weir costs $9 million.")
LOG = claim("asks for the inspection log", "We ask you to send us the inspection log.")
FARES = claim("says that ferry fares rose twice", "Ferry fares rose twice.")


def row(a: Claim, b: Claim, relation: Relation, aspect: Aspect = "goal", why: str = "", topic: str = "the weir") -> Row:
    return Row(topic, relation, aspect, a, b, why)


def parts(of: Row) -> list[str]:
    return [f.part for f in contrast.check(of)]


@pytest.mark.parametrize(
    "told",
    [
        row(OPEN, SHUT, "conflict", why="A wants opened what B wants kept shut."),
        row(OPEN, LATER, "differ", "deadline", "A asks for the earlier day."),
        row(OPEN, LATER, "agree", why="Both want the weir opened."),
        row(COST, DEARER, "differ", "facts", "The figures differ."),
        row(OPEN, OPEN, "agree"),
        row(OPEN, UNDATED, "differ", "deadline", "A sets “by May 3”; B sets no date."),
        row(LOG, FARES, "unclear"),
        row(OPEN, SHUT, "conflict", why="A asks for what B asks not to be done."),
        row(OPEN, LATER, "differ", "deadline", "A sets “by May 3”; B sets “by June 9”."),
    ],
)
def test_a_row_that_says_what_its_claims_bear_passes(told: Row) -> None:
    assert not contrast.check(told)


@pytest.mark.parametrize(
    ("told", "part"),
    [
        (row(OPEN, SHUT, "agree"), "relation"),
        (row(OPEN, SHUT, "agree", why="A wants opened what B wants kept shut."), "relation"),
        (row(OPEN, OPEN, "conflict"), "relation"),
        (row(OPEN, OPEN, "differ", "means"), "relation"),
        (row(OPEN, LATER, "conflict", why="Both want the weir opened."), "relation"),
        (row(LOG, FARES, "conflict"), "relation"),
        (row(OPEN, LATER, "agree", "deadline"), "relation"),
        (row(COST, DEARER, "agree", "facts"), "relation"),
        (row(LOG, FARES, "differ", "deadline", topic="papers"), "aspect"),
        (row(LOG, FARES, "differ", "legal_basis", topic="papers"), "aspect"),
        (row(OPEN, OPEN, "differ", "deadline", "B is firmer."), "aspect"),
        (row(OPEN, LATER, "differ", "facts"), "aspect"),
        (row(OPEN, LATER, "differ", "deadline", "B asks for the earlier day."), "why"),
        (row(OPEN, LATER, "differ", "deadline", "A sets “by June 9”; B sets “by May 3”."), "why"),
        (row(OPEN, LATER, "differ", "deadline", "A sets July 14; B sets June 9."), "why"),
        (row(OPEN, SHUT, "conflict", why="B asks for what A asks not to be done."), "why"),
        (row(OPEN, SHUT, "conflict", why="A does not urge the Board to open the weir."), "why"),
        (row(LOG, FARES, "differ", why="B asks for the log, A speaks of fares."), "why"),
        (row(OPEN, LATER, "agree", why="Neither letter wants the Brennick weir opened."), "why"),
    ],
)
def test_a_row_that_says_the_contrary_is_objected_to(told: Row, part: str) -> None:
    assert part in parts(told), contrast.check(told)


def test_words_under_the_other_sides_quotation_are_objected_to() -> None:
    crossed = row(
        claim(LOG.text, FARES.evidence[0].quote), claim(FARES.text, LOG.evidence[0].quote), "differ", topic="papers"
    )
    (found,) = [f for f in contrast.check(crossed) if f.check == "actors"]
    assert "exchanged" in found.what


@pytest.mark.parametrize(
    ("why", "lean"),
    [
        ("", ""),
        ("Both want it.", "alike"),
        ("A wants it, B does not.", "apart"),
        ("The figures differ.", "apart"),
        ("Both ask for it, by different steps.", "different"),
        ("Both want it; B gives a case.", "alike"),
        ("A names a day and B names one too.", ""),
    ],
)
def test_a_reason_leans_one_way_or_none(why: str, lean: str) -> None:
    assert lean_of(why) == lean


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("urges the Secretary not to issue any of the licenses", True),
        ("deny all twelve applications", True),
        ("opposes the new weir", True),
        ("do not deny the applications", False),
        ("asks for answers no later than May 3", False),
        ("says that no survey has been published", False),
        ("explain why not, if not", False),
    ],
)
def test_a_refusal_is_told_from_a_statement_and_a_term(text: str, refused: bool) -> None:
    assert refuses(text) is refused


def test_withdrawing_and_wanting_withdrawn_are_one_ask() -> None:
    a, b = claim("withdraw the January notice"), claim("the members want the January notice withdrawn")
    assert same_matter(a, b)
    assert not opposed(a, b)
    assert opposed(OPEN, SHUT)


KINDS: dict[str, Aspect] = {
    "different_means": "means", "different_target": "target", "different_strength": "strength",
    "different_deadline": "deadline",
}  # fmt: skip


def test_rows_labelled_by_hand_pass() -> None:
    """Each labelled row as if a model had made it, in the letters' own words: hardly one may be objected to."""
    told = []
    for path in (p for folder in LABELLED for p in sorted(folder.glob("*.json"))):
        label = json.loads(path.read_text(encoding="utf-8"))
        for kind, rows in (("agree", label["agree"]), ("", label["differ"])):
            for r in rows:
                relation: Relation = "agree" if kind else "conflict" if r["kind"] == "conflict" else "differ"
                a, b = claim(r["a_span"]), claim(r["b_span"])
                told.append(row(a, b, relation, KINDS.get(r.get("kind", ""), "goal"), r.get("note", ""), r["topic"]))
    wrong = [r for r in told if contrast.check(r)]
    assert len(told) >= 40
    assert len(wrong) <= 0.03 * len(told), [(r.topic, contrast.check(r)) for r in wrong]


def test_sides_that_agree_on_a_fact_share_a_word() -> None:
    assert parts(row(COST, FARES, "agree", "facts")) == ["relation"]
    assert parts(row(COST, claim("reckons with $4 million for repairs"), "agree", "facts")) == []
