"""What is new in the library: the front page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.commands.command import Command, Context

if TYPE_CHECKING:
    from briefing.app.screens.reader import ReaderScreen


class FrontPage(Command):
    """Show the front page: what is new or has changed since you read it, and what is past its dates."""

    contexts = (Context.ANYWHERE,)
    keys = ("0",)
    label = "front page"

    @staticmethod
    def available(reader: ReaderScreen) -> bool:
        """Whether there is a library."""
        return reader.browsing is not None

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.library.front.show()
