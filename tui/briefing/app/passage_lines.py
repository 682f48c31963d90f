"""The passage of a figure shown beside the text: the words around it, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing.app.fact_lines import INDENT, Draw, prose
from briefing.app.paint import Ink, ink
from briefing.app.palette import Look
from briefing.app.reading import Reading
from briefing.app.widgets.rows_pane import Line
from briefing.document.block import Block, BlockKind, Role, Span
from briefing.document.layout import lay_out
from briefing.document.runs import runs
from briefing.model.figure import Anchor
from briefing.model.text import shown_line

MOST = 3
"""Passages of one figure that are shown."""
AROUND = 400
"""Characters of the paragraph that are shown before and after a passage."""


def passage_lines(reading: Reading, index: int) -> Draw:
    """Draw the passages of a figure, each lit in its paragraph."""

    def lines(width: int, _lit: bool) -> list[Line]:
        """The rows of all passages, or the reason why there are none."""
        if reading.inspection is None:
            return list(prose("The text is still being read.", width, Look.QUIET))
        anchors = reading.anchors[index]
        if not anchors:
            return list(prose("It has no passage in the text.", width, Look.WARNING))
        drawn = [line for anchor in anchors[:MOST] for line in _passage(reading, anchor, width)]
        if len(anchors) > MOST:
            drawn += prose(f"and {len(anchors) - MOST:,} more", width, Look.QUIET)
        return drawn

    return lines


def _passage(reading: Reading, anchor: Anchor, width: int) -> Iterator[Line]:
    """One passage: its section and line, then the words around it."""
    section = reading.section_at(anchor.block)
    named = f"{shown_line(reading.sections[section].title)} · " if section is not None else ""
    yield Line()
    yield from prose(f"{named}line {anchor.line}", width, Look.CAPTION)
    block = _excerpt(reading.document.block(anchor.block), anchor)
    for row in lay_out(block, max(1, width - INDENT - 2)):
        if row.pieces:
            found = (Ink(INDENT + 1 + one.x, one.text, one.cells, one.roles) for one in runs(block, row))
            yield Line((ink(INDENT - 1, "│", Look.ACCENT), *found))


def _excerpt(block: Block, anchor: Anchor) -> Block:
    """The words around a passage as a paragraph of their own, the passage lit."""
    start, end = max(0, anchor.start - AROUND), min(len(block.text), anchor.end + AROUND)
    before, after = "… " if start else "", " …" if end < len(block.text) else ""
    text = f"{before}{block.text[start:end]}{after}"
    shift = len(before) - start
    lit = Span(anchor.start + shift, anchor.end + shift, Role.FIGURE_LIT)
    return replace(block, kind=BlockKind.PARAGRAPH, text=text, spans=(lit,), containers=(), level=0, gap=0, table=None)
