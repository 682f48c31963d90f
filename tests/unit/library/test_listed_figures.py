"""The figures of a library as the index lists them: in order, narrowed by a query, exactly as they were written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.library.figures import FigureOrder
from briefing.library.index import SearchIndex
from briefing.library.query import parse_query
from briefing.library.query_tree import Query

if TYPE_CHECKING:
    from tests.unit.library.conftest import Shelf

FILES = {
    "camp.md": """\
---
title: The camp
date: 2025-03-01
as_of: 2025-02
sources:
  - {id: unhcr, name: UN Refugee Agency, grade: B2}
  - {id: mayor, name: The mayor, reliability: C}
figures:
  - {value: "over 30,000", unit: people, label: sheltered, track: sheltered, source: [unhcr, mayor], status: estimate}
  - {value: dozens, unit: tents, label: torn, source: an eyewitness}
---
# Water

The camp has water.
""",
    "flood.md": """\
---
title: The flood
date: 2025-04-01
figures:
  - {value: "45%", label: wells dry, track: wells, as_of: 2025-03-20}
  - {value: "28,000 people", label: Sheltered, track: sheltered, as_of: 2025-01-05, grade: A1}
  - {value: "US$4.5 million", label: pledged}
---
# Roads

The road is cut.
""",
}


@pytest.fixture
def index(shelf: Shelf) -> Iterator[SearchIndex]:
    root: Path = shelf(FILES)
    with SearchIndex(root, None) as made:
        for _ in made.refresh():
            pass
        yield made


def phrases(index: SearchIndex, query: str = "", order: FigureOrder = FigureOrder.TRACK) -> list[str]:
    asked = parse_query(query) if query else Query("")
    return [row.figure.phrase for row in index.figures(asked, order)]


def test_rows_stand_by_track_and_within_it_by_the_time_they_hold_for(index: SearchIndex) -> None:
    assert phrases(index) == ["28,000 people", "over 30,000 people", "45%", "dozens tents", "US$4.5 million"]


@pytest.mark.parametrize(
    ("order", "first", "last"),
    [
        (FigureOrder.AS_OF, "45%", "US$4.5 million"),
        (FigureOrder.LABEL, "US$4.5 million", "45%"),
        (FigureOrder.SOURCE, "dozens tents", "US$4.5 million"),
        (FigureOrder.BRIEFING, "45%", "dozens tents"),
    ],
)
def test_each_order_begins_and_ends_where_it_says(
    index: SearchIndex, order: FigureOrder, first: str, last: str
) -> None:
    found = phrases(index, order=order)
    assert (found[0], found[-1], len(found)) == (first, last, 5)


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("figure:people>29000", ["over 30,000 people"]),
        ("figure:sheltered", ["28,000 people", "over 30,000 people"]),
        ("camp", ["over 30,000 people", "dozens tents"]),
        ("date>=2025-04", ["28,000 people", "45%", "US$4.5 million"]),
        ("camp figure:tents", ["dozens tents"]),
        ("figure:tents OR figure:wells", ["45%", "dozens tents"]),
        ("-camp figure:sheltered", ["28,000 people"]),
        ("in:roads cut", ["28,000 people", "45%", "US$4.5 million"]),
        ("in:water cut", []),
    ],
)
def test_a_query_keeps_the_figures_it_names_of_the_briefings_that_answer_it(
    index: SearchIndex, query: str, kept: list[str]
) -> None:
    assert phrases(index, query) == kept


def test_a_row_says_what_its_author_said_and_no_more(index: SearchIndex) -> None:
    row = index.figures(parse_query("camp"))[0]
    assert (row.title, row.relative, row.index, row.figure.status) == ("The camp", "camp.md", 0, "estimate")
    assert row.as_of is not None
    assert row.as_of.text == "2025-02"
    assert list(zip(row.sources, row.grades, strict=True)) == [("UN Refugee Agency", "B2"), ("The mayor", "C–")]
    assert row.figure.grade is None


def test_free_text_is_a_source_without_a_grade_and_no_date_is_none(index: SearchIndex) -> None:
    rows = {row.figure.text: row for row in index.figures(Query(""))}
    assert (rows["dozens"].sources, rows["dozens"].grades) == (("an eyewitness",), ("",))
    assert rows["dozens"].figure.value is None
    assert rows["US$4.5 million"].as_of is None
    assert rows["US$4.5 million"].sources == ()


def test_one_track_is_given_alone(index: SearchIndex) -> None:
    rows = index.figures(Query(""), track="sheltered")
    assert [row.figure.phrase for row in rows] == ["28,000 people", "over 30,000 people"]
    assert [*rows.tracks()] == ["sheltered", "sheltered"]


def test_a_screenful_is_the_beginning_of_all(index: SearchIndex) -> None:
    assert [row.figure.phrase for row in index.figures(Query(""), most=2)] == phrases(index)[:2]
