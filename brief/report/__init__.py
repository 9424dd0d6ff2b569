"""What to show of a result, not how: the door to the reports that the renderers lay out."""

from __future__ import annotations

from collections.abc import Mapping

from brief.comparison import Comparison
from brief.document import Document
from brief.matrices import Matrix
from brief.report.annex import with_quotes
from brief.report.brief import brief_report
from brief.report.grid import in_parts, matrix_report
from brief.report.ledger import Entry, entries, ledger_report
from brief.report.memo import comparison_report
from brief.report.page import MARKED, SIGNS, Point, Ref, Report, Section, label
from brief.report.trimming import capped, fitted, trimmed
from brief.summary import Summaries, Summary

Result = Summary | Summaries | Comparison | Matrix

__all__ = [
    "MARKED", "SIGNS", "Entry", "Point", "Ref", "Report", "Result", "Section",
    "capped", "entries", "fitted", "in_parts", "label", "reports", "summaries_of", "trimmed",
]  # fmt: skip


def reports(result: Result, documents: Mapping[str, Document], view: str = "brief") -> tuple[Report, ...]:
    """Return what to show of `result`: one report a letter, or one for the whole.

    Args:
        result: What was found.
        documents: The letters' documents by letter id, for ¶ numbers; may be empty.
        view: `brief` for the page, `annex` for the page with nothing left out and every quotation, `actions` for the
            ledger of requests, questions and deadlines (of summaries only).
    """
    summaries = summaries_of(result)
    if view == "actions" and summaries:
        return (ledger_report(summaries, documents),)
    pages = _pages(result, summaries, documents)
    return tuple(with_quotes(p) for p in pages) if view == "annex" else pages


def _pages(result: Result, summaries: tuple[Summary, ...], documents: Mapping[str, Document]) -> tuple[Report, ...]:
    if isinstance(result, Comparison):
        return (comparison_report(result, documents),)
    if isinstance(result, Matrix):
        return (matrix_report(result, documents),)
    return tuple(brief_report(s, documents) for s in summaries)


def summaries_of(result: Result) -> tuple[Summary, ...]:
    """Return the summaries in `result`; none in a comparison or a matrix."""
    if isinstance(result, Summary):
        return (result,)
    return result.summaries if isinstance(result, Summaries) else ()
