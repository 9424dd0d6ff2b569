"""What a run over many letters promises: nothing lost, nothing renamed, nothing paid twice; the server counts."""

from __future__ import annotations

import asyncio
import random
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from doubles import FakeClock, ask, outcomes
from servers.faults import FAULTS, hold
from servers.wire import Behaviour, Call, Server, answer, good

from brief import errors
from brief.exchange import Reply, Request
from brief.providers.openai import Endpoint, OpenAI
from brief.providers.retrying import Retrying

LETTERS = 200
FEW_OR_ALL = [12, pytest.param(LETTERS, marks=pytest.mark.deep)]


def endpoint(server: Server, timeout: float = 20.0) -> OpenAI:
    return OpenAI("fake", Endpoint(server.url), timeout=timeout, max_bytes=1 << 20, probe=False)


class Counted:
    """Counts the calls of `inner` that are under way: the clock stands still as long as there are any."""

    def __init__(self, inner: OpenAI) -> None:
        self.inner = inner
        self.model, self.host = inner.model, inner.host
        self.under_way = 0

    async def complete(self, request: Request) -> Reply:
        self.under_way += 1
        try:
            return await self.inner.complete(request)
        finally:
            self.under_way -= 1


def run(server: Server, clock: FakeClock, count: int = LETTERS, timeout: float = 20.0) -> list[Reply | Exception]:
    """Read `count` letters with 64 workers; waits take no time, but a call may take `timeout` seconds."""
    counted = Counted(endpoint(server, timeout))
    retrying = Retrying(counted, clock=clock)
    requests = [ask(f"letter-{n}") for n in range(count)]
    return list(asyncio.run(clock.run(outcomes(retrying, requests), idle=lambda: counted.under_way == 0)))


