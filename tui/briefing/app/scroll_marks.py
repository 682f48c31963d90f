"""The column at the right edge of a text: where the window is, and where figures and hits are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from briefing.app.paint import Ink, ink
from briefing.app.palette import Look
from briefing.app.viewport import Viewport
from briefing.document.block import Block, ContainerKind, Range
from briefing.document.document import Document
from briefing.document.layout import PlacedRow

WINDOW, FIGURE, CHANGE, HIT = "▐", "·", "+", "–"
"""The signs; each is another one, so that they can be told apart without colours."""

_LOOKS = {WINDOW: Look.QUIET, FIGURE: Look.QUANTITY_LIT, CHANGE: Look.CHANGED, HIT: Look.ACCENT}
_NONE: Mapping[int, object] = MappingProxyType({})


class ScrollMarks:
    """Maps a text onto the rows of its pane by its characters, so that it costs the same at any length."""

    def __init__(self) -> None:
        """Begin without hits."""
        self.hits: Sequence[Range] = ()
        """What is found so far, in reading order; it may grow."""
        self._counted = 0
        self._furthest = 0
        self._rows: dict[str, set[int]] = {}
        self._known: tuple[object, ...] = ()

    def column(
        self, viewport: Viewport, figures: Mapping[int, object], changes: Mapping[int, object] = _NONE
    ) -> list[Ink | None]:
        """The sign in each row of the pane; empty where all of the text is on the screen.

        Args:
            viewport: the window onto the text.
            figures: the passages of figures, by the offsets of their blocks.
            changes: what has changed, in the same way.
        """
        document, layout, height = viewport.document, viewport.layout, viewport.height
        is_whole = layout is None or layout.height <= height
        if document is None or is_whole or height < 2 or len(document.text) <= document.start:
            return []
        self._count(document, height, {FIGURE: figures, CHANGE: changes})
        first, last = _window(viewport, document)
        return [self._sign(y, inside=first <= y <= last) for y in range(height)]

    def _sign(self, y: int, *, inside: bool) -> Ink | None:
        """The sign of a row: a hit before a change before a figure, all before the window, which lies behind it."""
        sign = next((sign for sign in (HIT, CHANGE, FIGURE) if y in self._rows[sign]), WINDOW if inside else "")
        return ink(0, sign, _LOOKS[sign], *((Look.CURSOR,) if inside else ())) if sign else None

    def _count(self, document: Document, height: int, blocks: Mapping[str, Mapping[int, object]]) -> None:
        """Find the rows of figures, changes and hits; of hits only those that are new."""
        known = (document, height, blocks, self.hits)
        if known != self._known:
            self._known = known
            self._rows = {HIT: set()}
            for sign, offsets in blocks.items():
                found = (document.nearest(offset) for offset in offsets)
                self._rows[sign] = {_row_of(block, 0, document, height) for block in found}
            self._counted = self._furthest = 0
        for hit in self.hits[self._counted :]:
            self._furthest = max(self._furthest, hit.block)
            is_below = hit.block < self._furthest  # footnotes stand below the text
            self._rows[HIT].add(height - 1 if is_below else _row(hit.block + hit.start, document, height))
        self._counted = len(self.hits)


def _row(offset: int, document: Document, height: int) -> int:
    """The row of an offset in the body; what stands above and below has the first and the last one."""
    share = (offset - document.start) / (len(document.text) - document.start)
    return max(0, min(height - 1, int(share * height)))


def _window(viewport: Viewport, document: Document) -> tuple[int, int]:
    """The first and the last row of what is on the screen."""
    height, (top, *_, end) = viewport.height, viewport.rows
    first = 0 if viewport.top == 0 else _row_of(top.block, _char(top), document, height)
    last = height - 1 if viewport.progress == 100 else _row_of(end.block, _char(end), document, height)
    return min(first, last), last


def _char(row: PlacedRow) -> int:
    """The first character of a row."""
    return row.row.pieces[0].start if row.row.pieces else 0


def _row_of(block: Block, char: int, document: Document, height: int) -> int:
    """The row that stands for a character of a block; that of a footnote is the last one."""
    if block.containers and block.containers[0].kind is ContainerKind.NOTE:
        return height - 1
    return _row(block.offset + char, document, height)
