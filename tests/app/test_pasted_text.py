"""A pasted text is text, whatever it holds and however it arrives."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.app.keyboard import PASTE, PASTED, Pastes


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("jk\x1b[A", "jk\x1b[A"),
        (f"{PASTE}a\x1b[Aq{PASTED}\x1b", f"{PASTE}a[Aq{PASTED}\x1b"),
        (f"{PASTE}{PASTE}{PASTED}", f"{PASTE}[200~{PASTED}"),
        (f"{PASTE}\x1b\x1b{PASTED}j", f"{PASTE}{PASTED}j"),
    ],
)
def test_escapes_stay_where_they_are_keys_and_go_where_they_are_pasted(typed: str, read: str) -> None:
    assert Pastes().without_escapes(typed) == read


@given(
    st.lists(st.sampled_from([PASTE, PASTED, "\x1b", "[201", "~", "j", "\x1b[A"]), max_size=12),
    st.lists(st.integers(0, 60), max_size=6),
)
@settings(max_examples=100, deadline=None)
def test_it_does_not_matter_how_a_paste_is_cut_into_reads(parts: list[str], cuts: list[int]) -> None:
    typed = "".join(parts) + PASTED
    edges = [0, *sorted(cut for cut in cuts if cut < len(typed)), len(typed)]
    pastes = Pastes()
    read = "".join(pastes.without_escapes(typed[a:b]) for a, b in pairwise(edges))
    assert read == Pastes().without_escapes(typed)
