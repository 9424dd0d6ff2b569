"""The real SDK over real sockets: every state of a reply has its name, and nothing leaks."""

from __future__ import annotations

import asyncio
import io
import logging
import pickle
import time
import traceback
from typing import Any

import pytest
from doubles import ask, outcome
from pydantic import SecretStr
from servers.faults import FAULTS, Fault
from servers.wire import Behaviour, Server, answer, completion, good

from brief import errors
from brief.errors import Refused, SettingsError
from brief.exchange import Message, Reply
from brief.providers.ladder import Dialect, Memory, today
from brief.providers.openai import Endpoint, OpenAI, host_of

KEY = "sk-canary-4f1d9c"


def knowing(server: Server, **dialect: Any) -> Memory:
    memory = Memory()
    memory.put(host_of(server.url), "fake", Dialect(probed=today(), **dialect))
    return memory


def provider(server: Server, **change: Any) -> OpenAI:
    given: dict[str, Any] = {"timeout": 20.0, "max_bytes": 1 << 20, "memory": knowing(server)}
    return OpenAI("fake", Endpoint(server.url, SecretStr(KEY)), **(given | change))


def met(behave: Behaviour, **change: Any) -> Reply | Exception:
    """What becomes of one request to an endpoint that behaves so."""
    with Server(lambda _: behave) as server:
        return asyncio.run(outcome(provider(server, **change), ask()))


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_every_fault_has_its_name(fault: Fault) -> None:
    result = met(fault.behave, timeout=0.4 if fault.error is errors.DeadlineExceeded else 20.0)

    if fault.error is None:
        assert isinstance(result, Reply)
        assert result.text == '{"answer": "yes"}'
    else:
        assert type(result) is fault.error
        assert result.transient is fault.passing
        assert "\n" not in str(result)
        assert len(str(result)) < 500


def test_there_are_over_thirty_kinds_of_fault() -> None:
    assert len([f for f in FAULTS.values() if f.error]) >= 50


def test_a_good_reply_is_told_with_all_that_came_with_it() -> None:
    reply = met(good())

    assert isinstance(reply, Reply)
    assert reply.model == "fake-1"
    assert reply.finish == "stop"
    assert reply.rung == "json_schema_strict"
    assert reply.origin == "live"
    assert reply.usage is not None
    assert reply.usage.prompt_tokens > 50
    assert reply.created.startswith("20")


@pytest.mark.parametrize("name", ["unknown-finish", "null-finish", "no-finish"])
def test_an_unknown_end_is_told_as_unknown(name: str) -> None:
    reply = met(FAULTS[name].behave)

    assert isinstance(reply, Reply)
    assert reply.finish == "unknown"


@pytest.mark.parametrize("name", ["no-usage", "odd-usage"])
def test_a_usage_that_is_none_is_not_made_up(name: str) -> None:
    reply = met(FAULTS[name].behave)

    assert isinstance(reply, Reply)
    assert reply.usage is None


@pytest.mark.parametrize("name", ["hold", "drip", "slow-head", "whitespace"])
def test_no_call_outlives_its_deadline(name: str) -> None:
    with Server(lambda _: FAULTS[name].behave) as server:
        began = time.monotonic()
        asyncio.run(outcome(provider(server, timeout=0.3), ask()))
        took = time.monotonic() - began

    assert took < 0.3 + 0.5 + 0.7, "half a second beyond the deadline, and what importing the SDK takes"


def test_a_redirect_is_not_followed_and_sends_nothing_anywhere() -> None:
    with Server(lambda _: good()) as elsewhere:
        moved = answer(b"", 307, {"location": f"{elsewhere.url}/chat/completions"})
        result = met(moved)

        assert isinstance(result, Refused)
        assert "redirects" in str(result)
        assert elsewhere.log == []


def test_one_call_is_one_http_request_whatever_happens() -> None:
    for name in ("500", "429", "reset", "cut-json"):
        with Server(lambda _, name=name: FAULTS[name].behave) as server:
            asyncio.run(outcome(provider(server), ask()))

            assert len(server.log) == 1, "the SDK's own retries are off"


def test_the_request_on_the_wire() -> None:
    with Server(lambda _: good()) as server:
        asyncio.run(provider(server).complete(ask("letter-7")))
        call = server.log[0]

    assert call.path == "/v1/chat/completions"
    assert call.headers["authorization"] == f"Bearer {KEY}"
    assert call.headers["accept-encoding"] == "identity"
    assert call.body["model"] == "fake"
    assert call.body["messages"][1] == {"role": "user", "content": "This is letter-7."}
    assert call.body["response_format"]["json_schema"]["strict"] is True
    assert call.body["temperature"] == 0
    assert call.body["max_tokens"] == 8000
    assert "tools" not in call.body
    assert "stream" not in call.body


