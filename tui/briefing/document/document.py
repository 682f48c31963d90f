"""A text with its blocks, cut into chunks that are parsed when they are needed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from briefing.document.block import Block, BlockKind, Section
from briefing.document.outline import sections
from briefing.document.parse import blocks_of

_BLOCKS_IN_CHUNK = 16


class Document:
    """The blocks of a file's text, with those made from its front matter above and below.

    Args:
        text: the whole text of the file; the offsets of blocks count its characters.
        start: where the body begins.
        line: the line of the file on which it begins, from 1.
        title: the first heading of level 1 is left out when it says the same, case and white space apart.
        opening: blocks that stand above the body, at negative offsets in order.
        closing: blocks that stand below it, at offsets from `len(text)` on in order.
        source_ids: `[^id]` and `[@id]` with one of these are references to a source: target `source:id`.
    """

    def __init__(
        self,
        text: str,
        *,
        start: int = 0,
        line: int = 1,
        title: str = "",
        opening: Sequence[Block] = (),
        closing: Sequence[Block] = (),
        source_ids: Collection[str] = (),
    ) -> None:
        self.text = text
        self._start = start
        body = list(blocks_of(text, start, line, source_ids))
        if title:
            repeated = next((b for b in body if b.kind is BlockKind.HEADING and b.level == 1), None)
            if repeated is not None and repeated.text.lower().split() == title.lower().split():
                body.remove(repeated)
        every = (*opening, *body, *closing)
        self._chunks = [every[i : i + _BLOCKS_IN_CHUNK] for i in range(0, len(every), _BLOCKS_IN_CHUNK)] or [()]
        self._starts = [chunk[0].offset if chunk else 0 for chunk in self._chunks]

    def scan(self, seconds: float | None = None) -> bool:
        """Go on cutting the text into chunks for about so long; True when all of it is cut."""
        return True

    def parse(self, seconds: float | None = None) -> bool:
        """Go on cutting, then parsing, for about so long; True when all of it is parsed."""
        return True

    @property
    def chunk_count(self) -> int:
        """How many chunks are known."""
        return len(self._chunks)

    @property
    def progress(self) -> tuple[int, int]:
        """Characters parsed, and characters to parse."""
        return len(self.text) - self._start, len(self.text) - self._start

    def chunk_size(self, chunk: int) -> int:
        """The characters of a chunk's source."""
        return sum(len(block.text) for block in self._chunks[chunk])

    def chunk_of(self, offset: int) -> int:
        """The chunk that holds an offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def blocks(self, chunk: int) -> tuple[Block, ...]:
        """The blocks of a chunk, parsed now if they are not."""
        return tuple(self._chunks[chunk])

    def __iter__(self) -> Iterator[Block]:
        """All blocks in reading order."""
        for chunk in range(self.chunk_count):
            yield from self.blocks(chunk)

    def block(self, offset: int) -> Block:
        """The block that starts at an offset.

        Raises:
            KeyError: none starts there.
        """
        for block in self.blocks(self.chunk_of(offset)):
            if block.offset == offset:
                return block
        raise KeyError(offset)

    def nearest(self, offset: int) -> Block:
        """The block that holds an offset, or the one nearest to it."""
        blocks = self.blocks(self.chunk_of(offset))
        before = [block for block in blocks if block.offset <= offset]
        return before[-1] if before else blocks[0]

    def sections(self) -> tuple[Section, ...]:
        """The outline of what has been parsed so far."""
        return tuple(sections(self))
