"""A block as rows at a width: where its text is broken and what is drawn around it. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from briefing.document.block import Block, BlockKind, Role
from briefing.document.manner import PLAIN, Manner, is_fold, is_hidden, is_open
from briefing.document.margin import BAR, Margin, has_heading, margin_of, mirrored, text_column
from briefing.document.row import Ornament, Piece, Row
from briefing.document.tables import table_height, table_rows, table_width
from briefing.document.width import cell_width, cut
from briefing.document.wrap import height, wrap
from briefing.model.pattern import pattern

CODE_INDENT = 2
"""Columns between the margin and code."""

OPEN_FOLD, CLOSED_FOLD = "▾", "▸"
"""Signs beside the title of a fold."""

CODE_GOES_ON = "↳"
"""The sign of a row that goes on with the line of code above it."""

_LONGEST_LINE = 4096
"""Characters of code in one row."""

_RIGHT_TO_LEFT = pattern("[\\W\\d_]*+[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""A text whose first letter is Hebrew, Arabic or of a script like them."""

NO_DESCRIPTION = "Image without a description"

_HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4, Role.HEADING_5, Role.HEADING_6)
_ROW_ROLES: dict[BlockKind, Role] = {
    BlockKind.TITLE: Role.TITLE,
    BlockKind.BYLINE: Role.BYLINE,
    BlockKind.BANNER: Role.BANNER,
    BlockKind.SUMMARY: Role.SUMMARY,
    BlockKind.TAKEAWAY: Role.TAKEAWAY,
    BlockKind.NOTICE: Role.NOTICE,
    BlockKind.HTML: Role.HTML,
}


def lay_out(block: Block, width: int, manner: Manner = PLAIN) -> tuple[Row, ...]:
    """The rows of one block, the blank rows above it first; none where it is hidden in a fold.

    Args:
        block: what to lay out.
        width: columns of a row, at least 1. Only rows of tables and code may be wider.
        manner: what the reader chose.
    """
    if is_hidden(block, manner):
        return ()
    margin = margin_of(block.containers, width)
    if margin.columns and _is_right_to_left(block):
        margin = mirrored(margin, width)
    blank = Row(ornaments=margin.above)
    inner = _inner_rows(block, max(1, width - text_column(block.containers, width)), manner)
    framed = [_beside(row, margin, first=index == 0) for index, row in enumerate(inner)]
    if is_fold(block):
        framed[0] = _with_fold_sign(framed[0], opened=is_open(block.offset, manner))
    if margin.heading:
        framed.insert(0, Row((), (*margin.every, *margin.heading)))
    return (*([blank] * block.gap), *framed)


def height_of(block: Block, width: int, manner: Manner = PLAIN) -> int:
    """How many rows `lay_out` gives, without making most of them."""
    inner, above = width, block.gap
    if block.containers:
        if is_hidden(block, manner):
            return 0
        inner = max(1, width - text_column(block.containers, width))
        above += has_heading(block.containers)
    kind = block.kind
    if kind is BlockKind.PARAGRAPH or kind is BlockKind.HEADING:
        return above + height(block.text, inner)
    if kind is BlockKind.CODE and len(block.text) <= _LONGEST_LINE and not manner.wraps_code:
        return above + block.text.count("\n") + 1
    if block.table:
        return above + table_height(block, block.table, inner)
    return above + len(_inner_rows(block, inner, manner))


def width_of(block: Block, width: int, manner: Manner = PLAIN) -> int:
    """The columns that the widest row of a table or of code takes in `lay_out`; of other blocks, no more than `width`.

    Args:
        block: any block.
        width: columns of a row that is not wider.
        manner: what the reader chose.
    """
    if block.table is None and (block.kind is not BlockKind.CODE or manner.wraps_code):
        return width
    column = text_column(block.containers, width)
    if block.table:
        return column + table_width(block, block.table, max(1, width - column))
    return column + CODE_INDENT + max(cell_width(block.text[start:end]) for start, end in _code_lines(block.text))


def _inner_rows(block: Block, width: int, manner: Manner) -> list[Row]:
    """The rows of a block without what stands around it."""
    if manner.wraps_code and block.kind is BlockKind.CODE:
        return _broken_code_rows(block, width)
    return _INNER.get(block.kind, _text_rows)(block, width)


def _with_fold_sign(row: Row, *, opened: bool) -> Row:
    """The first row of a fold's title, with a sign in the place of its bar that says whether it is open."""
    bars = [sign.x for sign in row.ornaments if sign.text == BAR]
    signs = (
        replace(sign, text=OPEN_FOLD if opened else CLOSED_FOLD) if bars and sign.x == bars[-1] else sign
        for sign in row.ornaments
    )
    return replace(row, ornaments=tuple(signs))


