"""What is stated of one thing at different times: the order, one unit, who differs, and on whom all rest."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefing.format.read import parse
from briefing.review.resting import only_source
from briefing.review.timeline import Seen, by_time, in_one_unit, own_history, partners

HISTORY = """\
---
title: The camp
language: en
sources:
  - {id: un, name: UN Refugee Agency, grade: B2}
figures:
  - value: over 30,000 people
    track: sheltered
    as_of: 2025-02
    source: un
    previous: {value: "24,000", as_of: 2025-01-15, source: un}
    series: {2024-12: "14,000–16,000", 2024-11: "9 km"}
---
Text.
"""


def seen(phrase: str, as_of: str = "", path: str = "a.md", status: str = "") -> Seen:
    """An observation as it is read from a briefing with one figure."""
    more = (f", as_of: {as_of}" if as_of else "") + (f", status: {status}" if status else "")
    source = f'---\nfigures:\n  - {{value: "{phrase}", label: x{more}}}\n---\nText.\n'
    return own_history(parse(source, path), 0, path)[0]


def test_rows_stand_by_the_time_they_hold_for_and_undated_ones_last() -> None:
    rows = by_time([seen("4"), seen("3", "2025-02"), seen("2", "../2024-06"), seen("1", "2023")])
    assert [row.phrase for row in rows] == ["1", "2", "3", "4"]


def test_a_figure_stands_among_its_earlier_values() -> None:
    rows = own_history(parse(HISTORY, "camp.md"), 0, "camp.md")
    assert [(row.phrase, row.role) for row in rows] == [
        ("9 km", "over time"),
        ("14,000–16,000", "over time"),
        ("24,000", "before"),
        ("over 30,000 people", ""),
    ]
    assert rows[2].sources == rows[3].sources == ("UN Refugee Agency",)
    assert rows[2].grades == ("B2",)


def test_a_value_of_a_series_has_the_unit_written_with_it_else_that_of_its_figure() -> None:
    rows = own_history(parse(HISTORY, "camp.md"), 0, "camp.md")
    assert [row.unit for row in rows] == ["km", "people", "people", "people"]
    assert in_one_unit(rows).unit == "people"
    assert in_one_unit(rows).intervals[0] is None


def test_a_value_of_a_series_has_no_source_but_its_own() -> None:
    assert own_history(parse(HISTORY, "camp.md"), 0, "camp.md")[1].sources == ()


@pytest.mark.parametrize(
    ("one", "other", "in_first"),
    [("10 km", "9,000 m", "9"), ("2 h", "90 min", "1.5"), ("3 trucks", "4 truck", "4")],
)
def test_amounts_are_brought_to_the_unit_of_the_first(one: str, other: str, in_first: str) -> None:
    measured = in_one_unit([seen(one), seen(other)])
    interval = measured.intervals[1]
    assert interval is not None
    assert interval.low == interval.high == Decimal(in_first)


@pytest.mark.parametrize("other", ["US$5", "5 boats", "dozens of trucks", "5"])
def test_what_is_in_another_unit_or_no_number_is_left_out_of_the_drawing(other: str) -> None:
    rows = [seen("3 trucks"), seen("4 trucks"), Seen(other, seen(other).interval, seen(other).unit, None)]
    assert in_one_unit(rows).intervals[2] is None


def test_both_of_two_that_differ_name_each_other() -> None:
    rows = [seen("26,000", "2025-02-20"), seen("over 30,000", "2025-02", "b.md"), seen("30,500", "2025-02", "c.md")]
    assert partners(rows) == {0: (1, 2), 1: (0,), 2: (0,)}


def test_values_of_one_briefing_and_a_forecast_beside_a_count_do_not_differ() -> None:
    rows = [seen("1", "2025"), seen("2", "2025"), seen("3", "2025", "b.md", "forecast")]
    assert partners(rows) == {}


@pytest.mark.parametrize("status", ["forecast", "planned", "target"])
def test_what_has_not_come_to_pass_is_hollow(status: str) -> None:
    assert seen("5", status=status).is_hollow
    assert not seen("5", status="estimate").is_hollow


@pytest.mark.parametrize(
    ("sources", "alone"),
    [
        ([("a",), ("a",)], "a"),
        ([("a",), ("b",)], None),
        ([("a",), ("a", "b")], None),
        ([("a",), ()], None),
        ([("a",)], None),
        ([], None),
    ],
)
def test_one_source_is_named_only_where_all_of_several_rest_on_it(
    sources: list[tuple[str, ...]], alone: str | None
) -> None:
    assert only_source(sources) == alone
