"""The canary: whether an endpoint reads a long prompt whole."""

from __future__ import annotations

import asyncio
import json

import pytest
from servers.faults import FAULTS
from servers.wire import Behaviour, Call, Server, answer, completion

from brief.providers.canary import reads_whole
from brief.providers.openai import Endpoint, OpenAI

BOTH = json.dumps({"first": "heron", "last": "lantern"})
ONE = json.dumps({"first": "of", "last": "lantern"})


def counting(content: str, tokens: int | None) -> Behaviour:
    usage = None if tokens is None else {"prompt_tokens": tokens, "completion_tokens": 9}
    return answer(lambda call: completion(call, content, usage=usage if b"heron" in call.raw else None))


@pytest.mark.parametrize(
    ("behave", "said"),
    [
        (counting(BOTH, 5000), "a prompt of 5,000 tokens was read whole (both code words repeated)"),
        (counting(ONE, 5000), "a prompt of 5,000 tokens was read whole (the code words not repeated)"),
        (counting(BOTH, None), "read whole (no count; both code words repeated)"),
        (counting(ONE, None), "perhaps cut (no count; the code words not repeated)"),
        (counting("nonsense", None), "perhaps cut"),
        (counting(BOTH, 2048), "smaller than 5,000 tokens"),
        (FAULTS["context"].behave, "smaller than 5,000 tokens"),
        (FAULTS["500"].behave, "not known (http://127.0.0.1"),
    ],
)
def test_the_canary_tells_what_can_be_known(behave: Behaviour, said: str) -> None:
    def met(call: Call) -> Behaviour:
        return behave if b"heron" in call.raw else answer(lambda c: completion(c, '{"colour": "red"}'))

    with Server(met) as server:
        assert said in asyncio.run(reads_whole(OpenAI("fake", Endpoint(server.url))))
