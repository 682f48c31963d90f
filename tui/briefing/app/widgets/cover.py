"""What is shown in a window that is too small for anything else."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

from briefing.app.panes import SMALLEST, is_too_small

_SENTENCE = f"This window is too small: briefing needs {SMALLEST[0]} columns and {SMALLEST[1]} rows. Q leaves."


class Cover(Static):
    """Lies over the whole screen; the panes below keep the keys, and their places."""

    DEFAULT_CSS = """
    Cover {
        layer: cover; width: 100%; height: 100%; padding: 1 1; background: $background; color: $foreground;
    }
    """


def cover(screen: Screen[None], size: Size) -> None:
    """Cover the screen when it is too small, and take the cover off when it is not."""
    covers = screen.query(Cover)
    too_small = is_too_small(size)
    if too_small and not covers:
        screen.mount(Cover(Content(_SENTENCE)))
    elif covers and not too_small:
        covers.remove()
