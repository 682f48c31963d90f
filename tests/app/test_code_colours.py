"""The colours of code: found by another process while the reader rests, never in the way."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.style import Style
from tests.app.conftest import PATIENCE
from textual.color import Color
from textual.theme import Theme

from briefing.app import colouring
from briefing.app.lexing import coloured
from briefing.app.palette import SIGN_CONTRAST, Palette, colours_of, contrast
from briefing.app.themes import OWN
from briefing.document.block import Role

if TYPE_CHECKING:
    from tests.app.conftest import Seat, Sit

PYTHON = '''\
def greet(name):
    """Say hello."""
    # to whoever it is
    return "Hello, " + name if name else None
'''


def parts(language: str, code: str) -> dict[str, list[str]]:
    """The coloured words of some code by their roles."""
    found: dict[str, list[str]] = {}
    for start, end, role in coloured(language, code):
        found.setdefault(role, []).append(code[start:end].strip())
    return found


def test_comments_keywords_and_strings_are_told_apart() -> None:
    assert parts("python", PYTHON) == {
        "code-keyword": ["def", "return", "if", "else"],
        "code-comment": ['"""Say hello."""', "# to whoever it is"],
        "code-string": ['"Hello, "'],
    }
    assert parts("yaml", "a: 'b' # c") == {
        "code-keyword": ["a"],
        "code-string": ["'b'"],
        "code-comment": ["# c"],
    }


def test_a_language_that_is_not_known_has_no_colours() -> None:
    assert coloured("no-such-language", PYTHON) == []


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["python", "c", "yaml", "json", "bash", "html"]), st.text(max_size=80))
def test_coloured_parts_lie_within_the_code_in_order_and_apart(language: str, code: str) -> None:
    last = 0
    for start, end, role in coloured(language, code):
        assert last <= start < end <= len(code)
        assert Role(role)
        last = end


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_the_colours_of_code_are_legible_on_its_ground(theme: Theme) -> None:
    palette = Palette(colours_of(theme.to_color_system().generate()))
    for role in (Role.CODE_COMMENT, Role.CODE_KEYWORD, Role.CODE_STRING):
        style = palette.style((Role.CODE_BLOCK, role))
        assert contrast(ground(style.color), ground(style.bgcolor)) >= SIGN_CONTRAST


def ground(colour: object) -> Color:
    """A colour of a style."""
    return Color.parse(getattr(colour, "name", ""))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A briefing with code."""
    path = tmp_path / "code.md"
    blocks = "\n\n".join(f"```python\n{PYTHON}\nvalue_{number} = '{number}'\n```" for number in range(3))
    path.write_text(f"---\ntitle: Code\n---\nBefore.\n\n{blocks}\n\n```\nplain = 'plain'\n```\n", encoding="utf-8")
    return path


def style_of(seat: Seat, words: str) -> Style | None:
    """The style in which some words are drawn."""
    return next((one.style for row in seat.drawn for one in row if one.text.strip() == words), None)


async def test_code_is_coloured_once_the_reader_rests(sit: Sit, file: Path) -> None:
    async with sit(file=file, size=(60, 30)) as seat:
        assert style_of(seat, "def") is None
        await seat.until(lambda: style_of(seat, "def"), "the code to be coloured")
        style = style_of(seat, "def")
        assert style is not None
        assert style.bold
        assert style_of(seat, "'0'") is not None
        assert style_of(seat, "'plain'") is None


async def test_nothing_is_started_where_there_is_no_code_to_colour(
    sit: Sit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    async def answer(blocks: object) -> list[list[object]]:
        asked.append(blocks)
        return []

    monkeypatch.setattr(colouring, "_answer", answer)
    monkeypatch.setattr(colouring, "REST", 0.0)
    path = tmp_path / "plain.md"
    path.write_text("words\n\n```\nplain\n```\n\n```text\nplain\n```\n\n    indented\n", encoding="utf-8")
    async with sit(file=path, size=(60, 30)) as seat:
        for _ in range(5):
            await seat.rest()
    assert asked == []


async def test_what_was_asked_once_is_not_asked_again(sit: Sit, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[tuple[str, str]]] = []

    async def answer(blocks: list[tuple[str, str]]) -> list[list[object]]:
        asked.append(blocks)
        return []

    monkeypatch.setattr(colouring, "_answer", answer)
    monkeypatch.setattr(colouring, "REST", 0.01)
    async with sit(file=file, size=(60, 60)) as seat:
        await seat.until(lambda: asked, "the colours to be asked for")
        await seat.press("j", "k")
        await seat.resize(70, 60)
        await seat.rest()
    assert [[language for language, _ in blocks] for blocks in asked] == [["python"] * 3]


async def test_code_whose_colours_take_too_long_stays_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(colouring, "PATIENCE", 0.2)
    monkeypatch.setattr(colouring, "_COMMAND", ("-c", "while True: pass"))
    assert await asyncio.wait_for(colouring._answer([("python", PYTHON)]), PATIENCE) == []


async def test_code_stays_plain_where_no_process_can_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert await colouring._answer([("python", PYTHON)]) == []
    monkeypatch.undo()
    monkeypatch.setattr(colouring, "_COMMAND", ("-c", "raise SystemExit(3)"))
    assert await colouring._answer([("python", PYTHON)]) == []


async def test_another_process_answers_as_this_one_would() -> None:
    asked = [("python", PYTHON), ("c", "int a; // é\n"), ("nothing", "x")]
    answered = await colouring._answer(asked)
    assert [[tuple(part) for part in parts] for parts in answered] == [coloured(*one) for one in asked]
