"""Faults that only two fields together show: dates out of order, sources that nothing defines, changes that do not add up."""

from __future__ import annotations

from briefing.format.reading import Reading
from briefing.model.dates import StatedDate
from briefing.model.problem import Position, problem


def cross_check(reading: Reading) -> None:
    """Check the fields against each other, once all are read."""
    _dates(reading)


def _dates(reading: Reading) -> None:
    """Say where what comes later is dated before the briefing."""
    date = reading.values.get("date")
    for name in ("updated", "next", "expires"):
        later = reading.values.get(name)
        if not isinstance(date, StatedDate) or not isinstance(later, StatedDate):
            continue
        if date.start and later.end and later.end < date.start:
            at = reading.positions.get(name, Position(1))
            reading.problems.append(
                problem("date-order", f"{later.text} is before date ({date.text})", field=name, at=at)
            )
