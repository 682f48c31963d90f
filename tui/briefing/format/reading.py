"""What is gathered while the fields of one front matter are read, and the readings that every field shares."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from briefing.format import node
from briefing.format.keys import Parts, fold, is_absent, is_known, nearest, parts
from briefing.format.node import Entry, Node, Scalar
from briefing.model.briefing import Plain
from briefing.model.problem import Position, Problem, problem
from briefing.model.record import record
from briefing.model.text import shown_line

T = TypeVar("T")

_ADVISED = 100
"""Unknown keys that are compared with the known ones; a file with more of them is written for another tool."""
_LONGEST_NAME = 120
"""Characters of a field's name in a message."""


@record
class Here:
    """Where the reading is: the path of a value in the model, and the same path in the author's own keys."""

    path: str
    written: str

    def key(self, name: str, written: str | None = None) -> Here:
        """Go to a key of the mapping here."""
        return Here(f"{self.path}.{name}", f"{self.written}.{written or name}")

    def item(self, index: int, written: int | None = None) -> Here:
        """Go to an item of the list here, counted from 0; in the file it may have another number than in the model."""
        return Here(f"{self.path}[{index}]", f"{self.written}[{index if written is None else written}]")


@record
class Taken:
    """A mapping taken apart by a table of names, with the place of each value."""

    here: Here
    parts: Parts
    places: Mapping[str, Here]
    """Of each value that was found, by its name in the table."""

    def of(self, name: str) -> tuple[Node | None, Here]:
        """Give the value found under a name of the table, with its place; where there is none, that of the mapping."""
        entry = self.parts.found.get(name)
        return (entry.value, self.places[name]) if entry else (None, self.here)

    def value(self, name: str) -> Node | None:
        """Give the value found under a name of the table."""
        return self.parts.value(name)


