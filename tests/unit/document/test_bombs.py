"""Hostile text is read in a bounded time and shown, or said to be shown as plain text."""

from __future__ import annotations

import pytest
from tests.effort import bounded

from briefing.document.document import Document
from briefing.document.layout import Layout

SIZE = 120_000

BOMBS = {
    "brackets": "[" * SIZE,
    "closed brackets": "[" * (SIZE // 2) + "]" * (SIZE // 2),
    "links": "[a](b" * (SIZE // 5),
    "links in brackets": "[" * 9000 + "[a](b) " * 4000,
    "link titles": '[a](b "' * (SIZE // 7),
    "labels": "[a][" * (SIZE // 4),
    "images": "![" * (SIZE // 2),
    "parentheses": "[a](" * 100 + "(" * SIZE,
    "emphasis": "*a **b " * (SIZE // 7),
    "closing emphasis": "a* b_ c** " * (SIZE // 10),
    "mixed emphasis": "*a _b ~c ==d " * (SIZE // 13),
    "stars": "*" * SIZE,
    "star words": "a**b" + "c* " * (SIZE // 3),
    "backticks": "".join("`" * (n % 300) + " " for n in range(400)),
    "angles": "<" * SIZE,
    "tags": "<a b='" * (SIZE // 6),
    "comments": "<!--" * (SIZE // 4),
    "inline comments": "x <!-- " * (SIZE // 7),
    "addresses": "http://" * (SIZE // 7),
    "www": "www." * (SIZE // 4) + "_",
    "mail": "a@" * (SIZE // 2),
    "entities": "&" * SIZE,
    "escapes": "\\" * SIZE,
    "templates": "{{ " * (SIZE // 3),
    "percents": " %%" * (SIZE // 3),
    "wikilinks": "[[a" * (SIZE // 3),
    "notes": "[^a" * (SIZE // 3),
    "citations": "[@a" * (SIZE // 3),
    "quotes": ">" * SIZE,
    "quote lines": (">" * 300 + "\n") * 200,
    "items": "- " * (SIZE // 2),
    "item lines": "".join(" " * (2 * n) + "- a\n" for n in range(250)),
    "numbers": "1. " * (SIZE // 3),
    "fences": "```\n" * (SIZE // 4),
    "pipes": "|" * SIZE,
    "wide table": "|a" * 20_000 + "\n" + "|-" * 20_000 + "\n" + "|b\n" * 2000,
    "table rows": "a|b\n-|-\n" + "|\n" * (SIZE // 2),
    "dashes": "-" * SIZE + " x",
    "spaced dashes": "- " * (SIZE // 2) + "x",
    "delimiter spaces": "a|b\n-" + " " * SIZE + "x",
    "heading signs": "# " * (SIZE // 2),
    "definitions": "[a]: b\n" * (SIZE // 7),
    "definition bits": "[a]:\n" * (SIZE // 5),
    "blank lines": "\n" * SIZE,
    "blank lines in an item": "- a\n" + "\n" * SIZE + "  b",
    "spaces": " " * SIZE + "x",
    "tabs": "\t" * SIZE + "x",
    "marks": "e" + "\u0301" * SIZE,
    "wide": "简" * SIZE,
    "joiners": "👩\u200d" * (SIZE // 2),
    "colons": "::: {.callout-note}\n" * 500 + ":::\n" * 500,
    "one line": "words " * (SIZE * 5),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_read_and_laid_out_in_a_bounded_time(name: str) -> None:
    with bounded():
        document = Document(BOMBS[name])
        document.parse()
        layout = Layout(document, 76)
        layout.rows(0, 30)
        layout.rows(layout.height - 30, 30)


@pytest.mark.parametrize("name", ["brackets", "stars", "angles", "pipes", "quotes", "wide", "spaces", "one line"])
def test_no_character_of_a_bomb_vanishes(name: str) -> None:
    shown = "".join(block.text for block in Document(BOMBS[name]))
    signs = sum(len(block.containers) for block in list(Document(BOMBS[name]))[:1])
    visible = sum(not one.isspace() for one in shown)
    assert visible + signs >= sum(not one.isspace() for one in BOMBS[name])
