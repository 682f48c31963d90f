"""What counts as read is said by the reader alone once they have said it; nothing of it is lost by one key."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.app.conftest import MIDDLE, NARROW, WIDE

from briefing.library.history import Reading

if TYPE_CHECKING:
    from tests.app.conftest import Seat, Sit

HARBOUR, ZOO = "The harbour of Selm reopens", "Zoo counts its wolves"


def state(seat: Seat, title: str) -> Reading:
    shelf = seat.reader.library.shelf
    return next(shelf.state_of(entry) for entry in shelf.entries if entry.title == title)


async def read_zoo(seat: Seat) -> None:
    """Open a short briefing, which is read by that."""
    await seat.press("down", "enter")
    await seat.until(lambda: state(seat, ZOO) is Reading.READ, "it to be read")


async def test_a_briefing_that_fits_the_screen_is_read_when_it_is_opened(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        await seat.press("down")
        await seat.until_shown("Nine wolves were counted")
        assert state(seat, ZOO) is Reading.UNREAD
        await seat.press("enter")
        await seat.until(lambda: state(seat, ZOO) is Reading.READ, "it to be read")


async def test_undo_takes_back_that_it_was_read_and_it_stays_so_while_it_is_open(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        await read_zoo(seat)
        await seat.press("U")
        await seat.until_shown("No longer read: zoo.md")
        assert state(seat, ZOO) is Reading.UNREAD
        await seat.press("j", "G", "k", "g", "2")
        await seat.rest()
        assert state(seat, ZOO) is Reading.UNREAD


async def test_marking_by_hand_is_taken_back_step_by_step(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        await read_zoo(seat)
        memory, path = seat.reader.opening.memory, str(coast / "inland" / "zoo.md")
        await seat.press("r")
        assert state(seat, ZOO) is Reading.UNREAD
        await seat.press("*")
        assert memory.is_starred(path)
        await seat.press("U")
        assert not memory.is_starred(path)
        await seat.press("U")
        assert state(seat, ZOO) is Reading.READ
        await seat.press("U")
        assert state(seat, ZOO) is Reading.UNREAD
        await seat.press("U")
        await seat.until_shown("There is nothing to take back.")


async def test_what_was_marked_unread_is_still_remembered_where_it_was_left(sit: Sit, coast: Path) -> None:
    async with sit(coast, size=NARROW) as seat:
        await seat.press("enter")
        await seat.until_shown("Ships may enter again by day.")
        await seat.press("r", "r", "G")
        await seat.until_shown("100 %")
        await seat.press("J")
        await seat.until_shown("Nine wolves were counted")
        await seat.press("K")
        await seat.until(lambda: "The night" in seat.header, "the place to be found again")
        assert state(seat, HARBOUR) is Reading.UNREAD


async def open_log(seat: Seat) -> None:
    """Choose the log from the palette."""
    await seat.reader.action_command("read-log")
    await seat.until(lambda: seat.focused == "log", "the log")
    await seat.until_shown("Read log")


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_the_log_lists_what_was_read_the_newest_first_and_opens_it(
    sit: Sit, coast: Path, size: tuple[int, int]
) -> None:
    async with sit(coast, size=size) as seat:
        await read_zoo(seat)
        await seat.press("K")
        await seat.until_shown("Ships may enter again by day.")
        await seat.press("r")
        await open_log(seat)
        assert "2 read, the newest first" in seat.text
        assert seat.text.index(HARBOUR) < seat.text.index(ZOO)
        await seat.press("j", "enter")
        await seat.until_shown("Nine wolves were counted")
        assert seat.focused == "text"


async def test_what_was_taken_back_is_not_in_the_log_and_an_empty_log_teaches(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        await read_zoo(seat)
        await seat.press("U")
        await open_log(seat)
        assert ZOO not in "\n".join(seat.lines)
        assert "Nothing was read yet." in seat.text
        await seat.press("enter", "q")
        await seat.until(lambda: seat.focused == "text", "the text again")


async def test_a_file_of_another_library_is_named_by_what_is_known_of_it(sit: Sit, coast: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "far.md").write_text("# Far\n\nAway.\n", encoding="utf-8")
    async with sit(tmp_path / "other") as seat:
        await seat.press("enter")
        await seat.until(seat.reader.opening.memory.log, "it to be read")
    async with sit(coast) as seat:
        await open_log(seat)
        assert f"far.md, in {tmp_path / 'other'}"[:60] in seat.text
        await seat.press("enter")
        await seat.until_shown("Away.")
