"""Tries whether an endpoint reads a long prompt whole, or cuts it in silence: code words at both ends."""

from __future__ import annotations

from brief.errors import ContextExceeded, FormError, ProviderError
from brief.exchange import Message, Provider, Request, Sampling
from brief.schema import read_object

_FIRST, _LAST = "heron", "lantern"
_LINE = "This line is filler for a test of the prompt's length, and says nothing. "
_FILLER = _LINE * 330  # some 24,000 characters, 5,000 tokens: over the 4,096 at which Ollama cuts by default
_SAID = {"type": "string"}


def _request(provider: Provider) -> Request:
    return Request(
        task="canary",
        subject="endpoint",
        model=provider.model,
        host=provider.host,
        messages=(
            Message("system", 'Answer with one JSON object: {"first": "…", "last": "…"}, the two code words.'),
            Message("user", f"The first code word is {_FIRST}.\n{_FILLER}\nThe last code word is {_LAST}."),
        ),
        form="Canary",
        schema={
            "type": "object",
            "properties": {"first": _SAID, "last": _SAID},
            "required": ["first", "last"],
            "additionalProperties": False,
        },
        sampling=Sampling(max_output_tokens=1000),
    )


async def reads_whole(provider: Provider) -> str:
    """Say whether a prompt of some 5,000 tokens is read whole, as far as that can be known.

    The count of tokens that the endpoint reports is the stronger evidence; a weak model may not repeat the words.
    """
    try:
        reply = await provider.complete(_request(provider))
    except ContextExceeded as error:
        return f"smaller than 5,000 tokens ({error})"
    except ProviderError as error:
        return f"not known ({error})"
    try:
        said = read_object(reply.text)
    except FormError:
        said = {}
    repeated = said.get("first") == _FIRST and said.get("last") == _LAST
    words = "both code words repeated" if repeated else "the code words not repeated"
    if reply.usage and reply.usage.prompt_tokens:
        return f"a prompt of {reply.usage.prompt_tokens:,} tokens was read whole ({words})"
    return f"a prompt of some 5,000 tokens was {'read whole' if repeated else 'perhaps cut'} (no count; {words})"
