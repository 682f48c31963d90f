"""What can be done in the facts pane, and in the facets that take its place while a search is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.commands.command import Command, Context
from briefing.app.panes import Pane

if TYPE_CHECKING:
    from briefing.app.screens.reader import ReaderScreen


class ToPassage(Command):
    """Go to the section, or to the passage of the figure, once more for its next; or to where a link leads."""

    contexts = (Context.FACTS,)
    keys = ("enter",)
    label = "to the passage"
    palette = False

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.facts.choose()


class PeekPassage(Command):
    """Peek at the passage of the figure without moving the text: words, section and line; again to close."""

    contexts = (Context.FACTS,)
    keys = ("p",)
    label = "peek"
    palette = False

    @staticmethod
    def available(reader: ReaderScreen) -> bool:
        """Whether the cursor is on a figure."""
        return reader.facts.current is not None and reader.facts.current.passage is not None

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.facts.peek()


class FactsToText(Command):
    """Go from the facts to the text."""

    contexts = (Context.FACTS,)
    keys = ("h", "left")
    label = "text"
    palette = False

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.panes.focus_pane(Pane.TEXT)


class ToggleFacet(Command):
    """Narrow the search to what has this value, or no more where it is on already."""

    contexts = (Context.FACETS,)
    keys = ("enter",)
    also = ("l", "right")
    label = "add or take away"
    palette = False

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.library.search.facets.choose()


class FacetsToResults(Command):
    """Go from the facets to the results."""

    contexts = (Context.FACETS,)
    keys = ("h", "left")
    label = "results"
    palette = False

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.panes.focus_pane(Pane.LIST)
