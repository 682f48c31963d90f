"""Facets: what the answers of a query can be narrowed by, and facets in the text of a query."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.library.facet_counts import FacetCounts, facet_counts
from briefing.library.index import SearchIndex
from briefing.library.query import parse_query
from briefing.library.query_facets import FacetValue, facets_on, toggled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.unit.library.conftest import Shelf

FLOOD = (
    "---\ntopics: [river, North Sea]\nbyline: Ada Bo\ndate: 2025-03-01\nstatus: draft\n---\n\n## Level\n\nwater rises\n"
)
STORM = "---\ntopics: [north sea]\nbyline: Ada Bo\ndate: 2024/2025\nstatus: final\nregion: coast\n---\n\nwater falls\n"
DROUGHT = "---\ntopics: [north]\nbyline: Rosa Lind\ndate: 2023\nstatus: draft\nregion: inland\n---\n\nno water\n"
FIRE = "---\ntopics: [river]\ndate: 2025\n---\n\nsmoke\n"


@pytest.fixture
def index(shelf: Shelf) -> Iterator[SearchIndex]:
    """Four briefings, three of which are about water."""
    root = shelf({"flood.md": FLOOD, "storm.md": STORM, "drought.md": DROUGHT, "fire.md": FIRE})
    with SearchIndex(root, None) as made:
        for _ in made.refresh():
            pass
        yield made


def counted(index: SearchIndex, query: str) -> FacetCounts:
    """The facets of a query."""
    return facet_counts(index, parse_query(query))


def counts_of(index: SearchIndex, query: str, key: str) -> dict[str, int]:
    """How many answers of a query have each value of a field; the case of the values does not matter."""
    groups = counted(index, query).groups
    return {" ".join(one.value.words): one.count for group in groups if group.key == key for one in group.values}


def test_the_values_of_the_answers_are_counted_whatever_their_case(index: SearchIndex) -> None:
    assert counts_of(index, "water", "topics") == {"north sea": 2, "river": 1, "north": 1}
    assert counts_of(index, "water", "byline") == {"ada bo": 2, "rosa lind": 1}
    assert counted(index, "water").answers == 3


def test_a_date_counts_in_every_year_in_which_it_may_lie(index: SearchIndex) -> None:
    assert counts_of(index, "water", "date") == {"2025": 2, "2024": 1, "2023": 1}


def test_any_field_whose_values_are_shared_is_counted(index: SearchIndex) -> None:
    assert counts_of(index, "water", "status") == {"draft": 2, "final": 1}
    assert counts_of(index, "water", "region") == {}


def test_a_field_in_which_all_answers_agree_is_none_to_narrow_by(index: SearchIndex) -> None:
    assert counts_of(index, "water status=draft", "status") == {}


@pytest.mark.parametrize("query", ["water", "river", "smoke OR falls", "date>=2025"])
def test_a_count_is_what_the_query_finds_once_the_facet_is_on(index: SearchIndex, query: str) -> None:
    for group in counted(index, query).groups:
        for one in group.values:
            narrowed = toggled(query, group.key, one.text)
            assert len(index.search(parse_query(narrowed))) == one.count, narrowed


def test_counts_by_sections_are_said_to_be_bounds(index: SearchIndex) -> None:
    assert counted(index, "in:level water").at_most
    assert not counted(index, "water").at_most


def test_nothing_is_counted_for_no_query(index: SearchIndex) -> None:
    assert counted(index, "") == FacetCounts((), 0)


@pytest.mark.parametrize(
    ("query", "key", "text", "narrowed"),
    [
        ("troops", "topics", "North Korea", 'tag="North Korea" troops'),
        ("", "byline", "Ada Bo", 'by="Ada Bo"'),
        ("ice OR snow", "date", "2025", "date:2025 (ice OR snow)"),
        ("a", "status", 'so-called "draft"', 'status="so-called draft" a'),
        ("a", "house_style", "long dashes", 'house_style="long dashes" a'),
    ],
)
def test_a_facet_is_added_before_the_words_and_taken_away_again(query: str, key: str, text: str, narrowed: str) -> None:
    assert toggled(query, key, text) == narrowed
    assert FacetValue(key, tuple(text.lower().replace('"', "").replace("-", " ").split())) in facets_on(narrowed)
    assert facets_on(toggled(narrowed, key, text)) == frozenset()
    assert not parse_query(narrowed).mistakes


def test_a_facet_that_was_typed_is_known_by_any_name_of_its_field() -> None:
    assert facets_on('topic="North Sea" -tag=ice (tag=fog)') == {FacetValue("topics", ("north", "sea"))}
    assert toggled('water topic="North Sea" rises', "topics", "north sea") == "water rises"
    assert facets_on("tag=ice OR tag=fog") == frozenset()


@pytest.mark.parametrize(("key", "text"), [("2nd", "x"), ("status", "…"), ("a b", "x")])
def test_what_the_language_has_no_words_for_leaves_the_query_as_it_is(key: str, text: str) -> None:
    assert toggled("water", key, text) == "water"


def test_an_equals_sign_means_the_whole_value(index: SearchIndex) -> None:
    assert len(index.search(parse_query("tag:north"))) == 3
    assert len(index.search(parse_query("tag=north"))) == 1
    assert len(index.search(parse_query('by="ada"'))) == 0
