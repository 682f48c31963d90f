"""The pages that show the screen show the one there is: the picture, and the keys."""

from __future__ import annotations

import html
import re
from pathlib import Path

import keys_page
import screenshot
from briefing.app.commands.command import registry
from briefing.app.keys import spoken

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")

Run = tuple[int, float, str, str]
"""Line, place in it, style, words."""


def words(svg: str) -> list[Run]:
    """The words of a picture with their places and styles, however its parts are called."""
    styles = dict(re.findall(r"\.[\w-]+-(r\d+) \{ *(.*?);? *\}", svg))
    found = re.findall(r'<text class="[\w-]+-(r\d+)" x="([\d.]+)" .*?line-(\d+)\)">(.*?)</text>', svg)
    return [(int(line), float(x), styles[style], html.unescape(text)) for style, x, line, text in found]


def fields(svg: str) -> list[tuple[str, ...]]:
    """The coloured fields behind the words: colour, place and width."""
    return re.findall(r'<rect fill="(#\w+)" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"', svg)


def test_the_picture_in_the_readme_shows_the_screen_as_it_is() -> None:
    """`make docs` draws it anew."""
    kept, now = screenshot.PICTURE.read_text(encoding="utf-8"), screenshot.picture()
    assert words(kept)
    assert words(kept) == words(now)
    assert fields(kept) == fields(now)
    assert f"({screenshot.PICTURE.relative_to(screenshot.ROOT).as_posix()})" in README


def test_whoever_looks_at_the_picture_asks_no_server_for_fonts() -> None:
    assert "url(http" not in screenshot.PICTURE.read_text(encoding="utf-8")


def test_the_page_of_keys_lists_the_commands_there_are() -> None:
    """`make docs` writes it anew."""
    assert keys_page.PAGE.read_text(encoding="utf-8") == keys_page.page()


def test_no_command_is_left_out_of_the_page_of_keys() -> None:
    assert [it.name() for it in registry().values() if it.help() not in keys_page.page()] == []


def test_the_keys_that_the_readme_teaches_do_something() -> None:
    bound = {spoken(key) for command in registry().values() for key in (*command.keys, *command.also)}
    table = README.split("| key | does |", 1)[1].split("\n\n", 1)[0]
    taught = {key for line in table.splitlines()[2:] for key in re.findall(r"`([^`]+)`", line.split("|")[1])}
    assert taught
    assert taught - bound == set()
