"""Looking at a text through the standard that it declares."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.app.commands.command import Command, Context

if TYPE_CHECKING:
    from briefing.app.screens.reader import ReaderScreen


class EstimativeLens(Command):
    """Underline the words of likelihood that the declared standard defines, or no more; `p` peeks at their range."""

    contexts = (Context.ANYWHERE,)
    keys = ()

    @staticmethod
    def available(reader: ReaderScreen) -> bool:
        """Whether the briefing declares a standard."""
        return reader.desk.reading is not None and reader.desk.reading.briefing.estimative is not None

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        from briefing.app.lens import scale_of, seek_terms  # noqa: PLC0415  not needed to read

        reading, marks = reader.desk.reading, reader.text.marks
        scale = scale_of(reading.briefing) if reading else None
        if marks.terms is not None:
            reader.text.marks = replace(marks, terms=None)
        elif scale is None:
            reader.tell("No scale of likelihood is known by the name that this briefing declares.")
        else:
            reader.text.marks = replace(marks, terms=seek_terms(scale))
            reader.tell(f"Terms of {scale.name} are underlined; p peeks at what they mean.")
