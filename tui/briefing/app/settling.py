"""The rest of a document, parsed and laid out in slices while nothing else is to be done."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from briefing.app.viewport import Viewport
from briefing.app.work import begin

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from briefing.document.document import Document
    from briefing.document.layout import Layout

SLICE = 0.003
"""Seconds of parsing or layout between two looks at the keyboard."""
PAUSE = 0.001
"""Seconds for everything else between two slices."""
DRAWING = 0.06
"""Seconds in which a text that is laid out anew is drawn first."""


class Settling:
    """Makes all of a viewport's document known, anew whenever it is laid out anew."""

    def __init__(self, node: DOMNode, viewport: Viewport, settled: Callable[[], object]) -> None:
        """Settle what this viewport shows; `settled` is called whenever all of it is parsed and its rows are exact."""
        self._node = node
        self._viewport = viewport
        self._settled = settled
        self._layout: Layout | None = None
        self._document: Document | None = None

    def renew(self) -> None:
        """Begin again, if the document is laid out anew."""
        if self._viewport.layout is not self._layout:
            is_shown = self._document is self._viewport.document
            self._layout, self._document = self._viewport.layout, self._viewport.document
            begin(self._node, partial(self._settle, DRAWING if is_shown else 0), "settle")

    async def _settle(self, delay: float) -> None:
        """Parse and lay out the rest in slices, after so many seconds."""
        document = self._viewport.document
        if document is None or self._viewport.layout is None:
            return
        await asyncio.sleep(delay)
        while not document.parse(SLICE):
            await asyncio.sleep(PAUSE)
        while not self._viewport.refine(SLICE):
            await asyncio.sleep(PAUSE)
        self._settled()
