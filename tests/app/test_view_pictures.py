"""Pictures of the text: what the eye sees of tables, lists, code, boxes and scripts. Each was looked at.

`pytest --snapshot-update` keeps new ones; look at every one that has changed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.app import colouring
from briefing.app.lexing import Coloured, coloured
from briefing.app.program import BriefingApp
from briefing.app.reading import opened
from briefing.library.settings import Settings

PAGES = Path(__file__).parent.parent / "fixtures" / "pictures"
TODAY = date(2025, 7, 10)
LOOK_EVERY = 0.02
"""Seconds between two looks whether the screen has come to rest."""
AT_REST = 8
"""It has when this many looks in a row have seen the same."""

Compare = Callable[..., bool]


@pytest.fixture(autouse=True)
def colours_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Code is coloured without another process, so that a picture needs not wait for one."""

    async def answer(asked: list[tuple[str, str]]) -> list[list[Coloured]]:
        return [coloured(language, code) for language, code in asked]

    monkeypatch.setattr(colouring, "_answer", answer)
    monkeypatch.setattr(colouring, "REST", 0.01)


def program(name: str, settings: Settings = Settings()) -> BriefingApp:  # noqa: B008  it cannot be changed
    """The program with one of the pages for pictures."""
    file = str(PAGES / f"{name}.md")
    return BriefingApp(settings, TODAY, reading=opened(file, TODAY), file=file)


def keys(*pressed: str) -> Callable[[Pilot[None]], object]:
    """Press keys once the screen has come to rest, and wait until it has again."""

    async def press(pilot: Pilot[None]) -> None:
        await rest(pilot)
        await pilot.press(*pressed)
        await rest(pilot)

    return press


async def rest(pilot: Pilot[None]) -> None:
    """Wait until the screen no longer changes."""
    seen, times = "", 0
    while times < AT_REST:
        await pilot.pause(LOOK_EVERY)
        now = pilot.app.export_screenshot()
        seen, times = now, times + 1 if now == seen else 0


@pytest.mark.parametrize("page", ["tables", "lists", "code", "alerts", "east-asian", "right-to-left"])
@pytest.mark.parametrize("size", [(100, 36), (44, 36)], ids=["wide", "narrow"])
def test_a_page_looks_as_it_did(snap_compare: Compare, page: str, size: tuple[int, int]) -> None:
    assert snap_compare(program(page), terminal_size=size, run_before=keys())


@pytest.mark.parametrize(
    ("page", "pressed"),
    [
        ("tables", ("G", "l", "l")),
        ("tables", ("G", "t", "l", "l")),
        ("code", ("v", "j", "w", "w")),
        ("alerts", ("f",)),
        ("lists", ("Y",)),
    ],
    ids=["panned", "table", "selecting", "letters", "copying"],
)
def test_what_keys_bring_looks_as_it_did(snap_compare: Compare, page: str, pressed: tuple[str, ...]) -> None:
    assert snap_compare(program(page), terminal_size=(60, 20), run_before=keys(*pressed))


@pytest.mark.parametrize("choice", [Settings(theme="briefing-light"), Settings(code="wrap")], ids=["light", "wrapped"])
def test_a_choice_looks_as_it_did(snap_compare: Compare, choice: Settings) -> None:
    assert snap_compare(program("code", choice), terminal_size=(60, 24), run_before=keys())


def test_without_colours_everything_is_still_told_apart(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(program("code"), terminal_size=(60, 24), run_before=keys("v", "w", "w"))
