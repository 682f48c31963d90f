"""The timeline of a track, and of a figure's own history."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.app.tracking import MOST
from briefing.library.settings import Settings

if TYPE_CHECKING:
    from tests.app.conftest import Seat, Sit

TOWN = """\
---
title: The town
tlp: AMBER
classification: INTERNAL
sources:
  - {id: un, name: UN Refugee Agency, grade: B2}
figures:
  - value: over 30,000 people
    label: sheltered
    track: sheltered
    as_of: 2025-02
    source: un
    quote: over 30,000 people
    previous: {value: "24,000", as_of: 2025-01-15}
    change: up by a quarter
    series: {2024-11: "about 11,000"}
  - {value: "7 tents", label: torn}
---
# Shelter

The town shelters over 30,000 people.
"""
MAYOR = """\
---
title: The mayor
tlp: GREEN
date: 2020-01-01
figures:
  - {value: "26,000 people", label: in shelters, track: sheltered, as_of: 2025-02-20, source: the mayor}
  - {value: "40,000 people", track: sheltered, as_of: 2025-07, source: the mayor, status: forecast, label: by July}
  - {value: "5 camps", track: sheltered, label: camps, source: the mayor}
---
26,000 people are in shelters.
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Two briefings that differ."""
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "town.md").write_text(TOWN, encoding="utf-8")
    (folder / "mayor.md").write_text(MAYOR, encoding="utf-8")
    return folder


async def open_timeline(seat: Seat) -> None:
    """From the list over the table of the library to the track."""
    await seat.press("F")
    await seat.until_shown("5 figures")
    await seat.press("t")
    await seat.until_shown("Track sheltered")


async def open_figure(seat: Seat) -> None:
    """From a briefing to what its first figure was over time."""
    seat.reader.opening.open(str(seat.reader.library.shelf.root / "town.md"))
    await seat.press("3")
    seat.reader.facts.point_at_figure(0)
    await seat.press("t")
    await seat.until_shown("Track sheltered")


async def test_a_track_stands_in_the_order_of_its_times_and_never_of_its_files(sit: Sit, library: Path) -> None:
    async with sit(library) as seat:
        await open_timeline(seat)
        places = [seat.text.index(words) for words in ("over 30,000", "20 February 2025", "July 2025", "UNDATED")]
        assert places == sorted(places)
        assert seat.text.index("5 camps") > places[-1]


async def test_each_row_has_source_grade_and_briefing_in_words(sit: Sit, library: Path) -> None:
    async with sit(library) as seat:
        await open_timeline(seat)
        told = " ".join(part.strip() for part in seat.text.split())
        assert "B: usually reliable" in told
        assert "in The town" in told
        assert "the mayor (not graded)" in told


async def test_both_sides_of_a_difference_are_marked_and_neither_is_called_wrong(sit: Sit, library: Path) -> None:
    async with sit(library) as seat:
        await open_timeline(seat)
        assert "! differ: The mayor has 26,000 people" in seat.text
        assert "! differ: The town has over 30,000 people" in seat.text
        assert seat.text.count("differ:") == 2
        assert "wrong" not in seat.text


async def test_intervals_are_drawn_and_what_is_in_another_unit_is_not(sit: Sit, library: Path) -> None:
    async with sit(library) as seat:
        await open_timeline(seat)
        assert next(line for line in seat.lines if "over 30,000 people  " in line).count("━") > 5
        assert "○" in next(line for line in seat.lines if "July 2025" in line)
        assert "in another unit: not drawn" in seat.text
        assert "in people" in seat.text
        assert "( more than this" in seat.text


async def test_enter_goes_to_the_passage_past_all_pages(sit: Sit, library: Path) -> None:
    async with sit(library) as seat:
        await open_timeline(seat)
        await seat.press("enter")
        await seat.until(lambda: "over 30,000 people" in seat.reversed, "the passage to be lit")
        assert len(seat.app.screen_stack) == 1


async def test_the_history_of_a_figure_stands_above_its_track(sit: Sit, library: Path) -> None:
    async with sit(library) as seat:
        await open_figure(seat)
        words = ("As this briefing states it", "change, as stated: up by a quarter", "about 11,000", "24,000")
        places = [seat.text.index(one) for one in (*words, "Track sheltered")]
        assert places == sorted(places)
        assert "the value before" in seat.text


async def test_a_figure_with_nothing_beside_it_says_so(sit: Sit, library: Path) -> None:
    async with sit(library) as seat:
        seat.reader.opening.open(str(library / "town.md"))
        await seat.press("3")
        seat.reader.facts.point_at_figure(1)
        await seat.press("t")
        await seat.until_shown("neither a track nor earlier values")


async def test_a_single_file_shows_its_own_history(sit: Sit, library: Path) -> None:
    async with sit(file=library / "town.md") as seat:
        await seat.press("3", "t")
        await seat.until_shown("As this briefing states it", "24,000")


async def test_all_rows_are_copied_under_the_labels_of_their_briefings(
    sit: Sit, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sit(library) as seat:
        copied: list[str] = []
        monkeypatch.setattr(seat.app, "copy_to_clipboard", copied.append)
        await open_timeline(seat)
        await seat.press("y")
        await seat.until_shown("4 figures as a table")
        assert {"TLP:AMBER", "TLP:GREEN", "INTERNAL"} <= set(copied[0].split("\n"))
        assert "| undated | 5 camps |" in copied[0]
        assert "B: usually reliable · 2: probably true" in copied[0]


@pytest.mark.parametrize("theme", [None, "ansi"])
async def test_a_timeline_reads_in_a_small_window(sit: Sit, library: Path, theme: str | None) -> None:
    async with sit(library, size=(60, 20), settings=Settings(theme=theme)) as seat:
        await open_timeline(seat)
        lines = seat.lines
        row = next(y for y, line in enumerate(lines) if "February 2025  over 30,000 people" in line)
        assert "(" in lines[row + 1]
        assert lines[row + 1].endswith("▸")
        assert "! differ: The mayor has 26,000 people" in lines[row + 2]
        assert all(len(line) <= 60 for line in lines)


async def test_that_all_rest_on_one_source_is_said(sit: Sit, library: Path) -> None:
    (library / "town.md").unlink()
    async with sit(library) as seat:
        await seat.press("F")
        await seat.until_shown("3 figures")
        await seat.press("g", "enter")
        await seat.until_shown("All 3 rest on one source: the mayor.")


async def test_of_very_many_observations_the_first_are_shown_and_that_is_said(sit: Sit, tmp_path: Path) -> None:
    figures = "".join(f"  - {{value: {n}, label: l, track: many, as_of: 2025, source: s}}\n" for n in range(MOST + 1))
    (tmp_path / "many.md").write_text(f"---\nfigures:\n{figures}---\nText.\n", encoding="utf-8")
    async with sit(tmp_path) as seat:
        await seat.press("F")
        await seat.until_shown(f"{MOST + 1} figures")
        await seat.press("t")
        await seat.until_shown("More than 300 are stated; these are the first of them.")
        assert "one source" not in seat.text


async def test_of_many_that_differ_a_few_are_named_and_the_rest_counted(sit: Sit, tmp_path: Path) -> None:
    for n in range(7):
        text = f"---\ntitle: Number {n}\nfigures:\n  - {{value: {n}, label: l, track: t, as_of: 2025}}\n---\nText.\n"
        (tmp_path / f"{n}.md").write_text(text, encoding="utf-8")
    async with sit(tmp_path) as seat:
        await seat.press("F")
        await seat.until_shown("7 figures")
        await seat.press("t")
        await seat.until_shown("! and 3 others differ")


async def test_names_from_a_file_are_shown_as_what_they_are(sit: Sit, tmp_path: Path) -> None:
    figure = '{value: "5 [b]boats[/b]", label: "[@click=app.exit]l", track: "a\\u202eb\\e[31m", source: "s\\e]52;c;x"}'
    (tmp_path / "odd.md").write_text(f'---\ntitle: "[/x]"\nfigures:\n  - {figure}\n---\nText.\n', encoding="utf-8")
    async with sit(tmp_path) as seat:
        await seat.press("F")
        await seat.until_shown("1 figure", "[@click=app.exit]l", "a<U+202E>b^[[31m", "[/x]")
        await seat.press("t")
        await seat.until_shown("Track a<U+202E>b^[[31m", "s^[]52;c;x", "in [/x]")
        assert not {"\x1b", "\u202e"} & set(seat.text)
