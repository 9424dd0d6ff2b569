"""The commands: each gets its options as values and hands them on."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from brief.cli.options import Asking, Files, Product, expand, gathers
from brief.errors import UsageError

app = typer.Typer(
    name="brief",
    help="Read letters to officials: a checked one-page brief, what they ask, and how they differ.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.command()
@gathers
def summarize(files: Files, asking: Asking, product: Product) -> int:
    """Write a one-page brief of every letter in FILES."""
    from brief.cli import running

    return running.summarize_letters(files, asking, product, "brief")


@app.command()
@gathers
def actions(files: Files, asking: Asking, product: Product) -> int:
    """List what the letters ask: requests, questions and deadlines, for a tracker."""
    from brief.cli import running

    return running.summarize_letters(files, asking, product, "actions")


@app.command()
@gathers
def compare(files: Files, asking: Asking, product: Product) -> int:
    """Tell how letters differ: a memo of two (-o report.html: side by side), or of several with a matrix."""
    from brief.cli import running

    return running.compare_letters(files, asking, product)


@app.command()
@gathers
def matrix(
    files: Files,
    asking: Asking,
    product: Product,
    pairs: Annotated[int, typer.Option(help="Also compare each letter with its N nearest.", min=0)] = 0,
    topics: Annotated[str | None, typer.Option(help="The rows, separated by commas, if they are to be fixed.")] = None,
) -> int:
    """Set many letters side by side: positions by letters."""
    from brief.cli import running

    rows = [t.strip() for t in topics.split(",") if t.strip()] if topics else None
    return running.tabulate_letters(files, asking, product, rows, pairs)


@app.command()
@gathers
def read(files: Files, product: Product) -> int:
    """Show how a document was understood: parts, letters, people, dates, numbered items."""
    from brief.cli import running

    return running.show_reading(expand(files), product)


@app.command()
def schema(
    name: Annotated[str | None, typer.Argument(help="A form's name; without it, all names are listed.")] = None,
) -> int:
    """Print a JSON Schema: what a model must return, or what --format json prints."""
    from brief.published import schemas

    known = schemas()
    if name is None:
        sys.stdout.write("\n".join(sorted(known)) + "\n")
        return 0
    if name not in known:
        raise UsageError(f"no schema named {name!r}; there are {', '.join(sorted(known))}")
    sys.stdout.write(json.dumps(known[name], indent=2, ensure_ascii=False) + "\n")
    return 0


prompts_app = typer.Typer(help="The prompts that letters are put to a model with.", no_args_is_help=True)
app.add_typer(prompts_app, name="prompts")
Folder = Annotated[Path | None, typer.Option("--prompts", help="A folder whose prompts go before the shipped ones.")]


@prompts_app.command("list")
def prompts_list(folder: Folder = None) -> int:
    """List the prompts with their versions and hashes."""
    from brief.prompt import load, names

    for name in sorted({*names(folder), *names()}):
        sys.stdout.write(f"{name:16} {load(name, folder).sha256}\n")
    return 0


@prompts_app.command("show")
def prompts_show(
    name: Annotated[str, typer.Argument(help="Such as summarize, or summarize.v1.")], folder: Folder = None
) -> int:
    """Print a prompt."""
    from brief.prompt import load

    for message in load(name, folder).messages:
        sys.stdout.write(f"<!-- {message.role} -->\n{message.content}\n")
    return 0


@app.callback(invoke_without_command=True)
def common(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    """Read letters to officials: a checked one-page brief, what they ask, and how they differ."""
    if version:
        from brief.version import __version__

        sys.stdout.write(f"brief {__version__}\n")
        raise typer.Exit
