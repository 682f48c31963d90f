"""What is new in a library: briefings not read yet, changed since they were read, or past a date that they name."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from heapq import nlargest

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
    kinds: dict[Reading, list[Entry]] = {reading: [] for reading in Reading}
    unreadable = 0
    for number, entry in enumerate(entries):
        if number % STEP == 0:
            yield
        if entry.refusal is not None:
            unreadable += 1
        elif entry.digest:
            kinds[state_of(entry)].append(entry)
    past = [entry for entry in kinds[Reading.READ] if entry.relative in lapsed]
    newest_past = nlargest(MOST_OTHERS, past, key=lambda entry: (lapsed[entry.relative], moment(entry)))
    return News(
        _newest(kinds[Reading.CHANGED], MOST_OTHERS),
        _newest(kinds[Reading.UNREAD], MOST_NEW),
        Some(tuple(newest_past), len(past)),
        unreadable,
    )


def _newest(entries: list[Entry], most: int) -> Some:
    """The newest of these, in the order of the list."""
    return Some(sorted_entries(nlargest(most, entries, key=moment)), len(entries))
