"""Text is data: brackets that other programs take for markup are shown as they are, on every screen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.app.conftest import Seat, Sit

CLICK, CLOSING, TODO, OPEN = "[@click=app.bell]x[/]", "[/foo]", "[TODO]", "[bold $accent"
BRACKETS = (CLICK, CLOSING, TODO, OPEN, "[[x]]", "\\[b]y[/b]", "[link=http://x/]z[/link]")


def document(text: str) -> str:
    """A briefing with the text in every field, and in every part of its body."""
    quoted = "'" + text.replace("'", "''") + "'"
    block = f"> {text}\n\n```\n{text}\n```\n\n| a | b |\n|---|---|\n| 1 | {text.replace('|', '')} |\n\n- {text}\n\n"
    return f"""---
title: {quoted}
subtitle: {quoted}
summary: {quoted}
byline: [{{name: {quoted}, role: {quoted}, bio: {quoted}, organization: {quoted}}}]
takeaways: [{quoted}]
figures:
  - {{value: 5, unit: {quoted}, label: {quoted}, quote: {quoted}, source: {quoted}, note: {quoted}, status: {quoted}}}
dates: [{{date: 2025-07-08, label: {quoted}}}]
sources: [{{name: {quoted}, grade: {quoted}, note: {quoted}}}]
topics: [{quoted}]
tlp: {quoted}
classification: {quoted}
date: {quoted}
{quoted}: {quoted}
---

## {text}

{text} and words.[^1]

{block}
[^1]: {text}
"""


@asynccontextmanager
async def among(sit: Sit, folder: Path, text: str, size: tuple[int, int]) -> AsyncIterator[Seat]:
    """Sit down before a library whose one briefing has the text everywhere, its name included."""
    folder.mkdir()
    (folder / f"{text.replace('/', '∕')}.md").write_text(document(text), encoding="utf-8")
    async with sit(folder, size=size) as seat:
        yield seat


@pytest.mark.parametrize("text", BRACKETS)
async def test_brackets_are_shown_in_every_pane_and_run_nothing(
    sit: Sit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    rung: list[str] = []
    monkeypatch.setattr("textual.app.App.bell", lambda _: rung.append("bell"))
    async with among(sit, tmp_path / f"folder {text.replace('/', '∕')}", text, (170, 120)) as seat:
        await seat.press("enter")
        await seat.until(lambda: seat.focused == "text", "the briefing to be opened")
        shown = text.removeprefix("\\")
        for pane in ("list", "text", "facts"):
            assert shown in seat.words(pane), pane
        await seat.press("3")
        for _ in range(14):
            assert shown in seat.words("facts")
            x, y = seat.find(shown[:4], "text")
            await seat.press("down")
        await seat.click(x + 1, y)
        await seat.rest()
        assert rung == []
        assert seat.header.strip()


@pytest.mark.parametrize("text", BRACKETS)
async def test_brackets_are_shown_on_the_pages_over_it(sit: Sit, tmp_path: Path, text: str) -> None:
    async with among(sit, tmp_path / "library", text, (170, 60)) as seat:
        await seat.press("enter", "exclamation_mark")
        await seat.until_shown("Notes on")
        assert "".join(text.replace("/", "∕").split()) in "".join(seat.text.replace("▌", " ").split())
        await seat.press("escape", "question_mark")
        await seat.until_shown("Anywhere")
        await seat.press("escape", "colon")
        reading = seat.reader.desk.reading
        assert reading is not None
        title = reading.sections[0].title
        assert title in {text, text.removeprefix("\\"), "x"}
        for char in title:
            seat.type_ahead(char)
        await seat.until(lambda: "Section of this briefing" in seat.text, "the section")
        await seat.press("down", "enter")
        await seat.until(lambda: seat.focused == "text", "the palette to close")


@pytest.mark.parametrize("text", BRACKETS)
async def test_brackets_may_be_typed_into_every_field(sit: Sit, tmp_path: Path, text: str) -> None:
    async with among(sit, tmp_path / "library", text, (170, 60)) as seat:
        for key in ("slash", "s"):
            await seat.press("1", key)
            for char in text:
                seat.type_ahead(char)
            await seat.until(lambda: seat.typed == text, "the text in the field")
            await seat.rest()
            await seat.until(lambda: text in seat.footer, "the text to be shown")
            await seat.press("escape")
        await seat.press("2", "slash")
        for char in text:
            seat.type_ahead(char)
        await seat.until(lambda: seat.typed == text, "the text in the field")
        await seat.press("enter")
        await seat.rest()
        await seat.press("escape")
        assert seat.app._exit is False


@pytest.mark.parametrize("text", [CLICK, CLOSING, TODO])
async def test_brackets_in_what_the_program_says_are_shown(sit: Sit, coast: Path, text: str) -> None:
    async with sit(coast) as seat:
        path = coast / f"{text.replace('/', '∕')}.md"
        path.write_bytes(b"\x00\x01\x02")
        await seat.until(lambda: text.replace("/", "∕") in seat.pane("list"), "the file to be listed")
        await seat.press("slash")
        for char in text.replace("/", "∕"):
            seat.type_ahead(char)
        await seat.until_shown("1 of 5")
        await seat.press("enter", "enter")
        await seat.until(lambda: any("not text" in row for row in seat.lines), "why it cannot be read")
        assert text.replace("/", "∕") in "".join(seat.lines)
