"""Intervals drawn to one common scale, a row each: a forest plot in the cells of a terminal.

A row says with signs, never with colour alone, what its numbers say: `[` and `]` end an interval at a number that is
part of it, `(` and `)` at one that is not; `◂` and `▸` at the edge say that there is no bound. What is approximate is
dotted, what has not come to pass is hollow.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from decimal import MAX_EMAX, MIN_EMIN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal, localcontext
from itertools import pairwise

from briefing.model.quantity import Interval
from briefing.model.record import record

_LEAST = 8
"""Columns between the ends of a scale below which nothing can be told apart."""
_EDGE = 3
"""Columns kept at an edge that an interval without a bound runs to."""
_MOST_STEPS = 6
_DIGITS = 60
"""Digits that places are reckoned with."""
_SHORT = ((12, "tn"), (9, "bn"), (6, "M"), (3, "K"))
"""Powers of ten with the letters that stand for them."""


@record
class Scale:
    """Which column of a row a number stands in."""

    ticks: tuple[Decimal, ...]
    """Round numbers in equal steps; no number lies outside the first and the last."""
    labels: tuple[str, ...]
    """How they are written; none where that takes more room than there is."""
    width: int
    """Columns of a row."""
    left: int
    """The column of the first tick."""
    right: int
    """The column of the last tick."""

    def column(self, number: Decimal) -> int:
        """Give the column of a number that lies between the first and the last tick."""
        with _reckoning():
            share = (number - self.ticks[0]) / (self.ticks[-1] - self.ticks[0])
            place = int((share * (self.right - self.left)).to_integral_value(ROUND_HALF_EVEN))
        return max(self.left, min(self.right, self.left + place))


@record
class Drawn:
    """What stands in a row: some signs from a column on."""

    start: int
    text: str


def scale_of(intervals: Iterable[Interval], width: int) -> Scale | None:
    """Make the scale on which all of these can be drawn; None where there is no number, or no room.

    Args:
        intervals: in one unit.
        width: columns of a row.
    """
    every = tuple(intervals)
    numbers = [end for one in every for end in (one.low, one.high) if end is not None]
    left = _EDGE if any(one.low is None for one in every) else 0
    right = width - 1 - (_EDGE if any(one.high is None for one in every) else 0)
    if not numbers or right - left < _LEAST:
        return None
    bare: Scale | None = None
    for is_short in (False, True):
        for steps in range(_MOST_STEPS, 0, -1):
            ticks = _ticks(min(numbers), max(numbers), steps)
            labels = _labels(ticks, is_short=is_short)
            bare = Scale(ticks, (), width, left, right)
            if _fit(bare, labels):
                return Scale(ticks, labels, width, left, right)
    return bare


def _reckoning() -> AbstractContextManager[Context]:
    """Reckon with numbers of any size, always to the same number of digits."""
    return localcontext(Context(prec=_DIGITS, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[]))


def _ticks(low: Decimal, high: Decimal, steps: int) -> tuple[Decimal, ...]:
    """Round numbers in about so many equal steps of 1, 2 or 5 times a power of ten, the outermost beyond both ends."""
    with _reckoning():
        span = high - low
        about = span / steps if span else Decimal(1).scaleb(low.adjusted() if low else 0)
        power = Decimal(1).scaleb(about.adjusted())
        step = next(power * times for times in (1, 2, 5, 10) if power * times >= about)
        first = (low / step).to_integral_value(ROUND_FLOOR)
        last = (high / step).to_integral_value(ROUND_CEILING)
        if first == last:
            first, last = first - 1, last + 1
        return tuple((first + count) * step for count in range(int(last - first) + 1))


def _labels(ticks: tuple[Decimal, ...], *, is_short: bool) -> tuple[str, ...]:
    """The numbers as they are written: grouped, or with a letter for a power of ten where that loses no digit."""
    if not is_short:
        return tuple(_plain(tick) for tick in ticks)
    with _reckoning():
        largest = max(abs(tick) for tick in ticks)
        power, letter = next(((p, s) for p, s in _SHORT if largest >= Decimal(1).scaleb(p)), (0, ""))
        return tuple(f"{_plain(tick.scaleb(-power))}{letter if tick else ''}" for tick in ticks)


def _plain(number: Decimal) -> str:
    """A number in full; one with too many digits for any window is written with its power of ten."""
    with _reckoning():
        if number and abs(number.adjusted()) > _DIGITS:
            return f"{number.normalize():E}"
        return f"{number.normalize() + 0:,f}"


def _fit(scale: Scale, labels: tuple[str, ...]) -> bool:
    """Whether the labels can stand at their ticks with room between them."""
    placed = _placed(scale, labels)
    apart = all(one.start + len(one.text) + 2 <= other.start for one, other in pairwise(placed))
    return apart and placed[0].start >= 0 and placed[-1].start + len(placed[-1].text) <= scale.width


def _placed(scale: Scale, labels: tuple[str, ...]) -> list[Drawn]:
    """The labels, each about the column of its tick, the outermost within the row."""
    placed = []
    for tick, label in zip(scale.ticks, labels, strict=True):
        middle = scale.column(tick) - (len(label) - 1) // 2
        placed.append(Drawn(max(0, min(middle, scale.width - len(label))), label))
    return placed


def axis(scale: Scale) -> tuple[str, str]:
    """Give the two rows of the axis: the labels, and the line with a mark at each tick."""
    labels = ""
    for one in _placed(scale, scale.labels) if scale.labels else ():
        labels = labels.ljust(one.start) + one.text
    marks = {scale.column(tick) for tick in scale.ticks}
    line = "".join("┬" if column in marks else "─" for column in range(scale.left, scale.right + 1))
    return labels.ljust(scale.width), (" " * scale.left + line).ljust(scale.width)


def drawn(interval: Interval, scale: Scale, *, hollow: bool = False) -> Drawn:
    """Draw an interval on a scale that was made for it.

    Args:
        interval: in the unit of the scale.
        scale: as `scale_of` made it of this interval and others.
        hollow: whether it has not come to pass: a forecast, a plan, a target.
    """
    low, high = interval.low, interval.high
    start = 0 if low is None else scale.column(low)
    end = scale.width - 1 if high is None else scale.column(high)
    if low is not None and low == high:
        return Drawn(start, "◌" if interval.approximate else "○" if hollow else "●")
    if start == end:
        return Drawn(start, "◇" if hollow else "◆")
    line = "┅" if interval.approximate else "═" if hollow else "━"
    first = ("◃" if hollow else "◂") if low is None else "(" if interval.low_open else "["
    last = ("▹" if hollow else "▸") if high is None else ")" if interval.high_open else "]"
    return Drawn(start, f"{first}{line * (end - start - 1)}{last}")


LEGEND = {
    "●": "stated",
    "◌": "about",
    "○": "not yet come to pass",
    "◆": "a range narrower than a column",
    "◇": "a range narrower than a column, not yet come to pass",
    "[": "this or more",
    "]": "this or less",
    "(": "more than this",
    ")": "less than this",
    "▸": "no upper bound stated",
    "▹": "no upper bound stated",
    "◂": "no lower bound stated",
    "◃": "no lower bound stated",
    "┅": "approximate",
    "═": "not yet come to pass",
}
"""What the signs say."""


def legend(rows: Iterable[Drawn]) -> list[str]:
    """Say what the signs in some rows mean, each meaning once."""
    used = {sign for row in rows for sign in row.text}
    by_meaning: dict[str, list[str]] = {}
    for sign, meaning in LEGEND.items():
        if sign in used:
            by_meaning.setdefault(meaning, []).append(sign)
    return [f"{' '.join(signs)} {meaning}" for meaning, signs in by_meaning.items()]
