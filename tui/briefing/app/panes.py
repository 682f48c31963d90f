"""Which panes there is room for."""

from __future__ import annotations

from enum import StrEnum

from briefing.model.record import record

WIDE = 132
"""Columns from which all three panes are shown."""
MIDDLE = 100
"""Columns from which two panes are shown."""
SMALLEST = (40, 12)
"""Columns and rows below which nothing useful can be shown."""


class Pane(StrEnum):
    """The three panes, by the names of their widgets."""

    LIST = "list"
    TEXT = "text"
    FACTS = "facts"


@record
class Arrangement:
    """The panes that are shown, from the left, and the width of each side pane."""

    shown: tuple[Pane, ...]
    list_width: int = 30
    facts_width: int = 34


def is_too_small(size: tuple[int, int]) -> bool:
    """Whether a window has too few columns or rows."""
    return size[0] < SMALLEST[0] or size[1] < SMALLEST[1]


def arrange(
    width: int, focused: Pane, *, side: Pane, library: bool, alone: bool = False, searching: bool = False
) -> Arrangement:
    """Choose the panes for a window of this width.

    Args:
        width: columns of the window.
        focused: the pane with the focus; it is always shown.
        side: the side pane that was used last, shown beside the text where there is room for one.
        library: whether there is a library to list.
        alone: whether the reader wants the text alone.
        searching: whether the list shows what a search has found, which needs more room.
    """
    if alone or width < MIDDLE:
        return Arrangement((focused,))
    side = focused if focused is not Pane.TEXT else side
    if not library:
        return Arrangement((Pane.TEXT, Pane.FACTS))
    if width < WIDE:
        shown = (Pane.LIST, Pane.TEXT) if side is Pane.LIST else (Pane.TEXT, Pane.FACTS)
        return Arrangement(shown, 38 if searching else 32, 34)
    return Arrangement((Pane.LIST, Pane.TEXT, Pane.FACTS), 44 if searching else 32, 34 if width < 150 else 36)
