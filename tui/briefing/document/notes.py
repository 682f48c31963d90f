"""Footnotes as they are listed at the end of a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.document.block import Block, BlockKind, Container, ContainerKind, Role, Span

BACK = "^"
"""Begins the target of a link that leads from a footnote back to its first mention: `^label`."""

_ARROW = " ↩"


def begins_note(block: Block) -> bool:
    """Whether a block is the first of a footnote."""
    note = _note(block)
    return note is not None and note.opens


def with_ways_back(blocks: Sequence[Block], *, goes_on: bool = False) -> tuple[Block, ...]:
    """Footnotes with a link back at the end of each.

    Args:
        blocks: the blocks of some footnotes, those of one after the other.
        goes_on: whether more blocks of the last one follow elsewhere.
    """
    listed = list(blocks)
    for index, block in enumerate(listed):
        note = _note(block)
        is_last = begins_note(listed[index + 1]) if index + 1 < len(listed) else not goes_on
        if note and is_last and block.kind is BlockKind.PARAGRAPH:
            end = len(block.text)
            back = Span(end + 1, end + len(_ARROW), Role.LINK, BACK + note.marker)
            listed[index] = replace(block, text=block.text + _ARROW, spans=(*block.spans, back))
    return tuple(listed)


def _note(block: Block) -> Container | None:
    """The footnote that a block stands in."""
    return next((one for one in block.containers if one.kind is ContainerKind.NOTE), None)
