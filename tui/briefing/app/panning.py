"""What is wider than the pane: tables and code, each of which is moved sideways by itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.document.block import Block, BlockKind
from briefing.document.layout import PlacedRow
from briefing.document.margin import text_column
from briefing.document.rows import width_of

_KEPT = 256
"""Blocks whose width is remembered."""

Key = int | tuple[int, ...]
"""What is panned as one: a block by its offset, a table by its columns, which are those of all its pieces."""


class Panning:
    """How far each wide block is moved to the left; what leaves the screen comes back to its beginning."""

    def __init__(self) -> None:
        """Begin with nothing moved."""
        self._moved: dict[Key, int] = {}
        self._widths: dict[tuple[int, int], int] = {}

    def shift(self, block: Block) -> int:
        """The columns that a block is moved to the left."""
        return self._moved.get(_key(block), 0) if self._moved else 0

    def width(self, block: Block, measure: int) -> int:
        """The columns that a block takes where lines of prose take no more than the measure."""
        if block.kind is not BlockKind.CODE and block.table is None:
            return measure
        key = block.offset, measure
        if key not in self._widths:
            if len(self._widths) >= _KEPT:
                self._widths.clear()
            self._widths[key] = width_of(block, measure)
        return self._widths[key]

    def chosen(self, rows: Sequence[PlacedRow], measure: int, room: int) -> Block | None:
        """The wide block that a key pans: the first that reaches below the upper third of the rows, else the last."""
        wide = [y for y, row in enumerate(rows) if row.row.pieces and self.width(row.block, measure) > room]
        below = next((y for y in wide if y >= len(rows) // 3), wide[-1] if wide else None)
        return None if below is None else rows[below].block

    def pan(self, block: Block, columns: int, measure: int, room: int) -> None:
        """Move a block by so many columns, as far as there is something to see."""
        shift = max(0, min(self.shift(block) + columns, self.width(block, measure) - room))
        self._moved[_key(block)] = shift

    def reveal(self, block: Block, column: int, measure: int, room: int) -> None:
        """Move a block so that a column of it is to be seen, as little as that takes."""
        shift = self.shift(block)
        margin = text_column(block.containers, measure)
        if column < shift + margin:
            self.pan(block, column - margin - shift, measure, room)
        elif column >= shift + room:
            self.pan(block, column - room + 1 - shift, measure, room)

    def forget_all_but(self, blocks: Iterable[Block]) -> None:
        """Bring back what is not among these blocks."""
        if self._moved:
            kept = {_key(block) for block in blocks}
            self._moved = {key: shift for key, shift in self._moved.items() if key in kept}


def _key(block: Block) -> Key:
    """What a block is panned with."""
    return block.table.widths if block.table else block.offset
