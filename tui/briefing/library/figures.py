"""The figures of a library as a table: asked for at once, each row made when it is looked at."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

from briefing.format.dates import stated_date
from briefing.library.answering import conditions
from briefing.library.figure_lines import FIGURE_COLUMNS, line_of
from briefing.library.query_sql import Condition, figures_named
from briefing.library.query_tree import Query
from briefing.model.dates import StatedDate
from briefing.model.figure import Figure
from briefing.model.handling import Handling
from briefing.model.record import record

MOST = 100_000
"""Figures that a table has at most."""


class FigureOrder(StrEnum):
    """The orders of the table."""

    TRACK = "track"
    """By track, and within a track by the time that the figures hold for; without a track last."""
    AS_OF = "as of"
    """The latest first, undated last."""
    LABEL = "label"
    SOURCE = "source"
    BRIEFING = "briefing"
    """By briefing, the newest first, and within it as it stands there."""


_ORDERS: Mapping[FigureOrder, str] = {
    FigureOrder.TRACK: "track IS NULL, track, first IS NULL, first, briefing, place",
    FigureOrder.AS_OF: "first IS NULL, first DESC, briefing DESC, place",
    FigureOrder.LABEL: "label IS NULL, label COLLATE NOCASE, first IS NULL, first, briefing, place",
    FigureOrder.SOURCE: "source = '', source COLLATE NOCASE, first IS NULL, first, briefing, place",
    FigureOrder.BRIEFING: "briefing DESC, place",
}


_FEW = 1000
"""Briefings that are looked up one by one."""


@record
class _Home:
    """The briefing of a row."""

    path: bytes
    """From the library's folder on."""
    title: str
    handling: Handling


@record
class ListedFigure:
    """One row of the table."""

    path: str
    """Of its briefing, absolute; undecodable bytes are surrogate escapes."""
    relative: str
    """The path from the library's folder on."""
    title: str
    """Of its briefing; it has passed the character policy."""
    index: int
    """Which figure of its briefing it is, from 0."""
    figure: Figure
    """What the index keeps of it: neither its quotes nor its earlier values."""
    as_of: StatedDate | None
    """Its own date, else that of its briefing; None where neither is stated."""
    sources: tuple[str, ...]
    """Their names."""
    grades: tuple[str, ...]
    """For each source its Admiralty grade, as `B2`, or an empty text."""
    handling: Handling
    """What its briefing says about who may see it."""


class FigureTable(Sequence[ListedFigure]):
    """The rows that a query has found, in their order. A row costs nothing until it is asked for."""

    def __init__(self, rows: Sequence[tuple[Any, ...]], homes: Mapping[int, _Home], root: str) -> None:
        """Hold rows: briefing, place, and `FIGURE_COLUMNS`.

        Args:
            rows: in their order.
            homes: the briefings of the rows, by id.
            root: the library's folder.
        """
        self._rows = rows
        self._homes = homes
        self._root = root

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def __getitem__(self, index: Any) -> Any:  # noqa: ANN401  a row for a number, rows for a slice
        """Make one row, or those of a slice."""
        if isinstance(index, slice):
            return FigureTable(self._rows[index], self._homes, self._root)
        number, place, *columns = self._rows[index]
        home = self._homes[number]
        line, relative = line_of(tuple(columns)), os.fsdecode(home.path)
        return ListedFigure(
            f"{self._root.rstrip('/')}/{relative}",
            relative,
            home.title,
            place,
            line.figure,
            line.as_of,
            line.sources,
            line.grades,
            home.handling,
        )

    def place_of(self, sought: ListedFigure) -> int | None:
        """Give the place of a row that may be of another table; None where it is not in this one."""
        path = os.fsencode(sought.relative)
        numbers = {number for number, home in self._homes.items() if home.path == path}
        found = (at for at, row in enumerate(self._rows) if row[1] == sought.index and row[0] in numbers)
        return next(found, None)

    def tracks(self) -> Iterator[str | None]:
        """Give the track of each row."""
        return (row[_TRACK] for row in self._rows)


_TRACK = 2 + FIGURE_COLUMNS.index("track")


def figure_table(
    connection: sqlite3.Connection,
    root: str,
    query: Query,
    order: FigureOrder,
    track: str | None = None,
    most: int = MOST,
) -> FigureTable:
    """Give the figures of the briefings that answer a query; those that it names, where it names figures.

    Args:
        connection: the index.
        root: the library's folder.
        query: an empty one is answered by all.
        order: of the rows.
        track: only the figures of this track.
        most: how many rows; a screenful is given much sooner than all.
    """
    tests = list(_tests(connection, root, query))
    if track is not None:
        tests.append(Condition("track = ?", (track,)))
    where = " AND ".join(test.of("+figure.briefing") for test in tests) or "1"
    rows = connection.execute(
        f"SELECT briefing, place, {', '.join(FIGURE_COLUMNS)} FROM figure WHERE {where}"  # noqa: S608  our own names
        f" ORDER BY {_ORDERS[order]} LIMIT ?",
        [*(value for test in tests for value in test.parameters), most],
    ).fetchall()
    return FigureTable(rows, _homes(connection, {row[0] for row in rows}), root)


def _homes(connection: sqlite3.Connection, wanted: set[int]) -> dict[int, _Home]:
    """Give briefings by their ids; of few ones without going through all."""
    few = len(wanted) <= _FEW
    where = f"WHERE id IN ({', '.join('?' * len(wanted))})" if few else ""
    statement = f"SELECT id, path, title, tlp FROM briefing {where}"  # noqa: S608  marks alone
    rows = connection.execute(statement, (*wanted,) if few else ()).fetchall()
    marked, held_back = _said(connection, "classification"), _said(connection, "embargo")
    return {
        number: _Home(path, title, Handling(tlp, marked.get(number), _date(held_back.get(number))))
        for number, path, title, tlp in rows
    }


def _date(written: str | None) -> StatedDate | None:
    """Read a date that was kept as it was written."""
    return stated_date(written) if written else None


def _said(connection: sqlite3.Connection, key: str) -> dict[int, str]:
    """Give what briefings say in a field, by their ids."""
    return dict(connection.execute("SELECT briefing, text FROM facet WHERE key = ?", (key,)))


def _tests(connection: sqlite3.Connection, root: str, query: Query) -> Iterator[Condition]:
    """The conditions on a row."""
    if query.tree is None:
        return
    named = figures_named(query.tree)
    if named:
        yield named
    yield from conditions(connection, root, query)
