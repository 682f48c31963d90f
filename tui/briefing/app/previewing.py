"""What is under the cursor of the list: shown while the cursor rests there, opened when it is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.panes import Pane
from briefing.app.seeking import seek_query

if TYPE_CHECKING:
    from textual.timer import Timer

    from briefing.app.screens.reader import ReaderScreen

PREVIEW_AFTER = 0.06
"""Seconds that the cursor of the list must rest before what is under it is shown."""


class Previewing:
    """Shows in the text what the list is at."""

    def __init__(self, reader: ReaderScreen) -> None:
        """Begin without having shown anything."""
        self._reader = reader
        self._timer: Timer | None = None

    def open(self) -> None:
        """Open what is under the cursor of the list."""
        reader = self._reader
        chosen = reader.browsing.chosen() if reader.browsing else None
        if chosen and reader.opening.open(chosen.path):
            self._go_to(chosen.line, chosen.words)
            reader.panes.focus_pane(Pane.TEXT)

    def soon(self) -> None:
        """Show what is under the cursor of the list once it rests there, where there is room for the text."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._reader.set_timer(PREVIEW_AFTER, self.now)

    def now(self) -> None:
        """Show what is still to be shown, for a key that turns to it."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
            self._show()

    def _show(self) -> None:
        """Show what is under the cursor of the list, and change nothing else."""
        reader = self._reader
        chosen = reader.browsing.chosen() if reader.browsing else None
        if chosen and Pane.TEXT in reader.panes.shown and reader.opening.show(chosen.path):
            self._go_to(chosen.line, chosen.words)

    def _go_to(self, line: int, words: str) -> None:
        """Go to a line of the file and paint the hits of a search."""
        if line:
            self._reader.desk.to_line(line)
        if words:
            self._reader.find(words, seek_query(words), self._reader.text.viewport.place)
