"""The command `brief`; also `python -m brief`."""

from __future__ import annotations

import sys

from brief.version import __version__


def run() -> int:
    """Run the command line and return its exit code; the version is told before anything is imported."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"brief {__version__}\n")
        return 0
    from brief.cli.main import main  # the command line proper imports Typer and pydantic

    return main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(run())
