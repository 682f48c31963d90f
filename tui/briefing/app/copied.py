"""Figures as a table that is copied: under the handling labels of their briefings, in their authors' words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from briefing.app.grading import signs_words
from briefing.model.dates import shown_date
from briefing.model.text import shown_line
from briefing.review.handling import labels_of
from briefing.review.timeline import Seen

_HEAD = ("as of", "amount", "status", "label", "source", "grade", "briefing")


def figure_table_text(rows: Sequence[Seen], today: date) -> str:
    """Write rows as a table in Markdown; the labels that hold for any of them stand before it."""
    lines = [_line(_HEAD), _line(["---"] * len(_HEAD)), *(_line(_cells(row)) for row in rows)]
    return "\n".join([*(f"{label}\n" for label in _labels(rows, today)), *lines]) + "\n"


def _labels(rows: Iterable[Seen], today: date) -> list[str]:
    """The handling labels of the briefings that the rows are from, each once."""
    found: dict[str, None] = {}
    for row in rows:
        for label in labels_of(row.handling, today):
            found[shown_line(label.text)] = None
    return list(found)


def _cells(row: Seen) -> Iterator[str]:
    """What stands in the columns of a row."""
    yield shown_date(row.as_of) if row.as_of else "undated"
    yield row.phrase
    yield row.status or ""
    yield row.label or ""
    yield "; ".join(row.sources) or "no source"
    own = [f"this item: {signs_words(row.grade)}"] if row.grade else []
    yield "; ".join([*(signs_words(signs) for signs in row.grades), *own])
    yield row.origin


def _line(cells: Iterable[str]) -> str:
    """A row of a table in Markdown."""
    return f"| {' | '.join(shown_line(cell).replace('|', chr(92) + '|') for cell in cells)} |"
