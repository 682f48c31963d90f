"""What changed in a library since the last look, found by comparing stamps."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.library.scan import FileStamp
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
