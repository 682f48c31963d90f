"""One figure of the library in full: every word that its row has no room for."""

from __future__ import annotations

from briefing.app.aging import SIGN, Aging
from briefing.app.fact_lines import prose
from briefing.app.grading import source_words
from briefing.app.palette import Look
from briefing.app.widgets.rows_pane import Line
from briefing.library.figures import ListedFigure
from briefing.model.counting import counted
from briefing.model.dates import shown_date

HEIGHT = 4
"""Rows that are kept for it, the first one blank."""


def detail_lines(row: ListedFigure | None, aging: Aging, width: int) -> list[Line]:
    """Tell all that the index knows of a figure."""
    if row is None:
        return []
    figure = row.figure
    as_of = f"as of {shown_date(row.as_of)}" if row.as_of else "undated"
    age = f"{SIGN} {aging.words(row.as_of)}" if aging.is_old(row.as_of) else aging.words(row.as_of)
    said = (figure.status, as_of, age, *source_words(row.sources, row.grades, figure.grade), row.title, row.relative)
    first = " — ".join(filter(None, (figure.phrase, figure.label)))
    return [
        Line(),
        *prose(first, width, Look.QUANTITY_LIT, indent=2),
        *prose(" · ".join(filter(None, said)), width, Look.QUIET, indent=2),
    ]


def track_lines(track: str | None, count: int, width: int) -> list[Line]:
    """Tell what the name of a track stands above."""
    figures = counted(count, "figure")
    told = f"{figures} of the track {track}. Enter lays them beside each other." if track else f"{figures} of no track."
    return [Line(), *prose(told, width, Look.QUIET, indent=2)]