class Reading:
    """The fields read so far, where they stand, what is wrong with them, and what none of them took."""

    def __init__(
        self,
        sibling: Callable[[str], Entry | None] = lambda _name: None,
        peek: Callable[[str], Node | None] = lambda _name: None,
    ) -> None:
        """Begin with nothing read.

        Args:
            sibling: finds a top-level key by name and counts it as taken; for keys that complete another field, as
                `image_alt`.
            peek: looks at a top-level key by name and leaves it in place.
        """
        self.sibling = sibling
        self.peek = peek
        self.values: dict[str, object] = {}
        self.positions: dict[str, Position] = {}
        self.written: dict[str, str] = {}
        """The paths of `positions` in the author's own keys."""
        self.problems: list[Problem] = []
        self.other: dict[str, Plain] = {}
        self.unknown = 0
        """Keys that no field knows, as far as they were looked at."""
        self.cut: set[Position] = set()
        """Where numbers stand that YAML cut at a comma: they are shown, and compared with nothing."""

    @property
    def language(self) -> str:
        """The language of the briefing, whose rules its numbers follow; English where none is stated."""
        stated = self.values.get("language")
        return stated if isinstance(stated, str) else "en"

    def place(self, here: Here, value: Node) -> None:
        """Remember where the value of a field stands."""
        self.positions[here.path] = value.at
        self.written[here.path] = here.written

    def fault(self, code: str, message: str, here: Here, value: Node) -> None:
        """Report what is wrong with a value, at its place."""
        self.problems.append(problem(code, message, field=_named(here.written), at=value.at))

    def fault_at(self, code: str, message: str, path: str, *within: str) -> None:
        """Report what is wrong with a value that was read before, at the first of these paths that has a place."""
        found = next((each for each in (path, *within) if each in self.positions), path)
        at = self.positions.get(found, Position(1))
        self.problems.append(problem(code, message, field=_named(self.written.get(path, path)), at=at))

    def keep(self, here: Here, value: Node) -> None:
        """Keep a value that no field took among the other fields."""
        self.other[here.written] = plain(value)

    def parts(
        self,
        mapping: node.Mapping,
        here: Here,
        table: Mapping[str, Sequence[str]],
        foreign: Iterable[str] = (),
    ) -> Taken:
        """Take a mapping apart and keep what the table does not know, saying which keys look misspelt.

        Args:
            mapping: the long form of a value.
            here: where it stands.
            table: names with their aliases.
            foreign: keys that are neither known nor misspelt, and that the caller reads itself.
        """
        return self.taken(parts(mapping, table), here, table, foreign)

    def taken(self, taken: Parts, here: Here, table: Mapping[str, Sequence[str]], foreign: Iterable[str] = ()) -> Taken:
        """Do that with a mapping that was taken apart by this table before."""
        places = {name: here.key(name, entry.key.text) for name, entry in taken.found.items()}
        for name, entry in taken.found.items():
            self.place(places[name], entry.value)
        own = {fold(key) for key in foreign}
        for entry in taken.rest:
            if fold(entry.key.text) not in own and not is_absent(entry.value):
                self.leave(entry, here.key(entry.key.text), table)
        return Taken(here, taken, places)

    def leave(self, entry: Entry, here: Here, table: Mapping[str, Sequence[str]]) -> None:
        """Keep an entry that no field took, and say which field it is near to."""
        self.keep(here, entry.value)
        key = fold(entry.key.text)
        if self.unknown == _ADVISED or is_known(key, table):
            return
        self.unknown += 1
        aliases = [alias for names in table.values() for alias in names]
        if near := nearest(key, table, slips=2) or nearest(key, aliases):
            self.fault("key-near", f"unknown field; did you mean {near}?", here, entry.key)

    def each(
        self, items: Iterable[tuple[Here, Node]], here: Here, read: Callable[[Node, Here, Reading], T | None]
    ) -> tuple[T, ...]:
        """Read the items of a list; one that is none of them leaves no gap in the count of the model.

        Args:
            items: each with its place, of which the path in the author's keys is kept.
            here: the place of the list.
            read: reads one item; None where it is none.
        """
        found: list[T] = []
        for at, item in items:
            target = Here(f"{here.path}[{len(found)}]", at.written)
            value = read(item, target, self)
            if value is not None:
                self.place(target, item)
                found.append(value)
        return tuple(found)

    def text(self, value: Node | None, here: Here) -> str | None:
        """Read a text; a list or a mapping in its place is reported and kept among the other fields."""
        if value is None or isinstance(value, Scalar):
            return None if value is None else text_of(value)
        self.fault("type-list", f"expected text, found {what(value)}", here, value)
        self.keep(here, value)
        return None

    def texts(self, value: Node | None, here: Here) -> tuple[str, ...]:
        """Read a text or a list of texts."""
        if value is None or is_absent(value):
            return ()
        if isinstance(value, node.Sequence):
            stated = (self.text(item, here.item(i)) for i, item in enumerate(value.items))
            return tuple(text for text in stated if text)
        text = self.text(value, here)
        return (text,) if text else ()


def _named(path: str) -> str:
    """Give the name of a field for a message: a key may be as long as a text, and hold as much."""
    seen = shown_line(path)
    return seen if len(seen) <= _LONGEST_NAME else seen[: _LONGEST_NAME - 1] + "…"


def listed(value: Node, here: Here) -> Iterator[tuple[Here, Node]]:
    """Iterate over the items of a list that state something, with their places, or give the only value."""
    if isinstance(value, node.Sequence):
        yield from ((here.item(index), item) for index, item in enumerate(value.items) if not is_absent(item))
    elif not is_absent(value):
        yield here, value


def unpaired(value: Node) -> Node:
    """Give the value of an entry that was taken for an item of its own."""
    return value.entries[0].value if isinstance(value, node.Mapping) and len(value.entries) == 1 else value


def what(value: Node) -> str:
    """Say what kind of value was found in place of another."""
    match value:
        case Scalar():
            return "text"
        case node.Sequence():
            return "a list"
        case node.Mapping():
            return "a mapping"


def text_of(value: Node) -> str | None:
    """Give the text of a value without white space around it; None where it is no text, or absent."""
    if isinstance(value, Scalar) and not value.absent:
        return value.text.strip() or None
    return None


def plain(value: Node) -> Plain:
    """Give the value of an unknown field as plain lists and dictionaries of text."""
    match value:
        case Scalar():
            return None if value.absent else value.text
        case node.Sequence():
            return [plain(item) for item in value.items]
        case node.Mapping():
            return {entry.key.text: plain(entry.value) for entry in value}
