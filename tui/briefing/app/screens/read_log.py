"""The read log over the screen: what was read when, and Enter to open it again."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from briefing.app.bars import Hint, footer
from briefing.app.screens.overlay import Overlay
from briefing.app.widgets.bar import Bar
from briefing.app.widgets.log_pane import LogPane
from briefing.app.widgets.rows_pane import RowsPane
from briefing.model.text import shown_line

if TYPE_CHECKING:
    from briefing.app.screens.reader import ReaderScreen

_HINTS = (Hint("Esc", "back", stays=True), Hint("Enter", "read"), Hint("j k", "line"), Hint("g G", "ends"))


class ReadLogScreen(Overlay):
    """Shows the log; the keys that move do so, Enter opens, those that lead out lead back."""

    DEFAULT_CSS = """
    ReadLogScreen { background: $background; color: $foreground; }
    ReadLogScreen LogPane { height: 1fr; }
    """

    def __init__(self, reader: ReaderScreen) -> None:
        """Make the page over the screen of a reader."""
        super().__init__()
        self._reader = reader
        self.pane = LogPane(reader.opening.memory.log(), cache(self._title), id="log")

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        with Vertical(id="page"):
            yield self.pane
            yield Bar(lambda width: footer(_HINTS, (), width), id="page-foot")

    def on_mount(self) -> None:
        """Take the keys."""
        self.set_focus(self.pane)

    def _title(self, path: str) -> str:
        """The title of a briefing of this library; of another file its name and folder, which is all that is known."""
        entries = self._reader.library.shelf.entries if self._reader.browsing else None
        place = entries.place(path) if entries is not None else None
        if entries is not None and place is not None:
            return entries[place].title
        folder, name = os.path.split(path)
        return shown_line(f"{name}, in {folder}")

    async def action_command(self, name: str) -> None:
        """Open, move or leave."""
        if name == "open":
            self.pane.choose()
        else:
            await super().action_command(name)

    @on(RowsPane.Chosen)
    def _chosen(self) -> None:
        """Open what was chosen, and leave."""
        row = self.pane.current
        self.dismiss()
        if row is not None and self._reader.opening.open(row.path):
            self._reader.links.going.arrived()
