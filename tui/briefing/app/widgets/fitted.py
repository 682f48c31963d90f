"""What is drawn for the size it has, and has nothing beyond it to scroll to."""

from __future__ import annotations

from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip

from briefing.app.palette import palette_of


class Fitted:
    """For widgets that are as large as their place: with another size they are drawn once.

    Textual lays the whole screen out a second time, and draws it again, when what a widget could scroll over has
    changed its size. Nothing scrolls by that here.
    """

    virtual_size = Reactive(Size(0, 0), layout=False, repaint=False)


class Holder(Fitted):
    """For widgets that only hold others, of which they are quite covered: their own ground is drawn without ado."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the ground."""
        return [Strip.blank(crop.width, palette_of(self).base)] * crop.height  # type: ignore[arg-type]  # a widget too
