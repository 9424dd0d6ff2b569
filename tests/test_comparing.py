"""Comparisons: symmetric, exhaustive, evidenced, and never a false "only A"."""

from __future__ import annotations

import asyncio
import json
import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample import make
from summaries import readings, summarize

import brief
from brief.bottomline import predicate
from brief.comparing import compare_summaries
from brief.comparison import ActionPair, Comparison, Contrast, Passage
from brief.drafts import AskRowDraft, BottomLineDraft, ComparisonDraft, RowDraft
from brief.evidence import Claim
from brief.exchange import Reply, Request
from brief.letter.anatomy import Letter
from brief.pairs import Pair
from brief.providers.extractive import Extractive
from brief.rows import unsaid
from brief.summary import Summary

READINGS = readings()
PAIRS = list(combinations(range(len(READINGS)), 2))
FERRY = make(
    "We are alarmed that the night ferry ran without lights in March. We urge you to publish the inspection log of the "
    "night ferry by May 3, 2024. Fares for islanders rose by 12 percent.",
    name="ferry", date="2024-04-01", senders=("Ada Holm",),
)  # fmt: skip
HARBOUR = make(
    "We ask you to keep the inspection log of the night ferry closed until the inquiry ends. The new breakwater has "
    "silted up, and trawlers cannot enter the basin at low tide.",
    name="harbour", date="2024-04-20", senders=("Bo Lind",),
)  # fmt: skip


class Says:
    """A model that gives one answer, and keeps the requests."""

    model = "scripted"
    host = "test"

    def __init__(self, draft: ComparisonDraft) -> None:
        self.answer = draft.model_dump_json()
        self.requests: list[Request] = []

    async def complete(self, request: Request) -> Reply:
        self.requests.append(request)
        patches = '{"patches": []}'
        return Reply(patches if request.task == "repair" else self.answer, self.model)


def compare(a: tuple[Letter, Summary], b: tuple[Letter, Summary], provider: object = None) -> Comparison:
    who = provider or Extractive()
    return asyncio.run(compare_summaries(a[1], b[1], who, letters=(a[0], b[0])))  # type: ignore[arg-type]


def read(letter: Letter) -> tuple[Letter, Summary]:
    return letter, summarize(letter)


def answer(*rows: RowDraft, both: str | None = None, a: str = "asks", b: str = "asks") -> ComparisonDraft:
    line = BottomLineDraft(both=both, parting=None, a=a, b=b)
    return ComparisonDraft(bottom_line=line, rows=list(rows), asks=[])


def row(relation: str, a: str | None, b: str | None, a_text: str | None = None, b_text: str | None = None) -> RowDraft:
    made = {
        "topic": "inspection log",
        "relation": relation,
        "aspect": "means",
        "a": a,
        "b": b,
        "why": "{A} asks, {B} not.",
    }
    return RowDraft.model_validate({**made, "a_text": a_text, "b_text": b_text})


# --- the mirror -----------------------------------------------------------------------------------------------

TURNED = {"only_a": "only_b", "only_b": "only_a"}


def turned_contrast(c: Contrast) -> tuple[object, ...]:
    return (c.topic, TURNED.get(c.relation, c.relation), c.aspect, c.b, c.a, c.rank)


def turned_pair(p: ActionPair) -> tuple[object, ...]:
    return (TURNED.get(p.relation, p.relation), p.b, p.a, sorted(p.differs_in))


def turned_passage(p: Passage) -> tuple[object, ...]:
    swap = {"cut": "added", "added": "cut", "same": "same"}
    return (p.b, p.a, p.same, sorted((swap[e.op], e.text) for e in p.edits))


