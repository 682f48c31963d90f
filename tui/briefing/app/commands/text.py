"""What can be done in the text: sections, figures, what is wider than the pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.commands.command import Command, Context

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
        return reader.desk.reading is not None and bool(reader.desk.reading.sections)

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
        return reader.desk.reading is not None and bool(reader.desk.reading.ordered_anchors)

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
