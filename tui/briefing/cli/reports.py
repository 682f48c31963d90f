"""How findings are printed: as lines for a person, as JSON, as SARIF, or as annotations of GitHub's."""

from __future__ import annotations

import shutil
from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import Protocol
from urllib.parse import quote

from briefing import __version__
from briefing.cli.export import VERSION, Json, plain
from briefing.cli.findings import Finding
from briefing.cli.sources import Unread
from briefing.cli.writer import Part, Writer
from briefing.document.block import Role
from briefing.document.width import cell_width, cut
from briefing.model.problem import CODES, Level
from briefing.model.text import shown_line


class Report(Protocol):
    """What is told of each finding as it is made, and of the end."""

    @abstractmethod
    def add(self, finding: Finding) -> None:
        """Take in a problem."""

    @abstractmethod
    def miss(self, unread: Unread) -> None:
        """Take in that something cannot be read."""

    @abstractmethod
    def end(self) -> None:
        """Print what was kept until all was known."""


_AROUND = 1000
"""Characters of a line that are looked at before and behind a place: a line may be as long as its file."""


class TextReport:
    """`path:line:column: level: field: text [code]`; at a terminal with the line of the file and a mark below it."""

    def __init__(self, writer: Writer) -> None:
        """Print to this writer."""
        self._writer = writer
        self._width = shutil.get_terminal_size().columns if writer.terminal else 0

    def add(self, finding: Finding) -> None:
        """Print a problem."""
        problem = finding.problem
        where = f"{finding.path}:{problem.line}:{problem.column}: "
        field = f"{problem.field}: " if problem.field else ""
        level, code = Part(problem.level, problem.level), Part(f"[{problem.code}]", Role.DIM)
        self._writer.line(where, level, f": {field}{problem.message} ", code)
        if self._writer.terminal and finding.source.strip():
            self._print_source(finding)

    def _print_source(self, finding: Finding) -> None:
        """Print the line of the file and a mark below the place; of a long line, what is around the place."""
        problem = finding.problem
        gutter = f"{problem.line:>5} | "
        room = max(self._width - len(gutter) - 1, 20)
        place = problem.column - 1
        first = max(0, place - _AROUND)
        before = shown_line(finding.source[first:place])
        line = before + shown_line(finding.source[place : place + _AROUND])
        if first or cell_width(before) >= room:
            start = max(0, len(before) - room // 2)
            line, before = f"\u2026{line[start:]}", f"\u2026{before[start:]}"
        self._writer.line(Part(gutter, Role.DIM), cut(line, room))
        indent = " " * cell_width(before)
        self._writer.line(Part(" " * (len(gutter) - 2) + "| ", Role.DIM), indent, Part("^", problem.level))

    def miss(self, unread: Unread) -> None:
        """Leave it to the stream of errors."""

    def end(self) -> None:
        """All is printed."""


class JsonReport:
    """One object with all problems."""

    def __init__(self, writer: Writer) -> None:
        """Print to this writer."""
        self._writer = writer
        self._problems: list[Json] = []
        self._unread: list[Json] = []

    def add(self, finding: Finding) -> None:
        """Keep a problem."""
        told = plain(finding.problem)
        self._problems.append({"path": finding.path, **(told if isinstance(told, dict) else {})})

    def miss(self, unread: Unread) -> None:
        """Keep what cannot be read."""
        self._unread.append({"path": unread.path, "reason": unread.reason})

    def end(self) -> None:
        """Print the object."""
        self._writer.data({"version": VERSION, "problems": self._problems, "unread": self._unread})


_SARIF_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}


class SarifReport:
    """A log of the Static Analysis Results Interchange Format (OASIS SARIF 2.1.0)."""

    def __init__(self, writer: Writer) -> None:
        """Print to this writer."""
        self._writer = writer
        self._results: list[Json] = []
        self._unread: list[Json] = []

    def add(self, finding: Finding) -> None:
        """Keep a problem as a result."""
        problem = finding.problem
        field = f"{problem.field}: " if problem.field else ""
        region: dict[str, Json] = {"startLine": problem.line, "startColumn": problem.column}
        place: dict[str, Json] = {"artifactLocation": {"uri": _uri(finding.path)}, "region": region}
        self._results.append(
            {
                "ruleId": problem.code,
                "level": _SARIF_LEVELS[problem.level],
                "message": {"text": f"{field}{problem.message}"},
                "locations": [{"physicalLocation": place}],
            }
        )

    def miss(self, unread: Unread) -> None:
        """Keep what cannot be read as a notification of the run."""
        self._unread.append({"level": "error", "message": {"text": unread.reason}})

    def end(self) -> None:
        """Print the log."""
        rules: list[Json] = [
            {"id": code, "defaultConfiguration": {"level": _SARIF_LEVELS[level]}} for code, level in CODES.items()
        ]
        run: dict[str, Json] = {
            "tool": {"driver": {"name": "briefing", "version": __version__, "rules": rules}},
            "columnKind": "unicodeCodePoints",
            "invocations": [{"executionSuccessful": not self._unread, "toolExecutionNotifications": self._unread}],
            "results": self._results,
        }
        schema = "https://json.schemastore.org/sarif-2.1.0.json"
        self._writer.data({"$schema": schema, "version": "2.1.0", "runs": [run]})


_GITHUB_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}


class GithubReport:
    """Workflow commands of GitHub Actions, which become annotations beside the lines of a change."""

    def __init__(self, writer: Writer) -> None:
        """Print to this writer."""
        self._writer = writer

    def add(self, finding: Finding) -> None:
        """Print a problem."""
        problem = finding.problem
        place = f"file={_property(finding.path)},line={problem.line},col={problem.column}"
        field = f"{problem.field}: " if problem.field else ""
        said = f"{_GITHUB_LEVELS[problem.level]} {place},title={problem.code}::{_data(field + problem.message)}"
        self._writer.line(f"::{said}")

    def miss(self, unread: Unread) -> None:
        """Print that something cannot be read."""
        self._writer.line(f"::error file={_property(unread.path)}::{_data(unread.reason)}")

    def end(self) -> None:
        """All is printed."""


REPORTS: Mapping[str, Callable[[Writer], Report]] = {
    "text": TextReport,
    "json": JsonReport,
    "sarif": SarifReport,
    "github": GithubReport,
}
"""The forms of the output by their names."""


def _uri(path: str) -> str:
    """A path as a relative reference (RFC 3986); a file name need not be text."""
    return quote(path.encode("utf-8", "surrogateescape"))


def _data(text: str) -> str:
    """The message of a workflow command: what would end it is written in another way."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A property of a workflow command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
