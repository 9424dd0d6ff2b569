"""The command line's entry: arguments in, exit code out, one line for each error."""

from __future__ import annotations

import sys
import traceback

import typer

from brief.cli import verifying as verifying  # its command joins the others
from brief.cli.options import note
from brief.cli.upkeep import app
from brief.errors import BriefError

_INTERRUPTED = 130  # 128 + SIGINT, as shells have it


def main(arguments: list[str]) -> int:
    """Run `brief` with `arguments` and return the exit code; a traceback is shown only with -v."""
    try:
        code = int(app(arguments, prog_name="brief", standalone_mode=False) or 0)
        return _stopped() if code == _INTERRUPTED else code  # Typer makes an exit code of Ctrl-C
    except (typer.Abort, KeyboardInterrupt):
        return _stopped()
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has left: nothing more can be said, and nothing is wrong
        return 0
    except Exception as error:  # the last net: a bug must not look like a result
        return _told(error, verbose="-v" in arguments or "--verbose" in arguments)


def _stopped() -> int:
    note("stopped; run it again to go on: what was answered is in the cache")
    return _INTERRUPTED


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
