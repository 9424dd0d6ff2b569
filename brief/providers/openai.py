"""Asks OpenAI, Azure OpenAI or any endpoint that speaks like them; the only module that knows the SDK."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from pydantic import SecretStr

from brief.errors import (
    BadReply,
    CutOff,
    DeadlineExceeded,
    Filtered,
    FormError,
    ModelRefused,
    ProviderError,
    Refused,
    SettingsError,
    Unreachable,
)
from brief.exchange import Message, Reply, Request, Sampling
from brief.providers.guard import MAX_BYTES, guarded_client
from brief.providers.ladder import Dialect, Memory, body, first_guess, step_down, today
from brief.providers.replies import check_read_whole, failure, read_completion
from brief.schema import fits, read_object

if TYPE_CHECKING:
    from openai import AsyncOpenAI

OPENAI_URL = "https://api.openai.com/v1"
_STEPS = 10  # refusals in a row that teach something: five rungs, the token parameter twice, temperature, seed, a cap


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where requests go, and by what right; the key shows in no repr.

    Args:
        base_url: Such as `https://api.openai.com/v1`; of an Azure resource, its endpoint.
        api_key: None for servers that ask for none.
        azure_version: The `api-version` of an Azure resource's deployments; None elsewhere.
    """

    base_url: str = OPENAI_URL
    api_key: SecretStr | None = None
    azure_version: str | None = None

    @property
    def host(self) -> str:
        """Scheme, host and port, without user names or paths."""
        return host_of(self.base_url)


