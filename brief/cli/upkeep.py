"""The commands about the tool itself: what it is set to, what its endpoint can do, what its cache holds."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator

import typer

from brief.cli.commands import app
from brief.cli.options import Asking, gathers
from brief.errors import BriefError
from brief.settings import Settings, load_settings

__all__ = ["app"]  # with the commands of `brief.cli.commands` and those of this module

cache_app = typer.Typer(help="The replies kept so that nothing is paid for twice.", no_args_is_help=True)
app.add_typer(cache_app, name="cache")


@app.command()
@gathers
def doctor(asking: Asking) -> int:
    """Show the settings, whether there is a key, and what the endpoint can do (asks it twice)."""
    settings = load_settings(**asking.settings())
    code = 0
    try:
        for name, value in _findings(settings, asking):
            sys.stdout.write(f"{name:12} {value}\n")
    except BriefError as error:
        sys.stdout.write(f"{'problem':12} {error}\n")
        code = error.exit_code
    return code


def _findings(settings: Settings, asking: Asking) -> Iterator[tuple[str, str]]:
    from brief.prices import DATED, Prices
    from brief.providers import cache_folder, describe, describe_window, endpoint_of, model_of, provider_for
    from brief.version import __version__

    yield "version", __version__
    yield "cache", f"{cache_folder(settings)} ({_held(settings)})"
    model = model_of(settings)
    yield "model", model + (" (rules; no key, nothing leaves this machine)" if model == "extractive" else "")
    if model == "extractive":
        return
    endpoint = endpoint_of(settings)
    yield "endpoint", endpoint.base_url if "@" not in endpoint.base_url else endpoint.host
    yield "key", "present" if endpoint.api_key else "none"
    price = Prices(settings.prices).of(model, endpoint.host)
    yield "price", f"${price.input} in, ${price.output} out per million tokens ({DATED})" if price else "unknown"
    if asking.offline:
        return
    provider = provider_for(settings)
    found = asyncio.run(describe(provider))
    if found:
        enforced = {True: "enforced", False: "accepted, but not enforced", None: "not known whether enforced"}
        yield "form", f"{found.rung}: {enforced[found.enforced]}"
        yield "bound", found.tokens or "the endpoint takes none"
        yield "sampling", ", ".join(n for n in ("temperature", "seed") if getattr(found, n)) or "as the endpoint likes"
        yield "asked", found.probed
        yield "window", asyncio.run(describe_window(provider)) or "not known"


def _held(settings: Settings) -> str:
    from brief.providers import cache_folder
    from brief.providers.disk import Store

    store = Store(cache_folder(settings))
    count, size = store.info()
    store.close()
    return f"{count} replies, {size:,} bytes"


@cache_app.command("info")
def cache_info() -> int:
    """Say where the cache is and what it holds."""
    from brief.providers import cache_folder

    settings = load_settings()
    sys.stdout.write(f"{cache_folder(settings)}: {_held(settings)}\n")
    return 0


@cache_app.command("clear")
def cache_clear() -> int:
    """Forget all replies; they would have to be paid for again."""
    from brief.providers import cache_folder
    from brief.providers.disk import Store

    folder = cache_folder(load_settings())
    store = Store(folder)
    sys.stdout.write(f"{folder}: {store.clear()} replies forgotten\n")
    store.close()
    return 0
