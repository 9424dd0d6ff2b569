"""The form of an answer as portable strict JSON Schema, and the strict reader of answers in that form."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from brief.drafts import Form
from brief.errors import FormError

F = TypeVar("F", bound=Form)

# What every server of the survey takes (OpenAI strict mode is the narrowest: all keys required, nothing additional;
# `oneOf`, `default`, `format`, `pattern` and bounds are refused by one or the other). Pydantic checks the rest.
KEYWORDS = frozenset({"type", "properties", "required", "additionalProperties", "items", "enum", "anyOf"})
_SCALARS: Mapping[str, type | tuple[type, ...]] = {
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
    "null": type(None),
}
_SHOWN = 5  # faults named in one message: enough to repair by, short enough for one line


@cache
def schema_of(form: type[Form]) -> dict[str, Any]:
    """Return the portable strict JSON Schema of `form`; references are inlined, and all fields are required.

    Raises:
        TypeError: The form has something that not every server takes; the message names the place.
    """
    made = form.model_json_schema()
    return _portable(made, made.get("$defs", {}), form.__name__)


@cache
def schema_text(form: type[Form]) -> str:
    """Return the schema of `form` as a prompt gives it."""
    return json.dumps(schema_of(form))


def _portable(node: Mapping[str, Any], defs: Mapping[str, Any], at: str) -> dict[str, Any]:
    if "$ref" in node:
        name = node["$ref"].removeprefix("#/$defs/")
        if name in at.split("/"):
            raise TypeError(f"{at}: a form cannot contain itself")
        return _portable(defs[name], defs, f"{at}/{name}")
    if "anyOf" in node:
        return _nullable(node["anyOf"], defs, at)
    if node.get("type") == "object":
        return _object(node, defs, at)
    if node.get("type") == "array" and "items" in node and "uniqueItems" not in node:
        return {"type": "array", "items": _portable(node["items"], defs, f"{at}[]")}
    return _scalar(node, at)


def _nullable(branches: list[dict[str, Any]], defs: Mapping[str, Any], at: str) -> dict[str, Any]:
    """The one union: something, or null. As `anyOf`, since servers drop `items` and `enum` beside a list of types."""
    if len(branches) != 2 or branches[1] != {"type": "null"}:
        raise TypeError(f"{at}: the only union that all servers take is with null")
    return {"anyOf": [_portable(branches[0], defs, at), {"type": "null"}]}


def _object(node: Mapping[str, Any], defs: Mapping[str, Any], at: str) -> dict[str, Any]:
    fields = node.get("properties", {})
    if node.get("additionalProperties") is not False or set(node.get("required", ())) != set(fields):
        raise TypeError(f"{at}: every field must be required, and no other allowed")
    return {
        "type": "object",
        "properties": {name: _portable(field, defs, f"{at}.{name}") for name, field in fields.items()},
        "required": list(fields),
        "additionalProperties": False,
    }


def _scalar(node: Mapping[str, Any], at: str) -> dict[str, Any]:
    if "const" in node:
        node = {"type": node.get("type", "string"), "enum": [node["const"]]}
    kept = {k: v for k, v in node.items() if k not in ("title", "description")}
    if kept.keys() - {"type", "enum"} or kept.get("type") not in ("string", "integer", "number", "boolean"):
        raise TypeError(f"{at}: {', '.join(sorted(kept))} is not taken by all servers")
    return kept


def read_form(text: str, form: type[F]) -> F:
    """Read a model's answer as `form`: one JSON object, with every field, no other, and none twice.

    Raises:
        FormError: It is none; the message names the fields, and holds nothing of the letter.
    """
    value = read_object(text)
    try:
        return form.model_validate(value)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False, include_input=False)
    told = "; ".join(dict.fromkeys(_fault(f) for f in faults[:_SHOWN]))
    more = f"; and {len(faults) - _SHOWN} more" if len(faults) > _SHOWN else ""
    raise FormError(f"the answer is no {form.__name__}: {told}{more}")


def _fault(fault: ErrorDetails) -> str:
    """Name a fault. The name of a field too many is the model's own word, so only its place is told."""
    place = fault["loc"][:-1] if fault["type"] == "extra_forbidden" else fault["loc"]
    path = "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in place).lstrip(".") or "the whole"
    said = "has a field that the form has not" if fault["type"] == "extra_forbidden" else fault["msg"]
    return f"{path}: {said[:1].lower()}{said[1:]}"


_THOUGHT = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
_FENCE = re.compile(r"\A\s*```(?:json)?[ \t]*\r?\n(.*?)\r?\n?[ \t]*```\s*\Z", re.DOTALL | re.IGNORECASE)


def read_object(text: str) -> dict[str, Any]:
    """Read `text` as one JSON object, after one byte-order mark, one leading thought and one fence around it.

    Raises:
        FormError: It is none, or a key stands twice, or a number is none; the message holds nothing of the letter.
    """
    bare = _THOUGHT.sub("", text.removeprefix("\ufeff"), count=1)
    fenced = _FENCE.match(bare)
    problem = ""
    try:
        value = json.loads(fenced[1] if fenced else bare, object_pairs_hook=_unique, parse_constant=_no_constant)
        json.dumps(value, ensure_ascii=False).encode() if "\\u" in bare else bare.encode()
    except UnicodeEncodeError:
        problem = "it has half a character (a lone surrogate)"
    except json.JSONDecodeError as error:
        problem = f"it is no JSON ({error.msg} at character {error.pos})"  # the error itself holds the whole text
    except ValueError as error:
        problem = f"it is no JSON ({error})"
    except RecursionError:
        problem = "it is nested too deeply"
    if problem:
        raise FormError(f"the answer cannot be read: {problem}")
    if not isinstance(value, dict):
        raise FormError(f"the answer cannot be read: it is a JSON {type(value).__name__}, not an object")
    return value


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice in one object")
    return found


def _no_constant(name: str) -> float:
    raise ValueError(f"{name.lstrip('-')} is no number")


def fits(value: Any, schema: Mapping[str, Any]) -> bool:
    """Tell whether `value` has the form of a portable schema; what is kept for later must at least fit."""
    if "anyOf" in schema:
        return any(fits(value, branch) for branch in schema["anyOf"])
    if schema["type"] == "object":
        fields = schema["properties"]
        same = isinstance(value, dict) and value.keys() == fields.keys()
        return same and all(fits(value[name], fields[name]) for name in fields)
    if schema["type"] == "array":
        return isinstance(value, list) and all(fits(item, schema["items"]) for item in value)
    if isinstance(value, bool) and schema["type"] != "boolean":
        return False  # Python's bool is an int
    return isinstance(value, _SCALARS[schema["type"]]) and ("enum" not in schema or value in schema["enum"])
