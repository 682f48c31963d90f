"""Text made equal where case and accents differ, character for character, so that places in it stay the same."""

from __future__ import annotations

import unicodedata

from briefing.model.pattern import pattern

CJK_CLASS = (
    "\u2e80-\u2fdf\u3005-\u3007\u3041-\u312f\u3131-\u318f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc\U00020000-\U0003ffff"
)
"""The ranges of scripts that are searched by any part of them, as they stand inside a character class."""
CJK = pattern(f"[{CJK_CLASS}]")
"""One Chinese, Japanese or Korean character."""

_CJK_RUN = pattern(f"[{CJK_CLASS}]+")

WORD = pattern(r"[^\W_]+")
"""A run of letters and digits: what the index takes for a word, once the text is folded."""

_SPACE = "\u200b"
_SPACED = f"{_SPACE}\\g<0>{_SPACE}"
_MARKS = pattern("[\u0300-\u036f]+")
_MAY_FOLD = pattern("[\u00c0-\u024f\u0370-\u052f\u0622-\u0626\u1e00-\u1fff]")
"""Letters of the scripts that have accents: Latin, Greek, Cyrillic, Arabic."""
_OWN_LETTERS = "йЙ"
"""Letters that only look as if they had an accent."""


class _Folding(dict[int, str]):
    """The table of single characters, filled as they are met."""

    def __missing__(self, code: int) -> str:
        """Find the small base letter of a character."""
        letter = chr(code)
        small = letter.lower()
        if letter not in _OWN_LETTERS and _MAY_FOLD.match(letter):
            small = "".join(part for part in unicodedata.normalize("NFD", small) if not unicodedata.combining(part))
        self[code] = folded = small.replace("ς", "σ") if len(small) == 1 else letter
        return folded


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Give the text in small letters without accents; it has the same length, so places in it stay the same."""
    small = text.lower()
    if text.isascii() or (len(small) == len(text) and not _MAY_FOLD.search(text)):
        return small
    return text.translate(_FOLDING)


def composed(text: str) -> str:
    """Give the text with letters and accents in one character where there is one (Unicode NFC)."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def spaced(text: str) -> str:
    """Part Chinese, Japanese and Korean characters by zero-width spaces, so that the index takes each for a word.

    Such text has no spaces between words; taken as runs, only their beginnings would be found.
    """
    return text if text.isascii() else CJK.sub(_SPACED, text)


def bare(text: str) -> str:
    """Give a composed text as the index takes it in: folded, parted by `spaced`, without accents that stand alone."""
    return text.lower() if text.isascii() else _MARKS.sub("", spaced(fold(text)))


def words(text: str) -> list[str]:
    """Give the folded words of a text; each Chinese, Japanese or Korean character is one."""
    return WORD.findall(bare(composed(text)))


def parted_by_cjk(text: str) -> str:
    """Put blanks for Chinese, Japanese and Korean characters; the text keeps its length."""
    return text if text.isascii() else _CJK_RUN.sub(lambda run: " " * len(run.group()), text)


def storable(text: str) -> str:
    """Give a text that a database can hold: no zero bytes, and no lone halves of surrogate pairs."""
    text = text.replace("\0", " ")
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
