"""The text pane: one widget that draws the rows of a document."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from briefing.app.commands.command import Context, bindings
from briefing.app.marks import Marks
from briefing.app.paint import Ink, guarded, ink, strip
from briefing.app.palette import Look, palette_of
from briefing.app.viewport import Viewport
from briefing.document.block import Place
from briefing.document.document import Document
from briefing.document.layout import PlacedRow
from briefing.document.runs import Run, runs

MEASURE = 76
"""The widest line of prose, in columns."""
MARGIN = 3
"""Columns left of the text, the focus bar among them."""
SLICE = 0.003
"""Seconds of parsing or layout between two looks at the keyboard."""
PAUSE = 0.001
"""Seconds for everything else between two slices."""
WHEEL = 3
"""Rows for one notch of the wheel."""


class DocumentView(Widget, can_focus=True):
    """Shows a document through a viewport.

    It draws its own lines: there is no cache of styles, no machinery for scrolling, no animation between it and a key.
    """

    BINDINGS = bindings(Context.TEXT)
    ALLOW_SELECT = False
    DEFAULT_CSS = "DocumentView { width: 1fr; height: 1fr; }"

    @dataclass
    class Moved(Message):
        """Other rows of the document are on the screen."""

    @dataclass
    class Settled(Message):
        """The whole document is parsed and its rows are exact."""

    @dataclass
    class Pressed(Message):
        """A place was clicked, with what leads on from it if anything does."""

        place: Place
        target: str | None

    @dataclass
    class Dragged(Message):
        """The mouse drew from one place to another, in reading order."""

        start: Place
        end: Place

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  the name Textual gives it
        """Start with nothing to show."""
        super().__init__(id=id)
        self.viewport = Viewport()
        self._pan = 0
        self._marks = Marks()
        self._drag_from: Place | None = None

    def show(self, document: Document | None, at: Place | None = None) -> None:
        """Show another document, from its beginning or at a place."""
        self._marks = Marks()
        self._pan = 0
        self.viewport.show(document, at)
        self.moved()
        self._settle_rest()

    @property
    def marks(self) -> Marks:
        """What is painted over the text."""
        return self._marks

    @marks.setter
    def marks(self, marks: Marks) -> None:
        """Paint these marks over the text."""
        if marks != self._marks:
            self._marks = marks
            self.refresh()

    def moved(self, yes: bool = True) -> None:
        """Draw again and tell, when the viewport moved."""
        if yes:
            self.refresh()
            self.post_message(self.Moved())

    def move_steps(self, steps: int) -> None:
        """Scroll by so many rows."""
        self.moved(self.viewport.scroll(steps))

    def move_pages(self, pages: float) -> None:
        """Scroll by so many pages; of a whole one a row stays in sight."""
        rows = max(1, round(self.size.height * abs(pages)) - (abs(pages) == 1))
        self.moved(self.viewport.scroll(rows if pages > 0 else -rows))

    def move_to_start(self) -> None:
        """Go to the beginning."""
        self.moved(self.viewport.to_start())

    def move_to_end(self) -> None:
        """Go to the end."""
        self.moved(self.viewport.to_end())

    def pan(self, columns: int) -> None:
        """Move what is wider than the pane sideways."""
        widest = max((_extent(row) for row in self.viewport.rows), default=0)
        self._pan = max(0, min(self._pan + columns, widest - (self.size.width - self.indent)))
        self.refresh()

    @property
    def measure(self) -> int:
        """The width that prose is set in."""
        return max(1, min(MEASURE, self.size.width - MARGIN - 2))

    @property
    def indent(self) -> int:
        """The column that the text begins in."""
        return max(MARGIN, (self.size.width - self.measure) // 2)

    def _fit(self) -> None:
        """Lay out anew when the width has changed."""
        if self.viewport.resize(self.measure, self.size.height):
            self._settle_rest()

    def on_resize(self) -> None:
        """Tell that other rows are on the screen now."""
        self._fit()
        self.moved()

    def _settle_rest(self) -> None:
        """Parse and lay out the rest while nothing else is to be done."""
        self.run_worker(self._settle(), exclusive=True, group="settle")

    async def _settle(self) -> None:
        """Parse and lay out the rest in slices."""
        document = self.viewport.document
        if document is None or self.viewport.layout is None:
            return
        while not document.parse(SLICE):
            await asyncio.sleep(PAUSE)
        while not self.viewport.refine(SLICE):
            await asyncio.sleep(PAUSE)
        self.post_message(self.Settled())

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the rows that were asked for, through the program's line filters.

        The pane is drawn before it is told of its size, so it is here that it is laid out for it.
        """
        self._fit()
        rows = self.viewport.rows
        strips = [self._strip(rows[y] if y < len(rows) else None) for y in range(crop.y, crop.bottom)]
        return [one.crop(crop.x, crop.right) for one in guarded(strips, self)]

    def _strip(self, row: PlacedRow | None) -> Strip:
        """Draw one row, with the bar of the focus before it."""
        palette, width = palette_of(self), self.size.width
        bar = [ink(0, "▌", Look.ACCENT)] if self.has_focus else []
        if row is None:
            return strip(bar, width, palette)
        shift = self._shift(row)
        text = [Ink(one.x + 1, one.text, one.cells, one.roles) for one in self._runs(row)]
        roles = (row.row.role,) if row.row.role else ()
        extent = max(self.measure, _extent(row)) + 2
        body = strip(text, extent, palette, roles).crop(shift, shift + width - self.indent)
        return Strip.join([strip(bar, self.indent - 1, palette), body, Strip.blank(width, palette.base)]).crop(0, width)

    def _runs(self, row: PlacedRow) -> list[Run]:
        """A row cut where its look changes."""
        return runs(row.block, row.row, self._marks.of(row.block))

    def _shift(self, row: PlacedRow) -> int:
        """How far this row is panned: rows that fit stay where they are."""
        return self._pan if _extent(row) > self.size.width - self.indent else 0

    def _target_at(self, x: int, y: int) -> str | None:
        """Where the link at these coordinates leads."""
        rows = self.viewport.rows
        if y >= len(rows):
            return None
        column = x - self.indent + self._shift(rows[y])
        return next((one.target for one in self._runs(rows[y]) if one.x <= column < one.x + one.cells), None)

    def _place_at(self, x: int, y: int) -> Place | None:
        """The place nearest to these coordinates."""
        rows = self.viewport.rows
        shift = self._shift(rows[y]) if 0 <= y < len(rows) else 0
        return self.viewport.place_at(y, x - self.indent + shift)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down by one notch of the wheel."""
        event.stop()
        self.moved(self.viewport.scroll(WHEEL))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up by one notch of the wheel."""
        event.stop()
        self.moved(self.viewport.scroll(-WHEEL))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to draw a selection."""
        self._drag_from = self._place_at(event.x, event.y)
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Draw the selection out to the pointer; beyond an edge the text scrolls."""
        if self._drag_from is None:
            return
        if not 0 <= event.y < self.size.height:
            self.moved(self.viewport.scroll(1 if event.y > 0 else -1))
        place = self._place_at(event.x, max(0, min(event.y, self.size.height - 1)))
        if place is not None and place != self._drag_from:
            self.post_message(self.Dragged(*sorted((self._drag_from, place))))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End the selection; without one it was a click."""
        self.release_mouse()
        place = self._place_at(event.x, event.y)
        if place is not None and place == self._drag_from:
            self.post_message(self.Pressed(place, self._target_at(event.x, event.y)))
        self._drag_from = None


def _extent(row: PlacedRow) -> int:
    """The columns that a row takes, counting characters as one."""
    return max((piece.x + piece.end - piece.start for piece in row.row.pieces), default=0)
