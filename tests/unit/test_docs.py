"""The README does what it says: its examples are run, its lists are held against the program."""

from __future__ import annotations

import ast
import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from briefing.cli.entry import COMMANDS
from briefing.format.read import parse
from briefing.library.settings import Settings
from briefing.review.inspect import every_problem, inspect
from briefing.review.page import text_of

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLE = README.split("```markdown\n", 1)[1].split("```\n", 1)[0]
SIZE = struct.pack("HHHH", 24, 80, 0, 0)

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
SOURCES = sorted((ROOT / "tui").rglob("*.py"))


def examples() -> Iterator[tuple[str, str]]:
    """The commands of the README's examples for the shell, each with what it prints."""
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL):
        for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, printed = example.split("\n", 1)
            yield command, printed


def printed_by(command: str, folder: Path) -> str:
    """What a command of the shell prints on a terminal of 80 columns without colours."""
    terminal, program_side = pty.openpty()
    fcntl.ioctl(program_side, termios.TIOCSWINSZ, SIZE)
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    homes = {f"XDG_{kind}_HOME": str(folder / ".home") for kind in ("CACHE", "CONFIG", "STATE")}
    environment = {"PATH": path, "NO_COLOR": "1", "LC_ALL": "C.UTF-8", **homes}
    with subprocess.Popen(
        ["sh", "-c", command], cwd=folder, env=environment, stdin=program_side, stdout=program_side, stderr=program_side
    ):
        os.close(program_side)
        printed = b""
        while chunk := read(terminal):
            printed += chunk
    os.close(terminal)
    return printed.decode().replace("\r\n", "\n")


def read(terminal: int) -> bytes:
    """What a terminal has to say next; nothing at its end, which Linux reports as a fault (EIO)."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def test_the_examples_of_the_readme_print_what_it_says(tmp_path: Path) -> None:
    (tmp_path / "orle.md").write_text(EXAMPLE, encoding="utf-8")
    for command, printed in examples():
        assert printed_by(command, tmp_path) == printed


def test_every_command_of_the_shell_has_an_example() -> None:
    shown = {word for command, _ in examples() for word in command.split() if word in COMMANDS}
    assert shown == COMMANDS.keys()


def test_the_example_of_a_briefing_is_one_without_fault() -> None:
    briefing = parse(EXAMPLE, "orle.md")
    assert len(briefing.figures) == 1
    assert every_problem(briefing, inspect(briefing, text_of(briefing))) == ()


def test_the_variables_that_are_read_are_those_described() -> None:
    described = set(re.findall(r"`([A-Z_]+)`", README.split("| variable |", 1)[1].split("\n\n", 1)[0]))
    assert variables() - {"TERM", "TMUX"} == described


def variables() -> set[str]:
    """The names in the source of what is read from the environment: `environ.get("NAME")`, or a `VARIABLE`."""
    found: set[str] = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(attr="get", value=ast.Attribute(attr="environ")), args=args):
                    found |= {it.value for it in args[:1] if isinstance(it, ast.Constant) and isinstance(it.value, str)}
                case ast.Assign(targets=[ast.Name(id="VARIABLE")], value=ast.Constant(value=str(name))):
                    found.add(name)
    return found


def test_every_choice_that_is_remembered_is_named() -> None:
    line = next(line for line in README.splitlines() if "settings.json" in line)
    assert {field.name for field in fields(Settings)} <= set(re.findall(r"`(\w+)`", line))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_the_pages_lead_somewhere(page: Path) -> None:
    targets = re.findall(
        r"\]\((?!https?://)([^)#]+)", re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    )
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_checks_by_hand_are_those_of_ci() -> None:
    by_hand = re.findall(
        r"^\t\$\(BIN\)/(.*)", (ROOT / "Makefile").read_text("utf-8").split("format:", 1)[0], re.MULTILINE
    )
    in_ci = re.findall(r"^ *\.venv/bin/(.*)", (ROOT / ".ci" / "run").read_text("utf-8"), re.MULTILINE)
    assert set(by_hand) == {*in_ci, "python -m pytest"}


@pytest.mark.parametrize("program", ["briefing", "pytest"])
def test_one_command_of_the_readme_does_everything(program: str) -> None:
    begun = [line for line in README.splitlines() if line.startswith("python3 -m venv")]
    assert len([line for line in begun if line.endswith(f"/{program}")]) == 1
