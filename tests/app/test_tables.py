"""Tables and code that are wider than the pane, and a table on the full screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.document.block import Place
from briefing.document.document import Document
from briefing.document.table_document import TableDocument, earlier_pieces, later_pieces
from briefing.library.settings import load_settings

if TYPE_CHECKING:
    from tests.app.conftest import Seat, Sit

COLUMNS = [f"Column{number}" for number in range(12)]
TABLE = "\n".join(
    f"| {' | '.join(row)} |"
    for row in (COLUMNS, ["---"] * 12, *([f"R{row}x{column}" for column in range(12)] for row in range(40)))
)
CODE = "```python\nfirst = 1\n" + "second = '" + "0123456789" * 12 + "'\n```"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A briefing with a wide table between two pieces of code."""
    path = tmp_path / "wide.md"
    path.write_text(f"---\ntitle: Wide\n---\nBefore.\n\n{CODE}\n\nBetween.\n\n{TABLE}\n\nAfter.\n", encoding="utf-8")
    return path


def row(seat: Seat, words: str) -> str:
    """The row of the text that holds some words."""
    return next((line for line in seat.pane("text").splitlines() if words in line), "")


async def test_code_pans_by_itself_and_comes_back(sit: Sit, file: Path) -> None:
    async with sit(file=file, size=(60, 14)) as seat:
        assert "second = '0123" in seat.text
        before = row(seat, "Before.")
        await seat.press("l", "l")
        assert "second" not in seat.text
        assert "23456789'" not in seat.text
        assert row(seat, "Before.") == before
        await seat.press(*("right",) * 20)
        assert row(seat, "789'").rstrip().endswith("6789'")
        await seat.press(*("h",) * 20)
        assert "first = 1" in seat.text


async def test_what_leaves_the_screen_comes_back_to_its_beginning(sit: Sit, file: Path) -> None:
    async with sit(file=file, size=(60, 14)) as seat:
        await seat.press("l", "l", "G", "g")
        assert "second = '0123" in seat.text


async def test_a_table_pans_without_the_code_beside_it_and_keeps_its_first_column(sit: Sit, file: Path) -> None:
    async with sit(file=file, size=(60, 20)) as seat:
        await seat.press(*("j",) * 8, "l", "l")
        assert "second = '0123" in seat.text
        assert "Column2" not in seat.text
        assert "Column0" in seat.text
        assert "R3x0" in row(seat, "R3x5")
        await seat.press(*("l",) * 20)
        assert row(seat, "Column11").rstrip(" ▐·–—").endswith("Column11")
        assert "Column0" in seat.text


async def test_signs_show_where_a_row_goes_on(sit: Sit, file: Path) -> None:
    async with sit(file=file, size=(60, 20)) as seat:
        assert row(seat, "second").rstrip().endswith("›")
        assert not row(seat, "first").rstrip().endswith("›")
        await seat.press(*("j",) * 8)
        assert row(seat, "R3x0").rstrip().endswith("›")
        await seat.press(*("l",) * 20)
        assert "‹" in row(seat, "R3x0")
        assert "›" not in row(seat, "R3x0")


async def test_a_hit_beyond_the_edge_is_panned_into_sight(sit: Sit, file: Path) -> None:
    async with sit(file=file, size=(60, 20)) as seat:
        await seat.press("slash")
        await seat.type("R7x10")
        await seat.press("enter")
        await seat.until(lambda: "R7x10" in seat.reversed, "the hit to be lit")


async def test_t_shows_the_table_full_screen_and_comes_back_to_the_same_place(sit: Sit, file: Path) -> None:
    async with sit(file=file, size=(60, 20)) as seat:
        await seat.press(*("j",) * 8)
        top = seat.reader.text.viewport.top
        await seat.press("t")
        await seat.until(lambda: len(seat.app.screen_stack) == 2, "the page of the table")
        await seat.until_shown("Column0", "R0x0")
        assert "Before" not in seat.text
        await seat.press(*("j",) * 25)
        await seat.until_gone("R0x0")
        assert "Column0" in seat.lines[1]
        assert "R39x0" in seat.text or "R30x0" in seat.text
        await seat.press("G")
        await seat.until_shown("R39x0")
        await seat.press(*("l",) * 20)
        await seat.until_shown("Column11", "R39x11", "R39x0")
        await seat.press("escape")
        await seat.until(lambda: len(seat.app.screen_stack) == 1, "the text to be back")
        assert seat.reader.text.viewport.top == top


