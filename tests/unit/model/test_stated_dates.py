"""How old a date is, never more exactly than it was stated."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.model.dates import Age, StatedDate, age, from_edtf, shown_age

TODAY = date(2025, 11, 15)


def told(edtf: str) -> str | None:
    """The age of a date in words."""
    stated = from_edtf(edtf, edtf)
    found = age(stated, TODAY)
    return shown_age(found) if found else None


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-11-15", "today"),
        ("2025-11-14", "1 day"),
        ("2025-11-12", "3 days"),
        ("2025-09-30", "46 days"),
        ("2025-09-14", "2 months"),
        ("2025-09", "1–2 months"),
        ("2025-11", "up to 14 days"),
        ("2025", "less than 11 months"),
        ("2024", "10–22 months"),
        ("2014", "10–11 years"),
        ("2023-11-15", "2 years"),
        ("2025-11-12~", "about 3 days"),
        ("2025-09?", "about 1–2 months"),
        ("2025?", "less than 11 months"),
        ("2014-08-14/2025-11-12", "3 days"),
        ("2025-01/2025-09", "1–2 months"),
        ("../2025-11-12", "3 days"),
        ("2025-11-18", "in 3 days"),
        ("2025-11-16", "in 1 day"),
        ("2026-01", "in 1–2 months"),
        ("2026-03", "in 3–4 months"),
        ("2025-11-12T10:00:00Z", "3 days"),
    ],
)
def test_an_age_counts_from_the_end_of_what_was_stated(edtf: str, words: str) -> None:
    assert told(edtf) == words


@pytest.mark.parametrize("edtf", ["2025-01/..", "2025/", "Y170000002", "XXXX-12-25"])
def test_what_has_no_known_end_has_no_age(edtf: str) -> None:
    assert told(edtf) is None


def test_what_was_not_stated_or_not_read_has_no_age() -> None:
    assert age(None, TODAY) is None
    assert age(StatedDate("soon"), TODAY) is None


def test_an_age_is_a_range_of_days() -> None:
    stated = from_edtf("2025-09", "2025-09")
    assert age(stated, TODAY) == Age(46, 75)
    assert age(stated, date(2025, 9, 10)) == Age(-20, 9)
