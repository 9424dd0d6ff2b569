"""What goes to a model and what comes back: the values on both sides of the one seam to the world."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, Literal, Protocol

Role = Literal["system", "user", "assistant"]
Finish = Literal["stop", "length", "refusal", "content_filter", "unknown"]


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a conversation."""

    role: Role
    content: str


@dataclass(frozen=True, slots=True)
class Usage:
    """What a reply cost: tokens counted by the endpoint (or estimated), and dollars where the price is known."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float | None = None


@dataclass(frozen=True, slots=True)
class Sampling:
    """How the model is to choose its words; `max_output_tokens` bounds what one reply can cost."""

    temperature: float = 0.0
    max_output_tokens: int = 8000
    seed: int | None = 7


@dataclass(frozen=True)
class Request:
    """A question to a model, complete in itself.

    Args:
        task: What is asked: `summarize`, `compare`, … and `repair` for the one repair round.
        subject: Id of the letter or pair, for messages and for the names of recordings.
        model, host: Who is asked.
        messages: What is sent.
        form: Name of the answer's form; `schema` is its JSON Schema.
        prompt: Name and version of the prompt ("summarize.v1"); `prompt_sha256` of its file.
        variables: What the prompt was filled with, by name: the same text that stands in `messages`, for answerers
            that work by rule.
    """

    task: str
    subject: str
    model: str
    host: str
    messages: tuple[Message, ...]
    form: str
    schema: Mapping[str, Any]
    prompt: str = ""
    prompt_sha256: str = ""
    sampling: Sampling = field(default_factory=Sampling)
    variables: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def key(self) -> str:
        """SHA-256 of all that can change the answer: model, host, messages, schema, sampling; nothing else."""
        said = {
            "host": _canonical(self.host),
            "messages": f"[{','.join(map(_canonical_message, self.messages))}]",
            "model": _canonical(self.model),
            "sampling": _canonical([self.sampling.temperature, self.sampling.max_output_tokens, self.sampling.seed]),
            "schema": _canonical_schema(_Itself(self.schema)),
        }
        canonical = "{" + ",".join(f'"{name}":{value}' for name, value in said.items()) + "}"
        return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


_CANONICAL = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _canonical(value: Any) -> str:
    return _CANONICAL.encode(value)


def _canonical_message(message: Message) -> str:
    return _standing(message) if message.role == "system" else _canonical([message.role, message.content])


@lru_cache(maxsize=8)  # what stands before every letter
def _standing(message: Message) -> str:
    return _canonical([message.role, message.content])


class _Itself:
    """A value that is the same as another only if it is that very one."""

    def __init__(self, value: Mapping[str, Any]) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and self.value is other.value


@lru_cache(maxsize=8)  # the few forms of answers; what is kept here is not freed, so no other can take its place
def _canonical_schema(schema: _Itself) -> str:
    return _canonical(schema.value)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model answered: its text, unread, and how it came.

    Args:
        text: The answer as sent.
        model: The model that the endpoint says answered.
        finish: Why it ended.
        usage: What it cost, or None if the endpoint did not say.
        rung: How the form was imposed (see providers/openai.py), or "" where nothing was.
        origin: `live`, `cache`, `recorded`, `written` or `rules`.
        created: ISO time of the answer, or "" where it has none (rules are timeless).
    """

    text: str
    model: str
    finish: Finish = "stop"
    usage: Usage | None = None
    rung: str = ""
    origin: Literal["live", "cache", "recorded", "written", "rules"] = "live"
    created: str = ""


class Provider(Protocol):
    """Anything that can answer a Request."""

    @property
    def model(self) -> str:
        """Name of the model that answers."""
        ...

    @property
    def host(self) -> str:
        """Who runs it: scheme and host of an endpoint, or `local`."""
        ...

    async def complete(self, request: Request) -> Reply:
        """Answer, or raise a `ProviderError`."""
        ...
