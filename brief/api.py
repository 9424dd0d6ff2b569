"""The public functions: read, summarize, compare, matrix, render, and their async twins."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from brief.errors import NotFound, UsageError
from brief.exchange import Provider
from brief.settings import Settings, load_settings

if TYPE_CHECKING:
    from brief.comparison import Comparison
    from brief.letter.anatomy import Letter
    from brief.matrices import Matrix
    from brief.report import Result
    from brief.summary import Summary

T = TypeVar("T")
Source = str | os.PathLike[str] | bytes
_NUMBERED = re.compile(r"(?P<path>.+)#(?P<index>\d+)")


def read(source: Source, *, name: str | None = None) -> tuple[Letter, ...]:
    """Read a document and return the letters in it, in order.

    Args:
        source: A path, the document's bytes, or "-" for standard input. A path may end in `#2`: the second letter only.
        name: What to call the source, for bytes and standard input.

    Raises:
        InputError: The document cannot be read, or has no such letter; its class says why.
    """
    from brief.ingest import read as ingest
    from brief.letter import letters

    path, index = split_number(source)
    found = letters(ingest(path, name=name))
    if not found:
        raise NotFound(f"{path if isinstance(path, str) else name}: no letter, and no report of one, was found in it")
    if index is None:
        return found
    if not 1 <= index <= len(found):
        raise NotFound(f"{path!s}: there is no letter {index}; the document holds {len(found)} (see `brief read`)")
    return (found[index - 1],)


def split_number(source: Source) -> tuple[Source, int | None]:
    """Take `FILE#2` apart; a file that really has such a name is meant itself."""
    if isinstance(source, bytes):
        return source, None
    path = os.fspath(source)
    numbered = _NUMBERED.fullmatch(path)
    if numbered is None or Path(path).exists():
        return path, None
    return numbered["path"], int(numbered["index"])


async def asummarize(letter: Letter | Source, *, provider: Provider | None = None, **settings: Any) -> Summary:
    """Summarise a letter; the async twin of `summarize`."""
    from brief.reading import read_letter

    chosen = load_settings(**settings)
    return await read_letter(_one(letter), provider or provider_of(chosen), prompts=chosen.prompts)


def summarize(letter: Letter | Source, *, provider: Provider | None = None, **settings: Any) -> Summary:
    """Summarise a letter, and check every claim against it.

    Args:
        letter: A letter from `read`, or the source of a document that holds one letter.
        provider: Who answers; without it, as the settings say.
        settings: Any field of `brief.settings.Settings` (`model="gpt-…"`, `base_url=…`, `max_cost=0.5`).

    Raises:
        BriefError: Its class says what went wrong.
    """
    return _run(asummarize(letter, provider=provider, **settings))


async def acompare(
    a: Letter | Summary | Source, b: Letter | Summary | Source, *, provider: Provider | None = None, **settings: Any
) -> Comparison:
    """Compare two letters; the async twin of `compare`."""
    from brief.comparing import compare_summaries

    chosen = load_settings(**settings)
    who = provider or provider_of(chosen)
    (left, left_letter), (right, right_letter) = [await _summarized(x, who, chosen) for x in (a, b)]
    both = (left_letter, right_letter) if left_letter and right_letter else None
    return await compare_summaries(left, right, who, letters=both, prompts=chosen.prompts)


def compare(
    a: Letter | Summary | Source, b: Letter | Summary | Source, *, provider: Provider | None = None, **settings: Any
) -> Comparison:
    """Tell how two letters differ, each point with its sentence on both sides.

    Args:
        a, b: Letters from `read`, summaries, or sources of documents that hold one letter each. From summaries alone,
            shared passages and silences can't be searched for.
        provider, settings: As in `summarize`.
    """
    return _run(acompare(a, b, provider=provider, **settings))


async def amatrix(
    items: Sequence[Letter | Summary | Source],
    *,
    topics: Sequence[str] | None = None,
    provider: Provider | None = None,
    **settings: Any,
) -> Matrix:
    """Set many letters side by side; the async twin of `matrix`."""
    from brief.tabulating import tabulate

    chosen = load_settings(**settings)
    who = provider or provider_of(chosen)
    gate = asyncio.Semaphore(chosen.concurrency)

    async def one(item: Letter | Summary | Source) -> Summary:
        async with gate:
            return (await _summarized(item, who, chosen))[0]

    return tabulate(await asyncio.gather(*map(one, items)), topics=topics)


def matrix(
    items: Sequence[Letter | Summary | Source],
    *,
    topics: Sequence[str] | None = None,
    provider: Provider | None = None,
    **settings: Any,
) -> Matrix:
    """Set the positions of many letters side by side: topics by letters, whatever the order of the input.

    Args:
        items: Letters, summaries, or sources of documents that hold one letter each.
        topics: The rows, if they are to be fixed.
        provider, settings: As in `summarize`; each letter is read once.
    """
    return _run(amatrix(items, topics=topics, provider=provider, **settings))


def render(
    result: Result,
    format: str = "terminal",  # noqa: A002 - the word users look for
    **options: Any,
) -> str | bytes:
    """Return a result as `terminal`, `markdown`, `json`, `html`, `pdf`, `docx`, `xlsx`, `csv` or `ics`.

    Args:
        result: One summary or several, a comparison, or a matrix.
        format: The form; text comes as `str`, files as `bytes`.
        options: As in `brief.renderers.render`: `documents` by letter id (¶ numbers, the panes of the HTML report),
            `paper` (`letter` or `a4`), `view` (`brief`, `actions` or `annex`), `width` and `color` of the terminal.

    Raises:
        UsageError: There is no such format, or it cannot show such a result.
    """
    from brief.renderers import render as rendered

    return rendered(result, format, **options)


def provider_of(settings: Settings) -> Provider:
    """Return who answers, as the settings say."""
    from brief.providers import provider_for

    return provider_for(settings)


async def _summarized(
    item: Letter | Summary | Source, provider: Provider, settings: Settings
) -> tuple[Summary, Letter | None]:
    from brief.reading import read_letter
    from brief.summary import Summary as Ready

    if isinstance(item, Ready):
        return item, None
    letter = _one(item)
    return await read_letter(letter, provider, prompts=settings.prompts), letter


def _one(letter: Letter | Source) -> Letter:
    """Return the one letter that a source holds."""
    if not isinstance(letter, str | bytes | os.PathLike):
        return letter
    found = read(letter)
    if len(found) != 1:
        raise UsageError(f"{letter!s}: holds {len(found)} letters; choose one, as in {letter!s}#1")
    return found[0]


def _run(work: Coroutine[Any, Any, T]) -> T:
    """Run async work from sync code, also inside a running loop (a notebook), then in a thread of its own."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()
