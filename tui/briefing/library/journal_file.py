"""The file of the journal: lines added under a lock, read on from where one was, and rewritten without idle ones."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from briefing.library.durable import locked, replace_file
from briefing.library.events import JournalLine, from_line, to_line
from briefing.model.record import record

PATIENCE = 0.2
"""Seconds to wait for another program, since a reader waits meanwhile."""


@record
class News:
    """What was read of the file."""

    lines: tuple[JournalLine, ...]
    is_whole: bool
    """Whether these are all lines of the file, since it is another one than before."""


class JournalFile:
    """One program's view of the file: it knows how far it has read.

    Every method may raise OSError; the file then stands as it stood.
    """

    def __init__(self, path: Path) -> None:
        """Name the file, without opening it."""
        self.path = path
        self._lock = path.with_name(f".{path.name}.lock")
        self._inode: int | None = None
        self._end = 0

    @property
    def end(self) -> int:
        """How many bytes of the file have been read."""
        return self._end

    def read_on(self) -> News:
        """Read the lines that were added since the last time. A last line without an end is still being written."""
        try:
            with self.path.open("rb") as file:
                status = os.fstat(file.fileno())
                is_whole = status.st_ino != self._inode or status.st_size < self._end
                start = 0 if is_whole else self._end
                file.seek(start)
                content = file.read()
        except FileNotFoundError:
            is_whole = self._inode is not None
            self._inode, self._end = None, 0
            return News((), is_whole)
        complete = content.rfind(b"\n") + 1
        self._inode, self._end = status.st_ino, start + complete
        return News(tuple(_parsed(content[:complete])), is_whole)

    def add(self, lines: Iterable[JournalLine]) -> News:
        """Add lines at the end, and give those of others that were there before them.

        A line that another program left torn is ended first, so that it costs nothing but itself.
        """
        with locked(self._lock, PATIENCE):
            news = self.read_on()
            handle = os.open(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
            try:
                size = os.fstat(handle).st_size
                is_torn = size > 0 and os.pread(handle, 1, size - 1) != b"\n"
                content = b"\n" * is_torn + b"".join(map(to_line, lines))
                try:
                    _write(handle, content)
                except OSError:
                    os.ftruncate(handle, size)
                    raise
                self._inode, self._end = os.fstat(handle).st_ino, size + len(content)
            finally:
                os.close(handle)
        return news

    def rewrite(self, kept: Callable[[Iterable[JournalLine]], Iterable[JournalLine]]) -> News:
        """Leave only the lines that `kept` gives of all, at once and whole, if that makes the file half as long."""
        with locked(self._lock, PATIENCE):
            before = self.path.read_bytes()
            content = b"".join(map(to_line, kept(_parsed(before))))
            if len(content) * 2 < len(before):
                replace_file(self.path, content)
            self._inode = None
            return self.read_on()


def _parsed(content: bytes) -> list[JournalLine]:
    """Read the lines of a stretch of the file, without those that were torn."""
    return [line for text in content.split(b"\n") if text and (line := from_line(text)) is not None]


def _write(handle: int, content: bytes) -> None:
    """Write all of it: a disk that is nearly full may take a part."""
    while content:
        content = content[os.write(handle, content) :]
