"""PDF files: made here with Typst from known text, and read back as that text."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
import typst

from brief.errors import EmptyDocument, NoTextLayer, TooLarge, UnknownFormat
from brief.ingest import read

PAGE = """#set page(width: 216mm, height: 279mm, margin: 25mm, header: {header}, footer: {footer})
#set text(lang: "en")
"""
LONG = (
    "We write about the extraordinary circumstances in which the Department undertook cross-border negotiations on "
    "internationally recognised responsibilities, notwithstanding considerable representations to the contrary. "
) * 5
LONG = LONG.strip()
FOOT = "context [#h(1fr) Page #counter(page).display() of 3]"


def pdf(tmp_path: Path, source: str, header: str = "none", footer: str = "none", *, justify: bool = True) -> Path:
    file = tmp_path / "letter.typ"
    setting = f"#set par(justify: {str(justify).lower()}, spacing: 1.6em)\n"
    file.write_text(PAGE.format(header=header, footer=footer) + setting + source, encoding="utf-8")
    typst.compile(str(file), output=str(tmp_path / "letter.pdf"))
    return tmp_path / "letter.pdf"


def png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 72)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("justify", [True, False])
def test_lines_and_broken_words_are_joined_into_the_paragraphs_that_were_set(tmp_path: Path, justify: bool) -> None:
    source = f"The Honorable Ann Lee \\\nSecretary of Rivers\n\nDear Secretary Lee:\n\n{LONG}\n\n{LONG}\n\nSincerely,"

    document = read(pdf(tmp_path, source, justify=justify))

    assert document.media_type == "application/pdf"
    assert [document.text[b.start : b.end] for b in document.blocks] == [
        "The Honorable Ann Lee\nSecretary of Rivers", "Dear Secretary Lee:", LONG, LONG, "Sincerely,"
    ]  # fmt: skip


def test_a_paragraph_goes_on_over_the_page_and_running_lines_are_noise(tmp_path: Path) -> None:
    source = "\n\n".join([LONG] * 10)

    document = read(pdf(tmp_path, source, header="[Secretary Lee #h(1fr) March 3, 2024]", footer=FOOT))

    kept = [document.text[b.start : b.end] for b in document.blocks if b.kind != "noise"]
    assert kept == [LONG] * 10
    noise = [document.text[b.start : b.end] for b in document.blocks if b.kind == "noise"]
    assert [n for n in noise if n.startswith("Page")] == [f"Page {p.number} of 3" for p in document.pages]
    assert len(document.pages) == 3
    assert document.page_at(0) == 1
    assert document.page_at(len(document.text) - 1) == 3
    for page in document.pages:
        assert f"Page {page.number} of" in document.text[page.start : page.end]


@pytest.mark.parametrize("justify", [True, False])
def test_two_columns_are_read_one_after_the_other_paragraphs_whole(tmp_path: Path, justify: bool) -> None:
    short = "We urge you to act."
    source = "#align(center)[United States Senate]\n\n#columns(2, gutter: 8mm)[\n" + f"{LONG}\n\n{short}\n\n" * 5 + "]"

    document = read(pdf(tmp_path, source, footer=FOOT, justify=justify))

    kept = [document.text[b.start : b.end] for b in document.blocks if b.kind != "noise"]
    assert " ".join(kept) == " ".join(["United States Senate", *[LONG, short] * 5])
    assert kept.count(short) == 5
    assert kept.count(LONG) >= 3, "a sentence that ends with its column or page may end its paragraph"


def test_names_set_side_by_side_are_no_columns_of_text(tmp_path: Path) -> None:
    names = "".join(f"[Ada Birch {'van ' * (k % 4)}Holm \\ Member of Congress], " for k in range(8))
    source = f"{LONG}\n\nSincerely,\n\n#grid(columns: 2, column-gutter: 20mm, row-gutter: 9mm, {names})"

    text = read(pdf(tmp_path, source)).text

    assert all(text.count(f"Birch {'van ' * k}Holm\nMember of Congress") == 2 for k in range(4))


def test_the_raised_figure_of_a_note_stays_with_the_word_before_it(tmp_path: Path) -> None:
    text = read(pdf(tmp_path, f"{LONG}#super[1]\n\n{LONG}\n\nWe write in 2024#super[12]\n\nThank you.")).text

    assert text == f"{LONG}1\n\n{LONG}\n\nWe write in 2024 12\n\nThank you."


def test_numbered_questions_keep_their_numbers_and_nesting(tmp_path: Path) -> None:
    source = """Please answer:

