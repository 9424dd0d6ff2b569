"""Where the product goes: printed on stdout, or written to the files that the user named."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from brief import api
from brief.cli.options import Product, note
from brief.errors import OutputError, UsageError
from brief.settings import load_settings

if TYPE_CHECKING:
    from brief.letter.anatomy import Letter
    from brief.renderers import View
    from brief.report import Result


def ready(product: Product) -> None:
    """Raise before anything is read or paid for, if what is asked for cannot be written in the end.

    Raises:
        UsageError: No form has that name or ending.
        OutputError: The file exists already, or there is no folder for it.
    """
    from brief.renderers import RENDERERS, format_of

    if product.format is not None and product.format not in RENDERERS:
        raise UsageError(f"no form of output is called “{product.format}”; use one of {', '.join(RENDERERS)}")
    files = _files(product)
    if len({p.absolute() for p in files}) < len(files):
        raise UsageError("two outputs have the same name; each needs one of its own")
    for path in files:
        if product.format is None or path == product.annex or len(product.output or []) > 1:
            format_of(path)
        if path.is_file() and not product.force:
            raise OutputError(f"{path}: exists already; name another file, or replace it with --force")
        if not path.absolute().parent.is_dir():
            raise OutputError(f"{path}: there is no folder {path.parent} to write it in")


def _files(product: Product) -> list[Path]:
    return [*(product.output or []), *filter(None, [product.annex])]


def deliver(result: Result, product: Product, letters: Sequence[Letter], view: View = "brief") -> None:
    """Render a result and print it, or write it wherever the user asked; the annex goes to a file of its own."""
    outputs = product.output or []
    for path in outputs:
        _write(result, path, product, letters, view, product.format if len(outputs) == 1 else None)
    if product.annex:
        _write(result, product.annex, product, letters, "annex", None)
    if outputs and product.open:
        _show(outputs[0])
    if not outputs:
        form = product.format or "terminal"
        terminal = {"width": width(), "color": color()} if form == "terminal" else {}
        documents = {x.id: x.document for x in letters}
        paper = product.paper or load_settings().paper
        print_product(api.render(result, form, documents=documents, paper=paper, view=view, **terminal))


def _write(
    result: Result, path: Path, product: Product, letters: Sequence[Letter], view: View, form: str | None
) -> None:
    from brief.renderers import format_of, write

    documents = {x.id: x.document for x in letters}
    paper = product.paper or load_settings().paper
    made = api.render(result, form or format_of(path), documents=documents, paper=paper, view=view)
    write(path, made, force=product.force)
    note(f"wrote {path}")


def width() -> int:
    """Return the columns to fill: the terminal's, within what reads well."""
    return max(60, min(shutil.get_terminal_size((100, 24)).columns, 120))


def color() -> bool:
    """Tell whether to colour: only a terminal, and not where NO_COLOR is set (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def print_product(made: str | bytes) -> None:
    """Put the product on stdout, as UTF-8 whatever the locale; files that are not text never go to a terminal."""
    if isinstance(made, bytes) and sys.stdout.isatty():
        raise UsageError("this form is not for a terminal; write it to a file with -o")
    data = made if isinstance(made, bytes) else made.encode("utf-8", "replace").rstrip(b"\n") + b"\n"
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _show(path: Path) -> None:
    import webbrowser

    webbrowser.open(path.resolve().as_uri())
