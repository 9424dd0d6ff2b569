"""The command line's entry: arguments in, exit code out, one line for each error."""

from __future__ import annotations

import sys
import traceback

import typer

from brief.cli import verifying as verifying  # its command joins the others
from brief.cli.options import note
from brief.cli.upkeep import app
from brief.errors import BriefError


def main(arguments: list[str]) -> int:
    """Run `brief` with `arguments` and return the exit code; a traceback is shown only with -v."""
    try:
        return int(app(arguments, prog_name="brief", standalone_mode=False) or 0)
    except (typer.Abort, KeyboardInterrupt):
        note("stopped")
        return 130
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has left: nothing more can be said, and nothing is wrong
        return 0
    except Exception as error:  # the last net: a bug must not look like a result
        return _told(error, verbose="-v" in arguments or "--verbose" in arguments)


def _told(error: Exception, verbose: bool) -> int:
    """Say in one line what went wrong, and return its exit code."""
    usage = getattr(error, "format_message", None)  # the usage errors of Typer, whose base class is not public
    if isinstance(error, BriefError):
        note(str(error))
        code = error.exit_code
    elif usage is not None:
        note(f"{usage()} (see brief --help)")
        code = 2
    else:
        note(f"a bug in brief: {type(error).__name__}: {error} (run again with -v and report it)")
        code = 1
    if verbose and code != 2:
        traceback.print_exception(error)
    return code
