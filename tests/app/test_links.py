"""Links: chosen by letters, followed, peeked at in place, and the exact way back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import pytest
from tests.app.conftest import MIDDLE, NARROW, WIDE

from briefing.app.hints import LETTERS
from briefing.app.leading import Leading
from briefing.document.anchors import Anchors

if TYPE_CHECKING:
    from tests.app.conftest import Seat, Sit

LIBRARY = Path(__file__).parent.parent / "fixtures" / "links"
SIZES = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a browser that only notes the addresses it is given puts them."""
    noted = tmp_path / "opened"
    command = tmp_path / "browser"
    command.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {noted}.part && mv {noted}.part {noted}\n', encoding="utf-8")
    command.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(command))
    return noted


@asynccontextmanager
async def on_the_quay(sit: Sit, size: tuple[int, int] = WIDE) -> AsyncIterator[Seat]:
    """Sit down before the briefing with the links, opened from the library."""
    async with sit(LIBRARY, size=size) as seat:
        await seat.press("enter")
        await seat.until(lambda: seat.focused == "text", "the text")
        await seat.until(lambda: seat.reader.desk.reading and seat.reader.desk.reading.inspection, "the figures")
        await seat.rest()
        yield seat


def letters_of(seat: Seat, words: str) -> str:
    """The letters that stand on a link, by the words that it is known to have."""
    text = seat.reader.text
    for word, (link, _) in seat.reader.links.choosing._spots.items():
        assert text.viewport.document is not None
        block = text.viewport.document.block(link.range.block)
        if block.text[link.range.start : link.range.end] == words:
            return word
    raise AssertionError(f"no letters on {words!r}:\n{seat.text}")


def told(seat: Seat) -> str:
    """The sentences that the reader is told."""
    return " ".join(one.message for one in seat.app._notifications)


async def choose(seat: Seat, key: str, words: str) -> None:
    """Press the key that shows the letters, then those on the link with these words."""
    await seat.press(key)
    await seat.until(lambda: seat.reader.links.choosing.is_on, "the letters")
    await seat.type(letters_of(seat, words))
    await seat.rest()


async def peek(seat: Seat, words: str) -> None:
    """Peek at the link with these words, in the section of facts."""
    await seat.press("g", "]", "]")
    await choose_by(seat, words, "f", "p")


async def choose_by(seat: Seat, words: str, *keys: str) -> None:
    """Press keys, then the letters on the link with these words."""
    await seat.press(*keys)
    await seat.type(letters_of(seat, words))
    await seat.rest()


# Letters


@SIZES
async def test_letters_stand_on_all_that_leads_on(sit: Sit, size: tuple[int, int]) -> None:
    async with on_the_quay(sit, size) as seat:
        await seat.press("f")
        shown = seat.reader.links.going.shown()
        assert len(shown) == len(seat.reader.links.choosing._spots) > 9
        assert set("".join(seat.reversed)) >= set(LETTERS[:8])
        assert "letters follow" in seat.footer


async def test_letters_take_the_keys_and_esc_gives_them_back(sit: Sit) -> None:
    async with on_the_quay(sit) as seat:
        before = seat.pane("text")
        await seat.press("f", "x", "z", "escape")
        assert seat.pane("text") == before
        assert seat.focused == "text"
        assert "follow" in seat.footer


async def test_a_letter_typed_by_mistake_is_taken_back(sit: Sit) -> None:
    async with on_the_quay(sit) as seat:
        await seat.press("f")
        count = len(seat.reader.text.patches)
        await seat.press("h")
        assert 0 < len(seat.reader.text.patches) < count
        await seat.press("backspace")
        assert len(seat.reader.text.patches) == count


async def test_what_is_typed_ahead_chooses_and_then_moves(sit: Sit) -> None:
    async with on_the_quay(sit, MIDDLE) as seat:
        seat.type_ahead("f")
        seat.type_ahead("a")
        await seat.until_shown("Where the waves break.")
        seat.type_ahead("G")
        await seat.until_shown("44 of many waves.")


