"""What a command is asked to read: a file, the standard input, or every briefing of a folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from briefing.cli.read import STANDARD_INPUT
from briefing.format.read import parse, read
from briefing.format.source import load_stream
from briefing.library.scan import Unreadable, scan
from briefing.model.briefing import Briefing
from briefing.model.errors import Refusal
from briefing.model.record import record

_STREAM_NAME = "standard input"


@record
class Unread:
    """A file that cannot be read, or a folder that cannot be listed."""

    path: str
    reason: str
    """A sentence that names the path."""


def read_briefing(path: str) -> Briefing:
    """Read a file, or the standard input for `-`.

    Raises:
        Refusal: it cannot be read, or is no text.
    """
    if path != STANDARD_INPUT:
        return read(path)
    return parse(load_stream(sys.stdin.buffer), _STREAM_NAME)


def is_folder(path: str) -> bool:
    """Whether a path names a folder."""
    try:
        return path != STANDARD_INPUT and Path(path).is_dir()
    except ValueError:  # a zero byte: the attempt to read it will say so
        return False


def read_all(path: str) -> Iterator[Briefing | Unread]:
    """Read a file, or every briefing of a folder; what cannot be read is given as such, and the reading goes on."""
    if not is_folder(path):
        yield _read(path)
        return
    unlisted: list[Unreadable] = []
    for stamp in scan(path, unlisted.append):
        yield _read(named_from(path, os.fsdecode(stamp.path)))
    for folder in unlisted:
        name = os.fsdecode(folder.path)
        yield Unread(named_from(path, name), folder_fault(path, name, folder.reason))


def _read(path: str) -> Briefing | Unread:
    """Read one file."""
    try:
        return read_briefing(path)
    except Refusal as refusal:
        return Unread(path, str(refusal))


def folder_fault(folder: str, path: str, reason: str) -> str:
    """Say why a folder inside the one that was named cannot be listed."""
    return f"{named_from(folder, path)}: {reason[:1].lower()}{reason[1:]}"


def named_from(folder: str, path: str) -> str:
    """Name what is in a folder as a person would who named the folder."""
    return str(Path(folder, os.path.relpath(path, folder)))
