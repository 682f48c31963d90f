"""Find has one definition of a match: plain words, in the rendered text."""

from __future__ import annotations

import pytest

from briefing.document.document import Document
from briefing.document.find import hits_in, pattern


def hits(text: str, query: str) -> list[str]:
    (block,) = Document(text)
    return [block.text[hit.start : hit.end] for hit in hits_in(block, pattern(query))]


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("Troops and troops", "troops", ["Troops", "troops"]),
        ("Troops and troops", "Troops", ["Troops"]),
        ("**over** 30,000", "over 30", ["over 30"]),
        ("over  \n30,000", "over 30", ["over\n30"]),
        ("a.c abc (x) [y]", "a.c", ["a.c"]),
        ("(x)", "(x", ["(x"]),
        ("Запад и запад", "запад", ["Запад", "запад"]),
        ("| a b | c |\n|---|---|\n| a | b |", "a b", ["a b"]),
        ("words", "   ", []),
    ],
)
def test_a_query_is_plain_text_and_a_capital_makes_case_count(text: str, query: str, found: list[str]) -> None:
    assert hits(text, query) == found
