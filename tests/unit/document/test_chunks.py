"""A text cut into chunks is the text: wherever it is cut, in whatever order the chunks are parsed."""

from __future__ import annotations

import pytest
from generated_markdown import documents
from hypothesis import given, settings

from briefing.document.block import Block, BlockKind
from briefing.document.document import Document

WHOLE = 1 << 40
EVERYWHERE = 1


@settings(max_examples=100, deadline=None)
@given(documents)
def test_a_chunk_parsed_alone_gives_what_the_whole_gives(text: str) -> None:
    whole = list(Document(text, chunk_size=WHOLE))
    cut = Document(text, chunk_size=EVERYWHERE)
    cut.scan()
    backwards = [cut.blocks(chunk) for chunk in reversed(range(cut.chunk_count))]
    assert [block for chunk in reversed(backwards) for block in chunk] == whole
    assert list(Document(text, chunk_size=EVERYWHERE)) == whole


@settings(max_examples=60, deadline=None)
@given(documents)
def test_what_is_parsed_before_the_text_is_scanned_ends_up_the_same(text: str) -> None:
    early = Document(text, chunk_size=EVERYWHERE)
    early.scan(0)
    if early.chunk_count:
        early.blocks(0)
    assert list(early) == list(Document(text))


@settings(max_examples=60, deadline=None)
@given(documents)
def test_every_block_is_found_by_its_offset(text: str) -> None:
    document = Document(text, chunk_size=EVERYWHERE)
    blocks = list(document)
    assert len({block.offset for block in blocks}) == len(blocks)
    for block in blocks:
        assert document.block(block.offset) == block
        assert text.count("\n", 0, block.offset) + 1 == block.line


def pieces(text: str, *kinds: BlockKind) -> tuple[Document, list[Block]]:
    document = Document(text)
    document.parse()
    return document, [block for block in document if block.kind in kinds]


def test_a_long_list_is_cut_between_its_items_and_keeps_its_numbers() -> None:
    document, items = pieces("".join(f"1. item {n}\n" for n in range(5000)), BlockKind.PARAGRAPH)
    assert document.chunk_count > 20
    assert [item.containers[0].marker for item in items] == [f"{n + 1}." for n in range(5000)]
    assert [item.gap for item in items] == [0] * 5000


def test_a_long_quote_is_cut_and_stays_a_quote() -> None:
    document, quoted = pieces("> words of it\n>\n" * 3000, BlockKind.PARAGRAPH)
    assert document.chunk_count > 15
    assert [block.containers[0].opens for block in quoted] == [True] + [False] * 2999


def test_long_code_is_cut_between_lines() -> None:
    lines = [f"    line_{n} = {n}" for n in range(5000)]
    document, code = pieces("```python\n" + "\n".join(lines) + "\n```\n\nafter", BlockKind.CODE)
    assert document.chunk_count > 4
    assert "\n".join(block.text for block in code).split("\n") == lines
    assert {block.language for block in code} == {"python"}
    assert [block.gap for block in code[1:]] == [0] * (len(code) - 1)


def test_a_long_table_is_cut_and_its_pieces_have_the_same_columns() -> None:
    rows = [f"| {n} | name {n} | words |" for n in range(3000)]
    text = "| no | name | what |\n|---|---|---|\n" + "\n".join(rows)
    document, tables = pieces(text, BlockKind.TABLE)
    assert document.chunk_count > 3
    shapes = [table.table for table in tables if table.table]
    assert [shape.head for shape in shapes] == [True] + [False] * (len(shapes) - 1)
    assert len({(shape.widths, shape.align) for shape in shapes}) == 1
    assert sum(len(shape.rows) for shape in shapes) == 3001
    assert shapes[-1].align == ("right", "", "")
    assert {shape.words for shape in shapes} == {(3, 4, 5)}


@pytest.mark.parametrize(
    "text", ["word " * 60_000, "x" * 300_000, "words of a line\n" * 20_000], ids=["line", "word", "lines"]
)
def test_an_overlong_paragraph_is_plain_text_under_a_sentence_that_says_so(text: str) -> None:
    document, shown = pieces(text, BlockKind.PARAGRAPH)
    assert document.chunk_count >= 9
    assert "".join("".join(block.text.split()) for block in shown) == "".join(text.split())
    assert [block.kind for block in document][:2] == [BlockKind.NOTICE, BlockKind.PARAGRAPH]


def test_definitions_anywhere_in_the_text_count_before_the_text_is_scanned() -> None:
    text = "[see][ref] and[^note]\n\n" + "words\n\n" * 50_000 + "[ref]: /there\n\n[^note]: said\n"
    document = Document(text)
    first = document.blocks(0) if document.chunk_count else document.blocks(document.locate(0)[0])
    assert [span.target for span in first[0].spans] == ["/there", "note"]
    document.parse()
    assert document.revision == 0


def test_what_only_looked_like_a_definition_is_put_right_when_the_text_is_scanned() -> None:
    text = "[see][ref]\n\n" + "words\n\n" * 20_000 + "```\n[ref]: /there\n```\n"
    document = Document(text)
    assert document.nearest(0).spans
    document.scan()
    assert document.revision == 1
    assert document.nearest(0).spans == ()


def test_a_slice_of_parsing_is_short_and_the_slices_end() -> None:
    document = Document("words and *more* words\n\n" * 2000)
    slices = 0
    while not document.parse(0.002):
        slices += 1
        assert slices < 5000
    assert document.progress == (len(document.text), len(document.text))
