"""Blocks: the rendered plain text of a paragraph, heading, item or table, and what its parts mean."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from briefing.model.record import record


class Role(StrEnum):
    """What a range of text, a drawn sign or a whole row is; the edge of the program turns it into a style."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    NAME = "name"
    BANNER = "banner"
    SUMMARY = "summary"
    TAKEAWAY = "takeaway"
    HEADING_1 = "heading-1"
    HEADING_2 = "heading-2"
    HEADING_3 = "heading-3"
    HEADING_4 = "heading-4"
    HEADING_5 = "heading-5"
    HEADING_6 = "heading-6"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    STRIKE = "strike"
    HIGHLIGHT = "highlight"
    CODE = "code"
    CODE_BLOCK = "code-block"
    CODE_COMMENT = "code-comment"
    CODE_KEYWORD = "code-keyword"
    CODE_STRING = "code-string"
    KEY = "key"
    LINK = "link"
    DEAD_LINK = "dead-link"
    FOOTNOTE = "footnote"
    IMAGE = "image"
    CAPTION = "caption"
    HTML = "html"
    SUBSCRIPT = "subscript"
    SUPERSCRIPT = "superscript"
    QUOTE = "quote"
    ALERT = "alert"
    MARKER = "marker"
    """A bullet, a number, a check box."""
    RULE = "rule"
    TABLE_HEAD = "table-head"
    TABLE_LINE = "table-line"
    NOTICE = "notice"
    """A sentence of the program itself: a limit that was met, an empty text."""
    FIGURE = "figure"
    FIGURE_LIT = "figure-lit"
    TERM = "term"
    """A word of likelihood that a standard defines."""
    LINK_LIT = "link-lit"
    """A link that is to be followed next."""
    HIT = "hit"
    HIT_LIT = "hit-lit"
    SELECTION = "selection"
    CARET = "caret"
    """The character before which the reader's caret stands."""
    DIM = "dim"


class BlockKind(StrEnum):
    """What kind of block it is."""

    TITLE = "title"
    BYLINE = "byline"
    BANNER = "banner"
    SUMMARY = "summary"
    TAKEAWAY = "takeaway"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CODE = "code"
    TABLE = "table"
    RULE = "rule"
    HTML = "html"
    IMAGE = "image"
    NOTICE = "notice"


@record
class Span:
    """A range of a block's text with a role; ranges may nest and overlap."""

    start: int
    end: int
    role: Role
    target: str | None = None
    """Where a link leads, as the author wrote it; the label of a footnote."""


class ContainerKind(StrEnum):
    """What a block may stand inside."""

    QUOTE = "quote"
    ALERT = "alert"
    ITEM = "item"
    NOTE = "note"


@record
class Container:
    """One level of nesting around a block."""

    kind: ContainerKind
    marker: str = ""
    """The sign of an item (`•`, `12.`, `☐`), the word of an alert, the label of a footnote."""
    opens: bool = False
    """Whether this block is the first inside it, so that the marker is drawn beside it."""
    fold: int | None = None
    """Of an alert that its author folded, the offset of the block that is its title; the others can be hidden."""


@record
class Cell:
    """A table cell: a range of its block's text."""

    start: int
    end: int


@record
class Table:
    """The shape of a table block: rows of cells, the head first."""

    rows: tuple[tuple[Cell, ...], ...]
    align: tuple[str, ...]
    """`left`, `right`, `center` or empty, one for each column."""
    head: bool = True
    """Whether the first row is the head; a long table is cut into several, and only the first of them has it."""
    widths: tuple[int, ...] = ()
    """How wide each column would be if nothing wrapped; of a table that was cut, in its first piece."""
    words: tuple[int, ...] = ()
    """How wide the longest word of each column is in the first piece of a table that was cut; empty for others."""
    points: tuple[str, ...] = ()
    """The decimal sign by which the numbers of each column are aligned; empty where they all end alike."""
    tails: tuple[int, ...] = ()
    """The most columns that a number of such a column takes from that sign on; 0 for other columns."""


@record
class Block:
    r"""A leaf of the document, in its rendered plain text.

    Its text has passed the character policy, holds no tabs, and has `\n` only at hard line ends.
    """

    kind: BlockKind
    offset: int
    """Where its source starts, in characters of the file's text. Blocks made from the front matter stand above the
    text at negative offsets, in order."""
    line: int
    """The line of the file on which it starts, from 1."""
    text: str
    spans: tuple[Span, ...] = ()
    containers: tuple[Container, ...] = ()
    level: int = 0
    """1 to 6 for a heading."""
    gap: int = 1
    """Blank rows above it."""
    language: str = ""
    """The first word after a code fence."""
    table: Table | None = None


class Place(NamedTuple):
    """A place in the document: a character in the rendered text of the block that starts at this offset.

    Places are ordered as they stand in the file.
    """

    block: int
    char: int = 0


@record
class Range:
    """Characters of one block: a find hit, the passage of a figure, part of a selection."""

    block: int
    start: int
    end: int


@record
class Section:
    """A heading of the outline."""

    level: int
    title: str
    slug: str
    """As GitHub makes it, with `-1`, `-2` for repeated titles."""
    offset: int
    line: int
