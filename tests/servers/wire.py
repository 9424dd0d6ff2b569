"""A chat-completion endpoint on a real socket, told line by line how to behave; its log counts what was asked."""

from __future__ import annotations

import asyncio
import json
import re
import socket
import struct
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Self

SUBJECT = re.compile(r"letter-\d+")


@dataclass(frozen=True)
class Call:
    """One request as it came: `at` is the loop's time, `number` counts from 0, `nth` counts calls for its letter."""

    number: int
    nth: int
    at: float
    path: str
    headers: dict[str, str]
    raw: bytes

    @property
    def body(self) -> dict[str, Any]:
        return json.loads(self.raw)  # type: ignore[no-any-return]

    @property
    def subject(self) -> str:
        found = SUBJECT.search(self.raw.decode("utf-8", "replace"))
        return found[0] if found else ""


@dataclass
class Wire:
    """The connection on which a call came."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    stopped: asyncio.Event

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    async def hold(self) -> None:
        """Say nothing until the client goes away or the server stops."""
        gone = asyncio.ensure_future(self.reader.read())
        stop = asyncio.ensure_future(self.stopped.wait())
        _, open_ones = await asyncio.wait({gone, stop}, timeout=30, return_when=asyncio.FIRST_COMPLETED)
        for task in open_ones:
            task.cancel()

    def reset(self) -> None:
        """Close with a TCP reset."""
        sock = self.writer.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()


Behaviour = Callable[[Call, Wire], Awaitable[None]]


def http(status: int, body: bytes, headers: dict[str, str] | None = None) -> bytes:
    """A whole HTTP response."""
    head = {"content-type": "application/json", "content-length": str(len(body)), "connection": "close"}
    lines = [f"HTTP/1.1 {status} X", *(f"{k}: {v}" for k, v in (head | (headers or {})).items()), "", ""]
    return "\r\n".join(lines).encode() + body


def completion(call: Call, content: object = '{"answer": "yes"}', **change: Any) -> dict[str, Any]:
    """A chat completion; `change` replaces parts of the message, `finish` the finish_reason, `usage` the usage."""
    finish = change.pop("finish", "stop")
    text = content if isinstance(content, str) else ""
    usage = change.pop("usage", {"prompt_tokens": len(call.raw) // 4, "completion_tokens": len(text) // 4})
    message = {"role": "assistant", "content": content, **change}
    choice = {"index": 0, "message": message, "finish_reason": finish}
    return {"id": "c", "object": "chat.completion", "model": "fake-1", "choices": [choice], "usage": usage}


def answer(value: object, status: int = 200, headers: dict[str, str] | None = None) -> Behaviour:
    """Answer with JSON, or with bytes as they are."""

    async def behave(call: Call, wire: Wire) -> None:
        said = value(call) if callable(value) else value
        await wire.send(http(status, said if isinstance(said, bytes) else json.dumps(said).encode(), headers))

    return behave


def good(content: str = '{"answer": "yes"}') -> Behaviour:
    """Answer as an endpoint should."""
    return answer(lambda call: completion(call, content))


@dataclass
class Server:
    """A server in a thread of its own; `behave` chooses what each call meets."""

    behave: Callable[[Call], Behaviour]
    log: list[Call] = field(default_factory=list)
    open_now: int = 0
    most_open: int = 0

    def __enter__(self) -> Self:
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stopped.set)
        self._thread.join(10)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def calls_of(self, subject: str) -> int:
        return sum(c.subject == subject for c in self.log)

    async def _serve(self) -> None:
        self._loop, self._stopped = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncio.start_server(self._meet, "127.0.0.1", 0, backlog=1024)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._stopped.wait()
        server.close()

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.open_now += 1
        self.most_open = max(self.most_open, self.open_now)
        try:
            call = await self._read(reader)
            await self.behave(call)(call, Wire(reader, writer, self._stopped))
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            self.open_now -= 1
            writer.close()

    async def _read(self, reader: asyncio.StreamReader) -> Call:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {k.lower(): v for k, _, v in (line.partition(": ") for line in head[1:] if line)}
        raw = await reader.readexactly(int(headers.get("content-length", 0)))
        call = Call(len(self.log), 0, self._loop.time(), head[0].split()[1], headers, raw)
        call = Call(call.number, self.calls_of(call.subject), call.at, call.path, headers, raw)
        self.log.append(call)
        return call
