"""Recordings of requests and replies, one readable JSON file each; a replay answers from them and asks nobody."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal, cast

from brief.errors import FormError, NotRecorded, OutputError, SettingsError
from brief.exchange import Finish, Message, Provider, Reply, Request, Role, Sampling, Usage
from brief.schema import read_object

VERSION = "letterbrief/recording.v1"
Origin = Literal["recorded", "written"]


class Cassette:
    """Answers from the recordings in `folder`; with `record`, asks that provider and records what it answers.

    Args:
        folder: Where the recordings lie.
        record: Who is asked and recorded. Failures are not recorded.
        origin: How recordings made now came to be: `recorded` from an endpoint, or `written` by hand.
        model, host: Who is said to answer. By default the recorded provider; in a replay, who answered most of the
            recordings.
    """

    def __init__(
        self,
        folder: Path,
        record: Provider | None = None,
        *,
        origin: Origin = "recorded",
        model: str | None = None,
        host: str | None = None,
    ) -> None:
        self.folder = folder
        self.record = record
        self._origin = origin
        self._tapes = {} if record else _load(folder)
        self.model, self.host = self._who(model, host)

    def _who(self, model: str | None, host: str | None) -> tuple[str, str]:
        if self.record:
            return model or self.record.model, host or self.record.host
        pairs = Counter((r.model, r.host) for r, _ in self._tapes.values())
        wanted = [p for p, _ in pairs.most_common() if model in (None, p[0]) and host in (None, p[1])]
        return wanted[0] if wanted else (model or "unknown", host or "unknown")

    async def complete(self, request: Request) -> Reply:
        """Answer from the recording of exactly this request, or make one.

        Raises:
            NotRecorded: There is none; the message names the request's key and how to record it.
        """
        if self.record is None:
            return self._replay(request)
        reply = await self.record.complete(request)
        text, _ = _readable(reply.text)  # what a replay will give: a follow-up quotes it, and must have the same key
        reply = replace(reply, text=text, origin=self._origin)
        self._save(request, reply)
        return reply

    def _replay(self, request: Request) -> Reply:
        if request.key in self._tapes:
            return self._tapes[request.key][1]
        same = any(r.task == request.task and r.subject == request.subject for r, _ in self._tapes.values())
        why = "the letter, the prompt or the model has changed since it was recorded" if same else "none was made"
        command = "compare A B" if request.task in ("compare", "silence") else "summarize FILE"
        raise NotRecorded(
            f"{self.folder}: no recording of {request.task} for {request.subject} by {request.model} "
            f"(key {request.key[:8]}; {why}); record it: brief {command} --model MODEL --record {self.folder}"
        )

    def _save(self, request: Request, reply: Reply) -> None:
        path = self.folder / file_name(request)
        text = json.dumps(_written(request, reply), ensure_ascii=False, indent=1) + "\n"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder, prefix=".recording-")
            with os.fdopen(handle, "w", encoding="utf-8", errors="surrogatepass") as file:
                file.write(text)
            Path(name).replace(path)
        except OSError as error:
            raise OutputError(f"{path}: the recording cannot be written ({error.strerror})") from None


def file_name(request: Request) -> str:
    """Return the name of the recording: task, letter, and the first eight digits of the key."""
    letter = re.sub(r"[^a-z0-9]+", "-", request.subject.casefold()).strip("-")[:80].strip("-") or "letter"
    return f"{request.task}-{letter}-{request.key[:8]}.json"


def read_recording(path: Path) -> tuple[Request, Reply]:
    """Read a recording.

    Raises:
        SettingsError: The file is no recording, or its key is not that of the request in it.
    """
    try:
        value = json.loads(path.read_bytes().decode("utf-8", "surrogatepass"))
        request, reply = _request(value["request"]), _reply(value)
        key, version = value["key"], value["recording"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise SettingsError(f"{path}: this is no recording ({type(error).__name__}: {error})") from None
    if version != VERSION or key != request.key:
        raise SettingsError(f"{path}: the recording's key is not that of its request; record it again")
    return request, reply


def _load(folder: Path) -> dict[str, tuple[Request, Reply]]:
    if not folder.is_dir():
        raise SettingsError(f"{folder}: there is no such folder of recordings")
    tapes = [read_recording(path) for path in sorted(folder.glob("*-*.json"))]
    return {request.key: (request, reply) for request, reply in tapes}


def _written(request: Request, reply: Reply) -> dict[str, Any]:
    usage = reply.usage
    return {
        "recording": VERSION,
        "origin": reply.origin,
        "created": reply.created,
        "key": request.key,
        "request": {
            "task": request.task,
            "subject": request.subject,
            "model": request.model,
            "host": request.host,
            "prompt": request.prompt,
            "prompt_sha256": request.prompt_sha256,
            "form": request.form,
            "sampling": {
                "temperature": request.sampling.temperature,
                "max_output_tokens": request.sampling.max_output_tokens,
                "seed": request.sampling.seed,
            },
            "messages": [{"role": m.role, "content": m.content.split("\n")} for m in request.messages],
            "schema": request.schema,
        },
        "reply": {
            "model": reply.model,
            "finish": reply.finish,
            "rung": reply.rung,
            "usage": usage and [usage.prompt_tokens, usage.completion_tokens, usage.cost],
            "answer": _readable(reply.text)[1],
        },
    }


def _readable(text: str) -> tuple[str, dict[str, Any] | list[str]]:
    """Return an answer as a replay gives it, and as a person reads it: as JSON if it is nothing else, or in lines."""
    if text.strip()[:1] == "{":
        try:
            value = read_object(text)
        except FormError:
            pass
        else:
            return json.dumps(value, ensure_ascii=False), value
    return text, text.split("\n")


def _request(said: Mapping[str, Any]) -> Request:
    messages = tuple(Message(cast(Role, m["role"]), "\n".join(m["content"])) for m in said["messages"])
    known = ("task", "subject", "model", "host", "prompt", "prompt_sha256", "form", "schema")
    return Request(messages=messages, sampling=Sampling(**said["sampling"]), **{name: said[name] for name in known})


def _reply(value: Mapping[str, Any]) -> Reply:
    said = value["reply"]
    answer = said["answer"]
    text = "\n".join(answer) if isinstance(answer, list) else json.dumps(answer, ensure_ascii=False)
    if value["origin"] not in ("recorded", "written"):
        raise ValueError("origin must be recorded or written")
    return Reply(
        text=text,
        model=said["model"],
        finish=cast(Finish, said["finish"]),
        usage=Usage(*said["usage"]) if said["usage"] else None,
        rung=said["rung"],
        origin=value["origin"],
        created=value["created"],
    )
