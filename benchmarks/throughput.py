"""How long many letters take against an endpoint that answers after one second: `python benchmarks/throughput.py`.

512 requests, 64 at once: eight seconds is ideal. `brief` asks through all its layers (cache, retries, gate, budget,
strict reading); beside it the bare SDK asks the same in the same run. The server is a process of its own.
"""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from doubles import ask

from brief.exchange import Request
from brief.providers import provider_for
from brief.providers.ladder import body, first_guess
from brief.settings import load_settings

LETTERS, AT_ONCE, LATENCY = 512, 64, 1.0
IDEAL = LETTERS / AT_ONCE * LATENCY


def serve(pipe: object) -> None:
    """Answer every chat completion after `LATENCY` seconds, on keep-alive connections."""
    reply = json.dumps({
        "model": "fake",
        "choices": [{"message": {"role": "assistant", "content": '{"answer": "yes"}'}, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 40, "completion_tokens": 8},
    }).encode()  # fmt: skip
    whole = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(reply) + reply

    async def meet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).lower()
                length = int(head.split(b"content-length: ")[1].split(b"\r\n")[0])
                await reader.readexactly(length)
                await asyncio.sleep(LATENCY)
                writer.write(whole)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def run() -> None:
        server = await asyncio.start_server(meet, "127.0.0.1", 0, backlog=1024)
        pipe.send(server.sockets[0].getsockname()[1])  # type: ignore[attr-defined]
        await server.serve_forever()

    asyncio.run(run())


async def timed(one: Callable[[Request], Awaitable[object]], requests: list[Request]) -> float:
    """Seconds for all requests, `AT_ONCE` at a time."""
    turn = asyncio.Semaphore(AT_ONCE)

    async def waiting(request: Request) -> None:
        async with turn:
            await one(request)

    began = time.perf_counter()
    await asyncio.gather(*map(waiting, requests))
    return time.perf_counter() - began


async def ours(url: str, requests: list[Request], folder: Path) -> tuple[float, float]:
    """Seconds through all layers, and again from the cache."""
    provider = provider_for(load_settings(model="fake", base_url=url, cache_dir=folder))
    await provider.complete(ask("warm", host=provider.host))  # imports, and the one probe
    return await timed(provider.complete, requests), await timed(provider.complete, requests)


async def bare(url: str, requests: list[Request]) -> float:
    """Seconds with the SDK alone."""
    from openai import AsyncOpenAI

    async with AsyncOpenAI(base_url=url, api_key="none", max_retries=0) as client:

        async def one(request: Request) -> object:
            made = await client.chat.completions.create(**body(request, "fake", first_guess("")))
            return made.choices[0].message.content

        await one(requests[0])
        return await timed(one, requests)


def main() -> None:
    """Run both twice, in turns, and print the better run of each."""
    here, there = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(target=serve, args=(there,), daemon=True)
    server.start()
    url = f"http://127.0.0.1:{here.recv()}/v1"
    host = url.removesuffix("/v1")
    requests = [ask(f"letter-{n}", host=host) for n in range(LETTERS)]
    runs = []
    for _ in range(2):
        with tempfile.TemporaryDirectory() as folder:
            runs.append((*asyncio.run(ours(url, requests, Path(folder) / "cache")), asyncio.run(bare(url, requests))))
    server.terminate()
    mine, cached, theirs = (min(column) for column in zip(*runs, strict=True))
    print(f"{LETTERS} letters, {AT_ONCE} at once, {LATENCY:g} s latency; ideal {IDEAL:g} s")
    print(f"  brief, all layers   {mine:6.2f} s   {mine / IDEAL:.2f} x ideal")
    print(f"  openai SDK, bare    {theirs:6.2f} s   {theirs / IDEAL:.2f} x ideal")
    print(f"  brief, from cache   {cached:6.2f} s   {LETTERS / cached:,.0f} letters a second")


if __name__ == "__main__":
    main()
