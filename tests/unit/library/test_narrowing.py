"""What is typed to narrow the list is read in the language of queries."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from briefing.library.entry import Sort
from briefing.library.index import SearchIndex
from briefing.library.narrowing import narrowing

Shelf = Callable[[Mapping[str, str]], Path]

FILES = {
    "ice.md": "---\ntitle: Ice on the Orle\nbyline: Rosa Lind\ndate: 2024-01-08\ntags: [harbour]\nlevel: 3\n---\n\n"
    "## Pilots\n\nThe night pilots are missing.\n",
    "snow.md": "---\ntitle: Snow\nbyline: Jan Orel\ndate: 2025-02-08\ntags: [roads]\nlevel: 5\n---\n\n"
    "The Orle is frozen, and ice covers it.\n",
    "plain.md": "# Harbours\n\nNothing is said of night pilots.\n",
}


@pytest.fixture(params=["disk", "memory"])
def index(request: pytest.FixtureRequest, shelf: Shelf, tmp_path: Path) -> Iterator[SearchIndex]:
    """An index of these files, on the disk and in memory."""
    with SearchIndex(shelf(FILES), tmp_path / "cache" if request.param == "disk" else None) as opened:
        list(opened.refresh())
        yield opened


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ["Harbours", "Ice on the Orle", "Snow"]),
        ("orle", ["Ice on the Orle"]),
        ("rle ice", ["Ice on the Orle"]),
        ("harbour", ["Harbours", "Ice on the Orle"]),
        ("tag:harbour", ["Ice on the Orle"]),
        ("by:orel", ["Snow"]),
        ("level>3", ["Snow"]),
        ("date>=2025", ["Snow"]),
        ('"night pilots"', ["Harbours", "Ice on the Orle"]),
        ('"night pilots" -tag:harbour', ["Harbours"]),
        ("in:pilots", ["Ice on the Orle"]),
        ("snow OR tag:harbour", ["Ice on the Orle", "Snow"]),
        ("o tag:harbour", ["Ice on the Orle"]),
    ],
)
def test_plain_words_are_those_of_the_line_and_the_rest_is_asked_of_the_index(
    index: SearchIndex, typed: str, kept: list[str]
) -> None:
    asked = narrowing(typed)
    assert not asked.query.mistakes
    assert [line.title for line in index.listing(Sort.TITLE, asked.words, asked.query)] == kept


def test_a_mistake_is_given_with_its_place() -> None:
    assert [mistake.start for mistake in narrowing("ice date>soon").query.mistakes] == [4]
