"""Every example of CommonMark 0.31.2 and of GitHub's extensions is shown word for word, in its place and its role."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from spec_page import compared, examples, page, parts_of

from briefing.document.block import Block, BlockKind, Role
from briefing.document.document import Document

COMMONMARK = examples("commonmark.jsonl")
GITHUB = examples("gfm.jsonl")

BEYOND_COMMONMARK = {
    590: "`![[foo]]` embeds a note, as in Obsidian",
    602: "a bare address is a link, as on GitHub",
    608: "a bare address is a link, as on GitHub",
    611: "a bare address is a link, as on GitHub",
    612: "a bare address is a link, as on GitHub",
}
"""Examples in which a construct of another Markdown is known that CommonMark has not: by number, with the construct."""

NOT_FOLLOWED = {628: "an ftp address stays text: the reader follows http, https and mailto"}

RAW_HTML = {"HTML blocks", "Raw HTML"}


def letters(blocks: Iterable[Block]) -> str:
    """What is shown, without tags and white space."""
    shown = []
    for block in blocks:
        if block.kind is BlockKind.HTML:
            shown.append(text_of(block.text))
        else:
            tags = {at for span in block.spans if span.role is Role.HTML for at in range(span.start, span.end)}
            shown.append("".join(one for at, one in enumerate(block.text) if at not in tags))
    return "".join("".join(shown).split())


def text_of(html: str) -> str:
    """The text of a page without its white space."""
    return "".join("".join(part.text for part in page(html)).split())


@pytest.mark.parametrize(
    ("number", "section", "markdown", "html"),
    [example for example in COMMONMARK if example[1] not in RAW_HTML and example[0] not in BEYOND_COMMONMARK],
    ids=lambda value: value if isinstance(value, int) else "",
)
def test_each_example_gives_its_blocks_its_words_and_its_roles(
    number: int, section: str, markdown: str, html: str
) -> None:
    blocks = list(Document(markdown))
    raw = any(block.kind is BlockKind.HTML or Role.HTML in {s.role for s in block.spans} for block in blocks)
    if raw:
        assert letters(blocks) == text_of(html)
    else:
        assert compared(parts_of(blocks)) == compared(page(html)), f"{section} {number}"


@pytest.mark.parametrize(
    ("number", "markdown", "html"),
    [(number, markdown, html) for number, section, markdown, html in COMMONMARK if section in RAW_HTML],
    ids=lambda value: value if isinstance(value, int) else "",
)
def test_html_is_shown_as_it_is_written_without_its_comments(number: int, markdown: str, html: str) -> None:
    assert letters(Document(markdown)) == text_of(html), number


@pytest.mark.parametrize(
    ("number", "markdown", "html"),
    [
        (number, markdown, html)
        for number, extension, markdown, html in GITHUB
        if extension != "disabled" and number not in NOT_FOLLOWED
    ],
    ids=lambda value: value if isinstance(value, int) else "",
)
def test_tables_strikethrough_and_addresses_are_read_as_on_github(number: int, markdown: str, html: str) -> None:
    assert compared(parts_of(Document(markdown))) == compared(page(html)), number


def test_task_lists_show_boxes() -> None:
    (_, _, markdown, _), (_, _, nested, _) = (example for example in GITHUB if example[1] == "disabled")
    assert [(b.containers[-1].marker, b.text) for b in Document(markdown)] == [("☐", "foo"), ("☑", "bar")]
    assert [(b.containers[-1].marker, b.text) for b in Document(nested)] == [
        ("☑", "foo"),
        ("☐", "bar"),
        ("☑", "baz"),
        ("☐", "bim"),
    ]


def test_no_example_has_two_blocks_at_one_offset_or_text_a_terminal_should_not_get() -> None:
    for _, _, markdown, _ in COMMONMARK + GITHUB:
        blocks = list(Document(markdown))
        assert len({block.offset for block in blocks}) == len(blocks)
        assert all(one == "\n" or one.isprintable() or one in "\xa0\xad" for block in blocks for one in block.text)
