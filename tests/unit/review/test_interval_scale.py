"""Intervals drawn to a common scale: each lies where its numbers say."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.quantity import Interval
from briefing.review.scale import Scale, axis, drawn, legend, scale_of

NUMBERS = st.decimals(min_value=-(10**12), max_value=10**12, places=2, allow_nan=False, allow_infinity=False)
WIDTHS = st.integers(min_value=24, max_value=120)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Any interval that an author can state."""
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    kind = draw(st.sampled_from(["point", "about", "range", "up", "down"]))
    if kind == "point":
        return Interval(low, low)
    if kind == "about":
        return Interval(low, low, approximate=True)
    opens = draw(st.booleans())
    if kind == "up":
        return Interval(low, None, low_open=opens)
    return Interval(None, high, high_open=opens) if kind == "down" else Interval(low, high)


MANY = st.lists(intervals(), min_size=1, max_size=8)


def made(many: list[Interval], width: int) -> Scale:
    scale = scale_of(many, width)
    assert scale is not None
    return scale


def column(scale: Scale, number: Decimal) -> Fraction:
    """Where a number stands exactly."""
    first, last = Fraction(scale.ticks[0]), Fraction(scale.ticks[-1])
    return scale.left + (Fraction(number) - first) / (last - first) * (scale.right - scale.left)


@given(MANY, WIDTHS)
@settings(max_examples=100, deadline=None)
def test_each_end_stands_in_the_column_nearest_to_its_number(many: list[Interval], width: int) -> None:
    scale = made(many, width)
    for one in many:
        row = drawn(one, scale)
        if one.low is not None:
            assert abs(column(scale, one.low) - row.start) <= Fraction(1, 2)
        if one.high is not None:
            assert abs(column(scale, one.high) - (row.start + len(row.text) - 1)) <= Fraction(1, 2)


@given(MANY, WIDTHS)
@settings(max_examples=100, deadline=None)
def test_nothing_leaves_the_width_and_what_has_no_bound_runs_to_the_edge(many: list[Interval], width: int) -> None:
    scale = made(many, width)
    for one in many:
        row = drawn(one, scale, hollow=False)
        assert row.start >= 0
        assert row.start + len(row.text) <= width
        assert (row.start == 0 and row.text[0] == "◂") == (one.low is None)
        assert (row.start + len(row.text) == width and row.text[-1] == "▸") == (one.high is None)


@given(MANY, WIDTHS)
@settings(max_examples=60, deadline=None)
def test_a_greater_number_never_stands_further_left(many: list[Interval], width: int) -> None:
    scale = made(many, width)
    numbers = sorted(end for one in many for end in (one.low, one.high) if end is not None)
    columns = [scale.column(number) for number in numbers]
    assert columns == sorted(columns)


@given(MANY, WIDTHS)
@settings(max_examples=100, deadline=None)
def test_each_label_is_the_number_of_its_tick_and_none_touches_the_next(many: list[Interval], width: int) -> None:
    scale = made(many, width)
    labels, line = axis(scale)
    assert len(labels) == len(line) == width
    powers = {"K": 3, "M": 6, "bn": 9, "tn": 12}
    for label, tick in zip(scale.labels, scale.ticks, strict=bool(scale.labels)):
        digits = label.rstrip("KMbnt")
        assert Decimal(digits.replace(",", "")).scaleb(powers.get(label[len(digits) :], 0)) == tick
    assert labels.split() == list(scale.labels)
    assert line.count("┬") == len(scale.ticks) or len(scale.ticks) > scale.right - scale.left


def number(low: str | None, high: str | None, **more: bool) -> Interval:
    return Interval(None if low is None else Decimal(low), None if high is None else Decimal(high), **more)


@pytest.mark.parametrize(
    ("interval", "hollow", "first", "last"),
    [
        (number("30000", None, low_open=True), False, "(", "▸"),
        (number("30000", None), False, "[", "▸"),
        (number("30000", None), True, "[", "▹"),
        (number(None, "6000"), False, "◂", "]"),
        (number(None, "6000", high_open=True), True, "◃", ")"),
        (number("5", "5"), False, "●", "●"),
        (number("5", "5"), True, "○", "○"),
        (number("5", "5", approximate=True), False, "◌", "◌"),
        (number(None, None), False, "◂", "▸"),
    ],
)
def test_signs_say_what_an_end_is(interval: Interval, hollow: bool, first: str, last: str) -> None:
    scale = made([interval, number("0", None), number(None, "40000")], 60)
    text = drawn(interval, scale, hollow=hollow).text
    assert (text[0], text[-1]) == (first, last)


def test_what_is_approximate_is_dotted_and_what_is_to_come_is_a_double_line() -> None:
    scale = made([number("10", "90")], 60)
    assert set(drawn(number("10", "90", approximate=True), scale).text) == set("[┅]")
    assert set(drawn(number("10", "90"), scale, hollow=True).text) == set("[═]")


def test_what_is_approximate_and_to_come_is_dotted() -> None:
    scale = made([number("10", "90")], 60)
    assert set(drawn(number("10", "90", approximate=True), scale, hollow=True).text) == set("[┅]")


@given(MANY, WIDTHS)
@settings(max_examples=60, deadline=None)
def test_ticks_stand_in_equal_steps_of_one_two_or_five_times_a_power_of_ten(many: list[Interval], width: int) -> None:
    ticks = made(many, width).ticks
    steps = {other - one for one, other in pairwise(ticks)}
    assert len(steps) == 1
    (step,) = steps
    assert step.scaleb(-step.adjusted()) in (1, 2, 5)
    assert all(tick % step == 0 for tick in ticks)


def test_a_single_number_has_a_scale_around_it() -> None:
    scale = made([number("30000", "30000")], 60)
    assert scale.ticks[0] < 30000 < scale.ticks[-1]
    assert made([number("0", "0")], 40).labels == ("-1", "0", "1")


def test_numbers_of_any_size_are_drawn() -> None:
    huge = [number("1E+900000", None), number("1", "1"), number("9" * 5000, "9" * 5000), number("1E-900000", "2")]
    scale = made(huge, 60)
    assert [drawn(one, scale).start for one in huge]


def test_without_numbers_or_without_room_there_is_no_scale() -> None:
    assert scale_of([number(None, None)], 60) is None
    assert scale_of([number("1", "2")], 8) is None
    assert scale_of([], 60) is None


def test_the_legend_names_what_is_drawn_and_nothing_else() -> None:
    many = [number("1", "1"), number("3", None, low_open=True)]
    scale = made(many, 40)
    assert legend([drawn(one, scale) for one in many]) == ["● stated", "( more than this", "▸ no upper bound stated"]
