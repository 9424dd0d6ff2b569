"""What the commands do with their values: read sources, ask, render, write."""

from __future__ import annotations

import asyncio
import sys
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from brief import api
from brief.cli.delivering import color, deliver, print_product, ready, width
from brief.cli.options import Asking, Counted, Product, expand, note
from brief.errors import BriefError, GroundingError, UsageError
from brief.exchange import Provider
from brief.settings import load_settings

if TYPE_CHECKING:
    from brief.comparison import Comparison
    from brief.letter.anatomy import Letter
    from brief.matrices import Matrix
    from brief.renderers import View
    from brief.summary import Summary

T = TypeVar("T")


@dataclass
class Outcome:
    """What came of several sources: the letters read, and the first error's exit code."""

    letters: list[Letter] = field(default_factory=list)
    exit_code: int = 0

    def failed(self, error: BriefError) -> None:
        """Report an error and go on: a failing file costs only itself."""
        note(str(error))
        self.exit_code = self.exit_code or error.exit_code


def summarize_letters(files: Sequence[str], asking: Asking, product: Product, view: View) -> int:
    """Summarise every letter and deliver the briefs, or the list of what they ask."""
    from brief.summary import Summaries

    ready(product)
    outcome = read_all(expand(files))
    if asking.dry_run:
        return plan(outcome, asking)
    summaries = summaries_of(outcome, asking) if outcome.letters else []
    if summaries:
        deliver(Summaries(summaries=tuple(summaries)), product, outcome.letters, view)
    insist(asking, summaries)
    return outcome.exit_code


def compare_letters(files: Sequence[str], asking: Asking, product: Product) -> int:
    """Compare the letters named: two give a memo; more give every pair's bottom line, with the matrix."""
    ready(product)
    outcome = read_all(expand(files))
    count = len(outcome.letters)
    if outcome.exit_code:
        return outcome.exit_code
    if count < 2:
        raise UsageError(f"compare needs two letters and has {count}; brief read FILE shows what a file holds")
    if asking.dry_run:
        return plan(outcome, asking)
    provider = provider_from(asking)
    summaries = summaries_of(outcome, asking, provider)
    if outcome.exit_code:
        return outcome.exit_code
    pairs = list(combinations(range(count), 2))
    compared = _compared(pairs, summaries, outcome.letters, provider, asking)
    deliver(compared[0] if count == 2 else _overview(summaries, compared, None), product, outcome.letters)
    insist(asking, summaries)
    return 0


def tabulate_letters(
    files: Sequence[str], asking: Asking, product: Product, topics: list[str] | None, nearest: int
) -> int:
    """Set the letters named side by side, and compare each with its `nearest`."""
    ready(product)
    outcome = read_all(expand(files))
    if asking.dry_run:
        return plan(outcome, asking)
    provider = provider_from(asking)
    summaries = summaries_of(outcome, asking, provider)
    if summaries:
        read = {s.letter.id: x for s in summaries for x in outcome.letters if x.id == s.letter.id}
        letters = [read[s.letter.id] for s in summaries]
        near = _nearest(summaries, nearest) if nearest else []
        compared = _compared(near, summaries, letters, provider, asking)
        deliver(_overview(summaries, compared, topics), product, outcome.letters)
    return outcome.exit_code


def _nearest(summaries: Sequence[Summary], count: int) -> list[tuple[int, int]]:
    """Return the pairs in which one letter is among the `count` nearest of the other, each once."""
    from brief.tabulating import tabulate

    place = {s.letter.id: i for i, s in enumerate(summaries)}
    scores = [(x.score, place[x.a], place[x.b]) for x in tabulate(summaries).similarities]
    chosen: set[tuple[int, int]] = set()
    for i in place.values():
        mine = sorted((s for s in scores if i in s[1:]), reverse=True)[:count]
        chosen |= {(min(a, b), max(a, b)) for _, a, b in mine}
    return sorted(chosen)


def _compared(
    pairs: Sequence[tuple[int, int]],
    summaries: Sequence[Summary],
    letters: Sequence[Letter],
    provider: Provider,
    asking: Asking,
) -> list[Comparison]:
    from brief.comparing import compare_summaries

    settings = load_settings(**asking.settings())
    gate, counted = asyncio.Semaphore(settings.concurrency), Counted(len(pairs), "pairs")

    async def one(a: int, b: int) -> Comparison:
        async with gate:
            both = (letters[a], letters[b])
            made = await compare_summaries(summaries[a], summaries[b], provider, letters=both, prompts=settings.prompts)
        counted.one_more()
        return made

    async def every() -> list[Comparison]:
        return await asyncio.gather(*(one(a, b) for a, b in pairs))

    try:
        return asyncio.run(every())
    finally:
        counted.clear()


