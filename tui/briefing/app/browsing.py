"""The library as the reader goes about it: the list, its order, what narrows it, what a search finds in it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from textual.message import Message

from briefing.app.widgets.library_list import NEW, LibraryList, ResultsList
from briefing.app.widgets.rows_pane import RowsPane
from briefing.library.entry import Entry, Sort, bare_entry, narrow, sorted_entries, entry
from briefing.library.scan import scan
from briefing.library.settings import Settings
from briefing.model.errors import Refusal
from briefing.model.text import shown_line
from briefing.format.read import read
import os

if TYPE_CHECKING:
    from briefing.app.screens.reader import ReaderScreen


class Browsing:
    """Owns what is listed."""

    def __init__(self, root: Path, settings: Settings, today: date) -> None:
        self.root = root.absolute()
        self.sort = Sort(settings.sort) if settings.sort in set(Sort) else Sort.DATE
        self.list = LibraryList(lambda _entry: NEW, today, id="list")
        self.results = ResultsList(id="results")
        self.narrowed_by = ""
        self.searched = ""
        self.note = ""
        self.entries: Sequence[Entry] = ()

    @property
    def panes(self):
        return [self.list, self.results]

    @property
    def pane(self):
        return self.results if self.searched else self.list

    @property
    def caption(self):
        return shown_line(self.root.name), f" · {len(self.entries)}"

    async def load(self, reader):
        found = []
        for stamp in scan(self.root):
            path = os.fsdecode(stamp.path)
            try:
                found.append(entry(read(path), self.root, stamp.modified_ns))
            except Refusal as refusal:
                found.append(bare_entry(path, self.root, stamp.modified_ns, str(refusal)))
            await asyncio.sleep(0)
        self.entries = sorted_entries(found, self.sort)
        self.list.show(self.entries, ("Library", "newest"))
        reader.refresh_bars()

    def drop_query(self):
        return False
