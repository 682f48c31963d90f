"""Rows: nothing is lost, nothing overlaps, and the signs around the text say what it is."""

from __future__ import annotations

import pytest
from generated_markdown import documents
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.document.block import BlockKind, Role
from briefing.document.document import Document
from briefing.document.rows import height_of, lay_out, width_of
from briefing.document.runs import runs


def page(text: str, width: int) -> str:
    """A document as it stands on a screen."""
    shown = []
    for block in Document(text):
        for row in lay_out(block, width):
            line = ""
            for run in runs(block, row):
                line = line.ljust(run.x) + run.text
            shown.append(line)
    return "\n".join(shown)


@settings(max_examples=60, deadline=None)
@given(documents, st.sampled_from((1, 5, 20, 33, 80)))
def test_every_word_is_on_the_screen_in_order_and_nothing_overlaps(text: str, width: int) -> None:
    for block in Document(text):
        rows = lay_out(block, width)
        assert height_of(block, width) == len(rows)
        may_be_wider = block.kind in {BlockKind.TABLE, BlockKind.CODE} or width < 20
        for row in rows:
            x = 0
            for run in runs(block, row):
                assert run.x >= x
                x = run.x + run.cells
            assert x <= width or may_be_wider
            assert x <= width_of(block, width) or width < 20
        pieces = sorted((piece.start, piece.end) for row in rows for piece in row.pieces)
        cells = [cell for line in block.table.rows for cell in line] if block.table else None
        ranges = [(cell.start, cell.end) for cell in cells] if cells is not None else [(0, len(block.text))]
        shown = "".join(block.text[start:end] for start, end in pieces)
        wanted = "".join(block.text[start:end] for start, end in ranges)
        assert "".join(shown.split()) == "".join(wanted.split())


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("words that wrap", 15),
        ("```\n" + "x" * 40 + "\nshort\n```", 42),
        ("> ```\n> 日本日本日本日本日本日本日本日本\n> ```", 36),
        ("|" + "a long cell|" * 9 + "\n|" + "-|" * 9, 9 * 11 + 8 * 3),
    ],
)
def test_how_wide_a_block_is_can_be_known_without_its_rows(text: str, width: int) -> None:
    (block,) = Document(text)
    assert width_of(block, 15) == width
    if width > 15:
        rows = [row for row in lay_out(block, 15) if row.pieces]
        assert max(run.x + run.cells for row in rows for run in runs(block, row)) == width


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("words that wrap here", 10, "words that\nwrap here"),
        ("- one item\n- two\n  - three", 9, "\n• one\n  item\n• two\n  • three".removeprefix("\n")),
        ("9. nine\n10. ten", 20, " 9. nine\n10. ten"),
        ("- [x] done", 20, "☑ done"),
        ("> quoted words\n>\n> more", 10, "▎ quoted\n▎ words\n▎\n▎ more"),
        ("> [!NOTE]\n> mind it", 20, "▎ Note\n▎ mind it"),
        ("```\n  a_very_long_line = 1\n```", 8, "    a_very_long_line = 1"),
        ("***", 5, "─────"),
        ("שלום", 10, "      שלום"),
        ("- שלום", 10, "    שלום •"),
        ("9. שלום", 12, "    שלום 9."),
        ("> שלום\n> עולם", 8, "  שלום ▎\n  עולם ▎"),
        ("# Head\n\nwords", 20, "Head\n\nwords"),
        ("a[^1]\n\n[^1]: note", 20, "a[1]\n\n[1]  note ↩"),
        ("a[^long]\n\n[^long]: note", 20, "a[long]\n\n[long]\n     note ↩"),
        ("![alt](u)", 12, "┌──────────┐\n│ alt      │\n└──────────┘"),
        ("![](u)", 31, "┌" + "─" * 29 + "┐\n│ Image without a description │\n└" + "─" * 29 + "┘"),
        ("שלום עולם", 12, "   שלום עולם"),
    ],
)
def test_blocks_look_as_they_are_meant_to(text: str, width: int, shown: str) -> None:
    assert page(text, width) == shown


