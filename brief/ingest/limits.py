"""What may be read at all: regular files under a size cap, and archives that cannot swell past their caps."""

from __future__ import annotations

import os
import re
import stat
import sys
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from brief.errors import EmptyDocument, InputError, NotFound, TooLarge, UnknownFormat

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

MAX_BYTES = 64 * 2**20
"""A file over this is refused before it is read (64 MiB; a letter with scans is rarely over 20)."""
MAX_CHARACTERS = 8_000_000
"""Text over this is refused: a thousand letters, and still a second's work."""
MAX_MEMBERS = 2_000
MAX_MEMBER_BYTES = 64 * 2**20
MAX_ARCHIVE_BYTES = 256 * 2**20
MAX_RATIO = 100
"""A member packed tighter than 100:1 is no text (real Word files stay under 30:1); small members are let pass."""
_SMALL_MEMBER = 1 * 2**20


@dataclass(frozen=True)
class Raw:
    """Bytes that were read, what the user calls them, and the file they came from, if any."""

    data: bytes
    name: str
    path: str | None = None

    @cached_property
    def ending(self) -> str:
        """The name's ending in small letters (".html"), or ""."""
        return Path(self.name).suffix.lower()


def fetch(source: str | os.PathLike[str] | bytes, name: str | None = None, max_bytes: int = MAX_BYTES) -> Raw:
    """Return the bytes of a file, of standard input (`-`) or as given.

    Raises:
        NotFound: There is no such file.
        TooLarge: It is over `max_bytes`; a file is then not read at all.
        EmptyDocument: It holds no byte.
        UnknownFormat: It is a directory, a device or a pipe.
        InputError: The system refuses to open it.
    """
    if isinstance(source, bytes):
        raw = Raw(source, name or "bytes")
    elif os.fspath(source) == "-":
        raw = Raw(sys.stdin.buffer.read(max_bytes + 1), name or "-")
    else:
        raw = _from_file(os.fspath(source), name, max_bytes)
    if len(raw.data) > max_bytes:
        raise _too_large(raw.name, max_bytes)
    if not raw.data:
        raise EmptyDocument(f"{shown(raw.name)}: the file is empty; save it again from where it came from")
    return raw


def shown(name: str) -> str:
    """Return a name as it may stand in a message: one line, no control characters, not endless."""
    plain = "".join(c if c.isprintable() else "?" for c in name)
    return plain if len(plain) <= 200 else plain[:120] + "…" + plain[-60:]


def check_archive(data: bytes, name: str) -> ZipFile:
    """Open a zip archive whose directory promises no more than the caps above.

    Raises:
        TooLarge: It has too many members, or they would unpack to too much.
        UnknownFormat: It is damaged.
    """
    from zipfile import BadZipFile, ZipFile

    try:
        archive = ZipFile(BytesIO(data))
    except (BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise UnknownFormat(f"{shown(name)}: the archive is damaged ({error}); get the file again") from error
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        raise TooLarge(f"{shown(name)}: {len(members)} files inside (limit {MAX_MEMBERS}); this is no letter")
    if sum(m.file_size for m in members) > MAX_ARCHIVE_BYTES or any(map(_swells, members)):
        raise TooLarge(f"{shown(name)}: unpacks to far more than its size, as a zip bomb does; not opened")
    return archive


def read_member(archive: ZipFile, member: str, name: str) -> bytes:
    """Return one member's bytes, never more than the archive's directory promised (which `check_archive` capped)."""
    import zlib
    from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile

    info = archive.getinfo(member)
    try:
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise BadZipFile("packed in a way that Word does not use")
        with archive.open(info) as handle:
            return handle.read(info.file_size + 1)
    except (BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise UnknownFormat(f"{shown(name)}: its part {shown(member)} cannot be unpacked ({error})") from error


def check_streams(data: bytes, name: str) -> None:
    """Refuse a PDF whose packed streams (but for pictures) would swell as a zip bomb does; nothing is kept unpacked.

    Raises:
        TooLarge: A stream is packed over 100:1, or twice, or all together unpack to more than the archive cap.
    """
    total = 0
    for found in re.finditer(rb"(?<!end)stream\r?\n", data):
        facts = data[max(0, found.start() - 400) : found.start()].rpartition(b"obj")[2]
        if b"/Fl" not in facts or b"/Image" in facts:
            continue
        packed = data[found.end() : max(data.find(b"endstream", found.end()), found.end())]
        size = _unpacked(packed)
        total += size
        swells = size > _SMALL_MEMBER and size > MAX_RATIO * len(packed)
        if swells or total > MAX_ARCHIVE_BYTES or facts.count(b"/Fl") > 1:
            raise TooLarge(f"{shown(name)}: unpacks to far more than its size, as a bomb does; not opened")


def check_length(text: str, name: str) -> str:
    """Return `text` if it is not over the cap, else raise TooLarge."""
    if len(text) > MAX_CHARACTERS:
        raise TooLarge(f"{shown(name)}: {len(text):,} characters of text (limit {MAX_CHARACTERS:,}); split it")
    return text


def _unpacked(packed: bytes) -> int:
    """Return how many bytes a deflated stream gives, counted piece by piece up to the cap."""
    import zlib

    size, rest, stream = 0, packed, zlib.decompressobj()
    try:
        while rest and not stream.eof and size <= MAX_ARCHIVE_BYTES:
            size += len(stream.decompress(rest, 2**20))
            rest = stream.unconsumed_tail
    except zlib.error:
        pass  # damaged: pdfium will see how far it comes, which is no further
    return size


def _from_file(path: str, name: str | None, max_bytes: int) -> Raw:
    called = _readable(name or os.path.basename(path) or path)  # noqa: PTH119 - keeps a name that Path would tidy up
    try:
        found = os.stat(path)  # noqa: PTH116
        _check_kind(found.st_mode, path)
        if found.st_size > max_bytes:
            raise _too_large(path, max_bytes, found.st_size)
        with open(path, "rb") as handle:  # noqa: PTH123
            return Raw(handle.read(found.st_size + 1), called, path)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        hint = "; to read text itself, pass it as bytes" if "\n" in path else "; check the path"
        if re.match(r"https?:", path):
            hint = "; brief fetches nothing from the network: save the page, and name the file"
        raise NotFound(f"{shown(path)}: no such file{hint}") from error
    except OSError as error:
        raise InputError(f"{shown(path)}: cannot be read ({error.strerror or error})") from error


def _readable(name: str) -> str:
    """Return a file's name as text; one whose bytes are no UTF-8 could not be printed or saved."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _check_kind(mode: int, path: str) -> None:
    if stat.S_ISDIR(mode):
        raise UnknownFormat(f"{shown(path)}: is a directory; name the files in it")
    if not stat.S_ISREG(mode):
        raise UnknownFormat(f"{shown(path)}: is a device or a pipe, not a file; pipe it in and name it `-`")


def _too_large(name: str, cap: int, size: int | None = None) -> TooLarge:
    over = f"{size / 2**20:,.0f} MB" if size else "more"
    return TooLarge(f"{shown(name)}: {over} is over the limit of {cap / 2**20:,.0f} MB; cut out the letter's pages")


def _swells(member: ZipInfo) -> bool:
    if member.file_size > MAX_MEMBER_BYTES:
        return True
    return member.file_size > _SMALL_MEMBER and member.file_size > MAX_RATIO * max(member.compress_size, 1)
