"""What is painted over the text: passages of figures, find hits, the selection."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.document.block import Block, Place, Range, Role
from briefing.document.layout import PlacedRow
from briefing.model.record import record

if TYPE_CHECKING:
    from briefing.app.seeking import Seek
    from briefing.app.selection import Selection

Mark = tuple[int, int, Role]
"""Start and end in a block's text, and what to paint there."""


NEW, CHANGED, TAKEN_OUT = "●", "◐", "○"
"""Signs beside what has changed since it was read: a new paragraph, other words, and something taken out there."""
EXTENDED = (NEW, CHANGED)
"""The signs of whole paragraphs; the other stands for the place before or after one."""
GOES_ON = "┆"
"""The sign beside the further rows of a paragraph."""


@record
class Marks:
    """Everything that is painted over a document now; the later kinds cover the earlier."""

    passages: Mapping[int, tuple[Range, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """The passages of figures, by the offset of their block."""
    passage_lit: Range | None = None
    changes: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    """The signs of what has changed since it was read, by the offset of their block."""
    change_lit: int | None = None
    """The block that was gone to last of those."""
    dead: frozenset[str] = frozenset()
    """The targets of links that lead nowhere."""
    terms: Seek | None = None
    """Finds the words of likelihood that are underlined; None while they are not."""
    link_lit: Range | None = None
    seek: Seek | None = None
    """What is being looked for: its hits are found where they are painted."""
    hit_lit: Range | None = None
    selection: Selection | None = None
    caret: Place | None = None
    """The end of the selection that the keys move."""

    def of(self, block: Block) -> list[Mark]:
        """The marks of one block."""
        return list(self._of(block))

    def beside(self, row: PlacedRow) -> str:
        """The sign beside a row: that of its block beside the first row of its words, a line beside the others."""
        sign = self.changes.get(row.block.offset, "")
        if not sign or row.index < row.block.gap:
            return ""
        return sign if row.index == row.block.gap else GOES_ON if sign in EXTENDED else ""

    def lights(self, row: PlacedRow) -> bool:
        """Whether the sign beside a row is that of the change that was gone to."""
        return self.change_lit == row.block.offset and row.index == row.block.gap

    def _of(self, block: Block) -> Iterator[Mark]:
        """Yield the marks of one block, those that cover others last."""
        for span in block.spans if self.dead else ():
            if span.role is Role.LINK and span.target in self.dead:
                yield span.start, span.end, Role.DEAD_LINK
        for term in self.terms(block) if self.terms else ():
            yield term.start, term.end, Role.TERM
        for passage in self.passages.get(block.offset, ()):
            yield passage.start, passage.end, Role.FIGURE
        if self.passage_lit and self.passage_lit.block == block.offset:
            yield self.passage_lit.start, self.passage_lit.end, Role.FIGURE_LIT
        if self.link_lit and self.link_lit.block == block.offset:
            yield self.link_lit.start, self.link_lit.end, Role.LINK_LIT
        if self.seek:
            for hit in self.seek(block):
                yield hit.start, hit.end, Role.HIT
        if self.hit_lit and self.hit_lit.block == block.offset:
            yield self.hit_lit.start, self.hit_lit.end, Role.HIT_LIT
        yield from self._selected(block)

    def _selected(self, block: Block) -> Iterator[Mark]:
        """Yield what is selected of a block, and the caret."""
        if self.selection and (selected := self.selection.range_in(block)):
            yield selected.start, selected.end, Role.SELECTION
        if self.caret and self.caret.block == block.offset:
            yield self.caret.char, self.caret.char + 1, Role.CARET
