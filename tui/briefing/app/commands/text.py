"""What can be done in the text: sections, figures, what is wider than the pane, what is folded."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.app.commands.command import Command, Context
from briefing.app.commands.conditions import has_text
from briefing.document.manner import is_fold
from briefing.library.settings import WRAPPED, remember

if TYPE_CHECKING:
    from briefing.app.screens.reader import ReaderScreen

COLUMNS = 8
"""How far one key pans."""


class NextSection(Command):
    """Go to the next section."""

    contexts = (Context.TEXT,)
    keys = ("]",)
    also = (")",)
    label = "section"

    @staticmethod
    def available(reader: ReaderScreen) -> bool:
        """Whether the text has sections."""
        return reader.desk.has_sections

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.desk.to_section(1)


class PreviousSection(Command):
    """Go to the beginning of this section, then to the one before it."""

    contexts = (Context.TEXT,)
    keys = ("[",)
    also = ("(",)

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.desk.to_section(-1)


class NextFigure(Command):
    """Go to the next passage of a key figure."""

    contexts = (Context.TEXT,)
    keys = ("}",)
    also = (">",)
    label = "figure"

    @staticmethod
    def available(reader: ReaderScreen) -> bool:
        """Whether any figure has a passage."""
        return reader.desk.may_have_passages

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.desk.to_figure(1)


class PreviousFigure(Command):
    """Go to the previous passage of a key figure."""

    contexts = (Context.TEXT,)
    keys = ("{",)
    also = ("<",)

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.desk.to_figure(-1)


class PanRight(Command):
    """Move a wide table or code to the left, to see more of its right side."""

    contexts = (Context.TEXT,)
    keys = ("l", "right")
    palette = False
    moves = True

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.text.pan(COLUMNS)


class PanLeft(Command):
    """Move a wide table or code back to the right."""

    contexts = (Context.TEXT,)
    keys = ("h", "left")
    palette = False
    moves = True

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.text.pan(-COLUMNS)


class WrapCode(Command):
    """Break long lines of code, or leave them as they are and pan; it is remembered."""

    contexts = (Context.TEXT,)

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        manner = reader.text.viewport.manner
        reader.text.change(replace(manner, wraps_code=not manner.wraps_code))
        problem = remember(code=None if manner.wraps_code else WRAPPED)
        if problem:
            reader.tell(problem)


class OpenFolds(Command):
    """Open every box that its author folded, or close them all; a click opens one."""

    contexts = (Context.TEXT,)
    available = staticmethod(has_text)

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        manner, document = reader.text.viewport.manner, reader.text.viewport.document
        folds = frozenset(block.offset for block in document or () if is_fold(block))
        if not folds:
            reader.tell("Nothing is folded in this text.")
        reader.text.change(replace(manner, opened=frozenset() if manner.opened == folds else folds))
