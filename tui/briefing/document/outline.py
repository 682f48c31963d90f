"""The outline of a document: its sections, with the slugs that GitHub gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.document.block import Block, BlockKind, Section
from briefing.model.pattern import pattern

_NOT_IN_SLUG = pattern(r"[^\w\- ]")


def slug(title: str) -> str:
    """The anchor GitHub makes of a heading: lower case, punctuation dropped, each space a hyphen."""
    return _NOT_IN_SLUG.sub("", title.lower()).replace(" ", "-")


class Slugs:
    """Slugs of one document: a title that comes again gets `-1`, `-2`."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def of(self, title: str) -> str:
        """The next free slug for this title."""
        base = candidate = slug(title)
        while candidate in self._taken:
            self._taken[base] += 1
            candidate = f"{base}-{self._taken[base]}"
        self._taken[candidate] = 0
        return candidate


def sections(blocks: Iterable[Block]) -> Iterator[Section]:
    """The sections that these blocks begin; headings inside quotes and items count, as they do on GitHub."""
    slugs = Slugs()
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            title = " ".join(block.text.split())
            yield Section(block.level, title, slugs.of(title), block.offset, block.line)


_HEAD = 64 * 1024
_MAY_BE_H1 = pattern(r"^ {0,3}(?:#(?!#)|=+[ \t]*$)", re.MULTILINE)


def first_heading(text: str, start: int = 0) -> str | None:
    """The rendered text of the first heading of level 1 in the first 64 KB from `start`; None where there is none."""
    from briefing.document.document import Document  # noqa: PLC0415  most briefings have a title of their own

    head = text[start : start + _HEAD]
    if not _MAY_BE_H1.search(head):
        return None
    first = (block for block in Document(head) if block.kind is BlockKind.HEADING and block.level == 1)
    found = next(first, None)
    return None if found is None else " ".join(found.text.split())
