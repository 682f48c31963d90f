"""Front matter as read: its fields as a tree of text, where the text after it begins, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from math import ceil
from types import MappingProxyType
from typing import Literal

from briefing.format import node
from briefing.model.problem import Problem, problem
from briefing.model.record import record

MAX_BYTES = 256 * 1024
"""Front matter is read up to this size; 114 KB were seen in a real file."""

Notation = Literal["yaml", "toml", "json", "pandoc", "head", "none"]


@record
class FrontMatter:
    """What stands above the text."""

    mapping: node.Mapping | None
    """The fields; None where there is no front matter."""
    kind: Notation
    body_start: int
    """Where the text begins, in characters of the file."""
    body_line: int
    """The line of the file, from 1, on which the text begins."""
    problems: tuple[Problem, ...] = ()
    unread: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """What could not be read, as it was written: fields by their keys, other lines by `line 7`."""

    @classmethod
    def above(
        cls,
        text: str,
        start: int,
        kind: Notation,
        mapping: node.Mapping,
        problems: tuple[Problem, ...] = (),
        unread: Mapping[str, str] | None = None,
    ) -> FrontMatter:
        """Make the front matter of a file whose text begins at this character."""
        line = text.count("\n", 0, start) + 1
        return cls(mapping, kind, start, line, problems, MappingProxyType(unread or {}))


def no_front_matter(*problems: Problem) -> FrontMatter:
    """Leave the whole file in the text."""
    return FrontMatter(None, "none", 0, 1, problems)


def oversize(text: str) -> Problem | None:
    """Say that front matter is too large to be read, if it is."""
    if len(text) * 4 <= MAX_BYTES or (size := len(text.encode("utf-8", "surrogatepass"))) <= MAX_BYTES:
        return None
    limit = f"the limit is {in_units(MAX_BYTES)}"
    return problem("fm-size", f"{in_units(size)}; {limit}; it is shown as text", field="front matter")


def in_units(size: int) -> str:
    """Write a number of bytes as a person would, rounded up: `17 bytes`, `256 KiB`, `1.2 MiB`."""
    if size < 1024:
        return f"{size} bytes"
    unit, divisor = ("KiB", 1024) if size < 1024**2 else ("MiB", 1024**2)
    return f"{ceil(size * 10 / divisor) / 10:.1f}".removesuffix(".0") + f" {unit}"
