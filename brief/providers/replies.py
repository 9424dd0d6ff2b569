"""Reads what an endpoint sent, byte for byte, and names every state that is not an answer."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from brief.errors import (
    BadReply,
    ContextExceeded,
    CutOff,
    Filtered,
    ModelRefused,
    ProviderError,
    QuotaExceeded,
    RateLimited,
    Refused,
    Unreachable,
)
from brief.exchange import Finish, Reply, Request, Usage

_WIDEST = 6.5  # characters of English prose to a token, at the most; letters have 4 to 5.5, other languages fewer
_SMALL = 4000  # characters below which no server cuts a prompt
_SHOWN = 240  # characters of an endpoint's own words that a message may hold
_CONTEXT = re.compile(
    r"context.?(length|window|size)|maximum context|too many tokens|prompt is too long"
    r"|exceeds? the (available )?context|request too large for|reduce the length"
)
_QUOTA = re.compile(r"insufficient_quota|exceeded your current quota|billing|out of credits?|insufficient credits?")
_FILTER = re.compile(r"content_filter|responsibleaipolicy|content management policy|content_policy")
_FINISHES: Mapping[str, Finish] = {
    "stop": "stop",
    "tool_calls": "stop",  # how the forced-tool rung ends
    "function_call": "stop",
    "length": "length",
    "content_filter": "content_filter",
}


def read_completion(body: bytes, host: str) -> Reply:
    """Read the body of a chat completion that came with HTTP 200.

    Raises:
        ModelRefused, Filtered, CutOff: The model or the endpoint stopped the answer.
        ProviderError: The body holds an error object, which is read as if it had come with its own status.
        BadReply: The body is no chat completion; the message says what it is.
    """
    value = _json(body, host)
    if value.get("error"):
        code = _error(value).get("code")
        raise failure(code if isinstance(code, int) else 200, body, {}, host)
    usage = _usage(value.get("usage"))
    tokens = (usage.prompt_tokens, usage.completion_tokens) if usage else (0, 0)
    choice = _first_choice(value, host, tokens)
    finish = choice.get("finish_reason")
    message = choice.get("message")
    if not isinstance(message, dict):
        raise BadReply(f"{host}: the reply's choice holds no message; is this a chat endpoint?", tokens=tokens)
    if message.get("refusal"):
        raise ModelRefused(f"{host}: the model declined to answer; try another model", tokens=tokens)
    if finish == "content_filter":
        raise Filtered(f"{host}: a content filter stopped the answer; try another model or endpoint", tokens=tokens)
    if finish == "length":
        raise CutOff(
            f"{host}: the answer hit its length limit; raise max_output_tokens (BRIEF_MAX_OUTPUT_TOKENS), "
            "or use another model",
            tokens=tokens,
        )
    model = value.get("model")
    return Reply(
        text=_text(message, host, tokens),
        model=model if isinstance(model, str) else "",
        finish=_FINISHES.get(finish, "unknown") if isinstance(finish, str) else "unknown",
        usage=usage,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _json(body: bytes, host: str) -> dict[str, Any]:
    problem = "nothing" if not body.strip() else "no JSON"
    if body.lstrip()[:1] == b"<":
        problem = "a web page"
    try:
        value = json.loads(body.decode("utf-8-sig"))
    except UnicodeDecodeError:
        problem, value = "bytes that are no UTF-8", None
    except (ValueError, RecursionError):
        value = None
    if isinstance(value, dict):
        return value
    if value is not None:
        problem = f"a JSON {type(value).__name__}"
    raise BadReply(f"{host}: HTTP 200 with {problem} instead of a chat completion; check the base URL (often …/v1)")


def _first_choice(value: Mapping[str, Any], host: str, tokens: tuple[int, int]) -> dict[str, Any]:
    choices = value.get("choices")
    if not isinstance(choices, list) or not choices or not isinstance(choices[0], dict):
        raise BadReply(f"{host}: the reply holds no choices; is this a chat endpoint?", tokens=tokens)
    return choices[0]


def _text(message: Mapping[str, Any], host: str, tokens: tuple[int, int]) -> str:
    """Return the answer's text: the content, or the arguments of the tool that the model was made to call."""
    calls = message.get("tool_calls")
    content = message.get("content")
    if isinstance(calls, list) and calls:
        call = calls[0].get("function") if isinstance(calls[0], dict) else None
        content = call.get("arguments") if isinstance(call, dict) else None
    elif isinstance(content, list):
        content = "".join(str(p.get("text") or "") for p in content if isinstance(p, dict))
    if isinstance(content, str) and content.strip():
        return content
    if message.get("reasoning_content") or message.get("reasoning"):
        raise BadReply(
            f"{host}: the model reasoned but gave no answer; raise max_output_tokens (BRIEF_MAX_OUTPUT_TOKENS)",
            tokens=tokens,
        )
    raise BadReply(f"{host}: the answer is empty; try again or use another model", tokens=tokens)


