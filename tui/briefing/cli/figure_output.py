"""Rows of figures as lines, as plain data, and as a table for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from briefing.cli.export import Json, plain
from briefing.cli.table import Column, print_table
from briefing.cli.writer import Part, Writer
from briefing.document.block import Role
from briefing.model.dates import shown_date
from briefing.review.differ import Difference
from briefing.review.figure_rows import FigureRow

_COLUMNS = (
    Column(Role.DIM, widest=24),
    Column(Role.STRONG, widest=28),
    Column(widest=32),
    Column(widest=24),
    Column(Role.DIM, widest=24),
    Column(Role.DIM),
)
"""As of, amount, label, source, track, place."""

_FIELDS = (
    "track", "value", "low", "high", "low_open", "high_open", "approximate", "unit", "label", "as_of", "status",
    "source", "path", "line", "quote", "anchored",
)  # fmt: skip
"""The columns of the table for a spreadsheet."""


def print_rows(writer: Writer, rows: Sequence[FigureRow]) -> None:
    """Print a line for each figure."""
    print_table(writer, _COLUMNS, [_cells(row) for row in rows])


def _cells(row: FigureRow) -> tuple[str, ...]:
    """The columns of one line."""
    figure = row.figure
    sources = ", ".join(row.sources)
    return _as_of(row), figure.phrase, figure.label or "", sources, figure.track or "", f"{row.path}:{row.line}"


def _as_of(row: FigureRow) -> str:
    """The time that a figure holds for."""
    return shown_date(row.as_of) if row.as_of else "undated"


def print_differences(writer: Writer, found: Sequence[Difference]) -> None:
    """Print both sides of each difference, alike, below the name of the track; for a program, on one line."""
    if not writer.terminal:
        for one in found:
            writer.record((*_cells(one.one), *_cells(one.other)))
        return
    for index, one in enumerate(found):
        if index:
            writer.line()
        writer.line(Part(one.track, Role.STRONG), " \u2014 two briefings differ")
        for side in (one.one, one.other):
            sources = f"  {', '.join(side.sources)}" if side.sources else "  no source"
            place = Part(f"  {side.path}:{side.line}", Role.DIM)
            writer.line(f"  {_as_of(side)}  ", Part(side.figure.phrase, Role.STRONG), sources, place)
            if side.quote:
                writer.line(f'    "{side.quote}"')


def row_record(row: FigureRow) -> dict[str, Json]:
    """A row as plain data: its amount as written, the interval beside it, and where it comes from."""
    figure = row.figure
    return {
        "track": figure.track,
        "written": figure.phrase,
        "text": figure.text,
        "value": plain(figure.value),
        "unit": figure.unit,
        "label": figure.label,
        "as_of": plain(row.as_of),
        "status": figure.status,
        "source": list(row.sources),
        "grade": figure.grade,
        "path": row.path,
        "line": row.line,
        "quote": row.quote,
        "anchored": row.is_anchored,
    }


def difference_record(found: Difference) -> dict[str, Json]:
    """A difference as plain data."""
    return {"track": found.track, "sides": [row_record(found.one), row_record(found.other)]}


def csv_rows(rows: Sequence[FigureRow]) -> Iterator[Sequence[str]]:
    """The head of the table, and its rows; what is not known is an empty cell."""
    yield _FIELDS
    for row in rows:
        figure, value = row.figure, row.figure.value
        bounds = (_number(value.low), _number(value.high)) if value else ("", "")
        signs = (value.low_open, value.high_open, value.approximate) if value else ()
        yield (
            figure.track or "",
            figure.phrase,
            *bounds,
            *(map(_switch, signs) if signs else ("", "", "")),
            figure.unit or "",
            figure.label or "",
            (row.as_of.edtf or row.as_of.text) if row.as_of else "",
            figure.status or "",
            "; ".join(row.sources),
            row.path,
            str(row.line),
            row.quote or "",
            _switch(row.is_anchored),
        )


def _number(end: Decimal | None) -> str:
    """A bound of an interval; empty where it is infinite."""
    told = None if end is None else plain(end)
    return told if isinstance(told, str) else ""


def _switch(is_so: bool) -> str:
    """Yes or no, as JSON writes it."""
    return "true" if is_so else "false"
