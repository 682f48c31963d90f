"""However the program ends, the terminal is given back and the status says why."""

from __future__ import annotations

import base64
import os
import re
import shlex
import signal
import sys
from pathlib import Path
from subprocess import run
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.pty.conftest import Launch, Terminal


def on_bridge(launch: Launch, coast: Path, **options: object) -> Terminal:
    """A short briefing, open and drawn."""
    terminal = launch(str(coast / "bridge.md"), **options)
    terminal.wait_for("The bridge carries no more than 12 t.", "? keys")
    return terminal


def state_of(terminal: Terminal) -> str:
    """The letter of the program's state: T when it is stopped (POSIX.1-2024, ps)."""
    return run(
        ["ps", "-o", "state=", "-p", str(terminal.process.pid)], capture_output=True, text=True, check=False
    ).stdout


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT])
def test_a_signal_ends_the_program_in_good_order(launch: Launch, coast: Path, number: signal.Signals) -> None:
    terminal = on_bridge(launch, coast)
    terminal.signal(number)
    assert terminal.ended() == 128 + number
    assert terminal.given_back


def test_a_signal_ends_it_over_another_page_too(launch: Launch, coast: Path) -> None:
    terminal = on_bridge(launch, coast)
    terminal.press("?")
    terminal.wait_for("Anywhere")
    terminal.signal(signal.SIGTERM)
    assert terminal.ended() == 128 + signal.SIGTERM
    assert terminal.given_back


def test_a_hangup_followed_by_a_wake_up_ends_it(launch: Launch, coast: Path) -> None:
    terminal = on_bridge(launch, coast)
    terminal.signal(signal.SIGHUP)
    terminal.signal(signal.SIGCONT)
    assert terminal.ended() == 128 + signal.SIGHUP
    assert terminal.given_back


def test_it_ends_although_the_terminal_takes_nothing_any_more(launch: Launch, coast: Path) -> None:
    terminal = launch(str(coast / "harbour.md"), size=(60, 20))
    terminal.wait_for("The harbour of Selm reopens", "? keys")
    for _ in range(400):
        os.write(terminal.master, b"GgGg")
    terminal.signal(signal.SIGTERM)
    assert terminal.process.wait(20) == 128 + signal.SIGTERM
    assert terminal.modes == terminal.before


def test_it_ends_with_its_terminal(launch: Launch, coast: Path) -> None:
    terminal = on_bridge(launch, coast)
    terminal.hang_up()
    assert terminal.process.wait(20) == 128 + signal.SIGHUP


def test_it_ends_with_its_terminal_where_hangups_are_ignored(launch: Launch, coast: Path) -> None:
    ignoring = f"trap '' HUP; exec {shlex.quote(sys.executable)} -m briefing {shlex.quote(str(coast / 'bridge.md'))}"
    terminal = launch(command=("sh", "-c", ignoring))
    terminal.wait_for("The bridge carries no more than 12 t.")
    terminal.hang_up()
    assert terminal.process.wait(20) == 128 + signal.SIGHUP


def test_ctrl_z_gives_the_terminal_to_the_shell_and_fg_takes_it_back(launch: Launch, coast: Path) -> None:
    terminal = on_bridge(launch, coast)
    terminal.press("<C-z>")
    terminal.wait(lambda: "T" in state_of(terminal), "the program to stop")
    terminal.wait(lambda: terminal.given_back, "the terminal to be given back")
    seen = terminal.mark()
    terminal.signal(signal.SIGCONT)
    terminal.wait(lambda: b"The bridge carries" in terminal.raw[seen:], "the text to be drawn again")
    assert terminal.private_modes[1049]
    terminal.press("q")
    assert terminal.ended() == 0
    assert terminal.given_back


def test_a_stop_without_notice_does_no_harm(launch: Launch, coast: Path) -> None:
    terminal = on_bridge(launch, coast)
    terminal.signal(signal.SIGSTOP)
    terminal.wait(lambda: "T" in state_of(terminal), "the program to stop")
    seen = terminal.mark()
    terminal.signal(signal.SIGCONT)
    terminal.wait(lambda: b"The bridge carries" in terminal.raw[seen:], "the text to be drawn again")
    terminal.press("q")
    assert terminal.ended() == 0
    assert terminal.given_back


