"""The amount of a figure: its value as written, with what other keys say of bounds and unit."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from briefing.format.commas import number_text
from briefing.format.keys import fold
from briefing.format.node import Node
from briefing.format.numbers import read_phrase
from briefing.format.reading import Here, Reading, Taken
from briefing.format.wording import clipped
from briefing.model.quantity import Interval, Qualifier, Quantity, bounded
from briefing.model.units import base_unit

_QUALIFIER_WORDS = {qualifier: qualifier.value.replace("_", " ") for qualifier in Qualifier}
_QUALIFIERS = {fold(qualifier.value): qualifier for qualifier in Qualifier} | {
    "morethan": Qualifier.OVER,
    "minimum": Qualifier.AT_LEAST,
    "maximum": Qualifier.UP_TO,
    "atmost": Qualifier.UP_TO,
    "approximately": Qualifier.ABOUT,
    "almost": Qualifier.NEARLY,
    "lessthan": Qualifier.UNDER,
    "fewerthan": Qualifier.UNDER,
}


def stated_amount(text: str, value: Node, here: Here, reading: Reading) -> Quantity:
    """Read an amount; one that is no number phrase is shown as written and not compared."""
    if value.at in reading.cut:
        return Quantity(text, None, phrase=text)
    phrase = read_phrase(text, reading.language)
    if phrase.fault:
        reading.fault(phrase.fault.code, phrase.fault.message, here, value)
    return phrase.quantity or Quantity(text, None, phrase=text)


def amount_of(value: Node | None, here: Here, reading: Reading) -> Quantity | None:
    """Read the amount that a value states; None where it states nothing."""
    text = number_text(value, here, reading)
    return stated_amount(text, value, here, reading) if value and text else None


def read_amount(taken: Taken, reading: Reading) -> Quantity | None:
    """Read the amount of the long form from `value`, or from `low` and `high`, with `qualifier` and `unit`."""
    amount = amount_of(*taken.of("value"), reading) if taken.value("value") else _between(taken, reading)
    return with_unit(_with_qualifier(amount, taken, reading), taken, reading) if amount else None


def _between(taken: Taken, reading: Reading) -> Quantity | None:
    """Read the bounds `low` and `high`, of which one may be missing."""
    low, high = (amount_of(*taken.of(name), reading) for name in ("low", "high"))
    if low is None or high is None:
        return _qualified(low, Qualifier.AT_LEAST) if low else _qualified(high, Qualifier.UP_TO) if high else None
    text = f"{low.text}–{high.text}"
    amount = Quantity(text, None, unit=high.unit or low.unit)
    numbers = exact(low.interval), exact(high.interval)
    if numbers[0] is None or numbers[1] is None:
        return amount
    if numbers[1] < numbers[0]:
        reading.fault(
            "fig-range", f"the range {clipped(text)} runs backwards", taken.here, taken.parts.found["high"].value
        )
        return amount
    return replace(amount, interval=Interval(numbers[0], numbers[1]))


def exact(interval: Interval | None) -> Decimal | None:
    """Give the one number that an interval allows; None where it allows more."""
    if interval is None or interval.approximate or interval.low is None or interval.low != interval.high:
        return None
    return interval.low


def _qualified(amount: Quantity, qualifier: Qualifier) -> Quantity:
    """Put the word of a qualifier before an amount that has none."""
    number = exact(amount.interval)
    return Quantity(
        f"{_QUALIFIER_WORDS[qualifier]} {amount.text}",
        None if number is None else bounded(number, qualifier),
        qualifier,
        amount.unit,
        f"{_QUALIFIER_WORDS[qualifier]} {amount.phrase or amount.text}",
    )


def _with_qualifier(amount: Quantity, taken: Taken, reading: Reading) -> Quantity:
    """Read `qualifier`, which counts where the value itself has none."""
    value, here = taken.of("qualifier")
    text = reading.text(value, here)
    if value is None or text is None or amount.qualifier:
        return amount
    qualifier = _QUALIFIERS.get(fold(text))
    if qualifier is None:
        reading.keep(here, value)
        return amount
    return _qualified(amount, qualifier)


def with_unit(amount: Quantity, taken: Taken, reading: Reading) -> Quantity:
    """Read `unit`, which counts where the value itself has none."""
    value, here = taken.of("unit")
    unit = reading.text(value, here)
    if value is None or unit is None:
        return amount
    if not amount.unit:
        return Quantity(amount.text, amount.interval, amount.qualifier, unit)
    if base_unit(amount.unit) != base_unit(unit):
        reading.fault(
            "fig-unit", f'value says "{clipped(amount.unit)}", unit says "{clipped(unit)}"', taken.here, value
        )
        reading.keep(here, value)
    return amount
