"""What an endpoint can do: the rungs by which a form is imposed, stepped down only when refused, and remembered."""

from __future__ import annotations

import contextlib
import json
import os
import re
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from brief.exchange import Request

# From the strongest to the weakest. The prompt holds the schema too, on every rung, since a server that builds a
# grammar from it does not show it to the model.
RUNGS = ("json_schema_strict", "json_schema", "json_object_schema", "tool", "prompt")
_NAMES = {  # words by which a refusal names what it does not take
    "json_schema_strict": r"strict|response_format|json_schema|schema|grammar|structured|guided",
    "json_schema": r"response_format|json_schema|schema|grammar|structured|guided",
    "json_object_schema": r"response_format|json_object|json_schema|schema|grammar|structured",
    "tool": r"tool|function",
}
_NAMED_BY_A_500 = re.compile(r"response_format|json_schema|json_object|grammar")
_AT_MOST = re.compile(r"at most (\d+) completion tokens")
_FRESH = 30  # days after which an endpoint is tried anew: servers are updated


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one endpoint takes requests for one model.

    Args:
        rung: How the form is imposed. enforced: Whether the endpoint holds the model to it; None if not probed.
        tokens: Name of the parameter that bounds the answer, or "" if it takes neither.
        temperature, seed: Whether it takes these parameters.
        most: The most tokens that it lets an answer have, if it told.
        probed: ISO date of the probe, or "".
    """

    rung: str = RUNGS[0]
    enforced: bool | None = None
    tokens: str = "max_tokens"
    temperature: bool = True
    seed: bool = True
    most: int | None = None
    probed: str = ""


def first_guess(host: str) -> Dialect:
    """Return how to begin with `host`: OpenAI's and Azure's newer models take only `max_completion_tokens`."""
    modern = host == "https://api.openai.com" or host.endswith(".azure.com")
    return Dialect(tokens="max_completion_tokens" if modern else "max_tokens")


def body(request: Request, model: str, dialect: Dialect) -> dict[str, Any]:
    """Return the parameters of the chat completion that asks `request` in `dialect`."""
    asked: dict[str, Any] = {
        "model": model,
        "messages": [{"role": m.role, "content": m.content} for m in request.messages],
    }
    sampling = request.sampling
    if dialect.tokens:
        asked[dialect.tokens] = min(sampling.max_output_tokens, dialect.most or sampling.max_output_tokens)
    if dialect.temperature:
        asked["temperature"] = sampling.temperature
    if dialect.seed and sampling.seed is not None:
        asked["seed"] = sampling.seed
    return asked | _imposed(request, dialect.rung)


def _imposed(request: Request, rung: str) -> dict[str, Any]:
    name, schema = request.form, dict(request.schema)
    if rung == "json_schema_strict":
        named = {"name": name, "schema": schema, "strict": True}
        return {"response_format": {"type": "json_schema", "json_schema": named}}
    if rung == "json_schema":
        return {"response_format": {"type": "json_schema", "json_schema": {"name": name, "schema": schema}}}
    if rung == "json_object_schema":
        return {"response_format": {"type": "json_object", "schema": schema}}
    if rung == "tool":
        function = {"name": name, "description": "Give the answer.", "parameters": schema}
        choice = {"type": "function", "function": {"name": name}}
        return {"tools": [{"type": "function", "function": function}], "tool_choice": choice}
    return {}


def step_down(dialect: Dialect, status: int, said: str) -> Dialect | None:
    """Return the dialect to try after a refusal that names what is not taken, or None if it names nothing of ours.

    Args:
        status: 400 and 422, or llama-cpp-python's 500; others mean something else.
        said: The refusal's words, with the parameter that they name.
    """
    if status not in (400, 422, 500):
        return None
    text = said.casefold()
    if status == 500 and not _NAMED_BY_A_500.search(text):
        return None
    most = _AT_MOST.search(text)
    if most and dialect.most is None:
        return replace(dialect, most=int(most[1]))
    if dialect.tokens and re.search(rf"\b{dialect.tokens}\b", text):
        other = {"max_tokens": "max_completion_tokens", "max_completion_tokens": "max_tokens"}[dialect.tokens]
        return replace(dialect, tokens=other)
    if dialect.temperature and "temperature" in text:
        return replace(dialect, temperature=False)
    if dialect.seed and re.search(r"\bseed\b", text):
        return replace(dialect, seed=False)
    if dialect.rung in _NAMES and re.search(_NAMES[dialect.rung], text):
        return replace(dialect, rung=RUNGS[RUNGS.index(dialect.rung) + 1])
    return None


class Memory:
    """What was learned of endpoints, by host and model, in one small JSON file; `path` None forgets at exit."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._known: dict[str, Dialect] = {}

    def get(self, host: str, model: str) -> Dialect | None:
        """Return what is known, or None if nothing is, or if it was learned too long ago."""
        key = f"{host} {model}"
        if key not in self._known:
            found = _dialect(self._read().get(key))
            if found is None:
                return None
            self._known[key] = found
        return self._known[key]

    def put(self, host: str, model: str, dialect: Dialect) -> None:
        """Remember; a folder that cannot be written costs the next run a probe, and nothing else."""
        self._known[f"{host} {model}"] = dialect
        if self._path is not None:
            with contextlib.suppress(OSError):
                self._write({**self._read(), f"{host} {model}": asdict(dialect)})

    def _read(self) -> dict[str, Any]:
        if self._path is None:
            return {}
        try:
            value = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return value if isinstance(value, dict) else {}

    def _write(self, value: Mapping[str, Any]) -> None:
        assert self._path is not None
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=".endpoints-")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(value, file, indent=1, sort_keys=True)
        Path(name).replace(self._path)


def _dialect(value: object) -> Dialect | None:
    """Read a remembered dialect; the file is not trusted."""
    if not isinstance(value, dict) or value.keys() != {f.name for f in fields(Dialect)}:
        return None
    flags = [value["temperature"], value["seed"], value["enforced"] or False]
    known = value["rung"] in RUNGS and value["tokens"] in ("max_tokens", "max_completion_tokens", "")
    most = value["most"] is None or (type(value["most"]) is int and value["most"] > 0)
    if not known or not most or not all(isinstance(f, bool) for f in flags) or not _fresh(value["probed"]):
        return None
    return Dialect(**value)


def _fresh(date: object) -> bool:
    try:
        then = datetime.fromisoformat(str(date)).replace(tzinfo=UTC)
    except ValueError:
        return False
    return 0 <= (datetime.now(UTC) - then).days <= _FRESH


def today() -> str:
    """Return the date of today, in UTC."""
    return datetime.now(UTC).date().isoformat()
