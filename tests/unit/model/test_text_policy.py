"""What is shown for each character of a text from outside."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.effort import bounded

from briefing.model.text import MARKS_ON_A_BASE, Shown, shown, shown_line, shown_text

NASTY = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "aب字 \t\n\r\x1b\x07\x7f\x9b\x85\u2028\u202e\u2066\u200b\u200c\u200d\ufeff\u3164\u0301\u094d👩❤\ufe0f"
        ),
        st.characters(),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("\x1b[31m", "^[[31m"),
        ("\x00\x07\x08", "^@^G^H"),
        ("\x1f\x7f", "^_^?"),
        ("\x0b\x0c", "^K^L"),
        ("\x9b31m", "<9B>31m"),
        ("\x80\x9f", "<80><9F>"),
        ("invoice\u202efdp.exe", "invoice<U+202E>fdp.exe"),
        ("\u2066a\u2069", "<U+2066>a<U+2069>"),
        ("\ud800\udfff", "\ufffd\ufffd"),
        ("\ufdd0\ufffe\uffff\U0001fffe\U0010ffff", "\ufffd" * 5),
    ],
    ids=ascii,
)
def test_a_character_that_commands_or_reorders_is_shown_as_a_sign(written: str, seen: str) -> None:
    assert shown(written).text == seen
    assert shown(written).left_out == 0
    assert shown(written).controls > 0


@pytest.mark.parametrize("line_end", ["\n", "\r", "\r\n", "\x85", "\u2028", "\u2029"], ids=ascii)
def test_every_line_end_becomes_one_line_end_and_counts_as_no_fault(line_end: str) -> None:
    assert shown(f"a{line_end}b") == Shown("a\nb")


@pytest.mark.parametrize(
    "invisible",
    ["\u200b", "\ufeff", "\u2060", "\u3164", "\u115f", "\uffa0", "\u034f", "\u200e", "\u061c", "\U000e0041", "\u2065"],
    ids=ascii,
)
def test_what_cannot_be_seen_is_left_out_and_counted(invisible: str) -> None:
    assert shown(f"pass{invisible * 3}word") == Shown("password", left_out=3)


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "a\tb\nc",
        "Größe, naïve, 12 € – “quoted” …",
        "文字列の処理",
        "Привет, мир",
        "👩\u200d👩\u200d👧 and 👍🏽 and 🏳\ufe0f\u200d🌈",
        "می\u200cخواهم",
        "क्\u200dष and ශ්\u200dරී",
        "\u0600\u0661\u0662 \u06dd\u0661",
        "co\u00adoperate",
        "葛\U000e0100",
        "no\u00a0break and thin\u2009space",
        "┌──────────┐",
        "⠋⠙⠹⠸",
        "สวัสดีครับทุกคนที่นี่",
        "e\u0301 and Việt Nam",
        "\ue000",
    ],
    ids=ascii,
)
def test_honest_text_in_any_script_stays_as_it_is(text: str) -> None:
    assert shown(text) == Shown(text)


@pytest.mark.parametrize("joiner", ["\u200c", "\u200d"], ids=ascii)
@pytest.mark.parametrize(
    ("before", "after"), [("a", "b"), ("", "ب"), ("ب", ""), ("ب", " "), ("字", "字"), ("é", "é"), ("1", "2")]
)
def test_a_joiner_that_joins_nothing_is_left_out(joiner: str, before: str, after: str) -> None:
    assert shown(before + joiner + after) == Shown(before + after, left_out=1)


@pytest.mark.parametrize(
    "mark",
    ["\u0301", "\u0e34", "\u064e", "\u05b4", "\u093c", "\u20dd", "\u1ab0", "\u3099", "\U0001e8d0", "\u1161"],
    ids=ascii,
)
def test_marks_pile_up_to_eight_on_a_base_and_no_higher(mark: str) -> None:
    eight = "x" + mark * MARKS_ON_A_BASE
    assert shown(eight) == Shown(eight)
    assert shown("x" + mark * 200 + "y" + mark) == Shown(eight + "y" + mark, left_out=200 - MARKS_ON_A_BASE)


def test_a_pile_is_no_higher_when_invisible_characters_stand_between_the_marks() -> None:
    assert shown("x" + "\u0301\u200b" * 50).text == "x" + "\u0301" * MARKS_ON_A_BASE
    pile = shown("क" + "\u094d\u200d" * 50 + "ष").text
    assert sum(unicodedata.category(char) == "Mn" for char in pile) == MARKS_ON_A_BASE


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("one\ntwo", "one two"),
        ("one \n\n  two\n", "one two"),
        ("one\u2028two\x85three", "one two three"),
        ("a\tb", "a b"),
        ("two  spaces stay", "two  spaces stay"),
        (" \n ", ""),
        ("name\r\n\x1b]0;title\x07", "name ^[]0;title^G"),
    ],
)
def test_a_field_of_one_line_has_spaces_for_line_ends(written: str, line: str) -> None:
    assert shown_line(written) == line


def test_every_control_is_replaced_and_every_number_mark_and_symbol_stays() -> None:
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        kind = unicodedata.category(char)
        if kind in {"Cc", "Cs", "Zl", "Zp"} and char not in "\t\n":
            assert char not in shown_text(f"x{char}x"), hex(code)
        elif kind[0] in "NPS":
            assert shown_text(f"x{char}x") == f"x{char}x", hex(code)


@settings(max_examples=100, deadline=None)
@given(NASTY)
def test_nothing_that_commands_a_terminal_or_reorders_a_line_comes_through(text: str) -> None:
    for char in shown_text(text):
        assert char in "\n\t" or unicodedata.category(char) not in {"Cc", "Cs", "Zl", "Zp"}
        assert unicodedata.bidirectional(char) not in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@settings(max_examples=100, deadline=None)
@given(NASTY)
def test_what_is_shown_is_shown_as_it_is_the_second_time(text: str) -> None:
    once = shown_text(text)
    assert shown(once) == Shown(once)
    assert shown_line(shown_line(text)) == shown_line(text)
    assert "\n" not in shown_line(text)


@settings(max_examples=100, deadline=None)
@given(NASTY)
def test_what_was_changed_is_counted(text: str) -> None:
    seen = shown(text)
    ends = (
        text.replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\x85", "\n")
        .replace("\u2028", "\n")
        .replace("\u2029", "\n")
    )
    assert (seen.controls, seen.left_out) == (0, 0) if seen.text == ends else seen.controls + seen.left_out > 0


@pytest.mark.parametrize(
    "character",
    ["\x1b", "\u202e", "\u200b", "\u200d", "\u0301", "\r", "ب\u200c", "a\u0301\u0301", "x", "字", "\ue000", "─"],
    ids=ascii,
)
def test_a_long_run_of_any_character_takes_bounded_time(character: str) -> None:
    with bounded():
        shown(character * 200_000)
