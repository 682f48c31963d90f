"""The edges: the guard before the terminal, the editor, and how a fault is told."""

from __future__ import annotations

from pathlib import Path
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.segment import ControlType, Segment
from rich.style import Style
from textual.color import Color

from briefing.app.editor import edit, editor_words
from briefing.app.fault import fault_report
from briefing.app.guard import Guard

WORDS = "words of a text \x1b[31m"
BLACK = Color.parse("#000000")


def passed(*segments: Segment) -> list[Segment]:
    """What the guard lets through."""
    return Guard().apply(list(segments), BLACK)


@pytest.mark.parametrize("text", ["", "Harbour", "Čeněk — 한국 🏴 é", "a\u00adb"])
def test_honest_text_passes_as_it_is(text: str) -> None:
    style = Style(bold=True)
    assert passed(Segment(text, style)) == [Segment(text, style)]


@pytest.mark.parametrize(
    "text", ["\x1b[31m", "\x9b31m", "a\x00b", "\u202eab", "x\ry", "x\ny", "\u200b\u2060", "a\u2028b", "\ufeff", "\x07"]
)
def test_what_commands_or_hides_does_not_pass(text: str) -> None:
    (segment,) = passed(Segment(text))
    assert segment.text.isprintable()
    assert not {"\x1b", "\x9b", "\u202e"} & set(segment.text)


@given(st.text(st.characters(max_codepoint=0x2FF) | st.sampled_from("\x1b\x9b\u202e\u200b한\U0001f3f4"), max_size=30))
@settings(max_examples=100, deadline=None)
def test_a_caught_text_keeps_its_width(text: str) -> None:
    (segment,) = passed(Segment(text))
    assert segment.cell_length == Segment(text).cell_length
    assert {category(char) for char in segment.text if char != "\xad"}.isdisjoint({"Cc", "Cf", "Zl", "Zp"})


def test_controls_of_the_drawing_library_do_not_pass() -> None:
    (segment,) = passed(Segment("\x1b[2J", None, [(ControlType.CLEAR,)]))
    assert not segment.control
    assert "\x1b" not in segment.text


def test_links_are_taken_off_and_styles_stay() -> None:
    (segment,) = passed(Segment("x", Style(bold=True, link="http://x/\x1b]52;c;AA\x07")))
    assert segment.style is not None
    assert segment.style.link is None
    assert segment.style.bold


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({}, ["vi", "+12", "/a b.md"]),
        ({"EDITOR": "nano -l"}, ["nano", "-l", "+12", "/a b.md"]),
        ({"EDITOR": "nano", "VISUAL": "emacs -nw"}, ["emacs", "-nw", "+12", "/a b.md"]),
        ({"VISUAL": "", "EDITOR": "  "}, ["vi", "+12", "/a b.md"]),
        ({"EDITOR": "'/opt/my editor' -x"}, ["/opt/my editor", "-x", "+12", "/a b.md"]),
        ({"EDITOR": "/usr/bin/code --wait"}, ["/usr/bin/code", "--wait", "-g", "/a b.md:12"]),
        ({"EDITOR": "subl -w"}, ["subl", "-w", "/a b.md:12"]),
    ],
)
def test_the_editor_is_the_readers_own(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], words: list[str]
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert editor_words("/a b.md", 12) == words


def test_a_file_name_is_never_an_option(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert editor_words("--help", 1)[-1] == str(tmp_path / "--help")


@pytest.mark.parametrize(
    ("editor", "said"),
    [
        (
            "/no/such/editor",
            "/no/such/editor cannot be started: No such file or directory. Set $EDITOR to your editor.",
        ),
        ("'vi", "$VISUAL or $EDITOR cannot be understood: No closing quotation."),
        ("false", "false ended with status 1."),
        ("true", None),
    ],
)
def test_what_goes_wrong_with_the_editor_is_said(
    monkeypatch: pytest.MonkeyPatch, editor: str, said: str | None
) -> None:
    monkeypatch.setenv("EDITOR", editor)
    assert edit("x.md", 1) == said


def test_nothing_in_a_file_name_reaches_a_shell(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.chdir(tmp_path)
    assert edit("$(touch owned);`touch owned`.md", 1) is None
    assert list(tmp_path.iterdir()) == []


def failing(secret: str) -> None:
    """Fail with a secret in the message, in a variable, and in the cause."""
    try:
        int(secret)
    except ValueError as cause:
        raise KeyError(secret) from cause


def test_a_fault_is_told_without_what_was_read() -> None:
    with pytest.raises(KeyError) as caught:
        failing(WORDS)
    report = fault_report(caught.value)
    assert WORDS[:10] not in report
    assert "\x1b" not in report
    assert report.index("ValueError") < report.index("KeyError")
    assert "in failing" in report
    assert report.endswith("\n")


def test_causes_that_go_round_come_to_an_end() -> None:
    first, second = ValueError(), KeyError()
    first.__context__, second.__context__ = second, first
    assert fault_report(first).count("KeyError") == 1
