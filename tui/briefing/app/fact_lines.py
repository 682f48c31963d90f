"""How a fact is drawn: rows of a side pane, opened when it is lit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from briefing.app.figure_notes import FigureNotes
from briefing.app.marks import CHANGED, NEW
from briefing.app.paint import Ink, fitted, ink, right
from briefing.app.palette import Look
from briefing.app.said import said
from briefing.app.widgets.rows_pane import Line
from briefing.document.block import Block, BlockKind
from briefing.document.layout import lay_out
from briefing.document.width import cell_width
from briefing.model.dates import StatedDate, shown_date
from briefing.model.figure import Figure
from briefing.model.record import record
from briefing.model.text import shown_line, shown_text
from briefing.review.amount_words import amount_then_unit

Draw = Callable[[int, bool], list[Line]]
"""Draws a fact at a width, lit or not."""
INDENT = 3
"""Columns left of what stands under a caption."""
MIN_BESIDE = 20
"""Columns that must be left beside a date for its label to stand there."""


def wrapped(text: str, width: int) -> list[str]:
    """Break a text into lines of this width, as the text pane does."""
    rows = lay_out(Block(BlockKind.PARAGRAPH, 0, 1, text, gap=0), max(1, width))
    return ["".join(text[piece.start : piece.end] for piece in row.pieces) for row in rows]


def prose(text: str, width: int, *roles: str, indent: int = INDENT) -> Iterator[Line]:
    """A text over several rows under a caption."""
    for row in wrapped(shown_text(text), width - indent - 1):
        yield Line((ink(indent, row, *roles),))


def caption_lines(text: str, count: int | None = None) -> Draw:
    """Draw the heading of a group, with how many there are."""

    def lines(width: int, _lit: bool) -> list[Line]:
        """The row, which the cursor passes over."""
        inks = [ink(1, text.upper(), Look.CAPTION)]
        if count is not None:
            inks.append(right(width - 1, str(count), Look.QUIET))
        return [Line(tuple(inks), lights=False)]

    return lines


def text_lines(parts: Iterable[tuple[str, str]]) -> Draw:
    """Draw some texts, each with its look, one under the other; empty ones are left out."""
    kept = [(text, look) for text, look in parts if text]

    def lines(width: int, _lit: bool) -> list[Line]:
        """The rows of all texts."""
        return [line for text, look in kept for line in prose(text, width, look)]

    return lines


def section_lines(title: str, depth: int, figures: int, sign_now: Callable[[], str]) -> Draw:
    """Draw a section of the outline, with the sign that it has by now."""

    def lines(width: int, lit: bool) -> list[Line]:
        """The row: the sign of the cursor, the title, what is new, and the figures."""
        x = INDENT + 2 * min(depth, 4)
        inks = [ink(1, "▸", Look.ACCENT)] if lit else []
        sign = sign_now()
        room = width - x - 4 - 2 * len(sign)
        inks.append(fitted(x, shown_line(title), room, Look.PLAIN if lit else Look.QUIET))
        if sign:
            inks.append(right(width - 4, sign, Look.CHANGED if sign == CHANGED else Look.NEW))
        if figures:
            inks.append(right(width - 1, str(figures), Look.QUIET))
        return [Line(tuple(inks))]

    return lines


@record
class Stated:
    """A figure with what its briefing adds to it."""

    figure: Figure
    as_of: StatedDate | None
    """Its own date, else the one of the whole briefing."""
    sources: tuple[str, ...]
    """The names of its sources."""
    found: frozenset[int | None] | None
    """The indexes of its quotes that stand in the text, None for a link; not known while the text is not searched."""
    language: str | None
    notes: FigureNotes = FigureNotes()
    before: str | None = None
    """How it read when its briefing was read; empty where it is new since, None where it reads the same."""


def figure_lines(stated: Stated) -> Draw:
    """Draw a figure: the amount in its author's words, and all that is said of it when it is lit."""
    figure = stated.figure
    amount, unit = amount_then_unit(figure, stated.before, stated.language or "en")
    counted = unit.strip() or shown_line(figure.label or "")
    label = figure.label if unit.strip() else None
    glued = bool(unit) and not unit[0].isspace()
    is_missing = stated.found is not None and len(stated.found) < len(figure.quotes)

    def lines(width: int, lit: bool) -> list[Line]:
        """The rows: one, or more where the amount and what it counts do not fit beside each other."""
        looks = (Look.QUANTITY_LIT, Look.PLAIN) if lit else (Look.QUANTITY, Look.QUIET)
        sign = [ink(1, "▸", Look.ACCENT)] if lit else []
        warning = [*_signs(stated, width, is_missing=is_missing)]
        x = INDENT + cell_width(amount) + (0 if glued else 1)
        if (lit and x + cell_width(counted) > width - 3) or (stated.before and x > width - 5):
            first, *rest = [*prose(amount, width - 2, looks[0]), *prose(counted, width - 2, looks[1])]
            details = _figure_details(stated, label, width) if lit else ()
            return [Line((*sign, *first.inks, *warning)), *rest, *details]
        lead = fitted(INDENT, amount, width - INDENT - 3, looks[0])
        after = fitted(x, counted, max(0, width - x - 3), looks[1])
        return [Line((*sign, lead, after, *warning)), *(_figure_details(stated, label, width) if lit else ())]

    return lines


