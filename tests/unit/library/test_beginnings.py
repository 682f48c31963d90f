"""A beginning of a word finds, while it is typed, just what the words that begin so find."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from briefing.library import beginnings
from briefing.library.index import SearchIndex
from briefing.library.query import parse_query

Shelf = Callable[[Mapping[str, str]], Path]

WORDS = "c ca can canal canals canon café cafés county couNTRY 7th 70 über úber дорога дороги κρίση 框架 架"


@pytest.fixture
def index(shelf: Shelf) -> Iterator[SearchIndex]:
    """A library in which each of some words has a briefing of its own."""
    files = {
        f"{'q' * (number + 1)}.md": f"---\ntitle: T\ntopics: [{word}]\n---\n"
        for number, word in enumerate(WORDS.split())
    }
    with SearchIndex(shelf(files), None) as opened:
        list(opened.refresh())
        yield opened


def found(index: SearchIndex, text: str, *, thorough: bool = False) -> set[str]:
    """The topics of the briefings that answer while this is typed."""
    query = parse_query(text, typing=True)
    assert not query.mistakes
    return {entry.topics[0] for entry in (answer.entry for answer in index.search(query, thorough=thorough))}


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("c", "c ca can canal canals canon café cafés county couNTRY"),
        ("ca", "ca can canal canals canon café cafés"),
        ("can", "can canal canals canon"),
        ("cana", "canal canals"),
        ("canal", "canal canals"),
        ("canals", "canals"),
        ("coun", "county couNTRY"),
        ("COU", "county couNTRY"),
        ("caf", "café cafés"),
        ("cafés", "cafés"),
        ("7", "7th 70"),
        ("ube", "über úber"),
        ("доро", "дорога дороги"),
        ("дорог", "дорога дороги"),
        ("кри", ""),
        ("κρι", "κρίση"),
        ("架", "框架 架"),
        ("x", ""),
        ("canalss", ""),
    ],
)
def test_a_beginning_of_any_length_finds_the_words_that_begin_so(index: SearchIndex, typed: str, words: str) -> None:
    assert found(index, typed) == set(words.split()) == found(index, typed, thorough=True)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("tag:can", "can canal canals canon"),
        ("title:can", ""),
        ("tag:c -tag:can* can", ""),
        ("-ca* tag:c", "c county couNTRY"),
        ("xyz OR can", "can canal canals canon"),
    ],
)
def test_a_beginning_may_stand_anywhere_in_a_query(index: SearchIndex, typed: str, words: str) -> None:
    assert found(index, typed) == set(words.split()) == found(index, typed, thorough=True)


def test_a_beginning_of_very_many_words_is_answered_too(index: SearchIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = found(index, "c")
    monkeypatch.setattr(beginnings, "MOST", 1)
    assert found(index, "c") == expected
    assert found(index, "canal") == {"canal", "canals"}