def _beside(row: Row, margin: Margin, *, first: bool) -> Row:
    """Move a row right of its margin and draw the margin's signs."""
    x = margin.columns
    if x == 0 and not margin.every and not margin.opening:
        return row
    pieces = tuple(Piece(piece.x + x, piece.start, piece.end) for piece in row.pieces)
    moved = tuple(replace(sign, x=sign.x + x) for sign in row.ornaments)
    return Row(pieces, (*margin.every, *(margin.opening if first else ()), *moved), row.role)


def _text_rows(block: Block, width: int) -> list[Row]:
    """A text in its lines, under the role of its kind."""
    role = _HEADINGS[block.level - 1] if block.kind is BlockKind.HEADING else _ROW_ROLES.get(block.kind)
    text = block.text
    if len(text) > _LONGEST_LINE and block.kind is BlockKind.HTML:
        return [Row((Piece(0, start, end),), (), role) for start, end in _code_lines(text)]
    lines = wrap(text, width)
    if _is_right_to_left(block):
        return [Row((Piece(width - cell_width(text[start:end]), start, end),), (), role) for start, end in lines]
    return [Row((Piece(0, start, end),), (), role) for start, end in lines]


def _is_right_to_left(block: Block) -> bool:
    """Whether a text is set from the right edge, with its signs at the right."""
    is_text = block.kind not in _INNER
    return is_text and not block.text.isascii() and _RIGHT_TO_LEFT.match(block.text) is not None


def _takeaway_rows(block: Block, width: int) -> list[Row]:
    """A takeaway beside its bar."""
    bar = (Ornament(0, BAR, Role.MARKER),)
    lines = wrap(block.text, max(1, width - 2))
    return [Row((Piece(2, start, end),), bar, Role.TAKEAWAY) for start, end in lines]


def _code_rows(block: Block, _width: int) -> list[Row]:
    """Code line by line, never wrapped."""
    return [Row((Piece(CODE_INDENT, start, end),), (), Role.CODE_BLOCK) for start, end in _code_lines(block.text)]


def _broken_code_rows(block: Block, width: int) -> list[Row]:
    """Code line by line, the long ones broken wherever they meet the edge, since every space of code counts."""
    room = max(1, width - CODE_INDENT)
    rows = []
    for start, end in _code_lines(block.text):
        first, signs = start, tuple[Ornament, ...]()
        while True:
            stop = first + max(1, len(cut(block.text[first:end], room)))
            stop = min(stop, end)
            rows.append(Row((Piece(CODE_INDENT, first, stop),), signs, Role.CODE_BLOCK))
            if stop >= end:
                break
            first, signs = stop, (Ornament(0, CODE_GOES_ON, Role.DIM),)
    return rows


def _code_lines(text: str) -> Iterator[tuple[int, int]]:
    """The lines of code; one that is endless is broken."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        while end - start > _LONGEST_LINE:
            yield start, start + _LONGEST_LINE
            start += _LONGEST_LINE
        yield start, end
        start = end + 1


def _rule_rows(_block: Block, width: int) -> list[Row]:
    """A thematic break."""
    return [Row((), (Ornament(0, "─" * width, Role.RULE),), Role.RULE)]


def _image_rows(block: Block, width: int) -> list[Row]:
    """The words of an image in a frame."""
    inner = max(1, width - 4)
    edge = "─" * (inner + 2)
    sides = (Ornament(0, "│", Role.IMAGE), Ornament(inner + 3, "│", Role.IMAGE))
    rows = [Row((), (Ornament(0, f"┌{edge}┐", Role.IMAGE),))]
    if not block.text:
        rows.append(Row((), (*sides, Ornament(2, cut(NO_DESCRIPTION, inner), Role.NOTICE))))
    else:
        rows += [Row((Piece(2, start, end),), sides) for start, end in wrap(block.text, inner)]
    rows.append(Row((), (Ornament(0, f"└{edge}┘", Role.IMAGE),)))
    return rows


def _table_rows(block: Block, width: int) -> list[Row]:
    """A table, or its text where it has no shape."""
    return table_rows(block, block.table, width) if block.table else _text_rows(block, width)


_INNER: dict[BlockKind, Callable[[Block, int], list[Row]]] = {
    BlockKind.TAKEAWAY: _takeaway_rows,
    BlockKind.CODE: _code_rows,
    BlockKind.RULE: _rule_rows,
    BlockKind.IMAGE: _image_rows,
    BlockKind.TABLE: _table_rows,
}
