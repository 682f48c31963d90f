"""A row cut where roles change: the last step before a screen or a printer gives each role its style."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefing.document.block import Block, Role, Span
from briefing.document.row import Row
from briefing.document.width import cell_width
from briefing.model.record import record


@record
class Run:
    """Characters of one row that share their roles. The role of the whole row is not among them."""

    x: int
    """The column it begins in."""
    text: str
    cells: int
    """How many columns it takes."""
    roles: tuple[Role, ...]
    """Outermost first; a mark comes after the roles of the text."""
    target: str | None = None
    """Where a link leads, or the label of a footnote."""


def runs(block: Block, row: Row, marks: Sequence[tuple[int, int, Role]] = ()) -> list[Run]:
    """Cut a row of a block into runs, in order of their columns and without overlap.

    Args:
        block: whose row it is.
        row: one that `lay_out` made of the block.
        marks: find hits, passages of figures, the selection: ranges of the block's text with a role, over the spans;
            of two that overlap both roles are given, the later one last.
    """
    cut = [Run(sign.x, sign.text, cell_width(sign.text), (sign.role,)) for sign in row.ornaments]
    for piece in row.pieces:
        if piece.start < piece.end:
            _cut_piece(cut, block, (piece.x, piece.start, piece.end), marks)
    if row.ornaments and len(cut) > 1:
        cut.sort(key=lambda run: run.x)
    return cut


def _cut_piece(
    cut: list[Run], block: Block, piece: tuple[int, int, int], marks: Sequence[tuple[int, int, Role]]
) -> None:
    """Append the runs of one piece."""
    x, start, end = piece
    spans = [span for span in block.spans if span.start < end and span.end > start]
    over = [Span(first, last, role) for first, last, role in marks if first < end and last > start]
    if not spans and not over:
        text = block.text[start:end]
        cut.append(Run(x, text, cell_width(text), ()))
        return
    spans.sort(key=lambda span: (span.start, -span.end))
    spans += over
    edges = {start, end}
    for span in spans:
        edges.add(max(start, span.start))
        edges.add(min(end, span.end))
    places = sorted(edges)
    for first, last in pairwise(places):
        inside = [span for span in spans if span.start <= first and span.end >= last]
        text = block.text[first:last]
        cells = cell_width(text)
        target = next((span.target for span in reversed(inside) if span.target is not None), None)
        cut.append(Run(x, text, cells, tuple(span.role for span in inside), target))
        x += cells
