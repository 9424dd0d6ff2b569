"""The full list behind a page: every point with the words it rests on."""

from __future__ import annotations

from dataclasses import replace
from math import inf

from brief.report.page import Point, Report
from brief.report.wording import fragment, plain

_HOW = {"exact": "", "normalised": " (but for punctuation or spacing)", "fuzzy": " (nearly)", "missing": " (not found)"}


def with_quotes(report: Report) -> Report:
    """Return `report` as an annex: nothing is left out, and each point's quotations stand in its notes."""
    sections = tuple(replace(s, items=tuple(_quoting(item) for item in s.items)) for s in report.sections)
    return replace(report, kind="annex", title=f"{report.title}: full list", sections=sections)


def _quoting(point: Point) -> Point:
    quotes = tuple(f"“{plain(r.quote)}”{_HOW[r.match]}" for r in point.refs if fragment(r.quote) != point.text)
    cells = tuple(_quoting(cell) for cell in point.cells)
    return replace(point, notes=point.notes + point.more + quotes, more=(), cells=cells, keep=inf)
