"""Writing that loses nothing: whole files replaced at once, and a lock for those who write to the same one."""

from __future__ import annotations

import fcntl
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

LOCK_PATIENCE = 1.0
"""Seconds to wait for a lock that another program holds."""
STALE_AFTER = 3600.0
"""Seconds after which a temporary file that its writer left behind is swept away."""
_MARK = ".unfinished"


def replace_file(path: Path, content: bytes, mode: int | None = None) -> None:
    """Give a file new content: who opens it meets the old one or the new one, whole, whatever happens meanwhile.

    Args:
        path: the file.
        content: all that is to stand in it.
        mode: who may read and write it; its owner alone if not stated.

    Raises:
        OSError: when it cannot be written; the old content then still stands.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    _sweep(path)
    handle, beside = tempfile.mkstemp(suffix=_MARK, prefix=f"{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            if mode is not None:
                os.fchmod(file.fileno(), mode)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(beside).unlink()
        raise
    _settle(path.parent)


def _sweep(path: Path) -> None:
    """Remove what writers that were killed have left beside the file."""
    for left in path.parent.glob(f"{path.name}.*{_MARK}"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > STALE_AFTER:
                left.unlink()


def _settle(folder: Path) -> None:
    """Bring the new name in the folder to the disk, where the file system knows how to."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def locked(path: Path, patience: float = LOCK_PATIENCE) -> Iterator[None]:
    """Hold the lock that this file stands for; it ends with the program that holds it, even if that is killed.

    Raises:
        TimeoutError: when another program held it all the time.
        OSError: when the file cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        _acquire(handle, patience)
        yield
    finally:
        os.close(handle)


def _acquire(handle: int, patience: float) -> None:
    """Try for the lock until the patience is at its end: a program that is stopped must not stop this one."""
    end = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= end:
                raise TimeoutError("another program is writing there") from None
            time.sleep(0.005)
        else:
            return
