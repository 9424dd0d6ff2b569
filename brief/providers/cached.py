"""Keeps replies, so that nothing is paid for twice; what is kept is read as warily as what came over the wire."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

from brief.errors import FormError
from brief.exchange import Provider, Reply, Request, Usage
from brief.providers.disk import LOG, Store
from brief.providers.layer import Layer
from brief.providers.leases import Leases
from brief.schema import fits, read_object


class Cached(Layer):
    """Answers from the replies kept in `folder`, and asks `inner` for the others; equal requests are asked once.

    Failures are never kept, nor an answer that was cut or that does not have the form asked for.
    """

    def __init__(self, inner: Provider, folder: Path) -> None:
        super().__init__(inner)
        self._store = Store(folder)
        self._leases = Leases(folder / "leases")
        self._writer = ThreadPoolExecutor(
            1, "brief-cache"
        )  # a synced write takes milliseconds, which others would wait

    async def complete(self, request: Request) -> Reply:
        """Answer from the cache, or ask and keep; of several that ask the same, in any process, one pays."""
        if kept := self.kept(request):
            return kept
        async with self._leases.hold(request.key):
            if kept := self.kept(request):  # another paid for it meanwhile
                return kept
            reply = await self.inner.complete(request)
            if reply.finish in ("stop", "unknown") and _has_the_form(reply.text, request):
                loop = asyncio.get_running_loop()
                await loop.run_in_executor(self._writer, self._store.put, request.key, _row(reply))
            return reply

    def kept(self, request: Request) -> Reply | None:
        """Return the reply kept for `request`, or None; a row of another shape is dropped with a warning."""
        row = self._store.get(request.key)
        if row is None:
            return None
        reply = _read(row)
        if reply is None or not _has_the_form(reply.text, request):
            LOG.warning("cache: the reply kept for %s of %s is not readable; dropped", request.task, request.subject)
            self._store.drop(request.key)
            return None
        return reply

    def close(self) -> None:
        """Close the database, in both threads that have it open."""
        self._writer.submit(self._store.close).result()
        self._writer.shutdown()
        self._store.close()


def _has_the_form(text: str, request: Request) -> bool:
    try:
        return fits(read_object(text), request.schema)
    except FormError:
        return False


def _row(reply: Reply) -> dict[str, Any]:
    usage = reply.usage
    return {
        "text": reply.text,
        "model": reply.model,
        "finish": reply.finish,
        "usage": usage and [usage.prompt_tokens, usage.completion_tokens],
        "cost": usage and usage.cost,
        "rung": reply.rung,
        "created": reply.created,
    }


def _read(row: Any) -> Reply | None:
    """Read a row that anybody may have written."""
    names = ("text", "model", "finish", "rung", "created")
    if not isinstance(row, dict) or not all(isinstance(row.get(n), str) for n in names):
        return None
    if row["finish"] not in ("stop", "unknown"):
        return None
    return replace(Reply(**{n: row[n] for n in names}), usage=_usage(row), origin="cache")


def _usage(row: Mapping[str, Any]) -> Usage | None:
    counts, cost = row.get("usage"), row.get("cost")
    if not isinstance(counts, list) or len(counts) != 2 or not all(type(c) is int and c >= 0 for c in counts):
        return None
    return Usage(counts[0], counts[1], cost if isinstance(cost, float) else None)
