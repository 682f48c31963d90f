"""The part of a document that is on the screen: where it begins, and how it moves."""

from __future__ import annotations

from dataclasses import replace

from briefing.document.block import Block, Place
from briefing.document.document import Document
from briefing.document.layout import Layout, PlacedRow
from briefing.document.manner import Manner, closed_folds

LEAD = 4
"""Rows above a place that is gone to before the window has a size."""


class Viewport:
    """A window of some rows onto a document laid out at a width.

    What the reader sees stands still while estimated heights above it become exact, and when the width changes: then
    the place is kept, not the number of the row.
    """

    def __init__(self) -> None:
        """Start with nothing to show."""
        self.document: Document | None = None
        self.layout: Layout | None = None
        self.manner = Manner(opened=frozenset())
        """How the reader wants the text set; `change` changes it."""
        self.width = 0
        self.height = 0
        self.top = 0
        """The row of the layout that is the first one shown."""
        self._kept: tuple[Place, int] | None = None
        """What stood at the top before the window changed its size, or is to stand there once it has one, and how many
        rows from its own the first row is; None once something else has moved."""

    def show(self, document: Document | None, at: Place | None = None) -> None:
        """Show another document, from its beginning or with this place at the top."""
        if document is not self.document and self.manner.opened:
            self.manner = replace(self.manner, opened=frozenset())
        self.document = document
        self._kept = None
        self.layout = Layout(document, self.width, self.manner) if document and self.width else None
        self.top = 0
        if at is not None:
            self.return_to(at)

    def resize(self, width: int, height: int) -> bool:
        """Take another size; True when the document is laid out anew, because the width has changed.

        The place that was at the top is kept through any number of sizes, also where a large window ends the text.
        """
        changed, kept = width != self.width, self._kept or self._standing()
        self.width, self.height = width, height
        if changed:
            self.show(self.document)
        if self.layout and kept:
            place, into = kept
            self.top = self._clamped(self.layout.top_of(place) + into)
        self._kept = kept
        return changed

    def _standing(self) -> tuple[Place, int] | None:
        """The place at the top, and how many rows from its own the first row is; None at the very beginning."""
        if self.layout is None or not self.top:
            return None
        place = self.layout.place_at(self.top)
        return place, self.top - self.layout.top_of(place)

    def change(self, manner: Manner) -> bool:
        """Lay the document out in another manner; the first row that is still shown stays. True when it changed."""
        if manner == self.manner:
            return False
        place, before = self.place, self.layout
        into = self.top - before.top_of(place) if before and place else 0
        self.manner = manner
        self.layout = Layout(self.document, self.width, manner) if self.document and before else None
        if self.top and self.layout and place:
            self.top = self._clamped(self.layout.top_of(place) + into)
        return True

    def unfold(self, offset: int) -> bool:
        """Open the folds that hide the block at an offset; True when there were any."""
        block = self.document.nearest(offset) if self.document else None
        closed = set(closed_folds(block, self.manner)) if block and block.containers else set()
        return bool(closed) and self.change(replace(self.manner, opened=(self.manner.opened or frozenset()) | closed))

    @property
    def rows(self) -> list[PlacedRow]:
        """The rows on the screen; fewer than its height when the document ends."""
        return self.layout.rows(self.top, self.height) if self.layout else []

    @property
    def blocks(self) -> list[Block]:
        """The blocks of which something is on the screen, in reading order."""
        return list({row.block.offset: row.block for row in self.rows}.values())

    @property
    def finished(self) -> list[Block]:
        """The blocks of which the last row is on the screen, in order."""
        below = self.layout.rows(self.top + self.height, 1) if self.layout else []
        return [block for block in self.blocks if not below or below[0].block.offset != block.offset]

    @property
    def place(self) -> Place | None:
        """The place at the top."""
        return self.layout.place_at(self.top) if self.layout else None

    @property
    def lead(self) -> int:
        """The blank rows at the top, above the place there."""
        return self.layout.top_of(self.layout.place_at(self.top)) - self.top if self.layout else 0

    @property
    def reading(self) -> Block | None:
        """The block being read: the first that begins in the upper third, else the one at the top."""
        rows = self.rows[: max(1, self.height // 3)]
        begun = (row.block for row in rows if row.index == row.block.gap)
        return next(begun, rows[0].block if rows else None)

    @property
    def progress(self) -> int:
        """How far down the window is, in per cent: 0 at the beginning, 100 when the last row is shown."""
        hidden = self.layout.height - self.height if self.layout else 0
        return 100 if hidden <= 0 else min(100, round(100 * self.top / hidden))

    def place_at(self, y: int, x: int) -> Place | None:
        """The place nearest to a row of the window and a column of the text."""
        return self.layout.place_at(self.top + y, x) if self.layout else None

    def shows(self, place: Place) -> bool:
        """Whether the place is on the screen."""
        return self.layout is not None and 0 <= self.layout.top_of(place) - self.top < self.height

    def scroll(self, rows: int) -> bool:
        """Move down by so many rows, or up when negative; True when it moved."""
        return self._go(self.top + rows)

    def to_start(self) -> bool:
        """Go to the beginning; True when it moved."""
        return self._go(0)

    def to_end(self) -> bool:
        """Go to the last rows, exactly, whether or not what stands before them is parsed; True when it moved."""
        if self.layout is None:
            return False
        before, height, self._kept = self.top, -1, None
        while height != self.layout.height:
            height = self.layout.height
            self.top = self._clamped(height)
            self.layout.rows(self.top, self.height)
        return self.top != before

    def to_place(self, place: Place) -> bool:
        """Bring a place onto the screen, a third from the top, unless it is there; True when it moved."""
        unfolded = self.unfold(place.block)
        if self.layout is None:
            self._kept = place, -LEAD
        if self.layout is None or self.shows(place):
            return unfolded
        return self._go(self.layout.top_of(place) - self.height // 3) or unfolded

    def to_block(self, offset: int) -> bool:
        """Bring the start of a block to the top, one row below the edge; True when it moved."""
        unfolded = self.unfold(offset)
        if self.layout is None:
            self._kept = Place(offset), -1
            return unfolded
        return self._go(self.layout.top_of(Place(offset)) - 1) or unfolded

    def to_share(self, share: float) -> bool:
        """Go to about this share of the text, 0 to 1; True when it moved."""
        document = self.document
        if document is None or share <= 0:
            return self.to_start()
        if share >= 1:
            return self.to_end()
        offset = document.start + int(share * (len(document.text) - document.start))
        return self.to_block(document.nearest(offset).offset)

    def row_of(self, place: Place) -> PlacedRow | None:
        """The row that shows a place; None where it is not on the screen."""
        rows = self.layout.rows(self.layout.top_of(place), 1) if self.layout and self.shows(place) else []
        return rows[0] if rows else None

    def reveal(self, place: Place) -> bool:
        """Bring a place onto the screen by moving as little as possible; True when it moved."""
        unfolded = self.unfold(place.block)
        if self.layout is None:
            return False
        below = self.layout.top_of(place) - self.top
        return self._go(self.top + min(0, below) + max(0, below - self.height + 1)) or unfolded

    def refine(self, seconds: float) -> bool:
        """Make estimated heights exact for about so long, nothing on the screen moving; True when all are."""
        if self.layout is None:
            return True
        if not self.top:
            return self.layout.refine(seconds)
        place = self.layout.place_at(self.top)
        into = self.top - self.layout.top_of(place)
        done = self.layout.refine(seconds)
        self.top = self._clamped(self.layout.top_of(place) + into)
        return done

    def _top_for(self, place: Place) -> int:
        """The first row to show so that a place is at the top; the rows above the very first place stay shown."""
        if self.layout is None or place == self.layout.place_at(0):
            return 0
        return self._clamped(self.layout.top_of(place))

    def return_to(self, place: Place) -> bool:
        """Show a place at the top again; True when it moved."""
        if self.layout is None:
            self._kept = place, 0
            return False
        return self._go(self._top_for(place))

    def _go(self, top: int) -> bool:
        """Make this row the first one shown, or the nearest that may be."""
        before, self.top = self.top, self._clamped(top)
        self._kept = None
        return self.top != before

    def _clamped(self, top: int) -> int:
        """The nearest row that may be the first one shown."""
        height = self.layout.height if self.layout else 0
        return max(0, min(top, height - self.height))
