"""A saved place is found again after edits around it, exactly or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.document.block import Block, BlockKind, Place
from briefing.library.place import EXACT, SavedPlace, find_place, save_place


def document(*texts: str) -> list[Block]:
    """Blocks of paragraphs, as far apart as their texts are long."""
    offset, blocks = 0, []
    for text in texts:
        blocks.append(Block(BlockKind.PARAGRAPH, offset, 1, text))
        offset += len(text) + 2
    return blocks


FIRST, SECOND, THIRD = "The first paragraph.", "The second, which is read.", "The third paragraph."
BLOCKS = document(FIRST, SECOND, THIRD)
HERE = Place(BLOCKS[1].offset, 4)
SAVED = save_place(BLOCKS, HERE)


def test_an_unchanged_document_has_the_same_place() -> None:
    assert SAVED.exact == "second, which is read."
    assert find_place(BLOCKS, SAVED) == HERE


def test_the_place_moves_with_what_is_written_above_it() -> None:
    edited = document("New words on top.", FIRST, SECOND, THIRD)
    assert find_place(edited, SAVED) == Place(edited[2].offset, 4)


def test_the_place_moves_inside_its_paragraph() -> None:
    edited = document(FIRST, "And now the second, which is read.", THIRD)
    assert find_place(edited, SAVED) == Place(edited[1].offset, 12)


def test_words_that_are_gone_are_not_found() -> None:
    assert find_place(document(FIRST, "The 2nd, which is read.", THIRD), SAVED) is None


def test_of_equal_words_those_with_the_same_surroundings_are_meant() -> None:
    blocks = document("Yes.", "Is it so?", "Yes.", "Will it stay?", "Yes.")
    saved = save_place(blocks, Place(blocks[2].offset))
    edited = document("More.", *(block.text for block in blocks))
    assert find_place(edited, saved) == Place(edited[3].offset)


def test_of_words_that_cannot_be_told_apart_the_hint_decides_or_none_is_meant() -> None:
    blocks = document(*["Same."] * 5)
    saved = save_place(blocks, Place(blocks[2].offset))
    assert find_place(blocks, saved) == Place(blocks[2].offset)
    assert find_place(document("x", *["Same."] * 5), saved) is None


def test_a_block_without_text_gives_the_next_one() -> None:
    blocks = [Block(BlockKind.RULE, 0, 1, ""), replace(BLOCKS[0], offset=5)]
    assert find_place(blocks, save_place(blocks, Place(0))) == Place(5)


@pytest.mark.parametrize("blocks", [[], [Block(BlockKind.RULE, 0, 1, "")]])
def test_an_empty_document_has_no_place(blocks: list[Block]) -> None:
    assert find_place(blocks, save_place(blocks, Place(0))) is None
    assert find_place(BLOCKS, SavedPlace("")) is None


@given(st.lists(st.text("ab \n", min_size=1, max_size=EXACT + 20), min_size=1, max_size=6), st.data())
@settings(max_examples=100, deadline=None)
def test_every_place_of_an_unchanged_document_is_found_at_its_words(texts: list[str], data: st.DataObject) -> None:
    blocks = document(*texts)
    block = data.draw(st.sampled_from(blocks))
    char = data.draw(st.integers(0, len(block.text) - 1))
    found = find_place(blocks, save_place(blocks, Place(block.offset, char)))
    if block.text.strip():
        assert found == Place(block.offset, char)
