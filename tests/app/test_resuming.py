"""A file is opened where it was left, and nobody is taken back there who went on before that."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.app.conftest import Sit

LONG = "\n\n".join(f"## Part {number}\n\nSome words of part {number}.\n\nMore of it." for number in range(30))


@pytest.fixture
async def left(sit: Sit, tmp_path: Path) -> Path:
    """A file that was left at its sixth part."""
    path = tmp_path / "long.md"
    path.write_text(LONG, encoding="utf-8")
    async with sit(file=path, size=(60, 20)) as seat:
        await seat.press(*["]"] * 6)
        await seat.until_shown("Some words of part 6.")
    return path


async def test_a_file_is_opened_where_it_was_left(sit: Sit, left: Path) -> None:
    async with sit(file=left, size=(60, 20)) as seat:
        await seat.until_shown("Some words of part 6.")


async def test_who_went_on_before_that_stays_there(sit: Sit, left: Path) -> None:
    async with sit(file=left, size=(60, 20)) as seat:
        await seat.press("end")
        await seat.until_shown("Some words of part 29.")
        seat.reader.opening.resume()
        await seat.rest()
        assert "Some words of part 29." in seat.pane("text")
