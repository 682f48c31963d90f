"""The front page of the library: shown while nothing is open, and whenever it is asked for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from briefing.app.front_items import FrontItems
from briefing.app.panes import Pane
from briefing.app.reading import Reading
from briefing.app.work import begin, in_slices
from briefing.document.block import Block, Range, Role
from briefing.document.document import Document
from briefing.library.index import Interrupted
from briefing.library.news import News, news
from briefing.model.briefing import Briefing
from briefing.model.counting import counted
from briefing.model.dates import shown_day
from briefing.model.errors import Refusal
from briefing.model.text import shown_line
from briefing.review.front_page import front_page
from briefing.review.inspect import Inspection

if TYPE_CHECKING:
    import sqlite3

    from textual.worker import Worker

    from briefing.app.screens.reader import ReaderScreen
    from briefing.app.shelf import Shelf

TITLE = "Front page"
AGAIN = 0.2
"""Seconds after which the index is asked again, when a search came in between."""
PAUSE = 3.0
"""Seconds between two looks at a library that is read for the first time."""
_NOTHING_KNOWN = Inspection((), (), ())


class Front:
    """Makes the front page while the reader goes on, lays it out, and lights the briefing that Enter opens."""

    def __init__(self, reader: ReaderScreen, shelf: Shelf, today: date) -> None:
        """Make pages of this library on this screen; none is made before it can be seen."""
        self._reader = reader
        self._shelf = shelf
        self._today = today
        self._items = FrontItems(reader.opening.memory_of, today)
        self._asked_from: tuple[object, ...] | None = None
        """Where the reader was when they asked for the page, until it is shown."""
        self._titles: list[Range] = []
        self._aim: tuple[Range, int] | None = None
        """The title that was stepped to, and the first row that was shown then."""
        self._making: Worker[None] | None = None
        self._made_at = 0.0
        self._is_outdated = False
        """Whether something has changed while the page was made."""

    @property
    def is_shown(self) -> bool:
        """Whether the page is what the text pane holds."""
        return self._reader.opening.is_at_front

    @property
    def is_due(self) -> bool:
        """Whether the page is to be shown, or shown as it is by now: it is shown, or nothing has been so far."""
        return self.is_shown or (self._reader.desk.reading is None and self._reader.opening.front is None)

    @property
    def _where(self) -> tuple[object, ...]:
        """What the reader has before them."""
        return self._reader.opening.file, self._reader.opening.is_opened

    def show(self) -> None:
        """Show the page, and give it the keys."""
        self._asked_from = self._where
        self._reader.panes.focus_pane(Pane.TEXT)
        self._making = begin(self._reader, self._make, "front")

    def fill(self) -> None:
        """Show the page where it can be seen while nothing is open, or as it is by now.

        While the library is read for the first time this is done now and then, and never before it was done once.
        """
        self.follow()
        is_early = self.is_shown and not self._shelf.complete and perf_counter() - self._made_at < PAUSE
        if self._making is not None and self._making.is_running:
            self._is_outdated = True
        elif self.is_due and not is_early and Pane.TEXT in self._reader.panes.shown:
            self._making = begin(self._reader, self._make, "front")

    def follow(self) -> None:
        """Light the title of the briefing that is being read on the page while Enter opens it."""
        viewport = self._reader.text.viewport
        if not self.is_shown or viewport.reading is None:
            return
        seen = {block.offset for block in viewport.blocks}
        titles = [title for title in self._titles if title.block in seen]
        begun = [title for title in titles if title.block <= viewport.reading.offset]
        lit = begun[-1] if begun else titles[0] if titles else None
        if self._aim is not None and self._aim[0] in titles and self._aim[1] == viewport.top:
            lit = self._aim[0]
        if self._reader.panes.focused_pane is not Pane.TEXT:
            lit = None
        self._reader.text.marks = replace(self._reader.text.marks, link_lit=lit)

    def step(self, steps: int) -> None:
        """Go to the next briefing on the page, or to the one before."""
        lit = self._reader.text.marks.link_lit
        if self._titles:
            index = self._titles.index(lit) + steps if lit in self._titles else 0
            title = self._titles[max(0, min(index, len(self._titles) - 1))]
            viewport = self._reader.text.viewport
            self._reader.text.moved(viewport.to_block(title.block))
            self._aim = (title, viewport.top)
            self.follow()

    async def _make(self) -> None:
        """Make the page in steps, and lay it out if it is still wanted."""
        root = self._shelf.index.root
        was_read = self._reader.opening.memory.digests_in(root)
        ask = partial(news, root=root, was_read=was_read, today=self._today)
        while (found := await self._asked(ask)) is None:
            await asyncio.sleep(AGAIN)
        groups = await in_slices(self._items.grouping(found))
        if self._asked_from == self._where or self.is_due:
            self._lay(front_page(TITLE, self._standfirst(found), groups))
        self._asked_from = None
        self._made_at = perf_counter()
        if self._is_outdated:
            self._is_outdated = False
            self._reader.call_later(self.fill)

    async def _asked(self, ask: Callable[[sqlite3.Connection], News]) -> News | None:
        """Ask the index in a thread; None when a search came in between, or the index is being made again."""
        try:
            return await asyncio.to_thread(self._shelf.index.ask, ask)
        except (Interrupted, Refusal):
            return None

    def _lay(self, blocks: tuple[Block, ...]) -> None:
        """Lay the page out; where it is shown already, what is being read stays where it is."""
        opening, desk, viewport = self._reader.opening, self._reader.desk, self._reader.text.viewport
        before, briefing = desk.reading, Briefing("", "", 0, 1, title=TITLE)
        page = Reading(briefing, Document("", opening=blocks), _NOTHING_KNOWN)
        if before is None or not self.is_shown:
            opening.lay_front(page)
        elif tuple(before.document) != blocks:
            from briefing.app.memory import place_again  # noqa: PLC0415  not needed for the first screen

            at = place_again(before, page, viewport.place) if viewport.top and viewport.place else None
            opening.front = page
            desk.replace(page, at)
        self._titles = [
            Range(block.offset, span.start, span.end)
            for block in blocks
            for span in block.spans
            if span.role is Role.LINK and span.start == 0
        ]
        self.follow()

    def _standfirst(self, found: News) -> list[str]:
        """Say how much there is and how much of it is new; of an empty library, how to put something in it."""
        total = len(self._shelf.entries)
        if not total and self._shelf.complete:
            return [
                f"There are no briefings in {shown_line(str(self._shelf.root))} yet.",
                "Put Markdown files (*.md) into that folder: they appear here within a second.",
                "To write one, leave with Q and type: briefing new TITLE",
                "To read another folder: briefing FOLDER",
            ]
        counts = [(found.new.count, "new"), (found.changed.count, "changed since read")]
        said = [shown_day(self._today), counted(total, "briefing")]
        sentences = [" · ".join((*said, *(f"{count:,} {what}" for count, what in counts if count)))]
        if not self._shelf.complete:
            sentences.append("The library is still being read; this page fills as it is.")
        elif not (found.new.count or found.changed.count):
            sentences.append("Nothing is new, and nothing has changed since you read it.")
        if found.unreadable:
            sentences.append(f"{found.unreadable:,} of the files cannot be read; the list says why.")
        return sentences
