"""The blocks that are open while lines are read: how they begin, end, and are handed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.document import starts
from briefing.document.block import ContainerKind
from briefing.document.grid import settle
from briefing.document.links import definition
from briefing.document.nesting import Leaf, LeafKind, Level, State

if TYPE_CHECKING:
    from briefing.document.sink import Sink

PARAGRAPHS = (LeafKind.PARAGRAPH, LeafKind.OVERLONG)


class OpenBlocks:
    """What is open at a line: containers, outermost first, and at most one leaf inside them.

    Args:
        text: the whole text.
        line: the number of the line.
        state: what is open at its beginning.
        sink: who is told of what has ended.
    """

    def __init__(self, text: str, line: int, state: State, sink: Sink) -> None:
        self.text = text
        self.line = line
        self.levels = state.levels()
        self.leaf = state.leaf()
        self.blank = state.blank
        """Whether the line before was blank."""
        self.depth = 0
        """How many containers this line is known to stand in."""
        self.sink = sink
        self._pushed = False
        self._after_word = False

    def begin_line(self, depth: int) -> None:
        """Go on to a line that has the signs of so many containers."""
        self.depth = depth
        self._pushed = False

    @property
    def at_top(self) -> bool:
        """Whether nothing is open."""
        return self.leaf is None and not self.levels

    @property
    def in_paragraph(self) -> bool:
        """Whether a paragraph is open that the line stands in the containers of."""
        return self.leaf is not None and self.leaf.kind in PARAGRAPHS and self.depth == len(self.levels)

    def state(self, *, inside_line: bool = False) -> State:
        """What is open now."""
        return State(self.levels, self.leaf, blank=self.blank, inside_line=inside_line)

    def gap(self) -> int:
        """The blank rows above a leaf that begins now: as written inside lists and above footnotes, else one."""
        inside_item = False
        for level in self.levels:
            if level.kind is ContainerKind.ITEM:
                inside_item = True
                if level.first and not level.begun:
                    return 1
            elif level.kind is ContainerKind.NOTE and not level.begun:
                return int(self.blank)
        return int(self.blank or not inside_item)

    def open(self, kind: LeafKind, start: int) -> Leaf:
        """Begin a leaf inside the containers that the line stands in."""
        self.begin(start)
        self.leaf = Leaf(kind, start, self.line, self.gap())
        return self.leaf

    def push(self, level: Level, start: int) -> None:
        """Open a container inside those that the line stands in."""
        self.begin(start)
        self.levels.append(level)
        self.depth += 1
        self._pushed = True

    def begin(self, start: int) -> None:
        """End what the block that begins on this line is not inside of; cut the text above it where that is wanted."""
        if self.leaf is not None:
            self.end_leaf()
        levels, depth = self.levels, self.depth
        if not self._pushed and not self._after_word and self.sink.may_cut(start):
            unshown = (level.kind is ContainerKind.ITEM and not level.begun for level in levels[depth:])
            if not any(unshown):  # an item without content belongs to the piece it stands in
                self.sink.cut(start, self.line, self.state())
        if len(levels) > depth:
            self.close_levels(depth)
        if depth:
            levels[-1].bare = False

    def cut_leaf(self, leaf: Leaf, start: int) -> Leaf:
        """Cut a leaf before this line if it has become long; give what goes on."""
        if leaf.is_long and self.sink.may_cut(start):
            settle(leaf)
            leaf = self.leaf = leaf.rest(start, self.line)
            self.sink.cut(start, self.line, self.state())
        return leaf

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

    def has_paragraph_text(self) -> bool:
        """Take definitions off the paragraph that is open; whether anything is left of it."""
        if self.leaf is not None and self.leaf.kind is LeafKind.PARAGRAPH and self.leaf.lines[0].startswith("["):
            self._take_beginning(self.leaf)
            if not self.leaf.lines:
                self.leaf = None
        return self.leaf is not None

    def hand_on_word(self, shown: str, title: str, offset: int, line: int) -> None:
        """Hand on the word of an alert or callout, and its title."""
        self.sink.word(f"{shown}: {title}" if title else shown, offset, line, self.levels)
        self._mark_begun()
        self._after_word = True

    def _emit(self, leaf: Leaf) -> None:
        """Hand a leaf on; its containers have begun."""
        if self._after_word:
            leaf.gap, self._after_word = 0, False
        self.sink.leaf(leaf, self.levels)
        self._mark_begun()

    def _mark_begun(self) -> None:
        """All containers hold something now."""
        for level in self.levels:
            level.begun = True

    def _take_beginning(self, leaf: Leaf) -> None:
        """Take an alert's word and link definitions off the beginning of a paragraph."""
        level = self.levels[-1] if self.levels else None
        if level and level.kind is ContainerKind.QUOTE and not level.begun:
            self._take_alert(leaf, level)
        while leaf.lines and leaf.lines[0].startswith("["):
            text = "\n".join(leaf.lines)
            found = definition(text)
            if found is None:
                return
            self.sink.defined(found)
            leaf.drop(text.count("\n", 0, found.end) + (found.end >= len(text)))

    def _take_alert(self, leaf: Leaf, level: Level) -> None:
        """Make an alert of a quote that begins with an alert's word."""
        found = starts.ALERT.match(leaf.lines[0].rstrip(" "))
        shown = starts.ALERTS.get(found.group(1).lower()) if found else None
        if found and shown:
            level.kind, level.marker = ContainerKind.ALERT, shown
            level.fold = leaf.offset if found.group(2) == "-" else None
            self.hand_on_word(shown, found.group(3) or "", leaf.offset, leaf.line)
            leaf.drop(1)
