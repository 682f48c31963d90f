"""Whether takeaways say the numbers that the figures say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.format.number_finder import quantities_in
from briefing.model.briefing import Takeaway
from briefing.model.figure import Figure
from briefing.model.problem import Problem, problem
from briefing.model.units import folded
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
                if _rests_on(takeaway, place, figure) and same_amount(stated.interval, figure.value)
            ]
            if same and all(figure.qualifier != stated.qualifier for _, figure in same):
                place, figure = same[0]
                message = f"says {stated.text}; figures[{place}] says {figure.text}"
                yield problem("take-number", message, field=field, at=material.place(field))


def _rests_on(takeaway: Takeaway, place: int, figure: Figure) -> bool:
    """Whether a takeaway speaks of a figure: it names it, or names none and says what the figure counts."""
    if takeaway.figures:
        return str(place) in takeaway.figures or figure.track in takeaway.figures
    counted = _words(f"{figure.unit or ''} {figure.label or ''}")
    return not counted or not counted.isdisjoint(_words(takeaway.text))


def _words(text: str) -> frozenset[str]:
    """The words of a text, without case, plural and punctuation, those of three letters and fewer left out."""
    return frozenset(word for word in folded(_NOT_WORDS.sub(" ", text)).split() if len(word) > 3)
