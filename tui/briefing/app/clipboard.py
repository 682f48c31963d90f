"""Copying out of a terminal: by the terminal itself, which also works over ssh, and by tmux where it runs."""

from __future__ import annotations

import asyncio
import os
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

TMUX_SECONDS = 2.0
"""How long tmux may take to accept a text."""


async def copy(app: App[object], text: str) -> str:
    """Hand a text to the clipboard.

    The terminal is asked with OSC 52. tmux drops that unless it is configured to pass it on, so it gets the text
    itself and passes it to the terminal's clipboard.

    Returns:
        How it was copied, for the reader: no program can know whether the terminal obeyed.
    """
    app.copy_to_clipboard(text)
    if os.environ.get("TMUX") and shutil.which("tmux") and await _to_tmux(text):
        return "by tmux and the terminal"
    return "by the terminal"


async def _to_tmux(text: str) -> bool:
    """Load the text into tmux's buffer and, through it, the terminal's clipboard; whether it took it."""
    process = await asyncio.create_subprocess_exec(
        "tmux",
        "load-buffer",
        "-w",
        "-",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        await asyncio.wait_for(process.communicate(text.encode("utf-8", "replace")), TMUX_SECONDS)
    except TimeoutError:
        process.kill()
        return False
    return process.returncode == 0
