"""The figures of a briefing as the index keeps them: with the date they hold for and the sources they name."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from briefing.library.fold import storable, words
from briefing.model.briefing import Briefing, Source
from briefing.model.dates import StatedDate, from_edtf
from briefing.model.figure import Figure
from briefing.model.quantity import Interval
from briefing.model.record import record

FIGURE_COLUMNS = (
    *("words", "text", "phrase", "label", "unit", "track", "status", "grade", "source", "graded"),
    *("as_of", "edtf", "first", "low", "high", "low_open", "high_open", "approximate", "counted"),
)
"""The columns that hold a figure, besides its briefing and its place there."""


@record
class FigureLine:
    """One figure with what its briefing adds to it."""

    figure: Figure
    as_of: StatedDate | None
    """Its own date, else that of its briefing; None where neither is stated."""
    sources: tuple[str, ...]
    """Names: an id that the briefing defines is given by the name of its source."""
    grades: tuple[str, ...]
    """For each source its Admiralty grade, as `B2`, `B–` or an empty text; never one for all."""


def figure_lines(briefing: Briefing) -> tuple[FigureLine, ...]:
    """Give the lines of a briefing's figures, in their order."""
    known = {source.id: source for source in briefing.sources if source.id}
    return tuple(_line(briefing, figure, known) for figure in briefing.figures)


def _line(briefing: Briefing, figure: Figure, known: dict[str, Source]) -> FigureLine:
    """Give the line of one figure."""
    found = [known.get(cited) for cited in figure.sources]
    names = tuple(source.name if source else cited for source, cited in zip(found, figure.sources, strict=True))
    grades = tuple(source.grade.signs if source and source.grade else "" for source in found)
    return FigureLine(figure, briefing.as_of_for(figure), names, grades)


def figure_row(line: FigureLine) -> tuple[object, ...]:
    """Give the values of `FIGURE_COLUMNS`."""
    figure, stated = line.figure, line.as_of
    sought = " ".join(words("\n".join(part for part in (figure.label, figure.unit, figure.track) if part)))
    first = stated and (stated.start or stated.end)
    said = (figure.text, figure.written, figure.label, figure.unit, figure.track, figure.status, figure.grade)
    return (
        f" {sought} ",
        *(part and storable(part) for part in said),
        "\n".join(_in_line(name) for name in line.sources),
        "\n".join(line.grades),
        stated and storable(stated.text),
        stated and stated.edtf,
        first and first.isoformat(),
        *_bounds(figure.value),
    )


def _in_line(name: str) -> str:
    """A name without the line ends that part it from the next."""
    return " ".join(storable(name).split())


def _bounds(value: Interval | None) -> tuple[object, ...]:
    """Give an interval in six columns; the last tells whether there is one."""
    if value is None:
        return (None, None, False, False, False, False)
    low, high = (None if bound is None else str(bound) for bound in (value.low, value.high))
    return (low, high, value.low_open, value.high_open, value.approximate, True)


def line_of(row: tuple[Any, ...]) -> FigureLine:
    """Make the line of a row of `FIGURE_COLUMNS`."""
    _, text, phrase, label, unit, track, status, grade, source, graded, as_of, edtf, _, *bounds = row
    sources = tuple(source.split("\n")) if source else ()
    figure = Figure(
        text=text,
        value=_interval(*bounds),
        unit=unit,
        label=label,
        status=status,
        sources=sources,
        grade=grade,
        track=track,
        written=phrase,
    )
    return FigureLine(figure, _date(as_of, edtf), sources, tuple(graded.split("\n")) if sources else ())


def _interval(
    low: str | None, high: str | None, low_open: int, high_open: int, approximate: int, counted: int
) -> Interval | None:
    """Make the interval of its six columns."""
    if not counted:
        return None
    first, last = (None if end is None else Decimal(end) for end in (low, high))
    return Interval(first, last, bool(low_open), bool(high_open), bool(approximate))


def _date(text: str | None, edtf: str | None) -> StatedDate | None:
    """Make the date of its two columns; one that could not be read is what was written."""
    if text is None:
        return None
    return (from_edtf(text, edtf) if edtf else None) or StatedDate(text)
