"""Everything that can answer a `Request`, and the door that puts the wanted ones together."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from brief.errors import UsageError
from brief.exchange import Provider, Request

if TYPE_CHECKING:
    from brief.prices import Plan
    from brief.providers.ladder import Dialect
    from brief.providers.openai import Endpoint, OpenAI
    from brief.settings import Settings

DEFAULT_MODEL = "gpt-6.2-sol"  # where a key is present and no model named


def provider_for(
    settings: Settings,
    *,
    replay: Path | None = None,
    record: Path | None = None,
    cache: bool = True,
    offline: bool = False,
) -> Provider:
    """Return who answers, as the settings and options say.

    Args:
        settings: `model`, endpoint, key, timeouts, budget, cache folder.
        replay: Answer from the recordings in this folder only. record: Write every exchange there.
        cache: Use the response cache. offline: Send nothing: the cache and recordings must do.

    Raises:
        UsageError: A model is asked for, and there is no key for its endpoint, or no price for its budget.
    """
    from brief.providers.cassette import Cassette

    if replay:
        return Cassette(replay, model=settings.model)
    model = model_of(settings)
    answering = _rules() if model == "extractive" else _endpoint(model, settings, cache=cache, offline=offline)
    return Cassette(record, answering) if record else answering


def model_of(settings: Settings) -> str:
    """Return who is to answer: the model named, the default one where there is a key, or `extractive`."""
    named = settings.model or (DEFAULT_MODEL if settings.base_url is None and _key(settings) else "extractive")
    if settings.base_url and not settings.model:
        raise UsageError("--base-url: say which of its models is to answer, with --model NAME")
    return named


def cache_folder(settings: Settings) -> Path:
    """Return the folder of the response cache: as set, or the user's own."""
    from platformdirs import user_cache_path

    return settings.cache_dir or user_cache_path("letterbrief")


def plan_for(provider: Provider, requests: Iterable[Request]) -> Plan:
    """Say what `requests` would cost with `provider`; nothing is sent."""
    from brief.prices import Price, plan
    from brief.providers.cached import Cached
    from brief.providers.priced import Priced

    layers = list(_layers(provider))
    kept = next((p for p in layers if isinstance(p, Cached)), None)
    price = next((p.price for p in layers if isinstance(p, Priced)), None)
    if provider.host == "local":
        price = Price(0.0, 0.0)  # the rules
    return plan(requests, price, lambda request: kept is not None and kept.kept(request) is not None)


def prompt_room(provider: Provider) -> int | None:
    """Return how many tokens a prompt may have beside its answer, or None if the model's window is not known."""
    from brief.providers.priced import Priced

    priced = next((p for p in _layers(provider) if isinstance(p, Priced)), None)
    return priced.window - priced.max_output_tokens if priced and priced.window else None


async def describe(provider: Provider) -> Dialect | None:
    """Return what the endpoint behind `provider` can do, asking it if that is not known; None if there is none."""
    found = _asked(provider)
    return await found.describe() if found else None


async def describe_window(provider: Provider) -> str | None:
    """Say whether the endpoint behind `provider` reads a long prompt whole; None if there is no endpoint."""
    from brief.providers.canary import reads_whole

    found = _asked(provider)
    return await reads_whole(found) if found else None


def _asked(provider: Provider) -> OpenAI | None:
    from brief.providers.openai import OpenAI

    return next((p for p in _layers(provider) if isinstance(p, OpenAI)), None)


def _layers(provider: Any) -> Iterator[Any]:
    while provider is not None:
        yield provider
        provider = getattr(provider, "inner", None) or getattr(provider, "record", None)


def _rules() -> Provider:
    from brief.providers.extractive import Extractive

    return Extractive()


def _endpoint(model: str, settings: Settings, *, cache: bool, offline: bool) -> Provider:
    """Put the layers together: what is cached costs nothing, what is retried is paid for each time."""
    from brief.prices import Prices
    from brief.providers.cached import Cached
    from brief.providers.ladder import Memory
    from brief.providers.offline import Offline
    from brief.providers.openai import OpenAI
    from brief.providers.priced import Priced
    from brief.providers.retrying import Retrying

    where = endpoint_of(settings, needs_key=not offline)
    folder = cache_folder(settings)
    if offline:
        asked: Provider = Offline(model, where.host)
    else:
        asked = OpenAI(model, where, timeout=settings.timeout, memory=Memory(folder / "endpoints.json"))
    price = Prices(settings.prices).of(model, where.host)
    window = settings.context_tokens or (price.window if price else None)
    budget = None if offline else settings.max_cost
    priced = Priced(asked, price, budget, max_output_tokens=settings.max_output_tokens, window=window)
    answering = priced if offline else Retrying(priced, deadline=settings.deadline)
    return Cached(answering, folder) if cache else answering


def endpoint_of(settings: Settings, *, needs_key: bool = True) -> Endpoint:
    """Return where requests go, with the key that the user has for just that place.

    Args:
        needs_key: Whether something will be sent.

    Raises:
        UsageError: OpenAI or Azure is to be asked, and there is no key.
    """
    from brief.providers.openai import OPENAI_URL, Endpoint

    key = _key(settings)
    if settings.azure_endpoint:
        if key is None and needs_key:
            raise UsageError("Azure needs a key: set BRIEF_API_KEY or AZURE_OPENAI_API_KEY, or use --model extractive")
        base = settings.azure_endpoint.rstrip("/")
        return Endpoint(base if settings.api_version else f"{base}/openai/v1", key, settings.api_version)
    url = settings.base_url or os.environ.get("OPENAI_BASE_URL") or OPENAI_URL
    if key is None and url == OPENAI_URL and needs_key:
        raise UsageError(
            "OpenAI needs a key: set OPENAI_API_KEY, name another endpoint with --base-url, or use --model extractive"
        )
    return Endpoint(url, key)


def _key(settings: Settings) -> Any:
    """Return the key for the endpoint: BRIEF_API_KEY for any, OPENAI_API_KEY only for OpenAI or OPENAI_BASE_URL.

    A key for one place is not sent to another, even if the user has asked for that one by name.
    """
    from pydantic import SecretStr

    if settings.api_key:
        return settings.api_key
    if settings.azure_endpoint:
        found = os.environ.get("AZURE_OPENAI_API_KEY")
    elif settings.base_url and not _is_named_for_openai(settings.base_url):
        found = None
    else:
        found = os.environ.get("OPENAI_API_KEY")
    return SecretStr(found) if found else None


def _is_named_for_openai(url: str) -> bool:
    from brief.providers.openai import OPENAI_URL, host_of

    return host_of(url) in {host_of(u) for u in (OPENAI_URL, os.environ.get("OPENAI_BASE_URL")) if u}
