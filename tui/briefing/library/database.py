"""The file of the index: opened, made, made anew when it is damaged, and in memory when it cannot be written."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from hashlib import blake2b
from pathlib import Path

from briefing.library.schema import TABLES, VERSION
from briefing.model.pattern import pattern

PATIENCE = 0.01
"""Seconds that a connection waits for another program; whoever calls may wait longer and try again."""


class Fault(Enum):
    """What an error of the database means for the index."""

    DAMAGED = "damaged"
    """The file is no good: it is made anew."""
    UNWRITABLE = "unwritable"
    """The disk is full, gone or read-only: the index goes on in memory."""
    BUSY = "busy"
    """Another program is writing: try again."""
    INTERRUPTED = "interrupted"
    OURS = "ours"
    """The statement is wrong: a fault of the program."""


_FAULTS = {
    sqlite3.SQLITE_CORRUPT: Fault.DAMAGED,
    sqlite3.SQLITE_NOTADB: Fault.DAMAGED,
    sqlite3.SQLITE_SCHEMA: Fault.DAMAGED,
    sqlite3.SQLITE_FORMAT: Fault.DAMAGED,
    sqlite3.SQLITE_FULL: Fault.UNWRITABLE,
    sqlite3.SQLITE_IOERR: Fault.UNWRITABLE,
    sqlite3.SQLITE_READONLY: Fault.UNWRITABLE,
    sqlite3.SQLITE_CANTOPEN: Fault.UNWRITABLE,
    sqlite3.SQLITE_PERM: Fault.UNWRITABLE,
    sqlite3.SQLITE_PROTOCOL: Fault.UNWRITABLE,
    sqlite3.SQLITE_NOLFS: Fault.UNWRITABLE,
    sqlite3.SQLITE_BUSY: Fault.BUSY,
    sqlite3.SQLITE_LOCKED: Fault.BUSY,
    sqlite3.SQLITE_INTERRUPT: Fault.INTERRUPTED,
}


def fault_of(error: sqlite3.Error) -> Fault:
    """Tell what an error means; the primary result code decides (https://sqlite.org/rescode.html)."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return Fault.OURS
    return _FAULTS.get(code & 0xFF, Fault.OURS)


def index_file(root: str | os.PathLike[str], folder: Path) -> Path:
    """Give the file of a library's index: one for each resolved root and each version of the tables."""
    key = blake2b(os.fsencode(os.path.realpath(root)), digest_size=8).hexdigest()
    return folder / f"index-{VERSION}-{key}.sqlite3"


class Database:
    """The connections to one index. On disk, one writes and one reads, side by side; in memory they are the same."""

    def __init__(self, root: str | os.PathLike[str], path: Path | None) -> None:
        """Open the index, and make its tables if it has none.

        Args:
            root: the library's folder.
            path: the file; None keeps the index in memory.

        Raises:
            sqlite3.Error, OSError: when it cannot be opened, made or written.
        """
        self.path = path
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
        self.writer = _connect(path)
        try:
            _make_tables(self.writer, os.fsencode(os.path.realpath(root)))
            self.reader = self.writer if path is None else _connect(path)
        except BaseException:
            self.writer.close()
            raise
        self.reading = threading.RLock()
        """Held by whoever reads: one query at a time."""
        self.writing = self.reading if path is None else threading.RLock()
        """Held by whoever writes; in memory one lock serves both."""

    def connect(self) -> sqlite3.Connection:
        """Open another connection to the index, which whoever asked for it closes; it keeps little in memory."""
        connection = _connect(self.path)
        connection.execute("PRAGMA cache_size = -1024")
        return connection

    def close(self) -> None:
        """Close the connections, once the query that may be running has ended."""
        with suppress(sqlite3.Error):
            self.reader.interrupt()
        with self.reading, self.writing:
            self.reader.close()
            self.writer.close()


def _connect(path: Path | None) -> sqlite3.Connection:
    """Open a connection that leaves transactions to its user and may be used by a thread at a time."""
    name = ":memory:" if path is None else os.fspath(path)
    connection = sqlite3.connect(name, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    try:
        # Compressed pages fill such a page of the file better than one half as long.
        connection.execute("PRAGMA page_size = 8192")
        # Nothing in the index is worth waiting for the disk: after a power failure it may be made anew.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA cache_size = -16384")
    except BaseException:
        connection.close()
        raise
    return connection


def _make_tables(connection: sqlite3.Connection, root: bytes) -> None:
    """Make the tables, unless they are there or another program is quicker; find out whether writing is possible."""
    connection.execute("PRAGMA busy_timeout = 5000")
    with transaction(connection):
        if not _is_made(connection):
            for statement in TABLES:
                connection.execute(statement)
            connection.execute("INSERT INTO library VALUES (?)", (root,))
    connection.execute(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Write all that is written inside, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # Some errors, such as a full disk, end it themselves.
            connection.execute("ROLLBACK")
        raise


def _is_made(connection: sqlite3.Connection) -> bool:
    """Tell whether the tables are there."""
    sought = "SELECT 1 FROM sqlite_master WHERE name = 'library'"
    return connection.execute(sought).fetchone() is not None


def open_database(root: str | os.PathLike[str], folder: Path | None) -> tuple[Database, str | None]:
    """Open a library's index in the cache folder, made anew if it is damaged, or in memory if it cannot be written.

    Args:
        root: the library's folder.
        folder: the cache folder; None keeps the index in memory by choice.

    Returns:
        The database, and None or the reason why it had to be in memory.
    """
    if folder is None:
        return Database(root, None), None
    path = index_file(root, folder)
    _sweep(folder)
    try:
        try:
            return Database(root, path), None
        except sqlite3.Error as error:
            if fault_of(error) is not Fault.DAMAGED:
                raise
            delete_database(path)
            return Database(root, path), None
    except sqlite3.Error as error:
        return Database(root, None), str(error)
    except OSError as error:
        return Database(root, None), error.strerror or str(error)


_NAME = pattern(r"index-(\d{1,9})-")


def _sweep(folder: Path) -> None:
    """Delete the indexes that older versions of the program have left; a newer one may be in use beside this."""
    for path in folder.glob("index-*"):
        named = _NAME.match(path.name)
        if named and int(named[1]) < VERSION:
            with suppress(OSError):
                path.unlink()


def delete_database(path: Path) -> None:
    """Delete the file of an index and those beside it."""
    for ending in ("", "-wal", "-shm"):
        with suppress(OSError):
            path.with_name(path.name + ending).unlink()
