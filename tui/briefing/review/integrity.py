"""What is not in order about a figure: that it does not say what its quote, its unit, its change or a takeaway says.

Each mark has its reason with it. Nobody is called wrong: which of the two is meant is the author's to say.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefing.model.briefing import Briefing
from briefing.model.record import record
from briefing.review.inspect import Inspection
from briefing.review.takeaway_checks import unlike_takeaways

KINDS: Mapping[str, str] = {
    "quote-missing": "quote not found",
    "quote-number": "number not in quote",
    "quote-qualifier": "qualifier dropped",
    "fig-unit": "value and unit at odds",
    "fig-change": "change does not add up",
    "fig-future": "later than its briefing",
    "src-unknown": "unknown source",
}
"""The problems of a figure that are marked, by their codes, in a few words."""


@record
class Mark:
    """One thing that is not in order."""

    kind: str
    """In a few words: `number not in quote`."""
    reason: str
    """What was found, in a sentence without its end."""


def marks(briefing: Briefing, inspection: Inspection) -> tuple[tuple[Mark, ...], ...]:
    """Give the marks of each figure of a briefing that was laid beside its text."""
    found: list[list[Mark]] = [[] for _ in briefing.figures]
    figures = {briefing.as_written(f"figures[{index}]"): index for index in range(len(briefing.figures))}
    for problem in (*briefing.problems, *inspection.problems):
        index = _figure_of(problem.field, figures) if problem.code in KINDS else None
        if index is not None:
            found[index].append(Mark(KINDS[problem.code], problem.message))
    for one in unlike_takeaways(briefing):
        reason = f"takeaway {one.takeaway + 1} says {one.stated}, the figure {briefing.figures[one.figure].text}"
        found[one.figure].append(Mark(KINDS["quote-qualifier"], reason))
    return tuple(tuple(dict.fromkeys(one)) for one in found)


def _figure_of(field: str, figures: Mapping[str, int]) -> int | None:
    """The figure that a field is, or is part of; None where it is of none.

    Args:
        field: as its author wrote it: `key_figures[2].quote`.
        figures: the figures by their fields.
    """
    while field:
        if field in figures:
            return figures[field]
        field = field[: max(field.rfind("."), field.rfind("["), 0)]
    return None
