"""The library behind the list: its index, kept up to date while the reader goes on, and what was read of it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from time import perf_counter

from briefing.app.watching import SHARE, Watching
from briefing.library.apart import FEW, refreshed
from briefing.library.entry import Entry, Sort
from briefing.library.folders import cache_folder
from briefing.library.history import Reading
from briefing.library.index import Interrupted, Progress, SearchIndex
from briefing.library.listing import Given, Joined, Lines, Unread, has_words
from briefing.library.names import Names, listed_names
from briefing.library.narrowing import narrowing
from briefing.library.scan import FileStamp, Unreadable, scan
from briefing.library.store import unindexed
from briefing.library.watch import Changes, after, diff, look_at
from briefing.library.watcher import Touched
from briefing.model.errors import Refusal
from briefing.model.text import shown_line

TELL_EVERY = 0.4
"""Seconds between two looks at a library that is being read for the first time."""
WALK = 200
"""Files of a walk between two looks at the keyboard."""
AT_ONCE = 5_000
"""Briefings of which a list is made at once; a longer one would hold the keys up, and is made in a thread."""


class Shelf:
    """Owns the index and the entries."""

    def __init__(self, root: Path, state: Callable[[str, str], Reading], changed: Callable[[], None]) -> None:
        """Open the library in this folder; nothing is read before `keep` runs.

        Args:
            root: the folder.
            state: says by path and digest whether a briefing was read.
            changed: is told when there is something else to list.
        """
        self.root = root.absolute()
        self.entries: Lines = Given()
        """All that is there, the newest first; files that were not read yet come last, by their names."""
        self.complete = False
        """Whether every file has been looked at once."""
        self.note = ""
        """What is still going on, or what went wrong, in a few words."""
        self._state = state
        self._changed = changed
        self._index: SearchIndex | None = None
        self._unreadable: list[Unreadable] = []
        self._waiting: list[bytes] = []
        self._watching: Watching | None = None
        self._prefix = os.fsencode(self.root).rstrip(b"/") + b"/"
        self._named: tuple[Sequence[Entry], Names] | None = None

    @property
    def coverage(self) -> str:
        """How much of the library a search knows, in a few words, while it does not know all of it."""
        total = len(self.entries)
        return f"{total - len(self._waiting):,} of {total:,} read" if self._waiting else ""

    @property
    def is_told(self) -> bool:
        """Whether the system tells of changes; else the folder is looked at now and then."""
        return self._watching is not None and self._watching.is_told

    @property
    def names(self) -> Names:
        """The names that the briefings go by, as far as they have been read.

        Raises:
            Refusal: the index was lost and is being made again.
        """
        if self._named is None or self._named[0] is not self.entries:
            others = (os.fsdecode(path.removeprefix(self._prefix)) for path in self._waiting)
            self._named = (self.entries, listed_names(self.index.given_names(), others))
        return self._named[1]

    @property
    def index(self) -> SearchIndex:
        """The search index; opened when it is first needed."""
        if self._index is None:
            self._index = SearchIndex(self.root, cache_folder())
        return self._index

    def state_of(self, entry: Entry) -> Reading:
        """Whether a briefing is new, changed or read."""
        return self._state(entry.path, entry.digest)

    async def keep(self) -> None:
        """List what is there, read what is new, and look for changes as long as the program runs."""
        self._list()
        stamps = await self._walk()
        if len(self.entries) < len(stamps):
            self._waiting = [stamp.path for stamp in stamps]
            await self._list_waiting()
        await self._follow(refreshed(self.index, stamps))
        self.complete = True
        self._changed()
        await self._watch({stamp.path: stamp for stamp in stamps})

    async def _watch(self, known: Mapping[bytes, FileStamp]) -> None:
        """Follow what becomes of the files from now on."""
        watching = self._watching = Watching(self.root)
        took = 0.0
        try:
            while True:
                touched = await watching.wait(took)
                begun = perf_counter()
                changes = await self._changes(touched, known)
                took = perf_counter() - begun
                if changes:
                    known = after(changes, known)
                    await self._follow(self._updated(changes, known))
        finally:
            watching.stop()

    async def _changes(self, touched: Touched, known: Mapping[bytes, FileStamp]) -> Changes:
        """Find out what changed among what was touched, or among all files."""
        if touched is not None:
            return await asyncio.to_thread(look_at, touched, known)
        return await asyncio.to_thread(diff, known.values(), await self._walk())

    def _updated(self, changes: Changes, known: Mapping[bytes, FileStamp]) -> AsyncIterator[Progress]:
        """Bring the index up to date with some changes: here, or where they are many in a process of its own."""
        is_much = len(changes.added) + len(changes.changed) + len(changes.removed) > FEW
        return refreshed(self.index, known.values()) if is_much else _in_slices(self.index.update(changes))

    async def _walk(self) -> list[FileStamp]:
        """Walk through the folder in slices."""
        self._unreadable = []
        stamps: list[FileStamp] = []
        for stamp in scan(self.root, self._unreadable.append):
            stamps.append(stamp)
            if len(stamps) % WALK == 0:
                await asyncio.sleep(0)
        return stamps

    async def _follow(self, steps: AsyncIterator[Progress]) -> None:
        """Follow files being read into the index, and list what has been read now and then."""
        started = told = perf_counter()
        pause = TELL_EVERY
        try:
            async for step in steps:
                if perf_counter() - told > pause:
                    self.note = _said(step, perf_counter() - started)
                    begun = perf_counter()
                    await self._list_waiting()
                    told = perf_counter()
                    pause = max(TELL_EVERY, SHARE * (told - begun))
        except Refusal as refusal:
            self.note = str(refusal)
        else:
            self.note = self._trouble()
            self._waiting = []  # What is not in the index now has vanished meanwhile.
        await self._list_waiting()

    async def _list_waiting(self) -> None:
        """List what the index has, and of files that are still to be read their names."""
        if self._waiting:
            with suppress(Interrupted, Refusal):
                self._waiting = await asyncio.to_thread(self.index.ask, partial(unindexed, self._waiting, self._prefix))
        if not self.is_long:
            self._list()
            return
        try:
            self.entries = await self.listed_aside(Sort.DATE)
        except Refusal as refusal:
            self.note = str(refusal)
        self._changed()

    def _list(self) -> None:
        """List what there is, if the index can say so."""
        try:
            self.entries = self.listed(Sort.DATE)
        except Refusal as refusal:
            self.note = str(refusal)
        if self.entries or self.complete:
            self._changed()

    def listed(self, sort: Sort, words: str = "") -> Lines:
        """Give the lines that answer what is typed, in an order; those of files that were not read yet come last.

        Raises:
            Refusal: the index was lost and is being made again.
        """
        asked = narrowing(words)
        lines = self.index.listing(sort, asked.words, asked.query)
        if not self._waiting or asked.query:
            return lines
        named = [path for path in self._waiting if has_words(os.fsdecode(path.removeprefix(self._prefix)), asked.words)]
        return Joined(lines, Unread(str(self.root), named))

    @property
    def is_long(self) -> bool:
        """Whether a list of the library is better made aside. An index in memory cannot be asked by two at a time."""
        return len(self.entries) > AT_ONCE and self.index.path is not None

    async def listed_aside(self, sort: Sort, words: str = "") -> Lines:
        """Give the same as `listed`, while the reader goes on.

        Raises:
            Refusal: the index was lost and is being made again.
        """
        return await asyncio.to_thread(self.listed, sort, words)

    def _trouble(self) -> str:
        """What went wrong with the folder or the index; empty where nothing did."""
        if self._unreadable:
            first = self._unreadable[0]
            more = f" and {len(self._unreadable) - 1} more" if len(self._unreadable) > 1 else ""
            return f"cannot list {shown_line(os.fsdecode(first.path))}{more}: {first.reason}"
        return self.index.problem or ""


async def _in_slices(steps: Iterator[Progress]) -> AsyncIterator[Progress]:
    """Do work that comes in slices, the event loop taking its turn after each."""
    for step in steps:
        yield step
        await asyncio.sleep(0)


def _said(step: Progress, seconds: float) -> str:
    """Say how far the reading has come, and how quick it is."""
    rate = f" · {step.read / seconds:,.0f} a second" if step.read else ""
    return f"reading {step.read:,} of {step.total:,}{rate}"
