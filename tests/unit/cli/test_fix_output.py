"""`briefing check --fix`: a diff first, and files that keep all but what is put right."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from briefing.cli.entry import run

BEFORE = b"\xef\xbb\xbf---\r\ntitle: A: B  \r\ndate: 8 July 2024 # day\r\n---\r\n\r\nText.\rMore.\n"
AFTER = b'\xef\xbb\xbf---\r\ntitle: "A: B"  \r\ndate: 2024-07-08 # day\r\n---\r\n\r\nText.\rMore.\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "a.md"
    made.write_bytes(BEFORE)
    made.chmod(0o640)
    return made


def test_a_diff_is_shown_and_nothing_is_written(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--fix", str(path)]) == 0
    said = capsys.readouterr()
    changed = [line for line in said.out.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    assert changed == ["-title: A: B  ", "-date: 8 July 2024 # day", '+title: "A: B"  ', "+date: 2024-07-08 # day"]
    assert said.err == "briefing: 1 file to change; --write does it\n"
    assert path.read_bytes() == BEFORE


def test_what_is_written_keeps_every_other_byte_and_the_mode(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--fix", "--write", str(path.parent)]) == 0
    assert capsys.readouterr().err == "briefing: 1 file changed\n"
    assert path.read_bytes() == AFTER
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [one.name for one in path.parent.iterdir()] == ["a.md"]
    assert run(["check", "--fix", str(path)]) == 0
    assert capsys.readouterr().out == ""


def test_a_link_to_a_file_stays_one(path: Path) -> None:
    link = path.with_name("link.md")
    link.symlink_to(path.name)
    assert run(["check", "--fix", "--write", str(link)]) == 0
    assert link.is_symlink()
    assert path.read_bytes() == AFTER


def test_a_file_that_is_no_utf_8_is_left_as_it_is(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path.write_bytes(BEFORE + b"\xff")
    assert run(["check", "--fix", "--write", str(path)]) == 2
    assert capsys.readouterr().err == f"briefing: {path}: is not UTF-8; it was left as it is\n"
    assert path.read_bytes() == BEFORE + b"\xff"


@pytest.mark.parametrize("arguments", [["--write", "a.md"], ["--fix", "--write", "-"]])
def test_writing_without_a_fix_or_into_a_stream_is_refused(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", *arguments]) == 2
    assert capsys.readouterr().err.count("\n") == 1
