"""Starting the screen: the one call from the commands into the app."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from briefing.model.errors import Refusal

STANDARD_INPUT = "-"
"""The path that means the standard input."""


def read(path: str | None = None, *, mouse: bool = True) -> int:
    """Open a file, a folder, standard input (`-`) or the library on the screen; return the exit status.

    Raises:
        Refusal: there is no such file, or it cannot be read, or there is no terminal to draw on or take keys from.
    """
    if path is not None and path != STANDARD_INPUT:
        _require_file(path)
    _require_terminal(has_keys=_has_keyboard() if path == STANDARD_INPUT else sys.stdin.isatty())
    from briefing.app import run  # noqa: PLC0415  what is refused does not wait for the screen

    return run(path, mouse=mouse)


def _require_file(path: str) -> None:
    """Refuse a path that leads nowhere, before the screen is imported."""
    try:
        exists = Path(path).exists()
    except (OSError, ValueError):
        exists = False
    if not exists:
        from briefing.format.source import load  # noqa: PLC0415  only to say why

        load(path)


def _require_terminal(*, has_keys: bool) -> None:
    """Refuse where the screen would be drawn unseen, or would wait for keys that cannot come."""
    if not sys.stdout.isatty() or not sys.stderr.isatty():
        raise Refusal("the output is no terminal; to print a briefing: briefing show PATH")
    if not has_keys:
        raise Refusal("there is no terminal to take keys from; to print a briefing: briefing show PATH")


def _has_keyboard() -> bool:
    """Whether the controlling terminal can be opened for keys, since standard input is the document."""
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return False
    return True
