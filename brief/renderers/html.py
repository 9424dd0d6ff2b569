"""A report as one self-contained HTML file: the page on top, the letters below with their sentences linked."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from brief.comparison import Comparison
from brief.document import Document
from brief.letter.card import LetterCard
from brief.matrices import Matrix
from brief.renderers.panes import Lit, Pane, anchors, paragraphs
from brief.renderers.pictures import Picture, pictures
from brief.renderers.typesetting import Look, Setting, typeset
from brief.report import MARKED, SIGNS, Point, Ref, Report, Result, Section, reports, summaries_of
from brief.report.places import Places
from brief.report.wording import plain

# Of the printed page as measured with our own font: the browser sets the lines with another, and tables taller.
TEXT, TABLES = Look(0.9, asides=False), Look(0.87, asides=False)
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
    setting: Setting
    pictures: tuple[Picture, ...] = ()

    def anchor(self, ref: Ref) -> str:
        """Return the name of the lit stretch of `ref`, or "" if it has no place in a letter at hand."""
        found = self.lit.get((ref.letter, ref.start or 0, ref.end or 0))
        return found.anchor if found else ""

    @cached_property
    def kept(self) -> dict[str, Point]:
        """The points that stand on the printed page, by key, as short as they stand there."""
        return {point.key: point for point in self.setting.report.points()}

    def short(self, point: Point) -> Point | None:
        """Return the point as printed, or None if it is not."""
        return self.kept.get(point.key)

    def cut(self, point: Point) -> str:
        """Return the class of an item that is not printed."""
        return "" if point.key in self.kept else " cut"

    def cut_section(self, section: Section) -> str:
        """Return the class of a section of which nothing is printed."""
        return "" if any(item.key in self.kept for item in section.items) else " cut"

    @property
    def omission(self) -> str:
        """What the printed page leaves out."""
        return self.setting.report.omission

    @property
    def size(self) -> int:
        """Type of the printed page, in tenths of a point."""
        return round(self.setting.size * 10)

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
    sheets = [_sheet(r, documents, f"r{n}-", result, paper) for n, r in enumerate(reports(result, documents, view), 1)]
    style = _read("report.css").replace("/*paper*/", f"@page {{ size: {paper}; margin: 0.55in 0.75in 0.5in; }}")
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
    env.filters["plain"] = plain
    env.filters["verbatim"] = Markup  # for our own style and script only
    return env


def _sheet(report: Report, documents: Mapping[str, Document], prefix: str, result: Result, paper: str) -> Sheet:
    at_hand = _documents(report, documents, result)
    slugs = {letter: f"{prefix}d{_place(at_hand, letter)}" for letter in at_hand}
    lit = anchors(report, slugs)
    panes = tuple(_panes(at_hand, slugs, lit, report))
    return Sheet(
        report,
        lit,
        panes,
        prefix,
        typeset(report, paper, TEXT if report.kind == "brief" else TABLES),
        pictures(result, report),
    )


def _documents(report: Report, documents: Mapping[str, Document], result: Result) -> dict[str, Document]:
    places = Places(documents, _cards(result))
    found = {letter: places.document(letter) for letter in report.letters}
    return {letter: document for letter, document in found.items() if document is not None}


def _cards(result: Result) -> tuple[LetterCard, ...]:
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
