"""What is new in a library is found from what is indexed, the newest first, and never more than a page of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from tests.unit.library.conftest import Shelf

from briefing.library.clock import day_of
from briefing.library.index import SearchIndex
from briefing.library.news import MOST_NEW, MOST_OTHERS, News, Some, news

TODAY = date(2025, 7, 10)


@contextmanager
def indexed(root: Path, folder: Path | None = None) -> Iterator[SearchIndex]:
    with SearchIndex(root, folder) as index:
        list(index.refresh())
        yield index


def found(index: SearchIndex, changed: frozenset[str] = frozenset(), read: frozenset[str] = frozenset()) -> News:
    """What is new when some were read as they are, and some otherwise."""
    digests = {entry.relative: entry.digest for entry in index.entries()}
    known = [(name.encode(), digests[name]) for name in read] + [(name.encode(), "other") for name in changed]
    return index.ask(partial(news, root=index.root, was_read=known, today=TODAY))


def names(some: Some) -> list[str]:
    return [entry.relative for entry in some.entries]


def dated(days: Mapping[str, str]) -> dict[str, str]:
    return {name: f"---\ndate: {day}\n---\nWords of {name}.\n" for name, day in days.items()}


DAYS = {"old.md": "2024-01-01", "a.md": "2025-07-01", "b.md": "2025-07-01", "fresh.md": "2025-07-09", "none.md": "soon"}


@pytest.mark.parametrize("on_disk", [True, False])
def test_new_and_changed_briefings_stand_the_newest_first(shelf: Shelf, tmp_path: Path, on_disk: bool) -> None:
    with indexed(shelf(dated(DAYS)), tmp_path / "cache" if on_disk else None) as index:
        told = found(index, changed=frozenset({"a.md", "fresh.md"}), read=frozenset({"old.md"}))
        assert names(told.new) == ["b.md", "none.md"]
        assert names(told.changed) == ["fresh.md", "a.md"]
        assert names(found(index).new) == ["fresh.md", "a.md", "b.md", "old.md", "none.md"]


def test_a_file_that_cannot_be_read_is_counted_apart(shelf: Shelf) -> None:
    root = shelf(dated(DAYS))
    (root / "binary.md").write_bytes(b"\x00\x01")
    with indexed(root) as index:
        told = found(index)
        assert (told.unreadable, told.new.count) == (1, len(DAYS))


def test_of_many_no_more_than_a_page_is_named_and_all_are_counted(shelf: Shelf) -> None:
    many = {f"{number:03}.md": "---\nexpires: 2024\n---\n" for number in range(60)}
    with indexed(shelf(many)) as index:
        every = list(many)
        told = found(index, changed=frozenset(every[:20]), read=frozenset(every[20:40]))
        assert [len(names(some)) for some in (told.new, told.changed, told.lapsed)] == [
            MOST_NEW,
            MOST_OTHERS,
            MOST_OTHERS,
        ]
        assert [some.count for some in (told.new, told.changed, told.lapsed)] == [20, 20, 20]


def test_what_was_read_is_named_when_it_is_overdue_expired_or_superseded(shelf: Shelf) -> None:
    files = {
        "due.md": "---\nnext: 2025-07-09\n---\n",
        "today.md": "---\nnext: 2025-07-10\nexpires: 2025-07\n---\n",
        "over.md": "---\nexpiryDate: 2024-12\nnext: 2024\n---\n",
        "old.md": "---\nsuperseded_by: due.md\n---\n",
        "status.md": "---\nstatus: superseded\ndate: 2025\n---\n",
        "open.md": "---\nexpires: soon\n---\n",
        "new.md": "---\nexpires: 2025-01\n---\n",
    }
    with indexed(shelf(files)) as index:
        told = found(index, read=frozenset(files) - {"new.md"})
        assert names(told.lapsed) == ["due.md", "over.md", "status.md", "old.md"]
        assert names(told.new) == ["new.md"]


def test_asking_leaves_nothing_behind_in_the_index(shelf: Shelf, tmp_path: Path) -> None:
    with indexed(shelf(dated(DAYS)), tmp_path / "cache") as index:
        assert found(index) == found(index)
        assert index.ask(lambda connection: connection.execute("SELECT * FROM temp.sqlite_master").fetchall()) == []


def test_a_time_that_no_calendar_has_is_no_day() -> None:
    assert day_of(2**62) is not None
    assert day_of(2**80) is None
    assert day_of(-(2**80)) is None
