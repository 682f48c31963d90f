"""The index brought up to date, a slice at a time, so that whoever waits can do something else in between."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from briefing.library.database import Database, Fault, fault_of, transaction
from briefing.library.page import Page, page, refused_page
from briefing.library.scan import FileStamp
from briefing.library.store import is_stored, put, remove, stamps
from briefing.model.briefing import Briefing
from briefing.model.errors import Refusal
from briefing.model.record import record

SLICE = 0.008
"""Seconds of work between two moments at which the caller may do something else."""
PATIENCE = 30.0
"""Seconds to wait for another program that writes to the same index."""

Read = Callable[[bytes], Briefing]
"""Reads a file. Raises `Refusal` when it cannot be read."""


@record
class Progress:
    """How far bringing the index up to date has come."""

    done: int
    total: int
    """How many files are to be read or taken out; it grows while the folder is walked."""
    read: int = 0
    """How many have been read, those among them that are still to be written."""


@record
class Bulk:
    """How much is written at once. More at once is quicker in all, but each time takes longer."""

    files: int
    size: int
    """Bytes of the files."""
    growth: int = 1
    """How many times as much it may become: it doubles with each time that it is written."""


SMALL = Bulk(4, 64 * 1024)
"""Between two keys of a reader."""
LARGE = Bulk(200, 2 * 1024 * 1024, growth=16)
"""Where nobody waits for the next key: in a process of its own, or in a command. The first can be searched soon."""


@dataclass(slots=True)
class Refresh:
    """One round of bringing an index up to date."""

    database: Database
    root: bytes
    """The library's folder, absolute, as the stamps' paths begin."""
    read: Read
    bulk: Bulk
    _batch: list[tuple[bytes, FileStamp, Page]] = field(default_factory=list)
    _gone: list[bytes] = field(default_factory=list)
    _size: int = 0
    _times: int = 1
    _done: int = 0
    _total: int = 0
    _pause: float = 0.0

    def whole(self, found: Iterable[FileStamp]) -> Iterator[Progress]:
        """Compare the index with all files of the library, then read those that changed.

        Args:
            found: the stamps of all files of the library; those that are not among them leave the index.
        """
        known = {path: (size, modified_ns) for path, size, modified_ns in stamps(self.database.writer)}
        changed = []
        for stamp in found:
            if known.pop(self._relative(stamp.path), None) != (stamp.size, stamp.modified_ns):
                changed.append(stamp)
            if self._is_time():
                yield Progress(0, len(changed))
        yield from self.parts(changed, known)

    def parts(self, changed: Iterable[FileStamp], gone: Iterable[bytes]) -> Iterator[Progress]:
        """Read files that changed, and take out those that are gone, by their paths from the root on."""
        changed = list(changed)
        self._gone.extend(gone)
        self._total = len(changed) + len(self._gone)
        yield self._progress()
        for stamp in changed:
            self._take(stamp)
            if self._is_time():
                yield self._progress()
            if len(self._batch) >= self._times * self.bulk.files or self._size >= self._times * self.bulk.size:
                yield from self._write()
                self._times = min(2 * self._times, self.bulk.growth)
        yield from self._write()
        yield self._progress()

    def _progress(self) -> Progress:
        """How far it has come."""
        return Progress(self._done, self._total, self._done + len(self._batch))

    def _relative(self, path: bytes) -> bytes:
        """Give a path from the root on."""
        return path.removeprefix(self.root.rstrip(b"/") + b"/")

    def _is_time(self) -> bool:
        """Tell whether the slice is over, and begin the next."""
        now = time.monotonic()
        if now < self._pause:
            return False
        self._pause = now + SLICE
        return True

    def _take(self, stamp: FileStamp) -> None:
        """Read a file and put it by for writing; what vanished meanwhile leaves the index."""
        path = self._relative(stamp.path)
        made = self._page(stamp)
        if made is None:
            self._gone.append(path)
        else:
            self._batch.append((path, stamp, made))
            self._size += stamp.size

    def _page(self, stamp: FileStamp) -> Page | None:
        """Make the page of a file; None when there is no such file any more."""
        root, name = os.fsdecode(self.root), os.fsdecode(stamp.path)
        try:
            return page(self.read(stamp.path), root, stamp.modified_ns)
        except Refusal as refusal:
            if not os.path.lexists(stamp.path):
                return None
            return refused_page(name, root, stamp.modified_ns, str(refusal))
        except Exception as fault:  # noqa: BLE001  one file must not cost the library: its line says what happened
            said = f"{name}: the program failed on this file: {type(fault).__name__}: {fault}"
            return refused_page(name, root, stamp.modified_ns, said)

    def _write(self) -> Iterator[Progress]:
        """Write what was put by; while another program writes, wait for it."""
        end = time.monotonic() + PATIENCE
        while (self._batch or self._gone) and not self._has_written():
            if time.monotonic() > end:
                raise Refusal("The search index is being written by another program; it is not up to date here")
            yield self._progress()

    def _has_written(self) -> bool:
        """Try to write what was put by."""
        if not self.database.writing.acquire(timeout=SLICE):
            return False
        try:
            with transaction(self.database.writer) as connection:
                fresh = [item for item in self._batch if not is_stored(connection, item[0], item[1])]
                remove(connection, [*self._gone, *(path for path, _, _ in fresh)])
                put(connection, fresh)
        except sqlite3.Error as error:
            if fault_of(error) is Fault.BUSY:
                return False
            raise
        finally:
            self.database.writing.release()
        self._done += len(self._batch) + len(self._gone)
        self._batch, self._gone, self._size = [], [], 0
        return True
