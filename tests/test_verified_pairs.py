"""A comparison or matrix that a model worded can't be made again; what it asserts is held against both letters."""

from __future__ import annotations

import asyncio
import importlib.util
import json
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from brief import api
from brief.cli.main import main
from brief.comparing import compare_summaries
from brief.comparison import Comparison
from brief.matrices import Matrix
from brief.providers.cassette import Cassette
from brief.reading import read_letter
from brief.tabulating import tabulate
from brief.verification import verify

FIXTURES = Path(__file__).parent / "fixtures"
PATHS = [FIXTURES / "letters" / n for n in ("ferreday-quill-to-president.txt", "stroud-to-commerce.txt")]
BENCH = Path(__file__).parent.parent / "benchmarks" / "tamper_pairs.py"


async def _made() -> tuple[Comparison, Matrix]:
    player = Cassette(FIXTURES / "recordings")
    letters = [api.read(p)[0] for p in PATHS]
    a, b = [await read_letter(x, player) for x in letters]
    return await compare_summaries(a, b, player, letters=(letters[0], letters[1])), tabulate([a, b])


@cache
def made() -> tuple[Comparison, Matrix]:
    """The recorded comparison of two samples, and their matrix."""
    return asyncio.run(_made())


def told(edit: Callable[[dict[str, Any]], object], number: int = 0) -> list[str]:
    """The parts that are objected to once a result has been edited."""
    result = made()[number].model_dump(mode="json", by_alias=True)
    edit(result)
    value = (Comparison if number == 0 else Matrix).model_validate(result)
    return [f.part for f in verify(value, PATHS).findings]


def row(result: dict[str, Any], topic: str) -> dict[str, Any]:
    return next(r for r in result["contrasts"] if r["topic"] == topic)


def test_the_recorded_results_stand() -> None:
    assert told(lambda r: None) == []
    assert told(lambda r: None, 1) == []


def searched(result: dict[str, Any]) -> dict[str, Any]:
    """The record of the search for a matter of letter B only."""
    return next(s for s in result["silences"] if s["topic"] == SEARCHED)


LICENSES, CHECKS, VALUE = "issuing the twelve licenses", "what the checks at Halvek show", "value of the applications"
SEARCHED = "presumption of denial"  # in the fourth row


@pytest.mark.parametrize(
    ("part", "edit"),
    [
        ("contrasts.0.relation", lambda r: row(r, LICENSES).update(relation="agree")),
        ("contrasts.4.relation", lambda r: row(r, CHECKS).update(relation="agree")),
        ("contrasts.6.relation", lambda r: row(r, VALUE).update(relation="agree", why="")),
        ("contrasts.0.aspect", lambda r: row(r, LICENSES).update(aspect="facts")),
        ("contrasts.0", lambda r: row(r, LICENSES).update(relation="only_a", b=None)),
        ("contrasts.0.why", lambda r: row(r, LICENSES).update(why="What B asks for, A asks the Department not to do.")),
        ("contrasts.0.why", lambda r: row(r, LICENSES).update(why="A does not ask for the licenses.")),
        ("bottom_line", lambda r: r["bottom_line"].update(text="Both letters urge that all be issued before May 1.")),
        ("bottom_line", lambda r: r["bottom_line"].update(text="Only letter A takes up the twelve applications.")),
        ("bottom_line", lambda r: r["bottom_line"].update(text="The letters share six of the nine asks.")),
        ("actions.0.relation", lambda r: r["actions"][0].update(relation="same")),
        ("actions.0.differs_in", lambda r: r["actions"][0].update(differs_in=["addressee"])),
        ("actions.0.differs_in", lambda r: r["actions"][0].update(differs_in=["deadline", "amount"])),
        ("checks", lambda r: r["actions"].pop()),
        ("silences.8", lambda r: r["silences"].append({**r["silences"][0], "topic": "the licenses"})),
        ("contrasts.3", lambda r: searched(r).update(searched=None)),
        ("contrasts.3", lambda r: searched(r).update(score=0.01)),
        ("contrasts.3", lambda r: r["silences"].remove(searched(r))),
    ],
)  # fmt: skip
def test_a_falsified_comparison_of_a_model_is_told(part: str, edit: Any) -> None:
    assert any(t.startswith(part) for t in told(edit)), told(edit)


