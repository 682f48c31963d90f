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
from briefing.model.steps import Steps, finished
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

MOST_SUGGESTIONS = 20
"""Missing quotes of one briefing for which the text is gone through once more."""

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
    return finished(inspecting(briefing, document, wanted))


def inspecting(briefing: Briefing, document: Document, wanted: Wanted = EVERYWHERE) -> Steps[Inspection]:
    """The same in steps, none longer than some tens of milliseconds however long the text is."""
    material = yield from _material(briefing, document, wanted)
    linked = _linked_passages(material)
    anchors = tuple(
        _anchors(material, found, linked.get(figure.track or "", []))
        for figure, found in zip(briefing.figures, material.figure_quotes, strict=True)
    )
    missing = tuple(
        tuple(index for index, found in enumerate(quotes) if not found.ranges) for quotes in material.figure_quotes
    )
    problems: list[Problem] = []
    for check in CHECKS:
        for found in check(material):
            if found is not None:
                problems.append(_named(briefing, found))
            yield
        yield
    return Inspection(anchors, missing, _in_order(tuple(problems)))


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


def _material(briefing: Briefing, document: Document, wanted: Wanted) -> Steps[Material]:
    """Look up every quote of the front matter in the text."""
    blocks: dict[int, Block] = {}
    for block in document:
        if briefing.body_start <= block.offset < len(briefing.text):
            blocks[block.offset] = block
        yield
    quotes = _Quotes(briefing, QuoteFinder(blocks.values()))
    figure_quotes = []
    for index, figure in enumerate(briefing.figures):
        figure_quotes.append((yield from quotes.find(f"figures[{index}]", figure.quotes)))
    other_quotes: list[FoundQuote] = []
    for index, takeaway in enumerate(briefing.takeaways):
        other_quotes += yield from quotes.find(f"takeaways[{index}]", takeaway.quotes)
    for index, stated in enumerate(briefing.dates):
        other_quotes += yield from quotes.find(f"dates[{index}]", stated.quotes)
    return Material(
        briefing,
        blocks,
        sections=document.sections(),
        figure_quotes=tuple(figure_quotes),
        other_quotes=tuple(other_quotes),
        wanted=wanted,
    )


class _Quotes:
    """Looks quotes up; the text is made ready for that when there is a first one."""

    def __init__(self, briefing: Briefing, finder: QuoteFinder) -> None:
        self._briefing = briefing
        self._finder = finder
        self._is_ready = False
        self._suggestions = 0

    def find(self, owner: str, quotes: tuple[Quote, ...]) -> Steps[tuple[FoundQuote, ...]]:
        """Look up the quotes of a field."""
        if quotes and not self._is_ready:
            self._is_ready = True
            yield from self._finder.prepare()
        every = []
        for index, quote in enumerate(quotes):
            every.append((yield from self._find(_quote_field(self._briefing, owner, index), quote)))
        return tuple(every)

    def _find(self, field: str, quote: Quote) -> Steps[FoundQuote]:
        """Look up one quote; where it is missing, look for what is most like it."""
        found = self._finder.find(quote.exact, quote.prefix, quote.suffix)
        yield
        nearest = None
        if not found.ranges and self._suggestions < MOST_SUGGESTIONS:
            self._suggestions += 1
            nearest = yield from self._finder.seek_nearest(quote.exact)
        return FoundQuote(field, quote, found.ranges, found.case_ignored, nearest)


def _quote_field(briefing: Briefing, owner: str, index: int) -> str:
    """The field of a quote: with its index where there are several."""
    numbered = f"{owner}.quote[{index}]"
    return numbered if numbered in briefing.positions else f"{owner}.quote"


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
