"""A line of the library's list: what it shows of a briefing, in which order, and which lines are kept."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from briefing.library.digest import digest
from briefing.library.fold import composed, fold
from briefing.model.briefing import Briefing
from briefing.model.dates import StatedDate
from briefing.model.pattern import pattern
from briefing.model.text import shown_line


@dataclass(frozen=True, slots=True)
class Entry:
    """What the list shows of a briefing.

    Its text has passed the character policy; its two paths are names of files, and have not.
    """

    path: str
    """Absolute; undecodable bytes are surrogate escapes."""
    relative: str
    """The path from the library's folder on."""
    title: str
    date: StatedDate | None = None
    byline: tuple[str, ...] = ()
    """Names, in the author's order."""
    figures: int = 0
    """How many key figures it has."""
    tlp: str | None = None
    lead: str | None = None
    """The first takeaway; the summary where there is none."""
    topics: tuple[str, ...] = ()
    modified_ns: int = 0
    """Time of the file's last change, in nanoseconds since 1970; never the briefing's date."""
    problems: int = 0
    """How many problems reading the file found."""
    digest: str = ""
    """What changes when its words change: see `briefing.library.digest`."""
    refusal: str | None = None
    """Why the file cannot be read, in a sentence; then its title is the file name and nothing else is known."""
    haystack: str = field(default="", repr=False, compare=False)
    """The folded text in which `narrow` looks for words; made from the rest where it is not given."""

    def __post_init__(self) -> None:
        """Fold what can be narrowed by, once, since it is compared on every key."""
        if not self.haystack:
            dates = (self.date.text, self.date.edtf or "") if self.date else ()
            parts = (self.title, *self.byline, *self.topics, self.relative, *dates)
            object.__setattr__(self, "haystack", fold(composed("\n".join(parts))))


class Sort(StrEnum):
    """The orders of the list."""

    DATE = "date"
    """Newest first, undated last."""
    TITLE = "title"
    AUTHOR = "author"
    """By the first name of the byline as it is written, those without one last."""


def entry(briefing: Briefing, root: str | os.PathLike[str], modified_ns: int = 0) -> Entry:
    """Cut the list's line out of a briefing that was read."""
    takeaways = [takeaway.text for takeaway in briefing.takeaways]
    lead = next(iter(takeaways), briefing.summary)
    path = os.path.abspath(briefing.path)  # noqa: PTH100  as text, with its surrogate escapes
    return Entry(
        path=path,
        relative=os.path.relpath(path, root),
        title=shown_line(briefing.title),
        date=briefing.date,
        byline=tuple(shown_line(person.name) for person in briefing.byline),
        figures=len(briefing.figures),
        tlp=briefing.tlp and shown_line(briefing.tlp),
        lead=lead and shown_line(lead),
        topics=tuple(shown_line(topic) for topic in briefing.topics),
        modified_ns=modified_ns,
        problems=len(briefing.problems),
        digest=digest(briefing.text),
    )


def bare_entry(path: str, root: str | os.PathLike[str], modified_ns: int = 0, refusal: str | None = None) -> Entry:
    """Make the line of a file that is not read yet, or cannot be: its name stands for its title."""
    relative = os.path.relpath(path, root)
    name = os.path.splitext(os.path.basename(path))[0]  # noqa: PTH119, PTH122  as text, with its surrogate escapes
    return Entry(path, relative, shown_line(name), modified_ns=modified_ns, refusal=refusal)


def newest_day(stated: StatedDate | None) -> date | None:
    """Give the last day a date may mean, by which the list is sorted; the first where the last is open."""
    return None if stated is None else stated.end or stated.start


def sorted_entries(entries: Iterable[Entry], by: Sort = Sort.DATE) -> tuple[Entry, ...]:
    """Put the lines in order; among equals the title decides, then the path."""
    in_title_order = sorted(entries, key=lambda line: (natural_key(line.title), line.relative))
    if by is Sort.TITLE:
        return tuple(in_title_order)
    newest_first = sorted(in_title_order, key=moment, reverse=True)
    if by is Sort.DATE:
        return tuple(newest_first)
    return tuple(sorted(newest_first, key=lambda line: (not line.byline, natural_key(next(iter(line.byline), "")))))


def moment(line: Entry) -> tuple[int, float]:
    """Give the day of a line as a number, 0 for none, and the time within it where one is stated."""
    day = newest_day(line.date)
    if line.date is None or day is None:
        return (0, 0.0)
    time = line.date.moment
    return (day.toordinal(), 0.0 if time is None else time.hour * 3600 + time.minute * 60 + time.second)


_DIGITS = pattern(r"[0-9]{1,18}")


def natural_key(text: str) -> str:
    """Give a key that puts `Sitrep 9` before `Sitrep 10`; a number stands before every other character."""
    return _DIGITS.sub(lambda found: "\x01" + found.group().zfill(18), fold(text))


def narrow(entries: Iterable[Entry], query: str) -> tuple[Entry, ...]:
    """Keep the lines in which every word of the query occurs: in title, byline, topics, path or date.

    Case and accents do not matter, nor does the order of the words; a part of a word is enough.
    """
    wanted = fold(composed(query)).split()
    return tuple(line for line in entries if all(word in line.haystack for word in wanted))
