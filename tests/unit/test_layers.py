"""Each room brings only what it needs: seen in an interpreter that imports nothing else."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "tui" / "briefing"

BEFORE = {
    "model": set(),
    "document": {"model"},
    "format": {"model", "document"},
    "library": {"model", "document", "format"},
    "review": {"model", "document", "format"},
    "cli": {"model", "document", "format", "library", "review"},
}
"""The rooms below the screen, each with the rooms that it may import."""

IMPORT = """
import sys
before = set(sys.modules)
for name in sys.argv[1:]:
    __import__(name)
print(*sys.modules.keys() - before)
"""
"""A program that imports nothing for itself, since that would hide it."""


@cache
def brought_by(*names: str) -> frozenset[str]:
    """The modules that an interpreter has after importing these which it did not have before."""
    done = subprocess.run(
        [sys.executable, "-I", "-c", IMPORT, *names], capture_output=True, check=True, encoding="utf-8", timeout=60
    )
    return frozenset(done.stdout.split())


def modules_of(room: str) -> list[str]:
    """The names of all modules of a room."""
    paths = sorted((PACKAGE / room).rglob("*.py"))
    names = [".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts) for path in paths]
    return [name.removesuffix(".__init__") for name in names]


def roots(modules: frozenset[str]) -> set[str]:
    """The packages that modules belong to."""
    return {module.split(".")[0] for module in modules}


def test_the_name_alone_costs_nothing() -> None:
    assert brought_by("briefing") == {"briefing"}


@pytest.mark.parametrize("room", BEFORE)
def test_a_room_below_the_screen_knows_nothing_of_textual(room: str) -> None:
    assert {"textual", "rich", "pygments"}.isdisjoint(roots(brought_by(*modules_of(room))))


@pytest.mark.parametrize("room", BEFORE)
def test_a_room_brings_only_the_rooms_before_it(room: str) -> None:
    brought = brought_by(*modules_of(room))
    rooms = {module.split(".")[1] for module in brought if module.startswith("briefing.")}
    assert rooms <= BEFORE[room] | {room}


def test_the_model_needs_nothing_but_the_standard_library() -> None:
    assert roots(brought_by(*modules_of("model"))) - sys.stdlib_module_names == {"briefing"}


HEAVY = {"click", "json", "pathlib", "sqlite3", "tomllib", "yaml"}
"""What takes long to import; a command imports those of them that it uses, when it runs."""


@pytest.mark.parametrize("module", ["briefing.__main__", "briefing.cli", "briefing.cli.entry"])
def test_the_door_of_the_program_opens_before_anything_heavy_is_imported(module: str) -> None:
    assert HEAVY.isdisjoint(roots(brought_by(module)))


IMPORTED_AS = {"pyyaml": "yaml"}
"""Distributions whose packages have other names."""
BROUGHT = {"rich", "pygments"}
"""What comes with Textual, in the version that Textual wants."""


def test_what_is_imported_is_declared_and_nothing_else_is() -> None:
    project = tomllib.loads((PACKAGE.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[<>=~!; ]", line)[0] for line in project["dependencies"]}
    imported = {root for path in PACKAGE.rglob("*.py") for root in imports(ast.parse(path.read_text(encoding="utf-8")))}
    foreign = imported - sys.stdlib_module_names - {"briefing"} - BROUGHT
    assert foreign == {IMPORTED_AS.get(name, name) for name in declared}


def imports(module: ast.Module) -> set[str]:
    """The packages that a module imports anywhere in its code."""
    found = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found
