"""What the rules made can be made again: the same letter gets the same brief, so any difference was put in later."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from brief.audit import Finding
from brief.comparing import compare_summaries
from brief.comparison import Comparison
from brief.letter.anatomy import Letter
from brief.matrices import Matrix
from brief.providers.extractive import Extractive
from brief.reading import read_letter
from brief.summary import Action, Summary
from brief.tabulating import tabulate
from brief.verification.outcome import wrong
from brief.version import __version__

T = TypeVar("T")
_OF_THE_RUN = {"provenance", "schema"}  # what says how a result was made, and a reviewer's name


def check_remade(
    made: Summary | Comparison | Matrix, letters: Sequence[Letter], changed: bool, prefix: str = ""
) -> Iterator[Finding]:
    """Make a result of the rules again and compare it part by part.

    Proves that every part is what this version makes of these documents. Says nothing of results of models, of another
    version, or of changed documents.
    """
    by_rule = made.provenance.origin == "rules" and made.provenance.version == __version__
    if changed or not by_rule:
        return
    again = _remade(made, letters)
    said, expected = (x.model_dump(mode="json", by_alias=True) for x in (made, again))
    for part in said.keys() - _OF_THE_RUN - {"letter", "letters", "a", "b"}:
        yield from _differences(said[part], expected[part], f"{prefix}{part}")


def asks_by_rule(letter: Letter) -> tuple[Action, ...]:
    """Return the asks that the rules read in a letter."""
    return _wait(read_letter(letter, Extractive())).actions


def _remade(made: Summary | Comparison | Matrix, letters: Sequence[Letter]) -> Summary | Comparison | Matrix:
    rules = Extractive()
    summaries = [_wait(read_letter(letter, rules)) for letter in letters]
    if isinstance(made, Matrix):
        again, topics = tabulate(summaries), [row.topic for row in made.rows]
        own = [row.topic for row in again.rows]
        return again if set(topics) <= set(own) else tabulate(summaries, topics=topics)  # rows that a user fixed
    if isinstance(made, Summary):
        return summaries[0]
    a, b = summaries
    return _wait(compare_summaries(a, b, rules, letters=(letters[0], letters[1])))


def _differences(said: Any, expected: Any, part: str) -> Iterator[Finding]:
    """Yield the smallest parts that differ; of lists of unlike length the list itself."""
    if said == expected:
        return
    if isinstance(said, list) and isinstance(expected, list) and len(said) == len(expected):
        for i, (x, y) in enumerate(zip(said, expected, strict=True)):
            yield from _differences(x, y, f"{part}.{i}")
    elif isinstance(said, dict) and isinstance(expected, dict) and said.keys() == expected.keys():
        for key in said:
            yield from _differences(said[key], expected[key], f"{part}.{key}")
    else:
        what = f"The rules make {_short(expected)} of this document, not {_short(said)}."
        yield wrong(part, what, _short(said), do="Make the brief anew.")


def _short(value: Any) -> str:
    if isinstance(value, list):
        return f"a list of {len(value)}"
    if isinstance(value, dict):
        return f"“{str(value.get('text') or value.get('topic') or value.get('as_stated') or 'another entry')[:120]}”"
    return "nothing" if value is None else f"“{str(value)[:160]}”"


def _wait(work: Coroutine[Any, Any, T]) -> T:
    """Finish async work, also where a loop is running already."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()
