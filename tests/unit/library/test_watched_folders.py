"""A folder that is watched: what changes in it is told at once, and looked at without a walk through all of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue
from time import monotonic
from typing import Protocol

import pytest

from briefing.library import watcher as watcher_module
from briefing.library.scan import FileStamp, scan
from briefing.library.watch import Changes, after, look_at
from briefing.library.watcher import Touched, Watcher

PATIENCE = 10.0
"""Seconds after which something that was waited for counts as never coming."""


class Told(Protocol):
    """Waits until a path was told, or anything may have been touched."""

    def __call__(self, path: Path | None) -> None: ...


@pytest.fixture
def watched(tmp_path: Path) -> Path:
    """A folder with two briefings and a hidden folder."""
    root = tmp_path / "watched"
    (root / "inland").mkdir(parents=True)
    (root / ".git").mkdir()
    (root / "a.md").write_text("a", encoding="utf-8")
    (root / "inland" / "b.md").write_text("b", encoding="utf-8")
    return root


@pytest.fixture
def told(watched: Path) -> Iterator[Told]:
    """The watching of the folder, begun."""
    heard: Queue[Touched] = Queue()
    began: Queue[bool] = Queue()
    watcher = Watcher(watched, heard.put, lambda: began.put(True))
    assert began.get(timeout=PATIENCE)

    def wait(path: Path | None) -> None:
        deadline = monotonic() + PATIENCE
        while True:
            try:
                touched = heard.get(timeout=max(0.0, deadline - monotonic()))
            except Empty:
                raise AssertionError(f"{path} was never told") from None
            if (touched is None) if path is None else (touched is not None and os.fsencode(path) in touched):
                return

    yield wait
    watcher.stop()


def stamps(root: Path) -> dict[bytes, FileStamp]:
    """All files of a folder by their paths."""
    return {stamp.path: stamp for stamp in scan(root)}


def test_what_comes_changes_and_goes_is_told(watched: Path, told: Told) -> None:
    new = watched / "new.md"
    new.write_text("new", encoding="utf-8")
    told(new)
    new.write_text("changed", encoding="utf-8")
    told(new)
    new.rename(watched / "inland" / "renamed.md")
    told(watched / "inland" / "renamed.md")
    (watched / "inland" / "renamed.md").unlink()
    told(watched / "inland" / "renamed.md")


def test_a_folder_that_is_new_is_watched_too(watched: Path, told: Told) -> None:
    (watched / "coast").mkdir()
    told(watched / "coast")
    (watched / "coast" / "c.md").write_text("c", encoding="utf-8")
    told(watched / "coast" / "c.md")


def test_what_is_hidden_is_not_told(watched: Path, told: Told) -> None:
    (watched / ".git" / "index.md").write_text("x", encoding="utf-8")
    (watched / "seen.md").write_text("x", encoding="utf-8")
    told(watched / "seen.md")


def test_where_very_much_changes_anything_may_have(watched: Path, told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watcher_module, "MOST", 5)
    for number in range(50):
        (watched / f"n{number}.md").write_text("x", encoding="utf-8")
    told(None)


def test_a_name_that_is_no_text_means_any(watched: Path, told: Told) -> None:
    Path(os.fsdecode(os.fsencode(watched) + b"/\xff.md")).write_text("x", encoding="utf-8")
    told(None)


def test_a_folder_that_is_not_there_is_refused_in_silence(tmp_path: Path) -> None:
    heard: list[object] = []
    watcher = Watcher(tmp_path / "none", heard.append, lambda: heard.append(True))
    watcher.stop()
    assert heard == []


def test_looking_at_what_was_touched_finds_what_a_walk_finds(watched: Path) -> None:
    known = stamps(watched)
    (watched / "a.md").write_text("longer", encoding="utf-8")
    (watched / "c.md").write_text("c", encoding="utf-8")
    (watched / "inland").rename(watched / "hills")
    names = ("a.md", "c.md", "inland", "hills", "gone.md", "picture.png")
    touched = [os.fsencode(watched / name) for name in names]
    changes = look_at(touched, known)
    assert [Path(os.fsdecode(path)).name for path in changes.removed] == ["b.md"]
    assert {Path(os.fsdecode(stamp.path)).name for stamp in changes.added} == {"b.md", "c.md"}
    assert [Path(os.fsdecode(stamp.path)).name for stamp in changes.changed] == ["a.md"]
    assert after(changes, known) == stamps(watched)


def test_what_was_not_touched_is_not_looked_at(watched: Path) -> None:
    known = stamps(watched)
    (watched / "a.md").unlink()
    assert look_at([os.fsencode(watched / "inland" / "b.md")], known) == Changes()
