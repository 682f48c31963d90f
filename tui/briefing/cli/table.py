"""Rows of columns: aligned for a person at a terminal, parted by tabs for another program."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.cli.writer import Part, Writer
from briefing.document.block import Role
from briefing.document.width import cell_width, cut
from briefing.model.record import record
from briefing.model.text import shown_line

_GAP = "  "


@record
class Column:
    """How a column looks on a terminal."""

    role: Role | None = None
    widest: int | None = None
    """Columns of the terminal beyond which its texts are cut; None for never."""
    right: bool = False
    """Whether it is set against its right edge, as numbers are."""


def print_table(writer: Writer, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
    """Print rows; every one has as many texts as there are columns."""
    if not writer.terminal:
        for row in rows:
            writer.record(row)
        return
    fitted = [[_fitted(shown_line(text), column) for text, column in zip(row, columns, strict=True)] for row in rows]
    widths = [max(map(cell_width, texts)) for texts in zip(*fitted, strict=True)]
    last = len(columns) - 1
    for texts in fitted:
        parts: list[str | Part] = []
        for index, (text, column, width) in enumerate(zip(texts, columns, widths, strict=True)):
            blank = " " * (width - cell_width(text))
            before, after = (blank, "") if column.right else ("", blank)
            parts += [before, Part(text, column.role or ""), after + _GAP if index != last else ""]
        writer.line(*parts)


def _fitted(text: str, column: Column) -> str:
    """The text, cut where it is too wide for its column."""
    if column.widest is None or cell_width(text) <= column.widest:
        return text
    return cut(text, column.widest - 1).rstrip() + "\u2026"
