"""The sample letters as the extractive model reads them, so that comparisons are tested on real readings."""

from __future__ import annotations

import asyncio
from functools import cache
from pathlib import Path

from brief.ingest import read
from brief.letter import letters
from brief.letter.anatomy import Letter
from brief.providers.extractive import Extractive
from brief.reading import read_letter
from brief.summary import Summary

SAMPLES = sorted((Path(__file__).parent / "fixtures" / "letters").iterdir())


@cache
def readings() -> tuple[tuple[Letter, Summary], ...]:
    """Every sample letter with its summary."""
    return tuple((letter, summarize(letter)) for path in SAMPLES for letter in letters(read(path)))


def summarize(letter: Letter) -> Summary:
    """Read one letter by rule."""
    return asyncio.run(read_letter(letter, Extractive()))
