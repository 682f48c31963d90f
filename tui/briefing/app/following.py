"""Following links: what is lit, or chosen by letters or the mouse, is followed or peeked at."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from briefing.app.choosing import Choosing
from briefing.app.hints import Spot
from briefing.app.links import Link, link_at, links_in, shown
from briefing.app.panel import Panel
from briefing.app.panes import Pane
from briefing.app.surroundings import surroundings
from briefing.app.targets import AtBriefing, AtFigure, AtNote, AtPlace, AtSource, Dead, Refused, Target, target_of
from briefing.app.web import WebAddress, web_address
from briefing.document.block import Place, Range
from briefing.document.notes import BACK
from briefing.model.errors import Refusal
from briefing.model.text import shown_line

if TYPE_CHECKING:
    from briefing.app.reading import Reading
    from briefing.app.screens.reader import ReaderScreen
    from briefing.app.targets import Surroundings

SLICE = 0.003
"""Seconds of parsing between two looks at the keyboard."""
AT_ONCE = 0.05
"""Seconds that a key may wait for the rest of a text to be parsed; a longer wait goes on in the background."""

Do = Callable[[Link, Target], None]
"""What is done with a link once it is known where it leads."""


class Following:
    """Owns the link that is lit, and what is over the text: the letters, the panel.

    What a panel shows is gone on to with Enter: so an address is always seen whole before it is opened.
    """

    def __init__(self, reader: ReaderScreen, today: date) -> None:
        """Follow links on this screen."""
        self.choosing = Choosing(reader, self._chosen)
        self.panel = Panel(reader.text, today)
        self._reader = reader
        self._text = reader.text
        self._around: Surroundings | None = None

    @property
    def _reading(self) -> Reading | None:
        """What is open."""
        return self._reader.desk.reading

    # What is on the screen

    def shown(self) -> list[tuple[Link, Spot]]:
        """What on the screen leads on, with the cells where it begins."""
        passages = self._reading.ordered_anchors if self._reading else ()
        return shown(self._text.viewport.rows, passages, self._text.column)

    @property
    def lit(self) -> Link | None:
        """What is lit: a link the reader has come back to or peeked at, else the passage of a figure."""
        lit = self._text.marks.link_lit or self._text.marks.passage_lit
        return next((link for link, _ in self.shown() if link.range == lit), None) if lit else None

    # What the reader does

    async def choose(self, *, peeks: bool) -> None:
        """Put letters on all that leads on, to follow one or to peek at it; that there is nothing is said."""
        found = self.shown()
        if found:
            self.panel.forget()
            await self.choosing.start(found, peeks=peeks)
        else:
            self._reader.tell("No link, note or figure is on the screen.")

    async def go_on(self) -> None:
        """Follow what the panel shows, else what is lit, else what is chosen by letters."""
        if self.panel.target is not None:
            self._go_on(self.panel.target)
        elif self.lit is not None:
            self._when_known(self.lit, self._go)
        else:
            await self.choose(peeks=False)

    async def peek(self) -> None:
        """Peek at what is lit; where nothing is, or it was peeked at already, choose by letters."""
        if self.panel.target is None and self.lit is not None:
            self._when_known(self.lit, self._show)
        else:
            await self.choose(peeks=True)

    def press(self, place: Place) -> bool:
        """Follow the link that was clicked; False where there is none but the passage of a figure."""
        link = link_at(self._links_at(place), place)
        if link is None or link.passage is not None:
            return False
        self._when_known(link, self._go)
        return True

    def touch(self, *, inside: bool) -> None:
        """Go on to what the panel shows when that was clicked; a click beside it takes it away."""
        if inside and self.panel.target is not None:
            self._go_on(self.panel.target)
        else:
            self._text.moved(False)

    def close(self) -> bool:
        """Take the panel away and light no link; False where there was neither."""
        was_lit = self._text.marks.link_lit is not None
        self.light(None)
        self._reader.refresh_bars()
        return self._text.uncover() or was_lit

    def light(self, words: Range | None) -> None:
        """Light the words of a link, or none."""
        self._text.marks = replace(self._text.marks, link_lit=words)

    def arrived(self) -> None:
        """Take the keys to the text and the cursor of the list to its briefing, after going back or forward."""
        file = self._reader.opening.file
        if self._reader.browsing is not None and file is not None:
            self._reader.browsing.list.point_at(file)
        self._reader.panes.focus_pane(Pane.TEXT)

    def moved(self) -> None:
        """Let go of what has left the screen."""
        if not self._text.patches:
            self.choosing.leave()
            self.panel.forget()
        lit = self._text.marks.link_lit
        if lit is not None and not self._text.viewport.shows(Place(lit.block, lit.start)):
            self.light(None)

    # Where a link leads

    def around(self, reading: Reading) -> Surroundings:
        """What the links of a text that is open and wholly parsed are resolved against."""
        if self._around is None or self._around.reading is not reading:
            self._around = surroundings(reading, self._reader.opening.file, self._reader.browsing)
        return self._around

    def _chosen(self, link: Link, peeks: bool) -> None:
        """Follow what was chosen by letters, or peek at it."""
        self._when_known(link, self._show if peeks else self._go)

    def _when_known(self, link: Link, do: Do) -> None:
        """Find where a link leads and do something with it, at once where all of the text is parsed."""
        reading = self._reading
        if reading is None:
            return
        if reading.document.parse(AT_ONCE):
            do(link, target_of(link, self.around(reading)))
        else:
            self._reader.run_worker(self._later(reading, link, do), group="links", exclusive=True)

    async def _later(self, reading: Reading, link: Link, do: Do) -> None:
        """Do it when the rest of the text is parsed, if that is still open then."""
        await _parsed(reading)
        if self._reading is reading:
            do(link, target_of(link, self.around(reading)))

    def _links_at(self, place: Place) -> list[Link]:
        """What leads on in the block of a place."""
        if self._reading is None:
            return []
        return links_in(self._reading.document.block(place.block), self._reading.ordered_anchors)

    # Going there

    def _go_on(self, target: Target) -> None:
        """Go on to what the panel shows: an address is opened, a source leads to its own."""
        if isinstance(target, WebAddress):
            self._text.moved(False)
            self._reader.run_worker(self._open_address(target), group="browser")
        elif isinstance(target, AtSource) and self._reading is not None:
            source = self._reading.briefing.sources[target.source]
            self.show_address(source.url) if source.url else self._reader.tell("This source has no link.")
        else:
            self._go(None, target)

    def _go(self, link: Link | None, target: Target) -> None:
        """Go where a link leads; what is not in a text is shown in the panel, and why it is not followed is said."""
        if link is not None and not isinstance(target, Dead | Refused):
            self.light(link.range)
        if isinstance(target, AtPlace):
            self._to(target.place, link_at(self._links_at(target.place), target.place))
        elif isinstance(target, AtNote):
            back = (one for one in self._links_at(target.place) if one.target == BACK + target.label)
            self._to(target.place, next(back, None))
        elif isinstance(target, AtFigure):
            self._to_figure(target)
        elif isinstance(target, AtBriefing):
            self._open(target)
        elif isinstance(target, Dead | Refused):
            self._reader.tell(target.reason)
        else:
            self._show(link, target)

    def _to(self, place: Place, lit: Link | None) -> None:
        """Go to a place of this text: a heading comes to the top, words are lit where they stand."""
        self._reader.opening.keep_place()
        viewport = self._text.viewport
        self._text.moved(viewport.to_place(place) if lit else viewport.to_block(place.block))
        self.light(lit.range if lit else None)

    def _to_figure(self, target: AtFigure) -> None:
        """Go to a figure among the facts, its passage lit."""
        desk = self._reader.desk
        if target.anchor is not None:
            desk.light(target.figure, target.anchor)
        else:
            desk.light_next_passage(target.figure)
        self._reader.panes.focus_pane(Pane.FACTS)
        self._reader.facts.point_at_figure(target.figure)

    def _open(self, target: AtBriefing) -> None:
        """Open another briefing, where it was left or at the place that is meant."""
        if not self._reader.opening.open(target.path):
            return
        self.arrived()
        if target.anchor:
            self._reader.run_worker(self._to_anchor(target.anchor), group="links", exclusive=True)

    async def _to_anchor(self, name: str) -> None:
        """Go to a heading of the briefing that was just opened, once it is parsed; that it has none such is said."""
        reading = self._reading
        if reading is None:
            return
        await _parsed(reading)
        place = self.around(reading).anchors.place(name)
        if place is not None:
            self._text.moved(self._text.viewport.to_block(place.block))
        else:
            self._reader.tell(f"It has no heading “{shown_line(name)}”.")

    # Showing

    def _show(self, link: Link | None, target: Target) -> None:
        """Show in the panel where a link leads."""
        if self._reading is None:
            return
        if link is not None:
            self.light(link.range)
        lit = self._text.marks.link_lit
        near = next((spot[0] for one, spot in self.shown() if one.range == lit), None)
        if not self.panel.show(target, self.around(self._reading), near):
            self._reader.tell("The address is too long to be shown whole in this window; it is not opened.")
        self._reader.refresh_bars()

    def show_address(self, address: str) -> None:
        """Show an address of the front matter, to be opened with Enter."""
        try:
            self._show(None, web_address(address))
        except Refusal as refusal:
            self._reader.tell(f"{refusal}.")

    async def _open_address(self, address: WebAddress) -> None:
        """Hand an address to the browser, and say when that fails."""
        from briefing.app.browser import open_in_browser  # noqa: PLC0415  only when an address is opened

        problem = await open_in_browser(self._reader.app, address)
        if problem:
            self._reader.tell(f"{problem}.")


async def _parsed(reading: Reading) -> None:
    """Parse the rest of a text while the reader goes on."""
    while not reading.document.parse(SLICE):
        await asyncio.sleep(0.001)
