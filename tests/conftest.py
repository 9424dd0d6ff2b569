"""What all tests share: hypothesis profiles, and goldens that `pytest --update` writes anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

EXPECTED = Path(__file__).parent / "fixtures" / "expected"

settings.register_profile("quick", max_examples=60, deadline=None)
settings.register_profile("deep", max_examples=10_000, deadline=None)
settings.load_profile("quick")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write the goldens in tests/fixtures/expected anew")


def pytest_configure(config: pytest.Config) -> None:
    """Run the property tests long when the deep ones are asked for (`pytest -m deep`)."""
    if config.getoption("-m") == "deep":
        settings.load_profile("deep")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the golden of that path under tests/fixtures/expected, or write it there on --update."""

    def check(path: str, text: str) -> None:
        file = EXPECTED / path
        if request.config.getoption("--update"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        assert file.is_file(), f"no golden {path} yet: look at the text, then run pytest --update"
        assert text == file.read_text(encoding="utf-8")

    return check