def test_ctrl_l_draws_the_whole_screen_again(launch: Launch, coast: Path) -> None:
    terminal = on_bridge(launch, coast)
    seen = terminal.mark()
    terminal.press("<C-l>")
    terminal.wait(
        lambda: b"Ada Bo" in terminal.raw[seen:] and b"keys" in terminal.raw[seen:], "the screen to be drawn again"
    )


def test_a_byte_that_is_no_text_is_passed_over(launch: Launch, coast: Path) -> None:
    terminal = on_bridge(launch, coast)
    terminal.send(b"\xff\xe4")
    terminal.wait(lambda: terminal.unread == 0, "the bytes to be read")
    terminal.press("?")
    terminal.wait_for("Anywhere")
    terminal.press("q")
    terminal.wait_without("Anywhere")
    terminal.press("q")
    assert terminal.ended() == 0
    assert terminal.given_back


def test_a_fault_of_the_program_shows_no_word_of_the_document(launch: Launch, coast: Path) -> None:
    faulty = (
        "import sys\n"
        "from briefing.app.desk import Desk\n"
        "def fail(self, steps):\n"
        "    secret = 'Lorries ' + self.reading.document.text\n"
        "    raise KeyError(secret)\n"
        "Desk.to_section = fail\n"
        "from briefing.__main__ import main\n"
        "sys.exit(main())\n"
    )
    terminal = launch(str(coast / "bridge.md"), command=(sys.executable, "-c", faulty))
    terminal.wait_for("The bridge carries no more than 12 t.", "? keys")
    terminal.press("]")
    assert terminal.ended() == 1
    assert terminal.given_back
    said = bytes(terminal.raw).rpartition(b"\x1b[?1049l")[2]
    assert b"a fault of its own" in said
    assert b"KeyError" in said
    assert b"in fail" in said
    assert b"Lorries" not in said
    assert b"12 t" not in said


@pytest.mark.parametrize("elsewhere", ["< /dev/null", "| cat", "2> /dev/null", "- < /dev/null > /dev/null"])
def test_without_a_terminal_it_refuses_at_once(launch: Launch, coast: Path, elsewhere: str) -> None:
    path = "" if elsewhere.startswith("-") else shlex.quote(str(coast / "bridge.md"))
    command = f"({shlex.quote(sys.executable)} -m briefing {path} {elsewhere.replace('|', '; echo status $?) |', 1)}"
    whole = command if "|" in elsewhere else f"{command}; echo status $?)"
    terminal = launch(command=("sh", "-c", whole))
    terminal.wait_for("status 2")
    assert b"\x1b" not in terminal.raw
    said = [line for line in terminal.lines if line and "status" not in line]
    assert all(line.startswith("briefing: ") and "terminal" in line for line in said[:1])


def test_without_any_terminal_it_says_so_in_one_line(coast: Path, environment: dict[str, str]) -> None:
    command = [sys.executable, "-m", "briefing", str(coast / "bridge.md")]
    done = run(command, input=b"", capture_output=True, env=environment, check=False, timeout=60)
    assert done.returncode == 2
    assert done.stdout == b""
    assert re.fullmatch(rb"briefing: [^\n]*terminal[^\n]*briefing show[^\n]*\n", done.stderr)


def test_a_document_on_a_pipe_is_read_with_keys_from_the_terminal(launch: Launch, coast: Path) -> None:
    terminal = launch("-", piped=(coast / "harbour.md").read_bytes(), size=(60, 20))
    terminal.wait_for("The harbour of Selm reopens", "? keys")
    terminal.press("G")
    terminal.wait_for("100 %")
    terminal.press("q")
    assert terminal.ended() == 0
    assert terminal.given_back


