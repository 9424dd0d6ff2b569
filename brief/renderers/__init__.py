"""A `Report` becomes a page, a file or a list: one module per form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from brief.document import Document
from brief.errors import UsageError
from brief.renderers.files import write
from brief.report import Result, reports

Paper = Literal["letter", "a4"]
View = Literal["brief", "actions", "annex"]

__all__ = ["ENDINGS", "RENDERERS", "Options", "Paper", "Renderer", "View", "format_of", "render", "write"]


@dataclass(frozen=True, slots=True)
class Options:
    """What can be asked of a renderer.

    Args:
        documents: The letters' documents by letter id: ¶ numbers, and the panes of the HTML report.
        paper: `letter` or `a4`. view: The page (`brief`), the list of asks (`actions`), or everything (`annex`).
        width, color: Of the terminal form.
    """

    documents: Mapping[str, Document] = field(default_factory=dict)
    paper: Paper = "letter"
    view: View = "brief"
    width: int = 100
    color: bool = False


@dataclass(frozen=True, slots=True)
class Renderer:
    """One form of output: how it is made, and which file endings ask for it; the first is its own."""

    make: Callable[[Result, Options], bytes | str]
    endings: tuple[str, ...]


def _terminal(result: Result, options: Options) -> str:
    from brief.renderers.terminal import render_terminal

    return render_terminal(reports(result, options.documents, options.view), options.width, options.color)


def _markdown(result: Result, options: Options) -> str:
    from brief.renderers.markdown import render_markdown

    return render_markdown(reports(result, options.documents, options.view))


def _json(result: Result, options: Options) -> str:
    from brief.renderers.json import render_json

    return render_json(result, options.documents, options.view)


def _html(result: Result, options: Options) -> str:
    from brief.renderers.html import render_html

    return render_html(result, options.documents, options.paper, options.view)


def _csv(result: Result, options: Options) -> str:
    from brief.renderers.csv import render_csv

    return render_csv(result, options.documents)


def _pdf(result: Result, options: Options) -> bytes:
    from brief.renderers.pdf import render_pdf

    return render_pdf(reports(result, options.documents, options.view), options.paper)


def _docx(result: Result, options: Options) -> bytes:
    from brief.renderers.docx import render_docx

    return render_docx(reports(result, options.documents, options.view), options.paper)


def _xlsx(result: Result, options: Options) -> bytes:
    from brief.renderers.xlsx import render_xlsx

    return render_xlsx(result, options.documents)


def _ics(result: Result, _options: Options) -> str:
    from brief.renderers.ics import render_ics

    return render_ics(result)


RENDERERS: dict[str, Renderer] = {
    "terminal": Renderer(_terminal, (".txt",)),
    "markdown": Renderer(_markdown, (".md", ".markdown")),
    "json": Renderer(_json, (".json",)),
    "html": Renderer(_html, (".html", ".htm")),
    "pdf": Renderer(_pdf, (".pdf",)),
    "docx": Renderer(_docx, (".docx",)),
    "xlsx": Renderer(_xlsx, (".xlsx",)),
    "csv": Renderer(_csv, (".csv",)),
    "ics": Renderer(_ics, (".ics",)),
}
ENDINGS = {ending: name for name, renderer in RENDERERS.items() for ending in renderer.endings}


def format_of(path: str | Path) -> str:
    """Return the form that a file's ending asks for; raise `UsageError` if none has it."""
    ending = Path(path).suffix.lower()
    if ending not in ENDINGS:
        raise UsageError(f"{path}: no form of output ends in “{ending}”; use one of {', '.join(sorted(ENDINGS))}")
    return ENDINGS[ending]


def render(
    result: Result,
    format: str,  # noqa: A002 - the name that callers expect, as on the command line
    *,
    documents: Mapping[str, Document] | None = None,
    paper: Paper = "letter",
    view: View = "brief",
    width: int = 100,
    color: bool = False,
) -> bytes | str:
    """Return `result` in a form: text for the written forms, bytes for pdf, docx and xlsx.

    Args:
        result: A summary or several, a comparison, or a matrix.
        format: A name of `RENDERERS`.
        documents: The letters' documents by letter id; without them there are no ¶ numbers and no panes.
        paper: `letter` or `a4`, for what is printed.
        view: `brief` for the one page, `actions` for the list of asks, `annex` for everything with its quotations.
        width, color: Columns and colours of the terminal form.

    Raises:
        UsageError: If there is no such form, paper or view.
    """
    if format not in RENDERERS:
        raise UsageError(f"no form of output is called “{format}”; use one of {', '.join(RENDERERS)}")
    for word, given, known in (("paper", paper, get_args(Paper)), ("view", view, get_args(View))):
        if given not in known:
            raise UsageError(f"no {word} is called “{given}”; use one of {', '.join(known)}")
    options = Options(documents or {}, paper, view, width, color)
    return RENDERERS[format].make(result, options)
