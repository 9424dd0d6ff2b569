"""Retrying without waiting: the clock is the tests' own, and servers count the calls."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import pytest
from doubles import FakeClock, ask, outcome, outcomes

from brief import errors
from brief.errors import ProviderError, RateLimited, Unreachable
from brief.exchange import Reply, Request
from brief.providers.retrying import Retrying

LIMITED = RateLimited("HTTP 429", status=429, retry_after=20.0)


@dataclass
class Endpoint:
    """Raises its `errors` one after the other, for ever the last if `always`, and notes when it was asked."""

    clock: FakeClock
    errors: list[ProviderError] = field(default_factory=list)
    always: bool = False
    until: float = 0.0
    called: list[float] = field(default_factory=list)
    model: str = "fake"
    host: str = "http://127.0.0.1"
    latency: float = 0.0
    under_way: int = 0
    most: int = 0

    async def complete(self, request: Request) -> Reply:
        nth = len(self.called)
        self.called.append(self.clock.now())
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        if self.latency:
            await self.clock.sleep(self.latency)
        self.under_way -= 1
        if self.clock.now() < self.until or (self.errors and self.always) or nth < len(self.errors):
            raise self.errors[min(nth, len(self.errors) - 1)]
        return Reply(text="{}", model="fake")


def run(endpoint: Endpoint, **change: float) -> Reply | Exception:
    retrying = Retrying(endpoint, clock=endpoint.clock, chance=lambda: 0.5, **change)  # type: ignore[arg-type]
    return asyncio.run(endpoint.clock.run(outcome(retrying, ask())))


def test_what_broke_in_passing_is_asked_again() -> None:
    broken = [Unreachable("a", status=502), errors.DeadlineExceeded("b"), Unreachable("c")]
    endpoint = Endpoint(FakeClock(), broken)

    assert isinstance(run(endpoint), Reply)
    assert len(endpoint.called) == 4


@pytest.mark.parametrize(
    "kind",
    [
        errors.Refused,
        errors.QuotaExceeded,
        errors.ContextExceeded,
        errors.ModelRefused,
        errors.Filtered,
        errors.CutOff,
        errors.BadReply,
        errors.NotRecorded,
    ],
)
def test_what_will_not_change_is_asked_once(kind: type[ProviderError]) -> None:
    endpoint = Endpoint(FakeClock(), [kind("no")], always=True)
    result = run(endpoint)

    assert type(result) is kind
    assert len(endpoint.called) == 1
    assert str(result) == "no"


def test_what_stays_broken_fails_after_six_calls_and_says_so() -> None:
    endpoint = Endpoint(FakeClock(), [Unreachable("HTTP 503", status=503)], always=True)
    result = run(endpoint)

    assert str(result) == "HTTP 503 (tried 6 times)"
    assert len(endpoint.called) == 6


def test_an_endpoint_that_never_answered_is_given_up_sooner() -> None:
    endpoint = Endpoint(FakeClock(), [Unreachable("no connection")], always=True)
    result = run(endpoint)

    assert str(result) == "no connection (tried 3 times)"
    assert endpoint.clock.now() < 5


def test_waits_grow_and_are_jittered() -> None:
    clock = FakeClock()
    run(Endpoint(clock, [Unreachable("HTTP 503", status=503)], always=True))
    waits = [s for s in clock.slept if s > 0.1]

    assert waits == pytest.approx([0.75, 1.5, 3.0, 6.0, 12.0])


def test_retry_after_is_a_floor_with_jitter_on_top() -> None:
    endpoint = Endpoint(FakeClock(), [LIMITED, LIMITED])

    assert isinstance(run(endpoint), Reply)
    gaps = [b - a for a, b in zip(endpoint.called, endpoint.called[1:], strict=False)]
    assert all(20.0 <= gap <= 21.5 for gap in gaps)


def test_a_long_retry_after_is_waited_for_where_the_sdk_would_give_up() -> None:
    endpoint = Endpoint(FakeClock(), [RateLimited("HTTP 429", status=429, retry_after=240.0)])

    assert isinstance(run(endpoint), Reply)
    assert endpoint.called[1] >= 240


def test_a_wait_beyond_the_deadline_fails_now_and_says_until_when() -> None:
    clock = FakeClock()
    endpoint = Endpoint(clock, [RateLimited("HTTP 429", status=429, retry_after=3600.0)], always=True)
    result = run(endpoint)

    assert isinstance(result, RateLimited)
    assert "asks to wait until" in str(result)
    assert len(endpoint.called) == 1
    assert clock.now() < 1


def test_a_503_that_names_a_wait_is_obeyed_too() -> None:
    endpoint = Endpoint(FakeClock(), [Unreachable("HTTP 503", status=503, retry_after=30.0)])

    assert isinstance(run(endpoint), Reply)
    assert 30 <= endpoint.called[1] <= 31.5


def test_the_total_deadline_ends_a_call_that_is_under_way() -> None:
    class Silent(Endpoint):
        async def complete(self, request: Request) -> Reply:
            await asyncio.sleep(30)
            raise AssertionError

    retrying = Retrying(Silent(FakeClock()), deadline=0.2)  # wall time is the subject here
    result = asyncio.run(outcome(retrying, ask()))

    assert isinstance(result, errors.DeadlineExceeded)
    assert "0.2 s" in str(result)


def storm(letters: int, until: float, retry_after: float | None, latency: float) -> tuple[Endpoint, list[object]]:
    """64 workers meet an endpoint that answers 429 until a moment."""
    clock = FakeClock()
    limited = RateLimited("HTTP 429", status=429, retry_after=retry_after)
    endpoint = Endpoint(clock, [limited], until=until, latency=latency)
    endpoint.errors = [limited] if until else []
    retrying = Retrying(endpoint, clock=clock, chance=lambda: 0.5)
    requests = [ask(f"letter-{n}") for n in range(letters)]
    results = asyncio.run(clock.run(outcomes(retrying, requests, at_once=64)))
    return endpoint, list(results)


@pytest.mark.parametrize(("retry_after", "latency"), [(20.0, 0.05), (1.0, 0.05), (5.0, 0.2), (None, 0.05)])
def test_a_storm_of_429_pauses_all_workers(retry_after: float | None, latency: float) -> None:
    endpoint, results = storm(200, 20.0, retry_after, latency)

    assert all(isinstance(r, Reply) for r in results)
    assert len(endpoint.called) <= 1.2 * 200
    if retry_after:
        first_answer = latency
        early = [t for t in endpoint.called if first_answer < t < retry_after]
        assert early == [], "none before Retry-After, once it was told"


def test_calls_begin_one_by_one_and_then_all_at_once() -> None:
    endpoint, results = storm(512, 0.0, None, latency=1.0)

    assert all(isinstance(r, Reply) for r in results)
    assert endpoint.most == 64
    assert endpoint.clock.now() <= 1.1 * 8, "the ramp costs half a second of eight"


def test_a_long_pause_is_told_once(caplog: pytest.LogCaptureFixture) -> None:
    storm(64, 20.0, 20.0, latency=0.05)

    assert caplog.messages == ["too many requests: the endpoint asked to wait 20 s; all calls do"]


def test_after_a_pause_one_call_goes_ahead() -> None:
    endpoint, _ = storm(64, 20.0, 10.0, latency=0.05)
    after = sorted(t for t in endpoint.called if t > 9)

    assert after[0] >= 10
    assert after[1] - after[0] >= 1.0


def test_workers_that_would_wait_beyond_their_deadline_fail_without_a_call() -> None:
    endpoint, results = storm(200, 4000.0, 3600.0, latency=0.05)

    assert all(isinstance(r, RateLimited) for r in results)
    assert len(endpoint.called) < 20
    assert all("asks to wait until" in str(r) for r in results)


def test_many_waits_ordered_by_the_endpoint_do_not_use_up_attempts() -> None:
    endpoint = Endpoint(FakeClock(), [RateLimited("HTTP 429", status=429, retry_after=5.0)] * 12)

    assert isinstance(run(endpoint), Reply)
    assert len(endpoint.called) == 13
