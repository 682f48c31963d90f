"""What is new in a library is found from what is indexed, the newest first, and never more than a page of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tests.unit.library.conftest import Shelf

from briefing.library.clock import day_of
from briefing.library.entry import Entry
from briefing.library.history import Reading
from briefing.library.index import SearchIndex
from briefing.library.news import MOST_NEW, MOST_OTHERS, News, finding_news
from briefing.model.dates import from_edtf
from briefing.model.steps import finished

TODAY = date(2025, 7, 10)


def line(name: str, day: str = "2025-07-01", **fields: str) -> Entry:
    return Entry(f"/l/{name}", name, name, from_edtf(day, day), **{"digest": "d", **fields})  # type: ignore[arg-type]  # texts


def found(states: Mapping[Entry, Reading], lapsed: Mapping[str, str] | None = None) -> News:
    return finished(finding_news(states, lambda entry: states[entry], lapsed or {}))


def names(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.relative for entry in entries]


def test_new_and_changed_briefings_stand_the_newest_first() -> None:
    news = found(
        {
            line("old", "2024-01-01"): Reading.UNREAD,
            line("undated", "nothing"): Reading.UNREAD,
            line("fresh", "2025-07-09"): Reading.UNREAD,
            line("known"): Reading.READ,
            line("edited"): Reading.CHANGED,
        }
    )
    assert names(news.new.entries) == ["fresh", "old", "undated"]
    assert names(news.changed.entries) == ["edited"]


def test_a_briefing_of_which_only_the_name_is_known_is_not_called_new() -> None:
    assert found({line("bare", digest=""): Reading.UNREAD}).new.count == 0


def test_a_file_that_cannot_be_read_is_counted_apart() -> None:
    news = found({line("locked", refusal="Permission denied", digest=""): Reading.UNREAD})
    assert (news.unreadable, news.new.count) == (1, 0)


def test_of_ten_thousand_no_more_than_a_page_is_named_and_all_are_counted() -> None:
    states = {line(f"{reading}-{number:05}"): reading for reading in Reading for number in range(10_000)}
    news = found(states, {entry.relative: "" for entry in states})
    named = [len(some.entries) for some in (news.new, news.changed, news.lapsed)]
    assert named == [MOST_NEW, MOST_OTHERS, MOST_OTHERS]
    assert {some.count for some in (news.new, news.changed, news.lapsed)} == {10_000}


def test_only_what_was_read_is_named_for_its_dates_alone() -> None:
    lapsed = {"a": "2025-07-01", "b": "2025-07-08", "c": ""}
    news = found({line("a"): Reading.READ, line("b"): Reading.READ, line("c"): Reading.UNREAD}, lapsed)
    assert names(news.lapsed.entries) == ["b", "a"]


def test_the_index_knows_what_is_overdue_expired_or_superseded(shelf: Shelf) -> None:
    root = shelf(
        {
            "due.md": "---\nnext: 2025-07-09\n---\n",
            "today.md": "---\nnext: 2025-07-10\nexpires: 2025-07\n---\n",
            "over.md": "---\nexpiryDate: 2024-12\nnext: 2024\n---\n",
            "old.md": "---\nsuperseded_by: due.md\n---\n",
            "status.md": "---\nstatus: superseded\n---\n",
            "open.md": "---\nexpires: soon\n---\n",
        }
    )
    with SearchIndex(root, None) as index:
        list(index.refresh())
        assert index.lapsed(TODAY) == {"due.md": "2025-07-09", "over.md": "2024-12-31", "old.md": "", "status.md": ""}


def test_a_time_that_no_calendar_has_is_no_day() -> None:
    assert day_of(2**62) is not None
    assert day_of(2**80) is None
    assert day_of(-(2**80)) is None
