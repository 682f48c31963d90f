"""Links of a briefing to others are held against the folder it lies in."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from briefing.cli import neighbours
from briefing.cli.entry import run
from briefing.cli.neighbours import Folder


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "deeper").mkdir()
    (tmp_path / "road.md").write_text("---\nid: r-1\ntitle: The road\naliases: [way]\n---\n\nText.\n", encoding="utf-8")
    (tmp_path / "deeper" / "snow.md").write_text("# Snow\n\nText.\n", encoding="utf-8")
    (tmp_path / "report.qmd").write_text("Text.\n", encoding="utf-8")
    (tmp_path / "map.png").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said(folder: Path, text: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What is said of links, from the field on."""
    (folder / "a.md").write_text(text, encoding="utf-8")
    assert run(["check", "a.md"]) == 0
    return [line.split("warning: ")[1] for line in capsys.readouterr().out.splitlines() if "-dead]" in line]


@pytest.mark.parametrize(
    "link",
    [
        "[[road]]", "[[Road|words]]", "[[r-1]]", "[[The road#Heading]]", "[[way]]", "[[snow]]", "[x](road.md)",
        "[[report]]", "[x](report)",
        "[x](road)", "[x](deeper/snow.md#snow)", "[x](/road.md)", "[x](map.png)", "[x](deeper)", "[x](ro%61d.md)",
        "[x](https://example.org/none.md)", "[x](mailto:a@example.org)", "`[[none]]`", "[x](#top)",
    ],
)  # fmt: skip
def test_a_link_that_leads_somewhere_is_not_spoken_of(
    folder: Path, link: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(folder, f"Text {link} text.\n", capsys) == []


def test_a_dead_link_is_said_once_with_its_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Text.\n\n[[none]] and [x](gone/away.md) and\n[[none]] again.\n"
    assert said(folder, text, capsys) == [
        "[[none]] matches no briefing here [link-dead]",
        'there is no file "gone/away.md" [link-dead]',
    ]
    assert run(["check", "a.md"]) == 0
    assert capsys.readouterr().out.startswith("a.md:3:1: ")


def test_fields_that_name_briefings_are_held_against_the_folder(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    front = '---\nrelated: [road.md, r-1, "[[The road]]", "[[Sudan 12]]", https://example.org]\nsupersedes: b.md\n---\n'
    assert said(folder, front, capsys) == [
        'related[3]: "[[Sudan 12]]" matches no briefing in this folder [rel-dead]',
        'supersedes: "b.md" matches no briefing in this folder [rel-dead]',
    ]


def test_of_a_stream_nothing_is_known(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"[[none]] and [x](none.md)\n")))
    assert run(["check", "-"]) == 0
    assert capsys.readouterr().out == ""


def test_in_a_folder_that_is_too_large_every_name_is_taken_to_be_known(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not Folder(str(folder)).has_name("none")
    monkeypatch.setattr(neighbours, "MOST", 1)
    assert Folder(str(folder)).has_name("none")


def test_a_zero_byte_in_a_path_is_no_file(folder: Path) -> None:
    assert not Folder(str(folder)).has_file("a\0b", "a.md")
