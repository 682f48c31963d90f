"""The list pane: the briefings of the library."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from briefing.app.commands.command import Context, bindings
from briefing.app.dates import short_date
from briefing.app.fact_lines import wrapped
from briefing.app.paint import Ink, fitted, ink, right
from briefing.app.palette import Look
from briefing.app.widgets.rows_pane import Line, RowsPane
from briefing.library.entry import Entry
from briefing.library.history import Reading
from briefing.library.listing import Given, Lines
from briefing.model.text import shown_line

_SIGNS = {Reading.UNREAD: ("●", Look.NEW), Reading.CHANGED: ("◐", Look.CHANGED)}


class LibraryList(RowsPane):
    """The briefings of the library, two rows each; previewing one changes nothing."""

    BINDINGS = bindings(Context.LIST)
    item_height = 3

    def __init__(
        self,
        state_of: Callable[[Entry], Reading],
        is_starred: Callable[[Entry], bool],
        today: date,
        *,
        id: str,  # noqa: A002  the name Textual gives it
    ) -> None:
        """Make an empty list; the two functions say whether a briefing is new, changed or read, and has a star."""
        super().__init__(id=id)
        self._state_of = state_of
        self._is_starred = is_starred
        self._today = today
        self._caption = ("Library", "")
        self._hint = ""
        self.entries: Lines = Given()

    def show(self, entries: Lines, caption: tuple[str, str], hint: str = "", *, holds: bool = False) -> None:
        """Show these briefings; the one under the cursor stays under it, once the reader has put it there.

        Args:
            entries: the briefings.
            caption: the list's name, and its order.
            hint: what to do when there are none.
            holds: whether the same list is shown again, some of it changed: then the one under the cursor stays under
                it, and where the reader has put it there, also where it is on the screen; when it is gone, the cursor
                stays.
        """
        holds_one = (holds or self.is_moved) and self.cursor < len(self.entries)
        place = entries.place(self.entries[self.cursor].path) if holds_one else None
        self.entries = entries
        self._caption = caption
        self._hint = hint
        index = place if place is not None else self.cursor if holds else 0
        if holds and self.is_moved:
            self.renew_around(index)
        else:
            self.cursor = index
            self.renew()

    @property
    def current(self) -> Entry | None:
        """The briefing under the cursor."""
        return self.entries[self.cursor] if self.cursor < len(self.entries) else None

    def point_at(self, path: str) -> None:
        """Put the cursor on this briefing, when it is in the list."""
        index = self.entries.place(path)
        if index is not None:
            self.cursor = index
            self.renew()

    def count(self) -> int:
        """How many briefings there are."""
        return len(self.entries)

    def heading(self) -> list[tuple[Ink, ...]]:
        """The pane's name with its number and order, and what to do when it is empty."""
        name, order = self._caption
        title = (
            ink(1, "1", Look.ACCENT),
            ink(3, name, Look.LIT if self.has_focus else Look.QUIET),
            right(self.inner - 1, order, Look.QUIET),
        )
        hint = [(ink(1, row, Look.QUIET),) for row in wrapped(self._hint, self.inner - 2)] if self._hint else []
        return [(), title, (), *hint]

    def draw(self, index: int) -> list[Line]:
        """A briefing: title, then date, byline or else the file, and the number of figures."""
        entry = self.entries[index]
        sign, look = _SIGNS.get(self._state_of(entry), (" ", Look.QUIET))
        title_look = Look.LIT if sign == "●" else Look.PLAIN if sign == "◐" or self.has_focus else Look.QUIET
        figures = right(self.inner - 1, str(entry.figures or ""), Look.QUIET)
        star = [right(self.inner - 1, "★", Look.CHANGED)] if self._is_starred(entry) else []
        when = short_date(entry.date, self._today)
        who = ", ".join(entry.byline) or shown_line(entry.relative)
        about = "  ".join((entry.refusal or when, who))
        return [
            Line((ink(1, sign, look), fitted(3, entry.title, self.inner - 4 - 2 * len(star), title_look), *star)),
            Line((fitted(3, about, figures.x - 4, Look.QUIET), figures)),
            Line(lights=False),
        ]
