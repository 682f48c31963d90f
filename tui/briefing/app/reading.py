"""A briefing that is open: what was read, what is shown of it, and what its figures rest on."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from briefing.document.block import Place, Range, Section
from briefing.document.document import Document
from briefing.format.read import parse, read
from briefing.format.source import Loaded
from briefing.model.briefing import Briefing
from briefing.model.figure import Anchor
from briefing.model.problem import Problem
from briefing.model.steps import Steps
from briefing.review.page import page

if TYPE_CHECKING:
    from briefing.app.since import Since
    from briefing.library.edition import Edition
    from briefing.review.inspect import Inspection
    from briefing.review.integrity import Mark


class Reading:
    """A briefing with its document; what follows from all of its text joins it once the first screen is shown."""

    def __init__(
        self,
        briefing: Briefing,
        document: Document,
        inspection: Inspection | None = None,
        edition: Edition | None = None,
        since: Since | None = None,
    ) -> None:
        """Begin to read a briefing. Nothing of it is changed later: what is found out joins it in another reading."""
        self.briefing = briefing
        self.document = document
        self.inspection = inspection
        self.edition = edition
        """How it stands; known with the inspection."""
        self.since = since
        """What has changed since it was read; None where nothing has, or it never was."""

    def inspecting(self) -> Steps[Reading]:
        """The same with its figures tied to the text, in steps; parses all of the text."""
        from briefing.library.edition import taking_edition  # noqa: PLC0415  not needed for the first screen
        from briefing.review.inspect import inspecting  # noqa: PLC0415  the same

        inspection = yield from inspecting(self.briefing, self.document)
        edition = yield from taking_edition(self.briefing.text, self.document, self.briefing.figures)
        return Reading(self.briefing, self.document, inspection, edition)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the file, as far as it is known."""
        return self.briefing.problems + (self.inspection.problems if self.inspection else ())

    @property
    def anchors(self) -> tuple[tuple[Anchor, ...], ...]:
        """The passages of each figure; empty until the text has been inspected."""
        return self.inspection.anchors if self.inspection else ()

    @cached_property
    def integrity(self) -> tuple[tuple[Mark, ...], ...]:
        """What is not in order about each figure; nothing is known of it until the text has been inspected."""
        if self.inspection is None:
            return ((),) * len(self.briefing.figures)
        from briefing.review.integrity import marks  # noqa: PLC0415  not needed for the first screen

        return marks(self.briefing, self.inspection)

    @cached_property
    def ordered_anchors(self) -> tuple[tuple[int, Anchor], ...]:
        """Every passage with the index of its figure, in the order of the text."""
        pairs = [(figure, anchor) for figure, anchors in enumerate(self.anchors) for anchor in anchors]
        return tuple(sorted(pairs, key=lambda pair: (pair[1].block, pair[1].start)))

    @cached_property
    def passages(self) -> Mapping[int, tuple[Range, ...]]:
        """The passages of figures by the offset of their block."""
        by_block: dict[int, tuple[Range, ...]] = {}
        for _, anchor in self.ordered_anchors:
            by_block[anchor.block] = (*by_block.get(anchor.block, ()), range_of(anchor))
        return by_block

    @property
    def sections(self) -> tuple[Section, ...]:
        """The outline, as far as the text is parsed by now."""
        return self.document.sections()

    @cached_property
    def figures_in(self) -> Counter[int]:
        """How many figures have a passage in each section, by the section's index."""
        counted = {(self.section_at(anchor.block), figure) for figure, anchor in self.ordered_anchors}
        return Counter(section for section, _ in counted if section is not None)

    @cached_property
    def section_ends(self) -> Mapping[int, int]:
        """The offset of the last block of each section, by that of its heading; all of the text is parsed by then."""
        starts = [section.offset for section in self.sections]
        ends = zip(starts, [*starts[1:], len(self.document.text)], strict=True) if starts else ()
        return {start: self.document.nearest(end - 1).offset for start, end in ends}

    def section_at(self, offset: int) -> int | None:
        """The index of the section that a block stands in; None above the first heading."""
        index = bisect_right([section.offset for section in self.sections], offset) - 1
        return index if index >= 0 else None

    def figure_at(self, place: Place, shown: Container[int]) -> tuple[int, Anchor] | None:
        """The figure to light while the reader is at a place: the first with a passage from there on that is shown.

        Args:
            place: the reading position.
            shown: the offsets of the blocks on the screen.
        """
        after = (pair for pair in self.ordered_anchors if pair[1].block >= place.block and pair[1].block in shown)
        return next(after, None)

    def source_name(self, cited: str) -> str:
        """The name of the source with this id; free text stands for itself."""
        return next((source.name for source in self.briefing.sources if source.id == cited), cited)


def range_of(anchor: Anchor) -> Range:
    """The characters of an anchor."""
    return Range(anchor.block, anchor.start, anchor.end)


def opened(path: str, today: date) -> Reading:
    """Read a file for the screen.

    Raises:
        Refusal: it cannot be read, or is not text.
    """
    return _reading(read(path), today)


def opened_text(data: Loaded, name: str, today: date) -> Reading:
    """Read what came over standard input.

    Raises:
        Refusal: it is not text.
    """
    return _reading(parse(data, name), today)


def _reading(briefing: Briefing, today: date) -> Reading:
    """The briefing with its page."""
    return Reading(briefing, page(briefing, today))
