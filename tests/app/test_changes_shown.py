"""What has changed since it was read: signed beside the text, counted, gone through by a key, and told in the facts."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.app.conftest import MIDDLE, NARROW, WIDE

if TYPE_CHECKING:
    from tests.app.conftest import Seat, Sit

FORTY, FIFTY = "Forty marks were lifted", "Fifty marks were lifted"
PILOT = "A first night pilot has been found."
LAST_DAY = 1752105600
"""10 July 2025, in seconds."""


def edited(coast: Path, edit: Callable[[str], str]) -> None:
    """Change the words of the harbour."""
    harbour = coast / "harbour.md"
    harbour.write_text(edit(harbour.read_text(encoding="utf-8")), encoding="utf-8")
    os.utime(harbour, (LAST_DAY, LAST_DAY))


def other_words(text: str) -> str:
    """A paragraph changed, one new, one gone; a figure that reads otherwise, one new, one gone."""
    text = text.replace(FORTY, FIFTY).replace("- The green marks stand to starboard.\n", "")
    text = text.replace("## The night\n\n", f"## The night\n\n{PILOT}\n\n").replace("  - value: 3\n", "  - value: 4\n")
    return text.replace(
        "  - value: 40 min\n    label: from the sea mark to the quay\n", "  - value: 2\n    unit: pilots\n"
    )


async def read_before(sit: Sit, coast: Path) -> None:
    """Read the harbour to its end and leave."""
    async with sit(coast) as seat:
        await seat.press("enter")
        await seat.until_shown("Ships may enter again by day.")
        await seat.press("G")
        await seat.until(lambda: "3 new" in seat.header, "it to be read")


async def opened(seat: Seat) -> None:
    """Open the harbour and wait until it is compared."""
    await seat.press("enter")
    await seat.until(lambda: seat.reader.desk.reading and seat.reader.desk.reading.since, "the changes")


def beside(seat: Seat, words: str) -> str:
    """What stands left of some words of the text."""
    row = next(row for row in seat.pane("text").splitlines() if words in row)
    return row[1 : row.index(words)].strip()


async def test_a_change_has_a_sign_beside_it_and_a_place_in_the_facts(sit: Sit, coast: Path) -> None:
    await read_before(sit, coast)
    edited(coast, other_words)
    async with sit(coast) as seat:
        await opened(seat)
        await seat.until(lambda: FIFTY in seat.pane("text"), "the paragraph")
        assert beside(seat, FIFTY) == "◐"
        assert beside(seat, "The night marks are not lit").startswith("○")
        assert beside(seat, "A ship from the sea mark") == ""
        facts = seat.words("facts")
        assert "◐ 1 paragraph changed ● 1 paragraph new ○ taken out in 1 place" in facts
        assert "figures: 1 changed, 1 new, 1 gone gone: 40 min" in facts
        assert "The file changed on 10 July 2025; its author states no update." in facts
        assert "3 → 4 ferries" in facts
        rows = [row.strip() for row in seat.pane("facts").splitlines()]
        await seat.press("G")
        await seat.until(lambda: PILOT in seat.pane("text"), "the end of the text")
        assert beside(seat, PILOT) == "●"
        signed = [row for row in rows if row.startswith(("The", "What")) and "◐" in row]
        assert [row.split("◐")[0].strip() for row in signed] == ["The marks", "The night"]


async def test_the_authors_word_of_an_update_is_said_beside_that_of_the_file(sit: Sit, coast: Path) -> None:
    await read_before(sit, coast)
    edited(coast, lambda text: text.replace("tlp: GREEN", "tlp: GREEN\nupdated: 2025-06"))
    async with sit(coast) as seat:
        await opened(seat)
        facts = seat.words("facts")
        assert "No paragraph reads otherwise." in facts
        assert "The file changed on 10 July 2025; its author dates the last update June 2025." in facts


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_one_key_goes_from_change_to_change_and_round(sit: Sit, coast: Path, size: tuple[int, int]) -> None:
    await read_before(sit, coast)
    edited(coast, other_words)
    async with sit(coast, size=size) as seat:
        await opened(seat)
        for number, words in ((1, FIFTY), (2, "The night marks"), (3, PILOT), (1, FIFTY)):
            await seat.press("c")
            await seat.until_shown(words, f"◐ {number} of 3")
        await seat.press("C")
        await seat.until_shown(PILOT, "◐ 3 of 3")


async def test_the_changes_stay_until_the_briefing_is_left_though_it_was_read_again(sit: Sit, coast: Path) -> None:
    await read_before(sit, coast)
    edited(coast, other_words)
    async with sit(coast) as seat:
        await opened(seat)
        await seat.press("G")
        await seat.until(lambda: seat.reader.opening.memory.readings()[0][1] != "", "it to be read again")
        assert seat.reader.desk.reading is not None
        assert seat.reader.desk.reading.since is not None
        await seat.press("J")
        await seat.until(lambda: "Nine wolves" in seat.pane("text"), "the next briefing")
        await seat.press("K")
        await seat.until(lambda: FIFTY in seat.pane("text"), "the harbour again")
        await seat.until(
            lambda: seat.reader.desk.reading and seat.reader.desk.reading.edition, "it to be looked through"
        )
        assert seat.reader.desk.reading.since is None


async def test_a_change_while_it_is_open_is_shown_against_what_was_on_the_screen(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        await seat.press("enter")
        await seat.until(
            lambda: seat.reader.desk.reading and seat.reader.desk.reading.edition, "it to be looked through"
        )
        edited(coast, other_words)
        await seat.until(lambda: FIFTY in seat.pane("text") and beside(seat, FIFTY) == "◐", "the change to be signed")
        assert "since you opened it" in seat.words("facts")


async def test_a_single_file_is_compared_with_what_was_read_of_it_too(sit: Sit, coast: Path) -> None:
    path = coast / "inland" / "zoo.md"
    async with sit(file=path) as seat:
        await seat.until(seat.reader.opening.memory.log, "it to be read")
    path.write_text(path.read_text(encoding="utf-8").replace("Nine", "Ten"), encoding="utf-8")
    async with sit(file=path) as seat:
        await seat.until(lambda: "Ten wolves" in seat.pane("text") and beside(seat, "Ten wolves") == "◐", "the sign")


async def test_a_text_that_was_never_read_has_no_changes_and_its_key_says_so(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        await seat.press("enter")
        await seat.until(
            lambda: seat.reader.desk.reading and seat.reader.desk.reading.edition, "it to be looked through"
        )
        await seat.press("c")
        assert "change" not in seat.footer
        assert "◐" not in seat.pane("text")


async def test_the_front_page_tells_how_a_figure_read_before(sit: Sit, coast: Path) -> None:
    await read_before(sit, coast)
    edited(coast, other_words)
    async with sit(coast) as seat:
        await seat.until(lambda: "Changed since you read them" in seat.pane("text"), "the front page")
        assert "· 3 → 4 ferries in service again · undated" in seat.words("text")
        assert "2 pilots undated · new since you read it" in seat.words("text")
