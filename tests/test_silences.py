"""Silence with a model: the other letter is read, alone, for what the search leaves in doubt, and nothing is believed
that the program does not find."""

from __future__ import annotations

import asyncio
import json

import pytest
from sample import make
from summaries import summarize

from brief.comparing import compare_summaries
from brief.comparison import Comparison
from brief.drafts import BottomLineDraft, ComparisonDraft, RowDraft, SilenceDraft, SilenceTopicDraft
from brief.errors import NotRecorded, ProviderError
from brief.exchange import Reply, Usage
from brief.letter.anatomy import Letter
from brief.pairs import Pair
from brief.providers.extractive import Extractive
from brief.providers.scripted import Scripted
from brief.silences import DOUBT, searched

FERRY = make(
    "We urge you to publish the inspection log of the night ferry by May 3, 2024. Fares for islanders rose by 12 "
    "percent this winter. The harbour lost two pilots to the mainland.",
    name="ferry", date="2024-04-01", senders=("Ada Holm",),
)  # fmt: skip
HARBOUR = make(
    "We ask you to dredge the basin before the winter. Families on the islands now pay an eighth more to cross than "
    "they did. The new breakwater has silted up, and trawlers cannot enter at low tide.",
    name="harbour", date="2024-04-20", senders=("Bo Lind",),
)  # fmt: skip
SAID = "Families on the islands now pay an eighth more to cross than they did."


def pair_of(a: Letter, b: Letter) -> Pair:
    return Pair.of(summarize(a), summarize(b), (a, b))


def only(relation: str, words: str, pair: Pair) -> RowDraft:
    side = "a" if relation == "only_a" else "b"
    point = next(p for p in pair.by_id.values() if words in p.quote and p.id.startswith(side.upper()))
    made = {"topic": "what is said", "relation": relation, "aspect": "facts", "a": None, "b": None, "why": ""}
    return RowDraft.model_validate({**made, "a_text": None, "b_text": None, side: point.id})


def draft(*rows: RowDraft) -> str:
    line = BottomLineDraft(both=None, parting=None, a="asks", b="asks")
    return ComparisonDraft(bottom_line=line, rows=list(rows), asks=[]).model_dump_json()


def reading(*topics: tuple[str, bool, list[str]]) -> str:
    made = [SilenceTopicDraft(id=i, mentions=m, quotes=q) for i, m, q in topics]
    return SilenceDraft(topics=made).model_dump_json()


def compare(provider: Scripted | Extractive, a: Letter = FERRY, b: Letter = HARBOUR) -> Comparison:
    return asyncio.run(compare_summaries(summarize(a), summarize(b), provider, letters=(a, b)))


FARES = only("only_a", "Fares for islanders", pair_of(FERRY, HARBOUR))
PILOTS = only("only_a", "two pilots", pair_of(FERRY, HARBOUR))
SILT = only("only_b", "silted up", pair_of(FERRY, HARBOUR))


