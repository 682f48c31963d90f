"""A file becomes a briefing: its title, its text, and every problem in the order of its lines."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.format import source
from briefing.format.encoding import NotText
from briefing.format.read import parse, read
from briefing.format.source import Loaded
from briefing.model.briefing import Briefing
from briefing.model.errors import Refusal


def test_the_body_begins_after_the_front_matter() -> None:
    briefing = parse("---\ntitle: A\n---\n# B\n\ntext\n", "a.md")
    assert (briefing.title, briefing.body, briefing.body_line) == ("A", "# B\n\ntext\n", 4)
    assert briefing.text[briefing.body_start :] == briefing.body


@pytest.mark.parametrize(
    ("text", "path", "title", "origin"),
    [
        ("---\ntitle: Stated\n---\n# Heading\n", "a.md", "Stated", "front matter"),
        ("---\ntitle:\n---\n# Heading\n", "a.md", "Heading", "heading"),
        ("---\ntitle: ~\n---\ntext\n", "a.md", "a", "file name"),
        ("# The *first* `heading`\n\n# Another\n", "a.md", "The first heading", "heading"),
        ("---\nname: Named\n---\n# Heading\n", "a.md", "Heading", "heading"),
        ("---\nname: Named\n---\ntext\n", "a.md", "Named", "front matter"),
        ("## Only a section\n", "some/2025-07-08-a.b.md", "2025-07-08-a.b", "file name"),
        ("text", "dir.md/no extension", "no extension", "file name"),
        ("text", ".hidden", ".hidden", "file name"),
        ("", "standard input", "standard input", "file name"),
        ("---\ntitle: [a, b]\n---\n", "a.md", "a", "file name"),
        ("+++\ntitle = 'Hugo'\n+++\n", "a.md", "Hugo", "front matter"),
        ("% Pandoc\n% Author\n\ntext", "a.md", "Pandoc", "front matter"),
        ("Title: Weekly\nDate: 2025-07-08\n\ntext", "a.md", "Weekly", "front matter"),
    ],
)
def test_the_title_is_the_stated_one_else_the_first_heading_else_the_file_name(
    text: str, path: str, title: str, origin: str
) -> None:
    briefing = parse(text, path)
    assert (briefing.title, briefing.title_origin) == (title, origin)


def test_problems_stand_in_the_order_of_their_lines() -> None:
    text = b"---\ntitle: A: B\ntitle: C\ndate: 2025-02-30\nx: 1 #2\n---\n\xff\n"
    problems = parse(text, "a.md").problems
    assert [found.code for found in problems] == ["fm-colon", "fm-dup", "date-invalid", "fm-comment", "enc-bytes"]
    assert [found.line for found in problems] == [2, 3, 4, 5, 7]


def test_what_could_not_be_read_is_among_the_other_fields_as_it_was_written() -> None:
    briefing = parse("---\ntitle: A\nfigures:\n  - a\n - b\nodd: 1\nstray words\n---\n", "a.md")
    assert dict(briefing.other) == {
        "figures": "figures:\n  - a\n - b\n",
        "line 7": "stray words",
        "odd": "1",
    }
    assert briefing.figures == ()


def test_front_matter_past_its_bounds_is_shown_as_text() -> None:
    text = "---\ntitle: A\nlist: " + "[" * 40 + "]" * 40 + "\n---\n# Heading\n"
    briefing = parse(text, "a.md")
    assert (briefing.body, briefing.title) == (text, "Heading")
    assert [found.code for found in briefing.problems] == ["fm-size"]


def test_bytes_of_any_line_ends_and_any_mark_give_the_same_briefing() -> None:
    text = "---\ntitle: Größe\nfigures:\n- over 30,000 troops: expected\n---\n# B\n\ntext\n"
    plain = parse(text, "a.md")
    for line_end in ("\n", "\r\n", "\r"):
        for encoding in ("utf-8", "utf-8-sig", "utf-16"):
            assert parse(text.replace("\n", line_end).encode(encoding), "a.md") == plain


def test_a_file_is_read_by_any_name_it_has(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/odd\xff.md"
    Path(os.fsdecode(name)).write_bytes(b"text")
    briefing = read(name)
    assert briefing.path == os.fsdecode(name)
    assert briefing.title == "odd\udcff"
    assert read(os.fsdecode(name)) == briefing


def test_a_file_that_is_cut_says_how_much_of_it_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "LIMIT", 1024)
    path = tmp_path / "a.md"
    path.write_bytes("é".encode() * 1024)
    briefing = read(path)
    (found,) = briefing.problems
    assert (found.code, found.level, found.message) == ("file-large", "warning", "2 KiB; the first 1 KiB are shown")
    assert briefing.text == "é" * 512


def test_a_stream_that_is_cut_says_that_its_size_is_not_known() -> None:
    (found,) = parse(Loaded(b"text", None, truncated=True), "standard input").problems
    assert found.message == "more than 4 bytes; the first 4 bytes are shown"


def test_what_is_no_text_is_refused_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"\x7fELF\0")
    with pytest.raises(NotText) as refused:
        read(path)
    assert str(refused.value) == f"{path}: not text: a zero byte at 4"
    assert isinstance(refused.value, Refusal)


def test_an_empty_file_is_a_briefing_without_anything() -> None:
    briefing = parse(b"", "dir/a.md")
    assert briefing == Briefing(path="dir/a.md", text="", body_start=0, body_line=1, title="a")
