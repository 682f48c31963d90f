"""The figures of the library, and what is stated of one thing at different times."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefing.app.commands.command import Command, Context
from briefing.app.commands.conditions import has_library
from briefing.app.work import begin

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from briefing.app.screens.figure_page import FigurePage
    from briefing.app.screens.reader import ReaderScreen


_TABLE = "library-figures"
"""The name by which the table is kept, so that the reader finds it again as it was left."""


def _shown(reader: ReaderScreen) -> FigurePage | None:
    """The page of figures that is shown, if one is."""
    from briefing.app.screens.figure_page import FigurePage  # noqa: PLC0415  pages import commands

    return reader.app.screen if isinstance(reader.app.screen, FigurePage) else None


def _shows_library(reader: ReaderScreen) -> bool:
    """Whether the figures of the library are shown, which can be narrowed and put in order."""
    page = _shown(reader)
    return page is not None and page.can_narrow


class LibraryFigures(Command):
    """Show the key figures of the whole library in one table: sorted, narrowed, and by track."""

    contexts = (Context.ANYWHERE,)
    keys = ("F",)
    also = ("4",)
    available = staticmethod(has_library)

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        from briefing.app.screens.figures import FiguresScreen  # noqa: PLC0415  pages import commands

        if not reader.app.is_screen_installed(_TABLE):
            reader.app.install_screen(FiguresScreen(reader), _TABLE)
        reader.app.push_screen(_TABLE)


class FigureTimeline(Command):
    """Lay beside each other what is stated of this figure's track at different times, and the figure's own history."""

    contexts = (Context.FACTS,)
    keys = ("t",)
    label = "over time"

    @staticmethod
    def available(reader: ReaderScreen) -> bool:
        """Whether the cursor is on a figure."""
        return reader.facts.current is not None and reader.facts.current.figure is not None

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        from briefing.app.tracking import show_figure_over_time  # noqa: PLC0415  not needed to read

        fact = reader.facts.current
        if fact is not None and fact.figure is not None:
            begin(reader, partial(show_figure_over_time, reader, fact.figure), "timeline")


class ToFigure(Command):
    """Go to the passage of the figure in its briefing; on the name of a track, show its timeline."""

    contexts = (Context.FIGURES,)
    keys = ("enter",)
    also = ("l", "right")
    label = "passage"
    palette = False

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        _page(reader).pane.choose()


class TrackTimeline(Command):
    """Show the timeline of the track under the cursor."""

    contexts = (Context.FIGURES,)
    keys = ("t",)
    label = "timeline"
    palette = False

    @staticmethod
    def available(reader: ReaderScreen) -> bool:
        """Whether there is a track under the cursor."""
        page = _shown(reader)
        return page is not None and page.track is not None

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        _page(reader).show_track()


class NarrowFigures(Command):
    """Type a query to keep only the figures that it names, as `figure:troops>1000`, of the briefings that answer it."""

    contexts = (Context.FIGURES,)
    keys = ("/",)
    label = "filter"
    palette = False
    available = staticmethod(_shows_library)

    @staticmethod
    def run(reader: ReaderScreen) -> Awaitable[None]:
        """Do it."""
        return _page(reader).narrow()


class SortFigures(Command):
    """Put the figures in another order: by track, the latest first, by label, by source, by briefing."""

    contexts = (Context.FIGURES,)
    keys = ("S",)
    label = "order"
    palette = False
    available = staticmethod(_shows_library)

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        _page(reader).next_order()


class CopyFigures(Command):
    """Copy as a table, under the handling labels of the briefings: of the library the figure under the cursor."""

    contexts = (Context.FIGURES,)
    keys = ("y",)
    label = "copy"
    palette = False

    @staticmethod
    def run(reader: ReaderScreen) -> Awaitable[None]:
        """Do it."""
        return _page(reader).copy()


def _page(reader: ReaderScreen) -> FigurePage:
    """The page of figures that is shown.

    Raises:
        LookupError: none is.
    """
    page = _shown(reader)
    if page is None:
        raise LookupError("no page of figures is shown")
    return page
