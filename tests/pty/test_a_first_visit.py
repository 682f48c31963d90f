"""What a reader does who sees the program for the first time, at three sizes of the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.pty.conftest import Launch, Terminal

WIDE, MIDDLE, NARROW = (160, 48), (100, 30), (60, 20)
SIZES = pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW], ids=["wide", "middle", "narrow"])


@SIZES
def test_who_has_never_seen_it_finds_their_way(launch: Launch, coast: Path, size: tuple[int, int]) -> None:
    """Each step uses only keys that the screen names, or that every reader tries: arrows, Enter, Home, End."""
    terminal = launch(str(coast), size=size)
    terminal.wait_for("The harbour of Selm reopens", "Enter read", "q quit", "? keys")
    terminal.press("<Enter>")
    terminal.wait_for("Rosa Lind, Harbour correspondent")
    _reads_to_the_end(terminal)
    _goes_from_a_figure_to_its_passages(terminal, alone=size == NARROW)
    _finds_a_word(terminal)
    _searches_the_library(terminal)
    terminal.press("q")
    terminal.wait_for("q all briefings")
    terminal.press("q")
    terminal.wait_for("q quit")
    terminal.press("q")
    assert terminal.ended() == 0
    assert terminal.given_back


def _reads_to_the_end(terminal: Terminal) -> None:
    """The author's bio stands at the end of the text."""
    terminal.press("<End>")
    terminal.wait_for("Rosa Lind has written about harbours since 2009.", "100 %")
    terminal.press("<Home>")
    terminal.wait_for("Ships may enter again by day.")


def _goes_from_a_figure_to_its_passages(terminal: Terminal, *, alone: bool) -> None:
    """Where there is room for one pane only, the text comes with the passage, and the facts must be asked for again."""
    terminal.press("3<End>")
    terminal.wait_for("long dashes")
    terminal.press("<Home><Down><Down><Down><Down><Down><Down>")
    terminal.wait_for("in service again")
    terminal.press("<Enter>")
    terminal.wait(lambda: "three ferries are in service" in terminal.reversed, "the passage to be lit")
    terminal.press("3<Enter>" if alone else "<Enter>")
    terminal.wait(lambda: "all three ferries sail" in terminal.reversed, "the next passage to be lit")


def _finds_a_word(terminal: Terminal) -> None:
    """The keys that open the field and the word are typed at once."""
    terminal.press("2<Home>/pilots")
    terminal.wait_for("1 of 4")
    terminal.press("<Enter>nn")
    terminal.wait_for("3 of 4")
    assert "pilots" in terminal.reversed
    terminal.press("<Esc>")
    terminal.wait_without("of 4")


def _searches_the_library(terminal: Terminal) -> None:
    """The result opens at its place, with the hits painted."""
    terminal.press("swolves")
    terminal.wait_for("Nine wolves were counted")
    terminal.press("<Enter>")
    terminal.wait_for("Nine wolves were counted, and one more was heard.")
    terminal.wait(lambda: "wolves" in terminal.reversed, "the hits to be painted")


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
    terminal = launch(str(coast / "harbour.md"), size=NARROW)
    terminal.wait_for("Rosa Lind, Harbour correspondent")
    terminal.resize(WIDE)
    terminal.wait_for("Rosa Lind, Harbour correspondent", "3 Facts")
    terminal.resize((30, 8))
    terminal.wait_for("40")
    terminal.resize(NARROW)
    terminal.wait_for("Rosa Lind, Harbour correspondent")
    terminal.press("Q")
    assert terminal.ended() == 0
