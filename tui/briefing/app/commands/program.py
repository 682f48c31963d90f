"""Help, themes, and leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.command import CommandPalette

from briefing.app.commands.command import Command, Context

if TYPE_CHECKING:
    from briefing.app.screens.reader import ReaderScreen


class ChangeTheme(Command):
    """Choose another theme; it is remembered."""

    contexts = (Context.ANYWHERE,)
    keys = ()

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.app.search_themes()


class Suspend(Command):
    """Put the program aside and return to the shell; `fg` brings it back."""

    contexts = (Context.ANYWHERE,)
    keys = ("ctrl+z",)
    palette = False

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.app.action_suspend_process()


class Redraw(Command):
    """Draw the whole screen again."""

    contexts = (Context.ANYWHERE,)
    keys = ("ctrl+l",)
    palette = False

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.refresh(repaint=True, layout=True)


class Escape(Command):
    """Drop the selection, the hits or the search, one at a time; then go to the text. Never quits."""

    contexts = (Context.ANYWHERE,)
    keys = ("escape",)
    palette = False

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.drop_innermost()


class Back(Command):
    """Go back one level: from the text to the list, from the list out of the program."""

    contexts = (Context.ANYWHERE,)
    keys = ("q",)
    label = "back"
    palette = False
    moves = True

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.back()


class Quit(Command):
    """Leave the program."""

    contexts = (Context.ANYWHERE,)
    keys = ("Q",)
    also = ("ctrl+q",)

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.app.exit()


class Palette(Command):
    """Choose a command or a section by typing part of its name."""

    contexts = (Context.ANYWHERE,)
    keys = (":",)
    also = ("ctrl+p",)
    palette = False

    @staticmethod
    async def run(reader: ReaderScreen) -> None:
        """Do it."""
        await reader.app.push_screen(CommandPalette())


class Help(Command):
    """Show every key."""

    contexts = (Context.ANYWHERE,)
    keys = ("?",)
    also = ("f1",)
    label = "keys"

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        from briefing.app.screens.help import HelpScreen  # noqa: PLC0415  pages import commands

        reader.app.push_screen(HelpScreen())
