"""Encodings told apart, broken characters mended, invisible ones reported; attacks end in a name or a document."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.document import Document
from brief.errors import InputError, TooLarge, UnknownFormat
from brief.ingest import read
from brief.text import normalise, sentences

LETTER = (
    "Dear Secretary Núñez:\n\nWe urge you – the “sooner” the better – to act on Zoë’s café.\n\nSincerely,\nBo\n" * 3
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_any_encoding_and_line_end_gives_the_same_text(encoding: str, line_end: str) -> None:
    assert read(LETTER.replace("\n", line_end).encode(encoding)).text == LETTER


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Уважаемый министр, мы просим вас принять меры. " * 9),
        ("shift_jis", "拝啓、私たちは大臣にお願い申し上げます。" * 9),
    ],
)
def test_other_scripts_are_guessed_and_the_reader_told(encoding: str, text: str) -> None:
    document = read(text.encode(encoding))

    assert document.text == text
    assert "not UTF-8" in document.warnings[0]


def test_stray_bytes_in_utf8_are_read_as_windows_has_them_and_reported() -> None:
    data = "Dear Secretary Núñez – we “urge” you".encode() + b" \x96 caf\xe9 \x81 now"

    document = read(data)

    assert document.text == "Dear Secretary Núñez – we “urge” you – café \ufffd now"
    assert document.warnings[0].startswith("3 bytes are not UTF-8 (the first at byte")


def test_a_byte_or_two_that_are_not_utf8_never_stop_the_reading() -> None:
    assert read(b"Dear Jos\xe9:\n\nPlease act.").text == "Dear José:\n\nPlease act."
    assert read(b"\xff\xfeD\0e\0a\0r\0").text == "Dear"


def test_a_page_that_calls_itself_latin_1_is_read_as_browsers_do() -> None:
    page = '<meta charset="iso-8859-1"><p>Dear Secretary:</p><p>The Department’s “notice” – café.</p>'

    assert "The Department’s “notice” – café." in read(page.encode("cp1252"), name="page.html").text


def test_nuls_and_half_characters_are_mended_and_reported() -> None:
    document = read(b"We\0 urge \xed\xa0\xb5 you \xed\xa0\xb5\xed\xb0\x80 now, Z\xc3\xbcrich")

    assert document.text == "We urge \ufffd you \U0001d400 now, Zürich"
    assert any("half characters" in w for w in document.warnings)
    assert "1 NUL character removed" in document.warnings
    document.text.encode("utf-8")


@pytest.mark.parametrize(
    ("planted", "words"),
    [("\U000e0041\U000e0042", "tag characters"), ("\u202e", "direction"), ("\u200b\u200c\u200b\u200c", "zero-width")],
)
def test_invisible_characters_that_can_mislead_are_flagged_with_their_offset(planted: str, words: str) -> None:
    document = read(f"We urge{planted} you".encode())

    assert planted in document.text  # kept: offsets are the source's own
    assert [w for w in document.warnings if words in w and "at character 7" in w]
    assert normalise(document.text).text == "we urge you"


def test_what_is_common_on_pages_is_not_flagged() -> None:
    assert read("A\u200b soft\u00adly set \ufeffletter, with 👩‍👩‍👧 and ❤️.".encode()).warnings == ()


def test_a_line_of_ten_million_characters_is_refused_by_name_and_one_of_a_million_read() -> None:
    with pytest.raises(TooLarge, match="10,000,000 characters of text"):
        read(b"a" * 10_000_000)
    document = read(b"We urge you to act. " * 50_000)

    assert len(document.blocks) == 1
    assert sum(1 for _ in sentences(document.text)) == 50_000
    assert len(normalise(document.text).text) == 999_999


@pytest.mark.parametrize(
    "line", ["(" * 90, "1. " * 30, "a" + "\u0301" * 90, ". " * 45, "“‘" * 45, " \t" * 45 + "x", "-\n" * 45]
)
def test_lines_of_nothing_but_marks_take_time_in_proportion(line: str) -> None:
    document = read((line * 1_500).encode())  # quadratic work on 135 kB would hang here

    assert sum(len(s.of(document.text)) for s in sentences(document.text)) > 0
    assert normalise(document.text).text


def outcome(data: bytes, name: str) -> Document | InputError:
    try:
        return read(data, name=name)
    except InputError as error:
        return error


@given(st.binary(max_size=300), st.sampled_from(["x.txt", "x.md", "x.html", "x.eml", "x.docx", "x.pdf", "x"]))
def test_any_bytes_under_any_name_give_a_document_or_a_named_error(data: bytes, name: str) -> None:
    found = outcome(data, name)

    if isinstance(found, Document):
        assert found.blocks
        found.text.encode("utf-8")
    else:
        assert str(found).startswith(f"{name}: ")
        assert "\n" not in str(found)


HEADS = [b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"From: a\nMIME-Version: 1.0\n\n", b"\xff\xfe", b"\xfe\xff", b"<!--"]


@given(st.sampled_from(HEADS), st.binary(max_size=300))
def test_any_bytes_after_a_known_beginning_give_a_document_or_a_named_error(head: bytes, tail: bytes) -> None:
    found = outcome(head + tail, "x")

    assert found.text if isinstance(found, Document) else str(found).startswith("x: ")


def test_a_mislabelled_file_is_told_by_its_content() -> None:
    assert read(b"%PDF"[:2] + b"Dear all", name="x.pdf").media_type == "text/plain"
    with pytest.raises(UnknownFormat, match="damaged"):
        read(b"PK\x03\x04 not really", name="x.txt")


def test_a_large_file_is_refused_in_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as handle:
        handle.truncate(2**30)
    tracemalloc.start()
    try:
        with pytest.raises(TooLarge, match="1,024 MB"):
            read(path)
        assert tracemalloc.get_traced_memory()[1] < 2**20
    finally:
        tracemalloc.stop()
