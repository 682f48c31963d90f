"""The library's list as a sequence of which only the part that is looked at is ever made."""

from __future__ import annotations

import os
import sqlite3
from abc import abstractmethod
from array import array
from collections.abc import Callable, Sequence
from typing import overload

from briefing.library.entry import Entry, Sort, bare_entry
from briefing.library.fold import composed, fold
from briefing.library.query_sql import Condition
from briefing.library.query_tree import Query
from briefing.library.rows import SELECT_ENTRY, entry_of

BLOCK = 64
"""Lines that are made at once."""
MOST_BLOCKS = 32
"""Blocks that are kept; of others the lines are made again."""
_ORDERS = {
    Sort.DATE: "newest DESC, title_key, path",
    Sort.TITLE: "title_key, path",
    Sort.AUTHOR: "author_key = '', author_key, newest DESC, title_key, path",
}
"""The orders of `entry.sorted_entries`, by the keys that are kept for them."""
_LOST = "The search index was lost and is being made again"


class Lines(Sequence[Entry]):
    """Lines of a list, made when they are asked for."""

    @abstractmethod
    def line(self, place: int) -> Entry:
        """Give one line; places count from 0 and are within the list."""

    @abstractmethod
    def place(self, path: str) -> int | None:
        """Tell where the briefing of this absolute path stands; None where it is not in the list."""

    @abstractmethod
    def holds(self, path: str) -> bool:
        """Tell whether the briefing of this absolute path is in the list; quicker than to look where."""

    @overload
    def __getitem__(self, index: int) -> Entry: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Entry]: ...

    def __getitem__(self, index: int | slice) -> Entry | Sequence[Entry]:
        """Give a line, or some of them."""
        if isinstance(index, slice):
            return [self.line(place) for place in range(*index.indices(len(self)))]
        place = index + len(self) if index < 0 else index
        if not 0 <= place < len(self):
            raise IndexError(index)
        return self.line(place)


class Given(Lines):
    """Lines that are there already."""

    def __init__(self, lines: Sequence[Entry] = ()) -> None:
        """Hold these lines."""
        self._lines = lines

    def __len__(self) -> int:
        """Count them."""
        return len(self._lines)

    def line(self, place: int) -> Entry:
        """Give one of them."""
        return self._lines[place]

    def place(self, path: str) -> int | None:
        """Look for one of them."""
        return next((place for place, line in enumerate(self._lines) if line.path == path), None)

    def holds(self, path: str) -> bool:
        """Look for one of them."""
        return self.place(path) is not None


class Unread(Lines):
    """Files whose reading is still to come, by their names alone."""

    def __init__(self, root: str, paths: Sequence[bytes]) -> None:
        """Hold these absolute paths."""
        self._root = root
        self._paths = paths

    def __len__(self) -> int:
        """Count them."""
        return len(self._paths)

    def line(self, place: int) -> Entry:
        """Make the line of one of them."""
        return bare_entry(os.fsdecode(self._paths[place]), self._root)

    def place(self, path: str) -> int | None:
        """Look for one of them."""
        wanted = os.fsencode(path)
        return self._paths.index(wanted) if wanted in self._paths else None

    def holds(self, path: str) -> bool:
        """Look for one of them."""
        return os.fsencode(path) in self._paths


class Joined(Lines):
    """Lines that follow others."""

    def __init__(self, first: Lines, then: Lines) -> None:
        """Put them one after the other."""
        self._first = first
        self._then = then

    def __len__(self) -> int:
        """Count both."""
        return len(self._first) + len(self._then)

    def line(self, place: int) -> Entry:
        """Give a line of the one or the other."""
        over = place - len(self._first)
        return self._first.line(place) if over < 0 else self._then.line(over)

    def place(self, path: str) -> int | None:
        """Look in both."""
        place = self._first.place(path)
        if place is None and (later := self._then.place(path)) is not None:
            return len(self._first) + later
        return place

    def holds(self, path: str) -> bool:
        """Look in both."""
        return self._first.holds(path) or self._then.holds(path)


