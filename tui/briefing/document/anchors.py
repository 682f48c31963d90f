"""The places of a text that links can name: headings by their slugs, and ids that the text gives itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.document.block import Place
from briefing.document.document import Document
from briefing.document.outline import slug
from briefing.model.pattern import pattern

GIVEN_ID = pattern(r"""\b(?:id|name)=["']([^"'\s]{1,200})|\{#([^\s{}]{1,200})""")
"""An id that the text gives a place: in HTML, or in the braces behind a heading (Pandoc)."""
_BLOCK_ID = pattern(r"(?<=\s)\^([A-Za-z0-9-]{1,200}+)[ \t]*+$", re.MULTILINE)
"""An id that Obsidian gives a block: behind its last word."""
_BEGINNING = frozenset({"", "top"})


class Anchors:
    """The anchors of one document, all of which is parsed when they are made.

    Args:
        document: the text.
        start: where its body begins, in characters of the file.
        title: the title, which stands above the text and may be named like a heading.
    """

    def __init__(self, document: Document, start: int = 0, title: str = "") -> None:
        document.parse()
        self._document = document
        self._start = start
        self._title = slug(title)
        self._headings = {section.slug: section.offset for section in document.sections()}
        self._given: dict[str, int] | None = None

    def place(self, name: str) -> Place | None:
        """The place that a fragment names: a slug, a heading as it is written, an id; None where there is none."""
        if name.casefold() in _BEGINNING:
            return self._beginning()
        if self._given is None:
            self._given = dict(reversed(list(self._ids())))
        wanted = slug(name)
        offset = next(
            (known for known in (self._headings.get(wanted), self._given.get(name)) if known is not None), None
        )
        if offset is not None:
            return Place(self._document.nearest(offset).offset)
        return self._beginning() if wanted and wanted == self._title else None

    def _beginning(self) -> Place | None:
        """The first block; None where there is none."""
        return next((Place(block.offset) for block in self._document), None)

    def _ids(self) -> Iterator[tuple[str, int]]:
        """Yield the ids that the text gives its places, those of Obsidian's blocks behind a `^`."""
        for found in GIVEN_ID.finditer(self._document.text, self._start):
            yield found[1] or found[2], found.start()
        for found in _BLOCK_ID.finditer(self._document.text, self._start):
            yield f"^{found[1]}", found.start()