def test_without_colour_no_colour_is_sent(launch: Launch, coast: Path) -> None:
    terminal = launch(str(coast), more={"NO_COLOR": "1"})
    terminal.wait_for("The harbour of Selm reopens", "? keys")
    terminal.press("<Enter>")
    terminal.wait_for("Rosa Lind, Harbour correspondent")
    terminal.press("/ferries")
    terminal.wait_for("1 of 3")
    terminal.press("<Enter>?")
    terminal.wait_for("Anywhere")
    terminal.press("<Esc>")
    terminal.wait_without("Anywhere")
    terminal.press("Q")
    assert terminal.ended() == 0
    painted = {code for codes in re.findall(rb"\x1b\[([\d;]*)m", bytes(terminal.raw)) for code in codes.split(b";")}
    assert painted <= {b"", b"0", b"1", b"2", b"3", b"4", b"7", b"9"}, "only weight, slant, lines and reverse"
    assert b"7" in painted
    assert b"1" in painted


def test_what_is_copied_is_handed_to_the_terminal(launch: Launch, coast: Path) -> None:
    terminal = on_bridge(launch, coast)
    terminal.press("}")
    terminal.wait(lambda: "no more than 12 t" in terminal.reversed, "the passage to be lit")
    terminal.press("y")
    terminal.wait_for("copied")
    handed = re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", bytes(terminal.raw))
    copied = base64.b64decode(handed[0]).decode()
    assert len(handed) == 1
    assert copied.startswith("“no more than 12 t” (A bridge is closed to trucks; Ada Bo, Rosa Lind; 10 January 2024; ")
    assert "bridge.md:14" in copied


def test_tmux_gets_the_text_itself(launch: Launch, coast: Path, tmp_path: Path) -> None:
    programs = tmp_path / "programs"
    programs.mkdir()
    got = tmp_path / "got"
    (programs / "tmux").write_text(f'#!/bin/sh\nprintf "%s\\n" "$*" > {got}\ncat >> {got}\n', encoding="utf-8")
    (programs / "tmux").chmod(0o755)
    terminal = on_bridge(launch, coast, more={"TMUX": "socket,1,0", "PATH": f"{programs}:{os.environ['PATH']}"})
    terminal.press("}y")
    terminal.wait_for("by tmux")
    assert got.read_text(encoding="utf-8").startswith("load-buffer -w -\n“no more than 12 t”")


@pytest.fixture
def editor(tmp_path: Path) -> Path:
    """An editor that writes down how it was called, and that waits for Enter as an editor would."""
    script = tmp_path / "an editor"
    script.write_text(
        '#!/bin/sh\nprintf "%s\\n" "$@" > "$(dirname "$0")/called"\nstty -a < /dev/tty > "$(dirname "$0")/modes"\n'
        'echo "in the editor"\nread line\nexit "${STATUS:-0}"\n',
        encoding="utf-8",
    )
    script.chmod(0o755)
    return script


def test_the_editor_opens_the_file_at_the_line_on_a_terminal_of_its_own(
    launch: Launch, coast: Path, editor: Path
) -> None:
    terminal = on_bridge(launch, coast, more={"VISUAL": f"{shlex.quote(str(editor))} --wait", "EDITOR": "false"})
    terminal.press("e")
    terminal.wait(lambda: b"in the editor" in terminal.raw, "the editor")
    assert terminal.given_back
    assert "-icanon" not in (editor.parent / "modes").read_text()
    option, line, path = (editor.parent / "called").read_text().splitlines()
    assert (option, path) == ("--wait", str(coast / "bridge.md"))
    assert re.fullmatch(r"\+\d+", line)
    seen = terminal.mark()
    terminal.press("<Enter>")
    terminal.wait(lambda: b"The bridge carries" in terminal.raw[seen:], "the text to be drawn again")
    terminal.press("q")
    assert terminal.ended() == 0
    assert terminal.given_back


def test_an_editor_that_does_not_work_is_said(launch: Launch, coast: Path) -> None:
    terminal = on_bridge(launch, coast, more={"EDITOR": "/no/such-editor"})
    terminal.press("e")
    terminal.wait_for("cannot be started")
    terminal.press("q")
    assert terminal.ended() == 0
