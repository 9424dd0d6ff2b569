"""Five letters read by a very small real model: every one ends as a valid brief, or as a named error."""

from __future__ import annotations

import asyncio
import os
import time
from pathlib import Path

import pytest

from brief.errors import BriefError, FormError, ProviderError
from brief.providers import describe, provider_for
from brief.reading import read_letter
from brief.settings import load_settings
from brief.summary import Summaries, Summary

LETTERS = Path(__file__).parent.parent / "fixtures" / "letters"
NAMES = (
    "short-note-to-commerce.txt",
    "two-letters-reported.txt",
    "winslade-to-state-planted.txt",
    "abendroth-to-president.txt",
    "governor-to-president.md",
)
URL = os.environ.get("BRIEF_LIVE_URL", "")
pytestmark = [pytest.mark.live, pytest.mark.skipif(not URL, reason="BRIEF_LIVE_URL names no server")]


def settings(tmp_path: Path) -> object:
    return load_settings(
        model="smollm2", base_url=URL, cache_dir=tmp_path, timeout=300.0, deadline=600.0, max_output_tokens=1500
    )


async def outcome(name: str, provider: object) -> Summary | BriefError:
    from brief.api import read

    try:
        return await read_letter(read(LETTERS / name)[0], provider)  # type: ignore[arg-type]
    except BriefError as error:
        return error


def test_five_letters_end_as_briefs_or_named_errors(tmp_path: Path) -> None:
    provider = provider_for(settings(tmp_path))  # type: ignore[arg-type]
    found = asyncio.run(describe(provider))
    assert found is not None
    print(f"\n{found}")
    for name in NAMES:
        began = time.monotonic()
        result = asyncio.run(outcome(name, provider))
        took = f"{time.monotonic() - began:.0f} s"
        if isinstance(result, BriefError):
            assert isinstance(result, ProviderError | FormError)
            print(f"{name}: {type(result).__name__}: {result} ({took})")
        else:
            whole = Summaries(summaries=(result,))
            assert Summaries.model_validate_json(whole.model_dump_json()) == whole
            checks = result.checks
            assert checks.claims == checks.supported + checks.partly + len(checks.unsupported)
            assert result.provenance.rung == found.rung
            print(
                f"{name}: {checks.claims} claims: {checks.supported} supported, {checks.partly} partly, "
                f"{len(checks.unsupported)} unsupported; quotes {checks.quotes} ({took}) {result.provenance.usage}"
            )
