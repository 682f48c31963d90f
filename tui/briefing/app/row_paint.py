"""One row of a document as it stands in its pane: panned, with signs where it goes on beyond an edge."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from briefing.app.caret import column_of
from briefing.app.paint import Ink, ink, right, strip
from briefing.app.palette import Look, Palette
from briefing.document.block import Role
from briefing.document.layout import PlacedRow
from briefing.model.record import record

if TYPE_CHECKING:
    from briefing.document.drawn import Drawn

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
    ends = max((one.x + one.cells for one in drawn), default=0) + 1
    margin, width = placing.margin, placing.room + 1  # columns count from the one before the text
    if ends <= width and not placing.shift:
        return strip(drawn, min(placing.extent + 2, width), palette, row, before=1)
    whole = strip(drawn, placing.extent + 2, palette, row, before=1)
    first = margin + 1 + placing.shift
    parts = [whole.crop(0, margin + 1), whole.crop(first, first + width - margin - 1)]
    if placing.shift and any(margin <= one.x < first - 1 for one in drawn):
        parts[0] = Strip.join([whole.crop(0, margin), _sign(BEFORE, palette, row)])
    if ends > placing.shift + width:
        parts[1] = Strip.join([parts[1].crop(0, width - margin - 2), _sign(AFTER, palette, row)])
    return Strip.join(parts)


class Sheet:
    """What the rows of a pane have in common while it is drawn once."""

    def __init__(self, palette: Palette, width: int, indent: int, *, has_bar: bool) -> None:
        """Begin to draw a pane.

        Args:
            palette: the styles.
            width: its columns.
            indent: the column that the text begins in.
            has_bar: whether it has the bar of the focus.
        """
        self.palette = palette
        self._width = width
        self._bar = [ink(0, "▌", Look.ACCENT)] if has_bar else []
        self._indent = indent - 1
        self._left = list(strip(self._bar, self._indent, palette))

    def row(self, body: Strip | None, sign: Ink | None = None, beside: str = "", *, is_lit: bool = False) -> Strip:
        """A row of the pane: what stands in it, a sign in its last column, and one `beside` the text, lit or not."""
        segments = [*(self._with_sign(beside, is_lit=is_lit) if beside else self._left), *(body or ())]
        used = sum(segment.cell_length for segment in segments)
        rest = self._width - used - bool(sign)
        if rest:
            segments.append(Segment(" " * rest, self.palette.base))
        if sign:
            segments += strip([sign], 1, self.palette)
        return Strip(segments, self._width)

    def _with_sign(self, sign: str, *, is_lit: bool) -> Strip:
        """What stands left of the text, with a sign a column away from it."""
        roles = (Look.CHANGED, Role.FIGURE_LIT) if is_lit else (Look.CHANGED,)
        return strip([*self._bar, right(self._indent, sign, *roles)], self._indent, self.palette)


def _sign(text: str, palette: Palette, row: tuple[str, ...]) -> Strip:
    """A sign of one column."""
    return strip([ink(0, text, Look.QUIET)], 1, palette, row)
