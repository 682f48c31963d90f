"""Reading order: footnotes come last, and every block is met once, from either side."""

from __future__ import annotations

from generated_markdown import documents
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.document.block import Block, BlockKind, Place
from briefing.document.document import Document
from briefing.document.order import following, position, preceding


def made(offset: int) -> Block:
    """A block from the front matter."""
    return Block(BlockKind.PARAGRAPH, offset, 1, "made")


def with_frame(text: str, chunk_size: int) -> Document:
    """A document with blocks above and below its text."""
    end = len(text)
    frame = ((made(-2), made(-1)), (made(end), made(end + 1)))
    return Document(text, opening=frame[0], closing=frame[1], chunk_size=chunk_size)


@settings(max_examples=60, deadline=None)
@given(documents, st.sampled_from((1, 40, 2048)))
def test_the_blocks_after_and_before_each_one_are_those_of_the_document_in_order(text: str, chunk_size: int) -> None:
    offsets = [block.offset for block in with_frame(text, chunk_size)]
    document = with_frame(text, chunk_size)
    for index, offset in enumerate(offsets):
        assert [block.offset for block in following(document, offset)] == offsets[index + 1 :]
        assert [block.offset for block in preceding(document, offset)] == offsets[:index][::-1]


@settings(max_examples=60, deadline=None)
@given(documents, st.sampled_from((1, 40, 2048)))
def test_positions_compare_in_reading_order(text: str, chunk_size: int) -> None:
    document = with_frame(text, chunk_size)
    positions = [position(document, Place(block.offset)) for block in document]
    assert positions == sorted(set(positions))


def test_a_footnote_stands_below_the_text_that_follows_it_in_the_file() -> None:
    document = Document("one[^a]\n\n[^a]: note\n\ntwo")
    note = next(block for block in document if block.text.startswith("note"))
    two = next(block for block in document if block.text == "two")
    assert note.offset < two.offset
    assert position(document, Place(two.offset, 3)) < position(document, Place(note.offset))
