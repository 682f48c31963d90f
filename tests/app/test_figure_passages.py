"""Figures lead to the words they rest on, and follow what is being read."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.app.conftest import Seat, Sit

CHANNEL, FERRIES, SUNDAYS = "free of ice for over 14 km", "three ferries are in service", "all three ferries sail"


def lit(seat: Seat) -> str:
    """What is painted in reverse in the text."""
    return " ".join(" ".join(seat.reversed).split())


def is_lit(seat: Seat, passage: str) -> bool:
    """Whether a passage is painted in reverse."""
    return passage in lit(seat)


async def on_figure(seat: Seat, shown: str) -> None:
    """Put the cursor of the facts on the figure that says this when it is opened."""
    await seat.press("3", "home")
    for _ in range(12):
        if shown in seat.words("facts"):
            return
        await seat.press("down")
    raise AssertionError(f"no figure says {shown!r}")


async def test_figures_are_shown_as_their_author_wrote_them(in_harbour: Sit) -> None:
    async with in_harbour() as seat:
        for words in ("over 14 km", "3 ferries", "about 120 ships", "40 min", "SECTIONS", "FIGURES"):
            assert words in seat.pane("facts")
        await on_figure(seat, "of the channel free of ice")
        facts = seat.words("facts")
        assert "actual · Harbour office of Selm · as of 7 July 2025" in facts


async def test_what_is_not_known_of_a_figure_is_said(in_harbour: Sit) -> None:
    async with in_harbour() as seat:
        await on_figure(seat, "from the sea mark to the quay")
        assert "no passage given" in seat.pane("facts")
        await on_figure(seat, "waiting outside")
        assert "not found in the text" in seat.pane("facts")


async def test_enter_goes_to_the_passage_and_again_to_the_next_one(in_harbour: Sit) -> None:
    async with in_harbour(size=(100, 14)) as seat:
        await on_figure(seat, "in service again")
        await seat.press("enter")
        await seat.until(lambda: FERRIES in lit(seat), "the first passage")
        await seat.press("enter")
        await seat.until(lambda: SUNDAYS in lit(seat), "the second passage")
        await seat.press("enter")
        await seat.until(lambda: FERRIES in lit(seat), "the first passage again")


async def test_a_figure_without_a_passage_says_so_and_stays(in_harbour: Sit) -> None:
    async with in_harbour() as seat:
        await on_figure(seat, "waiting outside")
        top = seat.reader.text.viewport.top
        await seat.press("enter")
        await seat.until_shown("no passage in the text")
        assert seat.reader.text.viewport.top == top


async def test_enter_on_a_section_goes_to_it(in_harbour: Sit) -> None:
    async with in_harbour(size=(100, 20)) as seat:
        await seat.press("3", "home", "down", "down", "enter")
        await seat.until(lambda: "Since Tuesday three ferries" in seat.pane("text"), "the section")
        assert "The ferries" in "".join(seat.pane("text").splitlines()[:3])


async def test_braces_go_from_figure_to_figure_round_the_text(in_harbour: Sit) -> None:
    async with in_harbour(size=(100, 20)) as seat:
        for passage in (CHANNEL, FERRIES, SUNDAYS, CHANNEL):
            await seat.press("right_curly_bracket")
            await seat.until(partial(is_lit, seat, passage), passage)
        for passage in (SUNDAYS, FERRIES):
            await seat.press("left_curly_bracket")
            await seat.until(partial(is_lit, seat, passage), passage)


async def test_the_keys_without_altgr_do_the_same(in_harbour: Sit) -> None:
    async with in_harbour(size=(100, 20)) as seat:
        await seat.press("greater_than_sign", "greater_than_sign")
        await seat.until(lambda: FERRIES in lit(seat), "the second figure")
        await seat.press("less_than_sign")
        await seat.until(lambda: CHANNEL in lit(seat), "the first figure")
        await seat.press("home", "right_parenthesis", "right_parenthesis")
        await seat.until(lambda: "The marks" in "".join(seat.pane("text").splitlines()[:3]), "the next section")
        await seat.press("left_parenthesis")
        await seat.until(lambda: "The channel" in "".join(seat.pane("text").splitlines()[:3]), "the one before")


async def test_the_lit_figure_follows_what_is_read(in_harbour: Sit) -> None:
    async with in_harbour(size=(132, 24)) as seat:
        await seat.until(lambda: CHANNEL in lit(seat) or "▸" in seat.pane("facts"), "a figure to be lit")
        for _ in range(3):
            await seat.press("right_square_bracket")
        await seat.until(lambda: FERRIES in lit(seat), "the figure of this section")
        facts = seat.pane("facts").splitlines()
        assert any("▸" in row and "3 ferries" in row for row in facts)
        assert "The ferries" in seat.header
        assert any("▸" in row and "The ferries" in row for row in facts)


async def test_every_passage_is_underlined_and_the_lit_one_reversed(in_harbour: Sit) -> None:
    async with in_harbour() as seat:
        underlined = ["".join(one.text for one in row if one.style and one.style.underline) for row in seat.drawn]
        assert any("three ferries are in service" in row for row in underlined)
        assert any("all three ferries sail" in row for row in underlined)


async def test_a_click_on_a_passage_lights_its_figure(in_harbour: Sit) -> None:
    async with in_harbour() as seat:
        await seat.click(*seat.find("three ferries are in service"))
        await seat.until(lambda: FERRIES in lit(seat), "the passage to be lit")
        await seat.until(lambda: "in service again" in seat.pane("facts"), "its figure to be opened")


async def test_every_field_of_the_front_matter_is_in_the_facts(in_harbour: Sit) -> None:
    async with in_harbour(size=(160, 80)) as seat:
        facts = seat.words("facts")
        for words in (
            "Rosa Lind Harbour correspondent Rosa Lind has written about harbours since 2009.",
            "Harbour office of Selm B2",
            "harbour · ice",
            "8 July 2025",
            "GREEN",
            "house style long dashes",
        ):
            assert words in facts


async def test_the_text_begins_with_title_byline_date_and_takeaways(sit: Sit, coast: Path) -> None:
    async with sit(file=coast / "harbour.md") as seat:
        text = seat.words("text")
        parts = (
            "TLP:GREEN",
            "The harbour of Selm reopens",
            "After a winter under ice",
            "Rosa Lind, Harbour correspondent",
            "8 July 2025",
            "Ships may enter again by day.",
            "▎ The channel is free of ice",
            "The channel On Monday",
        )
        assert [part for part in parts if part not in text] == []
        assert sorted(parts, key=text.index) == list(parts)
        assert text.count("The harbour of Selm reopens") == 1
