"""The places of a text that links can name: headings by their slugs, and ids that the text gives itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from time import perf_counter

from briefing.document.block import BlockKind, Place
from briefing.document.document import Document
from briefing.document.outline import Slugs, slug
from briefing.model.pattern import pattern

_GIVEN_ID = pattern(r"""\b(?:id|name)=["']([^"'\s]{1,200})|\{#([^\s{}]{1,200})""")
"""An id that the text gives a place: in HTML, or in the braces behind a heading (Pandoc)."""
_BLOCK_ID = pattern(r"(?<=\s)\^([A-Za-z0-9-]{1,200}+)[ \t]*+$", re.MULTILINE)
"""An id that Obsidian gives a block: behind its last word."""
_LONGEST = 256
"""Characters that an id may take with what stands around it."""
_STRETCH = 64 * 1024
"""Characters that are looked through for ids at a time."""
_BEGINNING = frozenset({"", "top"})


class Anchors:
    """The anchors of one document, found by going through it once.

    Args:
        document: the text.
        start: where its body begins, in characters of the file.
        title: the title, which stands above the text and may be named like a heading.
    """

    def __init__(self, document: Document, start: int = 0, title: str = "") -> None:
        self._document = document
        self._start = start
        self._title = slug(title)
        self._headings: dict[str, int] = {}
        self._given: dict[str, int] = {}
        self._steps = self._read()

    def read(self, seconds: float | None = None) -> bool:
        """Go on looking for anchors for about so long; True when all of the text has been gone through."""
        deadline = None if seconds is None else perf_counter() + seconds
        if not self._document.parse(seconds):
            return False
        return all(deadline is None or perf_counter() <= deadline for _ in self._steps)

    def place(self, name: str) -> Place | None:
        """The place that a fragment names: a slug, a heading as it is written, an id; None where there is none."""
        if name.casefold() in _BEGINNING:
            return self._beginning()
        self.read()
        wanted = slug(name)
        offset = self._headings.get(wanted, self._given.get(name))
        if offset is not None:
            return Place(self._document.nearest(offset).offset)
        return self._beginning() if wanted and wanted == self._title else None

    def _beginning(self) -> Place | None:
        """The first block; None where there is none."""
        return next((Place(block.offset) for block in self._document), None)

    def _read(self) -> Iterator[None]:
        """Collect headings, then ids, a little at a time."""
        slugs = Slugs()
        for block in self._document:
            if block.kind is BlockKind.HEADING:
                self._headings[slugs.of(" ".join(block.text.split()))] = block.offset
            yield
        for first in range(self._start, len(self._document.text), _STRETCH):
            for name, offset in given_ids(self._document.text, first, first + _STRETCH):
                self._given.setdefault(name, offset)
            yield


def given_ids(text: str, first: int, last: int) -> Iterator[tuple[str, int]]:
    """Yield the ids that a text itself gives its places from `first` on and before `last`, each with its place.

    Those that Obsidian gives to blocks begin with `^`.
    """
    for before, sought in (("", _GIVEN_ID), ("^", _BLOCK_ID)):
        for found in sought.finditer(text, first, last + _LONGEST):
            if found.start() < last:
                yield before + (next(filter(None, found.groups()))), found.start()
