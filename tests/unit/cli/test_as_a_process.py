"""The program as the shell sees it: streams, signals, encodings, and what is imported when."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

FIXTURES = Path(__file__).parents[2] / "fixtures" / "commands"
ORLE = str(FIXTURES / "orle.md")
PROGRAM = (sys.executable, "-m", "briefing")


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let nothing depend on the day, the settings or the locale of whoever runs the tests."""
    for name in ("NO_COLOR", "BRIEFING_LIBRARY", "COLUMNS", "LC_ALL", "PYTHONUTF8", "PYTHONIOENCODING"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BRIEFING_TODAY", "2024-07-20")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("LANG", "C.UTF-8")


def run(
    *arguments: str, given: bytes = b"", environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        (*PROGRAM, *arguments),
        input=given,
        capture_output=True,
        env=os.environ | (environment or {}),
        timeout=30,
        check=False,
    )


def on_a_terminal(arguments: Sequence[str], environment: Mapping[str, str] | None = None) -> tuple[int, bytes]:
    """Run the program on a terminal; give its status and everything it wrote."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        (*PROGRAM, *arguments), stdin=theirs, stdout=theirs, stderr=theirs, env=os.environ | (environment or {})
    ) as process:
        os.close(theirs)
        written = b""
        while part := _read(ours):
            written += part
        os.close(ours)
        return process.wait(timeout=30), written


def _read(terminal: int) -> bytes:
    """Read what comes next, up to the moment at which the other side closes."""
    try:
        return os.read(terminal, 65536)
    except OSError:  # So Linux says that it has closed.
        return b""


def test_the_status_is_that_of_the_command() -> None:
    assert run("check", ORLE).returncode == 1
    assert run("show", "nowhere.md").returncode == 2


def test_a_terminal_gets_styles_and_the_passages_of_figures_are_marked() -> None:
    status, written = on_a_terminal(["show", ORLE])
    assert status == 0
    assert b"\x1b[1mBridge at Orle closed to trucks\x1b[0m" in written
    assert b"\x1b[1;4;33mabout 40 min longer\x1b[0m" in written


@pytest.mark.parametrize("command", [["show", ORLE], ["check", ORLE], ["list", str(FIXTURES)]])
def test_no_color_leaves_no_escape_in_the_output(command: list[str]) -> None:
    _, written = on_a_terminal(command, {"NO_COLOR": "1"})
    assert written
    assert b"\x1b" not in written


def test_a_pipe_gets_no_escape() -> None:
    assert b"\x1b" not in run("show", ORLE).stdout


def test_show_fits_the_terminal() -> None:
    _, written = on_a_terminal(["show", ORLE], {"COLUMNS": "30", "NO_COLOR": "1"})
    assert 20 < max(len(line) for line in written.decode().splitlines()) <= 30


def test_the_standard_input_is_read() -> None:
    done = run("show", "-", "--json", given=b"# From a pipe\n\nText.\n")
    assert done.returncode == 0
    data = json.loads(done.stdout)
    assert (data["title"], data["path"]) == ("From a pipe", "standard input")


def test_a_standard_input_that_is_no_text_is_refused() -> None:
    done = run("show", "-", given=b"\x00\x01")
    assert done.returncode == 2
    assert done.stderr == b"briefing: standard input: not text: a zero byte at 0\n"


@pytest.mark.parametrize("arguments", [[ORLE], ["-"], []])
def test_without_a_terminal_the_screen_is_refused_at_once(arguments: list[str]) -> None:
    done = run(*arguments, given=b"# Text\n")
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.startswith(b"briefing: ")
    assert done.stderr.count(b"\n") == 1


def test_a_reader_who_goes_away_ends_the_program_quietly(tmp_path: Path) -> None:
    (tmp_path / "long.md").write_text("word " * 400_000, encoding="utf-8")
    with subprocess.Popen(
        (*PROGRAM, "show", str(tmp_path / "long.md")), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        said = process.stderr.read()
        assert process.wait(timeout=30) == 141
    assert said == b""


def test_a_full_disk_is_one_line_and_status_2() -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123  a device
        done = subprocess.run((*PROGRAM, "show", ORLE), stdout=full, stderr=subprocess.PIPE, timeout=30, check=False)
    assert done.returncode == 2
    assert done.stderr == b"briefing: cannot go on: No space left on device\n"


def test_closed_streams_are_no_fault() -> None:
    command = " ".join(PROGRAM) + f" show {ORLE}"
    done = subprocess.run(["sh", "-c", f"{command} >&- 2>&-"], capture_output=True, timeout=30, check=False)
    assert done.returncode == 2
    assert done.stdout + done.stderr == b""


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, -signal.SIGTERM)])
def test_a_signal_ends_the_program_without_a_trace(number: signal.Signals, status: int) -> None:
    with subprocess.Popen(
        (*PROGRAM, "show", "-"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        process.stdin.write(b"text " * 100_000)  # More than a pipe holds: it is being read once this returns.
        process.send_signal(number)
        process.stdin.close()
        assert process.wait(timeout=30) == status
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read() + process.stderr.read() == b""


@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}]
)
def test_no_locale_is_a_fault(locale: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "Київ.md"
    path.write_text("# Київ 框架\n\nText – text.\n", encoding="utf-8")
    done = run("show", str(path), environment=locale)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(run("show", str(path), "--json", environment=locale).stdout)["title"] == "Київ 框架"


def test_a_name_that_is_no_text_is_read_and_printed(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/na\xffme.md"
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123  a name of bytes
        file.write("# Odd\n")
    done = run("list", str(tmp_path))
    assert done.stdout.decode().split("\t")[1] == "Odd"
    assert "na\ufffdme.md" in done.stdout.decode()
    data = json.loads(run("list", str(tmp_path), "--json").stdout)
    assert os.fsencode(data["briefings"][0]["path"]) == path


def test_a_named_pipe_does_not_make_anyone_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    done = run("show", str(tmp_path / "a.md"))
    assert done.returncode == 2
    assert b"named pipe" in done.stderr


def imported(code: str) -> set[str]:
    """The modules that are imported by a piece of code in a fresh interpreter."""
    listing = subprocess.run(
        (sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules, file=sys.__stdout__)"),
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )
    return set(listing.stdout.splitlines()[-1].split())


def test_a_file_is_opened_without_the_machinery_for_commands() -> None:
    modules = imported(f"from briefing.cli.entry import run\nassert run([{ORLE!r}]) == 2")
    assert not modules & {"click", "yaml", "json", "sqlite3", "textual", "rich", "briefing.cli.group"}


def test_no_command_imports_the_screen() -> None:
    modules = imported(f"from briefing.cli.entry import run\nfor name in ('show', 'check'): run([name, {ORLE!r}])")
    assert "briefing.review.inspect" in modules
    assert not modules & {"textual", "rich", "briefing.app"}


def test_printing_a_briefing_needs_no_index() -> None:
    modules = imported(f"from briefing.cli.entry import run\nrun(['show', {ORLE!r}])")
    assert not modules & {"sqlite3", "pygments"}
