"""What holds for every number phrase, whatever its digits."""

from __future__ import annotations

import ast
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.effort import bounded

from briefing.format.number_finder import quantities_in
from briefing.format.number_languages import LANGUAGES
from briefing.format.numbers import quantity
from briefing.format.numerals import grouped
from briefing.model.quantity import Interval, Qualifier

QUICK = settings(max_examples=100, deadline=None)

WHOLE = st.integers(min_value=0, max_value=10**18)
DECIMALS = st.decimals(min_value=0, max_value=10**9, places=3, allow_nan=False, allow_infinity=False)
LANGUAGE = st.sampled_from([*LANGUAGES, "sv", "de-CH", "en-IN", "es-MX", "xx"])
BEFORE = {
    "": None,
    "over ": Qualifier.OVER,
    ">": Qualifier.OVER,
    "at least ": Qualifier.AT_LEAST,
    "up to ": Qualifier.UP_TO,
    "under ": Qualifier.UNDER,
    "nearly ": Qualifier.NEARLY,
    "about ": Qualifier.ABOUT,
    "~": Qualifier.ABOUT,
}
SCALES = {"": 0, "k": 3, " thousand": 3, " million": 6, "M": 6, "bn": 9, " billion": 9, "tn": 12}


def allows(interval: Interval, number: Decimal) -> bool:
    """Whether a number lies in an interval or at its open end."""
    return (interval.low is None or interval.low <= number) and (interval.high is None or number <= interval.high)


@QUICK
@given(DECIMALS, st.sampled_from(sorted(BEFORE)), st.sampled_from(sorted(SCALES)))
def test_the_interval_of_a_phrase_ends_at_its_own_number(number: Decimal, before: str, scale: str) -> None:
    found = quantity(f"{before}{number:f}{scale} units")
    assert found is not None
    assert found.interval is not None
    exact = number * 10 ** SCALES[scale]
    assert allows(found.interval, exact)
    assert {found.interval.low, found.interval.high} - {None} == {exact}
    assert found.qualifier == BEFORE[before]
    assert found.unit == "units"


@QUICK
@given(WHOLE)
def test_grouped_digits_are_the_same_number_as_plain_ones(number: int) -> None:
    plain = quantity(str(number))
    assert plain is not None
    for written in (f"{number:,}", f"{number:_}", f"{number:,}".replace(",", " "), grouped(str(number))):
        found = quantity(written)
        assert found is not None, written
        assert found.interval == plain.interval
    german = quantity(f"{number:,}".replace(",", "."), "de")
    assert german is not None
    assert german.interval == plain.interval


@QUICK
@given(WHOLE, LANGUAGE)
def test_what_is_shown_grouped_reads_as_the_same_number(number: int, language: str) -> None:
    plain, shown = quantity(str(number), language), quantity(grouped(str(number), language), language)
    assert plain is not None
    assert shown is not None
    assert shown.interval == plain.interval


@QUICK
@given(DECIMALS, DECIMALS, st.sampled_from(["-", "–", " – ", "..", " to "]))
def test_a_range_holds_both_its_ends_or_is_refused(one: Decimal, other: Decimal, sign: str) -> None:
    low, high = sorted((one, other))
    found = quantity(f"{low:f}{sign}{high:f} km")
    assert found is not None
    assert found.interval == Interval(low, high)
    if low != high:
        assert quantity(f"{high:f}{sign}{low:f} km") is None


@QUICK
@given(DECIMALS)
def test_no_digit_is_lost_and_none_is_added(number: Decimal) -> None:
    found = quantity(f"{number:f}")
    assert found is not None
    assert found.interval is not None
    assert str(found.interval.low) == f"{number:f}"


@QUICK
@given(st.text(max_size=60), LANGUAGE)
def test_no_text_makes_reading_fail(text: str, language: str) -> None:
    found = quantity(text, language)
    assert found is None or found.phrase == text.strip()
    quantities_in(text, language)


PIECES = st.sampled_from(
    "over |about |between |and| to |from |-|–|±|$|€|US$|1|30,000|1.5|m|k|M| million|%| |.|,|+|km|(|:|/|2025|é|0"
    "|\u00a0|\n|²|٣|e5|'".split("|")
)


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join), LANGUAGE)
def test_whatever_is_read_is_exact_and_stands_where_it_is_said_to(text: str, language: str) -> None:
    for found in (quantity(text, language), *(each for _, _, each in quantities_in(text, language))):
        if found is not None:
            assert found.interval is not None
            ends = (found.interval.low, found.interval.high)
            assert all(end is None or (type(end) is Decimal and end.is_finite()) for end in ends)
            stated = [end for end in ends if end is not None]
            assert stated
            assert stated == sorted(stated)
    for start, end, found in quantities_in(text, language):
        assert text[start:end] == found.phrase


@pytest.mark.parametrize(
    "unit",
    [
        "9",
        "1,",
        "1.",
        "1-",
        "1/",
        "about ",
        "over over 1 ",
        "$",
        "- ",
        "1 000 ",
        "between 1 and ",
        "1e",
        "±",
        "−1",
        "1 million ",
    ],
)
def test_a_long_sentence_takes_bounded_time(unit: str) -> None:
    text = unit * (30_000 // len(unit))
    quantity(text)
    with bounded():
        quantities_in(text)


def test_no_number_is_ever_a_float() -> None:
    rooms = Path(__file__).parents[3] / "tui" / "briefing"
    for path in (*(rooms / "format").glob("*.py"), *(rooms / "model").glob("*.py")):
        for found in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            assert not (isinstance(found, ast.Constant) and isinstance(found.value, float)), path
            assert not (isinstance(found, ast.Name) and found.id == "float"), path


@pytest.mark.parametrize(
    ("phrase", "language", "shown"),
    [
        ("30000", "en", "30,000"),
        ("over 30000 troops", "en", "over 30,000 troops"),
        ("1234567.89", "en", "1,234,567.89"),
        ("30000", "de", "30\u202f000"),
        ("1500", "en", "1500"),
        ("2025", "en", "2025"),
        ("30,000", "en", "30,000"),
        ("010000", "en", "010000"),
        ("0.12345", "en", "0.12345"),
        ("ISO 12345-2", "en", "ISO 12345-2"),
        ("ABC12345", "en", "ABC12345"),
        ("2025-07-08", "en", "2025-07-08"),
        ("10000–12000 km", "en", "10,000–12,000 km"),
    ],
)
def test_only_plain_digits_are_grouped_for_reading(phrase: str, language: str, shown: str) -> None:
    assert grouped(phrase, language) == shown
