"""The panes side by side: which of them are shown, and which has the keys."""

from __future__ import annotations

from collections.abc import Callable

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message

from briefing.app.panes import Arrangement, Pane, arrange
from briefing.app.widgets.document_view import DocumentView
from briefing.app.widgets.facts_pane import FactsPane
from briefing.app.widgets.fitted import Holder
from briefing.app.widgets.rows_pane import RowsPane
from briefing.model.record import record


@record
class LibraryPanes:
    """What a library adds to text and facts. Results stand in the place of the list, facets in that of the facts."""

    listed: RowsPane
    results: RowsPane
    facets: RowsPane
    is_searching: Callable[[], bool]
    """Whether the results of a search are shown."""


class Panes(Holder, Horizontal):
    """Holds the panes and shows those there is room for; the one with the keys is always shown."""

    DEFAULT_CSS = """
    Panes { height: 1fr; }
    Panes RowsPane { height: 1fr; }
    """

    class Arranged(Message):
        """Other panes are shown, or another has the keys."""

    def __init__(
        self,
        text: DocumentView,
        facts: FactsPane,
        library: LibraryPanes | None,
        *,
        side: Pane,
    ) -> None:
        """Hold these panes.

        Args:
            text: the text.
            facts: the facts.
            library: what a library adds; None where there is none.
            side: the side pane to begin with.
        """
        super().__init__(id="panes")
        self._text = text
        self._facts = facts
        self._library = library
        self._side = side
        self.is_alone = False
        """Whether the reader wants the text alone; the other panes are shown while they have the keys."""
        self.focused_pane = Pane.LIST if library else Pane.TEXT
        """The pane that has the keys, or gets them back when the field is left."""
        self.arrangement = Arrangement((self.focused_pane,))

    def compose(self) -> ComposeResult:
        """Put the panes in their order."""
        library = self._library
        yield from (library.listed, library.results) if library else ()
        yield from (self._text, self._facts)
        yield from (library.facets,) if library else ()

    @property
    def widgets(self) -> dict[Pane, DocumentView | RowsPane]:
        """The widget of each pane that there is."""
        library = self._library
        if library is None:
            return {Pane.TEXT: self._text, Pane.FACTS: self._facts}
        listed = library.results if library.is_searching() else library.listed
        return {
            Pane.LIST: listed,
            Pane.TEXT: self._text,
            Pane.FACTS: library.facets if self.is_faceted else self._facts,
        }

    @property
    def is_faceted(self) -> bool:
        """Whether the facets of a search are in the place of the facts: as long as no result is read."""
        searching = self._library is not None and self._library.is_searching()
        return searching and self.focused_pane is not Pane.TEXT

    @property
    def focused_widget(self) -> DocumentView | RowsPane:
        """The widget of the pane with the keys."""
        return self.widgets[self.focused_pane]

    @property
    def shown(self) -> tuple[Pane, ...]:
        """The panes that are shown, from the left."""
        return self.arrangement.shown

    def focus_pane(self, pane: Pane) -> None:
        """Give the keys to a pane, bringing it where it is not shown; nothing happens where there is none."""
        if pane not in self.widgets:
            return
        self.focused_pane = pane
        if pane is not Pane.TEXT:
            self._side = pane
        self.show_panes()
        if self.focused_widget is self._facts and not self._facts.has_focus:
            self._facts.begin()
        self.screen.set_focus(self.focused_widget)

    def turn_to(self, pane: Pane) -> None:
        """Show a pane as if it had the keys, which the field has; it gets them when the field is left."""
        self.focused_pane = self._side = pane
        self.show_panes()

    def cycle(self, steps: int) -> None:
        """Give the keys to the next pane, shown or not."""
        panes = list(self.widgets)
        self.focus_pane(panes[(panes.index(self.focused_pane) + steps) % len(panes)])

    def toggle_alone(self) -> None:
        """Show the text alone, or with its side panes again."""
        self.is_alone = not self.is_alone
        self.focus_pane(Pane.TEXT)

    def show_panes(self) -> None:
        """Show the panes that there is room for."""
        widgets = self.widgets
        chosen = self.arrangement = arrange(
            self.app.size.width,
            self.focused_pane,
            side=self._side,
            library=self._library is not None,
            alone=self.is_alone and self.focused_pane is Pane.TEXT,
            searching=self._library is not None and self._library.is_searching(),
        )
        widths = {Pane.LIST: chosen.list_width, Pane.FACTS: chosen.facts_width}
        for pane, widget in widgets.items():
            widget.display = pane in chosen.shown
            widget.styles.width = widths[pane] if pane is not Pane.TEXT and len(chosen.shown) > 1 else "1fr"
        for unused in self.query_children(RowsPane):
            if unused not in widgets.values():
                unused.display = False
        self.post_message(self.Arranged())

    @on(events.DescendantFocus)
    def _focus_came(self, event: events.DescendantFocus) -> None:
        """Follow a focus that came by the mouse; one that has gone on meanwhile is passed over."""
        for pane, widget in self.widgets.items():
            if widget is event.widget is self.screen.focused and pane is not self.focused_pane:
                self.focus_pane(pane)
        self.post_message(self.Arranged())
