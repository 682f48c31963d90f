"""Where a caret goes: by characters as they are seen, by words, by rows, to the ends of the text."""

from __future__ import annotations

from collections.abc import Callable

from briefing.document.block import Block, Place
from briefing.document.document import Document
from briefing.document.layout import Layout, PlacedRow
from briefing.document.order import following, preceding
from briefing.document.width import cell_width, character_widths
from briefing.model.pattern import pattern

_EAST_ASIAN = "\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\uff66-\uff9f"
_WORD = pattern(rf"[{_EAST_ASIAN}]|(?:[^\W{_EAST_ASIAN}]+(?:['’.,-](?=[^\W{_EAST_ASIAN}]))?)+")
"""A word with the apostrophes, hyphens and points inside it; a Chinese or Japanese character is one by itself."""

Move = Callable[[Layout, Document, Place, int], Place]
"""Where a caret goes from a place, with the column that it would rather stand in."""


def by_characters(steps: int) -> Move:
    """To the next character, or back; what is drawn as one is passed as one."""
    return lambda _layout, document, place, _column: _beside(document, place, steps)


def by_words(steps: int) -> Move:
    """To the beginning of the next word, or of the one before."""
    return lambda _layout, document, place, _column: _word(document, place, steps)


def by_rows(steps: int) -> Move:
    """Down so many rows that hold text, or up; at an end of the text to that end."""

    def move(layout: Layout, document: Document, place: Place, column: int) -> Place:
        """Go row by row, since rows without text are passed over."""
        y, step = layout.top_of(place), 1 if steps > 0 else -1
        target = None
        for _ in range(abs(steps)):
            y = _row_with_text(layout, y + step, step)
            if y < 0:
                break
            target = y
        if target is None:
            return to_end(layout, document, place, column) if steps > 0 else to_start(layout, document, place, column)
        return layout.place_at(target, column)

    return move


def to_start(_layout: Layout, document: Document, place: Place, _column: int) -> Place:
    """To the first character of the text."""
    first = next((block for block in document if block.text), None)
    return Place(first.offset) if first else place


def to_end(_layout: Layout, document: Document, place: Place, _column: int) -> Place:
    """Behind the last character of the text."""
    document.scan()
    chunks = reversed(range(document.chunk_count))
    backwards = (block for chunk in chunks for block in reversed(document.blocks(chunk)))
    last = next((block for block in backwards if block.text), None)
    return Place(last.offset, len(last.text)) if last else place


def column_of(row: PlacedRow, char: int) -> int | None:
    """The column in which a character of the block begins, or the last one ends; None where it is in another row."""
    for piece in row.row.pieces:
        if piece.start <= char <= piece.end:
            return piece.x + cell_width(row.block.text[piece.start : char])
    return None


def _row_with_text(layout: Layout, y: int, step: int) -> int:
    """The first row from one on, in this direction, that holds text; -1 where there is none."""
    while y >= 0:
        rows = layout.rows(y, 1)
        if not rows:
            return -1
        if rows[0].row.pieces:
            return y
        y += step
    return -1


def _beside(document: Document, place: Place, steps: int) -> Place:
    """The place of the next character that takes a column, or of the one before."""
    block, char = document.block(place.block), place.char
    text = block.text
    if steps > 0 and char < len(text):
        widths = character_widths(text[char : char + _CLUSTER])
        after = char + next((index for index, width in enumerate(widths) if index and width), len(widths))
        return Place(place.block, _in_a_cell(block, after, steps))
    if steps < 0 and char > 0:
        first = max(0, char - _CLUSTER)
        widths = character_widths(text[first:char])
        before = first + next((index for index in reversed(range(len(widths))) if widths[index]), 0)
        return Place(place.block, _in_a_cell(block, before, steps))
    beyond = _next_with_text(document, place.block, steps)
    return place if beyond is None else Place(beyond.offset, 0 if steps > 0 else len(beyond.text))


_CLUSTER = 64
"""Characters that are looked at to find those that are drawn as one."""


def _in_a_cell(block: Block, char: int, steps: int) -> int:
    """The same character; of a table the nearest in this direction that is in a cell, since only those are shown."""
    cells = [cell for row in block.table.rows for cell in row] if block.table else ()
    if not cells or any(cell.start <= char <= cell.end for cell in cells):
        return char
    if steps > 0:
        return next((cell.start for cell in cells if cell.start > char), len(block.text))
    return next((cell.end for cell in reversed(cells) if cell.end < char), 0)


def _word(document: Document, place: Place, steps: int) -> Place:
    """The beginning of the next word, or of the one before; where no word is left, the end of the text."""
    block: Block | None = document.block(place.block)
    char = place.char
    while block is not None:
        starts = [found.start() for found in _WORD.finditer(block.text)]
        wanted = [start for start in starts if (start > char if steps > 0 else start < char)]
        if wanted:
            return Place(block.offset, wanted[0] if steps > 0 else wanted[-1])
        last, block = block, _next_with_text(document, block.offset, steps)
        char = -1 if steps > 0 else len(block.text) + 1 if block else 0
    return Place(last.offset, len(last.text) if steps > 0 else 0)


def _next_with_text(document: Document, offset: int, steps: int) -> Block | None:
    """The nearest block with text after another, or before it."""
    blocks = following(document, offset) if steps > 0 else preceding(document, offset)
    return next((block for block in blocks if block.text), None)
