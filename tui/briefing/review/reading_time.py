"""How long a text takes to read."""

from __future__ import annotations

WORDS_A_MINUTE = 238
"""Mean silent reading rate of adults for English non-fiction (Brysbaert 2019, Journal of Memory and Language 109)."""

CHARACTERS_A_MINUTE = 255
"""Mean reading rate for Chinese (Trauzettel-Klosinski and Dietz 2012, the International Reading Speed Texts)."""

_LOOKED_AT = 64 * 1024
"""Characters that are counted; a longer text is taken to go on as it begins, so that it opens as quickly."""

_CHARACTER_SCRIPTS = (
    range(0x3041, 0x3100),
    range(0x31F0, 0x3200),
    range(0x3400, 0x4DC0),
    range(0x4E00, 0xA000),
    range(0xF900, 0xFB00),
    range(0x20000, 0x40000),
)
"""Characters of scripts that put no spaces between words: kana and Han."""
_MARK = "\0"
"""Stands for each of those while they are counted."""


class _Marks(dict[int, int | str]):
    """What each character counts as, found when it is first met: a pattern of these ranges takes longer to compile."""

    def __missing__(self, character: int) -> int | str:
        """Look whether it is one of those scripts."""
        found = _MARK if any(character in script for script in _CHARACTER_SCRIPTS) else character
        self[character] = found
        return found


_MARKS = _Marks()


def minutes(text: str, start: int = 0) -> int:
    """Give the minutes that reading a text takes, rounded; at least 1, and 0 for a text without words.

    Args:
        text: the text.
        start: where it begins; what stands before is not counted.
    """
    beginning = text[start : start + _LOOKED_AT]
    characters = 0
    if not beginning.isascii():
        marked = beginning.translate(_MARKS)
        characters, beginning = marked.count(_MARK) - beginning.count(_MARK), marked.replace(_MARK, " ")
    counted = len(beginning.split()) / WORDS_A_MINUTE + characters / CHARACTERS_A_MINUTE
    if not counted:
        return 0
    return max(1, round(counted * max(1.0, (len(text) - start) / _LOOKED_AT)))


def reading_time(text: str, start: int = 0) -> str:
    """Say how long a text takes to read: `4 min`, `2 h`; nothing for a text without words."""
    needed = minutes(text, start)
    if needed >= 90:
        return f"{round(needed / 60):,} h"
    return f"{needed} min" if needed else ""
