"""What the columns of a table are like: which hold numbers, and how wide they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefing.document.nesting import Leaf, LeafKind
from briefing.document.starts import cells
from briefing.document.width import cell_width
from briefing.model.pattern import pattern

_NUMBER = pattern(r"[-+−±~≈<>≤≥]?\s?[$€£¥]?\s?\d[\d.,\u00a0\u202f _]*+(?:\s?(?:%|‰|[kMGT]))?|[–—-]|n/?a", re.IGNORECASE)
_WIDEST = 60


def is_numeric(texts: Iterable[str]) -> bool:
    """Whether cells hold numbers, empty ones aside, and at least one does."""
    filled = [text for text in texts if text]
    return bool(filled) and all(_NUMBER.fullmatch(text) for text in filled) and any(map(_has_digit, filled))


def _has_digit(text: str) -> bool:
    """Whether there is a digit in it."""
    return any(character.isdigit() for character in text)


def aligned(align: Sequence[str], columns: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The alignment of each column: the author's, else to the right where the cells below the head are numbers."""
    return tuple(side or ("right" if is_numeric(texts) else "") for side, texts in zip(align, columns, strict=True))


def settle(leaf: Leaf) -> None:
    """Fix alignment and widths of a table that is cut by its first piece, so that all pieces look alike."""
    if leaf.kind is not LeafKind.TABLE or leaf.goes_on:
        return
    rows = [cells(line) for line in leaf.lines]
    columns = [[row[index] for row in rows if index < len(row)] for index in range(len(leaf.align))]
    leaf.align = aligned(leaf.align, [column[1:] for column in columns])
    leaf.widths = tuple(min(_WIDEST, max([1, *map(cell_width, column)])) for column in columns)