async def test_the_table_page_begins_at_the_row_that_was_being_read(sit: Sit, file: Path) -> None:
    async with sit(file=file, size=(60, 14)) as seat:
        await seat.press("G", "b", "b")
        assert "R20x0" not in seat.text
        assert "R8x0" in seat.lines[1]
        await seat.press("t")
        await seat.until(lambda: len(seat.app.screen_stack) == 2, "the page of the table")
        await seat.until(lambda: "R8x0" in seat.lines[3], "the row to be the first below the head")
        assert "Column0" in seat.lines[1]


async def test_t_does_nothing_where_no_table_is_on_the_screen(sit: Sit, file: Path) -> None:
    async with sit(file=file, size=(60, 12)) as seat:
        await seat.press("t")
        await seat.rest()
        assert len(seat.app.screen_stack) == 1


def test_a_long_table_is_whole_from_whichever_piece_it_is_opened() -> None:
    rows = [f"| {number} | name {number} |" for number in range(3000)]
    text = "before\n\n| no | name |\n|---|---|\n" + "\n".join(rows) + "\n\n| other |\n|---|\n| table |\n"
    document = Document(text)
    pieces = [block for block in document if block.table][:-1]
    assert len(pieces) > 2
    for piece in (pieces[0], pieces[1], pieces[-1]):
        gathered = [*list(earlier_pieces(document, piece))[::-1], piece, *later_pieces(document, piece)]
        assert gathered == pieces
    table = TableDocument(pieces)
    shown = [block.text[line[0].start : line[0].end] for block in table if block.table for line in block.table.rows]
    assert shown == [str(number) for number in range(3000)]
    assert all(table.locate(piece.offset + 5)[1].offset == piece.offset for piece in pieces)
    assert table.block(pieces[1].offset).offset == pieces[1].offset


async def test_code_wraps_by_choice_and_the_choice_is_remembered(sit: Sit, file: Path) -> None:
    async with sit(file=file, size=(60, 20)) as seat:
        await seat.press("colon")
        await seat.type("wrap code")
        await seat.until_shown("Break long lines of code")
        await seat.press("enter", "enter")
        await seat.until_shown("↳ ")
        assert "6789'" in seat.text
    async with sit(file=file, size=(60, 20), settings=load_settings().settings) as seat:
        assert "↳ " in seat.text
        await seat.reader.action_command("wrap-code")
        assert load_settings().settings.code is None


FOLDED = (
    "---\ntitle: Folded\n---\nBefore.\n\n> [!tip]- A tip\n> Hidden words.\n>\n> ## Hidden heading\n\n"
    + "After.\n\n" * 30
)


@pytest.fixture
def folded(tmp_path: Path) -> Path:
    """A briefing with a box that is folded."""
    path = tmp_path / "folded.md"
    path.write_text(FOLDED, encoding="utf-8")
    return path


async def test_a_folded_box_opens_by_a_click_and_closes_again(sit: Sit, folded: Path) -> None:
    async with sit(file=folded, size=(60, 20)) as seat:
        y = seat.lines.index(row(seat, "▸ Tip"))
        assert "Hidden" not in seat.text
        await seat.click(8, y)
        await seat.until_shown("▾ Tip: A tip", "Hidden words.")
        await seat.click(8, y)
        await seat.until_gone("Hidden words.")


async def test_a_folded_box_opens_by_its_letter_and_all_by_the_palette(sit: Sit, folded: Path) -> None:
    async with sit(file=folded, size=(60, 20)) as seat:
        await seat.press("f", "a")
        await seat.until_shown("Hidden words.")
        await seat.reader.action_command("open-folds")
        await seat.until_gone("Hidden words.")
        await seat.reader.action_command("open-folds")
        await seat.until_shown("Hidden words.")


async def test_whoever_is_led_into_a_folded_box_finds_it_open(sit: Sit, folded: Path) -> None:
    async with sit(file=folded, size=(60, 20)) as seat:
        await seat.press("slash")
        await seat.type("hidden w")
        await seat.press("enter")
        await seat.until(lambda: "Hidden w" in seat.reversed, "the hit to be lit")
    async with sit(file=folded, size=(60, 20)) as seat:
        await seat.press("right_square_bracket")
        await seat.until_shown("Hidden heading")
        assert seat.reader.text.viewport.place == Place(seat.reader.desk.reading.sections[0].offset)  # type: ignore[union-attr]  # a briefing is open
