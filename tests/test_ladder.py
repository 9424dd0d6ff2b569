"""The capability ladder against a fake endpoint of every kind in the wild."""

from __future__ import annotations

import asyncio
import json
import stat
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from doubles import ask, outcome, outcomes
from servers.faults import FAULTS
from servers.personalities import PERSONALITIES, personality, rung
from servers.wire import Call, Server, answer, completion, good

from brief import errors
from brief.drafts import SummaryDraft
from brief.exchange import Reply, Request
from brief.providers.ladder import RUNGS, Dialect, Memory, first_guess, step_down, today
from brief.providers.openai import Endpoint, OpenAI
from brief.schema import read_form, schema_of

CLAIM = {"text": "publish the log", "quotes": ["We ask you to publish the log."]}


def summary(subject: str) -> str:
    """What the model behind every endpoint says of a letter."""
    empty = {name: [] for name in ("actions", "questions", "positions", "background", "authorities", "not_stated")}
    return json.dumps({"title": f"On {subject}", "bottom_line": CLAIM, **empty})


def letters(count: int) -> list[Request]:
    return [ask(f"letter-{n}", form="SummaryDraft", schema=schema_of(SummaryDraft)) for n in range(count)]


@pytest.mark.parametrize("name", PERSONALITIES)
def test_the_same_letters_give_the_same_results_on_every_kind_of_endpoint(name: str) -> None:
    requests = letters(20)
    with Server(personality(name, summary)) as server:
        asked = OpenAI("fake", Endpoint(server.url))
        replies = asyncio.run(outcomes(asked, requests))
        found = asyncio.run(asked.describe())
        calls = Counter(c.subject for c in server.log)

    assert [read_form(r.text, SummaryDraft).title for r in replies if isinstance(r, Reply)] == [
        f"On letter-{n}" for n in range(20)
    ]
    _, enforced, _, ends_on = PERSONALITIES[name]
    assert (found.rung, found.enforced) == (ends_on, enforced)
    assert {r.rung for r in replies if isinstance(r, Reply)} == {ends_on}
    most = 2 if name == "openai-older" else 1  # its bound is met only by a letter's longer answer
    assert all(calls[f"letter-{n}"] <= most for n in range(20)), "only the probe pays for the climb down"
    assert calls[""] <= 6


@pytest.mark.parametrize("name", ["openai-reasoning", "mistral", "no-bound", "llama-cpp-python", "plain"])
def test_without_a_probe_the_letters_themselves_teach(name: str) -> None:
    with Server(personality(name, summary)) as server:
        asked = OpenAI("fake", Endpoint(server.url), probe=False)
        first = asyncio.run(outcome(asked, letters(1)[0]))
        taught = len(server.log)
        second = asyncio.run(outcome(asked, letters(2)[1]))

        assert isinstance(first, Reply)
        assert isinstance(second, Reply)
        assert len(server.log) == taught + 1, "what was learned is kept"


def test_an_endpoint_that_changes_is_learned_anew() -> None:
    memory = Memory()
    with Server(personality("llama-cpp-python", summary)) as server:
        asked = OpenAI("fake", Endpoint(server.url), memory=memory)
        memory.put(asked.host, "fake", Dialect(probed=today()))
        reply = asyncio.run(outcome(asked, letters(1)[0]))

        assert isinstance(reply, Reply)
        assert reply.rung == "json_object_schema"
        assert memory.get(asked.host, "fake") == Dialect(rung="json_object_schema", probed=today())


def test_many_workers_wait_for_one_probe() -> None:
    with Server(personality("openai", summary)) as server:
        asyncio.run(outcomes(OpenAI("fake", Endpoint(server.url)), letters(64)))

        assert sum(not c.subject for c in server.log) == 1
        assert not server.log[0].subject


@pytest.mark.parametrize("name", ["401", "429", "500", "page-in-200", "redirect"])
def test_a_probe_that_fails_fails_for_all_who_wait_and_asks_no_letter(name: str) -> None:
    with Server(lambda _: FAULTS[name].behave) as server:
        results = asyncio.run(outcomes(OpenAI("fake", Endpoint(server.url)), letters(64)))

        assert {type(r) for r in results} == {FAULTS[name].error}
        assert len(server.log) == 1


