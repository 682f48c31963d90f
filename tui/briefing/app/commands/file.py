"""What can be done with the file that is open: editing it, seeing what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.commands.command import Command, Context

if TYPE_CHECKING:
    from briefing.app.screens.reader import ReaderScreen


class Edit(Command):
    """Open the file in your editor, at the line being read; `$VISUAL` or `$EDITOR` says which."""

    contexts = (Context.ANYWHERE,)
    keys = ("e",)

    @staticmethod
    def available(reader: ReaderScreen) -> bool:
        """Whether a file is open."""
        return reader.desk.reading is not None and reader.opening.file is not None

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        from briefing.app.editor import edit  # noqa: PLC0415  not needed to read

        block = reader.text.viewport.reading
        if reader.opening.file is None:
            return
        with reader.app.suspend():
            problem = edit(reader.opening.file, block.line if block else 1)
        reader.refresh(repaint=True, layout=True)
        if problem:
            reader.app.notify(problem, markup=False, severity="warning")


class ShowProblems(Command):
    """List what is wrong with this file, with what to write instead."""

    contexts = (Context.ANYWHERE,)
    keys = ("!",)

    @staticmethod
    def available(reader: ReaderScreen) -> bool:
        """Whether the file has problems."""
        return reader.desk.reading is not None and bool(reader.desk.reading.problems)

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        from briefing.app.screens.problems import ProblemsScreen  # noqa: PLC0415  pages import commands

        if reader.desk.reading is not None:
            reader.app.push_screen(ProblemsScreen(reader.desk.reading))
