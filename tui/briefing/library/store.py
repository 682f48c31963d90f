"""Pages written into the tables of the index, taken out of them, and read back."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from briefing.library.entry import newest_day
from briefing.library.facets import Facet
from briefing.library.figure_lines import FIGURE_COLUMNS, figure_row
from briefing.library.fold import bare
from briefing.library.page import COLUMNS, Page
from briefing.library.plain import Heading
from briefing.library.rows import ENTRY_COLUMNS, KEY_COLUMNS, entry_row, key_row
from briefing.library.scan import FileStamp
from briefing.model.record import record

_IDS_A_DAY = 1 << 12
"""Ids that belong to a day; the nearer they are to each other, the smaller the index."""
_IDS_UNDATED = 1 << 32
"""Ids below those of the first day, for briefings without a date."""


def _insert(table: str, columns: Iterable[str]) -> str:
    """Give the statement that puts a row into a table."""
    names = tuple(columns)
    marks = ", ".join("?" * len(names))
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608  the names are those of the schema


_PUT_ENTRY = _insert("briefing", ("id", "path", "size", "modified_ns", *ENTRY_COLUMNS, *KEY_COLUMNS))
_PUT_TEXT = _insert("page", ("id", "columns"))
_PUT_WORDS = _insert("words", ("rowid", *COLUMNS))
_TAKE_WORDS = _insert("words", ("words", "rowid", *COLUMNS))
_PUT_FACET = _insert("facet", ("briefing", "place", "key", "text", "words", "number", "first", "last"))
_PUT_FIGURE = _insert("figure", ("briefing", "place", *FIGURE_COLUMNS))


def stamps(connection: sqlite3.Connection) -> Iterator[tuple[bytes, int, int]]:
    """Give the path of each indexed file from the root on, its size, and the time of its last change."""
    yield from connection.execute("SELECT path, size, modified_ns FROM briefing")


def unindexed(paths: Iterable[bytes], prefix: bytes, connection: sqlite3.Connection) -> list[bytes]:
    """Give those of some absolute paths that are not in the index; `prefix` is what the root puts before each."""
    known = {prefix + path for (path,) in connection.execute("SELECT path FROM briefing")}
    return [path for path in paths if path not in known]


def is_stored(connection: sqlite3.Connection, path: bytes, stamp: FileStamp) -> bool:
    """Tell whether a file is in the index as it is now; another program may have put it there."""
    sought = "SELECT 1 FROM briefing WHERE path = ? AND size = ? AND modified_ns = ?"
    return connection.execute(sought, (path, stamp.size, stamp.modified_ns)).fetchone() is not None


def remove(connection: sqlite3.Connection, paths: Iterable[bytes]) -> None:
    """Take files out of the index, by their paths from the root on; what is not in it is passed over."""
    found = (connection.execute("SELECT id FROM briefing WHERE path = ?", (path,)).fetchone() for path in paths)
    for number in sorted(row[0] for row in found if row):
        stored = stored_page(connection, number)
        if stored is not None:
            connection.execute(_TAKE_WORDS, ("delete", number, *map(bare, stored.columns.values())))
        connection.execute("DELETE FROM page WHERE id = ?", (number,))
        connection.execute("DELETE FROM facet WHERE briefing = ?", (number,))
        connection.execute("DELETE FROM figure WHERE briefing = ?", (number,))
        connection.execute("DELETE FROM briefing WHERE id = ?", (number,))


def put(connection: sqlite3.Connection, pages: Iterable[tuple[bytes, FileStamp, Page]]) -> None:
    """Put files into the index that are not in it: the path of each from the root on, its stamp and its page."""
    days: dict[date | None, Iterator[int]] = {}
    taken: set[int] = set()
    numbered = []
    for path, stamp, page in pages:
        day = newest_day(page.entry.date)
        if day not in days:
            days[day] = _free_ids(connection, day)
        number = next(number for number in days[day] if number not in taken)
        taken.add(number)
        numbered.append((number, path, stamp, page))
    # The full text writes to the disk each time that an id is lower than the one before it.
    for number, path, stamp, page in sorted(numbered, key=lambda item: item[0]):
        row = (number, path, stamp.size, stamp.modified_ns, *entry_row(page.entry), *key_row(page.entry))
        connection.execute(_PUT_ENTRY, row)
        _put_text(connection, number, page)
        facets = [(number, place, *_facet_row(facet)) for place, facet in enumerate(page.facets)]
        connection.executemany(_PUT_FACET, facets)
        figures = [(number, place, *figure_row(line)) for place, line in enumerate(page.figures)]
        connection.executemany(_PUT_FIGURE, figures)


def _free_ids(connection: sqlite3.Connection, day: date | None) -> Iterator[int]:
    """Give ids for briefings of a day, one after the other.

    A day that has no more room goes on in that of the days after it. The order by age is then not exact there.
    """
    start, end = 1, _IDS_UNDATED
    if day:
        start = _IDS_UNDATED + day.toordinal() * _IDS_A_DAY
        end = start + _IDS_A_DAY
    while True:
        sought = "SELECT max(id) FROM briefing WHERE id >= ? AND id < ?"
        highest = connection.execute(sought, (start, end)).fetchone()[0]
        yield from range(start if highest is None else highest + 1, end)
        start, end = end, end + _IDS_A_DAY


def _put_text(connection: sqlite3.Connection, number: int, page: Page) -> None:
    """Put the text of a page, once to be found and once to be shown."""
    places = (f"{heading.line},{heading.level}" for heading in page.headings)
    blob = zlib.compress("\0".join((" ".join((str(page.body_line), *places)), *page.columns)).encode(), 1)
    connection.execute(_PUT_TEXT, (number, blob))
    connection.execute(_PUT_WORDS, (number, *map(bare, page.columns)))


def _facet_row(facet: Facet) -> tuple[object, ...]:
    """Give the row of a facet, without its briefing and place."""
    first, last = (day and day.isoformat() for day in (facet.first, facet.last))
    return (facet.key, facet.text, facet.words, facet.number, first, last)


@record
class StoredPage:
    """The text of a page as it was put into the index."""

    columns: Mapping[str, str]
    """By the names of `COLUMNS`, in their order."""
    body_line: int
    """The line of the file, from 1, that the first line of the body is."""
    headings: tuple[Heading, ...]
    """The sections of the body; their lines count from 0."""


def stored_page(connection: sqlite3.Connection, number: int) -> StoredPage | None:
    """Read the text of a page back, by its id; None when it is gone."""
    row = connection.execute("SELECT columns FROM page WHERE id = ?", (number,)).fetchone()
    if row is None:
        return None
    first, *texts = zlib.decompress(row[0]).decode().split("\0")
    columns = dict(zip(COLUMNS, texts, strict=True))
    body_line, *places = first.split()
    return StoredPage(columns, int(body_line), tuple(_headings(places, columns["headings"].split("\n"))))


def _headings(places: list[str], titles: list[str]) -> Iterator[Heading]:
    """Put the places and the titles of the sections together again."""
    for place, title in zip(places, titles, strict=False):  # No section at all leaves one empty title.
        line, level = place.split(",")
        yield Heading(int(line), int(level), title)
