"""Boxes that their author folded: hidden until they are opened, and never out of reach."""

from __future__ import annotations

from dataclasses import replace

import pytest
from generated_markdown import documents
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.document.block import Place
from briefing.document.document import Document
from briefing.document.layout import Layout
from briefing.document.manner import Manner, closed_folds, is_fold, is_hidden, toggled
from briefing.document.rows import height_of, lay_out, width_of
from briefing.document.runs import runs

CLOSED = Manner(opened=frozenset())
NESTED = """\
before

> [!tip]- Outer
> one
>
> > [!note]- Inner
> > two

after
"""


def page(text: str, manner: Manner, width: int = 40) -> list[str]:
    """The rows of a document that hold anything."""
    shown = []
    for block in Document(text):
        for row in lay_out(block, width, manner):
            line = ""
            for run in runs(block, row):
                line = line.ljust(run.x) + run.text
            shown.append(line)
    return [line for line in shown if line.strip("▎ ")]


def folds(text: str) -> list[int]:
    """The offsets of the titles of folds."""
    return [block.offset for block in Document(text) if is_fold(block)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("> [!tip]- A title\n> words", ["▸ Tip: A title"]),
        ("> [!tip]+ A title\n> words", ["▎ Tip: A title", "▎ words"]),
        ("> [!tip] A title\n> words", ["▎ Tip: A title", "▎ words"]),
        ('::: {.callout-note collapse="true"}\nwords\n:::', ["▸ Note"]),
        ('::: {.callout-note collapse="false"}\nwords\n:::', ["▎ Note", "▎ words"]),
        ("- item\n\n  > [!tip]-\n  > words\n\n  rest", ["• item", "  ▸ Tip", "  rest"]),
    ],
)
def test_a_box_is_shown_as_its_author_meant(text: str, shown: list[str]) -> None:
    assert page(text, CLOSED) == shown


def test_a_fold_that_is_opened_shows_what_is_in_it_but_not_what_is_in_folds_inside() -> None:
    outer, inner = folds(NESTED)
    assert page(NESTED, CLOSED) == ["before", "▸ Tip: Outer", "after"]
    opened = toggled(CLOSED, outer)
    assert page(NESTED, opened) == ["before", "▾ Tip: Outer", "▎ one", "▎ ▸ Note: Inner", "after"]
    assert page(NESTED, toggled(opened, inner))[-3:] == ["▎ ▾ Note: Inner", "▎ ▎ two", "after"]
    assert toggled(toggled(opened, inner), inner) == opened


def test_whoever_chooses_nothing_is_shown_everything() -> None:
    assert page(NESTED, Manner()) == ["before", "▾ Tip: Outer", "▎ one", "▎ ▾ Note: Inner", "▎ ▎ two", "after"]


def test_what_is_hidden_leads_to_the_title_that_hides_it() -> None:
    document = Document(NESTED)
    layout = Layout(document, 40, CLOSED)
    title, two = (next(block for block in document if words in block.text) for words in ("Outer", "two"))
    assert layout.top_of(Place(two.offset, 1)) == layout.top_of(Place(title.offset))
    assert list(closed_folds(two, CLOSED)) == folds(NESTED)


def test_a_fold_stays_one_where_it_is_cut() -> None:
    document = Document("> [!tip]- Long\n" + "> words\n>\n" * 3000 + "\nafter")
    assert document.chunk_count == 1 or document.scan()
    visible = [block.text for block in document if not is_hidden(block, CLOSED)]
    assert document.chunk_count > 10
    assert visible == ["Tip: Long", "after"]
    layout = Layout(document, 40, CLOSED)
    while not layout.refine(0.01):
        pass
    assert [row.block.text for row in layout.rows(0, 99) if row.row.pieces] == visible
    assert layout.height == len(layout.rows(0, 99))


CODE = "```\n  first = 日本語 and a long line\n\nlast\n```"


@pytest.mark.parametrize("width", [1, 3, 9, 20, 60])
def test_code_that_wraps_shows_every_character_within_the_width_and_marks_rows_that_go_on(width: int) -> None:
    (block,) = Document(CODE)
    rows = lay_out(block, width, Manner(wraps_code=True))
    shown = "".join(block.text[piece.start : piece.end] for row in rows for piece in row.pieces)
    assert shown == block.text.replace("\n", "")
    begins = [row for row in rows if not row.ornaments]
    assert len(begins) == 3 + block.gap
    widest = max(run.x + run.cells for row in rows for run in runs(block, row))
    assert widest <= max(width, 4)
    assert width_of(block, width, Manner(wraps_code=True)) == width


@settings(max_examples=60, deadline=None)
@given(documents, st.sampled_from((1, 20, 60)), st.booleans())
def test_heights_are_known_without_rows_however_blocks_are_set(text: str, width: int, wraps: bool) -> None:
    for manner in (CLOSED, Manner(), Manner(opened=frozenset(folds(text)[::2]))):
        chosen = replace(manner, wraps_code=wraps)
        for block in Document(text):
            assert height_of(block, width, chosen) == len(lay_out(block, width, chosen))
