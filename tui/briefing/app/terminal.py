"""The terminal underneath: keys while a document comes over a pipe, signals, and a terminal that goes away."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread, Timer
from time import sleep
from types import FrameType
from typing import Any

ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT)
"""Signals that end the program in good order."""
SIGNAL_STATUS = 128
"""The exit status of a program ended by a signal is this and the signal's number (POSIX.1-2024, XCU 2.8.2)."""
GRACE = 3.0
"""Seconds that a program told to end may take for it: it may be waiting for a terminal that takes nothing any more."""
HEARTBEAT = 1.0
"""Seconds between two looks whether the terminal is still there."""
RESTORE = b"\x1b[?1000l\x1b[?1003l\x1b[?1006l\x1b[?2004l\x1b[?1004l\x1b[<u\x1b[?7h\x1b[?1049l\x1b[?25h\x1b[0m"
"""Undoes what the screen asks of a terminal: mouse, paste and focus reports, its own keys, the second screen."""


def keys_from_terminal() -> None:
    """Take keys from the controlling terminal, because standard input was the document.

    Raises:
        OSError: there is no controlling terminal.
    """
    terminal = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    os.dup2(terminal, 0)
    os.close(terminal)
    keys = open(0, encoding="utf-8", errors="surrogateescape", closefd=False)  # noqa: SIM115  lives as long as the process
    sys.__stdin__ = sys.stdin = keys  # type: ignore[misc]  # Textual takes the descriptor to read keys from there


def has_hung_up() -> bool:
    """Whether the terminal has gone away, so that neither keys nor a hangup signal will come any more."""
    try:
        termios.tcgetattr(0)
    except (termios.error, OSError):
        return True
    return False


def forget_terminal() -> None:
    """Let what is still written to a terminal that has gone away be lost, instead of failing at the very end."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nothing, stream)
    os.close(nothing)


@contextmanager
def ended_by_signals(end: Callable[[int], None]) -> Iterator[None]:
    """Call `end` with an exit status when a signal asks the program to go, which it then does in any case.

    A signal that is ignored stays so. One that comes before the screen is there, or when it is no more, ends the
    program at once.
    """
    modes = termios.tcgetattr(0)

    def told(number: int, _frame: FrameType | None) -> None:
        """End soon, or at once where no screen is there."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            raise SystemExit(SIGNAL_STATUS + number) from None
        _abandon_later(SIGNAL_STATUS + number, modes)
        loop.call_soon_threadsafe(end, SIGNAL_STATUS + number)

    former = {number: signal.getsignal(number) for number in ENDING}
    heeded = [number for number, handler in former.items() if handler is not signal.SIG_IGN]
    for number in heeded:
        signal.signal(number, told)
    try:
        yield
    finally:
        for number in heeded:
            signal.signal(number, former[number])


def end_without_terminal(end: Callable[[int], None]) -> None:
    """Call `end` with an exit status when the terminal goes away, even where the hangup signal is ignored.

    A thread of its own keeps watch, because the program may be waiting for that very terminal.
    """
    loop = asyncio.get_running_loop()
    status = SIGNAL_STATUS + signal.SIGHUP

    def watch() -> None:
        """Wait for the terminal to go away."""
        while not has_hung_up():
            sleep(HEARTBEAT)
        _abandon_later(status, None)
        if not loop.is_closed():
            loop.call_soon_threadsafe(end, status)

    Thread(target=watch, name="terminal-watch", daemon=True).start()


def _abandon_later(status: int, modes: list[Any] | None) -> None:
    """Make sure that the process ends, with the terminal as it was before."""
    timer = Timer(GRACE, _abandon, (status, modes))
    timer.daemon = True
    timer.start()


def _abandon(status: int, modes: list[Any] | None) -> None:
    """Give the terminal back as well as can be done without waiting for it, and end the process."""
    try:
        if modes is not None:
            termios.tcsetattr(0, termios.TCSANOW, modes)
        if select.select((), (2,), (), 0)[1]:
            os.write(2, RESTORE)
    except (termios.error, OSError):
        pass  # The terminal is gone, and nothing of it is left to be restored.
    os._exit(status)


def resume_after_any_stop(resume: Callable[[], None]) -> None:
    """Call `resume` when the process goes on in the foreground after a stop that it had no notice of (SIGSTOP).

    Textual takes every SIGCONT for the end of a stop that it prepared itself. It would begin to draw and to read keys
    a second time, and take its own modes of the terminal for those to restore.
    """
    stop, go_on = signal.getsignal(signal.SIGTSTP), signal.getsignal(signal.SIGCONT)
    loop = asyncio.get_running_loop()
    prepared = False

    def stopped(number: int, frame: FrameType | None) -> None:
        """Remember that Textual prepares this stop."""
        nonlocal prepared
        prepared = True
        _call(stop, number, frame)

    def continued(number: int, frame: FrameType | None) -> None:
        """Go on as Textual prepared it, else by `resume`."""
        nonlocal prepared
        if prepared:
            prepared = False
            _call(go_on, number, frame)
        elif not loop.is_closed() and _is_in_foreground():
            loop.call_soon_threadsafe(resume)

    signal.signal(signal.SIGTSTP, stopped)
    signal.signal(signal.SIGCONT, continued)


def _call(handler: object, number: int, frame: FrameType | None) -> None:
    """Call the handler of a signal; its default, and to ignore it, are none."""
    if callable(handler) and not isinstance(handler, signal.Handlers):
        handler(number, frame)


def _is_in_foreground() -> bool:
    """Whether the terminal is this process's to draw on; False when it has gone away."""
    try:
        return os.tcgetpgrp(0) == os.getpgrp()
    except OSError:
        return False
