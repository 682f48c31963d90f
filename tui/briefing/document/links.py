"""The parts of links: labels, destinations, titles, and definitions of them.

CommonMark 0.31.2, sections 4.7 and 6.3. Every pattern is linear: runs are possessive, lengths bounded.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.document.entities import unescape
from briefing.model.pattern import pattern

MAX_LABEL = 999
_MAX_PARENTHESES = 32

LABEL = pattern(r"\[((?:[^\\\[\]]|\\.)*+)\]", re.DOTALL)
_ANGLED = pattern(r"<((?:[^<>\n\\]|\\[^\n])*+)>")
_BARE = pattern(r"(?:[^\x00-\x20\x7f()\\]|\\[!-/:-@\[-`{-~]|\\)++")
_TITLE = pattern(r'"((?:[^"\\]|\\.)*+)"|\'((?:[^\'\\]|\\.)*+)\'|\(((?:[^()\\]|\\.)*+)\)', re.DOTALL)
_SPACE = pattern(r"[ \t]*(?:\n[ \t]*)?")
_REST_OF_LINE = pattern(r"[ \t]*(?:\n|$)")


class Definition(NamedTuple):
    """A link reference definition: `[label]: destination "title"`."""

    label: str
    """As `normalized` makes it."""
    destination: str
    title: str
    end: int
    """Where the text after it begins."""


def normalized(label: str) -> str:
    """A label in the form in which labels are compared."""
    return " ".join(label.split()).casefold()


def destination(text: str, start: int) -> tuple[str, int] | None:
    """A link's destination at a place, and where it ends."""
    if text.startswith("<", start):
        angled = _ANGLED.match(text, start)
        return (unescape(angled.group(1)), angled.end()) if angled else None
    end, depth = start, 0
    while True:
        if bare := _BARE.match(text, end):
            end = bare.end()
        sign = text[end : end + 1]
        if sign == "(" and depth < _MAX_PARENTHESES:
            depth += 1
        elif sign == ")" and depth:
            depth -= 1
        else:
            break
        end += 1
    return (unescape(text[start:end]), end) if depth == 0 else None


def title(text: str, start: int) -> tuple[str, int] | None:
    """A link's title at a place, and where it ends."""
    found = _TITLE.match(text, start)
    if found is None:
        return None
    return unescape(found.group(1) or found.group(2) or found.group(3) or ""), found.end()


def inline_target(text: str, start: int) -> tuple[str, str, int] | None:
    """What stands in the parentheses after a link's text: destination, title, and where it ends."""
    if not text.startswith("(", start):
        return None
    found = destination(text, _end(_SPACE, text, start + 1))
    if found is None:
        return None
    target, end = found
    words = ""
    after = _end(_SPACE, text, end)
    if after > end and (titled := title(text, after)):
        words, end = titled
        after = _end(_SPACE, text, end)
    return (target, words, after + 1) if text.startswith(")", after) else None


def definition(text: str, start: int = 0) -> Definition | None:
    """The link reference definition at a place."""
    label = LABEL.match(text, start)
    if label is None or not text.startswith(":", label.end()):
        return None
    if not label.group(1).strip() or len(label.group(1)) > MAX_LABEL:
        return None
    begins = _end(_SPACE, text, label.end() + 1)
    found = destination(text, begins)
    if found is None or found[1] == begins:
        return None
    target, end = found
    line_end = _REST_OF_LINE.match(text, end)
    after = _end(_SPACE, text, end)
    if after > end and (titled := title(text, after)):
        rest = _REST_OF_LINE.match(text, titled[1])
        if rest:
            return Definition(normalized(label.group(1)), target, titled[0], rest.end())
    if line_end is None:
        return None
    return Definition(normalized(label.group(1)), target, "", line_end.end())


def _end(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Where a pattern that may be empty ends."""
    found = pattern.match(text, start)
    return found.end() if found else start
