"""Where the front page leads: its titles to their own files, and its last lines to queries that find the rest."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.app.front_items import FrontItems, target_of
from briefing.document.block import Role
from briefing.document.targets import ToFile, asked
from briefing.library.entry import Entry
from briefing.library.history import ReadState
from briefing.library.news import News, Some
from briefing.library.query import parse_query
from briefing.model.steps import finished


@pytest.mark.parametrize(
    "name",
    ["a.md", "in/side.md", "with blank.md", "100%.md", "a#b?c.md", "x:y.md", "[[odd]].md", "\udcff.md", "line\nend.md"],
)
def test_a_title_leads_to_its_file_from_the_library_on(name: str) -> None:
    assert asked(Role.LINK, target_of(Entry(f"/l/{name}", name, "Title"))) == ToFile(f"/{name}")


def test_what_is_not_shown_is_counted_with_a_query_that_finds_it() -> None:
    more = Some((), 7)
    groups = finished(FrontItems(lambda _: ReadState(), date(2025, 7, 10)).grouping(News(more, more, more, 0)))
    queries = [group.more.removeprefix("and 7 more: press s and type ") for group in groups]
    assert queries[:2] == ["is:changed", "is:unread"]
    assert [parse_query(query).mistakes for query in queries] == [(), (), ()]
