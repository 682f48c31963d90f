"""Amounts as stated: the words stay, and the interval beside them serves comparison only."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from briefing.model.record import record


class Qualifier(StrEnum):
    """The word before a number that turns it into a bound."""

    OVER = "over"
    AT_LEAST = "at_least"
    ABOUT = "about"
    NEARLY = "nearly"
    UP_TO = "up_to"
    UNDER = "under"


@record
class Interval:
    """The numbers that a phrase allows; a missing bound is infinite."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    """Whether `low` itself is excluded."""
    high_open: bool = False
    """Whether `high` itself is excluded."""
    approximate: bool = False
    """Marked by the author as not exact, without a stated margin."""


@record
class Quantity:
    """A number phrase taken apart: `over 30,000 troops`."""

    text: str
    """The amount as written, without its unit: `over 30,000`."""
    interval: Interval | None
    """None for words such as `dozens`: shown, not compared."""
    qualifier: Qualifier | None = None
    unit: str | None = None
    """As written: `troops`, `US$`; per cent in words is `%`."""
    phrase: str = ""
    """The amount with its unit as one phrase, as written: `US$4.5 million`, `45 per cent`, `over 30,000 troops`."""


def bounded(value: Decimal, qualifier: Qualifier | None) -> Interval:
    """Give the numbers that an amount with this qualifier allows."""
    match qualifier:
        case Qualifier.OVER:
            return Interval(value, None, low_open=True)
        case Qualifier.AT_LEAST:
            return Interval(value, None)
        case Qualifier.UP_TO:
            return Interval(None, value)
        case Qualifier.UNDER | Qualifier.NEARLY:
            return Interval(None, value, high_open=True)
        case Qualifier.ABOUT:
            return Interval(value, value, approximate=True)
        case None:
            return Interval(value, value)
