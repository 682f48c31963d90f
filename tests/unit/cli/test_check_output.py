"""The forms in which `check` says what it finds."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing.cli.entry import run
from briefing.cli.findings import Finding
from briefing.cli.reports import GithubReport, SarifReport, TextReport
from briefing.cli.sources import Unread
from briefing.cli.writer import Writer
from briefing.model.problem import Position, problem

BROKEN = """---
title: Bridge
date: 12/05/2025
figures:
  - {value: 30, unit: trucks, label: waiting, as_of: 2025, quote: 30 lorries}
sources:
  - {name: Office, grade: G7}
---

Some 30 trucks wait.
"""


@pytest.fixture
def broken(tmp_path: Path) -> str:
    path = tmp_path / "broken.md"
    path.write_text(BROKEN, encoding="utf-8")
    return str(path)


def printed(say: Callable[[Writer], None], *, colour: bool = False, terminal: bool = True) -> str:
    stream = io.StringIO()
    say(Writer(stream, colour=colour, terminal=terminal))
    return stream.getvalue()


def finding(source: str, column: int, message: str = "no such day") -> Finding:
    return Finding("a.md", problem("date-invalid", message, field="date", at=Position(3, column)), source)


PLAIN = "a.md:3:7: error: date: no such day [date-invalid]\n"


def test_a_broken_quote_date_and_grade_are_told_at_their_places(
    broken: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", broken]) == 1
    places = [line.removeprefix(broken).split(": ")[0] for line in capsys.readouterr().out.splitlines()]
    assert places == [":3:7", ":5:67", ":7:27"]


def test_at_a_terminal_the_line_and_a_mark_follow_the_plain_line() -> None:
    said = printed(lambda writer: TextReport(writer).add(finding("date: 2025-02-30", 7)))
    assert said == f"{PLAIN}    3 | date: 2025-02-30\n      |       ^\n"


def test_on_a_pipe_the_plain_line_stands_alone() -> None:
    assert printed(lambda writer: TextReport(writer).add(finding("date: 2025-02-30", 7)), terminal=False) == PLAIN


def test_colour_is_only_where_it_is_wanted() -> None:
    coloured = printed(lambda writer: TextReport(writer).add(finding("date: 2025-02-30", 7)), colour=True)
    assert "\x1b[1;31m^\x1b[0m" in coloured
    assert "\x1b" not in printed(lambda writer: TextReport(writer).add(finding("date: 2025-02-30", 7)))


@pytest.mark.parametrize(
    ("source", "column", "shown"),
    [("日本: 三", 5, "      |       ^"), ("a\x1bb: x", 5, "      |      ^"), ("\u202ea", 2, "      |         ^")],
)
def test_the_mark_stands_below_the_place_as_it_is_seen(source: str, column: int, shown: str) -> None:
    said = printed(lambda writer: TextReport(writer).add(finding(source, column)))
    assert said.splitlines()[-1] == shown
    assert "\x1b" not in said


@pytest.mark.parametrize("column", [1, 40, 500, 999, 1500, 2990])
def test_of_a_long_line_the_part_around_the_place_is_shown(column: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    source = "x" * (column - 1) + "Y" + "x" * (3000 - column)
    said = printed(lambda writer: TextReport(writer).add(finding(source, column)))
    _, line, mark = said.splitlines()
    assert len(line) <= 60
    assert line[mark.index("^")] == "Y"


def test_strict_lets_warnings_count(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: A\nimage: {src: a.png}\n---\n\nText.\n", encoding="utf-8")
    assert run(["check", str(path)]) == 0
    assert run(["check", "--strict", str(path)]) == 1
    assert capsys.readouterr().out.count("[img-alt]") == 2


def test_a_profile_and_coverage_are_asked_for_by_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.md"
    path.write_text("# A\n\n23 trucks wait.\n", encoding="utf-8")
    assert run(["check", str(path)]) == 0
    assert capsys.readouterr().out == ""
    assert run(["check", "--profile", "sitrep", "--coverage", str(path)]) == 0
    said = capsys.readouterr().out
    assert said.count("[profile]") == 4
    assert said.count("[number-loose]") == 1
    assert run(["check", "--profile", "novel", str(path)]) == 2


def test_sarif_names_rule_level_and_place(broken: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--format", "sarif", broken]) == 1
    log = json.loads(capsys.readouterr().out)
    assert log["version"] == "2.1.0"
    (made,) = log["runs"]
    known = {rule["id"] for rule in made["tool"]["driver"]["rules"]}
    first = made["results"][0]
    assert {result["ruleId"] for result in made["results"]} <= known
    assert (first["ruleId"], first["level"]) == ("date-ambiguous", "error")
    place: dict[str, Any] = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == broken
    assert place["region"] == {"startLine": 3, "startColumn": 7}


def test_sarif_says_what_could_not_be_read() -> None:
    def say(writer: Writer) -> None:
        report = SarifReport(writer)
        report.miss(Unread("a b.md", "a b.md: no such file"))
        report.add(Finding("ä b.md", problem("chrome", "x"), ""))
        report.end()

    (made,) = json.loads(printed(say))["runs"]
    assert made["invocations"][0]["executionSuccessful"] is False
    place = made["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "%C3%A4%20b.md"


def test_annotations_cannot_be_broken_out_of() -> None:
    said = printed(lambda writer: GithubReport(writer).add(finding("", 7, "100% of\n::error::it")))
    assert said == "::error file=a.md,line=3,col=7,title=date-invalid::date: 100%25 of%0A::error::it\n"


def test_json_is_one_of_the_forms(broken: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--json", broken]) == 1
    data = json.loads(capsys.readouterr().out)
    assert len(data["problems"]) == 3
    assert run(["check", "--format", "json", broken]) == 1
    assert json.loads(capsys.readouterr().out) == data


def test_the_schema_is_printed_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Front matter of a briefing"
