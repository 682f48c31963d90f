"""Back and forward: each stop is returned to once, and going elsewhere forgets what lay ahead."""

from __future__ import annotations

from briefing.app.trail import LONGEST, Stop, Trail
from briefing.document.block import Place

A, B, C, D = (Stop(name, Place(number)) for number, name in enumerate("abcd"))


def test_back_returns_to_the_stop_that_was_left_last() -> None:
    trail = Trail()
    trail.went_from(A)
    trail.went_from(B)
    assert trail.back(C) == B
    assert trail.back(B) == A
    assert trail.back(A) is None


def test_forward_undoes_back() -> None:
    trail = Trail()
    trail.went_from(A)
    trail.went_from(B)
    trail.back(C)
    trail.back(B)
    assert trail.forward(A) == B
    assert trail.forward(B) == C
    assert trail.forward(C) is None


def test_going_elsewhere_forgets_what_lay_ahead() -> None:
    trail = Trail()
    trail.went_from(A)
    trail.back(B)
    trail.went_from(A)
    assert trail.forward(D) is None
    assert trail.back(D) == A


def test_the_same_stop_is_not_kept_twice_in_a_row() -> None:
    trail = Trail()
    trail.went_from(A)
    trail.went_from(A)
    assert trail.back(B) == A
    assert trail.back(A) is None


def test_a_stop_where_the_reader_is_already_is_passed_over() -> None:
    trail = Trail()
    trail.went_from(A)
    trail.went_from(B)
    assert trail.back(B) == A


def test_a_reader_who_scrolled_on_comes_back_to_both_places() -> None:
    trail = Trail()
    trail.went_from(A)
    elsewhere = Stop("a", Place(99))
    assert trail.back(elsewhere) == A
    assert trail.forward(A) == elsewhere


def test_the_oldest_stops_are_forgotten() -> None:
    trail = Trail()
    for number in range(LONGEST + 5):
        trail.went_from(Stop("a", Place(number)))
    assert len(trail.behind) == LONGEST
