"""How the code is kept: its sizes, its docstrings, the reasons beside its exceptions, and what no file may say."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "tui" / "briefing"

LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
CODE_FOLDERS = ("tui", "tests", "benchmarks", "scripts")
TEXT_FOLDERS = (*CODE_FOLDERS, "briefings", "docs", ".ci")
TEXT_ENDINGS = {".py", ".md", ".toml", ".txt", ".json", ".yml", ".yaml", ""}

Definition = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef

MODULES = sorted(PACKAGE.rglob("*.py"))
SOURCES = sorted(path for folder in CODE_FOLDERS for path in (ROOT / folder).rglob("*.py"))


def name(path: Path) -> str:
    """A path as it is named in a message."""
    return path.relative_to(ROOT).as_posix()


def definitions(path: Path) -> list[Definition]:
    """The classes and functions of a module, with those that stand within others."""
    return [it for it in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(it, Definition)]


def last_line(it: Definition) -> int:
    """The number of the last line of a class or function."""
    return it.end_lineno or it.lineno


def comments(path: Path) -> Iterator[tuple[int, str]]:
    """The comments of a module with their lines."""
    for token in tokenize.generate_tokens(io.StringIO(path.read_text(encoding="utf-8")).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def tracked() -> Iterator[Path]:
    """The texts that make up the project."""
    found = [path for path in ROOT.iterdir() if path.suffix in TEXT_ENDINGS]
    for folder in TEXT_FOLDERS:
        found += (path for path in (ROOT / folder).rglob("*") if path.suffix in TEXT_ENDINGS)
    return (path for path in sorted(found) if path.is_file() and "__pycache__" not in path.parts)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_modules_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_functions_are_short(path: Path) -> None:
    """Their docstrings and tables count, and so does what is defined within them."""
    functions = [it for it in definitions(path) if not isinstance(it, ast.ClassDef)]
    assert [f"{it.lineno} {it.name}" for it in functions if last_line(it) - it.lineno >= LONGEST_FUNCTION] == []


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_everything_that_has_a_name_is_described(path: Path) -> None:
    """Magic methods do what their names say."""
    bare = [f"{it.lineno} {it.name}" for it in definitions(path) if not ast.get_docstring(it) and it.name[:2] != "__"]
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert bare == []


SUPPRESSION = re.compile(r"#\s*(?:noqa|type:\s*ignore|pragma|fmt:|ruff:|mypy:)")
EXCUSED = re.compile(r"# (?:noqa: [A-Z]+\d+(?:, ?[A-Z]+\d+)*  |type: ignore\[[a-z-]+(?:, ?[a-z-]+)*\]  # )\S.*\w")
"""The code that is silenced, two spaces, and why; mypy wants a reason to be a comment of its own."""
LAYOUT = re.compile(r"# fmt: (?:skip|off|on)$")
"""What the formatter is told is about looks, and needs no reason."""


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_what_is_silenced_says_why(path: Path) -> None:
    silenced = [(line, text) for line, text in comments(path) if SUPPRESSION.search(text)]
    bare = [f"{line} {text}" for line, text in silenced if not EXCUSED.search(text) and not LAYOUT.search(text)]
    assert bare == []


UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_nothing_is_left_for_later(path: Path) -> None:
    assert [f"{line} {text}" for line, text in comments(path) if UNFINISHED.search(text)] == []


OUT_OF_PLACE = {
    "a path of one machine": r"(?<![\w.])/(?:work|home/\w|Users/\w|root)\b\S*",
    "a place in a plan": r"\b(?:[Ii]ssues? #?\d|[Mm]ilestones?\b|[Rr]oadmap\b|[Ss]print \d|[Ww]ork package)",
    "a page that is not here": r"\b[A-Z]{3,}\.md\b",
    "a change that nobody saw": r"\b(?:[Rr]efactored|[Rr]ewritten from|[Pp]reviously,|as (?:requested|instructed))\b",
}
"""What says how or where the project was made rather than what it is."""


@pytest.mark.parametrize("what", OUT_OF_PLACE)
def test_no_file_speaks_of_how_it_was_made(what: str) -> None:
    pattern = re.compile(OUT_OF_PLACE[what])
    found = [
        f"{name(path)}:{number}: {match[0]}"
        for path in tracked()
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        for match in pattern.finditer(line)
        if not any((folder / match[0]).is_file() for folder in (ROOT, path.parent)) and path != Path(__file__)
    ]
    assert found == []
