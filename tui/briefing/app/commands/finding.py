"""Finding words in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.commands.command import Command, Context
from briefing.app.uses import Finding

if TYPE_CHECKING:
    from briefing.app.screens.reader import ReaderScreen


class Find(Command):
    """Find words in the text; capitals matter once you type one."""

    contexts = (Context.TEXT,)
    keys = ("/",)
    label = "find"

    @staticmethod
    def available(reader: ReaderScreen) -> bool:
        """Whether a text is open."""
        return reader.desk.reading is not None

    @staticmethod
    async def run(reader: ReaderScreen) -> None:
        """Do it."""
        await reader.open_field(Finding)


class NextHit(Command):
    """Go to the next hit."""

    contexts = (Context.TEXT,)
    keys = ("n",)
    moves = True

    @staticmethod
    def available(reader: ReaderScreen) -> bool:
        """Whether anything is being looked for."""
        return reader.desk.finder is not None

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.desk.to_hit(1)


class PreviousHit(Command):
    """Go to the previous hit."""

    contexts = (Context.TEXT,)
    keys = ("N",)
    moves = True

    @staticmethod
    def available(reader: ReaderScreen) -> bool:
        """Whether anything is being looked for."""
        return reader.desk.finder is not None

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.desk.to_hit(-1)
