"""What a figure was before, and how its author says that it changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from briefing.format import node
from briefing.format.date_fields import read_stated
from briefing.format.dates import stated_date
from briefing.format.figure_amounts import stated_amount
from briefing.format.keys import is_absent
from briefing.format.node import Node, Scalar
from briefing.format.reading import Here, Reading, text_of
from briefing.model.figure import Change, Observation

_OBSERVATION: Mapping[str, Sequence[str]] = {
    "value": ("figure", "amount", "number"),
    "as_of": ("date", "year", "time"),
    "source": ("sources",),
}
_CHANGE: Mapping[str, Sequence[str]] = {"value": ("change", "text", "amount"), "since": ("from",)}
_SINCE = re.compile(r"\s(?:since|from)\s", re.IGNORECASE)
_CUT_THOUSANDS = re.compile("[0-9]{3}")


def read_observation(value: Node | None, here: Here, reading: Reading) -> Observation | None:
    """Read a value at another time: an amount, or a mapping with its date."""
    if value is None:
        return None
    if not isinstance(value, node.Mapping):
        text = reading.text(value, here)
        return Observation(text, stated_amount(text, value, here, reading).interval) if text else None
    taken = reading.parts(value, here, _OBSERVATION)
    stated = taken.value("value")
    text = reading.text(stated, here.key("value"))
    if stated is None or text is None:
        reading.keep(here, value)
        return None
    as_of = taken.value("as_of")
    return Observation(
        text,
        stated_amount(text, stated, here.key("value"), reading).interval,
        read_stated(as_of, here.key("as_of"), reading) if as_of else None,
        reading.texts(taken.value("source"), here.key("source")),
    )


def read_series(value: Node | None, here: Here, reading: Reading) -> tuple[Observation, ...]:
    """Read a figure's values over time: a mapping by date, or a list of observations."""
    if value is None or is_absent(value):
        return ()
    if isinstance(value, Scalar):
        reading.fault("type-list", "expected a list of values by date, found text", here, value)
        reading.keep(here, value)
        return ()
    observations = []
    for at, item in _items(value, here):
        observation = read_observation(item, at, reading) if not isinstance(item, node.Mapping) else _dated(item, at, reading)
        if observation:
            reading.place(Here(f"{here.path}[{len(observations)}]", at.written), item)
            observations.append(observation)
    return tuple(observations)


def _items(value: Node, here: Here) -> Iterator[tuple[Here, Node]]:
    """Iterate over the observations of a list, or over the entries of a mapping by date."""
    if isinstance(value, node.Sequence):
        yield from ((here.item(index), item) for index, item in enumerate(value.items) if not is_absent(item))
    elif isinstance(value, node.Mapping):
        for index, entry in enumerate(value):
            yield here.item(index), node.Mapping((entry,), entry.key.at)


def _dated(value: node.Mapping, here: Here, reading: Reading) -> Observation | None:
    """Read an observation whose only key is its date, or one in the long form."""
    entry = value.entries[0]
    text = text_of(entry.value)
    if len(value.entries) > 1 or text is None:
        return read_observation(value, here, reading) if text or len(value.entries) > 1 else None
    as_of = stated_date(entry.key.text)
    amount = stated_amount(text, entry.value, here, reading)
    return Observation(text, amount.interval, as_of if as_of.edtf else read_stated(entry.key, here, reading))


def cut_at_comma(value: Node | None) -> tuple[Scalar, str] | None:
    """Find a number in braces whose comma YAML took for its own: `{a: 11,000}` is `a: 11` and an empty key `000`."""
    if not isinstance(value, node.Mapping):
        return None
    for before, entry in zip(value.entries, value.entries[1:], strict=False):
        text = text_of(before.value)
        if text and is_absent(entry.value) and _CUT_THOUSANDS.fullmatch(entry.key.text) and text[-1:].isdigit():
            return entry.key, f"{text},{entry.key.text}"
    return None


def read_change(value: Node | None, here: Here, reading: Reading) -> Change | None:
    """Read a change as stated, with the date behind `since`."""
    if value is None:
        return None
    if not isinstance(value, node.Mapping):
        text = reading.text(value, here)
        if text is None:
            return None
        since = _SINCE.search(text[:200])
        stated = stated_date(text[since.end() :]) if since else None
        return Change(text, stated if stated and stated.edtf else None)
    taken = reading.parts(value, here, _CHANGE)
    text, since_value = reading.text(taken.value("value"), here.key("value")), taken.value("since")
    if text is None:
        reading.keep(here, value)
        return None
    return Change(text, read_stated(since_value, here.key("since"), reading) if since_value else None)
