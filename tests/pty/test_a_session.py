"""What a reader does who sees the program for the first time, at three sizes of the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.pty.conftest import Launch, Terminal

WIDE, MIDDLE, NARROW = (160, 48), (100, 30), (60, 20)
SIZES = pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW], ids=["wide", "middle", "narrow"])


def in_harbour(launch: Launch, coast: Path, size: tuple[int, int]) -> Terminal:
    """The first briefing of the library, opened from the list."""
    terminal = launch(str(coast), size=size)
    terminal.wait_for("The harbour of Selm reopens", "Zoo counts its wolves", "? keys")
    terminal.press("<Enter>")
    terminal.wait_for("Rosa Lind, Harbour correspondent")
    return terminal


@SIZES
def test_the_list_of_a_library_opens_and_q_leaves(launch: Launch, coast: Path, size: tuple[int, int]) -> None:
    terminal = launch(str(coast), size=size)
    terminal.wait_for("The harbour of Selm reopens", "q quit")
    terminal.press("q")
    assert terminal.ended() == 0
    assert terminal.given_back


@SIZES
def test_a_briefing_is_read_from_the_list(launch: Launch, coast: Path, size: tuple[int, int]) -> None:
    terminal = in_harbour(launch, coast, size)
    terminal.press("<End>")
    terminal.wait_for("Rosa Lind has written about harbours since 2009.", "100 %")
    terminal.press("qq")
    assert terminal.ended() == 0


@SIZES
def test_enter_on_a_figure_goes_to_its_passage(launch: Launch, coast: Path, size: tuple[int, int]) -> None:
    terminal = in_harbour(launch, coast, size)
    terminal.press("3<End>")
    terminal.wait_for("long dashes")
    terminal.press("<Home><Down><Down><Down><Down><Down><Down>")
    terminal.wait_for("in service again")
    terminal.press("<Enter>")
    terminal.wait(lambda: "three ferries are in service" in terminal.reversed, "the passage to be lit")
    terminal.press("<Enter>" if size != NARROW else "3<Enter>")
    terminal.wait(lambda: "all three ferries sail" in terminal.reversed, "the next passage to be lit")
    terminal.press("Q")
    assert terminal.ended() == 0


@SIZES
def test_a_word_is_found_in_the_text(launch: Launch, coast: Path, size: tuple[int, int]) -> None:
    terminal = in_harbour(launch, coast, size)
    terminal.press("/pilots")
    terminal.wait_for("1 of 4")
    terminal.press("<Enter>nn")
    terminal.wait_for("3 of 4")
    assert "pilots" in terminal.reversed
    terminal.press("N<Esc>")
    terminal.wait_without("of 4")
    terminal.press("Q")
    assert terminal.ended() == 0


@SIZES
def test_the_library_is_searched_and_opens_at_the_place(launch: Launch, coast: Path, size: tuple[int, int]) -> None:
    terminal = in_harbour(launch, coast, size)
    terminal.press("swolves")
    terminal.wait_for("Nine wolves were counted")
    terminal.press("<Enter>")
    terminal.wait_for("Wolves", "Nine wolves were counted, and one more was heard.")
    terminal.wait(lambda: "wolves" in terminal.reversed, "the hits to be painted")
    terminal.press("Q")
    assert terminal.ended() == 0
    assert terminal.given_back


def test_a_single_file_opens_in_the_text(launch: Launch, coast: Path) -> None:
    terminal = launch(str(coast / "bridge.md"), size=NARROW)
    terminal.wait_for("A bridge is closed to trucks", "The bridge carries no more than 12 t.")
    terminal.press("q")
    assert terminal.ended() == 0


def test_without_a_path_the_briefings_that_ship_are_listed(launch: Launch) -> None:
    terminal = launch(size=MIDDLE)
    terminal.wait_for("Welcome to briefing")
    terminal.press("q")
    assert terminal.ended() == 0


def test_a_window_that_changes_its_size_is_drawn_anew(launch: Launch, coast: Path) -> None:
    terminal = in_harbour(launch, coast, NARROW)
    terminal.resize(WIDE)
    terminal.wait_for("1 Library", "Rosa Lind, Harbour correspondent", "3 Facts")
    terminal.resize((30, 8))
    terminal.wait_for("40")
    terminal.resize(NARROW)
    terminal.wait_for("Rosa Lind, Harbour correspondent")
    terminal.press("Q")
    assert terminal.ended() == 0
