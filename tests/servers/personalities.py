"""Endpoints as they are in the wild: what each takes, refuses, ignores and wraps its answers in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from servers.faults import refusal
from servers.wire import Behaviour, Call, answer, completion

Answers = Callable[[str], str]  # the model behind the endpoint: the answer for a letter
Rule = Callable[[Call], Behaviour | None]  # a refusal or an oddity, or None where all is well
PORTABLE = {"type", "properties", "required", "additionalProperties", "items", "enum", "anyOf"}


def model(call: Call, answers: Answers) -> str:
    """What the model says: its answer for a letter, and in the probe what the prompt asks for."""
    return answers(call.subject) if call.subject else '{"colour": "purple"}'


def held_to_the_schema(call: Call, said: str) -> str:
    """A grammar would have kept the probe's answer within its enum."""
    return '{"colour": "red"}' if not call.subject else said


def rung(call: Call) -> str:
    """How the request asks for its form."""
    form = call.body.get("response_format", {})
    if call.body.get("tools"):
        return "tool"
    if form.get("type") == "json_schema":
        return "json_schema_strict" if form["json_schema"].get("strict") else "json_schema"
    return {"json_object": "json_object_schema"}.get(form.get("type"), "prompt")


def unknown_fields(*names: str) -> Rule:
    """Mistral: a field that it does not know is a 422."""

    def rule(call: Call) -> Behaviour | None:
        found = [n for n in names if n in call.body]
        detail = [
            {"type": "extra_forbidden", "loc": ["body", n], "msg": "Extra inputs are not permitted"} for n in found
        ]
        return answer({"object": "error", "message": {"detail": detail}}, 422) if found else None

    return rule


def reasoning_model(call: Call) -> Behaviour | None:
    """OpenAI's newer models: another name for the bound, and no temperature."""
    if "max_tokens" in call.body:
        said = (
            "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."
        )
        return answer(refusal(said, "unsupported_parameter", param="max_tokens"), 400)
    if call.body.get("temperature", 1) != 1:
        said = "Unsupported value: 'temperature' does not support 0 with this model."
        return answer(refusal(said, "unsupported_value", param="temperature"), 400)
    return None


def small_answers(call: Call) -> Behaviour | None:
    """An older model of OpenAI's: fewer tokens than asked for."""
    if call.body.get("max_tokens", 0) > 4096:
        said = "max_tokens is too large: 8000. This model supports at most 4096 completion tokens."
        return answer(refusal(said, "invalid_value", param="max_tokens"), 400)
    return None


def portable_schemas_only(call: Call) -> Behaviour | None:
    """vLLM and OpenAI: a keyword that the grammar builder does not know is a 400."""
    odd = keywords(call.body.get("response_format", {}).get("json_schema", {}).get("schema", {})) - PORTABLE
    return answer(refusal(f"The provided JSON schema contains features not supported: {odd}"), 400) if odd else None


def keywords(schema: dict[str, Any]) -> set[str]:
    """All keywords of a schema; the names of fields are none."""
    inner = [*schema.get("properties", {}).values(), *schema.get("anyOf", ())]
    inner += [schema["items"]] if "items" in schema else []
    return set(schema).union(*map(keywords, inner))


def only(
    *rungs: str, status: int = 400, text: str = "'response_format.type' must be one of the supported ones"
) -> Rule:
    """Refuse what is on no rung that the endpoint has."""

    def rule(call: Call) -> Behaviour | None:
        said = "tools are not supported" if rung(call) == "tool" else text
        return None if rung(call) in rungs else answer(refusal(said), status)

    return rule


LITERAL = (
    "[{'type': 'literal_error', 'loc': ('body', 'response_format', 'type'), 'msg': 'Input should be json_object'}]"
)
NO_RULES: tuple[Rule, ...] = ()
ALL = ("json_schema_strict", "json_schema", "json_object_schema", "tool", "prompt")


def as_content(call: Call, said: str) -> Any:
    return completion(call, said)


def as_it_came(call: Call, said: str) -> Any:
    """The call of the forced tool, if a tool was forced."""
    if rung(call) != "tool":
        return completion(call, said)
    calls = [{"id": "t", "type": "function", "function": {"name": "F", "arguments": said}}]
    return completion(call, None, tool_calls=calls, finish="tool_calls")


def thinking(call: Call, said: str) -> Any:
    return completion(call, f"<think>\nThe letter asks {{something}}.\n</think>\n\n{said}")


def fenced(call: Call, said: str) -> Any:
    return completion(call, f"```json\n{said}\n```", finish="eos", usage=None)


def with_reasoning(call: Call, said: str) -> Any:
    return completion(call, said, reasoning_content="The letter asks something.")


# name → (rules of refusal, whether the schema is enforced, how the answer is wrapped, the rung it ends on)
PERSONALITIES: dict[str, tuple[tuple[Rule, ...], bool, Callable[[Call, str], Any], str]] = {
    "openai": ((portable_schemas_only,), True, as_content, "json_schema_strict"),
    "openai-reasoning": ((reasoning_model, portable_schemas_only), True, as_content, "json_schema_strict"),
    "openai-older": ((small_answers, portable_schemas_only), True, as_content, "json_schema_strict"),
    "vllm": ((portable_schemas_only,), True, with_reasoning, "json_schema_strict"),
    "vllm-broken-grammar": (
        (only("tool", "prompt", status=500, text="grammar error: failed to advance FSM for response_format"),),
        False,
        as_it_came,
        "tool",
    ),
    "ollama": (NO_RULES, True, as_content, "json_schema_strict"),
    "ollama-mlx": (NO_RULES, False, fenced, "json_schema_strict"),
    "ollama-thinking": (NO_RULES, False, thinking, "json_schema_strict"),
    "llama.cpp": (
        (only("json_schema_strict", "json_schema", "json_object_schema", "prompt"),),
        True,
        as_content,
        ALL[0],
    ),
    "llama-cpp-python": (
        (only("json_object_schema", "tool", "prompt", status=500, text=LITERAL),),
        True,
        as_content,
        "json_object_schema",
    ),
    "lm-studio": (
        (only("json_schema_strict", "json_schema", text="'response_format.type' must be 'json_schema' or 'text'"),),
        True,
        as_content,
        "json_schema_strict",
    ),
    "no-strict": (
        (only("json_schema", "prompt", text="Unknown field: response_format.json_schema.strict"),),
        True,
        as_content,
        "json_schema",
    ),
    "openrouter": (NO_RULES, True, as_it_came, "json_schema_strict"),
    "mistral": ((unknown_fields("max_completion_tokens", "seed"),), True, as_content, "json_schema_strict"),
    "tools-only": ((only("tool"),), True, as_it_came, "tool"),
    "plain": ((only("prompt", text="response_format is not supported"),), False, fenced, "prompt"),
    "no-bound": ((unknown_fields("max_tokens", "max_completion_tokens"),), True, as_content, "json_schema_strict"),
}


def personality(name: str, answers: Answers) -> Callable[[Call], Behaviour]:
    """Return how an endpoint of that kind meets each call."""
    rules, enforced, wrapped, _ = PERSONALITIES[name]

    def behave(call: Call) -> Behaviour:
        for rule in rules:
            if odd := rule(call):
                return odd
        said = model(call, answers)
        return answer(wrapped(call, held_to_the_schema(call, said) if enforced else said))

    return behave
