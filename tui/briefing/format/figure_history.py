"""What a figure was before, and how its author says that it changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.format import node
from briefing.format.commas import rejoined
from briefing.format.date_fields import read_stated
from briefing.format.dates import stated_date
from briefing.format.figure_amounts import amount_of
from briefing.format.keys import is_absent, parts
from briefing.format.node import Node, Scalar
from briefing.format.reading import Here, Reading, listed
from briefing.model.figure import Change, Observation

_OBSERVATION: Mapping[str, Sequence[str]] = {
    "value": ("figure", "amount", "number"),
    "as_of": ("date", "year", "time"),
    "source": ("sources",),
}
_CHANGE: Mapping[str, Sequence[str]] = {"value": ("change", "text", "amount"), "since": ("from",)}
_LONGEST_CHANGE = 200
_SINCE = r"(?i)\s(?:since|from)\s"


def read_observation(value: Node | None, here: Here, reading: Reading) -> Observation | None:
    """Read a value at another time: an amount, or a mapping with its date."""
    if not isinstance(value, node.Mapping):
        amount = amount_of(value, here, reading)
        return Observation(amount.phrase or amount.text, amount.interval) if amount else None
    taken = reading.parts(rejoined(value, here, reading), here, _OBSERVATION)
    amount = amount_of(*taken.of("value"), reading)
    if amount is None:
        reading.keep(here, value)
        return None
    return Observation(
        amount.phrase or amount.text,
        amount.interval,
        read_stated(*taken.of("as_of"), reading),
        reading.texts(*taken.of("source")),
    )


def read_series(value: Node | None, here: Here, reading: Reading) -> tuple[Observation, ...]:
    """Read a figure's values over time: a mapping by date, or a list of observations."""
    if value is None or is_absent(value):
        return ()
    if isinstance(value, Scalar):
        reading.fault("type-list", "expected a list of values by date, found text", here, value)
        reading.keep(here, value)
        return ()
    return reading.each(_items(value, here, reading), here, _observation)


def _items(value: Node, here: Here, reading: Reading) -> Iterator[tuple[Here, Node]]:
    """Iterate over the observations of a list, or over the entries of a mapping by date."""
    if isinstance(value, node.Mapping):
        for entry in rejoined(value, here, reading):
            yield here.key(entry.key.text), node.Mapping((entry,), entry.key.at)
    else:
        yield from listed(value, here)


def _observation(value: Node, here: Here, reading: Reading) -> Observation | None:
    """Read one observation of a series."""
    whole = rejoined(value, here, reading) if isinstance(value, node.Mapping) else value
    return _dated(whole, here, reading) if _is_dated(whole) else read_observation(whole, here, reading)


def _is_dated(value: Node) -> bool:
    """Whether a mapping has a date for its only key."""
    return isinstance(value, node.Mapping) and len(value.entries) == 1 and not parts(value, _OBSERVATION).found


def _dated(value: Node, here: Here, reading: Reading) -> Observation | None:
    """Read an observation that stands under its date."""
    if not isinstance(value, node.Mapping):
        return None
    entry = value.entries[0]
    observation = read_observation(entry.value, here, reading)
    return replace(observation, as_of=read_stated(entry.key, here, reading)) if observation else None


def without_date(change: str) -> str:
    """Give a change as stated without the date since which it holds."""
    since = re.search(_SINCE, change[:_LONGEST_CHANGE])
    return change[: since.start()] if since else change


def read_change(value: Node | None, here: Here, reading: Reading) -> Change | None:
    """Read a change as stated, with the date behind `since`."""
    if value is None:
        return None
    if not isinstance(value, node.Mapping):
        text = reading.text(value, here)
        if text is None:
            return None
        since = re.search(_SINCE, text[:_LONGEST_CHANGE])
        stated = stated_date(text[since.end() :]) if since else None
        return Change(text, stated if stated and stated.edtf else None)
    taken = reading.parts(value, here, _CHANGE)
    text = reading.text(*taken.of("value"))
    if text is None:
        reading.keep(here, value)
        return None
    return Change(text, read_stated(*taken.of("since"), reading))
