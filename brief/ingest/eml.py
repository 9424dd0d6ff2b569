"""Mails (.eml) and web pages saved as one (.mhtml): who wrote to whom and when, the body, attachments named."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from brief.document import Block
from brief.errors import InputError, UnknownFormat
from brief.ingest import html, plain
from brief.ingest.assembly import Assembled, Piece, assemble
from brief.ingest.decoding import decode, repair
from brief.ingest.hyphens import rejoined
from brief.ingest.limits import shown

if TYPE_CHECKING:
    from email.message import EmailMessage

_SHOWN = ("From", "To", "Cc", "Date", "Subject")
_FIELD = re.compile(rb"[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*")
_SURE = re.compile(rb"(?:^|\n)(?:received|message-id|mime-version|return-path|delivered-to)\s*:", re.IGNORECASE)
_ENDINGS = (".eml", ".mht", ".mhtml")
_HEADER_ERRORS = (
    ValueError,
    LookupError,
    AttributeError,
    TypeError,
)  # what the standard parser lets slip on bad fields
MAX_NESTING = 100
_STUB = 0.8
"""A plain part with less than this share of the HTML part's text only says "see the web version"."""


def looks_like(data: bytes, ending: str) -> bool:
    """Tell whether bytes are a mail: header fields first, one of which only mail software writes (or the ending)."""
    head = data[:8192].replace(b"\r\n", b"\n").lstrip(b"\n")
    if not _FIELD.match(head):
        return False
    fields = head.partition(b"\n\n")[0]
    return ending in _ENDINGS or bool(_SURE.search(fields))


def blocks(data: bytes, name: str, attached: Callable[[bytes, str], Assembled]) -> tuple[Assembled, tuple[str, ...]]:
    """Return a mail's header lines, body and attachments as one text with blocks, and what the reader should be told.

    Args:
        data: The mail. name: What the user calls it, for messages.
        attached: Reads an attachment of some name, or raises an `InputError` that says why it cannot be read.

    Raises:
        UnknownFormat: It cannot be taken apart, or it has no text in it.
    """
    from email import message_from_bytes, policy

    if data.count(b"boundary=") > MAX_NESTING:
        raise UnknownFormat(f"{shown(name)}: cannot be taken apart as a mail (over {MAX_NESTING} parts in parts)")
    try:
        message = message_from_bytes(data, policy=policy.default)
        parts = [p for p in message.walk() if not p.is_multipart()]
    except (RecursionError, *_HEADER_ERRORS) as error:
        raise UnknownFormat(f"{shown(name)}: cannot be taken apart as a mail ({type(error).__name__})") from error
    texts = [p for p in parts if not _filename(p)]
    body, notes = _body(texts, name)
    page = (
        message.get_content_subtype() == "related"
        and "from" in message
        and "saved by" in _value(message, "From").lower()
    )
    made = _joined(assemble([] if page else _head(message)), body)
    told = list(notes)
    for part in parts:
        if filename := _filename(part):
            made, told = _with_attachment(made, told, part, filename, attached)
    return made, tuple(told)


def _with_attachment(
    made: Assembled, told: list[str], part: EmailMessage, filename: str, attached: Callable[[bytes, str], Assembled]
) -> tuple[Assembled, list[str]]:
    """Add the text of an attachment below a line that names it; of one that cannot be read, say why."""
    called = shown(filename)
    try:
        own = attached(_bytes(part), filename)
    except InputError as error:
        return made, [*told, f"an attachment was not read: {error}"]
    line = assemble([Piece(f"[Attachment: {called}]", "noise")])
    return _joined(_joined(made, line), own), [*told, f"attachment {called} was read with it, below the mail's text"]


def _head(message: EmailMessage) -> Iterator[Piece]:
    for field in _SHOWN:
        if value := _value(message, field):
            yield Piece(f"{field}: {value}")


def _value(message: EmailMessage, field: str) -> str:
    """Return a header field on one line, decoded as far as it can be."""
    try:
        raw = str(message.get(field, ""))
    except _HEADER_ERRORS:
        raw = next((str(v) for k, v in message.raw_items() if k.lower() == field.lower()), "")
    return " ".join(repair(raw)[0].split())


def _body(texts: list[EmailMessage], name: str) -> tuple[Assembled, tuple[str, ...]]:
    """Read the plain part, or the HTML part where the plain one is missing or only points to it."""
    typed, pages = (next((p for p in texts if p.get_content_type() == t), None) for t in ("text/plain", "text/html"))
    read_plain = _plain(typed, name) if typed else None
    read_page = _page(pages, name) if pages else None
    if read_plain and (not read_page or len(read_plain[0].text) >= _STUB * len(read_page[0].text)):
        return read_plain
    return read_page or read_plain or (Assembled("", ()), ())


def _plain(part: EmailMessage, name: str) -> tuple[Assembled, tuple[str, ...]]:
    decoded = decode(_bytes(part), name, part.get_content_charset())
    text = rejoined(decoded.text)
    return Assembled(text, plain.blocks(text)), decoded.warnings


def _page(part: EmailMessage, name: str) -> tuple[Assembled, tuple[str, ...]]:
    data = _bytes(part)
    decoded = decode(data, name, part.get_content_charset() or html.declared_encoding(data))
    made, hidden = html.blocks(decoded.text, name)
    return made, (*decoded.warnings, *hidden)


def _bytes(part: EmailMessage) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _joined(head: Assembled, body: Assembled) -> Assembled:
    if not head.text:
        return body
    shift = len(head.text) + 2
    moved = (Block(b.kind, b.start + shift, b.end + shift, b.level, b.marker) for b in body.blocks)
    return Assembled(f"{head.text}\n\n{body.text}", (*head.blocks, *moved))


def _filename(part: EmailMessage) -> str | None:
    """Return an attachment's name; pictures that a page shows inside its text are none."""
    try:
        if part.get_content_maintype() == "image" or part.get_content_type() in ("text/css", "text/javascript"):
            return None
        return part.get_filename() or ("a message" if part.get_content_type() == "message/rfc822" else None)
    except _HEADER_ERRORS:
        return "without a readable name"
