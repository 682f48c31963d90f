"""What can be done in the facts pane."""

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
