"""Tables as rows: columns as wide as their content, cells that wrap where there is too little room."""

from __future__ import annotations

import re
from itertools import zip_longest

from briefing.document.block import Block, Cell, Role, Table
from briefing.document.row import Ornament, Piece, Row
from briefing.document.width import cell_width
from briefing.document.wrap import wrap

BETWEEN = 3
"""Columns between two columns of a table."""

LEAST_COLUMN = 6
"""Columns below which a column is not narrowed; a table that needs more is wider than its pane."""

_NUMBER = re.compile(r"[-+−±~≈<>≤≥]?\s?[$€£¥]?\s?\d[\d.,  _]*\s?(?:%|‰|[kMGT]?)?|[–—-]|n/?a", re.IGNORECASE)


def table_rows(block: Block, table: Table, width: int) -> list[Row]:
    """Lay a table out at a width; it is wider where its columns cannot be narrowed that far."""
    natural = natural_widths(block, table)
    widths = _fitted(natural, width - BETWEEN * (len(natural) - 1))
    aligns = _alignment(block, table)
    rows: list[Row] = []
    for index, cells in enumerate(table.rows):
        rows += _row(block, cells, widths, aligns, Role.TABLE_HEAD if index == 0 else None)
        if index == 0:
            rows.append(Row(ornaments=(_line(widths),)))
    return rows


def natural_widths(block: Block, table: Table) -> list[int]:
    """How wide each column would be if nothing wrapped."""
    widths = [1] * len(table.align)
    for cells in table.rows:
        for column, cell in enumerate(cells):
            for line in block.text[cell.start : cell.end].split("\n"):
                widths[column] = max(widths[column], cell_width(line))
    return widths


def _fitted(natural: list[int], room: int) -> list[int]:
    """Narrow the widest columns until the table fits, none below its least width."""
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
    for column, width in enumerate(natural):
        if spare and widths[column] < width:
            widths[column] += 1
            spare -= 1
    return widths


def _alignment(block: Block, table: Table) -> list[str]:
    """The alignment of each column: the author's, else to the right where all cells below the head are numbers."""
    aligns = list(table.align)
    for column, align in enumerate(aligns):
        if not align:
            below = [block.text[row[column].start : row[column].end].strip() for row in table.rows[1:]]
            filled = [text for text in below if text]
            if filled and all(_NUMBER.fullmatch(text) for text in filled):
                aligns[column] = "right"
    return aligns


def _line(widths: list[int]) -> Ornament:
    """The line under the head."""
    return Ornament(0, "─" * (sum(widths) + BETWEEN * (len(widths) - 1)), Role.TABLE_LINE)


def _row(block: Block, cells: tuple[Cell, ...], widths: list[int], aligns: list[str], role: Role | None) -> list[Row]:
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
