"""Writing what was rendered: whole or not at all, and never over somebody's file unasked."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from brief.errors import OutputError


def write(path: str | Path, data: bytes | str, *, force: bool = False) -> Path:
    """Write `data` to `path`: into a file beside it first, which then takes its place in one step.

    Args:
        path: Where to; its folder must exist.
        data: Text is written as UTF-8 with its line ends as they are.
        force: Replace an existing file.

    Raises:
        OutputError: If a file stands there (and not `force`), or the place cannot be written.
    """
    target = Path(path)
    if target.is_dir():
        raise OutputError(f"{target}: is a directory; name a file in it")
    if not target.parent.is_dir():
        raise OutputError(f"{target}: there is no directory {target.parent}; make it first")
    try:
        _place(target, data.encode("utf-8", "replace") if isinstance(data, str) else data, force)
    except FileExistsError:
        raise OutputError(f"{target}: exists already; name another file, or replace it with --force") from None
    except OSError as error:
        raise OutputError(f"{target}: cannot be written ({error.strerror or error})") from error
    return target


def _place(target: Path, data: bytes, force: bool) -> None:
    if target.exists() and not target.is_file():
        target.write_bytes(data)  # a pipe or a terminal: nothing there to replace
        return
    if target.exists() and not force:
        raise FileExistsError(target)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        if force:
            part.replace(target)
        else:
            _take(part, target)
    finally:
        part.unlink(missing_ok=True)


def _take(part: Path, target: Path) -> None:
    """Give `part` its name; a link fails if a file has appeared there since, where links exist at all."""
    try:
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError:
        part.rename(target)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
