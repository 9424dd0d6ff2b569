"""The faults of endpoints in the wild, one name each, and what `brief` must call them."""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from brief import errors
from servers.wire import Behaviour, Call, Wire, answer, completion, http


@dataclass(frozen=True)
class Fault:
    """What an endpoint does, and how it must end: `error` if it does so for ever; `passing` if it is retried."""

    behave: Behaviour
    error: type[errors.ProviderError] | None
    passing: bool = False


def refusal(message: str, code: str | None = None, kind: str = "invalid_request_error", **more: Any) -> dict[str, Any]:
    return {"error": {"message": message, "type": kind, "code": code, **more}}


def said(**change: Any) -> Callable[[Call], dict[str, Any]]:
    """A completion with parts of its message replaced."""
    return lambda call: completion(call, **change)


def without(*path: str) -> Callable[[Call], dict[str, Any]]:
    """A completion that lacks a key."""

    def made(call: Call) -> dict[str, Any]:
        whole = completion(call)
        inner: Any = whole
        for name in path[:-1]:
            inner = inner[0][name] if isinstance(inner, list) else inner[name]
        (inner[0] if isinstance(inner, list) else inner).pop(path[-1])
        return whole

    return made


def whole(call: Call) -> bytes:
    return http(200, json.dumps(completion(call)).encode())


async def cut_in_the_head(call: Call, wire: Wire) -> None:
    await wire.send(whole(call)[:20])


async def cut_in_the_body(call: Call, wire: Wire) -> None:
    await wire.send(whole(call)[:-30])


async def too_short_for_its_length(call: Call, wire: Wire) -> None:
    await wire.send(http(200, b'{"choices": [', {"content-length": "5000"}))


async def reset_at_once(call: Call, wire: Wire) -> None:
    wire.reset()


async def reset_in_the_body(call: Call, wire: Wire) -> None:
    await wire.send(whole(call)[:-40])
    wire.reset()


async def close_without_a_word(call: Call, wire: Wire) -> None:
    return


async def no_http(call: Call, wire: Wire) -> None:
    await wire.send(b"220 mail.example ESMTP ready\r\n")


async def hold(call: Call, wire: Wire) -> None:
    await wire.hold()


async def drip(call: Call, wire: Wire) -> None:
    for byte in whole(call):
        await wire.send(bytes([byte]))
        await asyncio.sleep(0.05)


async def slow_head(call: Call, wire: Wire) -> None:
    for line in (b"HTTP/1.1 200 X\r\n", *[b"x-%d: y\r\n" % i for i in range(600)]):
        await wire.send(line)
        await asyncio.sleep(0.05)


async def whitespace_for_ever(call: Call, wire: Wire) -> None:
    await wire.send(b"HTTP/1.1 200 X\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n")
    for _ in range(600):
        await wire.send(b"1\r\n \r\n")
        await asyncio.sleep(0.05)


async def flood(call: Call, wire: Wire) -> None:
    await wire.send(b"HTTP/1.1 200 X\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n")
    for _ in range(64):
        await wire.send(b" " * (1 << 20))


def zipped(call: Call) -> bytes:
    return gzip.compress(json.dumps(completion(call)).encode())


