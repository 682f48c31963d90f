"""What a specification's HTML says, in the terms of blocks: the other side of a comparison."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

from briefing.document.block import Block, BlockKind, ContainerKind, Role

Marked = tuple[str, str, str]
"""Role, text, target."""

_LEAVES = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "td", "th"}
_MARKS = {"strong": Role.STRONG, "em": Role.EMPHASIS, "code": Role.CODE, "a": Role.LINK, "del": Role.STRIKE}


_COMMENT = re.compile(r"<!--(?:-?>|.*?-->)", re.DOTALL)


@dataclass
class Part:
    """A leaf of the page."""

    kind: str
    containers: tuple[str, ...]
    text: str = ""
    marked: list[Marked] = field(default_factory=list)


class _Page(HTMLParser):
    """Reads the HTML that a specification expects."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[Part] = []
        self._part: Part | None = None
        self._containers: list[str] = []
        self._open: list[tuple[str, int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in {"ul", "ol", "li", "blockquote"}:
            self._part = None
            if tag in {"li", "blockquote"}:
                self._containers.append("item" if tag == "li" else "quote")
        elif tag in _LEAVES:
            self._begin(tag)
        elif tag == "hr":
            self._begin("hr")
            self._part = None
        elif tag == "img":
            self._text_part().marked.append(("image", spaced(values.get("alt", "")), unquote(values.get("src", ""))))
            self._text_part().text += values.get("alt", "")
        elif tag == "br":
            self._text_part().text += "\n"
        elif tag in _MARKS and not (tag == "code" and self._part and self._part.kind == "pre"):
            self._open.append((tag, len(self._text_part().text), unquote(values.get("href", ""))))

    def handle_endtag(self, tag: str) -> None:
        if tag in {"ul", "ol", "li", "blockquote"}:
            self._part = None
            if tag in {"li", "blockquote"} and self._containers:
                self._containers.pop()
        elif tag in _LEAVES:
            self._part = None
        elif self._open and self._open[-1][0] == tag and self._part:
            name, start, target = self._open.pop()
            text = spaced(self._part.text[start:])
            if text:
                self._part.marked.append((_MARKS[name].value, text, target))

    def handle_data(self, data: str) -> None:
        if self._part is not None or data.strip():
            self._text_part().text += data

    def _begin(self, kind: str) -> None:
        self._part = Part(kind, tuple(self._containers))
        self.parts.append(self._part)

    def _text_part(self) -> Part:
        if self._part is None:
            self._begin("p")
        assert self._part is not None
        return self._part


def page(html: str) -> list[Part]:
    """The leaves of a page."""
    reader = _Page()
    reader.feed(_COMMENT.sub("", html))
    reader.close()
    return reader.parts


_KINDS = {BlockKind.PARAGRAPH: "p", BlockKind.IMAGE: "p", BlockKind.CODE: "pre", BlockKind.RULE: "hr"}


def parts_of(blocks: Iterable[Block]) -> list[Part]:
    """The same of blocks; of a table, its cells."""
    parts = []
    for block in blocks:
        containers = tuple(one.kind.value for one in block.containers if one.kind is not ContainerKind.NOTE)
        if block.table:
            for index, row in enumerate(block.table.rows):
                for cell in row:
                    marked = marked_in(block, cell.start, cell.end)
                    kind = "th" if index == 0 else "td"
                    parts.append(Part(kind, containers, block.text[cell.start : cell.end], marked))
            continue
        kind = f"h{block.level}" if block.kind is BlockKind.HEADING else _KINDS.get(block.kind, block.kind.value)
        caption = next((span.start for span in block.spans if span.role is Role.CAPTION), len(block.text))
        parts.append(Part(kind, containers, block.text[:caption], marked_in(block, 0, len(block.text))))
    return parts


def marked_in(block: Block, start: int, end: int) -> list[Marked]:
    """The spans in a range that HTML would have a tag for."""
    shown = {*_MARKS.values(), Role.IMAGE}
    return [
        (span.role.value, spaced(block.text[span.start : span.end]), unquote(span.target or ""))
        for span in block.spans
        if span.role in shown and start <= span.start and span.end <= end and block.text[span.start : span.end].strip()
    ]


def compared(parts: Iterable[Part]) -> list[tuple[str, tuple[str, ...], str, list[Marked]]]:
    """Leaves that hold something, in a form to compare."""
    return [
        (part.kind, part.containers, spaced(part.text), sorted(part.marked))
        for part in parts
        if part.text.strip() or part.kind in {"hr", "pre"}
    ]


def spaced(text: str) -> str:
    """A text with single spaces."""
    return re.sub(r"\s+", " ", text).strip()


def examples(name: str) -> list[tuple[int, str, str, str]]:
    """The examples of a fixture."""
    lines = (Path(__file__).parent / "fixtures" / name).read_text(encoding="utf-8").splitlines()
    return [tuple(json.loads(line)) for line in lines if not line.startswith("#")]
