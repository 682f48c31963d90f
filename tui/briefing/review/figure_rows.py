"""The figures of many briefings as rows: what each says, as of when, according to whom, and in which words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from briefing.model.briefing import Briefing
from briefing.model.dates import StatedDate
from briefing.model.figure import Figure
from briefing.model.problem import Position
from briefing.model.record import record
from briefing.review.inspect import Inspection


@record
class FigureRow:
    """One figure with what is known of it."""

    path: str
    """Of its briefing, as the caller names it."""
    index: int
    """Which figure of its briefing it is, from 0."""
    figure: Figure
    as_of: StatedDate | None
    """Its own date, else that of its briefing; None where neither is stated."""
    sources: tuple[str, ...]
    """Names: an id that the briefing defines is given by the name of its source."""
    line: int
    """The line of the file on which its passage stands; without one, that on which the figure is stated."""
    quote: str | None
    """The words of the passage that it is tied to, as they stand in the text; without one, those that were sought."""
    is_anchored: bool
    """Whether it is tied to a passage."""


def figure_rows(briefing: Briefing, inspection: Inspection, path: str) -> tuple[FigureRow, ...]:
    """Make the rows of one briefing.

    Args:
        briefing: as it was read.
        inspection: the same, laid beside its text.
        path: what the briefing is called in the rows.
    """
    names = {source.id: source.name for source in briefing.sources if source.id}
    rows = []
    for index, (figure, anchors) in enumerate(zip(briefing.figures, inspection.anchors, strict=True)):
        sought = figure.quotes[0].exact if figure.quotes else None
        stated = briefing.positions.get(f"figures[{index}]", Position(1))
        rows.append(
            FigureRow(
                path,
                index,
                figure,
                as_of=briefing.as_of_for(figure),
                sources=tuple(names.get(source, source) for source in figure.sources),
                line=anchors[0].line if anchors else stated.line,
                quote=anchors[0].text if anchors else sought,
                is_anchored=bool(anchors),
            )
        )
    return tuple(rows)


def in_order(rows: Iterable[FigureRow]) -> list[FigureRow]:
    """Sort rows by track, and within a track by the time they hold for; what has no track or no time comes last."""
    return sorted(rows, key=_place)


def _place(row: FigureRow) -> tuple[object, ...]:
    """Where a row stands."""
    track = row.figure.track
    day = (row.as_of.start or row.as_of.end) if row.as_of else None
    return track is None, track or "", day is None, day or date.max, row.path, row.index
