"""Comparing two looks at a folder tells what came, changed and went."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.library.scan import FileStamp
from briefing.library.watch import Changes, diff


def stamp(name: bytes, size: int = 1, modified_ns: int = 1) -> FileStamp:
    return FileStamp(b"/library/" + name, size, modified_ns)


def test_files_come_change_and_go() -> None:
    old = [stamp(b"stays"), stamp(b"grows"), stamp(b"goes")]
    new = [stamp(b"comes"), stamp(b"stays"), stamp(b"grows", size=2)]
    assert diff(old, new) == Changes(
        added=(stamp(b"comes"),), changed=(stamp(b"grows", size=2),), removed=(b"/library/goes",)
    )


def test_a_clock_that_goes_back_is_a_change_too() -> None:
    assert diff([stamp(b"a", modified_ns=9)], [stamp(b"a", modified_ns=3)]).changed == (stamp(b"a", modified_ns=3),)


def test_nothing_changed_says_so() -> None:
    assert not diff([stamp(b"a")], [stamp(b"a")])
    assert diff([], [stamp(b"a")])


looks = st.dictionaries(st.binary(min_size=1, max_size=2), st.integers(0, 2), max_size=6).map(
    lambda sizes: [stamp(name, size) for name, size in sizes.items()]
)


@given(looks, looks)
@settings(max_examples=100, deadline=None)
def test_the_changes_lead_from_one_look_to_the_other(old: list[FileStamp], new: list[FileStamp]) -> None:
    changes = diff(old, new)
    now = {one.path: one for one in old if one.path not in changes.removed}
    now |= {one.path: one for one in (*changes.added, *changes.changed)}
    assert now == {one.path: one for one in new}
