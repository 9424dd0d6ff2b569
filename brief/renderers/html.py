"""A report as one self-contained HTML file: the page on top, the letters below with their sentences linked."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from brief.document import Document
from brief.renderers.panes import Lit, Pane, anchors, paragraphs
from brief.report import MARKED, SIGNS, Ref, Report, Result, reports
from brief.report.places import Places
from brief.report.wording import plain

TEMPLATES = Path(__file__).parent / "templates"
RELATIONS = {
    "conflict": "Conflict",
    "differ": "Differ",
    "unclear": "Unclear",
    "agree": "Agree",
    "same": "Same ask",
    "similar": "Similar ask",
    "only_a": "Only A",
    "only_b": "Only B",
}


@dataclass(frozen=True)
class Sheet:
    """One report ready for the template: what rests where, and the letters at hand."""

    report: Report
    lit: Mapping[tuple[str, int, int], Lit]
    panes: tuple[Pane, ...]
    prefix: str

    def anchor(self, ref: Ref) -> str:
        """Return the name of the lit stretch of `ref`, or "" if it has no place in a letter at hand."""
        found = self.lit.get((ref.letter, ref.start or 0, ref.end or 0))
        return found.anchor if found else ""

    @property
    def relations(self) -> list[tuple[str, str, int]]:
        """The relations that rows of a comparison have, with their names and how often."""
        kinds = [item.kind for s in self.report.sections for item in s.items if self.report.kind == "comparison"]
        return [(k, name, kinds.count(k)) for k, name in RELATIONS.items() if k in kinds]


def render_html(result: Result, documents: Mapping[str, Document], paper: str = "letter", view: str = "brief") -> str:
    """Return `result` as one HTML file that loads nothing: style and script stand in it, allowed by their hashes.

    Args:
        documents: By letter id; the panes show those that are given.
        paper: Size of the printed page.
    """
    sheets = [_sheet(r, documents, f"r{n}-", result) for n, r in enumerate(reports(result, documents, view), 1)]
    style = _read("report.css").replace("/*paper*/", f"@page {{ size: {paper}; }}")
    script = _read("report.js")
    page = _environment().get_template("report.html.j2")
    text: str = page.render(
        sheets=sheets, style=style, script=script, csp=_policy(style, script), marked=MARKED, signs=SIGNS, paper=paper
    )
    return text


def _read(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Nothing but this very style and script may act; nothing may be loaded or sent."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _environment() -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["verbatim"] = Markup  # for our own style and script only
    return env


def _sheet(report: Report, documents: Mapping[str, Document], prefix: str, result: Result) -> Sheet:
    at_hand = _documents(report, documents, result)
    slugs = {letter: f"{prefix}d{_place(at_hand, letter)}" for letter in at_hand}
    lit = anchors(report, slugs)
    return Sheet(report, lit, tuple(_panes(at_hand, slugs, lit, report)), prefix)


def _documents(report: Report, documents: Mapping[str, Document], result: Result) -> dict[str, Document]:
    places = Places(documents, _cards(result))
    found = {letter: places.document(letter) for letter in report.letters}
    return {letter: document for letter, document in found.items() if document is not None}


def _cards(result: Result) -> tuple[Any, ...]:
    from brief.comparison import Comparison
    from brief.matrices import Matrix
    from brief.report import summaries_of

    if isinstance(result, Comparison):
        return (result.a, result.b)
    return result.letters if isinstance(result, Matrix) else tuple(s.letter for s in summaries_of(result))


def _place(documents: Mapping[str, Document], letter: str) -> int:
    """Letters read from one document share a pane, but in a comparison each side has its own."""
    return list(documents).index(letter) + 1


def _panes(
    documents: Mapping[str, Document],
    slugs: dict[str, str],
    lit: Mapping[tuple[str, int, int], Lit],
    report: Report,
) -> list[Pane]:
    sided = report.kind == "comparison"
    panes = []
    for letter, document in documents.items():
        inside = [x for (home, _, _), x in lit.items() if home == letter]
        side = "AB"[report.letters.index(letter)] if sided else ""
        panes.append(Pane(slugs[letter], side, plain(letter), plain(document.name), paragraphs(document, inside)))
    return panes
