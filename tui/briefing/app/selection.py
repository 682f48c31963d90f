"""What is selected: the characters between two places, in reading order whichever way it was drawn."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.document.block import Block, ContainerKind, Place, Range
from briefing.document.document import Document
from briefing.document.order import Position, position
from briefing.model.record import record
from briefing.model.text import shown_text


@record
class Selection:
    """The characters from one place of a document up to another; make one with `between`."""

    document: Document
    first: Position
    last: Position
    """The place after the last character."""
    origin: Place
    """Where it was begun, which is its first or its last place."""

    @classmethod
    def between(cls, document: Document, origin: Place, to: Place) -> Selection:
        """Select from where it was begun to where it is drawn."""
        first, last = sorted((position(document, origin), position(document, to)))
        return cls(document, first, last, origin)

    @property
    def end(self) -> Place:
        """Where it was drawn to: its other end."""
        return (self.last if self.first.place == self.origin else self.first).place

    @property
    def is_empty(self) -> bool:
        """Whether no character is selected."""
        return next(self.parts(), None) is None

    def range_in(self, block: Block) -> Range | None:
        """The characters of a block that are selected; None where there are none."""
        chunk = self.document.locate(block.offset)[0]
        return self._range(chunk, block)

    def _range(self, chunk: int, block: Block) -> Range | None:
        """The same for a block of this chunk."""
        here = (chunk, block.offset)
        if not self.first[:2] <= here <= self.last[:2]:
            return None
        start = self.first.char if here == self.first[:2] else 0
        end = self.last.char if here == self.last[:2] else len(block.text)
        return Range(block.offset, start, end) if start < end else None

    def parts(self) -> Iterator[tuple[Block, Range]]:
        """The blocks of which something is selected, with what is, in reading order."""
        for chunk in range(self.first.chunk, self.last.chunk + 1):
            for block in self.document.blocks(chunk):
                selected = self._range(chunk, block)
                if selected is not None:
                    yield block, selected


def selected_text(selection: Selection) -> str:
    """The rendered text of a selection, its blocks parted as on the screen.

    Items have their signs where more than one block is selected, and the item from its beginning.
    """
    parts = list(selection.parts())
    texts: list[str] = []
    for block, selected in parts:
        sign = _signs(block) if len(parts) > 1 and selected.start == 0 else ""
        between = "\n" if block.gap == 0 else "\n\n"
        texts += (between if texts else "", sign, block.text[selected.start : selected.end])
    return "".join(texts)


def selected_source(selection: Selection) -> str:
    """The Markdown of the blocks of which something is selected, whole; empty for those of the front matter.

    Control characters are shown as signs, as they are on the screen: a program that the text is pasted into might
    obey them.
    """
    texts: list[str] = []
    end = None
    for block, _ in selection.parts():
        source = selection.document.source(block)
        if end is not None and block.offset != end:
            texts.append("\n\n")
        texts.append(source)
        end = block.offset + len(source)
    return shown_text("".join(texts)).strip("\n")


def _signs(block: Block) -> str:
    """The signs of the items that begin with a block, set in as deep as they stand."""
    items = [one for one in block.containers if one.kind is ContainerKind.ITEM]
    opening = "".join(f"{one.marker} " for one in items if one.opens)
    depth = sum(1 for one in items if not one.opens)
    return "  " * depth + opening if opening else ""