def host_of(url: str) -> str:
    """Return scheme, host and port of `url`.

    Raises:
        SettingsError: It is no HTTP address.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise SettingsError("the base URL is no HTTP address; write it like https://host/v1")
    name = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{name}:{parts.port}" if parts.port else f"{parts.scheme}://{name}"


class OpenAI:
    """One model at one endpoint.

    Args:
        timeout: Seconds from the first byte sent to the last byte read of one call.
        memory: What is known of endpoints. probe: Whether to try an unknown endpoint with one tiny request first.
    """

    def __init__(
        self,
        model: str,
        endpoint: Endpoint | None = None,
        *,
        timeout: float = 120.0,
        memory: Memory | None = None,
        probe: bool = True,
        max_bytes: int = MAX_BYTES,
    ) -> None:
        self.model = model
        self.endpoint = endpoint or Endpoint()
        self.host = self.endpoint.host
        self._timeout = timeout
        self._memory = memory or Memory()
        self._probe = probe
        self._max_bytes = max_bytes
        self._client: AsyncOpenAI | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._probing: asyncio.Task[Dialect] | None = None

    def __repr__(self) -> str:
        return f"OpenAI({self.model!r}, {self.host!r})"

    def __getstate__(self) -> dict[str, Any]:
        """Leave the client behind: it holds sockets and locks, and is built again where it is used."""
        return self.__dict__ | {"_client": None, "_loop": None, "_probing": None}

    async def complete(self, request: Request) -> Reply:
        """Ask, and read the answer; a refusal that names a parameter changes the dialect, not the request.

        Raises:
            DeadlineExceeded: No whole answer within `timeout` seconds.
            ProviderError: See `brief.providers.replies` for the states of a reply.
        """
        dialect = self._memory.get(self.host, self.model) or await self._first_dialect()
        outcome, spoken = await self._climb_down(request, dialect)
        if isinstance(outcome, ProviderError):
            raise outcome
        if spoken != dialect:
            self._learn(dialect, spoken)
        check_read_whole(request, outcome, self.host)
        return replace(outcome, model=outcome.model or self.model, rung=spoken.rung)

    def _learn(self, before: Dialect, spoken: Dialect) -> None:
        """Keep what a letter's refusals taught; on another rung, whether the form is enforced is not known."""
        enforced = before.enforced if spoken.rung == before.rung else None
        self._memory.put(self.host, self.model, replace(spoken, enforced=enforced, probed=today()))

    async def describe(self) -> Dialect:
        """Return what the endpoint can do, asking it if that is not known."""
        return self._memory.get(self.host, self.model) or await self._shared_probe()

    async def _first_dialect(self) -> Dialect:
        return await self._shared_probe() if self._probe else first_guess(self.host)

    async def _shared_probe(self) -> Dialect:
        """Probe once, however many workers wait for it; if it fails, it fails for all of them."""
        self._use_this_loop()
        if self._probing is None or self._probing.done():
            self._probing = asyncio.ensure_future(self._find_dialect())
            self._probing.add_done_callback(lambda task: task.cancelled() or task.exception())
        return await asyncio.shield(self._probing)

    async def _find_dialect(self) -> Dialect:
        outcome, dialect = await self._climb_down(_PROBE, first_guess(self.host))
        if isinstance(outcome, ProviderError) and not _took_the_request(outcome):
            raise outcome
        found = replace(dialect, enforced=_enforced(outcome), probed=today())
        self._memory.put(self.host, self.model, found)
        return found

    async def _climb_down(self, request: Request, dialect: Dialect) -> tuple[Reply | ProviderError, Dialect]:
        """Ask in `dialect`, and in the next as long as the refusals name what is not taken."""
        tried = {dialect}
        for _ in range(_STEPS):
            outcome = await self._call(request, dialect)
            lower = None if isinstance(outcome, Reply) else _taught(outcome, dialect)
            if lower is None:
                return outcome, dialect
            dialect = replace(lower, tokens="") if lower in tried else lower
            tried.add(dialect)
        return Refused(f"{self.host}: it refused every way to ask {self.model}; see brief doctor"), dialect

    async def _call(self, request: Request, dialect: Dialect) -> Reply | ProviderError:
        """Make one HTTP call. Errors are returned, so that none holds on to the SDK's, which hold the whole letter."""
        outcome = await self._send(body(request, self.model, dialect))
        if isinstance(outcome, bytes):
            try:
                return read_completion(outcome, self.host)
            except ProviderError as error:
                outcome = error
        return self._without_key(outcome)

    async def _send(self, asked: Mapping[str, Any]) -> bytes | ProviderError:
        import openai

        try:
            async with asyncio.timeout(self._timeout):
                raw = await self._sdk().chat.completions.with_raw_response.create(**asked)
                return bytes(raw.content)
        except TimeoutError:
            return DeadlineExceeded(f"{self.host}: no answer within {self._timeout:g} s; raise timeout (BRIEF_TIMEOUT)")
        except openai.APITimeoutError:
            return DeadlineExceeded(f"{self.host}: no connection in time")
        except openai.APIStatusError as error:
            return failure(error.status_code, error.response.content, error.response.headers, self.host)
        except openai.APIConnectionError as error:
            cause = type(error.__cause__ or error).__name__
            return Unreachable(f"{self.host}: no connection, or it broke ({cause}); is the server running?")
        except ProviderError as error:  # a guard of the transport
            return error

    def _without_key(self, error: ProviderError) -> ProviderError:
        """Some endpoints repeat the key that they refuse; our messages don't."""
        key = self.endpoint.api_key.get_secret_value() if self.endpoint.api_key else ""
        if key and key in str(error):
            error.args = (str(error).replace(key, "[key]"),)
        return error

    def _sdk(self) -> AsyncOpenAI:
        self._use_this_loop()
        if self._client is None:
            self._client = self._built()
        return self._client

    def _use_this_loop(self) -> None:
        """Locks and tasks belong to one event loop; the sync API runs a new one for every call."""
        loop = asyncio.get_running_loop()
        if self._loop is not loop:
            self._loop, self._client, self._probing = loop, None, None

    def _built(self) -> AsyncOpenAI:
        from openai import AsyncAzureOpenAI, AsyncOpenAI

        # A server that asks for no key gets a word that is none, since the SDK insists on one.
        key = self.endpoint.api_key.get_secret_value() if self.endpoint.api_key else "none"
        client = guarded_client(self._max_bytes)
        if self.endpoint.azure_version:
            return AsyncAzureOpenAI(
                azure_endpoint=self.endpoint.base_url,
                azure_deployment=self.model,
                api_version=self.endpoint.azure_version,
                api_key=key,
                max_retries=0,
                timeout=None,
                http_client=client,
            )
        return AsyncOpenAI(
            base_url=self.endpoint.base_url, api_key=key, max_retries=0, timeout=None, http_client=client
        )


def _taught(error: ProviderError, dialect: Dialect) -> Dialect | None:
    """Return the next dialect, if the error is a refusal of something in this one."""
    return step_down(dialect, error.status or 0, str(error)) if type(error) in (Refused, Unreachable) else None


def _took_the_request(error: ProviderError) -> bool:
    """Tell whether a probe failed only in its answer: a weak model's silence says nothing against the endpoint."""
    return isinstance(error, CutOff | ModelRefused | Filtered) or (
        isinstance(error, BadReply) and error.tokens != (0, 0)
    )


_COLOURS = ("red", "green")
_PROBE = Request(
    task="probe",
    subject="endpoint",
    model="",
    host="",
    messages=(
        Message("system", 'Answer with one JSON object of the form {"colour": "..."} and nothing else.'),
        Message("user", 'Answer exactly this: {"colour": "purple"}'),
    ),
    form="Probe",
    schema={
        "type": "object",
        "properties": {"colour": {"type": "string", "enum": list(_COLOURS)}},
        "required": ["colour"],
        "additionalProperties": False,
    },
    sampling=Sampling(max_output_tokens=1000),  # room for a reasoning model's thoughts
)


def _enforced(outcome: Reply | ProviderError) -> bool | None:
    """Tell whether the endpoint held the model to the schema, which forbids what the prompt asks for."""
    if isinstance(outcome, ProviderError):
        return None
    try:
        return fits(read_object(outcome.text), _PROBE.schema)
    except FormError:
        return False
