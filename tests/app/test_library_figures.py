"""The figures of the whole library on a page: sorted, narrowed, by track, and the way to the passages."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.app.conftest import NARROW, WIDE

from briefing.app.screens import figures
from briefing.library.settings import Settings

if TYPE_CHECKING:
    from tests.app.conftest import Seat, Sit

CAMP = """\
---
title: The camp
date: 2025-03-01
tlp: AMBER
sources:
  - {id: unhcr, name: UN Refugee Agency, grade: B2}
figures:
  - value: over 30,000
    unit: people
    label: sheltered
    track: sheltered
    as_of: 2025-02-10
    source: unhcr
    quote: over 30,000 people
  - {value: dozens, unit: tents, label: torn}
---
# Water

The camp shelters over 30,000 people.
"""
FLOOD = """\
---
title: The flood
date: 2025-04-01
figures:
  - {value: "28,000 people", label: in shelters, track: sheltered, as_of: 2025-02, source: the mayor, status: estimate}
  - {value: 45%, label: of wells dry, track: wells, as_of: 2025-03-20}
---
# Roads

The road is cut.
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Two briefings that state the same track."""
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "camp.md").write_text(CAMP, encoding="utf-8")
    (folder / "flood.md").write_text(FLOOD, encoding="utf-8")
    return folder


@asynccontextmanager
async def on_the_page(sit: Sit, library: Path, size: tuple[int, int] = WIDE) -> AsyncIterator[Seat]:
    """Sit down before the figures of the library."""
    async with sit(library, size=size) as seat:
        await seat.press("F")
        await seat.until_shown("4 figures")
        yield seat


def order(seat: Seat, *words: str) -> list[str]:
    """These words in the order in which their rows stand on the screen."""
    places = {word: next((y for y, line in enumerate(seat.lines) if word in line), None) for word in words}
    assert None not in places.values(), seat.text
    return sorted(words, key=lambda word: places[word] or 0)


async def test_the_figures_stand_by_track_in_the_words_of_their_authors(sit: Sit, library: Path) -> None:
    async with on_the_page(sit, library) as seat:
        await seat.until_shown("by track")
        rows = ("28,000 people", "over 30,000 people", "45%", "dozens tents")
        assert order(seat, *rows) == list(rows)
        row = next(line for line in seat.lines if "over 30,000" in line)
        assert row.split() == ["▌", *"sheltered over 30,000 people Feb 10 UN Refugee Agency B2 The camp".split()]
        assert "28,000 people  estimate" in seat.text


@pytest.mark.parametrize("key", ["F", "4"])
async def test_both_keys_open_the_page_and_esc_leaves_it(sit: Sit, library: Path, key: str) -> None:
    async with sit(library) as seat:
        await seat.press(key)
        await seat.until_shown("4 figures")
        await seat.press("escape")
        await seat.until_gone("4 figures")
        assert seat.focused == "list"


async def test_figures_that_are_all_among_the_first_shown_are_counted(
    sit: Sit, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figures, "FIRST", 4)
    async with on_the_page(sit, library) as seat:
        assert "Figures of library · 4 figures" in seat.text


async def test_the_orders_are_gone_through_in_turn(sit: Sit, library: Path) -> None:
    async with sit(library) as seat:
        await seat.press("F")
        await seat.until_shown("by track")
        await seat.press("S")
        await seat.until_shown("latest first")
        assert order(seat, "45%", "over 30,000", "28,000", "dozens") == ["45%", "over 30,000", "28,000", "dozens"]
        for name in ("by label", "by source", "by briefing", "by track"):
            await seat.press("S")
            await seat.until_shown(name)


async def test_what_is_typed_narrows_by_the_query_language_and_esc_shows_all_again(sit: Sit, library: Path) -> None:
    async with on_the_page(sit, library) as seat:
        await seat.press("/")
        await seat.type("figure:people>29000")
        await seat.until_shown("1 figure ", "over 30,000")
        await seat.until_gone("28,000")
        await seat.press("enter")
        assert seat.focused == "figures"
        await seat.press("escape")
        await seat.until_shown("4 figures")


async def test_a_mistake_in_the_query_is_said_and_the_rows_stay(sit: Sit, library: Path) -> None:
    async with on_the_page(sit, library) as seat:
        await seat.press("/")
        await seat.type("figure:people>many")
        await seat.until(lambda: "4 figures" in seat.lines[1] and "figures" not in seat.footer[20:], "the mistake")
        assert "28,000" in seat.text


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
async def test_enter_goes_to_the_passage_with_the_figure_lit(sit: Sit, library: Path, size: tuple[int, int]) -> None:
    async with on_the_page(sit, library, size=size) as seat:
        await seat.press("j", "enter")
        await seat.until(lambda: "over 30,000 people" in seat.reversed, "the passage to be lit")
        assert seat.focused == "text"
        assert seat.reader.opening.file == str(library / "camp.md")


async def test_a_figure_without_a_passage_opens_its_briefing_and_says_so(sit: Sit, library: Path) -> None:
    async with on_the_page(sit, library) as seat:
        await seat.press("enter")
        await seat.until_shown("has no passage")
        assert seat.reader.opening.file == str(library / "flood.md")


async def test_enter_on_the_name_of_a_track_shows_its_timeline(sit: Sit, library: Path) -> None:
    async with on_the_page(sit, library) as seat:
        await seat.press("g", "enter")
        await seat.until_shown("Track sheltered", "B: usually reliable", "in The flood")


@pytest.mark.parametrize("theme", [None, "ansi"])
async def test_the_page_works_in_a_small_window(sit: Sit, library: Path, theme: str | None) -> None:
    async with sit(library, size=NARROW, settings=Settings(theme=theme)) as seat:
        await seat.press("F")
        await seat.until_shown("4 figures")
        assert "over 30,000 people  sheltered" in seat.text
        assert "Feb 10 · UN Refugee Agency B2 · The camp" in seat.text
        assert all(len(line) <= 60 for line in seat.lines)


async def test_what_is_copied_is_a_table_under_the_label_of_the_briefing(
    sit: Sit, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sit(library) as seat:
        copied: list[str] = []
        monkeypatch.setattr(seat.app, "copy_to_clipboard", copied.append)
        await seat.press("F")
        await seat.until_shown("4 figures")
        await seat.press("j", "y")
        await seat.until_shown("1 figure as a table")
        label, _, head, _, row = copied[0].rstrip("\n").split("\n")
        assert label == "TLP:AMBER"
        assert head.startswith("| as of | amount |")
        assert row.startswith("| 10 February 2025 | over 30,000 people |  | sheltered | UN Refugee Agency |")


async def test_a_library_without_figures_says_where_they_stand(sit: Sit, tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    (tmp_path / "plain" / "a.md").write_text("# One\n\nText.\n", encoding="utf-8")
    async with sit(tmp_path / "plain") as seat:
        await seat.press("F")
        await seat.until_shown("No briefing here states a figure")


async def test_all_that_is_known_of_the_figure_under_the_cursor_stands_below(sit: Sit, library: Path) -> None:
    async with on_the_page(sit, library, size=NARROW) as seat:
        await seat.press("j")
        await seat.until_shown("over 30,000 people — sheltered")
        below = " ".join(" ".join(seat.lines[-4:-1]).split())
        assert "as of 10 February 2025" in below
        assert "UN Refugee Agency (B: usually reliable · 2:" in below
        await seat.press("g")
        await seat.until_shown("2 figures of the track sheltered.")


async def test_a_forecast_has_a_sign_where_its_word_has_no_room(sit: Sit, library: Path) -> None:
    text = FLOOD.replace("status: estimate", "status: forecast").replace("28,000 people", "about 28,000 people")
    (library / "flood.md").write_text(text, encoding="utf-8")
    async with on_the_page(sit, library, size=(100, 20)) as seat:
        rows = {line for line in seat.lines[:-5] if "○ about 28,000 people" in line}
        assert len(rows) == 1
        assert not any("○ over" in line for line in seat.lines)


async def test_the_table_is_found_again_as_it_was_left(sit: Sit, library: Path) -> None:
    async with on_the_page(sit, library) as seat:
        await seat.press("S")
        await seat.until_shown("latest first")
        await seat.press("j", "enter")
        await seat.until(lambda: "over 30,000 people" in seat.reversed, "the passage to be lit")
        await seat.press("F")
        await seat.until_shown("latest first", "over 30,000 people — sheltered")
        assert seat.focused == "figures"
        await seat.press("q")
        await seat.until_gone("latest first")


async def test_the_table_follows_the_library(sit: Sit, library: Path) -> None:
    async with on_the_page(sit, library) as seat:
        (library / "third.md").write_text("---\nfigures: [5 boats]\n---\nText.\n", encoding="utf-8")
        await seat.until_shown("5 figures", "5 boats")


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
async def test_a_track_on_which_briefings_differ_has_a_sign_and_the_word(
    sit: Sit, library: Path, size: tuple[int, int]
) -> None:
    async with on_the_page(sit, library, size=size) as seat:
        assert [line.split()[1] for line in seat.lines if "! differ" in line] == ["sheltered"]


async def test_a_track_on_which_briefings_may_agree_has_no_sign(sit: Sit, library: Path) -> None:
    (library / "flood.md").write_text(FLOOD.replace("28,000", "about 28,000"), encoding="utf-8")
    async with on_the_page(sit, library) as seat:
        await seat.until_shown("about 28,000")
        assert "differ" not in seat.text


async def test_the_page_and_the_timeline_read_without_colour(
    sit: Sit, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with on_the_page(sit, library, size=NARROW) as seat:
        await seat.until_shown("! differ")
        assert next(line for line in seat.lines if "28,000 people" in line).startswith("▌▸ ")
        await seat.press("t")
        await seat.until_shown("Track sheltered", "! differ:")
        styles = [part.style for row in seat.drawn for part in row if part.style]
        assert all(style.color is None or style.color.is_default for style in styles)
