"""What is new and what is not: the front page, what has changed in a text since it was read, and the read log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.changing import has_changes, to_change
from briefing.app.commands.command import Command, Context
from briefing.app.commands.conditions import has_library

if TYPE_CHECKING:
    from briefing.app.screens.reader import ReaderScreen


class FrontPage(Command):
    """Show the front page: what is new or has changed since you read it, and what is past its dates."""

    contexts = (Context.ANYWHERE,)
    keys = ("0",)
    label = "front page"
    available = staticmethod(has_library)

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.library.front.show()


class NextChange(Command):
    """Go to what changed next since you read it: `●` new, `◐` changed, `○` something taken out.

    On the front page, to the next briefing.
    """

    contexts = (Context.TEXT,)
    keys = ("c",)
    label = "change"
    available = staticmethod(has_changes)

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        to_change(reader, 1)


class PreviousChange(Command):
    """Go to the paragraph before that has changed since you read it; on the front page, to the briefing before."""

    contexts = (Context.TEXT,)
    keys = ("C",)
    available = staticmethod(has_changes)

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        to_change(reader, -1)


class ReadLog(Command):
    """List what was read when, the newest first; Enter opens it again."""

    contexts = (Context.ANYWHERE,)

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        from briefing.app.screens.read_log import ReadLogScreen  # noqa: PLC0415  pages import commands

        reader.app.push_screen(ReadLogScreen(reader))
