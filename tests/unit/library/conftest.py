"""What the tests of the library share: a folder of briefings, written from a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

Shelf = Callable[[Mapping[str, str]], Path]
"""Writes files, by their names with their texts, and gives the folder they are in."""


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A way to fill a folder with briefings."""
    root = tmp_path / "briefings"
    root.mkdir()

    def fill(files: Mapping[str, str]) -> Path:
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return root

    return fill
