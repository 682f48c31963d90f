"""What a reader does with a briefing, as lines of the journal."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from briefing.library.edition import Edition
from briefing.library.place import SavedPlace
from briefing.model.record import record


@record
class Opened:
    """A briefing was opened."""

    path: str
    """Absolute; undecodable bytes are surrogate escapes. So for every event."""


@record
class Read:
    """A briefing was read to its end, or is to count as read. How it stood then is an `Edition`."""

    path: str
    digest: str
    """Of its text as it was read; see `briefing.library.digest`."""
    pieces: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def edition(self) -> Edition:
        """How it stood."""
        return Edition(self.digest, self.pieces, self.figures, self.names)


@record
class Seen:
    """A briefing that counts as unread was left: how it stood, and which of its sections were on the screen."""

    path: str
    digest: str
    pieces: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    """By digests of their headings."""

    @property
    def edition(self) -> Edition:
        """How it stood."""
        return Edition(self.digest, self.pieces, self.figures, self.names)


@record
class Unread:
    """A briefing is to count as not read."""

    path: str


@record
class Starred:
    """A star was given or taken."""

    path: str
    on: bool


@record
class Left:
    """A briefing was left at a place."""

    path: str
    place: SavedPlace


Event = Opened | Read | Seen | Unread | Starred | Left
"""What the reader did."""

_KINDS: Mapping[str, type[Event]] = {
    "opened": Opened,
    "read": Read,
    "seen": Seen,
    "unread": Unread,
    "starred": Starred,
    "left": Left,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


@record
class Entered:
    """An event in the journal."""

    id: str
    at: datetime
    """When it was entered; the order of the lines counts, not this, since a clock may go back."""
    event: Event


@record
class Undone:
    """The undoing of an earlier line."""

    id: str
    at: datetime
    of: str
    """The id of the line that no longer counts."""


@record
class Foreign:
    """A line of another version of the program: kept as it is."""

    line: bytes


JournalLine = Entered | Undone | Foreign


def to_line(entry: JournalLine) -> bytes:
    """Write a line of the journal: JSON in ASCII, with a line end."""
    if isinstance(entry, Foreign):
        return entry.line + b"\n"
    said: dict[str, Any] = {"id": entry.id, "at": entry.at.isoformat(timespec="seconds")}
    if isinstance(entry, Undone):
        said |= {"did": "undone", "of": entry.of}
    else:
        said |= {"did": _NAMES[type(entry.event)], **asdict(entry.event)}
    return json.dumps(said, separators=(",", ":")).encode("ascii") + b"\n"


def from_line(line: bytes) -> JournalLine | None:
    """Read a line of the journal; None for one that was torn, as when its writer was killed."""
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        return None
    try:
        return _entry(said) or Foreign(line)
    except (KeyError, TypeError, ValueError):
        return Foreign(line)


def _entry(said: dict[str, Any]) -> Entered | Undone | None:
    """Make the entry of what a line says; None for what this version does not know.

    Raises:
        KeyError, TypeError, ValueError: the line says something else than its kind does.
    """
    id_, at, did = said["id"], datetime.fromisoformat(said["at"]), said["did"]
    if did == "undone":
        return Undone(id_, at, said["of"])
    kind = _KINDS.get(did)
    return None if kind is None else Entered(id_, at, _event(kind, said))


def _event(kind: type[Event], said: dict[str, Any]) -> Event:
    """Make an event of what a line says; what an older version did not write has its default."""
    values = {field.name: said[field.name] for field in fields(kind) if field.name in said}
    if kind is Left:
        place = said["place"]
        values["place"] = SavedPlace(**{field.name: place[field.name] for field in fields(SavedPlace)})
    made: dict[str, Any] = {name: _texts(value) if isinstance(value, list) else value for name, value in values.items()}
    return kind(**made)


def _texts(values: list[object]) -> tuple[str, ...]:
    """Make a tuple of a list of texts.

    Raises:
        TypeError: one of them is none.
    """
    if not all(isinstance(value, str) for value in values):
        raise TypeError("a list of texts holds something else")
    return tuple(map(str, values))
