"""Bytes become text: encodings told apart, broken characters mended, invisible ones reported."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from brief.errors import Undecodable, UnknownFormat
from brief.ingest.limits import shown

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HIGH = bytes(range(0x80, 0x100))
_SAMPLE = 64 * 1024
_CONTROLS = bytes([*range(0x01, 0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])
_LINE_ENDS = re.compile(r"\r\n?")
_INVISIBLE = (
    ("Unicode tag characters that can carry a hidden message", re.compile(r"[\U000e0000-\U000e007f]+")),
    ("variation selectors that can carry a hidden message", re.compile(r"[\ufe0e\ufe0f\U000e0100-\U000e01ef]{3,}")),
    ("characters that turn the direction of writing", re.compile(r"[\u202a-\u202e\u2066-\u2069]+")),
    ("zero-width characters in a row", re.compile(r"[\u200b-\u200f\u2060-\u2064\ufeff\u180e]{4,}")),
)  # fmt: skip
_UNSEEN = re.compile(
    r"[^\0-\u180d\u2010-\u2029](?<=[\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe0e\ufe0f\ufeff"
    r"\U000e0000-\U000e007f\U000e0100-\U000e01ef])"
)
"""Any of them: most texts have none, and are looked through only once, at a glance for what most of them hold."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding that gave it, and what the reader should be told of it."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, name: str, declared: str | None = None) -> Decoded:
    """Turn bytes into text with line ends `\\n`, by BOM, UTF-8, what the document declares, or likelihood.

    Args:
        data: The bytes.
        name: What the user calls them, for messages.
        declared: The encoding that the document itself names, if any; UTF-8 is tried before it, since text that is
            valid UTF-8 by chance is next to none, and wrong declarations are common.

    Raises:
        Undecodable: No encoding gives text.
        UnknownFormat: The bytes are no text in any encoding (too many control characters).
    """
    text, encoding, notes = _decode(data, name, declared)
    text, mended = repair(text)
    sample = text[:_SAMPLE].encode()
    if (len(sample) - len(sample.translate(None, _CONTROLS))) * 50 > min(len(text), _SAMPLE):
        raise UnknownFormat(f"{shown(name)}: is no text but binary data; give the letter as text, HTML, PDF or Word")
    return Decoded(text, encoding, (*notes, *mended))


def repair(text: str) -> tuple[str, tuple[str, ...]]:
    """Mend what would break later steps (NULs, lone surrogates, line ends); return the text and what was done."""
    notes = []
    try:
        text.encode()
    except UnicodeEncodeError as lone:
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")  # joins true pairs
        notes.append(f"half characters (lone surrogates) replaced by U+FFFD, the first near character {lone.start}")
    if nuls := text.count("\0"):
        text = text.replace("\0", "")
        notes.append(f"{nuls} NUL character{'s' if nuls > 1 else ''} removed")
    if "\r" in text:
        text = _LINE_ENDS.sub("\n", text)
    return text, tuple(notes)


def invisible(text: str) -> tuple[str, ...]:
    """Return a warning for each sort of invisible character in `text` that can mislead a reader or a model."""
    if text.isascii() or not _UNSEEN.search(text):
        return ()
    found = ((label, [m.start() for m in pattern.finditer(text)]) for label, pattern in _INVISIBLE)
    return tuple(f"{label}, at character {_listed(places)}" for label, places in found if places)


def _listed(places: list[int]) -> str:
    more = f" and {len(places) - 5} more places" if len(places) > 5 else ""
    return ", ".join(map(str, places[:5])) + more


def _decode(data: bytes, name: str, declared: str | None) -> tuple[str, str, tuple[str, ...]]:
    bom, encoding = next(((b, e) for b, e in _BOMS if data.startswith(b)), (b"", None))
    if encoding and encoding != "utf-8":
        return data[len(bom) :].decode(encoding, "replace"), encoding, ()
    body = data[len(bom) :]
    if wide := _wide(body):
        return body.decode(wide, "replace"), wide, (f"read as {wide.upper()}, though it does not say so",)
    try:
        return body.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError as error:
        return _not_utf8(body, name, declared, error.start + len(bom))


def _wide(data: bytes) -> str | None:
    """Tell UTF-16 without its mark: every second byte of Western text is NUL."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = max(len(sample) // 2, 1)
    if odd > 0.4 * half > 10 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half > 10 * odd else None


def _not_utf8(data: bytes, name: str, declared: str | None, first_bad: int) -> tuple[str, str, tuple[str, ...]]:
    try:
        return data.decode("utf-8", "surrogatepass"), "utf-8", ()  # halves of pairs, which `repair` reports
    except UnicodeDecodeError:
        pass
    bad = len(re.findall("\ufffd", data.decode("utf-8", "replace")))
    high = len(data) - len(data.translate(None, _HIGH))
    if high > 2.5 * bad:  # mostly sound UTF-8 with a few strays
        note = f"{bad} byte{'s are' if bad > 1 else ' is'} not UTF-8 (the first at byte {first_bad})"
        return data.decode("utf-8", "brief-mixed"), "utf-8", (f"{note}; read as Windows-1252, or as U+FFFD",)
    for encoding in (_as_meant(declared), "cp1252" if high * 5 < len(data) else None, _guess(data)):
        try:
            if encoding:
                return data.decode(encoding), encoding, (f"not UTF-8 (byte {first_bad}); read as {encoding}",)
        except (UnicodeDecodeError, LookupError):
            continue
    raise Undecodable(f"{shown(name)}: no known encoding gives text (byte {first_bad} is not UTF-8); save it as UTF-8")


def _as_meant(declared: str | None) -> str | None:
    """Return Windows-1252 for Latin-1 and ASCII, as browsers do (https://encoding.spec.whatwg.org/#names-and-labels)."""
    try:
        western = declared is not None and codecs.lookup(declared).name in ("iso8859-1", "ascii")
    except LookupError:
        return None
    return "cp1252" if western else declared


def _guess(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding if best else None


def _mixed(error: UnicodeError) -> tuple[str, int]:
    """Decode a stray byte in UTF-8 as Windows-1252, as pages pasted together from two sources have it."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("brief-mixed", _mixed)
