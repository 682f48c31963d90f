"""A text cut into chunks that can be parsed each by itself: the first, quick pass over it."""

from __future__ import annotations

from bisect import bisect_right
from time import perf_counter
from typing import NamedTuple

from briefing.document.links import Definition
from briefing.document.nesting import START, Leaf, Level, State
from briefing.document.references import References
from briefing.document.structure import LIMIT, Structure
from briefing.model.pattern import pattern

CHUNK = 2048
"""Characters of a chunk, at least; it ends where the next block begins."""

_STEP = 8192

_PLAIN_BLOCK = pattern(
    "(?:(?:[^\x00-!#-&)-@\\[-`{-\xbf][^\n]*+\n)++|#{1,6} [^\n]*+\n)(?:[ \t]*+\n)++"  # paragraph or heading, blank lines
)


class Chunk(NamedTuple):
    """Where a chunk begins."""

    start: int
    line: int
    """The line of the file, from 1."""
    state: State


class Scanner:
    """Cuts the body of a text into chunks, and collects what labels refer to.

    Args:
        text: the whole text.
        start: where its body begins.
        line: the line of the file there.
        references: takes the definitions that are met.
        size: characters of a chunk, at least.
    """

    def __init__(self, text: str, start: int, line: int, references: References, size: int = CHUNK) -> None:
        self.chunks = [Chunk(start, line, START)]
        self._notes: list[int] = []
        self.done = False
        self._text = text
        self._size = size
        self._next = start + size
        self._starts = [start]
        self._references = references
        self._structure = Structure(text, start, len(text), line, START, self)

    @property
    def position(self) -> int:
        """How far the text is cut."""
        return len(self._text) if self.done else self._structure.position

    @property
    def count(self) -> int:
        """How many chunks have both ends."""
        return len(self.chunks) - (not self.done)

    def end(self, index: int) -> int:
        """Where a chunk ends."""
        return self._starts[index + 1] if index + 1 < len(self._starts) else len(self._text)

    def index_at(self, offset: int) -> int:
        """The chunk that holds an offset; the text is cut that far."""
        while not self.done and self.chunks[-1].start <= offset:
            self.advance()
        return max(0, bisect_right(self._starts, offset) - 1)

    def with_notes(self) -> list[int]:
        """The chunks that hold footnotes, or parts of them."""
        begun = {self.index_at(offset) for offset in self._notes}
        return sorted(begun | {index for index, chunk in enumerate(self.chunks) if chunk.state.in_note})

    def scan(self, seconds: float | None) -> bool:
        """Go on for about so long; True when all of the text is cut."""
        deadline = None if seconds is None else perf_counter() + seconds
        while not self.done:
            self.advance()
            if deadline is not None and perf_counter() > deadline:
                break
        return self.done

    def advance(self) -> None:
        """Go on for a few kilobytes."""
        structure, text = self._structure, self._text
        stop = structure.position + _STEP
        while structure.at_top and structure.position < stop:
            plain = _PLAIN_BLOCK.match(text, structure.position)
            if plain is None or plain.end() - plain.start() > LIMIT:
                break
            if structure.position >= self._next:
                self.cut(structure.position, structure.line, START)
            structure.skip(plain.end())
        if structure.position < stop:
            self.done = structure.run(stop)
            self._references.complete = self.done

    def leaf(self, leaf: Leaf, levels: list[Level]) -> None:
        """Leaves are made into blocks later."""

    def word(self, text: str, offset: int, line: int, levels: list[Level]) -> None:
        """Words of alerts too."""

    def defined(self, found: Definition) -> None:
        """Remember a link's definition."""
        self._references.define_link(found.label, found.destination)

    def noted(self, label: str, offset: int) -> None:
        """Remember where a footnote begins."""
        self._references.define_note(label, offset)
        self._notes.append(offset)

    def may_cut(self, offset: int) -> bool:
        """Whether the last cut is far enough away."""
        return offset >= self._next

    def cut(self, offset: int, line: int, state: State) -> None:
        """Begin a chunk."""
        self.chunks.append(Chunk(offset, line, state))
        self._starts.append(offset)
        self._next = offset + self._size
