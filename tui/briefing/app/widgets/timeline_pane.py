"""Observations of one thing, a few rows each, with their intervals drawn to one common scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import zip_longest

from briefing.app.commands.command import Context, bindings
from briefing.app.fact_lines import prose
from briefing.app.grading import source_words
from briefing.app.paint import Ink, fitted, ink
from briefing.app.palette import Look
from briefing.app.widgets.rows_pane import Line, RowsPane
from briefing.model.dates import shown_date
from briefing.model.record import record
from briefing.model.text import shown_line
from briefing.review.resting import only_source
from briefing.review.scale import Drawn, Scale, axis, drawn, legend, scale_of
from briefing.review.timeline import Seen, in_one_unit, partners

WIDE = 110
"""Columns from which all of an observation stands beside its drawing."""
_INDENT = 3
_WHEN, _AMOUNT, _TOLD = 19, 26, 44
"""Columns of the date, the amount, and what is told of it, where they stand beside each other."""
_MOST_PARTNERS = 3
"""Others that an observation differs from which are named; of more, the rest are counted."""


@record
class Story:
    """Observations under a name, in the order of their times."""

    name: str
    rows: tuple[Seen, ...]
    change: str = ""
    """How their author says that they changed."""
    left_out: str = ""
    """That these are not all, in a sentence."""


@record
class _Said:
    """A row that is no observation."""

    text: str
    look: Look


Item = int | _Said | None
"""An observation by its place among all, words of the program's own, or a blank row."""


