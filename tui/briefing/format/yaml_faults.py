"""What is wrong with a line of YAML, in words that say what to write instead; and the line as it was meant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from briefing.format.stretch import Stretch
from briefing.format.wording import advice, clipped, missing_space, quoted, read_as_block, unquoted
from briefing.format.yaml_events import Unparsed
from briefing.format.yaml_notes import NO_SPACE
from briefing.model.pattern import pattern
from briefing.model.problem import Problem, problem
from briefing.model.record import record
from briefing.model.text import shown_line

_KEY = r"""(?:"[^"\n]*"|'[^'\n]*'|(?:[^\s"'#\[\]{},&*!|>%@`:?-]|[?-](?=\S))(?:[^:\n]|:(?=\S))*):(?=\s|$)"""
"""A key with its colon, which ends at the first colon before a space."""

_LINE = pattern(rf"(?P<indent>[ \t]*(?:-[ \t]+)*)(?P<key>{_KEY})?[ \t]*(?P<value>.*)")

_NO_BEGINNING = tuple("@`%*&!|,]}?-")
"""What a plain value cannot begin with (YAML 1.1, indicators), but for brackets and quotation marks."""

_CLOSING = {'"': "quotation mark", "'": "quotation mark", "[": "bracket", "{": "bracket"}

_SENTENCES = (
    ("quoted scalar", "the quotation mark is never closed"),
    ("end of stream", "the quotation mark is never closed"),
    ("',' or ", "a bracket is never closed"),
    ("node content", "a value is missing, or a bracket is never closed"),
    ("escape", "a backslash in double quotes begins an escape; use single quotes"),
    ("hexdecimal", "a backslash in double quotes begins an escape; use single quotes"),
    ("expected ':'", "a line without a key"),
    ("mapping values", "a second colon, or a line that is indented too far"),
    ("expected key", "the line does not fit the indentation of those above it"),
    ("block end", "the line does not fit the indentation of those above it"),
    ("'-' indicator", "a list item was expected"),
)
"""Words of the parser (libyaml's and PyYAML's own), and what they mean to an author."""


@record
class Fault:
    """A line that cannot be read as it stands."""

    row: int
    """Which line of the stretch, from 0."""
    problem: Problem


@record
class Line:
    """A line of block YAML taken apart."""

    indent: str
    """Spaces and the signs of list items."""
    key: str
    """The key with its colon, as written; empty where there is none."""
    value: str
    """What stands after the key, without spaces around it."""
    start: int
    """Where the value begins."""

    @classmethod
    def of(cls, line: str) -> Line:
        """Take a line apart."""
        found = _LINE.match(line)
        assert found is not None  # noqa: S101  every part of the pattern may be empty
        return cls(found["indent"], found["key"] or "", found["value"].rstrip(), found.start("value"))

    @property
    def is_field(self) -> bool:
        """Whether it begins a field of the top level."""
        return bool(self.key) and not self.indent

    @property
    def name(self) -> str:
        """The key without its colon and quotation marks."""
        return unquoted(self.key[:-1].rstrip())

    @property
    def advice(self) -> str:
        """The line as it can be written, its value in quotation marks."""
        return f"{self.key} {advice(self.value)}".lstrip()


def fault(stretch: Stretch, error: Unparsed, value: str | None = None) -> Fault:
    """Say what is wrong where the parser gave up.

    Args:
        stretch: the lines with the fault.
        error: what the parser said of them.
        value: the whole text after the first key, where that is all there is.
    """
    end = max(len(stretch.text.rstrip()) - 1, 0)
    noticed = min(error.at, end)
    at = noticed if error.begun is None or "tab character" in error.reason else min(error.begun, end)
    row = stretch.position(at).line - stretch.line
    line = Line.of(stretch.row(row))
    if value is not None and "\t" not in line.indent:
        row, line = 0, replace(Line.of(stretch.row(0)), value=value)
    for applies, code, message in _RULES:
        if applies(line, error.reason):
            column = line.indent.index("\t") if code == "fm-tab" else line.start
            where = noticed if code == "fm-colon" else stretch.starts[row] + column
            return Fault(row, problem(code, message(line, error.reason), at=stretch.position(where)))
    reason = next((said for words, said in _SENTENCES if words in error.reason), shown_line(error.reason))
    return Fault(row, problem("fm-yaml", reason, at=stretch.position(at)))


