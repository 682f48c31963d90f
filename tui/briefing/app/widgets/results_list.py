"""The results of a search in the list pane: briefings with their sections and passages, the words marked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from briefing.app.commands.command import Context, bindings
from briefing.app.dates import short_date
from briefing.app.fact_lines import wrapped
from briefing.app.paint import Ink, fitted, ink, right
from briefing.app.palette import Look
from briefing.app.widgets.rows_pane import Line, RowsPane
from briefing.document.block import Role
from briefing.library.index import Found, Passage
from briefing.model.counting import counted
from briefing.model.text import shown_line

PASSAGES = 3
"""Passages shown of one briefing that a search has found."""
PASSAGE_ROWS = 2
"""Rows that one passage may take."""
INDENT = 3
"""Columns left of what stands under a title."""

Marks = Sequence[tuple[int, int]]
"""Start and end of each word that was sought, in characters of a text."""


class ResultsList(RowsPane):
    """What a search has found: each briefing with its passages, in one row of the cursor each."""

    BINDINGS = bindings(Context.LIST)

    def __init__(self, today: date, *, id: str) -> None:  # noqa: A002  the name Textual gives it
        """Make an empty list; ages count from `today`."""
        super().__init__(id=id)
        self.found: Sequence[Found] = ()
        self._today = today
        self._query = ""
        self._hint = ""
        self._count = ""
        self._items: list[tuple[Found, Passage | None]] = []

    def show(self, found: Sequence[Found], query: str, hint: str = "") -> None:
        """Show what was found for a query.

        When the same query is only answered better, what the reader has put the cursor on stays under it.
        """
        held = self._key(self.current) if query == self._query and self.is_moved else None
        self.found = found
        self._query = query
        self._hint = hint
        self._items = [(one, passage) for one in found for passage in (one.passages[:PASSAGES] or (None,))]
        keys = [self._key(item) for item in self._items]
        self.is_moved = held in keys
        self.cursor = keys.index(held) if held in keys else 0
        self.renew()

    def tell(self, count: str) -> None:
        """Say in the heading how many answers there are."""
        self._count = count
        self.refresh()

    @staticmethod
    def _key(item: tuple[Found, Passage | None] | None) -> tuple[str, int, str] | None:
        """What tells a result from others: its file, and the line and the words of the passage."""
        if item is None:
            return None
        found, passage = item
        return (found.entry.path, passage.line, passage.text) if passage else (found.entry.path, 0, "")

    @property
    def current(self) -> tuple[Found, Passage | None] | None:
        """The passage under the cursor, with the briefing it is from."""
        return self._items[self.cursor] if self.cursor < len(self._items) else None

    def neighbour(self, path: str | None, steps: int) -> Found | None:
        """The result so many briefings after the one with this path; None at the end, or where it is no result."""
        index = next((index for index, one in enumerate(self.found) if one.entry.path == path), None)
        target = -1 if index is None else index + steps
        return self.found[target] if 0 <= target < len(self.found) else None

    def point_at(self, path: str, *, last: bool = False) -> None:
        """Put the cursor on the first passage of a briefing, or on its last."""
        indexes = [index for index, (found, _) in enumerate(self._items) if found.entry.path == path]
        if indexes:
            self.is_moved = True
            self.cursor = indexes[-1 if last else 0]
            self.renew()

    def count(self) -> int:
        """How many passages there are."""
        return len(self._items)

    def heading(self) -> list[tuple[Ink, ...]]:
        """What is searched for, how many briefings have it, and what to do when none has."""
        count = self._count
        name = f"Search {shown_line(self._query)}"
        title = (
            ink(1, "1", Look.ACCENT),
            fitted(3, name, self.inner - 6 - len(count), Look.LIT if self.has_focus else Look.QUIET),
            right(self.inner - 1, count, Look.QUIET),
        )
        hint = [(ink(1, row, Look.QUIET),) for row in wrapped(self._hint, self.inner - 2)] if self._hint else []
        return [(), title, (), *hint, *([()] if hint and self._items else [])]

    def draw(self, index: int) -> list[Line]:
        """A passage, under the title of its briefing where it is the first of it."""
        found, passage = self._items[index]
        first = index == 0 or self._items[index - 1][0] is not found
        last = index + 1 == len(self._items) or self._items[index + 1][0] is not found
        lines = self._briefing(found) if first else []
        if passage is not None:
            before = None if first else self._items[index - 1][1]
            names_section = passage.section and passage.text != passage.section
            if names_section and not (before and before.section == passage.section):
                lines.append(Line((fitted(INDENT, passage.section, self.inner - 4, Look.QUIET),)))
            lines += [Line(inks) for inks in _marked(passage, self.inner - 4)]
        return [*lines, Line(lights=False)] if last else lines

    def _briefing(self, found: Found) -> list[Line]:
        """A briefing's title with the words marked; its date, its byline or else its file, and how many hits it has."""
        entry = found.entry
        count = counted(found.hits, "hit") if found.hits else ""
        if not found.hits and found.title_marks:
            count = "similar title"
        hits = right(self.inner - 1, count, Look.QUIET)
        who = ", ".join(entry.byline) or shown_line(entry.relative)
        about = "  ".join((entry.refusal or short_date(entry.date, self._today), who))
        title = fitted(1, entry.title, self.inner - 2)
        return [
            Line(tuple(_row_inks(1, title.text, 0, found.title_marks, Look.LIT))),
            Line((fitted(INDENT, about, hits.x - INDENT - 1, Look.QUIET), hits)),
        ]


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
    shown = rows[begin : begin + PASSAGE_ROWS]
    return [tuple(_row_inks(INDENT, row, start, passage.marks, Look.PLAIN)) for start, row in shown]


def _row_inks(x: int, row: str, start: int, marks: Marks, look: Look) -> list[Ink]:
    """One row of a text, cut at the marks; `start` is where it begins in the text that the marks are of."""
    cuts = {0, len(row)} | {min(max(edge - start, 0), len(row)) for mark in marks for edge in mark}
    inks: list[Ink] = []
    for left, after in pairwise(sorted(cuts)):
        inside = any(mark[0] <= start + left and start + after <= mark[1] for mark in marks)
        inks.append(ink(x, row[left:after], look, *((Role.HIT,) if inside else ())))
        x += inks[-1].cells
    return inks
