"""The rows of a document at one width: exact where it is parsed, estimated elsewhere."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from time import perf_counter

from briefing.document.block import Block, Place
from briefing.document.document import Document
from briefing.document.manner import PLAIN, Manner, closed_folds
from briefing.document.row import Row
from briefing.document.rows import height_of, lay_out
from briefing.document.width import cell_width, column_to_index
from briefing.model.record import record

__all__ = ["Layout", "PlacedRow", "lay_out"]

_KEPT_CHUNKS = 64


@record
class PlacedRow:
    """A row and where it belongs."""

    block: Block
    index: int
    """Which of the block's rows it is, its gap rows included."""
    row: Row


class Layout:
    """The rows of a document at one width.

    Row indexes change while estimated heights become exact: keep places, not indexes.
    """

    def __init__(self, document: Document, width: int, manner: Manner = PLAIN) -> None:
        self._document = document
        self._width = max(1, width)
        self._manner = manner
        self._heights: list[int] = []
        self._exact: list[bool] = []
        self._tops: list[int] | None = None
        self._laid_out: dict[int, list[PlacedRow]] = {}
        self._refined = 0
        self._revision = document.revision

    @property
    def height(self) -> int:
        """How many rows there are, the estimated ones included."""
        return self._starts()[-1] + self._rows_in(self._document.unscanned)

    def rows(self, top: int, count: int) -> list[PlacedRow]:
        """The rows from this index on, laid out exactly; fewer where the document ends."""
        top = max(0, top)
        while True:
            chunk = self._chunk_of(top)
            if chunk is None and self._exact and not self._exact[-1]:
                chunk = len(self._exact) - 1  # its height may have been guessed too small
            if chunk is None:
                return []
            if self._exact[chunk]:
                break
            self._chunk_rows(chunk)
        found = self._chunk_rows(chunk)[top - self._starts()[chunk] :][:count]
        revision = self._document.revision
        while len(found) < count and self._has(chunk + 1):
            chunk += 1
            found += self._chunk_rows(chunk)[: count - len(found)]
        return found if revision == self._document.revision else self.rows(top, count)

    def top_of(self, place: Place) -> int:
        """The index of the row that shows a place, or the title of the fold that hides it.

        Only the chunk of that row is parsed and laid out.
        """
        chunk, block = self._document.locate(place.block)
        closed = next(closed_folds(block, self._manner), None) if block.containers else None
        if closed is not None:
            chunk, block = self._document.locate(closed)
        best = nearest = 0
        char = place.char if place.block == block.offset else 0
        for index, placed in enumerate(self._chunk_rows(chunk)):
            if placed.block is not block:
                continue
            begins = max((piece.start for piece in placed.row.pieces if piece.start <= char), default=-1)
            if placed.index <= block.gap or begins >= nearest:
                best, nearest = index, max(nearest, begins)
        return self._starts()[chunk] + best

    def place_at(self, y: int, x: int = 0) -> Place:
        """The character nearest to a row and a column."""
        found = self.rows(y, 1) or self.rows(self.height - 1, 1)
        if not found:
            return Place(0)
        block, row = found[0].block, found[0].row
        if not row.pieces:
            return Place(block.offset)
        piece = max((piece for piece in row.pieces if piece.x <= x), key=lambda piece: piece.x, default=row.pieces[0])
        text = block.text[piece.start : piece.end]
        return Place(block.offset, piece.start + column_to_index(text, min(max(0, x - piece.x), cell_width(text))))

    def refine(self, seconds: float) -> bool:
        """Replace estimates by exact heights for about so long; True when all are exact."""
        deadline = perf_counter() + seconds
        self._starts()
        while self._refined < len(self._heights):
            if perf_counter() > deadline:
                return False
            if not self._exact[self._refined]:
                width, manner = self._width, self._manner
                rows = sum([height_of(block, width, manner) for block in self._document.blocks(self._refined)])
                self._set_height(self._refined, rows)
            self._refined += 1
        return self._document.scan(0)

    def _starts(self) -> list[int]:
        """The first row of each chunk, and the number of all rows at the end."""
        if self._revision != self._document.revision:
            self._revision = self._document.revision
            self._heights, self._exact, self._refined = [], [], 0
            self._laid_out.clear()
        known = self._document.chunk_count
        if known != len(self._heights):
            for chunk in range(len(self._heights), known):
                self._heights.append(self._estimate(chunk))
                self._exact.append(False)
            self._tops = None
        if self._tops is None:
            self._tops = [0, *accumulate(self._heights)]
        return self._tops

    def _estimate(self, chunk: int) -> int:
        """About how many rows a chunk has that is not laid out."""
        return max(1, self._rows_in(self._document.chunk_size(chunk)))

    def _rows_in(self, characters: int) -> int:
        """About how many rows so many characters of source take."""
        return round(1.3 * characters / min(self._width, 80))

    def _chunk_of(self, y: int) -> int | None:
        """The chunk that a row index falls into."""
        starts = self._starts()
        while y >= starts[-1]:
            if self._document.scan(0.01):
                starts = self._starts()
                if y >= starts[-1]:
                    return None
                break
            starts = self._starts()
        return bisect_right(starts, y) - 1

    def _has(self, chunk: int) -> bool:
        """Whether there is a chunk of this number; the text is cut that far."""
        while chunk >= self._document.chunk_count and not self._document.scan(0):
            pass
        self._starts()
        return chunk < len(self._heights)

    def _chunk_rows(self, chunk: int) -> list[PlacedRow]:
        """The rows of one chunk, laid out if they are not."""
        self._starts()
        found = self._laid_out.pop(chunk, None)
        if found is None:
            found = [
                PlacedRow(block, index, row)
                for block in self._document.blocks(chunk)
                for index, row in enumerate(lay_out(block, self._width, self._manner))
            ]
            self._set_height(chunk, len(found))
        self._laid_out[chunk] = found
        if len(self._laid_out) > _KEPT_CHUNKS:
            del self._laid_out[next(iter(self._laid_out))]
        return found

    def _set_height(self, chunk: int, rows: int) -> None:
        """Take the exact height of a chunk."""
        if self._heights[chunk] != rows:
            self._heights[chunk] = rows
            self._tops = None
        self._exact[chunk] = True
