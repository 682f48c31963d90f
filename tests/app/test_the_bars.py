"""Header and footer say what is so now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.geometry import Region

from briefing.app.widgets.bar import Bar

if TYPE_CHECKING:
    from tests.app.conftest import Sit


async def test_a_bar_that_was_rendered_for_the_mouse_is_drawn_all_the_same(
    sit: Sit, coast: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sit(coast) as seat:
        header = seat.reader.query_one("#header", Bar)
        asked: list[object] = []
        await seat.press("enter")
        await seat.rest()
        words = header._inks
        monkeypatch.setattr(header, "_inks", lambda width: words(width)[:-1])
        header.render_lines(Region(0, 0, header.size.width, 1))
        monkeypatch.setattr(header, "refresh", lambda: asked.append(header))
        header.renew()
        assert asked