def assert_mirrored(there: Comparison, back: Comparison) -> None:
    assert (there.a, there.b) == (back.b, back.a)
    assert [(c.topic, c.relation, c.aspect, c.a, c.b, c.rank) for c in there.contrasts] == [
        turned_contrast(c) for c in back.contrasts
    ]
    assert {(p.relation, p.a, p.b, *p.differs_in) for p in there.actions} == {
        (TURNED.get(p.relation, p.relation), p.b, p.a, *p.differs_in) for p in back.actions
    }
    assert {(f.a, f.b, f.values) for f in there.facts} == {(f.b, f.a, f.values[::-1]) for f in back.facts}
    assert (there.tone.a, there.tone.b) == (back.tone.b, back.tone.a)
    assert there.shared_text.verdict == back.shared_text.verdict
    assert (there.shared_text.share_of_a, there.shared_text.share_of_b) == (
        back.shared_text.share_of_b,
        back.shared_text.share_of_a,
    )
    assert [(s.topic, s.silent, s.searched, s.score) for s in there.silences] == [
        (s.topic, "b" if s.silent == "a" else "a", s.searched, s.score) for s in back.silences
    ]
    if there.card.days_apart is not None:
        assert back.card.days_apart == -there.card.days_apart
    assert sorted(re.findall(r"\w+", there.bottom_line.text.casefold())) == sorted(
        re.findall(r"\w+", swapped_names(back.bottom_line.text).casefold())
    )


def swapped_names(line: str) -> str:
    return line.replace("(A)", "\0").replace("(B)", "(A)").replace("\0", "(B)")


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(PAIRS))
def test_comparing_the_other_way_round_gives_the_mirror(pair: tuple[int, int]) -> None:
    a, b = READINGS[pair[0]], READINGS[pair[1]]

    assert_mirrored(compare(a, b), compare(b, a))


def test_both_ways_put_one_and_the_same_request() -> None:
    there, back = Says(answer()), Says(answer())
    compare(read(FERRY), read(HARBOUR), there)
    compare(read(HARBOUR), read(FERRY), back)

    assert [r.key for r in there.requests] == [r.key for r in back.requests]


def test_a_models_rows_and_words_are_turned_with_the_letters() -> None:
    draft = answer(row("only_a", "A3", None, "says that fares rose"), a="urges openness", b="asks for closure")
    [there] = compare(read(FERRY), read(HARBOUR), Says(draft)).contrasts
    back = compare(read(HARBOUR), read(FERRY), Says(draft))

    assert (there.relation, there.why) == ("only_a", "A asks, B not.")
    assert (back.contrasts[0].relation, back.contrasts[0].why) == ("only_b", "B asks, A not.")
    assert back.bottom_line.text == "The Lind letter (A) asks for closure; the Holm letter (B) urges openness."


# --- nothing left out, nothing without proof ------------------------------------------------------------------


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(PAIRS))
def test_every_ask_of_each_letter_stands_in_exactly_one_pair(pair: tuple[int, int]) -> None:
    (_, a), (_, b) = found = READINGS[pair[0]], READINGS[pair[1]]
    actions = compare(*found).actions

    for side, summary in (("a", a), ("b", b)):
        placed = [action for p in actions if (action := getattr(p, side)) is not None]
        assert sorted(x.model_dump_json() for x in placed) == sorted(x.model_dump_json() for x in summary.actions)
    assert all((p.a is None) == (p.relation == "only_b") for p in actions)
    assert all((p.b is None) == (p.relation == "only_a") for p in actions)


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(PAIRS))
def test_every_row_rests_on_words_of_its_own_letter(pair: tuple[int, int]) -> None:
    (la, _), (lb, _) = found = READINGS[pair[0]], READINGS[pair[1]]
    comparison = compare(*found)

    assert len(comparison.contrasts) <= 24
    assert [c.rank for c in comparison.contrasts] == list(range(1, len(comparison.contrasts) + 1))
    for contrast in comparison.contrasts:
        assert contrast.relation == "only_b" or contrast.a is not None
        assert contrast.relation == "only_a" or contrast.b is not None
        for claim, letter in ((contrast.a, la), (contrast.b, lb)):
            for evidence in claim.evidence if claim else ():
                assert evidence.match != "missing"
                if evidence.match == "exact":
                    assert letter.document.text[evidence.start : evidence.end] == evidence.quote


@settings(max_examples=8, deadline=None)
@given(st.sampled_from(range(len(READINGS))))
def test_a_letter_compared_with_itself_has_no_differences(index: int) -> None:
    comparison = compare(READINGS[index], READINGS[index])

    assert comparison.shared_text.verdict == "identical"
    assert comparison.contrasts == comparison.facts == ()
    assert {p.relation for p in comparison.actions} <= {"same"}
    assert "word for word" in comparison.bottom_line.text


