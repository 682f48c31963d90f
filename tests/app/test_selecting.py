"""Selecting by the keys and by the mouse, and what is copied: all of it, nothing else, and with its label."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.pilot import Pilot

from briefing.app.citation import FORMS, Passage, as_markdown, as_path, as_quotation, as_text, whole_block
from briefing.app.marks import Marks
from briefing.app.reading import opened
from briefing.app.selection import Selection, selected_source, selected_text
from briefing.document.block import Place, Role
from briefing.document.document import Document

if TYPE_CHECKING:
    from tests.app.conftest import Seat, Sit

NOTED = "One[^a].\n\n[^a]: The note.\n\nTwo.\n\nThree."
LIST = "1. first\n2. second\n   - inner *one*\n\n> quoted"


def between(text: str, start: str, end: str) -> Selection:
    """The selection of a text from the first of some words to the last of others."""
    document = Document(text)
    blocks = list(document)
    first = next(block for block in blocks if start in block.text)
    last = next(block for block in blocks if end in block.text)
    to = Place(last.offset, last.text.index(end) + len(end))
    return Selection.between(document, Place(first.offset, first.text.index(start)), to)


@pytest.mark.parametrize("backwards", [False, True])
def test_a_selection_holds_what_stands_between_its_ends_on_the_screen(backwards: bool) -> None:
    """The note is written between the paragraphs, but listed below them."""
    document = Document(NOTED)
    one, two, three, note = document
    ends = (Place(two.offset, 1), Place(note.offset, 3))
    selection = Selection.between(document, *(ends[::-1] if backwards else ends))
    assert selected_text(selection) == "wo.\n\nThree.\n\nThe"
    marked = {block.text[:5]: Marks(selection=selection).of(block) for block in (one, two, three, note)}
    assert marked == {
        "One[a": [],
        "Two.": [(1, 4, Role.SELECTION)],
        "Three": [(0, 6, Role.SELECTION)],
        "The n": [(0, 3, Role.SELECTION)],
    }


def test_a_selection_between_two_paragraphs_does_not_hold_the_note_that_is_written_there() -> None:
    assert selected_text(between(NOTED, "One", "Two")) == "One[a].\n\nTwo"


def test_nothing_is_selected_between_the_end_of_a_block_and_the_beginning_of_the_next() -> None:
    document = Document("one\n\ntwo")
    assert Selection.between(document, Place(0, 3), Place(5, 0)).is_empty
    assert not Selection.between(document, Place(0, 3), Place(5, 1)).is_empty


def test_items_that_are_copied_with_others_keep_their_signs() -> None:
    assert selected_text(between(LIST, "first", "quoted")) == "1. first\n2. second\n  • inner one\n\nquoted"
    assert selected_text(between(LIST, "irst", "second")) == "irst\n2. second"
    assert selected_text(between(LIST, "first", "first")) == "first"


def test_markdown_is_copied_in_whole_blocks_as_the_file_has_it() -> None:
    assert selected_source(between(LIST, "econd", "inner")) == "2. second\n   - inner *one*"
    assert selected_source(between(NOTED, "Three", "note")) == "Three.\n\n[^a]: The note."
    assert selected_source(between("# Head #\n\ntext\n[x]: /a\n", "Head", "Head")) == "# Head #"


def test_control_characters_of_the_markdown_are_copied_as_signs() -> None:
    assert selected_source(between("a\x1b[31mb", "a", "b")) == "a^[[31mb"


BRIEFING = """\
---
title: A "test" of copies
byline: Ada Bo
date: 2025-07-01
tlp: AMBER
---
Opening words.

## The part

First line of a *paragraph*.