TABLE = "| Name | Count | Words |\n|---|---|:-:|\n| one | 1,200 | a |\n| three | 30 | some words that wrap |"


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (
            60,
            (
                "Name    Count          Words",
                "────────────────────────────────────",
                "one     1,200            a",
                "three      30   some words that wrap",
            ),
        ),
        (
            28,
            (
                "Name    Count      Words",
                "────────────────────────────",
                "one     1,200        a",
                "three      30    some words",
                "                 that wrap",
            ),
        ),
    ],
)
def test_a_table_fits_its_width_numbers_stand_right_and_cells_wrap(width: int, shown: tuple[str, ...]) -> None:
    assert page(TABLE, width) == "\n".join(shown)


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        (("640", "120.5", "12.25"), ("640", "120.5", " 12.25")),
        (("1,200.5", "30"), ("1,200.5", "   30")),
        (("1.200,5", "30"), ("1.200,5", "   30")),
        (("1,200", "30", "7,000,000"), ("    1,200", "       30", "7,000,000")),
        (("0.125", "12.5"), (" 0.125", "12.5")),
        (("1.250", "0.5"), ("1.250", "0.5")),
        (("12%", "7.5%", "–"), ("12%", " 7.5%", " –")),
        (("1.5", "2.5", "30.5"), (" 1.5", " 2.5", "30.5")),
        (("3", "-0.5", "n/a"), ("  3", " -0.5", "n/a")),
    ],
)
def test_numbers_stand_with_their_decimal_signs_under_each_other(
    cells: tuple[str, ...], shown: tuple[str, ...]
) -> None:
    head, _, *body = page("|#|\n|-|\n" + "\n".join(f"|{cell}|" for cell in cells), 60).split("\n")
    assert tuple(row.rstrip() for row in body) == shown
    assert len(head) == max(map(len, shown))


def test_a_column_is_not_narrowed_so_far_that_a_word_of_usual_length_breaks() -> None:
    text = "| Occupied shelters | Remarks |\n|---|---|\n| 1 | Blankets are needed |"
    assert page(text, 19).split("\n")[:2] == ["Occupied   Remarks", "shelters"]
    assert "Blankets\n" in page(text, 19)


def test_a_table_that_cannot_be_narrowed_is_wider_than_its_pane() -> None:
    columns = "|".join(f"column{n}" for n in range(10))
    (block,) = Document(f"{columns}\n{'|'.join('-' * 10)}\n{columns}")
    assert max(piece.x for row in lay_out(block, 30) for piece in row.pieces) > 30


def test_the_signs_of_items_align_and_deep_levels_add_no_indent() -> None:
    deep = "".join("  " * level + "- level\n" for level in range(100))
    rows = [row for block in Document(deep) for row in lay_out(block, 40)]
    assert max(row.pieces[0].x for row in rows) <= 22
    assert all(any(sign.text == "•" for sign in row.ornaments) for row in rows if row.pieces)


def test_runs_cut_a_row_where_roles_change_outer_first_with_marks_over_them() -> None:
    (block,) = Document("a **b *c* d** [e](u)")
    (row,) = lay_out(block, 40)
    assert [(run.text, run.roles, run.target) for run in runs(block, row)] == [
        ("a ", (), None),
        ("b ", (Role.STRONG,), None),
        ("c", (Role.STRONG, Role.EMPHASIS), None),
        (" d", (Role.STRONG,), None),
        (" ", (), None),
        ("e", (Role.LINK,), "u"),
    ]
    hit = runs(block, row, [(0, 3, Role.HIT), (2, 4, Role.HIT_LIT)])
    assert [(run.text, run.roles[-1]) for run in hit[:3]] == [
        ("a ", Role.HIT),
        ("b", Role.HIT_LIT),
        (" ", Role.HIT_LIT),
    ]


def test_headings_code_and_quotes_have_the_role_of_their_kind() -> None:
    heading, code = (lay_out(block, 40)[-1] for block in Document("## H\n\n    code"))
    assert (heading.role, code.role) == (Role.HEADING_2, Role.CODE_BLOCK)
    (quote,) = Document("> q")
    assert [sign.role for sign in lay_out(quote, 40)[-1].ornaments] == [Role.QUOTE]
