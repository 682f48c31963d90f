"""The text pane: one widget that draws the rows of a document."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from briefing.app.caret import column_of
from briefing.app.colouring import Colouring
from briefing.app.commands.command import Context, bindings
from briefing.app.marks import Marks
from briefing.app.paint import Ink, guarded
from briefing.app.palette import Palette, palette_of
from briefing.app.panning import Panning
from briefing.app.row_paint import Sheet, painted, with_caret
from briefing.app.scroll_marks import ScrollMarks
from briefing.app.settling import Settling
from briefing.app.viewport import Viewport
from briefing.app.widgets.dragging import Drag
from briefing.app.widgets.overlaid import Overlaid
from briefing.document.block import Place
from briefing.document.document import Document
from briefing.document.layout import PlacedRow
from briefing.document.manner import Manner, is_fold, toggled
from briefing.document.runs import Run, runs

if TYPE_CHECKING:
    from briefing.document.drawn import Drawn

MEASURE = 76
"""The widest line of prose, in columns."""
MARGIN = 3
"""Columns left of the text, the focus bar among them."""
WHEEL = 3
"""Rows for one notch of the wheel."""


class DocumentView(Overlaid, can_focus=True):
    """Shows a document through a viewport.

    It draws its own lines: there is no cache of styles, no machinery for scrolling, no animation between it and a key.
    """

    BINDINGS = [*bindings(Context.SELECTING), *bindings(Context.TEXT)]  # noqa: RUF012  Textual reads the list
    ALLOW_SELECT = False
    DEFAULT_CSS = "DocumentView { width: 1fr; height: 1fr; }"

    class Moved(Message):
        """Other rows of the document are on the screen."""

    class Settled(Message):
        """The whole document is parsed and its rows are exact."""

    class Pressed(Message):
        """A place was clicked."""

        def __init__(self, place: Place, target: str | None) -> None:
            """Tell which, with what leads on from it if anything does."""
            super().__init__()
            self.place = place
            self.target = target

    class Dragged(Message):
        """The mouse drew from one place to another, which may stand before it."""

        def __init__(self, origin: Place, to: Place) -> None:
            """Tell which."""
            super().__init__()
            self.origin = origin
            self.to = to

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  the name Textual gives it
        """Start with nothing to show."""
        super().__init__(id=id)
        self.viewport = Viewport()
        self._panning = Panning()
        self._marks = Marks()
        self._told: Size | None = None
        self._settling = Settling(self, self.viewport, lambda: self.post_message(self.Settled()))
        self.scroll_marks = ScrollMarks()
        self._colouring = Colouring(self)
        self._drag = Drag(self, lambda origin, to: self.post_message(self.Dragged(origin, to)))

    def show(self, document: Document | None, at: Place | None = None) -> None:
        """Show another document, from its beginning or at a place."""
        self._marks = Marks()
        self._panning.forget_all_but(())
        self.scroll_marks.hits = ()
        self._colouring.forget()
        self.viewport.show(document, at)
        self.moved()

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
        """Draw again and tell, when the viewport moved; what was laid over the text goes in any case."""
        if self.uncover() or yes:
            self.refresh()
            self._tell()

    def _tell(self) -> None:
        """Go on with what follows from the rows on the screen, and tell that they are others."""
        self._settling.renew()
        self._panning.forget_all_but(self.viewport.blocks)
        self._colouring.soon()
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
        """Move the wide table or code that is being read sideways."""
        if self._panning.pan(self.viewport.rows, columns):
            self.moved()

    def go_to(self, place: Place) -> None:
        """Bring a place into sight: scroll unless it is on the screen, pan if it is beyond an edge."""
        self.moved(self.viewport.to_place(place))
        self._pan_to(place)

    def reveal(self, place: Place) -> None:
        """Scroll and pan as little as brings a place into sight."""
        self.moved(self.viewport.reveal(place))
        self._pan_to(place)

    def _pan_to(self, place: Place) -> None:
        """Pan as little as brings a place of the screen into sight."""
        row = self.viewport.row_of(place)
        column = column_of(row, place.char) if row else None
        if row is not None and column is not None:
            self._panning.reveal(row.block, column)
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
        self.viewport.resize(self.measure, self.size.height)
        self._panning.fit(self.measure, self.size.width - self.indent - 1, self.viewport.manner)
        self._settling.renew()

    def change(self, manner: Manner) -> None:
        """Set the text in another manner."""
        if self.viewport.change(manner):
            self.moved()

    def toggle_fold(self, fold: int) -> None:
        """Open the fold whose title is at this offset, or close it."""
        self.change(toggled(self.viewport.manner, fold))

    def on_resize(self) -> None:
        """Tell that other rows are on the screen now; a pane that is shown again as it was has the same ones."""
        self._fit()
        if self.size != self._told:
            self._told = self.size
            self.uncover()
            self._tell()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the rows that were asked for, through the program's line filters.

        The pane is drawn before it is told of its size, so it is here that it is laid out for it.
        """
        self._fit()
        shown = self.viewport.rows
        rows = [*shown, *[None] * (self.size.height - len(shown))]
        edge = self.scroll_marks.column(self.viewport, self._marks.passages, self._marks.changes)
        strips = self.strips_of(rows[crop.y : crop.bottom], edge[crop.y : crop.bottom])
        strips = guarded((self.covered(y, one) for y, one in enumerate(strips, crop.y)), self)
        return strips if crop.width == self.size.width else [one.crop(crop.x, crop.right) for one in strips]

    def strips_of(self, rows: Sequence[PlacedRow | None], signs: Sequence[Ink | None] = ()) -> list[Strip]:
        """Draw rows as they stand in the pane, with the bar of the focus before them, and signs at the edge."""
        palette = palette_of(self)
        sheet = Sheet(palette, self.size.width, self.indent, has_bar=self.has_focus or bool(self.patches))
        return [
            sheet.row(self._painted(row, palette), sign, self._marks.beside(row), is_lit=self._marks.lights(row))
            if row
            else sheet.row(None, sign)
            for row, sign in zip_longest(rows, signs[: len(rows)])
        ]

    def _painted(self, row: PlacedRow, palette: Palette) -> Strip:
        """Paint a row of the text."""
        under = (row.row.role,) if row.row.role else ()
        return painted(self._drawn(row), self._panning.placing(row.block), palette, under)

    def _drawn(self, row: PlacedRow) -> list[Drawn]:
        """What stands in a row, the caret too."""
        caret = self._marks.caret
        if caret is None or caret.block != row.block.offset or self.viewport.row_of(caret) is not row:
            return [*self._runs(row)]
        return with_caret(self._runs(row), row, caret.char)

    def _runs(self, row: PlacedRow) -> list[Run]:
        """A row cut where its look changes."""
        return runs(row.block, row.row, [*self._colouring.of(row), *self._marks.of(row.block)])

    def column(self, row: PlacedRow, x: int) -> int | None:
        """Where a column of a row is on the screen; None where it is panned out of sight."""
        seen = self._panning.placing(row.block).seen(x)
        return None if seen is None else self.indent + seen

    def _target_at(self, x: int, y: int) -> str | None:
        """Where the link at these coordinates leads."""
        rows = self.viewport.rows
        if y >= len(rows):
            return None
        column = self._panning.placing(rows[y].block).at(x - self.indent)
        return next((one.target for one in self._runs(rows[y]) if one.x <= column < one.x + one.cells), None)

    def place_at(self, x: int, y: int) -> Place | None:
        """The place nearest to these coordinates."""
        rows = self.viewport.rows
        column = x - self.indent
        if 0 <= y < len(rows):
            column = self._panning.placing(rows[y].block).at(column)
        return self.viewport.place_at(y, column)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down by one notch of the wheel."""
        event.stop()
        self.moved(self.viewport.scroll(WHEEL))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up by one notch of the wheel."""
        event.stop()
        self.moved(self.viewport.scroll(-WHEEL))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to draw a selection, unless something is laid over the text."""
        if self.touch(event.x, event.y):
            return
        if event.button == 1 and event.x == self.size.width - 1 and self.size.height > 1:
            self.moved(self.viewport.to_share(event.y / (self.size.height - 1)))
        elif event.button == 1:
            self._drag.begin(event.x, event.y)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Draw the selection out to the pointer."""
        self._drag.follow(event.x, event.y)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End the selection; without one it was a click."""
        self.release_mouse()
        place = self.place_at(event.x, event.y)
        if not self._drag.end() or place is None or self.viewport.document is None:
            return
        target = self._target_at(event.x, event.y)
        if target is None and is_fold(self.viewport.document.nearest(place.block)):
            self.toggle_fold(place.block)
        else:
            self.post_message(self.Pressed(place, target))
