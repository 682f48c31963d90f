"""Number phrases are read as the table beside this file says, and no more is made of them."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from briefing.format.numbers import quantity, read_phrase
from briefing.model.quantity import Interval, Qualifier

TABLE = Path(__file__).with_name("number_phrases.md").read_text(encoding="utf-8")


class Row(NamedTuple):
    """One phrase with what it should be read as."""

    language: str
    phrase: str
    amount: str
    value: str
    unit: str


def rows() -> list[Row]:
    """The rows of the fixture's tables."""
    found: list[Row] = []
    language = ""
    for line in TABLE.splitlines():
        if line.startswith("## "):
            language = line[line.rindex("(") + 1 : -1]
        elif line.startswith("| ") and not line.startswith("| phrase"):
            phrase, amount, value, unit = (cell.strip(" ") for cell in line.split("|")[1:5])
            found.append(Row(language, phrase, amount, value, unit))
    return found


def interval(value: str) -> Interval:
    """The interval that a cell of the fixture writes."""
    approximate = value.startswith("~")
    sign, _, number = value.removeprefix("~").strip().rpartition(" ")
    if ".." in value:
        first, last = value.removeprefix("~").split(" .. ")
        return Interval(Decimal(first), Decimal(last), approximate=approximate)
    at = Decimal(number)
    low, high = (None if sign.startswith("<") else at), (None if sign.startswith(">") else at)
    return Interval(low, high, low_open=sign == ">", high_open=sign == "<", approximate=approximate)


PHRASES = rows()


def test_the_table_holds_at_least_three_hundred_phrases() -> None:
    assert len(PHRASES) == len(set(PHRASES)) >= 300


@pytest.mark.parametrize("row", PHRASES, ids=lambda row: f"{row.language}: {row.phrase}")
def test_a_phrase_is_read_as_the_table_says(row: Row) -> None:
    phrase = read_phrase(row.phrase, row.language)
    if row.value == "none" or row.value.startswith("fig-"):
        assert phrase.quantity is None
        assert (phrase.fault.code if phrase.fault else "none") == row.value
        return
    assert phrase.fault is None
    assert phrase.quantity is not None
    assert phrase.quantity.interval == interval(row.value)
    assert str(phrase.quantity.interval) == str(interval(row.value)), "precision is kept and nothing is added"
    assert phrase.quantity.text == row.amount
    assert (phrase.quantity.unit or "") == row.unit
    assert phrase.quantity.phrase == row.phrase.strip()


def test_the_word_before_a_number_is_told_apart_from_the_bound_it_makes() -> None:
    words = {
        "over 5": Qualifier.OVER,
        "at least 5": Qualifier.AT_LEAST,
        "5+": Qualifier.AT_LEAST,
        "5 or more": Qualifier.AT_LEAST,
        "up to 5": Qualifier.UP_TO,
        "nearly 5": Qualifier.NEARLY,
        "under 5": Qualifier.UNDER,
        "about 5": Qualifier.ABOUT,
        "up to about 5": Qualifier.UP_TO,
        "exactly 5": None,
        "5": None,
    }
    assert {text: found.qualifier for text in words if (found := quantity(text))} == words


@pytest.mark.parametrize(
    ("phrase", "language", "message"),
    [
        ("1,5", "en", '"1,5" is neither 1.5 nor 1,500 in English; write the one you mean'),
        ("1,50", "en", '"1,50" is neither 1.50 nor 1,500 in English; write the one you mean'),
        ("1,5000", "en", '"1,5000" is neither 1.5000 nor 15,000 in English; write the one you mean'),
        ("1,50,000", "en", '"1,50,000" is no number in English; write 150,000'),
        ("1.500.000", "en", '"1.500.000" is no number in English; write 1,500,000'),
        ("1.234,56", "en", '"1.234,56" is no number in English; write 1,234.56'),
        ("1,000,00", "en", '"1,000,00" is no number in English'),
        ("1.5", "de", '"1.5" is neither 1,5 nor 1.500 in German; write the one you mean'),
        ("1.5", "sv", '"1.5" is neither 1,5 nor 1.500 in sv; write the one you mean'),
        ("15m", "en", '"15m": metres or million? Write 15 m or 15 million'),
        ("200-100", "en", "the range 200-100 runs backwards"),
    ],
)
def test_a_refusal_says_what_was_found_and_what_to_write(phrase: str, language: str, message: str) -> None:
    fault = read_phrase(phrase, language).fault
    assert fault is not None
    assert fault.message == message


def test_a_text_longer_than_any_phrase_is_none() -> None:
    assert quantity("5 " + "x" * 1000) is None
    assert not re.search(r"[0-9]{41}", TABLE)
    assert quantity("1" * 41) is None