class Listing(Lines):
    """The indexed briefings as they were when they were listed, on a connection of its own.

    It reads from a snapshot, which ends when the listing is no longer used.
    """

    def __init__(self, connection: sqlite3.Connection, root: str, sort: Sort, words: str, query: Query) -> None:
        """List all briefings that have some words and answer a query; see `listed`."""
        self._connection = connection
        self._root = root
        self._made: dict[int, list[Entry]] = {}
        connection.execute("BEGIN")
        where, parameters = _where(connection, root, words, query)
        self._is_part = bool(parameters)
        ids = connection.execute(f"SELECT id FROM briefing WHERE {where} ORDER BY {_ORDERS[sort]}", parameters)  # noqa: S608  our own names
        self._ids = array("q", (number for (number,) in ids))

    def __len__(self) -> int:
        """Count them."""
        return len(self._ids)

    def __del__(self) -> None:
        """End the snapshot."""
        self._connection.close()

    def line(self, place: int) -> Entry:
        """Give one line, and keep those beside it at hand."""
        number, within = divmod(place, BLOCK)
        if number not in self._made:
            if len(self._made) == MOST_BLOCKS:
                self._made.pop(next(iter(self._made)))
            self._made[number] = self._block(number)
        return self._made[number][within]

    def _block(self, number: int) -> list[Entry]:
        """Make the lines of a block."""
        ids = self._ids[number * BLOCK : (number + 1) * BLOCK]
        sought = f"{SELECT_ENTRY} WHERE id = ?"
        try:
            rows = [self._connection.execute(sought, (each,)).fetchone() for each in ids]
        except sqlite3.Error:
            return [Entry(self._root, "", "", refusal=_LOST)] * len(ids)
        return [entry_of(row, self._root) for row in rows]

    def place(self, path: str) -> int | None:
        """Find the briefing by its path."""
        number = self._id(path)
        return self._ids.index(number) if number in self._ids else None

    def holds(self, path: str) -> bool:
        """Find the briefing by its path."""
        number = self._id(path)
        return number is not None and (not self._is_part or number in self._ids)

    def _id(self, path: str) -> int | None:
        """Give the id of the briefing of this path."""
        relative = os.fsencode(path.removeprefix(f"{self._root.rstrip('/')}/"))
        try:
            row = self._connection.execute("SELECT id FROM briefing WHERE path = ?", (relative,)).fetchone()
        except sqlite3.Error:
            return None
        return int(row[0]) if row else None


def words_of(words: str) -> list[str]:
    """Give the folded words that a line must have; see `entry.narrow`."""
    return fold(composed(words)).split()


def has_words(name: str, words: str) -> bool:
    """Tell whether all of some words occur in the name of a file."""
    return all(map(fold(composed(name)).__contains__, words_of(words)))


def listed(
    connect: Callable[[], sqlite3.Connection] | None,
    shared: sqlite3.Connection,
    root: str,
    sort: Sort,
    words: str,
    query: Query,
) -> Lines:
    """List the indexed briefings.

    Args:
        connect: opens another connection to the index; None where there can be no other.
        shared: a connection that others use too; all lines are then made at once.
        root: the library's folder.
        sort: their order.
        words: each of them must occur in title, byline, topics, path or date.
        query: what else they must answer; an empty one is answered by all.
    """
    if connect is not None:
        return Listing(connect(), root, sort, words, query)
    where, parameters = _where(shared, root, words, query)
    rows = shared.execute(f"{SELECT_ENTRY} WHERE {where} ORDER BY {_ORDERS[sort]}", parameters)
    return Given([entry_of(row, root) for row in rows])


def _where(connection: sqlite3.Connection, root: str, words: str, query: Query) -> tuple[str, list[object]]:
    """The condition on a row, with its parameters; there are none where all rows are wanted."""
    tests = [Condition("instr(haystack, ?)", (word,)) for word in words_of(words)]
    if query.tree is not None:
        from briefing.library.answering import conditions  # noqa: PLC0415  a library is opened without a query

        tests += conditions(connection, root, query)
    where = " AND ".join(f"({test.of('briefing.id')})" for test in tests)
    return where or "1", [value for test in tests for value in test.parameters]
