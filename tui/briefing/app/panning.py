"""What is wider than the pane: tables and code, each of which is moved sideways by itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.app.row_paint import Placing
from briefing.document.block import Block, BlockKind
from briefing.document.layout import PlacedRow
from briefing.document.manner import PLAIN, Manner
from briefing.document.margin import text_column
from briefing.document.rows import width_of
from briefing.document.tables import column_starts

_KEPT = 256
"""Blocks whose width is remembered."""

_AHEAD = 20
"""Columns that are shown after a place that is panned into sight."""

Key = int | tuple[int, ...]
"""What is panned as one: a block by its offset, a table by its columns, which are those of all its pieces."""


class Panning:
    """How far each wide block is moved to the left; what leaves the screen comes back to its beginning."""

    def __init__(self) -> None:
        """Begin with nothing moved, and no room."""
        self._measure = self._room = 1
        self._manner = PLAIN
        self._moved: dict[Key, int] = {}
        self._widths: dict[int, int] = {}

    def fit(self, measure: int, room: int, manner: Manner) -> None:
        """Take the widths of the pane.

        Args:
            measure: columns of a line of prose.
            room: columns in which something of a row can be seen.
            manner: how the text is set.
        """
        if (measure, manner) != (self._measure, self._manner):
            self._widths.clear()
        self._measure, self._room, self._manner = measure, room, manner

    def placing(self, block: Block) -> Placing:
        """Where the rows of a block stand."""
        width = self._width(block)
        if width <= self._room:
            return Placing(self._room, self._measure)
        return Placing(self._room, max(width, self._measure), self._shift(block), self._margin(block))

    def _margin(self, block: Block) -> int:
        """The columns that stay in their place: what a block stands in, and the first column of a table."""
        column = text_column(block.containers, self._measure)
        if block.table:
            starts = column_starts(block, block.table, self._measure - column)
            if len(starts) > 1 and column + starts[1] <= self._room // 2:
                return column + starts[1]
        return column

    def _width(self, block: Block) -> int:
        """The columns that a block takes; the measure for all that cannot be wider."""
        if block.kind is not BlockKind.CODE and block.table is None:
            return self._measure
        if block.offset not in self._widths:
            if len(self._widths) >= _KEPT:
                self._widths.clear()
            self._widths[block.offset] = width_of(block, self._measure, self._manner)
        return self._widths[block.offset]

    def _shift(self, block: Block) -> int:
        """The columns that a block is moved to the left."""
        return self._moved.get(_key(block), 0) if self._moved else 0

    def pan(self, rows: Sequence[PlacedRow], columns: int) -> bool:
        """Move the wide block that is being read by so many columns; False where there is none.

        Args:
            rows: those on the screen. The first wide block below the upper third of them is moved, else the last.
            columns: to the left, or back when negative; no farther than there is something to see.
        """
        wide = [y for y, row in enumerate(rows) if row.row.pieces and self._width(row.block) > self._room]
        below = next((y for y in wide if y >= len(rows) // 3), wide[-1] if wide else None)
        if below is not None:
            self._pan(rows[below].block, columns)
        return below is not None

    def _pan(self, block: Block, columns: int) -> None:
        """Move a block."""
        most = self._width(block) - self._room
        self._moved[_key(block)] = max(0, min(self._shift(block) + columns, most))

    def reveal(self, block: Block, column: int) -> None:
        """Move a block so that a column of it is to be seen, with some of what follows, as little as that takes."""
        placing = self.placing(block)
        most = column - placing.margin
        least = min(column + _AHEAD, self._width(block)) - self._room + 1
        if placing.margin <= column:
            self._pan(block, min(most, max(least, placing.shift)) - placing.shift)

    def forget_all_but(self, blocks: Iterable[Block]) -> None:
        """Bring back what is not among these blocks."""
        if self._moved:
            kept = {_key(block) for block in blocks}
            self._moved = {key: shift for key, shift in self._moved.items() if key in kept}


def _key(block: Block) -> Key:
    """What a block is panned with."""
    return block.table.widths if block.table else block.offset
