"""What plain YAML has within one line: texts with and without quotation marks, and short lists of them in brackets."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.format.node import Entry, Mapping, Scalar, Sequence
from briefing.format.yaml_terms import ABSENT
from briefing.model.pattern import pattern
from briefing.model.problem import Position

MAX_KEY = 1_000
"""Characters of a key; YAML looks no further than 1,024 for the colon after one."""

BARE = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]"
"""How a text without quotation marks begins: with no sign that has a meaning there."""
BARE_VALUE = rf"(?:{BARE}|-(?=\w))"
"""The same for a value, which may be less than zero."""
QUOTED = r"\"([^\"\\\n]*+)\"|'([^'\n]*+)'"
"""A text within quotation marks, in which nothing stands for anything else."""

_INNER = r"[^,\[\]{}:?#\n]*+"
"""More of a text in brackets, where there are more signs with a meaning."""
_VALUE = rf"(?:({BARE_VALUE}{_INNER}(?::(?=[\w/]){_INNER})*+)|(?:{QUOTED}) *+)"
_ITEM = pattern(rf" *+{_VALUE}(?:,|\]\Z)")
"""An item with the sign after it."""
_PAIR = pattern(rf" *+({BARE}{_INNER})(?<! ): ++{_VALUE}(?:,|\}}\Z)")
"""A key and its value with the sign after them."""

place = lru_cache(maxsize=4_096)(Position)
"""Makes places: front matter is small, so the same few come again in every file of a library."""


@lru_cache(maxsize=4_096)
def bare_key(text: str, line: int, column: int) -> Scalar:
    """Make a key without quotation marks; those of a library come again as its places do."""
    return Scalar(text, place(line, column), text in ABSENT)


def quoted_text(text: str, line: int, column: int) -> Scalar:
    """Make a text within quotation marks, the first of which stands there."""
    return Scalar(text, place(line, column), False, True)


def bracketed(text: str, at: Position) -> Sequence | Mapping | None:
    """Read brackets that stand at this place and end with the text; None where what is in them is not plain."""
    if text[0] == "[":
        items = _items(text, at) if text[1:].lstrip(" ") != "]" else ()
        return None if items is None else Sequence(items, at, True)
    if text[0] == "{":
        entries = _entries(text, at) if text[1:].lstrip(" ") != "}" else ()
        return None if entries is None else Mapping(entries, at)
    return None


def _items(text: str, at: Position) -> tuple[Scalar, ...] | None:
    """Read the items of a list."""
    items: list[Scalar] = []
    end = 1
    while found := _ITEM.match(text, end):
        items.append(_value(found, at, bare=1))
        end = found.end()
        if end == len(text):
            return tuple(items) if text[-1] == "]" else None
    return None


def _entries(text: str, at: Position) -> tuple[Entry, ...] | None:
    """Read the keys and values of a mapping, no two of which may have the same key."""
    entries: dict[str, Entry] = {}
    end = 1
    while found := _PAIR.match(text, end):
        name = found[1]
        if name in entries or len(name) > MAX_KEY:
            return None
        key = bare_key(name, at.line, at.column + found.start(1))
        entries[name] = Entry(key, _value(found, at, bare=2))
        end = found.end()
        if end == len(text):
            return tuple(entries.values()) if text[-1] == "}" else None
    return None


def _value(found: re.Match[str], at: Position, *, bare: int) -> Scalar:
    """Make a value, which this group has if it is without quotation marks, or a later one."""
    kind = found.lastindex or bare
    column = at.column + found.start(kind)
    if kind > bare:
        return quoted_text(found[kind], at.line, column - 1)
    text = found[kind].rstrip(" ")
    return Scalar(text, place(at.line, column), text in ABSENT)
