"""The schemas that others rely on stand in schemas/, and are those of the code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from brief.published import schemas

FOLDER = Path(__file__).parent.parent / "schemas"


@pytest.mark.parametrize("name", sorted(schemas()))
def test_a_published_schema_is_that_of_the_code(name: str, request: pytest.FixtureRequest) -> None:
    text = json.dumps(schemas()[name], indent=2, ensure_ascii=False) + "\n"
    path = FOLDER / f"{name}.json"
    if request.config.getoption("--update"):
        FOLDER.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")

    assert path.is_file(), "run pytest --update"
    assert path.read_text(encoding="utf-8") == text, "run pytest --update, and a new version if others rely on it"


def test_nothing_else_is_published() -> None:
    assert {p.stem for p in FOLDER.glob("*.json")} == set(schemas())
