"""The list follows the folder while the reader reads, and nothing moves under the reader."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.app.conftest import PATIENCE

from briefing.app import watching
from briefing.app.watching import MANY, Watching
from briefing.library.watcher import Watcher

if TYPE_CHECKING:
    from tests.app.conftest import Seat, Sit

NEVER = 3600.0
"""Seconds after which no test waits any more."""


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A library of thirty briefings, one a day."""
    root = tmp_path / "many"
    root.mkdir()
    for day in range(1, 31):
        write(root / f"n{day:02}.md", f"Number {day:02}", f"2025-06-{day:02}")
    return root


def write(path: Path, title: str, date: str) -> None:
    """Write a briefing."""
    path.write_text(f"---\ntitle: {title}\ndate: {date}\n---\n\nText of {title}.\n", encoding="utf-8")


async def watched(seat: Seat) -> None:
    """Wait until the system tells of changes."""
    shelf = seat.reader.library.shelf
    await seat.until(lambda: shelf.is_told, "the folder to be watched")


def lists(seat: Seat, shown: str, gone: str) -> bool:
    """Whether the list shows a title, and does not show another one any more."""
    return shown in seat.pane("list") and not (gone and gone in seat.pane("list"))


def row_of(seat: Seat, title: str) -> int:
    """The row of the list pane in which a title stands."""
    return next(number for number, row in enumerate(seat.pane("list").splitlines()) if title in row)


async def test_what_comes_changes_moves_and_goes_is_listed_as_soon_as_it_is_told(
    sit: Sit, many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for pause in ("LOOK_EVERY", "LOOK_ANYWAY"):
        monkeypatch.setattr(watching, pause, NEVER)
    async with sit(many) as seat:
        await watched(seat)
        new = many / "new.md"
        for change, shown, gone in (
            (lambda: write(new, "Brand new", "2025-07-01"), "Brand new", ""),
            (lambda: write(new, "Newer still", "2025-07-01"), "Newer still", "Brand new"),
            (lambda: new.rename(many / "moved.md"), "Newer still", ""),
            ((many / "moved.md").unlink, "Number 30", "Newer still"),
        ):
            change()
            await seat.until(partial(lists, seat, shown, gone), f"{shown!r} in the list, but not {gone!r}")


async def test_the_row_under_the_cursor_and_the_text_stay_where_they_are(sit: Sit, many: Path) -> None:
    async with sit(many) as seat:
        await watched(seat)
        for _ in range(14):
            await seat.press("down")
        await seat.until(lambda: "Text of Number 16" in seat.pane("text"), "the preview")
        before = row_of(seat, "Number 16")
        total = len(seat.reader.library.shelf.entries)
        for number in range(3):
            write(many / f"new{number}.md", f"Brand new {number}", "2025-07-01")
        await seat.until(lambda: len(seat.reader.library.shelf.entries) == total + 3, "the new ones")
        await seat.rest()
        assert row_of(seat, "Number 16") == before
        assert seat.reader.library.list.current is not None
        assert seat.reader.library.list.current.title == "Number 16"
        assert "Text of Number 16" in seat.pane("text")


async def test_where_the_cursor_was_never_moved_it_stays_on_its_briefing(sit: Sit, many: Path) -> None:
    async with sit(many) as seat:
        await watched(seat)
        write(many / "new.md", "Brand new", "2025-07-01")
        await seat.until(lambda: "31" in seat.header, "the new one")
        await seat.rest()
        current = seat.reader.library.list.current
        assert current is not None
        assert current.title == "Number 30"


async def test_when_the_briefing_under_the_cursor_goes_the_cursor_stays_where_it_is(sit: Sit, many: Path) -> None:
    async with sit(many) as seat:
        await watched(seat)
        await seat.press("down", "down")
        (many / "n28.md").unlink()
        await seat.until(lambda: "Number 28" not in seat.pane("list"), "the row to go")
        current = seat.reader.library.list.current
        assert current is not None
        assert current.title == "Number 27"


async def test_where_watching_is_refused_the_folder_is_looked_at_now_and_then(
    sit: Sit, many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Watcher, "_watch", lambda _: None)
    async with sit(many) as seat:
        write(many / "new.md", "Brand new", "2025-07-01")
        await seat.until_shown("Brand new")
        assert not seat.reader.library.shelf.is_told


async def test_very_many_changes_in_one_go_are_looked_at_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Watcher, "_watch", lambda _: None)
    changes = Watching(tmp_path)

    async def change() -> None:
        for go in range(4):
            changes._hear(frozenset(f"{go} {number}".encode() for number in range(MANY + 1)))
            await asyncio.sleep(0.01)

    changing = asyncio.create_task(change())
    touched = await changes.wait(0.0)
    assert len(touched or ()) == 4 * (MANY + 1)
    await changing


async def test_after_a_few_changes_no_more_are_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Watcher, "_watch", lambda _: None)
    for pause in ("QUIET", "LONGEST"):
        monkeypatch.setattr(watching, pause, NEVER)
    changes = Watching(tmp_path)
    few = frozenset(b"%d" % number for number in range(MANY))
    changes._hear(few)
    assert await asyncio.wait_for(changes.wait(0.0), PATIENCE) == few
