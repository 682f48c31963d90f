"""Every command is one declaration, and its keys run it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.keys import _character_to_key

from briefing.app.commands.command import PANES, Command, Context, registry
from briefing.app.keys import by_position, spoken

if TYPE_CHECKING:
    from tests.app.conftest import Seat, Sit

COMMANDS = list(registry().values())
CONTEXTS = pytest.mark.parametrize("context", [*PANES, Context.FIELD], ids=str.lower)
TEXTUALS_OWN = {"ctrl+q": "quit", "ctrl+p": "palette"}
"""Keys that Textual answers itself, before any widget, by what they do."""


def keys_of(command: type[Command]) -> list[str]:
    """Every key of a command."""
    positions = by_position(command.keys) if command.moves else ()
    return [*command.keys, *command.also, *positions]


@pytest.mark.parametrize("context", list(Context), ids=str.lower)
def test_no_context_has_a_key_twice(context: Context) -> None:
    counted = Counter(key for command in COMMANDS if command.works_in(context) for key in keys_of(command))
    assert [key for key, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name())
def test_a_command_says_what_it_does(command: type[Command]) -> None:
    assert command.__doc__
    assert command.help().endswith(".")
    assert command.help() != Command.help()
    assert len(command.title()) <= 30


def test_no_letter_command_works_while_typing() -> None:
    letters = [
        key for command in COMMANDS if command.works_in(Context.FIELD) for key in keys_of(command) if len(key) == 1
    ]
    assert letters == []


def test_what_an_arrow_key_leaves_behind_on_a_slow_line_runs_nothing() -> None:
    """An arrow that a slow line splits arrives as Esc, `[` or `O`, and a letter from A to D; one of them only moves."""
    taken = {key: command.name() for command in COMMANDS for key in keys_of(command) if key in set("ABCDO")}
    assert taken == {"C": "previous-change"}


async def run_in(seat: Seat, context: Context) -> None:
    """Give the keys to the pane, or the field, of a context."""
    if context is Context.FACETS:
        await seat.press("s")
        await seat.type("quay")
        await seat.until_shown("in 2")
        await seat.press("tab")
        return
    pane = {Context.TEXT: "2", Context.LIST: "1", Context.FACTS: "3", Context.FIELD: "2"}[context]
    await seat.press(pane)
    if context is Context.FIELD:
        await seat.until_shown("/ find")
        await seat.press("slash")


def name_of(key: str) -> str:
    """The name that Textual has for a key."""
    return _character_to_key(key) if len(key) == 1 else key


@CONTEXTS
async def test_each_key_runs_its_command(
    context: Context, sit: Sit, coast: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[str] = []
    wanted = [(key, command) for command in COMMANDS if command.works_in(context) for key in keys_of(command)]
    async with sit(coast) as seat:
        await run_in(seat, context)
        for command in COMMANDS:
            name = command.name()
            monkeypatch.setattr(command, "available", staticmethod(lambda _: True))
            monkeypatch.setattr(command, "run", staticmethod(lambda _, name=name: ran.append(name)))
        for key, command in wanted:
            if key not in TEXTUALS_OWN:
                await seat.press(name_of(key))
                assert ran == [command.name()], f"{key} in {context}"
                ran.clear()


async def test_the_help_page_shows_every_key(sit: Sit, coast: Path) -> None:
    async with sit(coast, size=(120, 400)) as seat:
        await seat.press("question_mark")
        await seat.until_shown(Context.ANYWHERE.value)
        page = seat.text
    for command in COMMANDS:
        if command.keys:
            assert f"{spoken(command.keys[0])} " in page
            assert command.help()[:24] in page


async def test_the_palette_offers_every_command_that_can_do_something(sit: Sit, coast: Path) -> None:
    async with sit(coast, size=(120, 300)) as seat:
        await seat.press("enter")
        await seat.until(lambda: seat.focused == "text")
        offered = [one.title() for one in COMMANDS if one.palette and one.available(seat.reader)]
        await seat.press("colon")
        await seat.until_shown(*offered)
        await seat.until_shown("The channel", "What is not known")


async def test_the_palette_runs_what_is_chosen(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        await seat.press("enter", "colon")
        await seat.type("to facts")
        await seat.until_shown("Go to the facts")
        await seat.press("down", "enter")
        await seat.until(lambda: seat.focused == "facts", "the facts to have the keys")


async def test_the_palette_goes_to_a_section(sit: Sit, coast: Path) -> None:
    async with sit(coast, size=(60, 20)) as seat:
        await seat.press("enter", "colon")
        await seat.type("the ferries")
        await seat.until_shown("Section of this briefing")
        await seat.press("down", "enter")
        await seat.until_shown("Since Tuesday three ferries")
        assert "The ferries" in "".join(seat.pane("text").splitlines()[:3])


def footer_keys(seat: Seat) -> Iterator[type[Command]]:
    """The commands whose key and label the footer shows."""
    return (one for one in COMMANDS if one.label and f"{spoken(one.keys[0])} {one.label}" in seat.footer)


@pytest.mark.parametrize(("key", "context"), [("1", Context.LIST), ("2", Context.TEXT), ("3", Context.FACTS)])
async def test_the_footer_shows_the_keys_of_the_pane_that_has_them(
    sit: Sit, coast: Path, key: str, context: Context
) -> None:
    async with sit(coast) as seat:
        await seat.press("enter", key)
        await seat.rest()
        shown = list(footer_keys(seat))
        assert shown
        assert all(one.works_in(context) for one in shown)
        assert "? keys" in seat.footer


@pytest.mark.parametrize("size", [(160, 48), (100, 30), (60, 20)], ids=["wide", "middle", "narrow"])
async def test_arrows_enter_and_tab_are_enough_for_the_main_job(sit: Sit, coast: Path, size: tuple[int, int]) -> None:
    """Open a briefing, go to the facts, from a figure to its passage, and back to the list."""
    async with sit(coast, size=size) as seat:
        await seat.press("enter")
        assert seat.focused == "text"
        await seat.press("tab")
        assert seat.focused == "facts"
        await seat.press("home")
        for _ in range(6):
            await seat.press("down")
        await seat.until_shown("in service again")
        await seat.press("enter")
        await seat.until(lambda: "three ferries are in service" in " ".join(seat.reversed), "the passage to be lit")
        while seat.focused != "list":
            await seat.press("tab")
        await seat.press("down", "enter")
        await seat.until_shown("Nine wolves were counted")


async def test_q_goes_back_one_level_at_a_time(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        await seat.press("enter", "q")
        assert seat.focused == "list"
        assert seat.app._exit is False
        await seat.press("q")
        await seat.until(lambda: seat.app._exit, "the program to end")


async def test_esc_never_ends_the_program(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        for _ in range(6):
            await seat.press("escape")
        assert seat.focused == "text"
        assert seat.app._exit is False


async def test_letters_that_move_work_by_position_on_a_cyrillic_keyboard(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        await seat.press("о")
        await seat.until_shown("Nine wolves were counted")
        await seat.press("л")
        await seat.until_shown("Ships may enter again by day.")


async def test_ctrl_c_names_the_key_that_leaves(sit: Sit, coast: Path) -> None:
    async with sit(coast) as seat:
        await seat.press("ctrl+c")
        await seat.until_shown("q goes back one level")
