"""What the index keeps of one briefing: its line in the list, its words by column, its facets and its figures."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

from briefing.library.entry import Entry, bare_entry, entry
from briefing.library.facets import LISTS, MAPPINGS, Facet, declared, facets
from briefing.library.figure_lines import FigureLine, figure_lines
from briefing.library.fold import composed, fold, storable
from briefing.library.plain import Heading, plain
from briefing.model.briefing import Briefing
from briefing.model.dates import StatedDate
from briefing.model.figure import Quote
from briefing.model.record import record
from briefing.model.text import shown_line

COLUMNS: Mapping[str, float] = {
    "title": 10.0,
    "lead": 5.0,
    "headings": 4.0,
    "byline": 4.0,
    "topics": 3.0,
    "sources": 1.5,
    "figures": 2.0,
    "name": 2.0,
    "other": 1.0,
    "body": 1.0,
}
"""The columns of the full text, each with how much a word in it weighs."""

_OWN_COLUMN = ("title", "subtitle", "summary", "takeaways", "byline", "topics", "sources", "figures")


@record
class Page:
    """A briefing as it is indexed."""

    entry: Entry
    columns: tuple[str, ...] = ("",) * len(COLUMNS)
    """The text of each of `COLUMNS`, in their order."""
    body_line: int = 1
    """The line of the file, from 1, that the first line of the body is."""
    headings: tuple[Heading, ...] = ()
    """The sections of the body; their lines count from 0."""
    facets: tuple[Facet, ...] = ()
    figures: tuple[FigureLine, ...] = ()


def page(briefing: Briefing, root: str | os.PathLike[str], modified_ns: int = 0) -> Page:
    """Make the page of a briefing that was read."""
    line = entry(briefing, root, modified_ns)
    stripped = plain(composed(briefing.body))
    headings = _sections(stripped.headings, briefing.title)
    texts = {
        "title": briefing.title,
        "lead": _joined((briefing.takeaways, briefing.summary, briefing.subtitle)),
        "headings": "\n".join(heading.title for heading in headings),
        "byline": _joined(briefing.byline),
        "topics": _joined(briefing.topics),
        "sources": _joined(briefing.sources),
        "figures": _joined(briefing.figures),
        "name": line.relative,
        "other": _joined(tuple(_rest(briefing))),
        "body": stripped.text,
    }
    return Page(
        line,
        tuple(storable(composed(texts[column])) for column in COLUMNS),
        briefing.body_line,
        headings,
        facets(briefing),
        figure_lines(briefing),
    )


def refused_page(path: str, root: str | os.PathLike[str], modified_ns: int, refusal: str) -> Page:
    """Make the page of a file that cannot be read: it is found by its name alone."""
    line = bare_entry(path, root, modified_ns, shown_line(refusal))
    known = {"title": line.title, "name": line.relative}
    return Page(line, tuple(storable(known.get(column, "")) for column in COLUMNS))


def _sections(headings: tuple[Heading, ...], title: str) -> tuple[Heading, ...]:
    """Leave out a first heading that only repeats the title, as the reader's screen does."""
    if headings and fold(headings[0].title) == fold(composed(title)):
        return headings[1:]
    return headings


def _rest(briefing: Briefing) -> Iterator[object]:
    """Give the values of all fields that have no column of their own."""
    yield from (getattr(briefing, name) for name in declared() if name not in _OWN_COLUMN)
    yield briefing.other


def _joined(value: object) -> str:
    """Give all text inside a value, one piece a line."""
    pieces: list[str] = []
    _gather(value, pieces)
    return "\n".join(pieces)


def _gather(value: object, pieces: list[str]) -> None:
    """Collect the text inside a value; quotes are left out, since they are words of the body."""
    if isinstance(value, str):
        pieces.append(value)
    elif isinstance(value, LISTS):
        for part in value:
            _gather(part, pieces)
    elif isinstance(value, StatedDate):
        pieces.append(value.text)
    elif isinstance(value, MAPPINGS):
        for key, part in value.items():
            pieces.append(str(key))
            _gather(part, pieces)
    elif hasattr(value, "__dataclass_fields__") and not isinstance(value, Quote):
        for name in value.__dataclass_fields__:
            if part := getattr(value, name):
                _gather(part, pieces)
