"""YAML front matter: lines between `---` and the next `---` or `...`, read as far as they can be."""

from __future__ import annotations

import re
from dataclasses import field

from briefing.format.matter import FrontMatter, no_front_matter, oversize
from briefing.format.node import Mapping, Scalar
from briefing.format.stretch import Stretch
from briefing.format.tree import placed
from briefing.format.wording import clipped, missing_space
from briefing.format.yaml_events import Unparsed
from briefing.format.yaml_notes import NO_SPACE
from briefing.format.yaml_tree import Composer, Unbounded
from briefing.model.pattern import pattern
from briefing.model.problem import Position, Problem, problem
from briefing.model.record import record

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
    found = _Fields.read(block, line)
    if found.mapping is None:
        return no_front_matter(*found.problems)
    return FrontMatter.above(text, closing.end(), "yaml", found.mapping, found.problems, found.unread)


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


@record
class _Fields:
    """What was read between the dashes; no mapping where it is not front matter."""

    mapping: Mapping | None
    problems: tuple[Problem, ...] = ()
    unread: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, block: str, line: int) -> _Fields:
        """Read the lines between the dashes, which begin on this line of the file."""
        if too_large := oversize(block):
            return cls(None, (too_large,) if _FIELD.match(block) else ())
        stretch = Stretch.of(block, line)
        try:
            return cls._whole(stretch)
        except Unbounded as bound:
            message = f"{bound}; it is shown as text"
            return cls(None, (problem("fm-size", message, field="front matter", at=Position(line)),))

    @classmethod
    def _whole(cls, stretch: Stretch) -> _Fields:
        """Read a block that has no faults, or save what can be saved of it."""
        composer = Composer()
        try:
            root = composer.compose(stretch)
        except Unparsed:
            from briefing.format.yaml_salvage import salvage  # noqa: PLC0415  few files have faults

            saved = salvage(stretch)
            if saved is None:
                return cls(None)
            mapping = Mapping(tuple(saved.entries), Position(stretch.line))
            return cls(mapping, placed(saved.problems, mapping), saved.unread)
        if isinstance(root, Mapping):
            return cls(root, placed(composer.problems, root))
        if isinstance(root, Scalar) and NO_SPACE.match(root.text):
            return cls(None, (problem("fm-nospace", missing_space(root.text), field="front matter", at=root.at),))
        return cls(None)
