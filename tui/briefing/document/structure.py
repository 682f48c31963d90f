"""Lines to blocks: the block structure of Markdown, read line by line from any kept state.

CommonMark 0.31.2, chapters 4 and 5 and its appendix "A parsing strategy", phase 1.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.document import raw
from briefing.document.nesting import PIECE, Leaf, LeafKind, State
from briefing.document.open_blocks import PARAGRAPHS, OpenBlocks
from briefing.document.openers import LEAF, NOTHING, OPENERS
from briefing.model.pattern import pattern

if TYPE_CHECKING:
    from briefing.document.sink import Sink

LIMIT = 32 * 1024
"""Characters of a paragraph or line; a longer one is shown as plain text."""

_PLAIN = pattern("(?:[^\x00-!#-&)-@\\[-`{-\xbf][^\n]*+\n)++")
"""Lines that can only be text: no block begins with these characters."""

_BLANK_LINES = pattern("(?:[ \t]*+\n)++")

_PREFIX = pattern(r"[ \t>*+.):0-9-]*")


class Structure:
    """Reads the lines of a text from one place to another.

    Args:
        text: the whole text.
        start: where to begin: a line's beginning, or inside an overlong line that was cut.
        end: where to stop: the same, or the end of the text.
        line: the number of the line at `start`.
        state: what is open there.
        sink: who is told what the lines hold.
    """

    def __init__(self, text: str, start: int, end: int, line: int, state: State, sink: Sink) -> None:
        self.position = start
        self._text = text
        self._end = end
        self._sink = sink
        self._open = OpenBlocks(text, line, state, sink)
        self._inside_line = state.inside_line

    @property
    def line(self) -> int:
        """The number of the line to be read next."""
        return self._open.line

    @property
    def at_top(self) -> bool:
        """Whether nothing is open."""
        return self._open.at_top

    def run(self, until: int) -> bool:
        """Read lines up to a place or a little beyond; True when the end is reached."""
        text, end, blocks = self._text, self._end, self._open
        if self._inside_line:
            self._finish_line()
        until = min(until, end)
        while self.position < until:
            start = self.position
            if blocks.leaf is None and self._read_many(start):
                continue
            stop = text.find("\n", start, end)
            if stop < 0:
                stop = end
            self._read(text[start:stop], start)
            self.position = stop + 1
            blocks.line += 1
        if self.position < end:
            return False
        blocks.end_leaf()
        if end >= len(text):
            blocks.close_levels(0)
        return True

    def skip(self, position: int) -> None:
        """Go on from a later line, at the beginning of which nothing is open, after a blank one."""
        self._open.line += self._text.count("\n", self.position, position)
        self._open.blank = True
        self.position = position

    def _read_many(self, start: int) -> bool:
        """Read lines that need no look each: text outside all containers, and blank lines after a blank line."""
        blocks = self._open
        if blocks.blank and (many := _BLANK_LINES.match(self._text, start, self._end)):
            blocks.line += many.group().count("\n")
            self.position = many.end()
            return True
        plain = None if blocks.levels else _PLAIN.match(self._text, start, self._end)
        if plain is None or plain.end() - start >= LIMIT:
            return False
        self._plain(plain)
        return True

    def _plain(self, found: re.Match[str]) -> None:
        """Take lines that can only be text, outside all containers."""
        blocks = self._open
        blocks.begin_line(0)
        lines = found.group().split("\n")
        lines.pop()
        leaf = blocks.open(LeafKind.PARAGRAPH, found.start())
        leaf.lines, leaf.size = lines, len(found.group())
        blocks.line += len(lines)
        blocks.blank = False
        self.position = found.end()

    def _read(self, line: str, start: int) -> None:
        """Read one line."""
        if "\t" in line:
            line = _expanded(line)
        blocks = self._open
        depth = column = 0
        for level in blocks.levels:
            after = level.after(line, column)
            if after < 0:
                break
            column = after
            depth += 1
        blocks.begin_line(depth)
        leaf = blocks.leaf
        goes_on = leaf is not None and leaf.kind in raw.KINDS and depth == len(blocks.levels)
        if leaf is not None and goes_on and self._take_raw(leaf, line[column:], start):
            return
        if len(line) > LIMIT:
            blocks.open(LeafKind.OVERLONG, start).add(line[column:], start)
            self._cut_inside(start + PIECE, start + len(line))
        elif not line[column:].strip(" "):
            self._blank()
            return
        else:
            self._read_starts(line, column, start)
        blocks.blank = False

    def _blank(self) -> None:
        """A blank line ends a paragraph, and what it is not inside of."""
        blocks = self._open
        blocks.end_leaf()
        if blocks.depth < len(blocks.levels) and not blocks.levels[blocks.depth].ended:
            blocks.close_levels(blocks.depth)
        blocks.blank = True

    def _read_starts(self, line: str, column: int, start: int) -> None:
        """Open what begins on this line; what is left is text."""
        blocks, size = self._open, len(line)
        while True:
            first = column
            while first < size and line[first] == " ":
                first += 1
            if first >= size:
                return
            if first - column >= 4:
                if blocks.leaf is None or blocks.leaf.kind not in PARAGRAPHS:
                    blocks.open(LeafKind.INDENTED, start).add(line[column + 4 :])
                    return
                break
            opener = OPENERS.get(line[first])
            column = NOTHING if opener is None else opener(blocks, line, first, column, start)
            if column == LEAF:
                return
            if column == NOTHING:
                break
        self._add_text(line[first:], start)

    def _add_text(self, content: str, start: int) -> None:
        """Add text to the paragraph or table that is open; else begin a paragraph.

        A paragraph goes on also where its containers lack their signs.
        """
        blocks = self._open
        leaf = blocks.leaf
        if leaf is not None and leaf.kind in PARAGRAPHS:
            if leaf.kind is LeafKind.OVERLONG and leaf.size > LIMIT:
                leaf = blocks.cut_leaf(leaf, start)
            leaf.add(content, start)
            if leaf.size > LIMIT:
                leaf.kind = LeafKind.OVERLONG
        elif leaf is not None and leaf.kind is LeafKind.TABLE and blocks.depth == len(blocks.levels):
            blocks.cut_leaf(leaf, start).add(content)
        else:
            blocks.open(LeafKind.PARAGRAPH, start).add(content, start)

    def _take_raw(self, leaf: Leaf, content: str, start: int) -> bool:
        """Add a line to code, HTML or a comment; False where it does not belong to it."""
        blocks = self._open
        leaf = blocks.cut_leaf(leaf, start)
        taken = raw.take(leaf, content)
        if taken is raw.Taken.REFUSED:
            return False
        blocks.blank = leaf.kind is LeafKind.INDENTED and not content.strip(" ")
        if taken is raw.Taken.ENDED:
            blocks.end_leaf()
        return True

    def _finish_line(self) -> None:
        """Take the rest of an overlong line that was cut."""
        self._inside_line = False
        stop = self._text.find("\n", self.position, self._end)
        stop = self._end if stop < 0 else stop
        if self._open.leaf:
            self._open.leaf.add(self._text[self.position : stop])
        self.position = stop + 1
        self._open.line += 1

    def _cut_inside(self, start: int, stop: int) -> None:
        """Cut an overlong line into pieces."""
        blocks = self._open
        cut = start + LIMIT
        while cut < stop and blocks.leaf and self._sink.may_cut(cut):
            space = self._text.rfind(" ", cut - 200, cut)
            at = space + 1 if space > 0 else cut
            blocks.leaf = blocks.leaf.rest(at, blocks.line)
            self._sink.cut(at, blocks.line, blocks.state(inside_line=True))
            cut = at + PIECE


def _expanded(line: str) -> str:
    """A line with spaces for the tabs that stand before its text: they reach to the next multiple of four."""
    found = _PREFIX.match(line)
    prefix = found.group() if found else ""
    return prefix.expandtabs(4) + line[len(prefix) :] if "\t" in prefix else line
