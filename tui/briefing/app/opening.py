"""Which file is on the desk: how it is opened, when it counts as read, what happens when it changes on the disk."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date

from briefing.app.desk import Desk
from briefing.app.reading import Reading, opened
from briefing.document.block import Place
from briefing.library.digest import digest
from briefing.library.events import Event, Left, Opened, Read, Unread
from briefing.library.history import Reading as State
from briefing.library.journal import Journal
from briefing.library.place import find_place, save_place
from briefing.model.errors import Refusal


class Opening:
    """Owns the file that is shown and what the journal is told of it.

    A file that is only previewed is shown where it was left, and nothing is told. One that was opened is remembered
    where it is left, and counts as read once its end, or each of its sections, has been on the screen.
    """

    def __init__(self, desk: Desk, today: date, tell: Callable[[str], None]) -> None:
        """Begin with nothing open; `tell` shows the reader a sentence."""
        self.file: str | None = None
        self.journal = Journal()
        self._desk = desk
        self._today = today
        self._tell = tell
        self.is_opened = False
        """Whether what is shown was opened, not only previewed."""
        self._seen: set[int] = set()
        self._stamp: tuple[int, int, int] | None = None
        self._loaded = False

    def lay(self, reading: Reading, file: str | None) -> None:
        """Show a briefing that was read already, as one that was opened."""
        self.file = os.path.abspath(file) if file is not None else None  # noqa: PTH100  as text, with its surrogate escapes
        self._stamp = _stamp(self.file)
        self._desk.lay(reading, self._saved_place(reading))
        self._open()

    def show(self, path: str) -> bool:
        """Show a file, where it was left last; False, with a sentence, when it cannot be read."""
        if path == self.file and self._desk.reading is not None:
            return True
        self.leave()
        self.file = None
        try:
            reading = opened(path, self._today)
        except Refusal as refusal:
            self._desk.lay(None)
            self._tell(str(refusal))
            return False
        self.file = path
        self._stamp = _stamp(path)
        self._desk.lay(reading, self._saved_place(reading))
        return True

    def open(self, path: str) -> bool:
        """Open a file to read it; False, with a sentence, when it cannot be read."""
        if not self.show(path):
            return False
        self._open()
        return True

    def _open(self) -> None:
        """Count what is shown as opened."""
        if not self.is_opened and self.file is not None:
            self.is_opened = True
            self._seen = set()
            self._record(Opened(self.file))

    def leave(self) -> None:
        """Remember the place in what was opened."""
        place = self._desk.text.viewport.place
        if self.is_opened and self.file and self._desk.reading and place:
            self._record(Left(self.file, save_place(list(self._desk.reading.document), place)))
        self.is_opened = False

    def followed(self) -> bool:
        """Take in what is on the screen now; True when the briefing counts as read from now on."""
        reading = self._desk.reading
        if not self.is_opened or reading is None or self.file is None:
            return False
        viewport = self._desk.text.viewport
        self._seen |= {block.offset for block in viewport.blocks}
        sections = {section.offset for section in reading.sections}
        seen_all = viewport.progress == 100 or bool(sections and sections <= self._seen)
        return seen_all and self.mark_read()

    def mark_read(self) -> bool:
        """Count what is shown as read, as it stands now; False when it does already."""
        reading = self._desk.reading
        if reading is None or self.file is None or self.state(self.file, digest(reading.briefing.text)) is State.READ:
            return False
        blocks = tuple(digest(block.text) for block in reading.document)
        figures = tuple(figure.text for figure in reading.briefing.figures)
        self._record(Read(self.file, digest(reading.briefing.text), blocks, figures))
        return True

    def mark_unread(self) -> None:
        """Count what is shown as not read."""
        if self.file is not None:
            self.is_opened = False
            self._record(Unread(self.file))

    def state(self, path: str, words: str) -> State:
        """Whether a briefing was read; `words` is the digest of its text, empty where that is not known."""
        self._load()
        return self.journal.state_of(path, words or None).reading

    def look(self) -> None:
        """Read the file again when it has changed on the disk; the place stays."""
        reading = self._desk.reading
        if self.file is None or reading is None or _stamp(self.file) in {None, self._stamp}:
            return
        self._stamp = _stamp(self.file)
        try:
            again = opened(self.file, self._today)
        except Refusal as refusal:
            self._tell(f"The file has changed and is shown as it was: {refusal}")
            return
        self._desk.replace(again, _place_again(reading, again, self._desk.text.viewport.place))

    def _load(self) -> None:
        """Read the journal, once."""
        if not self._loaded:
            self._loaded = True
            self.journal.load()

    def _record(self, event: Event) -> None:
        """Enter an event in the journal, and say once when that fails."""
        self._load()
        before = self.journal.problem
        self.journal.record(event)
        if self.journal.problem and not before:
            self._tell(self.journal.problem)

    def _saved_place(self, reading: Reading) -> Place | None:
        """Where the file was left, if those words still stand in it."""
        if self.file is None:
            return None
        self._load()
        saved = self.journal.state_of(self.file).place
        return find_place(reading.document, saved) if saved else None


def _stamp(path: str | None) -> tuple[int, int, int] | None:
    """What changes when a file changes; None when there is no such file."""
    if path is None:
        return None
    try:
        facts = os.stat(path)  # noqa: PTH116  a path with undecodable bytes
    except OSError:
        return None
    return facts.st_mtime_ns, facts.st_size, facts.st_ino


def _place_again(before: Reading, after: Reading, place: Place | None) -> Place | None:
    """A place in the text after an edit: at the same words, else at the block nearest to where it was."""
    if place is None:
        return None
    saved = save_place(list(before.document), place)
    return find_place(after.document, saved) or Place(after.document.nearest(place.block).offset)
