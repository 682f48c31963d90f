"""`briefing new`: what it writes is a briefing without fault, and it writes over nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefing.cli.entry import run
from briefing.format.fields import known_fields
from briefing.format.read import parse
from briefing.format.template import REMARKS, template
from briefing.review.inspect import every_problem, inspect
from briefing.review.page import text_of

TITLES = [
    "Bridge closed",
    'Sitrep: "the" Tesk # 2 \\ valley',
    "- > @ ` %",
    "桥关闭了",
    "no",
    "2024-07-08",
    "a\nb",
    "{x}: [y]",
]


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BRIEFING_TODAY", "2024-07-08")


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("title", TITLES)
def test_what_is_written_has_no_problem_and_says_only_title_and_day(title: str, full: bool) -> None:
    briefing = parse(template(title, date(2024, 7, 8), full=full), "a.md")
    assert every_problem(briefing, inspect(briefing, text_of(briefing))) == ()
    stated = {name for name, _, _ in known_fields() if getattr(briefing, name)}
    assert stated == {"title", "date", "as_of"}
    assert briefing.title == title.replace("\n", " ")
    assert briefing.other == {}


def test_the_full_form_has_every_field() -> None:
    assert {"title", *REMARKS} == {name for name, _, _ in known_fields()}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Bridge at Orle: closed!", "bridge-at-orle-closed.md"),
        ("???", "briefing.md"),
        ("../../etc/passwd", "etcpasswd.md"),
        ("桥 关", "桥-关.md"),
        ("x" * 300, f"{'x' * 80}.md"),
    ],
)
def test_the_file_is_called_after_the_title(title: str, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", title]) == 0
    assert capsys.readouterr().out == f"{name}\n"
    assert run(["check", "--strict", name]) == 0


def test_a_file_that_is_there_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.md").write_text("mine", encoding="utf-8")
    assert run(["new", "A"]) == 2
    assert capsys.readouterr().err == "briefing: a.md: is there already; nothing was written\n"
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("arguments", [["new", "  "], ["new", "A", "--in", "nowhere"]])
def test_what_cannot_be_written_is_one_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    assert capsys.readouterr().err.count("\n") == 1
