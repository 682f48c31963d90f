"""What is new in a library: briefings not read yet, changed since they were read, or past a date that they name."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from heapq import nlargest
from typing import Any

from briefing.library.entry import Entry, moment, sorted_entries
from briefing.library.history import Reading
from briefing.model.record import record
from briefing.model.steps import Steps

MOST_NEW = 10
"""New briefings that are named."""
MOST_OTHERS = 5
"""Briefings that are named of those changed, and of those past their dates."""
STEP = 200
"""Lines of the list that are looked at in one step."""

_LAPSED = """
SELECT path, max(facet.last) FROM facet JOIN briefing ON briefing.id = facet.briefing
WHERE key IN ('next', 'expires') AND facet.last < ? GROUP BY path
UNION ALL
SELECT path, NULL FROM facet JOIN briefing ON briefing.id = facet.briefing
WHERE key = 'superseded_by' OR (key = 'status' AND text = 'superseded')
"""


def lapsed(connection: sqlite3.Connection, today: date) -> dict[bytes, str]:
    """Find the briefings that are overdue, expired or superseded.

    Returns:
        The path of each from the root on, and the last day of those that have passed as an ISO date; an empty text
        where it is superseded and none has.
    """
    found: dict[bytes, str] = {}
    for path, day in connection.execute(_LAPSED, (today.isoformat(),)):
        found[path] = max(found.get(path, ""), day or "")
    return found


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


def finding_news(
    entries: Iterable[Entry], state_of: Callable[[Entry], Reading], lapsed: Mapping[str, str]
) -> Steps[News]:
    """Find what is new, the newest first, in steps.

    Args:
        entries: the lines of the list; one whose file has not been read yet says nothing.
        state_of: whether a briefing is new, changed or read.
        lapsed: by paths from the root on, as `lapsed` finds them.
    """
    changed, new, past = _Newest(MOST_OTHERS), _Newest(MOST_NEW), _Newest(MOST_OTHERS)
    unreadable = 0
    for number, entry in enumerate(entries):
        if number % STEP == 0:
            yield
        if entry.refusal is not None:
            unreadable += 1
        elif entry.digest:
            reading = state_of(entry)
            if reading is Reading.CHANGED:
                changed.add(entry, moment(entry))
            elif reading is Reading.UNREAD:
                new.add(entry, moment(entry))
            elif entry.relative in lapsed:
                past.add(entry, (lapsed[entry.relative], moment(entry)))
    return News(
        Some(sorted_entries(changed.best()), changed.count),
        Some(sorted_entries(new.best()), new.count),
        Some(past.best(), past.count),
        unreadable,
    )


class _Newest:
    """Gathers the newest of many briefings, of which it keeps no more than a few at a time."""

    def __init__(self, most: int) -> None:
        """Gather so many."""
        self._most = most
        self._kept: list[tuple[Any, Entry]] = []
        self.count = 0
        """How many there were."""

    def add(self, entry: Entry, key: object) -> None:
        """Look at one more; the greatest keys are the newest."""
        self.count += 1
        self._kept.append((key, entry))
        if len(self._kept) > 10 * self._most:
            self._kept = self._best()

    def best(self) -> tuple[Entry, ...]:
        """Give the newest, the newest first."""
        return tuple(entry for _, entry in self._best())

    def _best(self) -> list[tuple[Any, Entry]]:
        """The newest with their keys; of equal ones those that came first."""
        return nlargest(self._most, self._kept, key=lambda pair: pair[0])
