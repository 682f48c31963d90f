"""Handling labels and embargoes."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from briefing.model.briefing import Briefing
from briefing.model.dates import StatedDate, from_edtf
from briefing.review.handling import Label, labels


def briefing(tlp: str | None = None, classification: str | None = None, embargo: StatedDate | None = None) -> Briefing:
    return Briefing("a.md", "", 0, 1, tlp=tlp, classification=classification, embargo=embargo)


def moment(text: str) -> StatedDate:
    stated = from_edtf(text, text)
    assert stated is not None
    return stated


def texts(made: Briefing, today: date) -> list[str]:
    return [label.text for label in labels(made, today)]


def test_without_a_label_there_is_none() -> None:
    assert labels(briefing(), date(2025, 7, 8)) == ()


def test_a_label_is_written_out_with_the_words_of_the_standard() -> None:
    assert labels(briefing("AMBER+STRICT"), date(2025, 7, 8)) == (
        Label("tlp", "TLP:AMBER+STRICT", "restricts sharing to the organization only"),
    )


def test_an_unknown_label_is_shown_as_written_and_not_explained() -> None:
    assert labels(briefing("Orange please"), date(2025, 7, 8)) == (Label("tlp", "Orange please"),)


def test_a_classification_is_shown_as_written() -> None:
    assert texts(briefing("GREEN", "U//FOUO"), date(2025, 7, 8)) == ["TLP:GREEN", "U//FOUO"]


@pytest.mark.parametrize(
    ("today", "shown"),
    [(date(2025, 7, 7), True), (date(2025, 7, 8), True), (date(2025, 7, 9), False), (date(2026, 1, 1), False)],
)
def test_an_embargo_is_shown_until_the_day_of_its_end_is_over(today: date, *, shown: bool) -> None:
    embargo = moment("2025-07-08T06:00:00+02:00")
    assert bool(labels(briefing(embargo=embargo), today)) is shown


def test_an_embargo_names_its_moment_with_the_offset() -> None:
    embargo = moment("2025-07-08T06:00:00+02:00")
    assert labels(briefing(embargo=embargo), date(2025, 7, 1)) == (
        Label("embargo", "EMBARGOED UNTIL 8 July 2025, 06:00 +02:00"),
    )


def test_an_embargo_holds_as_long_as_it_may_still_hold_where_the_reader_is() -> None:
    late_in_the_west = StatedDate("x", moment=datetime(2025, 7, 8, 23, 0, tzinfo=timezone(timedelta(hours=-8))))
    assert labels(briefing(embargo=late_in_the_west), date(2025, 7, 9))
    assert not labels(briefing(embargo=late_in_the_west), date(2025, 7, 10))
    of_no_zone = StatedDate("x", moment=datetime(2025, 7, 8, 23, 0))  # noqa: DTZ001  what is tested
    assert labels(briefing(embargo=of_no_zone), date(2025, 7, 10))


def test_an_embargo_that_is_no_date_is_taken_to_hold() -> None:
    assert texts(briefing(embargo=StatedDate("until the minister has spoken")), date(2099, 1, 1)) == [
        "EMBARGO: until the minister has spoken"
    ]


def test_an_embargo_at_the_end_of_the_calendar_is_no_fault() -> None:
    last = StatedDate("x", moment=datetime(9999, 12, 31, 23, 0))  # noqa: DTZ001  what is tested
    assert labels(briefing(embargo=last), date(2025, 7, 8))
