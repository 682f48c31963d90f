"""The list pane: the briefings of the library, or what a search has found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from briefing.app.commands.command import Context, bindings
from briefing.app.dates import short_date
from briefing.app.fact_lines import wrapped
from briefing.app.paint import Ink, fitted, ink, right
from briefing.app.palette import Look
from briefing.app.widgets.rows_pane import Line, RowsPane
from briefing.document.block import Role
from briefing.library.entry import Entry
from briefing.library.history import Reading
from briefing.library.index import Found, Passage
from briefing.model.text import shown_line

_SIGNS = {Reading.UNREAD: ("●", Look.NEW), Reading.CHANGED: ("◐", Look.CHANGED)}
PASSAGES = 3
"""Passages shown of one briefing that a search has found."""
PASSAGE_ROWS = 2
"""Rows that one passage may take."""


class LibraryList(RowsPane):
    """The briefings of the library, two rows each; previewing one changes nothing."""

    BINDINGS = bindings(Context.LIST)
    item_height = 3

    def __init__(
        self,
        state_of: Callable[[Entry], Reading],
        is_starred: Callable[[Entry], bool],
        today: date,
        *,
        id: str,  # noqa: A002  the name Textual gives it
    ) -> None:
        """Make an empty list; the two functions say whether a briefing is new, changed or read, and has a star."""
        super().__init__(id=id)
        self._state_of = state_of
        self._is_starred = is_starred
        self._today = today
        self._caption = ("Library", "")
        self._hint = ""
        self.entries: Sequence[Entry] = ()

    def show(self, entries: Sequence[Entry], caption: tuple[str, str], hint: str = "") -> None:
        """Show these briefings; the one under the cursor stays under it, once the reader has put it there."""
        held = self.entries[self.cursor].path if self.is_moved and self.cursor < len(self.entries) else None
        self.entries = entries
        self._caption = caption
        self._hint = hint
        self.cursor = next((index for index, one in enumerate(entries) if one.path == held), 0) if held else 0
        self.renew()

    @property
    def current(self) -> Entry | None:
        """The briefing under the cursor."""
        return self.entries[self.cursor] if self.cursor < len(self.entries) else None

    def point_at(self, path: str) -> None:
        """Put the cursor on this briefing, when it is in the list."""
        index = next((index for index, one in enumerate(self.entries) if one.path == path), None)
        if index is not None:
            self.cursor = index
            self.renew()

    def count(self) -> int:
        """How many briefings there are."""
        return len(self.entries)

    def heading(self) -> list[tuple[Ink, ...]]:
        """The pane's name with its number and order, and what to do when it is empty."""
        name, order = self._caption
        title = (
            ink(1, "1", Look.ACCENT),
            ink(3, name, Look.LIT if self.has_focus else Look.QUIET),
            right(self.inner - 1, order, Look.QUIET),
        )
        hint = [(ink(1, row, Look.QUIET),) for row in wrapped(self._hint, self.inner - 2)] if self._hint else []
        return [(), title, (), *hint]

    def draw(self, index: int) -> list[Line]:
        """A briefing: title, then date, byline or else the file, and the number of figures."""
        entry = self.entries[index]
        sign, look = _SIGNS.get(self._state_of(entry), (" ", Look.QUIET))
        title_look = Look.LIT if sign == "●" else Look.PLAIN if sign == "◐" or self.has_focus else Look.QUIET
        figures = right(self.inner - 1, str(entry.figures or ""), Look.QUIET)
        star = [right(self.inner - 1, "★", Look.CHANGED)] if self._is_starred(entry) else []
        when = short_date(entry.date, self._today)
        who = ", ".join(entry.byline) or shown_line(entry.relative)
        about = "  ".join((entry.refusal or when, who))
        return [
            Line((ink(1, sign, look), fitted(3, entry.title, self.inner - 4 - 2 * len(star), title_look), *star)),
            Line((fitted(3, about, figures.x - 4, Look.QUIET), figures)),
            Line(lights=False),
        ]


