"""The bytes of a file are read without waiting, without bound being passed, and never from what is no file."""

from __future__ import annotations

import io
import os
import socket
from pathlib import Path

import pytest

from briefing.format import source
from briefing.format.source import LIMIT, Loaded, load, load_stream
from briefing.model.errors import Refusal


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"# A\r\n\xff")
    assert load(path) == Loaded(b"# A\r\n\xff", 6, truncated=False)
    assert load(str(path)) == load(os.fsencode(path)) == load(path)


def test_an_empty_file_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "a.md").touch()
    assert load(tmp_path / "a.md") == Loaded(b"", 0, truncated=False)


@pytest.mark.parametrize(
    ("length", "kept", "truncated"), [(9, 9, False), (10, 10, False), (11, 10, True), (99, 10, True)]
)
def test_a_long_file_is_cut_at_the_limit_and_its_size_is_told(
    length: int, kept: int, truncated: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "LIMIT", 10)
    (tmp_path / "a.md").write_bytes(b"x" * length)
    assert load(tmp_path / "a.md") == Loaded(b"x" * kept, length, truncated)


def test_a_file_of_ten_gigabytes_is_read_up_to_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "sparse.md"
    path.touch()
    os.truncate(path, 10 * 1024**3)
    loaded = load(path)
    assert (len(loaded.data), loaded.size, loaded.truncated) == (LIMIT, 10 * 1024**3, True)


def test_what_is_no_regular_file_is_refused_in_a_sentence_that_names_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "zero.md").symlink_to("/dev/zero")
    (tmp_path / "circle.md").symlink_to("circle.md")
    (tmp_path / "file").touch()
    refusals = {
        ".": "is a folder, not a file",
        "pipe.md": "is a named pipe, not a file",
        "zero.md": "is a device, not a file",
        "circle.md": "its links lead in a circle",
        "nothing.md": "no such file",
        "file/inside.md": "no such file: a part of its path is not a folder",
        "n" * 300: "the name is too long",
        "zero\0byte": "a name cannot hold a zero byte",
    }
    for name, reason in refusals.items():
        with pytest.raises(Refusal) as refused:
            load(f"{tmp_path}/{name}")
        assert str(refused.value).endswith(f": {reason}")
        assert str(refused.value).startswith(str(tmp_path))


def test_a_socket_is_refused(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s.md"))
        with pytest.raises(Refusal, match=r"is a socket or a device, not a file$"):
            load(tmp_path / "s.md")


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", forbidden)
    with pytest.raises(Refusal, match=r"a\.md: no permission to read it$"):
        load(tmp_path / "a.md")


def test_a_disk_that_fails_while_reading_is_a_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> bytes:
        raise OSError(5, "Input/output error")

    (tmp_path / "a.md").touch()
    monkeypatch.setattr(os, "read", failing)
    with pytest.raises(Refusal, match=r"a\.md: input/output error$"):
        load(tmp_path / "a.md")


def test_the_descriptor_is_closed_whatever_happens(tmp_path: Path) -> None:
    def next_descriptor() -> int:
        descriptor = os.open(os.devnull, os.O_RDONLY)
        os.close(descriptor)
        return descriptor

    (tmp_path / "a.md").touch()
    before = next_descriptor()
    load(tmp_path / "a.md")
    with pytest.raises(Refusal):
        load(tmp_path)
    assert next_descriptor() == before


def test_a_name_from_outside_cannot_command_the_terminal(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        load(f"{tmp_path}/\x1b]0;owned\x07\n\udcff.md")
    assert "/^[]0;owned^G \ufffd.md: no such file" in str(refused.value)


def test_a_stream_is_read_to_its_end_in_whatever_pieces_it_comes() -> None:
    class Trickle(io.BytesIO):
        """A pipe that gives a byte at a time."""

        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(1 if size else 0)

    assert load_stream(Trickle(b"abc")) == Loaded(b"abc", 3, truncated=False)


def test_an_endless_stream_is_cut_and_its_size_is_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "LIMIT", 10)
    with Path("/dev/zero").open("rb") as endless:
        assert load_stream(endless) == Loaded(b"\0" * 10, None, truncated=True)


def test_a_stream_that_cannot_be_read_is_refused() -> None:
    closed = io.BytesIO()
    closed.close()
    with pytest.raises(Refusal, match=r"^standard input: cannot be read$"):
        load_stream(closed)
