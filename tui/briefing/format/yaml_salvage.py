"""What can be saved of YAML with faults: each top-level field that can be read, and a problem for each fault."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from textwrap import dedent

from briefing.format.node import Entry, Mapping, Node, Scalar
from briefing.format.stretch import Stretch
from briefing.format.tree import first_of_equal
from briefing.format.wording import unquoted
from briefing.format.yaml_events import Unparsed
from briefing.format.yaml_faults import Fault, Line, fault, mended, stray
from briefing.format.yaml_notes import NO_SPACE
from briefing.format.yaml_tree import ABSENT, Composer, Unbounded
from briefing.model.problem import Position

MAX_FAULTS = 100
"""Faults after which nothing is tried any more: such a text is no front matter."""
MAX_EVENTS = 30_000
"""Events of the parser over all attempts."""

_BLOCK_HEAD = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])(?:[ \t]+#.*)?")
"""The head of a block scalar (YAML 1.1, block scalar headers)."""


@dataclass(slots=True)
class Salvaged:
    """What was saved, and what was not."""

    entries: list[Entry] = field(default_factory=list)
    unread: dict[str, str] = field(default_factory=dict)
    """Fields that could not be read, by key, as they were written."""
    composer: Composer = field(default_factory=lambda: Composer(limit=MAX_EVENTS))
    faults: int = 0

    def note(self, found: Fault) -> None:
        """Remember a fault.

        Raises:
            Unbounded: there are too many.
        """
        self.faults += 1
        if self.faults > MAX_FAULTS:
            raise Unbounded(f"more than {MAX_FAULTS} faults")
        self.composer.problems.append(found.problem)


def salvage(stretch: Stretch) -> Salvaged:
    """Read each top-level field on its own.

    Raises:
        Unbounded: it is larger, deeper or more broken than any honest front matter.
    """
    saved = Salvaged()
    if stretch.text.lstrip()[:1] in ("{", "["):
        return saved
    for chunk in _chunks(stretch):
        first = Line.of(chunk.text.split("\n", 1)[0])
        if first.key and not first.indent:
            _field(saved, chunk, first)
        elif found := stray(chunk):
            saved.note(found)
    saved.entries = list(first_of_equal(saved.entries, saved.composer.problems))
    return saved


def _chunks(stretch: Stretch) -> Iterator[Stretch]:
    """Cut the lines before each top-level key, and around lines that belong to none."""
    begun = 0
    lines = stretch.text.splitlines(keepends=True)
    first = Line("", "", "", 0)
    for row, text in enumerate(lines):
        if not text.strip() or text[0] in " \t#":
            continue
        line = Line.of(text)
        if row > begun and not line.key and _continues(first, line):
            continue
        if row > begun:
            yield Stretch.of("".join(lines[begun:row]), stretch.line + begun)
        begun, first = row, line
    yield Stretch.of("".join(lines[begun:]), stretch.line + begun)


def _continues(first: Line, line: Line) -> bool:
    """Whether an unindented line that is no field belongs to what began above it."""
    if not first.key:
        return not NO_SPACE.match(first.value) and not NO_SPACE.match(line.value)
    return (not first.value and line.indent.startswith("-")) or first.value[:1] in ("[", "{")


def _field(saved: Salvaged, chunk: Stretch, first: Line) -> None:
    """Read one field, as it stands or as it was probably meant."""
    problems = len(saved.composer.problems)
    try:
        node = saved.composer.compose(chunk)
    except Unparsed as error:
        saved.note(fault(chunk, error))
        if first.value:
            saved.entries.append(_as_written(chunk, first))
            return
        node = _mended(saved, chunk)
    if isinstance(node, Mapping):
        saved.entries += node.entries
        return
    del saved.composer.problems[problems + 1 :]
    saved.unread.setdefault(first.name, chunk.text)


def _as_written(chunk: Stretch, first: Line) -> Entry:
    """Take everything after a key as its text, with the line ends that YAML would give it."""
    rest = chunk.text.partition("\n")[2]
    is_block = bool(_BLOCK_HEAD.fullmatch(first.value)) and bool(rest.strip())
    text = _block(first.value[0], rest) if is_block else unquoted(_folded(first.value + "\n" + rest))
    at = Position(chunk.line, first.start + 1)
    value = Scalar(text, at, absent=text in ABSENT and not is_block, quoted=is_block)
    return Entry(Scalar(first.name, Position(chunk.line)), value)


def _block(sign: str, text: str) -> str:
    """Read the lines under a block sign: `|` keeps their ends, `>` keeps the blank lines."""
    lines = dedent(text).strip("\n")
    return lines if sign == "|" else "\n".join(map(_folded, re.split(r"\n(?:[ \t]*\n)+", lines)))


def _folded(text: str) -> str:
    """Join lines with single spaces."""
    return " ".join(line.strip() for line in text.split("\n") if line.strip())


def _mended(saved: Salvaged, chunk: Stretch) -> Node | None:
    """Read a field of several lines with its faulty lines mended, one after the other; None where that fails."""
    lines = chunk.text.split("\n")
    mended_rows: list[int] = []
    while True:
        attempt = Stretch.of("\n".join(lines), chunk.line)
        try:
            return saved.composer.compose(attempt)
        except Unparsed as error:
            found = fault(attempt, error)
        better = mended(lines, found.row)
        if better == lines or mended_rows.count(found.row) == 2:
            return None
        if mended_rows and found.row not in mended_rows:
            saved.note(found)
        mended_rows.append(found.row)
        lines = better
