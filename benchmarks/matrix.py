"""How long a matrix over many saved summaries takes: `python benchmarks/matrix.py [LETTERS]`.

The summaries are those of the sample letters, with signers, dates and asks drawn anew so that no two are the same.
The peer in the same run is pydantic, which reads the same summaries from JSON.
"""

from __future__ import annotations

import asyncio
import random
import resource
import sys
import time
from datetime import date, timedelta
from pathlib import Path

from brief import api
from brief.providers.extractive import Extractive
from brief.reading import read_letter
from brief.summary import Summaries, Summary
from brief.tabulating import tabulate

LETTERS = Path(__file__).parent.parent / "tests" / "fixtures" / "letters"


def readings() -> list[Summary]:
    """The sample letters, read by rule."""
    found = [letter for path in sorted(LETTERS.iterdir()) for letter in api.read(path)]
    return [asyncio.run(read_letter(letter, Extractive())) for letter in found]


def varied(samples: list[Summary], count: int) -> list[Summary]:
    """So many summaries, each a sample with another name, day and draw of all samples' asks."""
    draw = random.Random(7)
    asks = [a for s in samples for a in s.actions]
    made = []
    for n in range(count):
        sample = draw.choice(samples)
        day = (date(2024, 1, 1) + timedelta(days=draw.randrange(700))).isoformat()
        source = sample.letter.source.model_copy(update={"sha256": f"{n:064x}"})
        card = sample.letter.model_copy(update={"id": f"{sample.letter.id}-{n}", "date": day, "source": source})
        made.append(sample.model_copy(update={"letter": card, "actions": tuple(draw.sample(asks, draw.randint(1, 8)))}))
    return made


def main(count: int) -> None:
    """Print seconds for reading the JSON and for the matrix, their ratio, and the peak of memory."""
    text = Summaries(summaries=tuple(varied(readings(), count))).model_dump_json()
    start = time.perf_counter()
    summaries = Summaries.model_validate_json(text).summaries
    read = time.perf_counter()
    matrix = tabulate(summaries)
    done = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count} letters, {len(text) / 1e6:.0f} MB of JSON, {len(matrix.rows)} topics")
    print(
        f"pydantic reads {read - start:.1f} s · matrix {done - read:.1f} s · ratio {(done - read) / (read - start):.1f}"
    )
    print(f"peak memory {peak:.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
