"""What the checks look at: a briefing, the blocks of its text, and where its quotes stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol
from urllib.parse import unquote

from briefing.document.block import Block, Range, Role, Section, Span
from briefing.model.briefing import Briefing
from briefing.model.figure import Figure, Quote
from briefing.model.problem import Position, Problem
from briefing.model.record import record

FIGURE = "fig-"
"""What the fragment of a link begins with that marks its words as the passage of a figure; the track follows."""


@record
class FoundQuote:
    """A quote of the front matter, and the places of the text where it stands."""

    field: str
    """Its field: `figures[2].quote`, or `figures[2].quote[1]` where there are several."""
    quote: Quote
    ranges: tuple[Range, ...]
    """In reading order; empty when the quote is not in the text."""
    case_ignored: bool = False
    """Whether it was only found by ignoring case."""
    nearest: tuple[Block, str] | None = None
    """Where it is not in the text, the block that is most like it and the words in it, if that was looked for."""


class Neighbours(Protocol):
    """What lies around a briefing."""

    def has_name(self, name: str) -> bool:
        """Whether a briefing goes by this name: a file name, an id, a title."""

    def has_file(self, path: str) -> bool:
        """Whether a path leads from the briefing to a file."""


@record
class Wanted:
    """What is looked for beyond what every briefing is checked for."""

    coverage: bool = False
    """Whether numbers of the text that are in no figure are said."""
    profile: str | None = None
    """The kind of briefing that it should be, a name of `profile_checks.PROFILES`."""
    neighbours: Neighbours | None = None
    """What links are held against; None where that is not known, and nothing is said of them."""


@record
class Material:
    """All that a check may look at. The text is parsed once, for all of them."""

    briefing: Briefing
    blocks: Mapping[int, Block]
    """The blocks of the text by their offsets, in reading order; what stands above and below it is not among them."""
    sections: tuple[Section, ...]
    figure_quotes: tuple[tuple[FoundQuote, ...], ...]
    """For each figure, its quotes."""
    other_quotes: tuple[FoundQuote, ...]
    """The quotes of takeaways and dates."""
    wanted: Wanted = Wanted()

    def place(self, field: str) -> Position:
        """Where a field stands in the file; where its place is not known, that of the field around it."""
        while field:
            if field in self.briefing.positions:
                return self.briefing.positions[field]
            field = _around(field)
        return Position(1)

    def line(self, place: Range) -> int:
        """The line of the file on which the block of a range begins."""
        return self.blocks[place.block].line

    def words(self, place: Range) -> str:
        """The text that stands in a range."""
        return self.blocks[place.block].text[place.start : place.end]

    def figures(self) -> Iterator[tuple[str, Figure, tuple[FoundQuote, ...]]]:
        """The figures with their fields and quotes."""
        for index, (figure, quotes) in enumerate(zip(self.briefing.figures, self.figure_quotes, strict=True)):
            yield f"figures[{index}]", figure, quotes

    def quotes(self) -> Iterator[FoundQuote]:
        """All quotes, in the order of their fields."""
        for quotes in self.figure_quotes:
            yield from quotes
        yield from self.other_quotes


Check = Callable[[Material], Iterator[Problem | None]]
"""Finds the problems of a few codes that belong together; None where some milliseconds have passed without one."""


def fragment(span: Span) -> str | None:
    """Where a link within the text leads, without the `#` and decoded; None for anything else."""
    if span.role not in {Role.LINK, Role.DEAD_LINK} or not span.target or not span.target.startswith("#"):
        return None
    return unquote(span.target.removeprefix("#"))


def _around(field: str) -> str:
    """The field that holds this one: `figures[0].quote` is held by `figures[0]`, that by `figures`."""
    return field[: max(field.rfind("."), field.rfind("["), 0)]
