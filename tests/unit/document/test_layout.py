"""The layout is exact where it is parsed, and places stay true while estimates become exact."""

from __future__ import annotations

import pytest
from generated_markdown import documents
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.document.block import Block, BlockKind, Place
from briefing.document.document import Document
from briefing.document.layout import Layout, lay_out

LONG = "\n\n".join(f"Paragraph {n} with a few *words* in it, and some more of them to wrap." for n in range(3000))


def refined(document: Document, width: int) -> Layout:
    layout = Layout(document, width)
    document.parse()
    while not layout.refine(1):
        pass
    return layout


@settings(max_examples=50, deadline=None)
@given(documents, st.sampled_from((20, 60)))
def test_the_rows_of_a_layout_are_the_rows_of_its_blocks(text: str, width: int) -> None:
    document = Document(text, chunk_size=1)
    layout = refined(document, width)
    rows = layout.rows(0, 10_000)
    wanted = [(block, index) for block in document for index in range(len(lay_out(block, width)))]
    assert [(placed.block, placed.index) for placed in rows] == wanted
    assert layout.height == len(wanted)
    assert layout.rows(3, 2) == rows[3:5]


@settings(max_examples=50, deadline=None)
@given(documents, st.data())
def test_a_place_leads_to_its_row_and_back(text: str, data: st.DataObject) -> None:
    document = Document(text, chunk_size=1)
    layout = refined(document, 30)
    rows = layout.rows(0, 10_000)
    if not rows:
        return
    y = data.draw(st.integers(0, len(rows) - 1))
    place = layout.place_at(y)
    placed = rows[layout.top_of(place)]
    assert placed.block.offset == place.block
    if rows[y].row.pieces and rows[y].row.pieces[0].start < rows[y].row.pieces[0].end and not placed.block.table:
        assert layout.top_of(place) == y


def test_a_place_in_the_words_of_a_frame_is_not_in_its_border() -> None:
    layout = refined(Document('![words](/picture "title")\n'), 30)
    assert layout.top_of(Place(0, 2)) == 1


@pytest.mark.parametrize("count", [30, 300])
def test_a_page_is_full_although_nothing_was_scanned_before(count: int) -> None:
    above = Block(BlockKind.PARAGRAPH, -1, 1, "A title above the text")
    document = Document(LONG, opening=[above])
    rows = Layout(document, 60).rows(0, count)
    assert len(rows) == count
    assert document.unscanned > len(LONG) // 2
    assert rows == refined(document, 60).rows(0, count)


def test_the_end_is_exact_without_what_stands_before_it() -> None:
    document = Document(LONG)
    document.scan()
    layout = Layout(document, 60)
    height = -1
    while height != layout.height:
        height = layout.height
        last = layout.rows(height - 1, 1)[0]
    assert last.block.text.startswith("Paragraph 2999")
    assert document.progress[0] < 20_000


def test_a_place_stays_while_heights_become_exact() -> None:
    document = Document(LONG)
    document.scan()
    layout = Layout(document, 30)
    place = layout.place_at(layout.height // 2)
    document.parse()
    while not layout.refine(0.01):
        pass
    found = layout.rows(layout.top_of(place), 1)[0]
    assert found.block.offset == place.block
    assert layout.place_at(layout.top_of(place)) == place


@pytest.mark.parametrize(("x", "char"), [(0, 0), (3, 3), (99, 5)])
def test_a_column_leads_to_its_character(x: int, char: int) -> None:
    assert Layout(Document("words"), 40).place_at(0, x) == Place(0, char)


def test_a_column_of_a_table_leads_into_its_cell() -> None:
    document = Document("| ab | cd |\n|----|----|\n| ef | gh |")
    (block,) = document
    place = Layout(document, 40).place_at(2, 6)
    assert block.text[place.char] == "h"


def test_a_character_of_a_cell_that_wraps_is_found_on_its_own_row() -> None:
    document = Document(f"| a | b |\n|---|---|\n| {'one ' * 20} | {'two ' * 20} |")
    (block,) = document
    layout = Layout(document, 30)
    for y, placed in enumerate(layout.rows(0, 99)):
        for piece in placed.row.pieces:
            assert layout.top_of(Place(block.offset, piece.start)) == y


def test_an_empty_document_has_no_rows() -> None:
    layout = Layout(Document(""), 40)
    assert (layout.height, layout.rows(0, 5), layout.place_at(0)) == (0, [], Place(0))
    assert layout.refine(1)
