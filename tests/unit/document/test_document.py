"""What a document answers: its blocks in reading order, its outline, its notes, and where things are."""

from __future__ import annotations

import pytest

from briefing.document.block import Block, BlockKind, ContainerKind, Place, Role
from briefing.document.document import Document
from briefing.document.outline import first_heading


def texts(document: Document) -> list[str]:
    return [block.text for block in document]


def parsed(text: str) -> Document:
    document = Document(text)
    document.parse()
    return document


def test_blocks_above_and_below_the_body_are_read_in_order() -> None:
    above, below = Block(BlockKind.TITLE, -2, 1, "Title"), Block(BlockKind.SUMMARY, 4, 1, "Bio")
    document = Document("body", opening=[above], closing=[below])
    assert texts(document) == ["Title", "body", "Bio"]
    assert [document.nearest(offset).text for offset in (-2, 0, 2, 4, 99)] == ["Title", "body", "body", "Bio", "Bio"]


def test_offsets_and_lines_count_from_the_beginning_of_the_file() -> None:
    text = "---\na: b\n---\n# H\n\nwords\n"
    blocks = list(Document(text, start=13, line=4))
    assert [(block.offset, block.line) for block in blocks] == [(13, 4), (18, 6)]


@pytest.mark.parametrize(
    ("body", "title", "shown"),
    [
        ("# The Title\n\nwords", "the  title", ["words"]),
        ("The Title\n===\n\nwords", "The Title", ["words"]),
        ("words\n\n# *The* Title", "The Title", ["words"]),
        ("# Another\n\n# The Title", "The Title", ["Another", "The Title"]),
        ("## The Title", "The Title", ["The Title"]),
    ],
)
def test_the_first_heading_is_left_out_when_it_repeats_the_title(body: str, title: str, shown: list[str]) -> None:
    assert texts(Document(body, title=title)) == shown


def test_the_first_heading_is_rendered_text() -> None:
    assert first_heading("---\nx\n---\n\n# A *fine* `title`\n", 9) == "A fine title"
    assert first_heading("```\n# no\n```\n\nTitle\n=====\n") == "Title"
    assert first_heading("## lower\n") is None


def test_sections_have_the_slugs_of_github() -> None:
    text = "# What Kyiv expects\n\n## Café & *co*\n\n## A_b -- c!\n\n## A_b -- c!\n\n## 简报\n\n> # Quoted\n"
    assert [(section.level, section.slug, section.line) for section in parsed(text).sections()] == [
        (1, "what-kyiv-expects", 1),
        (2, "café--co", 3),
        (2, "a_b----c", 5),
        (2, "a_b----c-1", 7),
        (2, "简报", 9),
        (1, "quoted", 11),
    ]


def test_footnotes_are_listed_at_the_end_with_a_way_back() -> None:
    document = Document("one[^a] two[^long]\n\n[^a]: First.\n\n[^long]: Second.\n\n    Goes on.\n\nend\n")
    assert texts(document) == ["one[a] two[long]", "end", "First. ↩", "Second.", "Goes on. ↩"]
    first, *_ = document
    assert [(span.role, span.target) for span in first.spans] == [(Role.FOOTNOTE, "a"), (Role.FOOTNOTE, "long")]
    note = document.note("LONG")
    assert note is not None
    assert note.containers[0].kind is ContainerKind.NOTE
    assert note.containers[0].marker == "long"
    assert [block.spans[-1].target for block in document if block.text.endswith("↩")] == ["^a", "^long"]
    assert document.mention("long") == Place(0, 10)


def test_a_footnote_written_in_a_list_is_listed_by_itself() -> None:
    (item, note) = Document("- one[^a]\n\n  [^a]: said\n")
    assert [one.kind for one in item.containers] == [ContainerKind.ITEM]
    assert [one.kind for one in note.containers] == [ContainerKind.NOTE]


def test_footnotes_are_listed_however_the_text_came_to_be_cut() -> None:
    document = Document("one[^a]\n\n[^a]: said\n\n" + "words\n\n" * 3000)
    assert document.nearest(len(document.text) - 1).text == "words"
    assert texts(document)[-1] == "said ↩"


def test_a_mark_without_a_note_is_text_and_one_with_a_source_leads_to_it() -> None:
    document = Document("a[^gur] b[@gur, p. 3] c[^none] d[@none] e[@gur; @bbc]", source_ids={"gur", "bbc"})
    (block,) = document
    assert block.text == "a[gur] b[gur, p. 3] c[^none] d[@none] e[gur; bbc]"
    assert [span.target for span in block.spans if span.target] == [
        "source:gur",
        "source:gur",
        "source:gur",
        "source:bbc",
    ]
    assert document.mention("source:bbc") == Place(0, 43)


def test_a_block_that_starts_nowhere_is_a_key_error() -> None:
    document = Document("words\n\nmore")
    assert document.nearest(5).text == "words"
    with pytest.raises(KeyError):
        document.block(5)
    with pytest.raises(KeyError):
        Document("").nearest(0)


def test_the_first_block_has_no_blank_row_above_it() -> None:
    assert [block.gap for block in Document("\n[x]: /u\n\nfirst\n\nsecond")] == [0, 1]
