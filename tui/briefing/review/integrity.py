"""What is not in order about a figure: that it does not say what its quote, its unit, its change or a takeaway says.

Each mark has its reason with it. Nobody is called wrong: which of the two is meant is the author's to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.model.briefing import Briefing
from briefing.model.problem import Problem
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
    problems = (*briefing.problems, *inspection.problems)
    found = [[*_of_figure(briefing, index, problems)] for index in range(len(briefing.figures))]
    for one in unlike_takeaways(briefing):
        reason = f"takeaway {one.takeaway + 1} says {one.stated}, the figure {briefing.figures[one.figure].text}"
        found[one.figure].append(Mark(KINDS["quote-qualifier"], reason))
    return tuple(tuple(dict.fromkeys(one)) for one in found)


def _of_figure(briefing: Briefing, index: int, problems: tuple[Problem, ...]) -> Iterator[Mark]:
    """The marks that follow from what checking found in the fields of a figure."""
    field = briefing.as_written(f"figures[{index}]")
    for problem in problems:
        inner = problem.field.removeprefix(field) if problem.field.startswith(field) else None
        if problem.code in KINDS and inner is not None and inner[:1] in ("", ".", "["):
            yield Mark(KINDS[problem.code], problem.message)
