"""Whether takeaways say the numbers that the figures say."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from briefing.format.number_finder import quantities_in
from briefing.model.briefing import Takeaway
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


def numbers(material: Material) -> Iterator[Problem]:
    """Find takeaways that give a figure's number with another word before it, or without the one it needs."""
    language = material.briefing.language or "en"
    figures = _by_amount(material.briefing.figures) if material.briefing.takeaways else {}
    for index, takeaway in enumerate(material.briefing.takeaways):
        field = f"takeaways[{index}]"
        words = _words(takeaway.text)
        for _, _, stated in quantities_in(takeaway.text, language):
            alike = figures.get(numbers_of(stated.interval), []) if stated.interval else []
            same = [one for one in alike if _rests_on(takeaway, words | _units(stated.unit), one)]
            if same and all(one.figure.qualifier != stated.qualifier for one in same):
                named = material.briefing.as_written(f"figures[{same[0].index}]")
                message = f"says {stated.text}; {named} says {same[0].figure.text}"
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
