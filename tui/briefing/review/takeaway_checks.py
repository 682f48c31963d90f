"""Whether takeaways say the numbers that the figures say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.format.number_finder import quantities_in
from briefing.model.briefing import Takeaway
from briefing.model.figure import Figure
from briefing.model.problem import Problem, problem
from briefing.model.quantity import Quantity
from briefing.model.units import base_unit, folded
from briefing.review.amounts import same_amount
from briefing.review.material import Material

_NOT_WORDS = re.compile(r"[\W_]+")


def numbers(material: Material) -> Iterator[Problem]:
    """Find takeaways that give a figure's number with another word before it, or without the one it needs."""
    language = material.briefing.language or "en"
    for index, takeaway in enumerate(material.briefing.takeaways):
        field = f"takeaways[{index}]"
        for _, _, stated in quantities_in(takeaway.text, language):
            same = [
                (place, figure)
                for place, figure in enumerate(material.briefing.figures)
                if _rests_on(takeaway, stated, place, figure) and same_amount(stated.interval, figure.value)
            ]
            if same and all(figure.qualifier != stated.qualifier for _, figure in same):
                place, figure = same[0]
                message = f"says {stated.text}; figures[{place}] says {figure.text}"
                yield problem("take-number", message, field=field, at=material.place(field))


def _rests_on(takeaway: Takeaway, stated: Quantity, place: int, figure: Figure) -> bool:
    """Whether an amount in a takeaway may be that of a figure: it names it, or names none and says what is counted."""
    if takeaway.figures:
        return str(place) in takeaway.figures or figure.track in takeaway.figures
    counted = _words(figure.label or "") | _units(figure.unit)
    return not counted or not counted.isdisjoint(_words(takeaway.text) | _units(stated.unit))


def _words(text: str) -> frozenset[str]:
    """The words that say what is counted, without case and plural; for a unit, the one it is compared in."""
    words = _NOT_WORDS.sub(" ", text).split()
    units = (base_unit(word)[0] for word in words)
    return frozenset(unit for word, unit in zip(words, units, strict=True) if len(word) > 3 or unit != folded(word))


def _units(unit: str | None) -> frozenset[str]:
    """A unit as it is compared, and the words that it is made of."""
    return frozenset({base_unit(unit)[0]}) | _words(unit) if unit else frozenset()
