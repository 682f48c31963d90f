"""The facets of a search, in the place of the facts: what its answers can be narrowed by, and what is on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefing.app.commands.command import Context, bindings
from briefing.app.fact_lines import wrapped
from briefing.app.paint import Ink, fitted, ink, right
from briefing.app.palette import Look
from briefing.app.widgets.rows_pane import Line, RowsPane
from briefing.library.facet_counts import FacetCounts, FacetGroup
from briefing.library.query_facets import YEAR, FacetValue
from briefing.model.record import record
from briefing.model.text import shown_line

NAMES = {"topics": "Topics", "byline": "Byline", "sources": "Sources", YEAR: "Year"}
"""What the groups of the fields that every briefing may have are called; others have the name of their field."""


@record
class _Item:
    """One row of the pane: a blank row, the name of a field, a value, or how many more there are."""

    text: str = ""
    value: FacetValue | None = None
    count: int | None = None
    """How many answers have the value; None where that is not counted."""
    is_caption: bool = False


class FacetsPane(RowsPane):
    """The commonest values of each field among the answers. Those that are on have a sign."""

    BINDINGS = bindings(Context.FACETS)

    def __init__(self, toggle: Callable[[FacetValue, str], None], *, id: str) -> None:  # noqa: A002  Textual's name
        """Make an empty pane; `toggle` adds a facet to the query or takes it away, by its value and its text."""
        super().__init__(id=id)
        self._toggle = toggle
        self._counts = FacetCounts((), 0)
        self._on: frozenset[FacetValue] = frozenset()
        self._is_counting = False
        self._items: list[_Item] = []

    def ask(self, on: frozenset[FacetValue]) -> None:
        """Say what is on in a new query; the counts of the one before stand until its own are ready."""
        self._is_counting = True
        self._fill(on)

    def show(self, counts: FacetCounts) -> None:
        """Show the counts of the query."""
        self._is_counting = False
        self._counts = counts
        self._fill(self._on)

    def _fill(self, on: frozenset[FacetValue]) -> None:
        """Make the rows; the cursor stays on its value."""
        held = self._items[self.cursor].value if self.cursor < len(self._items) else None
        self._on = on
        self._items = list(self._rows())
        self.cursor = next((at for at, item in enumerate(self._items) if held and item.value == held), 0)
        self.renew()

    def _rows(self) -> Iterator[_Item]:
        """The values that are on but not counted, then each field with its values."""
        counted = {one.value for group in self._counts.groups for one in group.values}
        others = sorted(self._on - counted, key=lambda value: (value.key, value.words))
        if others:
            yield _Item("On", is_caption=True)
            yield from (_Item(" ".join(value.words), value) for value in others)
        for at, group in enumerate(self._counts.groups):
            if at or others:
                yield _Item()
            yield from _group_items(group)

    def count(self) -> int:
        """How many rows there are."""
        return len(self._items)

    def can_hold(self, index: int) -> bool:
        """Only values hold the cursor."""
        return self._items[index].value is not None

    def heading(self) -> list[tuple[Ink, ...]]:
        """The pane's name with its number, and how many answers are counted, or that they are not yet."""
        state = "counting …" if self._is_counting else f"{self._counts.answers:,} found"
        title = (
            ink(1, "3", Look.ACCENT),
            ink(3, "Facets", Look.LIT if self.has_focus else Look.QUIET),
            right(self.inner - 1, state, Look.QUIET),
        )
        hint = "" if self._items or self._is_counting else "Nothing was found that could be narrowed."
        return [(), title, (), *((ink(1, row, Look.QUIET),) for row in wrapped(hint, self.inner - 2) if hint)]

    def draw(self, index: int) -> list[Line]:
        """A value with its sign and its count, or the name of a field."""
        item = self._items[index]
        if item.value is None:
            x, look = (1, Look.CAPTION) if item.is_caption else (3, Look.QUIET)
            return [Line((fitted(x, item.text.upper() if item.is_caption else item.text, self.inner - 2, look),))]
        is_on = item.value in self._on
        at_most = "≤" if self._counts.at_most else ""
        count = right(self.inner - 1, "" if item.count is None else f"{at_most}{item.count:,}", Look.QUIET)
        sign = (ink(1, "✓", Look.ACCENT),) if is_on else ()
        look = Look.LIT if is_on else Look.PLAIN if self.has_focus else Look.QUIET
        return [Line((*sign, fitted(3, item.text, count.x - 4, look), count))]

    def choose(self) -> None:
        """Add the value under the cursor to the query, or take it away."""
        item = self._items[self.cursor] if self.cursor < len(self._items) else None
        if item is not None and item.value is not None:
            self._toggle(item.value, item.text)


def _group_items(group: FacetGroup) -> Iterator[_Item]:
    """A field's name and its values."""
    yield _Item(NAMES.get(group.key, shown_line(group.key.replace("_", " "))), is_caption=True)
    yield from (_Item(shown_line(one.text), one.value, one.count) for one in group.values)
    if group.others:
        yield _Item(f"{group.others:,} more")
