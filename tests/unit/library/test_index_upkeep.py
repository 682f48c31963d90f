"""The index follows the files, and is made anew, or kept in memory, when its own file is no good."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

import pytest

from briefing.format.read import read
from briefing.library import store
from briefing.library.database import index_file
from briefing.library.index import LARGE, SMALL, Interrupted, SearchIndex
from briefing.library.marker import Marker
from briefing.library.page import Page
from briefing.library.passage import Hits
from briefing.library.query import parse_query
from briefing.library.scan import FileStamp, scan
from briefing.library.store import StoredPage
from briefing.library.watch import diff
from briefing.model.briefing import Briefing
from briefing.model.errors import Refusal

Shelf = Callable[[Mapping[str, str]], Path]

TEXTS = {
    "a.md": "---\ntitle: Alpha\ndate: 2025-01-02\nbyline: [Ana, Ben]\ntopics: [x, y]\ntlp: GREEN\n"
    "summary: The summary.\nfigures: [7 trucks]\n---\nfirst words",
    "b.md": "---\ntitle: Beta\ndate: 2025-07?\n---\nsecond words",
    "c.md": "third words",
}


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def root(shelf: Shelf) -> Path:
    return shelf(TEXTS)


def refreshed(index: SearchIndex) -> SearchIndex:
    for _ in index.refresh():
        pass
    return index


def titles(index: SearchIndex) -> list[str]:
    return [entry.title for entry in index.entries()]


def found(index: SearchIndex, words: str) -> list[str]:
    return sorted(answer.entry.relative for answer in index.search(parse_query(words)))


class Reader:
    """Reads files, and counts how often."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def __call__(self, path: bytes) -> Briefing:
        self.names.append(Path(os.fsdecode(path)).name)
        return read(path)


def test_the_list_is_known_without_reading_a_file_again(root: Path, cache: Path) -> None:
    with SearchIndex(root, cache) as index:
        before = refreshed(index).entries()
    reader = Reader()
    with SearchIndex(root, cache, reader) as index:
        assert index.entries() == before
        refreshed(index)
        assert reader.names == []
    alpha = next(entry for entry in before if entry.title == "Alpha")
    assert (alpha.path, alpha.relative, alpha.byline, alpha.topics) == (
        f"{root}/a.md",
        "a.md",
        ("Ana", "Ben"),
        ("x", "y"),
    )
    assert (alpha.lead, alpha.tlp, alpha.figures, alpha.refusal) == ("The summary.", "GREEN", 1, None)
    beta = next(entry for entry in before if entry.title == "Beta")
    assert beta.date is not None
    assert (beta.date.text, beta.date.start, beta.date.end) == ("2025-07?", date(2025, 7, 1), date(2025, 7, 31))
    assert (beta.date.uncertain, beta.date.approximate) == (True, False)


def test_the_newest_stands_first_and_the_undated_last(root: Path) -> None:
    with SearchIndex(root, None) as index:
        assert titles(refreshed(index)) == ["Beta", "Alpha", "c"]


def test_only_what_changed_is_read_again(root: Path, cache: Path) -> None:
    with SearchIndex(root, cache) as index:
        refreshed(index)
    (root / "b.md").write_text("changed words", encoding="utf-8")
    (root / "a.md").unlink()
    (root / "d.md").write_text("---\ndate: 2025-01-02\n---\nnew words", encoding="utf-8")
    reader = Reader()
    with SearchIndex(root, cache, reader) as index:
        refreshed(index)
        assert sorted(reader.names) == ["b.md", "d.md"]
        assert sorted(titles(index)) == ["b", "c", "d"]
        assert (found(index, "second"), found(index, "changed"), found(index, "first")) == ([], ["b.md"], [])
        assert found(index, "words") == ["b.md", "c.md", "d.md"]
        assert index.count(parse_query("title:alpha OR has:figures OR figure:trucks OR tag:x")) == 0


def test_some_changes_are_taken_in_without_a_walk(root: Path) -> None:
    with SearchIndex(root, None) as index:
        refreshed(index)
        old = list(scan(root))
        (root / "a.md").write_text("changed words", encoding="utf-8")
        (root / "b.md").unlink()
        (root / "new.md").write_text("new words", encoding="utf-8")
        progress = list(index.update(diff(old, scan(root))))
        assert (progress[-1].done, progress[-1].total) == (3, 3)
        assert found(index, "words") == ["a.md", "c.md", "new.md"]
        assert found(index, "changed") == ["a.md"]


def test_changing_a_file_over_and_over_leaves_no_trace_of_what_it_was(root: Path, cache: Path) -> None:
    with SearchIndex(root, cache) as index:
        for number in range(12):
            (root / "a.md").write_text(f"---\ndate: 20{number + 10}-01-01\n---\nversion{number} 框架", encoding="utf-8")
            refreshed(index)
        assert [found(index, f"version{number}") for number in range(11)] == [[]] * 11
        assert found(index, "version11") == ["a.md"]
        assert index.path is not None
        index.close()
        with sqlite3.connect(index.path) as connection:
            connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
        connection.close()


