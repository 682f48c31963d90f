"""What the columns of a table are like: which hold numbers, and how wide they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefing.document.nesting import Leaf, LeafKind
from briefing.document.starts import cells
from briefing.document.width import cell_width, is_single
from briefing.model.pattern import pattern
from briefing.model.record import record

_NUMBER = pattern(r"[-+−±~≈<>≤≥]?\s?[$€£¥]?\s?\d[\d.,\u00a0\u202f _]*+(?:\s?(?:%|‰|[kMGT]))?|[–—-]|n/?a", re.IGNORECASE)
_WIDEST = 60

LONGEST_WORD = 20
"""Columns of a word for which its column is kept wide enough; longer ones are broken."""

_GROUP = 3
"""Digits between two signs that part thousands."""
_DIGITS = "0123456789"
_UNITS = " %‰kMGTkmgt\u00a0\u202f"
"""What may stand behind the last digit of a number."""


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


def tail(text: str, point: str) -> int:
    """The columns that a number takes from its decimal sign on, or behind its last digit where it has none."""
    at = text.rfind(point)
    if at < 0:
        at = len(text.rstrip(_UNITS))
    return cell_width(text[at:])


def decimal_point(texts: Sequence[str]) -> str:
    """The sign that parts whole from fraction in these numbers; empty where they can stand right without it.

    A comma or a point with three digits after it may part thousands; it parts a fraction where other digits follow it
    elsewhere in the column, or nothing but a zero stands before it.
    """
    for point in ".,":
        if any(_is_fraction(text, point) for text in texts):
            tails = {tail(text, point) for text in texts if _has_digit(text)}
            return point if len(tails) > 1 else ""
    return ""


def _is_fraction(text: str, point: str) -> bool:
    """Whether the last of these signs in a number surely parts a fraction."""
    whole, sign, rest = text.rpartition(point)
    digits = len(rest) - len(rest.lstrip(_DIGITS))
    return bool(sign) and digits > 0 and (digits != _GROUP or whole.lstrip("-+−±~≈<>≤≥ ") == "0")


def longest_words(columns: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """How wide the longest word of each column is, as far as words are kept whole.

    A word that may be broken anywhere counts for nothing.
    """
    words = ([len(word) for text in column for word in text.split() if is_single(word)] for column in columns)
    return tuple(min(LONGEST_WORD, max(lengths, default=1)) for lengths in words)


@record
class Shape:
    """What the columns of a table are like; each attribute has a value for each of them."""

    align: tuple[str, ...]
    widths: tuple[int, ...]
    points: tuple[str, ...]
    tails: tuple[int, ...]


def shape(align: Sequence[str], columns: Sequence[Sequence[str]]) -> Shape:
    """Find what columns are like from their cells, the head first.

    Args:
        align: what the author wrote for each.
        columns: the texts of their cells.
    """
    aligns = aligned(align, [column[1:] for column in columns])
    widths, points, tails = [], [], []
    for side, (head, *texts) in zip(aligns, columns, strict=True):
        point = decimal_point(texts) if side == "right" and is_numeric(texts) else ""
        after = [tail(text, point) for text in texts] if point else [0]
        whole = [cell_width(text) - end for text, end in zip(texts, after, strict=True)] if point else [0]
        points.append(point)
        tails.append(max(after))
        widths.append(max([1, max(whole) + max(after), *map(cell_width, (head, *texts))]))
    return Shape(aligns, tuple(widths), tuple(points), tuple(tails))


def settle(leaf: Leaf) -> None:
    """Fix what the columns of a table that is cut are like by its first piece, so that all pieces look alike."""
    if leaf.kind is not LeafKind.TABLE or leaf.goes_on:
        return
    rows = [cells(line) for line in leaf.lines]
    columns = [[row[index] if index < len(row) else "" for row in rows] for index in range(len(leaf.align))]
    found = shape(leaf.align, columns)
    leaf.align, leaf.points, leaf.tails = found.align, found.points, found.tails
    leaf.widths = tuple(min(_WIDEST, width) for width in found.widths)
    leaf.words = longest_words(columns)