def test_two_versions_of_a_letter_differ_only_in_what_changed() -> None:
    text = FERRY.document.text
    changed = make(text.replace("12 percent", "15 percent"), name="ferry-2", date="2024-04-02", senders=("Ada Holm",))
    provider = Says(answer())
    comparison = compare(read(FERRY), read(changed), provider)

    assert comparison.shared_text.verdict == "near_duplicate"
    [contrast] = comparison.contrasts
    assert contrast.a is not None
    assert "12 percent" in contrast.a.text
    assert contrast.b is not None
    assert "15 percent" in contrast.b.text
    assert provider.requests == []


# --- silence --------------------------------------------------------------------------------------------------


def test_what_the_other_letter_does_speak_of_is_never_called_only() -> None:
    draft = answer(row("only_a", "A2", None, "urges publication of the log"))
    spoken = make("We urge you to publish the inspection log of the night ferry.", name="other", date="2024-05-01")
    [contrast] = compare(read(FERRY), read(spoken), Says(draft)).contrasts

    assert contrast.relation == "unclear"
    assert contrast.b is not None
    assert "inspection log" in contrast.b.text


def test_silence_in_a_report_is_not_silence_of_the_letter() -> None:
    report = make(HARBOUR.document.text, name="report", date="2024-04-20", kind="reported")
    silences = compare(read(FERRY), read(report)).silences

    assert silences
    for silence in silences:
        if silence.silent == "b":
            assert "the letter itself may speak of it" in silence.note


def test_a_silence_names_the_nearest_sentence_that_was_searched() -> None:
    silences = compare(read(FERRY), read(HARBOUR)).silences

    assert {s.silent for s in silences} == {"a", "b"}
    for silence in silences:
        assert silence.searched is not None
        assert silence.searched.letter == ("ferry" if silence.silent == "a" else "harbour")


# --- what a model may not say ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "made",
    [
        row("agree", "A9", "B1"),
        row("agree", "B1", "A1"),
        row("only_a", "A1", "B1"),
        row("only_b", None, None),
        row("differ", "A1", None),
    ],
)
def test_a_row_that_names_no_items_is_not_shown_but_kept_on_record(made: RowDraft) -> None:
    comparison = compare(read(FERRY), read(HARBOUR), Says(answer(made)))

    assert comparison.contrasts == ()
    assert len(comparison.checks.unsupported) == 1


def test_words_that_an_item_does_not_bear_give_way_to_its_own() -> None:
    draft = answer(row("only_a", "A1", None, "says that 40 ferries of Norland ran without lights"))
    comparison = compare(read(FERRY), read(HARBOUR), Says(draft))
    [contrast] = comparison.contrasts

    assert contrast.a is not None
    assert "40" not in contrast.a.text
    assert "“40”, “Norland”" in comparison.checks.unsupported[0].problems[0]


def test_a_bottom_line_with_a_figure_from_nowhere_stands_apart() -> None:
    draft = answer(row("differ", "A2", "B1"), a="asks for 77 logs")
    comparison = compare(read(FERRY), read(HARBOUR), Says(draft))

    assert "77" not in comparison.bottom_line.text
    assert any("77" in c.text for c in comparison.checks.unsupported)


def test_a_relation_that_its_own_reason_denies_is_sent_back_and_then_unclear() -> None:
    why = "{A} wants the log published, {B} wants it kept closed."
    says = Says(answer(row("agree", "A2", "B1").model_copy(update={"why": why})))
    comparison = compare(read(FERRY), read(HARBOUR), says)
    [repair] = [r for r in says.requests if r.task == "repair"]
    [contrast] = comparison.contrasts

    assert "the reason given tells them apart" in repair.messages[-1].content
    assert (contrast.relation, contrast.why) == ("unclear", "")
    assert any("agree" in c.text and "tells them apart" in c.problems[0] for c in comparison.checks.unsupported)


def test_a_bottom_line_that_exchanges_the_letters_stands_apart() -> None:
    turned = answer(
        row("conflict", "A2", "B1"),
        a="asks that the inspection log be kept closed until the inquiry ends",
        b="urges that the inspection log be published by May 3",
    )
    comparison = compare(read(FERRY), read(HARBOUR), Says(turned))

    assert comparison.bottom_line.status == "partly"
    assert "until the inquiry ends" in comparison.checks.unsupported[-1].text


def test_a_request_holds_items_and_no_letter() -> None:
    provider = Says(answer())
    compare(read(FERRY), read(HARBOUR), provider)
    [request] = provider.requests
    items = [json.loads(line) for line in request.variables["items_a"].splitlines()]

    assert [i["id"] for i in items] == [f"A{n}" for n in range(1, len(items) + 1)]
    assert FERRY.document.text not in "".join(m.content for m in request.messages)


