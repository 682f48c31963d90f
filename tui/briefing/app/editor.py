"""The reader's own editor, at a line of a file."""

from __future__ import annotations

import os
import shlex
import subprocess

from briefing.model.text import shown_line

FALLBACK = "vi"
"""The editor of every POSIX system (XCU, vi)."""


def editor_words() -> list[str]:
    """The words of the command that `$VISUAL` or else `$EDITOR` holds."""
    return shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or FALLBACK) or [FALLBACK]


def edit(path: str, line: int) -> str | None:
    """Run the editor on a file, never through a shell; return a sentence when that fails.

    The line is given as `+12`, which vi, emacs, nano and their kin take; an absolute path cannot be an option.
    """
    words = editor_words()
    try:
        subprocess.run([*words, f"+{line}", os.path.abspath(path)], check=False)  # noqa: S603, PTH100  the reader's own command; a path with undecodable bytes
    except (OSError, ValueError) as fault:
        return f"{shown_line(words[0])} cannot be started: {fault}. Set $EDITOR to your editor."
    return None
