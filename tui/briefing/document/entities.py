"""Escapes of Markdown text: a backslash before punctuation, and HTML's character references.

CommonMark 0.31.2, sections 2.4 and 2.5.
"""

from __future__ import annotations

import re

from briefing.model.pattern import pattern

ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
REFERENCE = pattern(r"&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([A-Za-z][A-Za-z0-9]{1,31}));")
_ESCAPED = pattern(rf"\\([!-/:-@\[-`{{-~])|{REFERENCE.pattern}")


def character_reference(found: re.Match[str], first_group: int = 1) -> str:
    """The characters that a reference stands for; the reference itself where no such name exists."""
    hexadecimal, decimal, name = found.group(first_group, first_group + 1, first_group + 2)
    if name:
        from html.entities import html5  # noqa: PLC0415  most texts have no named reference

        return html5.get(name + ";", found.group())
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return "\ufffd" if code == 0 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF else chr(code)


def unescape(text: str) -> str:
    """A link's destination or title, its escapes undone."""
    if "\\" not in text and "&" not in text:
        return text
    return _ESCAPED.sub(lambda found: found.group(1) or character_reference(found, 2), text)
