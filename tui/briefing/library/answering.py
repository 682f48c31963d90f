"""The conditions that a briefing of the index must meet to answer a query."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator

from briefing.library.marker import section_test
from briefing.library.query_sql import Condition, sought
from briefing.library.query_tree import Query
from briefing.library.search import Search
from briefing.library.word_forms import widened

_MOST_BRIEFINGS = 10_000
"""Briefings that are looked at for a query that names sections."""


def conditions(connection: sqlite3.Connection, root: str, query: Query) -> Iterator[Condition]:
    """Give the conditions that a query makes; none for an empty one, and all of them must hold.

    Args:
        connection: the index.
        root: the library's folder.
        query: one without mistakes.
    """
    if query.tree is None:
        return
    wide = widened(query.tree)
    if section_test(wide):
        yield _answering(connection, root, query)
        return
    asked = sought(wide)
    if asked.match:
        yield Condition("{id} IN (SELECT rowid FROM words WHERE words MATCH ?)", (asked.match,))
    yield from asked.conditions


def _answering(connection: sqlite3.Connection, root: str, query: Query) -> Condition:
    """The condition that a briefing answers a query which only its text can answer."""
    found = Search(connection, root, query, lambda: None).found(_MOST_BRIEFINGS, thorough=False)
    paths = tuple(os.fsencode(one.entry.relative) for one in found)
    marks = ", ".join("?" * len(paths))
    return Condition(f"{{id}} IN (SELECT id FROM briefing WHERE path IN ({marks}))", paths)  # noqa: S608  marks alone
