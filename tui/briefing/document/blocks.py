"""Leaves as blocks: the rendered text of each, its spans, and what it stands inside."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from briefing.document import starts
from briefing.document.block import Block, BlockKind, Cell, Container, ContainerKind, Role, Span, Table
from briefing.document.entities import unescape
from briefing.document.grid import Shape, settle, shape
from briefing.document.inline import rendered
from briefing.document.links import LABEL, Definition, inline_target
from briefing.document.nesting import Leaf, LeafKind, Level, State
from briefing.document.openers import MAX_DEPTH
from briefing.document.pages import page_text
from briefing.document.references import References
from briefing.document.structure import Structure
from briefing.document.writer import visible
from briefing.model.pattern import pattern
from briefing.model.text import shown_text

OVERLONG_NOTICE = "The next paragraph is too long to be read as Markdown and is shown as plain text."
DEEP_NOTICE = "What follows is nested deeper than can be shown; its signs stand as they are written."
_PLAIN_PIECE = 4096
_PORTION_MARK = pattern(
    r"\((?:TLP:(?:RED|AMBER\+STRICT|AMBER|GREEN|CLEAR|WHITE)|(?:U|CUI|C|S|TS)(?://[A-Z/ -]{1,30})?)\)(?= |$)"
)


def blocks_between(
    text: str, start: int, end: int, line: int, state: State, references: References
) -> tuple[list[Block], list[Block]]:
    """The blocks of a piece of a text, and those of the footnotes defined in it.

    Args:
        text: the whole text.
        start: where the piece begins.
        end: where it ends.
        line: the line of the file at `start`, from 1.
        state: what is open there.
        references: what labels refer to.
    """
    maker = _Maker(references)
    Structure(text, start, end, line, state, maker).run(end)
    return maker.blocks, maker.notes


Containers = tuple[Container, ...]


class _Maker:
    """Makes a block, or several, of each leaf."""

    def __init__(self, references: References) -> None:
        self.blocks: list[Block] = []
        self.notes: list[Block] = []
        self._references = references
        self._containers: tuple[Container, ...] = ()

    def leaf(self, leaf: Leaf, levels: list[Level]) -> None:
        """Make the blocks of a leaf."""
        if not levels:
            self.blocks.extend(_MAKERS[leaf.kind](leaf, self._references, ()))
            return
        kept, inside = self._place(levels)
        if len(levels) >= MAX_DEPTH and not levels[-1].begun:
            kept.append(Block(BlockKind.NOTICE, leaf.offset, leaf.line, DEEP_NOTICE, (), inside, gap=leaf.gap))
            inside = _continued(inside)
            leaf.offset, leaf.gap = leaf.offset + 1, 0
        kept.extend(_MAKERS[leaf.kind](leaf, self._references, inside))

    def word(self, text: str, offset: int, line: int, levels: list[Level]) -> None:
        """Make the line that names an alert."""
        words, spans = rendered(text, self._references)
        spans = (Span(0, len(words), Role.ALERT), *spans)
        kept, inside = self._place(levels)
        kept.append(Block(BlockKind.PARAGRAPH, offset, line, words, spans, inside))

    def _place(self, levels: list[Level]) -> tuple[list[Block], Containers]:
        """Where a block is kept, and its containers; a footnote is listed by itself, not in what surrounds it."""
        for index, level in enumerate(levels):
            if level.kind is ContainerKind.NOTE:
                return self.notes, self._inside(levels[index:])
        return self.blocks, self._inside(levels)

    def defined(self, found: Definition) -> None:
        """Definitions are not shown."""

    def noted(self, label: str, offset: int) -> None:
        """A footnote's blocks say what it is."""

    def may_cut(self, _offset: int) -> bool:
        """The piece is cut already."""
        return False

    def cut(self, offset: int, line: int, state: State) -> None:
        """Never called: nothing may be cut."""

    def _inside(self, levels: list[Level]) -> tuple[Container, ...]:
        """The containers of a block; neighbours in the same ones share them."""
        containers = tuple([level.shown() for level in levels])
        if containers != self._containers:
            self._containers = containers
        return self._containers


def _continued(inside: Containers) -> Containers:
    """The same containers for a block that is not the first one inside them."""
    return tuple([replace(container, opens=False) for container in inside])


def _paragraph(leaf: Leaf, references: References, inside: Containers) -> Iterator[Block]:
    """A paragraph; one that is only an image is that image."""
    source = "\n".join(leaf.lines).rstrip(" \t\n")
    text, spans = rendered(source, references)
    kind = BlockKind.PARAGRAPH
    if len(spans) == 1 and spans[0].role is Role.IMAGE and spans[0].end - spans[0].start == len(text):
        kind = BlockKind.IMAGE
        text, spans = _captioned(source, text, spans)
    elif text.startswith("(") and (mark := _PORTION_MARK.match(text)):
        spans = (Span(0, mark.end(), Role.BANNER), *spans)
    if text or not source or kind is BlockKind.IMAGE:
        yield Block(kind, leaf.offset, leaf.line, text, spans, inside, gap=leaf.gap)


