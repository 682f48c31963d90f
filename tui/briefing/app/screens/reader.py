"""The main screen: library, text and facts side by side, and the keys that go to them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.timer import Timer

from briefing.app import bars
from briefing.app.commands.command import Context, bindings, registry
from briefing.app.desk import Desk
from briefing.app.footing import footer_hints, footer_notes, where
from briefing.app.panes import SMALLEST, Arrangement, Pane, arrange
from briefing.app.reading import Reading, opened
from briefing.app.seeking import Seek, seek_query
from briefing.app.uses import Use
from briefing.app.widgets.bar import Bar
from briefing.app.widgets.document_view import DocumentView
from briefing.app.widgets.facts_pane import FactsPane
from briefing.app.widgets.field import Field
from briefing.app.widgets.rows_pane import RowsPane
from briefing.document.block import Place
from briefing.library.settings import Settings
from briefing.model.errors import Refusal

if TYPE_CHECKING:
    from briefing.app.browsing import Browsing

PREVIEW_AFTER = 0.06
"""Seconds that the cursor of the list must rest before what is under it is shown."""


def _browsing(reader: ReaderScreen, root: Path, settings: Settings, today: date) -> Browsing:
    """Make what goes about the library; a single file needs none of it."""
    from briefing.app.browsing import Browsing  # noqa: PLC0415

    return Browsing(reader, root, settings, today)


class ReaderScreen(Screen[None]):
    """Shows what is on the desk beside the library it may be from.

    The screen decides which panes there is room for and who has the keys. What is open is the desk's, what is listed
    is the browsing's; commands turn to those.
    """

    BINDINGS = bindings(Context.ANYWHERE)
    DEFAULT_CSS = """
    ReaderScreen { layout: vertical; background: $background; color: $foreground; }
    ReaderScreen #panes { height: 1fr; }
    ReaderScreen RowsPane { height: 1fr; }
    """
    AUTO_FOCUS = ""

    def __init__(
        self,
        settings: Settings,
        today: date,
        *,
        root: Path | None = None,
        reading: Reading | None = None,
        file: str | None = None,
    ) -> None:
        """Make the screen.

        Args:
            settings: what the reader chose.
            today: the day that ages count from.
            root: the library's folder; None to read a single file.
            reading: a briefing to show at once.
            file: the file it came from; None where it came over a pipe.
        """
        super().__init__()
        self._today = today
        self.browsing = _browsing(self, root, settings, today) if root else None
        self.text = DocumentView(id=Pane.TEXT)
        self.facts = FactsPane(id=Pane.FACTS)
        self.desk = Desk(self.text, self.facts, self.refresh_bars)
        self.arrangement = Arrangement((Pane.TEXT,))
        self.focused_pane = Pane.LIST if root else Pane.TEXT
        self.file = file
        self.use: Use | None = None
        self._first = reading
        self._preview: Timer | None = None
        self._side = Pane.LIST if root else Pane.FACTS
        self._alone = False
        self._header = Bar(lambda width: bars.header(where(self), width), id="header")
        self._footer = Bar(lambda width: bars.footer(footer_hints(self), footer_notes(self), width), id="footer")
        self._field: Field | None = None

    def compose(self) -> ComposeResult:
        """Lay the panes out between header and footer."""
        yield self._header
        with Horizontal(id="panes"):
            if self.browsing:
                yield from self.browsing.panes
            yield self.text
            yield self.facts
        yield self._footer

    def on_mount(self) -> None:
        """Give the keys to the first pane."""
        self.show_panes()
        self.set_focus(self.pane)
        if self._first is not None:
            self.desk.lay(self._first)
        if self.browsing is not None:
            self.run_worker(self.browsing.shelf.keep(), group="shelf")

    # Panes

    @property
    def list_pane(self) -> RowsPane:
        """The list of the library, or of results while a search is on."""
        return self.browsing.pane if self.browsing else self.facts

    @property
    def pane(self) -> DocumentView | RowsPane:
        """The pane that has the keys, or gets them back when the field is left."""
        return {Pane.LIST: self.list_pane, Pane.TEXT: self.text, Pane.FACTS: self.facts}[self.focused_pane]

    def focus_pane(self, pane: Pane) -> None:
        """Give the keys to a pane, bringing it where it is not shown."""
        if pane is Pane.LIST and self.browsing is None:
            return
        self.focused_pane = pane
        if pane is not Pane.TEXT:
            self._side = pane
            self._alone = False
        self.show_panes()
        self.set_focus(self.pane)

    def cycle_panes(self, steps: int) -> None:
        """Give the keys to the next pane, shown or not."""
        panes = [pane for pane in Pane if pane is not Pane.LIST or self.browsing]
        self.focus_pane(panes[(panes.index(self.focused_pane) + steps) % len(panes)])

    def toggle_alone(self) -> None:
        """Show the text alone, or with its panes again."""
        self._alone = not self._alone
        self.focus_pane(Pane.TEXT)

    def show_panes(self) -> None:
        """Show the panes that there is room for."""
        searching = self.browsing is not None and bool(self.browsing.searched)
        chosen = self.arrangement = arrange(
            self.app.size.width,
            self.focused_pane,
            side=self._side,
            library=self.browsing is not None,
            alone=self._alone,
            searching=searching,
        )
        widths = {Pane.LIST: chosen.list_width, Pane.FACTS: chosen.facts_width}
        panes = {Pane.LIST: self.list_pane, Pane.TEXT: self.text, Pane.FACTS: self.facts}
        hidden = [one for one in (self.browsing.panes if self.browsing else ()) if one is not self.list_pane]
        for pane, widget in panes.items():
            if pane is Pane.LIST and self.browsing is None:
                continue
            widget.display = pane in chosen.shown
            widget.styles.width = widths[pane] if pane is not Pane.TEXT and len(chosen.shown) > 1 else "1fr"
        for widget in hidden:
            widget.display = False
        self.refresh_bars()

    def refresh_bars(self) -> None:
        """Say again in header and footer what may have changed."""
        self._header.refresh()
        self._footer.refresh()

    @on(events.Resize)
    def _resized(self) -> None:
        """Arrange the panes for the new size."""
        columns, rows = self.app.size
        self.set_class(columns < SMALLEST[0] or rows < SMALLEST[1], "too-small")
        self.show_panes()

    @on(events.DescendantFocus)
    def _focus_came(self, event: events.DescendantFocus) -> None:
        """Follow a focus that came by the mouse."""
        named = {self.text: Pane.TEXT, self.facts: Pane.FACTS, self.list_pane: Pane.LIST}
        pane = named.get(event.widget)  # type: ignore[call-overload]  any widget may get the focus
        if pane is not None and pane is not self.focused_pane:
            self.focus_pane(pane)
        self.refresh_bars()

    # Commands

    async def action_command(self, name: str) -> None:
        """Run the command of this name, when it can do anything now."""
        command = registry()[name]
        if command.available(self):
            running = command.run(self)
            if running is not None:
                await running

    @property
    def back_label(self) -> str:
        """What going back one level does, for the footer."""
        return "list" if self.browsing and self.focused_pane is not Pane.LIST else "quit"

    def back(self) -> None:
        """Go back one level: from a search to the list, from the text to the list, from there out."""
        if self.browsing is None:
            self.app.exit()
        elif self.focused_pane is not Pane.LIST:
            self.focus_pane(Pane.LIST)
        elif not self.browsing.drop_query():
            self.app.exit()

    def drop_innermost(self) -> None:
        """Drop the selection, else the hits, else the search; then go to the text."""
        if self.desk.selection:
            self.desk.select(None)
        elif self.desk.finder:
            self.desk.drop_find()
        elif not (self.browsing and self.browsing.drop_query()):
            self.focus_pane(Pane.TEXT)

    # The field

    async def open_field(self, use: type[Use]) -> None:
        """Open the field for a use; what is typed from now on goes into it."""
        if self._field is None:
            self._field = Field(id="field")
            await self.mount(self._field, after=self._footer)
        self.use = use(self)
        self._footer.display = False
        self._field.open(self.use.prompt, self.use.words)

    def close_field(self, pane: Pane) -> None:
        """Close the field and give the keys to a pane."""
        if self._field is not None:
            self._field.close()
        self._footer.display = True
        self.focus_pane(pane)

    @on(Field.Typed)
    def _typed(self, event: Field.Typed) -> None:
        """Follow what is typed."""
        if self.use is not None:
            self.use.typed(event.words)

    def say_in_field(self, result: str) -> None:
        """Show beside the words what came of them."""
        if self._field is not None:
            self._field.say(result)

    # Opening

    def open_chosen(self) -> None:
        """Open what is under the cursor of the list."""
        chosen = self.browsing.chosen() if self.browsing else None
        if chosen and self._show_file(*chosen):
            self.focus_pane(Pane.TEXT)

    def preview_soon(self) -> None:
        """Show what is under the cursor of the list once it rests there, where there is room for the text."""
        if self._preview is not None:
            self._preview.stop()
        self._preview = self.set_timer(PREVIEW_AFTER, self._show_preview)

    def _show_preview(self) -> None:
        """Show what is under the cursor of the list, and change nothing else."""
        chosen = self.browsing.chosen() if self.browsing else None
        if chosen and Pane.TEXT in self.arrangement.shown and self.focused_pane is Pane.LIST:
            self._show_file(*chosen)

    def _show_file(self, path: str, line: int, words: str) -> bool:
        """Show a file, at a line and with the hits of a search painted; False when it cannot be read."""
        if path != self.file or self.desk.reading is None:
            try:
                reading = opened(path, self._today)
            except Refusal as refusal:
                self.desk.lay(None)
                self.app.notify(str(refusal), markup=False, severity="warning")
                return False
            self.file = path
            self.desk.lay(reading)
        if line:
            self.desk.to_line(line)
        if words:
            self.find(words, seek_query(words), self.text.viewport.place)
        return True

    def find(self, words: str, seek: Seek | None, origin: Place | None) -> None:
        """Look for something in the text while the reader goes on."""
        self.run_worker(self.desk.find(words, seek, origin), group="find", exclusive=True)

    @on(RowsPane.Highlighted)
    def _highlighted(self, event: RowsPane.Highlighted) -> None:
        """Preview what the cursor of the list has come to."""
        if event.pane is not self.facts:
            self.preview_soon()

    # The text

    @on(DocumentView.Moved)
    def _moved(self) -> None:
        """Light what follows from the reading position."""
        self.desk.follow()

    @on(DocumentView.Settled)
    def _settled(self) -> None:
        """Tie the figures to the text now that all of it is parsed."""
        self.desk.inspect()

    @on(DocumentView.Dragged)
    def _dragged(self, event: DocumentView.Dragged) -> None:
        """Select what the mouse drew over."""
        self.desk.select((event.start, event.end))

    @on(DocumentView.Pressed)
    def _pressed(self, event: DocumentView.Pressed) -> None:
        """Light the figure that was clicked; a click elsewhere drops the selection."""
        self.desk.select(None)
        figure = self.desk.figure_under(event.place)
        if figure is not None:
            self.desk.light(*figure)
            self.facts.point_at_figure(figure[0])

    @on(RowsPane.Chosen)
    def _chosen(self, event: RowsPane.Chosen) -> None:
        """Go where a chosen fact leads; what is chosen in the list is the browsing's to open."""
        if event.pane is self.facts:
            self._go_to_fact()
        elif self.browsing is not None:
            self.open_chosen()

    def _go_to_fact(self) -> None:
        """Go to the section, or to the next passage of the figure, under the cursor."""
        fact = self.facts.current
        if fact is None:
            return
        if fact.section is not None:
            self.desk.to_place(fact.places[0])
        elif fact.figure is not None and not self.desk.light_next_passage(fact.figure):
            self.app.notify("This figure has no passage in the text.", markup=False)
            return
        if Pane.TEXT not in self.arrangement.shown:
            self.focus_pane(Pane.TEXT)
