"""While typing a query: what the keys do that are not letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.commands.command import Command, Context

if TYPE_CHECKING:
    from briefing.app.screens.reader import ReaderScreen


class Accept(Command):
    """Go to what was found."""

    contexts = (Context.FIELD,)
    keys = ("enter",)
    label = "open"
    palette = False

    @staticmethod
    async def run(reader: ReaderScreen) -> None:
        """Do it."""
        await reader.field_use.accept()


class Cancel(Command):
    """Leave the field; what it did is undone."""

    contexts = (Context.FIELD,)
    keys = ("escape",)
    also = ("ctrl+c",)
    label = "leave"
    palette = False

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.field_use.cancel()


class NextFound(Command):
    """Go down in what was found."""

    contexts = (Context.FIELD,)
    keys = ("down",)
    also = ("ctrl+n",)
    palette = False

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.field_use.step(1)


class PreviousFound(Command):
    """Go up in what was found."""

    contexts = (Context.FIELD,)
    keys = ("up",)
    palette = False

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.field_use.step(-1)


class ToFacets(Command):
    """Go from the words of a search to its facets."""

    contexts = (Context.FIELD,)
    keys = ("tab",)
    palette = False

    @staticmethod
    async def run(reader: ReaderScreen) -> None:
        """Do it."""
        await reader.field_use.to_facets()
