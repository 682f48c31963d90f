"""The index of a library behind one narrow door: kept up to date, listed, searched, and made anew when it is lost."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Self, TypeVar

from briefing.library.database import Database, Fault, delete_database, fault_of, open_database, transaction
from briefing.library.entry import Entry, Sort
from briefing.library.figures import MOST as MOST_FIGURES
from briefing.library.figures import FigureOrder, FigureTable, figure_table
from briefing.library.hints import Missing, missing
from briefing.library.listing import Lines, listed
from briefing.library.names import NameKind
from briefing.library.passage import Passage
from briefing.library.query_tree import EVERYTHING, Query
from briefing.library.refresh import LARGE, SMALL, Bulk, Progress, Read, Refresh
from briefing.library.rows import all_entries, given_names
from briefing.library.scan import FileStamp, scan
from briefing.library.search import Found, Search
from briefing.library.store import stamps
from briefing.library.watch import Changes, diff
from briefing.model.briefing import Briefing
from briefing.model.errors import Refusal

__all__ = ["LARGE", "SMALL", "Bulk", "Found", "Interrupted", "Missing", "Passage", "Progress", "SearchIndex"]

_Result = TypeVar("_Result")


class Interrupted(Exception):  # noqa: N818  nothing went wrong: the answer is no longer wanted
    """A search was ended by `SearchIndex.interrupt`."""


def _read(path: bytes) -> Briefing:
    """Read a file by the format."""
    from briefing.format.read import read  # noqa: PLC0415  who only lists a library needs no reader

    return read(path)


class SearchIndex:
    """All that is known of a library's briefings. It can be deleted at any time; nothing but time is lost.

    One thread may bring it up to date while another searches. Two programs may use the same index at once.
    """

    def __init__(self, root: str | os.PathLike[str], folder: Path | None, read: Read = _read) -> None:
        """Open the index of a library, or make an empty one.

        Args:
            root: the library's folder.
            folder: where the indexes are kept, `folders.cache_folder()`; None keeps the index in memory.
            read: how a file is read.
        """
        self.root = os.path.abspath(os.fspath(root))  # noqa: PTH100  as text, with its surrogate escapes
        self._folder = folder
        self._read = read
        self._round = 0
        self._changing = threading.Lock()
        self._database, reason = open_database(self.root, folder)
        self.problem = _in_memory(reason)
        """One line that says why the index is kept in memory though it should not be; None where all is well."""

    def __enter__(self) -> Self:
        """Use the index for a while."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    @property
    def path(self) -> Path | None:
        """The file of the index; None while it is in memory."""
        return self._database.path

    def close(self) -> None:
        """End the search that may be running, and close the file."""
        self.interrupt()
        self._database.close()

    def changes(self, found: Iterable[FileStamp]) -> Changes:
        """Compare the files of the library with what is indexed. May run in a thread.

        Raises:
            Refusal: when the index was lost; it has to be refreshed.
        """
        prefix = os.fsencode(self.root).rstrip(b"/") + b"/"
        known = self._asked(lambda connection: [FileStamp(prefix + path, *rest) for path, *rest in stamps(connection)])
        return diff(known, found)

    def refresh(self, found: Iterable[FileStamp] | None = None, bulk: Bulk = SMALL) -> Iterator[Progress]:
        """Bring the index up to date with all files of the library.

        Work is done while the iterator is asked for its next value, about `refresh.SLICE` seconds at a time with
        `SMALL`; what was done before it is dropped stays done.

        Args:
            found: the stamps of all files; a walk through the folder by default.
            bulk: `SMALL` where a reader waits for the next key, else `LARGE`.

        Raises:
            Refusal: when another program keeps the index locked.
        """
        yield from self._kept(lambda work: work.whole(scan(self.root) if found is None else found), bulk)

    def update(self, changes: Changes, bulk: Bulk = SMALL) -> Iterator[Progress]:
        """Bring the index up to date with some changes; see `refresh`."""
        root = os.fsencode(self.root).rstrip(b"/") + b"/"
        gone = [path.removeprefix(root) for path in changes.removed]
        yield from self._kept(lambda work: work.parts((*changes.added, *changes.changed), gone), bulk)

    def _kept(self, steps: Callable[[Refresh], Iterator[Progress]], bulk: Bulk) -> Iterator[Progress]:
        """Do the work; if the index is lost meanwhile, do all of it again with a new one."""
        database = self._database
        try:
            yield from steps(Refresh(database, os.fsencode(self.root), self._read, bulk))
        except sqlite3.Error as error:
            self._replace(database, error)
            yield from self._kept(lambda work: work.whole(scan(self.root)), bulk)

    def _replace(self, lost: Database, error: sqlite3.Error) -> None:
        """Put a new index in place of one that is damaged or can no longer be written."""
        with self._changing:
            if self._database is not lost:
                return  # Another thread was quicker.
            fault = fault_of(error)
            if lost.path is None or fault not in (Fault.DAMAGED, Fault.UNWRITABLE):
                raise error
            lost.close()
            if fault is Fault.DAMAGED:
                delete_database(lost.path)
            folder = self._folder if fault is Fault.DAMAGED else None
            self._database, reason = open_database(self.root, folder)
            self.problem = _in_memory(reason or (str(error) if folder is None else None))

    def entries(self) -> list[Entry]:
        """Give the lines of all indexed briefings, the newest first.

        Raises:
            Refusal: when the index was lost; it has to be refreshed.
        """
        return self._asked(lambda connection: all_entries(connection, self.root))

    def listing(self, sort: Sort = Sort.DATE, words: str = "", query: Query = EVERYTHING) -> Lines:
        """List the indexed briefings as they are now: each line is made when it is looked at, as long as it is used.

        Args:
            sort: their order.
            words: each of them must occur in title, byline, topics, path or date; see `entry.narrow`.
            query: what else they must answer.

        Raises:
            Refusal: when the index was lost; it has to be refreshed.
        """
        connect = self._database.connect if self.path else None
        return self._asked(lambda connection: listed(connect, connection, self.root, sort, words, query))

    def given_names(self) -> list[tuple[str, NameKind, str]]:
        """Give the titles, ids and other names of all indexed briefings, each with its path from the folder on.

        Raises:
            Refusal: when the index was lost; it has to be refreshed.
        """
        return self._asked(given_names)

    def search(self, query: Query, limit: int = 50, *, thorough: bool = True) -> list[Found]:
        """Give the briefings that answer a query, the best first. May run in a thread.

        Args:
            query: as `parse_query` read it; an empty one finds nothing.
            limit: how many at most.
            thorough: False while the query is being typed: then the newest matches are ranked, by where the words
                stand, and `search.FIRST` given; else all of them, by how much the words weigh.

        Raises:
            Interrupted: when `interrupt` was called meanwhile.
            Refusal: when the index was lost; it has to be refreshed.
        """
        begun = self._round

        def check() -> None:
            """Go on only until the search is interrupted."""
            if self._round != begun:
                raise Interrupted

        return self._asked(
            lambda connection: Search(connection, self.root, query, check).found(limit, thorough=thorough), check
        )

    def count(self, query: Query) -> int:
        """Count the briefings that answer a query, apart from conditions on sections. May run in a thread.

        Raises:
            Interrupted, Refusal: as for `search`.
        """
        return self._asked(lambda connection: Search(connection, self.root, query, lambda: None).count())

    def figures(
        self,
        query: Query,
        order: FigureOrder = FigureOrder.TRACK,
        track: str | None = None,
        most: int = MOST_FIGURES,
    ) -> FigureTable:
        """Give the figures that a query asks for, or those of one track; see `figure_table`. May run in a thread.

        Raises:
            Interrupted, Refusal: as for `search`.
        """
        return self._asked(lambda connection: figure_table(connection, self.root, query, order, track, most))

    def missing(self, query: Query) -> tuple[Missing, ...]:
        """Give the words of a query that occur nowhere, each with words that are near to it. May run in a thread.

        Raises:
            Interrupted, Refusal: as for `search`.
        """
        tree = query.tree
        return () if tree is None else self._asked(lambda connection: missing(connection, tree))

    def ask(self, question: Callable[[sqlite3.Connection], _Result]) -> _Result:
        """Ask something that a module of its own words: facets, titles. May run in a thread.

        Raises:
            Interrupted, Refusal: as for `search`.
        """
        return self._asked(question)

    def mirror(self, readings: Iterable[tuple[str, str | None, bool]]) -> None:
        """Put down what the journal says, so that queries such as `is:unread` can be answered.

        Args:
            readings: for each briefing its absolute path, the digest of its text as it was last read (None when it
                counts as unread), and whether it has a star. What was put down before is forgotten.
        """
        prefix = self.root.rstrip("/") + "/"
        rows = [
            (os.fsencode(path.removeprefix(prefix)), digest, starred)
            for path, digest, starred in readings
            if path.startswith(prefix)
        ]
        database = self._database
        try:
            with database.writing, transaction(database.writer) as connection:
                connection.execute("DELETE FROM reading")
                connection.executemany("INSERT OR REPLACE INTO reading VALUES (?, ?, ?)", rows)
        except sqlite3.Error as error:
            if fault_of(error) is not Fault.BUSY:
                self._replace(database, error)

    def interrupt(self) -> None:
        """End the searches that are running or waiting, from any thread."""
        self._round += 1
        try:
            self._database.reader.interrupt()
        except sqlite3.ProgrammingError:
            return  # It was closed meanwhile.

    def _asked(self, ask: Callable[[sqlite3.Connection], _Result], check: Callable[[], None] = lambda: None) -> _Result:
        """Ask the index something, on the connection that reads."""
        database = self._database
        try:
            with database.reading:
                check()
                return ask(database.reader)
        except sqlite3.Error as error:
            if fault_of(error) is Fault.INTERRUPTED:
                raise Interrupted from None
            self._replace(database, error)
            raise Refusal("The search index was lost and is being made again; try again in a moment") from error


def _in_memory(reason: str | None) -> str | None:
    """Say that the index is in memory, if there is a reason why it has to be."""
    return reason and f"The search index is kept in memory and will be made again next time: {reason}"
