"""What a panel over the text says of a link: the note, source, figure, briefing or address that it leads to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any

from briefing.app.aging import Aging
from briefing.app.fact_lines import figure_lines, prose
from briefing.app.facts import stated
from briefing.app.grading import grade_words
from briefing.app.paint import Ink, ink
from briefing.app.palette import Look
from briefing.app.reading import Reading, opened
from briefing.app.source_facts import resting_on
from briefing.app.targets import (
    AtBriefing,
    AtFigure,
    AtNote,
    AtPlace,
    AtSource,
    AtTerm,
    Dead,
    Refused,
    Surroundings,
    Target,
)
from briefing.app.web import WebAddress
from briefing.app.widgets.rows_pane import Line
from briefing.document.anchors import Anchors
from briefing.document.block import Block, ContainerKind, Place
from briefing.document.document import Document
from briefing.document.layout import Layout, PlacedRow, lay_out
from briefing.document.notes import BACK
from briefing.document.runs import runs
from briefing.document.width import cut
from briefing.model.briefing import Briefing, Source
from briefing.model.dates import shown_date
from briefing.model.errors import Refusal
from briefing.model.text import shown_line
from briefing.model.vocabulary import SCALES
from briefing.review.terms import terms_in

EDGE = 1
"""The column that words begin in, after the bar of the panel."""
FIRST_ROWS = 12
"""Rows that are shown of a text from where a link leads."""


@dataclass(frozen=True)
class Peek:
    """What is drawn, and for which room."""

    around: Surroundings
    aging: Aging
    width: int
    """Columns of the panel."""
    most: int
    """Rows that it may have."""


def peek_lines(target: Target, peek: Peek) -> list[Line]:
    """The lines of a panel that shows where a link leads."""
    return list(_SHOWN_BY[type(target)](target, peek))


def _figure(target: AtFigure, peek: Peek) -> Iterable[Line]:
    """A figure, as the pane of facts shows it."""
    return figure_lines(stated(peek.around.reading, target.figure, peek.aging))(peek.width, True)


def _reason(target: Dead | Refused, peek: Peek) -> Iterable[Line]:
    """Why a link is not followed."""
    return _words(target.reason, peek.width, Look.WARNING)


def _words(text: str, width: int, *looks: str) -> Iterator[Line]:
    """A text over several rows; none where it is empty."""
    return prose(text, width, *looks, indent=EDGE) if text else iter(())


# Texts


def _place(target: AtPlace, peek: Peek) -> Iterator[Line]:
    """What stands at a place of the same text."""
    return _from(peek.around.reading.document, target.place, peek)


def _from(document: Document, place: Place, peek: Peek) -> Iterator[Line]:
    """The first rows of a text from a place on."""
    layout = Layout(document, peek.width - 2 * EDGE - 1)
    yield from _rows(layout.rows(layout.top_of(place), min(peek.most, FIRST_ROWS)))


def _rows(rows: Sequence[PlacedRow]) -> Iterator[Line]:
    """Rows of a text as they stand in it, without the blank ones at their end."""
    while rows and not rows[-1].row.pieces and not rows[-1].row.ornaments:
        rows = rows[:-1]
    for placed in rows:
        under = (placed.row.role,) if placed.row.role else ()
        found = runs(placed.block, placed.row)
        yield Line(tuple(Ink(EDGE + one.x, one.text, one.cells, (*under, *one.roles)) for one in found))


def _note(target: AtNote, peek: Peek) -> Iterator[Line]:
    """A footnote without its mark, which is lit, and without its way back."""
    width = peek.width - 2 * EDGE - 1
    layout = Layout(peek.around.reading.document, width)
    begun = layout.rows(layout.top_of(target.place), peek.most + 1)
    blocks = list({placed.block.offset: placed.block for placed in begun}.values())
    ours = list(takewhile(lambda block: _is_of_note(block, target.label), blocks))
    plain = [_alone(block, target.label, is_first=index == 0) for index, block in enumerate(ours)]
    return _rows([PlacedRow(block, index, row) for block in plain for index, row in enumerate(lay_out(block, width))])


def _is_of_note(block: Block, label: str) -> bool:
    """Whether a block belongs to the footnote of this label."""
    notes = [one.marker for one in block.containers if one.kind is ContainerKind.NOTE]
    return bool(notes) and notes[0].casefold() == label.casefold()


def _alone(block: Block, label: str, *, is_first: bool) -> Block:
    """A block of a footnote as it stands without the list of them."""
    within = tuple(one for one in block.containers if one.kind is not ContainerKind.NOTE)
    end = next((span.start for span in block.spans if span.target == BACK + label), len(block.text))
    spans = tuple(span for span in block.spans if span.end <= end)
    return replace(
        block, containers=within, text=block.text[:end].rstrip(), spans=spans, gap=0 if is_first else block.gap
    )


def _briefing(target: AtBriefing, peek: Peek) -> Iterator[Line]:
    """The beginning of another briefing, or its title and what stands at the place that is meant."""
    anchor = target.anchor
    try:
        reading = opened(target.path, peek.aging.today)
    except Refusal as refusal:
        yield from _words(f"{refusal}.", peek.width, Look.WARNING)
        return
    if not anchor:
        yield from _beginning(reading, peek)
        return
    yield from _words(reading.briefing.title, peek.width, Look.STRONG)
    place = Anchors(reading.document, reading.briefing.body_start, reading.briefing.title).place(anchor)
    if place is None:
        yield from _words(f"It has no heading “{shown_line(anchor)}”.", peek.width, Look.WARNING)
    else:
        yield Line()
        yield from _from(reading.document, place, replace(peek, most=peek.most - 2))


def _beginning(reading: Reading, peek: Peek) -> Iterator[Line]:
    """The first rows of a briefing: title, byline, and what follows them."""
    layout = Layout(reading.document, peek.width - 2 * EDGE - 1)
    yield from _rows(layout.rows(0, min(peek.most, FIRST_ROWS)))


# Sources


def _source(target: AtSource, peek: Peek) -> Iterator[Line]:
    """A source: its name, its grade in words, where it is, what may affect it, and what rests on it."""
    briefing, width = peek.around.reading.briefing, peek.width
    source = briefing.sources[target.source]
    yield from _words(source.name, width, Look.STRONG)
    yield from _words(grade_words(source.grade), width, Look.PLAIN)
    when = shown_date(source.date) if source.date else "undated"
    said = (source.author, source.publisher, source.type, source.basis, when)
    yield from _words(" · ".join(part for part in said if part), width, Look.QUIET)
    for text in (source.descriptor, source.note):
        yield from _words(text or "", width, Look.QUIET)
    if source.accessed:
        yield from _words(f"accessed {shown_date(source.accessed)}", width, Look.QUIET)
    for text in (source.url, source.archived and f"archived: {source.archived}"):
        yield from _words(text or "", width, Look.ACCENT)
    yield from _resting(briefing, source, width)


def _resting(briefing: Briefing, source: Source, width: int) -> Iterator[Line]:
    """What the front matter rests on a source; that nothing does is said."""
    resting = resting_on(briefing, source)
    if not resting:
        yield from _words("No figure, takeaway or date names it.", width, Look.QUIET)
        return
    yield Line()
    yield from _words("On it rest", width, Look.QUIET)
    for text in resting:
        yield from _bulleted(text, width)


def _bulleted(text: str, width: int) -> Iterator[Line]:
    """An item of a list."""
    rows = list(prose(text, width, Look.PLAIN, indent=EDGE + 2))
    for index, row in enumerate(rows):
        yield Line((ink(EDGE, "•", Look.ACCENT), *row.inks)) if index == 0 else row


# Words of likelihood


def _term(target: AtTerm, peek: Peek) -> Iterator[Line]:
    """A word of likelihood with its range in the words of its standard; where that is not known, the term alone."""
    declared = peek.around.reading.briefing.estimative
    scale = SCALES.get(declared or "")
    found = next(terms_in(target.words, scale), None) if scale else None
    if scale is None or found is None:
        return
    yield from _words(found.words, peek.width, Look.STRONG)
    same = " / ".join(found.term.words)
    likelihood = found.term.likelihood
    told = f"{scale.name}: {same}, {likelihood}" if likelihood else f"A term of {scale.name}; its range is not given."
    yield from _words(told, peek.width, Look.PLAIN)


# Addresses


def _address(address: WebAddress, peek: Peek) -> Iterator[Line]:
    """An address, whole, and who is asked; it is opened when the reader says so."""
    width = peek.width
    mail = address.asked.startswith("mailto:")
    yield from _words("Write a mail?" if mail else "Open in the browser?", width, Look.STRONG)
    yield from _broken(address.shown, width, Look.PLAIN)
    yield from _words("to" if mail else "host", width, Look.QUIET)
    yield from _broken(address.host, width, Look.STRONG)
    yield from _words(address.remark, width, Look.WARNING)
    yield Line()
    yield Line(tuple(_keys((("Enter", "opens it"), ("y", "copies it"), ("Esc", "leaves")), width)))


def _broken(text: str, width: int, look: Look) -> Iterator[Line]:
    """An address over as many rows as it takes, broken anywhere."""
    room = max(2, width - EDGE - 2)
    while text:
        row = cut(text, room)
        yield Line((ink(EDGE, row, look),))
        text = text[len(row) :]


def _keys(keys: Iterable[tuple[str, str]], width: int) -> Iterator[Ink]:
    """Keys with what they do, as many as there is room for."""
    x = EDGE
    for key, does in keys:
        if x + len(key) + len(does) + 1 > width:
            return
        yield ink(x, key, Look.ACCENT)
        yield ink(x + len(key) + 1, does, Look.QUIET)
        x += len(key) + len(does) + 4


_SHOWN_BY: Mapping[type, Callable[[Any, Peek], Iterable[Line]]] = {
    AtPlace: _place,
    AtNote: _note,
    AtFigure: _figure,
    AtSource: _source,
    AtTerm: _term,
    AtBriefing: _briefing,
    WebAddress: _address,
    Dead: _reason,
    Refused: _reason,
}
"""What shows each kind of target."""
