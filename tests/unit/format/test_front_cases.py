"""Front matter of every kind, whole and broken, as the pages of cases beside this file have it.

A case is a heading of level 2 and two blocks between lines of four backticks. The first is the file; in it `→` is a
tab and `·` a space. The second is what is read of it: the notation and the line on which the text begins; then
`path = value` for each value, with a word for what is absent or was made text on purpose; `key ? lines` for what could
not be read; and the problems, as `briefing check` prints them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from briefing.format import yaml_events
from briefing.format.front import front_matter
from briefing.format.node import Mapping, Node, Scalar

PAGES = sorted((Path(__file__).parent / "fixtures").glob("front_*.md"))
FENCE = "````"


@dataclass(frozen=True, slots=True)
class Case:
    """A file and what is read of it."""

    name: str
    file: str
    read: str


def cases(page: Path) -> list[Case]:
    """Find the cases of a page."""
    found = []
    for part in page.read_text(encoding="utf-8").split("\n## ")[1:]:
        name, file, between, read, end = (block.partition("\n") for block in part.split(FENCE))
        assert (file[0], between, read[0], end[0].strip()) == ("markdown", ("", "\n", "\n"), "text", "")
        found.append(Case(name[0], file[2].replace("→", "\t").replace("·", " "), read[2]))
    return found


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{page.stem}: {case.name}") for page in PAGES for case in cases(page)]
)
def test_front_matter_is_read_as_the_page_says(case: Case) -> None:
    assert what_is_read(case.file) == case.read


def test_the_parser_of_a_machine_without_libyaml_reads_every_page_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_events, "_LOADER", yaml.BaseLoader)
    for page in PAGES:
        assert [what_is_read(case.file) for case in cases(page)] == [case.read for case in cases(page)]


def what_is_read(file: str) -> str:
    """Read the front matter of a file, and write down what was read as the pages do."""
    front = front_matter(file)
    lines = [f"{front.kind}, text from line {front.body_line}"]
    if front.mapping is not None:
        lines += [f"{path} = {value}" for path, value in values(front.mapping)]
    lines += [f"{key} ? {escaped(text)}" for key, text in front.unread.items()]
    for it in sorted(front.problems, key=lambda it: (it.line, it.column)):
        named = f"{it.field}: " if it.field else ""
        lines.append(f"{it.line}:{it.column}: {it.level}: {named}{it.message} [{it.code}]")
    return "".join(f"{line}\n" for line in lines)


def values(node: Node, path: str = "") -> Iterator[tuple[str, str]]:
    """Iterate over the values of a tree, written for reading."""
    if isinstance(node, Scalar):
        marks = [name for name, is_so in (("absent", node.absent), ("as text", node.quoted)) if is_so]
        yield path, escaped(node.text) + "".join(f" ({mark})" for mark in marks)
    elif isinstance(node, Mapping):
        if not node.entries:
            yield path or "nothing", "{}"
        for entry in node:
            yield from values(entry.value, f"{path}.{entry.key.text}" if path else entry.key.text)
    else:
        if not node.items:
            yield path, "[]"
        for number, item in enumerate(node.items):
            yield from values(item, f"{path}[{number}]")


def escaped(text: str) -> str:
    """Write line ends and controls as escapes."""
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)
