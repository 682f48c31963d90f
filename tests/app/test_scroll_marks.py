"""The column at the right edge of a text: where the window is, and where figures and hits are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.app.scroll_marks import FIGURE, HIT, WINDOW, ScrollMarks
from briefing.app.viewport import Viewport
from briefing.document.block import Place, Range
from briefing.document.document import Document

if TYPE_CHECKING:
    from tests.app.conftest import Sit

LONG = "\n\n".join(f"Paragraph {number:03}." for number in range(500))


def window(document: Document, height: int = 20) -> Viewport:
    """A window onto the beginning of a text."""
    document.parse()
    viewport = Viewport()
    viewport.show(document)
    viewport.resize(40, height)
    while not viewport.refine(0.1):
        pass
    return viewport


def shown(marks: ScrollMarks, viewport: Viewport, figures: tuple[int, ...] = ()) -> str:
    """The column from top to bottom; rows inside the window in which another sign stands are in brackets."""
    column = marks.column(viewport, dict.fromkeys(figures))
    signs = ((one.text, one.text != WINDOW and len(one.roles) > 1) if one else (" ", False) for one in column)
    return "".join(f"[{sign}]" if inside else sign for sign, inside in signs)


def test_the_window_moves_down_the_column_with_the_text() -> None:
    viewport = window(Document(LONG))
    marks = ScrollMarks()
    assert shown(marks, viewport) == WINDOW + " " * 19
    viewport.scroll(viewport.layout.height // 2 if viewport.layout else 0)
    assert shown(marks, viewport).index(WINDOW) in {9, 10}
    viewport.to_end()
    assert shown(marks, viewport) == " " * 19 + WINDOW


def test_hits_and_figures_stand_where_they_are_in_the_text() -> None:
    document = Document(LONG)
    viewport = window(document)
    offsets = [block.offset for block in document]
    marks = ScrollMarks()
    marks.hits = [Range(offsets[0], 0, 1), Range(offsets[250], 0, 1), Range(offsets[499], 0, 1)]
    column = marks.column(viewport, {offsets[125]: ()})
    assert [(y, one.text) for y, one in enumerate(column) if one] == [(0, HIT), (5, FIGURE), (10, HIT), (19, HIT)]


def test_hits_that_are_found_later_join_the_others() -> None:
    document = Document(LONG)
    viewport = window(document)
    offsets = [block.offset for block in document]
    marks = ScrollMarks()
    found = [Range(offsets[100], 0, 1)]
    marks.hits = found
    assert shown(marks, viewport).count(HIT) == 1
    found.append(Range(offsets[400], 0, 1))
    assert shown(marks, viewport).count(HIT) == 2
    marks.hits = []
    assert HIT not in shown(marks, viewport)


def test_what_is_in_a_footnote_stands_at_the_end_where_notes_are_listed() -> None:
    document = Document(f"One[^a].\n\n[^a]: The note.\n\n{LONG}")
    viewport = window(document)
    *_, last, note = document
    marks = ScrollMarks()
    marks.hits = [Range(last.offset, 0, 1), Range(note.offset, 0, 1)]
    assert shown(marks, viewport, (note.offset,)) == WINDOW + " " * 18 + HIT
    marks.hits = []
    assert shown(marks, viewport, (note.offset,)) == WINDOW + " " * 18 + FIGURE
    viewport.to_end()
    assert shown(marks, viewport, (note.offset,)).endswith(f"[{FIGURE}]")


def test_the_front_matter_takes_no_room() -> None:
    text = "---\n" + "x: y\n" * 2000 + "---\n"
    document = Document(text + LONG, start=len(text))
    viewport = window(document)
    marks = ScrollMarks()
    marks.hits = [Range(block.offset, 0, 1) for block in document]
    assert shown(marks, viewport).count(HIT) == 20


def test_a_text_that_is_wholly_on_the_screen_has_no_column() -> None:
    assert ScrollMarks().column(window(Document("one\n\ntwo")), {}) == []
    assert ScrollMarks().column(window(Document("")), {}) == []


class Taken(list[Range]):
    """Hits that count how many of them are taken."""

    taken = 0

    def __getitem__(self, part: Any) -> Any:
        found = super().__getitem__(part)
        self.taken += len(found)
        return found


def test_each_hit_is_counted_once_however_often_the_column_is_drawn() -> None:
    viewport = window(Document(LONG))
    marks = ScrollMarks()
    hits = Taken(Range(offset, 0, 1) for offset in range(0, 800, 8))
    marks.hits = hits
    for _ in range(3):
        marks.column(viewport, {})
    hits += [Range(offset, 0, 1) for offset in range(800, 1600, 8)]
    for _ in range(3):
        marks.column(viewport, {})
    assert hits.taken == len(hits) == 200


async def test_a_click_in_the_column_goes_there(sit: Sit, tmp_path: Path) -> None:
    file = tmp_path / "long.md"
    file.write_text(f"---\ntitle: Long\n---\n{LONG}\n", encoding="utf-8")
    async with sit(file=file, size=(60, 20)) as seat:
        viewport = seat.reader.text.viewport
        await seat.click(59, 18)
        await seat.until(lambda: viewport.progress == 100, "the end to be shown")
        await seat.click(59, 10)
        await seat.until_shown("Paragraph 26")
        await seat.click(59, 1)
        await seat.until(lambda: viewport.place == Place(-2) or viewport.top == 0, "the beginning to be shown")
