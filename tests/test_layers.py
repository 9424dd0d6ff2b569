"""The rooms stand in one order; a module imports only from earlier ones, and siblings don't know each other."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "brief"

# One line a layer, earliest first. Modules on one line are siblings: they may not import each other.
LAYERS = """
version errors
document settings
lines calendar_words searching
sentences
text evidence
words kinds
direction amounts
letter.card
ingest.limits
ingest.decoding ingest.markers ingest.markdown ingest.hyphens
ingest.plain ingest.rows
ingest.assembly
ingest.html ingest.pdf ingest.docx
ingest.eml
ingest
letter.verbs letter.dates letter.cites letter.bodies letter.rhetoric letter.denied_lists
letter.actions letter.complements letter.due
letter.pleas letter.duties letter.enumerated letter.appeals
letter.norms letter.vital
letter.requests
letter.lists
letter.vocabulary
letter.language
letter.places letter.lines letter.headers
letter.capitals letter.damage letter.voicing letter.threads
letter.names letter.marks
letter.telling
letter.law_names letter.speakers
letter.attribution
letter.unmarked
letter.offices letter.counting letter.members letter.quotations letter.scan letter.authorities letter.deadlines
letter.addressee_phrases letter.titles
letter.kinds letter.frames
letter.told
letter.rosters letter.groups letter.headlines letter.office_held letter.anatomy
letter.signed_as letter.address_block
letter.parts letter.people letter.signatures letter.inside_address letter.addressees
letter.split letter.hearsay
letter.sending
letter.assembly letter.sought
letter.through
letter
exchange drafts deed_words
deeds
summary
prompt schema prices
providers.guard providers.replies providers.ladder providers.disk providers.leases
providers.layer
providers.priced providers.offline providers.canary
providers.openai providers.extractive providers.scripted providers.cassette providers.cached providers.retrying
providers
ground
audit.attribution audit.dates audit.finding audit.lexicon audit.units
audit.aliases audit.quantities audit.words
audit.capitals audit.heads audit.negation audit.passage audit.roles audit.thesaurus
audit.actors audit.additions audit.citations audit.deadlines audit.figures audit.forms audit.offices
audit.pairing audit.parity audit.rates audit.scope audit.silence audit.speakers audit.stance audit.strength
audit.support audit.voice
audit.bindings audit.conditions audit.contraries audit.coverage audit.fragments audit.framing audit.modality audit.names
audit.parties
audit.denial audit.exchanged audit.opposition audit.wording
audit.row
audit.reason audit.upshot
audit.contrast
audit.claims
audit
ask
blocks
material
reading
points
comparison
align ranking
sharing
sides pairs
rows silences
bottomline
comparing
matrices outline
shared_topics
tabulating published
verification.outcome
verification.sources verification.record verification.remaking
verification.comparisons verification.lines verification.asks verification.silences verification.matrix
verification.lists
verification.passages
verification.results verification.memo
verification
report.page report.wording
report.places report.trimming report.checked report.annex
report.requests report.changes
report.brief report.grid report.asked
report.memo report.ledger
report
renderers.files renderers.panes renderers.tables renderers.typesetting renderers.pictures renderers.footnotes
renderers.terminal renderers.markdown renderers.html renderers.json
renderers.outline renderers.pdf renderers.docx renderers.xlsx renderers.csv renderers.ics
renderers
api
cli
cli.options
cli.delivering
cli.running
cli.commands
cli.upkeep cli.verifying
cli.main
__main__
"""
ORDER = {name: place for place, line in enumerate(LAYERS.splitlines()) for name in line.split()}


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(p for p in parts if p != "__init__")


def imported(path: Path) -> set[str]:
    """The modules of brief that a file imports, wherever in it the import stands."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {a.name for a in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = {f"{node.module}.{a.name}" for a in node.names}
            found |= {n if is_module(n) else node.module for n in names}
    return {n.removeprefix("brief.") for n in found if n.startswith("brief.") and is_module(n)}


def is_module(name: str) -> bool:
    path = PACKAGE.parent / name.replace(".", "/")
    return path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()


def place(name: str) -> int | None:
    """A module's layer: its own entry, or that of the nearest package that has one."""
    while name and name not in ORDER:
        name = name.rpartition(".")[0]
    return ORDER.get(name)


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: module_name(p) or "brief")
def test_imports_only_from_earlier_layers(path: Path) -> None:
    name = module_name(path)
    if not name:
        return  # the package itself hands out public names lazily
    own = place(name)
    assert own is not None, f"brief.{name} stands in no layer: enter it in LAYERS"
    package = name.rpartition(".")[0]
    for other in imported(path):
        inside = package and place(name) == place(other) and other.startswith(package + ".")
        assert inside or place(other) is not None, f"brief.{other} stands in no layer"
        assert inside or place(other) < own, f"brief.{name} imports brief.{other}, which is not an earlier layer"


def test_there_is_no_import_cycle() -> None:
    graph = {module_name(p): imported(p) for p in PACKAGE.rglob("*.py") if module_name(p)}
    done: set[str] = set()

    def visit(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, f"import cycle: {' -> '.join([*above, name])}"
        if name not in done:
            for other in graph.get(name, ()):
                visit(other, (*above, name))
            done.add(name)

    for name in graph:
        visit(name, ())
