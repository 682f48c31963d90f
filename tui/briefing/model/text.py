"""The character policy: what is shown for each character, on the screen, in print and in checks alike.

A text from outside may hold characters that command a terminal, reorder a line, or are not seen. Each is shown as a
visible sign, or left out and counted. The rules are one table; nothing else in the program decides about characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from unicodedata import category

from briefing.model.pattern import pattern
from briefing.model.record import record

MARKS_ON_A_BASE = 8
"""Combining marks shown on one base character; what is piled up beyond that is left out."""

_NOT_CHARACTERS = "\ud800-\udfff\ufdd0-\ufdef" + "".join(
    f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17)
)
"""Surrogates, and the non-characters (the Unicode Standard, 23.7)."""

_UNSEEN = (
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
    "\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
"""Default ignorable code points (Unicode, DerivedCoreProperties), but for those that have a rule of their own and those
that scripts and emoji need: the soft hyphen, the variation selectors, and the joiners where they join."""

_RULES: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("\x00-\x08\x0b-\x1f", lambda char: "^" + chr(ord(char) + 0x40)),
    ("\x7f", lambda _: "^?"),
    ("\x85\u2028\u2029", lambda _: "\n"),
    ("\x80-\x9f", lambda char: f"<{ord(char):02X}>"),
    ("\u202a-\u202e\u2066-\u2069", lambda char: f"<U+{ord(char):04X}>"),
    (_NOT_CHARACTERS, lambda _: "\ufffd"),
    (_UNSEEN, lambda _: ""),
)
"""Characters, as in a pattern's brackets, and what is shown for each of them; the first rule that has it decides."""

_UNSEEN_LETTERS = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
"""Those of them that Unicode counts as letters and marks, and Python as printable."""
_JOINERS = "\u200c\u200d"
_SPECIAL = pattern(f"[{''.join(characters for characters, _ in _RULES)}{_JOINERS}]+")
_EMOJI = pattern(
    "[\u00a9\u00ae\u2190-\u21ff\u2300-\u23ff\u2460-\u27bf\u2900-\u297f\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]"
)
_NO_JOINING = (range(0x590), range(0x2E80, 0xA4D0), range(0xAC00, 0xD800))
"""Scripts in which no letter changes its form beside another: alphabets of Europe, and those of East Asia."""

_MAY_HOLD_MARKS = pattern(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u1cff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20ff\u2cef-\u2cf1\u2d7f-\u2dff\u302a-\u302f"
    "\u3099\u309a\ua66f-\ua69f\ua6f0\ua6f1\ua800-\uabff\ud7b0-\ud7ff\ufb1e\ufe00-\ufe2f\U000101fd-\U00011fff"
    f"\U00013430-\U0001345f\U00016a00-\U0001e9ff\U000e0100-\U000e01ef]{{{MARKS_ON_A_BASE + 1},}}"
)
"""Runs that are long enough for a pile, in the blocks that hold marks; most of them are words, and have none."""
_UNCOUNTED = frozenset(("", "\n", *_JOINERS))
"""Signs that say nothing about the character: it was left out, is a line end, or stayed."""
_PILE = pattern(rf"(?:[^\w\s]|[\u1160-\u11ff\ud7b0-\ud7fb]){{{MARKS_ON_A_BASE + 1},}}")
"""A pile of marks, or of signs and marks: all but letters and digits."""


@record
class Shown:
    """A text as it may be shown, and how much of it was changed."""

    text: str
    controls: int = 0
    """Characters replaced by a visible sign."""
    left_out: int = 0
    """Characters that cannot be seen, left out."""


def shown(text: str) -> Shown:
    r"""Apply the policy to a text of many lines; line ends become `\n`, tabs stay."""
    printable = _is_printable(text)
    if printable and text.isascii():
        return Shown(text)
    controls = left_out = 0

    def signs(match: re.Match[str]) -> str:
        """Replace or leave out a run of characters that cannot be shown, and count them."""
        nonlocal controls, left_out
        visible = [_joiner(match, place) if char in _JOINERS else _sign(char) for place, char in enumerate(match[0])]
        left_out += visible.count("")
        controls += sum(sign not in _UNCOUNTED for sign in visible)
        return "".join(visible)

    def lowered(match: re.Match[str]) -> str:
        """Leave out what is piled too high on a letter, and count it."""
        nonlocal left_out
        if not _PILE.search(match[0]):
            return match[0]
        kept = _without_piles(match[0])
        left_out += len(match[0]) - len(kept)
        return kept

    if not printable:
        text = _SPECIAL.sub(signs, text.replace("\r\n", "\n").replace("\r", "\n"))
    return Shown(_MAY_HOLD_MARKS.sub(lowered, text), controls, left_out)


def is_shown_as_written(text: str) -> bool:
    """Whether the policy changes nothing of a text; a quick answer, which is no for some that stay as they are."""
    return _is_printable(text) and (text.isascii() or not _MAY_HOLD_MARKS.search(text))


def _is_printable(text: str) -> bool:
    """Whether the table has nothing of a text; a quick answer, which is no for some texts that stay as they are."""
    one_line = text.replace("\n", " ").replace("\t", " ")
    return one_line.isprintable() and (text.isascii() or not any(char in text for char in _UNSEEN_LETTERS))


@cache
def _sign(char: str) -> str:
    """What the table shows for one of its characters."""
    return next(sign(char) for characters, sign in _RULES if re.match(f"[{characters}]", char))


def _joiner(match: re.Match[str], place: int) -> str:
    """Keep a joiner between letters or emoji, where scripts and emoji need it; leave out any other."""
    text, at = match.string, match.start() + place
    joins = 0 < at < len(text) - 1 and _may_join(text[at - 1]) and _may_join(text[at + 1])
    return text[at] if joins else ""


@lru_cache(maxsize=4096)
def _may_join(char: str) -> bool:
    """Whether a joiner beside this character changes what is seen."""
    return bool(_EMOJI.match(char)) or (
        category(char)[0] in "LM" and not any(ord(char) in script for script in _NO_JOINING)
    )


def _without_piles(run: str) -> str:
    """Leave out the marks beyond those that one base may have."""
    kept: list[str] = []
    marks = 0
    for char in run:
        if _is_mark(char):
            marks += 1
        elif char not in _JOINERS:
            marks = 0
        if marks <= MARKS_ON_A_BASE:
            kept.append(char)
    return "".join(kept)


def _is_mark(char: str) -> bool:
    """Whether a character is drawn upon the one before it: a mark, or a vowel or final consonant of Korean."""
    return category(char)[0] == "M" or "\u1160" <= char <= "\u11ff" or "\ud7b0" <= char <= "\ud7fb"


def shown_text(text: str) -> str:
    """Apply the policy to a text of many lines."""
    return shown(text).text


def shown_line(text: str) -> str:
    """Apply the policy to a field of one line: line ends, with the spaces around them, and tabs become a space."""
    visible = shown(text).text.replace("\t", " ")
    if "\n" not in visible:
        return visible
    lines = (line.strip(" ") for line in visible.split("\n"))
    return " ".join(line for line in lines if line)
