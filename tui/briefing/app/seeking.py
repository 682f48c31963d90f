"""What is sought in the text: plain words typed in the text, or the words of a search of the library and a passage."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING

from briefing.document.block import Block, Range
from briefing.document.find import hits_in, pattern
from briefing.document.order import following

if TYPE_CHECKING:
    from briefing.document.document import Document
    from briefing.library.passage import Passage

AROUND = 300
"""Characters before and after a hit that tell it from others; more than a passage has."""
NEAR = 4
"""Blocks in which a passage is looked for, from the line that it stands on."""

Seek = Callable[[Block], Iterable[Range]]
"""Finds the hits in one block: the one definition of a match for counting, jumping and painting."""


def seek_words(words: str) -> Seek:
    """Seek these very words, one after the other."""
    return partial(hits_in, sought=pattern(words))


def seek_query(words: str) -> Seek:
    """Seek what a search of the library marks in its passages."""
    from briefing.library.marker import marker, marks  # noqa: PLC0415  reading alone needs no library
    from briefing.library.query import parse_query  # noqa: PLC0415  the same
    from briefing.library.word_forms import widened  # noqa: PLC0415  the same

    tree = parse_query(words, typing=True).tree
    sought = marker(widened(tree) if tree else None).text

    def seek(block: Block) -> Iterable[Range]:
        """What of a block the query marks."""
        return (Range(block.offset, start, end) for start, end in marks(sought, block.text))

    return seek


def offset_of_line(text: str, line: int) -> int:
    """Where a line begins, in characters; lines count from 1."""
    offset = 0
    for _ in range(line - 1):
        offset = text.find("\n", offset) + 1
    return offset


def hit_of(passage: Passage, document: Document, seek: Seek) -> Range | None:
    """The hit at which a passage begins that the index has cut out; None where the text has no such hit.

    The index knows the line, and the words around the hit as they are without markup. Of the hits near that line it is
    the one that has most of these words before and after it, letter for letter.
    """
    if not passage.line or not passage.marks:
        return None
    start = passage.marks[0][0]
    before, after = _letters(passage.text[:start])[::-1], _letters(passage.text[start:])
    first = document.nearest(offset_of_line(document.text, passage.line))
    best: tuple[int, Range] | None = None
    for block in islice(chain((first,), following(document, first.offset)), NEAR):
        for hit in seek(block):
            above = block.text[max(0, hit.start - AROUND) : hit.start]
            below = block.text[hit.start : hit.start + AROUND]
            alike = _alike(before, _letters(above)[::-1]) + _alike(after, _letters(below))
            if best is None or alike > best[0]:
                best = (alike, hit)
    return best[1] if best else None


def _letters(text: str) -> str:
    """The letters and digits of a text, which are the same with markup and without."""
    return "".join(filter(str.isalnum, text))


def _alike(one: str, other: str) -> int:
    """How many letters two texts have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (here, there) in pairs if here != there), min(len(one), len(other)))