- an item
- another
"""


def passage(tmp_path: Path, words: str, text: str = BRIEFING) -> Passage:
    """The block of a briefing that holds some words, to be copied."""
    file = tmp_path / "test.md"
    file.write_text(text, encoding="utf-8")
    reading = opened(str(file), date(2025, 7, 10))
    block = next(block for block in reading.document if words in block.text)
    return Passage("it", reading, whole_block(reading, block), str(file), date(2025, 7, 10))


def test_the_handling_label_stands_above_a_text_and_above_markdown(tmp_path: Path) -> None:
    assert as_text(passage(tmp_path, "First")) == "TLP:AMBER\n\nFirst line of a paragraph."
    assert as_markdown(passage(tmp_path, "First")) == "TLP:AMBER\n\nFirst line of a *paragraph*."


def test_a_briefing_without_a_label_is_copied_without_one(tmp_path: Path) -> None:
    assert as_text(passage(tmp_path, "First", BRIEFING.replace("tlp: AMBER\n", ""))) == "First line of a paragraph."


def test_an_embargo_goes_along_until_it_has_ended(tmp_path: Path) -> None:
    held = BRIEFING.replace("tlp: AMBER", "embargo: 2025-08-01")
    assert as_text(passage(tmp_path, "First", held)).startswith("EMBARGOED UNTIL 1 August 2025\n\n")
    assert as_text(passage(tmp_path, "First", held.replace("08", "06"))) == "First line of a paragraph."


def test_a_quotation_says_where_it_is_from(tmp_path: Path) -> None:
    assert as_quotation(passage(tmp_path, "First")) == (
        "“First line of a paragraph.” "
        f'(A "test" of copies; Ada Bo; 1 July 2025; section “The part”; {tmp_path}/test.md:11; TLP:AMBER)'
    )


def test_a_quotation_of_several_lines_is_set_off(tmp_path: Path) -> None:
    one = passage(tmp_path, "First")
    document = one.reading.document
    first, last = (next(block for block in document if words in block.text) for words in ("First", "another"))
    both = Selection.between(document, Place(first.offset), Place(last.offset, 4))
    quoted = as_quotation(Passage("it", one.reading, both, one.file, one.today))
    assert quoted.splitlines()[:5] == ["> First line of a paragraph.", ">", "> • an item", "> • anot", ">"]
    assert quoted.splitlines()[5].startswith('> — A "test" of copies; ')


def test_a_path_leads_to_the_line(tmp_path: Path) -> None:
    assert as_path(passage(tmp_path, "First")) == f"{tmp_path}/test.md:11"


def names(one: Passage) -> list[str]:
    """The forms that are offered."""
    return [form.key for form in FORMS if form.fits(one)]


def test_only_the_forms_that_a_passage_has_are_offered(tmp_path: Path) -> None:
    one = passage(tmp_path, "First")
    assert names(one) == ["t", "m", "c", "p"]
    assert names(passage(tmp_path, 'A "test"')) == ["t", "c", "p"]
    assert names(Passage("it", one.reading, one.selection, None, one.today)) == ["t", "m", "c"]
    assert names(Passage("it", one.reading, one.selection, "/a/\udcff.md", one.today)) == ["t", "m", "c"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A briefing of some length."""
    path = tmp_path / "long.md"
    paragraphs = "\n\n".join(f"Paragraph {number} has five words." for number in range(80))
    path.write_text(f"---\ntitle: Long\n---\n{paragraphs}\n", encoding="utf-8")
    return path


