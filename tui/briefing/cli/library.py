"""The library of a command: which folder it is, and its index brought up to date."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from briefing.cli.sources import folder_fault, is_folder
from briefing.cli.writer import errors
from briefing.library.folders import cache_folder
from briefing.library.index import LARGE, Found, SearchIndex
from briefing.library.query_tree import Query, asks_for_state
from briefing.library.scan import Unreadable, scan
from briefing.library.settings import load_settings
from briefing.library.where import library
from briefing.model.errors import Refusal

_WORTH_SAYING = 1000
"""Briefings to be read from which on a person is told why it takes a while."""


def library_path() -> str:
    """Give the folder of the library.

    Raises:
        Refusal: when the folder that was configured is none.
    """
    return str(library(load_settings().settings).path)


@contextmanager
def up_to_date(folder: str) -> Iterator[SearchIndex]:
    """Open the index of a folder with all its briefings; what cannot be read is said, a line each.

    Raises:
        Refusal: this is no folder, or another program keeps the index locked.
    """
    if not is_folder(folder):
        raise Refusal(f"{folder}: is not a folder")
    unlisted: list[Unreadable] = []
    said = False
    with SearchIndex(folder, cache_folder()) as index:
        for progress in index.refresh(scan(folder, unlisted.append), LARGE):
            if not said and progress.total - progress.done > _WORTH_SAYING:
                said = True
                errors().line(f"briefing: reading over {_WORTH_SAYING:,} briefings; later, only those that change")
        for fault in unlisted:
            errors().line(f"briefing: {folder_fault(folder, os.fsdecode(fault.path), fault.reason)}")
        if index.problem:
            errors().line(f"briefing: {index.problem}")
        yield index


def found_by(index: SearchIndex, query: Query, limit: int) -> list[Found]:
    """Give what answers a query, the best first; what was read, marked or is new is as the journal says now."""
    if asks_for_state(query.tree):
        from briefing.library.journal import Journal  # noqa: PLC0415  most queries do not ask for it

        journal = Journal()
        journal.load()
        states = journal.states().items()
        index.mirror((path, state.read.digest if state.read else None, state.starred) for path, state in states)
    return index.search(query, limit)
