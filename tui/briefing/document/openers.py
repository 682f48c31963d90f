"""What each sign at the beginning of a line opens: containers, and leaves other than paragraphs.

CommonMark 0.31.2, chapters 4 and 5; tables, footnotes and callouts as GitHub, Obsidian, Quarto and MyST write them.
"""

from __future__ import annotations

from collections.abc import Callable

from briefing.document import html, starts
from briefing.document.block import ContainerKind
from briefing.document.nesting import Leaf, LeafKind, Level
from briefing.document.open_blocks import PARAGRAPHS, OpenBlocks

MAX_DEPTH = 250
"""Containers inside each other; what is nested deeper is shown as it is written."""

LEAF, NOTHING = -1, -2
"""What an opener answers when a leaf has taken the line, and when nothing begins; else where the content goes on."""


Opener = Callable[[OpenBlocks, str, int, int, int], int]
"""What is open, the line, first character that is not a space, column where the content begins, offset of the line."""


def _quote(blocks: OpenBlocks, line: str, first: int, _column: int, start: int) -> int:
    """`>` opens a quote."""
    if blocks.depth >= MAX_DEPTH:
        return NOTHING
    blocks.push(Level(ContainerKind.QUOTE, start, blocks.line), start)
    return first + 2 if line.startswith(" ", first + 1) else first + 1


def _heading(blocks: OpenBlocks, line: str, first: int, _column: int, start: int) -> int:
    """`#` to `######` and a space are a heading."""
    found = starts.HEADING.match(line, first)
    if found is None:
        return NOTHING
    leaf = blocks.open(LeafKind.HEADING, start)
    leaf.level = len(found.group(1))
    leaf.add(starts.heading_text(line, found.end()))
    blocks.end_leaf()
    return LEAF


def _fence(blocks: OpenBlocks, line: str, first: int, column: int, start: int) -> int:
    """Three backticks or tildes open code."""
    found = starts.FENCE.match(line, first)
    if found is None:
        return NOTHING
    leaf = blocks.open(LeafKind.FENCE, start)
    leaf.fence = found.group(1) or found.group(2)
    leaf.indent = first - column
    leaf.info = line[first + len(leaf.fence) :].strip(" ")
    return LEAF


def _html(blocks: OpenBlocks, line: str, first: int, column: int, start: int) -> int:
    """`<` may begin a block of HTML."""
    kind = html.block_start(line, first, in_paragraph=blocks.leaf is not None and blocks.leaf.kind in PARAGRAPHS)
    if kind is None:
        return NOTHING
    leaf = blocks.open(LeafKind.HTML, start)
    leaf.html = kind
    leaf.add(line[column:])
    if kind != html.BLANK_LINE and html.ends(kind, line, first):
        blocks.end_leaf()
    return LEAF


def _underline(blocks: OpenBlocks, line: str, first: int, _column: int, _start: int) -> int:
    """`===` or `---` under a paragraph makes it a heading."""
    if not blocks.in_paragraph or not starts.SETEXT.match(line, first) or not blocks.has_paragraph_text():
        return NOTHING
    leaf = blocks.leaf
    if leaf is None or leaf.kind is not LeafKind.PARAGRAPH:
        return NOTHING
    leaf.kind, leaf.level = LeafKind.HEADING, 1 if line[first] == "=" else 2
    blocks.end_leaf()
    return LEAF


def _rule(blocks: OpenBlocks, line: str, first: int, _column: int, start: int) -> int:
    """Three `*`, `-` or `_` are a thematic break."""
    if not starts.RULE.match(line, first):
        return NOTHING
    blocks.open(LeafKind.RULE, start)
    blocks.end_leaf()
    return LEAF


