"""Dates that matter to the subject, and the times of an incident."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date as day_of

from briefing.format import node
from briefing.format.dates import read_date, stated_date
from briefing.format.keys import parts
from briefing.format.node import Entry, Node, Scalar
from briefing.format.quotes import read_quotes
from briefing.format.reading import Here, Reading, listed, text_of, unpaired
from briefing.model.briefing import KeyDate
from briefing.model.dates import StatedDate
from briefing.model.pattern import pattern

KEY_DATE: Mapping[str, Sequence[str]] = {
    "date": ("time", "when", "at", "day", "timestamp", "year"),
    "label": ("event", "title", "text", "what", "description", "name", "summary"),
    "quote": ("quotes",),
    "sources": ("source",),
    "status": (),
}
"""Keys of a date that matters with their aliases, the more telling first."""
_CLOCK = pattern(
    r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?\s*(?P<zone>Z|UTC)?", re.IGNORECASE
)
_SEPARATOR = pattern(r":\s+|\s+[—–|-]\s+|,\s+")
_LONGEST_DATE = 60
_ANY_DAY = day_of(2000, 1, 1)


def read_key_dates(value: Node, here: Here, reading: Reading) -> tuple[KeyDate, ...] | None:
    """Read the dates: a list, or a mapping by date. Where nothing in it has a date, it is no list of dates."""
    items = list(_items(value, here))
    dates = reading.each(items, here, _key_date)
    taken = {reading.written[f"{here.path}[{index}]"] for index in range(len(dates))}
    for at, item in items if dates else ():
        if at.written not in taken:
            reading.keep(at, unpaired(item) if isinstance(value, node.Mapping) else item)
    return dates or None


def _items(value: Node, here: Here) -> Iterator[tuple[Here, Node]]:
    """Give the items of a list, each entry of a mapping by itself, or the lines of a text."""
    if isinstance(value, node.Mapping):
        yield from ((here.key(entry.key.text), node.Mapping((entry,), entry.key.at)) for entry in value)
    elif isinstance(value, Scalar):
        for index, line in enumerate(filter(None, (line.strip(" \t-*•") for line in value.text.splitlines()))):
            yield here.item(index), Scalar(line, value.at)
    else:
        yield from listed(value, here)


def _key_date(value: Node, here: Here, reading: Reading) -> KeyDate | None:
    """Read one date with its label."""
    match value:
        case Scalar():
            return _from_line(text_of(value) or "", reading)
        case node.Mapping(entries=(Entry() as entry,)) if label := text_of(entry.value):
            stated = _stated(entry.key.text, reading)
            return KeyDate(label, stated) if stated else None
        case node.Mapping():
            return _from_long(value, here, reading)
        case _:
            return None


def _from_line(text: str, reading: Reading) -> KeyDate | None:
    """Read `2025-09: Zapad 2025`, with any of the signs that part the two."""
    for separator in _SEPARATOR.finditer(text[: _LONGEST_DATE + 3]):
        stated = _stated(text[: separator.start()], reading)
        if stated:
            return KeyDate(text[separator.end() :].strip(), stated)
    return None


def _from_long(value: node.Mapping, here: Here, reading: Reading) -> KeyDate | None:
    """Read the long form, in which the date may also be the key of the label."""
    known = parts(value, KEY_DATE)
    pair = next((entry for entry in known.rest if text_of(entry.value) and _stated(entry.key.text, reading)), None)
    if pair is None and not {"date", "label"} <= known.found.keys():
        return None
    taken = reading.parts(value, here, KEY_DATE, (pair.key.text,) if pair else ())
    date = pair.key if pair else taken.value("date")
    written = reading.text(date, here.key("date"))
    label = text_of(pair.value) if pair else reading.text(*taken.of("label"))
    if date is None or written is None or label is None:
        return None
    stated, refused = _stated(written, reading), read_date(written)[1]
    if stated is None and refused:
        reading.fault(refused.code, refused.message, here.key("date"), date)
    return KeyDate(
        label,
        stated or StatedDate(written),
        read_quotes(*taken.of("quote"), reading),
        reading.texts(*taken.of("sources")),
        reading.text(*taken.of("status")),
    )


def _stated(text: str, reading: Reading) -> StatedDate | None:
    """Read a date, or a time of day on the briefing's own date; None where the text is neither."""
    clock = _CLOCK.fullmatch(text.strip())
    if clock is None:
        stated = stated_date(text)
        return stated if stated.edtf else None
    day = reading.values.get("date")
    known = day.start if isinstance(day, StatedDate) and day.start == day.end else None
    zone = "Z" if clock["zone"] else ""
    written = (
        f"{(known or _ANY_DAY).isoformat()}T{int(clock['hour']):02}:{clock['minute']}:{clock['second'] or '00'}{zone}"
    )
    stated = replace(stated_date(written), text=text.strip())
    if stated.edtf is None:
        return None
    return stated if known else StatedDate(text.strip())
