"""`briefing index`, and the queries of `list` and `search` in the shell."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from briefing.cli.entry import run
from briefing.library.events import Read, Starred
from briefing.library.index import SearchIndex
from briefing.library.journal import Journal

DOCS = Path(__file__).parents[3] / "docs" / "json.md"

FILES = {
    "a.md": "---\ntitle: Alpha\ndate: 2025-03-01\ntopics: [sudan]\n---\n\n# One\n\nTrucks wait.\n\n"
    "# Two\n\nTrucks leave.\n",
    "b.md": "---\ntitle: Beta\ndate: 2025-06-01\ntopics: [sudan]\nfigures: [over 900 trucks]\n---\n\nTrucks again.\n",
    "c.md": "---\ntitle: Gamma\ndate: 2024-01-01\n---\n\nNothing.\n",
}


class Done(NamedTuple):
    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)


Shell = Callable[..., Done]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "library"
    root.mkdir()
    for name, text in FILES.items():
        (root / name).write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """Runs commands whose own files are all in a folder of the test."""
    for kind in ("CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    monkeypatch.setenv("BRIEFING_TODAY", "2025-07-01")

    def shell(*arguments: str | Path) -> Done:
        with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
            status = run([str(argument) for argument in arguments])
        return Done(status, out.getvalue(), err.getvalue())

    return shell


def names(done: Done) -> list[str]:
    """The files that a list names."""
    return [Path(line.split("\t")[-1]).name for line in done.out.splitlines()]


def promised(heading: str) -> list[str]:
    """The fields that the page on JSON names under a heading."""
    table = DOCS.read_text(encoding="utf-8").split(f"\n### {heading}\n")[1].split("\n## ")[0]
    return re.findall(r"^\| `(\w+)` \|", table, flags=re.MULTILINE)


# index


def test_an_index_that_was_never_made_is_said_and_not_made(shell: Shell, folder: Path, tmp_path: Path) -> None:
    done = shell("index", folder)
    assert (done.status, done.err) == (0, "")
    told = dict(line.split("\t") for line in done.out.splitlines())
    assert (told["library"], told["briefings"], told["written"]) == (str(folder), "3", "never")
    assert told["indexed"] == "0, 3 to be read at the next start or search"
    assert not list(tmp_path.glob("cache/**/*.sqlite3"))


def test_the_state_says_how_much_of_the_library_is_indexed(shell: Shell, folder: Path) -> None:
    shell("list", folder)
    (folder / "a.md").write_text("changed and longer than it was before\n" * 9, encoding="utf-8")
    (folder / "c.md").unlink()
    (folder / "new.md").write_text("new", encoding="utf-8")
    state = shell("index", folder, "--json").data
    assert (state["briefings"], state["indexed"]) == (3, 1)
    assert state["size"] > 0
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", state["written"])
    assert Path(state["index"]).is_file()
    shell("list", folder)
    assert shell("index", folder, "--json").data["indexed"] == 3


def test_the_state_has_the_fields_that_the_page_promises(shell: Shell, folder: Path) -> None:
    assert [*shell("index", folder, "--json").data] == ["version", *promised("Index")]


def test_rebuilding_makes_a_damaged_index_anew(shell: Shell, folder: Path) -> None:
    shell("list", folder)
    index = Path(shell("index", folder, "--json").data["index"])
    index.write_bytes(b"this is no database" * 100)
    done = shell("index", "--rebuild", folder)
    assert (done.status, done.out, done.err) == (0, "3 briefings indexed\n", "")
    assert shell("index", "--rebuild", folder, "--json").data["indexed"] == 3


def test_a_program_that_uses_the_index_goes_on_while_it_is_made_anew(
    shell: Shell, folder: Path, tmp_path: Path
) -> None:
    shell("list", folder)
    with SearchIndex(folder, tmp_path / "cache" / "briefing") as index:
        assert len(index.entries()) == 3
        assert shell("index", "--rebuild", folder).status == 0
        assert len(index.entries()) == 3
        (folder / "new.md").write_text("new", encoding="utf-8")
        list(index.refresh())
        assert len(index.entries()) == 4


def test_an_index_that_cannot_be_written_is_one_line(shell: Shell, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").touch()
    done = shell("index", folder)
    assert done.status == 0
    assert "never" in done.out
    done = shell("index", "--rebuild", folder)
    assert (done.status, done.out) == (0, "3 briefings indexed\n")
    assert done.err.count("\n") == 1
    assert "kept in memory" in done.err


def test_only_a_folder_has_an_index(shell: Shell, folder: Path) -> None:
    done = shell("index", folder / "a.md")
    assert (done.status, done.out) == (2, "")
    assert "is not a folder" in done.err


# Queries


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("trucks", ["b.md", "a.md"]),
        ("tag:sudan -again", ["a.md"]),
        ("date>=2025-06", ["b.md"]),
        ("figure:trucks>800", ["b.md"]),
        ("has:figures OR gamma", ["b.md", "c.md"]),
        ("is:unread", ["b.md", "a.md", "c.md"]),
    ],
)
def test_a_list_and_a_search_answer_the_same_query(shell: Shell, folder: Path, query: str, expected: list[str]) -> None:
    listed = shell("list", folder, "--query", query)
    assert (listed.status, names(listed)) == (0, expected)
    hits = shell("search", query, "--in", folder, "--json").data["hits"]
    assert {Path(hit["path"]).name for hit in hits} == set(expected)


def test_what_was_read_is_as_the_journal_says_now(shell: Shell, folder: Path) -> None:
    digest = SearchIndex(folder, None)
    list(digest.refresh())
    of = {entry.relative: entry.digest for entry in digest.entries()}
    digest.close()
    journal = Journal()
    journal.record(Read(str(folder / "a.md"), of["a.md"]))
    journal.record(Read(str(folder / "b.md"), "another"))
    journal.record(Starred(str(folder / "c.md"), on=True))
    found = {query: names(shell("list", folder, "-q", query)) for query in ("is:unread", "is:changed", "is:marked")}
    assert found == {"is:unread": ["c.md"], "is:changed": ["b.md"], "is:marked": ["c.md"]}
    assert [hit["title"] for hit in shell("search", "is:read", "--in", folder, "--json").data["hits"]] == [
        "Beta",
        "Alpha",
    ]


def test_a_limit_keeps_the_newest_of_a_list_and_the_best_of_a_search(shell: Shell, folder: Path) -> None:
    assert names(shell("list", folder, "--limit", "1")) == ["b.md"]
    hits = shell("search", "trucks wait", "--in", folder, "--limit", "1", "--json").data["hits"]
    assert {Path(hit["path"]).name for hit in hits} == {"a.md"}
    assert shell("list", folder, "--limit", "0").status == 2


def test_a_hit_has_the_fields_that_the_page_promises(shell: Shell, folder: Path) -> None:
    first, *_ = shell("search", "leave", "--in", folder, "--json").data["hits"]
    assert sorted(first) == sorted(promised("Hit"))
    assert (first["section"], first["line"], first["passage"]) == ("Two", 13, "Trucks leave.")
    listed = shell("list", folder, "--query", "leave", "--json").data["briefings"]
    assert [sorted(one) for one in listed] == [sorted(promised("Listed briefing"))]


def test_a_list_whose_query_nothing_answers_is_status_1(shell: Shell, folder: Path) -> None:
    done = shell("list", folder, "--query", "camel")
    assert (done.status, done.out, done.err) == (1, "", f"briefing: nothing in {folder} answers camel\n")
    assert shell("list", folder, "--query", "camel", "--json").data == {"version": 1, "briefings": []}


@pytest.mark.parametrize("query", ["", "(trucks", '"'])
def test_a_list_whose_query_is_mistaken_is_status_2(shell: Shell, folder: Path, query: str) -> None:
    done = shell("list", folder, "--query", query)
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)


def test_one_file_cannot_be_asked(shell: Shell, folder: Path) -> None:
    assert shell("list", folder / "a.md").status == 0
    assert shell("list", folder / "a.md", "--query", "trucks").status == 2
