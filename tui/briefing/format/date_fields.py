"""Fields that are dates: a date, a period, an embargo."""

from __future__ import annotations

from briefing.format import node
from briefing.format.dates import read_date
from briefing.format.keys import fold
from briefing.format.node import Node
from briefing.format.reading import Here, Reading, text_of
from briefing.model.dates import StatedDate, from_edtf

_MONTH_FIRST = {"ms.date"}
"""Keys whose tool always writes the month before the day."""
_PERIOD = {"from": ("start", "begin", "first"), "to": ("end", "until", "last")}


def read_stated(value: Node | None, here: Here, reading: Reading) -> StatedDate | None:
    """Read a date; one that cannot be read is reported, and shown as it was written. A yes or no is no date."""
    text = None if value is None or is_switch(value) else reading.text(value, here)
    if value is None or text is None:
        return None
    stated, refused = read_date(text, month_first=fold(here.written) in _MONTH_FIRST)
    if refused:
        reading.fault(refused.code, refused.message, here, value)
    return stated


def read_period(value: Node, here: Here, reading: Reading) -> StatedDate | None:
    """Read a period: an interval, or a mapping with its two ends."""
    stated = _ends(value, here, reading) if isinstance(value, node.Mapping) else read_stated(value, here, reading)
    if stated and stated.start and stated.end and stated.end < stated.start:
        reading.fault("period-order", "ends before it starts", here, value)
    return stated


def _ends(value: node.Mapping, here: Here, reading: Reading) -> StatedDate | None:
    """Read a period given by its two ends; one that is left out is open."""
    taken = reading.parts(value, here, _PERIOD)
    ends = [read_stated(*taken.of(name), reading) for name in _PERIOD]
    first, last = ends
    if not first and not last:
        return None
    text = f"{first.text if first else '..'}/{last.text if last else '..'}"
    if any(end and (end.edtf is None or "/" in end.edtf) for end in ends):
        return StatedDate(text)
    edtf = f"{first.edtf if first else '..'}/{last.edtf if last else '..'}"
    return from_edtf(text, edtf) or StatedDate(text)


def read_embargo(value: Node, here: Here, reading: Reading) -> StatedDate | None:
    """Read until when a text is held back; a time without its offset from UTC is several moments."""
    stated = read_stated(value, here, reading)
    if stated and stated.edtf and (stated.moment is None or stated.moment.tzinfo is None):
        day = stated.start.isoformat() if stated.start else "2025-09-14"
        time = f"{stated.moment:%H:%M}" if stated.moment else "06:00"
        reading.fault("date-zone", f"no time zone; write {day}T{time}+02:00", here, value)
    return stated


def is_switch(value: Node) -> bool:
    """Whether a value is a yes or no of YAML 1.1, as Jekyll's `published: false`."""
    return switch(value) is not None


def switch(value: Node | None) -> bool | None:
    """Read a yes or no of YAML 1.1; None where the value is another."""
    text = (text_of(value) or "").casefold() if value else ""
    if text in ("true", "yes", "on"):
        return True
    return False if text in ("false", "no", "off") else None
