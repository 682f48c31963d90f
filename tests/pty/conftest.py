"""A real terminal for tests: the program runs on a pseudo-terminal, pyte is its screen, and every byte is kept."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from time import monotonic
from typing import Any

import pyte
import pytest

FIXTURES = Path(__file__).parent.parent / "fixtures"
PATIENCE = 8.0
"""Seconds after which something that was waited for counts as hung."""
OFF_AGAIN = (1049, 1000, 1003, 1006, 1004, 2004)
"""Private modes that must be off when the program has ended: second screen, mouse, focus and paste reports."""
NAMED = {
    "Enter": "\r",
    "Esc": "\x1b",
    "Tab": "\t",
    "S-Tab": "\x1b[Z",
    "Up": "\x1b[A",
    "Down": "\x1b[B",
    "Right": "\x1b[C",
    "Left": "\x1b[D",
    "Space": " ",
    "BS": "\x7f",
    "PgDn": "\x1b[6~",
    "PgUp": "\x1b[5~",
    "Home": "\x1b[H",
    "End": "\x1b[F",
}
"""What a terminal sends for keys that are no characters."""


def typed(keys: str) -> bytes:
    """The bytes of keys as a terminal sends them; `<Enter>` and the like stand for themselves, `<C-x>` for control."""

    def one(match: re.Match[str]) -> str:
        name = match[1]
        return chr(ord(name[2].lower()) - 96) if name.startswith("C-") else NAMED[name]

    return re.sub(r"<([A-Za-z][A-Za-z-]*)>", one, keys).encode()


class Terminal:
    """The program on a terminal of its own."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        *,
        size: tuple[int, int] = (100, 30),
        folder: Path,
        piped: bytes | None = None,
        pictured: bool = True,
    ) -> None:
        """Start the command on a new terminal of this many columns and rows.

        Args:
            command: the words of the command.
            environment: all of its environment.
            size: columns and rows.
            folder: where the command runs.
            piped: what the command gets as standard input instead of the terminal.
            pictured: whether to keep the screen; without it only the bytes are kept.
        """
        self.raw = bytearray()
        self.master, self.slave = pty.openpty()
        columns, rows = size
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.before = self.modes
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen) if pictured else None
        self.process = subprocess.Popen(
            command,
            stdin=self.slave if piped is None else subprocess.PIPE,
            stdout=self.slave,
            stderr=self.slave,
            env=dict(environment),
            cwd=folder,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(1, termios.TIOCSCTTY, 0),  # noqa: PLW1509  the tests have one thread
        )
        if piped is not None and self.process.stdin is not None:
            self.process.stdin.write(piped)
            self.process.stdin.close()

    @property
    def modes(self) -> list[Any]:
        """What the terminal's line discipline does: echo, lines, signals (termios.tcgetattr)."""
        return termios.tcgetattr(self.slave)

    def read(self, seconds: float = 0.05) -> bool:
        """Take what the program writes within so long; False when it wrote nothing."""
        ready, _, _ = select.select([self.master], [], [], seconds)
        if not ready:
            return False
        data = os.read(self.master, 1 << 16)
        self.raw += data
        if self._stream is not None:
            self._stream.feed(data)
        return bool(data)

    def mark(self) -> int:
        """Take what is there to be read, and give the number of bytes that were written until now."""
        while self.read(0):
            pass
        return len(self.raw)

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        """Read until the condition holds."""
        deadline = monotonic() + PATIENCE
        while not condition():
            if monotonic() > deadline:
                raise AssertionError(f"waited in vain for {what}; the screen is:\n{self.text}")
            self.read()

    def wait_for(self, *texts: str) -> None:
        """Read until all of these texts are on the screen."""
        self.wait(lambda: all(text in self.text for text in texts), f"{texts} on the screen")

    def wait_without(self, text: str) -> None:
        """Read until this text is on the screen no more."""
        self.wait(lambda: text not in self.text, f"{text!r} to leave the screen")

    def press(self, keys: str) -> None:
        """Press keys."""
        self.send(typed(keys))

    def send(self, data: bytes) -> None:
        """Send bytes as if they were typed, reading meanwhile so that neither side waits for the other."""
        while data:
            sent = os.write(self.master, data[:512])
            data = data[sent:]
            if data:
                self.read(0)

    @property
    def unread(self) -> int:
        """How many bytes that were typed the program has not read yet."""
        return int.from_bytes(fcntl.ioctl(self.slave, termios.FIONREAD, bytes(4)), sys.byteorder)

    @property
    def lines(self) -> list[str]:
        """The rows of the screen."""
        return [line.rstrip() for line in self.screen.display]

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(self.lines)

    @property
    def reversed(self) -> str:
        """What is painted in reverse: the lit figure, hits, the selection; parts of different rows are set apart."""
        rows = (self.screen.buffer[row] for row in range(self.screen.lines))
        painted = ("".join(row[x].data if row[x].reverse else "\n" for x in range(self.screen.columns)) for row in rows)
        return " ".join("\n".join(painted).split("\n")).strip()

    @property
    def private_modes(self) -> dict[int, bool]:
        """The private modes that were set, and whether they are on now."""
        found = re.findall(rb"\x1b\[\?(\d+)([hl])", bytes(self.raw))
        return {int(number): letter == b"h" for number, letter in found}

    @property
    def given_back(self) -> bool:
        """Whether the terminal is as it was before the program, its cursor shown and its lines wrapped."""
        modes = self.private_modes
        return not any(modes.get(mode) for mode in OFF_AGAIN) and modes[25] and modes[7] and self.modes == self.before

    def resize(self, size: tuple[int, int]) -> None:
        """Give the terminal another size, as when its window is drawn larger."""
        columns, rows = size
        self.screen.resize(rows, columns)
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        self.process.send_signal(number)

    def ended(self) -> int:
        """Wait until the program has ended and give its exit status, negative when a signal killed it."""
        self.wait(lambda: self.process.poll() is not None, "the end of the program")
        self.mark()
        status = self.process.poll()
        assert status is not None
        return status

    def hang_up(self) -> None:
        """Take the terminal away, as when its window is closed or its connection lost."""
        os.close(self.master)
        os.close(self.slave)
        self.master = self.slave = -1

    def close(self) -> None:
        """End what still runs, and give the terminal back."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for descriptor in (self.master, self.slave):
            if descriptor >= 0:
                os.close(descriptor)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment in which the program finds nothing of the person who runs the tests."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "PYTHONPATH") if name in os.environ}
    return {
        **kept,
        "HOME": str(tmp_path / "home"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "BRIEFING_TODAY": "2025-07-10",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LC_ALL": "C.UTF-8",
    }


Launch = Callable[..., Terminal]


@pytest.fixture
def launch(environment: dict[str, str], tmp_path: Path) -> Iterator[Launch]:
    """Start the program with arguments on a terminal; all of them end with the test."""
    terminals: list[Terminal] = []

    def start(
        *arguments: str, command: Sequence[str] = (), more: Mapping[str, str] | None = None, **options: Any
    ) -> Terminal:
        whole = [*(command or (sys.executable, "-m", "briefing")), *arguments]
        options.setdefault("folder", tmp_path)
        terminal = Terminal(whole, {**environment, **(more or {})}, **options)
        terminals.append(terminal)
        return terminal

    yield start
    for terminal in terminals:
        terminal.close()


@pytest.fixture
def coast(tmp_path: Path) -> Path:
    """A library of four briefings, copied so that a test may change it."""
    return Path(shutil.copytree(FIXTURES / "coast", tmp_path / "coast"))
