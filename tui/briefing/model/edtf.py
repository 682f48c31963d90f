"""The Extended Date/Time Format, levels 0 and 1 (ISO 8601-2:2019, annex A; Library of Congress, EDTF Specification).

Only what the standard writes is read here; what people write besides is turned into it in the room of the format.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache

from briefing.model.pattern import pattern
from briefing.model.record import record

_POINT = pattern(
    r"(?P<year>-?[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?"
    r"(?:T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2}):(?P<second>[0-9]{2})(?P<offset>Z|[+-][0-9]{2}(?::[0-9]{2})?)?)?"
    r"(?P<mark>[?~%])?"
)
_LONG_YEAR = pattern(r"Y-?[1-9][0-9]{4,11}")
_YEAR_MASK = pattern(r"-?(?:[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|[0-9]XXX|XXXX)")
_LONGEST = 80
"""The longest interval of two date-times has half as many characters."""

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}


@record
class Point:
    """One date or date-time of EDTF; parts that are unspecified or not given are None."""

    text: str
    """In EDTF."""
    year: int | None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    """21 spring, 22 summer, 23 autumn, 24 winter: of no hemisphere in particular."""
    masked: bool = False
    """Whether digits are unspecified (`X`)."""
    start: date | None = None
    """The first day it may mean; None for a year that the calendar of Python does not hold."""
    end: date | None = None
    """The last day it may mean."""
    moment: datetime | None = None
    uncertain: bool = False
    approximate: bool = False


@record
class Span:
    """An interval of EDTF; a side is None where it is open (`..`) or unknown (nothing written)."""

    first: Point | None
    last: Point | None


class NoSuchDay(ValueError):  # noqa: N818  it says what is wrong with a date, not with the program
    """A date that no calendar has; its text says why."""


@lru_cache(1024)
def parse(text: str) -> Point | Span | None:
    """Read EDTF; None where the text is none. The dates of a briefing are much the same, and are read once.

    Raises:
        NoSuchDay: it has the form of a date but no calendar has the day, as `2025-02-30`.
    """
    if len(text) > _LONGEST:
        return None
    if "/" not in text:
        return _point(text)
    first, _, last = text.partition("/")
    sides = [None if side in ("", "..") else _point(side) for side in (first, last)]
    if any(point is None and side not in ("", "..") for side, point in zip((first, last), sides, strict=True)):
        return None
    if sides == [None, None]:
        return None
    return Span(sides[0], sides[1])


def _point(text: str) -> Point | None:
    """Read one date or date-time."""
    if _LONG_YEAR.fullmatch(text):
        return Point(text, int(text[1:]))
    match = _POINT.fullmatch(text)
    if not match or not _YEAR_MASK.fullmatch(match["year"]):
        return None
    if match["hour"] and ("X" in text or match["day"] is None or match["mark"]):
        return None
    if any(part and "X" in part and part != "XX" for part in (match["month"], match["day"])):
        return None
    mark = match["mark"] or ""
    year = None if "X" in match["year"] else int(match["year"])
    month, day = (None if part in (None, "XX") else int(part) for part in match.group("month", "day"))
    season = month if month in SEASONS and match["day"] is None else None
    if season is not None:
        month = None
    _check(year, month, day)
    start, end = _days(match["year"], month, day)
    return Point(
        text,
        year,
        month,
        day,
        season,
        masked="X" in text,
        start=start,
        end=end,
        moment=_moment(match),
        uncertain=mark in ("?", "%"),
        approximate=mark in ("~", "%"),
    )


def _check(year: int | None, month: int | None, day: int | None) -> None:
    """Refuse a month or day that does not exist."""
    if month is not None and not 1 <= month <= 12:
        raise NoSuchDay(f"there is no month {month}")
    if day is None:
        return
    if not 1 <= day <= 31:
        raise NoSuchDay(f"there is no day {day}")
    if month is not None and day > (days := _days_in(year, month)):
        in_year = f" {year}" if month == 2 and year is not None else ""
        raise NoSuchDay(f"{MONTHS[month - 1]}{in_year} has {days} days")


def _days_in(year: int | None, month: int) -> int:
    """Count the days of a month; of a year that is not known, the most it may have."""
    is_leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return 29 if month == 2 and is_leap else _DAYS[month - 1]


def _days(year: str, month: int | None, day: int | None) -> tuple[date | None, date | None]:
    """Give the first and last day that a date with these parts may mean; a season lies anywhere in its year."""
    if year.startswith("-") or year in ("XXXX", "0000"):
        return None, None
    first_year, last_year = max(1, int(year.replace("X", "0"))), int(year.replace("X", "9"))
    first = date(first_year, month or 1, min(day or 1, _days_in(first_year, month or 1)))
    most = _days_in(last_year, month or 12)
    return first, date(last_year, month or 12, min(day or most, most))


def _moment(match: re.Match[str]) -> datetime | None:
    """Make the exact time of a date-time; None without one.

    Raises:
        NoSuchDay: the clock has no such time.
    """
    if not match["hour"]:
        return None
    hour, minute, second = (int(match[part]) for part in ("hour", "minute", "second"))
    if hour > 23 or minute > 59 or second > 59:
        raise NoSuchDay(f"there is no time {match['hour']}:{match['minute']}:{match['second']}")
    year = int(match["year"])
    if year < 1:
        return None
    zone = _zone(match["offset"])
    return datetime(year, int(match["month"]), int(match["day"]), hour, minute, second, tzinfo=zone)


def _zone(offset: str | None) -> timezone | None:
    """Make the time zone of an offset as EDTF writes it."""
    if offset is None:
        return None
    if offset == "Z":
        return UTC
    hours, _, minutes = offset[1:].partition(":")
    if int(hours) > 18 or int(minutes or 0) > 59:
        raise NoSuchDay(f"there is no offset {offset}")
    shift = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return timezone(-shift if offset[0] == "-" else shift)
