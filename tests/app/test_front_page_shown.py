"""The front page on the screen: shown while nothing is open, by its key, and left by what it names."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.app.conftest import MIDDLE, NARROW, WIDE

if TYPE_CHECKING:
    from tests.app.conftest import Seat, Sit

HARBOUR, ZOO = "The harbour of Selm reopens", "Zoo counts its wolves"


def at_front(seat: Seat) -> bool:
    return "Front page" in seat.pane("text") and "4 briefings" in seat.pane("text") and "still" not in seat.pane("text")


@pytest.mark.parametrize("size", [WIDE, MIDDLE])
async def test_a_library_opens_with_what_is_new(sit: Sit, coast: Path, size: tuple[int, int]) -> None:
    async with sit(coast, size=size) as seat:
        await seat.until(lambda: at_front(seat), "the front page")
        assert "10 July 2025 · 4 briefings · 4 new" in seat.pane("text")
        assert "The channel is free of ice for over 14 km." in seat.pane("text")
        assert "over 14 km of the channel free of ice · actual · as of 7 July 2025" in seat.words("text")
        assert seat.focused == "list"


async def test_moving_in_the_list_shows_a_briefing_in_its_place(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        await seat.until(lambda: at_front(seat), "the front page")
        await seat.press("down")
        await seat.until(lambda: "Nine wolves were counted" in seat.pane("text"), "the preview")


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_its_key_brings_it_and_enter_opens_what_is_lit(sit: Sit, coast: Path, size: tuple[int, int]) -> None:
    async with sit(coast, size=size) as seat:
        await seat.press("down", "enter")
        await seat.until_shown("Nine wolves were counted")
        await seat.press("0")
        await seat.until(lambda: at_front(seat) and seat.reversed, "the front page with its first briefing lit")
        assert seat.focused == "text"
        assert HARBOUR in seat.reversed
        await seat.press("enter")
        await seat.until(lambda: "Ships may enter again by day." in seat.pane("text"), "the briefing")
        assert seat.reader.opening.is_opened


async def test_going_back_leads_from_a_briefing_to_the_page_and_from_there_to_what_was_read(
    sit: Sit, coast: Path
) -> None:
    async with sit(coast) as seat:
        await seat.press("down", "enter")
        await seat.until_shown("Nine wolves were counted")
        await seat.press("0")
        await seat.until(lambda: at_front(seat) and HARBOUR in seat.reversed, "the front page")
        await seat.press("enter")
        await seat.until(lambda: "Ships may enter again by day." in seat.pane("text"), "the briefing")
        await seat.press("backspace")
        await seat.until(lambda: at_front(seat) and HARBOUR in seat.reversed, "the page as it was left")
        await seat.press("backspace")
        await seat.until(lambda: "Nine wolves were counted" in seat.pane("text"), "the briefing before")


async def test_what_was_read_leaves_the_page_and_what_changed_comes_first(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        await seat.press("down", "enter")
        await seat.until_shown("Nine wolves were counted")
        await seat.until(lambda: "3 new" in seat.header, "the short briefing to be read")
        await seat.press("0")
        await seat.until(lambda: "4 briefings · 3 new" in seat.pane("text"), "the front page")
        assert ZOO not in seat.pane("text")
        zoo = coast / "inland" / "zoo.md"
        zoo.write_text(zoo.read_text(encoding="utf-8").replace("Nine", "Ten"), encoding="utf-8")
        os.utime(zoo, (1752105600, 1752105600))
        await seat.until(lambda: "1 changed since read" in seat.words("text"), "the change")
        words = seat.words("text")
        assert words.index(ZOO) < words.index(HARBOUR)
        assert "the file changed on 10 July 2025; its author states no update." in words


async def test_what_was_read_and_is_past_its_date_says_so(sit: Sit, coast: Path) -> None:
    (coast / "late.md").write_text("---\ntitle: Tides\nexpires: 2025-07-01\n---\nLow.\n", encoding="utf-8")
    async with sit(coast) as seat:
        await seat.until(lambda: "5 briefings" in seat.pane("text"), "the front page")
        await seat.press("end", "enter")
        await seat.until(lambda: "Low." in seat.pane("text") and "4 new" in seat.header, "it to be read")
        await seat.press("0")
        await seat.until(lambda: "Overdue, expired or superseded" in seat.pane("text"), "the page")
        assert "Expired 9 days ago: 1 July 2025." in seat.pane("text")


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_an_empty_library_teaches(sit: Sit, tmp_path: Path, size: tuple[int, int]) -> None:
    (tmp_path / "empty").mkdir()
    async with sit(tmp_path / "empty", size=size) as seat:
        await seat.press("0")
        await seat.until(lambda: "Put Markdown files (*.md) into that folder" in seat.words("text"), "what to do")
        assert "briefing new TITLE" in seat.words("text")


async def test_the_page_stays_where_it_is_read_while_the_library_changes(sit: Sit, coast: Path) -> None:
    async with sit(coast, size=NARROW) as seat:
        await seat.press("0")
        await seat.until(lambda: at_front(seat), "the front page")
        await seat.press("G")
        before = seat.pane("text")
        assert "Front page" not in before
        (coast / "fresh.md").write_text("---\ntitle: Fresh\ndate: 2025-07-10\n---\nNews.\n", encoding="utf-8")
        await seat.until(lambda: len(seat.reader.library.shelf.entries) == 5, "the new file")
        await seat.press("g")
        await seat.until(lambda: "5 briefings" in seat.pane("text"), "the page to know of it")


async def test_a_page_in_front_has_no_facts_to_offer(sit: Sit, coast: Path) -> None:
    async with sit(coast, size=NARROW) as seat:
        await seat.press("0")
        await seat.until(lambda: at_front(seat), "the front page")
        assert "facts" not in seat.footer
        assert "Enter read   c next" in seat.footer


async def test_stars_marks_and_the_editor_have_nothing_to_do_with_the_page(sit: Sit, coast: Path) -> None:
    async with sit(coast, size=NARROW) as seat:
        await seat.press("0")
        await seat.until(lambda: at_front(seat), "the front page")
        await seat.press("r", "*", "e", "!", "}", "]", "t", "U")
        assert at_front(seat)
        assert not seat.reader.opening.memory.readings()


async def test_the_keys_of_changes_go_from_briefing_to_briefing_on_the_page(sit: Sit, coast: Path) -> None:
    async with sit(coast, size=NARROW) as seat:
        await seat.press("0")
        await seat.until(lambda: at_front(seat) and HARBOUR in seat.reversed, "the first briefing to be lit")
        await seat.press("c")
        await seat.until(lambda: ZOO in seat.reversed, "the next one")
        await seat.press("C")
        await seat.until(lambda: HARBOUR in seat.reversed, "the one before")
        await seat.press("c", "c", "c", "c")
        await seat.until(lambda: "Notes without a date" in seat.reversed, "the last, where the page ends above it")
        await seat.press("C", "enter")
        await seat.until(lambda: "bridge carries no more" in seat.pane("text"), "the one before to be opened")
