"""The ask ledger, a matrix or a comparison as a workbook: typed dates, filters, a frozen head, no live formulas."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Any

from brief.document import Document
from brief.matrices import Matrix
from brief.renderers.tables import DATES, HEADS, LONG, rows_of
from brief.report import SIGNS, Report, Result, reports, summaries_of

_WIDTHS = {"short": 13, "long": 52, "text": 22}  # characters
_TRACKED = ("Assigned to", "Status")
_STATES = ["open", "in progress", "answered", "declined"]
_MADE = datetime(1980, 1, 1)  # noqa: DTZ001 - no date of making, so that equal input gives equal bytes


def render_xlsx(result: Result, documents: Mapping[str, Document]) -> bytes:
    """Return a workbook: a sheet of rows, and for a matrix a first sheet of signs by topic and letter.

    Text is written as text: a cell that begins with "=" stays words, and no address becomes a link.
    """
    from xlsxwriter import Workbook

    out = BytesIO()
    book = Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"created": _MADE, "author": "letterbrief"})
    if isinstance(result, Matrix):
        (report,) = reports(result, documents)
        _matrix(book, report)
    tracked = _TRACKED if summaries_of(result) else ()
    heads, rows = rows_of(result, documents)
    _rows(book, "Asks" if tracked else "Rows", [*heads, *tracked], rows)
    book.close()
    return out.getvalue()


def _formats(book: Any) -> dict[str, Any]:
    plain = {"valign": "top", "text_wrap": True}
    return {
        "head": book.add_format({"bold": True, "font_color": "#FFFFFF", "bg_color": "#1F4069", "valign": "top"}),
        "text": book.add_format(plain),
        "date": book.add_format({**plain, "num_format": "yyyy-mm-dd", "align": "left"}),
        "sign": book.add_format({"align": "center", "valign": "top"}),
    }


def _rows(book: Any, name: str, heads: list[str], rows: list[list[str]]) -> None:
    sheet, formats = book.add_worksheet(name), _formats(book)
    dates, long = {HEADS[k] for k in DATES}, {HEADS[k] for k in LONG} | {"A", "B", "What it says"}
    for column, head in enumerate(heads):
        width = "long" if head in long or head.endswith("otation") else "short" if head in dates else "text"
        sheet.set_column(column, column, _WIDTHS[width])
        sheet.write_string(0, column, head, formats["head"])
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row):
            _cell(sheet, number, column, text, heads[column] in dates, formats)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(rows)), len(heads) - 1)
    if heads[-1] == _TRACKED[-1] and rows:
        sheet.data_validation(1, len(heads) - 1, len(rows), len(heads) - 1, {"validate": "list", "source": _STATES})
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _cell(sheet: Any, row: int, column: int, text: str, is_date: bool, formats: dict[str, Any]) -> None:
    day = _day(text) if is_date else None
    if day:
        sheet.write_datetime(row, column, day, formats["date"])
    else:
        sheet.write_string(row, column, text[:32_767], formats["text"])  # the most a cell holds


def _day(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _matrix(book: Any, report: Report) -> None:
    sheet, formats = book.add_worksheet("Matrix"), _formats(book)
    sheet.set_column(0, 0, 44)
    for section in (s for s in report.sections if s.key == "positions"):
        for column, head in enumerate(section.columns):
            sheet.write_string(0, column, head, formats["head"])
        for number, row in enumerate(section.items, 1):
            sheet.write_string(number, 0, row.text[:32_767], formats["text"])
            for column, cell in enumerate(row.cells, 1):
                sheet.write_string(number, column, SIGNS.get(cell.kind, "?"), formats["sign"])
    sheet.freeze_panes(1, 1)
