"""Whether quotes are in the text, and whether they say what their figure says."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.document.block import Block
from briefing.format.number_finder import seek_quantities
from briefing.model.figure import Figure
from briefing.model.problem import Problem, problem
from briefing.model.quantity import Quantity
from briefing.review.amounts import same_amount
from briefing.review.material import FoundQuote, Material

_LONGEST_PASSAGE = 120
"""Characters of a passage that is shown as a suggestion."""
_MOST_LINES = 10
"""Lines that are listed for one quote."""


def places(material: Material) -> Iterator[Problem]:
    """Find quotes that are not in the text, are there more than once, or only with other capitals."""
    for found in material.quotes():
        at = material.place(found.field)
        if not found.ranges:
            yield problem("quote-missing", _missing(found.nearest), field=found.field, at=at)
            continue
        if len(found.ranges) > 1:
            yield problem("quote-many", _many(material, found), field=found.field, at=at)
        if found.case_ignored:
            yield problem("quote-case", "matches only when case is ignored", field=found.field, at=at)


def amounts(material: Material) -> Iterator[Problem]:
    """Find figures whose number, or the word before it, is not what their quotes say.

    One quote with the number is enough. A figure that its author derived is in no quote, and a quote that is not in
    the text is no witness.
    """
    language = material.briefing.language or "en"
    for field, figure, quotes in material.figures():
        there = tuple(found for found in quotes if found.ranges)
        if figure.value is None or figure.derived or not there:
            continue
        first: Quantity | None = None
        for same in _same_amounts(figure, there, language):
            if same.qualifier == figure.qualifier:
                break
            first = first or same
        else:
            if first is None:
                yield _number_problem(material, figure, there)
            else:
                message = f"says {figure.text}; its quote says {first.text}"
                yield problem("quote-qualifier", message, field=field, at=material.place(f"{field}.value"))


def _same_amounts(figure: Figure, quotes: tuple[FoundQuote, ...], language: str) -> Iterator[Quantity]:
    """The amounts in the quotes of a figure that have its number."""
    for found in quotes:
        for _, _, quantity in seek_quantities(found.quote.exact, language):
            if same_amount(quantity.interval, figure.value):
                yield quantity


def _number_problem(material: Material, figure: Figure, quotes: tuple[FoundQuote, ...]) -> Problem:
    """Say that no quote has the number."""
    field = quotes[0].field
    return problem("quote-number", f"does not contain {figure.text}", field=field, at=material.place(field))


def _missing(nearest: tuple[Block, str] | None) -> str:
    """Say that a quote is not there, and what is most like it."""
    if nearest is None:
        return "not in the text"
    block, words = nearest
    passage = " ".join(words.split())
    if len(passage) > _LONGEST_PASSAGE:
        passage = passage[: _LONGEST_PASSAGE - 1] + "\u2026"
    return f'not in the text. Nearest (line {block.line}): "{passage}"'


def _many(material: Material, found: FoundQuote) -> str:
    """Say where a quote stands more than once, and how to mean one of the places."""
    lines = sorted({material.line(place) for place in found.ranges})
    listed = ", ".join(map(str, lines[:_MOST_LINES])) + (" \u2026" if len(lines) > _MOST_LINES else "")
    which = f"line {listed}" if len(lines) == 1 else f"lines {listed}"
    return f"matches {len(found.ranges):,} places ({which}); add prefix or suffix"