def _item(blocks: OpenBlocks, line: str, first: int, column: int, start: int) -> int:
    """A bullet or a number begins an item, of the list that is open or of a new one."""
    found = starts.item_start(line, first, in_paragraph=blocks.in_paragraph)
    if found is None or blocks.depth >= MAX_DEPTH:
        return NOTHING
    level = Level(ContainerKind.ITEM, start, blocks.line)
    level.sign, level.number = found.sign, found.number or 0
    level.pad = " " * (first - column + found.content)
    level.bare = found.bare
    before = blocks.levels[blocks.depth] if blocks.depth < len(blocks.levels) else None
    if before and before.kind is ContainerKind.ITEM and before.sign == found.sign:
        level.number = before.number + 1
    else:
        level.first = all(outer.kind is not ContainerKind.ITEM for outer in blocks.levels[: blocks.depth])
    after = first + found.content
    level.marker = "•" if found.number is None else f"{level.number}{found.sign}"
    box = _BOXES.get(line[after : after + 3]) if line[after + 3 : after + 4] in {" ", ""} else None
    if box is None or not line[after + 4 :].strip(" "):
        blocks.push(level, start)
        return after
    level.marker = box if found.number is None else f"{level.marker} {box}"
    blocks.push(level, start)
    blocks.open(LeafKind.PARAGRAPH, start).add(line[after + 4 :].lstrip(" "), start)
    return LEAF


_BOXES = {"[ ]": "☐", "[x]": "☑", "[X]": "☑"}


def _note(blocks: OpenBlocks, line: str, first: int, _column: int, start: int) -> int:
    """`[^label]:` begins a footnote."""
    found = starts.NOTE.match(line, first)
    if found is None or blocks.depth >= MAX_DEPTH:
        return NOTHING
    level = Level(ContainerKind.NOTE, start, blocks.line)
    level.marker, level.pad = found.group(1), "    "
    blocks.push(level, start)
    blocks.sink.noted(found.group(1), start)
    return found.end()


def _table(blocks: OpenBlocks, line: str, first: int, _column: int, _start: int) -> int:
    """A row of dashes under a line with as many cells makes a table of both."""
    leaf = blocks.leaf
    if leaf is None or not blocks.in_paragraph or leaf.kind is not LeafKind.PARAGRAPH:
        return NOTHING
    align = starts.alignment(line, first, leaf.lines[-1])
    if align is None:
        return NOTHING
    last = len(leaf.lines) - 1
    header = leaf.lines[last]
    table = Leaf(LeafKind.TABLE, leaf.offset_of(last), leaf.line + last, leaf.gap)
    table.add(header)
    table.align = align
    if last:
        del leaf.lines[last:]
        blocks.end_leaf()
        table.gap = blocks.gap()
    blocks.leaf = table
    return LEAF


def _colons(blocks: OpenBlocks, line: str, first: int, column: int, start: int) -> int:
    """`:::` opens or closes a callout; else it may be the row under a table's head."""
    found = starts.COLONS.match(line, first)
    if found is None:
        return _table(blocks, line, first, column, start)
    count, words = len(found.group(1)), found.group(2).strip(" ")
    if not words:
        for index in range(blocks.depth - 1, -1, -1):
            if 0 < blocks.levels[index].fence <= count:
                blocks.close_levels(index)
                return LEAF
        return NOTHING
    named = starts.callout(words)
    if named is None or blocks.depth >= MAX_DEPTH:
        return NOTHING
    level = Level(ContainerKind.ALERT, start, blocks.line)
    level.marker, level.fence = named.word, count
    level.fold = start if named.is_folded else None
    blocks.push(level, start)
    blocks.hand_on_word(named.word, named.title, start, blocks.line)
    return LEAF


def _comment(blocks: OpenBlocks, line: str, first: int, column: int, start: int) -> int:
    """A line of `%%` begins a comment that a later one ends."""
    if blocks.levels or not line.startswith("%%", first) or "%%" in line[first + 2 :]:
        return NOTHING
    if blocks.text.find("%%", start + len(line)) < 0:
        return NOTHING
    blocks.open(LeafKind.COMMENT, start).add(line[column:])
    return LEAF


def _one_of(*openers: Opener) -> Opener:
    """The first of several that begins something."""

    def opener(blocks: OpenBlocks, line: str, first: int, column: int, start: int) -> int:
        """Try one after the other."""
        for one in openers:
            after = one(blocks, line, first, column, start)
            if after != NOTHING:
                return after
        return NOTHING

    return opener


OPENERS: dict[str, Opener] = {
    ">": _quote,
    "#": _heading,
    "`": _fence,
    "~": _fence,
    "<": _html,
    "=": _underline,
    "-": _one_of(_underline, _rule, _item, _table),
    "*": _one_of(_rule, _item),
    "_": _rule,
    "+": _item,
    "[": _note,
    "|": _table,
    ":": _colons,
    "%": _comment,
    **dict.fromkeys("0123456789", _item),
}
"""By the first character of a line that is not a space."""
