"""Dates: EDTF of levels 0 and 1, and what people write besides."""

from __future__ import annotations

from datetime import UTC, date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.format.dates import read_date, stated_date
from briefing.model.dates import shown_date

QUICK = settings(max_examples=100, deadline=None)

EDTF = [
    # text, first day, last day, shown
    ("2025", "2025-01-01", "2025-12-31", "2025"),
    ("2025-09", "2025-09-01", "2025-09-30", "September 2025"),
    ("2025-09-14", "2025-09-14", "2025-09-14", "14 September 2025"),
    ("2024-02", "2024-02-01", "2024-02-29", "February 2024"),
    ("2024-02-29", "2024-02-29", "2024-02-29", "29 February 2024"),
    ("1900-02", "1900-02-01", "1900-02-28", "February 1900"),
    ("2025?", "2025-01-01", "2025-12-31", "2025 (uncertain)"),
    ("2025-08-14~", "2025-08-14", "2025-08-14", "about 14 August 2025"),
    ("2025-08%", "2025-08-01", "2025-08-31", "about August 2025 (uncertain)"),
    ("201X", "2010-01-01", "2019-12-31", "201X"),
    ("20XX", "2000-01-01", "2099-12-31", "20XX"),
    ("2025-XX", "2025-01-01", "2025-12-31", "2025-XX"),
    ("2025-09-XX", "2025-09-01", "2025-09-30", "2025-09-XX"),
    ("2025-XX-XX", "2025-01-01", "2025-12-31", "2025-XX-XX"),
    ("XXXX-12-25", None, None, "XXXX-12-25"),
    ("2025-21", "2025-01-01", "2025-12-31", "spring 2025"),
    ("2025-24", "2025-01-01", "2025-12-31", "winter 2025"),
    ("2014-08-14/2014-08-21", "2014-08-14", "2014-08-21", "14–21 August 2014"),
    ("2014-08-30/2014-09-02", "2014-08-30", "2014-09-02", "30 August – 2 September 2014"),
    ("2013-12-30/2014-01-02", "2013-12-30", "2014-01-02", "30 December 2013 – 2 January 2014"),
    ("2014-08/2014-10", "2014-08-01", "2014-10-31", "August–October 2014"),
    ("2013-12/2014-01", "2013-12-01", "2014-01-31", "December 2013 – January 2014"),
    ("2014/2016", "2014-01-01", "2016-12-31", "2014–2016"),
    ("2014-08/2014-10-03", "2014-08-01", "2014-10-03", "August 2014 – 3 October 2014"),
    ("2014~/2016", "2014-01-01", "2016-12-31", "about 2014 – 2016"),
    ("2014-08-14/..", "2014-08-14", None, "since 14 August 2014"),
    ("../2014-08", None, "2014-08-31", "until August 2014"),
    ("2014/", "2014-01-01", None, "2014 to an unknown date"),
    ("/2014", None, "2014-12-31", "an unknown date to 2014"),
    ("Y170000002", None, None, "Y170000002"),
    ("Y-17000", None, None, "Y-17000"),
    ("-0430", None, None, "-0430"),
    ("0000", None, None, "0000"),
    ("2025-07-08T10:00:00", "2025-07-08", "2025-07-08", "8 July 2025, 10:00"),
    ("2025-07-08T10:00:05Z", "2025-07-08", "2025-07-08", "8 July 2025, 10:00:05 UTC"),
    ("2025-07-08T06:00:00+02:00", "2025-07-08", "2025-07-08", "8 July 2025, 06:00 +02:00"),
    ("2025-07-08T06:00:00-05", "2025-07-08", "2025-07-08", "8 July 2025, 06:00 -05"),
    ("2025-07-08T00:00:00+00:00", "2025-07-08", "2025-07-08", "8 July 2025"),
]


@pytest.mark.parametrize(("text", "first", "last", "shown"), EDTF)
def test_edtf_is_taken_as_it_is(text: str, first: str | None, last: str | None, shown: str) -> None:
    stated, refused = read_date(text)
    assert refused is None
    assert stated.text == stated.edtf == text
    assert (stated.start and stated.start.isoformat(), stated.end and stated.end.isoformat()) == (first, last)
    assert shown_date(stated) == shown
    base = text.partition("/")[0]
    assert stated.uncertain == base.endswith(("?", "%"))
    assert stated.approximate == base.endswith(("~", "%"))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2025-07-08T06:00:00Z", "2025-07-08T06:00:00+00:00"),
        ("2025-07-08T06:00:00-05:30", "2025-07-08T11:30:00+00:00"),
        ("2025-07-08T06:00:00+02", "2025-07-08T04:00:00+00:00"),
    ],
)
def test_a_time_with_an_offset_is_one_moment(text: str, moment: str) -> None:
    stated = stated_date(text).moment
    assert stated is not None
    assert stated.astimezone(UTC).isoformat() == moment