async def test_a_click_leaves_the_letters(sit: Sit) -> None:
    async with on_the_quay(sit) as seat:
        await seat.press("f")
        await seat.click(seat.reader.text.region.x + 4, 40)
        await seat.until(lambda: not seat.reader.text.patches, "the letters to go")
        assert seat.focused == "text"


async def test_resizing_the_window_leaves_the_letters(sit: Sit) -> None:
    async with on_the_quay(sit) as seat:
        await seat.press("f")
        await seat.resize(*MIDDLE)
        await seat.until(lambda: seat.focused == "text", "the keys to come back")
        assert not seat.reader.text.patches


async def test_a_text_without_links_says_so(sit: Sit, tmp_path: Path) -> None:
    (tmp_path / "plain.md").write_text("# Plain\n\nWords.\n", encoding="utf-8")
    async with sit(file=tmp_path / "plain.md") as seat:
        await seat.press("f")
        assert "No link, note or figure" in told(seat)


# Following


@SIZES
@pytest.mark.parametrize("words", ["the mole", "The mole", "the pier"])
async def test_another_briefing_is_opened(sit: Sit, size: tuple[int, int], words: str) -> None:
    async with on_the_quay(sit, size) as seat:
        await choose(seat, "f", words)
        await seat.until_shown("Jan Orel")
        assert "The mole" in seat.header
        assert seat.focused == "text"


@SIZES
@pytest.mark.parametrize("words", ["its end", "second-id#Far out"])
async def test_a_heading_of_another_briefing_comes_to_the_top(sit: Sit, size: tuple[int, int], words: str) -> None:
    async with on_the_quay(sit, size) as seat:
        await choose(seat, "f", words)
        await seat.until_shown("The light stands here.")
        await seat.until(lambda: "Far out" in seat.header, "the header to name the section")


@SIZES
async def test_a_heading_near_the_end_is_lit_where_it_cannot_come_to_the_top(sit: Sit, size: tuple[int, int]) -> None:
    async with on_the_quay(sit, size) as seat:
        await choose(seat, "f", "the end")
        await seat.until_shown("This is the end of it.")
        assert "Below" in seat.reversed


async def test_the_cursor_of_the_list_goes_along(sit: Sit) -> None:
    async with on_the_quay(sit) as seat:
        await choose(seat, "f", "the mole")
        await seat.until_shown("Jan Orel")
        listed = seat.reader.library.list.current
        assert listed is not None
        assert listed.title == "The mole"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("a lost file", "There is no file gone.md"),
        ("No such", "No briefing here goes by the name"),
        ("a lost heading", "There is no heading #nowhere"),
        ("the way up", "lies outside the folder"),
        ("a script", "not javascript:"),
        ("an option", "There is no file --help"),
    ],
)
async def test_why_a_link_is_not_followed_is_said(sit: Sit, words: str, sentence: str) -> None:
    async with on_the_quay(sit) as seat:
        before = seat.header
        await choose(seat, "f", words)
        assert sentence in told(seat)
        assert seat.header == before


async def test_links_that_lead_nowhere_are_struck_out_and_others_are_not(sit: Sit) -> None:
    async with on_the_quay(sit) as seat:
        await seat.until(lambda: seat.reader.text.marks.dead, "the dead links")
        struck = {one.text for row in seat.drawn for one in row if one.style and one.style.strike}
        assert struck == {"a lost file", "No such", "a lost heading", "an option"}


