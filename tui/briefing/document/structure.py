"""Lines to blocks: the block structure of Markdown, read line by line from any kept state.

CommonMark 0.31.2, chapters 4 and 5 and its appendix "A parsing strategy", phase 1.
"""

from __future__ import annotations

import re
from typing import Protocol

from briefing.document import raw, starts
from briefing.document.block import ContainerKind
from briefing.document.grid import settle
from briefing.document.links import Definition, definition
from briefing.document.nesting import NEVER, PIECE, Leaf, LeafKind, Level, State
from briefing.document.openers import LEAF, NOTHING, OPENERS, PARAGRAPHS

LIMIT = 32 * 1024
"""Characters of a paragraph or line; a longer one is shown as plain text."""

_PLAIN = re.compile("(?:[^\x00-!#-&)-@\\[-`{-\xbf][^\n]*+\n)++")
"""Lines that can only be text: no block begins with these characters."""

_PREFIX = re.compile(r"[ \t>*+.):0-9-]*")


class Sink(Protocol):
    """Who is told what the lines hold."""

    def leaf(self, leaf: Leaf, levels: list[Level]) -> None:
        """A leaf has ended; it stands inside these containers."""

    def word(self, text: str, offset: int, line: int, levels: list[Level]) -> None:
        """An alert or callout begins, with this word or title."""

    def defined(self, found: Definition) -> None:
        """A link is defined."""

    def noted(self, label: str, offset: int) -> None:
        """A footnote is defined."""

    def may_cut(self, offset: int) -> bool:
        """Whether the text should be cut here if it can be."""

    def cut(self, offset: int, line: int, state: State) -> None:
        """The text can be cut here; reading on begins with this state."""


