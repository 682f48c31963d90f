"""Draws docs/readme.svg, the picture at the head of the README: the library that ships, with a briefing open.

The picture is the program's own screen at a fixed size on a fixed day, without anything that a reader has read or
chosen before. `make docs` runs this.
"""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from datetime import date
from pathlib import Path
from unittest.mock import patch

from textual.pilot import Pilot

from briefing.app.program import BriefingApp
from briefing.library.folders import cache_folder
from briefing.library.index import SearchIndex
from briefing.library.settings import Settings

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "readme.svg"
LIBRARY = ROOT / "briefings"

SIZE = (136, 38)
"""Columns and rows: wide enough for three panes, and not so tall that the README begins below the picture."""
DAY = date(2026, 12, 1)
KEYS = ("down", "enter", "}")
"""What a reader would press: the second briefing is opened, and its first key figure is lit in text and facts."""
LOOK_EVERY = 0.05
"""Seconds between two looks whether the program has come to rest."""
AT_REST = 6
"""It has when this many looks in a row have seen the same."""
FONTS = "Menlo, Consolas, 'DejaVu Sans Mono', monospace"


def picture() -> str:
    """The picture as it should be now."""
    with tempfile.TemporaryDirectory() as home, patch.dict(os.environ):
        os.environ.pop("NO_COLOR", None)
        os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        os.environ |= {f"XDG_{name}_HOME": home for name in ("CONFIG", "CACHE", "STATE")}
        with SearchIndex(str(LIBRARY), cache_folder()) as index:
            for _ in index.refresh():
                pass
        return own_fonts(asyncio.run(screen()))


async def screen() -> str:
    """The screen after the keys, as Textual draws it."""
    app = BriefingApp(Settings(), DAY, root=LIBRARY)
    async with app.run_test(size=SIZE) as pilot:
        await come_to_rest(pilot)
        for key in KEYS:
            await pilot.press(key)
            await come_to_rest(pilot)
        return app.export_screenshot(title="briefing")


async def come_to_rest(pilot: Pilot[None]) -> None:
    """Wait until the screen no longer changes."""
    seen, times = "", 0
    while times < AT_REST:
        await pilot.pause(LOOK_EVERY)
        now = pilot.app.export_screenshot()
        seen, times = now, times + 1 if now == seen else 0


def own_fonts(svg: str) -> str:
    """The picture with fonts that the machine has, so that whoever looks at it asks no other server for some."""
    without = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    return without.replace("Fira Code, monospace", FONTS).replace("arial", "sans-serif")


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
