"""The library as the reader goes about it: what is listed, in which order, and what is chosen of it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.app.front import Front
from briefing.app.previewing import Chosen
from briefing.app.searching import LibrarySearch
from briefing.app.shelf import Shelf
from briefing.app.widgets.library_list import LibraryList
from briefing.app.widgets.panes import LibraryPanes
from briefing.app.widgets.rows_pane import RowsPane
from briefing.app.work import begin
from briefing.library.entry import Entry, Sort
from briefing.library.history import Reading
from briefing.library.listing import Lines
from briefing.library.narrowing import narrowing
from briefing.library.query_tree import Mistake
from briefing.library.settings import Settings, remember
from briefing.model.errors import Refusal
from briefing.model.text import shown_line

if TYPE_CHECKING:
    from textual.worker import Worker

    from briefing.app.screens.reader import ReaderScreen

ORDERS = {Sort.DATE: "newest", Sort.TITLE: "by title", Sort.AUTHOR: "by author"}
"""What the list's heading calls each order."""


class Browsing:
    """Owns the list pane: the library in its order, narrowed or not, or in its place the results of a search."""

    def __init__(self, reader: ReaderScreen, root: Path, settings: Settings, today: date) -> None:
        """Go about the library in this folder."""
        self._reader = reader
        self.shelf = Shelf(root, self._state, self._shelf_changed)
        self.front = Front(reader, self.shelf, today)
        self.list = LibraryList(self.shelf.state_of, self._is_starred, today, id="list")
        self.search = LibrarySearch(reader, self.shelf, today)
        self.sort = Sort(settings.sort) if settings.sort in set(Sort) else Sort.DATE
        self.narrowed_by = ""
        self.mistake: Mistake | None = None
        """What is wrong with what is typed to narrow the list."""
        self._is_whole = False
        self._is_listed = asyncio.Event()
        """Set unless a list that was asked for is still being made."""
        self._is_listed.set()
        self._listing: Worker[None] | None = None
        self._name = shown_line(self.shelf.root.name) or "/"
        self._counted: tuple[Lines, list[tuple[str, str | None, bool]], int] = (self.shelf.entries, [], 0)

    def _state(self, path: str, words: str) -> Reading:
        """Whether a briefing was read."""
        return self._reader.opening.memory.state(path, words)

    def _is_starred(self, entry: Entry) -> bool:
        """Whether a briefing has a star."""
        return self._reader.opening.memory.is_starred(entry.path)

    @property
    def panes(self) -> LibraryPanes:
        """The panes of the library: the list, and those of a search, which take its place and that of the facts."""
        return LibraryPanes(self.list, self.search.results, self.search.facets, lambda: bool(self.searched))

    @property
    def pane(self) -> RowsPane:
        """The one that is shown."""
        return self.search.results if self.searched else self.list

    @property
    def searched(self) -> str:
        """The query whose results are shown; empty while the library is listed."""
        return self.search.words

    @property
    def caption(self) -> tuple[str, str]:
        """The library's name, and how many briefings it has, how many of them new."""
        total, new = len(self.shelf.entries), self._count_new()
        return self._name, f" · {total:,}{f', {new:,} new' if new else ''}"

    def _count_new(self) -> int:
        """How many briefings are new: all but those that the journal says were read. It is the shorter one by far."""
        entries, readings = self.shelf.entries, self._reader.opening.memory.readings()
        if self._counted[:2] != (entries, readings):
            read = sum(1 for path, digest, _ in readings if digest is not None and entries.holds(path))
            self._counted = (entries, readings, len(entries) - read)
        return self._counted[2]

    @property
    def note(self) -> str:
        """What is still going on, or went wrong, with the library."""
        return self.shelf.note

    # Listing

    def _shelf_changed(self) -> None:
        """List again what the library holds now; once it has been listed whole, nothing moves under the reader."""
        self._list(holds=self._is_whole)
        self._is_whole = self.shelf.complete
        self._reader.refresh_bars()
        if self.shelf.complete:
            self._reader.see_dead_links()

    def _list(self, *, holds: bool = False, previews: bool = False) -> None:
        """Put the library in order and narrow it, at once unless it is long.

        Args:
            holds: whether what the reader is at stays where it is.
            previews: whether what is under the cursor then is shown, whatever is open.
        """
        if self._listing is not None:
            self._listing.cancel()
        if self.sort is Sort.DATE and not self.narrowed_by:
            self._show(self.shelf.entries, holds=holds, previews=previews)
        elif self.shelf.is_long:
            self._is_listed.clear()
            self._listing = begin(self._reader, partial(self._list_aside, holds=holds, previews=previews), "list")
        else:
            self._show(self._kept(), holds=holds, previews=previews)

    async def _list_aside(self, *, holds: bool, previews: bool) -> None:
        """List what is asked for while the reader goes on; the last list stays until it is there."""
        try:
            kept = await self.shelf.listed_aside(self.sort, self.narrowed_by)
        except Refusal:
            kept = self.list.entries
        self._show(kept, holds=holds, previews=previews)
        self._reader.refresh_bars()

    async def listed(self) -> None:
        """Wait until the list shows what was asked for last."""
        await self._is_listed.wait()

    def _show(self, kept: Lines, *, holds: bool, previews: bool) -> None:
        """Show these lines of the library; see `_list`."""
        self._is_listed.set()
        order = ORDERS[self.sort] if not self.narrowed_by else f"{len(kept):,} of {len(self.shelf.entries):,}"
        self.list.show(kept, ("Library", order), self._hint(kept), holds=holds)
        if self.front.is_due:
            self.front.fill()
        elif kept and not self._reader.opening.is_opened:
            self.preview()
        if previews:
            self.preview()

    def _kept(self) -> Lines:
        """The lines in another order than the usual one, or some of them; as before while the index is made again."""
        try:
            return self.shelf.listed(self.sort, self.narrowed_by)
        except Refusal:
            return self.list.entries

    def _hint(self, kept: Sequence[Entry]) -> str:
        """What to do when nothing is listed."""
        if kept or not self.shelf.complete:
            return ""
        if self.narrowed_by:
            return f"Nothing listed answers “{shown_line(self.narrowed_by)}”. Esc shows all; s searches the texts."
        return "No briefings in this folder. Put Markdown files (*.md) here, or open another: briefing FOLDER"

    def narrow(self, words: str) -> None:
        """Keep the briefings that answer these words; while there is a mistake in them the last list stays."""
        mistakes = narrowing(words).query.mistakes
        self.mistake = mistakes[0] if mistakes else None
        if self.mistake is not None:
            self._reader.refresh_bars()
            return
        self.narrowed_by = words.strip()
        self._list(previews=True)
        self._reader.refresh_bars()

    def next_sort(self) -> None:
        """Put the list in the next order, and remember it."""
        orders = list(ORDERS)
        self.sort = orders[(orders.index(self.sort) + 1) % len(orders)]
        self._list()
        problem = remember(sort=self.sort)
        if problem:
            self._reader.app.notify(problem, markup=False, severity="warning")

    def drop_query(self) -> bool:
        """Show the whole library again; False when it is shown already."""
        if not (self.searched or self.narrowed_by):
            return False
        self.narrowed_by = ""
        self._list()
        self.search.leave()
        self._reader.panes.focus_pane(self._reader.panes.focused_pane)
        return True

    # Opening

    def followed(self, *, is_read: bool) -> None:
        """Take in what is on the screen now: on the front page, what Enter opens; else whether that was all of it."""
        self.front.follow()
        if is_read:
            self.pane.refresh()

    def chosen(self) -> Chosen | None:
        """What is under the cursor."""
        if self.searched:
            return self.search.chosen()
        entry = self.list.current
        return Chosen(entry.path) if entry else None

    def preview(self) -> None:
        """Show what is under the cursor once it rests there."""
        self._reader.previewing.soon()

    def open_neighbour(self, steps: int) -> None:
        """Open the next or previous briefing or result."""
        self.pane.move_steps(steps)
        self._reader.previewing.open()
