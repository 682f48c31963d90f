"""Where briefings differ: two amounts of one track, for one time, of which the one excludes the other.

Neither of the two is called wrong. What cannot be compared with certainty does not differ: an approximate amount, a
word such as `dozens`, an undated figure, another unit, a forecast beside a count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import groupby, islice

from briefing.model.quantity import Interval
from briefing.model.record import record
from briefing.model.units import base_unit
from briefing.review.figure_rows import FigureRow, in_order

MOST = 1000
"""Differences that are given of one track."""
_NOT_YET = {"forecast", "planned", "target"}
"""What a figure may say of a time that has not come: beside a count of the same time it is no other count."""


@record
class Difference:
    """Two figures of different briefings that exclude each other."""

    track: str
    one: FigureRow
    """The earlier of the two by the time it holds for."""
    other: FigureRow


@record
class _Comparable:
    """A row with what it is compared by."""

    row: FigureRow
    first: date
    last: date
    kind: tuple[str, bool]
    """The unit that amounts are compared in, and whether the amount is yet to come."""
    amount: Interval
    """In that unit."""


def differences(rows: Iterable[FigureRow]) -> tuple[Difference, ...]:
    """Find where briefings differ, track by track in the order of their dates; at most `MOST` of each track."""
    tracked = in_order(row for row in rows if row.figure.track)
    found: list[Difference] = []
    for track, group in groupby(tracked, key=lambda row: row.figure.track or ""):
        found += islice(_of_track(track, [it for row in group if (it := _comparable(row))]), MOST)
    return tuple(found)


def _of_track(track: str, rows: list[_Comparable]) -> Iterator[Difference]:
    """The differences of one track, whose rows are in the order of their first days."""
    ordered = sorted(rows, key=lambda one: one.first)
    for index, one in enumerate(ordered):
        for other in islice(ordered, index + 1, None):
            if other.first > one.last:
                break
            if one.row.path != other.row.path and one.kind == other.kind and exclude(one.amount, other.amount):
                yield Difference(track, one.row, other.row)


def _comparable(row: FigureRow) -> _Comparable | None:
    """What a row is compared by; None where it is compared with nothing."""
    amount, stated = row.figure.value, row.as_of
    if amount is None or amount.approximate or stated is None or (stated.start is None and stated.end is None):
        return None
    unit, factor = base_unit(row.figure.unit)
    kind = unit, row.figure.status in _NOT_YET
    return _Comparable(row, stated.start or date.min, stated.end or date.max, kind, _times(amount, factor))


def exclude(one: Interval, other: Interval) -> bool:
    """Tell whether no number is allowed by both. An approximate interval excludes nothing."""
    if one.approximate or other.approximate:
        return False
    return _ends_before(one, other) or _ends_before(other, one)


def _ends_before(one: Interval, other: Interval) -> bool:
    """Whether every number of the one is smaller than every number of the other."""
    if one.high is None or other.low is None:
        return False
    return one.high < other.low or (one.high == other.low and (one.high_open or other.low_open))


def _times(amount: Interval, factor: Decimal) -> Interval:
    """The amount in another unit."""
    if factor == 1:
        return amount
    low, high = (None if end is None else end * factor for end in (amount.low, amount.high))
    return Interval(low, high, amount.low_open, amount.high_open, amount.approximate)
