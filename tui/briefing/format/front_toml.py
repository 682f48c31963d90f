"""TOML front matter: between lines of `+++`, as Hugo has it, or in a fenced block at the very top, as advisories do."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from briefing.format.matter import FrontMatter, no_front_matter, oversize
from briefing.format.node import Entry, Mapping, Node, Scalar, Sequence
from briefing.format.tree import first_of_equal, placed
from briefing.format.wording import unread
from briefing.model.pattern import pattern
from briefing.model.problem import Position, Problem, problem
from briefing.model.record import record
from briefing.model.text import shown_line

MAX_DEPTH = 32
"""Levels of nesting, as in YAML."""
MAX_FAULTS = 100
"""Faults after which nothing is tried any more, as in YAML."""
_MAX_DOTS = 2_000_000
"""Bound on the squares of the dots in each line: tomllib's time for a dotted key grows with the square of its parts."""

_OPENING = pattern(r"(\+\+\+|```+|~~~+)[ \t]*(?:toml)?[ \t]*\n")
_PART = r"(?:[A-Za-z0-9_-]+|\"[^\"\n]*\"|'[^'\n]*')"
_DOTTED = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_FIELD = pattern(rf"[ \t]*({_DOTTED})[ \t]*=[ \t]*(.*)")
_TABLE = pattern(rf"[ \t]*(\[\[?)[ \t]*({_DOTTED})[ \t]*\]")
_PARTS = pattern(_PART)
_PLACE = pattern(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def read(text: str) -> FrontMatter:
    """Read the TOML that a text begins with; a fenced block with a fault stays in the text as it is."""
    opening = _OPENING.match(text)
    if not opening:
        return no_front_matter()
    fence = opening[1]
    last = r"\+\+\+" if fence == "+++" else rf"{fence[0]}{{{len(fence)},}}"
    closing = re.compile(rf"^{last}[ \t]*(?:\n|\Z)", re.MULTILINE).search(text, opening.end())
    if not closing:
        return _unclosed(fence)
    block = text[opening.end() : closing.start()]
    if too_large := oversize(block):
        return no_front_matter(too_large)
    found = _read_block(block, salvaging=fence == "+++")
    if isinstance(found, Problem):
        return no_front_matter(found) if fence == "+++" else no_front_matter()
    mapping = Mapping(first_of_equal(found.entries, found.problems), Position(2))
    problems = placed(found.problems, mapping)
    return FrontMatter.above(text, closing.end(), "toml", mapping, problems, found.unread)


def _unclosed(fence: str) -> FrontMatter:
    """Leave a text as it is that opens front matter without closing it."""
    if fence != "+++":
        return no_front_matter()
    message = "line 1 is +++ but no closing +++ follows; the file is shown as plain Markdown"
    return no_front_matter(problem("fm-unclosed", message))


@dataclass(slots=True)
class _Found:
    """What was read of a block."""

    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unread: dict[str, str] = field(default_factory=dict)


def _read_block(block: str, *, salvaging: bool) -> _Found | Problem:
    """Read a block whole, or field by field where it has a fault; a problem where nothing is read."""
    lines = block.split("\n")
    if sum(line.count(".") ** 2 for line in lines) > _MAX_DOTS:
        return _refused("its keys have too many parts")
    try:
        return _Found(_entries(_parsed(block), _places(lines, 2)))
    except _Deep as deep:
        return _refused(str(deep))
    except _Fault as fault:
        if not salvaging:
            return _refused(str(fault))
    return _salvage(lines)


def _refused(reason: str) -> Problem:
    """Say that nothing is read."""
    return problem("fm-size", f"{reason}; it is shown as text", field="front matter")


class _Fault(Exception):  # noqa: N818  it is caught in this module
    """It is no TOML; where, from 1 in the text that was parsed, is None where the parser does not say."""

    def __init__(self, reason: str, line: int | None, column: int) -> None:
        super().__init__(reason)
        self.line = line
        self.column = column


class _Deep(Exception):  # noqa: N818  it is caught in this module
    """It is nested too deeply."""

    def __init__(self) -> None:
        super().__init__(f"nested deeper than {MAX_DEPTH} levels")


def _parsed(text: str) -> dict[str, Any]:
    """Parse TOML; floats keep the text they were written in."""
    try:
        return tomllib.loads(text, parse_float=str)
    except RecursionError as error:
        raise _Deep from error
    except ValueError as error:
        reason = shown_line(str(error))
        place = _PLACE.search(reason)
        line, column = (int(place[1]), int(place[2])) if place and place[1] else (None, 1)
        reason = reason[: place.start()] if place else reason
        raise _Fault(reason[:1].lower() + reason[1:], line, column) from error


@record
class _Place:
    """Where a value is written, and what stands there to the end of the line."""

    at: Position
    written: str = ""


_Path = tuple[str | int, ...]
"""Keys and indexes that lead to a value."""


def _places(lines: list[str], first_line: int) -> dict[_Path, _Place]:
    """Find the line of each key, by the names of the tables around it and its own."""
    places: dict[_Path, _Place] = {}
    lengths: dict[_Path, int] = {}
    table: _Path = ()
    inside_text = False
    for number, line in enumerate(lines, first_line):
        if not inside_text:
            if header := _TABLE.match(line):
                table = _table(_names(header[2]), lengths, is_item=header[1] == "[[")
                for length in range(1, len(table) + 1):
                    places.setdefault(table[:length], _Place(Position(number, header.start(2) + 1)))
            elif found := _FIELD.match(line):
                places.setdefault((*table, *_names(found[1])), _Place(Position(number, found.start(2) + 1), found[2]))
        inside_text ^= (line.count('"""') + line.count("'''")) % 2 == 1
    return places


def _table(names: tuple[str, ...], lengths: dict[_Path, int], *, is_item: bool) -> _Path:
    """Find the path that a header means: where a part of it is a list of tables, the last of them."""
    path: _Path = ()
    for place, name in enumerate(names, 1):
        path = (*path, name)
        if is_item and place == len(names):
            lengths[path] = lengths.get(path, 0) + 1
        if path in lengths:
            path = (*path, lengths[path] - 1)
    return path


def _names(dotted: str) -> tuple[str, ...]:
    """Take a dotted key apart."""
    return tuple(part.strip("\"'") for part in _PARTS.findall(dotted))


def _entries(table: dict[str, Any], places: dict[_Path, _Place]) -> list[Entry]:
    """Make the entries of a document."""
    root = _node(table, (), _Place(Position(2)), places)
    return list(root.entries) if isinstance(root, Mapping) else []


def _node(value: object, path: _Path, outer: _Place, places: dict[_Path, _Place]) -> Node:
    """Make the node of a value; what has no line of its own stands where the value around it stands."""
    if isinstance(value, dict | list) and len(path) >= MAX_DEPTH:
        raise _Deep
    place = places.get(path, outer)
    if isinstance(value, dict):
        inner = _Place(place.at)
        pairs = ((key, _node(item, (*path, key), inner, places)) for key, item in value.items())
        return Mapping(tuple(Entry(Scalar(key, Position(item.at.line)), item) for key, item in pairs), place.at)
    if isinstance(value, list):
        inner = _Place(place.at)
        return Sequence(
            tuple(_node(item, (*path, number), inner, places) for number, item in enumerate(value)), place.at, flow=True
        )
    if isinstance(value, str) and place.written[:1] in ('"', "'", ""):
        return Scalar(value, place.at, quoted=True)
    written = place.written.split("#", 1)[0].strip()
    return Scalar(written or _text(value), place.at)


def _text(value: object) -> str:
    """Write a value that was not written on a line of its own."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat(" ") if isinstance(value, datetime) else str(value)


def _salvage(lines: list[str]) -> _Found | Problem:
    """Read each field and each table alone; a problem where nothing is saved."""
    found = _Found()
    for first, chunk in _chunks(lines):
        try:
            found.entries += _entries(_parsed("\n".join(chunk)), _places(chunk, first))
        except (_Fault, _Deep) as fault:
            found.problems.append(_unread(found, fault, first, chunk))
        if len(found.problems) > MAX_FAULTS:
            return _refused(f"more than {MAX_FAULTS} faults")
    if found.entries or found.unread:
        return found
    nothing = found.problems[0]
    return replace(nothing, field="front matter", message=f"{nothing.message}; it is shown as text")


def _unread(found: _Found, fault: _Fault | _Deep, first: int, chunk: list[str]) -> Problem:
    """Keep lines that cannot be read as they were written, and say what is wrong with them."""
    one, table = _FIELD.match(chunk[0]), _TABLE.match(chunk[0])
    at = Position(first, one.start(2) + 1 if one else 1)
    if one and not any(chunk[1:]):
        key = Scalar(_names(one[1])[-1], Position(first))
        found.entries.append(Entry(key, Scalar(one[2].strip(), at)))
    if isinstance(fault, _Fault) and fault.line is not None:
        at = Position(first + fault.line - 1, fault.column)
    said = problem("fm-yaml", f"no valid TOML: {fault}", at=at)
    name = one[1] if one and any(chunk[1:]) else table[2] if table else ""
    if not name:
        return said
    found.unread.setdefault(name, "\n".join(chunk))
    return unread(said, name)


def _chunks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Cut a block before each field outside tables and each table, with the line of the file on which each begins."""
    begun = 0
    in_table = False
    for row, line in enumerate(lines):
        is_table = bool(_TABLE.match(line))
        if is_table or (not in_table and _FIELD.match(line)):
            if any(lines[begun:row]):
                yield begun + 2, lines[begun:row]
            begun = row
        in_table = in_table or is_table
    if any(lines[begun:]):
        yield begun + 2, lines[begun:]
