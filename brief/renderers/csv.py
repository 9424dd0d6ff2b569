"""The ask ledger or the matrix as CSV: one row each, ISO dates, no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from io import StringIO

from brief.document import Document
from brief.renderers.tables import rows_of
from brief.report import Result

_FORMULA = tuple(
    "=+-@\t\r\n＝＋－＠"
)  # what spreadsheets take for a formula's start (OWASP CSV Injection), wide forms too


def render_csv(result: Result, documents: Mapping[str, Document]) -> str:
    """Return the rows of `result` as CSV (RFC 4180, CRLF line ends)."""
    heads, rows = rows_of(result, documents)
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(heads)
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return out.getvalue()


def safe_cell(text: str) -> str:
    """Return `text` with an apostrophe in front if a spreadsheet would take it for a formula."""
    return "'" + text if text.lstrip().startswith(_FORMULA) or text.startswith(_FORMULA) else text
