"""The caret: it passes what is drawn as one in one step, finds words in any script, and keeps its column."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.app.caret import Move, by_characters, by_rows, by_words, to_end, to_start
from briefing.document.block import Place
from briefing.document.document import Document
from briefing.document.layout import Layout

TWO = "One red fox.\n\nTwo don't-go 3.5 hens.[^a]\n\n[^a]: A note.\n\nThree 日本, ends"


def moved(text: str, place: Place, *moves: Move, width: int = 40) -> Place:
    """Where a caret is after some moves."""
    document = Document(text)
    layout = Layout(document, width)
    for move in moves:
        place = move(layout, document, place, 0)
    return place


def words_ahead(text: str, count: int) -> list[str]:
    """The three characters at each place that the key for words goes to."""
    document, place, found = Document(text), Place(0), []
    layout = Layout(document, 40)
    for _ in range(count):
        place = by_words(1)(layout, document, place, 0)
        found.append(document.block(place.block).text[place.char :][:3])
    return found


def test_words_are_found_in_reading_order_and_in_any_script() -> None:
    assert words_ahead(TWO, 12) == [
        "red",
        "fox",
        "Two",
        "don",
        "3.5",
        "hen",
        "a]",
        "Thr",
        "日本,",
        "本, ",
        "end",
        "A n",
    ]


def test_the_last_word_is_followed_by_the_end_of_the_text() -> None:
    assert moved("one two", Place(0, 4), by_words(1)) == Place(0, 7)
    assert moved("one two", Place(0, 0), by_words(-1)) == Place(0, 0)


def test_back_by_words_goes_to_the_beginning_of_this_word_first() -> None:
    assert moved("one two", Place(0, 6), by_words(-1)) == Place(0, 4)
    assert moved("one two", Place(0, 4), by_words(-1)) == Place(0, 0)


@pytest.mark.parametrize("drawn", ["e\u0301", "👨‍👩‍👧", "🇫🇷", "👍🏽", "日", "a"], ids=ascii)
def test_what_is_drawn_as_one_is_passed_in_one_step(drawn: str) -> None:
    assert moved(f"{drawn}x", Place(0), by_characters(1)) == Place(0, len(drawn))
    assert moved(f"x{drawn}", Place(0, 1 + len(drawn)), by_characters(-1)) == Place(0, 1)


def test_characters_go_on_into_the_next_block_that_has_any() -> None:
    text = "one\n\n***\n\ntwo"
    assert moved(text, Place(0, 3), by_characters(1)) == Place(10, 0)
    assert moved(text, Place(10, 0), by_characters(-1)) == Place(0, 3)
    assert moved(text, Place(10, 3), by_characters(1)) == Place(10, 3)


def test_characters_go_from_cell_to_cell() -> None:
    table = "| ab | cd |\n|----|----|\n| ef | gh |"
    block = next(iter(Document(table)))
    places = [Place(0)]
    for _ in range(11):
        places.append(moved(table, places[-1], by_characters(1)))
    assert [block.text[place.char : place.char + 1] for place in places] == [*"ab cd\nef gh", ""]
    assert moved(table, places[3], by_characters(-1)) == places[2]


def test_rows_go_down_past_those_without_text() -> None:
    text = "one\n\n***\n\ntwo"
    assert moved(text, Place(0, 1), by_rows(1)) == Place(10)
    assert moved(text, Place(10, 1), by_rows(-1)) == Place(0)


def test_rows_keep_the_column_that_is_asked_for() -> None:
    document = Document("a long line here\n\nab\n\nanother long line")
    layout = Layout(document, 40)
    short = by_rows(1)(layout, document, Place(0, 9), 9)
    assert short == Place(18, 2)
    assert by_rows(1)(layout, document, short, 9) == Place(22, 9)


def test_beyond_the_last_row_is_the_end_and_above_the_first_the_beginning() -> None:
    assert moved("one\n\ntwo", Place(5, 1), by_rows(1)) == Place(5, 3)
    assert moved("one\n\ntwo", Place(0, 1), by_rows(-1)) == Place(0, 0)
    assert moved("one\n\ntwo", Place(0, 1), by_rows(20)) == Place(5, 0)


def test_the_ends_are_those_of_the_reading_order() -> None:
    note = TWO.index("[^a]: A note")
    assert moved(TWO, Place(0), to_end).block == note
    assert moved(TWO, Place(note, 2), to_start) == Place(0)


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("ab é日👍\u0301\u200d\n|-# "), max_size=40), st.integers(1, 30))
def test_steps_lead_through_any_text_to_its_end_and_back(text: str, width: int) -> None:
    document = Document(text)
    layout = Layout(document, width)
    if not any(block.text for block in document):
        return
    start, end = to_start(layout, document, Place(0), 0), to_end(layout, document, Place(0), 0)
    for move, first, last in ((by_characters(1), start, end), (by_characters(-1), end, start)):
        place, steps = first, 0
        while place != last:
            after = move(layout, document, place, 0)
            assert after != place
            place, steps = after, steps + 1
            assert steps <= 2 * len(text) + 9
