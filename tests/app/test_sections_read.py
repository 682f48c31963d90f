"""Which sections are still to be read is signed in the outline, remembered, and found again after an edit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing.app.viewport import Viewport
from briefing.document.document import Document

if TYPE_CHECKING:
    from tests.app.conftest import Seat, Sit

LOW = (160, 20)
"""A window in which the harbour does not fit the screen."""
SECTIONS = ["The channel", "The marks", "The ferries", "The night", "What is not known"]


def signed(seat: Seat, sign: str) -> list[str]:
    """The sections of the outline that have a sign."""
    rows = [row.lstrip("▌▸ ") for row in seat.pane("facts").splitlines()]
    return [name for name in SECTIONS for row in rows if row.startswith(name) and sign in row]


def test_a_paragraph_that_goes_on_below_the_screen_is_not_finished() -> None:
    viewport = Viewport()
    viewport.resize(20, 4)
    viewport.show(Document(f"One.\n\n{'A longer one that goes on. ' * 4}\n"))
    assert [block.text[:5] for block in viewport.blocks] == ["One.", "A lon"]
    assert [block.text for block in viewport.finished] == ["One."]
    viewport.scroll(4)
    assert [block.text[:5] for block in viewport.finished] == ["A lon"]


async def opened(seat: Seat) -> None:
    """Open the harbour at its beginning."""
    await seat.press("enter")
    await seat.until(lambda: len(signed(seat, "●")) >= 3, "the sections to be signed")


async def test_a_section_is_signed_until_its_end_was_on_the_screen(sit: Sit, coast: Path) -> None:
    async with sit(coast, size=LOW) as seat:
        assert signed(seat, "●") == []
        await opened(seat)
        assert signed(seat, "●") == SECTIONS
        await seat.press("space")
        await seat.until(lambda: signed(seat, "●") == SECTIONS[2:], "the first sections to be read")
        await seat.press("G")
        await seat.until(lambda: signed(seat, "●") == [], "all of it to count as read")


async def test_what_was_read_of_it_is_known_when_it_is_opened_again(sit: Sit, coast: Path) -> None:
    async with sit(coast, size=LOW) as seat:
        await opened(seat)
        await seat.press("space")
        await seat.until(lambda: signed(seat, "●") == SECTIONS[2:], "the first sections to be read")
    async with sit(coast, size=LOW) as seat:
        await seat.press("enter")
        await seat.until(lambda: signed(seat, "●") == SECTIONS[2:], "the same sections to be signed")
        assert "4 new" in seat.header


async def test_a_briefing_that_was_never_finished_shows_what_changed_since_it_was_open(sit: Sit, coast: Path) -> None:
    async with sit(coast, size=LOW) as seat:
        await opened(seat)
    harbour = coast / "harbour.md"
    harbour.write_text(harbour.read_text(encoding="utf-8").replace("Forty marks", "Fifty marks"), encoding="utf-8")
    async with sit(coast, size=LOW) as seat:
        await opened(seat)
        await seat.until(lambda: signed(seat, "◐") == ["The marks"], "the change to be signed")
        assert "◐ 1 change" in seat.footer
        assert "The marks" not in signed(seat, "●")


async def test_what_counts_as_read_has_no_section_left_and_unread_it_has_them_again(sit: Sit, coast: Path) -> None:
    async with sit(coast, size=LOW) as seat:
        await opened(seat)
        await seat.press("r")
        await seat.until(lambda: signed(seat, "●") == [], "no section to be left")
        await seat.press("U")
        await seat.until(lambda: signed(seat, "●") == SECTIONS, "them again")
