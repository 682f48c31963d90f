"""A library opened for the first time is listed by its file names at once, fills, and says how far it is."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Iterable
from pathlib import Path

import pytest

from briefing.app import shelf as module
from briefing.app.shelf import Shelf
from briefing.library.entry import Sort
from briefing.library.folders import cache_folder
from briefing.library.history import Reading
from briefing.library.index import Progress, SearchIndex
from briefing.library.scan import FileStamp, scan
from briefing.model.errors import Refusal

COUNT = 10


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of a few files, of which the first is the oldest."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(module, "TELL_EVERY", 0)
    monkeypatch.setattr(module, "SHARE", 0)
    folder = tmp_path / "library"
    folder.mkdir()
    for number in range(COUNT):
        text = f"---\ntitle: Title {number}\ndate: 2025-01-{number + 1:02}\n---\nwords\n"
        (folder / f"{number}.md").write_text(text, encoding="utf-8")
    return folder


class Reader:
    """Sees what the shelf shows, each time that it changes."""

    def __init__(self, root: Path) -> None:
        self.shelf = Shelf(root, lambda *_: Reading.UNREAD, self.look)
        self.seen: list[tuple[list[str], str, str]] = []

    def look(self) -> None:
        self.seen.append(([entry.title for entry in self.shelf.entries], self.shelf.note, self.shelf.coverage))

    async def read(self) -> None:
        """Keep the library until it is complete."""
        keeping = asyncio.ensure_future(self.shelf.keep())
        while not self.shelf.complete:
            await asyncio.sleep(0.01)
            assert not keeping.done()
        keeping.cancel()
        self.shelf.index.close()


async def test_the_names_are_listed_at_once_and_the_titles_as_they_are_read(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def one_by_one(index: SearchIndex, found: Iterable[FileStamp]) -> AsyncIterator[Progress]:
        for number, stamp in enumerate(found, start=1):
            list(index.refresh([*list(found)[: number - 1], stamp]))
            yield Progress(number, COUNT, number)

    monkeypatch.setattr(module, "refreshed", one_by_one)
    reader = Reader(root)
    await reader.read()
    names = [str(number) for number in range(COUNT)]
    assert reader.seen[0][0] == names
    halfway = next(seen for seen in reader.seen if len([title for title in seen[0] if "Title" in title]) == 4)
    assert halfway[0] == ["Title 3", "Title 2", "Title 1", "Title 0", *names[4:]]
    assert re.fullmatch(r"reading 4 of 10 · [\d,]+ a second", halfway[1])
    assert halfway[2] == "4 of 10 read"
    last = reader.seen[-1]
    assert last == ([f"Title {number}" for number in reversed(range(COUNT))], "", "")


async def test_files_not_read_yet_come_last_in_every_order_and_are_narrowed_by_their_names(root: Path) -> None:
    with SearchIndex(root, cache_folder()) as index:
        list(index.refresh(stamp for stamp in scan(root) if stamp.path[-4:-3] in b"58"))
    reader = Reader(root)

    async def nothing(*_: object) -> AsyncIterator[Progress]:
        reader.kept = [  # type: ignore[attr-defined]  # what was listed before anything was read
            [entry.title for entry in reader.shelf.listed(sort, words)]
            for sort, words in ((Sort.TITLE, ""), (Sort.DATE, "7"), (Sort.DATE, "title"))
        ]
        yield Progress(0, COUNT)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "refreshed", nothing)
        await reader.read()
    assert reader.kept == [["Title 5", "Title 8", *"01234679"], ["7"], ["Title 8", "Title 5"]]  # type: ignore[attr-defined]  # as above


async def test_an_index_that_is_lost_is_said_and_the_list_stays(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(root)
    await reader.read()
    before = list(reader.shelf.entries)

    def lost(*_: object) -> None:
        raise Refusal("The search index was lost")

    monkeypatch.setattr(SearchIndex, "listing", lost)
    reader.shelf._list()
    assert reader.shelf.note == "The search index was lost"
    assert list(reader.shelf.entries) == before
