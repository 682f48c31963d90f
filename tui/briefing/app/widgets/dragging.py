"""Drawing over a pane with the mouse: from where the button went down to the pointer, beyond the edges as well."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefing.document.block import Place

if TYPE_CHECKING:
    from textual.timer import Timer

    from briefing.app.widgets.document_view import DocumentView

_SCROLL_EVERY = 0.05
"""Seconds between two scrolls while the pointer is held beyond an edge."""
_FASTER_AFTER = 2
"""Rows beyond the edge for each row more in one scroll."""


class Drag:
    """What is being drawn with the button held. While the pointer is held beyond an edge the text goes on scrolling."""

    def __init__(self, view: DocumentView, drawn: Callable[[Place, Place], object]) -> None:
        """Follow the mouse over a view; `drawn` is told from where to where."""
        self._view = view
        self._drawn = drawn
        self._origin: Place | None = None
        self._pointer = (0, 0)
        self._is_drawn = False
        self._timer: Timer | None = None

    def begin(self, x: int, y: int) -> None:
        """The button has gone down here."""
        self._origin = self._view.place_at(x, y)
        self._is_drawn = False

    def follow(self, x: int, y: int) -> None:
        """The pointer is here now."""
        if self._origin is None:
            return
        self._pointer = (x, y)
        if self._beyond() and self._timer is None:
            self._timer = self._view.set_interval(_SCROLL_EVERY, self._scroll)
        elif not self._beyond():
            self._rest()
        self._draw()

    def end(self) -> bool:
        """The button is up; True when nothing was drawn, so that it was a click."""
        self._rest()
        was_click = self._origin is not None and not self._is_drawn
        self._origin = None
        return was_click

    def _beyond(self) -> int:
        """How many rows the pointer is above the pane, as a negative number, or below it."""
        y, height = self._pointer[1], self._view.size.height
        return min(0, y) or max(0, y - height + 1)

    def _scroll(self) -> None:
        """Scroll towards the pointer, faster the farther away it is."""
        rows = self._beyond()
        faster = abs(rows) // _FASTER_AFTER
        self._view.move_steps(1 + faster if rows > 0 else -1 - faster)
        self._draw()

    def _draw(self) -> None:
        """Tell how far it is drawn."""
        x, y = self._pointer
        place = self._view.place_at(x, max(0, min(y, self._view.size.height - 1)))
        if self._origin is not None and place is not None and (self._is_drawn or place != self._origin):
            self._is_drawn = True
            self._drawn(self._origin, place)

    def _rest(self) -> None:
        """Scroll no more."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
