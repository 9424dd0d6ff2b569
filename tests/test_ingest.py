"""The door: what it reads, how it tells kinds apart, and what it says when it cannot."""

from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path

import pytest

from brief import errors
from brief.ingest import read

LETTERS = Path(__file__).parent / "fixtures" / "letters"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\10\6\0\0\0"


@pytest.mark.parametrize("path", sorted(LETTERS.iterdir()), ids=lambda p: p.name)
def test_every_sample_letter_is_read_and_its_blocks_hold_all_that_is_not_blank(path: Path) -> None:
    document = read(path)

    assert document.name == path.name
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    kept = 0
    for block in document.blocks:
        assert not document.text[kept : block.start].strip()
        assert document.text[block.start : block.end].strip()
        kept = block.end
    assert not document.text[kept:].strip()


def test_standard_input_is_named_with_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Dear Madam:\n\nPlease act.\n")))

    document = read("-")

    assert (document.name, document.path, document.text) == ("-", None, "Dear Madam:\n\nPlease act.\n")


def test_bytes_are_read_under_the_name_given() -> None:
    assert read(b"# Dear all\n", name="x.md").media_type == "text/markdown"
    assert read(b"Dear all\n").name == "bytes"


@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        (b"", errors.EmptyDocument, "empty"),
        (b" \n\n\t", errors.EmptyDocument, "no text"),
        (PNG, errors.UnknownFormat, "PNG picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", errors.UnknownFormat, "save it as .docx"),
        (b"\x1f\x8b\x08\0\0\0", errors.UnknownFormat, "gzip"),
        (bytes(range(1, 32)) * 9, errors.UnknownFormat, "binary"),
    ],
)
def test_a_file_that_cannot_be_read_gets_a_named_error_of_one_line(
    tmp_path: Path, content: bytes, error: type[Exception], words: str
) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(content)

    with pytest.raises(error, match=words) as caught:
        read(path)

    assert "letter.txt" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("name", "words"), [("letter.pdf", "is no PDF"), ("letter.docx", "is no Word file")])
def test_bytes_that_are_not_what_their_name_says_are_told_so(name: str, words: str) -> None:
    with pytest.raises(errors.UnknownFormat, match=f"{name}: {words}, whatever its name says; get it again"):
        read(bytes(range(128, 256)) * 90, name=name)

    assert read(b"Dear Secretary Roe:", name=name).text == "Dear Secretary Roe:"


def test_a_file_over_the_cap_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as handle:
        handle.truncate(300 * 2**20)  # sparse: 300 MB without a byte on the disk

    with pytest.raises(errors.TooLarge, match=r"huge\.txt: 300 MB is over the limit of 64 MB"):
        read(path)
    with pytest.raises(errors.TooLarge):
        read(b"twelve bytes", max_bytes=11)


def test_what_is_no_file_is_named_as_what_it_is(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(errors.UnknownFormat, match="is a directory"):
        read(tmp_path)
    with pytest.raises(errors.UnknownFormat, match="pipe it in"):
        read(tmp_path / "pipe")
    with pytest.raises(errors.UnknownFormat, match="device"):
        read("/dev/zero")
    with pytest.raises(errors.NotFound, match="no such file; check the path"):
        read(tmp_path / "missing.txt")
    with pytest.raises(errors.NotFound, match="pass it as bytes"):
        read("Dear Secretary:\n\nWe write to you.")
    with pytest.raises(errors.NotFound):
        read("nul\0in.txt")
    with pytest.raises(errors.NotFound, match=r"a\?\[2J"):
        read("a\x1b[2J")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_an_input_error(tmp_path: Path) -> None:
    path = tmp_path / "locked.txt"
    path.write_text("Dear", encoding="utf-8")
    path.chmod(0)

    with pytest.raises(errors.InputError, match="Permission denied"):
        read(path)


SHARED = Path(__file__).parent.parent.parent / "shared"


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the corpus does not stand beside the project")
def test_every_document_of_the_corpus_is_read_whole_and_its_list_items_keep_their_numbers() -> None:
    found = {path.name: read(path) for path in sorted(SHARED.glob("corpus/text/*.txt"))}

    assert found
    assert not any(document.warnings for document in found.values())
    items = [(b.level, b.marker) for b in found["seed-003.txt"].blocks if b.kind == "item"]
    assert items == [(1, f"{n}.") for n in range(1, 8)] + [(2, "1.")]
