"""Searching the library: what is shown of a result, where it opens, and the way through the hits."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.app.seeking import hit_of, seek_query
from briefing.app.widgets.field import pointed
from briefing.document.document import Document
from briefing.library.passage import Passage

if TYPE_CHECKING:
    from tests.app.conftest import Seat, Sit

FILLING = "\n\n".join(f"Sand and stone, row {number}." for number in range(60))
DUNES = f"""\
---
title: The dunes
byline: Ada Bo
date: 2025-07-09
---

A heron at the start.

{FILLING}

## The lake

A heron stood in the reeds, and behind the reeds there was a path that nobody had walked along for many years, since \
it led to the water and ended there; it was on this path, where it turns to the south, that the second heron came down.
"""
MARSH = f"""\
---
title: The marsh
date: 2025-07-01
---

{FILLING}

One heron more.
"""


@pytest.fixture
def herons(tmp_path: Path) -> Path:
    """A library of two long texts: a heron stands thrice in one, twice of that in one line, and once in the other."""
    root = tmp_path / "herons"
    root.mkdir()
    (root / "dunes.md").write_text(DUNES, encoding="utf-8")
    (root / "marsh.md").write_text(MARSH, encoding="utf-8")
    return root


async def search(seat: Seat, words: str, result: str) -> None:
    """Type a search and wait for what comes of it."""
    await seat.press("s")
    await seat.type(words)
    await seat.until_shown(result)


async def test_a_result_has_date_byline_number_of_hits_section_and_marked_words(sit: Sit, herons: Path) -> None:
    async with sit(herons) as seat:
        await search(seat, "heron", "4 in 2")
        rows = seat.pane("results").splitlines()
        at = next(number for number, row in enumerate(rows) if "The dunes" in row)
        assert "Jul 9  Ada Bo" in rows[at + 1]
        assert rows[at + 1].endswith("3 hits")
        assert any("The lake" in row for row in rows[at:])
        assert "1 hit" in seat.pane("results")
        assert seat.reversed.count("heron") >= 4


async def test_enter_opens_at_the_very_passage_also_of_several_in_one_line(sit: Sit, herons: Path) -> None:
    async with sit(herons, size=(100, 30)) as seat:
        await search(seat, "heron", "4 in 2")
        for steps, which in ((0, "1 of 3"), (1, "2 of 3"), (1, "3 of 3")):
            for _ in range(steps):
                await seat.press("down")
            await seat.press("enter")
            await seat.until(lambda: seat.focused == "text", "the text to have the keys")
            await seat.until_shown(which)
            await seat.press("1")


async def test_n_goes_on_into_the_next_result_and_back_to_the_last_hit_before_it(sit: Sit, herons: Path) -> None:
    async with sit(herons, size=(100, 30)) as seat:
        await search(seat, "heron", "4 in 2")
        await seat.press("enter")
        await seat.until_shown("1 of 3")
        for key, file, which in (
            ("n", "dunes.md", "2 of 3"),
            ("n", "dunes.md", "3 of 3"),
            ("n", "marsh.md", "1 of 1"),
            ("N", "dunes.md", "3 of 3"),
            ("N", "dunes.md", "2 of 3"),
        ):
            await seat.press(key)
            await seat.until_shown(which)
            assert Path(seat.reader.opening.file or "").name == file


async def test_past_the_last_result_nothing_is_opened_and_it_is_said(sit: Sit, herons: Path) -> None:
    async with sit(herons, size=(100, 30)) as seat:
        await search(seat, "heron", "4 in 2")
        await seat.press("enter")
        await seat.until_shown("1 of 3")
        await seat.press("N")
        await seat.until_shown("the first result")
        assert "1 of 3" in seat.footer


async def test_a_mistake_is_shown_under_its_place_and_the_last_results_stay(sit: Sit, herons: Path) -> None:
    async with sit(herons) as seat:
        await search(seat, "heron", "4 in 2")
        await seat.type(" is:new x")
        await seat.until_shown("is:new is unknown")
        line, below = seat.lines[-2], seat.lines[-1]
        assert below.index("^") == line.index("is:new")
        assert below.count("^") == len("is:new")
        assert "The marsh" in seat.pane("results")
        await seat.press("enter")
        assert seat.focused == "query"
        await seat.press("backspace", "backspace", *["backspace"] * len("is:new"))
        await seat.until_gone("is unknown")


async def test_what_is_still_to_be_typed_is_no_mistake(sit: Sit, herons: Path) -> None:
    async with sit(herons) as seat:
        await search(seat, "heron", "4 in 2")
        await seat.type(" by:")
        await seat.rest()
        assert "^" not in seat.text
        await seat.type("bo")
        await seat.until_shown("in 1")


async def test_only_the_newest_of_many_keys_is_answered(
    sit: Sit, herons: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sit(herons) as seat:
        index = seat.reader.library.shelf.index
        asked: list[str] = []
        answer = index.search

        def search(query: object, limit: int = 50, *, thorough: bool = True) -> object:
            asked.append(query.text)  # type: ignore[attr-defined]  # it is a query
            return answer(query, limit, thorough=thorough)  # type: ignore[arg-type]  # the same

        monkeypatch.setattr(index, "search", search)
        for char in "s" + "heron" * 8:
            seat.type_ahead(char)
        await seat.until_shown("nothing found")
        assert asked[-1] == "heron" * 8
        assert len(asked) < len("heron" * 8)


def test_the_hit_of_a_passage_is_told_by_the_words_around_it() -> None:
    document = Document("A *red* kite. A blue kite, and a green [kite](x).\n")
    seek = seek_query("kite")
    for words, start in (("red kite", 6), ("blue kite", 19), ("green kite", 37)):
        at = words.index("kite")
        passage = Passage("", f"… {words} …", ((at + 2, at + 6),), 1)
        hit = hit_of(passage, document, seek)
        assert hit is not None
        assert hit.start == start


def test_words_of_the_front_matter_have_no_place_in_the_text() -> None:
    document = Document("A kite.\n")
    assert hit_of(Passage("", "kite", ((0, 4),), 0), document, seek_query("kite")) is None


@pytest.mark.parametrize(
    ("start", "width", "row"),
    [
        (4, 30, "    ^^ is wrong"),
        (14, 20, "     is wrong ^^"),
        (4, 12, "    ^^\n is wrong"),
    ],
)
def test_a_mistake_is_pointed_at_with_the_words_where_there_is_room(start: int, width: int, row: str) -> None:
    assert pointed("is wrong", start, 2, width) == row


async def test_facets_take_the_place_of_the_facts_until_a_result_is_read(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        await search(seat, "quay", "in 2")
        await seat.until(lambda: "2 found" in seat.pane("facets"), "the counts")
        assert "harbour" in seat.pane("facets")
        await seat.press("enter")
        await seat.until(lambda: "Facts" in seat.pane("facts"), "the facts")
        assert seat.pane("facets") == ""
        await seat.press("1")
        await seat.until(lambda: "TOPICS" in seat.pane("facets"), "the facets again")


@pytest.mark.parametrize("size", [(160, 48), (100, 30), (60, 20)], ids=["wide", "middle", "narrow"])
async def test_tab_goes_to_the_facets_and_enter_adds_one_or_takes_it_away(
    sit: Sit, coast: Path, size: tuple[int, int]
) -> None:
    async with sit(coast, size=size) as seat:
        await search(seat, "quay", "in 2")
        await seat.press("tab")
        await seat.until(lambda: "harbour" in seat.pane("facets"), "the facets")
        assert seat.focused == "facets"
        await seat.press("enter")
        await seat.until(lambda: "1 found" in seat.pane("facets"), "the narrowed counts")
        assert seat.reader.library.searched == 'tag="harbour" quay'
        row = next(row for row in seat.pane("facets").splitlines() if "harbour" in row)
        assert "✓" in row
        await seat.press("enter")
        await seat.until(lambda: "2 found" in seat.pane("facets"), "all counts again")
        assert seat.reader.library.searched == "quay"
        assert "✓" not in seat.pane("facets")
        assert seat.focused == "facets"


async def test_leaving_the_search_brings_the_facts_back(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        await search(seat, "quay", "in 2")
        await seat.press("tab")
        await seat.until(lambda: seat.focused == "facets", "the facets")
        while seat.reader.library.searched:
            await seat.press("escape")
        assert seat.focused == "facts"
        assert seat.pane("facets") == ""


async def test_a_mistyped_title_is_found_said_to_be_similar_and_opened(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        await search(seat, "harbuor", "similar title")
        await seat.until(lambda: "Near it: harbour" in seat.words("results"), "what is near")
        assert "harbour" in seat.reversed
        await seat.press("enter")
        await seat.until(lambda: seat.focused == "text" and "Selm reopens" in seat.words("text"), "the briefing")


async def test_up_in_an_empty_field_brings_the_recent_searches_down_goes_to_their_results(
    sit: Sit, coast: Path
) -> None:
    async with sit(coast) as seat:
        for words, result in (("quay", "in 2"), ("navy", "in 1")):
            await search(seat, words, result)
            await seat.press("enter")
            await seat.until(lambda: seat.focused == "text", "the text to have the keys")
            await seat.press("1", "escape", "escape", "1")
            await seat.until(lambda: "Library" in seat.pane("list"), "the list")
        await seat.press("s", "up")
        await seat.until(lambda: seat.typed == "navy", "the newest search")
        await seat.press("up")
        await seat.until(lambda: seat.typed == "quay", "the search before it")
        await seat.until_shown("recent 2/2 · 3 in 2")
        await seat.press("down", "enter")
        await seat.until(lambda: seat.focused == "text", "the text to have the keys")


async def test_a_search_is_saved_under_a_name_which_the_palette_offers(sit: Sit, coast: Path) -> None:
    async with sit(coast, size=(120, 60)) as seat:
        await search(seat, "quay", "in 2")
        await seat.press("enter", "1")
        await seat.until(lambda: "save search" in seat.footer, "the key")
        await seat.press("ctrl+s")
        await seat.type("At [the] sea")
        await seat.until_shown("Enter saves it")
        await seat.press("enter")
        await seat.until_shown("Saved as “At [the] sea”")
        await seat.press("escape", "escape")
        await seat.until(lambda: "Library" in seat.pane("list"), "the list")
        await seat.press("colon")
        await seat.type("at the sea")
        await seat.until_shown("Saved search: quay")
        await seat.press("down", "enter")
        await seat.until(lambda: "2 found" in seat.pane("results"), "the results")


async def test_saving_without_a_name_forgets_the_search(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        await search(seat, "quay", "in 2")
        await seat.press("enter", "ctrl+s")
        await seat.type("sea")
        await seat.press("enter", "ctrl+s")
        assert seat.typed == "sea"
        await seat.press("backspace", "backspace", "backspace")
        await seat.until_shown("Enter forgets it")
        await seat.press("enter")
        await seat.until_shown("no longer saved")
        assert seat.reader.library.search.searches.saved == ()


async def test_of_very_many_answers_it_is_said_that_these_are_the_best(sit: Sit, tmp_path: Path) -> None:
    root = tmp_path / "gulls"
    root.mkdir()
    for number in range(130):
        (root / f"{number:03}.md").write_text(f"# Gull {number}\n\nA gull.\n", encoding="utf-8")
    async with sit(root) as seat:
        await search(seat, "gull", "the best 100 of 130")
        assert "100 of 130" in seat.pane("results")


async def test_leaving_the_field_goes_back_to_what_was_read_before(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        await seat.press("down", "enter")
        await seat.until(lambda: seat.focused == "text" and "Nine wolves" in seat.pane("text"), "the zoo")
        await search(seat, "navy", "in 1")
        await seat.until(lambda: "navy" in seat.pane("text"), "the preview of the result")
        await seat.press("escape")
        await seat.until(lambda: seat.focused == "text" and "Nine wolves" in seat.pane("text"), "the zoo again")
        assert seat.reader.desk.finder is None