class Structure:
    """Reads the lines of a text from one place to another.

    Args:
        text: the whole text.
        start: where to begin: a line's beginning, or inside an overlong line that was cut.
        end: where to stop: the same, or the end of the text.
        line: the number of the line at `start`.
        state: what is open there.
        sink: who is told.
    """

    def __init__(self, text: str, start: int, end: int, line: int, state: State, sink: Sink) -> None:
        self.position = start
        self.line = line
        self.text = text
        self._end = end
        self._sink = sink
        self.levels = state.levels()
        self.leaf = state.leaf()
        self._blank = state.blank
        self._inside_line = state.inside_line
        self.depth = 0
        self._pushed = False
        self._after_word = False

    def run(self, until: int) -> bool:
        """Read lines up to a place or a little beyond; True when the end is reached."""
        text, end = self.text, self._end
        if self._inside_line:
            self._finish_line()
        until = min(until, end)
        while self.position < until:
            start = self.position
            if self.leaf is None and not self.levels:
                plain = _PLAIN.match(text, start, end)
                if plain and plain.end() - start < LIMIT:
                    self._plain(plain)
                    continue
            stop = text.find("\n", start, end)
            if stop < 0:
                stop = end
            self._read(text[start:stop], start)
            self.position = stop + 1
            self.line += 1
        if self.position < end:
            return False
        self.close()
        return True

    def skip(self, position: int) -> None:
        """Go on from a later line, at the beginning of which nothing is open."""
        self.line += self.text.count("\n", self.position, position)
        self.position = position
        self._blank = True

    @property
    def at_top(self) -> bool:
        """Whether nothing is open."""
        return self.leaf is None and not self.levels

    def close(self) -> None:
        """End what is open where the text, or its piece, ends."""
        self.end_leaf()
        if self._end >= len(self.text):
            self.close_levels(0)

    def _plain(self, found: re.Match[str]) -> None:
        """Take lines that can only be text, outside all containers."""
        self.depth, self._pushed = 0, False
        self._begin(found.start())
        lines = found.group().split("\n")
        lines.pop()
        self.leaf = Leaf(LeafKind.PARAGRAPH, found.start(), self.line, self.gap())
        self.leaf.lines, self.leaf.size = lines, len(found.group())
        self.position = found.end()
        self.line += len(lines)
        self._blank = False

    def _finish_line(self) -> None:
        """Take the rest of an overlong line that was cut."""
        self._inside_line = False
        stop = self.text.find("\n", self.position, self._end)
        stop = self._end if stop < 0 else stop
        if self.leaf:
            self.leaf.add(self.text[self.position : stop])
        self._cut_inside(self.position, stop)
        self.position = stop + 1
        self.line += 1

    def _cut_inside(self, start: int, stop: int) -> None:
        """Cut an overlong line into pieces."""
        cut = start + LIMIT
        while cut < stop and self._sink.may_cut(cut) and self.leaf:
            space = self.text.rfind(" ", cut - 200, cut)
            at = space + 1 if space > 0 else cut
            self.leaf = self.leaf.rest(at, self.line)
            self._sink.cut(at, self.line, self._state(inside_line=True))
            cut = at + PIECE

    def _state(self, *, inside_line: bool = False) -> State:
        """What is open now."""
        return State(self.levels, self.leaf, blank=self._blank, inside_line=inside_line)

    def _read(self, line: str, start: int) -> None:
        """Read one line."""
        if "\t" in line:
            line = _expanded(line)
        depth = column = 0
        for level in self.levels:
            after = level.after(line, column)
            if after < 0:
                break
            column = after
            depth += 1
        self.depth, self._pushed = depth, False
        leaf = self.leaf
        if (
            leaf is not None
            and depth == len(self.levels)
            and leaf.kind in raw.KINDS
            and self._raw(leaf, line, column, start)
        ):
            return
        if len(line) > LIMIT:
            self._overlong(line, column, start)
        elif not line[column:].strip(" "):
            self._blank_line()
            return
        else:
            self._starts(line, column, start)
        self._blank = False

    def _blank_line(self) -> None:
        """A blank line ends a paragraph, and what it is not inside of."""
        self.end_leaf()
        if self.depth < len(self.levels) and self.levels[self.depth].indent != NEVER:
            self.close_levels(self.depth)
        self._blank = True

    def _starts(self, line: str, column: int, start: int) -> None:
        """Open what begins on this line; what is left is text."""
        while True:
            first = column
            size = len(line)
            while first < size and line[first] == " ":
                first += 1
            if first >= size:
                return
            in_paragraph = self.leaf is not None and self.leaf.kind in PARAGRAPHS
            if first - column >= 4:
                if not in_paragraph:
                    self.open(LeafKind.INDENTED, start).add(line[column + 4 :])
                    return
                break
            opener = OPENERS.get(line[first])
            if opener is None:
                break
            after = opener(self, line, first, column, start)
            if after == LEAF:
                return
            if after == NOTHING:
                break
            column = after
        self._add_text(line, first, start)

    def _add_text(self, line: str, first: int, start: int) -> None:
        """Add text to the paragraph or table that is open, also where its containers lack their signs; else begin one."""
        leaf = self.leaf
        if leaf is not None and leaf.kind in PARAGRAPHS:
            if leaf.kind is LeafKind.OVERLONG and leaf.size > LIMIT and self._sink.may_cut(start):
                leaf = self.leaf = leaf.rest(start, self.line)
                self._sink.cut(start, self.line, self._state())
            leaf.add(line[first:], start)
            if leaf.size > LIMIT:
                leaf.kind = LeafKind.OVERLONG
        elif leaf is not None and leaf.kind is LeafKind.TABLE and self.depth == len(self.levels):
            self._cut_leaf(leaf, start)
            if self.leaf:
                self.leaf.add(line[first:])
        else:
            self.open(LeafKind.PARAGRAPH, start).add(line[first:], start)

    def _overlong(self, line: str, column: int, start: int) -> None:
        """Take a line too long to be read as Markdown."""
        self.open(LeafKind.OVERLONG, start).add(line[column:], start)
        self._cut_inside(start + PIECE, start + len(line))

    def _cut_leaf(self, leaf: Leaf, start: int) -> None:
        """Cut a long leaf before this line."""
        if leaf.size > PIECE and self._sink.may_cut(start):
            settle(leaf)
            self.leaf = leaf.rest(start, self.line)
            self._sink.cut(start, self.line, self._state())

    def _raw(self, leaf: Leaf, line: str, column: int, start: int) -> bool:
        """Add a line to code, HTML or a comment; False where it does not belong to it."""
        self._cut_leaf(leaf, start)
        leaf = self.leaf or leaf
        content = line[column:]
        taken = raw.take(leaf, content)
        if taken is raw.Taken.REFUSED:
            return False
        self._blank = leaf.kind is LeafKind.INDENTED and not content.strip(" ")
        if taken is raw.Taken.ENDED:
            self.end_leaf()
        return True

    def open(self, kind: LeafKind, start: int) -> Leaf:
        """Begin a leaf at the depth that was matched."""
        self._begin(start)
        self.leaf = Leaf(kind, start, self.line, self.gap())
        return self.leaf

    def push(self, level: Level, start: int) -> None:
        """Open a container at the depth that was matched."""
        self._begin(start)
        self.levels.append(level)
        self.depth += 1
        self._pushed = True

    def _begin(self, start: int) -> None:
        """End what the block that begins here is not inside of."""
        if self.leaf is not None:
            self.end_leaf()
        levels, depth = self.levels, self.depth
        if not self._pushed and self._sink.may_cut(start) and not self._after_word:
            if not any(level.kind is ContainerKind.ITEM and not level.begun for level in levels[depth:]):
                self._sink.cut(start, self.line, self._state())
        if len(levels) > depth:
            self.close_levels(depth)
        if depth:
            levels[-1].bare = False

    def close_levels(self, depth: int) -> None:
        """Close the containers from this depth on; an item without content is still shown."""
        levels = self.levels
        if len(levels) > depth:
            self.end_leaf()
        while len(levels) > depth:
            level = levels[-1]
            if level.kind is ContainerKind.ITEM and not level.begun:
                self._emit(Leaf(LeafKind.PARAGRAPH, level.offset, level.line, self.gap()))
            levels.pop()

    def end_leaf(self) -> None:
        """Hand on the leaf that is open."""
        leaf, self.leaf = self.leaf, None
        if leaf is None:
            return
        if leaf.kind is LeafKind.PARAGRAPH and leaf.lines[0].startswith("["):
            self._take_beginning(leaf)
            if not leaf.lines:
                return
        self._emit(leaf)

    def _emit(self, leaf: Leaf) -> None:
        """Hand a leaf on; its containers have begun."""
        if self._after_word:
            leaf.gap, self._after_word = 0, False
        self._sink.leaf(leaf, self.levels)
        for level in self.levels:
            level.begun = True

    @property
    def in_paragraph(self) -> bool:
        """Whether a paragraph is open that the line stands in the containers of."""
        return self.leaf is not None and self.leaf.kind in PARAGRAPHS and self.depth == len(self.levels)

    def end_paragraph_beginning(self) -> bool:
        """Take definitions off the paragraph that is open; whether anything is left of it."""
        if self.leaf is not None and self.leaf.kind is LeafKind.PARAGRAPH and self.leaf.lines[0].startswith("["):
            self._take_beginning(self.leaf)
            if not self.leaf.lines:
                self.leaf = None
        return self.leaf is not None

    def begin_callout(self, shown: str, title: str, start: int) -> None:
        """Hand on the word of the callout just opened."""
        self._word(shown, title, start, self.line)

    def noted(self, label: str, start: int) -> None:
        """Hand on that a footnote begins."""
        self._sink.noted(label, start)

    def _take_beginning(self, leaf: Leaf) -> None:
        """Take an alert's word and link definitions off the beginning of a paragraph."""
        level = self.levels[-1] if self.levels else None
        if level and level.kind is ContainerKind.QUOTE and not level.begun and self._alert(leaf, level):
            leaf.drop(1)
        while leaf.lines and leaf.lines[0].startswith("["):
            text = "\n".join(leaf.lines)
            found = definition(text)
            if found is None:
                return
            self._sink.defined(found)
            leaf.drop(text.count("\n", 0, found.end) + (found.end >= len(text)))

    def _alert(self, leaf: Leaf, level: Level) -> bool:
        """Make an alert of a quote that begins with an alert's word."""
        found = starts.ALERT.match(leaf.lines[0].rstrip(" "))
        shown = starts.ALERTS.get(found.group(1).lower()) if found else None
        if found is None or shown is None:
            return False
        level.kind, level.marker = ContainerKind.ALERT, shown
        self._word(shown, found.group(3) or "", leaf.offset, leaf.line)
        return True

    def _word(self, shown: str, title: str, offset: int, line: int) -> None:
        """Hand on the word of an alert."""
        self._sink.word(f"{shown}: {title}" if title else shown, offset, line, self.levels)
        for level in self.levels:
            level.begun = True
        self._after_word = True

    def gap(self) -> int:
        """The blank rows above a leaf that begins now: inside lists as written, else one."""
        inside_item = False
        for level in self.levels:
            if level.kind is ContainerKind.ITEM:
                inside_item = True
                if level.first and not level.begun:
                    return 1
        return int(self._blank or not inside_item)


def _expanded(line: str) -> str:
    """A line with spaces for the tabs that stand before its text: they reach to the next multiple of four."""
    found = _PREFIX.match(line)
    prefix = found.group() if found else ""
    return prefix.expandtabs(4) + line[len(prefix) :] if "\t" in prefix else line
