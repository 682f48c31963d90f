"""A few rows below a pane: what is told of the item under its cursor."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from briefing.app.paint import guarded, strip
from briefing.app.palette import palette_of
from briefing.app.widgets.rows_pane import Line


class Rows(Widget):
    """Draws the first of the rows that another part of the program chooses for the width there is."""

    ALLOW_SELECT = False

    def __init__(self, lines: Callable[[int], Sequence[Line]], height: int, *, id: str) -> None:  # noqa: A002  the name Textual gives it
        """Make so many rows that ask this function for their words."""
        super().__init__(id=id)
        self._lines = lines
        self.styles.height = height

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the rows, through the program's line filters."""
        width, height, palette = self.size.width, self.size.height, palette_of(self)
        drawn = [strip(line.inks, width, palette) for line in list(self._lines(width))[:height]]
        drawn += [strip((), width, palette)] * (height - len(drawn))
        return [one.crop(crop.x, crop.right) for one in guarded(drawn[crop.y : crop.bottom], self)]
