"""Which panes there is room for, and how those that are not shown are reached."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.app.conftest import MIDDLE, NARROW, WIDE

from briefing.app.panes import Pane, arrange

if TYPE_CHECKING:
    from tests.app.conftest import Seat, Sit


@pytest.mark.parametrize(
    ("size", "panes"),
    [(WIDE, ["list", "text", "facts"]), (MIDDLE, ["list", "text"]), (NARROW, ["list"])],
    ids=["wide", "middle", "narrow"],
)
async def test_a_library_starts_in_the_list_with_the_panes_there_is_room_for(
    sit: Sit, coast: Path, size: tuple[int, int], panes: list[str]
) -> None:
    async with sit(coast, size=size) as seat:
        assert seat.shown == panes
        assert seat.focused == "list"
        assert seat.header.strip()


@pytest.mark.parametrize(
    ("size", "panes"),
    [(WIDE, ["text", "facts"]), (MIDDLE, ["text", "facts"]), (NARROW, ["text"])],
    ids=["wide", "middle", "narrow"],
)
async def test_a_file_starts_in_the_text(sit: Sit, coast: Path, size: tuple[int, int], panes: list[str]) -> None:
    async with sit(file=coast / "harbour.md", size=size) as seat:
        assert seat.shown == panes
        assert seat.focused == "text"


async def test_a_pane_that_is_not_shown_is_named_with_what_it_holds(in_harbour: Sit) -> None:
    async with in_harbour(size=MIDDLE) as seat:
        assert "facts: 4 figures" in seat.footer
        await seat.press("3")
        await seat.until(lambda: seat.shown == ["text", "facts"])
        assert "1 library" in seat.footer
        await seat.resize(*NARROW)
        await seat.until(lambda: seat.shown == ["facts"])
        assert "2 text" in seat.footer
        await seat.press("2")
        await seat.until(lambda: seat.shown == ["text"])
        assert "facts: 4 figures" in seat.footer


@pytest.mark.parametrize(
    ("text", "held"),
    [("# One\n\nText.", "facts: 1 section "), ("Text.", "facts "), ("# A\n\n# B", "facts: 2 sections ")],
)
async def test_what_the_facts_hold_is_counted_where_there_is_any(
    sit: Sit, tmp_path: Path, text: str, held: str
) -> None:
    file = tmp_path / "text.md"
    file.write_text(f"---\ntitle: Other\n---\n{text}\n", encoding="utf-8")
    async with sit(file=file, size=NARROW) as seat:
        assert f"3 {held}" in seat.footer


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW], ids=["wide", "middle", "narrow"])
async def test_numbers_and_tab_give_the_keys_to_a_pane_and_show_it(in_harbour: Sit, size: tuple[int, int]) -> None:
    async with in_harbour(size=size) as seat:
        for key, pane in (("3", "facts"), ("1", "list"), ("2", "text"), ("tab", "facts"), ("tab", "list")):
            await seat.press(key)
            assert seat.focused == pane
            await seat.until(partial(_is_shown, seat, pane), f"{pane} to be shown")
        for pane in ("facts", "text", "list"):
            await seat.press("shift+tab")
            assert seat.focused == pane


def _is_shown(seat: Seat, pane: str) -> bool:
    """Whether a pane is shown."""
    return pane in seat.shown


async def test_the_pane_with_the_keys_has_a_bar_at_its_left(in_harbour: Sit) -> None:
    async with in_harbour() as seat:
        for key, pane in (("1", "list"), ("2", "text"), ("3", "facts")):
            await seat.press(key)
            await seat.rest()
            bars = {name: all(row.startswith("▌") for row in seat.pane(name).splitlines()) for name in seat.shown}
            assert bars == {name: name == pane for name in ("list", "text", "facts")}


async def test_z_leaves_the_text_alone_and_brings_the_panes_back(in_harbour: Sit) -> None:
    async with in_harbour() as seat:
        await seat.press("z")
        await seat.until(lambda: seat.shown == ["text"])
        await seat.press("z")
        await seat.until(lambda: seat.shown == ["list", "text", "facts"])


async def test_a_click_gives_the_keys_to_the_pane_that_was_clicked(in_harbour: Sit) -> None:
    async with in_harbour() as seat:
        facts = seat.reader.query_one("#facts").region
        await seat.click(facts.x + 5, facts.bottom - 2)
        await seat.until(lambda: seat.focused == "facts", "the facts to have the keys")
        text = seat.reader.query_one("#text").region
        await seat.click(text.x + 20, text.bottom - 1)
        await seat.until(lambda: seat.focused == "text", "the text to have the keys")


async def test_keys_typed_at_once_go_where_the_one_before_them_led(in_harbour: Sit) -> None:
    async with in_harbour() as seat:
        await seat.press("1", "2", "3", "end")
        before = seat.reader.text.viewport.top
        await seat.rest()
        assert seat.focused == "facts"
        assert "long dashes" in _lit_rows(seat, "facts")
        assert seat.reader.text.viewport.top == before == 0


def _lit_rows(seat: Seat, pane: str) -> str:
    """The rows of a pane under its cursor."""
    area = seat.reader.query_one(f"#{pane}").region
    raised = seat.app.palette.colours.raised
    rows = seat.drawn[area.y : area.bottom]
    return "\n".join("".join(one.text for one in row if _background(one) == raised) for row in rows)


def _background(segment: object) -> str | None:
    """The colour behind a segment, as a theme writes it."""
    style = getattr(segment, "style", None)
    colour = style.bgcolor if style else None
    return colour.name.upper() if colour else None


@pytest.mark.parametrize("size", [(39, 20), (60, 11)])
async def test_a_window_in_which_nothing_can_be_read_says_so(in_harbour: Sit, size: tuple[int, int]) -> None:
    async with in_harbour(size=NARROW) as seat:
        await seat.resize(*size)
        await seat.until(lambda: "40" in seat.text and "12" in seat.text, "the least size to be said")
        await seat.resize(*NARROW)
        await seat.until_shown("Rosa Lind, Harbour correspondent")


async def test_the_smallest_window_reads_like_a_book(in_harbour: Sit) -> None:
    async with in_harbour(size=(40, 12)) as seat:
        assert seat.shown == ["text"]
        assert "The harbour of Selm reopens" in seat.text
        for _ in range(30):
            await seat.press("space")
        assert "100 %" in seat.header
        assert "lives above one." in seat.words("text")


async def test_the_place_in_the_text_stays_when_the_window_changes(in_harbour: Sit) -> None:
    async with in_harbour(size=MIDDLE) as seat:
        for _ in range(3):
            await seat.press("right_square_bracket")
        await seat.until_shown("Since Tuesday three ferries")
        top = next(line for line in seat.pane("text").splitlines() if line.strip(" ▌"))
        for size in (NARROW, (45, 15), WIDE, MIDDLE):
            await seat.resize(*size)
            await seat.rest()
        assert next(line for line in seat.pane("text").splitlines() if line.strip(" ▌")) == top


@pytest.mark.parametrize("library", [True, False])
@pytest.mark.parametrize("width", [40, 99, 100, 131, 132, 200])
@pytest.mark.parametrize("focused", list(Pane))
def test_the_pane_with_the_keys_is_always_shown(width: int, focused: Pane, *, library: bool) -> None:
    if focused is Pane.LIST and not library:
        return
    chosen = arrange(width, focused, side=Pane.FACTS, library=library)
    assert focused in chosen.shown
    assert len(chosen.shown) == (1 if width < 100 else 3 if width >= 132 and library else 2)
