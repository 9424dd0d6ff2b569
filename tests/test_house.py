"""The house rules that a machine can see: formatting, types, names, documentation."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "brief").rglob("*.py"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_module_says_what_it_is_for_and_stays_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)

    assert ast.get_docstring(tree), "a module begins with one sentence that says what it is for"
    assert text.count("\n") <= 400, "a room over 400 lines wants a second door"
    assert not re.search(r"(utils?|helpers?|manager)\.py$", path.name, re.IGNORECASE)


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_public_function_and_class_has_a_docstring(path: Path) -> None:
    for node in _public(ast.parse(path.read_text(encoding="utf-8"))):
        assert ast.get_docstring(node) or _is_overload(node), f"{node.name} (line {node.lineno}) has no docstring"


def _public(scope: ast.Module | ast.ClassDef) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """Yield what has a public name in a module and its classes; what stands inside a function is its own affair."""
    for node in scope.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from _public(node)


def _is_overload(node: ast.AST) -> bool:
    return any(isinstance(d, ast.Name) and d.id == "overload" for d in getattr(node, "decorator_list", ()))


def test_every_open_names_its_encoding() -> None:
    for path in SOURCES:
        for line in path.read_text(encoding="utf-8").splitlines():
            if re.search(r"\.(read|write)_text\(", line):
                assert "encoding=" in line, f"{path.name}: {line.strip()}"


_LEVELS = {"certain", "likely", "unsure"}  # words of the audit's tour that name no module


@pytest.mark.parametrize("room", ["audit", "letter", "providers/extractive"])
def test_the_tour_of_a_large_room_names_modules_that_are_there(room: str) -> None:
    folder = ROOT / "brief" / room
    tour = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or ""
    named = set(re.findall(r"`([a-z_]+)`", tour)) - _LEVELS - {"check"}

    assert len(named) > 10
    assert named <= {p.stem for p in folder.glob("*.py")}
