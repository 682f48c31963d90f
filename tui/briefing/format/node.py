"""Front matter as a tree of text with positions, whichever notation it was written in."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model.problem import Position
from briefing.model.record import record


@record
class Scalar:
    """One value, as the text that was written: no type is ever guessed."""

    text: str
    """Without quotation marks and escapes; an absent value (`null`, `~`, nothing) has `absent` set."""
    at: Position
    absent: bool = False
    quoted: bool = False
    """Whether quotation marks or a block sign made it a text on purpose."""


@record
class Sequence:
    """A list of values."""

    items: tuple[Node, ...]
    at: Position
    flow: bool = False
    """Whether it was written in brackets."""


@record
class Entry:
    """A key with its value."""

    key: Scalar
    value: Node


@record
class Mapping:
    """Keys with values, in the order of the file; of two equal keys only the first is kept."""

    entries: tuple[Entry, ...]
    at: Position

    def __iter__(self) -> Iterator[Entry]:
        """Iterate over the entries in the order of the file."""
        return iter(self.entries)


Node = Scalar | Sequence | Mapping