@pytest.mark.parametrize("name", ["cut-off", "refusal", "filtered", "empty"])
def test_a_probe_without_an_answer_says_nothing_against_the_endpoint(name: str) -> None:
    def behave(call: Call) -> object:
        return good(summary(call.subject)) if call.subject else FAULTS[name].behave

    with Server(behave) as server:  # type: ignore[arg-type]
        asked = OpenAI("fake", Endpoint(server.url))

        assert isinstance(asyncio.run(outcome(asked, letters(1)[0])), Reply)
        assert asyncio.run(asked.describe()).enforced is None


def test_an_endpoint_that_refuses_every_way_is_named() -> None:
    stubborn = answer({"error": {"message": "response_format, tools, temperature, seed and max_tokens: no"}}, 400)
    with Server(lambda _: stubborn) as server:
        result = asyncio.run(outcome(OpenAI("fake", Endpoint(server.url)), letters(1)[0]))

        assert isinstance(result, errors.Refused)
        assert len(server.log) <= 11


def test_every_rung_asks_in_its_own_way() -> None:
    for name in RUNGS:
        memory = Memory()
        with Server(lambda call: answer(completion(call, summary(call.subject)))) as server:
            asked = OpenAI("fake", Endpoint(server.url), memory=memory)
            memory.put(asked.host, "fake", Dialect(rung=name, probed=today()))
            asyncio.run(outcome(asked, letters(1)[0]))

            assert rung(server.log[0]) == name


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (400, "bad request"),
        (401, "response_format"),
        (404, "json_schema"),
        (429, "max_tokens"),
        (500, "internal error in schema registry"),
        (503, "response_format"),
    ],
)
def test_only_a_refusal_that_names_a_field_teaches(status: int, said: str) -> None:
    assert step_down(Dialect(), status, said) is None


def test_the_ladder_ends() -> None:
    dialect: Dialect | None = Dialect(tokens="", temperature=False, seed=False)
    seen = []
    while dialect is not None:
        seen.append(dialect.rung)
        dialect = step_down(dialect, 400, "strict response_format json_schema json_object schema tool")

    assert seen == list(RUNGS)


def test_the_newer_name_of_the_bound_is_tried_first_where_it_is_needed() -> None:
    assert first_guess("https://api.openai.com").tokens == "max_completion_tokens"
    assert first_guess("https://mine.openai.azure.com").tokens == "max_completion_tokens"
    assert first_guess("http://localhost:8080").tokens == "max_tokens"


def test_what_was_learned_is_kept_by_host_and_model(tmp_path: Path) -> None:
    path = tmp_path / "new" / "endpoints.json"
    learned = Dialect("tool", False, "", False, False, 4096, today())
    Memory(path).put("http://a", "m", learned)
    Memory(path).put("http://b", "m", Dialect(probed=today()))

    assert Memory(path).get("http://a", "m") == learned
    assert Memory(path).get("http://a", "n") is None
    assert Memory(path).get("http://c", "m") is None
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "change",
    [
        {"rung": "magic"},
        {"tokens": "n"},
        {"temperature": 1},
        {"most": -1},
        {"most": "9"},
        {"enforced": "yes"},
        {"probed": "2020-01-01"},
        {"probed": "9999-01-01"},
        {"probed": None},
        {"more": 1},
    ],
)
def test_a_memory_that_was_tampered_with_or_is_old_is_not_believed(tmp_path: Path, change: dict[str, object]) -> None:
    path = tmp_path / "endpoints.json"
    Memory(path).put("h", "m", Dialect(probed=today()))
    value = json.loads(path.read_text(encoding="utf-8"))
    value["h m"] |= change
    path.write_text(json.dumps(value), encoding="utf-8")

    assert Memory(path).get("h", "m") is None


@pytest.mark.parametrize("text", ["", "[1]", "{", '{"h m": 3}', "[" * 100_000])
def test_a_broken_memory_is_an_empty_one(tmp_path: Path, text: str) -> None:
    path = tmp_path / "endpoints.json"
    path.write_text(text, encoding="utf-8")

    assert Memory(path).get("h", "m") is None
    Memory(path).put("h", "m", Dialect(probed=today()))
    assert Memory(path).get("h", "m") == Dialect(probed=today())


def test_a_memory_that_cannot_be_written_is_kept_in_mind(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    memory = Memory(tmp_path / "file" / "endpoints.json")
    memory.put("h", "m", replace(Dialect(), probed=today()))

    assert memory.get("h", "m") is not None
