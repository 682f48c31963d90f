"""The shapes of `--json`, against the page that promises them."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from briefing.cli.export import Json, briefing_data, plain
from briefing.document.block import Section
from briefing.model.briefing import (
    Briefing,
    Confidence,
    Correction,
    Grade,
    Image,
    KeyDate,
    Named,
    Person,
    Plain,
    Source,
    Takeaway,
)
from briefing.model.dates import StatedDate
from briefing.model.figure import Anchor, Change, Figure, Observation, Quote
from briefing.model.problem import Position, problem
from briefing.model.quantity import Interval, Qualifier
from briefing.review.inspect import Inspection

DOCS = Path(__file__).parents[3] / "docs" / "json.md"

QUOTE = Quote("over 30,000 more", suffix=" troops")
FIGURE = Figure(
    "over 30,000",
    Interval(Decimal(30000), None, low_open=True),
    Qualifier.OVER,
    "troops",
    sources=("gur",),
    previous=Observation("11,000", Interval(Decimal(11000), Decimal(11000)), sources=("gur",)),
    change=Change("+170%", StatedDate("2024-10", "2024-10")),
    quotes=(QUOTE,),
)
ANCHOR = Anchor(0, 120, 4, 20, "over 30,000 more", 9)
SECTION = Section(2, "The warning", "the-warning", 100, 7)


def data(briefing: Briefing, *, anchors: tuple[Anchor, ...] = ()) -> dict[str, Json]:
    inspection = Inspection((anchors,) * len(briefing.figures), ((),) * len(briefing.figures), ())
    return briefing_data(briefing, inspection, [SECTION])


def promised() -> dict[str, list[str]]:
    """The fields that the page names, by the heading above them."""
    tables: dict[str, list[str]] = {}
    for part in re.split(r"^### ", DOCS.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        heading = part.splitlines()[0]
        tables[heading] = re.findall(r"^\| `(\w+)` \|", part.split("\n## ")[0], flags=re.MULTILINE)
    return tables


@pytest.mark.parametrize(
    ("heading", "value"),
    [
        ("Date", StatedDate("2025?")),
        ("Person", Person("Ada")),
        ("Name", Named("OCHA")),
        ("Confidence", Confidence("low")),
        ("Image", Image()),
        ("Takeaway", Takeaway("Go.")),
        ("Interval", Interval(None, None)),
        ("Quote", QUOTE),
        ("Anchor", ANCHOR),
        ("Observation", Observation("5")),
        ("Change", Change("+1%")),
        ("Key date", KeyDate("Zapad 2025", StatedDate("2025-09"))),
        ("Source", Source("GUR")),
        ("Grade", Grade("B", "2")),
        ("Correction", Correction("It was 5.")),
        ("Problem", problem("fig-asof", "no as_of")),
    ],
)
def test_each_object_has_the_fields_that_the_page_promises(heading: str, value: object) -> None:
    found = plain(value)
    assert isinstance(found, dict)
    assert list(found) == promised()[heading]


def test_a_briefing_has_the_fields_that_the_page_promises() -> None:
    assert list(data(Briefing("a.md", "", 0, 1))) == promised()["Briefing"]


def test_a_figure_has_the_fields_that_the_page_promises() -> None:
    (figure,) = _list(data(Briefing("a.md", "", 0, 1, figures=(FIGURE,)))["figures"])
    assert list(_dict(figure)) == promised()["Figure"]


def test_a_section_has_the_fields_that_the_page_promises() -> None:
    (section,) = _list(data(Briefing("a.md", "", 0, 1))["sections"])
    assert section == {"level": 2, "title": "The warning", "slug": "the-warning", "line": 7}
    assert list(_dict(section)) == promised()["Section"]


def test_a_figure_is_written_with_its_interval_and_its_passages() -> None:
    briefing = Briefing("a.md", "", 0, 1, figures=(FIGURE,))
    (figure,) = _list(data(briefing, anchors=(ANCHOR,))["figures"])
    assert figure == {
        "text": "over 30,000",
        "value": {"low": "30000", "high": None, "low_open": True, "high_open": False, "approximate": False},
        "qualifier": "over",
        "unit": "troops",
        "label": None,
        "as_of": None,
        "status": None,
        "source": ["gur"],
        "confidence": None,
        "grade": None,
        "previous": {
            "text": "11,000",
            "value": {"low": "11000", "high": "11000", "low_open": False, "high_open": False, "approximate": False},
            "as_of": None,
            "source": ["gur"],
        },
        "change": {"text": "+170%", "since": {"text": "2024-10", "edtf": "2024-10"}},
        "series": [],
        "track": None,
        "quotes": [{"exact": "over 30,000 more", "prefix": None, "suffix": " troops"}],
        "note": None,
        "derived": None,
        "place": None,
        "written": None,
        "anchors": [
            {"quote": 0, "block": 120, "start": 4, "end": 20, "text": "over 30,000 more", "line": 9},
        ],
    }


def test_words_that_are_no_number_have_no_interval() -> None:
    (figure,) = _list(data(Briefing("a.md", "", 0, 1, figures=(Figure("dozens"),)))["figures"])
    assert _dict(figure)["value"] is None
    assert _dict(figure)["anchors"] == []


def test_absent_is_null_and_lists_are_never_null() -> None:
    found = data(Briefing("a.md", "", 0, 1))
    lists = {"byline", "takeaways", "figures", "dates", "sources", "topics", "places", "corrections", "supersedes",
             "superseded_by", "related", "problems"}  # fmt: skip
    assert {name for name, value in found.items() if value == []} == lists
    assert found["other"] == {}
    assert {name for name, value in found.items() if value is None} == (
        set(promised()["Briefing"]) - lists - {"version", "path", "title", "title_origin", "sections", "other"}
    )


def test_problems_of_reading_and_of_the_text_come_in_the_order_of_the_file() -> None:
    briefing = Briefing("a.md", "", 0, 1, problems=(problem("img-alt", "no alt text", field="image", at=Position(9)),))
    found = briefing_data(briefing, Inspection((), (), (problem("chrome", "x", at=Position(3)),)), [])
    assert [_dict(one)["line"] for one in _list(found["problems"])] == [3, 9]
    assert _list(found["problems"])[1] == {
        "level": "warning",
        "code": "img-alt",
        "field": "image",
        "line": 9,
        "column": 1,
        "message": "no alt text",
    }


def test_fields_of_other_tools_are_written_as_they_stand() -> None:
    other: dict[str, Plain] = {"layout": "post", "menu": {"weight": "10", "items": ["a", None]}}
    assert data(Briefing("a.md", "", 0, 1, other=other))["other"] == {
        "layout": "post",
        "menu": {"weight": "10", "items": ["a", None]},
    }


@pytest.mark.parametrize(
    ("number", "written"),
    [("1.50", "1.50"), ("1E+6", "1000000"), ("-3.5", "-3.5"), ("1E+900000", "1E+900000"), ("0.001", "0.001")],
)
def test_decimals_are_written_without_an_exponent_while_that_is_readable(number: str, written: str) -> None:
    assert plain(Decimal(number)) == written


def test_a_value_of_no_known_kind_is_a_fault_of_the_program() -> None:
    with pytest.raises(TypeError, match="float"):
        plain(1.5)


def _list(value: Json) -> list[Json]:
    assert isinstance(value, list)
    return value


def _dict(value: Json) -> dict[str, Json]:
    assert isinstance(value, dict)
    return value