def copied(seat: Seat, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the terminal is asked to copy."""
    texts: list[str] = []
    monkeypatch.setattr(seat.app, "copy_to_clipboard", texts.append)
    return texts


async def test_v_selects_from_the_reading_position_and_y_copies(
    sit: Sit, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sit(file=file, size=(60, 20)) as seat:
        texts, told = copied(seat, monkeypatch), said(seat, monkeypatch)
        await seat.press("space", "v", "w", "w", "j", "y")
        await seat.until(lambda: told, "the reader to be told")
        assert texts == ["Paragraph 6 has five words.\n\nParagraph 7 "]
        assert told == ["The selection as text, 41 characters, copied by the terminal."]


async def test_keys_extend_the_selection_both_ways_from_where_it_was_begun(
    sit: Sit, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sit(file=file, size=(60, 20)) as seat:
        texts = copied(seat, monkeypatch)
        await seat.press("space", "v", "l", "l", "l", "h", "y")
        await seat.press("escape", "v", "h", "h", "y")
        await seat.press("escape", "v", "g", "y")
        await seat.until(lambda: len(texts) == 3, "three copies")
        assert texts[:2] == ["Pa", "."]
        assert texts[2].startswith("Long\n\n")
        assert texts[2].endswith("\n\nParagraph 4 has five words.")


async def test_selecting_scrolls_along_and_the_column_is_kept(sit: Sit, file: Path) -> None:
    async with sit(file=file, size=(60, 20)) as seat:
        await seat.press("j", "j", "j", "j", "v", *("l" * 15), *("j" * 15))
        marks = seat.reader.text.marks
        assert marks.caret is not None
        assert marks.caret.char == 15
        assert seat.reader.text.viewport.shows(marks.caret)
        assert seat.reader.text.viewport.top > 4


@pytest.mark.parametrize("key", ["escape", "v"])
async def test_esc_or_v_leaves_and_then_the_keys_move_again(sit: Sit, file: Path, key: str) -> None:
    async with sit(file=file, size=(60, 20)) as seat:
        await seat.press("v", "j", "j")
        assert seat.reader.text.viewport.top == 0
        assert "leave" in seat.footer
        await seat.press(key)
        assert seat.reader.text.marks.selection is None
        assert seat.reader.text.marks.caret is None
        await seat.press("j", "j")
        assert seat.reader.text.viewport.top == 2


async def test_the_caret_is_seen_also_behind_the_last_character(sit: Sit, file: Path) -> None:
    async with sit(file=file, size=(60, 20)) as seat:
        await seat.press("v", "G")
        await seat.rest()
        row = seat.lines.index(next(line for line in seat.lines if "Paragraph 79" in line))
        caret = [one.text for one in seat.drawn[row] if one.style and one.style.underline and one.style.reverse]
        assert caret == [" "]


def said(seat: Seat, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the reader is told."""
    told: list[str] = []
    monkeypatch.setattr(seat.app, "notify", lambda words, **_: told.append(words))
    return told


async def test_the_mouse_selects_across_screens_and_the_text_goes_on_scrolling_while_it_is_held(
    sit: Sit, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sit(file=file, size=(60, 20)) as seat:
        texts, pilot = copied(seat, monkeypatch), Pilot(seat.app)
        viewport = seat.reader.text.viewport
        await pilot.mouse_down(offset=(13, 6))
        await pilot.hover(offset=(13, 19))
        await seat.until(lambda: viewport.top > 20, "the text to scroll by itself")
        await pilot.hover(offset=(13, 5))
        top = viewport.top
        await pilot.pause(0.2)
        assert viewport.top == top
        await pilot.mouse_up(offset=(13, 5))
        await seat.press("y")
        await seat.until(lambda: texts, "the selection to be copied")
        first, *others, last = texts[0].split("\n\n")
        assert first == "0 has five words."
        assert len(others) > 8
        assert others == [f"Paragraph {number} has five words." for number in range(1, len(others) + 1)]
        assert f"Paragraph {len(others) + 1} has five words.".startswith(last)


async def test_y_offers_the_forms_and_copies_the_one_that_is_chosen(
    sit: Sit, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sit(file=file, size=(60, 20)) as seat:
        texts, told = copied(seat, monkeypatch), said(seat, monkeypatch)
        await seat.press("space", "Y")
        await seat.until_shown("Copy what you are reading as", "quotation with its citation")
        await seat.press("down", "enter")
        await seat.until(lambda: told, "the Markdown to be copied")
        assert told[0].startswith("What you are reading as Markdown, whole blocks as in the file, ")
        await seat.press("Y")
        await seat.until_shown("path and line")
        await seat.press("p")
        await seat.until(lambda: len(texts) == 2, "the path to be copied")
        await seat.press("Y")
        await seat.until_shown("path and line")
        await seat.press("escape")
        await seat.until_gone("path and line")
        assert texts[0].startswith("Paragraph ")
        assert texts[1].startswith(f"{file}:")
        assert len(texts) == 2
        assert seat.focused == "text"
