"""How soon the first screen is there: `briefing FILE` against the smallest program that Textual can make.

Both are started in turn in a terminal of 100 columns and 30 rows. Measured is the wall time from the start of the
process to the first byte of the text that was asked for. What counts is the ratio: absolute times differ from machine
to machine.

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
  - {value: over 30,000, unit: troops, label: expected, quote: over 30,000}
---

## First section WORDS-TO-SEE

"""
PARAGRAPH = "Some words of a paragraph, *stressed* here and **strong** there, over 30,000 of them in `all`.\n\n"
LIMIT = 20.0
"""Seconds after which a start counts as failed."""


def first_words(command: list[str]) -> float:
    """Start a program in a terminal of its own and return the seconds until it shows the words."""
    begun = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", LC_ALL="C.UTF-8")
        os.execvp(command[0], command)  # noqa: S606  the very point: no shell in between
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    seen = b""
    try:
        while SIGN not in seen:
            if time.perf_counter() - begun > LIMIT or not select.select([terminal], [], [], LIMIT)[0]:
                sys.exit(f"start: {' '.join(command)} showed nothing:\n{seen.decode(errors='replace')}")
            seen += os.read(terminal, 65536)
        return time.perf_counter() - begun
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


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
        ours = [sys.executable, "-m", "briefing", str(page)]
        theirs = [sys.executable, str(smallest)]
        first_words(ours), first_words(theirs)
        pairs = [(first_words(ours), first_words(theirs)) for _ in range(options.runs)]
    mine, floor = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    print(f"{'program':<24}{'first words, median s':>24}")
    print(f"{'smallest Textual app':<24}{floor:>24.3f}")
    print(f"{'briefing FILE':<24}{mine:>24.3f}")
    print(f"ratio, median of {options.runs} pairs: {ratio:.2f}")


if __name__ == "__main__":
    main()
