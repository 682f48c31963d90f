"""Going from pane to pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.commands.command import Command, Context
from briefing.app.commands.conditions import has_library
from briefing.app.panes import Pane
from briefing.library.settings import remember

if TYPE_CHECKING:
    from briefing.app.screens.reader import ReaderScreen


class ToLibrary(Command):
    """Go to the list of the library."""

    contexts = (Context.ANYWHERE,)
    keys = ("1",)
    available = staticmethod(has_library)

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.panes.focus_pane(Pane.LIST)


class ToText(Command):
    """Go to the text."""

    contexts = (Context.ANYWHERE,)
    keys = ("2",)

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.panes.focus_pane(Pane.TEXT)


class ToFacts(Command):
    """Go to the facts: sections, figures, byline, dates, sources and all other fields."""

    contexts = (Context.ANYWHERE,)
    keys = ("3",)

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it; the keys that move come to facts that are known."""
        reader.desk.inspect_now()
        reader.panes.focus_pane(Pane.FACTS)


class NextPane(Command):
    """Go to the next pane."""

    contexts = (Context.ANYWHERE,)
    keys = ("tab",)
    palette = False

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.desk.inspect_now()
        reader.panes.cycle(1)


class PreviousPane(Command):
    """Go to the previous pane."""

    contexts = (Context.ANYWHERE,)
    keys = ("shift+tab",)
    palette = False

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.desk.inspect_now()
        reader.panes.cycle(-1)


class TextOnly(Command):
    """Show the text alone, or the other panes again."""

    contexts = (Context.ANYWHERE,)
    keys = ("z",)

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.panes.toggle_alone()
        problem = remember(panes=() if reader.panes.is_alone else None)
        if problem:
            reader.tell(problem)