+ Why was the office that looks after the rivers of the whole country moved away, and who in it asked for the move?
+ On the checks:
  #enum(numbering: "(a)", [How many?], [Which?])
+ What now?

= WHAT WE ASK

Act."""
    document = read(pdf(tmp_path, source))

    found = [(b.kind, b.level, b.marker, document.text[b.start : b.end]) for b in document.blocks]
    assert found[1][:3] == ("item", 1, "1.")
    assert found[1][3].startswith("1. Why was the office")
    assert found[1][3].endswith("asked for the move?")
    assert [f[1:3] for f in found[2:6]] == [(1, "2."), (2, "(a)"), (2, "(b)"), (1, "3.")]
    assert found[6] == ("heading", 2, None, "WHAT WE ASK")


def test_a_scan_is_named_with_its_pages(tmp_path: Path) -> None:
    (tmp_path / "scan.png").write_bytes(png())
    picture = '#image("scan.png", width: 100%)\n'

    with pytest.raises(NoTextLayer, match=r"letter\.pdf: page 1-2 are pictures without text \(a scan\); run `ocrmypdf"):
        read(pdf(tmp_path, picture + "#pagebreak()\n" + picture))
    document = read(pdf(tmp_path, f"{LONG}\n#pagebreak()\n{picture}#pagebreak()\n{LONG}"))

    assert document.warnings[0].startswith("page 2 is a picture without text and was not read")
    assert [p.number for p in document.pages] == [1, 2, 3]
    assert document.page_at(len(document.text) - 1) == 3


@pytest.mark.parametrize("damage", [b"%PDF-1.7\nnot a PDF at all", b"%PDF-1.4\n%%EOF", b"%PDF-" + b"\xff" * 5000])
def test_pdf_garbage_is_a_named_error(damage: bytes) -> None:
    with pytest.raises(UnknownFormat, match=r"bad\.pdf: is a damaged PDF"):
        read(damage, name="bad.pdf")


def bare(content: bytes, filters: bytes) -> bytes:
    """A PDF of one page with that content stream; pdfium finds the objects without a table of them."""
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Length %d/Filter%s>>stream\n%s\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%%%EOF"
        % (len(content), filters, content)
    )


def test_a_pdf_that_swells_as_a_bomb_does_is_refused_before_it_is_opened() -> None:
    once = zlib.compress(b" " * 2**25, 9)

    with pytest.raises(TooLarge, match=r"b\.pdf: unpacks to far more"):
        read(bare(once, b"/FlateDecode"), name="b.pdf")
    with pytest.raises(TooLarge, match="unpacks"):
        read(bare(zlib.compress(once), b"[/FlateDecode/FlateDecode]"), name="b.pdf")
    with pytest.raises(EmptyDocument):
        read(bare(zlib.compress(b" " * 1000), b"/FlateDecode"), name="b.pdf")


def test_a_pdf_cut_short_is_read_or_refused_by_name(tmp_path: Path) -> None:
    whole = pdf(tmp_path, "\n\n".join([LONG] * 4)).read_bytes()
    outcomes = set()
    for part in range(1, 20):
        try:
            outcomes.add(type(read(whole[: len(whole) * part // 20], name="cut.pdf")).__name__)
        except UnknownFormat:
            outcomes.add("UnknownFormat")

    assert outcomes <= {"UnknownFormat", "Document"}
    assert "UnknownFormat" in outcomes
