"""HTML inside Markdown: what begins and ends a block of it, and which tags mean something to a reader.

CommonMark 0.31.2, sections 4.6 and 6.6.
"""

from __future__ import annotations

import re

from briefing.document.block import Role
from briefing.model.pattern import pattern

_ATTRIBUTE = r"""\s++[A-Za-z_:][\w.:-]*+(?:\s*+=\s*+(?:[^\s"'=<>`]++|'[^']*+'|"[^"]*+"))?+"""
_OPEN_TAG = rf"<[A-Za-z][A-Za-z0-9-]*+(?:{_ATTRIBUTE})*+\s*+/?>"
_CLOSING_TAG = r"</[A-Za-z][A-Za-z0-9-]*+\s*+>"

TAG = pattern(f"{_OPEN_TAG}|{_CLOSING_TAG}", re.ASCII)
"""An opening or closing tag."""

DECLARATIONS = (("<!-->", ""), ("<!--->", ""), ("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">"))
"""Other constructs: how they begin, and how they end."""

_BLOCK_NAMES = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|"
    "fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|"
    "menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|"
    "track|ul"
)
_STARTS = pattern(
    r"(?i:(<(?:script|pre|style|textarea)(?=[\s>]|$))|(<!--)|(<\?)|(<!\[CDATA\[)|(<![A-Za-z])|"
    rf"(</?(?:{_BLOCK_NAMES})(?=\s|/?>|$)))|((?:{_OPEN_TAG}|{_CLOSING_TAG})\s*$)",
    re.ASCII,
)
_ENDS = (
    pattern(r"</(?:script|pre|style|textarea)>", re.IGNORECASE),
    pattern("-->"),
    pattern(r"\?>"),
    pattern("]]>"),
    pattern(">"),
)
BLANK_LINE = 0
"""The end of a block that ends before a blank line."""


def block_start(line: str, start: int, *, in_paragraph: bool) -> int | None:
    """The kind of HTML block that begins at a place of a line: 1 to 5, or `BLANK_LINE`; None where none does."""
    found = _STARTS.match(line, start)
    if found is None or found.lastindex is None:
        return None
    kind = found.lastindex
    if kind < 6:
        return kind
    return None if kind == 7 and in_paragraph else BLANK_LINE


def ends(kind: int, line: str, start: int) -> bool:
    """Whether an HTML block of a kind with an end of its own ends on this line."""
    return _ENDS[kind - 1].search(line, start) is not None


ROLES: dict[str, Role] = {
    "sub": Role.SUBSCRIPT,
    "sup": Role.SUPERSCRIPT,
    "kbd": Role.KEY,
    "mark": Role.HIGHLIGHT,
    "b": Role.STRONG,
    "strong": Role.STRONG,
    "i": Role.EMPHASIS,
    "em": Role.EMPHASIS,
    "cite": Role.EMPHASIS,
    "s": Role.STRIKE,
    "del": Role.STRIKE,
    "code": Role.CODE,
    "a": Role.LINK,
}
"""Tags whose content is shown in a role, without the tags."""

_NAME = pattern(r"</?([A-Za-z][A-Za-z0-9-]*)")
_VALUE = r"""\s{}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))"""
_HREF = pattern(_VALUE.format("href"), re.IGNORECASE)
_ALT = pattern(_VALUE.format("alt"), re.IGNORECASE)


def tag_name(tag: str) -> str:
    """The name of a tag, in lower case."""
    found = _NAME.match(tag)
    return found.group(1).lower() if found else ""


def href(tag: str) -> str | None:
    """Where an `<a>` leads."""
    return _value(_HREF, tag)


def alt(tag: str) -> str | None:
    """The words of an `<img>`."""
    return _value(_ALT, tag)


def _value(attribute: re.Pattern[str], tag: str) -> str | None:
    """The value of an attribute."""
    found = attribute.search(tag)
    return next((group for group in found.groups() if group is not None), None) if found else None


_SUPERSCRIPTS = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_SUBSCRIPTS = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


def raised(text: str) -> str:
    """Superscript text with the signs Unicode has for it; `^` before what has none, so that 10^x is not read as 10x."""
    return _shifted(text, _SUPERSCRIPTS, "^")


def lowered(text: str) -> str:
    """Subscript text with the signs Unicode has for it."""
    return _shifted(text, _SUBSCRIPTS, "_")


def _shifted(text: str, table: dict[int, int], sign: str) -> str:
    """Text in raised or lowered signs; words stay as they are."""
    if len(text) != 1 and text.replace(" ", "").isalpha():
        return text
    if all(ord(character) in table for character in text):
        return text.translate(table)
    return f"{sign}{text}" if len(text) == 1 else f"{sign}({text})"
