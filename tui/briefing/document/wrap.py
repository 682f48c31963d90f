"""Breaking a text into lines of at most so many columns, as ranges of its characters.

Lines break at spaces; Chinese and Japanese break between characters, but no line begins with closing punctuation or
ends with opening punctuation (after JIS X 4051 and the Requirements for Japanese Text Layout, section 3.1.7).
"""

from __future__ import annotations

import re
from functools import cache

from briefing.document.width import character_widths, is_single

_IDEOGRAPHIC = (
    "\u1100-\u115f\u2e80-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffef\U00020000-\U0003ffff"
)
_CLOSING = "、。，．・：；？！）〕］｝〉》」』】〙〗〟’”｠»ゝゞーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎゕゖ々〻‐゠–〜～?!‼⁇⁈⁉,.:;)]}％…‥"
_OPENING = "（〔［｛〈《「『【〘〖〝‘“｟«([{＄￥"
Lines = list[tuple[int, int]]


@cache
def _unit() -> re.Pattern[str]:
    """A line end, spaces, or opening signs with what they open and the closing signs after it."""
    return re.compile(
        f"\n|[ \u2003\u3000]+|[{re.escape(_OPENING)}]*"
        f"(?:[{_IDEOGRAPHIC}]|[^ \n\u2003\u3000{_IDEOGRAPHIC}]+)?[\u0300-\u036f\ufe00-\ufe0f\u200d\u3099\u309a]*"
        f"[{re.escape(_CLOSING)}]*"
    )


def wrap(text: str, width: int, first: int | None = None) -> Lines:
    r"""Break a text; `\n` is a line end.

    Args:
        text: what to break.
        width: columns of a line, at least 1.
        first: columns of the first line, where it differs.

    Returns:
        The range of each line, without the spaces it was broken at; one empty range for an empty text.
    """
    if is_single(text):
        return _wrap_single(text, width, first or width)
    return _wrap_wide(text, width, first or width)


def height(text: str, width: int) -> int:
    """How many lines `wrap` gives, without making them."""
    if len(text) <= width and "\n" not in text and text.isascii():
        return 1
    if not is_single(text):
        return len(_wrap_wide(text, width, width))
    if "\n" in text:
        return len(_wrap_single(text, width, width))
    count, start, last = 1, 0, len(text) - width
    rfind = text.rfind
    while start < last:
        space = rfind(" ", start, start + width + 1)
        if space <= start:
            start += width
        else:
            start = space + 1
        count += 1
    return count


def _wrap_single(text: str, width: int, room: int) -> Lines:
    """Break a text whose every character takes one column."""
    lines: Lines = []
    rfind = text.rfind
    start, paragraph = 0, text.find("\n")
    size = len(text)
    while True:
        end = size if paragraph < 0 else paragraph
        while end - start > room:
            space = rfind(" ", start, start + room + 1)
            if space <= start:
                lines.append((start, start + room))
                start += room
            else:
                lines.append((start, space))
                start = space + 1
            room = width
        lines.append((start, end))
        room = width
        if paragraph < 0:
            return lines
        start = paragraph + 1
        paragraph = text.find("\n", start)


def _wrap_wide(text: str, width: int, room: int) -> Lines:
    """Break a text some of whose characters take two columns or none."""
    widths = character_widths(text)
    lines: Lines = []
    start = end = taken = 0  # the line so far, without spaces at its end
    blank = 0  # columns of spaces after it
    for found in _unit().finditer(text):
        first, last = found.span()
        if first == last:
            continue
        if text[first] == "\n":
            lines.append((start, end))
            start, end, taken, blank, room = last, last, 0, 0, width
            continue
        cells = sum(widths[first:last])
        if text[first] in " \u2003\u3000":
            blank += cells
            continue
        if taken and taken + blank + cells > room:
            lines.append((start, end))
            start, taken, blank, room = first, 0, 0, width
        while taken + blank + cells > room:  # longer than a line by itself
            fitting = _fitting(widths, first, last, room - taken - blank)
            lines.append((start, fitting))
            cells -= sum(widths[first:fitting])
            start = first = fitting
            taken = blank = 0
            room = width
        taken += blank + cells
        blank, end = 0, last
    lines.append((start, end))
    return lines


def _fitting(widths: list[int], first: int, last: int, room: int) -> int:
    """How far a unit longer than a line fits into the room left; at least one character, marks with their base."""
    index, taken = first, 0
    while index < last and (taken + widths[index] <= room or index == first):
        taken += widths[index]
        index += 1
    while index < last and widths[index] == 0:
        index += 1
    return index
