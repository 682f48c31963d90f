"""Titles that have the words of a query come first, also when letters were left out or mistyped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.library.index import SearchIndex
from briefing.library.query import parse_query
from briefing.library.titles import with_titles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.unit.library.conftest import Shelf


def about(title: str, text: str, **fields: str) -> str:
    """A briefing with a title and a text."""
    more = "".join(f"{key}: {value}\n" for key, value in fields.items())
    return f"---\ntitle: {title}\n{more}---\n\n{text}\n"


@pytest.fixture
def index(shelf: Shelf) -> Iterator[SearchIndex]:
    """Five briefings; of the harbour speak a title and, more often, a text."""
    files = {
        "harbour.md": about("The harbour reopens", "Ships come in.", topics="ice", date="2020"),
        "lights.md": about("Lights", "harbour harbour harbour harbour harbour", date="2025"),
        "ferries.md": about("Ferries in North Korea", "Three of them.", topics="ships", date="2024"),
        "cafe.md": about("Café society", "Coffee.", date="2023"),
        "sea.md": about("The sea", "Deep.", date="2022"),
    }
    with SearchIndex(shelf(files), None) as made:
        for _ in made.refresh():
            pass
        yield made


def titles(index: SearchIndex, query: str, *, typing: bool = True, thorough: bool = True) -> list[str]:
    """The titles of what a query finds."""
    return [found.entry.title for found in with_titles(index, parse_query(query, typing=typing), 10, thorough=thorough)]


@pytest.mark.parametrize("thorough", [False, True])
def test_a_title_comes_before_passages(index: SearchIndex, thorough: bool) -> None:
    assert titles(index, "harbour", thorough=thorough) == ["The harbour reopens", "Lights"]


@pytest.mark.parametrize("thorough", [False, True])
@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("harbuor", "The harbour reopens"),
        ("hrbour", "The harbour reopens"),
        ("harbr", "The harbour reopens"),
        ("haarbour", "The harbour reopens"),
        ("hsrbour", "The harbour reopens"),
        ("ahrbour", "The harbour reopens"),
        ("ferires", "Ferries in North Korea"),
        ("nroth korae", "Ferries in North Korea"),
        ("korea feries", "Ferries in North Korea"),
        ("cafee", "Café society"),
        ("scoiety", "Café society"),
    ],
)
def test_a_title_is_found_with_letters_left_out_or_mistyped(
    index: SearchIndex, typed: str, title: str, thorough: bool
) -> None:
    assert titles(index, typed, thorough=thorough)[:1] == [title]


def test_the_beginning_of_a_word_may_be_mistyped_while_it_is_typed(index: SearchIndex) -> None:
    assert titles(index, "harbu") == ["The harbour reopens"]
    assert titles(index, "harbu", typing=False) == ["The harbour reopens"]  # letters left out
    assert titles(index, "hsrbo") == ["The harbour reopens"]
    assert titles(index, "hsrbo", typing=False) == []


@pytest.mark.parametrize("typed", ["see", "lighting", "xylophone", "ferries harbour", '"harbuor"', "harbuor OR sea"])
def test_what_is_not_near_is_no_answer(index: SearchIndex, typed: str) -> None:
    near = with_titles(index, parse_query(typed), 10, thorough=True)
    assert all(found.hits for found in near)


def test_a_word_that_a_title_has_is_not_taken_for_another(shelf: Shelf) -> None:
    root = shelf({"groups.md": about("Groups gather", "x"), "troops.md": about("Troops gather", "x")})
    with SearchIndex(root, None) as other:
        for _ in other.refresh():
            pass
        assert titles(other, "troops") == ["Troops gather"]


def test_the_rest_of_the_query_holds_for_similar_titles_too(index: SearchIndex) -> None:
    assert titles(index, "harbuor tag:ice") == ["The harbour reopens"]
    assert titles(index, "harbuor tag:ships") == []
    assert titles(index, "harbuor date>2021") == []
    assert titles(index, "harbuor -come") == []


def test_the_words_that_are_meant_are_marked(index: SearchIndex) -> None:
    found = with_titles(index, parse_query("korae feries"), 10, thorough=True)[0]
    assert [found.entry.title[start:end] for start, end in found.title_marks] == ["Ferries", "Korea"]
    assert (found.hits, found.passages) == (0, ())
