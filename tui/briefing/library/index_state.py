"""What there is to say of an index: where it is, how much of the library it has, how large it is, and since when."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from briefing.library.database import delete_database, index_file
from briefing.library.index import SearchIndex
from briefing.library.scan import scan
from briefing.model.record import record

_ENDINGS = ("", "-wal")
"""Of the files that hold an index."""


@record
class IndexState:
    """An index as it was found."""

    path: Path
    """Its file, also when there is none yet."""
    briefings: int
    """How many files the library has."""
    indexed: int
    """How many of them the index has as they are now."""
    size: int = 0
    """Bytes on the disk."""
    written: datetime | None = None
    """When it was last written; None when there is none yet."""
    problem: str | None = None
    """Why it cannot be used, in a sentence."""


def index_state(root: str, folder: Path) -> IndexState:
    """Look at the index of a library, without bringing it up to date.

    Args:
        root: the library's folder.
        folder: where indexes are kept.

    Raises:
        Refusal: when the index was lost while it was looked at.
    """
    path = index_file(root, folder)
    stamps = list(scan(root))
    if not path.is_file():
        return IndexState(path, len(stamps), 0)
    facts = [file.stat() for file in _files(path) if file.exists()]
    written = datetime.fromtimestamp(max(one.st_mtime for one in facts), UTC)
    with SearchIndex(root, folder) as index:
        changes = index.changes(stamps)
        indexed = len(stamps) - len(changes.added) - len(changes.changed)
        return IndexState(path, len(stamps), indexed, sum(one.st_size for one in facts), written, index.problem)


def forget_index(root: str, folder: Path) -> None:
    """Delete the index of a library; a program that uses it meanwhile goes on with what it has."""
    delete_database(index_file(root, folder))


def _files(path: Path) -> list[Path]:
    """The files of an index."""
    return [path.with_name(path.name + ending) for ending in _ENDINGS]
