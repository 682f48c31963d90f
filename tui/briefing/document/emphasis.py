"""Runs of `*`, `_`, `~` and `=`: what they open, what they close, and which belong together.

CommonMark 0.31.2, section 6.2 and its appendix "A parsing strategy"; `~` as in GitHub Flavored Markdown, section 6.5.
"""

from __future__ import annotations

from collections.abc import Callable
from unicodedata import category

from briefing.document.block import Role

_ASCII_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")

_ROLES = {
    ("*", 1): Role.EMPHASIS,
    ("_", 1): Role.EMPHASIS,
    ("*", 2): Role.STRONG,
    ("_", 2): Role.STRONG,
    ("~", 1): Role.STRIKE,
    ("~", 2): Role.STRIKE,
    ("=", 2): Role.HIGHLIGHT,
}


class Delimiter:
    """A run of one sign that may open or close.

    Args:
        sign: what it consists of.
        length: how many signs were written.
        opens: whether it may open.
        closes: whether it may close.
        start: where it begins in the source.
    """

    __slots__ = ("closes", "count", "length", "opens", "part", "sign", "start")

    def __init__(self, sign: str, length: int, *, opens: bool, closes: bool, start: int) -> None:
        self.sign = sign
        self.length = self.count = length  # `count` signs are not yet used
        self.opens = opens
        self.closes = closes
        self.start = start
        self.part = -1
        """Which part of the text it is."""


def delimiter(text: str, start: int, end: int) -> Delimiter | None:
    """The run of signs at a range of the text; None where it neither opens nor closes."""
    sign, length = text[start], end - start
    if (sign == "~" and length > 2) or (sign == "=" and length != 2):
        return None
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    space_before, space_after = before.isspace(), after.isspace()
    mark_before, mark_after = _is_punctuation(before), _is_punctuation(after)
    left = not space_after and (not mark_after or space_before or mark_before)
    right = not space_before and (not mark_before or space_after or mark_after)
    if sign == "_":
        left, right = left and (not right or mark_before), right and (not left or mark_after)
    return Delimiter(sign, length, opens=left, closes=right, start=start) if left or right else None


def _is_punctuation(character: str) -> bool:
    """Whether a character is Unicode punctuation or a symbol."""
    if character.isascii():
        return character in _ASCII_PUNCTUATION
    return category(character)[0] in "PS"


def pair(delimiters: list[Delimiter], bottom: int, mark: Callable[[Delimiter, Delimiter, int, Role], None]) -> None:
    """Pair the runs above `bottom` and take them off the list.

    Args:
        delimiters: the runs in order.
        bottom: the index of the first that may be used.
        mark: is told each pair, innermost first: opener, closer, signs used of each, and what it means.
    """
    floors: dict[tuple[str, bool, int], int] = {}
    index = bottom
    while index < len(delimiters):
        closer = delimiters[index]
        if not closer.closes:
            index += 1
            continue
        kind = (closer.sign, closer.opens, closer.length % 3)
        opening = _opener(delimiters, index, bottom, floors.get(kind, -1))
        if opening is None:
            floors[kind] = closer.start
            index += 1
            continue
        opener = delimiters[opening]
        used = 2 if opener.count >= 2 and closer.count >= 2 else 1
        mark(opener, closer, used, _ROLES[closer.sign, used])
        opener.count -= used
        closer.count -= used
        first_gone = opening + (opener.count > 0)
        del delimiters[first_gone : index + (closer.count == 0)]
        index = first_gone
    del delimiters[bottom:]


def _opener(delimiters: list[Delimiter], index: int, bottom: int, floor: int) -> int | None:
    """The index of the nearest run that the closing one at `index` may belong to."""
    closer = delimiters[index]
    for candidate in range(index - 1, bottom - 1, -1):
        opener = delimiters[candidate]
        if opener.start < floor:
            return None
        if opener.sign == closer.sign and opener.opens and _may_pair(opener, closer):
            return candidate
    return None


def _may_pair(opener: Delimiter, closer: Delimiter) -> bool:
    """Whether the lengths of two runs fit: equal for `~` and `=`, the rule of three for the others."""
    if closer.sign in "~=":
        return opener.length == closer.length
    if not (opener.closes or closer.opens) or closer.length % 3 == 0:
        return True
    return (opener.length + closer.length) % 3 != 0
