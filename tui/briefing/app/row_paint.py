"""One row of a document as it stands in its pane: panned, with signs where it goes on beyond an edge."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from briefing.app.caret import column_of
from briefing.app.paint import Drawn, Ink, ink, strip
from briefing.app.palette import Look, Palette
from briefing.document.block import Role
from briefing.document.layout import PlacedRow
from briefing.model.record import record

BEFORE, AFTER = "‹", "›"
"""Signs that a row goes on beyond the left or the right edge."""


@record
class Placing:
    """Where a row stands. All numbers are columns."""

    room: int
    """What is seen of the row."""
    extent: int
    """What its block takes, at least the measure of the text."""
    shift: int = 0
    """How far the block is moved to the left."""
    margin: int = 0
    """What stays in its place at the left: the bars of quotations, the space of lists, the names of a table's rows."""

    def seen(self, column: int) -> int | None:
        """Where a column of the row is seen; None where it is moved out of sight."""
        seen = column if column < self.margin else column - self.shift
        return seen if min(column, self.margin) <= seen < self.room else None

    def at(self, seen: int) -> int:
        """The column of the row that is seen in this one."""
        return seen + self.shift if seen >= self.margin else seen


def with_caret(drawn: Sequence[Drawn], row: PlacedRow, char: int) -> list[Drawn]:
    """What stands in a row, and behind it the caret where that is behind the last character of the row."""
    ends = row.row.pieces[-1].end if row.row.pieces else -1
    column = column_of(row, char) if char == ends else None
    return [*drawn] if column is None else [*drawn, ink(column, " ", Role.CARET)]


def painted(drawn: Sequence[Drawn], placing: Placing, palette: Palette, row: tuple[str, ...]) -> Strip:
    """Paint a row: a column before the text, then as much of it as there is room for.

    Args:
        drawn: the parts of the row, by columns of the text.
        placing: where it stands.
        palette: the styles.
        row: the roles under all of it.
    """
    moved = [Ink(one.x + 1, one.text, one.cells, one.roles) for one in drawn]
    whole = strip(moved, placing.extent + 2, palette, row)
    ends = max((one.x + one.cells for one in moved), default=0)
    margin, width = placing.margin, placing.room + 1  # columns count from the one before the text
    first = margin + 1 + placing.shift
    parts = [whole.crop(0, margin + 1), whole.crop(first, first + width - margin - 1)]
    if placing.shift and any(margin < one.x < first for one in moved):
        parts[0] = Strip.join([whole.crop(0, margin), _sign(BEFORE, palette, row)])
    if ends > placing.shift + width:
        parts[1] = Strip.join([parts[1].crop(0, width - margin - 2), _sign(AFTER, palette, row)])
    return Strip.join(parts)


def with_edge(row: Strip, sign: Ink | None, palette: Palette) -> Strip:
    """A row of the pane with a sign in its last column, where there is one."""
    if sign is None:
        return row
    return Strip.join([row.crop(0, row.cell_length - 1), strip([sign], 1, palette)])


def _sign(text: str, palette: Palette, row: tuple[str, ...]) -> Strip:
    """A sign of one column."""
    return strip([ink(0, text, Look.QUIET)], 1, palette, row)
