"""Which amounts may be compared, and the words of the standards."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest

from briefing.model.figure import Figure
from briefing.model.quantity import Interval, Qualifier, bounded
from briefing.model.units import base_unit
from briefing.model.vocabulary import CREDIBILITY, RELIABILITY, SCALES, TLP


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("troops", "Troop"),
        ("additional troops", "Additional  troops"),
        ("%", "per cent"),
        ("percent", "pct"),
        ("pp", "percentage points"),
        ("US$", "USD"),
        ("€", "euros"),
        ("boxes", "Boxes"),
        (None, ""),
        (None, "  "),
    ],
)
def test_spellings_of_one_unit_are_one(one: str | None, other: str | None) -> None:
    assert base_unit(one) == base_unit(other)


@pytest.mark.parametrize(
    ("one", "other", "times"),
    [("km", "m", 1000), ("t", "kg", 1000), ("h", "min", 60), ("d", "h", 24), ("min", "s", 60), ("tonnes", "kg", 1000)],
)
def test_units_of_one_kind_have_an_exact_factor(one: str, other: str, times: int) -> None:
    (base, factor), (same, part) = base_unit(one), base_unit(other)
    assert base == same
    assert factor == part * times


def test_a_mile_has_its_international_length() -> None:
    assert base_unit("mi") == ("m", Decimal("1609.344"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("km", "kg"),
        ("%", "percentage points"),
        ("%", "% of wells"),
        ("$", "US$"),
        ("$", "C$"),
        ("€", "US$"),
        ("¥", "JPY"),
        ("tons", "tonnes"),
        ("troops", "people"),
        ("pass", "pas"),
        (None, "troops"),
    ],
)
def test_other_units_are_not_compared(one: str | None, other: str) -> None:
    assert base_unit(one)[0] != base_unit(other)[0]


@pytest.mark.parametrize(
    ("qualifier", "interval"),
    [
        (None, Interval(Decimal(5), Decimal(5))),
        (Qualifier.OVER, Interval(Decimal(5), None, low_open=True)),
        (Qualifier.AT_LEAST, Interval(Decimal(5), None)),
        (Qualifier.UP_TO, Interval(None, Decimal(5))),
        (Qualifier.UNDER, Interval(None, Decimal(5), high_open=True)),
        (Qualifier.NEARLY, Interval(None, Decimal(5), high_open=True)),
        (Qualifier.ABOUT, Interval(Decimal(5), Decimal(5), approximate=True)),
    ],
)
def test_each_qualifier_bounds_in_its_own_way(qualifier: Qualifier | None, interval: Interval) -> None:
    assert bounded(Decimal(5), qualifier) == interval


def test_a_figure_is_shown_in_its_authors_words() -> None:
    assert Figure("over 30,000", unit="troops").phrase == "over 30,000 troops"
    assert Figure("45", unit="%", written="45 per cent").phrase == "45 per cent"
    assert Figure("US$4.5 million", unit="US$", written="US$4.5 million").phrase == "US$4.5 million"
    assert Figure("dozens").phrase == "dozens"


def test_the_scale_of_icd_203_runs_from_one_to_ninety_nine_without_a_gap() -> None:
    rows = {1: [], 2: []}  # type: dict[int, list[str]]
    for term in SCALES["icd203"].terms:
        assert term.likelihood is not None
        rows[term.row].append(term.likelihood)
    assert rows[1] == rows[2]
    ends = [tuple(int(end) for end in each.rstrip("%").split("–")) for each in rows[1]]
    assert (ends[0][0], ends[-1][1]) == (1, 99)
    assert all(low[1] == high[0] for low, high in pairwise(ends))


def test_a_standard_that_is_not_checked_has_no_numbers() -> None:
    assert all(term.likelihood is None for term in SCALES["phia"].terms)


def test_letters_digits_and_labels_are_those_of_their_standards() -> None:
    assert "".join(RELIABILITY) == "ABCDEF"
    assert "".join(CREDIBILITY) == "123456"
    assert list(TLP) == ["RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR"]
