"""What changed in a library since the last look, found by comparing stamps: of all files, or of those touched."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping

from briefing.library.scan import FileStamp, scan, stamp_of
from briefing.model.record import record


@record
class Changes:
    """Files that came, changed or went between two looks at a folder."""

    added: tuple[FileStamp, ...] = ()
    changed: tuple[FileStamp, ...] = ()
    """As they are now."""
    removed: tuple[bytes, ...] = ()
    """Absolute paths."""

    def __bool__(self) -> bool:
        """Tell whether anything changed at all."""
        return bool(self.added or self.changed or self.removed)


def diff(old: Iterable[FileStamp], new: Iterable[FileStamp]) -> Changes:
    """Compare two looks at a folder.

    A stamp counts as changed when it differs at all: a clock that goes back, or a file replaced by an older one,
    is a change too. Each part keeps the order of the look it comes from.
    """
    before = {stamp.path: stamp for stamp in old}
    now = {stamp.path: stamp for stamp in new}
    return Changes(
        added=tuple(stamp for path, stamp in now.items() if path not in before),
        changed=tuple(stamp for path, stamp in now.items() if path in before and before[path] != stamp),
        removed=tuple(path for path in before if path not in now),
    )


def look_at(touched: Iterable[bytes], known: Mapping[bytes, FileStamp]) -> Changes:
    """Look only at what was touched.

    Args:
        touched: absolute paths of files and folders that may have come, changed or gone.
        known: all files of the library as they were at the last look, by their paths.
    """
    names = set(touched)
    now = {stamp.path: stamp for stamp in _present(names)}
    inside = tuple(name + b"/" for name in names)
    before = {path: stamp for path, stamp in known.items() if path in names or path.startswith(inside)}
    return diff(before.values(), now.values())


def after(changes: Changes, known: Mapping[bytes, FileStamp]) -> dict[bytes, FileStamp]:
    """Give the files of a library as they are after some changes."""
    now = dict(known)
    for path in changes.removed:
        now.pop(path, None)
    now.update((stamp.path, stamp) for stamp in (*changes.added, *changes.changed))
    return now


def _present(names: Iterable[bytes]) -> Iterator[FileStamp]:
    """Give the stamps of the files with these names, and of all files in the folders with these names."""
    for name in names:
        if os.path.isdir(name) and not os.path.islink(name):  # noqa: PTH112, PTH114  pathlib has no paths of bytes
            yield from scan(name)
        elif stamp := stamp_of(name):
            yield stamp
