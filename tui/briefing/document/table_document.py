"""A table by itself: a document of nothing else, in which its columns take the room they need."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.document.block import Block
from briefing.document.document import Document
from briefing.document.order import following, preceding

ROOMY = 40
"""Columns below which a column is not narrowed here."""


def earlier_pieces(document: Document, piece: Block) -> Iterator[Block]:
    """The pieces of a table before one of them, the nearest first; the last one has the head."""
    blocks = preceding(document, piece.offset)
    while piece.table is not None and not piece.table.head:
        piece = next(blocks)
        yield piece


def later_pieces(document: Document, piece: Block) -> Iterator[Block]:
    """The pieces of a table after one of them, in order."""
    for block in following(document, piece.offset):
        if block.table is None or block.table.head:
            return
        yield block


class TableDocument(Document):
    """The rows of one table below its head; each piece of the table is a chunk.

    Args:
        pieces: all pieces of the table, the one with the head first.
    """

    def __init__(self, pieces: Sequence[Block]) -> None:
        super().__init__("")
        self.head = _alone(pieces[0], rows=1)
        """The head as a block; none of the document's own."""
        self._pieces = tuple(_alone(piece) for piece in pieces)

    @property
    def chunk_count(self) -> int:
        """How many pieces there are."""
        return len(self._pieces)

    def chunk_size(self, chunk: int) -> int:
        """The characters of a piece."""
        return len(self._pieces[chunk].text)

    def blocks(self, chunk: int) -> tuple[Block, ...]:
        """A piece."""
        return self._pieces[chunk : chunk + 1]

    def locate(self, offset: int) -> tuple[int, Block]:
        """The piece that holds an offset, or is nearest to it."""
        chunk = max(0, bisect_right(self._pieces, offset, key=lambda piece: piece.offset) - 1)
        return chunk, self._pieces[chunk]


def _alone(piece: Block, *, rows: int | None = None) -> Block:
    """A piece of a table with the first rows, or those below the head, and without what the table stands in."""
    table = piece.table
    if table is None:
        message = "a table has pieces that are tables"
        raise TypeError(message)
    kept = table.rows[:rows] if rows is not None else table.rows[table.head :]
    roomy = tuple(max(ROOMY, word) for word in table.words or (ROOMY,) * len(table.align))
    shown = replace(table, rows=kept, head=rows is not None, words=roomy)
    return replace(piece, table=shown, containers=(), gap=0)
