"""What was searched for: recent queries and saved ones, kept whole whatever happens to their file."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.app.past import Past
from briefing.library.searches import MOST_RECENT, SavedSearch, Searches, change_searches, load_searches


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file that is not there yet, in a folder that is not there either."""
    return tmp_path / "state" / "searches.json"


def test_what_is_changed_is_there_the_next_time(path: Path) -> None:
    change_searches(lambda kept: kept.with_recent("ice"), path)
    change_searches(lambda kept: kept.with_recent("quay").with_saved("Night", "pilots OR lights"), path)
    kept = load_searches(path).searches
    assert kept == Searches(("quay", "ice"), (SavedSearch("Night", "pilots OR lights"),))


def test_a_query_is_recent_once_and_the_oldest_are_forgotten() -> None:
    kept = Searches()
    for number in range(MOST_RECENT + 10):
        kept = kept.with_recent(f"q{number}").with_recent("ice")
    assert kept.recent[:2] == ("ice", f"q{MOST_RECENT + 9}")
    assert len(kept.recent) == MOST_RECENT


def test_a_name_stands_for_one_query_and_can_be_taken_away() -> None:
    kept = Searches().with_saved("b", "one").with_saved("A", "two").with_saved("b", "three")
    assert [(one.name, one.query) for one in kept.saved] == [("A", "two"), ("b", "three")]
    assert kept.name_of("three") == "b"
    assert kept.without_saved("b").name_of("three") is None


@pytest.mark.parametrize("content", ["[]", "{", "\x00", "[" * 5000])
def test_a_file_that_is_broken_is_said_kept_beside_and_begun_again(path: Path, content: str) -> None:
    path.parent.mkdir()
    path.write_text(content, encoding="utf-8")
    loaded = load_searches(path)
    assert loaded.searches == Searches()
    assert "cannot be read" in (loaded.problem or "")
    assert change_searches(lambda kept: kept.with_recent("ice"), path).problem is None
    assert load_searches(path).searches.recent == ("ice",)
    assert path.with_name("searches.json.broken").read_text(encoding="utf-8") == content


def test_what_is_no_search_in_the_file_is_passed_over(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(
        '{"recent": ["ice", 3, "", "ice", null], "saved": {"a": 1, "": "x", "b": "quay"}}', encoding="utf-8"
    )
    assert load_searches(path).searches == Searches(("ice",), (SavedSearch("b", "quay"),))


def test_a_file_that_cannot_be_written_is_said_and_the_searches_go_on(path: Path) -> None:
    path.mkdir(parents=True)
    kept = change_searches(lambda kept: kept.with_recent("ice"), path)
    assert "will not be remembered" in (kept.problem or "")


def test_the_way_back_goes_through_the_recent_ones_and_then_through_the_saved() -> None:
    past = Past(Searches(("quay", "ice"), (SavedSearch("Night", "pilots"),)))
    steps = [(past.back(), past.name) for _ in range(3)]
    assert steps == [("quay", "recent 1/2"), ("ice", "recent 2/2"), ("pilots", "saved as Night")]
    assert past.back() is None


def test_what_was_typed_is_not_left_for_an_earlier_search() -> None:
    past = Past(Searches(("quay",)))
    past.typed("i")
    assert past.back() is None
    past.typed("")
    assert past.back() == "quay"
    past.typed("quay")
    assert past.name == "recent 1/1"
    past.typed("quay i")
    assert past.name == ""
