"""What the commands print: the character policy, colours, JSON."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.cli.table import Column, print_table
from briefing.cli.writer import Part, Writer, json_text, output
from briefing.document.block import Role
from briefing.model.text import shown_text


@dataclass(frozen=True)
class Piece:
    """Something drawn."""

    x: int
    text: str
    roles: tuple[str, ...] = ()

    @property
    def cells(self) -> int:
        return len(self.text)


def printed(*pieces: Piece, under: Role | None = None, colour: bool = False) -> str:
    stream = io.StringIO()
    Writer(stream, colour=colour, terminal=True).row(pieces, under)
    return stream.getvalue()


def test_a_line_passes_the_character_policy() -> None:
    stream = io.StringIO()
    Writer(stream, colour=True, terminal=True).line("a\x1b]52;c;AA\x07", Part("b\u202e\nc", Role.STRONG))
    assert stream.getvalue() == "a^[]52;c;AA^G\x1b[1mb<U+202E> c\x1b[0m\n"


def test_a_row_passes_the_character_policy() -> None:
    assert printed(Piece(0, "a\x1b[31m")) == "a^[[31m\n"


def test_pieces_stand_in_their_columns_and_a_row_ends_without_blanks() -> None:
    assert printed(Piece(0, "▎"), Piece(2, "text"), Piece(10, "end"), Piece(13, "   ")) == "▎ text    end\n"


def test_roles_become_styles_from_the_row_inwards() -> None:
    row = printed(Piece(0, "Ada", (Role.NAME,)), Piece(3, ", Editor"), under=Role.BYLINE, colour=True)
    assert row == "\x1b[2;22mAda\x1b[0m\x1b[2m, Editor\x1b[0m\n"


def test_without_colour_nothing_but_text_is_printed() -> None:
    assert printed(Piece(0, "Ada", (Role.NAME, Role.STRONG)), under=Role.TITLE) == "Ada\n"


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", Terminal())
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")


def test_a_terminal_gets_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    on_a_terminal(monkeypatch)
    assert output().colour
    assert output().terminal


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("NO_COLOR", "0"), ("TERM", "dumb")])
def test_a_terminal_that_asks_for_none_gets_no_colour(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    on_a_terminal(monkeypatch)
    monkeypatch.setenv(name, value)
    assert not output().colour
    assert output().terminal


def test_a_pipe_gets_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", io.StringIO())
    assert not output().colour
    assert not output().terminal


def test_json_keeps_readable_text_readable() -> None:
    assert json_text({"title": "Київ: 框架 – é"}) == '{\n  "title": "Київ: 框架 – é"\n}'


def test_json_keeps_what_an_encoding_does_not_have() -> None:
    assert json_text(["Київ €"], "ascii") == '[\n  "\\u041a\\u0438\\u0457\\u0432 \\u20ac"\n]'
    assert json_text(["é"], "latin-1") == '[\n  "é"\n]'


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=30), st.sampled_from(["utf-8", "ascii", "latin-1", "no-such"]))
def test_json_means_the_text_exactly_and_commands_no_terminal(text: str, encoding: str) -> None:
    written = json_text({"text": text}, encoding)
    assert json.loads(written) == {"text": text}
    assert shown_text(written) == written


@pytest.mark.parametrize(
    "text", ["\x1b[31m", "\x7f", "\x9b", "\u202e", "\u2028", "\ud800", "e" + "\u0301" * 20, "\U000e0041"]
)
def test_json_escapes_what_the_character_policy_would_change(text: str) -> None:
    written = json_text([text])
    assert written.isascii()
    assert written.replace("\n", "").isprintable()
    assert json.loads(written) == [text]


ROWS = [("2025", "Short", "7"), ("8 July 2025", "A very long title", "12")]
COLUMNS = (Column(), Column(widest=10), Column(right=True))


def test_a_table_is_aligned_and_cut_on_a_terminal() -> None:
    stream = io.StringIO()
    print_table(Writer(stream, colour=False, terminal=True), COLUMNS, ROWS)
    assert stream.getvalue() == "2025         Short        7\n8 July 2025  A very lo…  12\n"


def test_a_table_is_whole_and_parted_by_tabs_in_a_pipe() -> None:
    stream = io.StringIO()
    print_table(Writer(stream, colour=False, terminal=False), COLUMNS, [*ROWS, ("a\tb", "c\nd", "")])
    assert stream.getvalue() == "2025\tShort\t7\n8 July 2025\tA very long title\t12\na b\tc d\t\n"
