"""The figures of the whole library on a page of their own."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widget import Widget

from briefing.app.aging import Aging, aging_from
from briefing.app.figure_detail import HEIGHT, detail_lines, track_lines
from briefing.app.paint import Ink, ink
from briefing.app.palette import Look
from briefing.app.screens.figure_page import FigurePage
from briefing.app.tracking import go_to_figure, seen_of, show_track
from briefing.app.widgets.figures_pane import WIDE, FiguresPane, Item, grouped
from briefing.app.widgets.rows import Rows
from briefing.app.widgets.rows_pane import Line, RowsPane
from briefing.app.work import begin
from briefing.library.figures import MOST, FigureOrder, FigureTable
from briefing.library.index import Interrupted
from briefing.library.query import parse_query
from briefing.library.query_tree import Query
from briefing.model.counting import counted
from briefing.model.errors import Refusal
from briefing.model.text import shown_line

if TYPE_CHECKING:
    from briefing.app.screens.reader import ReaderScreen
    from briefing.app.widgets.field import Field
    from briefing.review.timeline import Seen

FIRST = 200
"""Rows that are shown before all are there."""
_ORDERS = {
    FigureOrder.TRACK: "by track",
    FigureOrder.AS_OF: "latest first",
    FigureOrder.LABEL: "by label",
    FigureOrder.SOURCE: "by source",
    FigureOrder.BRIEFING: "by briefing",
}
"""What the page calls each order."""


class FiguresScreen(FigurePage):
    """Owns the table: which figures it holds, in which order, narrowed by what."""

    can_narrow: ClassVar[bool] = True

    def __init__(self, reader: ReaderScreen) -> None:
        """Make the page for the library of a reader."""
        self.figures = FiguresPane(reader.opening.today)
        super().__init__(reader, self.figures)
        self._shelf = reader.library.shelf
        aging = aging_from(reader.settings.old_after, reader.opening.today)
        self._detail = Rows(partial(self._told, aging), HEIGHT, id="detail")
        self._order = FigureOrder.TRACK
        self._words = ""
        self._field: Field | None = None
        self._result = ""
        self._listed: Sequence[object] = ()

    def on_mount(self) -> None:
        """Take the keys and show the rows; those of a library that is still being read are shown as they come."""
        super().on_mount()
        self._ask()
        self.set_interval(1, self._look)

    def _look(self) -> None:
        """Ask again when the library has changed."""
        if self.is_current and self._shelf.entries is not self._listed:
            self._ask()

    def on_screen_resume(self) -> None:
        """Ask again where the library has changed while the page was left."""
        self._look()

    # Rows

    def _ask(self) -> None:
        """Ask for the rows while the reader goes on."""
        self._listed = self._shelf.entries
        begin(self, self._load, "figures")

    async def _load(self) -> None:
        """Show the first rows at once, then all."""
        query = parse_query(self._words, typing=True) if self._words.strip() else Query("")
        if query.mistakes:
            self._say(query.mistakes[0].message)
            return
        for most in (FIRST, MOST):
            table = await self._asked(query, most)
            if table is None:
                return
            is_all = len(table) < most or most == MOST
            self._show(table, is_all=is_all)
            if is_all:
                return

    async def _asked(self, query: Query, most: int) -> FigureTable | None:
        """Ask the index in a thread; None where a later question has ended this one, or the index was lost."""
        ask = partial(self._shelf.index.figures, query, self._order, most=most)
        try:
            return await asyncio.to_thread(ask)
        except Interrupted:
            return None
        except Refusal as refusal:
            self._say(str(refusal))
            return None

    def _show(self, table: FigureTable, *, is_all: bool) -> None:
        """Show a table, by its tracks where it is in their order; how many rows there are is said once it holds all."""
        by_track = self._order is FigureOrder.TRACK
        items: list[Item] = (
            grouped(table.tracks(), is_spaced=self.size.width > WIDE) if by_track else [*range(len(table))]
        )
        more = "more than " if len(table) >= MOST else ""
        count = more + counted(len(table), "figure") if is_all else "…"
        name = f"Figures of {shown_line(self._shelf.root.name) or '/'} · {count}"
        kept = f"{shown_line(self._words)} · " if self._words.strip() else ""
        self.figures.show(table, items, (name, kept + _ORDERS[self._order]), self._hint(table))
        self._say(count)
        self.moved()

    def _hint(self, table: FigureTable) -> str:
        """What to do where there is no row."""
        if len(table):
            return ""
        if not self._shelf.complete:
            return "The library is still being read."
        if self._words.strip():
            return "No figure answers this. Fewer words find more, as figure:troops>1000; Esc shows all again."
        return "No briefing here states a figure. Figures stand in the front matter, under figures."

    def _told(self, aging: Aging, width: int) -> list[Line]:
        """All that is known of what is under the cursor."""
        current, group = self.figures.current, self.figures.group
        if current is not None:
            return detail_lines(current, aging, width)
        return track_lines(group.track, group.count, width) if group is not None else []

    def below(self) -> Sequence[Widget]:
        """All that is known of the figure under the cursor."""
        return (self._detail,)

    def moved(self) -> None:
        """Tell of the figure that the cursor is on now."""
        super().moved()
        self._detail.refresh()

    def notes(self) -> Sequence[Ink]:
        """That not all files have been read yet."""
        return () if self._shelf.complete else (ink(0, "the library is still being read", Look.WARNING),)

    # Keys

    @property
    def track(self) -> str | None:
        """The track under the cursor."""
        current, group = self.figures.current, self.figures.group
        return current.figure.track if current else group.track if group else None

    def show_track(self) -> None:
        """Show the timeline of the track under the cursor."""
        if self.track is not None:
            begin(self, partial(show_track, self.reader, self.track), "timeline")

    def next_order(self) -> None:
        """Put the rows in the next order."""
        orders = list(_ORDERS)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self._ask()

    @on(RowsPane.Chosen)
    def _chosen(self) -> None:
        """Go to the passage of the figure, or show the track."""
        row = self.figures.current
        if row is None:
            self.show_track()
            return
        self.dismiss()
        begin(self.reader, partial(go_to_figure, self.reader, row.path, row.index), "figure")

    def copied(self) -> Sequence[Seen]:
        """The figure under the cursor, or those of the track."""
        table, group, row = self.figures.table, self.figures.group, self.figures.current
        if group is not None and table is not None:
            start = self.figures.cursor + 1
            return [seen_of(one) for one in (self.figures.at(start + place) for place in range(group.count)) if one]
        return [seen_of(row)] if row else []

    def leave(self, name: str) -> None:
        """Leave the page; Esc first shows all rows again."""
        if name == "escape" and self._words.strip():
            self._words = ""
            self._ask()
        else:
            self.dismiss()

    # The field

    async def narrow(self) -> None:
        """Open the field; the rows follow what is typed."""
        if self._field is None:
            from briefing.app.widgets.field import Field  # noqa: PLC0415  not needed to look

            self._field = Field(id="field")
            await self.mount(self._field)
        self._foot.display = False
        self._field.open("Figures", self._words)
        self._say(self._result)

    def on_field_typed(self, event: Field.Typed) -> None:
        """Narrow by what is typed."""
        self._words = event.words
        self._shelf.index.interrupt()
        self._ask()

    async def action_command(self, name: str) -> None:
        """Do what the field's keys say while it is open, else what the page can do."""
        if self._field is None or not self._field.display:
            await super().action_command(name)
        elif name in ("next-found", "previous-found"):
            self.pane.move_steps(1 if name == "next-found" else -1)
        elif name in ("accept", "cancel"):
            self._field.close()
            self._foot.display = True
            self.set_focus(self.pane)
            if name == "cancel" and self._words:
                self._words = ""
                self._ask()

    def _say(self, result: str) -> None:
        """Say beside what is typed what came of it."""
        self._result = result
        if self._field is not None and self._field.display:
            self._field.say(result)
