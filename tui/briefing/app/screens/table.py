"""A table on the full screen: its head stays in sight, and it pans both ways."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from briefing.app.bars import Hint, footer
from briefing.app.marks import Marks
from briefing.app.paint import guarded
from briefing.app.screens.page import PageScreen
from briefing.app.widgets.bar import Bar
from briefing.app.widgets.document_view import MARGIN, DocumentView
from briefing.document.block import Place
from briefing.document.layout import PlacedRow, lay_out
from briefing.document.table_document import TableDocument

_HINTS = (
    Hint("Esc", "back"),
    Hint("h l", "pan"),
    Hint("j k", "row"),
    Hint("Space b", "page"),
    Hint("g G", "ends"),
)


class TableView(DocumentView):
    """The rows of a table, which take all the width there is."""

    @property
    def measure(self) -> int:
        """The columns of the pane but its margins."""
        return max(1, self.size.width - MARGIN - 2)

    @property
    def indent(self) -> int:
        """The column that the table begins in."""
        return MARGIN


class TableHead(Widget):
    """The head of a table, panned as its rows are."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "TableHead { height: auto; }"

    def __init__(self, table: TableDocument, view: TableView) -> None:
        """Make the head of a table that a view shows."""
        super().__init__()
        self._block = table.head
        self._view = view

    def get_content_height(self, *_: object) -> int:
        """The rows of the head, and a blank one above them."""
        return len(self._rows) + 1

    @property
    def _rows(self) -> list[PlacedRow]:
        """The rows of the head, the line under it the last."""
        laid_out = lay_out(self._block, max(1, self.app.size.width - MARGIN - 2))
        return [PlacedRow(self._block, index, row) for index, row in enumerate(laid_out)]

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the rows, through the program's line filters."""
        strips = self._view.strips_of((None, *self._rows))
        return [one.crop(crop.x, crop.right) for one in guarded(strips[crop.y : crop.bottom], self)]


class TableScreen(PageScreen):
    """Shows one table with the keys of the text."""

    LEAVE = PageScreen.LEAVE | {"open-table"}

    def __init__(self, table: TableDocument, at: Place, marks: Marks) -> None:
        """Show a table from a place on, with what is painted over it in the text."""
        super().__init__(table)
        self.pane = TableView(id="page-text")
        self._head = TableHead(table, self.pane)
        self._at = at
        self._marks = marks

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        with Vertical(id="page"):
            yield self._head
            yield self.pane
            yield Bar(lambda width: footer(_HINTS, (), width), id="page-foot")

    def on_mount(self) -> None:
        """Show the rows and take the keys."""
        super().on_mount()
        self.pane.marks = self._marks
        self.call_after_refresh(lambda: self.pane.moved(self.pane.viewport.return_to(self._at)))

    @on(DocumentView.Moved)
    def _draw_head(self) -> None:
        """Pan the head with the rows."""
        self._head.refresh()
