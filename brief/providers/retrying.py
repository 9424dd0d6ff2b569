"""Asks again what failed in passing: one loop for each call, and one gate for all, so that a 429 pauses all."""

from __future__ import annotations

import asyncio
import logging
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

from brief.errors import DeadlineExceeded, ProviderError, RateLimited
from brief.exchange import Provider, Reply, Request
from brief.providers.layer import Layer

LOG = logging.getLogger("brief")
ATTEMPTS = 6  # calls that may fail before a letter does; waits ordered by a 429 are bounded by the deadline alone
_STRANGER = 3  # those of an endpoint that never answered at all: its address is wrong, or it is not running
_RAMP = 64  # calls admitted one by one after a start or a pause, before all go
_SPACING = 1 / 128  # seconds between them: a full ramp takes half a second
_GRACE = 1.0  # seconds that the first call after a pause has for itself; a 429 comes quickly
_UNKNOWN_PAUSE = 2.0  # seconds of pause after a 429 that names none; doubled from 429 to 429
_LONGEST_PAUSE = 60.0
_TOLD = 5.0  # seconds from which a pause is told, so that nobody thinks that the program hangs


class Clock(Protocol):
    """Time, as far as retrying needs it; tests bring their own."""

    def now(self) -> float:
        """Return seconds since some moment."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        ...


class _RealClock:
    def now(self) -> float:
        """Return the monotonic time."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait in real time."""
        await asyncio.sleep(seconds)


@dataclass(slots=True)
class Gate:
    """Lets calls through, shared by all workers of one endpoint.

    At the start, and after each pause, calls go one by one for half a second, so that a limit is met by few. After a
    pause a single call goes ahead, and the others follow when it had time to be refused.
    """

    clock: Clock
    chance: Callable[[], float] = random.random
    _opens: float = 0.0
    _next: float = 0.0
    _admitted: int = 0
    _refusals: int = 0

    async def enter(self, ends: float) -> None:
        """Wait for a turn; a pause that begins meanwhile is waited for too.

        Raises:
            RateLimited: The turn would come after `ends`; it is not taken.
        """
        while True:
            turn = max(self.clock.now(), self._next)
            if turn >= ends:
                asked = turn - self.clock.now()
                raise RateLimited("too many requests: the endpoint asked all calls to wait", retry_after=asked)
            self._next = turn + self._spacing()
            self._admitted += 1
            if turn > self.clock.now():
                await self.clock.sleep(turn - self.clock.now())
            if turn >= self._opens:
                return

    def _spacing(self) -> float:
        if self._admitted == 0 and self._opens:
            return _GRACE
        return _SPACING if self._admitted < _RAMP else 0.0

    def pause(self, asked: float | None) -> float:
        """Close for the seconds that the endpoint asks for, and a random second more; return how long from now.

        A refusal of a call that was sent before the pause began says nothing new, unless it asks for a longer one.
        """
        now = self.clock.now()
        if asked is None:
            asked = min(_LONGEST_PAUSE, _UNKNOWN_PAUSE * 2 ** min(self._refusals, 10))
        if now + asked > self._opens:
            self._refusals += self._opens <= now
            self._opens = now + asked + self.chance()
            self._next = self._opens
            self._admitted = 0
            if asked >= _TOLD:
                LOG.warning("too many requests: the endpoint asked to wait %.0f s; all calls do", asked)
        return self._opens - now

    def succeeded(self) -> None:
        """Forget earlier refusals: the endpoint answers."""
        self._refusals = 0


class Retrying(Layer):
    """Asks `inner` again what failed in passing, until `deadline` seconds after the first call.

    Retried are broken connections, timeouts, HTTP 408, 409, 425, 429 and 5xx; never what was refused, filtered, cut
    or unpaid. A wait that the endpoint asks for is never shortened: if it is beyond the deadline, the call fails now.
    """

    def __init__(
        self,
        inner: Provider,
        *,
        deadline: float = 600.0,
        attempts: int = ATTEMPTS,
        clock: Clock | None = None,
        chance: Callable[[], float] = random.random,
    ) -> None:
        super().__init__(inner)
        self._deadline = deadline
        self._attempts = attempts
        self._clock = clock or _RealClock()
        self._chance = chance
        self._gate = Gate(self._clock, chance)
        self._answered = False

    async def complete(self, request: Request) -> Reply:
        """Ask until there is an answer, or no use in asking.

        Raises:
            ProviderError: The last failure; its message says how often it was tried.
        """
        from tenacity import AsyncRetrying, RetryCallState, retry_if_exception

        ends = self._clock.now() + self._deadline
        failures = _Failures()

        # A wait beyond the deadline stops the loop now.
        def _wait_for(_: RetryCallState) -> float:
            return self._wait(failures)

        def _stop(state: RetryCallState) -> bool:
            attempts = self._attempts if self._answered else min(self._attempts, _STRANGER)
            return failures.counted >= attempts or self._clock.now() + state.upcoming_sleep >= ends

        async def _attempt() -> Reply:  # tenacity would not await a method of the SDK given to it directly
            return await self._once(request, ends, failures)

        # One loop for each call: a shared one loses errors between threads (tenacity #701).
        loop = AsyncRetrying(
            sleep=self._clock.sleep, wait=_wait_for, stop=_stop, retry=retry_if_exception(_transient), reraise=True
        )
        try:
            return await loop(_attempt)
        except ProviderError as error:
            failures.last = error
        raise self._final(failures)

    async def _once(self, request: Request, ends: float, failures: _Failures) -> Reply:
        error: ProviderError
        try:
            await self._gate.enter(ends)
            async with asyncio.timeout(ends - self._clock.now()):
                reply = await self.inner.complete(request)
        except TimeoutError:
            error = DeadlineExceeded(f"{self.host}: no answer within the deadline of {self._deadline:g} s")
        except ProviderError as caught:
            error = caught
        else:
            self._gate.succeeded()
            self._answered = True
            return reply
        self._answered = self._answered or error.status is not None
        failures.add(error)
        if isinstance(error, RateLimited) and error.status:  # else it is the gate's own
            failures.pause = self._gate.pause(error.retry_after)
        raise error

    def _wait(self, failures: _Failures) -> float:
        """Return the seconds to wait: the gate's pause, or longer each time; with jitter, never below the floor."""
        if isinstance(failures.last, RateLimited):
            return failures.pause if failures.last.status else self._deadline
        backoff = min(60.0, 0.5 * 2**failures.counted) * (0.5 + self._chance() / 2)
        floor = failures.last.retry_after if failures.last and failures.last.retry_after else 0.0
        return float(max(backoff, floor + self._chance()))

    def _final(self, failures: _Failures) -> ProviderError:
        error = failures.last
        assert error is not None
        if isinstance(error, RateLimited) and error.retry_after:
            until = datetime.now(UTC).astimezone() + timedelta(seconds=error.retry_after)
            error.args = (f"{error}; it asks to wait until {until:%H:%M}, beyond the deadline: run again then",)
        elif failures.total > 1:
            error.args = (f"{error} (tried {failures.total} times)",)
        return error


@dataclass(slots=True)
class _Failures:
    """What one call has met so far; `counted` are those that use up an attempt."""

    total: int = 0
    counted: int = 0
    pause: float = 0.0
    last: ProviderError | None = None

    def add(self, error: ProviderError) -> None:
        """Count a failure."""
        self.total += 1
        self.counted += not isinstance(error, RateLimited)
        self.last = error


def _transient(error: BaseException) -> bool:
    return isinstance(error, ProviderError) and error.transient
