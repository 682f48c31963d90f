"""Lines are as long as they may be and no longer, whatever the script."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.document.width import cell_width, column_to_index, cut
from briefing.document.wrap import height, wrap

TEXTS = st.text(alphabet=st.sampled_from("aé 中、（」한👩\u200d🇩🇪\ufe0f❤e\u0301\n—W"), max_size=60) | st.text(
    alphabet="ab \n", max_size=80
)


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.integers(2, 20))
def test_no_line_is_too_wide_and_no_character_is_lost(text: str, width: int) -> None:
    broken = wrap(text, width)
    assert all(cell_width(text[start:end]) <= width for start, end in broken)
    assert "".join("".join(text[start:end] for start, end in broken).split()) == "".join(text.split())
    assert all(first[1] <= second[0] for first, second in pairwise(broken))
    assert height(text, width) == len(broken)


@pytest.mark.parametrize(
    ("text", "width", "broken"),
    [
        ("", 5, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one  ·  two", 5, ["one", "·", "two"]),
        ("one  ·  two", 6, ["one  ·", "two"]),
        ("ab     cd", 3, ["ab", "cd"]),
        ("onetwothree", 4, ["onet", "woth", "ree"]),
        ("a\nb c", 9, ["a", "b c"]),
        ("每个数字都要注明", 6, ["每个数", "字都要", "注明"]),
        ("每个数字，都要", 8, ["每个数", "字，都要"]),
        ("他说（不知道）", 6, ["他说", "（不知", "道）"]),
        ("한국어 문장입니다", 8, ["한국어", "문장입니", "다"]),
        ("混合 words 文字", 8, ["混合", "words 文", "字"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("👩‍👩‍👧👩‍👩‍👧", 2, ["👩‍👩‍👧", "👩‍👩‍👧"]),
    ],
)
def test_lines_break_where_the_script_allows(text: str, width: int, broken: list[str]) -> None:
    assert lines(text, width) == broken


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("plain", 5),
        ("naïve — “so”", 12),
        ("简报", 4),
        ("ｆｕｌｌ", 8),
        ("e\u0301", 1),
        ("👩‍👩‍👧", 2),
        ("🇩🇪", 2),
        ("👍🏽", 2),
        ("❤️", 2),
        ("❤", 1),
        ("한국", 4),
        ("नमस्ते", 4),
        ("हिन्दी", 3),
        ("\u0600\u0661", 2),
        ("䷀", 2),
    ],
)
def test_the_width_of_a_text_is_what_a_terminal_takes(text: str, cells: int) -> None:
    assert cell_width(text) == cells


def test_a_text_is_cut_and_pointed_into_by_columns() -> None:
    assert [cut("a简b", cells) for cells in range(5)] == ["", "a", "a", "a简", "a简b"]
    assert [column_to_index("a简b", column) for column in range(5)] == [0, 1, 1, 2, 3]
    assert cut("plain", 3) == "pla"
