"""True claims in a model's own words must pass: the checks are of no use if they cry wolf."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import pytest

from brief.audit import audit_claim, status_of

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    """The tamper bench, with what it imports from its own folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(BENCHMARKS)
        return importlib.import_module("tamper")


def test_the_quotations_of_the_set_are_the_letters(bench: ModuleType) -> None:
    for key, claim, _, _ in bench.paraphrases():
        assert all(e.match in ("exact", "normalised") for e in claim.evidence), (key, claim.text)


def test_at_most_three_in_a_hundred_true_paraphrases_fail(bench: ModuleType) -> None:
    every = bench.paraphrases()
    failed = [c.text for _, c, letter, role in every if status_of(audit_claim(c, letter, role=role)) != "supported"]
    assert len(every) >= 150
    assert len(failed) <= 0.03 * len(every), failed


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 7])
def test_falsified_paraphrases_are_caught(bench: ModuleType, seed: int) -> None:
    cases = list(bench.claim_cases(bench.random.Random(seed)))
    missed = [c for c in cases if not c.caught]
    assert len(cases) > 800
    assert len(missed) <= 0.12 * len(cases), sorted({(c.kind, c.now) for c in missed})


@pytest.mark.slow
def test_falsified_results_are_caught_and_the_untouched_stand(bench: ModuleType) -> None:
    cases = bench.run(3)
    assert len({c.kind for c in cases}) >= 19
    assert sum(c.caught for c in cases) >= 0.93 * len(cases)
    wrong, parts = bench.false_alarms(bench.FIXTURES / "letters")
    assert len(wrong) <= 0.02 * parts, wrong
