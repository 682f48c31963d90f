"""Two readers of one library, of which one is killed a hundred times while files change, lose nothing."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from briefing.library import journal as journals
from briefing.library.events import Starred
from briefing.library.index import LARGE, SearchIndex
from briefing.library.journal import Journal
from briefing.library.query import parse_query
from briefing.model.errors import Refusal

Shelf = Callable[[Mapping[str, str]], Path]

KILLS = 100
FILES = 12


class Desk:
    """The folders that two readers have in common."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.root = root
        self.cache = folder / "cache"
        self.journal = folder / "state" / "journal.jsonl"
        self.done = folder / "done"
        """A line for each star that the journal has taken, written after that."""

    def star(self, journal: Journal, name: str) -> None:
        """Enter a star, and put down that it was entered."""
        journal.record(Starred(f"/starred/{name}", on=True))
        with self.done.open("a", encoding="utf-8") as done:
            done.write(f"{name}\n")

    def read_on(self, name: str) -> None:
        """Be a reader without end: enter stars, change a file, keep the index."""
        journal = Journal(self.journal)
        number = 0
        while True:
            journal.load()
            self.star(journal, f"{name}-{number}")
            number += 1
            with SearchIndex(self.root, self.cache) as index:
                self.change(f"{name}-{number}", number)
                for _ in index.refresh(bulk=LARGE):
                    self.star(journal, f"{name}-{number}")
                    number += 1

    def change(self, word: str, number: int) -> None:
        """Give a file other words, or another date, or take it away."""
        path = self.root / f"{number % FILES}.md"
        if number % 5 == 0:
            path.unlink(missing_ok=True)
        else:
            beside = path.with_name(f".{os.getpid()}")  # Hidden, as an editor writes: a file is never half there.
            beside.write_text(f"---\ndate: 2025-01-{number % 28 + 1:02}\n---\nwords {word}", encoding="utf-8")
            beside.replace(path)


def other_reader(desk: Desk, name: str) -> int:
    """Begin a reader in a process of its own, which shares nothing but the folders."""
    child = os.fork()
    if child:
        return child
    try:
        desk.read_on(name)
    finally:
        os._exit(1)


def test_a_reader_killed_a_hundred_times_loses_nothing_of_the_journal_and_the_index_recovers(
    shelf: Shelf, tmp_path: Path
) -> None:
    desk = Desk(shelf({f"{number}.md": "words" for number in range(FILES)}), tmp_path)
    # Killing and waiting is done by a process that never opens what the readers open.
    keeper = os.fork()
    if not keeper:
        try:
            _keep_killing(desk)
        finally:
            os._exit(0)
    journal = Journal(desk.journal)
    number = 0
    with SearchIndex(desk.root, desk.cache) as index:
        while os.waitpid(keeper, os.WNOHANG)[0] == 0:
            desk.star(journal, f"mine-{number}")
            number += 1
            desk.change(f"mine-{number}", number)
            try:
                for _ in index.refresh():
                    journal.load()
                index.search(parse_query("words"))
            except Refusal:
                continue
    assert journal.problem is None
    _assert_nothing_is_lost(desk)


def _keep_killing(desk: Desk) -> None:
    """Begin a reader and kill it again and again: one half at any moment, the other a moment after its first star."""
    journals.COMPACT_AT = 2000
    chance = random.Random(1)  # noqa: S311  the same moments each time
    for number in range(KILLS):
        child = other_reader(desk, f"other-{number}")
        if number % 2:
            _wait_for_star(desk, f"other-{number}-0\n")
        time.sleep(chance.uniform(0.002, 0.03))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _wait_for_star(desk: Desk, line: str) -> None:
    """Wait until a reader has put down its first star."""
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        if desk.done.exists() and line in desk.done.read_text(encoding="utf-8"):
            return
        time.sleep(0.001)


def _assert_nothing_is_lost(desk: Desk) -> None:
    """Look at what is left with fresh eyes."""
    journal = Journal(desk.journal)
    journal.load()
    entered = {path.removeprefix("/starred/") for path, state in journal.states().items() if state.starred}
    done = set(desk.done.read_text(encoding="utf-8").split())
    assert len({name.split("-")[1] for name in done if name.startswith("other")}) > KILLS // 4
    assert done - entered == set()
    with SearchIndex(desk.root, desk.cache) as index:
        list(index.refresh())
        assert index.problem is None
        files = list(desk.root.glob("*.md"))
        assert {entry.relative for entry in index.entries()} == {path.name for path in files}
        for path in files:
            word = path.read_text(encoding="utf-8").split()[-1]
            assert path.name in {found.entry.relative for found in index.search(parse_query(f'"{word}"'))}
        assert index.path is not None
    with sqlite3.connect(index.path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
    connection.close()
