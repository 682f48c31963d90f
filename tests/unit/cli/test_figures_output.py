"""`briefing figures`: which figures it lists, and how."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from briefing.cli.entry import run
from briefing.cli.figure_choice import chosen
from briefing.format.read import parse
from briefing.library.query import parse_query

PAGE = (Path(__file__).parents[3] / "docs" / "json.md").read_text(encoding="utf-8")

COUNT = """---
title: The count
as_of: {as_of}
figures:
  - value: {value}
    unit: trucks
    label: waiting
    source: county
    track: orle-waiting
    quote: {quote}
  - 12 t: weight limit
sources: [{{id: county, name: County road office}}]
---

At noon {quote} stood, "in line".
"""


@pytest.fixture(autouse=True)
def _homes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def library(tmp_path: Path) -> str:
    folder = tmp_path / "library"
    folder.mkdir()
    for name, value, as_of, quote in (
        ("monday", "about 400", "2024-07-08", "about 400 trucks"),
        ("tuesday", "350", "2024-07-09", "350 trucks"),
        ("also", "over 360", "2024-07-09", "over 360 trucks"),
    ):
        text = COUNT.format(value=value, as_of=as_of, quote=quote)
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return str(folder)


def told(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_a_line_a_figure_by_track_and_date_on_a_pipe(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["figures", "--in", library, "--track", "orle-waiting"]) == 0
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == [
        "8 July 2024", "about 400 trucks", "waiting", "County road office", "orle-waiting", f"{library}/monday.md:15",
    ]  # fmt: skip
    assert [line[1] for line in lines] == ["about 400 trucks", "over 360 trucks", "350 trucks"]


@pytest.mark.parametrize(
    ("query", "amounts"),
    [
        ("figure:waiting", ["about 400 trucks", "over 360 trucks", "350 trucks"]),
        ("figure:waiting>355", ["over 360 trucks"]),
        ("figure:waiting<=350", ["350 trucks"]),
        ('"over 360"', ["over 360 trucks", "12 t"]),
    ],
)
def test_a_query_that_names_figures_lists_those(
    library: str, capsys: pytest.CaptureFixture[str], query: str, amounts: list[str]
) -> None:
    assert run(["figures", query, "--in", library]) == 0
    assert [line.split("\t")[1] for line in capsys.readouterr().out.splitlines()] == amounts


def test_the_table_for_a_spreadsheet_has_the_words_of_the_text(
    library: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["figures", "--in", library, "--track", "orle-waiting", "--csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    for row in rows:
        assert row["quote"] in Path(row["path"]).read_text(encoding="utf-8").splitlines()[int(row["line"]) - 1]
    assert rows[1] | {"path": "", "line": ""} == {
        "track": "orle-waiting", "value": "over 360 trucks", "low": "360", "high": "", "low_open": "true",
        "high_open": "false", "approximate": "false", "unit": "trucks", "label": "waiting", "as_of": "2024-07-09",
        "status": "", "source": "County road office", "path": "", "line": "", "quote": "over 360 trucks",
        "anchored": "true",
    }  # fmt: skip


def test_cells_keep_commas_quotation_marks_and_line_ends_and_command_no_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.md"
    path.write_text('---\nfigures:\n  - {value: 5, label: "a, \\"b\\"\\e[31m"}\n---\n', encoding="utf-8")
    assert run(["figures", "--in", str(path), "--csv"]) == 0
    said = capsys.readouterr().out
    assert "\x1b" not in said
    assert next(csv.DictReader(io.StringIO(said)))["label"] == 'a, "b"^[[31m'


def test_json_has_the_interval_and_both_sides_of_a_difference(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["figures", "--in", library, "--json", "--track", "orle-waiting"]) == 0
    first = told(capsys)["figures"][0]
    assert (first["written"], first["value"]["approximate"], first["as_of"]["edtf"]) == (
        "about 400 trucks", True, "2024-07-08",
    )  # fmt: skip
    assert run(["figures", "--in", library, "--json", "--differ"]) == 0
    (difference,) = told(capsys)["differences"]
    assert [side["written"] for side in difference["sides"]] == ["over 360 trucks", "350 trucks"]


def test_a_row_has_the_fields_that_the_page_promises(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["figures", "--in", library, "--json"]) == 0
    page = PAGE.split("### Figure of a list\n", 1)[1].split("\n## ", 1)[0]
    assert re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE) == list(told(capsys)["figures"][0])


def test_where_briefings_differ_both_sides_stand_on_one_line(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["figures", "--in", library, "--differ"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert [line.split("\t")[i] for i in (4, 1, 7)] == ["orle-waiting", "over 360 trucks", "350 trucks"]


@pytest.mark.parametrize("arguments", [["--track", "none"], ["heron"], ["--differ", "--track", "none"]])
def test_nothing_found_is_said_and_status_1(
    library: str, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert run(["figures", *arguments, "--in", library]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("briefing: no ")


@pytest.mark.parametrize("arguments", [["--json", "--csv"], ["--differ", "--csv"], ["(snow"]])
def test_what_cannot_be_meant_is_status_2(
    library: str, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert run(["figures", *arguments, "--in", library]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    ("query", "amount", "is_asked"),
    [
        ("figure:x>5", "over 5", True),
        ("figure:x>5", "5", False),
        ("figure:x>=5", "5", True),
        ("figure:x<5", "under 5", True),
        ("figure:x<5", "about 4", False),
        ("figure:x~>5", "at least 3", True),
        ("figure:x~<5", "at least 5", False),
        ("figure:x~<=5", "at least 5", True),
        ("figure:x>5", "dozens", False),
        ("figure:y", "5", False),
        ("-figure:x", "5", True),
        ("word", "5", True),
    ],
)
def test_figures_are_chosen_as_the_index_chooses_their_briefings(query: str, amount: str, is_asked: bool) -> None:
    figure = parse(f"---\nfigures:\n  - {{value: {amount}, label: x}}\n---\n", "a.md").figures[0]
    assert chosen(parse_query(query).tree)(figure) is is_asked
