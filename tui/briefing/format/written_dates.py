"""The dates that people write, turned into EDTF."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.format import date_forms as forms
from briefing.model.edtf import MONTHS, SEASONS, NoSuchDay, Point, parse

SUGGESTION = "write it as 2025-09-14, 2025-09 or 2025"
"""What to write instead of what is no date."""

_MONTH_NUMBERS = {name[:3].casefold(): number for number, name in enumerate(MONTHS, 1)}
_SEASON_NUMBERS = {name: number for number, name in SEASONS.items()} | {"fall": 23}


class Ambiguous(Exception):  # noqa: N818  it travels from one way to write a date to the reader of dates
    """A date may mean several days; its text says which, and what to write."""


def to_edtf(text: str, *, month_first: bool) -> str | None:
    """Turn what was written into EDTF; None where it is no date.

    Raises:
        Ambiguous: it has the form of a date but may mean several days.
        NoSuchDay: no calendar has the day.
    """
    for reading in (_slashes, _quarter, _days, _years, _open, _range):
        if edtf := reading(text):
            return edtf
    return _single(text, month_first=month_first)


def _single(text: str, *, month_first: bool = False) -> str | None:
    """Read one date with what is said of its certainty."""
    about = forms.ABOUT.match(text)
    doubt = forms.DOUBT.search(text)
    bare = text[about.end() if about else 0 : doubt.start() if doubt else None].strip()
    edtf = bare if isinstance(parse(bare), Point) else _point(bare, month_first=month_first)
    if not edtf or not (about or doubt):
        return edtf
    said = (doubt["mark"] or doubt["word"].casefold()) if doubt else ""
    uncertain, approximate = said in ("?", "%", "uncertain"), bool(about) or said in ("~", "%", "approximate")
    mark = "%" if uncertain and approximate else "?" if uncertain else "~"
    return edtf.rstrip("?~%") + mark if "T" not in edtf else None


def _point(text: str, *, month_first: bool) -> str | None:
    """Read one date or date-time without marks."""
    for form in forms.POINTS:
        if match := form.fullmatch(text):
            return _assembled(match, *_month_and_day(match))
    if match := forms.SLASHED.fullmatch(text):
        month, day = _slashed(match, month_first=month_first)
        return _assembled(match, month, day)
    if forms.SHORT_YEAR.fullmatch(text):
        raise Ambiguous(f'"{text}" has a year of two digits; {SUGGESTION}')
    return None


def _month_and_day(match: re.Match[str]) -> tuple[int | None, int | None]:
    """Give the numbers of month and day that a form holds."""
    said = match.groupdict()
    if said.get("season"):
        return _SEASON_NUMBERS[said["season"].casefold()], None
    month = _MONTH_NUMBERS[said["name"][:3].casefold()] if said.get("name") else said.get("month")
    day = said.get("day")
    return int(month) if month else None, int(day) if day else None


def _slashed(match: re.Match[str], *, month_first: bool) -> tuple[int, int]:
    """Tell month from day where either may come first."""
    one, two, year = int(match["one"]), int(match["two"]), match["year"]
    if month_first:
        return one, two
    if one > 12 or one == two:
        return two, one
    if two > 12:
        return one, two
    sense = f"{one} {MONTHS[two - 1]} or {two} {MONTHS[one - 1]} {year}"
    write = f"write {year}-{two:02}-{one:02} or {year}-{one:02}-{two:02}"
    raise Ambiguous(f'"{match[0]}" could be {sense}; {write}')


def _assembled(match: re.Match[str], month: int | None, day: int | None) -> str:
    """Write year, month, day and time of day as EDTF."""
    said = match.groupdict()
    parts = (match["year"], *(f"{number:02}" for number in (month, day) if number is not None))
    edtf = "-".join(parts)
    if not said.get("hour") or (said.get("zone") and not said.get("offset")):
        return edtf  # The name of a time zone is no offset: what is left is the day.
    hour, half = int(said["hour"]), (said["half"] or "")[:1].casefold()
    if half:
        if not 1 <= hour <= 12:
            raise NoSuchDay(f"there is no time {hour} {half}m")
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{edtf}T{hour:02}:{said['minute']}:{said['second'] or '00'}{_offset(said['offset'])}"


def _offset(written: str | None) -> str:
    """Write an offset from UTC as EDTF has it."""
    if not written:
        return ""
    if written[0] not in "+-−":
        return "Z"
    hours, minutes = written[1:3], written[3:].lstrip(":")
    return ("+" if written[0] == "+" else "-") + hours + (f":{minutes}" if minutes else "")


def _slashes(text: str) -> str | None:
    """Read an interval with the sign of EDTF between dates that people wrote."""
    first, slash, last = (part.strip() for part in text.partition("/"))
    if not slash or "/" in last or len(first) < 4:
        return None
    sides = [side if side in ("", "..") else _single(side) for side in (first, last)]
    return "/".join(side for side in sides if side is not None) if None not in sides else None


def _quarter(text: str) -> str | None:
    """Read a quarter of a year."""
    match = forms.QUARTER.fullmatch(text)
    if not match:
        return None
    year, quarter = match["year"] or match["year2"], int(match["quarter"] or match["quarter2"])
    return f"{year}-{quarter * 3 - 2:02}/{year}-{quarter * 3:02}"


def _days(text: str) -> str | None:
    """Read two days of one month."""
    match = forms.DAYS.fullmatch(text)
    if not match:
        return None
    year, name = match["year"] or match["year2"], match["name"] or match["name2"]
    first, last = int(match["first"] or match["first2"]), int(match["last"] or match["last2"])
    month = _MONTH_NUMBERS[name[:3].casefold()]
    return f"{year}-{month:02}-{first:02}/{year}-{month:02}-{last:02}"


def _years(text: str) -> str | None:
    """Read two years."""
    match = forms.YEARS.fullmatch(text)
    return f"{match['first']}/{match['last']}" if match else None


def _open(text: str) -> str | None:
    """Read an interval that is open at one side."""
    if since := forms.SINCE.match(text):
        first = _single(text[since.end() :])
        return f"{first}/.." if first else None
    if until := forms.UNTIL.match(text):
        last = _single(text[until.end() :])
        return f"../{last}" if last else None
    return None


def _range(text: str) -> str | None:
    """Read a range in words; what its first side leaves out, its last side says."""
    between = forms.BETWEEN.search(text)
    if not between:
        return None
    first, last = text[: between.start()].strip(), text[between.end() :].strip()
    last_edtf = _single(last)
    point = parse(last_edtf) if last_edtf else None
    if not isinstance(point, Point):
        return None
    for whole in _completed(first, point):
        if first_edtf := _single(whole):
            return f"{first_edtf}/{last_edtf}"
    return None


def _completed(first: str, last: Point) -> Iterator[str]:
    """Give the first side as it stands, then with the year, then with the month and year of the last."""
    yield first
    if last.year is not None:
        yield f"{first} {last.year}"
        if last.month is not None:
            yield f"{first} {MONTHS[last.month - 1]} {last.year}"
