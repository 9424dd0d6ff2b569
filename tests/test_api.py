"""The public names: all importable, sorted, and nothing heavy behind `import brief`."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

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


LETTERS = Path(__file__).parent / "fixtures" / "letters"


def test_functions_work_inside_a_running_loop() -> None:
    async def notebook() -> tuple[object, object]:
        letter = brief.read(LETTERS / "two-letters-reported.txt")[0]
        return brief.summarize(letter, model="extractive"), await brief.asummarize(letter, model="extractive")

    inside, awaited = asyncio.run(notebook())

    assert inside == awaited


def test_a_source_with_several_letters_must_be_told_which() -> None:
    both = LETTERS / "two-letters-reported.txt"

    with pytest.raises(brief.BriefError, match=r"holds 2 letters; choose one, as in .*#1"):
        brief.summarize(both, model="extractive")
    assert brief.summarize(f"{both}#2", model="extractive").letter.source.index == 2
    assert brief.compare(f"{both}#1", f"{both}#2", model="extractive").a.id == "two-letters-reported#1"


def test_bytes_are_read_under_the_name_given() -> None:
    data = (LETTERS / "short-note-to-commerce.txt").read_bytes()

    assert brief.read(data, name="note.txt")[0].card.source.name == "note.txt"


def test_a_file_that_is_really_called_so_is_meant_itself(tmp_path: Path) -> None:
    odd = tmp_path / "letter#2"
    odd.write_bytes((LETTERS / "short-note-to-commerce.txt").read_bytes())

    assert len(brief.read(odd)) == 1
