"""Figures of many briefings as rows, and where briefings differ."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.format.read import parse, read
from briefing.model.quantity import Interval
from briefing.review.differ import MOST, differences, exclude
from briefing.review.figure_rows import FigureRow, figure_rows, in_order
from briefing.review.inspect import inspect
from briefing.review.page import text_of

SHIPPED = sorted((Path(__file__).parents[3] / "briefings").glob("*.md"))


def rows(source: str, path: str) -> tuple[FigureRow, ...]:
    briefing = parse(source, path)
    return figure_rows(briefing, inspect(briefing, text_of(briefing)), path)


def stated(value: str, path: str = "a.md", *, as_of: str = "2024-07", more: str = "") -> tuple[FigureRow, ...]:
    """The row of a briefing with one figure."""
    dated = f", as_of: {as_of}" if as_of else ""
    return rows(f'---\nfigures:\n  - {{value: "{value}", track: t, label: x{dated}{more}}}\n---\n\nText.\n', path)


def differ(one: str, other: str) -> bool:
    return bool(differences((*stated(one), *stated(other, "b.md"))))


@pytest.mark.parametrize(
    ("one", "other"),
    [("30,000", "35,000"), ("over 30,000", "30,000"), ("under 5", "at least 5"), ("10 km", "9,000 m"), ("1–3", "4")],
)
def test_amounts_that_exclude_each_other_differ_whichever_comes_first(one: str, other: str) -> None:
    assert differ(one, other)
    assert differ(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("over 30,000", "35,000"),
        ("30,000", "30 thousand"),
        ("10 km", "10,000 m"),
        ("about 30,000", "35,000"),
        ("dozens", "300"),
        ("US$5", "€7"),
        ("5 trucks", "7 boats"),
        ("5 trucks", "7"),
        ("at least 5", "5"),
        ("1–3", "3–4"),
    ],
)
def test_what_may_be_the_same_or_cannot_be_compared_does_not_differ(one: str, other: str) -> None:
    assert not differ(one, other)
    assert not differ(other, one)


@pytest.mark.parametrize(
    ("one", "other", "is_same_time"),
    [("2024-07", "2024-07-08", True), ("2024-07", "2024-08", False), ("2024/..", "2030", True), ("2024-07", "", False)],
)
def test_only_figures_for_one_time_differ(one: str, other: str, is_same_time: bool) -> None:
    found = differences((*stated("5", as_of=one), *stated("7", "b.md", as_of=other)))
    assert bool(found) is is_same_time


def test_a_forecast_beside_a_count_is_no_other_count() -> None:
    forecast = stated("7", "b.md", more=", status: forecast")
    assert not differences((*stated("5"), *forecast))
    assert differences((*stated("5", more=", status: planned"), *forecast))


def test_one_briefing_does_not_differ_with_itself_nor_without_a_track() -> None:
    assert not differences((*stated("5"), *stated("7")))
    one, other = (rows(f"---\nas_of: 2024\nfigures: [{n}: x]\n---\n", f"{n}.md") for n in (5, 7))
    assert not differences((*one, *other))


def test_both_sides_are_given_and_neither_is_chosen() -> None:
    (found,) = differences((*stated("7", "b.md"), *stated("5")))
    assert (found.track, {found.one.path, found.other.path}) == ("t", {"a.md", "b.md"})


def test_a_track_that_many_disagree_on_is_bounded() -> None:
    many = [row for number in range(300) for row in stated(str(number), f"{number}.md")]
    assert len(differences(many)) == MOST


def test_an_approximate_interval_excludes_nothing() -> None:
    five = parse("---\nfigures: [5: x]\n---\n", "a.md").figures[0].value
    assert five is not None
    assert five.low is not None
    assert not exclude(Interval(five.low + 2, five.low + 2, approximate=True), five)


def test_the_shipped_library_has_no_false_difference() -> None:
    found: list[FigureRow] = []
    for path in SHIPPED:
        briefing = read(path)
        found += figure_rows(briefing, inspect(briefing, text_of(briefing)), path.name)
    assert len({row.figure.track for row in found if row.figure.track}) > 5
    assert differences(found) == ()


# Rows


SOURCE = """---
as_of: 2024-07
figures:
  - {value: 5, unit: trucks, label: waiting, source: county, track: b, quote: 5 “heavy” trucks}
  - {value: 7, label: left, as_of: 2024-08, track: a, quote: seven left}
  - {value: 9, label: came, as_of: 2024-06, track: b}
  - {value: 3, label: none}
sources: [{id: county, name: County road office}]
---

Some text.

Then 5 \u201cheavy\u201d *trucks* wait.
"""


def test_a_row_leads_to_the_words_of_the_passage_or_says_that_there_is_none() -> None:
    first, second, third, _ = rows(SOURCE, "a.md")
    assert (first.quote, first.line, first.is_anchored) == ("5 “heavy” trucks", 13, True)
    assert (second.quote, second.line, second.is_anchored) == ("seven left", 5, False)
    assert (third.quote, third.line, third.is_anchored) == (None, 6, False)
    assert first.sources == ("County road office",)


def test_rows_are_in_the_order_of_track_and_time_and_what_has_none_comes_last() -> None:
    ordered = in_order((*rows(SOURCE, "a.md"), *stated("1", "b.md", as_of="", more=", note: n")))
    assert [(row.figure.track, row.figure.text) for row in ordered] == [
        ("a", "7"), ("b", "9"), ("b", "5"), ("t", "1"), (None, "3"),
    ]  # fmt: skip


def test_the_date_of_the_briefing_stands_for_a_figure_without_one() -> None:
    assert [row.as_of.edtf for row in rows(SOURCE, "a.md") if row.as_of] == ["2024-07", "2024-08", "2024-06", "2024-07"]
