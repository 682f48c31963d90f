"""Finding in the text, and searching the library."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.app.conftest import Seat, Sit

WOODS = """\
# Woods

{0}

An oak. Two oaks, and the OAK of 1900.

| tree | number |
|------|--------|
| oak  | 3      |

Nothing but s**oak**ing moss: the *o*ak is spelt in two styles.

{0}

The last oak.
"""
FILLING = "\n\n".join(f"Moss and stone, row {number}." for number in range(40))


@pytest.fixture
def woods(tmp_path: Path) -> Path:
    """A long text in which a word stands seven times, once with capitals, once in a table, once within a word."""
    path = tmp_path / "woods.md"
    path.write_text(WOODS.format(FILLING), encoding="utf-8")
    return path


def has_typed(seat: Seat, word: str) -> bool:
    """Whether a word stands in the field, and nothing else."""
    return seat.focused == "query" and seat.typed == word


async def find(seat: Seat, words: str) -> None:
    """Open the field and type words."""
    await seat.press("slash")
    await seat.type(words)


async def test_the_hits_are_counted_and_the_first_is_shown_while_typing(sit: Sit, woods: Path) -> None:
    async with sit(file=woods) as seat:
        await find(seat, "oak")
        await seat.until_shown("1 of 7", "Two oaks")


async def test_n_and_shift_n_go_round(sit: Sit, woods: Path) -> None:
    async with sit(file=woods) as seat:
        await find(seat, "oak")
        await seat.until_shown("1 of 7")
        await seat.press("enter")
        assert seat.focused == "text"
        for number in (2, 3, 4, 5, 6, 7, 1):
            await seat.press("n")
            await seat.until_shown(f"{number} of 7")
        await seat.press("N")
        await seat.until_shown("7 of 7", "The last oak.")
        await seat.press("N")
        await seat.until_shown("6 of 7")


async def test_every_hit_on_the_screen_is_painted(sit: Sit, woods: Path) -> None:
    async with sit(file=woods) as seat:
        await find(seat, "oak")
        await seat.press("enter")
        await seat.until(lambda: len(painted(seat, "oak")) == 6, "six hits that are on the screen")
        assert len(seat.text.lower().split("oak")) - 1 == 6 + seat.footer.count("oak")


def painted(seat: Seat, words: str) -> list[str]:
    """What is painted in reverse and says these words; a word in two styles is joined."""
    return [part for part in seat.reversed if part.lower() == words]


async def test_capitals_matter_once_one_is_typed(sit: Sit, woods: Path) -> None:
    async with sit(file=woods) as seat:
        await find(seat, "OAK")
        await seat.until_shown("1 of 1")


async def test_the_first_hit_is_the_next_one_from_where_the_reader_is(sit: Sit, woods: Path) -> None:
    async with sit(file=woods) as seat:
        await seat.press("end")
        await find(seat, "oak")
        await seat.until_shown("7 of 7")


async def test_what_is_not_there_is_said_and_the_place_stays(sit: Sit, woods: Path) -> None:
    async with sit(file=woods) as seat:
        await find(seat, "birch")
        await seat.until_shown("not in this text")
        assert "row 0." in seat.text


async def test_leaving_the_field_undoes_the_find(sit: Sit, woods: Path) -> None:
    async with sit(file=woods) as seat:
        await find(seat, "oak")
        await seat.until_shown("Two oaks")
        await seat.press("escape")
        await seat.until_shown("row 0.")
        assert painted(seat, "oak") == []
        assert seat.focused == "text"


async def test_esc_drops_the_hits_and_keeps_the_place(sit: Sit, woods: Path) -> None:
    async with sit(file=woods) as seat:
        await find(seat, "oak")
        await seat.until_shown("Two oaks")
        await seat.press("enter", "escape")
        await seat.until(lambda: painted(seat, "oak") == [], "the hits to be dropped")
        assert "Two oaks" in seat.text


async def test_the_arrows_go_through_the_hits_while_typing(sit: Sit, woods: Path) -> None:
    async with sit(file=woods) as seat:
        await find(seat, "oak")
        await seat.until_shown("1 of 7")
        await seat.press("down", "down")
        await seat.until_shown("3 of 7")
        await seat.press("up")
        await seat.until_shown("2 of 7")


async def test_what_is_typed_quickly_after_the_slash_runs_no_command(sit: Sit, coast: Path) -> None:
    """Of `/bad` the letters b, a and d are commands elsewhere; all keys are in the queue before one is answered."""
    async with sit(coast) as seat:
        await seat.press("enter")
        for key, word in (("/", "badqrsz"), ("1/", "badqrsz"), ("s", "badqrsz1")):
            for char in key + word:
                seat.type_ahead(char)
            await seat.until(partial(has_typed, seat, word), f"{word} in the field")
            await seat.press("escape")
            assert seat.shown == ["list", "text", "facts"]
        assert seat.app._exit is False


async def test_a_search_shows_passages_with_their_sections(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        await seat.press("s")
        await seat.type("lorries")
        await seat.until(lambda: "Lorries take the ferry" in " ".join(seat.pane("results").split()), "the passage")
        assert "A bridge is closed to trucks" in seat.pane("results")
        assert "The bridge" in seat.pane("results")
        assert "Lorries" in " ".join(seat.reversed)


async def test_a_search_opens_at_the_place_with_the_hits_painted(sit: Sit, coast: Path) -> None:
    async with sit(coast, size=(100, 30)) as seat:
        await seat.press("s")
        await seat.type("navy")
        await seat.until(lambda: "The office asks the navy" in seat.pane("results"), "the passage")
        await seat.press("enter")
        await seat.until(lambda: seat.focused == "text", "the text to have the keys")
        await seat.until(lambda: "The office asks the navy for help." in seat.pane("text"), "the place")
        await seat.until(lambda: "navy" in seat.reversed, "the hit to be painted")
        await seat.until_shown("1 of 1")


async def test_a_search_needs_all_the_words(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        await seat.press("s")
        await seat.type("quay")
        await seat.until_shown("in 2")
        await seat.type(" daylight")
        await seat.until_shown("in 1")
        assert "Notes without a date" not in seat.pane("results")


async def test_a_search_that_finds_nothing_says_so(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        await seat.press("s")
        await seat.type("zeppelin")
        await seat.until(lambda: "zeppelin" in seat.pane("results"), "the words in the pane")
        await seat.until_shown("nothing found")


async def test_the_list_comes_back_when_the_search_is_left(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        await seat.press("s")
        await seat.type("quay")
        await seat.until_shown("in 2")
        await seat.press("enter", "1", "escape", "escape")
        await seat.until(lambda: "Zoo counts its wolves" in seat.pane("list"), "the list")
        await seat.press("s")
        await seat.type("quay")
        await seat.until_shown("in 2")
        await seat.press("escape")
        await seat.until(lambda: "Zoo counts its wolves" in seat.pane("list"), "the list")


async def test_the_results_go_on_into_the_next_briefing(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        await seat.press("s")
        await seat.type("quay")
        await seat.until_shown("in 2")
        await seat.press("enter")
        titles = {"The harbour of Selm reopens", "Notes without a date"}
        opened = set()
        for key in ("J", "J", "J", "K", "K", "K"):
            await seat.press(key)
            await seat.until(lambda: any(title in seat.words("text") for title in titles), "one of the two")
            opened |= {title for title in titles if title in seat.header}
        assert opened == titles
