"""The public names: all importable, sorted, and nothing heavy behind `import brief`."""

from __future__ import annotations

import subprocess
import sys

import brief


def test_public_names_are_sorted_and_importable() -> None:
    assert sorted(brief.__all__) == list(brief.__all__)
    for name in brief.__all__:
        assert getattr(brief, name) is not None


def test_importing_brief_imports_nothing_heavy() -> None:
    code = "import sys, brief; print(*sorted(m for m in sys.modules if m.split('.')[0] in sys.argv[1:]))"
    heavy = ["pydantic", "openai", "typer", "rich", "trafilatura", "lxml", "typst", "docx", "asyncio", "jinja2"]
    done = subprocess.run([sys.executable, "-c", code, *heavy], capture_output=True, text=True, check=True)

    assert done.stdout.split() == []
