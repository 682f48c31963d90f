"""The field at the foot of the screen shows what is typed into it, to its end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.events import Paste

from briefing.app import previewing

if TYPE_CHECKING:
    from tests.app.conftest import Seat, Sit


async def paste(seat: Seat, text: str) -> None:
    """Paste a text into the field."""
    seat.app.post_message(Paste(text))
    await seat.rest()


async def test_of_a_paste_with_control_characters_the_end_is_shown(sit: Sit, coast: Path) -> None:
    async with sit(coast, size=(60, 20)) as seat:
        await seat.press("slash")
        await paste(seat, "\x9d" * 20 + "the end")
        await seat.until(lambda: "the end" in seat.lines[-1], "the end of the paste")


async def test_what_is_said_of_a_query_does_not_hide_its_end(sit: Sit, coast: Path) -> None:
    async with sit(coast, size=(60, 20)) as seat:
        await seat.press("s")
        await paste(seat, "harbour " * 5 + "mark:")
        await seat.until(lambda: "harbour mark: " in seat.lines[-1] and "3 in 1" in seat.lines[-1], "count and query")


async def test_a_key_for_the_text_finds_what_the_list_has_come_to(
    sit: Sit, coast: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(previewing, "PREVIEW_AFTER", 60.0)
    async with sit(coast) as seat:
        await seat.press("down", "2")
        await seat.until_shown("Nine wolves were counted")
