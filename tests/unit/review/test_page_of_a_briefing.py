"""What stands above and below the text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefing.document.block import Block, BlockKind, Role
from briefing.model.briefing import Briefing, Correction, Image, Person, Takeaway
from briefing.model.dates import StatedDate, from_edtf
from briefing.model.figure import Figure
from briefing.model.problem import Position, problem
from briefing.review.page import closing, opening, page

TODAY = date(2025, 9, 1)
TEXT = "---\ntitle: The bridge\n---\n# The bridge\n\n## Traffic\n\nTrucks wait.\n"
BRIEFING = Briefing("a.md", TEXT, 26, 4, title="The bridge", title_origin="front matter")


def stated(edtf: str) -> StatedDate:
    found = from_edtf(edtf, edtf)
    assert found is not None
    return found


def texts(blocks: tuple[Block, ...], kind: BlockKind) -> list[str]:
    return [block.text for block in blocks if block.kind is kind]


def words_in(block: Block, role: Role) -> list[str]:
    return [block.text[span.start : span.end] for span in block.spans if span.role is role]


def byline(briefing: Briefing) -> Block:
    return next(block for block in opening(briefing, TODAY) if block.kind is BlockKind.BYLINE)


def test_blocks_above_the_text_have_negative_offsets_in_order() -> None:
    blocks = opening(replace(BRIEFING, tlp="RED", summary="One.\n\nTwo.", takeaways=(Takeaway("Go."),)), TODAY)
    assert [block.offset for block in blocks] == list(range(-len(blocks), 0))
    assert [block.kind for block in blocks] == [
        BlockKind.BANNER,
        BlockKind.TITLE,
        BlockKind.BYLINE,
        BlockKind.SUMMARY,
        BlockKind.SUMMARY,
        BlockKind.TAKEAWAY,
    ]


def test_blocks_below_the_text_begin_at_the_end_of_the_file() -> None:
    blocks = closing(replace(BRIEFING, tlp="RED", byline=(Person("A", bio="One.\n\nTwo."),)), TODAY)
    assert [block.offset for block in blocks] == [len(TEXT), len(TEXT) + 1, len(TEXT) + 2]


def test_a_block_above_the_text_has_the_line_of_its_field() -> None:
    briefing = replace(BRIEFING, positions={"title": Position(2, 8)})
    assert opening(briefing, TODAY)[0].line == 2


def test_the_heading_that_repeats_the_title_is_shown_once() -> None:
    shown = [block.text for block in page(BRIEFING, TODAY)]
    assert shown.count("The bridge") == 1
    assert "Traffic" in shown


@pytest.mark.parametrize(
    ("persons", "expected"),
    [
        ((Person("Ada"),), "Ada"),
        ((Person("Ada", role="Editor"),), "Ada, Editor"),
        ((Person("Ada", role="Editor", organization=("Wire",)),), "Ada, Editor, Wire"),
        ((Person("Ada"), Person("Bo")), "Ada and Bo"),
        ((Person("Ada"), Person("Bo"), Person("Cy")), "Ada, Bo and Cy"),
        ((Person("Ada", role="Editor"), Person("Bo")), "Ada, Editor; Bo"),
        (tuple(Person(name, role="Editor") for name in "ABCD"), "A, B, C, D"),
        (tuple(map(Person, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")), f"{', '.join('ABCDEFGHIJKLMNOPQRST')} and 6 others"),
    ],
)
def test_the_byline_names_persons(persons: tuple[Person, ...], expected: str) -> None:
    assert byline(replace(BRIEFING, byline=persons)).text.split("  ·  ")[0] == expected


def test_the_byline_says_who_when_how_long_and_how_many_figures() -> None:
    briefing = replace(BRIEFING, byline=(Person("Ada", role="Editor"),), date=stated("2025?"), figures=(Figure("5"),))
    block = byline(briefing)
    assert block.text == "Ada, Editor  ·  2025 (uncertain)  ·  1 min  ·  1 figure"
    assert words_in(block, Role.NAME) == ["Ada"]
    several = byline(replace(BRIEFING, byline=(Person("Ada", role="Editor"), Person("Bo"))))
    assert words_in(several, Role.NAME) == ["Ada", "Bo"]


def test_a_missing_date_is_said_and_other_missing_parts_are_left_out() -> None:
    assert byline(replace(BRIEFING, text="")).text == "undated"


def test_dates_of_change_and_of_the_state_described_are_told_apart() -> None:
    briefing = replace(BRIEFING, date=stated("2025-07-08"), updated=stated("2025-07-09"), as_of=stated("2025-07"))
    assert byline(briefing).text.startswith("8 July 2025  ·  updated 9 July 2025  ·  as of July 2025")


def test_a_date_that_has_passed_is_said_with_its_age() -> None:
    briefing = replace(BRIEFING, expires=stated("2025-08-28"), next=stated("2025-08-29"))
    assert texts(opening(briefing, TODAY), BlockKind.NOTICE) == [
        "Expired 4 days ago: 28 August 2025.",
        "The next one was due 3 days ago: 29 August 2025.",
    ]


@pytest.mark.parametrize("expires", ["2025-09-01", "2025-09", "2025-09-02", "2025-08/.."])
def test_what_may_still_be_valid_is_not_called_expired(expires: str) -> None:
    assert texts(opening(replace(BRIEFING, expires=stated(expires)), TODAY), BlockKind.NOTICE) == []


def test_a_status_that_a_reader_must_know_is_said() -> None:
    briefing = replace(BRIEFING, status="withheld", superseded_by=("[[b|The other bridge]]", "c.md"))
    assert texts(opening(briefing, TODAY), BlockKind.NOTICE) == ["Superseded by The other bridge, c.md.", "Withheld."]
    assert texts(opening(replace(briefing, status="superseded"), TODAY), BlockKind.NOTICE) == [
        "Superseded by The other bridge, c.md."
    ]


def test_corrections_stand_above_the_summary_newest_first_and_undated_last() -> None:
    corrections = (
        Correction("old", stated("2025-07-01")),
        Correction("of no date"),
        Correction("new", stated("2025-07-09")),
    )
    blocks = opening(replace(BRIEFING, corrections=corrections, summary="Sum."), TODAY)
    assert [block.text for block in blocks[2:]] == [
        "Correction (9 July 2025): new",
        "Correction (1 July 2025): old",
        "Correction: of no date",
        "Sum.",
    ]


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        (Image("a.png", "A bridge", "The bridge", "Wire"), "A bridge\nThe bridge\nWire"),
        (Image(None, "A bridge"), "Image not included: A bridge"),
        (Image("a.png"), "no description (a.png)"),
    ],
)
def test_an_image_is_its_words(image: Image, expected: str) -> None:
    assert texts(opening(replace(BRIEFING, image=image), TODAY), BlockKind.IMAGE) == [expected]


def test_a_takeaway_carries_what_its_author_says_of_it_apart_from_the_sentence() -> None:
    takeaway = Takeaway("Rain will cut the road.", likelihood="very likely", confidence="low")
    (block,) = (b for b in opening(replace(BRIEFING, takeaways=(takeaway,)), TODAY) if b.kind is BlockKind.TAKEAWAY)
    assert block.text == "Rain will cut the road. (likelihood: very likely; confidence: low)"
    assert words_in(block, Role.DIM) == [" (likelihood: very likely; confidence: low)"]


def test_takeaways_stand_close_together() -> None:
    blocks = opening(replace(BRIEFING, takeaways=(Takeaway("a"), Takeaway("b"))), TODAY)
    assert [block.gap for block in blocks if block.kind is BlockKind.TAKEAWAY] == [1, 0]


def test_emphasis_and_code_in_fields_are_rendered_and_blocks_are_not() -> None:
    briefing = replace(BRIEFING, title="1. A *new* `bridge`", summary="# no heading")
    blocks = opening(briefing, TODAY)
    assert blocks[0].text == "1. A new bridge"
    assert words_in(blocks[0], Role.EMPHASIS) == ["new"]
    assert words_in(blocks[0], Role.CODE) == ["bridge"]
    assert texts(blocks, BlockKind.SUMMARY) == ["# no heading"]


def test_a_title_that_is_a_heading_or_a_file_name_is_not_rendered_again() -> None:
    briefing = replace(BRIEFING, title="snake*case*name", title_origin="file name")
    assert texts(opening(briefing, TODAY), BlockKind.TITLE) == ["snake*case*name"]


def test_every_field_passes_the_character_policy() -> None:
    bad = "a\x1b]52;c;AA\x07\u202eb"
    briefing = Briefing(
        "a.md", bad, 0, 1, title=bad, subtitle=bad, summary=bad, tlp=bad, classification=bad, status="draft",
        byline=(Person(bad, role=bad, organization=(bad,), bio=bad),), date=StatedDate(bad),
        image=Image(bad, bad, bad, bad), takeaways=(Takeaway(bad, likelihood=bad, confidence=bad),),
        corrections=(Correction(bad, StatedDate(bad)),), superseded_by=(bad,), embargo=StatedDate(bad),
    )  # fmt: skip
    for block in page(briefing, TODAY):
        assert not set(block.text) & set("\x1b\x07\u202e\t"), block


def test_the_biography_of_each_author_stands_at_the_end_and_names_them() -> None:
    persons = (Person("Ada Bo", bio="Ada Bo writes.\n\nShe cycles."), Person("Cy", bio="Draws maps."), Person("Di"))
    blocks = closing(replace(BRIEFING, byline=persons), TODAY)
    assert [block.text for block in blocks] == ["Ada Bo writes.", "She cycles.", "Cy — Draws maps."]
    assert [words_in(block, Role.NAME) for block in blocks] == [["Ada Bo"], [], ["Cy"]]


def test_the_handling_banner_stands_above_and_below() -> None:
    briefing = replace(BRIEFING, tlp="RED", byline=(Person("A", bio="Writes."),))
    above, below = opening(briefing, TODAY)[0], closing(briefing, TODAY)[-1]
    assert (above.kind, below.kind) == (BlockKind.BANNER, BlockKind.BANNER)
    assert above.text.startswith("TLP:RED · For the eyes and ears of individual recipients only")
    assert below.text == "TLP:RED"


@pytest.mark.parametrize(
    ("text", "start", "notice"),
    [
        ("", 0, "The file is empty."),
        ("\n \n", 0, "The file is empty."),
        ("---\na: b\n---\n", 13, "There is no text below the front matter."),
        ("---\na: b\n---\n# The bridge\n", 13, "There is no text below the front matter."),
        ("# The bridge\n", 0, "There is no text below the title."),
    ],
)
def test_an_absent_text_is_said(text: str, start: int, notice: str) -> None:
    blocks = closing(replace(BRIEFING, text=text, body_start=start), TODAY)
    assert texts(blocks, BlockKind.NOTICE) == [notice]


def test_a_text_that_is_there_is_not_called_absent() -> None:
    assert closing(BRIEFING, TODAY) == ()


def test_a_file_that_is_cut_says_so_above_and_below() -> None:
    cut = replace(BRIEFING, problems=(problem("file-large", "96 MiB; the first 64 MiB are shown"),))
    assert texts(opening(cut, TODAY), BlockKind.NOTICE) == ["96 MiB; the first 64 MiB are shown."]
    assert texts(closing(cut, TODAY), BlockKind.NOTICE) == ["The file goes on: 96 MiB; the first 64 MiB are shown."]
