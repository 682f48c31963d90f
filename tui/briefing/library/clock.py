"""The one clock: ages and dates relative to today take their day from here."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta

from briefing.model.errors import Refusal

VARIABLE = "BRIEFING_TODAY"
"""The environment variable that makes the clock stand still, as an ISO date."""


def today() -> date:
    """Give the day it is, in the local time zone, or the one that `$BRIEFING_TODAY` states.

    Raises:
        Refusal: when the variable holds something that is not an ISO date.
    """
    stated = os.environ.get(VARIABLE)
    if not stated:
        return datetime.now().astimezone().date()
    try:
        return date.fromisoformat(stated)
    except ValueError:
        raise Refusal(f"{VARIABLE} is {stated!r}, not a date; write it as 2025-07-08") from None


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def day_of(nanoseconds: int) -> date | None:
    """Give the day of a file's time, in the local time zone; None for a time that no calendar has.

    Args:
        nanoseconds: since 1970.
    """
    try:
        return (_EPOCH + timedelta(microseconds=nanoseconds // 1000)).astimezone().date()
    except (OverflowError, ValueError, OSError):
        return None
