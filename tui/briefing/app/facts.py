"""The facts of a briefing as items of a pane: sections, figures, byline, and every other field of its front matter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields
from functools import partial

from briefing.app.aging import Aging
from briefing.app.fact_lines import (
    Draw,
    Stated,
    caption_lines,
    date_lines,
    figure_lines,
    pair_lines,
    section_lines,
    text_lines,
)
from briefing.app.figure_notes import figure_notes
from briefing.app.marks import CHANGED, NEW
from briefing.app.palette import Look
from briefing.app.reading import Reading, range_of
from briefing.app.said import said
from briefing.app.source_facts import sole_source, source_lines
from briefing.app.widgets.rows_pane import Line
from briefing.document.block import Range
from briefing.model.briefing import Briefing, Person
from briefing.model.dates import StatedDate
from briefing.model.record import record


@record
class Fact:
    """One item of the pane. `lines` draws it at a width, opened and with a sign when it is lit."""

    lines: Draw
    holds: bool = True
    """Whether the cursor may rest on it."""
    section: int | None = None
    """Where the heading of the section begins that it names."""
    figure: int | None = None
    """The index of the figure that it shows."""
    places: tuple[Range, ...] = ()
    """Where in the text it leads, in turn."""
    passage: Draw | None = None
    """Draws what is peeked at."""
    target: str | None = None
    """A link that it leads to: an address, or another briefing by path, id or `[[name]]`."""


Group = Callable[[Reading], Iterator[Fact]]
"""Gives the facts of one kind."""


def facts_of(reading: Reading, aging: Aging, is_unread: Callable[[int], bool]) -> list[Fact]:
    """Every fact of a briefing, in the order of the pane.

    Args:
        reading: the briefing.
        aging: how ages count.
        is_unread: says by the offset of its heading whether a section is still to be read, whenever it is drawn.
    """
    sections = partial(_sections, is_unread=is_unread)
    figures, details = partial(_figures, aging=aging), partial(_details, aging=aging)
    groups: tuple[Group, ...] = (_changes, sections, figures, _byline, _dates, _sources, _topics, details, _other)
    found: list[Fact] = []
    for group in groups:
        members = list(group(reading))
        if members and found:
            found.append(Fact(lambda _width, _lit: [Line(lights=False)], holds=False))
        found += members
    return found


def _caption(text: str, count: int | None = None) -> Fact:
    """The heading of a group."""
    return Fact(caption_lines(text, count), holds=False)


def _changes(reading: Reading) -> Iterator[Fact]:
    """What has changed since it was read, in numbers; what is gone, in words."""
    if reading.since is None:
        return
    yield _caption("Changed")
    first, *others = reading.since.said(reading.briefing.updated)
    yield Fact(text_lines(((first, Look.PLAIN), *((sentence, Look.QUIET) for sentence in others))), holds=False)


def _sections(reading: Reading, is_unread: Callable[[int], bool]) -> Iterator[Fact]:
    """The outline, each section with the number of its figures."""
    sections = reading.sections
    if not sections:
        return
    yield _caption("Sections")
    highest = min(section.level for section in sections)
    starts = [section.offset for section in sections]
    changed = reading.since.sections(starts) if reading.since else ()
    for index, section in enumerate(sections):
        sign = partial(_sign, section.offset, is_unread, is_changed=index in changed)
        yield Fact(
            section_lines(section.title, section.level - highest, reading.figures_in[index], sign),
            section=section.offset,
            places=(Range(section.offset, 0, 0),),
        )


def _sign(section: int, is_unread: Callable[[int], bool], *, is_changed: bool) -> str:
    """The sign of a section: something in it has changed, or it is still to be read."""
    return CHANGED if is_changed else NEW if is_unread(section) else ""


def _figures(reading: Reading, aging: Aging) -> Iterator[Fact]:
    """The key figures, one row each; the lit one is opened."""
    figures = reading.briefing.figures
    if not figures:
        return
    yield _caption("Figures", len(figures))
    for index in range(len(figures)):
        anchors = reading.anchors[index] if reading.inspection else ()
        draw = figure_lines(stated(reading, index, aging))
        places = tuple(range_of(anchor) for anchor in anchors)
        yield Fact(draw, figure=index, places=places, passage=partial(_passage, reading, index))


def _passage(reading: Reading, index: int, width: int, lit: bool) -> list[Line]:
    """The passages of a figure, as they are peeked at."""
    from briefing.app.passage_lines import passage_lines  # noqa: PLC0415  not needed for the first screen

    return passage_lines(reading, index)(width, lit)


def stated(reading: Reading, index: int, aging: Aging) -> Stated:
    """A figure with what its briefing adds to it, as far as that is known by now."""
    figure = reading.briefing.figures[index]
    return Stated(
        figure,
        reading.briefing.as_of_for(figure),
        tuple(reading.source_name(cited) for cited in figure.sources),
        frozenset(anchor.quote for anchor in reading.anchors[index]) if reading.inspection else None,
        reading.briefing.language,
        figure_notes(reading, index, aging),
        reading.since.changes.figures[index] if reading.since else None,
    )


def _byline(reading: Reading) -> Iterator[Fact]:
    """Who wrote it."""
    if reading.briefing.byline:
        yield _caption("Byline")
    for person in reading.briefing.byline:
        yield Fact(text_lines(_person_parts(person)), target=person.url)


def _person_parts(person: Person) -> Iterator[tuple[str, str]]:
    """A person's name, and everything said of them."""
    yield person.name, Look.PLAIN
    yield ", ".join(filter(None, (person.role, *person.organization))), Look.QUIET
    yield person.bio or "", Look.QUIET
    for text in (person.email, person.url, person.orcid and f"ORCID {person.orcid}", person.note):
        yield text or "", Look.QUIET
    for name, handle in person.social.items():
        yield f"{name}: {handle}", Look.QUIET
    yield f"picture: {person.image}" if person.image else "", Look.QUIET


