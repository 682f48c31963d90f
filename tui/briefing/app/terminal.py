"""The terminal underneath: keys while a document comes over a pipe, signals, and a terminal that goes away."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
from collections.abc import Callable

ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
"""Signals that end the program in good order."""


def keys_from_terminal() -> None:
    """Take keys from the controlling terminal, because standard input was the document.

    Raises:
        OSError: there is no controlling terminal.
    """
    terminal = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    os.dup2(terminal, 0)
    os.close(terminal)
    sys.__stdin__ = sys.stdin = open(0, encoding="utf-8", errors="surrogateescape", closefd=False)  # noqa: PTH123, SIM115  the descriptor lives as long as the process


def end_on_signals(end: Callable[[signal.Signals], None]) -> None:
    """Call `end` when a signal asks the program to go; a signal that is ignored stays so."""
    loop = asyncio.get_running_loop()
    for number in ENDING:
        if signal.getsignal(number) is not signal.SIG_IGN:
            loop.add_signal_handler(number, end, number)


def has_hung_up() -> bool:
    """Whether the terminal has gone away, so that neither keys nor a hangup signal will come any more."""
    poll = select.poll()
    poll.register(0, 0)
    return any(event & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, event in poll.poll(0))
