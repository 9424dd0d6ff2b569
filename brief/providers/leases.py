"""One payer for each request: locks on single bytes of a file, which the system frees when a process dies."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

_FIRST, _LONGEST = 0.02, 0.5  # seconds between looks at a lease that another holds


class Leases:
    """Leases by key, among all tasks, threads and processes that use the same file.

    Each key is one byte of a file that stays empty. POSIX frees such a lock when its process ends, however it ends,
    so that no lease outlives a crash. Systems without it (Windows) have leases within one process only.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._guard = threading.Lock()
        self._held: set[str] = set()
        self._file: int | None = None
        self._pid = os.getpid()

    @asynccontextmanager
    async def hold(self, key: str) -> AsyncIterator[None]:
        """Hold the lease of `key` (hexadecimal), waiting for whoever holds it."""
        wait = _FIRST
        while not self._take(key):
            await asyncio.sleep(wait)
            wait = min(_LONGEST, wait * 2)
        try:
            yield
        finally:
            self._free(key)

    def _take(self, key: str) -> bool:
        with self._guard:
            if self._pid != os.getpid():  # a fork inherits the table, but no locks
                self._held, self._file, self._pid = set(), None, os.getpid()
            if key in self._held or not self._lock(key, take=True):
                return False
            self._held.add(key)
            return True

    def _free(self, key: str) -> None:
        with self._guard:
            self._held.discard(key)
            self._lock(key, take=False)

    def _lock(self, key: str, *, take: bool) -> bool:
        """Lock or unlock the key's byte; False if another process has it. Without lock files, everybody may go on."""
        try:
            import fcntl
        except ImportError:
            return True
        try:
            if self._file is None:  # never closed before the process ends: closing frees all of its locks
                self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            how = fcntl.LOCK_EX | fcntl.LOCK_NB if take else fcntl.LOCK_UN
            fcntl.lockf(self._file, how, 1, int(key[:15], 16))
        except (BlockingIOError, PermissionError):
            return self._file is None
        except OSError:
            return True
        return True
