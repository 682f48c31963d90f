"""Breaking a text into lines of at most so many columns, as ranges of its characters.

Lines break at spaces; Chinese and Japanese break between characters, but no line begins with closing punctuation or
ends with opening punctuation (after JIS X 4051 and the Requirements for Japanese Text Layout, section 3.1.7).
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from briefing.document.width import character_widths, is_single

Lines = list[tuple[int, int]]

_SPACES = " \u2003\u3000"
_CLOSING = frozenset(
    "、。，．・：；？！）〕］｝〉》」』】〙〗〟’”｠»ゝゞーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎゕゖ々〻"
    "‐゠–〜～‼⁇⁈⁉％…‥?!,.:;)]}%"
)
_OPENING = frozenset("（〔［｛〈《「『【〘〖〝‘“｟«([{＄￥")
_HANGUL = (("\u1100", "\u11ff"), ("\u3130", "\u318f"), ("\uac00", "\ud7a3"))


def wrap(text: str, width: int) -> Lines:
    r"""Break a text; `\n` is a line end.

    Args:
        text: what to break.
        width: columns of a line, at least 1.

    Returns:
        The range of each line, without the spaces it was broken at; one empty range for an empty text.
    """
    return _wrap_single(text, width) if is_single(text) else _wrap_wide(text, width)


def height(text: str, width: int) -> int:
    """How many lines `wrap` gives, without making them."""
    size = len(text)
    if text.isascii():
        if size <= width and "\n" not in text:
            return 1
    elif not is_single(text):
        return len(_wrap_wide(text, width))
    if "\n" in text:
        return len(_wrap_single(text, width))
    count, start, last, reach = 1, 0, size - width, width + 1
    rfind = text.rfind
    while start < last:
        space = rfind(" ", start, start + reach)
        start = _after_spaces(text, space, size) if space > start else start + width
        count += 1
    return count


def _wrap_single(text: str, width: int) -> Lines:
    """Break a text whose every character takes one column."""
    lines: Lines = []
    rfind = text.rfind
    start, size = 0, len(text)
    while True:
        end = text.find("\n", start)
        end = size if end < 0 else end
        while end - start > width:
            space = rfind(" ", start, start + width + 1)
            if space > start:
                lines.append((start, _before_spaces(text, space, start)))
                start = _after_spaces(text, space, end)
            else:
                lines.append((start, start + width))
                start += width
        lines.append((start, end))
        if end == size:
            return lines
        start = end + 1


def _before_spaces(text: str, place: int, start: int) -> int:
    """Where the spaces begin that a place lies among."""
    while place > start and text[place - 1] == " ":
        place -= 1
    return place


def _after_spaces(text: str, place: int, end: int) -> int:
    """Where the spaces end that a place lies among."""
    while place < end and text[place] == " ":
        place += 1
    return place


def _wrap_wide(text: str, width: int) -> Lines:
    """Break a text some of whose characters take two columns or none."""
    widths = character_widths(text)
    columns = [0, *accumulate(widths)]
    lines: Lines = []
    start, size = 0, len(text)
    while True:
        end = text.find("\n", start)
        end = size if end < 0 else end
        while columns[end] - columns[start] > width:
            reach = bisect_right(columns, columns[start] + width, start, end) - 1
            reach = max(start + 1, reach)
            stop = end if reach >= end else _break_before(text, widths, start, reach)
            kept = stop
            while kept > start and text[kept - 1] in _SPACES:
                kept -= 1
            lines.append((start, kept))
            start = stop
            while start < end and text[start] in _SPACES:
                start += 1
        lines.append((start, end))
        if end == size:
            return lines
        start = end + 1


def _break_before(text: str, widths: list[int], start: int, reach: int) -> int:
    """The last place up to `reach` at which a line from `start` may end; `reach` where a word is too long."""
    for place in range(reach, start, -1):
        if _may_break(text[place - 1], text[place], widths[place]):
            return place
    while reach < len(text) and widths[reach] == 0:
        reach += 1
    return reach


def _may_break(before: str, after: str, width: int) -> bool:
    """Whether a line may end between two characters, the second of this width."""
    if after in _SPACES or before in _SPACES:
        return True
    if width == 0 or after in _CLOSING or before in _OPENING:
        return False
    return _is_ideographic(before) or (width == 2 and _is_ideographic(after))


def _is_ideographic(character: str) -> bool:
    """Whether lines may break on either side: wide characters, except Korean, which has spaces."""
    return (
        character > "\u2e7f"
        and character_widths(character)[0] == 2
        and not any(first <= character <= last for first, last in _HANGUL)
    )
