"""The main screen: library, text and facts side by side, and how they follow each other."""

from __future__ import annotations

from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events, on
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.screen import Screen

from briefing.app import bars, garbage
from briefing.app.aging import aging_from
from briefing.app.commands.command import Context, registry
from briefing.app.desk import Desk
from briefing.app.following import Following
from briefing.app.footing import footer_hints, footer_notes, where
from briefing.app.opening import Opening
from briefing.app.panes import Pane, is_too_small
from briefing.app.reading import Reading
from briefing.app.widgets.bar import Bar
from briefing.app.widgets.document_view import DocumentView
from briefing.app.widgets.facts_pane import FactsPane
from briefing.app.widgets.fitted import Holder
from briefing.app.widgets.panes import Panes
from briefing.app.widgets.rows_pane import RowsPane
from briefing.app.work import begin
from briefing.document.block import Place
from briefing.document.manner import Manner
from briefing.library.settings import WRAPPED, Settings

if TYPE_CHECKING:
    from briefing.app.browsing import Browsing
    from briefing.app.previewing import Previewing
    from briefing.app.seeking import Seek
    from briefing.app.uses import Use
    from briefing.app.widgets.field import Field

LOOK_EVERY = 1.0
"""Seconds between two looks whether the file has changed on the disk."""


class ReaderScreen(Holder, Screen[None]):
    """Shows what is on the desk beside the library it may be from.

    What is open is the opening's, what is painted for it the desk's, what is listed the browsing's, and which panes
    are shown the panes'. The screen passes on what one of them says to the others; commands turn to them directly.
    """

    DEFAULT_CSS = """
    ReaderScreen { layout: vertical; layers: default cover; background: $background; color: $foreground; }
    """
    AUTO_FOCUS = ""

    def __init__(
        self, settings: Settings, today: date, *, root: Path | None, reading: Reading | None, file: str | None
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
        self.settings = settings
        self.text = DocumentView(id=Pane.TEXT)
        self.text.viewport.manner = Manner(wraps_code=settings.code == WRAPPED, opened=frozenset())
        aging = aging_from(settings.old_after, today)
        self.facts = FactsPane(aging, id=Pane.FACTS)
        self.desk = Desk(self.text, self.facts, self.refresh_bars)
        self.opening = Opening(self.desk, today, self.tell)
        self.links = Following(self, aging)
        self.browsing: Browsing | None = None
        if root is not None:
            from briefing.app.browsing import Browsing  # noqa: PLC0415  not needed to read a file

            self.browsing = Browsing(self, root, settings, today)
        library = self.browsing.panes if self.browsing else None
        self.panes = Panes(self.text, self.facts, library, side=Pane.LIST if root else Pane.FACTS)
        self.panes.is_alone = settings.panes == ()
        self._use: Use | None = None
        self._first = (reading, file)
        self._field: Field | None = None
        self._header = Bar(lambda width: bars.header(where(self), width), id="header")
        self._footer = Bar(lambda width: bars.footer(footer_hints(self), footer_notes(self), width), id="footer")

    def compose(self) -> ComposeResult:
        """Lay the panes out between header and footer."""
        yield self._header
        yield self.panes
        yield self._footer

    def on_mount(self) -> None:
        """Show what there is, and give the keys to the first pane."""
        self.call_after_refresh(garbage.take_up)
        self.panes.focus_pane(self.panes.focused_pane)
        reading, file = self._first
        if reading is not None:
            self.opening.lay(reading, file)
            self.call_after_refresh(self.opening.resume)
        if self.browsing is not None:
            begin(self, self.browsing.shelf.keep, "shelf")
        self.set_interval(LOOK_EVERY, self.opening.look)

    def on_unmount(self) -> None:
        """Remember the place in what was open."""
        self.opening.leave()

    @property
    def library(self) -> Browsing:
        """The library, for what is only done where there is one.

        Raises:
            LookupError: a single file is read.
        """
        if self.browsing is None:
            raise LookupError("there is no library")
        return self.browsing

    # Panes

    @property
    def pane(self) -> DocumentView | RowsPane:
        """The pane that has the keys, or gets them back when the field is left."""
        return self.panes.focused_widget

    def refresh_bars(self) -> None:
        """Say again in header and footer what may have changed."""
        self._header.renew()
        self._footer.renew()
        if self._field is not None and self._field.display:
            self._field.say(self.field_use.result, self.field_use.mistake)

    def tell(self, sentence: str) -> None:
        """Show the reader a sentence for a while."""
        self.app.notify(sentence, markup=False, severity="warning")

    @on(Panes.Arranged)
    def _arranged(self) -> None:
        """Say what the keys do now."""
        if self.browsing is not None:
            self.browsing.front.fill()
        self.refresh_bars()

    @on(events.Resize)
    def _resized(self) -> None:
        """Arrange the panes for the new size."""
        self.panes.show_panes()
        if is_too_small(self.app.size) or self.query("Cover"):
            from briefing.app.widgets.cover import cover  # noqa: PLC0415  most windows are large enough

            cover(self, self.app.size)

    # Commands

    async def action_command(self, name: str) -> None:
        """Run the command of this name, when it can do anything now.

        Unless the keys select, those that do so go to the next command that has them.
        """
        command = registry()[name]
        if Context.SELECTING in command.contexts and not self.desk.selecting.by_keys:
            raise SkipAction
        if command.available(self):
            running = command.run(self)
            if running is not None:
                await running
            if self.browsing is not None and Context.LIST not in command.contexts:
                self.previewing.now()

    def back(self) -> None:
        """Go back one level: from the text to the list, from a search to the list, from there out."""
        if self.browsing is not None and self.panes.focused_pane is not Pane.LIST:
            self.panes.focus_pane(Pane.LIST)
        elif self.browsing is None or not self.browsing.drop_query():
            self.app.exit()

    def drop_innermost(self) -> None:
        """Drop the selection, else the hits, else the search; then go to the text."""
        if self.desk.selecting.drop() or self.links.close() or self.facts.stop_peeking():
            return
        if self.desk.finder:
            self.desk.drop_find()
        elif not (self.browsing and self.browsing.drop_query()):
            self.panes.focus_pane(Pane.TEXT)

    # The field

    async def open_field(self, use: type[Use]) -> None:
        """Open the field for a use; what is typed from now on goes into it."""
        if self._field is None:
            from briefing.app.widgets.field import Field  # noqa: PLC0415  not needed for the first screen

            self._field = Field(id="field")
            await self.mount(self._field, after=self._footer)
        self._use = use(self)
        self._footer.display = False
        self._field.open(self._use.prompt, self._use.words)

    def close_field(self, pane: Pane) -> None:
        """Close the field and give the keys to a pane."""
        if self._field is not None:
            self._field.close()
        self._footer.display = True
        self.panes.focus_pane(pane)

    @property
    def field_use(self) -> Use:
        """What the field is used for, while it is open.

        Raises:
            LookupError: it has not been opened.
        """
        if self._use is None:
            raise LookupError("the field is not open")
        return self._use

    def on_field_typed(self, event: Field.Typed) -> None:
        """Follow what is typed."""
        self.field_use.typed(event.words)

    def find(self, words: str, seek: Seek | None, origin: Place | None, *, from_end: bool = False) -> None:
        """Look for something in the text while the reader goes on."""
        begin(self, partial(self.desk.find, words, seek, origin, from_end=from_end), "find")

    # The list

    @cached_property
    def previewing(self) -> Previewing:
        """What shows and opens what the list is at."""
        from briefing.app.previewing import Previewing  # noqa: PLC0415  not needed to read

        return Previewing(self)

    @on(RowsPane.Highlighted)
    def _highlighted(self, event: RowsPane.Highlighted) -> None:
        """Preview what the cursor of the list has come to."""
        if event.pane is not self.facts:
            self.previewing.soon()

    @on(RowsPane.Chosen)
    def _chosen(self, event: RowsPane.Chosen) -> None:
        """Open what was chosen in the list; go where a chosen fact leads."""
        if event.pane is not self.facts:
            self.previewing.open()
        elif self.facts.current is not None:
            self.links.going.to_fact(self.facts.current)

    # The text

    @on(DocumentView.Moved)
    def _moved(self) -> None:
        """Light what follows from the reading position."""
        self.desk.follow()
        self.links.moved()
        is_read = self.opening.followed()
        if self.browsing is not None:
            self.browsing.followed(is_read=is_read)

    @on(DocumentView.Settled)
    def _settled(self) -> None:
        """Look through the text now that all of it is parsed."""
        begin(self, self._inspect, "inspect")

    async def _inspect(self) -> None:
        """Tie the figures to the text, and see which links lead nowhere."""
        await self.desk.inspect()
        self.see_dead_links()

    def see_dead_links(self) -> None:
        """Mark the links that lead nowhere, now that text or library are read."""
        begin(self, self.links.leading.mark_dead, "dead")

    @on(DocumentView.Dragged)
    def _dragged(self, event: DocumentView.Dragged) -> None:
        """Select what the mouse drew over."""
        self.desk.selecting.draw(event.origin, event.to)

    @on(DocumentView.Pressed)
    def _pressed(self, event: DocumentView.Pressed) -> None:
        """Light the figure that was clicked; a click elsewhere drops the selection."""
        self.desk.selecting.drop()
        if event.target is not None and self.links.press(event.place):
            return
        figure = self.desk.figure_under(event.place)
        if figure is not None:
            self.desk.light(*figure)
            self.facts.point_at_figure(figure[0])

    @on(DocumentView.Touched)
    def _touched(self, event: DocumentView.Touched) -> None:
        """Go on to what is laid over the text, or take it away."""
        self.links.touch(inside=event.inside)
