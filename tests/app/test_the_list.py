"""The list of the library: its order, what narrows it, and that looking at it changes nothing."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.app import shelf
from briefing.app.shelf import Shelf

if TYPE_CHECKING:
    from tests.app.conftest import Seat, Sit

    from briefing.library.entry import Sort
    from briefing.library.listing import Lines

TITLES = ("The harbour of Selm reopens", "Zoo counts its wolves", "A bridge is closed to truc", "Notes without a date")
HARBOUR, ZOO, BRIDGE, NOTES = TITLES


def order(seat: Seat) -> list[str]:
    """The titles of the list, from the top."""
    pane = seat.pane("list")
    return sorted((title for title in TITLES if title in pane), key=pane.index)


async def test_each_briefing_has_its_title_date_byline_and_number_of_figures(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        rows = seat.pane("list").splitlines()
        at = next(number for number, row in enumerate(rows) if HARBOUR in row)
        assert "Jul 8" in rows[at + 1]
        assert "Rosa Lind" in rows[at + 1]
        assert rows[at + 1].endswith("4")
        assert "undated" in seat.pane("list")


async def test_the_newest_stand_first_and_the_undated_last(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        assert order(seat) == [HARBOUR, ZOO, BRIDGE, NOTES]
        assert "newest" in seat.pane("list")


async def test_sorting_goes_by_title_then_by_author_and_is_remembered(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        await seat.press("S")
        await seat.until(lambda: order(seat) == [BRIDGE, NOTES, HARBOUR, ZOO], "the order of titles")
        assert "by title" in seat.pane("list")
        await seat.press("S")
        await seat.until(lambda: order(seat) == [BRIDGE, ZOO, HARBOUR, NOTES], "the order of authors")
        await seat.press("S")
        await seat.until(lambda: order(seat) == [HARBOUR, ZOO, BRIDGE, NOTES], "the order of dates again")


async def test_the_cursor_stays_on_its_briefing_when_the_order_changes(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        await seat.press("down", "S")
        await seat.rest()
        await seat.press("enter")
        await seat.until_shown("Nine wolves were counted")


async def test_moving_shows_a_briefing_and_leaves_the_keys_in_the_list(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        await seat.press("down")
        await seat.until(lambda: "Nine wolves were counted" in seat.pane("text"), "the preview")
        assert seat.focused == "list"
        await seat.press("down")
        await seat.until(lambda: "no more than 12 t" in seat.pane("text"), "the preview")
        assert seat.focused == "list"
        assert "3, 3 new" not in seat.header


async def test_what_is_shown_is_what_the_cursor_is_on(sit: Sit, coast: Path) -> None:
    """The list is filled bit by bit while the files are read; the preview follows the cursor all the same."""
    async with sit(coast) as seat:
        await seat.press("down", "up")
        await seat.until(lambda: "Ships may enter again by day." in seat.pane("text"), "the first briefing")
        assert seat.reader.text.viewport.document is not None


async def test_narrowing_keeps_what_has_all_the_words(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        await seat.press("slash")
        await seat.type("lind 2024")
        await seat.until(lambda: order(seat) == [BRIDGE], "the list to be narrowed")
        await seat.until_shown("1 of 4")
        await seat.press("enter")
        assert seat.focused == "list"
        assert order(seat) == [BRIDGE]
        await seat.press("escape")
        await seat.until(lambda: len(order(seat)) == len(TITLES), "the whole list")


async def test_a_long_list_is_made_while_the_reader_types_on_and_enter_waits_for_it(
    sit: Sit, coast: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, at_once = threading.Event(), Shelf.listed

    def slowly(shelf: Shelf, sort: Sort, words: str = "") -> Lines:
        if words:
            assert threading.current_thread() is not threading.main_thread()
            assert made.wait(10)
        return at_once(shelf, sort, words)

    async with sit(coast) as seat:
        monkeypatch.setattr(shelf, "AT_ONCE", 0)
        monkeypatch.setattr(Shelf, "listed", slowly)
        await seat.press("slash")
        await seat.type("lind 2024")
        await seat.until_shown("lind 2024")
        assert len(order(seat)) == len(TITLES)
        threading.Timer(0.1, made.set).start()
        await seat.press("enter")
        await seat.until(lambda: seat.focused == "list", "the keys to be in the list")
        assert order(seat) == [BRIDGE]
        await seat.press("escape")
        await seat.until(lambda: len(order(seat)) == len(TITLES), "the whole list")
        await seat.press("S")
        await seat.until(lambda: order(seat) == [BRIDGE, NOTES, HARBOUR, ZOO], "the order of titles")


async def test_narrowing_knows_no_accents(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        await seat.press("slash")
        await seat.type("dvorak")
        await seat.until(lambda: order(seat) == [ZOO], "the list to be narrowed")


async def test_what_nothing_has_is_said_with_what_to_do(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        await seat.press("slash")
        await seat.type("qqq")
        await seat.until(lambda: "qqq" in seat.pane("list"), "the hint")
        assert "Esc" in seat.pane("list")
        await seat.press("escape")
        await seat.until(lambda: len(order(seat)) == len(TITLES), "the whole list")


async def test_neighbours_are_opened_from_anywhere(in_harbour: Sit) -> None:
    async with in_harbour() as seat:
        await seat.press("J")
        await seat.until(lambda: "Nine wolves were counted" in seat.pane("text"), "the next briefing")
        await seat.press("K")
        await seat.until(lambda: "Ships may enter again by day." in seat.pane("text"), "the one before")


async def test_a_briefing_that_was_read_is_new_no_more(in_harbour: Sit) -> None:
    async with in_harbour() as seat:
        assert "4 new" in seat.header
        await seat.press("end")
        await seat.until(lambda: "3 new" in seat.header, "the briefing to count as read")
        row = next(row for row in seat.pane("list").splitlines() if HARBOUR in row)
        assert "●" not in row
        await seat.press("r")
        await seat.until(lambda: "4 new" in seat.header, "the briefing to count as unread")


async def test_a_briefing_that_was_only_previewed_stays_new(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        for _ in range(3):
            await seat.press("down")
            await seat.rest()
        assert "4 new" in seat.header


async def test_a_folder_without_briefings_says_how_to_put_something_in_it(sit: Sit, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    async with sit(empty) as seat:
        said = " ".join(seat.pane("list").split())
        assert "*.md" in said
        assert "briefing FOLDER" in said
        (empty / "new.md").write_text("# A new one\n\nText.\n", encoding="utf-8")
        await seat.until_shown("A new one")


@pytest.mark.parametrize("size", [(160, 48), (60, 20)])
async def test_a_file_that_cannot_be_read_is_listed_and_said(sit: Sit, coast: Path, size: tuple[int, int]) -> None:
    (coast / "no-text.md").write_bytes(b"PK\x03\x04\x00\x00\x00binary")
    async with sit(coast, size=size) as seat:
        await seat.until_shown("no-text")
        await seat.press("slash")
        await seat.type("no-text")
        await seat.until_shown("1 of 5")
        await seat.press("enter", "enter")
        await seat.until_shown("not text")
        assert seat.focused == "list"


async def test_the_list_is_narrowed_by_the_language_of_queries_and_stays_while_there_is_a_mistake(
    sit: Sit, coast: Path
) -> None:
    async with sit(coast) as seat:
        await seat.press("slash")
        await seat.type("by:lind ")
        await seat.until(
            lambda: "2 of 4" in seat.lines[-1] and "Zoo counts" not in seat.pane("list"), "what Lind wrote"
        )
        await seat.type("date>soon")
        await seat.until_shown("neither a number nor a date")
        assert "The harbour of Selm" in seat.pane("list")
        assert "Zoo counts" not in seat.pane("list")
