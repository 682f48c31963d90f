"""A side pane: items of one or more rows under a heading, one of them under the cursor."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from briefing.app.paint import Ink, guarded, ink, strip
from briefing.app.palette import Look, palette_of
from briefing.app.widgets.fitted import Fitted
from briefing.model.record import record

WHEEL = 3
"""Rows for one notch of the wheel."""


@record
class Line:
    """One row of an item; its columns count from the one after the bar of the focus."""

    inks: tuple[Ink, ...] = ()
    lights: bool = True
    """Whether it is lit when its item is under the cursor; a blank row between items is not."""


class RowsPane(Fitted, Widget, can_focus=True):
    """Draws items by rows and moves a cursor over them. What the items are, a subclass says.

    All items may be equally high (`item_height`), so that a hundred thousand cost no more than a screenful.
    """

    ALLOW_SELECT = False
    item_height: int | None = None

    class OfItem(Message):
        """Something happened to an item of a pane."""

        def __init__(self, pane: RowsPane, index: int) -> None:
            """Tell which pane, and which of its items."""
            super().__init__()
            self.pane = pane
            self.index = index

    class Highlighted(OfItem):
        """The cursor has come to another item."""

    class Chosen(OfItem):
        """An item was chosen with Enter or a click."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  the name Textual gives it
        """Start without items."""
        super().__init__(id=id)
        self.cursor = 0
        """The index of the item under the cursor."""
        self.is_moved = False
        """Whether the reader has put the cursor where it is."""
        self._top = 0
        self._ends: list[int] = []
        self._laid_for: Size | None = None

    def count(self) -> int:
        """How many items there are."""
        raise NotImplementedError

    def draw(self, index: int) -> Sequence[Line]:
        """The rows of one item, at the pane's width."""
        raise NotImplementedError

    def heading(self) -> Sequence[tuple[Ink, ...]]:
        """The rows that stand above the items and do not scroll."""
        raise NotImplementedError

    def can_hold(self, index: int) -> bool:  # noqa: ARG002  most panes let the cursor go anywhere
        """Whether the cursor may rest on this item."""
        return True

    @property
    def inner(self) -> int:
        """The columns that items may take."""
        return max(1, self.size.width - 1)

    def renew(self) -> None:
        """Draw again after the items have changed; the cursor stays within them."""
        self._laid_for = None
        if self.size:
            self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        """Find where each item is at the size that the pane has."""
        self._laid_for = self.size
        count = self.count()
        if self.item_height is None:
            self._ends = list(accumulate(len(self.draw(index)) for index in range(count)))
        self.cursor = max(0, min(self.cursor, count - 1))
        if count and not self.can_hold(self.cursor):
            self.cursor = self._next(self.cursor, 1)
        self._follow()

    def renew_around(self, index: int) -> None:
        """Draw other items with the cursor on one of them, which stands where the one under the cursor stood."""
        above = self._start(self.cursor) - self._top if self._laid_for is not None else 0
        self.cursor = index
        self.renew()
        if self._laid_for is not None and self.count():
            self._scroll(self._start(self.cursor) - above - self._top)
            self._follow()

    def from_top(self) -> None:
        """Draw other items, from the first one on as far as the cursor allows."""
        self._top = 0
        self.renew()

    def move_pages(self, pages: float) -> None:
        """Move the cursor by so many panefuls of items."""
        items = max(1, round(self.page * abs(pages)))
        self.move_steps(items if pages > 0 else -items)

    def move_to_start(self) -> None:
        """Move the cursor to the first item."""
        self.move_to(0)

    def move_to_end(self) -> None:
        """Move the cursor to the last item."""
        self.move_to(self.count() - 1)

    def move_steps(self, steps: int) -> None:
        """Move the cursor by so many items."""
        target = self.cursor
        for _ in range(min(abs(steps), self.count())):
            target = self._next(target, 1 if steps > 0 else -1)
        self.move_to(target)

    def move_to(self, index: int) -> None:
        """Move the cursor to an item and tell."""
        index = max(0, min(index, self.count() - 1))
        if self.count() and not self.can_hold(index):
            index = self._next(index, 1)
        if index != self.cursor and self.count():
            self.cursor = index
            self.is_moved = True
            self._follow()
            self.refresh()
            self.post_message(self.Highlighted(self, index))

    def choose(self) -> None:
        """Choose the item under the cursor."""
        if self.count():
            self.post_message(self.Chosen(self, self.cursor))

    def reveal(self, index: int) -> None:
        """Bring an item onto the pane without moving the cursor."""
        self._bring(index)
        self.refresh()

    @property
    def page(self) -> int:
        """About how many items fill the pane."""
        return max(1, self._room // (self.item_height or max(1, self._total // max(1, self.count()))))

    def _next(self, index: int, step: int) -> int:
        """The nearest item in this direction that may hold the cursor, else the same."""
        following = index + step
        while 0 <= following < self.count():
            if self.can_hold(following):
                return following
            following += step
        return index if self.can_hold(index) else min(self.cursor, self.count() - 1)

    @property
    def _room(self) -> int:
        """The rows there are for items."""
        return max(1, self.size.height - len(self.heading()))

    @property
    def _total(self) -> int:
        """The rows of all items."""
        return self.count() * self.item_height if self.item_height else (self._ends[-1] if self._ends else 0)

    def _start(self, index: int) -> int:
        """The first row of an item."""
        return index * self.item_height if self.item_height else (self._ends[index - 1] if index else 0)

    def _item_at(self, row: int) -> int:
        """The item that this row belongs to."""
        return row // self.item_height if self.item_height else bisect_right(self._ends, row)

    def _follow(self) -> None:
        """Scroll so that the item under the cursor is wholly shown."""
        self._bring(self.cursor)

    def _bring(self, index: int) -> None:
        """Scroll as little as brings an item onto the pane, its beginning where it is higher than the pane.

        The very first brings what stands above it.
        """
        if self._laid_for is None or not 0 <= index < self.count():
            return
        start, end = self._start(index), self._start(index + 1) if self.item_height else self._ends[index]
        if not any(self.can_hold(before) for before in range(min(index, 3))):
            start = 0
        self._top = max(min(self._top, start), min(start, end - self._room))
        self._top = max(0, min(self._top, self._total - self._room))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the heading and the rows of the items on the screen, through the program's line filters.

        A pane is drawn before it is told of its size, so it is here that it is laid out for it.
        """
        if self._laid_for != self.size:
            self._top = 0
            self._lay_out()
        strips = [self._painted(inks, lit=False) for inks in self.heading()]
        index = self._item_at(self._top)
        skipped = self._top - self._start(index) if index < self.count() else 0
        while len(strips) < self.size.height and index < self.count():
            held = index == self.cursor
            strips += [self._painted(line.inks, lit=line.lights and held) for line in self.draw(index)[skipped:]]
            skipped = 0
            index += 1
        strips += [self._painted((), lit=False)] * (self.size.height - len(strips))
        shown = guarded(strips[crop.y : crop.bottom], self)
        return [one.crop(crop.x, crop.right) for one in shown]

    def _painted(self, inks: Sequence[Ink], *, lit: bool) -> Strip:
        """Paint one row, with the bar of the focus before it and the light of the cursor behind it."""
        palette = palette_of(self)
        bar = [ink(0, "▌", Look.ACCENT)] if self.has_focus else []
        if lit and palette.colours.raised is None:
            inks = (ink(0, "▸" if self.has_focus else "▹", Look.ACCENT), *inks)
        row = (Look.CURSOR,) if lit else ()
        return Strip.join([strip(bar, 1, palette), strip(inks, self.inner, palette, row)])

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down by one notch of the wheel; the cursor stays."""
        event.stop()
        self._scroll(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up by one notch of the wheel; the cursor stays."""
        event.stop()
        self._scroll(-WHEEL)

    def _scroll(self, rows: int) -> None:
        """Scroll by so many rows."""
        self._top = max(0, min(self._top + rows, self._total - self._room))
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the item that was clicked; a click on the item under it chooses."""
        row = self._top + event.y - len(self.heading())
        index = self._item_at(row) if event.y >= len(self.heading()) and row < self._total else -1
        if index < 0 or not self.can_hold(index):
            return
        if index == self.cursor:
            self.choose()
        else:
            self.move_to(index)
            self.choose()
