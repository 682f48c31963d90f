"""Whatever a front matter holds, reading its fields neither fails nor hangs, and hides nothing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.effort import bounded

from briefing.format.fields import known_fields, read_fields
from briefing.format.names import split_names
from briefing.format.node import Entry, Mapping, Node, Scalar, Sequence
from briefing.model.briefing import Briefing
from briefing.model.problem import CODES, Position
from briefing.model.text import shown_line

NAMES = sorted({name for field, _, aliases in known_fields() for name in (field, *aliases)})
INNER = [
    "value",
    "label",
    "low",
    "high",
    "series",
    "previous",
    "change",
    "quote",
    "exact",
    "id",
    "name",
    "grade",
    "date",
]
TEXTS = st.sampled_from(
    "|~|x|5 km|1,5|15m|over 30,000|2025-02-30|12/05/2025|..|A; B|a and b|true|[[x]]|https://a.example|@|<a|\x1b[31m|\u202e"
    "|TLP:RED|G7|000|30|-|\n\n|ééééééééé".split("|")
)
AT = st.builds(Position, st.integers(1, 99), st.integers(1, 99))
SCALARS = st.builds(Scalar, TEXTS | st.text(max_size=12), AT, absent=st.booleans(), quoted=st.booleans())
KEYS = st.builds(Scalar, st.sampled_from(NAMES + INNER) | TEXTS, AT)


def containers(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    """Lists and mappings of these nodes."""
    entries = st.lists(st.builds(Entry, KEYS, inner), max_size=4).map(tuple)
    return st.builds(Sequence, st.lists(inner, max_size=4).map(tuple), AT, st.booleans()) | st.builds(
        Mapping, entries, AT
    )


NODES: st.SearchStrategy[Node] = st.recursive(SCALARS, containers, max_leaves=8)
FRONTS = st.builds(Mapping, st.lists(st.builds(Entry, KEYS, NODES), max_size=5).map(tuple), AT)


@settings(max_examples=60, deadline=None)
@given(FRONTS)
def test_no_tree_makes_reading_fail(front: Mapping) -> None:
    read = read_fields(front, path="2025-01-01-x.md")
    fields: dict[str, Any] = dict(read.values)
    Briefing(path="x.md", text="", body_start=0, body_line=1, **fields)
    for each in read.problems:
        assert each.code in CODES
        assert 0 < len(each.message) < 400
        assert shown_line(each.message + each.field) == each.message + each.field
    assert all(position.line > 0 for position in read.positions.values())


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(NAMES), NODES)
def test_a_value_is_read_or_kept(name: str, value: Node) -> None:
    """What no field takes is among the other fields, unless nothing was stated."""
    entry = Entry(Scalar(name, Position(2)), value)
    read = read_fields(Mapping((entry,), Position(2)))
    stated = not isinstance(value, Scalar) or (not value.absent and value.text.strip())
    assert bool(read.values or read.other) == bool(stated)


@pytest.mark.parametrize("name", [name for name, _, _ in known_fields()])
@pytest.mark.parametrize(
    "text",
    [
        "9" * 200_000,
        "a; " * 60_000,
        "[a](" * 50_000,
        "<" * 200_000,
        "red" + " " * 200_000 + "x",
        "and " * 50_000,
        "- " * 100_000,
        ", " * 100_000,
    ],
    ids=["digits", "names", "links", "brackets", "spaces", "and", "bullets", "commas"],
)
def test_a_long_value_takes_bounded_time(name: str, text: str) -> None:
    front = Mapping((Entry(Scalar(name, Position(2)), Scalar(text, Position(2, 5))),), Position(2))
    with bounded():
        read = read_fields(front)
    assert all(len(each.message) < 400 for each in read.problems)


def test_many_keys_take_bounded_time() -> None:
    entries = tuple(
        Entry(Scalar(f"takeway{index}", Position(index + 2)), Scalar("x", Position(1))) for index in range(5000)
    )
    with bounded():
        read = read_fields(Mapping(entries, Position(2)))
    assert len(read.other) == 5000


def test_a_very_long_byline_stays_whole() -> None:
    assert len(split_names("A and " * 1000)) == 1
