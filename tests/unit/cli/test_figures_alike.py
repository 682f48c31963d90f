"""The table on the screen and `briefing figures` give the same figures for the same query."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefing.cli.figures_command import command
from briefing.library.index import SearchIndex
from briefing.library.query import parse_query

SHIPPED = Path(__file__).parents[3] / "briefings"
QUERIES = (
    "figure:troops",
    "figure:troops>10000",
    "figure:troops~>40000",
    "figure:people<=1000",
    "troops",
    "exercise -flood",
    "figure:shells OR figure:boats",
    "date>=2024-06 figure:people",
    "tag:exercise",
    "in:warning troops",
    "has:figures shells",
    "nothing-has-this",
)


@pytest.fixture(scope="module")
def index() -> Iterator[SearchIndex]:
    with SearchIndex(SHIPPED, None) as made:
        for _ in made.refresh():
            pass
        yield made


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_means_the_same_on_the_screen_and_in_the_shell(
    index: SearchIndex, query: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    printed = CliRunner().invoke(command, [query, "--in", str(SHIPPED), "--json"], standalone_mode=False).stdout
    in_shell = sorted((Path(row["path"]).name, row["written"]) for row in json.loads(printed)["figures"])
    on_screen = sorted((row.relative, row.figure.phrase) for row in index.figures(parse_query(query)))
    assert on_screen == in_shell
