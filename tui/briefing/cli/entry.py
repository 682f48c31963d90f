"""From the arguments of the shell to an exit status: the one place where statuses are decided."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import TextIO

from briefing.model.errors import Refusal

DONE = 0
FOUND_FAULT = 1
"""`check` found errors, a search found nothing, or the program itself is at fault."""
REFUSED = 2
"""Something cannot be read, or was asked for in a wrong way."""
INTERRUPTED = 128 + 2
"""Ended by the interrupt key (SIGINT)."""
READER_GONE = 128 + 13
"""Whoever read the output has gone (SIGPIPE)."""

COMMANDS = {
    "show": "Print a briefing.",
    "list": "List the briefings of a folder.",
    "search": "Find passages in the briefings of a folder.",
    "figures": "List the key figures of a folder, and where they differ.",
    "index": "Show the state of the search index, or make it anew.",
    "check": "Say what is wrong with briefings.",
    "new": "Write a briefing to begin with.",
    "schema": "Print the JSON Schema of the front matter.",
}
"""The commands by name, with what they do; each is in the module `briefing.cli.NAME_command`."""


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments ask and return the exit status; what goes wrong is said in one line."""
    if not _prepared("stderr") or not _prepared("stdout"):
        return REFUSED
    try:
        status = _dispatch(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        status = _leave_pipe()
    except KeyboardInterrupt:
        status = INTERRUPTED
    except Refusal as refusal:
        status = _refuse(str(refusal))
    except OSError as fault:
        status = _refuse(f"cannot go on: {fault.strerror or fault}")
    except Exception as fault:  # noqa: BLE001  a fault of the program ends in a line, without the document's text in it
        _say(f"a fault in the program, please report it: {_place_of(fault)}")
        status = FOUND_FAULT
    return status


def _dispatch(arguments: Sequence[str]) -> int:
    """Open what is read at once, without the machinery for commands; leave the rest to it."""
    if not arguments or (len(arguments) == 1 and _is_path(arguments[0])):
        from briefing.cli.read import read  # noqa: PLC0415  a command does not start the screen

        return read(*arguments)
    from briefing.cli.group import run_command  # noqa: PLC0415  click takes a tenth of the start

    return run_command(arguments)


def _is_path(argument: str) -> bool:
    """Whether an argument names what is to be read."""
    return argument == "-" or not (argument in COMMANDS or argument.startswith("-"))


def _refuse(sentence: str) -> int:
    """Say why not, and give the status for it."""
    _say(sentence)
    return REFUSED


def _say(sentence: str) -> None:
    """Print one line to the standard error stream, if there is one that can still be written to."""
    from briefing.model.text import shown_line  # noqa: PLC0415  only for what goes wrong

    try:
        sys.stderr.write(shown_line(f"briefing: {sentence}") + "\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        return  # Nobody is there to be told; the exit status still says it.


def _place_of(fault: Exception) -> str:
    """Name the kind of a fault and the place it was met in, but no values: they may hold the briefing's text."""
    trace = fault.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    if trace is None:
        return type(fault).__name__
    file = trace.tb_frame.f_code.co_filename.rpartition("/")[2]
    return f"{type(fault).__name__} at {file}:{trace.tb_lineno}"


def _prepared(name: str) -> bool:
    """Let a stream print `?` for characters that its encoding does not have; False where the shell has closed it."""
    stream: TextIO | None = getattr(sys, name)
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="replace")
    return stream is not None


def _leave_pipe() -> int:
    """Let the interpreter flush into nothing at its end, or it would complain about the pipe once more."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
    os.close(nothing)
    return READER_GONE
