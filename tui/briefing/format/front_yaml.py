"""YAML front matter: lines between `---` and the next `---` or `...`, read as far as they can be."""

from __future__ import annotations

import re

from briefing.format.matter import FrontMatter, no_front_matter, oversize
from briefing.format.node import Mapping
from briefing.format.stretch import Stretch
from briefing.format.tree import placed
from briefing.format.wording import clipped
from briefing.format.yaml_plain import plain_mapping
from briefing.model.pattern import pattern
from briefing.model.problem import Position, problem

_OPENING = pattern(r"(?:[ \t]*\n){0,64}---[ \t]*\n")
_CLOSING = pattern(r"^(?:---|\.\.\.)[ \t]*$\n?", re.MULTILINE)
_BLANK = pattern(r"[ \t]*(?:\n|\Z)")
_MANY_DASHES = pattern(r"(----+)[ \t]*\n")
_FIELD = pattern(r"[\"']?[^\W\d][\w .-]{0,60}[\"']?[ \t]*:(?:[ \t]|$)", re.MULTILINE)
"""A line that looks like a field rather than like a sentence under a rule."""


def read(text: str) -> FrontMatter:
    """Read the front matter of a text that begins with dashes, or with blank lines and dashes."""
    opening = _OPENING.match(text)
    if not opening:
        return _wrong_opening(text)
    if _BLANK.match(text, opening.end()):
        return no_front_matter()
    closing = _CLOSING.search(text, opening.end())
    line = text.count("\n", 0, opening.end()) + 1
    if not closing:
        return _unclosed(text, opening.end(), line)
    block = text[opening.end() : closing.start()]
    if not block:
        return FrontMatter.above(text, closing.end(), "yaml", Mapping((), Position(line)))
    return _between(text, block, closing.end(), line)


def _between(text: str, block: str, end: int, line: int) -> FrontMatter:
    """Read the lines between the dashes, the first of which is this line of the file."""
    if too_large := oversize(block):
        return no_front_matter(*((too_large,) if _FIELD.match(block) else ()))
    stretch = Stretch.of(block, line)
    if plain := plain_mapping(stretch):
        return FrontMatter.above(text, end, "yaml", plain, placed([], plain))
    from briefing.format.yaml_fields import Fields  # noqa: PLC0415  few files need the parser, which is slow to import

    found = Fields.read(stretch)
    if found.mapping is None:
        return no_front_matter(*found.problems)
    return FrontMatter.above(text, end, "yaml", found.mapping, found.problems, found.unread)


def _wrong_opening(text: str) -> FrontMatter:
    """Leave a text as it is that begins with more than three dashes, and say so where fields follow."""
    dashes = _MANY_DASHES.match(text)
    if not dashes or not _FIELD.match(text, dashes.end()):
        return no_front_matter()
    message = (
        f"line 1 is {clipped(dashes[1])}; front matter begins with exactly ---; the file is shown as plain Markdown"
    )
    return no_front_matter(problem("fm-unclosed", message))


def _unclosed(text: str, start: int, line: int) -> FrontMatter:
    """Leave a text as it is that opens front matter without closing it, and say so where fields follow."""
    if not _FIELD.match(text, start):
        return no_front_matter()
    message = f"line {line - 1} is --- but no closing --- follows; the file is shown as plain Markdown"
    return no_front_matter(problem("fm-unclosed", message, at=Position(line - 1)))
