"""Folding makes equal what differs in case and accents only, and keeps every place."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.library.digest import digest
from briefing.library.fold import bare, composed, fold, spaced, storable, words
from briefing.library.schema import TABLES


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("CAFÉ", "cafe"),
        ("Çağlar", "caglar"),
        ("İstanbul", "istanbul"),
        ("Việt", "viet"),
        ("Ελλάδα", "ελλαδα"),
        ("ΟΔΟΣ", "οδοσ"),
        ("Ёлка", "елка"),
        ("мой", "мой"),
        ("أحمد", "احمد"),
        ("Straße", "straße"),
        ("“Ready” — 框架", "“ready” — 框架"),
    ],
)
def test_case_and_accents_do_not_matter(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
@settings(max_examples=100, deadline=None)
def test_a_folded_text_has_the_same_length_and_folds_no_further(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(st.text())
@settings(max_examples=100, deadline=None)
def test_the_words_of_a_text_do_not_depend_on_how_its_accents_are_written(text: str) -> None:
    assert words(text) == words(composed(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Well-known 3.5 snake_case", ["well", "known", "3", "5", "snake", "case"]),
        ("iPhone手机", ["iphone", "手", "机"]),
        ("x\u0302y", ["xy"]),
        ("… -- !", []),
    ],
)
def test_words_are_runs_of_letters_and_digits_and_single_cjk_characters(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Élan VITAL", "ΟΔΟΣ", "Ёлка мой", "Việt Nam", "iPhone手机", "3.5 snake_case", "İstanbul", "x\u0302y"]
    + [f"a{chr(mark)}b" for mark in range(0x300, 0x370)],
)
def test_the_index_takes_a_text_for_the_words_that_a_query_for_it_has(text: str) -> None:
    index = sqlite3.connect(":memory:")
    for statement in TABLES:
        index.execute(statement)
    index.execute("INSERT INTO words (rowid, body) VALUES (1, ?)", (bare(composed(text)),))
    assert [term for (term,) in index.execute("SELECT term FROM occurrence ORDER BY offset")] == words(text)
    index.close()


def test_text_of_other_scripts_is_not_spaced() -> None:
    assert spaced("naïve Ελλάδα") == "naïve Ελλάδα"


def test_what_a_database_cannot_hold_is_replaced() -> None:
    storable("a\0b\udcff").encode("utf-8")
    assert storable("a\0b") == "a b"
    assert storable("Ünï") == "Ünï"


def test_a_digest_changes_with_the_words_and_not_with_the_spacing() -> None:
    assert digest("a  b\n\n c ") == digest("a b c")
    assert digest("a b c") != digest("a bc")
    assert digest("\udcff") != digest("\udcfe")
