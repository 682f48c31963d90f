"""What on the screen leads on: links, marks of footnotes and sources, passages of figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from briefing.app.hints import Spot
from briefing.document.block import Block, Place, Range, Role
from briefing.document.layout import PlacedRow
from briefing.document.manner import is_fold
from briefing.document.targets import links_of
from briefing.document.width import cell_width
from briefing.model.figure import Anchor
from briefing.model.record import record

if TYPE_CHECKING:
    from briefing.app.seeking import Seek


@record
class Link:
    """Words of the text that lead on."""

    range: Range
    role: Role
    """`LINK`, `FOOTNOTE` for the mark of a note or a source, `FIGURE` for a passage, `TERM` for a word of likelihood,
    `ALERT` for a folded title."""
    target: str = ""
    """Where it leads, as a span has it; empty for a passage."""
    passage: tuple[int, Anchor] | None = None
    """The index of the figure whose passage it is, and that passage."""

    @property
    def start(self) -> Place:
        """Where it begins."""
        return Place(self.range.block, self.range.start)


def links_in(block: Block, passages: Iterable[tuple[int, Anchor]], terms: Seek | None = None) -> list[Link]:
    """What leads on in a block, in reading order.

    Words that are a passage by a link to their figure are one thing; so are words that several figures rest on.

    Args:
        block: any block.
        passages: those of the whole text, or at least of the block.
        terms: finds the words of likelihood, while they can be peeked at.
    """
    found: dict[tuple[int, int], Link] = {}
    for figure, anchor in passages:
        if anchor.block == block.offset:
            words = Range(block.offset, anchor.start, anchor.end)
            found.setdefault((anchor.start, anchor.end), Link(words, Role.FIGURE, passage=(figure, anchor)))
    for span in links_of(block):
        words = Range(block.offset, span.start, span.end)
        found.setdefault((span.start, span.end), Link(words, span.role, span.target or ""))
    for words in terms(block) if terms else ():
        link = Link(words, Role.TERM, " ".join(block.text[words.start : words.end].split()))
        found.setdefault((words.start, words.end), link)
    if is_fold(block):
        found.setdefault((0, len(block.text)), Link(Range(block.offset, 0, len(block.text)), Role.ALERT))
    return [found[place] for place in sorted(found)]


def link_at(links: Iterable[Link], place: Place) -> Link | None:
    """The link that holds a place; of several the innermost."""
    holding = [one for one in links if one.range.block == place.block and one.range.start <= place.char < one.range.end]
    return min(holding, key=lambda one: one.range.end - one.range.start, default=None)


Column = Callable[[PlacedRow, int], int | None]
"""Gives the column of the screen for a column of a row; None where that is panned out of sight."""


def shown(
    rows: Sequence[PlacedRow], passages: Sequence[tuple[int, Anchor]], column: Column, terms: Seek | None = None
) -> list[tuple[Link, Spot]]:
    """What leads on on the screen, each with the row and the column where the first of its words stands.

    Args:
        rows: the rows of the screen.
        passages: the passages of figures.
        column: where a column of a row is on the screen.
        terms: finds the words of likelihood, while they can be peeked at.
    """
    waiting: dict[int, list[Link]] = {}
    for block in {row.block.offset: row.block for row in rows}.values():
        waiting[block.offset] = links_in(block, passages, terms)
    found: list[tuple[Link, Spot]] = []
    for y, row in enumerate(rows):
        remaining = []
        for link in waiting[row.block.offset]:
            x = _first_column(row, link, column)
            if x is None:
                remaining.append(link)
            else:
                found.append((link, (y, x)))
        waiting[row.block.offset] = remaining
    return sorted(found, key=lambda pair: pair[1])


def _first_column(row: PlacedRow, link: Link, column: Column) -> int | None:
    """Where the first of a link's words in a row is on the screen; None where none of them is."""
    for piece in row.row.pieces:
        first, last = max(piece.start, link.range.start), min(piece.end, link.range.end)
        if first < last:
            x = piece.x + cell_width(row.block.text[piece.start : first])
            ends = x + cell_width(row.block.text[first:last])
            visible = next((seen for at in (x, ends - 1) if (seen := column(row, at)) is not None), None)
            if visible is not None:
                return visible
    return None