def _captioned(source: str, text: str, spans: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
    """The words of an image with its title under them."""
    label = LABEL.match(source, 1)
    found = inline_target(source, label.end()) if label else None
    caption = visible(" ".join(found[1].split())) if found else ""
    if not caption:
        return text, spans
    start = len(text) + 1 if text else 0
    caption_span = Span(start, start + len(caption), Role.CAPTION)
    return f"{text}\n{caption}" if text else caption, (*spans, caption_span)


def _heading(leaf: Leaf, references: References, inside: Containers) -> Iterator[Block]:
    """A heading."""
    text, spans = rendered("\n".join(leaf.lines).rstrip(" \t\n"), references)
    yield Block(BlockKind.HEADING, leaf.offset, leaf.line, text, spans, inside, leaf.level, leaf.gap)


def _code(leaf: Leaf, _references: References, inside: Containers) -> Iterator[Block]:
    """Code, as it is written."""
    lines = leaf.lines
    if leaf.kind is LeafKind.INDENTED:
        while lines and not lines[-1]:
            lines.pop()
    if leaf.goes_on and not lines:
        return
    words = leaf.info.split()
    language = visible(unescape(words[0])) if words else ""
    yield Block(BlockKind.CODE, leaf.offset, leaf.line, as_written(lines), (), inside, 0, leaf.gap, language)


def as_written(lines: list[str]) -> str:
    """Lines whose spaces count, tabs as spaces."""
    text = "\n".join(lines)
    if not text.isascii() or not text.replace("\n", "").isprintable():
        text = shown_text(text).expandtabs(4)
    return text


def _html(leaf: Leaf, references: References, inside: Containers) -> Iterator[Block]:
    """HTML as a reader can use it; comments are hidden."""
    text, spans, known = page_text("\n".join(leaf.lines), references)
    if text:
        kind = BlockKind.PARAGRAPH if known else BlockKind.HTML
        yield Block(kind, leaf.offset, leaf.line, text, spans, inside, gap=leaf.gap)


def _rule(leaf: Leaf, _references: References, inside: Containers) -> Iterator[Block]:
    """A thematic break."""
    yield Block(BlockKind.RULE, leaf.offset, leaf.line, "", (), inside, gap=leaf.gap)


def _comment(_leaf: Leaf, _references: References, _inside: Containers) -> Iterator[Block]:
    """Comments are hidden."""
    yield from ()


def _overlong(leaf: Leaf, _references: References, inside: Containers) -> Iterator[Block]:
    """Plain text in pieces, with a sentence above that says so."""
    first = 0
    if not leaf.goes_on:
        yield Block(BlockKind.NOTICE, leaf.offset, leaf.line, OVERLONG_NOTICE, (), inside, gap=leaf.gap)
        inside, first = _continued(inside), 1
    text = " ".join(leaf.lines)
    for start in range(0, len(text), _PLAIN_PIECE):
        piece = visible(text[start : start + _PLAIN_PIECE]).replace("\n", " ")
        yield Block(BlockKind.PARAGRAPH, leaf.offset + first + start, leaf.line, piece, (), inside, gap=0)


def _table(leaf: Leaf, references: References, inside: Containers) -> Iterator[Block]:
    """A table: its cells as one text, ` | ` between them and a line end between rows."""
    if leaf.is_long:
        settle(leaf)
    parts: list[str] = []
    spans: list[Span] = []
    rows: list[tuple[Cell, ...]] = []
    at = 0
    for line in leaf.lines:
        row = []
        sources = starts.cells(line)
        for column in range(len(leaf.align)):
            if column or rows:
                parts.append(" | " if column else "\n")
                at += len(parts[-1])
            words, marked = rendered(sources[column], references) if column < len(sources) else ("", ())
            words = words.replace("\n", " ")
            spans += [Span(span.start + at, span.end + at, span.role, span.target) for span in marked]
            row.append(Cell(at, at + len(words)))
            parts.append(words)
            at += len(words)
        rows.append(tuple(row))
    text = "".join(parts)
    found = Shape(leaf.align, leaf.widths, leaf.points, leaf.tails)
    if not leaf.widths:
        columns = [[text[cell.start : cell.end] for cell in column] for column in zip(*rows, strict=True)]
        found = shape(leaf.align, columns)
    table = Table(tuple(rows), found.align, not leaf.goes_on, found.widths, leaf.words, found.points, found.tails)
    if rows:
        yield Block(BlockKind.TABLE, leaf.offset, leaf.line, text, tuple(spans), inside, 0, leaf.gap, "", table)


_MAKERS: dict[LeafKind, Callable[[Leaf, References, Containers], Iterator[Block]]] = {
    LeafKind.PARAGRAPH: _paragraph,
    LeafKind.OVERLONG: _overlong,
    LeafKind.HEADING: _heading,
    LeafKind.FENCE: _code,
    LeafKind.INDENTED: _code,
    LeafKind.HTML: _html,
    LeafKind.COMMENT: _comment,
    LeafKind.TABLE: _table,
    LeafKind.RULE: _rule,
}
