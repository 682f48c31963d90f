"""Cases written as Markdown: a heading, what a file holds, and what is read of it.

A case is a heading of level 2 and two blocks between lines of four backticks. The first is the file. The second is what
is read: the notation and the line on which the text begins, then `path = value` for each value (with `absent` and
`as text` where that is so), `key ? lines` for what could not be read, and the problems as `briefing check` prints them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.format.front import front_matter
from briefing.format.node import Mapping, Node, Scalar

_CASE = re.compile(r"^## (?P<name>.*)\n(?:(?!````|## ).*\n)*````\w*\n(?P<file>(?:(?!````).*\n)*)````\n\n````\w*\n(?P<read>(?:(?!````).*\n)*)````$", re.M)


@dataclass(frozen=True, slots=True)
class Case:
    """A file and what is read of it."""

    name: str
    file: str
    read: str


def cases(path: Path) -> list[Case]:
    """Find the cases of a page."""
    text = path.read_text(encoding="utf-8")
    found = [Case(each["name"], each["file"].replace("→", "\t"), each["read"]) for each in _CASE.finditer(text)]
    assert len(found) == len(re.findall("^## ", text, re.M)), "a case of the page is not written as the others are"
    return found


def what_is_read(file: str) -> str:
    """Read the front matter of a file, and write down what was read as the pages do."""
    front = front_matter(file)
    lines = [f"{front.kind}, text from line {front.body_line}"]
    if front.mapping is not None:
        lines += [f"{path} = {value}" for path, value in _values(front.mapping)]
    lines += [f"{key} ? {_escaped(text)}" for key, text in front.unread.items()]
    for it in sorted(front.problems, key=lambda it: (it.line, it.column)):
        named = f"{it.field}: " if it.field else ""
        lines.append(f"{it.line}:{it.column}: {it.level}: {named}{it.message} [{it.code}]")
    return "".join(f"{line}\n" for line in lines)


def _values(node: Node, path: str = "") -> Iterator[tuple[str, str]]:
    """Iterate over the values of a tree, written for reading."""
    if isinstance(node, Scalar):
        marks = [name for name, is_so in (("absent", node.absent), ("as text", node.quoted)) if is_so]
        yield path, _escaped(node.text) + "".join(f" ({mark})" for mark in marks)
    elif isinstance(node, Mapping):
        if not node.entries:
            yield path or "nothing", "{}"
        for entry in node:
            yield from _values(entry.value, f"{path}.{entry.key.text}" if path else entry.key.text)
    else:
        if not node.items:
            yield path, "[]"
        for number, item in enumerate(node.items):
            yield from _values(item, f"{path}[{number}]")


def _escaped(text: str) -> str:
    """Write line ends and controls as escapes."""
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)
