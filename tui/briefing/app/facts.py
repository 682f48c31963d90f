"""The facts of a briefing as items of a pane: sections, figures, byline, and every other field of its front matter."""

from __future__ import annotations

import re
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields

from briefing.app.paint import Ink, fitted, ink, right
from briefing.app.palette import Look
from briefing.app.reading import Reading, range_of
from briefing.app.said import group_digits, said
from briefing.app.widgets.rows_pane import Line
from briefing.document.block import Block, BlockKind, Place, Range
from briefing.document.layout import lay_out
from briefing.model.briefing import Briefing, Person, Plain, Source
from briefing.model.dates import StatedDate, shown_date
from briefing.model.figure import Figure
from briefing.model.text import shown_line, shown_text

INDENT = 3
"""Columns left of what stands under a caption."""
MIN_BESIDE = 14
"""Columns that must be left beside a date for its label to stand there."""


@dataclass(frozen=True)
class Fact:
    """One item of the pane. `lines` draws it at a width, opened and with a sign when it is lit."""

    lines: Callable[[int, bool], list[Line]]
    holds: bool = True
    """Whether the cursor may rest on it."""
    section: int | None = None
    """The index of the section that it names."""
    figure: int | None = None
    """The index of the figure that it shows."""
    places: tuple[Range, ...] = ()
    """Where in the text it leads, in turn."""
    target: str | None = None
    """A link that it leads to."""


def facts_of(reading: Reading) -> list[Fact]:
    """Every fact of a briefing, in the order of the pane."""
    groups = (_sections, _figures, _byline, _dates, _sources, _topics, _details, _other)
    found: list[Fact] = []
    for group in groups:
        members = list(group(reading))
        if members and found:
            found.append(Fact(lambda _width, _lit: [Line(lights=False)], holds=False))
        found += members
    return found


def _caption(text: str, count: int | None = None) -> Fact:
    """The heading of a group, with how many there are."""

    def lines(width: int, _lit: bool) -> list[Line]:  # noqa: FBT001  the shape of every fact
        inks = [ink(1, text.upper(), Look.CAPTION)]
        if count is not None:
            inks.append(right(width - 1, str(count), Look.QUIET))
        return [Line(tuple(inks), lights=False)]

    return Fact(lines, holds=False)


def wrapped(text: str, width: int) -> list[str]:
    """Break a text into lines of this width, as the text pane does."""
    rows = lay_out(Block(BlockKind.PARAGRAPH, 0, 1, text, gap=0), max(1, width))
    return ["".join(text[piece.start : piece.end] for piece in row.pieces) for row in rows]


def _prose(text: str, width: int, *roles: str, indent: int = INDENT) -> Iterator[Line]:
    """A text over several rows under a caption."""
    for row in wrapped(shown_text(text), width - indent - 1):
        yield Line((ink(indent, row, *roles),))


def _text_fact(parts: Iterable[tuple[str, str]], target: str | None = None) -> Fact:
    """A fact of some texts, each with its look, one under the other."""
    kept = [(text, look) for text, look in parts if text]

    def lines(width: int, _lit: bool) -> list[Line]:  # noqa: FBT001  the shape of every fact
        return [line for text, look in kept for line in _prose(text, width, look)]

    return Fact(lines, target=target)


def _sections(reading: Reading) -> Iterator[Fact]:
    """The outline, each section with the number of its figures."""
    sections = reading.sections
    if not sections:
        return
    yield _caption("Sections")
    highest = min(section.level for section in sections)
    for index, section in enumerate(sections):
        yield Fact(
            _section_lines(section.title, section.level - highest, reading.figures_in[index]),
            section=index,
            places=(Range(section.offset, 0, 0),),
        )


