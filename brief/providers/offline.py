"""Answers nothing: behind the cache, it stands for an endpoint that must not be asked."""

from __future__ import annotations

from brief.errors import Unreachable
from brief.exchange import Reply, Request


class Offline:
    """Refuses every request; `model` and `host` are those of the endpoint whose cached answers are wanted."""

    def __init__(self, model: str, host: str) -> None:
        self.model = model
        self.host = host

    async def complete(self, request: Request) -> Reply:
        """Refuse.

        Raises:
            Unreachable: Always; the message names the request's key.
        """
        raise Unreachable(
            f"--offline: the cache has no answer of {self.model} for {request.task} of {request.subject} "
            f"(key {request.key[:8]}); run it once without --offline, or use --model extractive"
        )