async def test_a_link_comes_to_life_when_its_file_does(sit: Sit, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n\nTo [[Later]].\n", encoding="utf-8")
    async with sit(tmp_path) as seat:
        await seat.press("enter")
        await seat.until(lambda: "[[Later]]" in seat.reader.text.marks.dead, "the link to be dead")
        (tmp_path / "later.md").write_text("# Later\n", encoding="utf-8")
        await seat.until(lambda: not seat.reader.text.marks.dead, "the link to live")


@pytest.mark.parametrize("steps", [0, 1, 2], ids=["name", "path", "id"])
async def test_a_related_briefing_is_opened_from_the_facts(sit: Sit, steps: int) -> None:
    async with on_the_quay(sit) as seat:
        await to_fact(seat, "[[pier|the pier]]", steps)
        await seat.press("enter")
        await seat.until_shown("Jan Orel")
        assert seat.focused == "text"


async def test_that_a_related_briefing_is_not_there_is_said(sit: Sit) -> None:
    async with on_the_quay(sit) as seat:
        await to_fact(seat, "[[pier|the pier]]", 3)
        await seat.press("enter")
        assert "No briefing here goes by the name “no-such”." in told(seat)


async def test_the_address_of_a_source_is_shown_from_the_facts(sit: Sit) -> None:
    async with on_the_quay(sit, NARROW) as seat:
        await to_fact(seat, "https://reader@evil.example/report", 0)
        await seat.press("enter")
        await seat.until_shown("Open in the browser?", "evil.example")


async def to_fact(seat: Seat, target: str, steps: int) -> None:
    """Put the cursor on the fact that leads to this, or so many below it."""
    await seat.press("3")
    facts = seat.reader.facts
    facts.move_to(next(number for number, one in enumerate(facts.facts) if one.target == target) + steps)


async def test_a_figure_leads_to_its_facts_and_back(sit: Sit) -> None:
    async with on_the_quay(sit, NARROW) as seat:
        await seat.press("}", "enter")
        await seat.until(lambda: "Harbour office" in seat.pane("facts"), "the facts")
        await seat.press("enter")
        await seat.until(lambda: "12 boats" in seat.reversed, "the passage")


@SIZES
async def test_a_note_leads_to_its_words_and_they_lead_back(sit: Sit, size: tuple[int, int]) -> None:
    async with on_the_quay(sit, size) as seat:
        await seat.press("]", "]")
        await choose(seat, "f", "[tide]")
        await seat.until_shown("It turned at five last week.")
        assert "↩" in seat.reversed
        await seat.press("enter")
        await seat.until(lambda: "[tide]" in seat.reversed, "the mark of the note")


async def test_a_click_follows_a_link(sit: Sit) -> None:
    async with on_the_quay(sit) as seat:
        y = next(number for number, line in enumerate(seat.lines) if "By path to" in line)
        await seat.click(seat.lines[y].index("the mole") + 1, y)
        await seat.until_shown("Jan Orel")


async def test_a_link_of_a_text_that_is_still_read_is_followed_when_it_is_known(
    sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_the_quay(sit) as seat:
        known = slow_reading(monkeypatch)
        await choose(seat, "f", "the end")
        assert "is read first" in told(seat)
        known.set()
        await seat.until_shown("This is the end of it.")


async def test_a_reader_who_goes_elsewhere_meanwhile_is_not_taken_away(
    sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_the_quay(sit) as seat:
        known = slow_reading(monkeypatch)
        await choose(seat, "f", "the end")
        await seat.press("j", "j")
        before = seat.reader.text.viewport.place
        known.set()
        await asyncio.sleep(0.1)
        await seat.rest()
        assert seat.reader.text.viewport.place == before


def slow_reading(monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Let the text be as one that takes seconds to be read; the event says that it has been."""
    known = asyncio.Event()

    async def waited(*_: object) -> None:
        await known.wait()

    monkeypatch.setattr(Anchors, "read", lambda *_: False)
    monkeypatch.setattr(Leading, "read_all", waited)
    return known


# Peeking


@SIZES
async def test_a_note_is_peeked_at_in_place(sit: Sit, size: tuple[int, int]) -> None:
    async with on_the_quay(sit, size) as seat:
        await peek(seat, "[tide]")
        await seat.until_shown("The tide turns at six.", "It turned at five last week.", "A note[tide]")
        assert "↩" not in seat.text
        await seat.press("escape")
        await seat.until_gone("The tide turns")


@SIZES
async def test_a_source_is_shown_with_its_grade_in_words_and_what_rests_on_it(sit: Sit, size: tuple[int, int]) -> None:
    async with on_the_quay(sit, size) as seat:
        await peek(seat, "[office]")
        await seat.until_shown("Harbour office", "B: usually reliable · 2: probably true", "May count barges twice.")
        assert "https://reader@evil.example/report" in seat.text
        assert "• 12 boats in the harbour" in seat.text


async def test_what_is_not_known_of_a_source_is_said(sit: Sit) -> None:
    async with on_the_quay(sit) as seat:
        await peek(seat, "[voice")
        await seat.until_shown("A voice on the quay", "not graded", "No figure, takeaway or date names it.")


async def test_a_briefing_is_peeked_at_without_leaving(sit: Sit) -> None:
    async with on_the_quay(sit, MIDDLE) as seat:
        await choose_by(seat, "the mole", "f", "p")
        await seat.until_shown("Jan Orel", "Where the waves break.")
        assert "The mole" not in seat.header
        await seat.press("enter")
        await seat.until(lambda: "The mole" in seat.header, "the briefing to be opened")


async def test_a_heading_of_a_briefing_is_peeked_at(sit: Sit) -> None:
    async with on_the_quay(sit, MIDDLE) as seat:
        await choose_by(seat, "its end", "f", "p")
        await seat.until_shown("The mole", "Far out", "The light stands here.")


async def test_a_figure_is_peeked_at_when_it_is_lit(sit: Sit) -> None:
    async with on_the_quay(sit, NARROW) as seat:
        await seat.press("}", "p")
        await seat.until_shown("in the harbour", "“12 boats”")


@pytest.mark.parametrize("key", ["j", "k", "space", "G", "]"])
async def test_any_movement_closes_what_is_peeked_at(sit: Sit, key: str) -> None:
    async with on_the_quay(sit) as seat:
        await peek(seat, "[tide]")
        await seat.until_shown("The tide turns at six.")
        await seat.press(key)
        await seat.until(lambda: not seat.reader.text.patches, "the panel to go")
        assert seat.reader.links.panel.target is None


async def test_peeking_again_chooses_another(sit: Sit) -> None:
    async with on_the_quay(sit) as seat:
        await peek(seat, "[tide]")
        await choose(seat, "p", "[office]")
        await seat.until_shown("usually reliable")


async def test_a_click_on_the_panel_goes_on_and_one_beside_it_closes_it(sit: Sit) -> None:
    async with on_the_quay(sit, MIDDLE) as seat:
        await choose_by(seat, "the mole", "f", "p")
        await seat.until_shown("Where the waves break.")
        heading = next(number for number, line in enumerate(seat.lines) if "Ways out" in line)
        await seat.click(60, heading)
        await seat.until(lambda: not seat.reader.text.patches, "the panel to close")
        assert "Rosa Lind" in seat.text
        await choose_by(seat, "the mole", "f", "p")
        await seat.until_shown("Where the waves break.")
        await seat.click(60, next(number for number, line in enumerate(seat.lines) if "Where the waves" in line))
        await seat.until(lambda: "The mole" in seat.header, "the briefing to be opened")


# Outside


@SIZES
async def test_an_address_is_shown_whole_with_its_host_before_it_is_opened(
    sit: Sit, opened: Path, size: tuple[int, int]
) -> None:
    async with on_the_quay(sit, size) as seat:
        await choose(seat, "f", "a page")
        await seat.until_shown("Open in the browser?", "https://example.org/a?b=c", "example.org")
        assert not opened.exists()
        await seat.press("enter")
        await waited_for(opened)
        assert opened.read_text(encoding="utf-8") == "https://example.org/a?b=c\n"


async def test_esc_opens_nothing(sit: Sit, opened: Path) -> None:
    async with on_the_quay(sit) as seat:
        await choose(seat, "f", "a page")
        await seat.press("escape", "escape")
        await seat.until_gone("Open in the browser?")
        assert not opened.exists()


@SIZES
@pytest.mark.parametrize("before", [(), ("3",)], ids=["text", "facts"])
async def test_the_original_is_opened_from_any_pane(
    sit: Sit, opened: Path, size: tuple[int, int], before: tuple[str, ...]
) -> None:
    async with on_the_quay(sit, size) as seat:
        await seat.press(*before, "o")
        await seat.until_shown("Open in the browser?", "https://example.org/quay")
        await seat.press("enter")
        await waited_for(opened)
        assert opened.read_text(encoding="utf-8") == "https://example.org/quay\n"


async def test_the_link_of_a_source_shows_the_real_host(sit: Sit) -> None:
    async with on_the_quay(sit) as seat:
        await peek(seat, "[office]")
        await seat.press("enter")
        await seat.until_shown("evil.example", "“reader@” only looks like the host")


async def test_an_address_is_copied_from_the_panel(sit: Sit) -> None:
    async with on_the_quay(sit) as seat:
        await choose(seat, "f", "a page")
        await seat.press("y")
        await seat.until(lambda: seat.app.clipboard == "https://example.org/a?b=c", "the address in the clipboard")


async def test_an_address_that_has_no_room_is_not_opened(sit: Sit, tmp_path: Path) -> None:
    (tmp_path / "long.md").write_text(f"# Long\n\n[way out](https://example.org/{'a' * 2000})\n", encoding="utf-8")
    async with sit(file=tmp_path / "long.md", size=NARROW) as seat:
        await choose(seat, "f", "way out")
        assert "too long to be shown whole" in told(seat)
        assert seat.reader.links.panel.target is None


async def test_that_no_browser_is_there_is_said(sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", "/bin/false")
    async with on_the_quay(sit) as seat:
        await choose(seat, "f", "a page")
        await seat.press("enter")
        await seat.until(lambda: "did not take the address" in told(seat), "the reason")


async def waited_for(path: Path) -> None:
    """Wait until a file is there."""
    deadline = monotonic() + 20
    while not path.exists():
        assert monotonic() < deadline
        await asyncio.sleep(0.02)


# Back and forward


@SIZES
async def test_going_back_shows_the_very_same_rows_with_the_link_lit(sit: Sit, size: tuple[int, int]) -> None:
    async with on_the_quay(sit, size) as seat:
        await seat.press("j", "j", "j")
        await seat.rest()
        before = seat.pane("text")
        await choose(seat, "f", "its end")
        await seat.until_shown("The light stands here.")
        after = seat.pane("text")
        await seat.press("backspace")
        await seat.until(lambda: seat.pane("text") == before, "the same rows")
        assert "its end" in seat.reversed
        await seat.press("L")
        await seat.until(lambda: seat.pane("text") == after, "the rows that were left")


@pytest.mark.parametrize(("back", "forward"), [("backspace", "L"), ("H", "alt+right"), ("alt+left", "L")])
async def test_the_keys_of_history_lead_back_and_forward(sit: Sit, back: str, forward: str) -> None:
    async with on_the_quay(sit, NARROW) as seat:
        await choose(seat, "f", "the end")
        await seat.until_shown("This is the end of it.")
        await seat.press(back)
        await seat.until_shown("By path to")
        await seat.press(forward)
        await seat.until_shown("This is the end of it.")


async def test_history_leads_over_briefings_opened_from_the_list(sit: Sit) -> None:
    async with on_the_quay(sit) as seat:
        await seat.press("J")
        await seat.until_shown("Jan Orel")
        await seat.press("H")
        await seat.until(lambda: "The quay" in seat.header, "the first briefing")


async def test_a_jump_from_the_facts_can_be_taken_back(sit: Sit) -> None:
    async with on_the_quay(sit, MIDDLE) as seat:
        await seat.press("3")
        before = seat.pane("text")
        await seat.press("end", "home", "down", "down", "down", "enter")
        await seat.until(lambda: seat.pane("text") != before, "another section")
        await seat.press("backspace")
        await seat.until_shown("By path to")


async def test_where_there_is_nothing_to_go_back_to_it_is_said(sit: Sit) -> None:
    async with on_the_quay(sit) as seat:
        await seat.press("backspace", "backspace")
        assert "This is where you began." in told(seat)


# The section that is read


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW, (40, 12)])
async def test_below_its_heading_the_header_names_the_section_and_the_outline_lights_it(
    sit: Sit, size: tuple[int, int]
) -> None:
    async with on_the_quay(sit, size) as seat:
        await seat.press("]", "]", "]", *["j"] * 6)
        await seat.rest()
        assert "Long" not in [line.strip("▌ ") for line in seat.pane("text").splitlines()]
        await seat.until(lambda: "Long" in seat.header, "the header to name the section")
        await seat.press("3")
        await seat.until(lambda: "▸ Long" in " ".join(seat.pane("facts").split()), "the outline to light it")
