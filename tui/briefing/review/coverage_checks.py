"""Which numbers of the text are in no figure: asked for by who wants every number to be followed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from briefing.document.block import Block, BlockKind
from briefing.format.number_finder import quantities_in
from briefing.format.wording import clipped
from briefing.model.figure import Figure
from briefing.model.problem import Position, Problem, problem
from briefing.model.quantity import Interval
from briefing.review.amounts import numbers_of
from briefing.review.material import Material

MOST = 1000
"""Numbers of one briefing that are named."""
_NOT_PROSE = {BlockKind.CODE, BlockKind.HTML, BlockKind.HEADING}


def loose_numbers(material: Material) -> Iterator[Problem]:
    """Find numbers of the text that no figure states, neither as its value nor as an earlier one."""
    if material.wanted.coverage:
        yield from islice(_loose(material), MOST)


def _loose(material: Material) -> Iterator[Problem]:
    """The same, however many there are."""
    language = material.briefing.language or "en"
    stated = {numbers for figure in material.briefing.figures for numbers in _stated(figure)}
    for block in material.blocks.values():
        if block.kind in _NOT_PROSE:
            continue
        for text in _pieces(block):
            for _, _, quantity in quantities_in(text, language):
                if quantity.interval and numbers_of(quantity.interval) not in stated:
                    message = f"{clipped(quantity.phrase or quantity.text)} is in no figure"
                    yield problem("number-loose", message, at=Position(block.line))


def _pieces(block: Block) -> Iterator[str]:
    """The texts of a block that numbers may stand in: its words, or the cells of a table."""
    if block.table is None:
        yield block.text
        return
    for row in block.table.rows:
        for cell in row:
            yield block.text[cell.start : cell.end]


def _stated(figure: Figure) -> Iterator[frozenset[Decimal]]:
    """The bare numbers that a figure states."""
    intervals: list[Interval | None] = [figure.value, *(observation.value for observation in figure.series)]
    if figure.previous:
        intervals.append(figure.previous.value)
    for interval in intervals:
        if interval:
            yield numbers_of(interval)
