"""The door: who answers, with which key, through which layers."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from doubles import ask, outcome
from servers.faults import hold
from servers.wire import Server, good

from brief.errors import Unreachable, UsageError
from brief.exchange import Reply
from brief.providers import DEFAULT_MODEL, cache_folder, describe, endpoint_of, plan_for, provider_for
from brief.providers.cached import Cached
from brief.providers.cassette import Cassette
from brief.providers.priced import Priced
from brief.providers.retrying import Retrying
from brief.settings import Settings, load_settings

KEY = "sk-canary-77aa"


@pytest.fixture(autouse=True)
def _no_settings_of_the_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "AZURE_OPENAI_API_KEY", "BRIEF_API_KEY", "BRIEF_MODEL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BRIEF_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)


def given(**change: Any) -> Settings:
    return load_settings(cache_dir=Path("cache").absolute(), **change)


def test_without_model_and_key_the_rules_answer() -> None:
    assert provider_for(given()).model == "extractive"


def test_with_a_key_the_default_model_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    chosen = provider_for(given())

    assert (chosen.model, chosen.host) == (DEFAULT_MODEL, "https://api.openai.com")
    assert provider_for(given(model="extractive")).host == "local"


def test_the_layers_stand_in_their_order() -> None:
    cached = provider_for(given(model="m", base_url="http://localhost:1/v1"))

    assert isinstance(cached, Cached)
    assert isinstance(cached.inner, Retrying)
    assert isinstance(cached.inner.inner, Priced)
    assert isinstance(provider_for(given(model="m", base_url="http://localhost:1/v1"), cache=False), Retrying)


def test_a_model_of_openai_without_a_key_is_refused_with_the_ways_out() -> None:
    with pytest.raises(UsageError, match=r"OPENAI_API_KEY.*--base-url.*extractive"):
        provider_for(given(model="gpt-4o"))


def test_an_endpoint_without_a_model_is_refused() -> None:
    with pytest.raises(UsageError, match="--model"):
        provider_for(given(base_url="http://localhost:1/v1"))


def key_of(settings: Settings) -> str | None:
    key = endpoint_of(settings).api_key
    return key.get_secret_value() if key else None


def test_openais_key_is_sent_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)

    assert key_of(given(model="m")) == KEY
    assert key_of(given(model="m", base_url="https://api.openai.com/v1")) == KEY
    assert key_of(given(model="m", base_url="http://elsewhere.example/v1")) is None
    assert key_of(given(model="m", base_url="http://api.openai.com/v1")) is None, "not in the clear"
    assert key_of(given(model="m", base_url="http://elsewhere.example/v1", api_key="own")) == "own"


def test_a_key_goes_where_the_environment_names_both(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_BASE_URL", "http://localhost:9/v1")

    assert key_of(given(model="m")) == KEY
    assert endpoint_of(given(model="m")).host == "http://localhost:9"
    assert key_of(given(model="m", base_url="http://localhost:8/v1")) is None
    monkeypatch.setenv("OPENAI_BASE_URL", "")
    assert endpoint_of(given(model="m")).host == "https://api.openai.com"


def test_azure_has_its_own_key_and_two_families_of_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AZURE_OPENAI_API_KEY", KEY)
    azure = "https://mine.openai.azure.com/"

    assert endpoint_of(given(model="m", azure_endpoint=azure)).base_url == "https://mine.openai.azure.com/openai/v1"
    assert endpoint_of(given(model="m", azure_endpoint=azure, api_version="2025-04-01")).azure_version == "2025-04-01"
    assert key_of(given(model="m", azure_endpoint=azure)) == KEY


def test_a_second_run_makes_no_http_request() -> None:
    with Server(lambda _: good()) as server:
        for origin in ("live", "cache"):
            asked = provider_for(given(model="fake", base_url=server.url))
            reply = asyncio.run(asked.complete(ask(host=asked.host)))
            asked.close()  # type: ignore[attr-defined]
            assert reply.origin == origin
        paid = [c for c in server.log if c.subject]

    assert len(paid) == 1
    assert len(server.log) == 2, "and one probe of the endpoint, which is remembered"


def test_offline_answers_from_the_cache_only() -> None:
    with Server(lambda _: good()) as server:
        asked = provider_for(given(model="fake", base_url=server.url))
        asyncio.run(asked.complete(ask(host=asked.host)))
        asked.close()  # type: ignore[attr-defined]
        before = len(server.log)
        offline = provider_for(given(model="fake", base_url=server.url), offline=True)
        kept = asyncio.run(offline.complete(ask(host=offline.host)))
        missed = asyncio.run(outcome(offline, ask("letter-2", host=offline.host)))
        offline.close()  # type: ignore[attr-defined]

        assert kept.origin == "cache"
        assert isinstance(missed, Unreachable)
        assert len(server.log) == before


def test_recording_and_replaying_through_the_door(tmp_path: Path) -> None:
    tapes = tmp_path / "tapes"
    with Server(lambda _: good()) as server:
        recorder = provider_for(given(model="fake", base_url=server.url), record=tapes, cache=False)
        asyncio.run(recorder.complete(ask(host=recorder.host)))
    player = provider_for(given(), replay=tapes)

    assert isinstance(player, Cassette)
    assert isinstance(asyncio.run(outcome(player, ask(host=player.host))), Reply)


def test_a_plan_is_made_without_a_request() -> None:
    with Server(lambda _: good()) as server:
        asked = provider_for(given(model="fake", base_url=server.url))
        made = plan_for(asked, [ask(host=asked.host), ask("letter-2", host=asked.host)])
        asked.close()  # type: ignore[attr-defined]

        assert (made.requests, made.cost) == ((2, 4), None)
        assert server.log == []


def test_what_an_endpoint_can_do_is_told_and_remembered() -> None:
    with Server(lambda _: good('{"colour": "red"}')) as server:
        found = asyncio.run(describe(provider_for(given(model="fake", base_url=server.url))))
        again = asyncio.run(describe(provider_for(given(model="fake", base_url=server.url))))

        assert found is not None
        assert (found.rung, found.enforced) == ("json_schema_strict", True)
        assert again == found
        assert len(server.log) == 1
    assert asyncio.run(describe(provider_for(given()))) is None


def test_the_cache_lies_where_it_is_set_or_in_the_users_own_folder() -> None:
    assert cache_folder(given()) == Path("cache").absolute()
    assert cache_folder(load_settings(cache_dir=None).model_copy(update={"cache_dir": None})).name == "letterbrief"


def test_the_sdk_is_imported_only_when_it_is_needed() -> None:
    code = (
        "import sys; from brief.settings import load_settings; from brief.providers import provider_for;"
        "provider_for(load_settings(model='m', base_url='http://localhost:1/v1'));"
        "print([m for m in ('openai', 'httpx2', 'tenacity') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_the_model_path_from_file_to_page_and_what_a_second_run_asks(tmp_path: Path) -> None:
    """A local server, the command line, and a page; then the same again, and no request is made."""
    from brief.providers.extractive.reading import read_letter

    letter = Path(__file__).parent / "fixtures" / "letters" / "stroud-to-commerce.txt"
    said = read_letter(letter.read_text(encoding="utf-8"), kind="full").model_dump_json()
    with Server(lambda call: good('{"patches": []}' if b"RepairDraft" in call.raw else said)) as server:
        command = ("summarize", str(letter), "--model", "fake", "--base-url", server.url, "-f", "json")
        first = brief(*command, cwd=tmp_path)
        asked = len(server.log)
        again = brief(*command, cwd=tmp_path)

        assert first.returncode == again.returncode == 0, first.stderr
        assert len(server.log) == asked
        assert first.stdout.replace('"live"', '"cache"') == again.stdout
        assert '"rung": "json_schema_strict"' in first.stdout


@pytest.mark.parametrize("content", ["not JSON", '{"title": 3}', "no JSON " * 9000, '{"a": 1, "a": 2}'])
def test_an_endpoint_that_always_answers_amiss_costs_two_calls_and_is_named(tmp_path: Path, content: str) -> None:
    letter = Path(__file__).parent / "fixtures" / "letters" / "short-note-to-commerce.txt"
    with Server(lambda _: good(content)) as server:
        done = brief("summarize", str(letter), "--model", "fake", "--base-url", server.url, cwd=tmp_path)
        calls = [c for c in server.log if b"Probe" not in c.raw]

    assert done.returncode == 6
    assert done.stderr.startswith("brief: ")
    assert done.stderr.count("\n") == 1
    assert "two tries" in done.stderr
    assert len(calls) == 2
    assert len(calls[1].raw) < 1.25 * len(calls[0].raw), "what could not be read is not paid for again"


def brief(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "brief", *arguments], capture_output=True, text=True, check=False, cwd=cwd
    )


def test_a_dry_run_sends_nothing_and_tells_tokens_and_price(tmp_path: Path) -> None:
    letters = str(Path(__file__).parent / "fixtures" / "letters")
    prices = tmp_path / "prices.toml"
    prices.write_text("[fake]\ninput = 1.0\noutput = 2.0\n")
    with Server(lambda _: good()) as server:
        options = ["--dry-run", "--model", "fake", "--base-url", server.url]
        unknown = brief("summarize", letters, *options, cwd=tmp_path)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("BRIEF_PRICES", str(prices))
            known = brief("summarize", letters, *options, cwd=tmp_path)

        assert server.log == []
    assert "price unknown" in unknown.stdout
    assert "0 answers cached" in known.stdout
    assert "$" in known.stdout
    hosted = brief("summarize", letters, "--dry-run", "--model", "gpt-6-luna", cwd=tmp_path)
    assert "$" in hosted.stdout, "what a model of OpenAI costs is told without a key"
    assert "no cost" in brief("summarize", letters, "--dry-run", "--model", "extractive", cwd=tmp_path).stdout


def test_a_budget_stops_a_run_with_its_own_exit_code(tmp_path: Path) -> None:
    letter = str(Path(__file__).parent / "fixtures" / "letters" / "short-note-to-commerce.txt")
    with Server(lambda _: good()) as server, pytest.MonkeyPatch.context() as patch:
        (tmp_path / "prices.toml").write_text("[fake]\ninput = 1.0\noutput = 2.0\n")
        patch.setenv("BRIEF_PRICES", str(tmp_path / "prices.toml"))
        options = ["--model", "fake", "--base-url", server.url, "--max-cost", "0.001"]
        done = brief("summarize", letter, *options, cwd=tmp_path)

        assert done.returncode == 8
        assert "raise --max-cost" in done.stderr
        assert server.log == []


def test_doctor_and_cache_tell_and_forget(tmp_path: Path) -> None:
    with Server(lambda _: good('{"colour": "red"}')) as server, pytest.MonkeyPatch.context() as patch:
        patch.setenv("BRIEF_API_KEY", KEY)
        told = brief("doctor", "--model", "fake", "--base-url", server.url, cwd=tmp_path)
        down = brief("doctor", "--model", "fake", "--base-url", "http://127.0.0.1:9/v1", cwd=tmp_path)
        info = brief("cache", "info", cwd=tmp_path)
        cleared = brief("cache", "clear", cwd=tmp_path)

    assert told.returncode == 0, told.stderr
    assert "json_schema_strict: enforced" in told.stdout
    assert "present" in told.stdout
    assert KEY not in told.stdout + told.stderr
    assert down.returncode == 5
    assert "problem" in down.stdout
    assert "0 replies" in info.stdout
    assert "0 replies forgotten" in cleared.stdout
    assert "rules; no key" in brief("doctor", cwd=tmp_path).stdout


@pytest.mark.slow
def test_an_interrupt_ends_the_command_within_two_seconds(tmp_path: Path) -> None:
    letters = Path(__file__).parent / "fixtures" / "letters"
    with Server(lambda _: hold) as server:
        command = [sys.executable, "-m", "brief", "summarize", str(letters), "--model", "m", "--base-url", server.url]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path)
        until = time.monotonic() + 30
        while not server.log and time.monotonic() < until:
            time.sleep(0.05)
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=30)

        assert time.monotonic() - began < 2
    assert process.returncode == 130
    assert told.splitlines()[-1].startswith("brief: stopped; run it again")


def test_key_and_letter_stay_where_they_belong(tmp_path: Path) -> None:
    """After a run with cache, recordings and the SDK's debug log: the key is nowhere, the letter in no log."""
    letter = str(Path(__file__).parent / "fixtures" / "letters" / "short-note-to-commerce.txt")
    with Server(lambda _: good('{"patches": []}')) as server, pytest.MonkeyPatch.context() as patch:
        patch.setenv("BRIEF_API_KEY", KEY)
        patch.setenv("OPENAI_LOG", "debug")
        options = ["--model", "fake", "--base-url", server.url, "--record", str(tmp_path / "tapes"), "-v"]
        done = brief("summarize", letter, *options, cwd=tmp_path)
        assert all(call.headers["authorization"] == f"Bearer {KEY}" for call in server.log)

    written = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    assert any(p.parent.name == "tapes" for p in written)
    assert any(p.name == "cache.db" for p in written)
    assert not [p for p, data in written.items() if KEY.encode() in data]
    assert KEY not in done.stdout + done.stderr
    assert "Halvek" not in done.stderr, "the letter is in no log"
