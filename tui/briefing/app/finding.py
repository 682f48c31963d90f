"""Find in the text: the hits of a query, which of them is lit, and how many there are."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator
from itertools import chain
from time import perf_counter

from briefing.app.seeking import Seek
from briefing.document.block import Place, Range
from briefing.document.document import Document
from briefing.document.order import following

SLICE = 0.004
"""Seconds of looking between two looks at the keyboard."""


class Finder:
    """The hits of one query in one document, in reading order.

    The first one from the reader on is lit before the others are counted, however far down the reader is.
    """

    def __init__(self, document: Document, words: str, seek: Seek, *, from_end: bool = False) -> None:
        """Look for this; nothing is found before `search` has run.

        Args:
            document: where to look.
            words: its name for the reader.
            seek: what finds the hits in a block.
            from_end: whether the last hit is to be lit, once all are counted.
        """
        self.document = document
        self.words = words
        self.seek = seek
        self.hits: list[Range] = []
        """What is counted so far."""
        self.complete = False
        self._from_end = from_end
        self._index = 0
        self._uncounted: Range | None = None

    @property
    def lit(self) -> Range | None:
        """The hit that is lit."""
        if self._uncounted is not None:
            return self._uncounted
        if self._from_end and not self.complete:
            return None
        return self.hits[self._index] if 0 <= self._index < len(self.hits) else None

    @property
    def status(self) -> str:
        """How many hits there are and which is lit: `3 of 17`."""
        if self.complete and not self.hits:
            return "not in this text"
        if self._uncounted is not None or not self.hits or self.lit is None:
            return "looking …"
        return f"{self._index + 1} of {len(self.hits)}{'' if self.complete else '+'}"

    async def search(self, origin: Place | None) -> AsyncIterator[None]:
        """Light the first hit from the origin on, then count all of them, in slices, yielding after each.

        Args:
            origin: where the reader is; None for the beginning.
        """
        begun = perf_counter()
        for hit in self._hits_from(origin) if origin else ():
            if hit is not None:
                self._uncounted = hit
                break
            if perf_counter() - begun > SLICE:
                yield
                await asyncio.sleep(0)
                begun = perf_counter()
        yield
        for block in self.document:
            self._count(self.seek(block))
            if perf_counter() - begun > SLICE:
                yield
                await asyncio.sleep(0)
                begun = perf_counter()
        self.complete = True
        self._index = len(self.hits) - 1 if self._from_end else self._index % max(1, len(self.hits))
        yield

    def step(self, steps: int) -> None:
        """Light the next or the previous hit; from the last it goes on with the first, once all are counted."""
        self._index += steps
        if self.complete:
            self._index %= max(1, len(self.hits))

    def ends(self, steps: int) -> bool:
        """Whether there is no hit so many steps on, now that all are counted."""
        return self.complete and not 0 <= self._index + steps < len(self.hits)

    def _hits_from(self, origin: Place) -> Iterator[Range | None]:
        """The hits from a place on, and None for each block without one."""
        for block in chain((self.document.nearest(origin.block),), following(self.document, origin.block)):
            above = origin.char if block.offset == origin.block else 0
            yield next((hit for hit in self.seek(block) if hit.end > above), None)

    def _count(self, found: Iterable[Range]) -> None:
        """Take the hits of the next block; the steps that were made from one that was not counted yet count from it."""
        for hit in found:
            if hit == self._uncounted:
                self._index += len(self.hits)
                self._uncounted = None
            self.hits.append(hit)
