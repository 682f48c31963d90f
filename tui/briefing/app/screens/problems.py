"""The page of problems: what is wrong with a file, where, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from briefing.app.reading import Reading
from briefing.app.screens.page import PageScreen
from briefing.model.problem import Level, Problem
from briefing.model.text import shown_line

_SIGNS = {Level.ERROR: ("✗", "$error"), Level.WARNING: ("!", "$warning"), Level.INFO: ("i", "$foreground")}


class ProblemsScreen(PageScreen):
    """The problems of one file."""

    def __init__(self, reading: Reading) -> None:
        """Make the page of what is known to be wrong."""
        super().__init__(f"Notes on {shown_line(reading.briefing.path)}", list(problem_lines(reading.problems)))


def problem_lines(problems: Sequence[Problem]) -> Iterator[Content]:
    """Yield the lines of the page, in the order of the file."""
    for found in sorted(problems, key=lambda one: (one.line, one.column)):
        sign, colour = _SIGNS[found.level]
        place = f"line {found.line}"
        field = f"{shown_line(found.field)}: " if found.field else ""
        yield Content.assemble((f"{sign} {found.level}", f"bold {colour}"), f"  {place}  ", (field, "bold"), shown_line(found.message))
        yield Content("")
