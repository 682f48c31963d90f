"""JSON front matter: one object at the very top, as Hugo allows it."""

from __future__ import annotations

from json import JSONDecodeError, JSONDecoder

from briefing.format.matter import MAX_BYTES, FrontMatter, no_front_matter
from briefing.format.node import Entry, Mapping, Node, Scalar, Sequence
from briefing.format.stretch import Stretch
from briefing.format.tree import first_of_equal, placed
from briefing.model.pattern import pattern
from briefing.model.problem import Position, Problem, problem

MAX_DEPTH = 32
"""Levels of nesting, as in YAML."""
MAX_VALUES = 20_000
"""Values, as in YAML."""

_TOO_LONG = f"it is longer than {MAX_BYTES // 1024} KiB"
_SPACE = pattern(r"[ \t\n\r]*")
_BARE = pattern(r"[^\s,\[\]{}\"]+")
_VALUE = pattern(r"null|true|false|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
"""Literals and numbers (RFC 8259, sections 3 and 6)."""
_REST_OF_LINE = pattern(r"[ \t]*(?:\n|\Z)")


def read(text: str) -> FrontMatter:
    """Read the object that a text begins with; a text that only looks like one stays as it is."""
    walk = _Walk(Stretch.of(text[: MAX_BYTES + 1], 1))
    try:
        root = walk.value(0)
        end = walk.end_of_line()
    except _Fault as fault:
        message = f"no valid JSON: {fault.reason}; it is shown as text"
        return no_front_matter(problem("fm-yaml", message, field="front matter", at=walk.stretch.position(fault.at)))
    if not isinstance(root, Mapping):
        return no_front_matter()
    return FrontMatter.above(text, end, "json", root, placed(walk.problems, root))


class _Fault(Exception):  # noqa: N818  it is caught in this module
    """It is no JSON, for this reason and from this character on."""

    def __init__(self, reason: str, at: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.at = at


class _Walk:
    """A reader of JSON that keeps the text of numbers, every key and every place."""

    def __init__(self, stretch: Stretch) -> None:
        self.stretch = stretch
        self.at = 0
        self.problems: list[Problem] = []
        self._values = 0
        self._strings = JSONDecoder(strict=False)

    def value(self, depth: int) -> Node:
        """Read the value here."""
        sign = self._next()
        self._values += 1
        if self._values > MAX_VALUES:
            raise _Fault(f"it has more than {MAX_VALUES:,} values", 0)
        if sign in ("{", "["):
            if depth == MAX_DEPTH:
                raise _Fault(f"it is nested deeper than {MAX_DEPTH} levels", self.at)
            return self._object(depth + 1) if sign == "{" else self._array(depth + 1)
        return self._scalar(sign)

    def end_of_line(self) -> int:
        """Find the end of the line after the value."""
        rest = _REST_OF_LINE.match(self.stretch.text, self.at)
        if self.at > MAX_BYTES:
            raise _Fault(_TOO_LONG, 0)
        if not rest:
            raise _Fault("something follows the closing }", self.at)
        return rest.end()

    def _next(self) -> str:
        """Go to the next sign, and give it; nothing at the end."""
        space = _SPACE.match(self.stretch.text, self.at)
        self.at = space.end() if space else self.at
        return self.stretch.text[self.at : self.at + 1]

    def _here(self) -> Position:
        """The place in the file."""
        return self.stretch.position(self.at)

    def _scalar(self, sign: str) -> Scalar:
        """Read a string, a number or a literal; numbers stay as they are written."""
        at = self._here()
        if sign == '"':
            try:
                text, self.at = self._strings.raw_decode(self.stretch.text, self.at)
            except JSONDecodeError as error:
                if len(self.stretch.text) > MAX_BYTES and error.msg.startswith("Unterminated"):
                    raise _Fault(_TOO_LONG, 0) from error
                raise _Fault(error.msg[0].lower() + error.msg[1:], self.at) from error
            return Scalar(str(text), at, quoted=True)
        bare = _BARE.match(self.stretch.text, self.at)
        if not bare or not _VALUE.fullmatch(bare[0]):
            raise _Fault("a value was expected", self.at)
        self.at = bare.end()
        return Scalar(bare[0], at, absent=bare[0] == "null")

    def _array(self, depth: int) -> Sequence:
        """Read a list."""
        at = self._here()
        items: list[Node] = []
        self.at += 1
        while self._next() != "]":
            items.append(self.value(depth))
            self._separate("]")
        self.at += 1
        return Sequence(tuple(items), at, flow=True)

    def _object(self, depth: int) -> Mapping:
        """Read an object."""
        at = self._here()
        entries: list[Entry] = []
        self.at += 1
        while (sign := self._next()) != "}":
            if sign != '"':
                raise _Fault("a key in double quotes was expected", self.at)
            key = self._scalar(sign)
            if self._next() != ":":
                raise _Fault("a colon was expected", self.at)
            self.at += 1
            entries.append(Entry(key, self.value(depth)))
            self._separate("}")
        self.at += 1
        return Mapping(first_of_equal(entries, self.problems), at)

    def _separate(self, closing: str) -> None:
        """Pass the comma between two values; one before the closing bracket is passed too."""
        sign = self._next()
        if sign == ",":
            self.at += 1
        elif sign != closing:
            raise _Fault(f"a comma or {closing} was expected", self.at)
