"""What is under the cursor of the list: shown while the cursor rests there, opened when it is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.panes import Pane
from briefing.app.seeking import hit_of, seek_query
from briefing.document.block import Place
from briefing.model.record import record

if TYPE_CHECKING:
    from textual.timer import Timer

    from briefing.app.screens.reader import ReaderScreen
    from briefing.library.passage import Passage

PREVIEW_AFTER = 0.06
"""Seconds that the cursor of the list must rest before what is under it is shown."""


@record
class Chosen:
    """What is to be shown or opened."""

    path: str
    words: str = ""
    """The query whose hits are to be painted; empty for a briefing that is opened where it was left."""
    passage: Passage | None = None
    """The passage to go to."""


class Previewing:
    """Shows in the text what the list is at."""

    def __init__(self, reader: ReaderScreen) -> None:
        """Begin without having shown anything."""
        self._reader = reader
        self._timer: Timer | None = None

    def open(self, *, from_end: bool = False) -> None:
        """Open what is under the cursor of the list; of the hits of a search the last is lit `from_end`."""
        reader = self._reader
        chosen = reader.browsing.chosen() if reader.browsing else None
        if chosen and reader.opening.open(chosen.path):
            self._go_to(chosen, from_end=from_end)
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
            self._go_to(chosen)

    def _go_to(self, chosen: Chosen, *, from_end: bool = False) -> None:
        """Paint the hits of a search, and go to the one that was chosen, else to the first of them or the last."""
        reading, passage = self._reader.desk.reading, chosen.passage
        if reading is None or not chosen.words:
            return
        seek = seek_query(chosen.words)
        hit = hit_of(passage, reading.document, seek) if passage and not from_end else None
        if passage and passage.line and not hit and not from_end:
            self._reader.desk.to_line(passage.line)
        origin = Place(hit.block, hit.start) if hit else None
        self._reader.find(chosen.words, seek, origin, from_end=from_end)
