"""What a panel says of where a link leads: exact, bounded, and safe to show."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefing.app.aging import Aging
from briefing.app.grading import grade_words
from briefing.app.hints import labels
from briefing.app.palette import NO_COLOURS, Palette
from briefing.app.patches import Room, covers, most_lines, panel
from briefing.app.peeking import Peek, peek_lines
from briefing.app.reading import opened
from briefing.app.surroundings import surroundings
from briefing.app.targets import AtBriefing, AtFigure, AtNote, AtPlace, AtSource, Dead, Target, resolved
from briefing.app.web import web_address
from briefing.app.widgets.rows_pane import Line
from briefing.document.block import Role
from briefing.document.targets import asked
from briefing.document.width import cell_width
from briefing.model.briefing import Grade
from briefing.model.steps import finished
from briefing.model.text import shown_line

TODAY = date(2025, 7, 10)
HOSTILE = "\x1b]52;c;AA\x07\u202egpj\u3164[@click=app.bell]x[/]"
TEXT = f"""---
title: "T {HOSTILE}"
figures: [{{value: "5 {HOSTILE}", label: "L {HOSTILE}", source: s, note: "{HOSTILE}", quote: five}}]
sources: [{{id: s, name: "N {HOSTILE}", publisher: "{HOSTILE}", descriptor: "{HOSTILE}", url: "http://x/{HOSTILE}"}}]
takeaways: [{{text: "K {HOSTILE}", sources: s}}]
dates: [{{date: 2025-01-01, label: "D {HOSTILE}", source: s}}]
---

# H {HOSTILE}

There are five.[^n]

[^n]: note {HOSTILE}

    more {HOSTILE}
"""


@pytest.fixture
def peek(tmp_path: Path) -> Peek:
    """A panel of 40 columns over a hostile briefing."""
    path = tmp_path / "a.md"
    escaped = TEXT.replace("\x1b", "\\e").replace("\x07", "\\a")
    head, body = escaped.split("---\n\n", 1)
    path.write_text(head + "---\n\n" + body.replace("\\e", "&#27;").replace("\\a", "\x07"), encoding="utf-8")
    reading = finished(opened(str(path), TODAY).inspecting())
    return Peek(surroundings(reading, str(path), None), Aging(TODAY), 40, 12)


def words(lines: list[Line]) -> list[str]:
    """The rows of a panel as they read."""
    return ["".join(one.text for one in line.inks) for line in lines]


def every_target(peek: Peek) -> list[Target]:
    """A target of each kind."""
    note = resolved(asked(Role.FOOTNOTE, "n"), peek.around)
    place = resolved(asked(Role.LINK, "#top"), peek.around)
    assert isinstance(note, AtNote)
    assert isinstance(place, AtPlace)
    path = peek.around.file or ""
    there = [AtBriefing(path), AtBriefing(path, f"h {HOSTILE}"), AtBriefing(path, HOSTILE), AtBriefing("/gone.md")]
    dead = resolved(asked(Role.LINK, f"{HOSTILE}.md"), peek.around)
    return [note, place, AtFigure(0), AtSource(0), *there, web_address("https://example.org/" + "x" * 90), dead]


def test_whatever_a_file_holds_may_be_shown(peek: Peek) -> None:
    for target in every_target(peek):
        for line in peek_lines(target, peek):
            assert [one.text for one in line.inks] == [shown_line(one.text) for one in line.inks]


def test_no_row_is_wider_than_the_panel(peek: Peek) -> None:
    for target in every_target(peek):
        for line in peek_lines(target, peek):
            assert all(one.x + cell_width(one.text) <= peek.width for one in line.inks)


def test_words_in_brackets_are_shown_as_they_are(peek: Peek) -> None:
    assert "[@click=app.bell]x[/]" in "".join(words(peek_lines(AtSource(0), peek))).replace(" ", "")


def test_all_of_an_address_is_there_however_many_rows_it_takes(peek: Peek) -> None:
    address = web_address("https://example.org/" + "x" * 90)
    assert address.shown in "".join(words(peek_lines(address, peek)))


def test_a_note_stands_without_its_label_and_its_way_back(peek: Peek) -> None:
    note = resolved(asked(Role.FOOTNOTE, "n"), peek.around)
    text = "\n".join(words(peek_lines(note, peek)))
    assert text.startswith("note")
    assert "more" in text
    assert "↩" not in text


def test_a_heading_that_is_not_in_a_briefing_is_said(peek: Peek) -> None:
    assert "It has no heading “gone”." in " ".join(words(peek_lines(AtBriefing(peek.around.file or "", "gone"), peek)))


def test_a_file_that_cannot_be_read_is_said(peek: Peek) -> None:
    assert "/gone.md" in " ".join(words(peek_lines(AtBriefing("/gone.md"), peek)))


@pytest.mark.parametrize(
    ("grade", "said"),
    [
        (None, "not graded"),
        (Grade("B", "2"), "B: usually reliable · 2: probably true"),
        (Grade("F", None), "F: reliability cannot be judged · item not graded"),
        (Grade(None, "6"), "source not graded · 6: truth cannot be judged"),
    ],
)
def test_a_grade_is_said_in_the_words_of_its_standard(grade: Grade | None, said: str) -> None:
    assert grade_words(grade) == said


ROOMS = [Room(1, 40, 20, near) for near in (-1, 0, 5, 10, 18, 19)]


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: str(room.near))
@pytest.mark.parametrize("count", [1, 4, 40])
def test_a_panel_stays_within_the_pane_and_beside_what_it_is_about(room: Room, count: int) -> None:
    patches = panel([Line()] * count, room, Palette(NO_COLOURS))
    rows = [one.y for one in patches]
    assert rows == list(range(rows[0], rows[0] + len(rows)))
    assert rows[0] >= 0
    assert rows[-1] < room.height
    assert not covers(patches, room.near, room.x)
    assert len(rows) == min(count, most_lines(room)) + 2


def test_a_panel_that_is_cut_off_says_so() -> None:
    patches = panel([Line()] * 40, Room(1, 40, 20, 0), Palette(NO_COLOURS))
    assert [one.text for one in patches[-2].inks] == ["…"]


def test_without_colours_lines_set_a_panel_apart() -> None:
    patches = panel([Line()], Room(1, 10, 20, 0), Palette(NO_COLOURS))
    assert [[one.text for one in patch.inks] for patch in patches] == [["─" * 10], [], ["─" * 10]]


def test_dead_links_say_why(peek: Peek) -> None:
    assert words(peek_lines(Dead("There is no such file."), peek)) == ["There is no such file."]


def test_labels_are_single_columns() -> None:
    assert all(cell_width(word) == len(word) for word in labels(100))
