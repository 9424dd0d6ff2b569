"""Whatever words a letter holds, every form has the structure that it has for harmless ones, and shows them."""

from __future__ import annotations

import csv
import re
from io import BytesIO, StringIO
from itertools import cycle
from typing import Any
from zipfile import ZipFile

import hostile
import invented
import pypdfium2
import pytest
from icalendar import Calendar
from lxml import etree, html
from markdown_it import MarkdownIt

from brief.renderers import render
from brief.report.wording import plain

DOCS = invented.DOCUMENTS


ALL = " ".join(hostile.STRINGS)
TURNS = range(0, len(hostile.STRINGS), 8)
CASES = {"together": [ALL], **{f"from-{n}": hostile.STRINGS[n:] + hostile.STRINGS[:n] for n in TURNS}}
TWINS = {
    name: [" ".join(map(hostile.harmless, hostile.STRINGS))]
    if name == "together"
    else list(map(hostile.harmless, words))
    for name, words in CASES.items()
}


def html_tree(result: Any) -> list[Any]:
    """Tags and the names of attributes in order; text and the values that carry quotations left aside."""
    page = html.document_fromstring(
        str(render(result, "html", documents=DOCS, view="annex")).encode("utf-8", "replace")
    )
    return [
        (e.tag, sorted(e.attrib), "".join(e.itertext()) if e.tag in ("script", "style") else "") for e in page.iter()
    ]


def markdown_tree(result: Any) -> list[Any]:
    md = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    kinds = {"text_special": "text"}
    tree: list[Any] = []
    for token in md.parse(str(render(result, "markdown", documents=DOCS, view="annex"))):
        inner = [kinds.get(c.type, c.type) for c in token.children or ()]
        tree.append(
            (token.type, token.tag, [k for n, k in enumerate(inner) if n == 0 or k != inner[n - 1] or k != "text"])
        )
    return tree


def csv_tree(result: Any) -> list[Any]:
    rows = list(csv.reader(StringIO(str(render(result, "csv", documents=DOCS)), newline="")))
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    return [len(row) for row in rows]


def xlsx_tree(result: Any) -> list[Any]:
    data = render(result, "xlsx", documents=DOCS)
    assert isinstance(data, bytes)
    with ZipFile(BytesIO(data)) as book:
        sheets = [etree.fromstring(book.read(n)) for n in sorted(book.namelist()) if "worksheets/sheet" in n]
        return [
            sorted(n for n in book.namelist()),
            *([(e.tag, e.get("t"), e.get("r")) for e in s.iter()] for s in sheets),
        ]


def docx_tree(result: Any) -> list[Any]:
    data = render(result, "docx", documents=DOCS, view="annex")
    assert isinstance(data, bytes)
    with ZipFile(BytesIO(data)) as package:
        parts = [
            etree.fromstring(package.read(n))
            for n in ("word/document.xml", "word/footnotes.xml")
            if n in package.namelist()
        ]
        assert not any(b"hyperlink" in package.read(n) for n in package.namelist() if n.endswith(".rels"))
    keep = ("}p", "}tbl", "}tr", "}tc", "}footnote", "}hyperlink", "}fldSimple", "}instrText")
    return [[e.tag for e in part.iter() if e.tag.endswith(keep)] for part in parts]


def ics_tree(result: Any) -> list[Any]:
    return [(e.name, sorted(e.keys())) for e in Calendar.from_ical(str(render(result, "ics"))).walk()]


TREES = {
    "html": html_tree,
    "docx": docx_tree,
    "markdown": markdown_tree,
    "csv": csv_tree,
    "xlsx": xlsx_tree,
    "ics": ics_tree,
}


@pytest.mark.parametrize("form", sorted(TREES))
@pytest.mark.parametrize("case", sorted(CASES))
def test_the_structure_is_that_of_harmless_words(case: str, form: str) -> None:
    """All strings stand in every field together, and then each begins the fields in turn."""
    for strange, usual in zip(hostile.results(CASES[case]), hostile.results(TWINS[case]), strict=True):
        assert TREES[form](strange) == TREES[form](usual)


@pytest.mark.parametrize("case", sorted(CASES))
def test_the_terminal_gets_no_control_codes(case: str) -> None:
    for result in hostile.results(CASES[case]):
        page = str(render(result, "terminal", documents=DOCS, view="annex"))
        assert not re.search(
            r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]", page
        )


@pytest.mark.parametrize("case", sorted(CASES))
def test_a_pdf_does_nothing_and_stays_one_page(case: str) -> None:
    data = render(hostile.results(CASES[case])[0], "pdf", documents=DOCS)
    assert isinstance(data, bytes)
    document = pypdfium2.PdfDocument(data)

    assert len(document) == 1
    assert pypdfium2.raw.FPDFDoc_GetJavaScriptActionCount(document) == 0
    assert b"/Annots" not in data


def test_every_string_is_shown_in_the_pdf() -> None:
    data = render(hostile.planted(invented.stroud(), cycle([ALL])), "pdf", documents=DOCS, view="annex")
    assert isinstance(data, bytes)
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    shown = re.sub(r"[\s\ufffe-]+", "", text)

    for word in hostile.STRINGS:
        assert re.sub(r"[\s-]+", "", plain(word)) in shown
