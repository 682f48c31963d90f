"""The passages that answer a query: cut out of a stored page, with the words marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from briefing.library.fold import fold
from briefing.library.marker import Marker, marks, spans
from briefing.library.store import StoredPage
from briefing.model.record import record
from briefing.model.text import shown_line

BEFORE, AFTER = 60, 140
"""Characters of a passage before its first marked word, and from there on."""
MOST_PASSAGES = 3
_MOST_WINDOWS = 40
"""Stretches of a text that are weighed against each other; hits beyond them are still counted."""
_FRONT = ("lead", "figures", "sources", "byline", "topics", "other")
"""Columns of the front matter that a passage may come from when the text has none."""
_LISTS = ("byline", "topics")
"""Those of them whose lines are one list."""


@record
class Passage:
    """A line or two of a briefing around words of the query. Its text has passed the character policy."""

    section: str
    """The title of the section it stands in; empty above the first."""
    text: str
    marks: tuple[tuple[int, int], ...]
    """Start and end of each word of the query, in characters of `text`."""
    line: int
    """The line of the file, from 1, with the first marked word; 0 for words of the front matter."""


@record
class Hits:
    """Where the words of a query stand in one briefing."""

    count: int
    """How often, in title, summary, takeaways and text; in the sections that the query names, if it names any."""
    passages: tuple[Passage, ...]
    """Those that hold the most different words of the query, in the order of the text."""
    title_marks: tuple[tuple[int, int], ...]
    """Start and end of each word of the query, in characters of the title."""


@dataclass(slots=True)
class _Window:
    """A stretch of the body that becomes a passage; both ends are characters of the body."""

    first: int
    """Where its first hit begins."""
    start: int
    end: int
    is_cut_before: bool = False
    is_cut_after: bool = False
    words: set[int] = field(default_factory=set)
    """The different words of the query in it."""


def hits(marker: Marker, page: StoredPage) -> Hits:
    """Find the words of a query in a briefing."""
    title_marks = marks(marker.title, shown_line(page.columns["title"]))
    body = page.columns["body"]
    ranges = list(_ranges(marker, page))
    if marker.text:
        folded = fold(body)
        found = [spans(marker.text, folded, start, end) for start, end in ranges]
        count = sum(one.count for one in found)
        # Where one word is sought all its places are equally good, so the first of them are taken.
        most = _MOST_WINDOWS if len(marker.text) > 1 else MOST_PASSAGES
        windows = list(islice(_windows(body, (place for one in found for place in one.places)), most))
    elif marker.in_section:
        windows = [_Window(start, start, min(end, start + AFTER)) for start, end in ranges]
        count = len(windows)
    else:
        windows, count = [], 0
    if not marker.in_section:
        count += len(title_marks) + len(marks(marker.text, page.columns["lead"]))
    best = sorted(windows, key=lambda window: -len(window.words))[:MOST_PASSAGES]
    in_order = sorted(best, key=lambda window: window.first)
    passages = tuple(_passage(marker, page, window) for window in in_order)
    return Hits(count, passages or (() if marker.in_section else _of_front(marker, page)), title_marks)


def _ranges(marker: Marker, page: StoredPage) -> Iterator[tuple[int, int]]:
    """Give the stretches of the body that the query is about: all of it, or the sections that it names."""
    body = page.columns["body"]
    if marker.in_section is None:
        yield 0, len(body)
        return
    starts = _line_starts(body)
    done = 0
    for place, heading in enumerate(page.headings):
        below = (later.line for later in page.headings[place + 1 :] if later.level <= heading.level)
        start, end = starts[heading.line], starts[min(next(below, len(starts) - 1), len(starts) - 1)]
        if start >= done and marker.in_section(heading.title):
            yield start, end
            done = end


def _line_starts(text: str) -> list[int]:
    """Give where each line of a text begins, and its end."""
    starts = [0]
    while (end := text.find("\n", starts[-1])) >= 0:
        starts.append(end + 1)
    return [*starts, len(text)]


def _windows(body: str, places: Iterable[tuple[int, int, int]]) -> Iterator[_Window]:
    """Gather places of the body into stretches that can be read as a passage."""
    window = None
    for start, end, which in places:
        if window is None or end > window.end:
            if window:
                yield window
            window = _window(body, start, end)
        window.words.add(which)
    if window:
        yield window


def _window(body: str, start: int, end: int) -> _Window:
    """Open a window around a hit, inside its paragraph and between words."""
    low, high = max(0, start - BEFORE), min(len(body), max(end, start + AFTER))
    paragraph, following = body.rfind("\n\n", low, start), body.find("\n\n", end, high)
    is_cut_before, is_cut_after = paragraph < 0 < low, following < 0 and high < len(body)
    left = low if paragraph < 0 else paragraph + 2
    right = high if following < 0 else following
    if is_cut_before:
        blank = body.find(" ", low, start)
        left = low if blank < 0 else blank + 1
    if is_cut_after:
        blank = body.rfind(" ", end, high)
        right = high if blank < 0 else blank
    return _Window(start, left, right, is_cut_before, is_cut_after)


def _passage(marker: Marker, page: StoredPage, window: _Window) -> Passage:
    """Cut the passage of a window."""
    body = page.columns["body"]
    line = body.count("\n", 0, window.first)
    above = bisect_right(page.headings, line, key=lambda heading: heading.line)
    section = shown_line(page.headings[above - 1].title) if above else ""
    text = " ".join(shown_line(body[window.start : window.end]).split())
    text = f"{'… ' * window.is_cut_before}{text}{' …' * window.is_cut_after}"
    return Passage(section, text, marks(marker.text, text), page.body_line + line)


def _of_front(marker: Marker, page: StoredPage) -> tuple[Passage, ...]:
    """Give the line of the front matter that has the words, when the text has none of them."""
    for column in _FRONT:
        text = page.columns[column]
        lines = [text.replace("\n", ", ")] if column in _LISTS else text.split("\n")
        for line in map(shown_line, lines):
            if found := marks(marker.front, line):
                return (Passage("", line, found, 0),)
    return ()