class TimelinePane(RowsPane):
    """Draws observations. Nothing is joined, and nothing is filled in between two of them."""

    BINDINGS = [*bindings(Context.FIGURES), *bindings(Context.FACTS)]  # noqa: RUF012  Textual reads the list

    def __init__(self, title: str, stories: Sequence[Story]) -> None:
        """Show these stories under a title."""
        super().__init__(id="timeline")
        self._title = title
        self.rows = tuple(row for story in stories for row in story.rows)
        self._measured = in_one_unit(self.rows)
        self._partners = _all_partners(stories)
        self._items = tuple(_items(stories))
        self._scales: dict[int, Scale | None] = {}
        self._faint: dict[int, tuple[Ink, ...]] = {}

    @cached_property
    def _legends(self) -> tuple[str, ...]:
        """What the signs of the drawings mean."""
        scale = self._scale_for(60)
        shown = [self._drawn(place, scale) for place in range(len(self.rows))] if scale else []
        return tuple(legend(one for one in shown if one))

    @property
    def current(self) -> Seen | None:
        """The observation under the cursor."""
        item = self._items[self.cursor] if self.cursor < len(self._items) else None
        return self.rows[item] if isinstance(item, int) else None

    def count(self) -> int:
        """How many items there are, the legend the last."""
        return len(self._items) + 1

    def can_hold(self, index: int) -> bool:
        """Only observations hold the cursor."""
        return index < len(self._items) and isinstance(self._items[index], int)

    # Drawing

    @property
    def _plot(self) -> tuple[int, int]:
        """The first column and the width of the drawing."""
        if self.inner < WIDE:
            return _INDENT, max(1, self.inner - _INDENT - 2)
        x = _INDENT + _WHEN + _AMOUNT
        return x, self.inner - x - _TOLD - 2

    def _scale_for(self, width: int) -> Scale | None:
        """The common scale at a width."""
        if width not in self._scales:
            self._scales[width] = scale_of((one for one in self._measured.intervals if one), width)
        return self._scales[width]

    def _drawn(self, place: int, scale: Scale) -> Drawn | None:
        """The drawing of an observation; None where it has none."""
        interval = self._measured.intervals[place]
        return drawn(interval, scale, hollow=self.rows[place].is_hollow) if interval else None

    def heading(self) -> list[tuple[Ink, ...]]:
        """What is shown, and the axis that all drawings share."""
        title = (fitted(1, self._title, self.inner - 2, Look.LIT),)
        x, width = self._plot
        scale = self._scale_for(width)
        if scale is None:
            return [(), title, ()]
        unit = shown_line(self._measured.unit or "")
        labels, line = axis(scale)
        wide = self.inner >= WIDE
        named = (fitted(_INDENT, f"in {unit}", _WHEN + _AMOUNT - 2, Look.QUIET),) if unit and wide else ()
        above = [(fitted(1, f"{self._title} · in {unit}" if unit else self._title, self.inner - 2, Look.LIT),)]
        return [
            (),
            *([title] if wide else above),
            (),
            (*named, ink(x, labels.rstrip(), Look.PLAIN)),
            (ink(x, line.rstrip(), Look.QUIET),),
            (),
        ]

    def draw(self, index: int) -> list[Line]:
        """One item."""
        if index == len(self._items):
            return self._last()
        item = self._items[index]
        if item is None:
            return [Line(lights=False)]
        if isinstance(item, _Said):
            return [Line(line.inks, lights=False) for line in prose(item.text, self.inner, item.look, indent=1)]
        lines = self._wide(item) if self.inner >= WIDE else self._narrow(item)
        return [*lines, Line(lights=False)]

    def _last(self) -> list[Line]:
        """The legend."""
        told = " · ".join(self._legends)
        return [Line(line.inks, lights=False) for line in prose(told, self.inner, Look.QUIET, indent=1)] if told else []

    def _narrow(self, place: int) -> list[Line]:
        """An observation in rows of its own: date and amount, the drawing, what is told of it."""
        seen = self.rows[place]
        when = ink(_INDENT, _when(seen), Look.PLAIN)
        amount = list(prose(seen.phrase, self.inner, Look.QUANTITY, indent=when.x + when.cells + 2))
        plot = self._plotted(place)
        told = " · ".join(filter(None, self._told(place)))
        return [
            Line((when, *amount[0].inks)) if amount else Line((when,)),
            *amount[1:],
            *([Line(tuple(plot))] if plot else []),
            *self._warned(place, _INDENT, self.inner),
            *prose(told, self.inner, Look.QUIET),
        ]

    def _wide(self, place: int) -> list[Line]:
        """An observation with its drawing in the middle and what is told of it at the right."""
        seen = self.rows[place]
        x = self.inner - _TOLD
        when = (ink(_INDENT, _when(seen), Look.PLAIN),)
        amounts = list(prose(seen.phrase, _INDENT + _WHEN + _AMOUNT, Look.QUANTITY, indent=_INDENT + _WHEN))
        told = [*self._warned(place, x, self.inner)]
        for text in filter(None, self._told(place)):
            told += prose(text, self.inner, Look.QUIET, indent=x)
        columns = ([when], [one.inks for one in amounts], [tuple(self._plotted(place))], [one.inks for one in told])
        rows = [[*row] for row in zip_longest(*columns, fillvalue=())]
        for row in rows[1:]:
            row[2] = self._guides()
        return [Line(tuple(one for part in row for one in part)) for row in rows]

    def _plotted(self, place: int) -> list[Ink]:
        """The drawing between faint lines below the ticks; that there is none is said by what is told."""
        x, width = self._plot
        scale = self._scale_for(width)
        shown = self._drawn(place, scale) if scale else None
        if shown is None:
            return []
        end = x + shown.start + len(shown.text)
        beside = [one for one in self._guides() if not x + shown.start <= one.x < end]
        return [*beside, ink(x + shown.start, shown.text, Look.QUANTITY_LIT)]

    def _guides(self) -> tuple[Ink, ...]:
        """Faint lines below the ticks."""
        x, width = self._plot
        if width not in self._faint:
            scale = self._scale_for(width)
            columns = {scale.column(tick) for tick in scale.ticks} if scale else set()
            self._faint[width] = tuple(ink(x + column, "┊", Look.QUIET) for column in columns)
        return self._faint[width]

    def _warned(self, place: int, x: int, width: int) -> Iterator[Line]:
        """With which other observations of the same time this one differs."""
        others = self._partners.get(place, ())
        for other in (self.rows[one] for one in others[:_MOST_PARTNERS]):
            text = f"! differ: {shown_line(other.origin)} has {shown_line(other.phrase)}"
            yield from prose(text, width, Look.WARNING, indent=x)
        if len(others) > _MOST_PARTNERS:
            yield from prose(f"! and {len(others) - _MOST_PARTNERS:,} others differ", width, Look.WARNING, indent=x)

    def _told(self, place: int) -> Iterator[str]:
        """What is known of an observation besides date and amount."""
        seen = self.rows[place]
        if seen.interval is None:
            yield "no number: not drawn"
        elif self._measured.intervals[place] is None:
            yield "in another unit: not drawn"
        about = ({"before": "the value before", "over time": "of its series"}.get(seen.role), seen.status, seen.label)
        yield " · ".join(shown_line(part) for part in about if part)
        yield from source_words(seen.sources, seen.grades, seen.grade)
        if not seen.role:
            yield f"in {shown_line(seen.origin)}"


def _when(seen: Seen) -> str:
    """The time that an observation holds for."""
    return shown_date(seen.as_of) if seen.as_of else "undated"


def _items(stories: Sequence[Story]) -> Iterator[Item]:
    """The rows of all stories, with what is said of each story above them."""
    place = 0
    for story in stories:
        yield _Said(story.name, Look.ACCENT)
        alone = only_source([row.sources for row in story.rows])
        if alone and not story.left_out:
            yield _Said(f"All {len(story.rows)} rest on one source: {shown_line(alone)}.", Look.WARNING)
        if story.change:
            yield _Said(story.change, Look.PLAIN)
        if story.left_out:
            yield _Said(story.left_out, Look.WARNING)
        yield None
        dated = sum(1 for row in story.rows if row.as_of and (row.as_of.start or row.as_of.end))
        for index in range(len(story.rows)):
            if index == dated:
                yield _Said("UNDATED", Look.CAPTION)
                yield None
            yield place
            place += 1


def _all_partners(stories: Sequence[Story]) -> dict[int, tuple[int, ...]]:
    """Which observations differ, by their places among all."""
    found: dict[int, tuple[int, ...]] = {}
    start = 0
    for story in stories:
        for place, others in partners(story.rows).items():
            found[start + place] = tuple(start + other for other in others)
        start += len(story.rows)
    return found