def test_from_summaries_alone_shared_text_is_unknown() -> None:
    a, b = summarize(FERRY), summarize(HARBOUR)
    comparison = asyncio.run(compare_summaries(a, b, Extractive()))

    assert comparison.shared_text.verdict == "unknown"
    assert all("not at hand" in s.note for s in comparison.silences)


def test_an_ask_that_differs_in_date_and_force_says_so() -> None:
    later = make("We demand that you publish the inspection log of the night ferry by June 1, 2024.", name="later")
    [pair] = [p for p in compare(read(FERRY), read(later)).actions if p.a and p.b]

    assert {"deadline", "strength"} <= set(pair.differs_in)


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("asks for 5 logs", "We ask for five logs", ["5"]),
        ("asks Norland for logs", "Norland's logs", []),
        ("says that the U.S.-Norland pact holds", "The U.S.-Norland pact holds", []),
        ("rose by 12 percent", "rose by 12 percent", []),
        ("rose by 1,200", "rose by 1,300", ["1,200"]),
    ],
)
def test_figures_and_names_must_stand_in_the_source(text: str, source: str, expected: list[str]) -> None:
    assert unsaid(text, source) == expected


def test_a_bottom_line_is_a_claim_with_evidence_of_both_letters() -> None:
    line = compare(read(FERRY), read(HARBOUR)).bottom_line

    assert isinstance(line, Claim)
    assert {e.letter for e in line.evidence} == {"ferry", "harbour"}
    assert line.text.startswith("They part on the inspection log of the night ferry: the Holm letter (A) urges")
    assert "AskRowDraft" not in line.text


@pytest.mark.parametrize(
    ("line", "senders", "said"),
    [
        ("Ada Holm urges Mayor Roth to open the gate.", ("Ada Holm",), "urges Mayor Roth to open the gate"),
        (
            "12 senders led by Ada Holm call on Mayor Roth to “open your gate”, and put 3 questions.",
            ("Ada Holm", "Bo Lind"),
            "calls on Mayor Roth to “open your gate”, and puts questions",
        ),
        (
            "On the tide gate, Ada Holm, in a letter to Mayor Roth, presses the Port to act.",
            ("Ada Holm",),
            "on the tide gate, presses the Port to act",
        ),
        ("The Port is asked to act.", ("Ada Holm",), ""),
        ("As reported: “Ada Holm sent a letter”.", ("Ada Holm",), ""),
    ],
    ids=["one", "many", "aside", "no sender", "the report's own words"],
)
def test_what_a_letter_does_is_taken_from_its_own_brief(line: str, senders: tuple[str, ...], said: str) -> None:
    _, summary = read(make("We urge you to open the gate.", name="gate", date="2024-04-02", senders=senders))
    own = summary.bottom_line.model_copy(update={"text": line})
    ruled = summary.provenance.model_copy(update={"origin": "rules"})

    assert predicate(summary.model_copy(update={"bottom_line": own, "provenance": ruled})) == said
    model = summary.provenance.model_copy(update={"origin": "model"})
    assert predicate(summary.model_copy(update={"bottom_line": own, "provenance": model})) == ""


def test_letters_on_unlike_matters_are_said_to_have_none_in_common() -> None:
    a = make("We urge you to open the tide gate.", name="gate", date="2024-04-02", senders=("Ada Holm",))
    b = make("Please hire two teachers for the school.", name="school", date="2024-04-03", senders=("Bo Lind",))
    line = compare(read(a), read(b)).bottom_line

    assert line.text.startswith("No matter was found that the two letters have in common. The Holm letter (A) urges")
    assert line.status == "supported"


def test_letters_whose_asks_name_one_thing_are_not_said_to_have_nothing_in_common() -> None:
    a = make("We urge you to lengthen the tide gate season.", name="a", date="2024-04-02", senders=("Ada Holm",))
    b = make("Please cut the season in which a tide gate stands.", name="b", date="2024-04-03", senders=("Bo Lind",))

    assert "No matter was found" not in compare(read(a), read(b)).bottom_line.text