def _section_lines(title: str, depth: int, figures: int) -> Callable[[int, bool], list[Line]]:
    """Draw a section of the outline."""

    def lines(width: int, lit: bool) -> list[Line]:  # noqa: FBT001  the shape of every fact
        x = INDENT + 2 * min(depth, 4)
        inks = [ink(1, "▸", Look.ACCENT)] if lit else []
        inks.append(fitted(x, shown_line(title), width - x - 4, Look.PLAIN if lit else Look.QUIET))
        if figures:
            inks.append(right(width - 1, str(figures), Look.QUIET))
        return [Line(tuple(inks))]

    return lines


def _figures(reading: Reading) -> Iterator[Fact]:
    """The key figures, one row each; the lit one is opened."""
    figures = reading.briefing.figures
    if not figures:
        return
    yield _caption("Figures", len(figures))
    for index, figure in enumerate(figures):
        anchors = reading.anchors[index] if reading.inspection else ()
        missing = reading.inspection is not None and bool(figure.quotes) and not anchors
        names = tuple(reading.source_name(cited) for cited in figure.sources)
        yield Fact(
            _figure_lines(figure, names, missing=missing, language=reading.briefing.language),
            figure=index,
            places=tuple(range_of(anchor) for anchor in anchors),
        )


def _figure_lines(
    figure: Figure, sources: tuple[str, ...], *, missing: bool, language: str | None
) -> Callable[[int, bool], list[Line]]:
    """Draw a figure: the amount in its author's words, and all that is said of it when it is lit."""
    amount = group_digits(shown_line(figure.text), language)
    counted = shown_line(figure.unit or figure.label or "")

    def lines(width: int, lit: bool) -> list[Line]:  # noqa: FBT001  the shape of every fact
        lead = fitted(INDENT, amount, width - INDENT - 2, Look.QUANTITY_LIT if lit else Look.QUANTITY)
        x = INDENT + lead.cells + 1
        inks = [lead, fitted(x, counted, max(1, width - x - 3), Look.PLAIN if lit else Look.QUIET)]
        if lit:
            inks.insert(0, ink(1, "▸", Look.ACCENT))
        if missing:
            inks.append(right(width - 1, "!", Look.WARNING))
        drawn = [Line(tuple(inks))]
        if lit:
            drawn += _figure_details(figure, sources, width, missing=missing)
        return drawn

    return lines


def _figure_details(figure: Figure, sources: tuple[str, ...], width: int, *, missing: bool) -> Iterator[Line]:
    """What is said of a figure under its amount; what is not known is said."""
    if figure.label and figure.unit:
        yield from _prose(figure.label, width, Look.QUIET)
    as_of = f"as of {shown_date(figure.as_of)}" if figure.as_of else "undated"
    yield from _prose(" · ".join(filter(None, (figure.status, *sources, figure.grade, as_of))), width, Look.QUIET)
    for quote in figure.quotes:
        yield from _prose(f"“{quote.exact}”", width, Look.QUIET)
    if missing:
        yield from _prose("not found in the text", width, Look.WARNING)
    if not figure.quotes:
        yield from _prose("no passage given", width, Look.QUIET)
    said_of_it = {
        "before": figure.previous and said(figure.previous),
        "change": figure.change and said(figure.change),
        "derived": figure.derived,
        "place": figure.place,
        "confidence": figure.confidence,
        "note": figure.note,
    }
    for name, text in said_of_it.items():
        if text:
            yield from _prose(f"{name}: {text}", width, Look.QUIET)


def _byline(reading: Reading) -> Iterator[Fact]:
    """Who wrote it."""
    if reading.briefing.byline:
        yield _caption("Byline")
    for person in reading.briefing.byline:
        yield _text_fact(_person_parts(person), target=person.url)


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
        yield Fact(_date_lines(_when(key_date.date), key_date.label, more))


def _when(date: StatedDate) -> str:
    """A date in words; a time of day as it was written, since it is the briefing's own day."""
    return date.text if re.fullmatch(r"\d{1,2}:\d{2}(:\d{2})?", date.text) else shown_date(date)


