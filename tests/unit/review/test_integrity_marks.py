"""Each kind of mark is shown by one briefing, and sound briefings have none."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.format.read import parse, read
from briefing.model.briefing import Briefing
from briefing.review.inspect import inspect
from briefing.review.integrity import KINDS, Mark, marks
from briefing.review.page import text_of

FIXTURES = Path(__file__).parents[2] / "fixtures" / "integrity"
SHIPPED = sorted((Path(__file__).parents[3] / "briefings").glob("*.md"))

MARKS = {
    "quote-not-found": Mark(
        "quote not found", 'not in the text. Nearest (line 11): "In February 30,000 people were in shelters."'
    ),
    "number-not-in-quote": Mark("number not in quote", "does not contain 30,000"),
    "qualifier-dropped-in-quote": Mark("qualifier dropped", "says over 30,000; its quote says 30,000"),
    "qualifier-dropped-in-takeaway": Mark("qualifier dropped", "takeaway 1 says 30,000, the figure over 30,000"),
    "value-and-unit-at-odds": Mark("value and unit at odds", 'value says "km", unit says "miles"'),
    "change-does-not-add-up": Mark("change does not add up", "says +12%; value and previous give +20%"),
    "later-than-its-briefing": Mark("later than its briefing", "2025-06 is after date (2025-03-05); status: forecast?"),
    "unknown-source": Mark("unknown source", '"unhrc" is not in sources; did you mean unhcr?'),
}
"""What each of the briefings shows, by the name of its file."""


def marks_of(briefing: Briefing) -> list[Mark]:
    return [mark for marked in marks(briefing, inspect(briefing, text_of(briefing))) for mark in marked]


def test_every_kind_is_shown_and_every_briefing_shows_one() -> None:
    assert {mark.kind for mark in MARKS.values()} == set(KINDS.values())
    assert {path.stem for path in FIXTURES.glob("*.md")} == {*MARKS, "sound"}


@pytest.mark.parametrize(("name", "mark"), MARKS.items(), ids=MARKS)
def test_each_kind_is_shown_with_its_reason(name: str, mark: Mark) -> None:
    assert marks_of(read(FIXTURES / f"{name}.md")) == [mark]


@pytest.mark.parametrize("path", [FIXTURES / "sound.md", *SHIPPED], ids=lambda path: path.stem)
def test_a_briefing_in_order_has_no_mark(path: Path) -> None:
    assert marks_of(read(path)) == []


def test_a_mark_stands_at_its_own_figure_whatever_the_author_calls_the_field() -> None:
    items = "".join(f"  - {{figure: {n} boats, label: l, as_of: 2025, quote: {n} boats}}\n" for n in range(1, 11))
    source = f"---\nkey_figures:\n{items}  - {{figure: 11 boats, label: l, as_of: 2025, quote: 12 boats}}\n---\n\n"
    briefing = parse(f"{source}1 boats, 2 boats, 12 boats\n", "a.md")
    found = marks(briefing, inspect(briefing, text_of(briefing)))
    assert [len(one) for one in found] == [0, 0, *[1] * 9]
    assert [mark.kind for mark in found[10]] == ["number not in quote"]


def test_a_figure_does_not_bear_the_marks_of_one_whose_name_begins_as_its_own() -> None:
    source = "---\nfigures:\n  Boats: {value: 5, as_of: 2025, quote: 5 boats}\n"
    source += "  Boats lost: {value: 7, as_of: 2025, quote: 8 boats}\n---\n\n5 boats, 8 boats\n"
    briefing = parse(source, "a.md")
    found = marks(briefing, inspect(briefing, text_of(briefing)))
    assert [[mark.kind for mark in one] for one in found] == [[], ["number not in quote"]]
