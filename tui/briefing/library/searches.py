"""The searches of the reader: the recent ones, and those that were saved under a name. One small JSON file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefing.library.durable import locked
from briefing.library.folders import state_folder
from briefing.library.json_file import lock_of, read_json, read_or_set_aside, reason, write_json
from briefing.library.query import LONGEST
from briefing.model.record import record

FILE_NAME = "searches.json"
MOST_RECENT = 50
"""Recent searches that are kept; the oldest are forgotten."""
LONGEST_NAME = 80
"""Characters of a name."""


@record
class SavedSearch:
    """A query with the name that the reader gave it."""

    name: str
    query: str


@record
class Searches:
    """What was searched for."""

    recent: tuple[str, ...] = ()
    """The newest first, none of them twice."""
    saved: tuple[SavedSearch, ...] = ()
    """In the order of their names, none of them twice."""

    def with_recent(self, query: str) -> Searches:
        """Put a query before the recent ones."""
        others = (one for one in self.recent if one != query)
        return replace(self, recent=(query, *others)[:MOST_RECENT])

    def with_saved(self, name: str, query: str) -> Searches:
        """Save a query under a name; one of the same name makes room."""
        given = SavedSearch(name[:LONGEST_NAME], query)
        kept = (one for one in self.saved if one.name != given.name)
        return replace(self, saved=tuple(sorted((*kept, given), key=lambda one: one.name.casefold())))

    def without_saved(self, name: str) -> Searches:
        """Forget the query of a name."""
        return replace(self, saved=tuple(one for one in self.saved if one.name != name))

    def name_of(self, query: str) -> str | None:
        """Give the name under which a query is saved."""
        return next((one.name for one in self.saved if one.query == query), None)


@record
class LoadedSearches:
    """The searches, and why they could not be read or kept."""

    searches: Searches
    problem: str | None = None
    """One line for the reader; None where all is well."""


def searches_file() -> Path:
    """Give the file that holds the searches."""
    return state_folder() / FILE_NAME


def load_searches(path: Path | None = None) -> LoadedSearches:
    """Read the searches; what is wrong with the file is said, never raised."""
    path = path or searches_file()
    try:
        return LoadedSearches(_searches(read_json(path)))
    except (OSError, ValueError) as fault:
        return LoadedSearches(Searches(), f"{path}: the searches cannot be read: {reason(fault)}")


def change_searches(change: Callable[[Searches], Searches], path: Path | None = None) -> LoadedSearches:
    """Change what the file holds now, which another program may have changed meanwhile, and give what it holds then.

    A file that cannot be understood is kept beside the new one, with `.broken` after its name.
    """
    path = path or searches_file()
    now = Searches()
    try:
        with locked(lock_of(path)):
            now = change(_searches(read_or_set_aside(path)))
            write_json(path, {"recent": now.recent, "saved": {one.name: one.query for one in now.saved}})
    except OSError as fault:
        return LoadedSearches(now, f"{path}: the searches will not be remembered: {reason(fault)}")
    return LoadedSearches(now)


def _searches(content: dict[str, Any]) -> Searches:
    """Take the searches out of what a file holds; what is no search in it is passed over."""
    recent, saved = content.get("recent"), content.get("saved")
    queries = [one for one in recent if _is_query(one)] if isinstance(recent, list) else []
    named = saved.items() if isinstance(saved, dict) else ()
    found = Searches(tuple(dict.fromkeys(queries))[:MOST_RECENT])
    for name, query in named:
        if name and len(name) <= LONGEST_NAME and _is_query(query):
            found = found.with_saved(name, query)
    return found


def _is_query(value: object) -> bool:
    """Tell whether a value can be a query."""
    return isinstance(value, str) and 0 < len(value) <= LONGEST