def test_a_time_without_one_is_no_moment_of_the_world() -> None:
    stated = stated_date("2025-07-08T06:00:00").moment
    assert stated is not None
    assert stated.tzinfo is None


WRITTEN = [
    ("14 Sep 2025", "2025-09-14"),
    ("14 September 2025", "2025-09-14"),
    ("14th September, 2025", "2025-09-14"),
    ("14 of September 2025", "2025-09-14"),
    ("14-Sep-2025", "2025-09-14"),
    ("Sunday, 14 September 2025", "2025-09-14"),
    ("Sat, 1 Jan 2000", "2000-01-01"),
    ("Sat, 1 Jan 2000 10:00:00 +0100", "2000-01-01T10:00:00+01:00"),
    ("September 14, 2025", "2025-09-14"),
    ("Sept. 14, 2025", "2025-09-14"),
    ("sep 14 2025", "2025-09-14"),
    ("March 4, 2014", "2014-03-04"),
    ("Sept 2025", "2025-09"),
    ("September, 2025", "2025-09"),
    ("May 2025", "2025-05"),
    ("2025/09/14", "2025-09-14"),
    ("2025/9/4", "2025-09-04"),
    ("2025/09", "2025-09"),
    ("2025.09.14", "2025-09-14"),
    ("2025-7-8", "2025-07-08"),
    ("2025-7", "2025-07"),
    ("20250914", "2025-09-14"),
    ("25/12/2025", "2025-12-25"),
    ("12/25/2025", "2025-12-25"),
    ("05/05/2025", "2025-05-05"),
    ("25.12.2025", "2025-12-25"),
    ("2015-01-01 00:00:00 +0000", "2015-01-01T00:00:00+00:00"),
    ("2015-01-01 10:11:12 -0530", "2015-01-01T10:11:12-05:30"),
    ("2025-07-08T10:00", "2025-07-08T10:00:00"),
    ("2025-07-08T10:00:00.123Z", "2025-07-08T10:00:00Z"),
    ("2025-07-08 10:00", "2025-07-08T10:00:00"),
    ("2025-07-08 10:00 UTC", "2025-07-08T10:00:00Z"),
    ("2025-07-08T06:00+02", "2025-07-08T06:00:00+02"),
    ("July 8, 2025 at 3:30 pm", "2025-07-08T15:30:00"),
    ("July 8, 2025 12:05 a.m.", "2025-07-08T00:05:00"),
    ("2025-07-08 10:00 CEST", "2025-07-08"),
    ("about 14 August 2025", "2025-08-14~"),
    ("circa 1990", "1990~"),
    ("c. 1990", "1990~"),
    ("~2025-08", "2025-08~"),
    ("2025 (uncertain)", "2025?"),
    ("about 2025 (uncertain)", "2025%"),
    ("September 2025?", "2025-09?"),
    ("spring 2025", "2025-21"),
    ("Summer of 2025", "2025-22"),
    ("fall 2025", "2025-23"),
    ("Q3 2025", "2025-07/2025-09"),
    ("2025-Q1", "2025-01/2025-03"),
    ("14–21 August 2014", "2014-08-14/2014-08-21"),
    ("14-21 August 2014", "2014-08-14/2014-08-21"),
    ("14 to 21 August 2014", "2014-08-14/2014-08-21"),
    ("August 14–21, 2014", "2014-08-14/2014-08-21"),
    ("30 August – 2 September 2014", "2014-08-30/2014-09-02"),
    ("August to October 2014", "2014-08/2014-10"),
    ("2014–2016", "2014/2016"),
    ("2014-2016", "2014/2016"),
    ("2014-08-14 to 2014-08-21", "2014-08-14/2014-08-21"),
    ("2014-08-14 / 2014-08-21", "2014-08-14/2014-08-21"),
    ("14 Aug 2014/21 Aug 2014", "2014-08-14/2014-08-21"),
    ("since 14 August 2014", "2014-08-14/.."),
    ("until August 2014", "../2014-08"),
]


