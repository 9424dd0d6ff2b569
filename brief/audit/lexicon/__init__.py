"""The word lists that the checks read: general English of letters to officials, nothing of any one letter.

Each list is a text file beside this module; a line that begins with `#` says what it holds.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def lines(name: str) -> tuple[str, ...]:
    """Return the lines of the list `name`, without comments and blanks."""
    text = (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of the list `name`."""
    return frozenset(word for line in lines(name) for word in line.split())


@cache
def table(name: str) -> dict[str, str]:
    """Return a list of `key=value` entries as a mapping."""
    return dict(entry.split("=", 1) for line in lines(name) for entry in line.split())


@cache
def rows(name: str) -> dict[str, frozenset[str]]:
    """Return a list whose lines begin with `key:` as the words under each key."""
    found: dict[str, set[str]] = {}
    for line in lines(name):
        key, _, said = line.partition(":")
        found.setdefault(key, set()).update(said.split())
    return {key: frozenset(said) for key, said in found.items()}
