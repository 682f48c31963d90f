"""Following links, peeking at where they lead, and going back."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING

from briefing.app.commands.command import Command, Context
from briefing.app.commands.conditions import has_text

if TYPE_CHECKING:
    from briefing.app.screens.reader import ReaderScreen


class FollowLink(Command):
    """Put letters on the links, notes, sources and figures on the screen; type one to follow it."""

    contexts = (Context.TEXT,)
    keys = ("f",)
    label = "follow"
    moves = True
    available = staticmethod(has_text)

    @staticmethod
    def run(reader: ReaderScreen) -> Awaitable[None] | None:
        """Do it."""
        return reader.links.choose(peeks=False)


class FollowLit(Command):
    """Follow what is lit, or go on to what the panel shows; open a folded box; else choose by letters."""

    contexts = (Context.TEXT,)
    keys = ("enter",)
    palette = False
    available = staticmethod(has_text)

    @staticmethod
    def run(reader: ReaderScreen) -> Awaitable[None] | None:
        """Do it."""
        return reader.links.go_on()


class Peek(Command):
    """Peek at what is lit, without leaving: a note, a source, a figure, where a link leads; again to choose another."""

    contexts = (Context.TEXT,)
    keys = ("p",)
    moves = True
    available = staticmethod(has_text)

    @staticmethod
    def run(reader: ReaderScreen) -> Awaitable[None] | None:
        """Do it."""
        return reader.links.peek()


class HistoryBack(Command):
    """Go back to where you were before you followed a link or opened this briefing."""

    contexts = (Context.ANYWHERE,)
    keys = ("backspace", "H")
    also = ("alt+left",)
    moves = True
    available = staticmethod(has_text)

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        if reader.opening.go_back():
            reader.links.going.arrived()
        else:
            reader.tell("This is where you began.")


class HistoryForward(Command):
    """Go forward again, after going back."""

    contexts = (Context.ANYWHERE,)
    keys = ("L",)
    also = ("alt+right",)
    moves = True
    available = staticmethod(has_text)

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        if reader.opening.go_forward():
            reader.links.going.arrived()
        else:
            reader.tell("There is nothing further on.")


class OpenOriginal(Command):
    """Show the address of the original, as the briefing gives it; Enter opens it in your browser."""

    contexts = (Context.ANYWHERE,)
    keys = ("o",)

    @staticmethod
    def available(reader: ReaderScreen) -> bool:
        """Whether the briefing names its original."""
        return reader.desk.reading is not None and bool(reader.desk.reading.briefing.url)

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        if reader.desk.reading is not None and reader.desk.reading.briefing.url:
            reader.links.going.show_address_of(reader.desk.reading.briefing.url)


class LeaveLetters(Command):
    """Take the letters off the links again."""

    contexts = (Context.HINTS,)
    keys = ("escape",)
    also = ("q", "ctrl+c")
    label = "leave"
    palette = False

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.links.choosing.leave()


class TakeLetterBack(Command):
    """Take back the letter typed last."""

    contexts = (Context.HINTS,)
    keys = ("backspace",)
    palette = False

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.links.choosing.take_back()


class PeekInstead(Command):
    """Peek at what is chosen instead of following it, or the other way round."""

    contexts = (Context.HINTS,)
    keys = ("p",)
    palette = False
    moves = True

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.links.choosing.toggle()
