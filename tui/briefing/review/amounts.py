"""When two stated amounts speak of the same number."""

from __future__ import annotations

from decimal import Decimal

from briefing.model.quantity import Interval


def numbers_of(interval: Interval) -> frozenset[Decimal]:
    """Give the bare numbers of an amount, whatever the words before them: of `over 30,000` and of `30,000` the same."""
    return frozenset(end for end in (interval.low, interval.high) if end is not None)


def same_amount(one: Interval | None, other: Interval | None) -> bool:
    """Tell whether both have the same bare numbers."""
    return one is not None and other is not None and numbers_of(one) == numbers_of(other)
