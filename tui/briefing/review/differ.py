"""Where briefings differ: two amounts of one track, for one time, of which the one excludes the other.

Neither of the two is called wrong. What cannot be compared with certainty does not differ: an approximate amount, a
word such as `dozens`, an undated figure, another unit, a forecast beside a count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby, islice

from briefing.model.dates import StatedDate
from briefing.model.quantity import Interval
from briefing.model.record import record
from briefing.model.units import base_unit
from briefing.review.figure_rows import FigureRow, in_order

MOST = 1000
"""Differences that are given of one track."""
NOT_YET = {"forecast", "planned", "target"}
"""What a figure may say of a time that has not come: beside a count of the same time it is no other count."""


@record
class Difference:
    """Two figures of different briefings that exclude each other."""

    track: str
    one: FigureRow
    """The earlier of the two by the time it holds for."""
    other: FigureRow


@record
class Stated:
    """What one briefing states, as far as it is compared."""

    path: str
    """Of the briefing."""
    amount: Interval | None
    unit: str | None
    status: str | None
    as_of: StatedDate | None


@record
class _Comparable:
    """A statement with what it is compared by."""

    index: int
    """Which of the statements it is."""
    path: str
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
        members = list(group)
        stated = [Stated(it.path, it.figure.value, it.figure.unit, it.figure.status, it.as_of) for it in members]
        found += (Difference(track, members[one], members[other]) for one, other in differing(stated))
    return tuple(found)


def differing(stated: Sequence[Stated]) -> Iterator[tuple[int, int]]:
    """Find which statements of one track exclude each other: pairs of indexes, the earlier first; at most `MOST`."""
    yield from islice(_pairs([it for index, one in enumerate(stated) if (it := _comparable(index, one))]), MOST)


def _pairs(every: list[_Comparable]) -> Iterator[tuple[int, int]]:
    """The same, however many there are."""
    ordered = sorted(every, key=lambda one: one.first)
    for place, one in enumerate(ordered):
        for other in islice(ordered, place + 1, None):
            if other.first > one.last:
                break
            if one.path != other.path and one.kind == other.kind and exclude(one.amount, other.amount):
                yield one.index, other.index


def _comparable(index: int, one: Stated) -> _Comparable | None:
    """What a statement is compared by; None where it is compared with nothing."""
    amount, when = one.amount, one.as_of
    if amount is None or amount.approximate or when is None or (when.start is None and when.end is None):
        return None
    unit, factor = base_unit(one.unit)
    kind = unit, one.status in NOT_YET
    return _Comparable(index, one.path, when.start or date.min, when.end or date.max, kind, times(amount, factor))


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


def times(amount: Interval, factor: Decimal) -> Interval:
    """The amount in another unit."""
    if factor == 1:
        return amount
    low, high = (None if end is None else end * factor for end in (amount.low, amount.high))
    return Interval(low, high, amount.low_open, amount.high_open, amount.approximate)
