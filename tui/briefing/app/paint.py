"""Runs to strips: the thin step between what is known about a row and what Textual draws."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from briefing.app.palette import Palette
from briefing.document.width import cell_width, character_widths
from briefing.model.record import record

if TYPE_CHECKING:
    from briefing.document.drawn import Drawn


@record
class Ink:
    """Words of the program's own furniture."""

    x: int
    text: str
    cells: int
    roles: tuple[str, ...]


def ink(x: int, text: str, *roles: str) -> Ink:
    """Words in a row from this column on, in these roles."""
    return Ink(x, text, cell_width(text), roles)


def fitted(x: int, text: str, width: int, *roles: str) -> Ink:
    """Words that take no more than this width; what is cut off leaves an ellipsis."""
    if cell_width(text) > width:
        text = _cut(text, width - 1).rstrip() + "…" if width > 0 else ""
    return Ink(x, text, cell_width(text), roles)


def _cut(text: str, width: int) -> str:
    """As much of the beginning of a text as takes no more than this width."""
    ends = accumulate(character_widths(text[: 2 * width + 8]))
    return text[: sum(1 for end in ends if end <= width)]


def right(edge: int, text: str, *roles: str) -> Ink:
    """Words that end before this column."""
    width = cell_width(text)
    return Ink(edge - width, text, width, roles)


def strip(drawn: Iterable[Drawn], width: int, palette: Palette, row: tuple[str, ...] = (), before: int = 0) -> Strip:
    """Paint one row. What overlaps or leaves the width is cut off.

    Args:
        drawn: what stands in it.
        width: its columns.
        palette: the styles.
        row: the roles under all of it.
        before: blank columns before the first one.
    """
    blank = palette.style(row)
    segments: list[Segment] = []
    end = 0
    for one in sorted(drawn, key=_column):
        x = one.x + before
        if x > end:
            segments.append(Segment(" " * (x - end), blank))
            end = x
        segments.append(Segment(one.text, palette.style((*row, *one.roles) if row else one.roles)))
        end += one.cells
    if end < width:
        segments.append(Segment(" " * (width - end), blank))
    return Strip(segments, end).crop(0, width) if end > width else Strip(segments, width)


def _column(drawn: Drawn) -> int:
    """Where something begins."""
    return drawn.x


def guarded(strips: Iterable[Strip], widget: Widget) -> list[Strip]:
    """Pass strips through the program's line filters; a widget that draws its own lines must do this itself."""
    filters = widget.app.get_line_filters()
    background = widget.background_colors[1]
    finished = []
    for one in strips:
        segments = list(one)
        for line_filter in filters:
            segments = line_filter.apply(segments, background)
        finished.append(Strip(segments, one.cell_length))
    return finished
