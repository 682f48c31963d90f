"""How soon the first screen is there: `briefing FILE` against the smallest program that Textual can make.

Both are started in turn in a terminal of 100 columns and 30 rows. Measured is the time from the start of the process
to the first byte of the text that was asked for: by the clock, and as processor time of the process, which is the
steadier figure on a machine that others use too. What counts is the ratio: absolute times differ from machine to
machine. A first start of each is not counted: it leaves the compiled modules, as an installation does.

    python benchmarks/start.py [--runs 15] [--file PATH]
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path
from typing import NamedTuple

SMALLEST = """
from textual.app import App
from textual.widgets import Static

class Smallest(App):
    def compose(self):
        yield Static("WORDS-TO-SEE")

Smallest().run()
"""
SIGN = b"WORDS-TO-SEE"
DOCUMENT = """---
title: A page to start with
byline: Somebody
date: 2025-07-08
takeaways: [One thing., Another thing.]
figures:
  - value: over 30,000
    unit: troops
    label: expected
    quote: over 30,000
---

## First section WORDS-TO-SEE

"""
PARAGRAPH = "Some words of a paragraph, *stressed* here and **strong** there, over 30,000 of them in `all`.\n\n"
LIMIT = 20.0
"""Seconds after which a start counts as failed."""


class Start(NamedTuple):
    """What it took until the words were shown, in seconds."""

    wall: float
    cpu: float
    """User and system time of the process."""


def first_words(command: list[str]) -> Start:
    """Start a program in a terminal of its own and measure until it shows the words."""
    begun = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", LC_ALL="C.UTF-8")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.execvp(command[0], command)  # noqa: S606  the very point: no shell in between
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    seen = b""
    try:
        while SIGN not in seen:
            left = begun + LIMIT - time.perf_counter()
            if left < 0 or not select.select([terminal], [], [], left)[0]:
                sys.exit(f"start: {' '.join(command)} showed nothing:\n{seen.decode(errors='replace')}")
            seen += _read(terminal, seen)
        wall = time.perf_counter() - begun
    finally:
        os.kill(child, signal.SIGKILL)
        spent = os.wait4(child, 0)[2]
        os.close(terminal)
    return Start(wall, spent.ru_utime + spent.ru_stime)


def _read(terminal: int, seen: bytes) -> bytes:
    """Read what the program writes; when it ended instead, so does this one, with what it said."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        sys.exit(f"start: it ended early:\n{seen.decode(errors='replace')}")


def _report(pairs: list[tuple[Start, Start]]) -> None:
    """Print medians, and the median of the ratios of the pairs."""
    print(f"{'to the first words, medians':<32}{'wall, s':>10}{'CPU, s':>10}")
    for name, starts in zip(("briefing FILE", "smallest Textual app"), zip(*pairs, strict=True), strict=True):
        wall, cpu = (statistics.median(times) for times in zip(*starts, strict=True))
        print(f"{name:<32}{wall:>10.3f}{cpu:>10.3f}")
    wall, cpu = (statistics.median(mine[n] / floor[n] for mine, floor in pairs) for n in (0, 1))
    print(f"{f'ratio, median of {len(pairs)} pairs':<32}{wall:>10.2f}{cpu:>10.2f}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--file", type=Path, help="a briefing that shows the words WORDS-TO-SEE on its first screen")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        smallest = Path(folder, "smallest.py")
        smallest.write_text(SMALLEST, encoding="utf-8")
        page = options.file or Path(folder, "page.md")
        if options.file is None:
            page.write_text(DOCUMENT + PARAGRAPH * 50, encoding="utf-8")
        ours = [str(Path(sys.executable).with_name("briefing")), str(page)]
        theirs = [sys.executable, str(smallest)]
        first_words(ours), first_words(theirs)
        pairs = [(first_words(ours), first_words(theirs)) for _ in range(options.runs)]
    _report(pairs)


if __name__ == "__main__":
    main()
