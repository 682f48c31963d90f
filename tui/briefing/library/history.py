"""What follows from the lines of the journal: the state of each briefing, and which lines later ones made idle."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from briefing.library.edition import Edition
from briefing.library.events import (
    Entered,
    Event,
    Foreign,
    JournalLine,
    Left,
    Opened,
    Read,
    Seen,
    Starred,
    Undone,
    Unread,
)
from briefing.library.place import SavedPlace
from briefing.model.record import record

UNDOABLE = (Read, Unread, Starred)
"""The events that can be taken back."""


class Reading(StrEnum):
    """Whether a briefing was read."""

    UNREAD = "unread"
    READ = "read"
    CHANGED = "changed"
    """It was read, and its words have changed since."""


@record
class ReadState:
    """What the journal says of one briefing."""

    reading: Reading = Reading.UNREAD
    read: Read | None = None
    """How its text was when it was last read; None when it counts as unread."""
    read_at: datetime | None = None
    seen: Seen | None = None
    """How its text was when it was last left unread; None once it was read."""
    seen_at: datetime | None = None
    opened_at: datetime | None = None
    place: SavedPlace | None = None
    """Where it was left."""
    starred: bool = False

    @property
    def edition(self) -> Edition | None:
        """How it stood when it was last read; while it never was, when it was last left."""
        known = self.read or self.seen
        return known.edition if known else None

    @property
    def edition_at(self) -> datetime | None:
        """When that was."""
        return self.read_at if self.read else self.seen_at


_NOTHING = ReadState()


@dataclass(slots=True)
class History:
    """The lines of the journal as they were entered, and what they come to for each path."""

    _entered: dict[str, list[Entered]] = field(default_factory=dict)
    _paths: dict[str, str] = field(default_factory=dict)
    """The path of each line that can be undone, by the line's id."""
    _undone: set[str] = field(default_factory=set)
    _states: dict[str, ReadState] = field(default_factory=dict)

    def enter(self, line: JournalLine) -> str | None:
        """Take a line in; gives the path of which it says something."""
        if isinstance(line, Foreign):
            return None
        if isinstance(line, Undone):
            self._undone.add(line.of)
            path = self._paths.get(line.of)
        else:
            path = line.event.path
            self._entered.setdefault(path, []).append(line)
            if isinstance(line.event, UNDOABLE):
                self._paths[line.id] = path
        if path is not None:
            self._states.pop(path, None)
        return path

    def paths(self) -> tuple[str, ...]:
        """Give every path of which the journal says something."""
        return tuple(self._entered)

    def state_of(self, path: str) -> ReadState:
        """Give the state of a briefing, as if its words had not changed."""
        if path not in self._entered:
            return _NOTHING
        state = self._states.get(path)
        if state is None:
            state = _NOTHING
            for line in self._entered[path]:
                if line.id not in self._undone:
                    state = _after(state, line)
            self._states[path] = state
        return state

    def log(self) -> tuple[Entered, ...]:
        """Give what was read when, in the order in which it was entered for each path."""
        lines = (line for entered in self._entered.values() for line in entered)
        return tuple(line for line in lines if isinstance(line.event, Read) and line.id not in self._undone)


def _after(state: ReadState, line: Entered) -> ReadState:
    """Give the state after one more event."""
    match line.event:
        case Read() as event:
            return replace(state, reading=Reading.READ, read=event, read_at=line.at, seen=None, seen_at=None)
        case Seen() as event:
            return replace(state, seen=event, seen_at=line.at)
        case Unread():
            return replace(state, reading=Reading.UNREAD, read=None, read_at=None)
        case Opened():
            return replace(state, opened_at=line.at)
        case Starred(on=on):
            return replace(state, starred=on)
        case Left(place=place):
            return replace(state, place=place)


def kept(lines: Iterable[JournalLine]) -> list[JournalLine]:
    """Leave out the lines that say nothing any more.

    These are what was undone with its undoing, and all but the last of a kind for each path. Only what was read when
    stays whole; how the text then was stays with the last time.
    """
    everything = list(lines)
    undone = {line.of for line in everything if isinstance(line, Undone)}
    later: set[tuple[type[Event], str]] = set()
    found: list[JournalLine] = []
    for line in reversed(everything):
        if isinstance(line, Foreign):
            found.append(line)
        elif isinstance(line, Entered) and line.id not in undone:
            key = (type(line.event), line.event.path)
            if key not in later:
                found.append(line)
            elif isinstance(line.event, Read):
                found.append(replace(line, event=replace(line.event, pieces=(), figures=(), names=())))
            later.add(key)
    return found[::-1]
