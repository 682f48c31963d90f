"""Which briefing is meant by a name: `[[name]]` is a file name, an id, a title, or another name its author gave it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntEnum

from briefing.library.fold import composed
from briefing.library.suffixes import MARKDOWN
from briefing.model.briefing import Briefing

OTHER_NAMES = ("aliases", "alias")
"""The keys under which Obsidian keeps the other names of a note; Hugo keeps old paths there, which have a slash."""


class NameKind(IntEnum):
    """What a name is, the more telling first: where several briefings answer to one, this decides."""

    FILE = 1
    ID = 2
    TITLE = 3
    OTHER = 4


class Names:
    """The names that the briefings of a library go by; case does not matter, all else does.

    Args:
        paths: the paths of all briefings from the library's folder on; their file names are known by them.
        names: what else they go by: a path, what kind of name it is, and the name.
    """

    def __init__(self, paths: Iterable[str], names: Iterable[tuple[str, NameKind, str]]) -> None:
        self._known: dict[str, dict[str, NameKind]] = {}
        for path in paths:
            self._add(path, NameKind.FILE, _stem(path).rpartition("/")[2])
        for path, kind, name in names:
            if kind is not NameKind.OTHER or "/" not in name:
                self._add(path, kind, name)

    def path_of(self, name: str, beside: str = "") -> str | None:
        """The path, from the library's folder on, of the briefing that a name means; None where none has it.

        Args:
            name: as it stands in the link; with slashes it is the end of a path.
            beside: the path of the briefing that the link stands in: of several the one nearest to it is meant.
        """
        folded = _folded(name)
        found: Mapping[str, NameKind] = self._known.get(folded, {})
        if not found and folded.endswith(MARKDOWN):
            folded = _stem(folded)
            found = self._with_file_name(folded)
        if not found and "/" in folded:
            end = "/" + _stem(folded).lstrip("./")
            named = self._with_file_name(end.rpartition("/")[2])
            found = {path: kind for path, kind in named.items() if f"/{_folded(_stem(path))}".endswith(end)}
        return min(found, key=lambda path: (found[path], _steps(beside, path), path), default=None)

    def _with_file_name(self, folded: str) -> dict[str, NameKind]:
        """The briefings whose file has this name."""
        known = self._known.get(folded, {})
        return {path: kind for path, kind in known.items() if kind is NameKind.FILE}

    def _add(self, path: str, kind: NameKind, name: str) -> None:
        """Let a briefing go by a name; of two kinds the more telling one counts."""
        known = self._known.setdefault(_folded(name), {})
        known[path] = min(kind, known.get(path, kind))


def names_of(briefing: Briefing, path: str) -> Iterable[tuple[str, NameKind, str]]:
    """The names that a briefing gives itself, as `Names` takes them.

    Args:
        briefing: as it was read.
        path: its path from the library's folder on.
    """
    if briefing.id:
        yield path, NameKind.ID, briefing.id
    yield path, NameKind.TITLE, briefing.title
    for key, value in briefing.other.items():
        if key.casefold() in OTHER_NAMES:
            for name in value if isinstance(value, list) else [value]:
                if isinstance(name, str):
                    yield path, NameKind.OTHER, name


def listed_names(given: Iterable[tuple[str, NameKind, str]], others: Iterable[str] = ()) -> Names:
    """The names of a library as it is listed.

    Args:
        given: the title of each briefing that was read, and its other names.
        others: the paths of files that were not read yet.
    """
    known = list(given)
    paths = [path for path, kind, _ in known if kind is NameKind.TITLE]
    return Names((*paths, *others), known)


def _folded(name: str) -> str:
    """A name in the form in which names are compared."""
    return " ".join(composed(name).split()).casefold()


def _stem(path: str) -> str:
    """A path without the ending of a Markdown file."""
    ending = path[path.rfind(".") :] if path.lower().endswith(MARKDOWN) else ""
    return path.removesuffix(ending)


def _steps(start: str, end: str) -> int:
    """How many folders lie between two files: up from the one, down to the other."""
    up, down = start.split("/")[:-1], end.split("/")[:-1]
    parted = (index for index, (one, other) in enumerate(zip(up, down, strict=False)) if one != other)
    shared = next(parted, min(len(up), len(down)))
    return len(up) + len(down) - 2 * shared
