"""The journal remembers what was read, for two programs at once, through kills, torn lines and disks that refuse."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.library.durable import locked
from briefing.library.events import Event, Foreign, Left, Opened, Read, Starred, Unread, from_line
from briefing.library.history import Reading
from briefing.library.journal import COMPACT_AT, Journal
from briefing.library.place import SavedPlace

NOON = datetime(2025, 7, 8, 12, tzinfo=UTC)
A, B = "/library/a.md", "/library/b.md"
ODD = "/library/\udcff\n\x1b.md"
PLACE = SavedPlace("exact", "before ", " after", 120, 7)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "journal.jsonl"


def journal(path: Path) -> Journal:
    made = Journal(path, lambda: NOON)
    made.load()
    return made


def test_nothing_is_read_at_first(path: Path) -> None:
    state = journal(path).state_of(A)
    assert (state.reading, state.place, state.starred, state.read_at) == (Reading.UNREAD, None, False, None)


@pytest.mark.parametrize("name", [A, ODD])
def test_what_was_done_is_known_to_the_next_program(path: Path, name: str) -> None:
    first = journal(path)
    events: list[Event] = [
        Opened(name),
        Read(name, "d1", ("b1", "b2"), ("7",)),
        Starred(name, on=True),
        Left(name, PLACE),
    ]
    for event in events:
        first.record(event)
    state = journal(path).state_of(name)
    assert state == first.state_of(name)
    assert (state.reading, state.place, state.starred) == (Reading.READ, PLACE, True)
    assert (state.read, state.read_at, state.opened_at) == (Read(name, "d1", ("b1", "b2"), ("7",)), NOON, NOON)


def test_other_words_than_those_that_were_read_are_a_change(path: Path) -> None:
    one = journal(path)
    one.record(Read(A, "d1"))
    assert one.state_of(A, "d1").reading is Reading.READ
    assert one.state_of(A, "d2").reading is Reading.CHANGED
    assert one.state_of(B, "d2").reading is Reading.UNREAD


def test_another_program_is_heard_of(path: Path) -> None:
    one, other = journal(path), journal(path)
    other.record(Read(A, "d1"))
    assert one.state_of(A).reading is Reading.UNREAD
    assert one.load() == {A}
    assert one.state_of(A).reading is Reading.READ
    assert one.load() == frozenset()


def test_two_programs_that_write_in_turn_lose_nothing(path: Path) -> None:
    one, other = journal(path), journal(path)
    for number in range(20):
        (one if number % 2 else other).record(Opened(f"/l/{number}"))
    one.load()
    assert set(one.states()) == {f"/l/{number}" for number in range(20)}


def test_undoing_takes_back_the_last_of_ones_own_doings(path: Path) -> None:
    one, other = journal(path), journal(path)
    one.record(Read(A, "d1"))
    one.record(Unread(A))
    one.record(Left(A, PLACE))
    other.record(Starred(A, on=True))
    assert one.undo() == Unread(A)
    assert one.state_of(A).reading is Reading.READ
    assert one.undo() == Read(A, "d1")
    assert one.undo() is None
    assert journal(path).state_of(A).reading is Reading.UNREAD
    assert journal(path).state_of(A).starred
    assert journal(path).state_of(A).place == PLACE


def test_the_log_tells_what_was_read_when(path: Path) -> None:
    times = iter(datetime(2025, 7, day, tzinfo=UTC) for day in (3, 1, 2))
    one = Journal(path, lambda: next(times))
    for name in (A, B, A):
        one.record(Read(name, "d"))
    assert [(line.event.path, line.at.day) for line in journal(path).log()] == [(B, 1), (A, 2), (A, 3)]


def test_a_torn_last_line_costs_nothing_but_itself(path: Path) -> None:
    journal(path).record(Read(A, "d1"))
    with path.open("ab") as file:
        file.write(b'{"id":"x","at":"2025-07-08T12:00:00+00:00","did":"unre')
    one = journal(path)
    assert one.state_of(A).reading is Reading.READ
    one.record(Read(B, "d2"))
    assert {name: state.reading for name, state in journal(path).states().items()} == dict.fromkeys(
        (A, B), Reading.READ
    )


def test_a_line_that_is_still_being_written_is_read_when_it_has_ended(path: Path) -> None:
    one, other = journal(path), journal(path)
    other.record(Read(A, "d1"))
    line = path.read_bytes()
    path.write_bytes(line[:40])
    assert one.load() == frozenset()
    with path.open("ab") as file:
        file.write(line[40:])
    assert one.load() == {A}


@pytest.mark.parametrize(
    "line",
    [
        b"\xff\xfe",
        b"[1]",
        b"7",
        b"{}",
        b'{"id":"1","at":"never","did":"read","path":"/l/a","digest":"d"}',
        b'{"id":"1","at":"2025-07-08","did":"read"}',
        b'{"id":"1","at":"2025-07-08","did":"left","path":"/l/a","place":3}',
        b'{"id":"1","at":"2025-07-08","did":"danced","path":"/l/a"}',
        b'{"id":"1","at":"2025-07-08","did":"read","path":"/l/a","digest":"d","pieces":[[]]}',
        b'{"id":"1","at":"2025-07-08","did":"seen","path":"/l/a","digest":"d","figures":[7]}',
        b"[" * 100_000,
    ],
)
def test_a_line_that_says_nothing_known_is_passed_over(path: Path, line: bytes) -> None:
    journal(path).record(Read(A, "d1"))
    with path.open("ab") as file:
        file.write(line + b"\n")
    journal(path).record(Read(B, "d1"))
    assert set(journal(path).states()) == {A, B}
    assert from_line(line) in (None, Foreign(line))


def test_a_long_journal_is_rewritten_without_idle_lines_and_says_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = journal(path)
    one.record(Read(A, "d0", pieces=("old",) * 50))
    one.record(Read(A, "d1", pieces=("b",)))
    one.record(Starred(A, on=True))
    one.record(Starred(A, on=False))
    one.undo()
    foreign = b'{"id":"f","at":"2030-01-01","did":"danced","path":"/l/a"}\n'
    idle = b"".join(
        b'{"id":"%d","at":"2025-07-08T12:00:00+00:00","did":"opened","path":"/library/b.md"}\n' % number
        for number in range(COMPACT_AT // 80 + 10)
    )
    with path.open("ab") as file:
        file.write(foreign + idle)
    with monkeypatch.context() as patched:
        patched.setattr("briefing.library.journal.COMPACT_AT", sys.maxsize)
        before = journal(path)
    after = journal(path)
    assert path.stat().st_size < 2000
    assert after.states() == before.states() == journal(path).states()
    assert [line.event.path for line in after.log()] == [A, A]
    assert foreign in path.read_bytes()
    after.record(Read(B, "d"))
    one.load()
    assert one.states() == journal(path).states()


def test_a_journal_that_cannot_be_written_goes_on_in_memory_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    one = Journal(tmp_path / "file" / "journal.jsonl")
    one.load()
    one.record(Read(A, "d1"))
    assert one.state_of(A).reading is Reading.READ
    assert one.problem is not None
    assert "cannot be remembered" in one.problem


def test_what_could_not_be_written_is_written_later(path: Path) -> None:
    one = journal(path)
    with locked(path.with_name(f".{path.name}.lock")):
        one.record(Read(A, "d1"))
        assert one.problem is not None
        one.record(Starred(A, on=True))
        assert one.state_of(A).starred
    assert journal(path).states() == {}
    one.record(Read(B, "d2"))
    assert not one.problem
    assert set(journal(path).states()) == {A, B}
    assert journal(path).state_of(A).starred


def test_a_disk_that_takes_half_a_line_keeps_none_of_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = journal(path)
    one.record(Read(A, "d1"))
    before = path.read_bytes()
    real = os.write

    def half(handle: int, content: bytes) -> int:
        if len(content) < 20:
            raise OSError(28, "No space left on device")
        return real(handle, content[: len(content) // 2])

    monkeypatch.setattr(os, "write", half)
    one.record(Read(B, "d2"))
    monkeypatch.undo()
    assert path.read_bytes() == before
    assert one.problem is not None
    assert "No space left on device" in one.problem


WRITER = """
import sys
from pathlib import Path
from briefing.library.events import Read
from briefing.library.journal import Journal

journal = Journal(Path(sys.argv[1]))
number = 0
while True:
    journal.record(Read(f"/l/{sys.argv[2]}/{number}", "d"))
    print(number, flush=True)
    number += 1
"""


def test_what_two_killed_programs_said_they_had_written_is_there(path: Path) -> None:
    said: dict[tuple[int, int], int] = {}
    for round_ in range(3):
        writers = [
            subprocess.Popen(
                [sys.executable, "-c", WRITER, path, f"{round_}-{which}"], stdout=subprocess.PIPE, text=True
            )
            for which in range(2)
        ]
        for writer in writers:
            assert writer.stdout is not None
            writer.stdout.readline()
        time.sleep(0.1)
        for which, writer in enumerate(writers):
            writer.send_signal(signal.SIGKILL)
            output, _ = writer.communicate()
            said[round_, which] = int(output.rstrip("\n").split("\n")[-1] or 0)
    states = journal(path).states()
    for (round_, which), last in said.items():
        assert last > 0
        assert all(f"/l/{round_}-{which}/{number}" in states for number in range(last + 1))