@pytest.mark.slow
@pytest.mark.parametrize("count", FEW_OR_ALL)
@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_at_the_first_middle_and_last_letter_costs_at_most_itself(name: str, count: int) -> None:
    fault = FAULTS[name]
    places = (0, count // 2, count - 1)
    faulty = {f"letter-{n}" for n in places}

    def behave(call: Call) -> Behaviour:
        return fault.behave if call.subject in faulty and call.nth == 0 else good()

    with Server(behave) as server:
        results = run(server, FakeClock(), count, timeout=1.0 if fault.error is errors.DeadlineExceeded else 20.0)
        calls = Counter(c.subject for c in server.log)

    again = 1 if fault.passing else 0
    for n, result in enumerate(results):
        if n in places and fault.error and not fault.passing:
            assert type(result) is fault.error
        else:
            assert isinstance(result, Reply), f"letter-{n}: {result!r}"
        assert calls[f"letter-{n}"] == 1 + (again if n in places else 0)
    assert len(results) == count


def test_all_faults_in_one_run_are_told_apart() -> None:
    """At every second letter an endpoint fails in another way, for ever; a 429 would rightly pause all the others."""
    apart = (errors.RateLimited, errors.DeadlineExceeded)  # the latter take their time, and have tests of their own
    kinds = [f for f in FAULTS.values() if f.error not in apart]

    def behave(call: Call) -> Behaviour:
        number = int(call.subject.removeprefix("letter-"))
        return kinds[number // 2].behave if number % 2 == 0 else good()

    with Server(behave) as server:
        results = run(server, FakeClock(), 2 * len(kinds))

    for fault, faulty, healthy in zip(kinds, results[::2], results[1::2], strict=True):
        assert type(faulty) is (fault.error or Reply)
        assert isinstance(healthy, Reply)


@pytest.mark.parametrize("retry_after", [1, 5, 20])
def test_a_storm_of_429_costs_few_calls_and_none_before_its_time(retry_after: int) -> None:
    """The endpoint answers 429 for twenty seconds of the clock; 64 workers have 200 letters."""
    clock = FakeClock()
    refused: list[float] = []
    broken: list[float] = []
    until = 0.0

    def behave(call: Call) -> Behaviour:
        nonlocal until
        if clock.time < until - 1e-6:
            broken.append(clock.time)
        if clock.time < 20:
            refused.append(clock.time)
            until = clock.time + retry_after
            return answer({"error": {"message": "slow down"}}, 429, {"retry-after": str(retry_after)})
        return good()

    with Server(behave) as server:
        results = run(server, clock)

        assert all(isinstance(r, Reply) for r in results)
        assert len(server.log) <= 1.2 * LETTERS
        assert len(refused) > 0
        assert len(broken) <= 4, "only calls that were on their way when the first refusal came"


def test_an_endpoint_that_is_always_down_is_given_up_in_order() -> None:
    with Server(lambda _: FAULTS["503"].behave) as server:
        results = run(server, FakeClock(), 20)

        assert all(isinstance(r, errors.Unreachable) for r in results)
        assert len(server.log) == 20 * 6


def test_no_call_outlives_its_deadline_by_half_a_second() -> None:
    """Wall time is the subject: 0.5 s for calls that would each take for ever, beside what as many take if answered."""
    letters = [ask(f"letter-{n}") for n in range(64)]

    def timed(server: Server) -> tuple[float, list[Reply | Exception]]:
        asked = endpoint(server, timeout=30)
        asyncio.run(outcomes(Retrying(asked, deadline=0.1), [ask()]))  # imports the SDK
        began = time.monotonic()
        results = asyncio.run(outcomes(Retrying(asked, deadline=0.5), letters))
        return time.monotonic() - began, results

    with Server(lambda _: good()) as server:
        answered, _ = timed(server)
    with Server(lambda _: hold) as server:
        held, results = timed(server)

    assert all(isinstance(r, errors.DeadlineExceeded) for r in results)
    assert held < 1.0 + answered, "no slower than the machine is at the time"


RUN = """
import asyncio, sys
sys.path[:0] = [{tests!r}]
from pathlib import Path
from doubles import ask, outcomes
from brief.providers.cached import Cached
from brief.providers.ladder import Dialect, Memory, today
from brief.providers.openai import Endpoint, OpenAI
from brief.providers.retrying import Retrying
memory = Memory(); memory.put("http://127.0.0.1:{port}", "fake", Dialect(probed=today()))
cached = Cached(Retrying(OpenAI("fake", Endpoint("{url}"), memory=memory)), Path({folder!r}))
requests = [ask(f"letter-{{n}}", host=cached.host) for n in range({count})]
print("ready", flush=True)
for reply in asyncio.run(outcomes(cached, requests, at_once={workers})):
    print(type(reply).__name__, getattr(reply, "origin", reply), flush=True)
"""


def program(server: Server, folder: Path, count: int, workers: int, before: str = "") -> list[str]:
    code = RUN.format(
        tests=str(Path(__file__).parent),
        port=server.port,
        url=server.url,
        folder=str(folder),
        count=count,
        workers=workers,
    )
    return [sys.executable, "-c", before + code]


KILL = """
import os, signal, sys
step = int(sys.argv[1]); seen = 0
def dying(where):
    global seen
    seen += 1
    if seen == step: os.kill(os.getpid(), signal.SIGKILL)
def wrap(cls, name):
    inner = getattr(cls, name)
    def wrapped(*a, **k):
        dying("before " + name); result = inner(*a, **k); dying("after " + name); return result
    setattr(cls, name, wrapped)
import brief.providers.disk as disk, brief.providers.leases as leases, brief.providers.ladder as ladder
import brief.providers.openai as openai
wrap(disk.Store, "put"); wrap(disk.Store, "_cache"); wrap(leases.Leases, "_take"); wrap(leases.Leases, "_free")
wrap(openai, "body"); wrap(openai, "read_completion")
import atexit; atexit.register(lambda: print("steps", seen))
"""


@pytest.mark.slow
@pytest.mark.parametrize("stride", [13, pytest.param(1, marks=pytest.mark.deep)])
def test_a_kill_at_every_side_effect_loses_nothing_and_pays_little(tmp_path: Path, stride: int) -> None:
    """A run of six letters with two workers is killed at each step, then run again; the server counts the calls."""
    count, workers = 6, 2
    with Server(lambda _: good()) as server:
        whole = subprocess.run(
            [*program(server, tmp_path / "whole", count, workers, KILL), "0"],
            capture_output=True,
            text=True,
            check=True,
        )
        steps = int(re.findall(r"steps (\d+)", whole.stdout)[0])
        assert steps >= 40
        extra = []
        for step in range(1, steps + 1, stride):
            folder = tmp_path / f"step-{step}"
            server.log.clear()
            killed = subprocess.run(
                [*program(server, folder, count, workers, KILL), str(step)], capture_output=True, text=True, check=False
            )
            paid = Counter(c.subject for c in server.log)
            again = subprocess.run(program(server, folder, count, workers), capture_output=True, text=True, check=True)
            after = Counter(c.subject for c in server.log)

            assert killed.returncode == -signal.SIGKILL
            assert again.stdout.count("Reply") == count, again.stdout
            assert all(after[f"letter-{n}"] >= 1 for n in range(count))
            extra.append(sum(after.values()) - count)
            assert extra[-1] <= workers, f"step {step}: {paid} then {after}"
            assert "Warning" not in again.stderr
        assert len(extra) == len(range(0, steps, stride))


@pytest.mark.slow
def test_an_interrupt_ends_a_run_within_two_seconds_and_it_can_go_on(tmp_path: Path) -> None:
    patient = True

    def behave(call: Call) -> Behaviour:
        return hold if patient and call.number >= 5 else good()

    with Server(behave) as server:
        command = program(server, tmp_path / "cache", 20, 4)
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        until = time.monotonic() + 20
        while len(server.log) < 9 and time.monotonic() < until:
            time.sleep(0.02)  # five answered, four under way
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)
        assert time.monotonic() - began < 2
        patient = False
        again = subprocess.run(command, capture_output=True, text=True, check=True)

        assert again.stdout.count("Reply cache") == 5
        assert again.stdout.count("Reply live") == 15
        assert len(server.log) == 9 + 15


@pytest.mark.slow
@pytest.mark.parametrize("rounds", [2, pytest.param(40, marks=pytest.mark.deep)])
def test_random_kills_over_several_workers_lose_no_acknowledged_reply(tmp_path: Path, rounds: int) -> None:
    """Three processes that share a cache are killed at random moments; every reply that one has told of is kept."""
    workers, chance = 3, random.Random(7)  # a seed: a failure can be seen again
    with Server(lambda _: good()) as server:
        for number in range(rounds):
            folder = tmp_path / f"cache-{number}"
            command = program(server, folder, 40, workers)
            server.log.clear()
            processes = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
            for process in processes:
                assert process.stdout is not None
                process.stdout.readline()
            time.sleep(chance.uniform(0.0, 0.6))
            for process in processes:
                process.kill()
                process.communicate()
            killed = len({c.subject for c in server.log})
            done = subprocess.run(command, capture_output=True, text=True, check=True)

            assert done.stdout.count("Reply") == 40
            assert done.stdout.count("Reply cache") >= killed - 3 * workers
            assert len(server.log) <= 40 + 3 * workers, "only what was under way at the kill is paid twice"
