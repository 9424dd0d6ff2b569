"""The README tells the truth: its commands exist, its examples run, and what it shows is what they print."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import typer

import brief
from brief.cli.commands import app

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
TEXT = README.read_text(encoding="utf-8")
_CONSOLE = re.compile(r"```console\n\$ (?P<command>.+)\n(?P<shown>(?:.*\n)*?)```")
_PYTHON = re.compile(r"```python\n((?:.*\n)*?)```")


def run(command: str) -> str:
    """Run a command of the README in the checkout, with no key and no settings of the developer's."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("BRIEF_", "OPENAI_", "AZURE_"))}
    words = shlex.split(command)
    assert words[0] == "brief"
    done = subprocess.run(
        [sys.executable, "-m", "brief", *words[1:]],
        cwd=ROOT,
        env={**clean, "COLUMNS": "100"},
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()


@pytest.mark.parametrize("command", [m["command"] for m in _CONSOLE.finditer(TEXT)])
def test_the_readme_shows_what_its_commands_print(command: str, request: pytest.FixtureRequest) -> None:
    printed = "".join(line.rstrip() + "\n" for line in run(command).splitlines())
    text = README.read_text(encoding="utf-8")
    found = next(m for m in _CONSOLE.finditer(text) if m["command"] == command)
    if request.config.getoption("--update"):
        README.write_text(text[: found.start("shown")] + printed + text[found.end("shown") :], encoding="utf-8")
    else:
        assert printed == found["shown"]


@pytest.mark.parametrize("code", _PYTHON.findall(TEXT))
def test_the_readmes_python_runs(
    code: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    exec(compile(code, "README.md", "exec"), {})

    assert capsys.readouterr().out.strip()


def test_every_command_stands_in_the_readme() -> None:
    group = typer.main.get_command(app)

    for name in group.commands:  # type: ignore[attr-defined]  # a Typer application is a group
        assert f"brief {name}" in TEXT, f"the README does not mention `brief {name}`"


def test_every_public_name_stands_in_the_part_on_python() -> None:
    part = TEXT.partition("## From Python")[2].partition("\n## ")[0]

    for name in set(brief.__all__) - {"__version__"}:
        assert f"`{name}" in part, f"the README does not tell of brief.{name}"


def test_the_tour_leads_through_every_room() -> None:
    tour = TEXT.partition("## How it is made")[2]
    rooms = {f"{p.parent.name}/" for p in (ROOT / "brief").glob("*/__init__.py")}
    named = set(re.findall(r"`([\w/]+(?:\.py|/))`", tour)) - {"brief/"}

    assert rooms <= named
    for name in named:
        assert (ROOT / name).exists() or (ROOT / "brief" / name).exists(), name


def test_the_first_two_shell_lines_set_up_everything() -> None:
    first, second = re.search(r"```sh\n(.+)\n(.+)\n```", TEXT).groups()

    assert first.startswith("pip install . && brief compare tests/fixtures/letters/")
    assert second == "pip install '.[test]' && pytest"
    for path in re.findall(r"tests/fixtures/\S+", first):
        assert (ROOT / path).is_file()
