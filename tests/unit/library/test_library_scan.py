"""The walk through a folder finds the Markdown files, ends, and goes on past what it cannot read."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from briefing.library.scan import FileStamp, Unreadable, scan

Shelf = Callable[[Mapping[str, str]], Path]


def names(root: Path) -> list[str]:
    """The found files, from the root on."""
    return [os.path.relpath(os.fsdecode(stamp.path), root) for stamp in scan(root)]


def test_markdown_files_are_found_in_the_order_of_their_names_folder_by_folder(shelf: Shelf) -> None:
    root = shelf(
        {
            "b.md": "",
            "a.MARKDOWN": "",
            "c.Md": "",
            "d.qmd": "",
            "z/a.md": "",
            "m/n/x.md": "",
            "m/y.md": "",
            "no.txt": "",
        }
    )
    assert names(root) == ["a.MARKDOWN", "b.md", "c.Md", "d.qmd", "m/y.md", "m/n/x.md", "z/a.md"]


def test_hidden_files_and_folders_are_passed_over(shelf: Shelf) -> None:
    assert names(shelf({".git/a.md": "", ".hidden.md": "", "shown.md": ""})) == ["shown.md"]


def test_a_stamp_holds_absolute_path_size_and_time(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    root = shelf({"a.md": "four"})
    os.utime(root / "a.md", ns=(5, 1_234_567_890))
    monkeypatch.chdir(root.parent)
    assert list(scan("briefings")) == [FileStamp(os.fsencode(root / "a.md"), 4, 1_234_567_890)]


def test_the_walk_ends_although_links_lead_in_circles(shelf: Shelf) -> None:
    root = shelf({"in/a.md": ""})
    (root / "in" / "self").symlink_to(".")
    (root / "in" / "up").symlink_to("..")
    assert names(root) == ["in/a.md"]


def test_a_link_to_a_file_counts_and_a_broken_one_does_not(shelf: Shelf) -> None:
    root = shelf({"a.md": "four"})
    (root / "link.md").symlink_to("a.md")
    (root / "broken.md").symlink_to("gone.md")
    assert names(root) == ["a.md", "link.md"]


def test_a_pipe_and_a_folder_with_the_name_of_a_file_are_no_files(shelf: Shelf) -> None:
    root = shelf({"folder.md/inside.md": ""})
    os.mkfifo(root / "pipe.md")
    assert names(root) == ["folder.md/inside.md"]


def test_names_that_are_not_text_are_kept_as_bytes(shelf: Shelf) -> None:
    root = shelf({})
    odd = os.fsencode(root) + b"/\xff\n\x1b.md"
    Path(os.fsdecode(odd)).touch()
    assert [stamp.path for stamp in scan(root)] == [odd]


def test_a_folder_that_cannot_be_listed_is_reported_and_the_rest_is_found(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = shelf({"a.md": "", "shut/b.md": "", "z.md": "", "zz/c.md": ""})
    real = os.scandir

    def refusing(folder: bytes) -> object:
        if folder.endswith(b"shut"):
            raise PermissionError(13, "Permission denied")
        return real(folder)

    monkeypatch.setattr(os, "scandir", refusing)
    reported: list[Unreadable] = []
    found = [Path(os.fsdecode(stamp.path)).name for stamp in scan(root, reported.append)]
    assert found == ["a.md", "z.md", "c.md"]
    assert reported == [Unreadable(os.fsencode(root / "shut"), "Permission denied")]


def test_a_missing_root_is_reported(tmp_path: Path) -> None:
    reported: list[Unreadable] = []
    assert list(scan(tmp_path / "none", reported.append)) == []
    assert [one.reason for one in reported] == ["No such file or directory"]