@pytest.mark.parametrize(("text", "edtf"), WRITTEN)
def test_what_people_write_becomes_edtf_and_its_words_are_kept(text: str, edtf: str) -> None:
    stated, refused = read_date(text)
    assert (stated.edtf, refused) == (edtf, None)
    assert stated.text == text


REFUSED = [
    (
        "12/05/2025",
        "date-ambiguous",
        '"12/05/2025" could be 12 May or 5 December 2025; write 2025-05-12 or 2025-12-05',
    ),
    ("2025-02-30", "date-invalid", "2025-02-30: February 2025 has 28 days"),
    ("30 February 2024", "date-invalid", "30 February 2024: February 2024 has 29 days"),
    ("2025-04-31", "date-invalid", "2025-04-31: April has 30 days"),
    ("2025-13", "date-invalid", "2025-13: there is no month 13"),
    ("2025-00", "date-invalid", "2025-00: there is no month 0"),
    ("2025-01-00", "date-invalid", "2025-01-00: there is no day 0"),
    ("2025-01-32", "date-invalid", "2025-01-32: there is no day 32"),
    ("2014-15", "date-invalid", "2014-15: there is no month 15"),
    ("2025-07-08T25:00", "date-invalid", "2025-07-08T25:00: there is no time 25:00:00"),
    ("2025-07-08T10:00+19:00", "date-invalid", "2025-07-08T10:00+19:00: there is no offset +19:00"),
    ("July 8, 2025 13:00 pm", "date-invalid", "July 8, 2025 13:00 pm: there is no time 13 pm"),
    ("13/13/2025", "date-invalid", "13/13/2025: there is no month 13"),
    ("soon", "date-invalid", '"soon" is not a date; write it as 2025-09-14, 2025-09 or 2025'),
]


@pytest.mark.parametrize(("text", "code", "message"), REFUSED)
def test_a_date_that_is_none_says_why_and_stays_as_written(text: str, code: str, message: str) -> None:
    stated, refused = read_date(text)
    assert refused is not None
    assert (refused.code, refused.message) == (code, message)
    assert (stated.text, stated.edtf, stated.start, stated.end) == (text, None, None, None)
    assert shown_date(stated) == text


@pytest.mark.parametrize(
    "text",
    (
        "|early 2025|last week|14|14:44|12/05/25|2025-W28|2025-189|August|14 August|Monday|2025-|x/2025|2025-09-14T"
        "|2025-1X|2X25|2025-XX-1X|../..|/|2025/2026/2027|+2025|２０２５|2025-09-14T10:00:00?|about soon"
        f"|{'1' * 500}"
    ).split("|"),
)
def test_what_names_no_day_is_not_read(text: str) -> None:
    assert stated_date(text).edtf is None


def test_a_tool_that_always_writes_the_month_first_is_believed() -> None:
    assert stated_date("12/05/2025", month_first=True).edtf == "2025-12-05"


DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(9998, 12, 31))
SIDES = DAYS.flatmap(lambda day: st.sampled_from([f"{day:%Y}".zfill(4), f"{day:%Y-%m}".zfill(7), day.isoformat()]))


@QUICK
@given(SIDES, st.sampled_from(["", "?", "~", "%"]))
def test_what_is_shown_reads_as_the_same_date(text: str, mark: str) -> None:
    stated = stated_date(text + mark)
    assert stated.edtf == text + mark
    assert stated_date(shown_date(stated)).edtf == stated.edtf


@QUICK
@given(DAYS, st.integers(0, 800), st.sampled_from([4, 7, 10]))
def test_an_interval_that_is_shown_reads_as_the_same_interval(first: date, days: int, precision: int) -> None:
    last = min(first + timedelta(days=days), date(9998, 12, 31))
    one, other = first.isoformat()[:precision], last.isoformat()[:precision]
    stated = stated_date(f"{one}/{other}")
    assert stated.start is not None
    assert stated.end is not None
    assert stated.start <= first <= last <= stated.end
    if one != other:
        assert stated_date(shown_date(stated)).edtf == f"{one}/{other}"


@QUICK
@given(st.text(max_size=40) | st.text("0123456789-/TX?~%.:+Z ", max_size=30))
def test_no_text_makes_reading_fail(text: str) -> None:
    stated = stated_date(text)
    assert stated.text == text.strip()
    assert shown_date(stated) or not text.strip()
    if stated.edtf:
        again = stated_date(stated.edtf)
        assert (again.edtf, again.start, again.end, again.moment) == (
            stated.edtf,
            stated.start,
            stated.end,
            stated.moment,
        )