@pytest.fixture
def doubted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every search leaves a doubt."""
    monkeypatch.setattr("brief.silences.DOUBT", (0.0, 1.0))


def test_the_rows_of_these_tests_are_searched_with_the_scores_that_they_need() -> None:
    fares, pilots = (s.score for s in searched([FARES, PILOTS], pair_of(FERRY, HARBOUR)).silences if s)

    assert DOUBT[0] <= fares < 0.5
    assert pilots < DOUBT[0]


def test_what_the_reading_finds_in_the_other_letter_is_not_called_only() -> None:
    provider = Scripted([draft(FARES), reading(("T1", True, [SAID]))])
    comparison = compare(provider)
    [contrast], [silence] = comparison.contrasts, comparison.silences

    assert contrast.relation == "unclear"
    assert contrast.b is not None
    assert contrast.b.evidence[0].quote == SAID
    assert HARBOUR.document.text[contrast.b.evidence[0].start : contrast.b.evidence[0].end] == SAID
    assert "read for it" in contrast.why
    assert (silence.verdict, silence.by, silence.searched) == ("mentions", "reading", contrast.b.evidence[0])


@pytest.mark.parametrize("quotes", [[], ["Fares rose steeply for every family here."], ["Fares for islanders rose"]])
def test_words_that_the_other_letter_lacks_count_for_nothing(quotes: list[str]) -> None:
    [contrast] = (found := compare(Scripted([draft(FARES), reading(("T1", True, quotes))]))).contrasts

    assert (contrast.relation, contrast.b) == ("only_a", None)
    assert (found.silences[0].verdict, found.silences[0].by) == ("silent", "words")


def test_words_of_the_release_around_a_letter_are_no_mention_by_the_letter() -> None:
    text = f"{SAID}\n\n{HARBOUR.document.text.replace(SAID, 'The islands pay in winter for it.')}"
    released = make(text, name="harbour", first="We ask you", date="2024-04-20", senders=("Bo Lind",))
    row = only("only_a", "Fares for islanders", pair_of(FERRY, released))
    provider = Scripted([draft(row), reading(("T1", True, [SAID]))])

    assert [c.relation for c in compare(provider, b=released).contrasts] == ["only_a"]
    assert len(provider.requests) == 2


def test_where_the_reading_finds_nothing_the_nearest_sentence_stays() -> None:
    [silence] = compare(Scripted([draft(FARES), reading(("T1", False, []))])).silences
    [before] = searched([FARES], pair_of(FERRY, HARBOUR)).silences

    assert before is not None
    assert (silence.verdict, silence.by, silence.searched) == ("silent", "reading", before.searched)


@pytest.mark.usefixtures("doubted")
def test_a_topic_without_an_answer_keeps_the_verdict_of_the_search() -> None:
    provider = Scripted([draft(FARES, PILOTS), reading(("T1", False, []), ("T9", True, [SAID]))])

    assert [s.by for s in compare(provider).silences] == ["reading", "words"]


def test_without_a_doubt_no_letter_is_read_again() -> None:
    provider = Scripted([draft(PILOTS)])

    assert [c.relation for c in compare(provider).contrasts] == ["only_a"]
    assert [r.task for r in provider.requests] == ["compare"]


def test_rules_are_never_asked_to_read() -> None:
    """The extractive model has no rules for the task: it would raise."""
    assert {s.by for s in compare(Extractive()).silences} == {"words"}


@pytest.mark.usefixtures("doubted")
def test_each_letter_is_read_at_most_once_and_always_alone() -> None:
    provider = Scripted([draft(FARES, PILOTS, SILT), reading(), reading()])
    compare(provider)
    of_ferry, of_harbour = (letter.document.text for letter in (FERRY, HARBOUR))

    assert [r.task for r in provider.requests] == ["compare", "silence", "silence"]
    sent = ["\n".join(m.content for m in r.messages) for r in provider.requests]
    assert [(of_ferry in s, of_harbour in s) for s in sent] == [(False, False), (True, False), (False, True)]
    topics = [json.loads(line)["id"] for line in provider.requests[2].variables["topics"].splitlines()]
    assert topics == ["T1", "T2"]


@pytest.mark.usefixtures("doubted")
def test_both_ways_put_the_same_readings() -> None:
    there, back = (Scripted([draft(FARES, SILT), reading(), reading()]) for _ in range(2))
    compare(there)
    compare(back, HARBOUR, FERRY)

    assert [r.key for r in there.requests] == [r.key for r in back.requests]


@pytest.mark.parametrize("failure", [ProviderError("down"), "no answer in the form"])
def test_a_reading_that_fails_leaves_the_verdict_of_the_search(failure: str | Exception) -> None:
    comparison = compare(Scripted([draft(FARES), failure, failure]))

    assert [(s.verdict, s.by) for s in comparison.silences] == [("silent", "words")]


def test_a_replay_that_lacks_the_reading_says_so() -> None:
    with pytest.raises(NotRecorded):
        compare(Scripted([draft(FARES), NotRecorded("none was made")]))


def test_what_the_readings_cost_is_counted() -> None:
    replies = [Reply(draft(FARES), "m", usage=Usage(10, 2)), Reply(reading(("T1", False, [])), "m", usage=Usage(5, 1))]
    usage = compare(Scripted(replies)).provenance.usage

    assert (usage.prompt_tokens, usage.completion_tokens) == (15, 3)


@pytest.mark.usefixtures("doubted")
def test_from_summaries_alone_there_is_no_letter_to_read() -> None:
    provider = Scripted([draft(FARES)])
    asyncio.run(compare_summaries(summarize(FERRY), summarize(HARBOUR), provider))

    assert len(provider.requests) == 1
