"""What the index keeps of one briefing: its line in the list, its words by column, its facets and its figures."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from briefing.library.entry import Entry, entry
from briefing.library.facets import Facet, facets
from briefing.library.fold import composed, fold
from briefing.library.plain import Heading, plain
from briefing.model.briefing import Briefing
from briefing.model.dates import StatedDate
from briefing.model.figure import Figure, Quote

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

_OWN_COLUMN = ("title", "summary", "takeaways", "byline", "topics", "sources", "figures")


@dataclass(frozen=True, slots=True)
class Page:
    """A briefing as it is indexed."""

    entry: Entry
    columns: tuple[str, ...] = ("",) * len(COLUMNS)
    """The text of each of `COLUMNS`, in their order."""
    body_line: int = 1
    """The line of the file, from 1, that the first line of the body is."""
    heading_lines: tuple[int, ...] = ()
    """The lines of the body, from 0, that the lines of the column `headings` stand on."""
    facets: tuple[Facet, ...] = ()
    figures: tuple[Figure, ...] = ()


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
        tuple(_storable(texts[column]) for column in COLUMNS),
        briefing.body_line,
        tuple(heading.line for heading in headings),
        facets(briefing),
        briefing.figures,
    )


def _sections(headings: tuple[Heading, ...], title: str) -> tuple[Heading, ...]:
    """Leave out a first heading that only repeats the title, as the reader's screen does."""
    if headings and fold(headings[0].title) == fold(composed(title)):
        return headings[1:]
    return headings


def _rest(briefing: Briefing) -> Iterator[object]:
    """Give the values of all fields that have no column of their own."""
    for field in fields(Briefing):
        if "kind" in field.metadata and field.name not in _OWN_COLUMN:
            yield getattr(briefing, field.name)
    yield briefing.other


def _joined(value: object) -> str:
    """Give all text inside a value, one piece a line."""
    return "\n".join(_texts(value))


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401  a field may hold anything
    """Go through the text inside a value; quotes are left out, since they are words of the body."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, StatedDate):
        yield value.text
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield str(key)
            yield from _texts(part)
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value) and not isinstance(value, Quote):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


def _storable(text: str) -> str:
    """Give a text that the database can hold: no zero bytes, no lone surrogates."""
    text = composed(text).replace("\0", " ")
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
