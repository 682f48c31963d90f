"""From a figure to its passage, and to what is stated of the same thing elsewhere and at other times."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from briefing.library.figures import FigureOrder, ListedFigure
from briefing.library.index import Interrupted
from briefing.library.query_tree import Query
from briefing.model.errors import Refusal
from briefing.review.timeline import Seen, by_time, own_history

if TYPE_CHECKING:
    from briefing.app.screens.reader import ReaderScreen
    from briefing.app.widgets.timeline_pane import Story

MOST = 300
"""Observations of one track that are shown."""


def seen_of(row: ListedFigure) -> Seen:
    """A figure of the library as an observation."""
    figure = row.figure
    return Seen(
        figure.phrase,
        figure.value,
        figure.unit,
        row.as_of,
        figure.status,
        figure.label,
        row.sources,
        row.grades,
        figure.grade,
        row.title,
        row.path,
        row.index,
        row.handling,
    )


async def go_to_figure(reader: ReaderScreen, path: str, index: int) -> None:
    """Open a briefing at the passage of one of its figures; that it has none is said.

    Args:
        reader: the screen.
        path: of the briefing, absolute; empty for the one that is open.
        index: which of its figures.
    """
    if path and not reader.opening.open(path):
        return
    reader.links.going.arrived()
    await reader.desk.inspect()
    reading = reader.desk.reading
    if reading is None or index >= len(reading.briefing.figures):
        reader.tell("The briefing has changed: it has no such figure now.")
        return
    if not reader.desk.light_next_passage(index):
        reader.tell("This figure has no passage in the text.")
    reader.facts.point_at_figure(index)


async def show_track(reader: ReaderScreen, track: str) -> None:
    """Show all that the library states of a track."""
    rows = await _of_track(reader, track)
    if rows is not None:
        _push(reader, [_story(f"Track {track}", rows)])


async def show_figure_over_time(reader: ReaderScreen, index: int) -> None:
    """Show a figure of the open briefing with its own history, and with what the library states of its track."""
    reading = reader.desk.reading
    if reading is None or index >= len(reading.briefing.figures):
        return
    figure, path = reading.briefing.figures[index], reader.opening.file or ""
    own = own_history(reading.briefing, index, path)
    stories = []
    if len(own) > 1 or figure.change:
        stories.append(_story("As this briefing states it", own, change=figure.change))
    if figure.track is not None:
        rows = await _of_track(reader, figure.track) if reader.browsing is not None else _in_file(reader, figure.track)
        if rows is None:
            return
        stories.append(_story(f"Track {figure.track}", rows))
    if stories:
        _push(reader, stories)
    else:
        reader.tell("This figure has neither a track nor earlier values: there is nothing to lay beside it.")


def _in_file(reader: ReaderScreen, track: str) -> tuple[Seen, ...]:
    """What the open briefing alone states of a track."""
    reading, path = reader.desk.reading, reader.opening.file or ""
    if reading is None:
        return ()
    briefing = reading.briefing
    members = [index for index, figure in enumerate(briefing.figures) if figure.track == track]
    return by_time(one for index in members for one in own_history(briefing, index, path) if not one.role)


async def _of_track(reader: ReaderScreen, track: str) -> tuple[Seen, ...] | None:
    """What the library states of a track; None where that is not known now, which is said."""
    index = reader.library.shelf.index
    try:
        table = await asyncio.to_thread(index.figures, Query(""), FigureOrder.TRACK, track, MOST + 1)
    except Interrupted:
        return None
    except Refusal as refusal:
        reader.tell(str(refusal))
        return None
    return by_time(seen_of(row) for row in table)


def _story(name: str, rows: tuple[Seen, ...], change: object = None) -> Story:
    """Rows under a name."""
    from briefing.app.said import said  # noqa: PLC0415  with the page
    from briefing.app.widgets.timeline_pane import Story  # noqa: PLC0415  the same

    left_out = f"More than {MOST:,} are stated; these are the first of them." if len(rows) > MOST else ""
    return Story(name, rows[:MOST], f"change, as stated: {said(change)}" if change else "", left_out)


def _push(reader: ReaderScreen, stories: list[Story]) -> None:
    """Show the page."""
    from briefing.app.screens.timeline import TimelineScreen  # noqa: PLC0415  pages import commands

    reader.app.push_screen(TimelineScreen(reader, stories))
