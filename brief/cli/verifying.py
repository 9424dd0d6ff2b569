"""The command that checks a brief again: a saved result, or a text by whomever."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from brief.cli.commands import app
from brief.errors import NotFound, UsageError

Brief = Annotated[
    str | None, typer.Argument(metavar="[RESULT.json]", help="What --format json wrote; with --text, a first SOURCE.")
]
Sources = Annotated[
    list[str] | None, typer.Argument(metavar="[SOURCE…]", help="The documents, or folders that hold them (by SHA-256).")
]
Text = Annotated[Path | None, typer.Option("--text", help="Check this brief in plain words instead of a result.")]
Form = Annotated[str | None, typer.Option("-f", "--format", help="terminal, markdown or json.")]
Output = Annotated[Path | None, typer.Option("-o", "--output", help="Write here; .md or .json chooses the form.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite an existing file.")]
Verbose = Annotated[bool, typer.Option("-v", "--verbose", help="Show tracebacks of errors.")]


@app.command()
def verify(
    result: Brief = None,
    sources: Sources = None,
    text: Text = None,
    format: Form = None,  # noqa: A002 - the word users look for
    output: Output = None,
    force: Force = False,
    verbose: Verbose = False,  # noqa: ARG001 - read by main
) -> int:
    """Check a brief against its sources, with no key: exit code 7 if anything in it is not borne out."""
    from brief.verification import verify as check
    from brief.verification import verify_text

    form = _form(format, output)
    if text is not None:
        places = [*([result] if result else []), *(sources or [])]
        if not places:
            raise UsageError(
                "verify --text needs the documents that the text is about: brief verify --text MEMO SOURCE…"
            )
        outcome = verify_text(_read(text), places)
    elif result is None:
        raise UsageError("verify needs a result: brief verify RESULT.json [SOURCE…], or --text MEMO SOURCE…")
    else:
        outcome = check(result, sources or [])
    made = _laid_out(outcome, form)
    if output is None:
        sys.stdout.write(made)
    else:
        _write(output, made, force)
    return 0 if outcome.passed else 7


def _form(asked: str | None, output: Path | None) -> str:
    known = {"terminal": "terminal", "markdown": "markdown", "md": "markdown", "json": "json", "txt": "terminal"}
    ending = output.suffix.lstrip(".").lower() if output else ""
    form = known.get(asked or ending or "terminal")
    if form is None:
        raise UsageError(f"verify writes terminal, markdown or json, not {asked or ending}")
    return form


def _laid_out(outcome: object, form: str) -> str:
    from brief.verification.outcome import Verification, as_markdown, as_text

    assert isinstance(outcome, Verification)
    if form == "json":
        return outcome.model_dump_json(indent=2, by_alias=True) + "\n"
    return as_markdown(outcome) if form == "markdown" else as_text(outcome)


def _read(path: Path) -> str:
    from brief.ingest import read

    if not path.is_file():
        raise NotFound(f"{path}: no such file")
    return read(path).text


def _write(path: Path, made: str, force: bool) -> None:
    from brief.renderers.files import write

    write(path, made, force=force)
