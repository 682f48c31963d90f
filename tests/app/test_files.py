"""Files that change, vanish, are empty, or are none."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.app.conftest import Seat, Sit

LONG = "# Long\n\n" + "".join(f"## Part {number}\n\nWords of part {number} are here.\n\n" for number in range(60))


def replaced(path: Path, text: str) -> None:
    """Write a file as editors do: beside it, then over it."""
    beside = path.with_name(path.name + "~new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def first_rows(seat: Seat) -> list[str]:
    """The first rows of the text, without the signs at its right edge."""
    return [row.rstrip("▐+ ") for row in seat.pane("text").splitlines()[:3]]


async def test_a_file_that_changes_is_read_again_and_the_place_stays(sit: Sit, tmp_path: Path) -> None:
    path = tmp_path / "long.md"
    path.write_text(LONG, encoding="utf-8")
    async with sit(file=path, size=(100, 24)) as seat:
        for _ in range(30):
            await seat.press("right_square_bracket")
        await seat.until_shown("Words of part 29 are here.")
        top = first_rows(seat)
        replaced(
            path,
            LONG.replace("# Long\n", "# Long\n\nA new paragraph above all.\n").replace(
                "part 29", "the changed part 29"
            ),
        )
        await seat.until_shown("Words of the changed part 29 are here.")
        await seat.rest()
        assert first_rows(seat) == top
        await seat.press("home")
        await seat.until_shown("A new paragraph above all.")


async def test_a_file_that_is_written_in_place_is_read_again_too(sit: Sit, tmp_path: Path) -> None:
    path = tmp_path / "short.md"
    path.write_text("# Short\n\nBefore.\n", encoding="utf-8")
    async with sit(file=path, size=(60, 20)) as seat:
        path.write_text("# Short\n\nAfter the change.\n", encoding="utf-8")
        await seat.until_shown("After the change.")


async def test_the_figures_of_a_changed_file_are_tied_to_the_new_text(sit: Sit, coast: Path) -> None:
    path = coast / "bridge.md"
    async with sit(file=path) as seat:
        replaced(path, path.read_text(encoding="utf-8").replace("carries no more than", "bears at most"))
        await seat.press("3", "home", "down")
        await seat.until(lambda: "not found in the text" in seat.pane("facts"), "the passage to be missed")


async def test_a_file_that_vanishes_stays_on_the_screen(sit: Sit, tmp_path: Path) -> None:
    path = tmp_path / "gone.md"
    path.write_text("# Gone\n\nStill here.\n", encoding="utf-8")
    async with sit(file=path, size=(60, 20)) as seat:
        path.unlink()
        await seat.press("j", "k", "end", "home")
        await seat.rest()
        assert "Still here." in seat.text
        path.write_text("# Back\n\nHere again.\n", encoding="utf-8")
        await seat.until_shown("Here again.")


async def test_a_briefing_that_vanishes_from_the_folder_leaves_the_list(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        (coast / "bridge.md").unlink()
        await seat.until_gone("A bridge is closed to truc")
        assert "coast · 3" in seat.header


async def test_opening_what_has_vanished_meanwhile_says_so(sit: Sit, coast: Path) -> None:
    async with sit(coast, size=(60, 20)) as seat:
        (coast / "harbour.md").unlink()
        await seat.press("enter")
        await seat.until_shown("no such file")
        assert seat.focused == "list"
        await seat.until_gone("The harbour of Selm reopens")
        await seat.press("enter")
        await seat.until_shown("Nine wolves were counted")


async def test_a_briefing_that_comes_into_the_folder_is_listed(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        replaced(coast / "comet.md", "---\ntitle: A comet\ndate: 2025-07-09\n---\n\nIt is bright.\n")
        await seat.until_shown("A comet", "coast · 5")


async def test_a_briefing_that_changes_is_listed_with_its_new_title(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        path = coast / "bridge.md"
        replaced(path, path.read_text(encoding="utf-8").replace("A bridge is closed", "The bridge is open"))
        await seat.until_shown("The bridge is open to tru")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "The file is empty."),
        ("\n\n \n", "The file is empty."),
        ("---\ntitle: Only a head\n---\n", "There is no text below the front matter."),
        ("# Only a title\n", "There is no text below the title."),
    ],
)
async def test_a_file_with_nothing_to_read_says_so(sit: Sit, tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "nothing.md"
    path.write_text(content, encoding="utf-8")
    async with sit(file=path) as seat:
        await seat.until_shown(said)
        for key in ("end", "home", "right_square_bracket", "right_curly_bracket", "slash"):
            await seat.press(key)
        await seat.type("qq")
        await seat.until_shown("not in this text")


@pytest.mark.parametrize(
    "head",
    ["---\ntitle: A: B\n---\n", "---\nfigures: [1, 2\n---\n", "---\ntitle: never closed\n", "+++\nx = \n+++\n"],
)
async def test_broken_front_matter_hides_nothing_of_the_text(sit: Sit, tmp_path: Path, head: str) -> None:
    path = tmp_path / "broken.md"
    path.write_text(f"{head}\nThe text is here.\n", encoding="utf-8")
    async with sit(file=path) as seat:
        await seat.until_shown("The text is here.", "note")
        await seat.press("exclamation_mark")
        await seat.until_shown("Notes on", "line")
        await seat.press("escape")
        await seat.until_shown("The text is here.")


async def test_a_folder_that_cannot_be_listed_is_said(sit: Sit, coast: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listing = os.scandir

    def refused(path: bytes) -> object:
        if path.endswith(b"inland"):
            raise PermissionError(13, "Permission denied")
        return listing(path)

    monkeypatch.setattr(os, "scandir", refused)
    async with sit(coast) as seat:
        await seat.until_shown("cannot list", "Permission denied")
