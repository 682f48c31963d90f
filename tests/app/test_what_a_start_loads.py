"""The first screen loads what it needs, and nothing that only a later key does."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

STARTS = """
import asyncio
import sys
from datetime import date

from briefing.app import garbage, settling
from briefing.app.program import BriefingApp
from briefing.app.reading import opened
from briefing.library.settings import Settings

def shown():
    print(*sys.modules, file=sys.__stdout__, flush=True)
    app.exit()

async def start():
    async with app.run_test(size=(160, 48)) as pilot:
        await pilot.pause(5)

garbage.take_up = shown
settling.begin = lambda *work: None
path, today = sys.argv[1], date(2025, 7, 10)
app = BriefingApp(Settings(), today, reading=opened(path, today), file=path)
asyncio.run(start())
"""
"""A program that shows a briefing on a screen of its own, and says which modules there are when it is drawn.

What is done with the text once the first screen is there is left out: on a small text it may be through before that.
"""

COAST = Path(__file__).parent.parent / "fixtures" / "coast"


@cache
def loaded() -> frozenset[str]:
    """The modules that are loaded when the first screen of a file is drawn."""
    path = next(iter(sorted(COAST.glob("*.md"))))
    done = subprocess.run(
        [sys.executable, "-c", STARTS, str(path)], capture_output=True, check=True, encoding="utf-8", timeout=60
    )
    return frozenset(done.stdout.split())


@pytest.mark.parametrize(
    "prefix",
    [
        "briefing.app.browsing",
        "briefing.app.finding",
        "briefing.app.going",
        "briefing.app.memory",
        "briefing.app.previewing",
        "briefing.app.screens.figure",
        "briefing.app.screens.page",
        "briefing.app.targets",
        "briefing.app.widgets.field",
        "briefing.library.database",
        "briefing.library.index",
        "briefing.library.query",
        "briefing.library.scan",
        "briefing.review.differ",
        "briefing.review.inspect",
        "briefing.review.timeline",
        "click",
        "rapidfuzz",
        "sqlite3",
        "tomllib",
        "watchfiles",
        "yaml",
    ],
)
def test_what_a_later_key_needs_is_not_loaded_for_the_first_screen(prefix: str) -> None:
    assert "briefing.app.widgets.document_view" in loaded()
    assert [name for name in sorted(loaded()) if name.startswith(prefix)] == []