def _overview(summaries: Sequence[Summary], compared: Sequence[Comparison], topics: list[str] | None) -> Matrix:
    from brief.matrices import PairLine
    from brief.tabulating import tabulate

    lines = tuple(PairLine(a=c.a.id, b=c.b.id, bottom_line=c.bottom_line) for c in compared)
    return tabulate(summaries, topics=topics).model_copy(update={"pairs": lines})


def show_reading(sources: Sequence[str], product: Product) -> int:
    """Show how each document was taken apart, on stdout or in the files named."""
    from brief.outline import Outlines, outline
    from brief.renderers import format_of, write
    from brief.renderers.outline import render_outline

    ready(product)
    if product.annex:
        raise UsageError("brief read shows all there is: it has no annex")
    outcome = read_all(sources)
    by_document = {id(x.document): [y for y in outcome.letters if y.document is x.document] for x in outcome.letters}
    made = Outlines(documents=tuple(outline(found[0].document, found) for found in by_document.values()))
    for path in product.output or [] if made.documents else []:
        write(path, render_outline(made, product.format or format_of(path)), force=product.force)
        note(f"wrote {path}")
    if made.documents and not product.output:
        print_product(render_outline(made, product.format or "terminal", width(), color()))
    return outcome.exit_code


def read_all(sources: Sequence[str]) -> Outcome:
    """Read every source; those that fail are reported and left out."""
    outcome = Outcome()
    names: Counter[str] = Counter()
    for source in sources:
        try:
            outcome.letters += api.read(source, name=_name(source, names))
        except BriefError as error:
            outcome.failed(error)
    for document in {id(x.document): x.document for x in outcome.letters}.values():
        for warning in document.warnings:
            note(f"{document.name}: {warning}")
    return outcome


def _name(source: str, taken: Counter[str]) -> str | None:
    """Give a second file of the same name a name of its own, since letters are told apart by it."""
    path = Path(str(api.split_number(source)[0]))
    if source == "-" or api.split_number(source)[1] is not None:
        return None
    taken[path.stem] += 1
    return f"{path.stem}~{taken[path.stem]}{path.suffix}" if taken[path.stem] > 1 else None


def provider_from(asking: Asking) -> Provider:
    """Return who answers; where nobody was named, say on stderr that the rules do."""
    from brief.providers import provider_for

    settings = load_settings(**asking.settings())
    provider = provider_for(
        settings, replay=asking.replay, record=asking.record, cache=not asking.no_cache, offline=asking.offline
    )
    if provider.model == "extractive" and settings.model is None:
        note("no key and no --model: read by rule (extractive); a model writes a fuller brief")
    return provider


def summaries_of(outcome: Outcome, asking: Asking, provider: Provider | None = None) -> list[Summary]:
    """Summarise every letter, some at once, in order; those that fail are reported and left out."""
    settings = load_settings(**asking.settings())
    answers = provider or provider_from(asking)
    results = asyncio.run(_gather(outcome.letters, answers, settings.concurrency, settings.prompts))
    for error in results:
        if isinstance(error, BriefError):
            outcome.failed(error)
    return [r for r in results if not isinstance(r, BriefError)]


async def _gather(
    letters: Sequence[Letter], provider: Provider, concurrency: int, prompts: Path | None
) -> list[Summary | BriefError]:
    from brief.reading import read_letter

    gate, counted = asyncio.Semaphore(concurrency), Counted(len(letters), "letters")

    async def one(letter: Letter) -> Summary | BriefError:
        async with gate:
            made = await _caught(lambda: read_letter(letter, provider, prompts=prompts))
        counted.one_more()
        return made

    try:
        return await asyncio.gather(*map(one, letters))
    finally:
        counted.clear()


async def _caught(work: Callable[[], Awaitable[T]]) -> T | BriefError:
    try:
        return await work()
    except BriefError as error:
        return error


def plan(outcome: Outcome, asking: Asking) -> int:
    """Say what would be sent for each letter, and what it would cost; nothing is sent."""
    from brief.providers import plan_for, provider_for
    from brief.reading import requests_for

    settings = load_settings(**asking.settings())
    provider = provider_for(settings, replay=asking.replay, cache=not asking.no_cache, offline=True)
    requests = [r for x in outcome.letters for r in requests_for(x, provider, settings.prompts)]
    planned = plan_for(provider, requests)
    sys.stdout.write(f"{len(outcome.letters)} letters for {planned}\n")
    return outcome.exit_code


def insist(asking: Asking, summaries: Sequence[Summary]) -> None:
    """Raise if the user asked to be strict and something is unsupported."""
    failed = sum(len(s.checks.unsupported) for s in summaries)
    if asking.strict and failed:
        raise GroundingError(f"{failed} claims are unsupported (they stand apart in the brief); --strict was given")
