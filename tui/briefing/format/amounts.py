"""The amount of a number phrase: a bounded number, a range of two numbers, or a number with a margin."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.format.measures import Fault, Measure, inner_unit, measure
from briefing.format.number_grammar import Grammar
from briefing.format.numerals import EXACT
from briefing.format.wording import clipped
from briefing.model.pattern import pattern
from briefing.model.quantity import Interval, Qualifier, bounded
from briefing.model.record import record
from briefing.model.units import folded

_PLUS = pattern(r"\+(?![\d/])")
_MARGIN = pattern(r"\s{0,3}(?:±|\+/[-−–]|\+-)\s{0,3}")
_GOES_ON = pattern(r"[-–‑/][0-9]")
"""Signs behind a range that make it a date or a list."""


@record
class Amount:
    """An amount as it stands in a text, from `start` to `end`."""

    start: int
    end: int
    interval: Interval
    qualifier: Qualifier | None
    first: Measure
    last: Measure | None = None
    """The second number of a range or the margin."""
    unit: str | None = None
    """A unit that had to be read to find the end, as in `100 km to 200 km`; the amount ends behind it."""

    @property
    def money(self) -> str | None:
        """The sign or code of money before the number."""
        return self.first.money or (self.last.money if self.last else None)

    @property
    def is_bare(self) -> bool:
        """Whether it is digits and nothing else: a number without qualifier, money, scale or groups."""
        measures = (self.first, self.last) if self.last else (self.first,)
        return not self.qualifier and all(
            each is not None and each.number.is_bare and not each.power and not each.money for each in measures
        )


@record
class _Opening:
    """What was said before the first number."""

    start: int
    cursor: int
    between: bool
    bound: Qualifier | None
    about: bool

    @property
    def qualifier(self) -> Qualifier | None:
        """The one qualifier to tell: a bound outweighs `about`."""
        return self.bound or (Qualifier.ABOUT if self.about else None)


def amount(text: str, at: int, rules: Grammar) -> Amount | Fault | None:
    """Read the amount that begins here; None where there is none, a fault where it is refused."""
    opening = _opening(text, at, rules)
    first = measure(text, opening.cursor, rules)
    if first is None or isinstance(first, Fault):
        return first
    inner = inner_unit(text, first.end, rules)
    joint = _joint(text, first, inner, rules, _MARGIN)
    if joint:
        return _with_margin(text, opening, first, joint, rules)
    joint = _joint(text, first, inner, rules, rules.both if opening.between else rules.to)
    if joint:
        return _range(text, opening, first, joint, rules)
    return None if opening.between else _alone(text, opening, first, inner, rules)


def _opening(text: str, at: int, rules: Grammar) -> _Opening:
    """Read what stands before the first number."""
    if text[at : at + 1].isdigit():
        return _Opening(at, at, between=False, bound=None, about=False)
    opener = rules.between.match(text, at)
    cursor = opener.end() if opener else at
    said: list[Qualifier] = []
    for _ in range(2):
        found = None if "0" <= text[cursor : cursor + 1] <= "9" else rules.ahead(text, cursor)
        if found is None:
            break
        cursor, qualifier = found
        if qualifier:
            said.append(qualifier)
    bounds = [each for each in said if each is not Qualifier.ABOUT]
    return _Opening(at, cursor, opener is not None, bounds[0] if bounds else None, Qualifier.ABOUT in said)


@record
class _Joint:
    """The second number of an amount, and the unit that the first was given."""

    last: Measure | Fault
    unit: str | None


_Unit = tuple[int, str]
"""Where a unit ends, and the unit."""


def _joint(text: str, first: Measure, inner: _Unit | None, rules: Grammar, sign: re.Pattern[str]) -> _Joint | None:
    """Read a sign that joins a second number, which may stand behind a unit of the first."""
    for end, said in ((first.end, None), inner) if inner else ((first.end, None),):
        found = sign.match(text, end)
        last = measure(text, found.end(), rules) if found else None
        if last:
            return _Joint(last, said)
    return None


def _shared(first: Measure, last: Measure) -> tuple[Decimal, Decimal]:
    """Give the two numbers of an amount; a scale that only the second has reaches back, unless order forbids it."""
    high = last.value()
    if last.power and not first.power:
        reached = first.value(last.power)
        return (reached, high) if reached <= high else (first.value(), high)
    return first.value(), high


def _end(text: str, joint: _Joint, last: Measure, rules: Grammar) -> tuple[int, str | None] | None:
    """Give where the amount ends, with the unit of its first number; None where the second has another."""
    if joint.unit is None:
        return last.end, None
    again = inner_unit(text, last.end, rules)
    if again is None or folded(again[1]) != folded(joint.unit):
        return None
    return again


def _range(text: str, opening: _Opening, first: Measure, joint: _Joint, rules: Grammar) -> Amount | Fault | None:
    """Make a range of two numbers."""
    last = joint.last
    if isinstance(last, Fault):
        return last
    end = _end(text, joint, last, rules)
    if end is None or _is_dated(first, last) or _GOES_ON.match(text, last.end) or opening.bound:
        return None
    if first.money and last.money and first.money != last.money:
        return None
    low, high = _shared(first, last)
    if high < low:
        return Fault("fig-range", f"the range {clipped(text[first.start : last.end])} runs backwards")
    interval = Interval(low, high, approximate=opening.about)
    return Amount(opening.start, end[0], interval, opening.qualifier, first, last, end[1])


def _is_dated(first: Measure, last: Measure) -> bool:
    """Whether two numbers are parts of a date: one has a leading zero, or a year is followed by two digits."""
    texts = (first.number.text, last.number.text)
    if any(len(text) > 1 and text[0] == "0" and text.isdigit() for text in texts):
        return True
    year = len(texts[0]) == 4 and texts[0].isdigit() and texts[0][:2] in ("19", "20")
    return year and len(texts[1]) == 2 and not last.power


def _with_margin(text: str, opening: _Opening, first: Measure, joint: _Joint, rules: Grammar) -> Amount | Fault | None:
    """Make an interval of a number and its margin."""
    last = joint.last
    if isinstance(last, Fault):
        return last
    end = _end(text, joint, last, rules)
    if end is None or opening.bound or opening.between or last.negative:
        return None
    power = last.power if last.power and not first.power else first.power
    middle, margin = first.value(power), last.value()
    interval = Interval(EXACT.subtract(middle, margin), EXACT.add(middle, margin), approximate=opening.about)
    return Amount(opening.start, end[0], interval, opening.qualifier, first, last, end[1])


def _alone(text: str, opening: _Opening, first: Measure, inner: _Unit | None, rules: Grammar) -> Amount | None:
    """Make the interval of one number, with what is said behind it."""
    end, unit, behind = first.end, None, None
    if _PLUS.match(text, end):
        end, behind = end + 1, Qualifier.AT_LEAST
    elif inner and _PLUS.match(text, inner[0]):
        end, unit, behind = inner[0] + 1, inner[1], Qualifier.AT_LEAST
    elif after := rules.after.match(text, end):
        end, behind = after.end(), rules.qualifier(after["words"])
    elif _GOES_ON.match(text, end):
        return None
    about = opening.about or behind is Qualifier.ABOUT
    bound = opening.bound or (behind if behind is not Qualifier.ABOUT else None)
    qualifier = bound or (Qualifier.ABOUT if about else None)
    interval = bounded(first.value(), qualifier)
    if bound and about:
        interval = Interval(interval.low, interval.high, interval.low_open, interval.high_open, approximate=True)
    return Amount(opening.start, end, interval, qualifier, first, unit=unit)
