"""How long a text takes to read."""

from __future__ import annotations

import pytest

from briefing.review.reading_time import CHARACTERS_A_MINUTE, WORDS_A_MINUTE, minutes, reading_time


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        (" \n\n ", 0),
        ("word", 1),
        ("word " * WORDS_A_MINUTE * 4, 4),
        ("word\n" * WORDS_A_MINUTE * 4, 4),
        ("字" * CHARACTERS_A_MINUTE * 3, 3),
        ("仮名と漢字" * (CHARACTERS_A_MINUTE // 5) * 2 + "word " * WORDS_A_MINUTE, 3),
    ],
)
def test_words_and_characters_are_counted_at_the_published_rates(text: str, expected: int) -> None:
    assert minutes(text) == expected


def test_a_long_text_is_taken_to_go_on_as_it_begins() -> None:
    page = "word " * WORDS_A_MINUTE
    assert minutes(page * 2000) == pytest.approx(2000, rel=0.01)


def test_what_stands_before_the_text_is_not_counted() -> None:
    front = "front " * WORDS_A_MINUTE * 5
    assert minutes(front + "word " * WORDS_A_MINUTE * 2, len(front)) == 2


def test_long_times_are_told_in_hours() -> None:
    assert reading_time("word " * WORDS_A_MINUTE * 150) == "2 h"
    assert reading_time("word " * WORDS_A_MINUTE * 89) == "89 min"
    assert reading_time("") == ""
