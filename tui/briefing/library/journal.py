"""The journal of what was read: only ever added to, so that two programs and a sudden end lose nothing of it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from briefing.library.events import Entered, Event, JournalLine, Undone
from briefing.library.folders import state_folder
from briefing.library.history import UNDOABLE, History, Reading, ReadState, kept
from briefing.library.journal_file import JournalFile, News

FILE_NAME = "journal.jsonl"
COMPACT_AT = 1024 * 1024
"""Bytes from which on the file is rewritten, when it is loaded, without the lines that say nothing any more."""
_MOST_UNWRITTEN = 1000
"""Lines that wait for a disk that takes them."""


def _utc_now() -> datetime:
    """Give the time it is."""
    return datetime.now(UTC)


class Journal:
    """What was read, left and starred, by this program and by all others of the same reader.

    Nothing here raises when the disk does not play along: the journal then goes on in memory, tries to write with each
    further event, and says so in `problem`. A line outlives the program from the moment it is recorded.
    """

    def __init__(self, path: Path | None = None, now: Callable[[], datetime] = _utc_now) -> None:
        """Name the journal, without reading it.

        Args:
            path: its file; the reader's own by default.
            now: the clock that dates the events.
        """
        self._file = JournalFile(path or state_folder() / FILE_NAME)
        self._now = now
        self._history = History()
        self._unwritten: list[JournalLine] = []
        self._mine: list[Entered] = []
        self.problem: str | None = None
        """One line that says why what is done now may be forgotten; None while all is well."""

    def load(self) -> frozenset[str]:
        """Read what was entered since the last time, also by other programs; the first time, everything.

        Returns:
            The paths of which something is new.
        """
        try:
            news = self._file.read_on()
            if news.is_whole and self._file.end > COMPACT_AT:
                news = self._file.rewrite(kept)
        except OSError as fault:
            self._cannot("read", fault)
            return frozenset()
        return self._take(news)

    def record(self, event: Event) -> None:
        """Enter what the reader did."""
        line = Entered(secrets.token_hex(6), self._now(), event)
        if isinstance(event, UNDOABLE):
            self._mine.append(line)
        self._enter(line)

    def undo(self) -> Event | None:
        """Take back the last event of this program that can be taken back, and give it; None when there is none."""
        if not self._mine:
            return None
        line = self._mine.pop()
        self._enter(Undone(secrets.token_hex(6), self._now(), line.id))
        return line.event

    def state_of(self, path: str, digest: str | None = None) -> ReadState:
        """Give what the journal says of a briefing.

        Args:
            path: absolute, as in its `Entry`.
            digest: of its text as it is now; with it, `CHANGED` is told from `READ`.
        """
        state = self._history.state_of(path)
        if state.read is not None and digest is not None and state.read.digest != digest:
            return replace(state, reading=Reading.CHANGED)
        return state

    def states(self) -> dict[str, ReadState]:
        """Give the states of all briefings of which the journal says something, by their paths."""
        return {path: self._history.state_of(path) for path in self._history.paths()}

    def log(self) -> tuple[Entered, ...]:
        """Give what was read when, the oldest first."""
        return tuple(sorted(self._history.log(), key=lambda line: line.at))

    def _enter(self, line: JournalLine) -> None:
        """Take a line in, and write it with all that could not be written before."""
        self._history.enter(line)
        self._unwritten.append(line)
        del self._unwritten[:-_MOST_UNWRITTEN]
        try:
            news = self._file.add(self._unwritten)
        except OSError as fault:
            self._cannot("written", fault)
            return
        written, self._unwritten, self.problem = self._unwritten, [], None
        self._take(news, after=written)

    def _take(self, news: News, after: Iterable[JournalLine] = ()) -> frozenset[str]:
        """Take in what was read of the file; what is whole replaces all that was known, but for `after`."""
        own = (*after, *self._unwritten)
        before = self._history.paths() if news.is_whole else ()
        if news.is_whole:
            self._history = History()
        paths = {self._history.enter(line) for line in news.lines}
        if news.is_whole:
            for line in own:
                self._history.enter(line)
        return frozenset(path for path in (*paths, *before) if path is not None)

    def _cannot(self, what: str, fault: OSError) -> None:
        """Say what could not be done to the journal."""
        reason = fault.strerror or str(fault)
        self.problem = f"What was read cannot be remembered: {self._file.path} cannot be {what}: {reason}"
