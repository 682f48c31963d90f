"""What is stated of one thing at different times: the rows of a timeline, by the time they hold for.

Nothing is joined across sources and nothing is filled in between two dates; the date of a file is never taken for the
time that a figure holds for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal, localcontext

from briefing.format.numbers import read_phrase
from briefing.model.briefing import Briefing
from briefing.model.dates import StatedDate
from briefing.model.figure import Figure, Observation
from briefing.model.handling import Handling
from briefing.model.quantity import Interval
from briefing.model.record import record
from briefing.model.units import base_unit
from briefing.review.differ import NOT_YET, Stated, differing
from briefing.review.handling import handling_of


@record
class Seen:
    """One observation: an amount in its author's words, with what is known of it."""

    phrase: str
    """Amount and unit as written."""
    interval: Interval | None
    unit: str | None
    as_of: StatedDate | None
    status: str | None = None
    label: str | None = None
    sources: tuple[str, ...] = ()
    """Names."""
    grades: tuple[str, ...] = ()
    """For each source its Admiralty grade, as `B2`, or an empty text."""
    grade: str | None = None
    """The grade of this item alone."""
    origin: str = ""
    """The title of the briefing that states it."""
    path: str = ""
    index: int = 0
    """Which figure of that briefing it is, or is said of."""
    handling: Handling = Handling()
    """What that briefing says about who may see it."""
    role: str = ""
    """What it is to its figure: `before`, `over time`; empty for the figure itself."""

    @property
    def is_hollow(self) -> bool:
        """Whether it is said of what has not come to pass."""
        return self.status in NOT_YET


def by_time(every: Iterable[Seen]) -> tuple[Seen, ...]:
    """Put observations in the order of the times they hold for; what is undated comes last."""
    return tuple(sorted(every, key=_place))


def _place(seen: Seen) -> tuple[bool, date]:
    """Where an observation stands."""
    day = (seen.as_of.start or seen.as_of.end) if seen.as_of else None
    return day is None, day or date.max


def own_history(briefing: Briefing, index: int, path: str) -> tuple[Seen, ...]:
    """Give a figure with its earlier and further values, as its own briefing states them.

    Args:
        briefing: as it was read.
        index: which of its figures.
        path: of its file.
    """
    figure = briefing.figures[index]
    now = _of_figure(briefing, figure, index, path)
    before = (_of_observation(briefing, figure.previous, now, "before"),) if figure.previous else ()
    series = tuple(_of_observation(briefing, one, now, "over time") for one in figure.series)
    return by_time((*before, *series, now))


def _of_figure(briefing: Briefing, figure: Figure, index: int, path: str) -> Seen:
    """The figure itself."""
    known = {source.id: source for source in briefing.sources if source.id}
    found = [known.get(cited) for cited in figure.sources]
    return Seen(
        figure.phrase,
        figure.value,
        figure.unit,
        briefing.as_of_for(figure),
        figure.status,
        figure.label,
        tuple(source.name if source else cited for source, cited in zip(found, figure.sources, strict=True)),
        tuple(source.grade.signs if source and source.grade else "" for source in found),
        figure.grade,
        briefing.title,
        path,
        index,
        handling_of(briefing),
    )


def _of_observation(briefing: Briefing, seen: Observation, now: Seen, role: str) -> Seen:
    """A value of a figure at another time. Its unit is the one written with it, else the figure's."""
    known = {source.id: source for source in briefing.sources if source.id}
    found = [known.get(cited) for cited in seen.sources]
    quantity = read_phrase(seen.text, briefing.language or "en").quantity
    return Seen(
        seen.text,
        seen.value,
        (quantity.unit if quantity else None) or now.unit,
        seen.as_of,
        sources=tuple(source.name if source else cited for source, cited in zip(found, seen.sources, strict=True)),
        grades=tuple(source.grade.signs if source and source.grade else "" for source in found),
        origin=now.origin,
        path=now.path,
        index=now.index,
        handling=now.handling,
        role=role,
    )


@record
class Measured:
    """The amounts of some observations in one unit."""

    unit: str | None
    """As it is written in the first of them."""
    intervals: tuple[Interval | None, ...]
    """For each observation; None where it has no number, or is in a unit that cannot be compared with this one."""


def in_one_unit(every: Sequence[Seen]) -> Measured:
    """Bring amounts to the unit that most of them are in. Money and unknown units are never converted."""
    kinds = Counter(base_unit(seen.unit)[0] for seen in every if seen.interval)
    if not kinds:
        return Measured(None, (None,) * len(every))
    kind = kinds.most_common(1)[0][0]
    unit = next(seen.unit for seen in every if seen.interval and base_unit(seen.unit)[0] == kind)
    whole = base_unit(unit)[1]
    return Measured(unit, tuple(_measured(seen, kind, whole) for seen in every))


def _measured(seen: Seen, kind: str, whole: Decimal) -> Interval | None:
    """The amount of an observation, in a unit that has so many of the unit that is compared in."""
    name, factor = base_unit(seen.unit)
    if seen.interval is None or name != kind:
        return None
    return seen.interval if factor == whole else _scaled(seen.interval, factor, whole)


def _scaled(amount: Interval, factor: Decimal, whole: Decimal) -> Interval:
    """The amount in another unit, for drawing: exact to more digits than any window has columns."""
    with localcontext(Context(prec=60, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])):
        low, high = (None if end is None else end * factor / whole for end in (amount.low, amount.high))
    return Interval(low, high, amount.low_open, amount.high_open, amount.approximate)


def partners(every: Sequence[Seen]) -> dict[int, tuple[int, ...]]:
    """Give for each observation that differs from others of another briefing the indexes of those."""
    stated = [Stated(seen.path, seen.interval, seen.unit, seen.status, seen.as_of) for seen in every]
    found: dict[int, tuple[int, ...]] = {}
    for one, other in differing(stated):
        found[one] = (*found.get(one, ()), other)
        found[other] = (*found.get(other, ()), one)
    return found
