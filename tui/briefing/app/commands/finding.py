"""Finding words in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.commands.command import Command, Context
from briefing.app.commands.conditions import has_hits, has_text

if TYPE_CHECKING:
    from briefing.app.screens.reader import ReaderScreen


class Find(Command):
    """Find words in the text; capitals matter once you type one."""

    contexts = (Context.TEXT,)
    keys = ("/",)
    label = "find"
    available = staticmethod(has_text)

    @staticmethod
    async def run(reader: ReaderScreen) -> None:
        """Do it."""
        from briefing.app.uses import Finding  # noqa: PLC0415  not needed for the first screen

        await reader.open_field(Finding)


class NextHit(Command):
    """Go to the next hit; past the last one of a result, into the next result of the search."""

    contexts = (Context.TEXT,)
    keys = ("n",)
    moves = True
    available = staticmethod(has_hits)

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        to_hit(reader, 1)


class PreviousHit(Command):
    """Go to the previous hit; before the first one of a result, into the result before it."""

    contexts = (Context.TEXT,)
    keys = ("N",)
    moves = True
    available = staticmethod(has_hits)

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        to_hit(reader, -1)


def to_hit(reader: ReaderScreen, steps: int) -> None:
    """Go on through the hits of the text, and of the search where one is on."""
    if reader.browsing is not None:
        reader.browsing.search.step_hit(steps)
    else:
        reader.desk.to_hit(steps)
