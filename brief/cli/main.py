"""The command line's entry: arguments in, exit code out, one line for each error."""

from __future__ import annotations

import os
import sys
import traceback

import typer

from brief.cli import verifying as verifying  # its command joins the others
from brief.cli.options import note
from brief.cli.upkeep import app
from brief.errors import BriefError, OutputError

_INTERRUPTED = 130  # 128 + SIGINT, as shells have it


def main(arguments: list[str]) -> int:
    """Run `brief` with `arguments` and return the exit code; a traceback is shown only with -v."""
    verbose = "-v" in arguments or "--verbose" in arguments
    _open_streams()
    try:
        code = int(app(arguments, prog_name="brief", standalone_mode=False) or 0)
        sys.stdout.flush()
        return _stopped() if code == _INTERRUPTED else code  # Typer makes an exit code of Ctrl-C
    except (typer.Abort, KeyboardInterrupt):
        return _stopped()
    except BrokenPipeError:
        return _unread()
    except SystemExit as stop:  # Typer leaves so when the reader of its help has left
        return _unread() if isinstance(stop.__context__, BrokenPipeError) else int(stop.code or 0)
    except OSError as error:
        return _told(_refused(error), verbose)
    except Exception as error:  # the last net: a bug must not look like a result
        return _told(error, verbose)


def _open_streams() -> None:
    """Put something in the place of streams that were closed (`>&-`): an empty input, an output that refuses."""
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115
    sys.stdout = sys.stdout or open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115


def _unread() -> int:
    """The reader of our output has left: nothing more can be said, and nothing is wrong."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is still held must go somewhere at exit
    return 0


def _refused(error: OSError) -> OutputError:
    """Name what the system refused: a path, or else what we print to."""
    if error.filename is not None:
        return OutputError(f"{str(error.filename)[:120]}: cannot be read or written ({error.strerror})")
    return OutputError(f"the output cannot be written ({error.strerror or 'it is closed'}); name a file with -o")


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
        _wrongly_used(usage())
        code = 2
    else:
        note(f"a bug in brief: {type(error).__name__}: {error} (run again with -v and report it)")
        code = 1
    if verbose and code != 2:
        traceback.print_exception(error)
    return code


def _wrongly_used(message: str) -> None:
    if message.startswith("Usage:"):  # no command was given: Typer's message is the whole help
        sys.stderr.write(f"{message}\n")
    else:
        note(f"{message} (see brief --help)")