def _date_lines(when: str, label: str, more: str) -> Callable[[int, bool], list[Line]]:
    """Draw a date with its label beside it, the further rows of the label under the first."""

    def lines(width: int, _lit: bool) -> list[Line]:  # noqa: FBT001  the shape of every fact
        x = INDENT + len(when) + 2
        if width - x < MIN_BESIDE:
            return [Line((fitted(INDENT, when, width - INDENT - 1, Look.PLAIN),)), *_prose(label, width, Look.QUIET)]
        rows = list(_prose(label, width, Look.QUIET, indent=x)) or [Line()]
        drawn = [Line((ink(INDENT, when, Look.PLAIN), *rows[0].inks)), *rows[1:]]
        return [*drawn, *(_prose(more, width, Look.QUIET, indent=x) if more else ())]

    return lines


def _sources(reading: Reading) -> Iterator[Fact]:
    """The sources, each with its grade or a dash: that it has none is said."""
    sources = reading.briefing.sources
    if sources:
        yield _caption("Sources", len(sources))
    for source in sources:
        yield Fact(_source_lines(source), target=source.url)


def _source_lines(source: Source) -> Callable[[int, bool], list[Line]]:
    """Draw a source: its name and grade, and all else when it is lit."""
    grade = f"{source.grade.reliability or '–'}{source.grade.credibility or '–'}" if source.grade else "–"
    more = {
        "author": source.author,
        "publisher": source.publisher,
        "date": source.date and shown_date(source.date),
        "accessed": source.accessed and shown_date(source.accessed),
        "type": source.type,
        "basis": source.basis,
        "descriptor": source.descriptor,
        "note": source.note,
        "link": source.url,
        "archived": source.archived,
    }

    def lines(width: int, lit: bool) -> list[Line]:  # noqa: FBT001  the shape of every fact
        name = fitted(INDENT, shown_line(source.name), width - INDENT - 5, Look.PLAIN)
        drawn = [Line((name, right(width - 1, grade, Look.QUIET)))]
        if lit:
            for label, text in more.items():
                drawn += _prose(f"{label}: {text}", width, Look.QUIET) if text else ()
        return drawn

    return lines


def _topics(reading: Reading) -> Iterator[Fact]:
    """What it is about."""
    if reading.briefing.topics:
        yield _caption("Topics")
        yield _text_fact(((" · ".join(reading.briefing.topics), Look.PLAIN),))


_SHOWN_ABOVE = {"title", "byline", "takeaways", "figures", "dates", "sources", "topics", "summary", "subtitle"}


def _details(reading: Reading) -> Iterator[Fact]:
    """Every other known field that the briefing has."""
    known = [one.name for one in fields(Briefing) if one.metadata and one.name not in _SHOWN_ABOVE]
    given = {name: getattr(reading.briefing, name) for name in known}
    kept = {name: value for name, value in given.items() if value not in (None, ())}
    if kept:
        yield _caption("Details")
    for name, value in kept.items():
        yield _pair(name.replace("_", " "), said(value))


def _other(reading: Reading) -> Iterator[Fact]:
    """The fields that are none of ours, as they were written."""
    other: Mapping[str, Plain] = reading.briefing.other
    if other:
        yield _caption("Other fields", len(other))
    for name, value in other.items():
        yield _pair(name, said(value))


def _pair(name: str, text: str) -> Fact:
    """A field's name with its value beside it, or under it where the room is too small."""

    def lines(width: int, _lit: bool) -> list[Line]:  # noqa: FBT001  the shape of every fact
        label = fitted(INDENT, shown_line(name), width - INDENT - 2, Look.QUIET)
        x = INDENT + label.cells + 2
        rows = wrapped(shown_text(text), width - x - 1) if width - x > len(text) else []
        if len(rows) == 1:
            return [Line((label, ink(x, rows[0], Look.PLAIN)))]
        return [Line((label,)), *_prose(text, width, Look.PLAIN, indent=INDENT + 2)]

    return Fact(lines)


