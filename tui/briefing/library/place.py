"""A reading position that outlives its file's edits: the words around it, and the place as a hint."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.document.block import Block, Place
from briefing.model.record import record

EXACT, AROUND = 80, 40
"""Characters of the text from the place on, and of the text on each side of those, that are kept."""


@record
class SavedPlace:
    """A place in a document as it is saved: a quote of the words there (W3C Web Annotation, TextQuoteSelector)."""

    exact: str
    """The words from the place on, of one block; empty where the document had none."""
    prefix: str = ""
    """The words before them, of the same block or the one above."""
    suffix: str = ""
    """The words after them, of the same block or the one below."""
    block: int = 0
    """The hint: where the block began, in characters of the file's text."""
    char: int = 0
    """The hint: the character of the block's text."""


def save_place(blocks: Sequence[Block], place: Place) -> SavedPlace:
    """Quote the words around a place.

    Args:
        blocks: the document, or at least the block that the place is in with its neighbours, in order.
        place: a place in one of them; in a block without text, the next one with text is quoted.
    """
    worded = [block for block in blocks if block.text.strip()]
    index = next((index for index, block in enumerate(worded) if block.offset >= place.block), len(worded) - 1)
    if index < 0:
        return SavedPlace("", block=place.block, char=place.char)
    block = worded[index]
    char = min(place.char, max(0, len(block.text) - 1)) if block.offset == place.block else 0
    above = worded[index - 1].text if index else ""
    below = worded[index + 1].text if index + 1 < len(worded) else ""
    before, after = _around(block, char, char + EXACT, above, below)
    return SavedPlace(block.text[char : char + EXACT], before, after, block.offset, char)


def _around(block: Block, start: int, end: int, above: str, below: str) -> tuple[str, str]:
    """Give the words before and after a range of a block; where it has none, those of its neighbours."""
    before, after = block.text[:start] or above, block.text[end:] or below
    return before[-AROUND:], after[:AROUND]


def find_place(blocks: Iterable[Block], saved: SavedPlace) -> Place | None:
    """Find a saved place again, exactly or not at all.

    The words must stand in the document. Where they stand more than once, the place is the only one with the same
    words before and after it, or with the same on one side, or the one that the hint names; else it is not found.
    """
    if not saved.exact:
        return None
    candidates = list(_candidates(blocks, saved))
    for enough in (2, 1, 0):
        best = [place for place, alike in candidates if alike >= enough]
        if len(best) == 1:
            return best[0]
        if Place(saved.block, saved.char) in best:
            return Place(saved.block, saved.char)
    return None


def _candidates(blocks: Iterable[Block], saved: SavedPlace) -> Iterable[tuple[Place, int]]:
    """Give each place with the words, and on how many sides the words around it are the same."""
    worded = [block for block in blocks if block.text.strip()]
    for index, block in enumerate(worded):
        start = block.text.find(saved.exact)
        while start >= 0:
            end = start + len(saved.exact)
            above = worded[index - 1].text if index else ""
            below = worded[index + 1].text if index + 1 < len(worded) else ""
            before, after = _around(block, start, end, above, below)
            yield Place(block.offset, start), (before == saved.prefix) + (after == saved.suffix)
            start = block.text.find(saved.exact, start + 1)
