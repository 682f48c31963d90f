"""The figures of the library as rows: by track under the tracks' names, or one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from briefing.app.commands.command import Context, bindings
from briefing.app.dates import short_date
from briefing.app.paint import Ink, fitted, ink, right
from briefing.app.palette import Look
from briefing.app.widgets.rows_pane import Line, RowsPane
from briefing.document.width import cell_width
from briefing.library.figures import FigureTable, ListedFigure
from briefing.model.record import record
from briefing.model.text import shown_line
from briefing.review.differ import NOT_YET, Stated, differing

WIDE = 90
"""Columns from which a figure takes one row."""
_GAP = 3
"""Columns between two columns of the table."""
_SPACE = 2
"""Columns between an amount and a word beside it."""
_MOST_COMPARED = 50
"""Figures of a track that are compared for the sign beside its name."""


@record
class Group:
    """The name of a track above its figures."""

    track: str | None
    start: int
    """The place of the first of them in the table."""
    count: int


Item = Group | int | None
"""What a row of the pane is: the name of a track, a figure by its place in the table, or a blank row."""


class FiguresPane(RowsPane):
    """Draws figures, each in the words of its author, with date, sources and briefing."""

    BINDINGS = [*bindings(Context.FIGURES), *bindings(Context.FACTS)]  # noqa: RUF012  Textual reads the list

    def __init__(self, today: date) -> None:
        """Start without figures; `today` decides how short a date can be written."""
        super().__init__(id="figures")
        self._today = today
        self._title: tuple[str, str] = ("", "")
        self._hint = ""
        self.table: FigureTable | None = None
        self._items: Sequence[Item] = ()
        self._is_wide = True
        self._differing: dict[Group, bool] = {}

    def show(self, table: FigureTable, items: Sequence[Item], title: tuple[str, str], hint: str) -> None:
        """Show these rows; the figure under the cursor stays under it, once the reader has put it there.

        Args:
            table: the figures.
            items: the rows of the pane.
            title: what stands above them at the left and at the right.
            hint: what to do where there are none.
        """
        held = self.current if self.is_moved else None
        self._differing = {}
        self.table, self._items, self._title, self._hint = table, items, title, hint
        self.cursor = self._place_of(held) if held else next((at for at, one in enumerate(items) if one == 0), 0)
        self.renew()

    def _place_of(self, held: ListedFigure) -> int:
        """The row of a figure that was shown before; the first where it is gone."""
        place = self.table.place_of(held) if self.table is not None else None
        return self._items.index(place) if place is not None else 0

    @property
    def current(self) -> ListedFigure | None:
        """The figure under the cursor."""
        return self.at(self.cursor)

    def at(self, place: int) -> ListedFigure | None:
        """The figure in a row of the pane; None where that is none."""
        item = self._items[place] if place < len(self._items) else None
        return self.table[item] if isinstance(item, int) and self.table is not None else None

    @property
    def group(self) -> Group | None:
        """The track whose name is under the cursor."""
        item = self._items[self.cursor] if self.cursor < len(self._items) else None
        return item if isinstance(item, Group) else None

    def count(self) -> int:
        """How many rows there are, names of tracks and blank ones among them."""
        return len(self._items)

    def can_hold(self, index: int) -> bool:
        """Blank rows do not hold the cursor."""
        return self._items[index] is not None

    def _lay_out(self) -> None:
        """Give each figure a row, or two where the window is narrow."""
        self._is_wide = self.inner >= WIDE
        self.item_height = 1 if self._is_wide else 2
        super()._lay_out()

    def heading(self) -> list[tuple[Ink, ...]]:
        """What is shown and in which order, and the names of the columns."""
        name, order = self._title
        title = (fitted(1, name, self.inner - len(order) - 4, Look.LIT), right(self.inner - 1, order, Look.QUIET))
        hint = [(fitted(1, self._hint, self.inner - 2, Look.QUIET),)] if self._hint else []
        names = ("figure", "amount", "as of", "source", "briefing")
        columns = _columns(self.inner)
        captions = tuple(ink(x, text.upper(), Look.CAPTION) for text, (x, _) in zip(names, columns, strict=True))
        return [(), title, (), *hint] + ([captions] if self._is_wide and self._items else [])

    def draw(self, index: int) -> list[Line]:
        """One row of the pane."""
        item = self._items[index]
        if item is None or self.table is None:
            return [Line(lights=False)] * (self.item_height or 1)
        if isinstance(item, Group):
            return self._group_lines(item)
        row = self.table[item]
        return [Line(tuple(self._wide(row)))] if self._is_wide else self._narrow(row)

    def _group_lines(self, group: Group) -> list[Line]:
        """The name of a track and how many figures it has."""
        name = shown_line(group.track) if group.track else "no track"
        count = right(self.inner - 1, f"{group.count:,}", Look.QUIET)
        differ = [right(count.x - 2, "! differ", Look.WARNING)] if self._differ(group) else []
        inks = (fitted(1, name, self.inner - 20, Look.ACCENT), *differ, count)
        return [Line(inks)] if self._is_wide else [Line(lights=False), Line(inks)]

    def _differ(self, group: Group) -> bool:
        """Whether briefings differ on a track; of one with very many figures its timeline says so."""
        if group.track is None or not 1 < group.count <= _MOST_COMPARED or self.table is None:
            return False
        if group not in self._differing:
            rows = [self.table[group.start + place] for place in range(group.count)]
            stated = [Stated(it.path, it.figure.value, it.figure.unit, it.figure.status, it.as_of) for it in rows]
            self._differing[group] = next(differing(stated), None) is not None
        return self._differing[group]

    def _wide(self, row: ListedFigure) -> Iterator[Ink]:
        """A figure in columns."""
        label, amount, when, source, home = _columns(self.inner)
        figure = row.figure
        yield fitted(label[0], shown_line(figure.label or "no label"), label[1], Look.PLAIN)
        yield from _amount(row, *amount)
        yield fitted(when[0], short_date(row.as_of, self._today), when[1], Look.QUIET)
        yield from _source(row, *source)
        yield fitted(home[0], row.title, home[1], Look.QUIET)

    def _narrow(self, row: ListedFigure) -> list[Line]:
        """A figure in two rows."""
        amount = list(_amount(row, 3, self.inner - 6, status=False))
        x = amount[-1].x + amount[-1].cells + _SPACE
        label = fitted(x, shown_line(row.figure.label or "no label"), max(0, self.inner - x - 1), Look.QUIET)
        told = [row.figure.status or "", *_named(row), row.title]
        when = ink(3, short_date(row.as_of, self._today), Look.QUIET)
        about = " · ".join(shown_line(part) for part in told if part)
        x = 3 + when.cells
        return [Line((*amount, label)), Line((when, fitted(x, f" · {about}", self.inner - x - 1, Look.QUIET)))]


def grouped(tracks: Iterator[str | None], *, is_spaced: bool) -> list[Item]:
    """Give the rows of a table that is in the order of its tracks, with the name of each track above its figures."""
    items: list[Item] = []
    start = 0
    for track, members in groupby(tracks):
        count = sum(1 for _ in members)
        if items and is_spaced:
            items.append(None)
        items += [Group(track, start, count), *range(start, start + count)]
        start += count
    return items


def _columns(width: int) -> tuple[tuple[int, int], ...]:
    """The first column and the width of label, amount, time, source and briefing."""
    room = max(0, width - 4 - 4 * _GAP)
    shares = [room * part // 100 for part in (23, 23, 14, 23)]
    shares[2] = max(12, min(shares[2], 20))
    found, x = [], 3
    for share in (*shares, room - sum(shares)):
        found.append((x, max(1, share)))
        x += share + _GAP
    return tuple(found)


def _amount(row: ListedFigure, x: int, width: int, *, status: bool = True) -> Iterator[Ink]:
    """The amount in its author's words; a number is never cut, and what has not come to pass is said, or has a sign."""
    phrase, amount = shown_line(row.figure.phrase), f"{shown_line(row.figure.text)} …"
    shown = next((text for text in (phrase, amount) if cell_width(text) <= width), "…")
    yield ink(x, shown, Look.QUANTITY)
    word = shown_line(row.figure.status or "")
    used = cell_width(shown) + _SPACE
    if status and word and used + cell_width(word) <= width:
        yield ink(x + used, word, Look.QUIET)
    elif status and word in NOT_YET:
        yield ink(x - _SPACE, "○", Look.QUIET)


def _source(row: ListedFigure, x: int, width: int) -> Iterator[Ink]:
    """Who says it, and the grades at the right edge of the column."""
    signs = row.figure.grade or " ".join(filter(None, row.grades))
    if not row.sources:
        yield ink(x, "no source"[:width], Look.QUIET)
        return
    names = ", ".join(shown_line(name) for name in row.sources)
    yield fitted(x, names, max(1, width - len(signs) - 1), Look.QUIET)
    if signs:
        yield right(x + width, signs, Look.PLAIN)


def _named(row: ListedFigure) -> Iterator[str]:
    """The sources, each with its grade."""
    if not row.sources:
        yield "no source"
    for name, signs in zip(row.sources, row.grades, strict=True):
        yield f"{name} {signs}".rstrip()
