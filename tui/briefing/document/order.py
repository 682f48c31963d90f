"""The reading order of a document: which place comes first, which block comes next, which lines a block was made of.

Offsets do not tell it: footnotes stand below the text, wherever their source is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.document.block import Block, Place
from briefing.document.document import Document


class Position(NamedTuple):
    """A place that compares in reading order with others of its document."""

    chunk: int
    block: int
    char: int

    @property
    def place(self) -> Place:
        """The same as a place."""
        return Place(self.block, self.char)


def position(document: Document, place: Place) -> Position:
    """Where a place stands in reading order."""
    return Position(document.locate(place.block)[0], place.block, place.char)


def following(document: Document, offset: int) -> Iterator[Block]:
    """The blocks after the one at an offset; the text is cut and parsed only as far as they are asked for."""
    chunk, block = document.locate(offset)
    yield from (one for one in document.blocks(chunk) if one.offset > block.offset)
    while _has(document, chunk + 1):
        chunk += 1
        yield from document.blocks(chunk)


def preceding(document: Document, offset: int) -> Iterator[Block]:
    """The blocks before the one at an offset, the nearest first."""
    chunk, block = document.locate(offset)
    yield from (one for one in reversed(document.blocks(chunk)) if one.offset < block.offset)
    for before in range(chunk - 1, -1, -1):
        yield from reversed(document.blocks(before))


def _has(document: Document, chunk: int) -> bool:
    """Whether there is a chunk of this number."""
    while chunk >= document.chunk_count:
        if document.scan(0):
            return chunk < document.chunk_count
    return True
