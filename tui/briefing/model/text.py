"""The character policy: what is shown for each character, on the screen, in print and in checks alike.

A text from outside may hold characters that command a terminal, reorder a line, or are not seen. Each is shown as a
visible sign, or left out and counted. The rules are one table; nothing else in the program decides about characters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import combining

MARKS_ON_A_BASE = 8
"""Combining marks shown on one base character; what is piled up beyond that is left out."""

_IGNORABLE = (
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0"
    "\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
_NOT_CHARACTERS = "\ud800-\udfff\ufdd0-\ufdef" + "".join(
    f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17)
)
_LINE_ENDS = "\x85\u2028\u2029"
_BIDI = "\u202a-\u202e\u2066-\u2069"

_SPECIAL = re.compile(
    f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_LINE_ENDS}{_BIDI}{_IGNORABLE}{_NOT_CHARACTERS}]"  # one character of the table
    f"|\r\n?|[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{{{MARKS_ON_A_BASE},}}"
    f"|\u200c|\u200d"
)
_LEFT_OUT = re.compile(f"[{_IGNORABLE}]")
_JOINABLE_AFTER = re.compile("[^\\W\\d_\x00-\x7f]|[\u00a9\u00ae\u2000-\u3300\U0001f000-\U0001faff\ufe0f\u0900-\u0dff]")


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as it may be shown, and how much of it was changed."""

    text: str
    controls: int = 0
    """Characters replaced by a visible sign."""
    left_out: int = 0
    """Characters that cannot be seen, left out."""


def shown(text: str) -> Shown:
    r"""Apply the policy to a text of many lines; line ends become `\n`, tabs stay."""
    if text.isascii() and text.isprintable():
        return Shown(text)
    controls = left_out = 0

    def sign(match: re.Match[str]) -> str:
        nonlocal controls, left_out
        found = match.group()
        visible = _sign(found, match)
        if found[0] in "\r" + _LINE_ENDS:
            return visible
        if len(visible) < len(found):
            left_out += len(found) - len(visible)
        elif visible != found:
            controls += 1
        return visible

    return Shown(_SPECIAL.sub(sign, text), controls, left_out)


def _sign(found: str, match: re.Match[str]) -> str:
    """What is shown for one match of the table."""
    code = ord(found[0])
    if found[0] in "\r" + _LINE_ENDS:
        return "\n"
    if code < 0x20:
        return "^" + chr(code + 0x40)
    if code == 0x7F:
        return "^?"
    if code <= 0x9F:
        return f"<{code:02X}>"
    if found in "\u200c\u200d":
        return found if _joins(match) else ""
    if combining(found[0]) or len(found) > 1:
        return found[:MARKS_ON_A_BASE]
    if _LEFT_OUT.match(found):
        return ""
    if 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069:
        return f"<U+{code:04X}>"
    return "\ufffd"


def _joins(match: re.Match[str]) -> bool:
    """Whether a joiner stands between letters or emoji, where scripts and emoji need it."""
    text, start, end = match.string, match.start(), match.end()
    return (
        start > 0
        and end < len(text)
        and bool(_JOINABLE_AFTER.match(text[start - 1]))
        and bool(_JOINABLE_AFTER.match(text[end]))
    )


def shown_text(text: str) -> str:
    """Apply the policy to a text of many lines."""
    return shown(text).text


def shown_line(text: str) -> str:
    """Apply the policy to a field of one line: line ends and tabs become a space."""
    visible = shown(text).text
    return " ".join(visible.split()) if "\n" in visible or "\t" in visible else visible
