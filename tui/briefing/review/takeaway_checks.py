"""Whether takeaways say the numbers that the figures say."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from briefing.format.number_finder import quantities_in
from briefing.model.briefing import Briefing, Takeaway
from briefing.model.figure import Figure
from briefing.model.pattern import pattern
from briefing.model.problem import Problem, problem
from briefing.model.record import record
from briefing.model.units import base_unit, folded
from briefing.review.amounts import numbers_of
from briefing.review.material import Material

_NOT_WORDS = pattern(r"[\W_]+")


@record
class _Counted:
    """A figure with what it counts."""

    index: int
    figure: Figure
    words: frozenset[str]
    """The words of its unit and label; none where it says nothing of what it counts."""


@record
class Unlike:
    """A takeaway that gives a figure's number with another word before it, or without the one it needs."""

    takeaway: int
    stated: str
    """What it says: `30,000`."""
    figure: int


def unlike_takeaways(briefing: Briefing) -> Iterator[Unlike]:
    """Find takeaways whose numbers are those of a figure, and whose qualifiers are not."""
    language = briefing.language or "en"
    figures = _by_amount(briefing.figures) if briefing.takeaways else {}
    for index, takeaway in enumerate(briefing.takeaways):
        words = _words(takeaway.text)
        for _, _, stated in quantities_in(takeaway.text, language):
            alike = figures.get(numbers_of(stated.interval), []) if stated.interval else []
            same = [one for one in alike if _rests_on(takeaway, words | _units(stated.unit), one)]
            if same and all(one.figure.qualifier != stated.qualifier for one in same):
                yield Unlike(index, stated.text, same[0].index)


def numbers(material: Material) -> Iterator[Problem]:
    """Report takeaways that drop or change the word before a figure's number."""
    briefing = material.briefing
    for one in unlike_takeaways(briefing):
        field, named = f"takeaways[{one.takeaway}]", briefing.as_written(f"figures[{one.figure}]")
        message = f"says {one.stated}; {named} says {briefing.figures[one.figure].text}"
        yield problem("take-number", message, field=field, at=material.place(field))


def _by_amount(figures: tuple[Figure, ...]) -> dict[frozenset[Decimal], list[_Counted]]:
    """The figures by their bare numbers."""
    found: dict[frozenset[Decimal], list[_Counted]] = {}
    for index, figure in enumerate(figures):
        if figure.value:
            counted = _words(figure.label or "") | _units(figure.unit)
            found.setdefault(numbers_of(figure.value), []).append(_Counted(index, figure, counted))
    return found


def _rests_on(takeaway: Takeaway, words: frozenset[str], one: _Counted) -> bool:
    """Whether an amount in a takeaway may be that of a figure: it names it, or names none and says what is counted."""
    if takeaway.figures:
        return str(one.index) in takeaway.figures or one.figure.track in takeaway.figures
    return not one.words or not one.words.isdisjoint(words)


def _words(text: str) -> frozenset[str]:
    """The words that say what is counted, without case and plural; for a unit, the one it is compared in."""
    words = _NOT_WORDS.sub(" ", text).split()
    units = (base_unit(word)[0] for word in words)
    return frozenset(unit for word, unit in zip(words, units, strict=True) if len(word) > 3 or unit != folded(word))


def _units(unit: str | None) -> frozenset[str]:
    """A unit as it is compared, and the words that it is made of."""
    return frozenset({base_unit(unit)[0]}) | _words(unit) if unit else frozenset()
