"""How many columns of a terminal a text takes.

East Asian wide and fullwidth characters take two columns (Unicode Standard Annex 11), marks and joiners none, an emoji
with its modifiers as much as the emoji, a narrow sign followed by variation selector 16 two.
"""

from __future__ import annotations

from unicodedata import category, east_asian_width

from briefing.model.pattern import pattern

_NOT_SINGLE = pattern("[^ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u2190-\u2199]")
_JOINING = pattern("[\u200d\ufe0f\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff]")
_WIDENED = pattern("[#*0-9\xa9\xae\u203c-\u3299\U0001f000-\U0001faff]\ufe0f")
_JOINED = pattern("(?<=[\u203c-\u3299\ufe0f\U0001f000-\U0001faff])\u200d(.)")
_FLAG = pattern("[\U0001f1e6-\U0001f1ff]{2}")
_TONED = pattern("[\u261d-\u270d\U0001f385-\U0001faf8][\U0001f3fb-\U0001f3ff]")


_WITHOUT_WIDTH = frozenset({"Mn", "Me", "Mc", "Cf"})
_WITH_WIDTH = frozenset("\xad\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
"""A soft hyphen, and number signs that stand before what they count."""
_WIDE_SINCE_16 = ((0x2630, 0x2637), (0x268A, 0x268F), (0x4DC0, 0x4DFF), (0x1D300, 0x1D376))
"""Trigrams, hexagrams and the like, which Unicode 16 has made wide; older databases have them narrow."""
_JUNGSEONG = frozenset(map(chr, (*range(0x1160, 0x1200), *range(0xD7B0, 0xD7FC))))
"""Korean vowels and final consonants, which join the consonant before them."""


class _Widths(dict[str, int]):
    """The width of each character met so far."""

    def __missing__(self, character: str) -> int:
        """Look a character up in the Unicode database, once."""
        if character in _JUNGSEONG or (category(character) in _WITHOUT_WIDTH and character not in _WITH_WIDTH):
            width = 0
        else:
            code = ord(character)
            wide = east_asian_width(character) in "WF" or any(first <= code <= last for first, last in _WIDE_SINCE_16)
            width = 2 if wide else 1
        self[character] = width
        return width


_WIDTHS = _Widths()


def is_single(text: str) -> bool:
    """Whether every character of the text surely takes one column, so that characters can be counted for columns."""
    return text.isascii() or _NOT_SINGLE.search(text) is None


def cell_width(text: str) -> int:
    """The columns that a text of one line takes."""
    if text.isascii() or _NOT_SINGLE.search(text) is None:
        return len(text)
    return sum(character_widths(text))


def character_widths(text: str) -> list[int]:
    """The columns each character adds: what joins the character before it adds none."""
    widths = list(map(_WIDTHS.__getitem__, text))
    if _JOINING.search(text):
        _join(text, widths)
    return widths


def _join(text: str, widths: list[int]) -> None:
    """Correct the widths of characters that are drawn as one."""
    for found in _WIDENED.finditer(text):
        widths[found.start()] = 2
    for found in _JOINED.finditer(text):
        widths[found.start(1)] = 0
    for pairs in (_FLAG, _TONED):
        for found in pairs.finditer(text):
            widths[found.start()], widths[found.start() + 1] = 2, 0


def cut(text: str, cells: int) -> str:
    """The longest beginning of the text that takes at most so many columns."""
    if text.isascii() or _NOT_SINGLE.search(text) is None:
        return text[: max(0, cells)]
    taken = 0
    for index, width in enumerate(character_widths(text)):
        taken += width
        if taken > cells:
            return text[:index]
    return text


def column_to_index(text: str, column: int) -> int:
    """The character that covers this column; the length of the text where it ends before that column."""
    if is_single(text):
        return max(0, min(column, len(text)))
    taken = 0
    for index, width in enumerate(character_widths(text)):
        taken += width
        if taken > column:
            return index
    return len(text)
