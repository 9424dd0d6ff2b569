"""Word documents, workbooks and calendars, read back with other libraries than wrote them."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import invented
import openpyxl
import pypdfium2
import pytest
from icalendar import Calendar
from test_pdf import grown

from brief.renderers import render
from brief.summary import Summaries

DOCS = invented.DOCUMENTS
SOFFICE = shutil.which("soffice")


def made(result: object, form: str, **more: object) -> BytesIO:
    data = render(result, form, documents=DOCS, **more)  # type: ignore[arg-type]
    assert isinstance(data, bytes)
    return BytesIO(data)


# --- Word


def test_a_word_document_has_real_headings_tables_and_footnotes() -> None:
    file = made(invented.stroud(), "docx")
    document = docx.Document(file)
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 2"]
    with ZipFile(file) as package:
        notes = package.read("word/footnotes.xml").decode()

    assert document.paragraphs[0].style is not None
    assert document.paragraphs[0].style.name == "Title"
    assert headings[:2] == ["Bottom line", "What it asks"]
    assert document.tables[0].cell(1, 1).text == "Marisol Achterberg, Secretary of Commerce"
    assert "March 8 after the letter's date, 2024-02-23" in notes
    assert document.core_properties.title == invented.stroud().letter.title


def test_a_memo_in_word_sets_the_letters_side_by_side() -> None:
    tables = docx.Document(made(invented.comparison(), "docx")).tables

    assert [c.text for c in tables[0].rows[0].cells] == ["", "A · Stroud-Pike +3", "B · Ferreday–Quill"]
    assert [c.text for c in tables[1].rows[0].cells][1:] == [
        "Issue none of the twelve licenses.\u00a0¶11",
        "Direct the Secretary of Commerce to issue the twelve pending licenses.\u00a0¶23",
    ]


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None, reason="no LibreOffice here")
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_word_documents_are_one_page_in_libreoffice(tmp_path: Path, paper: str) -> None:
    results = {
        "short": invented.ferreday(), "usual": invented.stroud(), "long": grown(3), "longer": grown(12),
        "memo": invented.comparison(), "matrix": invented.matrix(3), "many": invented.matrix(20),
    }  # fmt: skip
    for name, result in results.items():
        (tmp_path / f"{name}.docx").write_bytes(made(result, "docx", paper=paper).getvalue())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = sorted(str(p) for p in tmp_path.glob("*.docx"))
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    subprocess.run(command, check=True, capture_output=True)

    assert {p.stem: len(pypdfium2.PdfDocument(p)) for p in tmp_path.glob("*.pdf")} == dict.fromkeys(results, 1)


# --- workbooks


def test_the_ledgers_dates_are_dates_and_its_head_is_frozen_and_filtered() -> None:
    both = Summaries(summaries=(invented.stroud(), invented.ferreday()))
    sheet = openpyxl.load_workbook(made(both, "xlsx")).active
    heads = [c.value for c in sheet[1]]

    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:U{sheet.max_row}"
    assert sheet.max_row == 1 + 11 + 2
    assert sheet.cell(4, 1 + heads.index("Due")).value == datetime(2024, 3, 8)  # noqa: DTZ001 - as openpyxl gives it
    assert heads[-2:] == ["Assigned to", "Status"]
    assert sheet.data_validations.count == 1


def test_no_cell_is_a_formula_or_a_link() -> None:
    card = invented.ferreday()
    plant = card.actions[0].model_copy(
        update={"text": '=HYPERLINK("http://evil.example")', "topic": "http://evil.example"}
    )
    sheet = openpyxl.load_workbook(made(card.model_copy(update={"actions": (plant,)}), "xlsx")).active

    assert {c.data_type for row in sheet.iter_rows() for c in row} <= {"s", "n", "d"}
    assert all(c.hyperlink is None for row in sheet.iter_rows() for c in row)


def test_a_matrix_has_a_sheet_of_signs() -> None:
    book = openpyxl.load_workbook(made(invented.matrix(6), "xlsx"))

    assert book.sheetnames == ["Matrix", "Rows"]
    assert [c.value for c in book["Matrix"][2]] == ["Licenses", "−", "+", "+", "+", "+", "+"]


# --- calendars


def test_dated_deadlines_become_all_day_events() -> None:
    both = Summaries(summaries=(invented.stroud(), invented.ferreday()))
    calendar = Calendar.from_ical(str(render(both, "ics")))
    events = [(str(e["SUMMARY"]), e["DTSTART"].dt) for e in calendar.walk("VEVENT")]

    asked = "Due: Direct the Secretary of Commerce to issue the twelve pending licenses."
    assert events == [
        ("Response due (Stroud-Pike +3 to Achterberg, 2024)", date(2024, 3, 8)),
        (f"{asked} (Ferreday–Quill to the President, 2024)", date(2024, 5, 1)),
    ]
    assert max(len(line.encode()) for line in str(render(both, "ics")).split("\r\n")) <= 75


def test_a_comparison_and_a_matrix_give_their_deadlines_too() -> None:
    def days(result: object) -> list[date]:
        events = Calendar.from_ical(str(render(result, "ics"))).walk("VEVENT")  # type: ignore[arg-type]
        return [event["DTSTART"].dt for event in events]

    assert days(invented.comparison()) == [date(2024, 3, 8), date(2024, 5, 1)]
    assert days(invented.matrix()) == [date(2024, 3, 8)]


# --- Markdown


def test_markdown_is_cut_to_a_page_and_says_so() -> None:
    page = str(render(grown(9), "markdown", documents=DOCS))
    rows = sum(max(1, -(-len(line) // 105)) for line in page.splitlines() if line)

    assert 50 <= rows <= 58
    assert "in the full list" in page
    assert len(str(render(grown(9), "markdown", documents=DOCS, view="annex")).splitlines()) > 100
