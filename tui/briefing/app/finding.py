"""Find in the text: the hits of a query, which of them is lit, and how many there are."""

from __future__ import annotations

import asyncio
from bisect import bisect_left
from collections.abc import AsyncIterator
from time import perf_counter

from briefing.app.seeking import Seek
from briefing.document.block import Place, Range
from briefing.document.document import Document

SLICE = 0.004
"""Seconds of counting between two looks at the keyboard."""


class Finder:
    """The hits of one query in one document, in reading order."""

    def __init__(self, document: Document, words: str, seek: Seek) -> None:
        """Look for this; nothing is found before `search` has run. `words` name it for the reader."""
        self.document = document
        self.words = words
        self.seek = seek
        self.hits: list[Range] = []
        self.complete = False
        self.index = 0
        """Which hit is lit."""
        self._order: dict[int, int] = {}

    @property
    def lit(self) -> Range | None:
        """The hit that is lit."""
        return self.hits[self.index] if self.index < len(self.hits) else None

    @property
    def status(self) -> str:
        """How many hits there are and which is lit: `3 of 17`."""
        if not self.hits:
            return "not in this text" if self.complete else "looking …"
        return f"{self.index + 1} of {len(self.hits)}{'' if self.complete else '+'}"

    async def search(self, origin: Place | None) -> AsyncIterator[None]:
        """Find every hit in slices, yielding after each; the first one from the origin on is lit as soon as it is met.

        Args:
            origin: where the reader is; None for the beginning.
        """
        begun = perf_counter()
        started = origin is None
        for number, block in enumerate(self.document):
            self._order[block.offset] = number
            self.hits.extend(self.seek(block))
            if origin is not None and not started and block.offset == origin.block:
                started = True
                before = [hit for hit in self.hits if hit.block != origin.block or hit.end <= origin.char]
                self.index = len(before)
            if perf_counter() - begun > SLICE:
                yield
                await asyncio.sleep(0)
                begun = perf_counter()
        self.complete = True
        if self.index >= len(self.hits):
            self.index = 0
        yield

    def step(self, steps: int) -> Range | None:
        """Light the next or the previous hit; from the last it goes on with the first."""
        if self.hits:
            self.index = (self.index + steps) % len(self.hits)
        return self.lit

    def light_nearest(self, place: Place) -> Range | None:
        """Light the first hit at or after a place."""
        keys = [(self._order[hit.block], hit.start) for hit in self.hits]
        if keys and place.block in self._order:
            self.index = bisect_left(keys, (self._order[place.block], place.char)) % len(keys)
        return self.lit
