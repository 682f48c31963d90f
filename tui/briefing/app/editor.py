"""The reader's own editor, at a line of a file."""

from __future__ import annotations

import os
import shlex
import subprocess

from briefing.model.text import shown_line

FALLBACK = "vi"
"""The editor of every POSIX system (XCU, vi)."""
_JUMPS = {"code": ("-g",), "codium": ("-g",), "code-insiders": ("-g",), "cursor": ("-g",), "subl": (), "zed": ()}
"""Editors that take the line behind the path, `path:12`, with the option that this needs."""


def editor_words(path: str, line: int) -> list[str]:
    """The words of the command that opens a file at a line in the editor of `$VISUAL`, or else of `$EDITOR`.

    Most take the line as `+12`: vi, emacs, nano and their kin. An absolute path cannot be an option.

    Raises:
        ValueError: the variable holds a quotation mark that is not closed.
    """
    command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "") or [FALLBACK]
    place = os.path.abspath(path)  # noqa: PTH100  as text, with its surrogate escapes
    jump = _JUMPS.get(os.path.basename(command[0]))  # noqa: PTH119  a command is no path of ours
    return [*command, f"+{line}", place] if jump is None else [*command, *jump, f"{place}:{line}"]


def edit(path: str, line: int) -> str | None:
    """Run the editor on a file, never through a shell; return a sentence when that fails."""
    try:
        words = editor_words(path, line)
    except ValueError as fault:
        return f"$VISUAL or $EDITOR cannot be understood: {fault}."
    name = shown_line(words[0])
    try:
        status = subprocess.run(words, check=False).returncode  # noqa: S603  the reader's own command
    except (OSError, ValueError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) else str(fault)
        return f"{name} cannot be started: {reason}. Set $EDITOR to your editor."
    return f"{name} ended with status {status}." if status else None
