"""Many letters cost one reading each; pairs cost a request only where they were asked for."""

from __future__ import annotations

import json
import random
from collections import Counter
from pathlib import Path

import pytest

from brief.cli import running
from brief.cli.options import Asking, Product
from brief.exchange import Reply, Request
from brief.providers.extractive import Extractive

NEAREST = 2
FRAME = (
    "February {day}, 2024\n\nThe Honorable Iva Roth\nHarbour Master\n\nDear Ms. Roth:\n\n{body}\n\n"
    "Sincerely,\n\nAda Holm\n"
)
NOUNS = [
    "ferry",
    "pilot",
    "gauge",
    "basin",
    "lantern",
    "anchor",
    "ledger",
    "cistern",
    "orchard",
    "tramway",
    "quarry",
    "beacon",
    "sluice",
    "depot",
    "mooring",
]
SAYS = (
    "We urge you to publish the {0} report on the {1} by May 3, 2024.",
    "We are alarmed that the {0} beside the {1} failed in March.",
    "Last winter every {0} waited for a {1} and a {2}.",
    "The {0} has cost {3} million dollars, and no {2} was ever built.",
)


class Counting:
    """The rules, said to be a model, so that all that a model would be asked is asked; counts the requests by task."""

    model = "counting"
    host = "test"

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()

    async def complete(self, request: Request) -> Reply:
        self.asked[request.task] += 1
        if request.task == "silence":
            return Reply(json.dumps({"topics": []}), self.model)
        reply = await Extractive().complete(request)
        return Reply(reply.text, self.model)


def letters(folder: Path, count: int) -> list[str]:
    """Letters on the same few matters, of which no two are versions of one another."""
    for n in range(count):
        rng = random.Random(n)
        body = " ".join(rng.choice(SAYS).format(*rng.sample(NOUNS, 3), rng.randint(2, 900)) for _ in range(8))
        (folder / f"letter-{n:02}.txt").write_text(FRAME.format(day=n + 1, body=body), encoding="utf-8")
    return [str(p) for p in sorted(folder.iterdir())]


@pytest.mark.parametrize("count", [6, 12])
@pytest.mark.parametrize("nearest", [0, NEAREST])
def test_model_calls_grow_with_the_letters_and_not_with_their_pairs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int, nearest: int
) -> None:
    provider = Counting()
    monkeypatch.setattr(running, "provider_from", lambda _: provider)
    product = Product(format="json", output=[tmp_path / "matrix.json"])
    (tmp_path / "letters").mkdir()
    asked = letters(tmp_path / "letters", count)

    assert running.tabulate_letters(asked, Asking(), product, None, nearest) == 0
    made = json.loads((tmp_path / "matrix.json").read_text(encoding="utf-8"))
    pairs = len(made["pairs"])
    assert provider.asked["summarize"] == len(made["letters"]) == count
    assert provider.asked["compare"] == pairs
    assert provider.asked["silence"] <= 2 * pairs
    assert count / 2 <= pairs <= nearest * count if nearest else pairs == 0
    assert set(provider.asked) <= {"summarize", "compare", "silence", "repair"}
