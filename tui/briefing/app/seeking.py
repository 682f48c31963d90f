"""What is sought in the text: plain words typed in the text, or the words of a search of the library."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from briefing.document.block import Block, Range
from briefing.document.find import hits_in, pattern

Seek = Callable[[Block], Iterable[Range]]
"""Finds the hits in one block: the one definition of a match for counting, jumping and painting."""


def seek_words(words: str) -> Seek:
    """Seek these very words, one after the other."""
    return partial(hits_in, sought=pattern(words))


def seek_query(words: str) -> Seek:
    """Seek what a search of the library marks in its passages."""
    from briefing.library.marker import marker, marks  # noqa: PLC0415  reading alone needs no library
    from briefing.library.query import parse_query  # noqa: PLC0415  the same

    sought = marker(parse_query(words, typing=True).tree).text

    def seek(block: Block) -> Iterable[Range]:
        return (Range(block.offset, start, end) for start, end in marks(sought, block.text))

    return seek
