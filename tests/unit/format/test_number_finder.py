"""The number phrases inside a sentence."""

from __future__ import annotations

import pytest

from briefing.format.number_finder import quantities_in

SENTENCES = [
    ("North Korea is to send over 30,000 additional troops.", ["over 30,000"]),
    ("It had sent more than 11,000 troops, and 3,000 more.", ["more than 11,000", "3,000"]),
    ("An estimated 1.5 million shells (about 12%).", ["An estimated 1.5 million", "about 12%"]),
    ("between 1.2 and 1.5 million people", ["between 1.2 and 1.5 million"]),
    ("The range is 100–200 km.", ["100–200 km"]),
    ("It cost US$4.5 million, or €4.1m.", ["US$4.5 million", "€4.1m"]),
    ("45 per cent of 6,000 households", ["45 per cent", "6,000"]),
    ("up to 23, at least 7", ["up to 23", "at least 7"]),
    ("a 30-year lease", ["30"]),
    ("no number at all", []),
    ("“30,000” they said", ["30,000"]),
    ("30,000+ people", ["30,000+"]),
    ("(5 of 7)", ["5", "7"]),
    ("It rose 5%.", ["5%"]),
    ("5.", ["5"]),
    ("5, 6 and 7", ["5", "6", "7"]),
    ("temperatures of -5 °C", ["-5 °C"]),
    ("30++5", ["30+", "+5"]),
    ("over 30,000 or about 5", ["over 30,000", "about 5"]),
]


@pytest.mark.parametrize(("sentence", "phrases"), SENTENCES)
def test_every_amount_is_found_with_the_words_that_bound_it(sentence: str, phrases: list[str]) -> None:
    found = quantities_in(sentence)
    assert [each.phrase for _, _, each in found] == phrases
    assert [sentence[start:end] for start, end, _ in found] == phrases


@pytest.mark.parametrize(
    "sentence",
    [
        "on 14 August 2025",
        "on August 14, 2025",
        "in May 2025",
        "in 2025",
        "Zapad 2025 begins",
        "at 12:30 and 14:44:10",
        "2025-07-08",
        "08/07/2025",
        "an F-16 and a Su-25",
        "COVID-19",
        "MH17",
        "the 3rd brigade",
        "the 1990s",
        "version 1.2.3",
        "192.168.0.1",
        "Resolution 2231",
        "No. 50",
        "see section 4, page 12",
        "[3]",
        "#12",
        "5G",
        "a 4x4",
    ],
)
def test_days_years_ordinals_and_names_are_no_amounts(sentence: str) -> None:
    assert quantities_in(sentence) == ()


def test_a_year_counts_where_it_is_asked_for() -> None:
    assert [each.phrase for _, _, each in quantities_in("2025 troops", years=True)] == ["2025"]
    assert [each.phrase for _, _, each in quantities_in("2,025 troops")] == ["2,025"]
    assert [each.phrase for _, _, each in quantities_in("over 2000 troops")] == ["over 2000"]


def test_a_movement_gives_both_its_ends_as_well() -> None:
    found = [(each.phrase, str(each.interval)) for _, _, each in quantities_in("from 2.5 to 2.7 million people")]
    assert [phrase for phrase, _ in found] == ["2.5 to 2.7 million", "2.5", "2.7 million"]
    assert "2500000" in found[1][1], "the scale reaches back"


def test_units_are_read_only_where_they_are_certain() -> None:
    found = [each.unit for _, _, each in quantities_in("30,000 troops, 15 km, 45 per cent, $5, 7 °C")]
    assert found == [None, "km", "%", "$", "°C"]


@pytest.mark.parametrize(
    ("language", "sentence", "phrases"),
    [
        ("de", "Am 3. August kamen über 30.000 Soldaten, rund 1,5 Mio. Schuss.", ["über 30.000", "rund 1,5 Mio."]),
        ("de", "Die 3. Brigade", []),
        ("fr", "plus de 30 000 soldats le 14 juillet", ["plus de 30 000"]),
        ("uk", "понад 30 тис. військових", ["понад 30 тис."]),
    ],
)
def test_a_sentence_follows_the_rules_of_its_language(language: str, sentence: str, phrases: list[str]) -> None:
    assert [each.phrase for _, _, each in quantities_in(sentence, language)] == phrases
