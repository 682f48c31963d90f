"""What is selected or lit is handed to the clipboard, with where it is from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.app import clipboard

if TYPE_CHECKING:
    from tests.app.conftest import Seat, Sit


async def drag(seat: Seat, start: str, end: str) -> None:
    """Draw over the text from the beginning of some words to the end of others."""
    x, y = seat.find(start)
    last_x, last_y = seat.find(end)
    await seat.drag((x, y), (last_x + len(end), last_y))


async def test_what_is_drawn_over_is_selected_and_copied(sit: Sit, coast: Path) -> None:
    async with sit(file=coast / "bridge.md") as seat:
        await drag(seat, "carries", "Lorries")
        await seat.until(lambda: "carries no more than 12 t. Lorries" in " ".join(seat.reversed), "the selection")
        await seat.press("y")
        await seat.until(lambda: seat.app.clipboard, "the text to be copied")
        assert seat.app.clipboard.startswith("carries no more than 12 t. Lorries")
        await seat.until_shown("copied")


async def test_a_selection_over_blocks_keeps_them_apart(sit: Sit, coast: Path) -> None:
    async with sit(file=coast / "bridge.md") as seat:
        await drag(seat, "The bridge", "The bridge carries")
        await seat.press("y")
        await seat.until(lambda: seat.app.clipboard, "the text to be copied")
        assert seat.app.clipboard == "The bridge\n\nThe bridge carries"


async def test_esc_drops_the_selection(sit: Sit, coast: Path) -> None:
    async with sit(file=coast / "bridge.md") as seat:
        await drag(seat, "carries", "Lorries")
        await seat.until(lambda: seat.reversed, "the selection")
        await seat.press("escape")
        await seat.until(lambda: not any("carries" in part for part in seat.reversed), "the selection to be dropped")


async def test_without_a_selection_the_lit_passage_is_copied_with_its_citation(sit: Sit, coast: Path) -> None:
    async with sit(file=coast / "harbour.md") as seat:
        await seat.press("right_curly_bracket", "y")
        await seat.until(lambda: seat.app.clipboard, "the text to be copied")
        copied = seat.app.clipboard
        assert copied.startswith("“free of ice for over 14 km” (The harbour of Selm reopens; Rosa Lind; 8 July 2025; ")
        assert "The channel" in copied
        assert f"{coast / 'harbour.md'}:4" in copied
        assert "GREEN" in copied


async def test_with_nothing_to_copy_nothing_is_copied(sit: Sit, coast: Path) -> None:
    async with sit(file=coast / "notes.md") as seat:
        await seat.press("y")
        await seat.rest()
        assert seat.app.clipboard == ""


class Copier:
    """Stands for the program where only its clipboard is looked at."""

    def __init__(self) -> None:
        self.clipboard = ""

    def copy_to_clipboard(self, text: str) -> None:
        """Take what is copied."""
        self.clipboard = text


@pytest.mark.parametrize(("text", "copied"), [("a\ud800b", "a?b"), ("Čeněk 한", "Čeněk 한")])
async def test_what_cannot_be_encoded_is_replaced(text: str, copied: str) -> None:
    app = Copier()
    assert await clipboard.copy(app, text) == "by the terminal"  # type: ignore[arg-type]  # all that is used of it
    assert app.clipboard == copied


async def test_more_than_terminals_take_at_once_is_said() -> None:
    assert "if it takes so much" in await clipboard.copy(Copier(), "x" * 80_000)  # type: ignore[arg-type]  # the same


async def test_tmux_that_does_not_answer_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tmux").write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    (tmp_path / "tmux").chmod(0o755)
    monkeypatch.setenv("TMUX", "socket,1,0")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setattr(clipboard, "TMUX_SECONDS", 0.1)
    assert await clipboard.copy(Copier(), "text") == "by the terminal"  # type: ignore[arg-type]  # the same
