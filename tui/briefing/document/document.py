"""A text with its blocks, cut into chunks that are parsed when they are needed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from time import perf_counter

from briefing.document.block import Block, BlockKind, Place, Role, Section
from briefing.document.blocks import blocks_between
from briefing.document.chunks import CHUNK, Scanner
from briefing.document.notes import begins_note, with_ways_back
from briefing.document.outline import sections
from briefing.document.references import References
from briefing.model.pattern import pattern

_HEAD = 64 * 1024
"""Characters at the beginning of a body in which its title is looked for."""

_MAY_BE_TITLE = pattern(r"^[ >]{0,3}(?:#(?!#)|=+[ \t]*$)", re.MULTILINE)


class Document:
    """The blocks of a file's text, with those made from its front matter above and below.

    Chunks are numbered in reading order: one for the blocks above, those of the body, those that hold footnotes, and
    one for the blocks below. More become known while the text is scanned.

    Args:
        text: the whole text of the file; the offsets of blocks count its characters.
        start: where the body begins.
        line: the line of the file on which it begins, from 1.
        title: the first heading of level 1 is left out when it says the same, case and white space apart.
        opening: blocks that stand above the body, at negative offsets in order.
        closing: blocks that stand below it, at offsets from `len(text)` on in order.
        source_ids: `[^id]` and `[@id]` with one of these are references to a source: target `source:id`.
        chunk_size: characters of a chunk, at least.
    """

    def __init__(  # noqa: PLR0913  each says one thing about the file
        self,
        text: str,
        *,
        start: int = 0,
        line: int = 1,
        title: str = "",
        opening: Sequence[Block] = (),
        closing: Sequence[Block] = (),
        source_ids: Collection[str] = (),
        chunk_size: int = CHUNK,
    ) -> None:
        self.text = text
        self.revision = 0
        """Counts how often chunks that were parsed had to be parsed anew: what was derived from them is void then."""
        self.start = start
        """Where the body begins."""
        self._title = " ".join(title.split()).casefold()
        self._opening = tuple(opening)
        self._closing = tuple(closing)
        self._references = References(text, start, source_ids)
        self._scanner = Scanner(text, start, line, self._references, chunk_size)
        self._parsed: dict[int, tuple[tuple[Block, ...], tuple[Block, ...]]] = {}
        self._headings: dict[int, tuple[Block, ...]] = {}
        self._outline: tuple[tuple[int, int], tuple[Section, ...]] = ((0, 0), ())
        self._guessed: dict[int, dict[tuple[str, str], str | None]] = {}
        self._noted: list[int] = []
        self._repeated: int | None = None
        self._repetition_sought = not title
        self._unparsed = 0
        self._settled = False

    def scan(self, seconds: float | None = None) -> bool:
        """Go on cutting the text into chunks for about so long; True when all of it is cut."""
        self._scanner.scan(seconds)
        return self._is_cut()

    def parse(self, seconds: float | None = None) -> bool:
        """Go on cutting, then parsing, for about so long; True when all of it is parsed."""
        deadline = None if seconds is None else perf_counter() + seconds
        if not self.scan(seconds):
            return False
        while self._unparsed < self._scanner.count:
            if deadline is not None and perf_counter() > deadline:
                return False
            self._body(self._unparsed)
            self._unparsed += 1
        return True

    @property
    def chunk_count(self) -> int:
        """How many chunks are known."""
        known = bool(self._opening) + self._scanner.count
        return known + len(self._noted) + bool(self._closing) if self._is_cut() else known

    @property
    def progress(self) -> tuple[int, int]:
        """Characters parsed, and characters of the whole body."""
        parsed = sum(self._scanner.end(index) - self._scanner.chunks[index].start for index in self._parsed)
        return parsed, len(self.text) - self.start

    @property
    def unscanned(self) -> int:
        """Characters of the body that are in no chunk yet."""
        return 0 if self._scanner.done else len(self.text) - self._scanner.chunks[-1].start

    def chunk_size(self, chunk: int) -> int:
        """The characters of a chunk's source; of blocks that were made ready, those of their text."""
        index = chunk - bool(self._opening)
        if 0 <= index < self._scanner.count:
            return self._scanner.end(index) - self._scanner.chunks[index].start
        return sum(len(block.text) + 40 for block in self.blocks(chunk))

    def blocks(self, chunk: int) -> tuple[Block, ...]:
        """The blocks of a chunk, parsed now if they are not."""
        self._is_cut()
        index = chunk - bool(self._opening)
        if index < 0:
            return self._opening
        if index < self._scanner.count:
            return self._body(index)[0]
        index -= self._scanner.count
        return self._body(self._noted[index])[1] if index < len(self._noted) else self._closing

    def __iter__(self) -> Iterator[Block]:
        """All blocks in reading order; parses what is not parsed."""
        self.scan()
        for chunk in range(self.chunk_count):
            yield from self.blocks(chunk)

    def block(self, offset: int) -> Block:
        """The block that starts at an offset.

        Raises:
            KeyError: none starts there.
        """
        block = self.nearest(offset)
        if block.offset != offset:
            raise KeyError(offset)
        return block

    def source(self, block: Block) -> str:
        """The Markdown that a block of the body was made from, up to the next block; empty for other blocks."""
        if not self.start <= block.offset < len(self.text):
            return ""
        index = self._scanner.index_at(block.offset)
        later = (other.offset for half in self._body(index) for other in half if other.offset > block.offset)
        return self.text[block.offset : min(later, default=self._scanner.end(index))]

    def nearest(self, offset: int) -> Block:
        """The block that holds an offset, or the one nearest to it.

        Raises:
            KeyError: there is no block at all.
        """
        return self.locate(offset)[1]

    def locate(self, offset: int) -> tuple[int, Block]:
        """The chunk and the block that hold an offset, or are nearest to it.

        Raises:
            KeyError: there is no block at all.
        """
        found = None
        if offset < self.start and self._opening:
            found = _last_before(offset, self._opening, self._opening[0])
            return 0, found
        if offset >= len(self.text) and self._closing:
            self.scan()
            return self.chunk_count - 1, _last_before(offset, self._closing, self._closing[0])
        return self._locate_in_body(offset)

    def headings(self, chunk: int) -> tuple[Block, ...] | None:
        """The headings of a chunk; None where it is not parsed yet. Blocks that were made ready have none."""
        index = chunk - bool(self._opening)
        if not 0 <= index < self._scanner.count:
            return ()
        return self._headings[index] if index in self._parsed else None

    def sections(self) -> tuple[Section, ...]:
        """The outline of what has been parsed so far, in the order of the text."""
        state = len(self._parsed), self.revision
        if self._outline[0] != state:
            headings = (one for index in sorted(self._parsed) for one in self._headings[index])
            self._outline = state, tuple(sections(headings))
        return self._outline[1]

    def note(self, label: str) -> Block | None:
        """The first block of a footnote; None where there is none of that label."""
        self.scan()
        offset = self._references.note_offset(label)
        if offset is None:
            return None
        notes = self._body(self._scanner.index_at(offset))[1]
        return next((block for block in notes if block.offset >= offset), None)

    def mention(self, target: str) -> Place | None:
        """Where the text first refers to a footnote or source, by the target of its mark."""
        label = target.removeprefix("source:")
        for found in re.finditer(re.escape(label), self.text[self.start :], re.IGNORECASE):
            index = self._scanner.index_at(self.start + found.start())
            for block in self._body(index)[0]:
                for span in block.spans:
                    if span.role is Role.FOOTNOTE and (span.target or "").casefold() == target.casefold():
                        return Place(block.offset, span.start)
        return None

    def _locate_in_body(self, offset: int) -> tuple[int, Block]:
        """The chunk and the block of the body nearest to an offset."""
        above = bool(self._opening)
        index = self._scanner.index_at(offset)
        for candidate in (*range(index, -1, -1), *range(index + 1, self._scanner.count)):
            body, notes = self._body(candidate)
            every = sorted((*body, *notes), key=lambda block: block.offset) if notes else body
            if every:
                found = _last_before(offset, every, every[0])
                if found not in notes:
                    return above + candidate, found
                self.scan()
                return above + self._scanner.count + self._noted.index(candidate), found
        for chunk, ready in ((0, self._opening), (self.chunk_count - 1, self._closing)):
            if ready:
                return chunk, ready[0]
        raise KeyError(offset)

    def _body(self, index: int) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
        """The blocks of a chunk of the body, and those of its footnotes."""
        found = self._parsed.get(index)
        if found is None:
            if not self._repetition_sought:
                self._seek_repetition()
            blocks, notes = self._parsed_alone(index)
            if blocks and not self._opening and not any(self._body(before)[0] for before in range(index)):
                blocks[0] = replace(blocks[0], gap=0)
            found = tuple(blocks), with_ways_back(notes, goes_on=bool(notes) and self._note_goes_on(index))
            self._parsed[index] = found
            self._headings[index] = tuple(one for half in found for one in half if one.kind is BlockKind.HEADING)
            if asked := self._references.take_asked():
                self._guessed[index] = asked
        return found

    def _parsed_alone(self, index: int) -> tuple[list[Block], list[Block]]:
        """The blocks of a chunk and those of its footnotes, without regard to other chunks."""
        chunk, end = self._scanner.chunks[index], self._scanner.end(index)
        blocks, notes = blocks_between(self.text, chunk.start, end, chunk.line, chunk.state, self._references)
        if self._repeated is not None and chunk.start <= self._repeated < end:
            blocks = [block for block in blocks if block.offset != self._repeated]
        return blocks, notes

    def _note_goes_on(self, index: int) -> bool:
        """Whether the last footnote of a chunk has more blocks in a later one."""
        for after in range(index + 1, len(self._scanner.chunks)):
            if not self._scanner.chunks[after].state.in_note:
                return False
            self._scanner.index_at(self._scanner.chunks[after].start)
            _, notes = self._parsed_alone(after)
            if notes:
                return not begins_note(notes[0])
        return False

    def _seek_repetition(self) -> None:
        """Find the heading that only repeats the title."""
        self._repetition_sought = True
        stop = min(len(self.text), self.start + _HEAD)
        at = self.start if _MAY_BE_TITLE.search(self.text, self.start, stop) else stop
        while at < stop:
            index = self._scanner.index_at(at)
            at = self._scanner.end(index)
            first = (block for block in self._body(index)[0] if block.kind is BlockKind.HEADING and block.level == 1)
            heading = next(first, None)
            if heading is not None:
                if " ".join(heading.text.split()).casefold() == self._title:
                    self._repeated = heading.offset
                    del self._parsed[index]
                return

    def _is_cut(self) -> bool:
        """Whether the whole text is cut into chunks; what could only be guessed before that is settled then."""
        if self._scanner.done and not self._settled:
            self._settled = True
            self._settle()
        return self._scanner.done

    def _settle(self) -> None:
        """Find the chunks with footnotes, and give up what was parsed on a wrong guess."""
        self._noted = self._scanner.with_notes()
        wrong = [index for index, asked in self._guessed.items() if not self._references.still_right(asked)]
        self._guessed.clear()
        for index in wrong:
            self._parsed.pop(index, None)
            self._unparsed = min(self._unparsed, index)
        self.revision += bool(wrong)


def _last_before(offset: int, blocks: Sequence[Block], default: Block) -> Block:
    """The last of these blocks that begins at or before an offset."""
    return next((block for block in reversed(blocks) if block.offset <= offset), default)
