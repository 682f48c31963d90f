"""Selecting in the text by the keys: where the caret goes, and with it the end of what is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from briefing.app import caret
from briefing.app.commands.command import Command, Context

if TYPE_CHECKING:
    from briefing.app.screens.reader import ReaderScreen


class Select(Command):
    """Begin to select, where you are reading or where the mouse left off; then move, and copy with `y`."""

    contexts = (Context.TEXT,)
    keys = ("v",)
    moves = True

    @staticmethod
    def available(reader: ReaderScreen) -> bool:
        """Whether there is anything to select."""
        return bool(reader.text.viewport.rows)

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.desk.selecting.begin()


class _WhileSelecting:
    """What all commands that move the caret have in common."""

    contexts: ClassVar[tuple[Context, ...]] = (Context.SELECTING,)
    palette: ClassVar[bool] = False


class StopSelecting(_WhileSelecting, Command):
    """Select nothing any more."""

    keys = ("v",)
    moves = True

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.desk.selecting.drop()


class ExtendDown(_WhileSelecting, Command):
    """Select as far as the next row."""

    keys = ("j", "down")
    moves = True

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.desk.selecting.extend(caret.by_rows(1), keeps_column=True)


class ExtendUp(_WhileSelecting, Command):
    """Select as far as the row before."""

    keys = ("k", "up")
    moves = True

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.desk.selecting.extend(caret.by_rows(-1), keeps_column=True)


class ExtendRight(_WhileSelecting, Command):
    """Select one character more."""

    keys = ("l", "right")
    moves = True

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.desk.selecting.extend(caret.by_characters(1))


class ExtendLeft(_WhileSelecting, Command):
    """Select one character less, or one before the beginning."""

    keys = ("h", "left")
    moves = True

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.desk.selecting.extend(caret.by_characters(-1))


class ExtendByWord(_WhileSelecting, Command):
    """Select as far as the next word."""

    keys = ("w",)
    moves = True

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.desk.selecting.extend(caret.by_words(1))


class ExtendBackByWord(_WhileSelecting, Command):
    """Select as far as the beginning of this word, or of the one before."""

    keys = ("b",)
    moves = True

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.desk.selecting.extend(caret.by_words(-1))


class ExtendPageDown(_WhileSelecting, Command):
    """Select a page more."""

    keys = ("space", "pagedown")
    also = ("ctrl+f",)

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.desk.selecting.extend(caret.by_rows(reader.text.size.height - 1), keeps_column=True)


class ExtendPageUp(_WhileSelecting, Command):
    """Select a page less."""

    keys = ("pageup",)
    also = ("ctrl+b",)

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.desk.selecting.extend(caret.by_rows(1 - reader.text.size.height), keeps_column=True)


class ExtendToStart(_WhileSelecting, Command):
    """Select as far as the beginning of the text."""

    keys = ("g", "home")
    moves = True

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.desk.selecting.extend(caret.to_start)


class ExtendToEnd(_WhileSelecting, Command):
    """Select as far as the end of the text."""

    keys = ("G", "end")
    moves = True

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.desk.selecting.extend(caret.to_end)
