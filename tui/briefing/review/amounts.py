"""When two stated amounts speak of the same number."""

from __future__ import annotations

from decimal import Decimal

from briefing.model.quantity import Interval


def same_amount(one: Interval | None, other: Interval | None) -> bool:
    """Whether both have the same bare numbers, whatever the words before them: `over 30,000` and `30,000` have."""
    if one is None or other is None:
        return False
    return _numbers(one) == _numbers(other)


def _numbers(interval: Interval) -> frozenset[Decimal]:
    """The numbers that stand at the finite ends of an interval."""
    return frozenset(end for end in (interval.low, interval.high) if end is not None)
