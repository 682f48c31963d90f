"""Letters to choose by: no word of them begins another, and none covers another."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.app.hints import LETTERS, begun, chosen, labels, letter, spread

COUNTS = st.integers(min_value=0, max_value=400)


@given(COUNTS)
@settings(max_examples=60, deadline=None)
def test_no_word_begins_another(count: int) -> None:
    words = labels(count)
    assert len(set(words)) == count
    assert not any(other.startswith(one) for one, other in combinations(sorted(words), 2))


@given(COUNTS)
@settings(max_examples=60, deadline=None)
def test_the_shortest_words_come_first_and_none_is_longer_than_it_must_be(count: int) -> None:
    lengths = [len(word) for word in labels(count)]
    assert lengths == sorted(lengths)
    assert max(lengths, default=1) == next(size for size in range(1, 9) if len(LETTERS) ** size >= count)


def test_as_many_as_there_are_letters_take_one_each() -> None:
    assert labels(9) == list("asdfjklgh")


def test_one_more_makes_two_letters_of_the_last_only() -> None:
    assert labels(10) == [*"asdfjklg", "ha", "hs"]


def test_a_word_is_chosen_when_it_is_complete_and_not_before() -> None:
    words = labels(10)
    assert chosen("h", words) is None
    assert begun("h", words) == ["ha", "hs"]
    assert chosen("hs", words) == "hs"


def test_a_cyrillic_keyboard_types_the_letter_in_the_same_place() -> None:
    assert letter("ф") == "a"
    assert letter("j") == "j"
    assert letter("x") is None


SPOTS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 39), st.integers(1, 3)), max_size=60, unique_by=lambda one: one[:2]
)


@given(SPOTS)
@settings(max_examples=100, deadline=None)
def test_no_two_words_overlap_and_none_leaves_its_row(given_spots: list[tuple[int, int, int]]) -> None:
    ordered = sorted(given_spots)
    spots, words = [(y, x) for y, x, _ in ordered], ["a" * length for _, _, length in ordered]
    placed = spread(spots, words, 40)
    cells = [
        (y, x + i)
        for place, word in zip(placed, words, strict=True)
        if place
        for y, x in [place]
        for i in range(len(word))
    ]
    assert len(cells) == len(set(cells))
    assert all(0 <= x < 40 for _, x in cells)
    assert all(place is None or place[0] == spot[0] for place, spot in zip(placed, spots, strict=True))


@given(SPOTS)
@settings(max_examples=100, deadline=None)
def test_words_keep_the_order_of_what_they_stand_on(given_spots: list[tuple[int, int, int]]) -> None:
    ordered = sorted(given_spots)
    placed = spread([(y, x) for y, x, _ in ordered], ["a" * length for _, _, length in ordered], 40)
    shown = [place for place in placed if place is not None]
    assert shown == sorted(shown)


def test_a_word_is_left_out_only_where_its_row_has_no_room() -> None:
    assert spread([(0, 0), (0, 1), (0, 2)], ["aa", "as", "ad"], 6) == [(0, 0), (0, 2), (0, 4)]
    assert spread([(0, 0), (0, 1), (0, 2)], ["aa", "as", "ad"], 4) == [(0, 0), (0, 2), None]


def test_a_word_at_the_end_of_a_row_moves_back_into_it() -> None:
    assert spread([(0, 9)], ["aa"], 10) == [(0, 8)]
    assert spread([(0, 7), (0, 9)], ["aa", "as"], 10) == [(0, 6), (0, 8)]
