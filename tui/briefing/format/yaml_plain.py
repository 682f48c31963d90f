"""The plain kind of YAML that nearly every front matter is written in, read line by line.

A parser of all of YAML takes several times as long, and its import alone as long as reading a hundred files. What is
read here is the part of YAML in which a look at each line decides what it is. Of anything else nothing is read, and
the parser has to: the tree is the one that it gives, or there is none.
"""

from __future__ import annotations

import re

from briefing.format.node import Entry, Mapping, Node, Scalar, Sequence
from briefing.format.stretch import Stretch
from briefing.format.yaml_brackets import BARE, BARE_VALUE, MAX_KEY, QUOTED, bare_key, bracketed, place, quoted_text
from briefing.format.yaml_terms import ABSENT, MAX_DEPTH, MAX_EVENTS
from briefing.model.pattern import pattern
from briefing.model.problem import Position

_ODD = pattern("[^\n -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""Tabs, and what YAML does not allow or takes for the end of a line."""

_LINE = pattern(
    r"( *+)(-(?: ++|$))?+"  # the indentation, and the dash of an item
    rf"(?:(?:((?!\.){BARE}[^:#\n]*+(?::[^ :#\n][^:#\n]*+)*+)(?<! )|{QUOTED}):(?: ++|$))?+"  # a key
    rf"(?:(?:{QUOTED}) *+$|({BARE_VALUE}[^\n]*+)|([^\n]++))?+(?:\n|\Z)",  # a value, or whatever stands there
    re.MULTILINE,
)
"""A line: any text has one wherever one begins."""

_BLOCKS = frozenset(("|", "|-", ">", ">-"))
"""The heads of blocks of text which say no more than whether lines are joined, and whether the last one ends."""
_JOINED = pattern(r"\n(\n*+)")
"""Where two lines of a block meet, with the blank lines between them."""
_MARGIN = pattern(r" *+")
_BLANK = pattern(r" *+(?:\n|\Z)")


def plain_mapping(stretch: Stretch) -> Mapping | None:
    """Read a stretch of YAML as the composer does which finds nothing to say of it; None where it is not plain."""
    text = stretch.text
    if len(text) > MAX_EVENTS or stretch.shifts:
        return None
    if not text.replace("\n", "").isprintable() and _ODD.search(text):
        return None
    try:
        return _Reader(text, stretch.line).read()
    except _NotPlain:
        return None


class _NotPlain(Exception):  # noqa: N818  it travels from the line that is not plain to the one who asked
    """Something is not of the plain kind."""


class _Mapping:
    """A mapping that is being read."""

    of_items = False
    __slots__ = ("at", "column", "entries", "key", "waiting")

    def __init__(self, at: Position) -> None:
        self.at = at
        self.column = at.column
        self.entries: dict[str, Entry] = {}
        self.key: Scalar
        """The last key."""
        self.waiting: tuple[int, int] | None = None
        """The line and column of its value if nothing is written there: none has been read yet."""

    def expect(self, key: Scalar, column: int) -> int:
        """Take a key that stands in this column, and give the column behind its colon.

        Raises:
            _NotPlain: it is there already, or too long.
        """
        size = len(key.text)
        if key.text in self.entries or size > MAX_KEY:
            raise _NotPlain
        self.key = key
        return column + size + (3 if key.quoted else 1)

    def put(self, value: Node) -> None:
        """Take the value of the last key."""
        key = self.key
        self.entries[key.text] = Entry(key, value)

    def finished(self) -> Mapping:
        """Give what was read."""
        return Mapping(tuple(self.entries.values()), self.at)


class _Sequence:
    """A list that is being read."""

    of_items = True
    __slots__ = ("at", "column", "items", "put", "waiting")

    def __init__(self, at: Position) -> None:
        self.at = at
        self.column = at.column
        self.items: list[Node] = []
        self.put = self.items.append
        """Takes an item."""
        self.waiting: tuple[int, int] | None = None
        """The line and column of the last item if nothing is written there: it has not been read yet."""

    def finished(self) -> Sequence:
        """Give what was read."""
        return Sequence(tuple(self.items), self.at)


class _Reader:
    """Reads a text from line to line."""

    def __init__(self, text: str, line: int) -> None:
        self.text = text
        self.line = line
        """The line of the file that is being read."""
        self.start = 0
        """Where it begins, in characters of the text."""
        self.next = 0
        """Where the one after it begins."""
        root = _Sequence(Position(line, 0))
        root.waiting = (line, 0)
        self.open: list[_Mapping | _Sequence] = [root]
        """What is being read, each within the one before it; the outermost holds the one thing that the text is."""

    def read(self) -> Mapping | None:
        """Read the text; None where it is no mapping.

        Raises:
            _NotPlain: it is not plain.
        """
        size, match = len(self.text), _LINE.match
        while self.start < size:
            line = match(self.text, self.start)
            if not line:
                raise _NotPlain
            self.next = line.end()
            if line.lastindex != 1:
                self._take(line)
            self.start = self.next
            self.line += 1
        while len(self.open) > 1:
            self._close()
        root = self.open[0].finished()
        whole = root.items[0] if isinstance(root, Sequence) and root.items else None
        return whole if isinstance(whole, Mapping) else None

    def _take(self, line: re.Match[str]) -> None:
        """Take a line that is not blank."""
        indent, dash, bare, double, single, _, _, value, other = line.groups()
        quoted = single if double is None else double
        if not (dash or bare or quoted is not None):
            if other and other[0] == "#":
                return
            raise _NotPlain
        column, number = len(indent) + 1, self.line
        level = self.open[-1]
        if level.waiting or column != level.column or level.of_items is (dash is None):
            level = self._level(column, of_items=dash is not None)
        after = column + 1
        if dash and (bare or quoted is not None):
            column += len(dash)
            level = self._opened(_Mapping(place(number, column)))
        if isinstance(level, _Mapping):
            key = bare_key(bare, number, column) if bare else quoted_text(quoted or "", number, column)
            after = level.expect(key, column)
        if value:
            level.put(self._bare(value, line.start(8)))
        elif other:
            level.put(self._other(other, line.start(9)))
        elif (kind := line.lastindex) and kind > 5:
            level.put(quoted_text(line[kind], number, line.start(kind) - self.start))
        else:
            level.waiting = (number, after)

    def _level(self, column: int, *, of_items: bool) -> _Mapping | _Sequence:
        """Find the mapping or list that a line which begins at this column belongs to, or begin it."""
        level = self.open[-1]
        if level.waiting:
            if column > level.column or (of_items and column == level.column and not level.of_items):
                at = place(self.line, column)
                return self._opened(_Sequence(at) if of_items else _Mapping(at))
            level.put(Scalar("", place(*level.waiting), True))
            level.waiting = None
        while column < level.column or (column == level.column and level.of_items and not of_items):
            level = self._close()
        if column != level.column or level.of_items is not of_items:
            raise _NotPlain
        return level

    def _opened(self, level: _Mapping | _Sequence) -> _Mapping | _Sequence:
        """Begin a mapping or list within the innermost."""
        if len(self.open) == MAX_DEPTH:
            raise _NotPlain
        self.open[-1].waiting = None
        self.open.append(level)
        return level

    def _close(self) -> _Mapping | _Sequence:
        """Finish the innermost, and give the one that it stands in."""
        done = self.open.pop()
        if done.waiting:
            done.put(Scalar("", place(*done.waiting), True))
        level = self.open[-1]
        level.put(done.finished())
        return level

    def _bare(self, text: str, start: int) -> Scalar:
        """Make a value of a text without quotation marks, unless something in it is a sign."""
        text = text.rstrip(" ")
        if ": " in text or " #" in text or text[-1] == ":":
            raise _NotPlain
        return Scalar(text, place(self.line, start - self.start + 1), text in ABSENT)

    def _other(self, text: str, start: int) -> Node:
        """Make a value of what begins with a sign."""
        at = place(self.line, start - self.start + 1)
        text = text.rstrip(" ")
        if text in _BLOCKS:
            return Scalar(self._block(text), at, quoted=True)
        if not (found := bracketed(text, at)):
            raise _NotPlain
        return found

    def _block(self, head: str) -> str:
        """Read the lines of a block of text, which end with the first that is indented less than the first of them."""
        text, at = self.text, self.next
        found = _MARGIN.match(text, at)
        margin = found[0] if found else ""
        if len(margin) < self.open[-1].column or text[-1] != "\n":
            raise _NotPlain
        rows: list[str] = []
        while at < len(text) and text.startswith((margin, "\n"), at):
            end = text.index("\n", at)
            row = text[at:end]
            if row.isspace() or (head[0] == ">" and row.startswith(" ", len(margin))):
                raise _NotPlain
            rows.append(row[len(margin) :])
            at = end + 1
        if not rows or not rows[0] or (at < len(text) and _BLANK.match(text, at)):
            raise _NotPlain
        self.line += len(rows)
        self.next = at
        joined = "\n".join(rows).rstrip("\n")
        if head[0] == ">":
            joined = _JOINED.sub(lambda found: found[1] or " ", joined)
        return joined if head[1:] else joined + "\n"
