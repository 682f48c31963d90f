"""The values that a field is compared with: numbers, days, and keys as the format folds them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

from briefing.library.query_tree import Days
from briefing.model.pattern import pattern

_NUMBER = pattern(r"-?(?:\d{1,3}(?:[,_]\d{3}){1,9}|\d{1,30})(?:\.\d{1,30})?(?P<scale>[kK]|bn)?", re.ASCII)
_SCALES = {"k": 3, "bn": 9}
_DATE = pattern(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_AGE = pattern(r"-(\d{1,4})([dwmy])", re.ASCII)
_CAMEL = pattern(r"(?<=[a-z0-9])(?=[A-Z])")


def folded_key(key: str) -> str:
    """Make names of fields equal that differ in case, `-`, `_` or camelCase only; dots part nested keys."""
    return _CAMEL.sub("_", key).replace("-", "_").replace(" ", "_").lower()


def number(text: str) -> Decimal | None:
    """Read a number as it is typed in a query: `10000`, `10,000`, `1.5`, `12k`, `3bn`."""
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    scale = found["scale"]
    digits = text.removesuffix(scale or "").replace(",", "").replace("_", "")
    return Decimal(digits).scaleb(_SCALES[scale.lower()] if scale else 0)


def days(text: str, today: date) -> Days | None:
    """Read a stretch of days: a year, month or day, two of them as `a..b`, `today`, or the time since `-7d`.

    Args:
        text: as typed; `d`, `w`, `m`, `y` after a number are days, weeks, months of 30 and years of 365 days.
        today: the day from which `today` and `-7d` count.
    """
    if text == "today":
        return Days(today, today)
    if text == "yesterday":
        return Days(today - timedelta(1), today - timedelta(1))
    if age := _AGE.fullmatch(text):
        count = int(age[1]) * {"d": 1, "w": 7, "m": 30, "y": 365}[age[2]]
        return Days(date.fromordinal(max(1, today.toordinal() - count)), today)
    first, dots, last = text.partition("..")
    begin, end = _stretch(first), _stretch(last or first)
    if dots and not (first and last):
        known = begin if first else end
        return known and (Days(known.first, None) if first else Days(None, known.last))
    return Days(begin.first, end.last) if begin and end else None


def _stretch(text: str) -> Days | None:
    """Read a year, a month or a day."""
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        if year is None or month is None:
            return Days(date(int(found[1]), 1, 1), date(int(found[1]), 12, 31))
        if day is not None:
            return Days(date(year, month, day), date(year, month, day))
        following = date(year + month // 12, month % 12 + 1, 1) if (year, month) != (9999, 12) else None
        return Days(date(year, month, 1), following - timedelta(1) if following else date.max)
    except ValueError:
        return None  # There is no such day.
