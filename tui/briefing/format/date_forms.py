"""The ways in which people write one date, each as a pattern; what they mean is decided in `dates`."""

from __future__ import annotations

import re

from briefing.model.edtf import MONTHS
from briefing.model.pattern import pattern

_NAMES = "|".join(f"{name[:3]}(?:{name[3:]})?" if len(name) > 3 else name for name in MONTHS)
MONTH = _NAMES.replace("Sep(?:tember)?", "Sep(?:t|tember)?")
WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s+)?"
CLOCK = (
    r"(?:(?:,?\s+(?:at\s+)?|T)(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})"
    r"(?::(?P<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?\s*(?P<half>[ap]\.?m\.?)?"
    r"\s*(?P<offset>Z|UTC|GMT|UT|[-+−][0-9]{2}(?::?[0-9]{2})?)?\s*(?P<zone>\(?[A-Z]{2,5}\)?)?)?"
)
DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>[0-9]{4})"


def form(source: str) -> re.Pattern[str]:
    """Compile one way to write a date."""
    return pattern(source, re.IGNORECASE | re.ASCII)


POINTS = (
    form(rf"{YEAR}-(?P<month>[0-9]{{1,2}})-{DAY}{CLOCK}"),
    form(rf"{YEAR}-(?P<month>[0-9]{{1,2}})"),
    form(rf"{YEAR}(?P<sign>[/.])(?P<month>[0-9]{{1,2}})(?P=sign){DAY}{CLOCK}"),
    form(rf"{YEAR}/(?P<month>[0-9]{{1,2}})"),
    form(rf"{YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})"),
    form(rf"{WEEKDAY}{DAY}\.?[\s-](?:of\s+)?(?P<name>{MONTH})\.?,?[\s-]{YEAR}{CLOCK}"),
    form(rf"{WEEKDAY}(?P<name>{MONTH})\.?\s+{DAY},?\s+{YEAR}{CLOCK}"),
    form(rf"(?P<name>{MONTH})\.?,?\s+{YEAR}"),
    form(rf"(?P<season>spring|summer|autumn|fall|winter)(?:\s+of)?,?\s+{YEAR}"),
)
"""One date or date-time, the year always in four digits."""

SLASHED = form(rf"(?P<one>[0-9]{{1,2}})(?P<sign>[-/.])(?P<two>[0-9]{{1,2}})(?P=sign){YEAR}{CLOCK}")
"""Day and month in either order before the year."""
SHORT_YEAR = form(r"[0-9]{1,2}([-/.])[0-9]{1,2}\1[0-9]{2}")
QUARTER = form(rf"{YEAR}[\s-]?Q(?P<quarter>[1-4])|Q(?P<quarter2>[1-4])[\s,/-]{{1,2}}(?P<year2>[0-9]{{4}})")
ABOUT = form(r"(?:about|around|approximately|approx\.|circa|ca?\.|~|≈)\s*(?=\S)")
DOUBT = form(r"\s*(?:\((?P<word>uncertain|approximate)\)|(?P<mark>[?~%]))$")
SINCE = form(r"(?:since|from)\s+(?=\S)")
UNTIL = form(r"(?:until|up\s+to)\s+(?=\S)")
DAYS = form(
    rf"(?P<first>[0-9]{{1,2}})\s*(?:[–-]|to)\s*(?P<last>[0-9]{{1,2}})\s+(?P<name>{MONTH})\.?,?\s+{YEAR}"
    rf"|(?P<name2>{MONTH})\.?\s+(?P<first2>[0-9]{{1,2}})\s*(?:[–-]|to)\s*(?P<last2>[0-9]{{1,2}}),?\s+(?P<year2>[0-9]{{4}})"
)
"""Two days of one month."""
YEARS = form(r"(?P<first>[0-9]{4})-(?P<last>[0-9]{4})")
BETWEEN = form(r"\s+(?:to|until|through)\s+|\s*[–—]\s*|\s+-\s+")
"""What parts the two sides of a range in words."""
