"""A line of the list as a row of the index, and back."""

from __future__ import annotations

import os
import sqlite3
from datetime import date, datetime
from typing import Any

from briefing.library.entry import Entry, moment, natural_key
from briefing.library.fold import storable
from briefing.library.names import OTHER_NAMES, NameKind
from briefing.model.dates import StatedDate

ENTRY_COLUMNS = (
    "title",
    "byline",
    "topics",
    "figures",
    "problems",
    "tlp",
    "lead",
    "digest",
    "refusal",
    "haystack",
    "date",
    "edtf",
    "first",
    "last",
    "moment",
    "doubt",
)
"""The columns that hold a line of the list, besides its path and its stamp."""
KEY_COLUMNS = ("newest", "title_key", "author_key")
"""The columns by which the list is put in order."""

SELECT_ENTRY = f"SELECT path, modified_ns, {', '.join(ENTRY_COLUMNS)} FROM briefing"  # noqa: S608  our own names


_TITLES = "SELECT path, title FROM briefing"
_NAMES = "SELECT path, text FROM facet JOIN briefing ON briefing.id = facet.briefing WHERE key = ?"


def entry_row(entry: Entry) -> tuple[object, ...]:
    """Give the values of `ENTRY_COLUMNS`."""
    return (
        storable(entry.title),
        storable("\n".join(entry.byline)),
        storable("\n".join(entry.topics)),
        entry.figures,
        entry.problems,
        entry.tlp and storable(entry.tlp),
        entry.lead and storable(entry.lead),
        entry.digest,
        entry.refusal and storable(entry.refusal),
        storable(entry.haystack),
        *_date_row(entry.date),
    )


def key_row(entry: Entry) -> tuple[object, ...]:
    """Give the values of `KEY_COLUMNS`."""
    day, seconds = moment(entry)
    author = next(iter(entry.byline), "")
    return (day * 86_400 + int(seconds), storable(natural_key(entry.title)), storable(natural_key(author)))


def _date_row(stated: StatedDate | None) -> tuple[object, ...]:
    """Give a date in six columns; all of them are empty for no date."""
    if stated is None:
        return (None, None, None, None, None, 0)
    first, last, moment = (part and part.isoformat() for part in (stated.start, stated.end, stated.moment))
    return (storable(stated.text), stated.edtf, first, last, moment, stated.uncertain + 2 * stated.approximate)


def entry_of(row: tuple[Any, ...], root: str) -> Entry:
    """Make the line of a row of `SELECT_ENTRY`."""
    path, modified_ns, title, byline, topics, figures, problems, tlp, lead, *rest = row
    digest, refusal, haystack, *stated = rest
    relative = os.fsdecode(path)
    return Entry(
        path=f"{root.rstrip('/')}/{relative}",
        relative=relative,
        title=title,
        date=_date_of(*stated),
        byline=tuple(byline.split("\n")) if byline else (),
        figures=figures,
        tlp=tlp,
        lead=lead,
        topics=tuple(topics.split("\n")) if topics else (),
        modified_ns=modified_ns,
        problems=problems,
        digest=digest,
        refusal=refusal,
        haystack=haystack,
    )


def all_entries(connection: sqlite3.Connection, root: str) -> list[Entry]:
    """Make the lines of all briefings, the newest first."""
    return [entry_of(row, root) for row in connection.execute(f"{SELECT_ENTRY} ORDER BY id DESC")]


def given_names(connection: sqlite3.Connection) -> list[tuple[str, NameKind, str]]:
    """Give the titles, ids and other names of all briefings, each with its path from the root on."""
    found = [(os.fsdecode(path), NameKind.TITLE, title) for path, title in connection.execute(_TITLES)]
    for key, kind in {"id": NameKind.ID, **dict.fromkeys(OTHER_NAMES, NameKind.OTHER)}.items():
        found += ((os.fsdecode(path), kind, name) for path, name in connection.execute(_NAMES, (key,)))
    return found


def _date_of(
    text: str | None, edtf: str | None, first: str | None, last: str | None, moment: str | None, doubt: int
) -> StatedDate | None:
    """Make the date of its six columns."""
    if text is None:
        return None
    return StatedDate(
        text,
        edtf,
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
        datetime.fromisoformat(moment) if moment else None,
        uncertain=bool(doubt & 1),
        approximate=bool(doubt & 2),
    )
