"""The transport's guards: no compression, no redirects, and no more bytes than an answer can have."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TYPE_CHECKING

from brief.errors import BadReply

if TYPE_CHECKING:
    import httpx2

MAX_BYTES = 8 * 1024 * 1024  # an answer of 8,000 tokens has some 40 kB; a million tokens of JSON have under 8 MiB


def guarded_client(max_bytes: int = MAX_BYTES) -> httpx2.AsyncClient:
    """Return an HTTP client for the SDK that follows no redirect and reads at most `max_bytes` of uncompressed reply.

    Each reply has a connection of its own: none is found stale, and none is left open when an event loop ends.
    Proxies are taken from the environment; time limits are the caller's (a read timeout bounds no total).
    """
    import httpx2
    from openai import DefaultAsyncHttpx2Client

    return DefaultAsyncHttpx2Client(
        follow_redirects=False,
        headers={"accept-encoding": "identity"},
        event_hooks={"response": [_guard(max_bytes)]},
        limits=httpx2.Limits(max_connections=None, max_keepalive_connections=0),
        timeout=None,
    )


def _guard(max_bytes: int) -> Callable[[httpx2.Response], Awaitable[None]]:
    """Return what looks at a reply before its body is read, and then counts the body's bytes."""
    import httpx2

    class _Capped(httpx2.AsyncByteStream):
        def __init__(self, inner: httpx2.AsyncByteStream, host: str) -> None:
            self._inner = inner
            self._host = host

        async def __aiter__(self) -> AsyncIterator[bytes]:
            got = 0
            async for chunk in self._inner:
                got += len(chunk)
                if got > max_bytes:
                    raise BadReply(f"{self._host}: the reply is over {max_bytes:,} bytes; it was not read further")
                yield chunk

        async def aclose(self) -> None:
            """Close the reply's connection."""
            await self._inner.aclose()

    async def check(response: httpx2.Response) -> None:
        host = f"{response.url.scheme}://{response.url.netloc.decode()}"
        coding = response.headers.get("content-encoding", "identity")
        if coding != "identity":
            raise BadReply(f"{host}: the reply is {coding[:20]!r}-encoded, which was not asked for; it was not read")
        assert isinstance(response.stream, httpx2.AsyncByteStream)
        response.stream = _Capped(response.stream, host)

    return check
