"""The program on a screen without a terminal: keys go in, and what is drawn is looked at."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import date
from pathlib import Path
from time import monotonic
from typing import cast

import pytest
from rich.segment import Segment
from textual.events import Key
from textual.keys import _character_to_key, key_to_character
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input

from briefing.app.program import BriefingApp
from briefing.app.reading import opened
from briefing.app.screens.reader import ReaderScreen
from briefing.library.settings import Settings

FIXTURES = Path(__file__).parent.parent / "fixtures"
TODAY = date(2025, 7, 10)
PATIENCE = 20.0
"""Seconds after which something that was waited for counts as never coming."""
WIDE, MIDDLE, NARROW = (160, 48), (100, 30), (60, 20)


class Seat:
    """A reader's seat before the screen."""

    def __init__(self, app: BriefingApp, pilot: Pilot[None]) -> None:
        """Sit down before a program that runs."""
        self.app = app
        self._pilot = pilot

    @property
    def reader(self) -> ReaderScreen:
        """The main screen, whatever page lies over it."""
        return cast("ReaderScreen", self.app.screen_stack[0])

    @property
    def focused(self) -> str | None:
        """The id of the widget that has the keys."""
        return self.app.screen.focused.id if self.app.screen.focused else None

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other, each when the one before it has done its work."""
        for key in keys:
            if len(key) == 1:
                self.type_ahead(key)
            else:
                self.app.post_message(Key(key, key_to_character(key)))
            await self.rest()

    async def type(self, text: str) -> None:
        """Type a text."""
        for char in text:
            self.type_ahead(char)
        await self.rest()

    def type_ahead(self, char: str) -> None:
        """Put a key into the queue without waiting for what the keys before it do."""
        self.app.post_message(Key(_character_to_key(char), char))

    @property
    def typed(self) -> str:
        """What stands in the field."""
        return self.app.screen.query_one(Input).value

    async def until(self, condition: Callable[[], object], what: str = "") -> None:
        """Wait until a condition holds."""
        deadline = monotonic() + PATIENCE
        while not condition():
            if monotonic() > deadline:
                raise AssertionError(f"waited in vain for {what}; the screen is:\n{self.text}")
            await asyncio.sleep(0.005)

    async def until_shown(self, *texts: str) -> None:
        """Wait until all of these texts are on the screen."""
        await self.until(lambda: all(text in self.text for text in texts), f"{texts} on the screen")

    async def until_gone(self, text: str) -> None:
        """Wait until a text is on the screen no more."""
        await self.until(lambda: text not in self.text, f"{text!r} to leave the screen")

    async def rest(self) -> None:
        """Let the program answer everything that has been asked of it, and lay out what has changed."""
        for _ in range(2):
            for pump in (self.app, self.app.screen, *self.app.screen.walk_children()):
                answered = asyncio.Event()
                if pump.call_later(answered.set):
                    await answered.wait()

    async def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        await self._pilot.resize_terminal(columns, rows)

    async def click(self, x: int, y: int) -> None:
        """Click on a cell of the screen."""
        await self._pilot.click(offset=(x, y))

    async def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Draw with the mouse from one cell of the screen to another."""
        await self._pilot.mouse_down(offset=start)
        await self._pilot.hover(offset=end)
        await self._pilot.mouse_up(offset=end)

    @property
    def drawn(self) -> list[list[Segment]]:
        """The rows of the screen as they go to the terminal."""
        return [list(strip) for strip in self.app.screen._compositor.render_strips(self.app.size)]

    @property
    def lines(self) -> list[str]:
        """The rows of the screen."""
        return ["".join(segment.text for segment in row).rstrip() for row in self.drawn]

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(self.lines)

    @property
    def header(self) -> str:
        """The first row."""
        return self.lines[0]

    @property
    def footer(self) -> str:
        """The last row."""
        return self.lines[-1]

    def pane(self, name: str) -> str:
        """What a pane shows; empty where it is not shown."""
        widget = self.reader.query_one(f"#{name}", Widget)
        if not widget.display or not widget.region:
            return ""
        area = widget.region
        rows = self.lines[area.y : area.bottom]
        return "\n".join(row[area.x : area.right].rstrip() for row in rows)

    def words(self, pane: str) -> str:
        """The words of a pane in one line, without the signs at its left and right edges."""
        area = self.reader.query_one(f"#{pane}", Widget).region
        rows = [row.ljust(area.right)[area.x + 1 : area.right - 1] for row in self.lines[area.y : area.bottom]]
        return " ".join(" ".join(rows).split())

    def find(self, words: str, pane: str = "text") -> tuple[int, int]:
        """The cell in which some words begin in a pane."""
        area = self.reader.query_one(f"#{pane}").region
        rows = [row[area.x : area.right] for row in self.lines[area.y : area.bottom]]
        y = next(number for number, row in enumerate(rows) if words in row)
        return area.x + rows[y].index(words), area.y + y

    @property
    def shown(self) -> list[str]:
        """The names of the panes that are shown, from the left."""
        return [
            name for name in ("list", "results", "text", "facts") if self.reader.query(f"#{name}") and self.pane(name)
        ]

    @property
    def reversed(self) -> list[str]:
        """What is painted in reverse, row by row: the lit figure, hits, the selection."""
        rows = ("".join(one.text if one.style and one.style.reverse else "\n" for one in row) for row in self.drawn)
        return [part.strip() for row in rows for part in row.split("\n") if part.strip()]


Sit = Callable[..., AbstractAsyncContextManager[Seat]]


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program finds nothing of the person who runs the tests."""
    for name in ("CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("BRIEFING_TODAY", TODAY.isoformat())
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    for name in ("NO_COLOR", "TMUX", "BRIEFING_LIBRARY", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def coast(tmp_path: Path) -> Path:
    """A library of four briefings, copied so that a test may change it."""
    return Path(shutil.copytree(FIXTURES / "coast", tmp_path / "coast"))


@pytest.fixture
def sit() -> Sit:
    """Sit down before the program: with a library (`root`), a single file (`file`), or both."""

    @asynccontextmanager
    async def at(
        root: Path | None = None,
        file: Path | None = None,
        size: tuple[int, int] = WIDE,
        settings: Settings = Settings(),  # noqa: B008  it cannot be changed
    ) -> AsyncIterator[Seat]:
        reading = opened(str(file), TODAY) if file else None
        app = BriefingApp(settings, TODAY, reading=reading, file=str(file) if file else None, root=root)
        async with app.run_test(size=size, notifications=True) as pilot:
            seat = Seat(app, pilot)
            if root is not None:
                await seat.until(lambda: _is_listed(seat), "the library to be read")
            await seat.until(lambda: _is_settled(seat), "the text to be laid out")
            yield seat

    return at


def _is_listed(seat: Seat) -> bool:
    """Whether every file of the library has been read."""
    return seat.reader.browsing is not None and seat.reader.browsing.shelf.complete


def _is_settled(seat: Seat) -> bool:
    """Whether all of the text that is open is known, and its figures are tied to it."""
    reading = seat.reader.desk.reading
    return reading is None or reading.inspection is not None


@pytest.fixture
def in_harbour(sit: Sit, coast: Path) -> Sit:
    """Sit down before the first briefing of the library, opened from the list."""

    @asynccontextmanager
    async def at(size: tuple[int, int] = WIDE) -> AsyncIterator[Seat]:
        async with sit(coast, size=size) as seat:
            await seat.press("enter")
            await seat.until(lambda: _is_settled(seat) and seat.focused == "text", "the briefing to be opened")
            yield seat

    return at
