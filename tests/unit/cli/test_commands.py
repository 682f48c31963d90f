"""The commands, from their arguments to what they print and the status they end with."""

from __future__ import annotations

import io
import json
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

import briefing
from briefing.cli.entry import COMMANDS, run

FIXTURES = Path(__file__).parents[2] / "fixtures" / "commands"
ORLE = str(FIXTURES / "orle.md")
LIBRARY = str(FIXTURES / "library")


@pytest.fixture(autouse=True)
def _still_clock(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let nothing depend on the day, or on the settings of whoever runs the tests."""
    monkeypatch.setenv("BRIEFING_TODAY", "2024-07-20")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("BRIEFING_LIBRARY", raising=False)


class Shell:
    """Runs commands and keeps what the last one printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.out = self.err = ""

    def __call__(self, *arguments: str) -> int:
        status = run(arguments)
        self.out, self.err = self._capsys.readouterr()
        return status

    def data(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


# The program itself


def test_the_version_is_printed(shell: Shell) -> None:
    assert shell("--version") == 0
    assert shell.out == f"briefing {briefing.__version__}\n"


def test_the_help_names_every_command_and_what_may_be_read(shell: Shell) -> None:
    assert shell("--help") == 0
    for word in ("PATH", "BRIEFING_LIBRARY", "standard input", *COMMANDS, "--no-mouse"):
        assert word in shell.out
    assert shell.out.count("--help") == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_a_help_of_its_own(shell: Shell, command: str) -> None:
    assert shell(command, "--help") == 0
    assert shell.out.startswith(f"Usage: briefing {command} ")
    assert "--help" in shell.out


@pytest.mark.parametrize("command", ["figures", "check", "new", "schema"])
def test_the_help_of_a_command_has_an_example_that_begins_with_it(shell: Shell, command: str) -> None:
    assert shell(command, "--help") == 0
    assert f"Example: briefing {command} " in " ".join(shell.out.split())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--nope"], "No such option"),
        (["show"], "Missing argument 'PATH'"),
        (["show", ORLE, "--width", "wide"], "'wide' is not a valid integer"),
        (["show", ORLE, "--width", "3"], "--width"),
        (["check"], "Missing argument 'PATH...'"),
        (["search"], "Missing argument 'QUERY'"),
        (["a.md", "b.md"], "unexpected extra argument"),
        (["show", "--no-mouse", ORLE], "No such option"),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(shell: Shell, arguments: Sequence[str], said: str) -> None:
    assert shell(*arguments) == 2
    assert shell.out == ""
    assert shell.err.count("\n") == 1
    assert said in shell.err
    assert shell.err.rstrip().endswith("--help")


# Reading on the screen


@pytest.mark.parametrize("arguments", [[], [ORLE], [LIBRARY], ["-"], ["--no-mouse", ORLE]])
def test_without_a_terminal_the_screen_is_refused(shell: Shell, arguments: Sequence[str]) -> None:
    assert shell(*arguments) == 2
    assert shell.err == "briefing: the output is no terminal; to print a briefing: briefing show PATH\n"


def test_a_file_that_is_not_there_is_refused_before_the_screen(shell: Shell) -> None:
    assert shell("nowhere.md") == 2
    assert shell.err == "briefing: nowhere.md: no such file\n"


def test_a_fault_of_the_program_is_one_line_without_the_text(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: str) -> None:
        raise ValueError("what the briefing says")

    monkeypatch.setattr("briefing.cli.show_command.read_briefing", fail)
    assert shell("show", ORLE) == 1
    assert re.fullmatch(
        r"briefing: a fault in the program, please report it: ValueError at test_commands\.py:\d+\n", shell.err
    )


# show


def test_show_prints_the_page(shell: Shell) -> None:
    assert shell("show", ORLE, "--width", "60") == 0
    assert shell.out == (FIXTURES / "orle.txt").read_text(encoding="utf-8")
    assert shell.err == ""


def test_no_line_is_wider_than_asked_for(shell: Shell) -> None:
    for width in (10, 33, 80):
        assert shell("show", ORLE, "--width", str(width)) == 0
        assert max(map(len, shell.out.splitlines())) <= width


def test_show_prints_all_that_is_known_as_json(shell: Shell) -> None:
    assert shell("show", ORLE, "--json") == 0
    data = shell.data()
    assert data["version"] == 1
    assert data["path"] == ORLE
    assert data["title_origin"] == "front matter"
    assert data["date"] == {"text": "2024-07-08", "edtf": "2024-07-08"}
    assert data["byline"][0] | {"organization": []} == {
        "name": "Rosa Lind", "role": "Reporter", "organization": [], "bio": "Rosa Lind covers roads and rivers.",
        "email": None, "url": None, "orcid": None, "social": {}, "image": None, "note": None,
    }  # fmt: skip
    assert data["sections"] == [
        {"level": 2, "title": "The bridge", "slug": "the-bridge", "line": 33},
        {"level": 2, "title": "The way round", "slug": "the-way-round", "line": 37},
    ]
    assert data["other"] == {"house style": "short"}


def test_the_anchors_of_show_lead_to_the_words_in_the_file(shell: Shell) -> None:
    assert shell("show", ORLE, "--json") == 0
    detour, limit = shell.data()["figures"]
    text = Path(ORLE).read_text(encoding="utf-8")
    assert detour["anchors"] == [
        {
            "quote": 0,
            "block": text.index("By the northern road the"),
            "start": 39,
            "end": 58,
            "text": "about 40 min longer",
            "line": 39,
        }
    ]
    assert detour["value"] == {
        "low": "40", "high": "40", "low_open": False, "high_open": False, "approximate": True,
    }  # fmt: skip
    assert limit["anchors"] == []


def test_problems_do_not_change_the_status_of_show(shell: Shell) -> None:
    assert shell("show", ORLE, "--json") == 0
    assert "quote-missing" in {problem["code"] for problem in shell.data()["problems"]}


def test_show_takes_a_file_and_not_a_folder(shell: Shell) -> None:
    assert shell("show", LIBRARY) == 2
    assert shell.err == f"briefing: {LIBRARY}: is a folder; name a file, or use briefing list\n"


def test_an_empty_file_is_shown_as_empty(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "empty.md").touch()
    assert shell("show", str(tmp_path / "empty.md")) == 0
    assert "The file is empty." in shell.out


def test_broken_front_matter_is_no_reason_not_to_show_the_text(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: A: B\ntags: [x\n---\n\nThe text.\n", encoding="utf-8")
    assert shell("show", str(tmp_path / "a.md")) == 0
    assert "The text." in shell.out
    assert shell("show", str(tmp_path / "a.md"), "--json") == 0
    assert shell.data()["problems"]


def test_a_hyphen_is_standard_input_whatever_is_called_so(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "-").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"# From a pipe\n")))
    assert shell("show", "-") == 0
    assert shell.out.startswith("From a pipe\n")


# What cannot be read


def not_there(folder: Path) -> Path:
    return folder / "none.md"


def binary(folder: Path) -> Path:
    (folder / "a.md").write_bytes(b"\x89PNG\x00\x00")
    return folder / "a.md"


def pipe(folder: Path) -> Path:
    os.mkfifo(folder / "a.md")
    return folder / "a.md"


def device(_: Path) -> Path:
    return Path("/dev/zero")


def link_to_itself(folder: Path) -> Path:
    (folder / "a.md").symlink_to(folder / "a.md")
    return folder / "a.md"


@pytest.mark.parametrize("command", [["show"], ["show", "--json"], ["list"], ["check"]])
@pytest.mark.parametrize("make", [not_there, binary, pipe, device, link_to_itself])
def test_what_cannot_be_read_is_one_line_and_status_2(
    shell: Shell, tmp_path: Path, command: list[str], make: Any
) -> None:
    path = make(tmp_path)
    assert shell(*command, str(path)) == 2
    assert shell.out == ""
    assert re.fullmatch(rf"briefing: {re.escape(str(path))}: [^\n]+\n", shell.err)


def test_a_name_that_commands_the_terminal_is_said_harmlessly(shell: Shell) -> None:
    assert shell("show", "a\x1b[31m\n\u202e.md") == 2
    assert shell.err == "briefing: a^[[31m <U+202E>.md: no such file\n"


def test_a_zero_byte_in_a_name_is_no_fault(shell: Shell) -> None:
    for command in ("show", "list", "check"):
        assert shell(command, "a\0b") == 2
        assert "a^@b" in shell.err


# list


def test_list_gives_one_line_a_briefing_newest_first_and_undated_last(shell: Shell) -> None:
    assert shell("list", LIBRARY) == 0
    assert [line.split("\t") for line in shell.out.splitlines()] == [
        ["10 January 2024", "The first snow", "Ada Bo", "1", f"{LIBRARY}/first.md"],
        ["undated", "The road is open", "", "0", f"{LIBRARY}/deeper/second.md"],
    ]


def test_list_gives_json(shell: Shell) -> None:
    assert shell("list", LIBRARY, "--json") == 0
    assert shell.data() == {
        "version": 1,
        "briefings": [
            {
                "path": f"{LIBRARY}/first.md",
                "title": "The first snow",
                "date": {"text": "2024-01-10", "edtf": "2024-01-10"},
                "byline": ["Ada Bo"],
                "figures": 1,
            },
            {
                "path": f"{LIBRARY}/deeper/second.md",
                "title": "The road is open",
                "date": None,
                "byline": [],
                "figures": 0,
            },
        ],
    }


def test_paths_are_named_as_the_folder_was(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FIXTURES)
    assert shell("list", "library") == 0
    assert [line.rsplit("\t", 1)[1] for line in shell.out.splitlines()] == [
        "library/first.md",
        "library/deeper/second.md",
    ]


def test_without_a_path_the_library_is_listed(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_LIBRARY", LIBRARY)
    assert shell("list") == 0
    assert len(shell.out.splitlines()) == 2


def test_without_any_library_the_briefings_that_ship_are_listed(shell: Shell) -> None:
    assert shell("list", "--json") == 0
    assert "Welcome to briefing" in {line["title"] for line in shell.data()["briefings"]}


def test_a_library_that_is_no_folder_is_refused(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_LIBRARY", "/nowhere/at/all")
    assert shell("list") == 2
    assert "BRIEFING_LIBRARY" in shell.err


def test_a_folder_without_briefings_says_what_would_be_one(shell: Shell, tmp_path: Path) -> None:
    assert shell("list", str(tmp_path)) == 0
    assert shell.out == ""
    assert shell.err == f"briefing: there are no briefings in {tmp_path}; a briefing is a file that ends in .md\n"
    assert shell("list", str(tmp_path), "--json") == 0
    assert shell.data() == {"version": 1, "briefings": []}


def test_a_file_that_cannot_be_read_does_not_keep_the_others_from_the_list(shell: Shell, tmp_path: Path) -> None:
    binary(tmp_path)
    (tmp_path / "b.md").write_text("# Fine\n", encoding="utf-8")
    assert shell("list", str(tmp_path)) == 0
    assert shell.out == f"undated\tFine\t\t0\t{tmp_path}/b.md\n"
    assert shell.err == f"briefing: {tmp_path}/a.md: not text: a zero byte at 4\n"


# search


def test_search_gives_each_passage_with_its_place_and_section(shell: Shell) -> None:
    assert shell("search", "pass", "--in", LIBRARY) == 0
    assert {tuple(line.split("\t")) for line in shell.out.splitlines()} == {
        (f"{LIBRARY}/deeper/second.md:3", "", "Ploughs cleared the road over the pass by noon."),
        (f"{LIBRARY}/first.md:9", "The pass", "The pass"),
        (f"{LIBRARY}/first.md:11", "The pass", "Snow fell on the pass, and the road was closed."),
    }


def test_all_words_are_needed_in_any_order_and_case(shell: Shell) -> None:
    assert shell("search", "PASS snow", "--in", LIBRARY) == 0
    assert {line.split(":")[0] for line in shell.out.splitlines()} == {f"{LIBRARY}/first.md"}


def test_search_gives_json(shell: Shell) -> None:
    assert shell("search", "ploughs", "--in", LIBRARY, "--json") == 0
    (hit,) = shell.data()["hits"]
    assert re.fullmatch(r"[0-9]+\.[0-9]+", hit.pop("score"))
    assert hit == {
        "path": f"{LIBRARY}/deeper/second.md",
        "title": "The road is open",
        "section": None,
        "line": 3,
        "passage": "Ploughs cleared the road over the pass by noon.",
    }


def test_a_briefing_of_which_only_the_title_answers_is_found(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: A heron\n---\n\nNo bird.\n", encoding="utf-8")
    assert shell("search", "heron", "--in", str(tmp_path)) == 0
    assert shell.out == f"{tmp_path}/a.md:1\t\tA heron\n"
    assert shell("search", "heron", "--in", str(tmp_path), "--json") == 0
    (hit,) = shell.data()["hits"]
    assert (hit["section"], hit["line"], hit["passage"]) == (None, None, None)


def test_a_search_that_finds_nothing_is_status_1(shell: Shell) -> None:
    assert shell("search", "camel", "--in", LIBRARY) == 1
    assert shell.out == ""
    assert shell.err == f"briefing: nothing in {LIBRARY} answers camel\n"
    assert shell("search", "camel", "--in", LIBRARY, "--json") == 1
    assert shell.data() == {"version": 1, "query": "camel", "hits": []}


@pytest.mark.parametrize("query", ["", "   ", '"', "(snow"])
def test_a_query_that_cannot_be_meant_is_one_line_and_status_2(shell: Shell, query: str) -> None:
    assert shell("search", query, "--in", LIBRARY) == 2
    assert shell.err.startswith("briefing: ")
    assert shell.err.count("\n") == 1


def test_a_cache_that_cannot_be_written_is_said_and_the_answer_is_the_same(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert shell("search", "ploughs", "--in", LIBRARY) == 0
    assert len(shell.out.splitlines()) == 1
    assert re.fullmatch(r"briefing: The search index is kept in memory[^\n]+\n", shell.err)


def test_only_a_folder_can_be_searched(shell: Shell) -> None:
    assert shell("search", "snow", "--in", ORLE) == 2
    assert shell.err == f"briefing: {ORLE}: is not a folder\n"


def test_without_a_folder_the_library_is_searched(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_LIBRARY", LIBRARY)
    assert shell("search", "ploughs") == 0


# check


def test_check_gives_each_problem_with_its_place(shell: Shell) -> None:
    assert shell("check", ORLE) == 1
    assert shell.out.splitlines() == [
        f"{ORLE}:11:5: info: takeaways[0]: says 40; figures[0] says about 40 [take-number]",
        f"{ORLE}:22:12: error: figures[1].quote: not in the text [quote-missing]",
    ]


def test_check_gives_json(shell: Shell) -> None:
    assert shell("check", ORLE, LIBRARY, "--json") == 1
    data = shell.data()
    assert list(data) == ["version", "problems", "unread"]
    assert data["problems"][1] == {
        "path": ORLE,
        "level": "error",
        "code": "quote-missing",
        "field": "figures[1].quote",
        "line": 22,
        "column": 12,
        "message": "not in the text",
    }
    assert data["unread"] == []


def test_check_of_a_folder_checks_every_briefing_in_it(shell: Shell) -> None:
    assert shell("check", str(FIXTURES), "--json") == 1
    assert {problem["path"] for problem in shell.data()["problems"]} == {ORLE, f"{LIBRARY}/first.md"}


def test_check_without_errors_is_status_0_though_there_are_lesser_problems(shell: Shell) -> None:
    assert shell("check", f"{LIBRARY}/first.md") == 0
    assert " info: figures[0]: " in shell.out
    assert shell("check", f"{LIBRARY}/deeper/second.md") == 0
    assert shell.out == ""


def test_what_cannot_be_read_weighs_more_than_errors_and_the_rest_is_checked(shell: Shell, tmp_path: Path) -> None:
    assert shell("check", str(binary(tmp_path)), ORLE, "--json") == 2
    data = shell.data()
    assert data["unread"] == [{"path": f"{tmp_path}/a.md", "reason": f"{tmp_path}/a.md: not text: a zero byte at 4"}]
    assert {problem["path"] for problem in data["problems"]} == {ORLE}
    assert shell.err.startswith(f"briefing: {tmp_path}/a.md: ")


def test_a_folder_that_cannot_be_listed_is_said(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "b.md").write_text("# Fine\n", encoding="utf-8")
    listed = os.scandir

    def scandir(path: bytes) -> Any:
        if path.endswith(b"closed"):
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr("os.scandir", scandir)
    assert shell("check", str(tmp_path)) == 2
    assert shell.err == f"briefing: {tmp_path}/closed: permission denied\n"
    assert shell("list", str(tmp_path)) == 0
    assert shell.err == f"briefing: {tmp_path}/closed: permission denied\n"
