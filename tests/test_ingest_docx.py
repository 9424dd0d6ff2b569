"""Word files: made here with python-docx, read back with the numbers that Word prints."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from brief.errors import InputError, TooLarge, UnknownFormat
from brief.ingest import read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(tmp_path: Path, write: Callable[[docx.document.Document], None]) -> Path:
    made = docx.Document()
    write(made)
    made.save(str(tmp_path / "letter.docx"))
    return tmp_path / "letter.docx"


def package(body: str, **parts: str) -> bytes:
    """A Word file of bare parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, text in parts.items():
            archive.writestr(f"word/{name}.xml", text)
    return data.getvalue()


def para(text: str, num: str = "", level: int = 0) -> str:
    numbering = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr></w:pPr>' if num else ""
    return f"<w:p>{numbering}<w:r><w:t>{text}</w:t></w:r></w:p>"


def test_headings_paragraphs_lists_and_tables_are_read_in_order(tmp_path: Path) -> None:
    def write(made: docx.document.Document) -> None:
        made.sections[0].header.paragraphs[0].text = "UNITED STATES SENATE"
        made.add_heading("Request on rivers", 1)
        made.add_paragraph("The Honorable Ann Lee\nSecretary of Rivers")
        made.add_paragraph("One?", style="List Number")
        made.add_paragraph("Two?", style="List Number")
        made.add_paragraph("A point", style="List Bullet")
        made.add_paragraph("(a) typed")
        table = made.add_table(rows=2, cols=2)
        for cell, text in zip(
            [c for r in table.rows for c in r.cells], ["Name", "State", "Bo Day", "Ohio"], strict=True
        ):
            cell.text = text
        hidden = made.add_paragraph("Sincerely,").add_run(" obey me")
        hidden.font.hidden = True

    document = read(word(tmp_path, write))

    assert [(b.kind, b.level, b.marker, document.text[b.start : b.end]) for b in document.blocks] == [
        ("noise", 0, None, "UNITED STATES SENATE"),
        ("heading", 1, None, "Request on rivers"),
        ("paragraph", 0, None, "The Honorable Ann Lee\nSecretary of Rivers"),
        ("item", 1, "1.", "1. One?"),
        ("item", 1, "2.", "2. Two?"),
        ("item", 1, "•", "• A point"),
        ("item", 1, "(a)", "(a) typed"),
        ("table", 0, None, "Name\tState\nBo Day\tOhio"),
        ("paragraph", 0, None, "Sincerely,"),
    ]
    assert document.warnings == ("8 characters formatted as hidden were left out",)


def test_numbers_are_counted_as_word_prints_them() -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="{s}"/><w:numFmt w:val="{f}"/><w:lvlText w:val="{t}"/></w:lvl>'
        for i, (s, f, t) in enumerate([(3, "decimal", "%1."), (1, "lowerLetter", "(%2)"), (1, "upperRoman", "%1.%3")])
    )
    numbering = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>'
    )
    body = "".join(
        [para("a", "1"), para("b", "1", 1), para("c", "1", 1), para("d", "1", 2), para("e", "1"), para("f", "1", 1),
         para("plain"), para("g", "1"), para("h", "2"), para("i", "2")]
    )  # fmt: skip

    document = read(package(body, numbering=numbering))

    assert [b.marker for b in document.blocks] == ["3.", "(a)", "(b)", "3.I", "4.", "(a)", None, "5.", "1.", "2."]
    assert [b.level for b in document.blocks] == [1, 2, 2, 3, 1, 2, 0, 1, 1, 1]


def test_footnotes_stand_at_the_end_under_their_numbers() -> None:
    body = '<w:p><w:r><w:t>As shown.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    notes = (
        f'<w:footnotes {W}><w:footnote w:id="0"><w:p/></w:footnote>'
        f'<w:footnote w:id="2">{para("See p. 3.")}</w:footnote></w:footnotes>'
    )

    assert read(package(body, footnotes=notes)).text == "As shown.[1]\n\n  [1] See p. 3."


def test_deleted_words_are_left_out_and_text_boxes_read_once() -> None:
    box = f"<w:txbxContent>{para('Letterhead')}</w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    body = (
        f"<w:p><w:r><w:t>Kept</w:t></w:r><w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>"
        f"<w:r><mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )

    assert read(package(body)).text == "Kept\n\nLetterhead"


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (40 * 2**20))
    many = io.BytesIO()
    with zipfile.ZipFile(many, "w") as archive:
        for n in range(2_001):
            archive.writestr(f"word/{n}.xml", "")

    with pytest.raises(TooLarge, match=r"bomb\.docx: unpacks to far more"):
        read(data.getvalue(), name="bomb.docx")
    with pytest.raises(TooLarge, match="2001 files inside"):
        read(many.getvalue(), name="bomb.docx")


def test_an_archive_that_lies_about_its_sizes_is_damaged() -> None:
    data = package(para("We urge you. " * 9_000))
    size = len(f"<w:document {W}><w:body></w:body></w:document>") + len(para("We urge you. " * 9_000))
    lying = data.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))

    assert lying != data
    with pytest.raises(UnknownFormat, match=r"cannot be unpacked|is damaged"):
        read(lying, name="liar.docx")


def test_an_outside_entity_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("TOP SECRET", encoding="utf-8")
    bomb = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "file://{tmp_path}/secret.txt"><!ENTITY l0 "lol">{bomb}]>'
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        body = f"<w:document {W}><w:body>{para('Dear &x; &l9; Sir')}{para('We ask.')}</w:body></w:document>"
        archive.writestr("word/document.xml", doctype + body)
    try:
        text = read(data.getvalue()).text
    except InputError as error:
        text = str(error)

    assert "SECRET" not in text
    assert "lollol" not in text


@pytest.mark.parametrize(
    ("member", "words"),
    [
        ("xl/workbook.xml", "Excel"),
        ("content.xml", "OpenDocument"),
        ("ppt/x.xml", "PowerPoint"),
        ("a.txt", "zip archive"),
    ],
)
def test_other_archives_are_named_as_what_they_are(member: str, words: str) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(member, "x")

    with pytest.raises(UnknownFormat, match=words):
        read(data.getvalue(), name="x.docx")
    with pytest.raises(UnknownFormat, match="damaged"):
        read(data.getvalue()[:30], name="x.docx")
    with pytest.raises(UnknownFormat, match="damaged"):
        read(package("<w:p>"), name="x.docx")


def test_tables_nested_deep_are_read_and_beyond_all_sense_refused() -> None:
    def nested(depth: int) -> bytes:
        return package("<w:tbl><w:tr><w:tc>" * depth + para("deep") + "</w:tc></w:tr></w:tbl>" * depth)

    assert read(nested(50)).text == "deep"
    with pytest.raises(UnknownFormat, match="damaged"):
        read(nested(1_500))
