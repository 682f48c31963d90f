"""The library as the reader goes about it: what is listed, in which order, and what a search has found."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.app.front import Front
from briefing.app.panes import Pane
from briefing.app.shelf import Shelf
from briefing.app.widgets.library_list import LibraryList, ResultsList
from briefing.app.widgets.rows_pane import RowsPane
from briefing.library.entry import Entry, Sort, narrow, sorted_entries
from briefing.library.hints import Missing
from briefing.library.history import Reading
from briefing.library.index import Found, Interrupted
from briefing.library.query import parse_query
from briefing.library.settings import Settings, remember
from briefing.model.errors import Refusal
from briefing.model.record import record
from briefing.model.text import shown_line

if TYPE_CHECKING:
    from briefing.app.screens.reader import ReaderScreen

ORDERS = {Sort.DATE: "newest", Sort.TITLE: "by title", Sort.AUTHOR: "by author"}
"""What the list's heading calls each order."""
RESTS_AFTER = 0.2
"""Seconds without a key after which all matches are ranked, and not only the newest."""
MOST_FOUND = 100
"""Briefings that a search shows."""


@record
class Chosen:
    """What is to be opened."""

    path: str
    line: int = 0
    """The line of the file to go to; 0 for where it was left."""
    words: str = ""
    """The query whose hits are to be painted."""


