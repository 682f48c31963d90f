"""What is laid over the text for a moment: letters to choose by, a panel that shows something in place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from textual.strip import Strip

from briefing.app.paint import Ink, ink, strip
from briefing.app.palette import Look, Palette
from briefing.app.widgets.rows_pane import Line
from briefing.model.record import record


@record
class Patch:
    """A stretch of one row that covers what stands there."""

    y: int
    x: int
    width: int
    inks: tuple[Ink, ...]
    """Their columns count from the beginning of the patch."""
    look: Look | None = None
    """What lies under all of it."""


def covers(patches: Iterable[Patch], y: int, x: int) -> bool:
    """Whether something is laid over a cell."""
    return any(one.y == y and one.x <= x < one.x + one.width for one in patches)


def patched(under: Strip, patches: Iterable[Patch], palette: Palette) -> Strip:
    """Lay patches over a row of the screen."""
    for one in patches:
        row = (one.look,) if one.look else ()
        over = strip(one.inks, one.width, palette, row)
        under = Strip.join([under.crop(0, one.x), over, under.crop(one.x + one.width, under.cell_length)])
    return under


@record
class Room:
    """Where a panel may stand."""

    x: int
    width: int
    height: int
    """Rows of the pane."""
    near: int
    """The row of what the panel is about, which stays to be seen."""


def panel(lines: Sequence[Line], room: Room, palette: Palette) -> tuple[Patch, ...]:
    """Lay lines into a panel under what it is about, or above it where there is more room; too many are cut off.

    Its background sets it apart; where there are no colours, a line above and below it does.
    """
    below, above = room.height - room.near - 1, room.near
    most = max(below, above)
    shown = [*_cut(lines, most - 2)]
    height = len(shown) + 2
    top = room.near + 1 if height <= below or below >= above else room.near - height
    edge = Line((ink(-1, "─" * room.width, Look.QUIET),)) if palette.colours.raised is None else Line()
    rows = [edge, *shown, edge]
    return tuple(
        Patch(top + index, room.x, room.width, tuple(replace(one, x=one.x + 1) for one in line.inks), Look.CURSOR)
        for index, line in enumerate(rows)
    )


def most_lines(room: Room) -> int:
    """How many lines of a panel there is room for."""
    return max(room.height - room.near - 1, room.near) - 2


def _cut(lines: Sequence[Line], most: int) -> Sequence[Line]:
    """As many lines as there is room for; that some are missing is shown."""
    if len(lines) <= most:
        return lines
    return [*lines[: max(0, most - 1)], Line((ink(2, "…", Look.QUIET),))][: max(0, most)]
