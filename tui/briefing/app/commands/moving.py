"""Moving within a pane: the same keys in the text, the list and the facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.commands.command import PANES, Command

if TYPE_CHECKING:
    from briefing.app.screens.reader import ReaderScreen


class Down(Command):
    """Move down a line or an item."""

    contexts = PANES
    keys = ("j", "down")
    palette = False
    moves = True

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.pane.move_steps(1)


class Up(Command):
    """Move up a line or an item."""

    contexts = PANES
    keys = ("k", "up")
    palette = False
    moves = True

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.pane.move_steps(-1)


class PageDown(Command):
    """Move down a page."""

    contexts = PANES
    keys = ("space", "pagedown")
    also = ("ctrl+f",)
    palette = False

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.pane.move_pages(1)


class PageUp(Command):
    """Move up a page."""

    contexts = PANES
    keys = ("b", "pageup")
    also = ("ctrl+b",)
    palette = False
    moves = True

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.pane.move_pages(-1)


class HalfPageDown(Command):
    """Move down half a page."""

    contexts = PANES
    keys = ("d",)
    also = ("ctrl+d",)
    palette = False
    moves = True

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.pane.move_pages(0.5)


class HalfPageUp(Command):
    """Move up half a page."""

    contexts = PANES
    keys = ("u",)
    also = ("ctrl+u",)
    palette = False
    moves = True

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.pane.move_pages(-0.5)


class ToStart(Command):
    """Go to the beginning."""

    contexts = PANES
    keys = ("g", "home")
    palette = False
    moves = True

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.pane.move_to_start()


class ToEnd(Command):
    """Go to the end."""

    contexts = PANES
    keys = ("G", "end")
    palette = False
    moves = True

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.pane.move_to_end()