class Browsing:
    """Owns the list pane: the library in its order, narrowed or not, or the results of a search."""

    def __init__(self, reader: ReaderScreen, root: Path, settings: Settings, today: date) -> None:
        """Go about the library in this folder."""
        self._reader = reader
        self.shelf = Shelf(root, self._state, self._shelf_changed)
        self.front = Front(reader, self.shelf, today)
        self.list = LibraryList(self.shelf.state_of, self._is_starred, today, id="list")
        self.results = ResultsList(id="results")
        self.sort = Sort(settings.sort) if settings.sort in set(Sort) else Sort.DATE
        self.narrowed_by = ""
        self.searched = ""
        """The words of the search whose results are shown; empty while the library is listed."""
        self.result = ""
        """What came of the last search: how many hits, or what is wrong with its words."""
        self._name = shown_line(self.shelf.root.name) or "/"
        self._asked = 0
        self._mirrored: list[tuple[str, str | None, bool]] = []

    def _state(self, path: str, words: str) -> Reading:
        """Whether a briefing was read."""
        return self._reader.opening.memory.state(path, words)

    def _is_starred(self, entry: Entry) -> bool:
        """Whether a briefing has a star."""
        return self._reader.opening.memory.is_starred(entry.path)

    @property
    def panes(self) -> tuple[RowsPane, RowsPane]:
        """The list and the results; one of them is shown."""
        return self.list, self.results

    @property
    def pane(self) -> RowsPane:
        """The one that is shown."""
        return self.results if self.searched else self.list

    def shown_pane(self) -> RowsPane:
        """The one that is shown, for whom asks each time."""
        return self.pane

    @property
    def caption(self) -> tuple[str, str]:
        """The library's name, and how many briefings it has, how many of them new."""
        total, new = len(self.shelf.entries), self.shelf.unread
        return self._name, f" · {total:,}{f', {new:,} new' if new else ''}"

    @property
    def note(self) -> str:
        """What is still going on, or went wrong, with the library."""
        return self.shelf.note

    # Listing

    def _shelf_changed(self) -> None:
        """List again what the library holds now."""
        self._list()
        self._reader.refresh_bars()
        if self.shelf.complete:
            self._reader.see_dead_links()

    def _list(self) -> None:
        """Put the library in order and narrow it."""
        entries = sorted_entries(self.shelf.entries, self.sort)
        kept = narrow(entries, self.narrowed_by) if self.narrowed_by else entries
        order = ORDERS[self.sort] if not self.narrowed_by else f"{len(kept):,} of {len(entries):,}"
        self.list.show(kept, ("Library", order), self._hint(kept))
        if self.front.is_due:
            self.front.fill()
        elif kept and not self._reader.opening.is_opened:
            self.preview()

    def _hint(self, kept: Sequence[Entry]) -> str:
        """What to do when nothing is listed."""
        if kept or not self.shelf.complete:
            return ""
        if self.narrowed_by:
            return f"No title, byline, topic, path or date has “{shown_line(self.narrowed_by)}”. Esc shows all again."
        return "No briefings in this folder. Put Markdown files (*.md) here, or open another: briefing FOLDER"

    def narrow(self, words: str) -> None:
        """Keep the briefings that have all these words."""
        self.narrowed_by = words.strip()
        self._list()
        self._reader.refresh_bars()
        self.preview()

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
        self.searched = self.narrowed_by = ""
        self._list()
        self._reader.panes.show_panes()
        if self._reader.panes.focused_pane is Pane.LIST:
            self._reader.panes.focus_pane(Pane.LIST)
        return True

    # Searching

    async def search(self, words: str) -> None:
        """Show what the words find; a mistake in them is said, and the last results stay."""
        self._asked += 1
        round_ = self._asked
        if not words.strip():
            self.searched = ""
            self._reader.panes.show_panes()
            return
        query = parse_query(words, typing=True)
        self._mirror()
        if query.mistakes:
            self._say(query.mistakes[0].message)
            return
        for thorough in (False, True):
            await asyncio.sleep(RESTS_AFTER if thorough else 0)
            found = await self._found(words, thorough=thorough)
            if found is None or round_ != self._asked:
                return
            self._show(words, found, await self._why_nothing(words) if thorough and not found else "")

    async def _found(self, words: str, *, thorough: bool) -> list[Found] | None:
        """Ask the index in a thread, where a later key can interrupt it; None when it did."""
        self.shelf.index.interrupt()
        query = parse_query(words, typing=True)
        try:
            return await asyncio.to_thread(self.shelf.index.search, query, MOST_FOUND, thorough=thorough)
        except Interrupted:
            return None
        except Refusal as refusal:
            self._say(str(refusal))
            return None

    def _mirror(self) -> None:
        """Tell the index what was read, when that is no longer what it was told."""
        readings = self._reader.opening.memory.readings()
        if readings != self._mirrored:
            self._mirrored = readings
            self.shelf.index.mirror(readings)

    async def _why_nothing(self, words: str) -> str:
        """Say which words occur nowhere and which are near, or that no briefing has them all."""
        missing = await asyncio.to_thread(self.shelf.index.missing, parse_query(words, typing=True))
        said = " ".join(_said(word) for word in missing)
        return said or "Each word occurs, but no briefing answers all of this. Fewer words find more."

    def _show(self, words: str, found: list[Found], hint: str) -> None:
        """Show the results and preview the first of them."""
        opening = not self.searched
        self.searched = words.strip()
        self.results.show(found, self.searched, hint)
        count = sum(one.hits for one in found)
        self._say((f"{count:,} in {len(found):,}" if count else f"{len(found):,} found") if found else "nothing found")
        if opening:
            self._reader.panes.show_panes()
        self.preview()

    def _say(self, result: str) -> None:
        """Show what came of the words."""
        self.result = result
        self._reader.refresh_bars()

    # Opening

    def followed(self, *, is_read: bool) -> None:
        """Take in what is on the screen now: on the front page, what Enter opens; else whether that was all of it."""
        self.front.follow()
        if is_read:
            self.pane.refresh()

    def chosen(self) -> Chosen | None:
        """What is under the cursor."""
        if self.searched:
            found, passage = self.results.current or (None, None)
            return Chosen(found.entry.path, passage.line if passage else 0, self.searched) if found else None
        entry = self.list.current
        return Chosen(entry.path) if entry else None

    def preview(self) -> None:
        """Show what is under the cursor once it rests there."""
        self._reader.preview_soon()

    def open_neighbour(self, steps: int) -> None:
        """Open the next or previous briefing or result."""
        self.pane.move_steps(steps)
        self._reader.open_chosen()


def _said(missing: Missing) -> str:
    """Say that a word occurs nowhere, and what is near it."""
    near = f" Near it: {shown_line(', '.join(missing.near))}." if missing.near else ""
    return f"Nothing has “{shown_line(missing.text)}”.{near}"