def test_a_day_may_have_more_briefings_than_ids(shelf: Shelf, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_IDS_A_DAY", 4)
    texts = {f"{day}-{number}.md": f"---\ndate: 2025-07-0{day}\n---\nwords" for day in (1, 2, 9) for number in range(6)}
    root = shelf(texts)
    with SearchIndex(root, cache) as index:
        list(index.refresh(bulk=LARGE))
        for number in range(3):
            (root / f"later{number}.md").write_text("---\ndate: 2025-07-01\n---\nwords", encoding="utf-8")
            refreshed(index)
        assert len(found(index, "words")) == len(index.entries()) == 21
        assert [entry.relative[0] for entry in index.entries()][:6] == ["9"] * 6


def test_work_is_done_in_slices_and_what_was_done_stays(shelf: Shelf, cache: Path) -> None:
    root = shelf({f"{number:02}.md": f"words {number}" for number in range(40)})
    with SearchIndex(root, cache) as index:
        steps = index.refresh(bulk=SMALL)
        for progress in steps:
            if progress.done >= 16:
                break
        steps.close()  # type: ignore[attr-defined]  # an iterator that is a generator
        indexed = len(index.entries())
        assert 16 <= indexed < 40
    reader = Reader()
    with SearchIndex(root, cache, reader) as index:
        last = list(index.refresh(bulk=LARGE))[-1]
        assert (last.done, last.total) == (40 - indexed, 40 - indexed)
        assert len(reader.names) == 40 - indexed


def test_a_file_that_cannot_be_read_is_listed_with_the_reason(root: Path) -> None:
    (root / "binary.md").write_bytes(b"\0\1\2")
    with SearchIndex(root, None) as index:
        entry = next(entry for entry in refreshed(index).entries() if entry.relative == "binary.md")
        assert entry.title == "binary"
        assert entry.refusal is not None
        assert "binary.md" in entry.refusal
        assert found(index, "binary") == ["binary.md"]


def test_a_file_that_vanishes_while_it_is_read_is_not_listed(root: Path) -> None:
    def reading(path: bytes) -> Briefing:
        if path.endswith(b"b.md"):
            (root / "b.md").unlink()
        return read(path)

    with SearchIndex(root, None, reading) as index:
        assert sorted(titles(refreshed(index))) == ["Alpha", "c"]


def test_a_fault_of_the_program_costs_one_file_only(root: Path) -> None:
    def reading(path: bytes) -> Briefing:
        if path.endswith(b"b.md"):
            raise ZeroDivisionError("oh")
        return read(path)

    with SearchIndex(root, None, reading) as index:
        refusals = [entry.refusal for entry in refreshed(index).entries() if entry.refusal]
        assert len(refusals) == 1
        assert refusals[0].endswith("b.md: the program failed on this file: ZeroDivisionError: oh")


def test_names_and_texts_that_are_not_text_can_be_indexed(root: Path, cache: Path) -> None:
    name = os.fsdecode(os.fsencode(root) + b"/\xff\n.md")
    Path(name).write_text('{"title": "\\ud800", "tags": ["\\udcff\\u0000"]}\nodd words \0', encoding="utf-8")
    with SearchIndex(root, cache) as index:
        entry = next(entry for entry in refreshed(index).entries() if entry.path == name)
        assert os.fsencode(entry.relative) == b"\xff\n.md"
    with SearchIndex(root, cache) as index:
        assert name in {entry.path for entry in index.entries()}
        Path(name).unlink()
        assert len(refreshed(index).entries()) == 3


def test_the_same_library_by_another_path_has_the_same_index(root: Path, cache: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(root)
    with SearchIndex(root, cache) as index:
        refreshed(index)
    reader = Reader()
    with SearchIndex(tmp_path / "link", cache, reader) as index:
        refreshed(index)
        assert reader.names == []
        assert index.entries()[0].path == f"{tmp_path}/link/b.md"


def damaged_head(path: Path) -> None:
    path.write_bytes(b"this is no database" * 1000)


def damaged_inside(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)


def emptied(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("damage", [damaged_head, damaged_inside, emptied])
def test_a_damaged_index_is_made_anew(root: Path, cache: Path, damage: Callable[[Path], None]) -> None:
    with SearchIndex(root, cache) as index:
        refreshed(index)
    damage(index_file(root, cache))
    with SearchIndex(root, cache) as index:
        assert sorted(titles(refreshed(index))) == ["Alpha", "Beta", "c"]
        assert found(index, "words") == ["a.md", "b.md", "c.md"]
        assert index.problem is None
    with SearchIndex(root, cache, Reader()) as index:
        assert len(index.entries()) == 3


def test_an_index_that_is_damaged_while_it_is_asked_says_so_and_is_made_anew(root: Path, cache: Path) -> None:
    with SearchIndex(root, cache) as index:
        refreshed(index)
    with SearchIndex(root, cache) as index:
        damaged_inside(index_file(root, cache))
        with pytest.raises(Refusal, match="made again"):
            index.entries()
        assert index.entries() == []
        assert found(refreshed(index), "words") == ["a.md", "b.md", "c.md"]


def test_an_index_of_an_older_version_goes_and_that_of_a_newer_one_stays(
    root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for version in (1000, 999, 1001):
        monkeypatch.setattr("briefing.library.database.VERSION", version)
        with SearchIndex(root, cache) as index:
            assert index.entries() == []
            refreshed(index)
    assert sorted(path.name.split("-")[1] for path in cache.glob("*.sqlite3")) == ["1001"]
    monkeypatch.setattr("briefing.library.database.VERSION", 1000)
    with SearchIndex(root, cache) as index:
        assert index.entries() == []
    assert sorted(path.name.split("-")[1] for path in cache.glob("*.sqlite3")) == ["1000", "1001"]


def blocked(tmp_path: Path) -> Path:
    """A cache folder that cannot be made, for any user."""
    (tmp_path / "file").touch()
    return tmp_path / "file" / "cache"


def test_a_cache_that_cannot_be_written_leaves_the_index_in_memory(root: Path, tmp_path: Path) -> None:
    with SearchIndex(root, blocked(tmp_path)) as index:
        assert found(refreshed(index), "words") == ["a.md", "b.md", "c.md"]
        assert index.path is None
        assert index.problem is not None
        assert "in memory" in index.problem


def test_a_disk_that_becomes_full_moves_the_index_into_memory(
    root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = store.put

    def put(connection: sqlite3.Connection, pages: Iterable[tuple[bytes, FileStamp, Page]]) -> None:
        [(_, _, file)] = connection.execute("PRAGMA database_list").fetchall()
        if file:
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error
        real(connection, pages)

    with SearchIndex(root, cache) as index:
        refreshed(index)
        monkeypatch.setattr("briefing.library.refresh.put", put)
        (root / "new.md").write_text("new words", encoding="utf-8")
        assert found(refreshed(index), "words") == ["a.md", "b.md", "c.md", "new.md"]
        assert index.path is None
        assert index.problem is not None
        assert "disk is full" in index.problem


def test_two_programs_may_keep_the_same_index(root: Path, cache: Path) -> None:
    with SearchIndex(root, cache) as one, SearchIndex(root, cache) as other:
        steps = [one.refresh(), other.refresh()]
        while steps:
            steps = [iterator for iterator in steps if next(iterator, None) is not None]
        assert found(one, "words") == found(other, "words") == ["a.md", "b.md", "c.md"]
        (root / "new.md").write_text("new words", encoding="utf-8")
        refreshed(other)
        assert found(one, "new words") == ["new.md"]


def test_an_index_locked_by_another_program_is_waited_for(
    root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.library.refresh.PATIENCE", 0.05)
    with SearchIndex(root, cache) as index:
        other = sqlite3.connect(index_file(root, cache), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Refusal, match="another program"):
            refreshed(index)
        other.execute("ROLLBACK")
        other.close()
        assert len(refreshed(index).entries()) == 3


def test_a_search_is_ended_from_another_thread(shelf: Shelf) -> None:
    root = shelf({f"{number}.md": "word " * 20 for number in range(300)})
    with SearchIndex(root, None) as index:
        refreshed(index)
        ended: list[bool] = []

        def search() -> None:
            try:
                while True:
                    index.search(parse_query("w*"), 300)
            except Interrupted:
                ended.append(True)

        thread = threading.Thread(target=search)
        thread.start()
        while not ended and thread.is_alive():
            index.interrupt()
            thread.join(0.01)
        assert ended == [True]
        assert len(index.search(parse_query("word"), 10)) == 10


def test_a_search_is_ended_between_two_answers_too(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with SearchIndex(root, None) as index:
        refreshed(index)
        answered: list[str] = []

        def hits(_: Marker, page: StoredPage) -> Hits:
            answered.append(page.columns["title"])
            index.interrupt()
            return Hits(1, (), ())

        monkeypatch.setattr("briefing.library.search.hits", hits)
        with pytest.raises(Interrupted):
            index.search(parse_query("words"))
        assert len(answered) == 1


def test_closing_twice_does_no_harm(root: Path, cache: Path) -> None:
    index = SearchIndex(root, cache)
    refreshed(index)
    index.close()
    index.interrupt()
    index.close()
