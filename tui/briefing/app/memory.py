"""What the reader did, as the journal keeps it: what was opened and read, and where it was left."""

from __future__ import annotations

import os
from collections.abc import Callable

from briefing.app.reading import Reading
from briefing.app.since import Before
from briefing.app.widgets.log_pane import WasRead
from briefing.document.block import Place
from briefing.library.edition import Edition, taking_edition
from briefing.library.events import Event, Left, Opened, Read, Seen, Starred, Unread
from briefing.library.history import Reading as State
from briefing.library.history import ReadState
from briefing.library.journal import Journal
from briefing.library.place import find_place, save_place
from briefing.model.steps import finished
from briefing.model.text import shown_line

_UNDONE: dict[type[Event], str] = {Read: "No longer read", Unread: "No longer unread", Starred: "Star as before"}


def undone(event: Event) -> str:
    """Say that an event was taken back."""
    return f"{_UNDONE[type(event)]}: {shown_line(os.path.basename(event.path))}"  # noqa: PTH119  a path with undecodable bytes


class Memory:
    """Owns the journal. What cannot be remembered is said once, and the reader goes on."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        """Read the journal; `tell` shows the reader a sentence."""
        self._journal = Journal()
        self._tell = tell
        self._journal.load()

    def state(self, path: str, words: str) -> State:
        """Whether a briefing was read; `words` is the digest of its text, empty where that is not known."""
        return self._journal.state_of(path, words or None).reading

    def of(self, path: str) -> ReadState:
        """All that is known of a briefing, as if its words had not changed."""
        return self._journal.state_of(path)

    def before(self, path: str, as_it_was: Edition | None = None) -> Before | None:
        """How a briefing stood when it was last read, or left; else `as_it_was` a moment ago. None for nothing."""
        state = self.of(path)
        if state.edition is not None:
            return Before(state.edition, state.edition_at, was_read=state.read is not None)
        return Before(as_it_was, None, was_read=False) if as_it_was else None

    def place(self, path: str, reading: Reading) -> Place | None:
        """Where a briefing was left, if those words still stand in it."""
        saved = self._journal.state_of(path).place
        return find_place(reading.document, saved) if saved else None

    def opened(self, path: str) -> None:
        """Remember that a briefing was opened."""
        self._record(Opened(path))

    def left(self, path: str, reading: Reading, place: Place) -> None:
        """Remember where a briefing was left."""
        self._record(Left(path, save_place(list(reading.document), place)))

    def seen(self, path: str, reading: Reading, sections: tuple[str, ...]) -> None:
        """Remember how a briefing stands that is left unread, and which of its sections were read."""
        state, now = self.of(path), reading.edition
        if now is None or state.read is not None:
            return
        event = Seen(path, now.digest, now.pieces, now.figures, now.names, sections)
        if event != state.seen:
            self._record(event)

    def read(self, path: str, reading: Reading) -> bool:
        """Remember that a briefing was read as it stands now; False when that is known."""
        edition = _edition(reading)
        if self.state(path, edition.digest) is State.READ:
            return False
        self._record(Read(path, edition.digest, edition.pieces, edition.figures, edition.names))
        return True

    def readings(self) -> list[tuple[str, str | None, bool]]:
        """Each briefing the journal knows: its path, the digest of its text as it was read, whether it has a star."""
        states = self._journal.states().items()
        return [(path, state.read.digest if state.read else None, state.starred) for path, state in states]

    def digests_in(self, root: str) -> list[tuple[bytes, str]]:
        """The briefings in a folder that were read: the path of each from there on, and the digest of its text then."""
        prefix = f"{root.rstrip('/')}/"
        states = ((path, state.read) for path, state in self._journal.states().items() if path.startswith(prefix))
        return [(os.fsencode(path.removeprefix(prefix)), read.digest) for path, read in states if read]

    def log(self) -> list[WasRead]:
        """What was read when, the newest first, in the reader's own time zone."""
        return [WasRead(line.event.path, line.at.astimezone()) for line in reversed(self._journal.log())]

    def unread(self, path: str) -> None:
        """Remember that a briefing is to count as not read."""
        self._record(Unread(path))

    def is_starred(self, path: str) -> bool:
        """Whether a briefing has a star."""
        return self._journal.state_of(path).starred

    def star(self, path: str) -> bool:
        """Give a briefing a star, or take it; True when it has one now."""
        starred = not self.is_starred(path)
        self._record(Starred(path, starred))
        return starred

    def undo(self) -> Event | None:
        """Take back the last reading, unreading or star of this run, and give it; None when there is none."""
        return self._journal.undo()

    def _record(self, event: Event) -> None:
        """Enter an event, and say once when that fails."""
        before = self._journal.problem
        self._journal.record(event)
        if self._journal.problem and not before:
            self._tell(self._journal.problem)


def _edition(reading: Reading) -> Edition:
    """How a briefing stands; found out now where all of the text is not known yet."""
    if reading.edition is not None:
        return reading.edition
    return finished(taking_edition(reading.briefing.text, reading.document, reading.briefing.figures))


def place_again(before: Reading, after: Reading, place: Place) -> Place:
    """Find a place in the text after an edit: at the same words, else at the block nearest to where it was."""
    saved = save_place(list(before.document), place)
    return find_place(after.document, saved) or Place(after.document.nearest(place.block).offset)
