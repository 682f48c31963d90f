"""What can be saved of YAML with faults: each top-level field that can be read, and a problem for each fault."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from textwrap import dedent

from briefing.format.node import Entry, Mapping, Node, Scalar
from briefing.format.stretch import Stretch
from briefing.format.tree import first_of_equal
from briefing.format.wording import clipped, unquoted, unread
from briefing.format.yaml_events import Unparsed
from briefing.format.yaml_faults import Line, fault, indented_by_spaces, mended, stray
from briefing.format.yaml_notes import NO_SPACE
from briefing.format.yaml_terms import ABSENT
from briefing.format.yaml_tree import Composer, Unbounded
from briefing.model.pattern import pattern
from briefing.model.problem import Position, Problem

MAX_FAULTS = 100
"""Faults after which nothing is tried any more: such a text is no front matter."""
MAX_EVENTS = 30_000
"""Events of the parser over all attempts."""

_TELLING = frozenset(("title", "date"))
"""Keys that no text between two rules has."""
_BLOCK_HEAD = pattern(r"[|>](?:[+-]?[1-9]?|[1-9][+-])(?:[ \t]+#.*)?")
"""The head of a block scalar (YAML 1.1, block scalar headers)."""


@dataclass(slots=True)
class Salvaged:
    """What was saved, and what was not."""

    entries: list[Entry] = field(default_factory=list)
    unread: dict[str, str] = field(default_factory=dict)
    """What could not be read, as it was written: fields by their keys, other lines by `line 7`."""
    composer: Composer = field(default_factory=lambda: Composer(limit=MAX_EVENTS))
    faults: int = 0
    strays: int = 0
    """Places where lines belong to no field, and no field was meant."""

    @property
    def problems(self) -> list[Problem]:
        """What is wrong, in the order in which it was found."""
        return self.composer.problems

    @property
    def is_front_matter(self) -> bool:
        """Whether these are fields with faults, rather than a text between two rules that has a colon somewhere."""
        keys = {entry.key.text.casefold() for entry in self.entries} | self.unread.keys()
        return not _TELLING.isdisjoint(keys) or len(keys) > 2 * self.strays

    def note(self, found: Problem) -> None:
        """Remember a fault.

        Raises:
            Unbounded: there are too many.
        """
        self.faults += 1
        if self.faults > MAX_FAULTS:
            raise Unbounded(f"more than {MAX_FAULTS} faults")
        self.problems.append(found)


def salvage(stretch: Stretch) -> Salvaged | None:
    """Read each top-level field on its own; None where it is a text with rules around it.

    Raises:
        Unbounded: it is larger, deeper or more broken than any honest front matter.
    """
    saved = Salvaged()
    for chunk in _chunks(stretch):
        first = Line.of(chunk.row(0))
        if first.is_field:
            _field(saved, chunk, first)
        elif found := stray(chunk):
            saved.note(found.problem)
            saved.strays += found.problem.code != "fm-nospace"
            saved.unread[f"line {found.problem.line}"] = chunk.text.strip()
    saved.entries = list(first_of_equal(saved.entries, saved.problems))
    return saved if saved.is_front_matter else None


def _chunks(stretch: Stretch) -> Iterator[Stretch]:
    """Cut the lines before each top-level key, and around lines that belong to none."""
    begun = 0
    lines = [text + "\n" for text in stretch.text.removesuffix("\n").split("\n")]
    first = Line("", "", "", 0)
    for row, text in enumerate(lines):
        if not text.strip() or text[0] in " \t#":
            continue
        line = Line.of(text.removesuffix("\n"))
        if row > begun and not line.is_field and _continues(first, line):
            continue
        if row > begun:
            yield Stretch.of("".join(lines[begun:row]), stretch.line + begun)
        begun, first = row, line
    yield Stretch.of("".join(lines[begun:]), stretch.line + begun)


def _continues(first: Line, line: Line) -> bool:
    """Whether an unindented line that is no field belongs to what began above it."""
    if not first.is_field:
        return not NO_SPACE.match(first.value) and not NO_SPACE.match(line.value)
    return (not first.value and line.indent.startswith("-")) or first.value[:1] in ("[", "{")


def _field(saved: Salvaged, chunk: Stretch, first: Line) -> None:
    """Read one field, as it stands or as it was probably meant."""
    problems = len(saved.problems)
    try:
        node = saved.composer.compose(chunk)
    except Unparsed as error:
        if first.value:
            value = _as_written(chunk, first)
            found = fault(chunk, error, None if value.quoted else _whole(chunk, first))
            saved.note(replace(found.problem, field=clipped(first.name)))
            saved.entries.append(Entry(Scalar(first.name, Position(chunk.line)), value))
            return
        saved.note(fault(chunk, error).problem)
        node = _mended(saved, chunk)
    if isinstance(node, Mapping):
        saved.entries += node.entries
        return
    saved.problems[problems:] = [unread(saved.problems[problems], first.name)]
    saved.unread.setdefault(first.name, chunk.text)


def _as_written(chunk: Stretch, first: Line) -> Scalar:
    """Take everything after a key as its text, with the line ends that YAML would give it."""
    lines = chunk.text.split("\n")[1:]
    at = Position(chunk.line, first.start + 1)
    if _BLOCK_HEAD.fullmatch(first.value) and any(line.strip() for line in lines):
        return Scalar(_block(first.value[0], lines), at, quoted=True)
    text = _whole(chunk, first)
    return Scalar(unquoted(text), at, absent=text in ABSENT)


def _whole(chunk: Stretch, first: Line) -> str:
    """Join a value with the lines under it that continue it."""
    lines = (line for line in chunk.text.split("\n")[1:] if not line.lstrip().startswith("#"))
    return _folded([first.value, *lines])


def _block(sign: str, lines: list[str]) -> str:
    """Read the lines under a block sign: `|` keeps their ends, `>` keeps the blank lines."""
    text = dedent("\n".join(indented_by_spaces(lines))).strip("\n")
    paragraphs = re.split(r"\n(?:[ \t]*\n)+", text)
    return text if sign == "|" else "\n".join(_folded(paragraph.split("\n")) for paragraph in paragraphs)


def _folded(lines: list[str]) -> str:
    """Join lines with single spaces."""
    return " ".join(line.strip() for line in lines if line.strip())


def _indent(text: str) -> int:
    """How many characters stand before the text of a line."""
    return len(text) - len(text.lstrip())


def _mended(saved: Salvaged, chunk: Stretch) -> Node | None:
    """Read a field of several lines with its faulty lines mended, one after the other; None where that fails."""
    written = lines = chunk.text.split("\n")
    rows: list[int] = []
    while True:
        shifts = tuple(_indent(new) - _indent(old) for new, old in zip(lines, written, strict=True))
        attempt = Stretch.of("\n".join(lines), chunk.line, shifts)
        quoted = frozenset(chunk.line + row for row in rows if Line.of(chunk.row(row)).value[:1] not in ("'", '"'))
        try:
            return saved.composer.compose(attempt, quoted)
        except Unparsed as error:
            found = fault(attempt, error)
        better = mended(lines, found.row)
        if better == lines or rows.count(found.row) == 2:
            return None
        if rows and found.row not in rows:
            saved.note(found.problem)
        rows.append(found.row)
        lines = better
