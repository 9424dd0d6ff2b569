"""Two versions of one letter: the passages that were reworded, put in or taken out, side by side."""

from __future__ import annotations

from brief.comparison import Comparison, Passage
from brief.evidence import Evidence
from brief.report.page import Point, Section
from brief.report.places import Places
from brief.report.wording import plain


def changed(result: Comparison, places: Places) -> Section:
    """Return what differs between near-duplicates side by side, but for what the contrasts have shown already."""
    shown = {_place(e) for c in result.contrasts for claim in (c.a, c.b) if claim for e in claim.evidence}
    fresh = [p for p in result.shared_text.changed if not {_place(e) for e in (p.a, p.b) if e} <= shown]
    rows = tuple(_change(p, result, places) for p in fresh)
    return Section(
        "changed", "What changed in the text", rows, "table", ("", "A", "B"), units=("change", "changes"), most=8
    )


def _place(evidence: Evidence) -> tuple[str, int | None, int | None]:
    return evidence.letter, evidence.start, evidence.end


def _change(passage: Passage, result: Comparison, places: Places) -> Point:
    sides = ((passage.a, "cut", result.a.id), (passage.b, "added", result.b.id))
    cells = tuple(
        Point(_reading(found, passage, op), refs=places.refs([found], letter))
        if found
        else Point("not there", kind="none")
        for found, op, letter in sides
    )
    what = "Reworded" if passage.a and passage.b else "Only A" if passage.a else "Only B"
    kind = "differ" if passage.a and passage.b else "only_a" if passage.a else "only_b"
    return Point(what, lead="moved" if passage.moved else "", cells=cells, kind=kind)


def _reading(found: Evidence, passage: Passage, op: str) -> str:
    """Return one side's wording: its own words in full, of the words in common those next to a change."""
    if not passage.edits:
        return plain(found.quote)
    pieces = [
        plain(e.text) if e.op != "same" else _around(plain(e.text)) for e in passage.edits if e.op in ("same", op)
    ]
    return " ".join(p for p in pieces if p)


def _around(text: str, near: int = 45) -> str:
    if len(text) <= 2 * near:
        return text
    return f"{text[:near].rsplit(' ', 1)[0]} … {text[-near:].split(' ', 1)[-1]}"
