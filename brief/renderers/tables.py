"""Results as plain rows of text: what the spreadsheet forms share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields

from brief.document import Document
from brief.matrices import Matrix
from brief.report import Entry, Point, Report, Result, entries, label, reports, summaries_of
from brief.report.wording import plain

HEADS = {
    "letter": "Letter",
    "sent_by": "From",
    "sent_to": "To",
    "letter_date": "Letter date",
    "kind": "Kind",
    "number": "No.",
    "parent": "Under",
    "strength": "Strength",
    "actor": "Who acts",
    "text": "What is asked",
    "due": "Due",
    "due_as_stated": "Due as stated",
    "due_rule": "Due: how resolved",
    "condition": "Condition",
    "topic": "Topic",
    "where": "Where",
    "quote": "Quotation",
    "status": "Check",
    "problems": "Problems",
}
DATES = ("letter_date", "due")
LONG = ("text", "quote", "sent_by", "sent_to", "problems")

Rows = tuple[list[str], list[list[str]]]


def rows_of(result: Result, documents: Mapping[str, Document]) -> Rows:
    """Return heads and rows: the ask ledger of summaries, the cells of a matrix, the rows of a comparison."""
    summaries = summaries_of(result)
    if summaries:
        return list(HEADS.values()), [_entry_row(e) for e in entries(summaries, documents)]
    (report,) = reports(result, documents)
    if isinstance(result, Matrix):
        return _matrix_rows(result, report)
    return _comparison_rows(report)


def _entry_row(entry: Entry) -> list[str]:
    return [str(getattr(entry, f.name) or "") for f in fields(entry)]


def _matrix_rows(result: Matrix, report: Report) -> Rows:
    """One row per topic and letter that speaks of it."""
    heads = ["Topic", "Letter", "Stance", "What it says", "Where", "Quotation", "Check"]
    rows = []
    for section in (s for s in report.sections if s.key == "positions"):
        for row in section.items:
            for card, cell in zip(result.letters, row.cells, strict=True):
                stance = cell.kind or "silent"
                text = "" if stance == "silent" else cell.text
                rows.append([row.text, card.id, stance, text, label(cell.refs), _quotes(cell), _check(cell)])
    return heads, rows


def _comparison_rows(report: Report) -> Rows:
    heads = ["Part", "Topic", "Relation", "A", "A where", "A quotation", "B", "B where", "B quotation", "Notes"]
    return heads, list(_memo_rows(report))


def _memo_rows(report: Report) -> Iterator[list[str]]:
    for section in report.sections:
        for item in section.items:
            a, b = item.cells if len(item.cells) == 2 else (None, None)
            sides = [*_side(a), *_side(b)] if a or b else [*_side(item), "", "", ""]
            topic = item.text if a or b else item.lead
            yield [
                section.title,
                topic,
                item.lead if a or b else item.kind,
                *sides,
                "; ".join((*item.notes, *item.more)),
            ]


def _side(point: Point | None) -> list[str]:
    return [point.text, label(point.refs), _quotes(point)] if point else ["", "", ""]


def _quotes(point: Point) -> str:
    return " … ".join(plain(r.quote) for r in point.refs if r.match != "missing")


def _check(point: Point) -> str:
    return {"": "confirmed", "partly": "in doubt", "unsupported": "not confirmed"}[point.mark] if point.refs else ""
