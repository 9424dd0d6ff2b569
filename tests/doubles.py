"""Doubles and makers for the tests of providers: a clock that does not wait, and requests about numbered letters."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from brief.exchange import Message, Provider, Reply, Request

T = TypeVar("T")
SCHEMA = {
    "type": "object",
    "properties": {"answer": {"type": "string"}},
    "required": ["answer"],
    "additionalProperties": False,
}


@dataclass
class FakeClock:
    """A clock whose sleepers wake in order, in no real time: when all that run are asleep, the next one wakes."""

    time: float = 0.0
    slept: list[float] = field(default_factory=list)
    _sleepers: list[tuple[float, asyncio.Future[None]]] = field(default_factory=list)

    def now(self) -> float:
        return self.time

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        waked: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._sleepers.append((self.time + seconds, waked))
        await waked

    async def run(self, work: Awaitable[T], idle: Callable[[], bool] = lambda: True) -> T:
        """Run `work`, turning the clock on whenever nothing else happens; `idle` tells whether nothing is under way."""
        task = asyncio.ensure_future(work)
        quiet = 0
        while not task.done():
            await asyncio.sleep(0)
            quiet = quiet + 1 if idle() else 0
            if quiet > 20 and self._sleepers:
                self._wake()
                quiet = 0
        return task.result()

    def _wake(self) -> None:
        first = min(self._sleepers, key=lambda s: s[0])
        self._sleepers.remove(first)
        self.time = max(self.time, first[0])
        if not first[1].done():
            first[1].set_result(None)


def ask(subject: str = "letter-1", model: str = "fake", host: str = "http://127.0.0.1", **change: Any) -> Request:
    """A small request about a numbered letter."""
    made: dict[str, Any] = {
        "task": "summarize",
        "subject": subject,
        "model": model,
        "host": host,
        "messages": (Message("system", "Read."), Message("user", f"This is {subject}.")),
        "form": "Answer",
        "schema": SCHEMA,
        "prompt": "summarize.v1",
    }
    return Request(**(made | change))


async def outcome(provider: Provider, request: Request) -> Reply | Exception:
    """The reply, or what was raised."""
    try:
        return await provider.complete(request)
    except Exception as error:
        return error


async def outcomes(provider: Provider, requests: Iterable[Request], at_once: int = 64) -> list[Reply | Exception]:
    """What becomes of each request, asked by `at_once` workers."""
    turn = asyncio.Semaphore(at_once)

    async def one(request: Request) -> Reply | Exception:
        async with turn:
            return await outcome(provider, request)

    return list(await asyncio.gather(*map(one, requests)))
