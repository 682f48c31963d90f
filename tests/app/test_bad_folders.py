"""What is wrong with a library's folder, or with the reader's own, costs a line, and everything else goes on."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.library import store
from briefing.library.index import SearchIndex

if TYPE_CHECKING:
    from tests.app.conftest import Seat, Sit


async def search(seat: Seat, words: str, *shown: str) -> None:
    """Search, and wait for what is found."""
    await seat.press("s")
    await seat.type(words)
    await seat.until(lambda: all(text in seat.pane("results") for text in shown), f"{shown} to be found")


async def test_where_nothing_can_be_kept_everything_can_be_read(
    sit: Sit, coast: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "nothing").touch()
    for name in ("CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "nothing" / name))
    async with sit(coast) as seat:
        await seat.until_shown("The search index is kept in memory")
        assert len(seat.reader.library.shelf.entries) == 4
        await seat.press("S")
        await seat.press("enter")
        await seat.until(lambda: seat.focused == "text", "the briefing to be opened")
        await search(seat, "harbour", "arbour")


async def test_a_disk_that_becomes_full_while_the_library_is_read_is_said_and_all_of_it_is_found(
    sit: Sit, coast: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = store.put

    def full(connection: sqlite3.Connection, pages: list[object]) -> None:
        [(_, _, file)] = connection.execute("PRAGMA database_list").fetchall()
        if file:
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error
        real(connection, pages)  # type: ignore[arg-type]  # as they came

    monkeypatch.setattr("briefing.library.refresh.put", full)
    async with sit(coast) as seat:
        await seat.until_shown("disk is full")
        assert len(seat.reader.library.shelf.entries) == 4
        await search(seat, "harbour", "arbour")


async def test_an_index_that_is_lost_while_it_is_listed_is_made_again(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        index = seat.reader.library.shelf.index
        assert index.path is not None
        with index.path.open("r+b") as file:
            file.write(b"\xff" * 200_000)
        (coast / "new.md").write_text("---\ntitle: After the loss\ndate: 2026-01-01\n---\nwords\n", encoding="utf-8")
        await seat.until_shown("After the loss")
        assert len(seat.reader.library.shelf.entries) == 5


async def test_names_that_no_terminal_may_see_are_shown_as_signs_and_open(sit: Sit, tmp_path: Path) -> None:
    root = tmp_path / "odd"
    root.mkdir()
    for name in (b"esc\x1b[31mred.md", b"line\nend.md", b"byte\xff.md", "bidi\u202eabc.md".encode()):
        Path(os.fsdecode(os.fsencode(root) + b"/" + name)).write_text("Words.\n", encoding="utf-8")
    async with sit(root) as seat:
        listed = seat.pane("list")
        assert "esc^[[31mred" in listed
        assert "byte\ufffd" in listed
        assert "bidi<U+202E>abc" in listed
        assert not {"\x1b", "\u202e"} & set(seat.text)
        for _ in range(4):
            await seat.press("j")
            await seat.press("enter")
            await seat.until(lambda: "Words." in seat.pane("text"), "the briefing to be opened")
            await seat.press("1")


async def test_links_in_circles_list_each_file_once(sit: Sit, coast: Path) -> None:
    (coast / "around").symlink_to(coast)
    (coast / "self.md").symlink_to("self.md")
    (coast / "nowhere.md").symlink_to("gone.md")
    async with sit(coast) as seat:
        assert len(seat.reader.library.shelf.entries) == 4


async def test_a_file_that_vanishes_while_the_library_is_read_costs_nothing_else(
    sit: Sit, coast: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes = SearchIndex.changes
    gone = sorted(coast.rglob("*.md"))[1]

    def vanishing(index: SearchIndex, found: list[object]) -> object:
        gone.unlink(missing_ok=True)
        return changes(index, found)  # type: ignore[arg-type]  # as they came

    monkeypatch.setattr(SearchIndex, "changes", vanishing)
    async with sit(coast) as seat:
        await seat.until(lambda: len(seat.reader.library.shelf.entries) == 3, "the others to be listed")
        assert str(gone) not in {entry.path for entry in seat.reader.library.shelf.entries}


async def test_a_clock_that_goes_back_hides_no_change(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        path = sorted(coast.rglob("*.md"))[0]
        size = path.stat().st_size
        path.write_text("---\ntitle: Set back\n---\n".ljust(size), encoding="utf-8")
        os.utime(path, (0, 0))
        await seat.until_shown("Set back")
