"""Markdown text to blocks, by markdown-it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from briefing.document.block import Block, BlockKind, Cell, Container, ContainerKind, Role, Span, Table
from briefing.model.text import shown_text

if TYPE_CHECKING:
    from markdown_it.token import Token

_ROLES = {"strong": Role.STRONG, "em": Role.EMPHASIS, "s": Role.STRIKE, "link": Role.LINK}


class _Text:
    """The rendered text of one block as it grows, and its spans."""

    def __init__(self) -> None:
        self.text = ""
        self.spans: list[Span] = []
        self._open: list[tuple[str, int, str | None]] = []

    def add(self, children: list[Token]) -> None:
        """Append the inline content of a block."""
        for token in children:
            kind = token.type.removesuffix("_open").removesuffix("_close")
            start = len(self.text)
            if token.nesting > 0:
                href = token.attrs.get("href")
                self._open.append((kind, start, None if href is None else str(href)))
            elif token.nesting < 0:
                name, opened, target = self._open.pop()
                self.spans.append(Span(opened, start, _ROLES[name], target))
            elif kind == "softbreak":
                self.text += " "
            elif kind == "hardbreak":
                self.text += "\n"
            elif kind == "image":
                self.add(token.children or [])
                self.spans.append(Span(start, len(self.text), Role.IMAGE, str(token.attrs.get("src"))))
            else:
                self.text += shown_text(token.content).replace("\n", " ").replace("\t", " ")
                if kind in {"code_inline", "html_inline"}:
                    role = Role.CODE if kind == "code_inline" else Role.HTML
                    self.spans.append(Span(start, len(self.text), role))


def blocks_of(text: str, start: int, line: int, _source_ids: Collection[str]) -> Iterator[Block]:
    """The blocks of the text from `start` on, which is on file line `line`."""
    from markdown_it import MarkdownIt  # noqa: PLC0415  it costs a fifth of the start

    markdown = MarkdownIt("commonmark", {"maxNesting": 250}).enable(["table", "strikethrough"])
    body = text[start:]
    offsets = [start]
    for content in body.splitlines(keepends=True):
        offsets.append(offsets[-1] + len(content))
    yield from _Blocks(offsets, line).of(markdown.parse(body))


class _Blocks:
    """Turns a stream of tokens into blocks."""

    def __init__(self, offsets: list[int], line: int) -> None:
        self._offsets = offsets
        self._line = line
        self._containers: list[Container] = []
        self._numbers: list[int | None] = []

    def of(self, tokens: list[Token]) -> Iterator[Block]:
        """Yield the blocks."""
        position = 0
        while position < len(tokens):
            token = tokens[position]
            if token.type in {"bullet_list_open", "ordered_list_open"}:
                self._numbers.append(int(token.attrs.get("start", 1)) if token.type[0] == "o" else None)
            elif token.type in {"bullet_list_close", "ordered_list_close"}:
                self._numbers.pop()
            elif token.type == "list_item_open":
                number = self._numbers[-1]
                marker = "•"
                if number is not None:
                    marker, self._numbers[-1] = f"{number}.", number + 1
                self._containers.append(Container(ContainerKind.ITEM, marker, opens=True))
            elif token.type == "blockquote_open":
                self._containers.append(Container(ContainerKind.QUOTE, opens=True))
            elif token.type in {"list_item_close", "blockquote_close"}:
                self._containers.pop()
            elif token.type == "table_open":
                end = next(i for i in range(position, len(tokens)) if tokens[i].type == "table_close")
                yield self._table(tokens[position:end])
                position = end
            elif token.type == "inline":
                yield self._paragraph(tokens[position - 1], token)
            elif token.type in {"fence", "code_block"}:
                words = token.info.split()
                yield self._block(BlockKind.CODE, token, token.content.rstrip("\n"), language=words[0] if words else "")
            elif token.type == "html_block":
                yield self._block(BlockKind.HTML, token, token.content.rstrip("\n"))
            elif token.type == "hr":
                yield self._block(BlockKind.RULE, token, "")
            position += 1

    def _paragraph(self, opened: Token, inline: Token) -> Block:
        text = _Text()
        text.add(inline.children or [])
        if opened.type == "heading_open":
            return self._block(BlockKind.HEADING, opened, text.text, text.spans, level=int(opened.tag[1]))
        return self._block(BlockKind.PARAGRAPH, opened, text.text, text.spans)

    def _table(self, tokens: list[Token]) -> Block:
        text = _Text()
        rows: list[list[Cell]] = []
        align: list[str] = []
        for index, token in enumerate(tokens):
            if token.type == "tr_open":
                if rows:
                    text.text += "\n"
                rows.append([])
            elif token.type == "inline":
                if rows[-1]:
                    text.text += " | "
                style = str(tokens[index - 1].attrs.get("style", "")).removeprefix("text-align:")
                if len(rows) == 1:
                    align.append(style)
                start = len(text.text)
                text.add(token.children or [])
                rows[-1].append(Cell(start, len(text.text)))
        table = Table(tuple(map(tuple, rows)), tuple(align))
        return self._block(BlockKind.TABLE, tokens[0], text.text, text.spans, table=table)

    def _block(
        self,
        kind: BlockKind,
        token: Token,
        text: str,
        spans: list[Span] | None = None,
        *,
        level: int = 0,
        language: str = "",
        table: Table | None = None,
    ) -> Block:
        containers = tuple(self._containers)
        self._containers = [Container(one.kind, one.marker) for one in containers]
        assert token.map is not None
        row = token.map[0]
        tight = token.hidden and any(one.opens and one.kind is ContainerKind.ITEM for one in containers)
        if kind in {BlockKind.CODE, BlockKind.HTML}:
            text = shown_text(text).expandtabs(4)
        return Block(
            kind,
            self._offsets[row],
            self._line + row,
            text,
            tuple(spans or ()),
            containers,
            level=level,
            gap=0 if tight else 1,
            language=language,
            table=table,
        )
