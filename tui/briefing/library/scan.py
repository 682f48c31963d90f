"""The walk through a library's folder: which Markdown files there are, and the marks by which a change is seen."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefing.library.suffixes import MARKDOWN_BYTES
from briefing.model.record import record


@dataclass(frozen=True, slots=True, order=True)
class FileStamp:
    """A file as the folder lists it. Two equal stamps mean that the file need not be read again."""

    path: bytes
    """Absolute; bytes, because a file name need not be text."""
    size: int
    modified_ns: int
    """Time of the last change, in nanoseconds since 1970."""


@record
class Unreadable:
    """A folder that could not be listed."""

    path: bytes
    reason: str
    """The operating system's words: `Permission denied`."""


def _unheard(_: Unreadable) -> None:
    """Take no notice of a folder that could not be listed."""


def scan(root: str | bytes | os.PathLike[str], report: Callable[[Unreadable], None] = _unheard) -> Iterator[FileStamp]:
    """Walk through the folder and give each Markdown file, folder by folder in the order of their names.

    Hidden files and folders are passed over. A link to a file counts as a file; a link to a folder is not followed,
    so that the walk ends. What is not a regular file (a pipe, a device) is passed over, as is what vanishes meanwhile.

    Args:
        root: the folder.
        report: is told of each folder that cannot be listed, the root among them; the walk goes on.
    """
    waiting = [os.path.abspath(os.fsencode(root))]  # noqa: PTH100  pathlib has no paths of bytes
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as listing:
                children = sorted(listing, key=lambda child: child.name)
        except OSError as fault:
            report(Unreadable(folder, fault.strerror or str(fault)))
            continue
        visible = [child for child in children if not child.name.startswith(b".")]
        yield from _files(visible)
        waiting.extend(child.path for child in reversed(visible) if _is_folder(child))


def _files(children: list[os.DirEntry[bytes]]) -> Iterator[FileStamp]:
    """Give the stamps of the Markdown files among a folder's children."""
    for child in children:
        if child.name.lower().endswith(MARKDOWN_BYTES):
            try:
                facts = child.stat()
            except OSError:
                continue  # It vanished, or is a link that leads nowhere.
            if stat.S_ISREG(facts.st_mode):
                yield FileStamp(child.path, facts.st_size, facts.st_mtime_ns)


def _is_folder(child: os.DirEntry[bytes]) -> bool:
    """Tell whether a child is a folder itself, and not a link to one."""
    try:
        return child.is_dir(follow_symlinks=False)
    except OSError:
        return False


def stamp_of(path: bytes) -> FileStamp | None:
    """Look at one file; None where there is none that a walk would give."""
    try:
        facts = os.stat(path)  # noqa: PTH116  pathlib has no paths of bytes
    except OSError:
        return None
    is_file = stat.S_ISREG(facts.st_mode) and path.lower().endswith(MARKDOWN_BYTES)
    return FileStamp(path, facts.st_size, facts.st_mtime_ns) if is_file else None
