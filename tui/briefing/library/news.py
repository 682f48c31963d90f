"""What is new in a library: briefings not read yet, changed since they were read, or past a date that they name."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date

from briefing.library.entry import Entry
from briefing.library.rows import SELECT_ENTRY, entry_of
from briefing.model.record import record

MOST_NEW = 10
"""New briefings that are named."""
MOST_OTHERS = 5
"""Briefings that are named of those changed, and of those past their dates."""

_WAS_READ = "CREATE TEMP TABLE was_read (path BLOB PRIMARY KEY, digest TEXT NOT NULL) WITHOUT ROWID"
_LAPSED_TABLE = "CREATE TEMP TABLE lapsed (briefing INTEGER PRIMARY KEY, day TEXT NOT NULL)"
_LAPSED = """
INSERT INTO lapsed
SELECT briefing, max(coalesce(day, '')) FROM (
  SELECT briefing, last AS day FROM facet WHERE key IN ('next', 'expires') AND last < ?
  UNION ALL
  SELECT briefing, NULL FROM facet WHERE key = 'superseded_by' OR (key = 'status' AND text = 'superseded')
) GROUP BY briefing
"""
"""Those that are overdue, expired or superseded, with the last day of theirs that has passed, as an ISO date."""
_NEWEST = "newest DESC, title_key, path"
_LAST_PASSED = "(SELECT day FROM lapsed WHERE briefing = id) DESC, newest DESC, title_key, path"
_UNREAD = "refusal IS NULL AND path NOT IN (SELECT path FROM was_read)"
_CHANGED = "refusal IS NULL AND (SELECT digest FROM was_read WHERE path = briefing.path) <> digest"
_READ_AND_LAPSED = """
refusal IS NULL AND (SELECT digest FROM was_read WHERE path = briefing.path) = digest
AND id IN (SELECT briefing FROM lapsed)
"""


@record
class Some:
    """The first briefings of a kind, and how many there are."""

    entries: tuple[Entry, ...]
    count: int


@record
class News:
    """What a reader should know of first. A briefing is in one of them, the first that it belongs to."""

    changed: Some
    new: Some
    lapsed: Some
    """Read, and overdue, expired or superseded."""
    unreadable: int
    """Files that cannot be read."""


def news(connection: sqlite3.Connection, root: str, was_read: Iterable[tuple[bytes, str]], today: date) -> News:
    """Find what is new among the indexed briefings, the newest first; of each kind no more than a page is named.

    Args:
        connection: to the index.
        root: the library's folder.
        was_read: the briefings that were read: the path of each from the root on, and the digest of its text then.
        today: the day before which dates have passed.
    """
    connection.execute("BEGIN")
    try:
        connection.execute(_WAS_READ)
        connection.executemany("INSERT OR REPLACE INTO was_read VALUES (?, ?)", was_read)
        connection.execute(_LAPSED_TABLE)
        connection.execute(_LAPSED, (today.isoformat(),))
        return News(
            _some(connection, root, _CHANGED, _NEWEST, MOST_OTHERS),
            _some(connection, root, _UNREAD, _NEWEST, MOST_NEW),
            _some(connection, root, _READ_AND_LAPSED, _LAST_PASSED, MOST_OTHERS),
            _count(connection, "refusal IS NOT NULL"),
        )
    finally:
        if connection.in_transaction:  # An interruption may have ended it.
            connection.execute("ROLLBACK")  # The tables that were made for the question go with it.


def _some(connection: sqlite3.Connection, root: str, kind: str, order: str, most: int) -> Some:
    """Give the first briefings of a kind, and count all."""
    rows = connection.execute(f"{SELECT_ENTRY} WHERE {kind} ORDER BY {order} LIMIT {most}")
    return Some(tuple(entry_of(row, root) for row in rows), _count(connection, kind))


def _count(connection: sqlite3.Connection, kind: str) -> int:
    """Count the briefings of a kind."""
    return int(connection.execute(f"SELECT count(*) FROM briefing WHERE {kind}").fetchone()[0])  # noqa: S608  our own
