"""A briefing laid beside its text: where the passages of its figures are, and what does not fit."""

from __future__ import annotations

from dataclasses import replace

from briefing.document.block import Block
from briefing.document.document import Document
from briefing.document.quotes import QuoteFinder
from briefing.model.briefing import Briefing
from briefing.model.figure import Anchor, Quote
from briefing.model.problem import Problem
from briefing.model.record import record
from briefing.review import (
    coverage_checks,
    estimative_checks,
    link_checks,
    profile_checks,
    quote_checks,
    source_checks,
    takeaway_checks,
    text_checks,
)
from briefing.review.material import FIGURE, Check, FoundQuote, Material, Wanted, fragment

MOST_PASSAGES = 1000
"""Passages of one quote that a figure is tied to; a quote with more of them says nothing about any."""

CHECKS: tuple[Check, ...] = (
    quote_checks.places,
    quote_checks.amounts,
    takeaway_checks.numbers,
    source_checks.unused,
    text_checks.missing_notes,
    text_checks.dead_links,
    text_checks.dead_figure_links,
    link_checks.dead_references,
    link_checks.dead_relations,
    text_checks.hidden_characters,
    text_checks.chrome,
    estimative_checks.mixed,
    estimative_checks.rows,
    profile_checks.wishes,
    coverage_checks.loose_numbers,
)
"""Every check that needs the text, or that is asked for."""


@record
class Inspection:
    """What was found by laying a briefing beside its text."""

    anchors: tuple[tuple[Anchor, ...], ...]
    """For each figure, the passages that it is tied to, in reading order."""
    missing: tuple[tuple[int, ...], ...]
    """For each figure, the indexes of its quotes that are not in the text."""
    problems: tuple[Problem, ...]
    """In the order of the file."""


EVERYWHERE = Wanted()
"""What every briefing is checked for."""


def inspect(briefing: Briefing, document: Document, wanted: Wanted = EVERYWHERE) -> Inspection:
    """Find the passages of figures, and the problems that need the text.

    Args:
        briefing: what the front matter says.
        document: its text. Blocks that stand above and below it are passed over.
        wanted: what is looked for beyond that.
    """
    material = _material(briefing, document, wanted)
    linked = _linked_passages(material)
    return Inspection(
        anchors=tuple(
            _anchors(material, found, linked.get(figure.track or "", []))
            for figure, found in zip(briefing.figures, material.figure_quotes, strict=True)
        ),
        missing=tuple(
            tuple(index for index, found in enumerate(quotes) if not found.ranges) for quotes in material.figure_quotes
        ),
        problems=_in_order(tuple(_named(briefing, problem) for check in CHECKS for problem in check(material))),
    )


def every_problem(briefing: Briefing, inspection: Inspection) -> tuple[Problem, ...]:
    """Give the problems that reading found and those that the text showed, in the order of the file."""
    return _in_order((*briefing.problems, *inspection.problems))


def _in_order(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Sort problems by their places."""
    return tuple(sorted(problems, key=lambda problem: (problem.line, problem.column)))


def _named(briefing: Briefing, found: Problem) -> Problem:
    """The problem with its field in the author's own keys."""
    written = briefing.as_written(found.field)
    return found if written == found.field else replace(found, field=written)


def _material(briefing: Briefing, document: Document, wanted: Wanted) -> Material:
    """Look up every quote of the front matter in the text."""
    end = len(briefing.text)
    blocks = {block.offset: block for block in document if briefing.body_start <= block.offset < end}
    finder = QuoteFinder(blocks.values())

    def find(field: str, quotes: tuple[Quote, ...]) -> tuple[FoundQuote, ...]:
        return tuple(_found(finder, _quote_field(briefing, field, index), quote) for index, quote in enumerate(quotes))

    return Material(
        briefing,
        blocks,
        sections=document.sections(),
        figure_quotes=tuple(find(f"figures[{i}]", figure.quotes) for i, figure in enumerate(briefing.figures)),
        other_quotes=(
            *(one for i, takeaway in enumerate(briefing.takeaways) for one in find(f"takeaways[{i}]", takeaway.quotes)),
            *(one for i, stated in enumerate(briefing.dates) for one in find(f"dates[{i}]", stated.quotes)),
        ),
        nearest=finder.nearest,
        wanted=wanted,
    )


def _quote_field(briefing: Briefing, owner: str, index: int) -> str:
    """The field of a quote: with its index where there are several."""
    numbered = f"{owner}.quote[{index}]"
    return numbered if numbered in briefing.positions else f"{owner}.quote"


def _found(finder: QuoteFinder, field: str, quote: Quote) -> FoundQuote:
    """Look one quote up."""
    found = finder.find(quote.exact, quote.prefix, quote.suffix)
    return FoundQuote(field, quote, found.ranges, found.case_ignored)


def _linked_passages(material: Material) -> dict[str, list[tuple[Block, int, int]]]:
    """The passages that links mark, by the track of their figure."""
    passages: dict[str, list[tuple[Block, int, int]]] = {}
    for block in material.blocks.values():
        for span in block.spans:
            leads_to = fragment(span)
            if leads_to is not None and leads_to.startswith(FIGURE):
                passages.setdefault(leads_to.removeprefix(FIGURE), []).append((block, span.start, span.end))
    return passages


def _anchors(
    material: Material, quotes: tuple[FoundQuote, ...], linked: list[tuple[Block, int, int]]
) -> tuple[Anchor, ...]:
    """The anchors of one figure; where a quote and a link mark the same words, the quote's stands for both."""
    anchors: dict[tuple[int, int, int], Anchor] = {}
    for index, found in enumerate(quotes):
        for place in found.ranges[:MOST_PASSAGES]:
            block = material.blocks[place.block]
            anchors.setdefault((place.block, place.start, place.end), _anchor(index, block, place.start, place.end))
    for block, start, end in linked[:MOST_PASSAGES]:
        anchors.setdefault((block.offset, start, end), _anchor(None, block, start, end))
    return tuple(anchors[place] for place in sorted(anchors))


def _anchor(quote: int | None, block: Block, start: int, end: int) -> Anchor:
    """An anchor at characters of a block."""
    return Anchor(quote, block.offset, start, end, block.text[start:end], block.line)