def _never_closed(line: Line, reason: str) -> bool:
    """Whether a value in brackets has no end."""
    return line.value[:1] in ("[", "{") and any(words in reason for words in ("node content", "',' or "))


def _follows_closing(line: Line, reason: str) -> bool:
    """Whether there is more after a value in quotation marks or brackets."""
    return line.value[:1] in _CLOSING and any(
        words in reason for words in ("expected key", "block end", "'-' indicator")
    )


_RULES: tuple[tuple[Callable[[Line, str], bool], str, Callable[[Line, str], str]], ...] = (
    (
        lambda line, _: "\t" in line.indent,
        "fm-tab",
        lambda _line, _: "a tab cannot indent YAML; use spaces",
    ),
    (
        lambda _, reason: reason.startswith(("the tag", "*")),
        "fm-yaml",
        lambda line, reason: f"{reason}. Write {line.advice}",
    ),
    (
        lambda line, _: line.value.startswith(">"),
        "fm-gt",
        lambda line, _: read_as_block(line.value),
    ),
    (
        lambda line, reason: "mapping values" in reason and (": " in line.value or line.value.endswith(":")),
        "fm-colon",
        lambda line, _: f'": " inside an unquoted value. Write {line.advice}',
    ),
    (
        lambda line, _: not line.key and bool(NO_SPACE.match(line.value)),
        "fm-nospace",
        lambda line, _: missing_space(line.value),
    ),
    (
        lambda _, reason: "sequence entries" in reason,
        "fm-yaml",
        lambda _line, _: "a list begins on the line after its key",
    ),
    (
        lambda line, reason: line.value[:1] in ("[", "{") and "start any token" in reason,
        "fm-yaml",
        lambda line, _: (
            f"{line.value[0]} begins a {'list' if line.value[0] == '[' else 'mapping'}. Write {line.advice}"
        ),
    ),
    (
        lambda line, _: line.value[:1] in _NO_BEGINNING,
        "fm-yaml",
        lambda line, _: f"a value cannot begin with {line.value[0]}. Write {line.advice}",
    ),
    (
        _never_closed,
        "fm-yaml",
        lambda line, _: f"the bracket {line.value[0]} is never closed",
    ),
    (
        _follows_closing,
        "fm-yaml",
        lambda line, _: f"something follows the closing {_CLOSING[line.value[0]]}. Write {line.advice}",
    ),
)
"""Faults that can be told from the line alone: whether it is this one (given the line and the parser's words), the
code, and the message (given the same)."""


def stray(stretch: Stretch) -> Fault | None:
    """Say that lines belong to no field; None where they are blank or comments."""
    for row in range(len(stretch.starts)):
        text = stretch.row(row)
        if text.strip() and not text.lstrip().startswith("#"):
            at = stretch.position(stretch.starts[row])
            if NO_SPACE.match(text):
                return Fault(row, problem("fm-nospace", missing_space(text), at=at))
            return Fault(
                row, problem("fm-yaml", f'"{clipped(text.strip())}" is neither a field nor part of one', at=at)
            )
    return None


def mended(lines: list[str], row: int) -> list[str]:
    """Write lines as they were probably meant: indented by spaces, the value of the faulty one in quotation marks."""
    line = Line.of(lines[row])
    if "\t" in line.indent:
        return indented_by_spaces(lines)
    if not line.value:
        return lines
    meant = lines[row][: line.start] + quoted(unquoted(line.value))
    return [*lines[:row], meant, *lines[row + 1 :]]


def indented_by_spaces(lines: list[str]) -> list[str]:
    """Put as many spaces in the place of each tab before a text as other lines have at least, or one."""
    spaces = [len(text) - len(text.lstrip(" ")) for text in lines if text.startswith(" ")]
    unit = " " * min(spaces, default=1)
    ends = [len(Line.of(text).indent) for text in lines]
    return [text[:end].replace("\t", unit) + text[end:] for text, end in zip(lines, ends, strict=True)]
