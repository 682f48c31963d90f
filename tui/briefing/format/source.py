"""The bytes of a file or a stream: only of a regular file, never more than a limit, and never waiting for a writer."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from typing import BinaryIO

from briefing.model.errors import Refusal
from briefing.model.record import record
from briefing.model.text import shown_line

LIMIT = 64 * 1024 * 1024
"""How many bytes are read at most; what a longer file holds beyond that is not shown."""

_STEP = 1024 * 1024
_FLAGS = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC

_KINDS = (
    (stat.S_ISDIR, "is a folder, not a file"),
    (stat.S_ISFIFO, "is a named pipe, not a file"),
    (stat.S_ISSOCK, "is a socket, not a file"),
    (stat.S_ISCHR, "is a device, not a file"),
    (stat.S_ISBLK, "is a device, not a file"),
)
_REASONS = {
    errno.ENOENT: "no such file",
    errno.ENOTDIR: "no such file: a part of its path is not a folder",
    errno.EACCES: "no permission to read it",
    errno.EPERM: "no permission to read it",
    errno.ELOOP: "its links lead in a circle",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ENXIO: "is a socket or a device, not a file",
}


@record
class Loaded:
    """What was read of a file."""

    data: bytes
    """At most `LIMIT` bytes."""
    size: int | None
    """The bytes of the whole file; None for a stream that was cut, since its end was not seen."""
    truncated: bool
    """Whether there was more than `data`."""


def load(path: str | bytes | os.PathLike[str] | os.PathLike[bytes]) -> Loaded:
    """Read a regular file.

    It is opened without waiting, since a named pipe would block and a terminal could become the controlling one; what
    was opened is looked at before anything is read.

    Raises:
        Refusal: there is no such file, it may not be read, or it is no regular file.
    """
    name = shown_line(os.fsdecode(path))
    try:
        descriptor = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        raise Refusal(f"{name}: {_reason(error)}") from error
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise Refusal(f"{name}: {_kind(status.st_mode)}")
        data = _bounded(lambda count: os.read(descriptor, count))
    except OSError as error:
        raise Refusal(f"{name}: {_reason(error)}") from error
    finally:
        os.close(descriptor)
    return Loaded(data[:LIMIT], max(status.st_size, len(data)), len(data) > LIMIT)


def load_stream(stream: BinaryIO) -> Loaded:
    """Read a stream, such as the standard input, to its end or to the limit.

    Raises:
        Refusal: the stream cannot be read.
    """
    try:
        data = _bounded(stream.read)
    except (OSError, ValueError) as error:
        raise Refusal(f"standard input: {_reason(error)}") from error
    truncated = len(data) > LIMIT
    return Loaded(data[:LIMIT], None if truncated else len(data), truncated)


def _bounded(read: Callable[[int], bytes]) -> bytes:
    """Read to the end, or to one byte beyond the limit."""
    parts: list[bytes] = []
    missing = LIMIT + 1
    while missing and (part := read(min(missing, _STEP))):
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)


def _kind(mode: int) -> str:
    """What an opened thing is when it is no regular file."""
    return next((name for test, name in _KINDS if test(mode)), "is not a regular file")


def _reason(error: OSError | ValueError) -> str:
    """Why something cannot be read, in the words of the program where it has any."""
    if isinstance(error, OSError):
        return _REASONS.get(error.errno or 0) or (error.strerror or "cannot be read").lower()
    return "a name cannot hold a zero byte" if "null" in str(error) else "cannot be read"
