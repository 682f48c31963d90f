"""Tables as rows: columns as wide as their content, cells that wrap where there is too little room."""

from __future__ import annotations

from itertools import zip_longest

from briefing.document.block import Block, Cell, Role, Table
from briefing.document.row import Ornament, Piece, Row
from briefing.document.width import cell_width
from briefing.document.wrap import height, wrap

BETWEEN = 3
"""Columns between two columns of a table."""

LEAST_COLUMN = 6
"""Columns below which a column is not narrowed; a table that needs more is wider than its pane."""


def table_rows(block: Block, table: Table, width: int) -> list[Row]:
    """Lay a table out at a width; it is wider where its columns cannot be narrowed that far."""
    widths = _fitted(_natural(block, table), width)
    rows: list[Row] = []
    for index, cells in enumerate(table.rows):
        is_head = index == 0 and table.head
        rows += _row(block, cells, widths, table.align, Role.TABLE_HEAD if is_head else None)
        if is_head:
            rows.append(Row(ornaments=(_line(widths),)))
    return rows


def table_height(block: Block, table: Table, width: int) -> int:
    """How many rows `table_rows` gives."""
    widths = _fitted(_natural(block, table), width)
    heights = (
        max(height(block.text[cell.start : cell.end], room) for cell, room in zip(cells, widths, strict=True))
        for cells in table.rows
    )
    return sum(heights) + table.head


def table_width(block: Block, table: Table, width: int) -> int:
    """How many columns the rows of `table_rows` take."""
    return _breadth(_fitted(_natural(block, table), width))


def _breadth(widths: list[int]) -> int:
    """The columns that columns of these widths take side by side."""
    return sum(widths) + BETWEEN * (len(widths) - 1)


def _natural(block: Block, table: Table) -> list[int]:
    """How wide each column would be if nothing wrapped."""
    if table.widths:
        return list(table.widths)
    columns = zip(*table.rows, strict=True)
    return [max([1, *(cell_width(block.text[cell.start : cell.end]) for cell in column)]) for column in columns]


def _fitted(natural: list[int], width: int) -> list[int]:
    """Narrow the widest columns until the table fits, none below its least width."""
    room = width - BETWEEN * (len(natural) - 1)
    if sum(natural) <= room:
        return natural
    least = [min(width, LEAST_COLUMN) for width in natural]
    if sum(least) >= room:
        return least
    low, high = LEAST_COLUMN, max(natural)
    while low < high:  # the widest cap with which the columns fit
        cap = (low + high + 1) // 2
        if sum(min(width, cap) for width in natural) <= room:
            low = cap
        else:
            high = cap - 1
    widths = [min(width, low) for width in natural]
    spare = room - sum(widths)
    for column, wanted in enumerate(natural):
        if spare and widths[column] < wanted:
            widths[column] += 1
            spare -= 1
    return widths


def _line(widths: list[int]) -> Ornament:
    """The line under the head."""
    return Ornament(0, "─" * _breadth(widths), Role.TABLE_LINE)


def _row(
    block: Block, cells: tuple[Cell, ...], widths: list[int], aligns: tuple[str, ...], role: Role | None
) -> list[Row]:
    """The rows of one row of cells."""
    columns: list[list[Piece]] = []
    x = 0
    for cell, width, align in zip(cells, widths, aligns, strict=True):
        text = block.text[cell.start : cell.end]
        pieces = []
        for start, end in wrap(text, width):
            spare = width - cell_width(text[start:end])
            shift = {"right": spare, "center": spare // 2}.get(align, 0)
            pieces.append(Piece(x + max(0, shift), cell.start + start, cell.start + end))
        columns.append(pieces)
        x += width + BETWEEN
    return [Row(tuple(piece for piece in line if piece), (), role) for line in zip_longest(*columns)]
