"""How long a text takes to read."""

from __future__ import annotations

from briefing.model.pattern import pattern

WORDS_A_MINUTE = 238
"""Mean silent reading rate of adults for English non-fiction (Brysbaert 2019, Journal of Memory and Language 109)."""

CHARACTERS_A_MINUTE = 255
"""Mean reading rate for Chinese (Trauzettel-Klosinski and Dietz 2012, the International Reading Speed Texts)."""

_LOOKED_AT = 256 * 1024
"""Characters that are counted; a longer text is taken to go on as it begins, so that it opens as quickly."""

_CHARACTER_SCRIPTS = pattern("[\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
"""Characters of scripts that put no spaces between words: kana and Han."""


def minutes(text: str, start: int = 0) -> int:
    """Give the minutes that reading a text takes, rounded; at least 1, and 0 for a text without words.

    Args:
        text: the text.
        start: where it begins; what stands before is not counted.
    """
    beginning = text[start : start + _LOOKED_AT]
    characters = 0
    if not beginning.isascii():
        beginning, characters = _CHARACTER_SCRIPTS.subn(" ", beginning)
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