def test_a_word_put_into_a_sentence_leaves_it_in_both_versions() -> None:
    text = "We commend you on reaching {} in this matter, but the gate must stay open to every ferry at night. " * 2
    a, b = (
        make(text.format(words, "a plan"), name=name, date="2024-04-02", senders=("Ada Holm",))
        for name, words in (("one", "an agreement"), ("two", "agreement"))
    )

    [row] = compare(read(a), read(b)).contrasts
    assert (row.relation, row.a is None, row.b is None) == ("differ", False, False)
    assert row.why == "A has “an”."


def test_labels_for_what_is_no_ask_are_ignored() -> None:
    draft = ComparisonDraft(
        bottom_line=BottomLineDraft(both=None, parting=None, a="asks", b="asks"),
        rows=[],
        asks=[AskRowDraft(a="A9", b="B9", relation="same", differs_in=[])],
    )

    assert {p.relation for p in compare(read(FERRY), read(HARBOUR), Says(draft)).actions} <= {
        "similar",
        "only_a",
        "only_b",
    }


def test_a_model_may_take_apart_asks_that_the_program_paired() -> None:
    rows = [AskRowDraft(a=f"A{i}", b=f"B{k}", relation="none", differs_in=[]) for i in range(30) for k in range(30)]
    line = BottomLineDraft(both=None, parting=None, a="asks", b="asks")
    taken_apart = compare(read(FERRY), read(HARBOUR), Says(ComparisonDraft(bottom_line=line, rows=[], asks=rows)))

    assert any(p.a and p.b for p in compare(read(FERRY), read(HARBOUR)).actions)
    assert {p.relation for p in taken_apart.actions} == {"only_a", "only_b"}


def test_a_model_may_pair_asks_itself_and_each_ask_stands_once() -> None:
    pair = Pair.of(summarize(FERRY), summarize(HARBOUR), (FERRY, HARBOUR))
    ids = [(a.id, b.id) for a in pair.first.asks for b in pair.second.asks]
    rows = [AskRowDraft(a=a, b=b, relation="conflict", differs_in=["scope"]) for a, b in ids]
    line = BottomLineDraft(both=None, parting=None, a="asks", b="asks")
    made = compare(read(FERRY), read(HARBOUR), Says(ComparisonDraft(bottom_line=line, rows=[], asks=rows))).actions

    assert [p.relation for p in made].count("conflict") == min(len(pair.first.asks), len(pair.second.asks)) > 0
    assert len([x for p in made for x in (p.a, p.b) if x]) == len(pair.first.asks) + len(pair.second.asks)


def test_asks_that_contradict_are_a_conflict_in_every_part_of_the_memo_with_both_passages() -> None:
    refusing = make(
        "The gauges at Hale are out of order. We urge you not to issue any of the nine dredging permits.",
        name="refusing", date="2024-04-01", senders=("Ada Holm",),
    )  # fmt: skip
    granting = make(
        "Silt has closed the upper basin. We urge you to direct the Board of Dredging and Locks of the Lower Hale to "
        "issue the nine dredging permits before the floods.",
        name="granting", date="2024-04-20", senders=("Bo Lind",),
    )  # fmt: skip
    memo = compare(read(refusing), read(granting))

    assert [p.relation for p in memo.actions if p.a and p.b] == ["conflict"]
    assert memo.contrasts[0].relation == "conflict"
    assert {e.letter for e in memo.bottom_line.evidence} == {"refusing", "granting"}
    assert memo.bottom_line.text.startswith("They part on ")


def test_a_letter_that_sets_a_date_is_not_said_to_set_none_where_it_asks_again_without_one() -> None:
    a = (
        "Dear Director Lock:\n\nWe write about the quay. We urge you to respond to our questions by May 3, 2024.\n\n"
        "Sincerely,\n\nAda Birch\n"
    )
    b = (
        "Dear Director Lock:\n\nWe write about the quay. Please respond to the following questions by June 1, 2024:\n\n"
        "1. Who closed the quay?\n2. Please provide data on the answers given to requests in May.\n\n"
        "Please reply to each question in writing.\n\nSincerely,\n\nBo Marsh\n"
    )
    letters = [brief.read(text.encode(), name=f"{n}.txt")[0] for n, text in enumerate((a, b))]
    told = brief.compare(*letters, model="extractive").contrasts

    whys = [c.why for c in told if c.aspect == "deadline"]
    assert any("May 3" in why and "June 1" in why for why in whys)
    assert not any("no date" in why for why in whys)
