"""Tables as rows: columns as wide as their content, cells that wrap where there is too little room."""

from __future__ import annotations

from itertools import accumulate, zip_longest

from briefing.document.block import Block, Cell, Role, Table
from briefing.document.grid import longest_words, tail
from briefing.document.row import Ornament, Piece, Row
from briefing.document.width import cell_width
from briefing.document.wrap import height, wrap

BETWEEN = 3
"""Columns between two columns of a table."""

LEAST_COLUMN = 6
"""Columns below which a column is not narrowed; a table that needs more is wider than its pane."""

PANNED_COLUMN = 12
"""Columns below which a column of such a table is not narrowed."""


def table_rows(block: Block, table: Table, width: int) -> list[Row]:
    """Lay a table out at a width; it is wider where its columns cannot be narrowed that far."""
    widths = _widths(block, table, width)
    rows: list[Row] = []
    for index, cells in enumerate(table.rows):
        is_head = index == 0 and table.head
        rows += _row(block, cells, widths, table, Role.TABLE_HEAD if is_head else None)
        if is_head:
            rows.append(Row(ornaments=(_line(widths),)))
    return rows


def table_height(block: Block, table: Table, width: int) -> int:
    """How many rows `table_rows` gives."""
    widths = _widths(block, table, width)
    heights = (
        max(height(block.text[cell.start : cell.end], room) for cell, room in zip(cells, widths, strict=True))
        for cells in table.rows
    )
    return sum(heights) + table.head


def table_width(block: Block, table: Table, width: int) -> int:
    """How many columns the rows of `table_rows` take."""
    return _breadth(_widths(block, table, width))


def column_starts(block: Block, table: Table, width: int) -> list[int]:
    """Where each column begins in the rows of `table_rows`."""
    widths = _widths(block, table, max(1, width))
    return [0, *accumulate(width + BETWEEN for width in widths[:-1])]


def _breadth(widths: list[int]) -> int:
    """The columns that columns of these widths take side by side."""
    return sum(widths) + BETWEEN * (len(widths) - 1)


def _natural(block: Block, table: Table) -> list[int]:
    """How wide each column would be if nothing wrapped."""
    if table.widths:
        return list(table.widths)
    columns = zip(*table.rows, strict=True)
    return [max([1, *(cell_width(block.text[cell.start : cell.end]) for cell in column)]) for column in columns]


def _widths(block: Block, table: Table, width: int) -> list[int]:
    """How wide each column is, so that the table fits where it can."""
    natural = _natural(block, table)
    room = width - BETWEEN * (len(natural) - 1)
    if sum(natural) <= room:
        return natural
    columns = [[block.text[cell.start : cell.end] for cell in column] for column in zip(*table.rows, strict=True)]
    words = table.words or longest_words(columns)
    return _narrowed(natural, [max(LEAST_COLUMN, word) for word in words], room)


def _narrowed(natural: list[int], least: list[int], room: int) -> list[int]:
    """Narrow the widest columns until they fit, none below its least width.

    A table that cannot fit is panned: then its columns are narrowed no more than makes each one readable.
    """
    least = [min(widths) for widths in zip(natural, least, strict=True)]
    if sum(least) > room:
        return [max(floor, min(width, PANNED_COLUMN)) for width, floor in zip(natural, least, strict=True)]

    def capped(cap: int) -> list[int]:
        """The widths of the columns when none that can be narrower is wider than the cap."""
        return [max(floor, min(width, cap)) for width, floor in zip(natural, least, strict=True)]

    low, high = 1, max(natural)
    while low < high:  # the widest cap with which the columns fit
        cap = (low + high + 1) // 2
        low, high = (cap, high) if sum(capped(cap)) <= room else (low, cap - 1)
    widths = capped(low)
    spare = room - sum(widths)
    for column, wanted in enumerate(natural):
        if spare and widths[column] < wanted:
            widths[column] += 1
            spare -= 1
    return widths


def _line(widths: list[int]) -> Ornament:
    """The line under the head."""
    return Ornament(0, "─" * _breadth(widths), Role.TABLE_LINE)


def _row(block: Block, cells: tuple[Cell, ...], widths: list[int], table: Table, role: Role | None) -> list[Row]:
    """The rows of one row of cells."""
    columns: list[list[Piece]] = []
    x = 0
    for index, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        text = block.text[cell.start : cell.end]
        lines = wrap(text, width)
        behind = 0
        if role is None and len(lines) == 1 and table.tails and table.tails[index]:
            behind = max(0, table.tails[index] - tail(text, table.points[index]))
        pieces = []
        for start, end in lines:
            spare = width - cell_width(text[start:end])
            shift = {"right": spare - behind, "center": spare // 2}.get(table.align[index], 0)
            pieces.append(Piece(x + max(0, shift), cell.start + start, cell.start + end))
        columns.append(pieces)
        x += width + BETWEEN
    return [Row(tuple(piece for piece in line if piece), (), role) for line in zip_longest(*columns)]
