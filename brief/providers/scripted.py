"""A provider that says what it was told to say, in order: the double for tests."""

from __future__ import annotations

from collections.abc import Iterable

from brief.errors import ProviderError
from brief.exchange import Reply, Request


class Scripted:
    """Answers each request with the next of `answers`, or raises it; `requests` keeps what was asked."""

    def __init__(
        self, answers: Iterable[str | Reply | Exception], model: str = "scripted", host: str = "local"
    ) -> None:
        self.model = model
        self.host = host
        self.requests: list[Request] = []
        self._answers = iter(answers)

    async def complete(self, request: Request) -> Reply:
        """Answer with the next line of the script."""
        self.requests.append(request)
        answer = next(self._answers, None)
        if answer is None:
            raise ProviderError(f"the script has no answer left for {request.task} of {request.subject}")
        if isinstance(answer, Exception):
            raise answer
        return answer if isinstance(answer, Reply) else Reply(text=answer, model=self.model)
