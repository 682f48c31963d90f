"""The front page: what it says of a briefing, how much of it, and what it says of the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefing.document.block import Block, BlockKind, Role
from briefing.document.document import Document
from briefing.model.briefing import Briefing, Person, Source, Takeaway
from briefing.model.dates import StatedDate, from_edtf
from briefing.model.figure import Figure
from briefing.review.front_page import MOST_FIGURES, MOST_TAKEAWAYS, Group, Headline, front_page, notice, story

TODAY = date(2025, 9, 1)
BRIEFING = Briefing("a.md", "Trucks wait.\n", 0, 1, title="The bridge", byline=(Person("Ada Bo"),))
HEADLINE = Headline("●", "The bridge", "/a.md")


def stated(edtf: str) -> StatedDate:
    found = from_edtf(edtf, edtf)
    assert found is not None
    return found


def said(item: tuple[Block, ...]) -> str:
    return "\n".join(block.text for block in item)


def told(briefing: Briefing, headline: Headline = HEADLINE) -> str:
    return said(story(briefing, headline, TODAY))


def test_the_title_is_a_link_beside_its_sign() -> None:
    title = story(BRIEFING, HEADLINE, TODAY)[0]
    assert title.text == "The bridge"
    assert [(span.start, span.end, span.target) for span in title.spans if span.role is Role.LINK] == [(0, 10, "/a.md")]
    assert [container.marker for container in title.containers if container.opens] == ["●"]


def test_a_figure_stands_with_its_qualifier_unit_status_and_day() -> None:
    troops = Figure("over 30000", unit="troops", label="to be sent", status="forecast", as_of=stated("2025-08"))
    assert "over 30,000 troops  to be sent · forecast · as of August 2025" in told(replace(BRIEFING, figures=(troops,)))


def test_a_figure_without_a_day_has_that_of_its_briefing_and_else_says_so() -> None:
    briefing = replace(BRIEFING, figures=(Figure("7", unit="trucks"),))
    assert "7 trucks  undated" in told(briefing)
    assert "7 trucks  as of 30 August 2025" in told(replace(briefing, as_of=stated("2025-08-30")))


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ({"next": "2025-08-29"}, "The next one was due 3 days ago: 29 August 2025."),
        ({"expires": "2025-08-31"}, "Expired 1 day ago: 31 August 2025."),
        ({"superseded_by": ("b.md",)}, "Superseded by b.md."),
    ],
)
def test_what_is_past_its_dates_says_so_in_words(field: dict[str, str | tuple[str]], sentence: str) -> None:
    values = {name: stated(value) if isinstance(value, str) else value for name, value in field.items()}
    briefing = replace(BRIEFING, **values)  # type: ignore[arg-type]  # a field of either type
    assert sentence in told(briefing)
    assert sentence in said(notice(briefing, HEADLINE, TODAY))


def test_a_day_that_has_not_passed_is_not_spoken_of() -> None:
    assert "due" not in told(replace(BRIEFING, next=stated("2025-09-01"), expires=stated("2025-09")))


def test_how_it_must_be_handled_is_said_beside_its_takeaways() -> None:
    assert told(replace(BRIEFING, tlp="RED", classification="SECRET")).splitlines()[1].startswith("TLP:RED  ·  SECRET")


def test_of_many_takeaways_and_figures_the_rest_is_counted() -> None:
    briefing = replace(
        BRIEFING,
        takeaways=tuple(Takeaway(f"Point {number}.") for number in range(MOST_TAKEAWAYS + 1)),
        figures=tuple(Figure(str(number), unit="trucks") for number in range(MOST_FIGURES + 2)),
    )
    text = told(briefing)
    assert (text.count("Point"), text.count("trucks")) == (MOST_TAKEAWAYS, MOST_FIGURES)
    assert "and 1 more takeaway\n" in text
    assert text.endswith("and 2 more figures")


def test_without_takeaways_the_summary_speaks() -> None:
    assert "Trucks wait." in told(replace(BRIEFING, summary="Trucks wait.\n\nLonger."))
    assert "Longer." not in told(replace(BRIEFING, summary="Trucks wait.\n\nLonger."))


def test_what_was_read_has_no_takeaways() -> None:
    briefing = replace(BRIEFING, takeaways=(Takeaway("Go."),), figures=(Figure("7"),))
    assert said(notice(briefing, HEADLINE, TODAY)).splitlines()[2:] == []


def test_no_text_of_a_file_reaches_the_page_with_its_controls() -> None:
    evil = "\x1b]52;c;AA\x07\u202e"
    briefing = replace(
        BRIEFING,
        title=evil,
        tlp=evil,
        byline=(Person(evil),),
        takeaways=(Takeaway(evil),),
        figures=(Figure(evil, unit=evil, label=evil, status=evil),),
        sources=(Source(evil),),
        superseded_by=(evil,),
    )
    text = told(briefing, Headline("●", evil, "/a.md", said=evil))
    assert not {"\x1b", "\x07", "\u202e"} & set(text)


def test_the_page_is_a_document_whose_blocks_stand_in_order() -> None:
    item = story(BRIEFING, HEADLINE, TODAY)
    blocks = front_page("Front page", ["1 September 2025"], [Group("New", (item, item), "and 3 more")])
    assert [block.offset for block in blocks] == list(range(-len(blocks), 0))
    assert tuple(Document("", opening=blocks)) == blocks
    assert [block.text for block in blocks if block.kind is BlockKind.HEADING] == ["New"]
    assert blocks[-1].text == "and 3 more"


def test_a_group_without_briefings_is_left_out() -> None:
    assert "New" not in said(front_page("Front page", [], [Group("New", ())]))
