"""Dates as their authors state them: imprecise, uncertain, open, and never more exact than written."""

from __future__ import annotations

from datetime import date, datetime

from briefing.model.edtf import MONTHS, SEASONS, NoSuchDay, Point, Span, parse
from briefing.model.record import record


@record
class StatedDate:
    """A date, interval or date-time as written, and the days it may mean.

    Follows the Extended Date/Time Format, levels 0 and 1 (ISO 8601-2:2019, annex A).
    """

    text: str
    """What the author wrote."""
    edtf: str | None = None
    """The same in EDTF; None where the text could not be read as a date."""
    start: date | None = None
    """The first day it may mean; None where that is open or unknown."""
    end: date | None = None
    """The last day it may mean; None where that is open or unknown."""
    moment: datetime | None = None
    """The exact time, where one was stated; aware only when an offset was."""
    uncertain: bool = False
    approximate: bool = False


def from_edtf(text: str, edtf: str) -> StatedDate | None:
    """Make the date of this EDTF; None where it is none.

    Args:
        text: what the author wrote.
        edtf: the same in EDTF.

    Raises:
        NoSuchDay: no calendar has the day.
    """
    match parse(edtf):
        case Point() as point:
            return StatedDate(text, edtf, point.start, point.end, point.moment, point.uncertain, point.approximate)
        case Span(first, last):
            sides = [side for side in (first, last) if side]
            return StatedDate(
                text,
                edtf,
                first.start if first else None,
                last.end if last else None,
                uncertain=any(side.uncertain for side in sides),
                approximate=any(side.approximate for side in sides),
            )
        case _:
            return None


def shown_date(stated: StatedDate) -> str:
    """Write a date for readers: `September 2025`, `2025 (uncertain)`, `about 14 August 2025`, `14–21 August 2014`.

    A date that could not be read, whose digits are not all specified, or whose year has not four digits is shown as it
    was written. Midnight to the second is how tools write a day without a time: the day is shown.
    """
    try:
        read = parse(stated.edtf) if stated.edtf else None
    except NoSuchDay:
        read = None
    sides = (read.first, read.last) if isinstance(read, Span) else (read, None)
    if any(side and (side.masked or side.year is None or not 1000 <= side.year <= 9999) for side in sides):
        return stated.text
    is_open = ".." in (stated.edtf or "")
    match read:
        case Point():
            return _with_doubt(read)
        case Span(Point() as first, None):
            return f"since {_with_doubt(first)}" if is_open else f"{_with_doubt(first)} to an unknown date"
        case Span(None, Point() as last):
            return f"until {_with_doubt(last)}" if is_open else f"an unknown date to {_with_doubt(last)}"
        case Span(Point() as first, Point() as last):
            return _range(first, last)
        case _:
            return stated.text


def shown_day(day: date) -> str:
    """Write a day for readers: `8 July 2025`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _plain(point: Point) -> str:
    """Write a date without what is said of its certainty."""
    if point.season:
        words = [SEASONS[point.season], str(point.year)]
    else:
        month = MONTHS[point.month - 1] if point.month else None
        words = [str(part) for part in (point.day, month, point.year) if part is not None]
    shown = " ".join(words)
    if point.moment is None or not (point.moment.hour or point.moment.minute or point.moment.second):
        return shown
    return f"{shown}, {_clock(point.moment, point.text)}"


def _clock(moment: datetime, edtf: str) -> str:
    """Write the time of day, seconds only where there are any, with its offset as stated."""
    shown = f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"
    offset = edtf[edtf.index("T") + 9 :]
    return shown + (f" {'UTC' if offset in ('Z', '+00:00') else offset}" if offset else "")


def _with_doubt(point: Point) -> str:
    """Write a date, saying that it is about right, or uncertain, where its author did."""
    about = f"about {_plain(point)}" if point.approximate else _plain(point)
    return f"{about} (uncertain)" if point.uncertain else about


def _range(first: Point, last: Point) -> str:
    """Write an interval, saying once what its two sides share."""
    doubt = first.uncertain or first.approximate or last.uncertain or last.approximate
    if doubt or first.moment or last.moment or first.season or last.season:
        return f"{_with_doubt(first)} – {_with_doubt(last)}"
    if first.year != last.year or not first.month or not last.month:
        joint = "–" if not first.month and not last.month else " – "
        return f"{_plain(first)}{joint}{_plain(last)}"
    if first.day and last.day and first.month == last.month:
        return f"{first.day}–{_plain(last)}"
    if first.day and last.day:
        return f"{first.day} {MONTHS[first.month - 1]} – {_plain(last)}"
    if not first.day and not last.day:
        return f"{MONTHS[first.month - 1]}–{_plain(last)}"
    return f"{_plain(first)} – {_plain(last)}"


@record
class Age:
    """How long ago a date was, in days: a range where the date is imprecise, negative where it lies ahead."""

    least: int
    most: int
    approximate: bool = False
    """Whether the date was stated as uncertain or approximate."""


def age(stated: StatedDate | None, today: date) -> Age | None:
    """Count the days from the end of what was stated to today; None where that end is open or not known."""
    if stated is None or stated.edtf is None:
        return None
    read = parse(stated.edtf)
    point = read.last if isinstance(read, Span) else read
    if point is None or point.start is None or point.end is None:
        return None
    doubtful = point.uncertain or point.approximate
    return Age((today - point.end).days, (today - point.start).days, doubtful)


_UNITS = ((730, 36525, "year"), (60, 3044, "month"), (0, 100, "day"))
"""From how many days on an age is told in a unit, and how many hundredths of a day the unit has."""


def shown_age(told: Age) -> str:
    """Write an age in full units: `today`, `3 days`, `1–2 months`, `about 2 years`; of what lies ahead, `in 3 days`."""
    if told.least == told.most == 0:
        return "about today" if told.approximate else "today"
    ahead = told.most < 0
    span = _units(-told.most, -told.least) if ahead else _units(max(told.least, 0), told.most)
    about = "about " if told.approximate and span[0].isdigit() else ""
    return f"in {about}{span}" if ahead else about + span


def _units(least: int, most: int) -> str:
    """Write a span of days in the largest unit that suits it."""
    hundredths, unit = next((size, unit) for start, size, unit in _UNITS if most >= start)
    low, high = least * 100 // hundredths, most * 100 // hundredths
    if low == high:
        return f"{high} {unit}{'' if high == 1 else 's'}"
    if low == 0:
        bound = f"up to {high}" if unit == "day" else f"less than {high + 1}"
        return f"{bound} {unit}{'' if high == 1 and unit == 'day' else 's'}"
    return f"{low}–{high} {unit}s"