FAULTS: dict[str, Fault] = {
    # HTTP says no
    "400": Fault(answer(refusal("bad request"), 400), errors.Refused),
    "401": Fault(answer(refusal("Incorrect API key", "invalid_api_key"), 401), errors.Refused),
    "402": Fault(answer(refusal("Payment required"), 402), errors.QuotaExceeded),
    "403": Fault(answer(refusal("forbidden"), 403), errors.Refused),
    "404": Fault(answer(refusal("The model does not exist", "model_not_found"), 404), errors.Refused),
    "404-page": Fault(answer(b"<html>404</html>", 404), errors.Refused),
    "408": Fault(answer(refusal("timeout"), 408), errors.Unreachable, passing=True),
    "409": Fault(answer(refusal("conflict"), 409), errors.Unreachable, passing=True),
    "413": Fault(answer(b"too large", 413), errors.ContextExceeded),
    "422": Fault(answer({"detail": [{"loc": ["body", "n"], "msg": "bad"}]}, 422), errors.Refused),
    "425": Fault(answer(refusal("too early"), 425), errors.Unreachable, passing=True),
    "429": Fault(answer(refusal("slow down"), 429, {"retry-after": "1"}), errors.RateLimited, passing=True),
    "429-nameless": Fault(answer(b"", 429), errors.RateLimited, passing=True),
    "429-quota": Fault(answer(refusal("You exceeded", "insufficient_quota"), 429), errors.QuotaExceeded),
    "500": Fault(answer(refusal("oops"), 500), errors.Unreachable, passing=True),
    "502-page": Fault(answer(b"<html>Bad gateway</html>", 502), errors.Unreachable, passing=True),
    "503": Fault(answer(b"", 503, {"retry-after": "1"}), errors.Unreachable, passing=True),
    "529": Fault(answer(refusal("overloaded"), 529), errors.Unreachable, passing=True),
    "context": Fault(
        answer(refusal("This model's maximum context length is 4096 tokens", "context_length_exceeded"), 400),
        errors.ContextExceeded,
    ),
    "filtered-prompt": Fault(answer(refusal("filtered", "content_filter"), 400), errors.Filtered),
    "redirect": Fault(answer(b"", 307, {"location": "http://192.0.2.1/v1/chat/completions"}), errors.Refused),
    "redirect-301": Fault(answer(b"", 301, {"location": "/elsewhere"}), errors.Refused),
    # HTTP 200, and no answer
    "refusal": Fault(answer(said(content=None, refusal="I can't help with that.")), errors.ModelRefused),
    "cut-off": Fault(answer(said(content='{"answer": "ye', finish="length")), errors.CutOff),
    "cut-but-closed": Fault(answer(said(finish="length")), errors.CutOff),
    "filtered": Fault(answer(said(content='{"ans', finish="content_filter")), errors.Filtered),
    "empty": Fault(answer(said(content="")), errors.BadReply),
    "null": Fault(answer(said(content=None)), errors.BadReply),
    "only-thoughts": Fault(answer(said(content=None, reasoning_content="Let me think")), errors.BadReply),
    "no-choices": Fault(answer({"choices": []}), errors.BadReply),
    "null-choices": Fault(answer({"choices": None}), errors.BadReply),
    "missing-choices": Fault(answer({"id": "x"}), errors.BadReply),
    "null-message": Fault(answer({"choices": [{"message": None, "finish_reason": "stop"}]}), errors.BadReply),
    "choices-of-text": Fault(answer({"choices": ["yes"]}), errors.BadReply),
    "error-in-200": Fault(answer(refusal("upstream failed")), errors.Refused),
    "429-in-200": Fault(answer({"error": {"code": 429, "message": "slow"}}), errors.RateLimited, passing=True),
    "502-in-200": Fault(answer({"error": {"code": 502, "message": "down"}}), errors.Unreachable, passing=True),
    "page-in-200": Fault(answer(b"<!doctype html><title>Sign in</title>"), errors.BadReply),
    "empty-body": Fault(answer(b""), errors.BadReply),
    "cut-json": Fault(answer(b'{"choices": [{"message"'), errors.BadReply),
    "list": Fault(answer([1, 2]), errors.BadReply),
    "bad-utf8": Fault(answer(b'{"choices": "\xff\xfe"}'), errors.BadReply),
    "deep": Fault(answer(b"[" * 100_000), errors.BadReply),
    "flood": Fault(flood, errors.BadReply),
    "zipped": Fault(answer(zipped, 200, {"content-encoding": "gzip"}), errors.BadReply),
    "bomb": Fault(answer(gzip.compress(b" " * (16 << 20)), 200, {"content-encoding": "gzip"}), errors.BadReply),
    # sockets
    "cut-in-the-head": Fault(cut_in_the_head, errors.Unreachable, passing=True),
    "cut-in-the-body": Fault(cut_in_the_body, errors.Unreachable, passing=True),
    "wrong-length": Fault(too_short_for_its_length, errors.Unreachable, passing=True),
    "reset": Fault(reset_at_once, errors.Unreachable, passing=True),
    "reset-in-the-body": Fault(reset_in_the_body, errors.Unreachable, passing=True),
    "hang-up": Fault(close_without_a_word, errors.Unreachable, passing=True),
    "no-http": Fault(no_http, errors.Unreachable, passing=True),
    "hold": Fault(hold, errors.DeadlineExceeded, passing=True),
    "drip": Fault(drip, errors.DeadlineExceeded, passing=True),
    "slow-head": Fault(slow_head, errors.DeadlineExceeded, passing=True),
    "whitespace": Fault(whitespace_for_ever, errors.DeadlineExceeded, passing=True),
    # odd, and good enough
    "unknown-finish": Fault(answer(said(finish="eos")), None),
    "null-finish": Fault(answer(said(finish=None)), None),
    "no-finish": Fault(answer(without("choices", "finish_reason")), None),
    "no-usage": Fault(answer(without("usage")), None),
    "odd-usage": Fault(answer(said(usage={"prompt_tokens": "many", "completion_tokens": -1})), None),
    "no-model": Fault(answer(without("model")), None),
    "byte-order-mark": Fault(answer(lambda call: b"\xef\xbb\xbf" + json.dumps(completion(call)).encode()), None),
    "content-in-parts": Fault(answer(said(content=[{"type": "text", "text": '{"answer": "yes"}'}])), None),
}
