"""Front matter that is nothing but lines: Pandoc's title block, and the head of a newsletter."""

from __future__ import annotations

from briefing.format.matter import FrontMatter, no_front_matter
from briefing.format.node import Entry, Mapping, Scalar
from briefing.format.tree import first_of_equal, placed
from briefing.model.pattern import pattern
from briefing.model.problem import Position, Problem

MAX_LINES = 1_000
"""More lines are no head of a text."""

_PANDOC_FIELDS = ("title", "author", "date")
_PANDOC_LINE = pattern(r"%(?:[ \t]+([^\n]*)|(?=\n|\Z))(?:\n|\Z)")
_CONTINUED = pattern(r"[ \t]+(\S[^\n]*)(?:\n|\Z)")

_FIELD = pattern(r"([A-Za-z][\w -]{0,40}):(?:[ \t]+([^\n]*))?(?:\n|\Z)")
_BLANK = pattern(r"[ \t]*(?:\n|\Z)")


def read(text: str) -> FrontMatter:
    """Read the lines at the top of a text, if they are front matter."""
    return _pandoc(text) if text.startswith("%") else _newsletter(text)


def _pandoc(text: str) -> FrontMatter:
    """Read up to three lines that begin with `%`: title, authors, date (Pandoc's manual, pandoc_title_block).

    A line that begins with white space continues the one above it; in the authors it begins another author.
    """
    entries: list[Entry] = []
    at = 0
    line = 1
    for name in _PANDOC_FIELDS:
        found = _PANDOC_LINE.match(text, at)
        if not found:
            break
        where = Position(line, found.start(1) - at + 1 if found[1] is not None else 2)
        parts = [found[1] or ""]
        at, line = found.end(), line + 1
        while line <= MAX_LINES and (continued := _CONTINUED.match(text, at)):
            parts.append(continued[1])
            at, line = continued.end(), line + 1
        value = ("; " if name == "author" else " ").join(part.strip() for part in parts if part.strip())
        entries.append(Entry(Scalar(name, where), Scalar(value, where, absent=not value)))
    mapping = Mapping(tuple(entries), Position(1))
    return FrontMatter.above(text, at, "pandoc", mapping, placed([], mapping))


def _newsletter(text: str) -> FrontMatter:
    """Read lines of keys and values up to a blank one, of which there are two or more and one is the title."""
    entries: list[Entry] = []
    at = 0
    while len(entries) < MAX_LINES and (found := _FIELD.match(text, at)):
        line = len(entries) + 1
        value = (found[2] or "").rstrip()
        column = found.start(2) - at + 1 if found[2] is not None else found.end() - at
        key = Scalar(found[1], Position(line))
        entries.append(Entry(key, Scalar(value, Position(line, column), absent=not value)))
        at = found.end()
    end = _BLANK.match(text, at)
    titled = any(entry.key.text.lower() == "title" for entry in entries)
    if not end or not titled:
        return no_front_matter()
    problems: list[Problem] = []
    mapping = Mapping(first_of_equal(entries, problems), Position(1))
    return FrontMatter.above(text, end.end(), "head", mapping, placed(problems, mapping))
