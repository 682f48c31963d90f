"""A bar of one row: the header and the footer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from briefing.app.paint import Ink, guarded, strip
from briefing.app.palette import palette_of
from briefing.app.widgets.fitted import Fitted


class Bar(Fitted, Widget):
    """Draws one row whose words another part of the program chooses for the width there is."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Bar { height: 1; }"

    def __init__(self, inks: Callable[[int], Sequence[Ink]], *, id: str) -> None:  # noqa: A002  the name Textual gives it
        """Make a bar that asks this function for its words."""
        super().__init__(id=id)
        self._inks = inks
        self._said: Sequence[Ink] = ()

    def renew(self) -> None:
        """Draw the row again, if it says something else now.

        That is held against what was last asked to be drawn: a row is also rendered to see what is under the mouse.
        """
        words = self._inks(self.size.width)
        if words != self._said:
            self._said = words
            self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the row, through the program's line filters."""
        row = strip(self._inks(self.size.width), self.size.width, palette_of(self))
        return [one.crop(crop.x, crop.right) for one in guarded([row], self)][crop.y : crop.bottom]
