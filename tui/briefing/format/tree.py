"""What is done with a tree in any notation: walk over it by field paths, drop repeated keys, place problems in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing.format.node import Entry, Mapping, Node, Scalar
from briefing.format.wording import clipped
from briefing.model.counting import counted
from briefing.model.problem import Position, Problem, problem
from briefing.model.text import is_shown_as_written, shown


def scalars(node: Node, path: str = "") -> Iterator[tuple[str, Scalar]]:
    """Iterate over keys and values in the order of the file, each with its field path; a key has that of its value."""
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Mapping):
        for entry in node:
            below = inner(path, entry.key.text)
            yield below, entry.key
            yield from scalars(entry.value, below)
    else:
        for number, item in enumerate(node.items):
            yield from scalars(item, f"{path}[{number}]")


def inner(path: str, key: str) -> str:
    """Go from the path of a mapping to that of a value in it."""
    return f"{path}.{key}" if path else key


def first_of_equal(entries: list[Entry], problems: list[Problem], path: str = "") -> tuple[Entry, ...]:
    """Keep the first of equal keys of the mapping at this path, and say where the others are."""
    first: dict[str, Entry] = {}
    for entry in entries:
        kept = first.setdefault(entry.key.text, entry)
        if kept is not entry:
            line, again = kept.key.at.line, entry.key.at.line
            message = f"given twice (lines {line} and {again}); line {line} is used"
            problems.append(problem("fm-dup", message, field=clipped(inner(path, entry.key.text)), at=entry.key.at))
    return tuple(first.values())


def placed(problems: list[Problem], mapping: Mapping) -> tuple[Problem, ...]:
    """Give each problem the field that it concerns, and add those of characters that cannot be shown."""
    unnamed = any(not found.field for found in problems)
    fields = [(scalar.at, path) for path, scalar in scalars(mapping)] if unnamed else []
    named = [found if found.field else replace(found, field=_field_at(found, fields)) for found in problems]
    return (*named, *_unshown(mapping))


def _field_at(found: Problem, fields: list[tuple[Position, str]]) -> str:
    """Name the field that stands at a problem: the last that begins on its line and not after it."""
    on_line = [path for at, path in fields if at.line == found.line and at.column <= found.column]
    return clipped(on_line[-1]) if on_line else "front matter"


def _unshown(mapping: Mapping) -> Iterator[Problem]:
    """Say which values hold characters that are shown as signs or left out: of most front matter, none does."""
    if is_shown_as_written("\n".join(_texts(mapping))):
        return
    for path, scalar in scalars(mapping):
        seen = shown(scalar.text)
        if seen.controls:
            message = counted(seen.controls, "control character is", "control characters are")
            message = f"{message} shown as {_signs(scalar.text)}"
            yield problem("fm-control", message, field=clipped(path), at=scalar.at)
        if seen.left_out:
            message = counted(seen.left_out, "invisible character is", "invisible characters are") + " left out"
            yield problem("text-hidden", message, field=clipped(path), at=scalar.at)


def _texts(node: Node) -> Iterator[str]:
    """Give the texts of all keys and values."""
    waiting = [node]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Scalar):
            yield each.text
        elif isinstance(each, Mapping):
            for entry in each.entries:
                yield entry.key.text
                waiting.append(entry.value)
        else:
            waiting += each.items


def _signs(text: str) -> str:
    """Give the signs that are shown for the controls of a text, or the first of them."""
    signs = sorted({seen.text for char in set(text) if (seen := shown(char)).controls})
    return ", ".join(signs[:3]) + (" …" if len(signs) > 3 else "")
