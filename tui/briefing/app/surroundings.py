"""What the links of the open text are resolved against: its anchors, the folder that is open, the names in it."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from briefing.app.targets import Surroundings
from briefing.document.anchors import Anchors
from briefing.library.names import Names
from briefing.library.suffixes import MARKDOWN

if TYPE_CHECKING:
    from briefing.app.browsing import Browsing
    from briefing.app.reading import Reading


def surroundings(reading: Reading, file: str | None, library: Browsing | None) -> Surroundings:
    """Gather what the links of a text are resolved against.

    Args:
        reading: what is open.
        file: its absolute path; None where it came over a pipe.
        library: the library that is open. Without one the folder of the file is, of which the file names are known.
    """
    anchors = Anchors(reading.document, reading.briefing.body_start, reading.briefing.title)
    if library is not None:
        shelf = library.shelf
        root = os.path.abspath(shelf.root)  # noqa: PTH100  a path as text
        beside = os.path.join(root, "") if file is None else file  # noqa: PTH118  the same; the front page has no file
        return Surroundings(reading, anchors, beside, root, lambda: shelf.names, lambda: shelf.complete)
    if file is None:
        return Surroundings(reading, anchors, None, None, lambda: Names((), ()), lambda: False)
    folder = os.path.dirname(file)  # noqa: PTH120  the same
    return Surroundings(reading, anchors, file, folder, _names_in(folder), lambda: False)


def _names_in(folder: str) -> Callable[[], Names]:
    """The file names in a folder."""

    def names() -> Names:
        """List the folder as it is now."""
        try:
            found = [one.name for one in os.scandir(folder) if one.name.lower().endswith(MARKDOWN)]
        except OSError:
            found = []  # the folder cannot be listed: no name in it is known
        return Names(found, ())

    return names
