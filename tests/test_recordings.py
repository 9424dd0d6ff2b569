"""The recordings of our sample letters: honest, whole, and still what the program asks."""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from brief import api
from brief.comparing import compare_summaries
from brief.comparison import Comparison
from brief.exchange import Reply, Request
from brief.letter.anatomy import Letter
from brief.providers.cassette import Cassette, file_name, read_recording
from brief.reading import read_letter
from brief.summary import Summary
from brief.verification import verify

FIXTURES = Path(__file__).parent / "fixtures"
RECORDINGS = FIXTURES / "recordings"
PATHS = sorted(RECORDINGS.glob("*-*.json"))
PAIRS = sorted(p.stem for p in (FIXTURES / "pairs").glob("*.json"))
REPAIRED = {"abendroth-to-president", "attorneys-general-to-corvane"}


class Listening(Cassette):
    """A cassette that remembers which of its recordings were asked for."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.asked: set[str] = set()

    async def complete(self, request: Request) -> Reply:
        self.asked.add(file_name(request))
        return await super().complete(request)


PLAYER = Listening(RECORDINGS)


@cache
def read(name: str) -> tuple[Letter, Summary]:
    """The letter `slug` or `slug#2`, and its summary as the recordings have it."""
    slug, _, number = name.partition("#")
    path = next((FIXTURES / "letters").glob(f"{slug}.*"))
    letter = api.read(path)[int(number or 1) - 1]
    return letter, asyncio.run(read_letter(letter, PLAYER))


@cache
def compared(pair: str) -> Comparison:
    (a, first), (b, second) = (read(name) for name in pair.split("__"))
    return asyncio.run(compare_summaries(first, second, PLAYER, letters=(a, b)))


def recorded(task: str) -> list[str]:
    """The letters for which there is a recording of `task`."""
    return sorted({request.subject for request, _ in map(read_recording, PATHS) if request.task == task})


LETTERS = recorded("summarize")


@pytest.mark.parametrize("pair", PAIRS)
def test_a_recorded_comparison_stands_when_it_is_verified(pair: str) -> None:
    sources = [next((FIXTURES / "letters").glob(f"{name.partition('#')[0]}.*")) for name in pair.split("__")]
    outcome = verify(compared(pair), sources)

    assert outcome.passed, outcome.findings


@pytest.mark.parametrize("path", PATHS, ids=lambda p: p.stem)
def test_a_recording_says_how_it_came_to_be_and_nothing_of_the_machine(path: Path) -> None:
    request, reply = read_recording(path)
    text = path.read_text(encoding="utf-8")

    assert (reply.origin, reply.model, request.host, reply.finish) == ("written", "desk", "desk", "stop")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", reply.created)
    assert path.name == file_name(request)
    assert not re.search(r"\bsk-|127\.0\.0\.1|localhost|api[-_]key|[Bb]earer ", text)
    assert not re.search(r"(?<![\w/.:<])/(?:[\w.-]+/)+[\w.-]", text), "an absolute path of some machine"


def test_there_are_recordings_of_most_letters_and_of_every_pair() -> None:
    assert len(LETTERS) >= 20
    assert len(recorded("compare")) == len(PAIRS) - 1  # two versions of one letter are told without a model


@pytest.mark.parametrize("name", LETTERS)
def test_a_recorded_answer_is_what_the_program_asks_today_and_passes_every_check(name: str) -> None:
    letter, summary = read(name)
    kept = summary.checks
    withdrawn = [c for c in kept.unsupported if "withdrawn" in c.problems[0]]

    assert summary.bottom_line.status == "supported"
    assert kept.supported == kept.claims - len(withdrawn)
    assert list(kept.unsupported) == withdrawn
    assert len(withdrawn) == (name == "abendroth-to-president")
    assert kept.quotes.fuzzy == 0
    assert kept.quotes.missing == len(withdrawn)
    assert (kept.coverage.questions.found, kept.coverage.deadlines.found) == (
        kept.coverage.questions.total,
        kept.coverage.deadlines.total,
    )
    assert summary.provenance.origin == "written"
    assert summary.letter.model_copy(update={"title": letter.card.title}) == letter.card
    assert len(summary.letter.title.split()) < 16


@pytest.mark.parametrize("name", LETTERS)
def test_a_recorded_answer_has_every_labelled_question_with_its_number(name: str) -> None:
    slug, _, number = name.partition("#")
    label = json.loads((FIXTURES / "gold" / f"{slug}.json").read_text(encoding="utf-8"))["letters"][
        int(number or 1) - 1
    ]
    questions = read(name)[1].questions

    assert sorted((q["number"] or "", flat(q["span"])) for q in label["questions"]) == sorted(
        (q.number or "", flat(q.evidence[0].quote)) for q in questions
    )


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("pair", PAIRS)
def test_a_recorded_comparison_stands_on_items_of_both_letters(pair: str) -> None:
    comparison = compared(pair)

    assert comparison.checks.unsupported == ()
    assert 3 <= len(comparison.contrasts) <= 24
    assert all(c.a.evidence for c in comparison.contrasts if c.a)
    assert all(c.b.evidence for c in comparison.contrasts if c.b)
    assert comparison.bottom_line.status == "supported"


def test_a_made_up_quotation_is_withdrawn_and_stays_on_record() -> None:
    summary = read("abendroth-to-president")[1]
    taken_back = summary.checks.unsupported[0]

    assert "every week of delay" in taken_back.text
    assert [e.match for e in taken_back.evidence] == ["missing"]
    assert taken_back.text not in {c.text for c in summary.background}


def test_a_wrong_number_is_mended_in_the_repair_round() -> None:
    first = next(r for r in map(read_recording, PATHS) if r[0].task == "repair" and "corvane" in r[0].subject)[0]
    said = json.loads(next(m.content for m in first.messages if m.role == "assistant"))
    background = [c.text for c in read("attorneys-general-to-corvane")[1].background]

    assert any("31 million" in c["text"] for c in said["background"])
    assert "31 million" in first.messages[-1].content or "“31” is" in first.messages[-1].content
    assert any("3.1 million" in text for text in background)
    assert not any(" 31 million" in text for text in background)


def test_a_doubt_about_silence_is_answered_topic_by_topic() -> None:
    doubts = [(request, reply) for request, reply in map(read_recording, PATHS) if request.task == "silence"]
    for request, reply in doubts:
        asked = re.findall(r'^\{"id": "(T\d+)"', request.messages[-1].content, re.MULTILINE)

        assert [t["id"] for t in json.loads(reply.text)["topics"]] == asked != []


def test_only_the_two_bad_answers_needed_a_repair() -> None:
    assert set(recorded("repair")) == REPAIRED


def test_no_recording_is_left_over() -> None:
    for name in LETTERS:
        read(name)
    for pair in PAIRS:
        compared(pair)

    assert {p.name for p in PATHS} == PLAYER.asked


def brief(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "brief", *arguments, "--replay", str(RECORDINGS)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_replay_is_the_same_on_every_run() -> None:
    letter = str(FIXTURES / "letters" / "ostrander-to-state.html")
    first, second = brief("summarize", letter), brief("summarize", letter)

    assert first.returncode == 0, first.stderr
    assert first.stdout == second.stdout
    assert "invoke the arbitration clause" in first.stdout


def test_a_pair_is_replayed() -> None:
    names = ("governor-to-president.md", "two-letters-reported.txt#1")
    done = brief("compare", *(str(FIXTURES / "letters" / n) for n in names), "--format", "json")

    assert done.returncode == 0, done.stderr
    assert "conflict" in {c["relation"] for c in json.loads(done.stdout)["contrasts"]}


def test_what_was_not_recorded_is_missed_by_name(tmp_path: Path) -> None:
    letter = tmp_path / "new.txt"
    letter.write_text(
        "Dear Secretary Achterberg:\n\nPlease mend the weir.\n\nSincerely,\nA. Nobody\n", encoding="utf-8"
    )
    done = brief("summarize", str(letter))

    assert done.returncode == 5
    assert re.search(r"no recording of summarize for new .*key [0-9a-f]{8}.*--record", done.stderr, re.DOTALL)
    assert done.stdout == ""
