"""The command line's entry: arguments in, exit code out."""

from __future__ import annotations


def main(arguments: list[str]) -> int:
    """Run `brief` with `arguments` and return the exit code."""
    raise NotImplementedError(arguments)
