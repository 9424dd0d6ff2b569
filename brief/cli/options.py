"""What commands share: options, the values they become before anything is built, and what is said on stderr."""

from __future__ import annotations

import functools
import glob
import inspect
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import typer

from brief.errors import UsageError

Files = Annotated[
    list[str],
    typer.Argument(help="Files, folders, globs, or - for standard input; FILE#2 is the second letter in FILE."),
]
_ENDINGS_AS_NAMES = {"md": "markdown", "txt": "terminal", "text": "terminal", "htm": "html"}
_LETTER_ENDINGS = {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".eml"}


@dataclass(frozen=True)
class Asking:
    """How to ask: everything that decides who answers, and at what cost."""

    model: Annotated[str | None, typer.Option(help="Who reads: extractive (rules, no key) or a model's name.")] = None
    base_url: Annotated[str | None, typer.Option(help="An OpenAI-compatible endpoint (http://127.0.0.1:8080/v1).")] = (
        None
    )
    replay: Annotated[Path | None, typer.Option(help="Answer from the recordings in this folder only.")] = None
    record: Annotated[Path | None, typer.Option(help="Write every exchange with the model into this folder.")] = None
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Neither read nor write the response cache.")] = False
    offline: Annotated[bool, typer.Option("--offline", help="Send nothing: cache, recordings, rules must do.")] = False
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be sent, and its cost; send nothing.")] = (
        False
    )
    max_cost: Annotated[float | None, typer.Option(help="Stop before more than this many dollars are spent.")] = None
    prompts: Annotated[Path | None, typer.Option(help="A folder whose prompts go before the shipped ones.")] = None
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 7 if a claim is unsupported.")] = False
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Show tracebacks of errors.")] = False

    def settings(self) -> dict[str, Any]:
        """Return what goes before the environment and brief.toml."""
        return {"model": self.model, "base_url": self.base_url, "max_cost": self.max_cost, "prompts": self.prompts}


@dataclass(frozen=True)
class Product:
    """What to make: the form, the places, the paper."""

    output: Annotated[
        list[Path] | None, typer.Option("-o", "--output", help="Write here; the ending chooses the form. Repeatable.")
    ] = None
    format: Annotated[str | None, typer.Option("-f", "--format", help="The form of what is made.")] = None
    annex: Annotated[Path | None, typer.Option(help="Also write everything, with all quotations, to this file.")] = None
    paper: Annotated[str | None, typer.Option(help="Of the page: letter or a4.")] = None
    force: Annotated[bool, typer.Option("--force", help="Overwrite existing files.")] = False
    open: Annotated[bool, typer.Option("--open", help="Show what was written.")] = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "format", _ENDINGS_AS_NAMES.get(self.format or "", self.format))
        if self.paper not in (None, "letter", "a4"):
            raise UsageError(f"--paper {self.paper}: there is letter and a4")


def gathers(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options of the values that it takes: each field of an argument's dataclass becomes one."""
    hints = get_type_hints(command, include_extras=True)
    groups = {name: hint for name, hint in hints.items() if is_dataclass(hint) and isinstance(hint, type)}
    parameters = [
        p.replace(annotation=hints[p.name], kind=p.KEYWORD_ONLY)
        for p in inspect.signature(command).parameters.values()
        if p.name not in groups
    ] + [p for group in groups.values() for p in _parameters(group)]

    @functools.wraps(command)
    def run(**given: Any) -> int:
        values = {name: group(**{f.name: given.pop(f.name) for f in fields(group)}) for name, group in groups.items()}
        return command(**given, **values)

    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # where Typer looks
    run.__annotations__ = {p.name: p.annotation for p in parameters}
    return run


def _parameters(group: type) -> list[inspect.Parameter]:
    hints = get_type_hints(group, include_extras=True)
    kind = inspect.Parameter.KEYWORD_ONLY
    return [inspect.Parameter(f.name, kind, default=f.default, annotation=hints[f.name]) for f in fields(group)]


def expand(files: Iterable[str]) -> list[str]:
    """Return the sources that the arguments name: folders and globs become lists of files, in a steady order.

    Raises:
        UsageError: A folder or glob holds nothing to read, or standard input is named twice.
    """
    files = list(files)
    if files.count("-") > 1:
        raise UsageError("-: standard input can be read only once; save it as a file")
    return [source for name in files for source in _expanded(name)]


def _expanded(name: str) -> list[str]:
    if not name.strip():
        raise UsageError("a file's name is empty; name the folder “.” if you mean this one")
    path = Path(name)
    if name != "-" and path.is_dir():
        found = sorted(str(p) for p in path.iterdir() if _is_letter(p))
        return found or _nothing(name, "no documents in this folder")
    if any(c in name for c in "*?[") and not path.exists():
        return sorted(p for p in glob.glob(name) if not Path(p).is_dir()) or _nothing(name, "no file has such a name")  # noqa: PTH207 - the user's pattern
    return [name]


def _is_letter(path: Path) -> bool:
    return path.suffix.lower() in _LETTER_ENDINGS and not path.name.startswith(".") and path.is_file()


def _nothing(name: str, why: str) -> list[str]:
    raise UsageError(f"{name}: {why}; give files ({', '.join(sorted(_LETTER_ENDINGS))})")


def note(text: str) -> None:
    """Say something on stderr, in one line, without control characters."""
    sys.stderr.write("brief: " + "".join(c if c.isprintable() else "�" for c in " ".join(text.split())) + "\n")


class Counted:
    """Counts on stderr what is done of many, in one line that is cleared; only where somebody is watching."""

    def __init__(self, total: int, what: str) -> None:
        self._total, self._what, self._done = total, what, 0
        self._watched = total >= _MANY and sys.stderr.isatty()

    def one_more(self) -> None:
        """Count one more that is done."""
        self._done += 1
        if self._watched:
            sys.stderr.write(f"\rbrief: {self._done} of {self._total} {self._what}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away, before anything else is said."""
        if self._watched and self._done:
            sys.stderr.write("\r" + " " * (len(f"brief: {self._total} of {self._total} {self._what}")) + "\r")
            sys.stderr.flush()


_MANY = 4
