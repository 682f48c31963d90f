"""Settings are read with what is wrong said, and changed without losing what others wrote."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefing.library.durable import STALE_AFTER, locked, replace_file
from briefing.library.settings import LoadedSettings, Settings, load_settings, remember


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def write(path: Path, content: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, encoding="utf-8")


def test_without_a_file_nothing_is_chosen(path: Path) -> None:
    assert load_settings(path) == LoadedSettings(Settings())


def test_what_is_remembered_is_loaded(path: Path) -> None:
    assert remember(path, theme="calm", panes=("library", "facts")) is None
    assert remember(path, sort="title") is None
    assert load_settings(path) == LoadedSettings(Settings(theme="calm", panes=("library", "facts"), sort="title"))
    assert remember(path, theme=None) is None
    assert load_settings(path).settings.theme is None


def test_choices_of_another_version_stay(path: Path) -> None:
    write(path, '{"later": [1], "theme": "old"}')
    remember(path, theme="new")
    assert json.loads(path.read_text())["later"] == [1]


@pytest.mark.parametrize(
    "content", ["{", "[]", "[" * 100_000, "\ud800".encode("utf-8", "surrogatepass").decode("latin-1")]
)
def test_a_broken_file_is_said_and_kept_beside_the_new_one(path: Path, content: str) -> None:
    write(path, content)
    loaded = load_settings(path)
    assert loaded.settings == Settings()
    assert loaded.problem is not None
    assert loaded.problem.startswith(f"{path}: the settings cannot be read: ")
    assert remember(path, theme="calm") is None
    assert load_settings(path).settings.theme == "calm"
    assert (path.parent / "settings.json.broken").read_text(encoding="utf-8") == content


def test_a_choice_that_cannot_be_used_is_named_and_the_others_hold(path: Path) -> None:
    write(path, '{"theme": 7, "panes": "facts", "sort": "title", "library": null}')
    assert load_settings(path) == LoadedSettings(
        Settings(sort="title"), f"{path}: panes, theme cannot be used as written"
    )


def test_an_unknown_choice_is_a_fault_of_the_program(path: Path) -> None:
    with pytest.raises(TypeError, match="no such setting: colour"):
        remember(path, colour="red")


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    problem = remember(tmp_path / "file" / "settings.json", theme="calm")
    assert problem is not None
    assert "the choice will not be remembered" in problem


def test_a_lock_held_by_another_program_is_not_waited_for_long(path: Path) -> None:
    with (
        locked(path.with_name(".settings.json.lock")),
        pytest.raises(TimeoutError),
        locked(path.with_name(".settings.json.lock"), patience=0.01),
    ):
        pass


KILLED = """
import sys
from pathlib import Path
from briefing.library.durable import replace_file
number = 0
while True:
    replace_file(Path(sys.argv[1]), b"%d " % (number % 10) * 50_000)
    number += 1
    print(flush=True)
"""


def test_a_killed_writer_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "file"
    for _ in range(4):
        writer = subprocess.Popen([sys.executable, "-c", KILLED, path], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(0.05)
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
        content = path.read_bytes()
        assert content in {b"%d " % number * 50_000 for number in range(10)}


def test_who_has_the_old_file_open_reads_on_in_it(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old words")
    with path.open("rb") as file:
        replace_file(path, b"new")
        assert file.read() == b"old words"


def test_what_killed_writers_left_is_swept_away(tmp_path: Path) -> None:
    path, left, fresh = (tmp_path / name for name in ("file", "file.abc.unfinished", "file.def.unfinished"))
    left.touch()
    fresh.touch()
    long_ago = time.time() - STALE_AFTER - 10
    os.utime(left, (long_ago, long_ago))
    replace_file(path, b"new")
    assert (path.read_bytes(), left.exists(), fresh.exists()) == (b"new", False, True)


def test_a_failed_write_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
