"""What the front page says of each briefing: read once, and kept until its file or what was read of it changes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from urllib.parse import quote

from briefing.library.changes import figure_changes
from briefing.library.clock import day_of
from briefing.library.edition import of_figures
from briefing.library.entry import Entry
from briefing.library.history import Reading, ReadState
from briefing.library.news import News, Some
from briefing.model.briefing import Briefing
from briefing.model.dates import shown_date, shown_day
from briefing.model.errors import Refusal
from briefing.model.steps import Steps
from briefing.review.front_page import Group, Headline, Item, notice, story, unread_story

_SIGNS = {Reading.UNREAD: "●", Reading.CHANGED: "◐", Reading.READ: ""}


class FrontItems:
    """Makes the items of the page, and keeps those of the last one."""

    def __init__(self, state_of: Callable[[str], ReadState], today: date) -> None:
        """Begin without any; `state_of` says by path what the journal knows of a briefing."""
        self._state_of = state_of
        self._today = today
        self._kept: dict[tuple[Entry, Reading, ReadState], Item] = {}

    def grouping(self, news: News) -> Steps[list[Group]]:
        """Make the groups of the page, a file in a step."""
        before, self._kept = self._kept, {}
        groups = []
        for heading, some, reading, more in _groups(news, self._today):
            items = []
            for entry in some.entries:
                key = (entry, reading, self._state_of(entry.path))
                item = self._kept[key] = before[key] if key in before else self._made(*key)
                items.append(item)
                yield
            groups.append(Group(heading, tuple(items), more))
        return groups

    def _made(self, entry: Entry, reading: Reading, state: ReadState) -> Item:
        """Read a file and say what is to be said of it."""
        from briefing.format.read import read  # noqa: PLC0415  not needed for the first screen

        sign, target = _SIGNS[reading], target_of(entry)
        try:
            briefing = read(entry.path)
        except Refusal as refusal:
            return unread_story(Headline(sign, entry.title, target), f"It cannot be read now: {refusal}.")
        if reading is Reading.READ:
            return notice(briefing, Headline(sign, briefing.title, target), self._today)
        said = _changed(entry, briefing, state) if reading is Reading.CHANGED else ""
        before = figures_before(briefing, state) if reading is Reading.CHANGED else ()
        return story(briefing, Headline(sign, briefing.title, target, said), self._today, before)


def figures_before(briefing: Briefing, state: ReadState) -> tuple[str | None, ...]:
    """How each figure read when the briefing was read."""
    if state.edition is None:
        return ()
    return figure_changes(state.edition, of_figures("", briefing.figures))[0]


def target_of(entry: Entry) -> str:
    """The target of a link that leads to a briefing of the library, from the library's folder on."""
    return "/" + quote(os.fsencode(entry.relative))


def _groups(news: News, today: date) -> Iterator[tuple[str, Some, Reading, str]]:
    """The groups in the order of the page, each with how to find those that it does not show."""
    past = f"expires<{today} OR next<{today} OR has:superseded_by"
    for heading, some, reading, query in (
        ("Changed since you read them", news.changed, Reading.CHANGED, "is:changed"),
        ("New", news.new, Reading.UNREAD, "is:unread"),
        ("Overdue, expired or superseded", news.lapsed, Reading.READ, past),
    ):
        more = some.count - len(some.entries)
        yield heading, some, reading, f"and {more:,} more: press s and type {query}" if more else ""


def _changed(entry: Entry, briefing: Briefing, state: ReadState) -> str:
    """Say when it was read, when its file changed since, and what its author says of that: two things, said apart."""
    read = f"Changed since you read it on {shown_day(state.read_at.astimezone().date())}" if state.read_at else ""
    day = day_of(entry.modified_ns)
    file = f"the file changed on {shown_day(day)}" if day else ""
    author = f"its author dates the last update {shown_date(briefing.updated)}" if briefing.updated else ""
    return "; ".join(filter(None, (read, file, author or "its author states no update"))) + "."
