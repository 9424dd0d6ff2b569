"""The door: a path, bytes or standard input become a `Document`, whatever kind of file it is."""

from __future__ import annotations

import hashlib
import os

from brief.document import Block, Document, Page
from brief.errors import EmptyDocument, Undecodable, UnknownFormat
from brief.ingest.assembly import Assembled
from brief.ingest.decoding import decode, invisible
from brief.ingest.hyphens import rejoined
from brief.ingest.limits import MAX_BYTES, Raw, check_length, fetch, shown

__all__ = ["MAX_BYTES", "read"]

_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
_ENCLOSED = (".pdf", ".docx", ".txt", ".html", ".htm", *_MARKDOWN)
_PICTURES = "is a {} picture; run OCR on it (`ocrmypdf --image-dpi 300 in.png out.pdf`) and give the PDF"
_FOREIGN = (
    (b"\x89PNG\r\n", _PICTURES.format("PNG")),
    (b"\xff\xd8\xff", _PICTURES.format("JPEG")),
    (b"GIF8", _PICTURES.format("GIF")),
    (b"II*\0", _PICTURES.format("TIFF")),
    (b"MM\0*", _PICTURES.format("TIFF")),
    (b"\xd0\xcf\x11\xe0", "is an old Office file or an Outlook message; save it as .docx, PDF or .eml"),
    (rb"{\rtf", "is RTF; save it as .docx or PDF"),
    (b"%!PS", "is PostScript; make a PDF of it (`ps2pdf`)"),
    (b"\x1f\x8b", "is compressed with gzip; unpack it first"),
    (b"BZh", "is compressed with bzip2; unpack it first"),
    (b"7z\xbc\xaf", "is a 7-Zip archive; unpack it first"),
    (b"Rar!", "is a RAR archive; unpack it first"),
    (b"\x7fELF", "is a program"),
    (b"MZ\x90", "is a program"),
    (b"OggS", "is a sound or film"),
    (b"ID3", "is a sound or film"),
    (b"RIFF", "is a picture, sound or film"),
    (b"SQLite format 3", "is a database"),
)
_SEALED = {".pdf": "PDF", ".docx": "Word file"}
"""Endings of files that hold no plain text."""
_KNOWN = "give the letter as text, Markdown, HTML, PDF, Word (.docx) or mail (.eml)"


def read(source: str | os.PathLike[str] | bytes, *, name: str | None = None, max_bytes: int = MAX_BYTES) -> Document:
    """Read one document.

    Args:
        source: A path, `-` for standard input, or the bytes themselves.
        name: What to call it, if not by the file's name; its ending helps to tell Markdown from plain text.
        max_bytes: A file over this is refused before it is read.

    Raises:
        InputError: One of its kinds (NotFound, TooLarge, EmptyDocument, Undecodable, UnknownFormat, NoTextLayer),
            saying what is wrong with which file, and what to do.
    """
    raw = fetch(source, name, max_bytes)
    if reason := next((r for magic, r in _FOREIGN if raw.data.startswith(magic)), None):
        raise UnknownFormat(f"{shown(raw.name)}: {reason}" + ("" if ";" in reason else f"; {_KNOWN}"))
    if b"%PDF-" in raw.data[:1024]:
        return _pdf(raw)
    if raw.data.startswith(b"PK\x03\x04"):
        return _word(raw)
    from brief.ingest import eml, html

    if eml.looks_like(raw.data, raw.ending):
        return _mail(raw)
    return _page(raw) if html.looks_like(raw.data, raw.ending) else _text(raw)


def _pdf(raw: Raw) -> Document:
    from brief.ingest import pdf

    made, pages, warnings = pdf.blocks(raw.data, raw.name)
    return _document(raw, "application/pdf", made.text, made.blocks, pages, warnings)


def _word(raw: Raw) -> Document:
    from brief.ingest import docx

    made, warnings = docx.blocks(raw.data, raw.name)
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return _document(raw, media_type, made.text, made.blocks, warnings=warnings)


def _mail(raw: Raw) -> Document:
    from brief.ingest import eml

    made, warnings = eml.blocks(raw.data, raw.name, _attached)
    return _document(raw, "message/rfc822", made.text, made.blocks, warnings=warnings)


def _attached(data: bytes, name: str) -> Assembled:
    """Read what a mail encloses; a mail within it, or what is neither Word, PDF nor text by its name, is not read.

    Raises:
        InputError: It cannot be read, or is no kind of file that a letter comes in.
    """
    if not name.lower().endswith(_ENCLOSED):
        raise UnknownFormat(f"{shown(name)}: {_KNOWN}")
    document = read(data, name=name)
    return Assembled(document.text, document.blocks)


def _page(raw: Raw) -> Document:
    from brief.ingest import html

    decoded = decode(raw.data, raw.name, html.declared_encoding(raw.data))
    check_length(decoded.text, raw.name)
    made, hidden = html.blocks(decoded.text, raw.name)
    return _document(raw, "text/html", made.text, made.blocks, warnings=(*decoded.warnings, *hidden))


def _text(raw: Raw) -> Document:
    from brief.ingest import markdown, plain

    try:
        decoded = decode(raw.data, raw.name)
    except (Undecodable, UnknownFormat) as error:
        if kind := _SEALED.get(raw.ending):
            raise UnknownFormat(f"{shown(raw.name)}: is no {kind}, whatever its name says; get it again") from error
        raise
    check_length(decoded.text, raw.name)
    marked = raw.ending in _MARKDOWN
    text = rejoined(markdown.unmarked(decoded.text) if marked else decoded.text)
    made, pages = plain.blocks(text, marked), plain.pages(text)
    media_type = "text/markdown" if marked else "text/plain"
    return _document(raw, media_type, text, made, pages, decoded.warnings)


def _document(
    raw: Raw,
    media_type: str,
    text: str,
    blocks: tuple[Block, ...],
    pages: tuple[Page, ...] = (),
    warnings: tuple[str, ...] = (),
) -> Document:
    if not text or text.isspace():
        raise EmptyDocument(f"{shown(raw.name)}: there is no text in it; {_KNOWN}")
    check_length(text, raw.name)
    digest = hashlib.sha256(raw.data).hexdigest()
    return Document(raw.name, text, digest, media_type, blocks, pages, raw.path, (*warnings, *invisible(text)))