def _dates(reading: Reading) -> Iterator[Fact]:
    """The dates that matter to the subject."""
    dates = reading.briefing.dates
    if dates:
        yield _caption("Dates", len(dates))
    for key_date in dates:
        sources = ", ".join(reading.source_name(cited) for cited in key_date.sources)
        more = " · ".join(filter(None, (key_date.status, sources)))
        yield Fact(date_lines(key_date.date, key_date.label, more))


def _sources(reading: Reading) -> Iterator[Fact]:
    """The sources, each with its grade or a dash, and what rests on it; that all figures rest on one is said."""
    sources, alone = reading.briefing.sources, sole_source(reading.briefing)
    if sources or alone:
        yield _caption("Sources", len(sources))
    if alone:
        yield Fact(text_lines(((alone, Look.PLAIN),)))
    for source in sources:
        yield Fact(source_lines(reading.briefing, source), target=source.url)


def _topics(reading: Reading) -> Iterator[Fact]:
    """What it is about."""
    if reading.briefing.topics:
        yield _caption("Topics")
        yield Fact(text_lines(((" · ".join(reading.briefing.topics), Look.PLAIN),)))


_SHOWN_ABOVE = {"title", "byline", "takeaways", "figures", "dates", "sources", "topics", "summary", "subtitle"}


_LEADING = {"supersedes", "superseded_by", "related"}
"""The fields that name other briefings."""


def _details(reading: Reading, aging: Aging) -> Iterator[Fact]:
    """Every other known field that the briefing has."""
    known = [one.name for one in fields(Briefing) if one.metadata and one.name not in _SHOWN_ABOVE]
    given = {name: getattr(reading.briefing, name) for name in known}
    kept = {name: value for name, value in given.items() if value not in (None, ())}
    if kept:
        yield _caption("Details")
    for name, value in kept.items():
        shown = name.replace("_", " ")
        if name in _LEADING:
            yield from (Fact(pair_lines(shown, one), target=one) for one in value)
        else:
            lapse = aging.lapse(name, value) if isinstance(value, StatedDate) else ""
            text = " · ".join(filter(None, (said(value), lapse)))
            yield Fact(pair_lines(shown, text), target=value if name == "url" else None)


def _other(reading: Reading) -> Iterator[Fact]:
    """The fields that are none of ours, as they were written."""
    other = reading.briefing.other
    if other:
        yield _caption("Other fields", len(other))
    for name, value in other.items():
        yield Fact(pair_lines(name, said(value)))
