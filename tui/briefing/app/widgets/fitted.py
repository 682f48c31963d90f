"""What is drawn for the size it has, and has nothing beyond it to scroll to."""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import Reactive


class Fitted:
    """For widgets that are as large as their place: with another size they are drawn once.

    Textual lays the whole screen out a second time, and draws it again, when what a widget could scroll over has
    changed its size. Nothing scrolls by that here.
    """

    virtual_size = Reactive(Size(0, 0), layout=False, repaint=False)