def test_azure_is_asked_at_its_deployment_with_its_header() -> None:
    with Server(lambda _: good()) as server:
        endpoint = Endpoint(server.url.removesuffix("/v1"), SecretStr(KEY), azure_version="2025-04-01")
        asyncio.run(OpenAI("fake", endpoint, memory=knowing(server)).complete(ask()))
        call = server.log[0]

    assert call.path == "/openai/deployments/fake/chat/completions?api-version=2025-04-01"
    assert call.headers["api-key"] == KEY
    assert "authorization" not in call.headers


def test_a_server_without_keys_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with Server(lambda _: good()) as server:
        asyncio.run(OpenAI("fake", Endpoint(server.url), memory=knowing(server)).complete(ask()))

        assert KEY not in str(server.log[0].headers)


def test_one_provider_serves_one_event_loop_after_the_other() -> None:
    with Server(lambda _: good()) as server:
        asked = provider(server)
        for _ in range(3):
            assert isinstance(asyncio.run(outcome(asked, ask())), Reply)


def test_a_provider_and_its_errors_cross_process_borders() -> None:
    with Server(lambda _: FAULTS["429"].behave) as server:
        asked = provider(server)
        error = asyncio.run(outcome(asked, ask()))
        again = pickle.loads(pickle.dumps(asked))
        assert isinstance(asyncio.run(outcome(again, ask())), errors.RateLimited)

    back = pickle.loads(pickle.dumps(error))
    assert isinstance(back, errors.RateLimited)
    assert (back.status, back.retry_after, str(back)) == (429, 1.0, str(error))


def test_key_and_letter_are_in_no_log_repr_message_or_traceback() -> None:
    letter = "CANARY-SENTENCE-77"
    heard = io.StringIO()
    handler = logging.StreamHandler(heard)
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.DEBUG)
    echoing = answer(lambda call: {"error": {"message": f"bad key {call.headers['authorization']}"}}, 401)
    try:
        for behave in (echoing, FAULTS["reset"].behave, FAULTS["cut-json"].behave, good()):
            with Server(lambda _, behave=behave: behave) as server:
                asked = provider(server)
                request = ask(messages=(Message("user", letter),))
                result = asyncio.run(outcome(asked, request))
                heard.write(f"{asked!r} {asked.endpoint!r} {result!r} ")
                if isinstance(result, Exception):
                    assert result.__context__ is None
                    assert result.__cause__ is None
                    heard.writelines(traceback.format_exception(result))
    finally:
        logging.getLogger().removeHandler(handler)
        logging.getLogger().setLevel(logging.WARNING)

    assert KEY not in heard.getvalue()
    assert letter not in heard.getvalue()
    assert "[key]" in heard.getvalue()


@pytest.mark.parametrize("name", ["401", "404", "redirect", "page-in-200", "429-quota", "context", "cut-off"])
def test_a_message_says_where_and_what_to_do(name: str) -> None:
    result = met(FAULTS[name].behave)

    assert str(result).startswith("http://127.0.0.1:")
    assert any(word in str(result) for word in ("set ", "check ", "correct ", "raise ", "top "))


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://api.openai.com/v1", "https://api.openai.com"),
        ("http://user:secret@localhost:8080/v1?k=v", "http://localhost:8080"),
        ("http://[::1]:8080/v1", "http://[::1]:8080"),
        ("https://EXAMPLE.org/v1/", "https://example.org"),
    ],
)
def test_a_host_is_scheme_name_and_port(url: str, host: str) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize("url", ["", "localhost:8080/v1", "ftp://example.org", "https://"])
def test_what_is_no_address_is_a_setting_at_fault(url: str) -> None:
    with pytest.raises(SettingsError, match="base URL"):
        host_of(url)


def test_a_prompt_cut_in_silence_is_found_by_its_token_count() -> None:
    long = ask(messages=(Message("user", "word " * 9000),))
    with Server(lambda _: answer(lambda call: completion(call, usage={"prompt_tokens": 4096}))) as server:
        cut = asyncio.run(outcome(provider(server), long))
        short = asyncio.run(outcome(provider(server), ask()))

    assert isinstance(cut, errors.ContextExceeded)
    assert "4,096 tokens" in str(cut)
    assert isinstance(short, Reply)