def _usage(value: object) -> Usage | None:
    """Read the usage, or None where it is missing or malformed: a count that is no count is no count."""
    if not isinstance(value, dict):
        return None
    counts = [value.get("prompt_tokens"), value.get("completion_tokens", 0)]
    if all(isinstance(c, int) and not isinstance(c, bool) and c >= 0 for c in counts):
        return Usage(*counts)
    return None


def check_read_whole(request: Request, reply: Reply, host: str) -> None:
    """Compare the tokens that the endpoint says it read with the text that was sent: some servers cut in silence.

    Ollama cuts at 4,096 tokens by default, and answers HTTP 200. A count of zero or none tells nothing.

    Raises:
        ContextExceeded: It read less than the text can have.
    """
    sent = sum(len(" ".join(m.content.split())) for m in request.messages)
    read = reply.usage.prompt_tokens if reply.usage else 0
    if read and sent > _SMALL and read < sent / _WIDEST:
        raise ContextExceeded(
            f"{host}: the endpoint read {read:,} tokens of at least {sent / _WIDEST:,.0f} sent; give it a larger "
            "window (Ollama: OLLAMA_CONTEXT_LENGTH), or set context_tokens (BRIEF_CONTEXT_TOKENS)",
            tokens=(read, reply.usage.completion_tokens if reply.usage else 0),
        )


def failure(status: int, body: bytes, headers: Mapping[str, str], host: str) -> ProviderError:
    """Name what an endpoint's refusal means, by its code first and its HTTP status then."""
    error = _error(_lenient(body))
    said = words(error)
    text = f"{error.get('code')} {error.get('type')} {said}".casefold()
    told = f"{host}: HTTP {status}" + (f" ({said})" if said else "")
    if status == 413 or (status < 500 and _CONTEXT.search(text)):
        return ContextExceeded(
            f"{told}; the letter does not fit the model: set context_tokens (BRIEF_CONTEXT_TOKENS)", status=status
        )
    if _FILTER.search(text):
        return Filtered(f"{told}; a content filter stopped the request", status=status)
    if status == 402 or _QUOTA.search(text):
        return QuotaExceeded(f"{told}; the account has no credit: top it up or use another model", status=status)
    if status == 429:
        return RateLimited(f"{told}; too many requests", status=status, retry_after=retry_after(headers))
    if status in (408, 409, 425) or status >= 500:
        return Unreachable(f"{told}; the endpoint failed", status=status, retry_after=retry_after(headers))
    return Refused(f"{told}; {_advice(status)}", status=status)


def _advice(status: int) -> str:
    if status in (401, 403):
        return "the key is not accepted: set BRIEF_API_KEY (or OPENAI_API_KEY for OpenAI)"
    if status == 404:
        return "no such model or path: check --model and --base-url"
    if 300 <= status < 400:
        return "it redirects, and letters are sent only to the address named: correct --base-url"
    return "the endpoint does not take the request"


def _lenient(body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _error(value: Mapping[str, Any]) -> dict[str, Any]:
    """Find the error object: OpenAI's `error`, FastAPI's `detail`, or the body itself (Mistral, Ollama)."""
    error = value.get("error", value.get("detail", value))
    if isinstance(error, dict):
        return error
    if isinstance(error, list):
        places = [f"{_place(e.get('loc'))}: {e.get('msg')}" for e in error if isinstance(e, dict)]
        return {"message": "; ".join(places)}
    return {"message": error}


def _place(loc: object) -> str:
    return ".".join(str(p) for p in loc if p != "body") if isinstance(loc, list) else ""


def words(error: Mapping[str, Any]) -> str:
    """Return what an error object says, on one short line without control characters."""
    said = error.get("message")
    param = error.get("param")
    if isinstance(said, list | dict):
        said = json.dumps(said)
    text = f"{param}: {said}" if isinstance(param, str) and param not in str(said) else str(said or "")
    clean = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(clean.split())[:_SHOWN]


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Return how many seconds the endpoint asks to wait: `retry-after-ms`, or `retry-after` in seconds or as a date."""
    milliseconds = _number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    said = headers.get("retry-after")
    seconds = _number(said)
    if seconds is not None or said is None:
        return seconds
    try:
        return max(0.0, (parsedate_to_datetime(said) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):  # no date, or one without a zone
        return None


def _number(text: str | None) -> float | None:
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if math.isfinite(value) and value >= 0 else None
