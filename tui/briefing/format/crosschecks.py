"""Faults that only two fields together show: dates out of order, unknown sources, changes that do not add up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from briefing.format.figure_amounts import exact
from briefing.format.figure_history import without_date
from briefing.format.keys import nearest
from briefing.format.numbers import quantity
from briefing.format.numerals import EXACT
from briefing.format.reading import Reading
from briefing.format.texts import is_url
from briefing.format.wording import clipped
from briefing.model.briefing import KeyDate, Source, Takeaway
from briefing.model.dates import StatedDate
from briefing.model.figure import Figure
from briefing.model.units import base_unit


def cross_check(reading: Reading) -> None:
    """Check the fields against each other, once all are read."""
    _dates(reading)
    for index, figure in enumerate(_all(reading, "figures")):
        if isinstance(figure, Figure):
            _figure_date(f"figures[{index}]", figure, reading)
            _figure_change(f"figures[{index}].change", figure, reading)
    _sources(reading)


def _all(reading: Reading, name: str) -> tuple[object, ...]:
    """Give the values of a field that holds many."""
    values = reading.values.get(name)
    return values if isinstance(values, tuple) else ()


def _date(reading: Reading, name: str) -> StatedDate | None:
    """Give a field that is a date."""
    value = reading.values.get(name)
    return value if isinstance(value, StatedDate) else None


def _dates(reading: Reading) -> None:
    """Say where what comes later is dated before the briefing."""
    date = _date(reading, "date")
    for name in ("updated", "next", "expires"):
        later = _date(reading, name)
        if date and later and _is_before(later, date):
            reading.fault_at("date-order", f"{clipped(later.text)} is before date ({clipped(date.text)})", name)


def _is_before(one: StatedDate, other: StatedDate) -> bool:
    """Whether all that the one may mean is before all that the other may mean."""
    if one.moment and other.moment and (one.moment.tzinfo is None) == (other.moment.tzinfo is None):
        return one.moment < other.moment
    return one.end is not None and other.start is not None and one.end < other.start


def _figure_date(path: str, figure: Figure, reading: Reading) -> None:
    """Say where a figure has no date, or one after the briefing's that only a forecast could have."""
    date = _date(reading, "date")
    if figure.as_of is None:
        if "as_of" not in reading.values:
            reading.fault_at("fig-asof", "no as_of; it will be shown as undated", path)
    elif date and figure.status in (None, "actual") and _is_before(date, figure.as_of):
        message = f"{clipped(figure.as_of.text)} is after date ({clipped(date.text)}); status: forecast?"
        reading.fault_at("fig-future", message, f"{path}.as_of", path)


def _figure_change(path: str, figure: Figure, reading: Reading) -> None:
    """Say where a stated change is not what value and previous give."""
    now, before = exact(figure.value), exact(figure.previous.value) if figure.previous else None
    if figure.change is None or figure.previous is None or now is None or not before:
        return
    earlier = quantity(figure.previous.text, reading.language)
    stated = quantity(without_date(figure.change.text), reading.language)
    number = exact(stated.interval) if stated else None
    if stated is None or number is None:
        return
    if earlier and earlier.unit and base_unit(earlier.unit) != base_unit(figure.unit):
        return
    given = _given(stated.unit, figure.unit, now, before)
    if given is None:
        return
    amount, sign = given
    signed = stated.text[:1] in "+-−"
    difference = EXACT.subtract(amount if signed else amount.copy_abs(), number)
    place = _last_place(number)
    if EXACT.multiply(difference.copy_abs(), Decimal(2)) > Decimal(1).scaleb(place, EXACT):
        shown = f"{EXACT.quantize(amount, Decimal(1).scaleb(place - 1, EXACT)):+,f}"
        plain = shown.rstrip("0").rstrip(".") if "." in shown else shown
        reading.fault_at("fig-change", f"says {clipped(stated.phrase)}; value and previous give {plain}{sign}", path)


def _given(stated: str | None, unit: str | None, now: Decimal, before: Decimal) -> tuple[Decimal, str] | None:
    """Compute a change in the unit in which it is stated, with that unit; None where the two have nothing in common."""
    difference = EXACT.subtract(now, before)
    name = base_unit(stated)[0]
    if name == "%":
        return EXACT.divide(EXACT.multiply(difference, Decimal(100)), before.copy_abs()), "%"
    is_points = name == "percentage point" and base_unit(unit)[0] == "%"
    if is_points or not stated or base_unit(stated) == base_unit(unit):
        return difference, f" {stated}" if stated else ""
    return None


def _last_place(number: Decimal) -> int:
    """Give the power of ten of a number's last stated digit, at most 0."""
    exponent = number.as_tuple().exponent
    return min(exponent, 0) if isinstance(exponent, int) else 0


def _sources(reading: Reading) -> None:
    """Say where a source is named that looks like an id and is none of those defined."""
    sources = [source for source in _all(reading, "sources") if isinstance(source, Source)]
    ids = [source.id for source in sources if source.id]
    known = {*ids, *(source.name for source in sources)}
    for path, name in _named_sources(reading) if ids else ():
        if name in known or " " in name or is_url(name):
            continue
        near = nearest(name, ids, shortest=3)
        hint = f"; did you mean {near}?" if near else ""
        reading.fault_at("src-unknown", f'"{clipped(name)}" is not in sources{hint}', path, path.rpartition(".")[0])


def _named_sources(reading: Reading) -> Iterator[tuple[str, str]]:
    """Give every source that a figure, takeaway or date names, with the path of the naming."""
    for field, key in (("figures", "source"), ("takeaways", "sources"), ("dates", "sources")):
        for index, value in enumerate(_all(reading, field)):
            path = f"{field}[{index}]"
            if isinstance(value, Figure | Takeaway | KeyDate):
                yield from ((f"{path}.{key}", source) for source in value.sources)
            if isinstance(value, Figure):
                if value.previous:
                    yield from ((f"{path}.previous", source) for source in value.previous.sources)
                for observation in value.series:
                    yield from ((f"{path}.series", source) for source in observation.sources)