@pytest.mark.parametrize(
    ("part", "edit"),
    [
        ("checks", lambda r: r["rows"].pop()),
        ("similarities", lambda r: r["similarities"][0].update(score=0.99)),
        ("clusters", lambda r: r["clusters"].append([r["letters"][0]["id"], r["letters"][1]["id"]])),
        ("timeline", lambda r: r["timeline"].pop(0)),
        ("timeline.0", lambda r: r["timeline"][0].update(date="2024-12-24")),
        ("signers", lambda r: r["signers"].append({"a": "x", "b": "y", "names": ["Barnaby Holt"]})),
        ("rows.0.cells.0", lambda r: r["rows"][0]["cells"][0].update(letter="another")),
        ("rows.0", lambda r: r["rows"][0]["cells"].append(r["rows"][0]["cells"][0])),
        ("rows.0", lambda r: r["rows"][0].update(topic="harbour bank salaries")),
    ],
)
def test_a_falsified_matrix_is_told(part: str, edit: Any) -> None:
    assert any(t.startswith(part) for t in told(edit, 1)), told(edit, 1)


def test_a_stance_turned_round_in_a_cell_is_told() -> None:
    turned = {"supports": "opposes", "opposes": "supports"}
    cells = [(i, j) for i, r in enumerate(made()[1].rows) for j, c in enumerate(r.cells) if c.stance in turned]
    caught = 0
    for i, j in cells:
        stance = turned[made()[1].rows[i].cells[j].stance]
        caught += any(
            t.startswith(f"rows.{i}.cells.{j}")
            for t in told(lambda r, i=i, j=j, s=stance: r["rows"][i]["cells"][j].update(stance=s), 1)  # type: ignore[misc]
        )
    assert len(cells) >= 3
    assert caught >= 0.6 * len(cells)


def test_the_command_names_the_part_and_exits_with_seven(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = made()[0].model_dump(mode="json", by_alias=True)
    saved, sources = tmp_path / "c.json", [str(p) for p in PATHS]
    saved.write_text(json.dumps(result), encoding="utf-8")
    assert main(["verify", str(saved), *sources]) == 0
    row(result, LICENSES)["relation"] = "agree"
    saved.write_text(json.dumps(result), encoding="utf-8")
    capsys.readouterr()
    assert main(["verify", str(saved), *sources, "-f", "markdown"]) == 7
    printed = capsys.readouterr().out
    assert "contrasts.0.relation" in printed
    assert "said to agree" in printed


def test_exchanged_sides_and_a_missing_ask_are_named() -> None:
    result = made()[0].model_dump(mode="json", by_alias=True)
    swapped = row(result, LICENSES)
    swapped["a"], swapped["b"] = swapped["b"], swapped["a"]
    gone = result["actions"].pop(3)["b"]
    found = verify(Comparison.model_validate(result), PATHS).findings
    crossed = [f for f in found if f.part in ("contrasts.0.a", "contrasts.0.b")]
    assert ["A and B are exchanged" in f.what for f in crossed] == [True, True]
    assert crossed[0].source is not None
    assert any(
        f.check == "coverage" and gone["evidence"][0]["quote"][-30:-1] in f.source.quote for f in found if f.source
    )


def test_what_the_program_made_of_a_models_summaries_is_not_made_again_by_the_rules() -> None:
    comparison, matrix = made()
    assert {comparison.provenance.origin, matrix.provenance.origin} == {"written"}
    by_rule = api.matrix(PATHS, model="extractive")
    assert verify(by_rule, PATHS).passed
    dropped = by_rule.model_copy(update={"rows": by_rule.rows[1:]})
    assert "rows" in {f.part for f in verify(dropped, PATHS).findings}
    assert verify(api.matrix(PATHS, topics=["licenses", "records"], model="extractive"), PATHS).passed


def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("tamper_pairs", BENCH)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["tamper_pairs"] = module
    sys.path.append(str(BENCH.parent))  # it imports its neighbour
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(BENCH.parent))
    return module


@pytest.mark.slow
def test_falsified_comparisons_are_caught_and_the_untouched_stand() -> None:
    module = bench()
    cases = module.run(5, most=2)
    rates = {k: [c.caught for c in cases if c.kind == k] for k in {c.kind for c in cases}}
    assert len(rates) >= 25
    assert sum(c.caught for c in cases) >= 0.93 * len(cases), [c for c in cases if not c.caught]
    assert all(sum(r) >= 0.7 * len(r) for r in rates.values()), {k: sum(r) / len(r) for k, r in rates.items()}
    found = [module.alarms(m) for m in module.results()]
    assert sum(len(f) for f, _ in found) <= 0.02 * sum(n for _, n in found), found