class ResultsList(RowsPane):
    """What a search has found: each briefing with its passages."""

    BINDINGS = bindings(Context.LIST)

    def __init__(self, *, id: str) -> None:  # noqa: A002  the name Textual gives it
        """Make an empty list."""
        super().__init__(id=id)
        self.found: Sequence[Found] = ()
        self._query = ""
        self._items: list[tuple[Found, Passage | None]] = []

    def show(self, found: Sequence[Found], query: str, hint: str = "") -> None:
        """Show what was found for a query; when it is only answered better, what is under the cursor stays there."""
        held = self._key(self.current) if query == self._query else None
        self.found = found
        self._query = query
        self._hint = hint
        self._items = [(one, passage) for one in found for passage in (one.passages[:PASSAGES] or (None,))]
        keys = [self._key(item) for item in self._items]
        self.cursor = keys.index(held) if held in keys else 0
        self.renew()

    @staticmethod
    def _key(item: tuple[Found, Passage | None] | None) -> tuple[str, int] | None:
        """What tells a result from others: its file, and the line of the passage."""
        return (item[0].entry.path, item[1].line if item[1] else 0) if item else None

    @property
    def current(self) -> tuple[Found, Passage | None] | None:
        """The passage under the cursor, with the briefing it is from."""
        return self._items[self.cursor] if self.cursor < len(self._items) else None

    def count(self) -> int:
        """How many passages there are."""
        return len(self._items)

    def heading(self) -> list[tuple[Ink, ...]]:
        """What is searched for, how many briefings have it, and what to do when none has."""
        count = f"{len(self.found)} found" if self.found else ""
        title = (
            ink(1, "1", Look.ACCENT),
            fitted(3, f"Search {self._query}", self.inner - 6 - len(count), Look.LIT if self.has_focus else Look.QUIET),
            right(self.inner - 1, count, Look.QUIET),
        )
        hint = [(ink(1, row, Look.QUIET),) for row in wrapped(self._hint, self.inner - 2)] if self._hint else []
        return [(), title, (), *hint]

    def draw(self, index: int) -> list[Line]:
        """A passage, under the title of its briefing where it is the first of it."""
        found, passage = self._items[index]
        first = index == 0 or self._items[index - 1][0] is not found
        last = index + 1 == len(self._items) or self._items[index + 1][0] is not found
        lines = [Line((fitted(1, found.entry.title, self.inner - 2, Look.LIT),))] if first else []
        if passage is not None:
            before = None if first else self._items[index - 1][1]
            if (
                passage.section
                and passage.text != passage.section
                and not (before and before.section == passage.section)
            ):
                lines.append(Line((fitted(3, passage.section, self.inner - 4, Look.QUIET),)))
            lines += [Line(inks) for inks in _marked(passage, self.inner - 4)]
        return [*lines, Line(lights=False)] if last else lines


def _marked(passage: Passage, width: int) -> list[tuple[Ink, ...]]:
    """A passage in a few rows, the words that were sought painted."""
    rows: list[tuple[int, str]] = []
    end = 0
    for row in wrapped(passage.text, width):
        start = passage.text.find(row, end)
        rows.append((start, row))
        end = start + len(row)
    first = passage.marks[0][0] if passage.marks else 0
    marked = next((index for index, (start, row) in enumerate(rows) if start <= first < start + len(row)), 0)
    begin = max(0, marked - PASSAGE_ROWS + 1)
    return [tuple(_row_inks(row, start, passage.marks)) for start, row in rows[begin : begin + PASSAGE_ROWS]]


def _row_inks(row: str, start: int, marks: Sequence[tuple[int, int]]) -> list[Ink]:
    """One row of a passage, cut at the marks."""
    cuts = {0, len(row)} | {min(max(edge - start, 0), len(row)) for mark in marks for edge in mark}
    edges = sorted(cuts)
    inks: list[Ink] = []
    x = 3
    for left, after in pairwise(edges):
        inside = any(mark[0] <= start + left and start + after <= mark[1] for mark in marks)
        inks.append(ink(x, row[left:after], Look.PLAIN, *((Role.HIT,) if inside else ())))
        x += inks[-1].cells
    return inks
