"""What `--fix` puts right, and what it leaves alone since it could be wrong."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.format.read import parse
from briefing.review.fixes import fixed


def front(text: str) -> str:
    return f"---\n{text}\n---\n\nText: with: colons, 8 July 2024.\n"


def mended(text: str) -> str:
    return fixed(front(text), "a.md").removeprefix("---\n").split("\n---\n", maxsplit=1)[0]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("date: 8 July 2024", "date: 2024-07-08"),
        ("date:  'July 8, 2024'   # a remark", "date:  '2024-07-08'   # a remark"),
        ("as_of: July 2024", "as_of: 2024-07"),
        ("figures: [{value: 5, label: x, as_of: 2024/07/08}]", "figures: [{value: 5, label: x, as_of: 2024-07-08}]"),
        ("sources:\n  - name: A\n    date: 8 July 2024", "sources:\n  - name: A\n    date: 2024-07-08"),
        ("tlp: WHITE", "tlp: CLEAR"),
        ("tlp: 'tlp:white' # old", "tlp: 'tlp:clear' # old"),
        ("title: Sitrep: Tesk", 'title: "Sitrep: Tesk"'),
        ('title: Sitrep: the "Tesk"', "title: 'Sitrep: the \"Tesk\"'"),
        ("title: @name", 'title: "@name"'),
        ("figures:\n  - value: > 30,000\n    label: troops", 'figures:\n  - value: "> 30,000"\n    label: troops'),
        ("title: A: B\nsubtitle: C: D\ndate: 8 July 2024", 'title: "A: B"\nsubtitle: "C: D"\ndate: 2024-07-08'),
    ],
)
def test_what_is_certain_is_put_right_and_nothing_else_is_touched(before: str, after: str) -> None:
    assert mended(before) == after


@pytest.mark.parametrize(
    "left",
    [
        "date: 12/05/2024",
        "date: 2024-02-30",
        "date: 2024-07-08",
        "date: soon",
        "title: A: B # or is it a remark",
        "title: white",
        "tlp: ORANGE",
        "dates:\n  - 14:30: the first truck turns back",
        "# date: 8 July 2024\ntitle: A",
        "my date: 8 July 2024",
        "title: 8 July 2024",
    ],
)
def test_what_could_be_meant_otherwise_is_left_alone(left: str) -> None:
    assert mended(left) == left


def test_the_text_is_left_alone() -> None:
    text = front("title: A: B")
    assert fixed(text, "a.md").split("---\n")[2] == text.split("---\n")[2]


LINES = st.sampled_from(
    [
        "title: A: B", "title: 'x", "date: 8 July 2024", "date: 2024/7/8", "tlp: WHITE", "figures:", "  - value: > 5",
        "    label: x", "    as_of: July 2024", "  - 5 km: far: away", "\ttab: x", "{", "- x: y: z", "summary: |",
        "  a: b: c", "sources: [{name: A, date: 1 May 2024}]", "@: x", "'q': r: s", "---", "",
    ]
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(LINES, max_size=8))
def test_whatever_stands_there_a_fixed_file_says_no_less_and_is_fixed(lines: list[str]) -> None:
    before = front("\n".join(lines))
    after = fixed(before, "a.md")
    assert after.count("\n") == before.count("\n")
    assert len(parse(after, "a.md").problems) <= len(parse(before, "a.md").problems)
    assert fixed(after, "a.md") == after
