"""The briefing that is open: moving by sections and figures, finding, and what is painted for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.app.facts import Fact
from briefing.app.reading import Reading, range_of
from briefing.app.selecting import Selecting
from briefing.app.widgets.document_view import DocumentView
from briefing.app.widgets.facts_pane import FactsPane
from briefing.app.work import in_slices
from briefing.document.block import Block, Place, Range
from briefing.document.headings import has_headings, heading_after, heading_at, heading_before
from briefing.model.figure import Anchor
from briefing.model.steps import finished

if TYPE_CHECKING:
    from briefing.app.finding import Finder
    from briefing.app.seeking import Seek

SEEK = 0.05
"""Seconds in which a key looks for the next heading of a text that is still being read."""
SHORT = 256 * 1024
"""Characters of a text that is looked through at once when a key needs that; a longer one in its own time."""


class Desk:
    """Owns what is open and keeps text and facts in step with each other.

    The figure that is lit follows the reading position, until the reader goes to one; then that one stays lit while its
    passage is on the screen.
    """

    def __init__(self, text: DocumentView, facts: FactsPane, changed: Callable[[], None]) -> None:
        """Lay the desk for these two panes; `changed` is called when the header or footer may say something else."""
        self.text = text
        self.facts = facts
        self.reading: Reading | None = None
        self.finder: Finder | None = None
        self.selecting = Selecting(text, changed)
        self.compared: Callable[[Reading], Reading] = lambda reading: reading
        """Adds to what is inspected what has changed since it was read."""
        self._changed = changed
        self._chosen: tuple[int, Anchor] | None = None
        self._aim = 0
        """Where the heading begins that the reader went to last."""

    def lay(self, reading: Reading | None, at: Place | None = None) -> None:
        """Put a briefing on the desk, open at its beginning or at a place."""
        self.reading = reading
        self.finder = None
        self._chosen = None
        self._aim = 0
        self.text.show(reading.document if reading else None, at)
        self.facts.show(reading)
        self._changed()

    def replace(self, reading: Reading, at: Place | None) -> None:
        """Put the same briefing on the desk again, as it reads now; what was looked for is looked for again."""
        finder, lead = self.finder, self.text.viewport.lead
        self.lay(reading, at)
        self.text.moved(self.text.viewport.scroll(-lead))
        self.text.marks = replace(self.text.marks, seek=finder.seek if finder else None)

    async def inspect(self) -> None:
        """Tie the figures to the text, once all of it is parsed, while the reader goes on."""
        reading = self.reading
        if reading is None or reading.inspection is not None:
            return
        inspected = await in_slices(reading.inspecting())
        if self.reading is reading:
            self._take_up(inspected)

    def inspect_now(self) -> bool:
        """Tie the figures to the text at once, for a key that needs them; False while a long text is still read."""
        reading = self.reading
        if reading is not None and reading.inspection is None and len(reading.document.text) <= SHORT:
            self._take_up(finished(reading.inspecting()))
        return self.reading is None or self.reading.inspection is not None

    def compare(self) -> None:
        """Find out what has changed since it was read, where all of the text is known already."""
        if self.reading is not None and self.reading.inspection is not None:
            self._take_up(self.reading)

    def _take_up(self, inspected: Reading) -> None:
        """Go on with what is known of the briefing now."""
        self.reading = inspected = self.compared(inspected)
        changes = inspected.since.signs if inspected.since else {}
        self.text.marks = replace(self.text.marks, passages=inspected.passages, changes=changes)
        self.facts.show(inspected)
        self.follow()
        self.text.post_message(DocumentView.Moved())  # what is on the screen may be all of it

    def follow(self) -> None:
        """Light the section and the figure of the reading position."""
        lit = self._lit_figure()
        section = self.section
        self.facts.light(section.offset if section else None, lit[0] if lit else None)
        self.text.marks = replace(self.text.marks, passage_lit=range_of(lit[1]) if lit else None)
        self._changed()

    @property
    def section(self) -> Block | None:
        """The heading of the section being read, as far as the text is read."""
        block = self.text.viewport.reading
        if self.reading is None or block is None:
            return None
        return heading_at(self.reading.document, max(block.offset, self._aimed_at()))

    def _aimed_at(self) -> int:
        """The heading the reader went to, where the end of the text keeps it from coming to the top; else 0."""
        viewport = self.text.viewport
        is_held = self._aim and viewport.progress == 100 and viewport.shows(Place(self._aim))
        return self._aim if is_held else 0

    def _lit_figure(self) -> tuple[int, Anchor] | None:
        """The figure that is lit, with the passage that is."""
        viewport = self.text.viewport
        block = viewport.reading
        if self.reading is None or block is None:
            return None
        chosen = Place(self._chosen[1].block, self._chosen[1].start) if self._chosen else None
        if chosen and (viewport.layout is None or viewport.shows(chosen)):
            return self._chosen
        self._chosen = None
        return self.reading.figure_at(Place(block.offset), {shown.offset for shown in viewport.blocks})

    @property
    def has_sections(self) -> bool:
        """Whether the text has a heading, as far as it is read."""
        return self.reading is not None and has_headings(self.reading.document)

    @property
    def may_have_passages(self) -> bool:
        """Whether a figure has a passage in the text, or may have one as far as is known."""
        reading = self.reading
        if reading is None or reading.inspection is None:
            return reading is not None and bool(reading.briefing.figures)
        return bool(reading.ordered_anchors)

    # Moving

    def to_section(self, steps: int) -> None:
        """Go to the next section, or back: first to the beginning of this one."""
        if self.reading is None or not self.text.viewport.rows:
            return
        here = max(self._top_offset(), self._aimed_at())
        neighbour = heading_after if steps > 0 else heading_before
        heading = neighbour(self.reading.document, here, SEEK)
        if heading is not None:
            self.to_place(Place(heading.offset))
        elif steps < 0:
            self.text.moved(self.text.viewport.to_start())

    def _top_offset(self) -> int:
        """The offset of the block at the top, below the blank row that a jump leaves above it."""
        rows = self.text.viewport.rows
        begun = next((row for row in rows[:2] if row.index >= row.block.gap), rows[0])
        return begun.block.offset

    def to_figure(self, steps: int) -> None:
        """Go to the next passage of a figure, or to the one before, and light it."""
        self.inspect_now()
        if self.reading is None or not self.reading.ordered_anchors:
            return
        anchors = self.reading.ordered_anchors
        lit = self._lit_figure()
        if lit in anchors and self._chosen:
            index = anchors.index(lit) + steps
        elif lit in anchors:
            index = anchors.index(lit) + (0 if steps > 0 else -1)
        else:
            here = self._top_offset()
            index = sum(1 for _, anchor in anchors if anchor.block < here) + (0 if steps > 0 else -1)
        self.light(*anchors[index % len(anchors)])

    def light(self, figure: int, anchor: Anchor) -> None:
        """Go to a passage and light its figure."""
        self._chosen = (figure, anchor)
        self.text.go_to(Place(anchor.block, anchor.start))
        self.follow()

    def light_next_passage(self, figure: int) -> bool:
        """Go to the figure's next passage, in turn; False when it has none."""
        self.inspect_now()
        anchors = self.reading.anchors[figure] if self.reading and self.reading.inspection else ()
        if not anchors:
            return False
        lit = self._chosen[1] if self._chosen and self._chosen[0] == figure else None
        index = anchors.index(lit) + 1 if lit in anchors else 0
        self.light(figure, anchors[index % len(anchors)])
        return True

    def figure_under(self, place: Place) -> tuple[int, Anchor] | None:
        """The figure whose passage holds this place."""
        pairs = self.reading.ordered_anchors if self.reading and self.reading.inspection else ()
        return next((p for p in pairs if p[1].block == place.block and p[1].start <= place.char < p[1].end), None)

    def to_place(self, place: Place) -> None:
        """Go to a place: a heading comes to the top."""
        self._aim = place.block
        self.text.moved(self.text.viewport.to_block(place.block))
        self.follow()

    def to_line(self, line: int) -> None:
        """Go to the block that holds a line of the file."""
        if self.reading is not None:
            from briefing.app.seeking import offset_of_line  # noqa: PLC0415  not needed for the first screen

            offset = offset_of_line(self.reading.document.text, line)
            self.text.go_to(Place(self.reading.document.nearest(offset).offset))

    def go_to_fact(self, fact: Fact | None) -> bool:
        """Go where a fact leads: to its section, or to the next passage of its figure; False when it has none."""
        if fact is not None and fact.section is not None:
            self.to_place(Place(fact.places[0].block))
        elif fact is not None and fact.figure is not None:
            return self.light_next_passage(fact.figure)
        return True

    def return_to(self, place: Place) -> None:
        """Make the view begin at a place again."""
        self.text.moved(self.text.viewport.return_to(place))

    # Finding

    async def find(self, words: str, seek: Seek | None, origin: Place | None, *, from_end: bool = False) -> None:
        """Look for something from a place on: paint every hit, light the first of all or the last, count them all."""
        if self.reading is None or seek is None:
            self.drop_find()
            return
        from briefing.app.finding import Finder  # noqa: PLC0415  not needed for the first screen

        finder = self.finder = Finder(self.reading.document, words, seek, from_end=from_end)
        self.text.scroll_marks.hits = finder.hits
        shown: Range | None = None
        async for _ in finder.search(origin):
            if self.finder is not finder:
                return
            if finder.lit and finder.lit != shown:
                shown = finder.lit
                self._show_hit()
            self._changed()
        self._show_hit()
        self.text.refresh()

    def to_hit(self, steps: int) -> None:
        """Go to the next hit, or to the one before."""
        if self.finder is not None:
            self.finder.step(steps)
            self._show_hit()

    def drop_find(self) -> None:
        """Forget what was looked for."""
        self.finder = None
        self.text.scroll_marks.hits = ()
        self.text.marks = replace(self.text.marks, seek=None, hit_lit=None)
        self._changed()

    def _show_hit(self) -> None:
        """Paint the hits and bring the lit one onto the screen."""
        if self.finder is None:
            return
        lit = self.finder.lit
        self.text.marks = replace(self.text.marks, seek=self.finder.seek, hit_lit=lit)
        if lit is not None:
            self.text.go_to(Place(lit.block, lit.start))
        self._changed()

    @property
    def lit(self) -> Anchor | None:
        """The passage that is lit."""
        lit = self._lit_figure()
        return lit[1] if lit else None
