"""Which file is on the desk: how it is opened, when it counts as read, what happens when it changes on the disk."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from briefing.app.desk import Desk
from briefing.app.reading import Reading, opened
from briefing.app.sections_read import SectionsRead
from briefing.app.trail import FRONT, Stop, Trail
from briefing.app.widgets.document_view import DocumentView
from briefing.library.clock import day_of
from briefing.model.errors import Refusal

if TYPE_CHECKING:
    from briefing.app.memory import Memory
    from briefing.app.since import Before
    from briefing.library.history import ReadState


class Opening:
    """Owns the file that is shown, and tells the memory what becomes of it.

    A file that is only previewed is shown where it was left, and nothing is remembered. One that was opened is
    remembered where it is left, and counts as read once its end, or each of its sections, has been on the screen.
    """

    def __init__(self, desk: Desk, today: date, tell: Callable[[str], None]) -> None:
        """Begin with nothing open; `tell` shows the reader a sentence."""
        self.file: str | None = None
        """Its absolute path; None where nothing is open, or what is came over a pipe."""
        self.is_opened = False
        """Whether what is shown was opened, not only previewed."""
        self._is_decided = False
        """Whether the reader has said if what is shown counts as read."""
        self.front: Reading | None = None
        """The front page of the library as it was shown last."""
        self._desk = desk
        self._before: Before | None = None
        desk.compared = self._compared
        self.today = today
        """The day that ages count from."""
        self._tell = tell
        self._trail = Trail()
        self._left: Stop | None = None
        self._seen: set[int] = set()
        self._sections = SectionsRead()
        self._stamp: tuple[int, int, int] | None = None
        self._memory: Memory | None = None

    @property
    def memory(self) -> Memory:
        """What the reader did before; read when it is first asked for."""
        if self._memory is None:
            from briefing.app.memory import Memory  # noqa: PLC0415  not needed for the first screen

            self._memory = Memory(self._tell)
        return self._memory

    def memory_of(self, path: str) -> ReadState:
        """What the reader did with a briefing before."""
        return self.memory.of(path)

    @property
    def is_at_front(self) -> bool:
        """Whether the front page is shown."""
        return self.front is not None and self._desk.reading is self.front

    def lay(self, reading: Reading, file: str | None) -> None:
        """Show a briefing that was read already; `resume` then opens it."""
        self.file = os.path.abspath(file) if file is not None else None  # noqa: PTH100  a path with undecodable bytes
        self._stamp = _stamp(self.file)
        self._desk.lay(reading)

    def resume(self) -> None:
        """Open what was laid out first, and go to where it was left, unless the reader has gone elsewhere meanwhile."""
        reading = self._desk.reading
        if self.file is None or reading is None:
            return
        place = self.memory.place(self.file, reading)
        self._before = self.memory.before(self.file)
        self._desk.compare()
        if place is not None and not self._desk.text.viewport.top:
            self._desk.return_to(place)
        self._open(self.file)

    def show(self, path: str) -> bool:
        """Show a file, where it was left last; False, with a sentence, when it cannot be read."""
        if path == self.file and self._desk.reading is not None:
            return True
        self.leave()
        self.file = None
        try:
            reading = opened(path, self.today)
        except Refusal as refusal:
            self._desk.lay(None)
            self._tell(str(refusal))
            return False
        self.file = path
        self._stamp = _stamp(path)
        self._before = self.memory.before(path)
        self._desk.facts.sign_unread(frozenset())
        self._desk.lay(reading, self.memory.place(path, reading))
        return True

    def open(self, path: str) -> bool:
        """Open a file to read it; False, with a sentence, when it cannot be read."""
        if not self.show(path):
            return False
        self._open(path)
        return True

    def _open(self, path: str) -> None:
        """Count what is shown as opened."""
        if self._left is not None and self._left.file != path:
            self._trail.went_from(self._left)
        self._left = None
        if not self.is_opened:
            self.is_opened = True
            self._is_decided = False
            self._seen = set()
            seen = self.memory.of(path).seen
            self._sections = SectionsRead(seen.sections if seen else ())
            self.memory.opened(path)
            self._desk.text.post_message(DocumentView.Moved())

    def lay_front(self, page: Reading) -> None:
        """Show the front page in the place of what is open, which is gone back to."""
        self.leave()
        if self._left is not None and self._left.file != FRONT:
            self._trail.went_from(self._left)
        self._to_front(page)

    def _to_front(self, page: Reading) -> None:
        """Show the front page, wherever the reader was."""
        self.leave()
        self._left = None
        self.file = None
        self.front = page
        self._desk.lay(page)

    def leave(self) -> None:
        """Remember the place in what was opened."""
        here = self.here
        if self.is_at_front:
            self._left = here
        elif self.is_opened and self.file and self._desk.reading and here:
            self._left = here
            self.memory.left(self.file, self._desk.reading, here.place)
            self.memory.seen(self.file, self._desk.reading, self._sections.kept)
        self.is_opened = False

    # Back and forward

    @property
    def here(self) -> Stop | None:
        """Where the reader is, to come back to."""
        viewport, lit = self._desk.text.viewport, self._desk.text.marks.link_lit
        file = FRONT if self.is_at_front else self.file
        return Stop(file, viewport.place, viewport.lead, lit) if self._desk.reading and viewport.place else None

    def keep_place(self, stop: Stop | None) -> None:
        """Keep where the reader goes from, to another place in the same text."""
        if stop is not None:
            self._trail.went_from(stop)

    def go_back(self) -> bool:
        """Go back to where the reader was before; False where there is no such place."""
        if self._left is not None:
            self._trail.behind.append(self._left)
            self._left = None
        return self._return_to(self._trail.back(self.here))

    def go_forward(self) -> bool:
        """Go forward again; False where the reader has not gone back."""
        return self._return_to(self._trail.forward(self.here))

    def _return_to(self, stop: Stop | None) -> bool:
        """Show the same rows as then, with the link lit that was followed from there."""
        if stop is None:
            return False
        if stop.file == FRONT and self.front is not None:
            self._to_front(self.front)
        elif stop.file is not None:
            if not self.show(stop.file):
                return True
            self._left = None
            self._open(stop.file)
        self._desk.return_to(stop.place)
        text = self._desk.text
        text.moved(text.viewport.scroll(-stop.lead))
        text.marks = replace(text.marks, link_lit=stop.lit)
        return True

    # Reading and changing

    def followed(self) -> bool:
        """Take in what is on the screen now; True when the briefing counts as read from now on."""
        reading = self._desk.reading
        if not self.is_opened or reading is None or reading.inspection is None or self.file is None:
            return False
        viewport = self._desk.text.viewport
        self._seen |= {block.offset for block in viewport.blocks}
        self._sections.take(reading, {block.offset for block in viewport.finished})
        sections = {section.offset for section in reading.sections}
        seen_all = viewport.progress == 100 or bool(sections and sections <= self._seen)
        is_read = seen_all and not self._is_decided and self.memory.read(self.file, reading)
        self._sign_sections()
        return is_read

    def _sign_sections(self) -> None:
        """Sign the sections that are still to be read, until the briefing counts as read."""
        reading = self._desk.reading
        counts = self.is_opened and reading is not None and self.file is not None and not self.memory_of(self.file).read
        self._desk.facts.sign_unread(self._sections.unread(reading) if counts and reading else frozenset())

    def toggle_read(self) -> None:
        """Count what is shown as read, or as not read when it does; it then stays so while it is shown."""
        if self.file and self._desk.reading:
            self._is_decided = True
            if not self.memory.read(self.file, self._desk.reading):
                self.memory.unread(self.file)
            self._sign_sections()

    def undo(self) -> str | None:
        """Take back the last reading, unreading or star, and say which; None where there is none.

        What no longer counts as read does not do so again before it is opened again.
        """
        event = self.memory.undo()
        if event is None:
            return None
        from briefing.app.memory import undone  # noqa: PLC0415  not needed for the first screen

        self._is_decided = self._is_decided or event.path == self.file
        self._sign_sections()
        return undone(event)

    def _compared(self, reading: Reading) -> Reading:
        """Find what has changed since it was read."""
        if self._before is None:
            return reading
        from briefing.app.since import compared  # noqa: PLC0415  only for what was read before

        return compared(reading, self._before, day_of(self._stamp[0]) if self._stamp else None)

    def look(self) -> None:
        """Read the file again when it has changed on the disk; the place stays."""
        before, place, now = self._desk.reading, self._desk.text.viewport.place, _stamp(self.file)
        if self.file is None or before is None or now == self._stamp:
            return
        self._stamp = now
        if now is None:
            self._tell("The file is gone; it is shown as it was.")
            return
        try:
            after = opened(self.file, self.today)
        except Refusal as refusal:
            self._tell(f"The file has changed and is shown as it was: {refusal}")
            return
        from briefing.app.memory import place_again  # noqa: PLC0415  not needed for the first screen

        self._seen = set()
        self._before = self.memory.before(self.file, as_it_was=before.edition)
        self._desk.replace(after, place_again(before, after, place) if place else None)


def _stamp(path: str | None) -> tuple[int, int, int] | None:
    """What changes when a file changes; None when there is no such file."""
    if path is None:
        return None
    try:
        facts = os.stat(path)  # noqa: PTH116  a path with undecodable bytes
    except OSError:
        return None
    return facts.st_mtime_ns, facts.st_size, facts.st_ino
