"""The page of problems: what is wrong with a file, where, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.app.reading import Reading
from briefing.app.screens.page import PageScreen
from briefing.document.block import Block, BlockKind, Role, Span
from briefing.document.document import Document
from briefing.model.problem import Level, Problem
from briefing.model.text import shown_line

_SIGNS = {Level.ERROR: "✗", Level.WARNING: "!", Level.INFO: "i"}


class ProblemsScreen(PageScreen):
    """The problems of one file."""

    def __init__(self, reading: Reading) -> None:
        """Make the page of what is known to be wrong."""
        super().__init__(Document("", opening=list(problem_blocks(reading))))


def problem_blocks(reading: Reading) -> Iterator[Block]:
    """Yield a heading, then a block for each problem, in the order of the file. Texts stay texts, never Markdown."""
    problems = sorted(reading.problems, key=lambda one: (one.line, one.column))
    title = f"Notes on {shown_line(reading.briefing.path)}"
    first = -1 - len(problems)
    yield Block(BlockKind.TITLE, first, 1, title, (Span(0, len(title), Role.TITLE),))
    for number, found in enumerate(problems, 1):
        yield _block(found, first + number)


def _block(found: Problem, offset: int) -> Block:
    """The place and level of a problem, and under them what was found."""
    field = f" · {shown_line(found.field)}" if found.field else ""
    head = f"{_SIGNS[found.level]} {found.level} · line {found.line}, column {found.column}{field}"
    text = f"{head}\n{shown_line(found.message)}"
    return Block(BlockKind.PARAGRAPH, offset, 1, text, (Span(0, len(head), Role.STRONG),))
