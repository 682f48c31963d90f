"""A program in a terminal of its own, as it is measured: what is sent, when something comes back, what it costs."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import tempfile
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, Self

COLUMNS, ROWS = 100, 30
_CONTROL = re.compile(rb"\x1b(?:\[[0-9;:?<>=]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\))|[\x00-\x1f]")
_PRIORITY = -10
"""Where the system allows it, so that what else the machine does disturbs less."""
_TICKS = os.sysconf("SC_CLK_TCK")
_CALM = 0.02
"""Seconds of processor time in half a second below which a program counts as doing nothing."""


class Start(NamedTuple):
    """What it took until words were shown, in seconds."""

    wall: float
    cpu: float
    """User and system time of the process."""


class Burst(NamedTuple):
    """What a program wrote until it paused."""

    seconds: float
    """From what was sent to the last byte."""
    size: int


class TooLate(Exception):  # noqa: N818  it is the program that is measured which fails
    """What was waited for did not come within its time."""


class Program:
    """A program in a terminal of 100 columns and 30 rows, alone on one core, with a home folder of its own.

    Times count from the start, or from what was sent last.
    """

    def __init__(self, command: Sequence[str], home: Path | None = None) -> None:
        """Start the command; in this home folder if one is named, which is then kept."""
        self._home = tempfile.TemporaryDirectory()
        self._seen = b""
        self.columns = COLUMNS
        cores = sorted(os.sched_getaffinity(0))
        self._sent = time.perf_counter()
        self._child, self._terminal = pty.fork()
        if self._child == 0:
            os.sched_setaffinity(0, {cores[-1]})
            with contextlib.suppress(PermissionError):
                os.setpriority(os.PRIO_PROCESS, 0, _PRIORITY)
            os.environ.update(
                TERM="xterm-256color", COLORTERM="truecolor", LC_ALL="C.UTF-8", HOME=str(home or self._home.name)
            )
            for name in [*filter(lambda name: name.startswith("XDG_"), os.environ), "PYTHONDONTWRITEBYTECODE"]:
                os.environ.pop(name, None)
            os.execvp(command[0], list(command))  # noqa: S606  the very point: no shell in between
        self._set_size()

    def __enter__(self) -> Self:
        """Use it for a while."""
        return self

    def __exit__(self, *_: object) -> None:
        """End it."""
        self.close()

    def close(self) -> float:
        """End the program and give the processor time that it took, in seconds."""
        if self._child == 0:
            return 0.0
        os.kill(self._child, signal.SIGKILL)
        spent = os.wait4(self._child, 0)[2]
        self._child = 0
        os.close(self._terminal)
        self._home.cleanup()
        return spent.ru_utime + spent.ru_stime

    # What is sent

    def send(self, keys: bytes) -> None:
        """Type something; what was written before no longer counts."""
        while self._read(0):
            pass
        self._seen = b""
        self._sent = time.perf_counter()
        os.write(self._terminal, keys)

    def resize(self, columns: int) -> None:
        """Give the terminal another width."""
        self.columns = columns
        self.send(b"")
        self._set_size()

    def _set_size(self) -> None:
        """Tell the terminal its size; the kernel sends the signal."""
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, self.columns, 0, 0))

    # What comes back

    def words(self, *sought: str, limit: float) -> float:
        """Read until one of these texts is on the screen, and give the seconds it took.

        Raises:
            TooLate: none came in time, or the program has ended.
        """
        return self.matches(re.compile("|".join(map(re.escape, sought))), limit=limit, what=" or ".join(sought))

    def matches(self, pattern: re.Pattern[str], *, limit: float, what: str = "") -> float:
        """Read until the pattern is found in what is written, and give the seconds it took.

        Raises:
            TooLate: it was not found in time, or the program has ended.
        """
        while not pattern.search(self.seen):
            if not self._read(self._sent + limit - time.perf_counter()):
                raise TooLate(f"shown within {limit:g} s: {what or pattern.pattern}")
        return time.perf_counter() - self._sent

    def first_byte(self, limit: float = 5.0) -> float:
        """Read until anything comes, and give the seconds it took.

        Raises:
            TooLate: nothing came in time.
        """
        if not self._read(limit):
            raise TooLate(f"anything within {limit:g} s")
        return time.perf_counter() - self._sent

    def burst(self, pause: float = 0.06, limit: float = 5.0) -> Burst:
        """Read until nothing comes for a while.

        Raises:
            TooLate: nothing came in time at all.
        """
        last = self.first_byte(limit)
        while self._read(pause) and last < limit:
            last = time.perf_counter() - self._sent
        return Burst(last, len(self._seen))

    @property
    def seen(self) -> str:
        """What was written since something was sent, without colours and movements."""
        return _CONTROL.sub(b"", self._seen).decode(errors="replace")

    def _read(self, seconds: float) -> bool:
        """Take what the program writes within so long; False when it wrote nothing, or has ended."""
        if seconds < 0 or not select.select([self._terminal], [], [], seconds)[0]:
            return False
        try:
            self._seen += os.read(self._terminal, 1 << 16)
        except OSError:
            return False
        return True

    # What it costs

    @property
    def cpu(self) -> float:
        """Processor time until now, in seconds."""
        fields = Path(f"/proc/{self._child}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    @property
    def memory(self) -> float:
        """Resident memory, in MiB."""
        status = Path(f"/proc/{self._child}/status").read_text(encoding="utf-8")
        return int(re.findall(r"VmRSS:\s+(\d+)", status)[0]) / 1024

    def rest(self, limit: float) -> None:
        """Read until the program does nothing any more.

        Raises:
            TooLate: it is still busy.
        """
        begun, spent, calm = time.perf_counter(), self.cpu, 0
        while calm < 2:
            if time.perf_counter() - begun > limit:
                raise TooLate(f"rest within {limit:g} s")
            pause = time.perf_counter() + 0.5
            while self._read(pause - time.perf_counter()):
                pass
            calm = calm + 1 if self.cpu - spent < _CALM else 0
            spent = self.cpu


def first_paint(command: Sequence[str], sign: str, limit: float, home: Path | None = None) -> Start:
    """Start a program, in this home folder if one is named, wait for words, and end it.

    Raises:
        TooLate: they did not come in time.
    """
    with Program(command, home) as program:
        wall = program.words(sign, limit=limit)
        return Start(wall, program.close())
