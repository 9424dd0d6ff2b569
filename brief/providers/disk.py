"""A response store that can only hold text: no pickle is read, and no file named by a row is touched."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import sqlite3
import threading
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import diskcache
from diskcache.core import DEFAULT_SETTINGS, METADATA, MODE_RAW, UNKNOWN

from brief.errors import SettingsError

T = TypeVar("T")
LOG = logging.getLogger("brief")
MAX_TEXT = 16 * 1024 * 1024  # characters that one row may expand to; a reply is at most 8 MiB
_OURS = {
    **DEFAULT_SETTINGS,  # all are set, so that none is taken from the file
    "eviction_policy": "none",  # an evicted reply would be paid for again
    "cull_limit": 0,
    "size_limit": 2**62,
    "sqlite_synchronous": 2,  # a reply is worth a sync
}
_COLUMNS = frozenset(
    {"rowid", "key", "raw", "store_time", "expire_time", "access_time", "access_count", "tag", "size"}
    | {"mode", "filename", "value"}
)  # of diskcache 5.6


class Tampered(Exception):
    """A row is not of the kind that this program writes."""


class TextDisk(diskcache.Disk):  # type: ignore[misc]
    """diskcache's serialisation, without pickle and without files (CVE-2025-69872; `JSONDisk` still unpickles)."""

    def __init__(self, directory: str, **_: Any) -> None:
        super().__init__(directory)

    def put(self, key: Any) -> tuple[str, bool]:
        """Return the database's form of a key: itself, a string."""
        if type(key) is not str:
            raise Tampered("keys are strings")
        return key, True

    def get(self, key: Any, raw: bool) -> str:
        """Return a key as stored."""
        if not raw or type(key) is not str:
            raise Tampered("a key is no string")
        return key

    def store(self, value: Any, read: bool, key: Any = UNKNOWN) -> tuple[int, int, None, bytes]:  # noqa: ARG002
        """Return the row of a text: compressed, always inline."""
        packed = zlib.compress(json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass"))
        return len(packed), MODE_RAW, None, packed

    def fetch(self, mode: int, filename: str | None, value: Any, read: bool) -> Any:
        """Read a row; whatever its mode and file name say, it holds a compressed JSON text or nothing."""
        if mode != MODE_RAW or filename is not None or read or type(value) is not bytes:
            raise Tampered("a row is of a foreign kind")
        unpack = zlib.decompressobj()
        try:
            text = unpack.decompress(value, MAX_TEXT)
            if unpack.unconsumed_tail or not unpack.eof:
                raise Tampered("a row is cut, or expands too far")
            return json.loads(text.decode("utf-8", "surrogatepass"))
        except (zlib.error, ValueError, RecursionError) as error:
            raise Tampered(f"a row is damaged ({type(error).__name__})") from None

    def filename(self, key: Any = UNKNOWN, value: Any = UNKNOWN) -> tuple[str, str]:  # noqa: ARG002
        """Refuse: there are no files."""
        raise Tampered("values are never stored in files")

    def remove(self, file_path: str) -> None:
        """Touch nothing: rows of ours name no files."""


class Store:
    """JSON values by SHA-256 key, in a folder that only its owner can read.

    A damaged or foreign database is put aside and a new one begun; a damaged row is a miss. A disk that is full or
    read-only costs the caching, not the reply.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._opened: diskcache.Cache | None = None
        self._failed = False
        self._turn = threading.RLock()  # to open it and to put it aside; diskcache itself serves any thread

    def get(self, key: str) -> Any | None:
        """Return the value of `key`, or None."""
        return self._try(lambda cache: cache.get(key))

    def put(self, key: str, value: Any) -> None:
        """Keep a value."""
        self._try(lambda cache: cache.set(key, value))

    def drop(self, key: str) -> None:
        """Forget a value that turned out to be no good."""
        self._try(lambda cache: cache.delete(key))

    def info(self) -> tuple[int, int]:
        """Return how many values are kept, and the bytes on disk."""
        if not (self.folder / "cache.db").exists():
            return 0, 0
        return self._try(lambda cache: (len(cache), cache.volume())) or (0, 0)

    def clear(self) -> int:
        """Forget all, and return how many values there were."""
        return self._try(lambda cache: cache.clear()) or 0 if (self.folder / "cache.db").exists() else 0

    def close(self) -> None:
        """Close this thread's connection to the database; it is opened again when it is needed."""
        if self._opened is not None:
            self._opened.close()

    def _try(self, act: Callable[[diskcache.Cache], T]) -> T | None:
        if self._failed:
            return None
        try:
            return act(self._cache())
        except Tampered as error:
            LOG.warning("cache %s: %s; taken as a miss", self.folder, error)
        except (sqlite3.OperationalError, diskcache.Timeout, OSError) as error:  # full, read-only or locked
            LOG.warning("cache %s: not used this time (%s)", self.folder, error)
        except (sqlite3.DatabaseError, TypeError, ValueError, KeyError, AttributeError) as error:
            LOG.warning("cache %s: damaged (%s); put aside, and a new one begun", self.folder, type(error).__name__)
            self._quarantine()
        return None

    def _cache(self) -> diskcache.Cache:
        with self._turn:
            if self._opened is None:
                _own_folder(self.folder)
                if not _is_ours(self.folder / "cache.db"):
                    LOG.warning("cache %s: of a foreign make; put aside, and a new one begun", self.folder)
                    self._quarantine()
                self._opened = diskcache.Cache(str(self.folder), disk=TextDisk, **_OURS)
            return self._opened

    def _quarantine(self) -> None:
        """Move the database aside, where nothing reads it; if that fails, go on without a cache."""
        with self._turn:
            with contextlib.suppress(Exception):
                self.close()
            self._opened = None
            aside = self.folder / f"quarantine-{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
            try:
                aside.mkdir(mode=0o700)
                for path in self.folder.glob("cache.db*"):
                    path.replace(aside / path.name)
            except OSError as error:
                LOG.warning("cache %s: cannot be put aside (%s); not used", self.folder, error)
                self._failed = True


def _own_folder(folder: Path) -> None:
    """Make the folder, for its owner alone.

    Raises:
        SettingsError: It is a link, or somebody else's, or diskcache would read its name as another's.
    """
    if "$" in str(folder) or str(folder).startswith("~"):
        raise SettingsError(f"{folder}: a cache folder's name cannot hold $ or begin with ~; set cache_dir")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if folder.is_symlink() or (hasattr(os, "geteuid") and folder.stat().st_uid != os.geteuid()):
        raise SettingsError(f"{folder}: the cache folder must be your own and no link; set cache_dir")
    if folder.stat().st_mode & 0o077:
        folder.chmod(0o700)


def _is_ours(path: Path) -> bool:
    """Look at the database before diskcache does: it would set attributes by any name that it finds in there."""
    if not path.exists():
        return True
    if path.is_symlink() or not path.is_file():
        return False
    try:
        with contextlib.closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as db:
            columns = {row[1] for row in db.execute("PRAGMA table_info(Cache)")}
            found = db.execute("SELECT key, value FROM Settings").fetchall()
    except sqlite3.OperationalError:  # not filled yet: another process is opening it
        return True
    except sqlite3.DatabaseError:
        return False
    plain = all(type(value) in (int, str) for _, value in found)
    counts = all(type(value) is int for key, value in found if key in METADATA)
    return (
        plain and counts and {key for key, _ in found} <= {*_OURS, *METADATA} and (not columns or columns == _COLUMNS)
    )
