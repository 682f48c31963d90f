"""What lies around a briefing that is checked: the briefings of its folder by their names, and its files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice

from briefing.format.read import read
from briefing.library.names import NameKind, Names, names_of
from briefing.library.scan import scan
from briefing.library.suffixes import MARKDOWN
from briefing.model.errors import Refusal

MOST = 5000
"""Files of a folder up to which it is known what a name means; in a larger one every name is taken to be known."""


class Folder:
    """A folder of briefings, which is looked at when the first name is asked for."""

    def __init__(self, root: str) -> None:
        """Know the briefings below this folder."""
        self._root = os.path.abspath(root)  # noqa: PTH100  as text, with its surrogate escapes
        self._paths: list[str] | None = None
        self._by_file: Names | None = None
        self._by_all: Names | None = None

    def has_name(self, name: str) -> bool:
        """Whether a briefing goes by this name; files are only read where no file is called so."""
        paths = self._listed()
        if len(paths) > MOST:
            return True
        if self._by_file is None:
            self._by_file = Names(paths, ())
        if self._by_file.path_of(name) is not None:
            return True
        if self._by_all is None:
            self._by_all = Names(paths, self._given(paths))
        return self._by_all.path_of(name) is not None

    def has_file(self, path: str, beside: str) -> bool:
        """Whether there is such a file, with the ending of a briefing or without.

        Args:
            path: as a link has it, from the folder of the text on, or with `/` from this one.
            beside: the file that the link stands in.
        """
        start = self._root if path.startswith("/") else os.path.dirname(os.path.abspath(beside))  # noqa: PTH100, PTH120  as above
        wanted = os.path.join(start, path.lstrip("/"))  # noqa: PTH118  as above
        try:
            return any(os.path.exists(wanted + suffix) for suffix in ("", *MARKDOWN))  # noqa: PTH110  as above
        except ValueError:  # a zero byte
            return False

    def _listed(self) -> list[str]:
        """The paths of the briefings, from this folder on."""
        if self._paths is None:
            found = (os.fsdecode(stamp.path) for stamp in scan(self._root))
            self._paths = [os.path.relpath(path, self._root) for path in islice(found, MOST + 1)]
        return self._paths

    def _given(self, paths: list[str]) -> Iterator[tuple[str, NameKind, str]]:
        """The names that the briefings give themselves."""
        for path in paths:
            try:
                briefing = read(os.path.join(self._root, path))  # noqa: PTH118  as above
            except Refusal:
                continue  # A file that cannot be read has its file name alone.
            yield from names_of(briefing, path)


class Around:
    """What lies around one briefing."""

    def __init__(self, folder: Folder, path: str) -> None:
        """Look from this file."""
        self._folder = folder
        self._path = path

    def has_name(self, name: str) -> bool:
        """Whether a briefing goes by this name."""
        return self._folder.has_name(name)

    def has_file(self, path: str) -> bool:
        """Whether a path leads from the briefing to a file."""
        return self._folder.has_file(path, self._path)
