"""A number agrees with its noun."""

from __future__ import annotations

import pytest

from briefing.model.counting import counted


@pytest.mark.parametrize(
    ("count", "words", "said"),
    [
        (0, ("figure",), "0 figures"),
        (1, ("figure",), "1 figure"),
        (2, ("figure",), "2 figures"),
        (1000, ("figure",), "1,000 figures"),
        (1, ("byte is", "bytes are"), "1 byte is"),
        (30, ("byte is", "bytes are"), "30 bytes are"),
    ],
)
def test_one_is_one_and_all_else_is_many(count: int, words: tuple[str, ...], said: str) -> None:
    assert counted(count, *words) == said
