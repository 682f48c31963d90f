"""The programs that the view is compared with, each in an environment of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

SMALLEST = """
import sys
from textual.app import App
from textual.widgets import Static

class Smallest(App):
    def compose(self):
        yield Static(sys.argv[1])

Smallest().run()
"""
"""The smallest program that Textual can make: it shows a word."""
VIEWER = """
import sys
from pathlib import Path
from textual.app import App
from textual.widgets import MarkdownViewer

class Viewer(App):
    def compose(self):
        yield MarkdownViewer(Path(sys.argv[1]).read_text(encoding="utf-8"), show_table_of_contents=False)

    def on_mount(self):
        self.query_one(MarkdownViewer).focus()

Viewer().run()
"""
"""Textual's own widget for Markdown, and nothing else."""
PACKAGES = ("frogmouth", "hike")


class Peer(NamedTuple):
    """A program, how it is started on a file, and the keys that move it."""

    name: str
    command: tuple[str, ...]
    """Without the file."""
    down: bytes = b"j"
    end: bytes = b"\x1b[F"
    before: bytes = b""
    """Keys that take the focus to the text first."""

    def on(self, path: Path) -> tuple[str, ...]:
        """The command that shows a file."""
        return (*self.command, str(path))


def cache_folder() -> Path:
    """Where environments and documents are kept between two runs."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "briefing-benchmarks")


def ours() -> Peer:
    """The program itself, by the command that a reader types."""
    return Peer("briefing", (str(Path(sys.executable).with_name("briefing")),))


def smallest(word: str) -> tuple[str, ...]:
    """The command of the smallest Textual app, showing a word."""
    return (*_script("smallest", SMALLEST), word)


def peers() -> dict[str, Peer]:
    """Every peer by name, installed where it was not."""
    for package in PACKAGES:
        _install(package)
    folder = cache_folder()
    found = (
        Peer("MarkdownViewer", _script("viewer", VIEWER), down=b"\x1b[B"),
        Peer("frogmouth", (str(folder / "frogmouth" / "bin" / "frogmouth"),), before=b""),
        Peer("hike", (str(folder / "hike" / "bin" / "hike"),)),
        Peer("less", ("less",), end=b"G"),
    )
    return {peer.name: peer for peer in found}


def versions() -> dict[str, str]:
    """The versions of the peers, and of the Textual that each of them uses."""
    asked = "import importlib.metadata as m, sys; print(m.version(sys.argv[1]), m.version('textual'))"
    found = {}
    for package in PACKAGES:
        python = cache_folder() / package / "bin" / "python"
        done = subprocess.run([python, "-c", asked, package], capture_output=True, text=True, check=True)
        own, textual = done.stdout.split()
        found[package] = f"{own} (Textual {textual})"
    return found


def _script(name: str, source: str) -> tuple[str, ...]:
    """The command of a program that is written here."""
    path = cache_folder() / f"{name}.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source, encoding="utf-8")
    return sys.executable, str(path)


def _install(package: str) -> None:
    """Install a program from the package index into an environment of its own."""
    folder = cache_folder() / package
    if (folder / "bin" / package).exists():
        return
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    subprocess.run([folder / "bin" / "pip", "install", "--quiet", package], check=True)
