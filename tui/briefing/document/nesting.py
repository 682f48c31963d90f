"""What is open between two lines of Markdown: containers, and the leaf that goes on.

Together these are the state of the block structure at a line's beginning. Reading on from a state kept gives what
reading from the start gives, so a text can be cut into chunks at any line that begins a block.
"""

from __future__ import annotations

from enum import Enum

from briefing.document.block import Container, ContainerKind

PIECE = 16 * 1024
"""Characters of code, HTML, a table or overlong text after which it may be cut."""

PIECE_LINES = 1000
"""Lines after which it may be cut too."""


class Level:
    """An open container."""

    marker: str = ""
    """What is shown of it: an item's sign, an alert's word, a footnote's label."""
    sign: str = ""
    """What makes items one list: the bullet, or the sign after the number."""
    number: int = 0
    """Of an item in a numbered list."""
    pad: str = ""
    """The spaces before the content of an item or a footnote."""
    fence: int = 0
    """Colons that opened it, where colons close it."""
    begun: bool = False
    """Whether a block inside it has been made."""
    bare: bool = False
    """Whether it is an item whose first line holds nothing but its sign."""
    ended: bool = False
    """Whether a blank line after such a line ended it; the list still goes on with the next item."""
    first: bool = False
    """Whether it is the first item of a list that is not inside another item."""
    fold: int | None = None
    """Of an alert that is folded, where its title stands."""

    def __init__(self, kind: ContainerKind, offset: int, line: int) -> None:
        self.kind = kind
        self.offset = offset
        self.line = line

    def after(self, line: str, start: int) -> int:
        """Where the content of a line begins inside this container; -1 where the line is not inside it."""
        if self.pad:
            if not self.bare and line.startswith(self.pad, start):
                return start + len(self.pad)
            return self._after_pad(line, start)
        if self.fence:
            return start
        content = start
        size = len(line)
        while content < size and line[content] == " ":
            content += 1
        if content - start > 3 or content == size or line[content] != ">":
            return -1
        return content + 2 if line.startswith(" ", content + 1) else content + 1

    def _after_pad(self, line: str, start: int) -> int:
        """The same for a line without the item's spaces, or the second line of an item without content so far."""
        is_blank = not line[start:].strip(" ")
        self.ended = self.ended or (self.bare and is_blank)
        if self.ended:
            return -1
        if is_blank:
            return min(len(line), start + len(self.pad))
        return start + len(self.pad) if line.startswith(self.pad, start) else -1

    def shown(self) -> Container:
        """The container as the next block inside it shows it."""
        return Container(self.kind, self.marker, not self.begun, self.fold)

    def copy(self) -> Level:
        """Another one like it."""
        level = Level(self.kind, self.offset, self.line)
        level.__dict__.update(self.__dict__)
        return level


class LeafKind(Enum):
    """What a leaf is while it is read."""

    PARAGRAPH = "paragraph"
    OVERLONG = "overlong"
    """A paragraph too long to be read as Markdown."""
    HEADING = "heading"
    FENCE = "fence"
    INDENTED = "indented"
    HTML = "html"
    COMMENT = "comment"
    TABLE = "table"
    RULE = "rule"


class Leaf:
    """A block that lines are being added to."""

    level: int = 0
    """Of a heading."""
    fence: str = ""
    """The signs that opened a fence."""
    indent: int = 0
    """Columns taken off each line of a fence."""
    info: str = ""
    html: int = 0
    """How an HTML block ends."""
    align: tuple[str, ...] = ()
    """Of a table's columns."""
    widths: tuple[int, ...] = ()
    """Of the columns of a table that was cut."""
    words: tuple[int, ...] = ()
    """How wide the longest word of each of them is."""
    points: tuple[str, ...] = ()
    """The decimal sign of each of them."""
    tails: tuple[int, ...] = ()
    """The columns from that sign on."""
    goes_on: bool = False
    """Whether it is a later piece of a leaf that was cut."""

    def __init__(self, kind: LeafKind, offset: int, line: int, gap: int) -> None:
        self.kind = kind
        self.offset = offset
        self.line = line
        self.gap = gap
        self.lines: list[str] = []
        self.offsets: list[int] = []
        """Where each line of a paragraph begins in the text, as far as that is not plain from the lines."""
        self.size = 0
        """Characters so far."""

    @property
    def is_long(self) -> bool:
        """Whether it may be cut."""
        return self.size > PIECE or len(self.lines) > PIECE_LINES

    def add(self, line: str, offset: int = -1) -> None:
        """Append a line."""
        self.lines.append(line)
        self.size += len(line) + 1
        if offset >= 0:
            self.offsets.append(offset)

    def drop(self, count: int) -> None:
        """Take the first lines off a paragraph."""
        self.offset = self.offset_of(count)
        self.line += count
        del self.lines[:count], self.offsets[:count]

    def offset_of(self, index: int) -> int:
        """Where a line of a paragraph begins; the place after it for the line after the last."""
        if index < len(self.offsets):
            return self.offsets[index]
        known = len(self.offsets)
        begins = self.offsets[-1] + len(self.lines[known - 1]) + 1 if known else self.offset
        return begins + sum(len(line) + 1 for line in self.lines[known:index])

    def rest(self, offset: int, line: int) -> Leaf:
        """What goes on after a cut at this place."""
        leaf = self.emptied()
        leaf.offset, leaf.line, leaf.gap, leaf.goes_on = offset, line, 0, True
        return leaf

    def emptied(self) -> Leaf:
        """Another one like it, without lines."""
        leaf = Leaf(self.kind, self.offset, self.line, self.gap)
        leaf.__dict__.update(self.__dict__)
        leaf.lines, leaf.offsets, leaf.size = [], [], 0
        return leaf


class State:
    """What is open at the beginning of a line: copies, which no reader changes.

    Args:
        levels: the containers.
        leaf: the leaf that goes on.
        blank: whether the line before was blank.
        inside_line: whether this is a place inside an overlong line, not the beginning of one.
    """

    def __init__(
        self,
        levels: list[Level] | None = None,
        leaf: Leaf | None = None,
        *,
        blank: bool = True,
        inside_line: bool = False,
    ) -> None:
        self._levels = [level.copy() for level in levels or ()]
        self._leaf = leaf.emptied() if leaf else None
        self.blank = blank
        self.inside_line = inside_line

    @property
    def in_note(self) -> bool:
        """Whether a footnote is open."""
        return any(level.kind is ContainerKind.NOTE for level in self._levels)

    def levels(self) -> list[Level]:
        """Containers to go on with."""
        return [level.copy() for level in self._levels]

    def leaf(self) -> Leaf | None:
        """The leaf to go on with."""
        return self._leaf.emptied() if self._leaf else None


START = State()
"""The beginning of a text."""
