"""The facts pane: sections, key figures, byline and every other field, following what is being read."""

from __future__ import annotations

from briefing.app.aging import Aging
from briefing.app.commands.command import Context, bindings
from briefing.app.fact_lines import wrapped
from briefing.app.facts import Fact, facts_of
from briefing.app.paint import Ink, ink
from briefing.app.palette import Look
from briefing.app.reading import Reading
from briefing.app.widgets.rows_pane import Line, RowsPane


class FactsPane(RowsPane):
    """The facts of the briefing that is open. The section being read and the figure near it are lit."""

    BINDINGS = bindings(Context.FACTS)

    def __init__(self, aging: Aging, *, id: str) -> None:  # noqa: A002  the name Textual gives it
        """Start without a briefing; ages count as `aging` says."""
        super().__init__(id=id)
        self._aging = aging
        self._is_peeking = False
        self.facts: list[Fact] = []
        self._hint = ""
        self._unread: frozenset[int] = frozenset()
        self._section: int | None = None
        self._figure: int | None = None

    def show(self, reading: Reading | None) -> None:
        """Show the facts of another briefing, or of the same one when more of it is known.

        The cursor stays on the figure or section that it is on.
        """
        held = self.current
        self.facts = facts_of(reading, self._aging, self._is_unread) if reading else []
        self._hint = _hint(reading) if not self.facts else ""
        if held is not None and (held.figure, held.section) != (None, None):
            named = [(fact.figure, fact.section) for fact in self.facts]
            here = (held.figure, held.section)
            self.cursor = named.index(here) if here in named else self.cursor
        self.from_top()

    def sign_unread(self, sections: frozenset[int]) -> None:
        """Sign these sections as not read, by the offsets of their headings."""
        if sections != self._unread:
            self._unread = sections
            self.refresh()

    def _is_unread(self, section: int) -> bool:
        """Whether a section is signed so."""
        return section in self._unread

    def light(self, section: int | None, figure: int | None) -> None:
        """Light what follows from the reading position; while the pane has the focus, its cursor does that."""
        if (section, figure) == (self._section, self._figure):
            return
        self._section, self._figure = section, figure
        lit = self._lit_index()
        if lit is not None and not self.has_focus:
            self.cursor = lit
        self.renew()

    @property
    def current(self) -> Fact | None:
        """The fact under the cursor."""
        return self.facts[self.cursor] if self.cursor < len(self.facts) else None

    def count(self) -> int:
        """How many facts there are, captions among them."""
        return len(self.facts)

    def can_hold(self, index: int) -> bool:
        """Captions and blank rows do not hold the cursor."""
        return self.facts[index].holds

    def heading(self) -> list[tuple[Ink, ...]]:
        """The pane's name with its number, and why there is nothing in it."""
        title = (ink(1, "3", Look.ACCENT), ink(3, "Facts", Look.LIT if self.has_focus else Look.QUIET))
        hint = [(ink(1, row, Look.QUIET),) for row in wrapped(self._hint, self.inner - 2)] if self._hint else []
        return [(), title, (), *hint]

    def draw(self, index: int) -> list[Line]:
        """One fact, opened when it is lit."""
        fact = self.facts[index]
        if self._is_peeking and fact.passage is not None and index == self.cursor and self.has_focus:
            return [*fact.lines(self.inner, False), *fact.passage(self.inner, True)]
        return fact.lines(self.inner, self._is_lit(index, fact))

    def peek(self) -> None:
        """Show the passage of the figure under the cursor in the pane, or show it no more."""
        self._is_peeking = not self._is_peeking
        self.renew()

    def stop_peeking(self) -> bool:
        """Show no passage any more; False where none was shown."""
        was_peeking, self._is_peeking = self._is_peeking, False
        self.renew()
        return was_peeking

    def move_to(self, index: int) -> None:
        """Move the cursor; what it comes to is opened, what it leaves is closed."""
        self._is_peeking = False
        super().move_to(index)
        self.renew()

    def point_at_figure(self, figure: int) -> None:
        """Put the cursor on a figure."""
        index = next((index for index, fact in enumerate(self.facts) if fact.figure == figure), None)
        if index is not None:
            self.move_to(index)

    def begin(self) -> None:
        """Put the cursor on what is lit, before the pane gets the keys, so that the eye need not look for it."""
        lit = self._lit_index()
        if lit is not None:
            self.cursor = lit
        self.renew()

    def on_blur(self) -> None:
        """Light again what follows from the reading position."""
        lit = self._lit_index()
        if lit is not None:
            self.cursor = lit
        self.renew()

    def _is_lit(self, index: int, fact: Fact) -> bool:
        """Whether a fact is lit: by the cursor here, else by the reading position."""
        if self.has_focus:
            return index == self.cursor
        named = (fact.figure, self._figure) if fact.figure is not None else (fact.section, self._section)
        return named[0] is not None and named[0] == named[1]

    def _lit_index(self) -> int | None:
        """The item of the lit figure, else of the lit section."""
        by_figure = (i for i, fact in enumerate(self.facts) if fact.figure == self._figure is not None)
        by_section = (i for i, fact in enumerate(self.facts) if fact.section == self._section is not None)
        return next(by_figure, next(by_section, None))


def _hint(reading: Reading | None) -> str:
    """Say why there are no facts."""
    if reading is None or not reading.document.text:
        return "Sections, key figures, byline and sources of a briefing stand here once one is shown."
    if reading.inspection is None:
        return "The text is still being read."
    return "It has no sections, and says nothing about itself."