def _signs(stated: Stated, width: int, *, is_missing: bool) -> Iterator[Ink]:
    """At the right edge, what is not in order or old, and that it reads otherwise than before."""
    signs = stated.notes.signs or ("!" if is_missing else "")
    if signs:
        yield right(width - 1, signs, Look.WARNING)
    if stated.before is not None:
        x = width - 1 - (len(signs) + 1 if signs else 0)
        yield right(x, CHANGED if stated.before else NEW, Look.CHANGED)


def _figure_details(stated: Stated, label: str | None, width: int) -> Iterator[Line]:
    """What is said of a figure under its amount, its label first if it is not beside it; what is unknown is said."""
    figure = stated.figure
    if label:
        yield from prose(label, width, Look.QUIET)
    if stated.before == "":
        yield from prose("new since you read it", width, Look.QUIET)
    as_of = f"as of {shown_date(stated.as_of)}" if stated.as_of else "undated"
    said_first = (figure.status, *stated.sources, figure.grade, as_of, stated.notes.age)
    yield from prose(" · ".join(filter(None, said_first)), width, Look.QUIET)
    for sentence, look in stated.notes.sentences:
        yield from prose(sentence, width, look)
    for index, quote in enumerate(figure.quotes):
        yield from prose(f"“{quote.exact}”", width, Look.QUIET)
        if stated.found is not None and index not in stated.found:
            yield from prose("not found in the text", width, Look.WARNING)
    if not figure.quotes and not stated.found:
        yield from prose("no passage given", width, Look.QUIET)
    said_of_it = {
        "before": said(figure.previous) if figure.previous else None,
        "change": said(figure.change) if figure.change else None,
        "over time": said(figure.series),
        "derived": figure.derived,
        "place": figure.place,
        "confidence": figure.confidence,
        "note": figure.note,
    }
    yield from stated_lines(said_of_it, width)


def stated_lines(stated: Mapping[str, str | None], width: int) -> Iterator[Line]:
    """What is stated, each after its name; what is not is left out."""
    for name, text in stated.items():
        if text:
            yield from prose(f"{name}: {text}", width, Look.QUIET)


def date_lines(date: StatedDate, label: str, more: str) -> Draw:
    """Draw a date with its label beside it, the further rows of the label under the first."""
    when = _when(date)

    def lines(width: int, _lit: bool) -> list[Line]:
        """The rows: two columns where there is room for them."""
        x = INDENT + len(when) + 2
        if width - x < MIN_BESIDE:
            return [*prose(when, width, Look.PLAIN), *prose(label, width, Look.QUIET), *prose(more, width, Look.QUIET)]
        rows = list(prose(label, width, Look.QUIET, indent=x)) or [Line()]
        drawn = [Line((ink(INDENT, when, Look.PLAIN), *rows[0].inks)), *rows[1:]]
        return [*drawn, *(prose(more, width, Look.QUIET, indent=x) if more else ())]

    return lines


def _when(date: StatedDate) -> str:
    """A date in words; a time of day as it was written, since it is the briefing's own day."""
    return date.text if re.fullmatch(r"\d{1,2}:\d{2}(:\d{2})?", date.text) else shown_date(date)


def pair_lines(name: str, text: str) -> Draw:
    """Draw a field's name with its value beside it, or under it where the room is too small."""

    def lines(width: int, _lit: bool) -> list[Line]:
        """The rows: one, or two and more where the value is long."""
        label = fitted(INDENT, shown_line(name), width - INDENT - 2, Look.QUIET)
        x = INDENT + label.cells + 2
        rows = wrapped(shown_text(text), width - x - 1) if width - x > len(text) else []
        if len(rows) == 1:
            return [Line((label, ink(x, rows[0], Look.PLAIN)))]
        return [Line((label,)), *prose(text, width, Look.PLAIN, indent=INDENT + 2)]

    return lines
